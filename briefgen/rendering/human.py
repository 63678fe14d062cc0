"""The sections that only humans write: texts, and the three that have a form of their own."""

from __future__ import annotations

from itertools import count

from briefgen.model.sections import Attendee, Option, Recommendation, SectionValue
from briefgen.rendering.blocks import Block, Bullets, Heading, Inline, Paragraph, Run, Table, TableColumn
from briefgen.rendering.draft import bullets, strong, text
from briefgen.rendering.wording import NO_BREAK, clean, join_parts

_BOX = "☐"
# Sections whose texts are a list of points, and those whose points have numbers; all others are paragraphs.
_POINTS = {"talking_points", "lines_to_take", "if_raised", "key_figures", "indicators", "biographies", "gaps"}
_NUMBERED = {"objectives"}


class Numbering:
    """Numbers the paragraphs of a document through, where its style says so."""

    def __init__(self, on: bool) -> None:
        self._numbers = count(1)
        self._on = on

    def next(self) -> str:
        """The number of the next paragraph; empty where paragraphs have none."""
        return f"{next(self._numbers)}." if self._on else ""


def human_blocks(key: str, value: SectionValue, numbering: Numbering) -> list[Block]:
    """The blocks of a section, without its heading; none where it says nothing."""
    if isinstance(value, str):
        return _paragraphs(value.split("\n\n"), numbering)
    texts = [entry for entry in value if isinstance(entry, str) and clean(entry)]
    if key in _NUMBERED and texts:
        marks = tuple(f"{number}." for number in range(1, len(texts) + 1))
        return [Bullets(tuple(text(clean(entry)) for entry in texts), marks)]
    if key in _POINTS:
        return bullets(text(clean(entry)) for entry in texts)
    return [
        *_recommendations([entry for entry in value if isinstance(entry, Recommendation)], numbering),
        *_options([entry for entry in value if isinstance(entry, Option)], numbering),
        *_attendees([entry for entry in value if isinstance(entry, Attendee)]),
        *_paragraphs(texts, numbering),
    ]


def _paragraphs(texts: list[str], numbering: Numbering) -> list[Block]:
    return [Paragraph(text(clean(each)), number=numbering.next()) for each in texts if clean(each)]


def _recommendations(entries: list[Recommendation], numbering: Numbering) -> list[Block]:
    """Each with its replies on a line of their own, a box to tick before each."""
    blocks: list[Block] = []
    for entry in entries:
        blocks.append(Paragraph(text(clean(entry.text)), leads=bool(entry.replies), number=numbering.next()))
        if entry.replies:
            boxes = f"{NO_BREAK * 6} ".join(f"{_BOX}{NO_BREAK}{clean(reply)}" for reply in entry.replies)
            blocks.append(Paragraph((Run(boxes, "strong"),)))
    return blocks


def _options(entries: list[Option], numbering: Numbering) -> list[Block]:
    blocks: list[Block] = []
    for number, entry in enumerate(entries, start=1):
        blocks.append(Heading(2, f"Option {number}: {clean(entry.title)}"))
        if entry.text:
            blocks += _paragraphs([entry.text], numbering)
        blocks += bullets((*strong("For: "), *text(clean(each))) for each in entry.advantages)
        blocks += bullets((*strong("Against: "), *text(clean(each))) for each in entry.disadvantages)
    return blocks


def _attendees(entries: list[Attendee]) -> list[Block]:
    if not entries:
        return []
    columns = (TableColumn("Name", 0.4), TableColumn("Office", 0.6))
    offices = [join_parts([clean(entry.role or ""), clean(entry.organisation or "")]) for entry in entries]
    rows: list[tuple[tuple[Inline, ...], ...]] = [
        ((strong(clean(entry.name)),), (text(office),)) for entry, office in zip(entries, offices, strict=True)
    ]
    return [Table(columns, tuple(rows), whole=len(rows) < 8)]
