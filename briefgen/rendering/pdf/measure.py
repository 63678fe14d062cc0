"""Measures, while the pages are drawn, how much room each section takes."""

from __future__ import annotations

from itertools import pairwise

from briefgen.model.extent import Extent


class Measure:
    """Notes where sections begin. `top` and `bottom` of the text on a page, in points from the paper's lower edge."""

    def __init__(self, top: float, bottom: float) -> None:
        self._top, self._bottom = top, bottom
        self._lines = 0
        self._longest = [0]  # lines of the longest paragraph, section by section
        # Section, pages above it, lines above its heading and above its text.
        self._begun: list[tuple[str, float, int, int]] = [("", 0.0, 0, 0)]

    def pass_lines(self, count: int) -> None:
        """A paragraph of so many lines has been drawn."""
        self._lines += count
        self._longest[-1] = max(self._longest[-1], count)

    def begin(self, section: str, page: int, height: float, heading_lines: int) -> None:
        """A section begins at that height of that page; so many lines of its heading have been passed already."""
        self._longest.append(0)
        self._begun.append((section, self._pages(page, height), self._lines - heading_lines, self._lines))

    def extents(self, page: int, height: float) -> tuple[Extent, ...]:
        """Of every section and of what stands above them; the last one ends at that height of that page."""
        ends = [*self._begun, ("", self._pages(page, height), self._lines, 0)]
        return tuple(
            Extent(section, start, end, lines - above, longest)
            for ((section, start, _, above), (_, end, lines, _)), longest in zip(
                pairwise(ends), self._longest, strict=True
            )
        )

    def _pages(self, page: int, height: float) -> float:
        return page - 1 + (self._top - height) / (self._top - self._bottom)
