"""What Platypus lacks: paragraphs and tables that know their place in the structure, and breaks that wait for room."""

from __future__ import annotations

from typing import Any

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import CondPageBreak, Paragraph, Table

from briefgen.rendering.pdf.canvas import TaggingCanvas, TaggingText
from briefgen.rendering.pdf.structure import Element


class TaggedParagraph(Paragraph):
    """A paragraph whose text belongs to `element`, and its bullet or label to `label_element`.

    `anchor`: links lead to it by this name, and where it breaks over pages, to its first part. `bookmark`: its words
    and level (from 0) in the outline that readers show beside the pages; needs an anchor. `back`: the anchor that its
    label leads to. `section`: what begins here. Each may be empty. A style may have `barWidth`, `barColour` and
    `barPadding`: a bar on the left.
    """

    canv: TaggingCanvas
    blPara: Any  # the lines, which reportlab's stubs leave out
    element: Element
    label_element: Element | None = None
    anchor = ""
    bookmark: tuple[str, int] | None = None
    back = ""
    section = ""
    _wrapped: tuple[float, float] | None = None

    @classmethod
    def of(cls, markup: str, look: ParagraphStyle, element: Element) -> TaggedParagraph:
        """A paragraph of `element`."""
        paragraph = cls(markup, look)
        paragraph.element = element
        return paragraph

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:
        """The room that it takes. Tables ask several times, and breaking lines takes most of the time a page takes."""
        if self._wrapped is None or self.width != availWidth:
            self._wrapped = super().wrap(availWidth, availHeight)
        return self._wrapped

    def split(self, availWidth: float, availHeight: float) -> list[Any]:
        """The part that fits and the rest; empty to be tried again on the next page."""
        parts: list[Any] = super().split(availWidth, availHeight)
        self._wrapped = None  # reportlab forgets the lines of a paragraph that it does not split
        for part in parts:
            part.element, part.label_element = self.element, self.label_element
        if parts:
            parts[0].anchor, parts[0].bookmark, parts[0].back = self.anchor, self.bookmark, self.back
            parts[0].section = self.section
        return parts

    def draw(self) -> None:
        """Draws bar, label and text."""
        canvas, style = self.canv, self.style
        if self.anchor:
            canvas.bookmarkHorizontal(self.anchor, 0, self.height)
        if self.bookmark:
            words, level = self.bookmark
            canvas.addOutlineEntry(words, self.anchor, level)
        lines = len(self.blPara.lines)
        canvas.measure.pass_lines(lines)
        if self.section:
            top = canvas.absolutePosition(0, self.height)[1]
            canvas.measure.begin(self.section, canvas.getPageNumber(), top, lines)
        if getattr(style, "barWidth", 0):
            canvas.saveState()
            canvas.setFillColor(style.barColour)
            canvas.rect(0, -style.barPadding, style.barWidth, self.height + 2 * style.barPadding, stroke=0, fill=1)
            canvas.restoreState()
        with canvas.inside(self.label_element or self.element):
            super().draw()
        if self.label_element and self.back and self.bulletText:
            canvas.link(self.label_element, self.back, (0, self.height - style.leading, style.leftIndent, self.height))

    def beginText(self, x: float, y: float) -> TaggingText:
        """Called for the text; the label asks the canvas."""
        with self.canv.inside(self.element):
            return self.canv.beginText(x, y)


class BreakableTable(Table):
    """A table that breaks between rows, and within a row only where the row is taller than a page."""

    _frame: Any
    _rowHeights: list[float]

    def split(self, availWidth: float, availHeight: float) -> list[Any]:
        """The part that fits and the rest; empty to be tried again on the next page."""
        # At the top of a page there is no more room to wait for.
        self.splitInRow = int(self._frame._atTop)
        return super().split(availWidth, availHeight)

    def height_of(self, rows: int | None, width: float) -> float:
        """The height of that many rows from the top, None: of all."""
        self.wrap(width, 0)
        return sum(self._rowHeights[:rows])


class TableArtifacts:
    """A table's `renderCB`: keeps grounds, rules and repeated heads out of the structure.

    All parts of a table that breaks share one. The paragraphs of its cells know their elements themselves.
    """

    def __init__(self) -> None:
        self._begun = self._repeats = False

    def __call__(self, table: Any, what: str, *arguments: Any) -> None:
        """Called as a table is drawn, with what begins or ends."""
        canvas: TaggingCanvas = table.canv
        match what, arguments:
            case "startTable", _:
                self._repeats, self._begun = self._begun, True
            case ("startBG" | "startLines", _):
                canvas.begin_artifact()
            case ("endBG" | "endLines", _):
                canvas.end_artifact()
            case "startRow", (row,):
                self._in_repeated_head = self._repeats and row == 0
                if self._in_repeated_head:
                    canvas.begin_artifact()
            case "endRow", _ if self._in_repeated_head:
                canvas.end_artifact()


class Room(CondPageBreak):
    """Breaks the page unless that many points are left on it. Takes no room itself."""

    _SPACETRANSFER = True  # the spaces above and below meet as if it were not there
