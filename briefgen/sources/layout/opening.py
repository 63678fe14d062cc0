"""What stands above the first paragraph (headline, bylines, datelines), and the same kinds of lines further down."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from itertools import takewhile

from briefgen.sources.layout.bylines import is_office, is_place, is_venue, named_with_role, names_in_byline
from briefgen.sources.layout.datelines import is_dateline, published_on
from briefgen.sources.layout.draft import DASHES, Draft

_DEEPEST = 12  # drafts that an opening may take
_MOST_WORDS, _MOST_CHARACTERS = 40, 300
_LONGEST_QUESTION = 20  # words
_LONGEST_DECK = 45  # words
_SIGNATURES = 4  # drafts at the end among which somebody may have signed
_KICKER = re.compile(
    r"(?:for immediate release|(?:press|news|media) (?:release|note|statement)|breaking(?: news)?|opinion|analysis|"
    r"exclusive|update \d|check against delivery)[\s:!.]*",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Masthead:
    """Author and day of publication as the text itself gives them; None when it does not, or not clearly."""

    author: str | None
    published: dt.date | None


def mark_opening(drafts: list[Draft]) -> None:
    """Give kinds to the drafts above the first paragraph, as far as they are no headings."""
    headline: Draft | None = next((draft for draft in drafts[:_DEEPEST] if draft.kind == "headline"), None)
    for index, draft in enumerate(drafts[:_DEEPEST]):
        below = drafts[index + 1 : index + 1 + _DEEPEST]
        if draft.kind == "boundary" or draft is headline:
            continue
        if draft.kind is not None or draft.marker:
            return
        if is_dateline(draft.text):
            draft.kind = "dateline"
        elif _is_byline(draft, below, headline is not None):
            draft.kind = "byline"
        elif _KICKER.fullmatch(draft.text):
            draft.kind = "heading"
        elif headline is None and _is_headline(draft, below):
            draft.kind, headline = "headline", draft
        elif is_venue(draft) or is_place(draft):
            beside = [*drafts[max(index - 1, 0) : index], *below[:1]]
            spoken = any(other.kind == "paragraph" for other in below[:4])
            if spoken or any(other.kind == "dateline" or is_dateline(other.text) for other in beside):
                draft.kind = "dateline"
        elif not _is_deck(draft, below):
            return


def mark_datelines_and_signatures(drafts: list[Draft]) -> None:
    """Dates alone on their line anywhere, and names with an office at the end."""
    for draft in drafts:
        if draft.kind is None and is_dateline(draft.text):
            draft.kind = "dateline"
    for draft in reversed(drafts[1:][-_SIGNATURES:]):
        if draft.kind is None and named_with_role(draft):
            draft.kind = "byline"
        elif draft.kind not in ("boundary", "dateline", "byline"):
            return


def masthead(drafts: list[Draft]) -> Masthead:
    """Author and date of a text whose drafts have their kinds."""
    prose = [index for index, draft in enumerate(drafts[:_DEEPEST]) if draft.kind in (None, "paragraph", "item")]
    top = drafts[: prose[1] if len(prose) > 1 else _DEEPEST]  # a sentence may stand between headline and byline
    bylines = [draft for draft in top if draft.kind == "byline" and draft.text[0] not in DASHES]
    authors = [names_in_byline(draft.text) or named_with_role(draft) or draft.text for draft in bylines]
    dated = [*bylines, *(draft for draft in top if draft.kind == "dateline")]
    days = {published_on(draft.text) for draft in dated} - {None}
    if not days and drafts and drafts[-1].kind == "dateline":
        days = {published_on(drafts[-1].text)}
    return Masthead(", ".join(dict.fromkeys(authors)) or None, days.pop() if len(days) == 1 else None)


def _is_byline(draft: Draft, below: list[Draft], has_headline: bool) -> bool:
    if names_in_byline(draft.text):
        return True
    if has_headline:
        return is_office(draft) or named_with_role(draft) is not None
    # "Ministry of Health" above "Statement on cholera", but not "Ministry of Health Opens Clinic" above its byline
    return is_office(draft) and bool(below) and _is_headline(below[0], below[1:]) and not _names_somebody(below[0])


def _names_somebody(draft: Draft) -> bool:
    return bool(names_in_byline(draft.text)) or is_office(draft) or named_with_role(draft) is not None


def _is_headline(draft: Draft, below: list[Draft]) -> bool:
    text = draft.text
    if draft.kind is not None or len(text) > _MOST_CHARACTERS or not 0 < len(draft.words) <= _MOST_WORDS:
        return False
    if draft.bare[:1].islower() or text.endswith((":", ";")) or (text.endswith(",") and not draft.in_title_case):
        return False
    if draft.ends_sentence and not (text.endswith(("?", "!")) and len(draft.words) <= _LONGEST_QUESTION):
        return False
    body = [other for other in below if other.ends_sentence or other.marker]
    return len(body) > 1 or any(len(other.text) > len(text) for other in body)


def _is_deck(draft: Draft, below: list[Draft]) -> bool:
    """A line between headline and byline, be it a sentence or not."""
    if len(draft.words) > _LONGEST_DECK:
        return False
    labels = takewhile(lambda other: not other.ends_sentence and not other.marker, below)
    return not draft.ends_sentence or any(is_dateline(other.text) or names_in_byline(other.text) for other in labels)
