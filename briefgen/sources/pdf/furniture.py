"""What stands on a page for the page's own sake: running heads and feet, page numbers, notes."""

from __future__ import annotations

import re
from collections import Counter

from briefgen.sources.pdf.lines import Line

_EDGE = 0.12  # of the page's height, at its top and at its foot
_NUMBER = re.compile(r"[-–—|\s]*(?:page\s*)?\d{1,4}(?:\s*(?:of|/)\s*\d{1,4})?[-–—|\s]*", re.IGNORECASE)
# What a browser prints at the edges of a page: "03/05/2024, 10:30  Title" and "https://example.org/a  1/3".
_PRINTED = re.compile(r"\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4}, \d{1,2}:\d\d.*|https?://\S+(?:\s+\d+/\d+)?|\d+/\d+")
_SMALL = 0.85  # of the body's size: notes and captions
_EDGE_LINES = 3


def without_furniture(pages: list[list[Line]]) -> list[list[Line]]:
    """The pages without what repeats at their edges, without their numbers and without small print below the text."""
    repeated = Counter(key for page in pages for key in {_key(line) for line in page if _at_edge(line)})
    often = max(2, len(pages) // 3)
    size = body_size(pages)
    kept: list[list[Line]] = []
    for page in pages:
        edges = _edge_lines(page)
        printed = {round(line.base) for line in edges if _PRINTED.fullmatch(line.text)}
        text = [
            line
            for line in page
            if not (_at_edge(line) and repeated[_key(line)] >= often)
            and not (line in edges and (_NUMBER.fullmatch(line.text) or round(line.base) in printed))
        ]
        kept.append([line for line in text if line.size >= _SMALL * size or _above_text(line, text, size)])
    return kept


def body_size(pages: list[list[Line]]) -> float:
    """The size in which most of the text is set; 0 where there is none."""
    counts: Counter[float] = Counter()
    for page in pages:
        for line in page:
            counts[round(line.size, 1)] += len(line.text)
    return max(counts, key=lambda size: counts[size], default=0.0)


def _key(line: Line) -> tuple[str, int]:
    """The same for heads that differ in their numbers alone and stand at one height."""
    return re.sub(r"\d+", "#", line.text).casefold(), round(line.base / 6)


def _at_edge(line: Line) -> bool:
    return not _EDGE * line.height < line.base < (1 - _EDGE) * line.height


def _edge_lines(page: list[Line]) -> list[Line]:
    by_height = sorted(page, key=lambda line: line.base)
    return [line for line in (*by_height[:_EDGE_LINES], *by_height[-_EDGE_LINES:]) if _at_edge(line)]


def _above_text(line: Line, page: list[Line], size: float) -> bool:
    """Whether small print stands on the first page above the text, where author and date do."""
    tops = [other.base for other in page if abs(other.size - size) <= 0.1 * size and len(other.text.split()) > 5]
    return line.page == 0 and (not tops or line.base > max(tops))
