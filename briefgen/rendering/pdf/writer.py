"""Outline -> PDF. Draws each block with a style of the sheet and decides nothing but where pages end."""

from __future__ import annotations

from typing import Literal

from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.platypus import Flowable, HRFlowable, PageBreak
from reportlab.platypus.doctemplate import LayoutError

from briefgen.errors import RenderError
from briefgen.model.style import Style
from briefgen.rendering import blocks
from briefgen.rendering.blocks import Document, Inline, Outline
from briefgen.rendering.pdf.flowables import BreakableTable, Room, TaggedParagraph
from briefgen.rendering.pdf.fonts import FontBook
from briefgen.rendering.pdf.markup import Markup
from briefgen.rendering.pdf.page import paginate, paper_size
from briefgen.rendering.pdf.structure import Element, StructureTree
from briefgen.rendering.pdf.styles import sheet
from briefgen.rendering.pdf.tables import table

_ALIGN: dict[str, Literal[0, 1, 2]] = {"left": 0, "centre": 1, "right": 2}  # as reportlab numbers them
_LIST = "/A<</O/List/ListNumbering/%s>>"


def pdf(outline: Outline, style: Style) -> Document:
    """The .pdf file. Raises RenderError: faces not installed, or something that fits on no page."""
    writer = _Writer(style, outline.marking_size)
    story = writer.story(outline)
    try:
        content, extents = paginate(story, outline, style, writer.sheet, writer.markup, writer.tree, writer.links)
    except LayoutError as error:
        raise RenderError(f"the PDF cannot be laid out: {error}", "Shorten the longest text of the brief.") from None
    return Document(content, (*outline.warnings, *writer.fonts.warnings()), extents)


