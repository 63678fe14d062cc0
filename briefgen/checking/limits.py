"""The limits of a house style: what a brief has more of than it may. Told, never enforced: nothing is cut."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefgen.checking.contents import content
from briefgen.model.brief import Brief
from briefgen.model.extent import Extent
from briefgen.model.merged import Path
from briefgen.model.sections import SectionEntry
from briefgen.model.style import Section, Style

_WORDS_A_PAGE = 1000  # in the smallest type that can be read, and no table holds half of that
_PARTS = ("issues", "red_lines", "next_steps")
Excess = tuple[Path, str]  # where in the brief, and what is too much


def excesses(brief: Brief, style: Style, extents: Sequence[Extent]) -> Iterator[Excess]:
    """Each limit that is passed. `extents`: of the sections as printed; where there are none, pages do not count."""
    by_section = {extent.section: extent for extent in extents}
    for section in style.sections:
        path, inside = content(brief, section.section)
        for limit, amount, unit in _amounts(section, inside, by_section.get(section.section)):
            if limit is not None and amount > limit:
                yield path, f"“{section.label}” has {amount:g} {_unit(unit, amount)}, limit {limit:g}"
        longest = by_section[section.section].longest if section.section in by_section else 0
        if style.paragraph_lines and longest > style.paragraph_lines and section.section not in _apart(style):
            told = f"a paragraph of “{section.label}” has {longest} lines, limit {style.paragraph_lines}"
            yield path, told
    if style.pages and extents:
        yield from _too_long(style, extents)
    elif style.pages and least_pages(brief) > style.pages.limit:
        yield ("title",), f"more than {least_pages(brief)} pages, limit {style.pages.limit:g}"


def least_pages(brief: Brief) -> int:
    """How many pages the words of a brief take at the very least, its annex apart."""
    return sum(len(text.split()) for text in _texts([getattr(brief, part) for part in _PARTS])) // _WORDS_A_PAGE


def _amounts(section: Section, inside: object, extent: Extent | None) -> Iterator[tuple[float | None, float, str]]:
    limits, texts = section.limits, list(_texts(inside))
    yield limits.items, len(inside) if isinstance(inside, list) else len(texts), "item"
    yield limits.words, sum(len(text.split()) for text in texts), "word"
    if extent:
        yield limits.lines, extent.lines, "line"
        yield limits.pages, round(extent.pages, 1), "page"


def _too_long(style: Style, extents: Sequence[Extent]) -> Iterator[Excess]:
    """The whole brief, but for the sections that do not count, and which of them is the longest."""
    limit = style.pages.limit if style.pages else 0
    apart = _apart(style)
    counted = [extent for extent in extents if extent.section not in apart]
    pages = round(sum(extent.pages for extent in counted), 1)
    if pages <= limit:
        return
    labels = {section.section: section.label for section in style.sections}
    longest = max((extent for extent in counted if extent.section), key=lambda extent: extent.pages, default=None)
    told = f"{pages:g} pages, limit {limit:g}"
    if without := [labels[name] for name in apart if name in labels and any(e.section == name for e in extents)]:
        told += f" (without {', '.join(f'“{label}”' for label in without)})"
    if longest:
        told += f"; the longest section is “{labels[longest.section]}” ({longest.pages:.1f})"
    yield ("title",), told


def _apart(style: Style) -> list[str]:
    """The sections that do not count, such as the annex."""
    return style.pages.apart if style.pages else []


def _texts(inside: object) -> Iterator[str]:
    """All that a section says."""
    if isinstance(inside, str):
        yield inside
    elif isinstance(inside, SectionEntry):
        yield from (part for _, value in inside for part in _texts(value))
    elif isinstance(inside, list):
        yield from (part for value in inside for part in _texts(value))
    elif text := getattr(inside, "text", None) or getattr(inside, "statement", None) or getattr(inside, "action", None):
        yield str(text)


def _unit(unit: str, amount: float) -> str:
    return unit if amount == 1 else f"{unit}s"
