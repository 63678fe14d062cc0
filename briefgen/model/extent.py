"""How much room a section takes on the printed pages."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Extent:
    """A section from its heading to the next one, in pages from the top of the first: 1.5 is the middle of page 2.

    `section` is its name in the house style, empty for what stands above all sections. `lines` counts printed lines
    without those of the heading, `longest` those of its longest paragraph on a page.
    """

    section: str
    start: float
    end: float
    lines: int
    longest: int

    @property
    def pages(self) -> float:
        """How many pages it takes."""
        return self.end - self.start
