"""In-line headings: "Ports and harbours: Both sides will ..." names the matter of its paragraph itself."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefgen.analysis.actors.finding import Cast
from briefgen.analysis.text.document import Sent

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Token

    from briefgen.model.article import Block

HEADING = re.compile(r"[\s•*-]*([^\W\d_][\w’'-]*(?:,? (?:&|[\w’'-]+)){1,8}):(?:\s|$)")
ROLL = re.compile(
    r"(?:(?:list of|other|the) )?(?:attendees|participants|participating \w+|signatories|in attendance)"
    r"\s*(?:included?)?\s*:?",
    re.I,
)
FEWEST = 2  # paragraphs with a heading; one alone may be any word before a colon
SMALL = frozenset("a an and at by for from in into its of on or our the their to with".split())


def inline_headings(sents: list[Sent], cast: Cast) -> dict[int, tuple[int, int]]:
    """Of the paragraphs that open with a heading and a colon: the index of the first sentence among `sents`, and the
    first and last token (excluded) of the heading. Empty where fewer than FEWEST paragraphs have one: labels of
    speakers, slogans in capitals and clauses ("The report is clear: ...") are none.
    """
    found = {}
    for i, sent in enumerate(sents):
        opens = i == 0 or sents[i - 1].block != sent.block
        match = HEADING.match(sent.plain) if opens and sent.speaker is None else None
        if match is None:
            continue
        first, last = sent.start + match.start(1), sent.start + match.end(1)
        tokens = [t for t in sent.tokens if first <= t.idx < last]
        if tokens and _is_heading(tokens, sent, cast):
            found[i] = (tokens[0].i, tokens[-1].i + 1)
    return found if len(found) >= FEWEST else {}


def _is_heading(tokens: list[Token], sent: Sent, cast: Cast) -> bool:
    """Whether the words are in capitals as those of a heading are, and more than a name."""
    words = [t.text for t in tokens if t.text[0].isalpha()]
    if not all(w[0].isupper() or w in SMALL for w in words) or all(w.isupper() for w in words):
        return False
    names = [m for t in tokens if (m := cast.at(sent.block, t)) is not None and m.kind in ("person", "country")]
    return len(names) < len(words) and not any(m.kind == "person" for m in names)


def roll_calls(blocks: Sequence[Block]) -> frozenset[int]:
    """The list items (indices of blocks) that only name who was there: those under "Attendees:" or the like."""
    found: set[int] = set()
    for i, block in enumerate(blocks):
        under = i > 0 and (i - 1 in found or ROLL.fullmatch(blocks[i - 1].text.strip()) is not None)
        if block.kind == "item" and under:
            found.add(i)
    return frozenset(found)
