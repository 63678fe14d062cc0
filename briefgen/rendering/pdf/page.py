"""The pages of the PDF: paper, margins, heads and feet, and "Page 1 of 4" in one pass."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from reportlab.lib.units import mm
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, PageTemplate, Paragraph

from briefgen.model.extent import Extent
from briefgen.model.style import PAPER_SIZES, Style
from briefgen.rendering.blocks import Inline, Outline, PageLine
from briefgen.rendering.pdf.canvas import TaggingCanvas
from briefgen.rendering.pdf.markup import Markup
from briefgen.rendering.pdf.measure import Measure
from briefgen.rendering.pdf.structure import StructureTree
from briefgen.rendering.pdf.styles import Sheet

_EDGE = 12 * mm  # of page head and foot from the paper's edge
_LEFT_SHARE = 0.62  # of the width, for the left end of a head or foot that has both


def paper_size(style: Style) -> tuple[float, float]:
    """Width and height of the style's paper in points."""
    width, height = PAPER_SIZES[style.paper]
    return width * mm, height * mm


def paginate(
    story: list[Flowable],
    outline: Outline,
    style: Style,
    sheet: Sheet,
    markup: Markup,
    tree: StructureTree,
    links: dict[str, str],
) -> tuple[bytes, tuple[Extent, ...]]:
    """Lays the story out: the file, and how much room each section takes on its pages.

    `tree` is the structure that the story was written with, `links` says by anchor where links lead. Raises LayoutError
    where something fits on no page.
    """
    margins, told = style.margins, outline.properties
    width, height = paper_size(style)
    lines = _PageLines(outline, style, sheet, markup)
    file = io.BytesIO()
    measure = Measure(height - margins.top * mm, margins.bottom * mm)
    frame: Any = Frame(
        margins.left * mm,
        margins.bottom * mm,
        width - (margins.left + margins.right) * mm,
        height - (margins.top + margins.bottom) * mm,
        leftPadding=0, rightPadding=0, topPadding=0, bottomPadding=0,
    )  # fmt: skip
    document = BaseDocTemplate(
        file, pagesize=(width, height), pageTemplates=[PageTemplate(frames=[frame], onPage=lines.draw)], invariant=1,
        title=told.title, author=told.author, subject=told.subject, keywords=[told.keywords], creator="briefgen",
        lang=told.language, displayDocTitle=True, initialFontName=sheet.body.fontName,
    )  # fmt: skip

    def canvas(*arguments: Any, **named: Any) -> _CountingCanvas:
        made = _CountingCanvas(*arguments, draw_foot=lines.draw_foot, tree=tree, links=links, measure=measure, **named)
        made.setDateFormatter(lambda *_: f"D:{told.date:%Y%m%d}000000Z")  # of the brief, not of the computer's clock
        return made

    document.build(story, canvasmaker=canvas)
    return file.getvalue(), measure.extents(document.page, frame._y)


class _CountingCanvas(TaggingCanvas):
    """Puts an empty form on each page's foot and fills all of them at the end, when the number of pages is known."""

    def __init__(
        self, *arguments: Any, draw_foot: Callable[[TaggingCanvas, int, int], None], measure: Measure, **named: Any
    ) -> None:
        super().__init__(*arguments, **named)
        self._draw_foot, self.measure = draw_foot, measure

    def save(self) -> None:
        """Fills the feet and writes the file."""
        pages = self.getPageNumber() - 1
        for page in range(1, pages + 1):
            self.beginForm(_form(page))
            self._draw_foot(self, page, pages)
            self.endForm()
        super().save()


def _form(page: int) -> str:
    return f"foot_{page}"


class _PageLines:
    """Draws heads and feet."""

    def __init__(self, outline: Outline, style: Style, sheet: Sheet, markup: Markup) -> None:
        self._outline, self._sheet, self._markup = outline, sheet, markup
        self._left = style.margins.left * mm
        width, self._height = paper_size(style)
        self._width = width - (style.margins.left + style.margins.right) * mm

    def draw(self, canvas: Any, document: BaseDocTemplate) -> None:
        """The head of the current page and the form that its foot will stand in."""
        page = canvas.getPageNumber()
        line = self._outline.first_head if page == 1 else self._outline.head
        self._draw_line(canvas, line, self._height - _EDGE, "Header")
        canvas.doForm(_form(page))

    def draw_foot(self, canvas: TaggingCanvas, page: int, pages: int) -> None:
        """The foot of a page."""
        foot, numbers = self._outline.foot, {"page": str(page), "pages": str(pages)}
        numbered = PageLine(*(_numbered(runs, numbers) for runs in (foot.left, foot.right, foot.centre)))
        self._draw_line(canvas, numbered, _EDGE + self._sheet.page_left.leading, "Footer")

    def _draw_line(self, canvas: TaggingCanvas, line: PageLine, y: float, kind: str) -> None:
        """The parts of the line, their first baselines at the same height below `y`."""
        sheet = self._sheet
        third = 1 / 3
        if line.centre:
            shares = ((0.0, third), (third, third), (1 - third, third))
        elif line.left and line.right:
            shares = ((0.0, _LEFT_SHARE), (0.0, 0.0), (_LEFT_SHARE, 1 - _LEFT_SHARE))
        else:
            shares = ((0.0, 1.0), (0.0, 0.0), (0.0, 1.0))
        looks = (sheet.page_left, sheet.page_centre, sheet.page_right)
        parts = zip((line.left, line.centre, line.right), looks, shares, strict=True)
        with canvas.artifact(f"/Type/Pagination/Subtype/{kind}"):
            for runs, look, (start, share) in parts:
                if runs:
                    paragraph = Paragraph(self._markup.line(runs, look.fontName), look)
                    _, height = paragraph.wrapOn(canvas, self._width * share, self._height)
                    paragraph.drawOn(canvas, self._left + self._width * start, y - height)


def _numbered(runs: Inline, numbers: dict[str, str]) -> Inline:
    return tuple(replace(run, text=numbers.get(run.field or "", run.text)) for run in runs)
