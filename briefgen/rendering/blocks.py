"""The outline: a brief with every decision taken, as blocks in reading order. Renderers only draw it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Literal

from briefgen.model.extent import Extent

Role = Literal["text", "strong", "quiet", "citation", "note", "analyst", "marking"]


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of a line. `target` is the anchor of the annex entry that it links to, None for no link.

    The role `note` is the number of a note (its target), `analyst` marks what a person wrote. `comment` is a doubt
    about these words for the reviewer, None for none; formats without comments leave it out. `field` is filled in by
    the page: its number, or how many pages there are; `text` is then a stand-in.
    """

    text: str
    role: Role = "text"
    target: str | None = None
    field: Literal["page", "pages"] | None = None
    comment: str | None = None


Inline = tuple[Run, ...]
Cell = tuple[Inline, ...]  # a cell holds one or more lines, never none


@dataclass(frozen=True, slots=True)
class Marking:
    """The protective marking, in the body too, since screen readers may miss the page head."""

    text: str
    align: Literal["left", "centre", "right"] = "right"


@dataclass(frozen=True, slots=True)
class Kicker:
    """What sort of document this is, above the title."""

    text: str


@dataclass(frozen=True, slots=True)
class Title:
    """The brief's title."""

    text: str


@dataclass(frozen=True, slots=True)
class Fields:
    """Label and value pairs, such as To and From."""

    rows: tuple[tuple[str, Inline], ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of level 1 (a section) or 2 (an issue); `citation` follows `text` on its line, may be empty.

    `section`: the style's name of the section that begins here, empty where none does.
    """

    level: Literal[1, 2]
    text: str
    citation: Inline = ()
    starts_page: bool = False
    section: str = ""


@dataclass(frozen=True, slots=True)
class Box:
    """The line that must be read if nothing else is."""

    content: Inline


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text. `leads`: it introduces what follows and stands on its page. `number`: beside it, may be empty."""

    content: Inline
    leads: bool = False
    number: str = ""


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list, never empty. `marks`: what stands before each item where that is no bullet, such as numbers."""

    items: tuple[Inline, ...]
    marks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Quotation:
    """Verbatim speech with its speaker and citation."""

    content: Inline


@dataclass(frozen=True, slots=True)
class TableColumn:
    """A column; the widths of a table add up to 1. Figures are aligned on the right."""

    label: str
    width: float
    figures: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under a head; each row has as many cells as there are columns. `whole`: belongs on one page."""

    columns: tuple[TableColumn, ...]
    rows: tuple[tuple[Cell, ...], ...]
    whole: bool = False


@dataclass(frozen=True, slots=True)
class Entry:
    """A sentence of the annex, to which the runs with target `anchor` lead."""

    anchor: str
    label: str
    text: str


@dataclass(frozen=True, slots=True)
class Notes:
    """What the runs of role `note` lead to. Where a format has footnotes, they stand there and this draws nothing."""

    heading: Heading
    entries: tuple[Entry, ...]

    @property
    def parts(self) -> tuple[Heading | Entry, ...]:
        """The blocks that draw it where there are no footnotes."""
        return (self.heading, *self.entries)


Block = Marking | Kicker | Title | Fields | Heading | Box | Paragraph | Bullets | Quotation | Table | Entry | Notes


@dataclass(frozen=True, slots=True)
class PageLine:
    """The head or foot of a page: one line, its left end, middle and right end; each may be empty."""

    left: Inline = ()
    right: Inline = ()
    centre: Inline = ()


@dataclass(frozen=True, slots=True)
class Properties:
    """What the file says about itself to the computer."""

    title: str
    subject: str
    author: str
    keywords: str
    language: str
    date: dt.date


@dataclass(frozen=True, slots=True)
class Outline:
    """A whole document. `first_head` stands on page 1, `head` on the others, `foot` on all.

    `marking_size`: of the runs of role `marking`, in points.
    """

    properties: Properties
    first_head: PageLine
    head: PageLine
    foot: PageLine
    blocks: tuple[Block, ...]
    warnings: tuple[str, ...] = ()
    marking_size: float = 12


@dataclass(frozen=True, slots=True)
class Document:
    """A finished file and what its reader should be told about it. `extents`: of its sections, where it has pages."""

    content: bytes
    warnings: tuple[str, ...] = ()
    extents: tuple[Extent, ...] = ()
