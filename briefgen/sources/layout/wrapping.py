"""Lines to paragraphs: texts wrapped at a column are joined again, texts with one paragraph a line are not.

A text is wrapped when its lines break where the next word would no longer have fitted, and break in mid-sentence.
Both are counted over the whole text, so that one odd line decides nothing.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from briefgen.sources.layout.draft import Draft, ends_with_stop
from briefgen.sources.layout.lines import Line
from briefgen.sources.layout.markers import is_bullet, split_marker
from briefgen.sources.layout.speech import speaker_label

_NARROWEST, _WIDEST = 35, 132  # columns at which somebody wraps text
_FEW_JOINTS = 3  # places where a line may go on in the next; too few to count
_SHORT = 0.8  # of the column: a sentence that ends so early ends its paragraph
_LONG_GROUP = 20  # lines; no paragraph has so many, so blank lines do not part paragraphs there
_TITLE = 0.7  # of the column: a heading is at most so long

Group = list[Line]


@dataclass(frozen=True, slots=True)
class _Shape:
    """What is true of a wrapped group as a whole: its column, the indent of most lines, and how paragraphs begin."""

    column: int
    margin: int
    is_long: bool
    sets_in: bool

    @classmethod
    def of(cls, group: Group, column: int) -> _Shape:
        margin = min(line.indent for line in group) + 1
        return cls(column, margin, len(group) > _LONG_GROUP, sum(line.indent > margin for line in group) > 2)


def wrap_column(groups: list[Group]) -> int | None:
    """The column at which the text is wrapped, None when each of its lines is a paragraph."""
    narrow = [group for group in groups if len(group) > 1 and max(_widths(group)) <= _WIDEST]
    widths = sorted(width for group in narrow for width in _widths(group))
    if not widths:
        return None
    column = widths[int(0.9 * (len(widths) - 1) + 0.5)]
    if column < _NARROWEST:
        return None
    joints = [(one, two) for group in narrow for one, two in pairwise(group) if not split_marker(two.text)[0]]
    if len(joints) < _FEW_JOINTS and not all(two.text[0].islower() for _, two in joints):
        return None  # two lines are as soon a ministry's name above a title
    mid_sentence = sum(not ends_with_stop(one.text) for one, _ in joints)
    full = sum(_is_full(one, two, column) or _goes_on(one, two) for one, two in joints)
    wrapped = joints and full > 0.6 * len(joints) and mid_sentence > 0.5 * len(joints)
    return column if wrapped else None


def join_lines(group: Group, column: int | None) -> list[Draft]:
    """The paragraphs and items of a group of lines; `column` as `wrap_column` found it."""
    wrapped = column is not None and max(_widths(group)) <= 1.5 * column
    shape = _Shape.of(group, column) if wrapped and column is not None else None
    opening = _lines_of_opening(group, shape) if shape else 0
    parts: list[Group] = []
    for index, line in enumerate(group):
        if index > opening and not _starts_block(group, index, parts[-1][0], shape):
            parts[-1].append(line)
        else:
            parts.append([line])
    return [_draft(part) for part in parts]


def _lines_of_opening(group: Group, shape: _Shape) -> int:
    """How many lines above the first paragraph stand in one group with it: headline, byline, dateline."""
    if not shape.is_long:
        return 0
    pairs = enumerate(pairwise(group))
    return next(
        (i for i, (line, below) in pairs if _is_full(line, below, shape.column) or ends_with_stop(line.text)), 0
    )


def _starts_block(group: Group, index: int, first: Line, shape: _Shape | None) -> bool:
    """Whether a block begins at this line; `first` is the first line of the block above it."""
    line, before = group[index], group[index - 1]
    marker, item = split_marker(line.text)[0], split_marker(first.text)[0]
    if marker and (shape is None or _may_begin_item(marker, before, line, item, shape.column)):
        return True
    if item and line.indent > first.indent:
        return False  # hanging indent
    if shape is None:
        return True
    return _ends_paragraph(before, line, bool(item), shape) or _parts_heading(group, index, shape.column)


def _may_begin_item(marker: str, before: Line, line: Line, item: str, column: int) -> bool:
    """Not so in "adopted under Article / 5. The parties" or "both sides / - tired of war - agreed".

    `item` is the marker of the item in which the line would stand otherwise, "" outside of a list.
    """
    if is_bullet(marker) and marker == item:
        return True
    pause = ends_with_stop(before.text) or before.text.endswith((":", ";", ",", " and", " or"))
    return pause or not _is_full(before, line, column)


def _ends_paragraph(before: Line, line: Line, in_item: bool, shape: _Shape) -> bool:
    if line.text[0].islower():
        return False
    set_in = not in_item and line.indent > shape.margin
    if set_in and before.indent <= shape.margin:
        return True
    if not ends_with_stop(before.text):
        return False
    if set_in or speaker_label(line.text):
        return True
    if shape.sets_in and not in_item:
        return False
    # Where blank lines part paragraphs, a line that breaks a little early may do so for a link that stood there.
    room = shape.column if shape.is_long and not in_item else _SHORT * shape.column
    return before.indent + len(before.text) < room and not _is_full(before, line, shape.column)


def _parts_heading(group: Group, index: int, column: int) -> bool:
    """Whether a heading stands right above this line, or this line is one right below a paragraph."""
    if _is_title(group, index - 1, column):
        return True
    return _is_title(group, index, column) and ends_with_stop(group[index - 1].text)


def _is_title(group: Group, index: int, column: int) -> bool:
    """A short line that starts like one and has a full line of a new sentence below it."""
    if index + 1 >= len(group) or (index and not ends_with_stop(group[index - 1].text)):
        return False
    line, below = group[index], group[index + 1]
    short = len(line.text) < _TITLE * column <= len(below.text)
    fresh = not line.text[0].islower() and not below.text[0].islower()
    whole = line.text[-1] not in ".,;:" and not Draft(line.text).breaks_off
    return short and fresh and whole and not split_marker(line.text)[0]


def _goes_on(line: Line, after: Line) -> bool:
    return after.text[0].islower() and not ends_with_stop(line.text) and line.text[-1] not in ",;:"


def _is_full(line: Line, after: Line, column: int) -> bool:
    first_word = after.text.split(" ", 1)[0]
    return line.indent + len(line.text) + 1 + len(first_word) > column


def _widths(group: Group) -> list[int]:
    return [line.indent + len(line.text) for line in group]


def _draft(part: Group) -> Draft:
    marker, text = split_marker(" ".join(line.text for line in part))
    return Draft(text, marker, part[0].indent)
