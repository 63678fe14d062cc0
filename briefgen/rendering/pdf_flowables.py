"""What Platypus lacks: paragraphs with a bar or an anchor, a table that breaks in a row only if it must, bookmarks."""

from __future__ import annotations

from typing import Any

from reportlab.platypus import CondPageBreak, Flowable, Paragraph, Table


class BarredParagraph(Paragraph):
    """A paragraph with a bar along its left side; its style has `barWidth`, `barColour` and `barPadding`."""

    def draw(self) -> None:
        """Draws bar and paragraph."""
        style, canvas = self.style, self.canv
        canvas.saveState()
        canvas.setFillColor(style.barColour)
        canvas.rect(0, -style.barPadding, style.barWidth, self.height + 2 * style.barPadding, stroke=0, fill=1)
        canvas.restoreState()
        super().draw()


class AnchoredParagraph(Paragraph):
    """A paragraph that links lead to by its `anchor`; where it breaks over pages, to its first part."""

    anchor = ""

    def split(self, availWidth: float, availHeight: float) -> list[Flowable]:
        """The part that fits and the rest; empty to be tried again on the next page."""
        parts = super().split(availWidth, availHeight)
        if parts and isinstance(parts[0], AnchoredParagraph):
            parts[0].anchor = self.anchor
        return parts

    def draw(self) -> None:
        """Draws the paragraph, its place marked at the left margin so that readers do not scroll sideways."""
        if self.anchor:
            self.canv.bookmarkHorizontal(self.anchor, 0, self.height)
        super().draw()


class BreakableTable(Table):
    """A table that breaks between rows, and within a row only where the row is taller than a page."""

    _frame: Any
    _rowHeights: list[float]

    def split(self, availWidth: float, availHeight: float) -> list[Flowable]:
        """The part that fits and the rest; empty to be tried again on the next page."""
        # At the top of a page there is no more room to wait for.
        self.splitInRow = int(self._frame._atTop)
        return super().split(availWidth, availHeight)

    def height_of(self, rows: int | None, width: float) -> float:
        """The height of that many rows from the top, None: of all."""
        self.wrap(width, 0)
        return sum(self._rowHeights[:rows])


class Room(CondPageBreak):
    """Breaks the page unless that many points are left on it. Takes no room itself."""

    _SPACETRANSFER = True  # the spaces above and below meet as if it were not there


class Bookmark(Flowable):
    """An entry of the PDF's outline at this place. Takes no room."""

    _ZEROSIZE = True
    _SPACETRANSFER = True  # the spaces above and below meet as if it were not there

    def __init__(self, title: str, level: int, key: str) -> None:
        super().__init__()
        self._title, self._level, self._key = title, level, key

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:
        """No size."""
        return 0, 0

    def draw(self) -> None:
        """Makes the entry."""
        canvas: Any = self.canv
        canvas.bookmarkHorizontal(self._key, 0, 0)
        canvas.addOutlineEntry(self._title, self._key, self._level)
