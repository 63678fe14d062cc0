"""Subheadings: short lines without a full stop between paragraphs."""

from __future__ import annotations

import re
from itertools import islice

from briefgen.sources.layout.draft import DASHES, Draft
from briefgen.sources.layout.items import is_quotation

_MOST_WORDS, _MOST_CHARACTERS = 16, 120
_POINTER = re.compile(
    r"(?:read more|see also|also read|related|watch|listen|photo|image|picture|source)s?\b.*:", re.IGNORECASE
)
_CONTACT = re.compile(r"@|https?:|www\.")
_SENTENCE_BREAK = re.compile(r"[a-z)][.!?] +[A-Z\"“]")
_FURTHEST = 12  # drafts that may stand between a heading and its paragraph
_LONGEST_RUN = 2  # a section and its first subsection; three short lines in a row are a list


def mark_headings(drafts: list[Draft]) -> None:
    """Give headings their kind: they look like one and a paragraph or a list follows."""
    index = 0
    while index < len(drafts):
        end = index
        while end < len(drafts) and (drafts[end].kind == "heading" or _looks_like_heading(drafts[end])):
            end += 1
        run = [draft for draft in drafts[index:end] if draft.kind is None]
        if run and len(run) <= _LONGEST_RUN and _leads_on(drafts, index, end):
            for draft in run:
                draft.kind = "heading"
        index = max(end, index + 1)


def _leads_on(drafts: list[Draft], start: int, end: int) -> bool:
    """Whether something stands below the run that it can be the heading of, and no "as follows:" above it."""
    rest = islice(drafts, end, end + _FURTHEST)
    below = next((draft for draft in rest if draft.kind not in ("byline", "dateline", "boundary")), None)
    announced = start > 0 and drafts[start - 1].kind in (None, "item") and drafts[start - 1].text.endswith(":")
    return below is not None and below.kind not in ("heading", "headline") and not announced


def _looks_like_heading(draft: Draft) -> bool:
    text = draft.text
    if draft.kind is not None or len(text) > _MOST_CHARACTERS or not 0 < len(draft.words) <= _MOST_WORDS:
        return False
    if draft.bare[:1].islower() or text[0] in ("(", *DASHES) or draft.breaks_off or is_quotation(draft):
        return False
    if _POINTER.match(text) or _CONTACT.search(text) or _SENTENCE_BREAK.search(text):
        return False
    if draft.bare.endswith(":"):
        return draft.in_title_case  # "Key Outcomes:", but not "The parties agreed that:"
    return not draft.bare.endswith((",", ";", *DASHES)) and (not draft.ends_sentence or text.endswith("?"))
