"""Tables with a head that says what each column holds, on each of their pages."""

from __future__ import annotations

from reportlab.lib.styles import ParagraphStyle

from briefgen.model.style import Style
from briefgen.rendering import blocks
from briefgen.rendering.pdf.flowables import BreakableTable, TableArtifacts, TaggedParagraph
from briefgen.rendering.pdf.markup import Markup
from briefgen.rendering.pdf.structure import Element
from briefgen.rendering.pdf.styles import Sheet

_COLUMN_HEAD = "/A<</O/Table/Scope/Column>>"


def table(
    block: blocks.Table, style: Style, sheet: Sheet, markup: Markup, width: float, element: Element
) -> BreakableTable:
    """The table, `width` points wide, its rows and cells within `element`."""
    looks = [sheet.table_figures if column.figures else sheet.table_text for column in block.columns]
    head_looks = [sheet.table_figures_head if column.figures else sheet.table_head for column in block.columns]
    row = element.add("THead").add("TR")
    head = [
        [TaggedParagraph.of(markup.words(column.label, look.fontName), look, row.add("TH", _COLUMN_HEAD))]
        for column, look in zip(block.columns, head_looks, strict=True)
    ]
    body = element.add("TBody")
    rows = []
    for cells in block.rows:
        row = body.add("TR")
        rows.append([_cell(cell, look, markup, row.add("TD")) for cell, look in zip(cells, looks, strict=True)])
    colours = style.colours
    return BreakableTable(
        [head, *rows],
        colWidths=[column.width * width for column in block.columns],
        repeatRows=1,
        renderCB=TableArtifacts(),  # type: ignore[arg-type]  # the stubs ask for more than something to call
        style=[
            ("FONT", (0, 0), (-1, -1), sheet.table_text.fontName, sheet.table_text.fontSize),
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


def _cell(cell: blocks.Cell, look: ParagraphStyle, markup: Markup, element: Element) -> list[TaggedParagraph]:
    """A cell's lines: the only one is the cell's own text, each of several a paragraph within it."""
    return [
        TaggedParagraph.of(markup.line(line, look.fontName), look, element if len(cell) == 1 else element.add("P"))
        for line in cell
    ]
