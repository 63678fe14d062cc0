"""Wordings shared by the rule families, and the matcher that turns a table of wordings into hits."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from briefgen.analysis.stances.hit import HeldBy, Hit, token_at
from briefgen.analysis.text.document import Sent
from briefgen.model.findings import RedLineKind

NOT = r"(?:\s+not\b|n't\b|\s+never\b|\s+no\s+longer\b)"
ADVERB = r"(?:\s+(?:simply|ever|again|also|either|just|in any way|therefore))*"
WILL_NOT = (
    r"\b(?:(?:will|would|shall|can|could|do|does)" + NOT + r"|wo" + NOT + r"|ca" + NOT + r"|cannot|sha" + NOT
    + r"|'ll\s+(?:not|never)|(?:is|are|am|was|were|'s|'re|'m)" + NOT + r"\s+(?:going|about)\s+to)" + ADVERB
)  # fmt: skip

MOST = 3  # hits of one wording in a sentence
ANYWHERE = "*"  # of a wording too varied for a gate


@dataclass(frozen=True, slots=True)
class Row:
    """A line of a rule table. `gate`: a sentence without one of these stems is spared the wording, which costs more."""

    rule: str
    kind: RedLineKind
    held_by: HeldBy
    gate: tuple[str, ...]
    wording: re.Pattern[str]


def row(rule: str, kind: RedLineKind, held_by: HeldBy, gate: str, wording: str) -> Row:
    """A line of a rule table; the group `at` of the wording is the word the hit hangs on, else its first."""
    return Row(rule, kind, held_by, stems(gate), re.compile(wording, re.I))


def stems(gate: str) -> tuple[str, ...]:
    """The stems of a gate as written in a table, "_" for a space; empty for one that lets everything through."""
    return () if gate == ANYWHERE else tuple(word.replace("_", " ") for word in gate.split())


def opens(gate: tuple[str, ...], low: str) -> bool:
    """Whether the lower-case text has one of the stems."""
    for stem in gate:  # a loop, because any() costs more than it spares
        if stem in low:
            return True
    return not gate


def match(table: Sequence[Row], sent: Sent) -> Iterator[Hit]:
    """The hits of the wordings of `table` in `sent`; a wording may stand in it for two parties."""
    text, low = sent.plain, sent.plain.lower()
    for line in table:
        if not opens(line.gate, low):
            continue
        for found in islice(line.wording.finditer(text), MOST):
            named = "at" in line.wording.groupindex and found.start("at") >= 0
            yield Hit(line.rule, line.kind, line.held_by, token_at(sent, found.start("at" if named else 0)))
