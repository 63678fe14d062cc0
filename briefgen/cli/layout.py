"""How rows are set in a terminal: in columns where it is wide, one part below the other where it is narrow."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rich.console import Console, ConsoleOptions, RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Column, Table
from rich.text import Text

from briefgen.cli.console import visible

EMPTY = "—"
NARROW = 64  # terminal columns below which a table would have a word or two a line


@dataclass(frozen=True, slots=True)
class Rows:
    """Rows of cells that belong together, `columns` saying how they stand beside each other; None for an empty cell."""

    columns: Sequence[Column]
    rows: Sequence[Sequence[RenderableType | None]]

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> Iterator[RenderableType]:
        """For rich: what to print in a terminal as wide as `options` say."""
        if options.max_width < NARROW:
            yield from self._stacked()
            return
        titled = any(column.header for column in self.columns[:-1])
        table = Table(
            *self.columns, box=None, expand=True, show_header=titled, header_style="dim", pad_edge=False, padding=(0, 1)
        )
        for row in self.rows:
            table.add_row(*(EMPTY if cell is None else cell for cell in row))
        yield table

    def _stacked(self) -> Iterator[RenderableType]:
        """The cells of each row one below the other, the first one further out."""
        for number, row in enumerate(self.rows):
            if number:
                yield Text("")
            first, *others = [_on_one_line(cell) for cell in row if cell is not None]
            yield first
            for cell in others:
                yield Padding(cell, (0, 0, 0, 2))


def plain(text: str, style: str = "") -> Text:
    """A text in which nothing counts as markup and nothing commands the terminal."""
    return Text().append(visible(text), style)  # not as the style of the whole, which what is appended would inherit


def hanging(sign: Text, body: Text) -> RenderableType:
    """A text behind a sign, all its lines beginning in one column."""
    grid = Table.grid(padding=(0, 1, 0, 0))
    grid.add_row(sign, body)
    return grid


def _on_one_line(cell: RenderableType) -> RenderableType:
    return Text("  ").join(cell.split("\n")) if isinstance(cell, Text) else cell


def heading(text: str) -> RenderableType:
    """A section's heading, with a line to the right edge and an empty line above."""
    return Padding(Rule(plain(text, "bold"), align="left", style="dim"), (1, 0, 0, 0))
