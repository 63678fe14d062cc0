"""Drafts of the formats that mark headings, lists and tables themselves: their reader says what each block is."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from briefgen.sources.cleaning import clean, fold
from briefgen.sources.layout.draft import Draft
from briefgen.sources.layout.markers import split_marker

LONGEST_HEADING = 40  # words; a longer one is a paragraph in large letters
_TITLE_WITHIN = 3  # drafts from the top in which a title is looked for


def heading(text: str, level: int) -> Draft:
    """A heading of `level`, from 1; a paragraph where it is too long for one."""
    short = len(text.split()) <= LONGEST_HEADING
    return Draft(_tidy(text), kind="heading" if short else None, level=level if short else 1)


def item(text: str, marker: str, level: int) -> Draft:
    """A list item with its bullet or number, `level` lists deep, from 1."""
    return Draft(_tidy(text), marker, kind="item", level=level)


def paragraph(text: str) -> Draft:
    """A paragraph, unless the rules of the layout find it to be a byline, a dateline or a heading, or an item whose
    bullet or number was typed."""
    marker, rest = split_marker(_tidy(text))
    return Draft(rest, marker)


def row(cells: Iterable[str]) -> Draft:
    """A row of a table as one line; empty when all of its cells are."""
    return Draft(" | ".join(filter(None, map(_tidy, cells))), kind="paragraph")


def ranked(drafts: Iterable[Draft], title: str | None = None) -> list[Draft]:
    """Those `drafts` that are not empty, with one headline: `title`, put on top where it does not stand there already;
    without a title the heading that stands on top. All other headings count their levels from the highest."""
    kept = [draft for draft in drafts if draft.text]
    if title:
        _set_title(kept, _tidy(title))
    headings = [draft for draft in kept if draft.kind == "heading"]
    if headings and kept[0] is headings[0]:
        headings.pop(0).kind = "headline"
        kept[0].level = 1
    top = min((draft.level for draft in headings), default=1)
    for draft in headings:
        draft.level -= top - 1
    return kept


def _set_title(drafts: list[Draft], title: str) -> None:
    top: Sequence[Draft] = drafts[:_TITLE_WITHIN]
    same = next((draft for draft in top if draft.text.casefold() == title.casefold()), None)
    if same:
        same.kind, same.level = "headline", 1
    else:
        drafts.insert(0, Draft(title, kind="headline"))


def _tidy(text: str) -> str:
    return fold(clean(text))
