"""A measured figure beside what it has to be, and how the benchmarks print theirs."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure that may be at most its limit or, with `least`, has to be at least that."""

    name: str
    value: float
    limit: float
    unit: str = ""
    detail: str = ""
    least: bool = False

    def __str__(self) -> str:
        good = self.value >= self.limit if self.least else self.value <= self.limit
        asked = f"at {'least' if self.least else 'most'} {self.limit:g}{self.unit}"
        return f"{self.name:<66}{self.value:8.2f}{self.unit:<3} {asked:<14}{'ok' if good else 'missed':<8}{self.detail}"


def print_all(figures: Callable[[Path], Iterator[Figure]]) -> None:
    """Measure in a folder that is gone afterwards, and print one line a figure as soon as it is there."""
    with tempfile.TemporaryDirectory() as folder:
        for figure in figures(Path(folder)):
            print(figure, flush=True)