class _Writer:
    """`links` says where links lead, by anchor."""

    def __init__(self, style: Style, marking_size: float) -> None:
        self.fonts = FontBook(style.fonts)
        self.markup = Markup(style, self.fonts, marking_size)
        self.sheet = sheet(style, self.fonts)
        self.tree = StructureTree()
        self.links: dict[str, str] = {}
        self._style = style
        width, height = paper_size(style)
        self._width = width - (style.margins.left + style.margins.right) * mm
        self._height = height - (style.margins.top + style.margins.bottom) * mm
        self._headings = 0
        self._heading_text = ""  # of the last heading
        self._level = 0  # of the last heading, to skip none
        self._annex: Element | None = None  # the list of the entries that follow one another
        self._entries: list[TaggedParagraph] = []

    def story(self, outline: Outline) -> list[Flowable]:
        """All flowables, with room asked for where a heading would otherwise be parted from what it is above."""
        story: list[Flowable] = []
        held: list[Flowable] = []
        room = 0.0
        for block in outline.blocks:
            drawn = self.flowables(block)
            if isinstance(block, blocks.Heading) and block.starts_page and (story or held):
                story += [*held, PageBreak()]
                held, room = [], 0.0
            room += self._least_height(block, drawn)
            held += drawn
            leads = isinstance(block, blocks.Heading) or (isinstance(block, blocks.Paragraph) and block.leads)
            if not leads:
                story += [Room(min(room, self._height)), *held]
                held, room = [], 0.0
        self._lead_back()
        return story + held

    def flowables(self, block: blocks.Block) -> list[Flowable]:
        """What Platypus lays out for one block."""
        look, document = self.sheet, self.tree.document
        if not isinstance(block, blocks.Entry):
            self._annex = None
        match block:
            case blocks.Marking(text, align):
                aligned = ParagraphStyle("", look.marking, alignment=_ALIGN[align])
                return [self._line((blocks.Run(text, "marking"),), aligned, document.add("P"))]
            case blocks.Kicker(text):
                return [self._words(text, look.kicker, document.add("P"))]
            case blocks.Title(text):
                rule = HRFlowable("100%", 0.75, color=f"#{self._style.colours.accent}", spaceBefore=0, spaceAfter=9)
                self._level = 1
                return [self._words(text, look.title, document.add("H1")), rule]
            case blocks.Heading():
                return [self._heading(block)]
            case blocks.Box(content):
                return [self._line(content, look.box, document.add("P"))]
            case blocks.Paragraph(content, number=number):
                paragraph = self._line(content, look.numbered if number else look.body, document.add("P"))
                if number:  # the space parts it from the text for readers that go by the text alone
                    paragraph.bulletText = self.fonts.plain(f"{number} ", look.numbered.bulletFontName)
                return [paragraph]
            case blocks.Quotation(content):
                return [self._line(content, look.quote, document.add("BlockQuote").add("P"))]
            case blocks.Bullets(items, marks):
                numbering = "Disc" if not marks else "Decimal" if marks[0].rstrip(".").isdecimal() else "None"
                within = document.add("L", _LIST % numbering)
                listed = zip(marks or ("•",) * len(items), items, strict=True)
                kind = look.numbered if marks else look.bullet
                return [self._item(within, mark, item, kind) for mark, item in listed]
            case blocks.Fields(rows):
                within = document.add("L", _LIST % "None")
                return [self._item(within, name, value, look.field) for name, value in rows]
            case blocks.Table():
                return [table(block, self._style, look, self.markup, self._width, document.add("Table"))]
            case blocks.Entry():
                return [self._entry(block)]
            case blocks.Notes():
                return [drawn for part in block.parts for drawn in self.flowables(part)]

    def _words(self, text: str, look: ParagraphStyle, element: Element) -> TaggedParagraph:
        return TaggedParagraph.of(self.markup.words(text, look.fontName), look, element)

    def _line(self, content: Inline, look: ParagraphStyle, element: Element) -> TaggedParagraph:
        return TaggedParagraph.of(self.markup.line(content, look.fontName), look, element)

    def _heading(self, block: blocks.Heading) -> TaggedParagraph:
        self._headings += 1
        self._heading_text = block.text
        self._level = min(block.level + 1, self._level + 1)
        content = (blocks.Run(block.text), *block.citation)
        heading = self._line(content, self.sheet.headings[block.level], self.tree.document.add(f"H{self._level}"))
        heading.section = block.section
        heading.anchor, heading.bookmark = f"heading_{self._headings}", (block.text, max(self._level - 2, 0))
        return heading

    def _item(self, within: Element, mark: str, content: Inline, look: ParagraphStyle) -> TaggedParagraph:
        """An item of a list, `mark` before it."""
        item = within.add("LI")
        label = item.add("Lbl")
        paragraph = self._line(content, look, item.add("LBody"))
        paragraph.bulletText, paragraph.label_element = self.fonts.plain(mark, look.bulletFontName), label
        return paragraph

    def _entry(self, block: blocks.Entry) -> TaggedParagraph:
        self._annex = self._annex or self.tree.document.add("L", _LIST % "None")
        paragraph = self._item(self._annex, block.label, (blocks.Run(block.text),), self.sheet.entry)
        paragraph.anchor = block.anchor
        self.links[block.anchor] = f"{block.label}, {self._heading_text}"
        self._entries.append(paragraph)
        return paragraph

    def _lead_back(self) -> None:
        """Makes the label of each entry a link to where it is cited first."""
        for entry in self._entries:
            if back := self.markup.first_citation(entry.anchor):
                entry.back = back
                entry.label_element = entry.label_element and entry.label_element.add("Link")
                self.links[back] = f"{entry.bulletText}: back to where it is cited first"

    def _least_height(self, block: blocks.Block, drawn: list[Flowable]) -> float:
        """How much of a block belongs on one page: head and first row of a table, the first item of a list."""
        if isinstance(block, blocks.Table) and isinstance(drawn[0], BreakableTable):
            return drawn[0].height_of(None if block.whole else 2, self._width)
        match block:
            case blocks.Heading() | blocks.Fields() | blocks.Title():
                whole = drawn
            case blocks.Notes():
                whole = drawn[:2]
            case _:
                whole = drawn[:1]
        return sum(part.wrap(self._width, self._height)[1] + part.getSpaceBefore() for part in whole)
