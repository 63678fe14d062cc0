"""Outline -> PDF. Draws each block with a style of the sheet and decides nothing but where pages end."""

from __future__ import annotations

from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.platypus import Flowable, HRFlowable, Paragraph
from reportlab.platypus.doctemplate import LayoutError

from briefgen.errors import RenderError
from briefgen.model.style import Style
from briefgen.rendering import blocks
from briefgen.rendering.blocks import Cell, Document, Inline, Outline
from briefgen.rendering.pdf_flowables import AnchoredParagraph, BarredParagraph, Bookmark, BreakableTable, Room
from briefgen.rendering.pdf_fonts import FontBook
from briefgen.rendering.pdf_page import paginate
from briefgen.rendering.pdf_styles import sheet


def pdf(outline: Outline, style: Style) -> Document:
    """The .pdf file. Raises RenderError: faces not installed, or something that fits on no page."""
    writer = _Writer(style)
    try:
        content = paginate(writer.story(outline), outline, style, writer.sheet, writer.markup)
    except LayoutError as error:
        raise RenderError(f"the PDF cannot be laid out: {error}", "Shorten the longest text of the brief.") from None
    return Document(content, (*outline.warnings, *writer.fonts.warnings()))


class _Writer:
    def __init__(self, style: Style) -> None:
        self.fonts = FontBook(style.fonts)
        self.sheet = sheet(style, self.fonts)
        self._style = style
        self._width = A4[0] - (style.margins.left + style.margins.right) * mm
        self._height = A4[1] - (style.margins.top + style.margins.bottom) * mm
        self._headings = 0

    def flowables(self, block: blocks.Block) -> list[Flowable]:
        """What Platypus lays out for one block."""
        look = self.sheet
        match block:
            case blocks.Marking(text):
                return [self._words(text, look.marking)]
            case blocks.Kicker(text):
                return [self._words(text, look.kicker)]
            case blocks.Title(text):
                rule = HRFlowable("100%", 0.75, color=f"#{self._style.colours.accent}", spaceBefore=0, spaceAfter=9)
                return [self._words(text, look.title), rule]
            case blocks.Heading(level, text, citation):
                self._headings += 1
                bookmark = Bookmark(text, level - 1, f"heading_{self._headings}")
                return [bookmark, self._line((blocks.Run(text), *citation), look.headings[level])]
            case blocks.Box(content):
                return [BarredParagraph(self.markup(content, look.box.fontName), look.box)]
            case blocks.Paragraph(content):
                return [self._line(content, look.body)]
            case blocks.Quotation(content):
                return [BarredParagraph(self.markup(content, look.quote.fontName), look.quote)]
            case blocks.Bullets(items):
                return [Paragraph(self.markup(item, look.bullet.fontName), look.bullet, "•") for item in items]
            case blocks.Fields(rows):
                lines = [Paragraph(self.markup(v, look.field.fontName), look.field, label) for label, v in rows]
                return [*lines]
            case blocks.Table():
                return [self._table(block)]
            case blocks.Entry(anchor, label, text):
                number = self.fonts.plain(label, look.entry.bulletFontName)
                entry = AnchoredParagraph(self.fonts.markup(text, look.entry.fontName), look.entry, number)
                entry.anchor = anchor
                return [entry]
            case blocks.Notes():
                return [drawn for part in block.parts for drawn in self.flowables(part)]

    def story(self, outline: Outline) -> list[Flowable]:
        """All flowables, with room asked for where a heading would otherwise be parted from what it is above."""
        story: list[Flowable] = []
        held: list[Flowable] = []
        room = 0.0
        for block in outline.blocks:
            drawn = self.flowables(block)
            room += self._least_height(block, drawn)
            held += drawn
            leads = isinstance(block, blocks.Heading) or (isinstance(block, blocks.Paragraph) and block.leads)
            if not leads:
                story += [Room(min(room, self._height)), *held]
                held, room = [], 0.0
        return story + held

    def markup(self, content: Inline, face: str) -> str:
        """Runs as paragraph markup, every character of theirs escaped."""
        return "".join(self._run(run, face) for run in content)

    def _run(self, run: blocks.Run, face: str) -> str:
        fonts, colours = self.fonts, self._style.colours
        if run.role == "strong":
            bold = fonts.label_bold if face in (fonts.label, fonts.label_bold) else fonts.text_bold
            return f'<font name="{bold}">{fonts.markup(run.text, bold)}</font>'
        if run.role == "quiet":
            return f'<font color="#{colours.quiet}">{fonts.markup(run.text, face)}</font>'
        if run.role == "citation":
            look = f'name="{fonts.label}" size="{self._style.sizes.small}" color="#{colours.quiet}"'
            words = f"<font {look}>{fonts.markup(run.text, fonts.label)}</font>"
            return f'<a href="#{run.target}" color="#{colours.quiet}">{words}</a>' if run.target else words
        return fonts.markup(run.text, face)

    def _words(self, text: str, look: ParagraphStyle) -> Paragraph:
        return Paragraph(self.fonts.markup(text, look.fontName), look)

    def _line(self, content: Inline, look: ParagraphStyle) -> Paragraph:
        return Paragraph(self.markup(content, look.fontName), look)

    def _table(self, block: blocks.Table) -> BreakableTable:
        look, colours = self.sheet, self._style.colours
        looks = [look.table_figures if column.figures else look.table_text for column in block.columns]
        head_looks = [look.table_figures_head if column.figures else look.table_head for column in block.columns]
        head = [[self._words(c.label, each)] for c, each in zip(block.columns, head_looks, strict=True)]
        rows = [[self._cell(cell, each) for cell, each in zip(row, looks, strict=True)] for row in block.rows]
        return BreakableTable(
            [head, *rows],
            colWidths=[column.width * self._width for column in block.columns],
            repeatRows=1,
            style=[
                ("FONT", (0, 0), (-1, -1), look.table_text.fontName, look.table_text.fontSize),
                ("VALIGN", (0, 0), (-1, -1), "TOP"),
                ("LEFTPADDING", (0, 0), (-1, -1), 4),
                ("RIGHTPADDING", (0, 0), (-1, -1), 4),
                ("TOPPADDING", (0, 0), (-1, -1), 3),
                ("BOTTOMPADDING", (0, 0), (-1, -1), 3),
                ("BACKGROUND", (0, 0), (-1, 0), f"#{colours.shade}"),
                ("LINEBELOW", (0, 1), (-1, -1), 0.5, f"#{colours.rule}"),
                ("LINEBELOW", (0, 0), (-1, 0), 0.75, f"#{colours.accent}"),
            ],
        )

    def _cell(self, cell: Cell, look: ParagraphStyle) -> list[Flowable]:
        return [self._line(line, look) for line in cell]

    def _least_height(self, block: blocks.Block, drawn: list[Flowable]) -> float:
        """How much of a block belongs on one page: head and first row of a table, the first item of a list."""
        if isinstance(block, blocks.Table) and isinstance(drawn[0], BreakableTable):
            return drawn[0].height_of(None if block.whole else 2, self._width)
        whole = drawn if isinstance(block, blocks.Heading | blocks.Fields) else drawn[:1]
        return sum(part.wrap(self._width, self._height)[1] + part.getSpaceBefore() for part in whole)
