"""List items and how deep they are nested; also items whose bullets were lost on the way."""

from __future__ import annotations

from itertools import groupby

from briefgen.sources.layout.draft import DASHES, Draft
from briefgen.sources.layout.markers import is_bullet, marker_style

_MOST_WORDS = 16  # of a line in a list without bullets, or of a heading
_SHORTEST_LIST = 2
_CONTINUES = (";", "; and", "; or", ", and", ", or")


def mark_items(drafts: list[Draft]) -> None:
    """Give items their kind and level; a paragraph between them ends the list."""
    _free_lone_items(drafts)
    for has_marker, run in groupby(drafts, key=lambda draft: draft.kind is None and bool(draft.marker)):
        if has_marker:
            _set_levels(list(run))
    _mark_bare_lists(drafts)


def _free_lone_items(drafts: list[Draft]) -> None:
    """What only begins like an item: "- President Osei, 3 March" below a quotation, "2. Trade" above a paragraph."""
    trios = zip(drafts, drafts[1:], [*drafts[2:], Draft("")], strict=False)
    for index, (before, draft, after) in enumerate(trios, 1):
        text = f"{draft.marker} {draft.text}".strip()
        if before.marker or after.marker or draft.ends_sentence or len(draft.words) > _MOST_WORDS:
            continue
        if text[0] in DASHES and is_quotation(before):
            drafts[index] = Draft(text, kind="byline")
        elif draft.marker and not is_bullet(draft.marker) and after.ends_sentence and draft.kind is None:
            drafts[index] = Draft(text)


def is_quotation(draft: Draft) -> bool:
    """Whether the text is one quotation from its first to its last sign."""
    text = draft.text.strip("*_ ")
    return text[:1] in tuple("\"“‘'«") and text[-1:] in tuple("\"”’'»")


def _set_levels(run: list[Draft]) -> None:
    # A deeper indent, or at one indent a new kind of marker, opens a list inside the item before.
    open_lists: list[tuple[int, str]] = []
    for draft in run:
        style = marker_style(draft.marker)
        while open_lists and open_lists[-1][0] > draft.indent:
            open_lists.pop()
        if (draft.indent, style) in open_lists:
            del open_lists[open_lists.index((draft.indent, style)) + 1 :]
        else:
            open_lists.append((draft.indent, style))
        draft.kind, draft.level = "item", len(open_lists)


def _mark_bare_lists(drafts: list[Draft]) -> None:
    """Lines after "The parties will:" that end in semicolons or in nothing, and the one that closes the list."""
    for index, intro in enumerate(drafts):
        if intro.kind in (None, "paragraph") and intro.text.endswith(":"):
            end = index + 1
            while end < len(drafts) and _is_list_line(drafts[end]):
                end += 1
            if drafts[end - 1].text.endswith(_CONTINUES) and end < len(drafts) and drafts[end].kind is None:
                end += 1
            if end - index > _SHORTEST_LIST:
                for draft in drafts[index + 1 : end]:
                    draft.kind = "item"


def _is_list_line(draft: Draft) -> bool:
    short = len(draft.words) <= _MOST_WORDS and not draft.ends_sentence and not draft.text.endswith(":")
    return draft.kind is None and (short or draft.text.endswith(_CONTINUES))
