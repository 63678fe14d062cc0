"""The paragraph styles of the PDF for a house style. Lengths in points."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from reportlab.lib.colors import Color, HexColor, black
from reportlab.lib.enums import TA_CENTER, TA_RIGHT
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm

from briefgen.model.style import Style
from briefgen.rendering.pdf.fonts import FontBook

FIELD_INDENT = 27 * mm
ENTRY_INDENT = 14 * mm
BULLET_INDENT = 5 * mm
NUMBER_INDENT = 9 * mm
BOX_PADDING = 8.0
BOX_BAR = 3.0
QUOTE_BAR = 1.5


@dataclass(frozen=True, slots=True)
class Sheet:
    """One paragraph style a role."""

    marking: ParagraphStyle
    kicker: ParagraphStyle
    title: ParagraphStyle
    field: ParagraphStyle
    headings: dict[int, ParagraphStyle]
    body: ParagraphStyle
    numbered: ParagraphStyle
    box: ParagraphStyle
    bullet: ParagraphStyle
    quote: ParagraphStyle
    entry: ParagraphStyle
    table_head: ParagraphStyle
    table_figures_head: ParagraphStyle
    table_text: ParagraphStyle
    table_figures: ParagraphStyle
    page_left: ParagraphStyle
    page_centre: ParagraphStyle
    page_right: ParagraphStyle


def sheet(style: Style, fonts: FontBook) -> Sheet:
    """The style sheet."""
    sizes, colours = style.sizes, style.colours
    accent, quiet, shade, rule = (_colour(c) for c in (colours.accent, colours.quiet, colours.shade, colours.rule))

    def look(size: float, leading: float, face: str = fonts.text, colour: Color = black, **more: Any) -> ParagraphStyle:
        """A style of that size in points, its leading a multiple of the size."""
        bullet = {"bulletFontName": fonts.label_bold, "bulletFontSize": sizes.small, "bulletColor": accent}
        breaks = {"allowWidows": 0, "allowOrphans": 0}
        kind: dict[str, Any] = {"fontName": face, "fontSize": size, "leading": size * leading, "textColor": colour}
        return ParagraphStyle("", **(kind | breaks | bullet | more))

    table: dict[str, Any] = {"spaceAfter": 1.0}
    return Sheet(
        marking=look(sizes.text, 1.3, fonts.label_bold, accent, spaceAfter=6),
        kicker=look(sizes.text, 1.3, fonts.label_bold, quiet, spaceAfter=2),
        title=look(sizes.title, 1.15, fonts.text_bold, accent, spaceAfter=9),
        field=look(sizes.text, 1.3, leftIndent=FIELD_INDENT, spaceAfter=1.5),
        headings={
            1: look(sizes.heading, 1.2, fonts.label_bold, accent, spaceBefore=16, spaceAfter=5),
            2: look(sizes.subheading, 1.2, fonts.label_bold, accent, spaceBefore=10, spaceAfter=4),
        },
        body=look(sizes.text, 1.32, spaceAfter=6),
        numbered=look(
            sizes.text, 1.32, leftIndent=NUMBER_INDENT, spaceAfter=6,
            bulletFontName=fonts.text, bulletFontSize=sizes.text, bulletColor=black,
        ),
        box=look(
            sizes.text + 1, 1.34, backColor=shade, borderPadding=BOX_PADDING, leftIndent=BOX_BAR + BOX_PADDING,
            rightIndent=BOX_PADDING, spaceBefore=BOX_PADDING + 5, spaceAfter=BOX_PADDING + 14,
            barWidth=BOX_BAR, barColour=accent, barPadding=BOX_PADDING,
        ),
        bullet=look(sizes.text, 1.32, bulletFontSize=sizes.text, leftIndent=BULLET_INDENT, spaceAfter=3.5),
        quote=look(
            sizes.text, 1.32, leftIndent=4.5 * mm, spaceBefore=8, spaceAfter=7,
            barWidth=QUOTE_BAR, barColour=rule, barPadding=3.75,
        ),
        entry=look(sizes.table, 1.28, leftIndent=ENTRY_INDENT, spaceAfter=3),
        table_head=look(sizes.small, 1.25, fonts.label_bold, accent),
        table_figures_head=look(sizes.small, 1.25, fonts.label_bold, accent, alignment=TA_RIGHT),
        table_text=look(sizes.table, 1.25, **table),
        table_figures=look(sizes.table, 1.25, alignment=TA_RIGHT, **table),
        page_left=look(sizes.small, 1.25, fonts.label),
        page_centre=look(sizes.small, 1.25, fonts.label, alignment=TA_CENTER),
        page_right=look(sizes.small, 1.25, fonts.label, alignment=TA_RIGHT),
    )  # fmt: skip


def _colour(value: str) -> Color:
    return HexColor(f"#{value}")
