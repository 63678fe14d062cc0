"""Wordings shared by the rule families, and the matcher that turns a table of wordings into hits."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from briefgen.analysis.document import Sent
from briefgen.analysis.stances.hit import HeldBy, Hit, token_at
from briefgen.model.findings import RedLineKind

NOT = r"(?:\s+not\b|n't\b|\s+never\b|\s+no\s+longer\b)"
ADVERB = r"(?:\s+(?:simply|ever|again|also|either|just|in any way|therefore))*"
WILL_NOT = (
    r"\b(?:(?:will|would|shall|can|could|do|does)" + NOT + r"|wo" + NOT + r"|ca" + NOT + r"|cannot|sha" + NOT
    + r"|'ll\s+(?:not|never)|(?:is|are|am|was|were|'s|'re|'m)" + NOT + r"\s+(?:going|about)\s+to)" + ADVERB
)  # fmt: skip

MOST = 3  # hits of one wording in a sentence
Row = tuple[str, RedLineKind, HeldBy, re.Pattern[str]]


def row(rule: str, kind: RedLineKind, held_by: HeldBy, wording: str) -> Row:
    """A line of a rule table; the group `at` of the wording is the word the hit hangs on, else its first."""
    return rule, kind, held_by, re.compile(wording, re.I)


def match(table: Sequence[Row], sent: Sent) -> Iterator[Hit]:
    """The hits of the wordings of `table` in `sent`; a wording may stand in it for two parties."""
    text = sent.plain
    for rule, kind, held_by, pattern in table:
        for found in islice(pattern.finditer(text), MOST):
            place = found.start("at") if "at" in pattern.groupindex and found.start("at") >= 0 else found.start()
            yield Hit(rule, kind, held_by, token_at(sent, place))
