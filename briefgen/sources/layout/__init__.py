"""Lines to blocks: which lines make one paragraph, and what each block is.

lines.py       text -> groups of lines between blank lines
wrapping.py    groups -> drafts: lines of one paragraph are joined, list items parted
RULES          each gives some drafts their kind; the first to do so decides
numbering      paragraphs and list items count from 1
"""

from __future__ import annotations

from collections.abc import Callable

from briefgen.model.article import Block
from briefgen.sources.layout import headings, items, marks, opening, speech
from briefgen.sources.layout.draft import Draft
from briefgen.sources.layout.lines import groups_of_lines
from briefgen.sources.layout.opening import Masthead
from briefgen.sources.layout.wrapping import join_lines, wrap_column

RULES: tuple[Callable[[list[Draft]], None], ...] = (
    marks.mark_boundaries,  # "Begin text:", "ENDS": say nothing
    speech.mark_turns,  # "QUESTION: Why now?" is a paragraph, however short
    opening.mark_opening,  # headline, bylines, datelines above the first paragraph
    items.mark_items,  # list items and their depth
    opening.mark_datelines_and_signatures,  # a date alone on its line elsewhere, who signed, who is quoted
    headings.mark_headings,  # short lines between paragraphs
)


def lay_out(text: str) -> tuple[tuple[Block, ...], Masthead]:
    """The blocks of a cleaned plain text in its order, and what its byline and dateline say.

    Every word of the text stands in exactly one block (its `marker` or its `text`), but for lines that only mark
    where the text begins, ends or pauses.
    """
    groups = groups_of_lines(text)
    column = wrap_column(groups)
    drafts = [draft for group in groups for draft in join_lines(group, column)]
    return finish(drafts)


def finish(drafts: list[Draft]) -> tuple[tuple[Block, ...], Masthead]:
    """Apply RULES to `drafts` and number what can be cited. A kind that a reader has set already stays."""
    for rule in RULES:
        rule(drafts)
    blocks: list[Block] = []
    number = 0
    for draft in drafts:
        kind = draft.kind or "paragraph"
        if kind == "boundary":
            continue
        citable = kind in ("paragraph", "item")
        number += citable
        blocks.append(Block(kind, draft.text, number if citable else None, draft.level, draft.marker))
    return tuple(blocks), opening.masthead(drafts)
