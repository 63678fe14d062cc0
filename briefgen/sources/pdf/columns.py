"""The order in which a page is read: down one column, then down the next."""

from __future__ import annotations

from itertools import pairwise

from briefgen.sources.layout.draft import ends_with_stop
from briefgen.sources.pdf.lines import Line

_GUTTER = 6.0  # points between two columns, at least
_FEWEST = 4  # lines of a column
_SHORTEST = 20  # characters, in the mean, of a line in a column; the cells of a table are shorter
_WIDE_GAP = 1.8  # of a line's size
_MOST = 600  # lines of a page that is taken apart


def in_reading_order(page: list[Line]) -> list[Line]:
    """The lines of a page, column by column; those of one row beside one another."""
    return _ordered(page) if len(page) <= _MOST else page


def _ordered(lines: list[Line]) -> list[Line]:
    rows = sorted(lines, key=lambda line: (-round(line.base), line.left))
    parts = _columns(rows)
    if parts:
        left, foot = _without_foot(*parts)
        return [*_ordered(left), *_ordered(parts[1]), *_ordered(foot)]
    # A title or a picture across the page: what is above it and what is below are read one after the other.
    for index in range(1, len(rows)):
        if round(rows[index].base) != round(rows[index - 1].base):
            below = _columns(rows[index:])
            if below:
                return [*_ordered(rows[:index]), *_ordered(rows[index:])]
    for index in range(len(rows) - 1, 2 * _FEWEST - 1, -1):
        if round(rows[index].base) != round(rows[index - 1].base) and (above := _columns(rows[:index])):
            return [*_ordered(above[0]), *_ordered(above[1]), *_ordered(rows[index:])]
    return rows


def _without_foot(left: list[Line], right: list[Line]) -> tuple[list[Line], list[Line]]:
    """The left column, and what stands below both: behind a wide gap, where the column breaks off in mid-sentence."""
    down = sorted(left, key=lambda line: -line.base)
    end = min(line.base for line in right)
    for index, (one, two) in enumerate(pairwise(down), 1):
        if two.base < end and one.base - two.base > _WIDE_GAP * one.size and not ends_with_stop(one.text):
            return down[:index], down[index:]
    return left, []


def _columns(lines: list[Line]) -> tuple[list[Line], list[Line]] | None:
    """What stands left and right of a gutter that no line crosses; None where there is none."""
    if len(lines) < 2 * _FEWEST:
        return None
    across = sorted(lines, key=lambda line: line.left)
    right = across[0].right
    for index, line in enumerate(across[1:], 1):
        if line.left - right >= _GUTTER:
            left, rest = across[:index], across[index:]
            if _is_column(left) and _is_column(rest) and _side_by_side(left, rest):
                return left, rest
        right = max(right, line.right)
    return None


def _is_column(lines: list[Line]) -> bool:
    return len(lines) >= _FEWEST and sum(len(line.text) for line in lines) >= _SHORTEST * len(lines)


def _side_by_side(left: list[Line], right: list[Line]) -> bool:
    lowest = max(min(line.base for line in side) for side in (left, right))
    return lowest < min(max(line.base for line in side) for side in (left, right))
