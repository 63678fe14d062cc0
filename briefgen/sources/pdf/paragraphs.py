"""Lines to drafts: what is one paragraph, what is a heading, and words parted at the end of a line."""

from __future__ import annotations

import re
import statistics
from itertools import chain, pairwise

from briefgen.sources.layout.draft import Draft, ends_with_stop
from briefgen.sources.layout.markers import split_marker
from briefgen.sources.marked import heading, item, paragraph
from briefgen.sources.pdf.furniture import body_size
from briefgen.sources.pdf.lines import Line

_LARGE = 1.12  # of the body's size: a heading
_SAME_SIZE = 0.06  # of a size
_WIDE_PITCH = 1.3  # of the usual distance between two lines: a new paragraph
_SINGLE_SPACED = 1.1  # of a line's size
_FULL = 0.4  # of the widest line, which may be one across two columns
_INDENT = 0.6  # of a line's size
_SHORT = 0.9  # of a column's width: a line that ends there before a new sentence ends its paragraph
_PARTED = re.compile(r"([^\W\d_]+)-$")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
# First halves of words that keep their hyphen: "long-term", "so-called".
_FIRST_HALVES = frozenset(
    "air all anti arms build cease co counter cross ex face first follow full half high hard in inter key large "
    "left long low mid multi near non off old on one open over post pre pro right second self short single six so "
    "ten third three tit top two under up well wide world year".split()
)


def drafts_of(pages: list[list[Line]]) -> list[Draft]:
    """The drafts of pages whose lines stand in the order in which they are read."""
    lines = _rows(list(chain.from_iterable(pages)))
    size = body_size(pages)
    pitch = _usual_pitch(lines, size)
    groups: list[list[Line]] = []
    for line in lines:
        if groups and not _begins(groups[-1], line, size, pitch):
            groups[-1].append(line)
        else:
            groups.append([line])
    words = frozenset(word.lower() for line in lines for word in _WORD.findall(line.text))
    sizes = sorted({round(group[0].size) for group in groups if group[0].size > _LARGE * size}, reverse=True)
    drafts = []
    for group in groups:
        text = _joined([line.text for line in group], words)
        marker, rest = split_marker(text)
        if group[0].size > _LARGE * size and not ends_with_stop(text):
            drafts.append(heading(text, sizes.index(round(group[0].size)) + 1))
        elif marker and rest:
            drafts.append(item(rest, marker, 1))
        else:
            drafts.append(paragraph(text))
    return drafts


def _rows(lines: list[Line]) -> list[Line]:
    """Pieces beside one another made one line: the cells of a row, a bullet and its text."""
    rows: list[Line] = []
    for line in lines:
        before = rows[-1] if rows else None
        if (
            before
            and before.page == line.page
            and abs(before.base - line.base) < 0.4 * line.size
            and line.left > before.right
        ):
            between = " " if len(before.text) <= 3 else " | "
            rows[-1] = Line(
                f"{before.text}{between}{line.text}",
                before.left,
                line.right,
                line.base,
                line.size,
                line.page,
                line.height,
            )
        else:
            rows.append(line)
    return rows


def _usual_pitch(lines: list[Line], size: float) -> float:
    """The distance between lines of one paragraph: behind lines of the body that are full and end in mid-sentence."""
    widest = max((line.right - line.left for line in lines), default=0.0)
    steps = [
        one.base - two.base
        for one, two in pairwise(lines)
        if one.page == two.page
        and 0 < one.base - two.base < 3 * size
        and abs(one.size - size) < 0.1 * size
        and not ends_with_stop(one.text)
        and one.right - one.left > _FULL * widest
    ]
    return statistics.median(steps) if steps else _SINGLE_SPACED * size


def _begins(group: list[Line], line: Line, size: float, pitch: float) -> bool:
    """Whether `line` begins a paragraph, the one before it being `group`."""
    before = group[-1]
    if abs(before.size - line.size) > _SAME_SIZE * before.size or " | " in before.text or " | " in line.text:
        return True
    if split_marker(line.text)[0]:
        return True
    step = before.base - line.base
    large = line.size > _LARGE * size
    if before.page != line.page or step <= 0:  # the next column or page
        return large or (ends_with_stop(before.text) and not line.text[0].islower())
    if step > _WIDE_PITCH * (pitch if not large else max(pitch, 1.25 * line.size)):
        return True
    if large:
        return False
    column = _same_column(group)
    left = min(other.left for other in column[1:]) if len(column) > 1 else before.left
    hanging = bool(split_marker(group[0].text)[0])
    if not hanging and line.left - left > _INDENT * line.size:
        return True
    width = max(other.right for other in column) - left
    return ends_with_stop(before.text) and len(column) > 1 and before.right - left < _SHORT * width


def _same_column(group: list[Line]) -> list[Line]:
    """The last lines of `group` that stand one below the other."""
    above = (index for index in range(len(group) - 1, 0, -1) if group[index].base >= group[index - 1].base)
    return group[next(above, 0) :]


def _joined(texts: list[str], words: frozenset[str]) -> str:
    """Lines made one text; a word that was parted at the end of a line is whole again."""
    text = texts[0]
    for line in texts[1:]:
        parted = _PARTED.search(text)
        rest = _WORD.match(line)
        if not parted or not rest:
            text = f"{text}{'' if re.search(r'[^ ][-–]$', text) else ' '}{line}"
        elif _keeps_hyphen(parted[1], rest[0], words):
            text += line
        else:
            text = text[:-1] + line
    return text


def _keeps_hyphen(first: str, second: str, words: frozenset[str]) -> bool:
    if second[0].isupper() or (first.isupper() and len(first) > 1):
        return True
    if (first + second).lower() in words:
        return False
    return f"{first}-{second}".lower() in words or first.lower() in _FIRST_HALVES
