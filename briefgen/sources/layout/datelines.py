"""Lines that say only when, and perhaps where: "Nairobi, 28 March 2029", "Published 3 May 2029, 10:30 GMT"."""

from __future__ import annotations

import datetime as dt
import re

from briefgen.sources.layout.dates import find_dates, the_date

_LONGEST = 100
_TIME = re.compile(r"\b\d{1,2}(?:[:.]\d\d){1,2}(?: ?[ap]\.?m\b\.?)?|\b\d{1,2} ?[ap]\.?m\b\.?", re.IGNORECASE)
_USUAL = re.compile(
    r"\b(?:published|updated|issued|posted|released?|modified|last|date|dated?|on|at|as of|done)\b:?|[|•·–—\-,.;:()/]",
    re.IGNORECASE,
)
_UPDATED = re.compile(r"\b(?:last )?(?:updated|modified)\b.*", re.IGNORECASE)
_PLACE = re.compile(r"(?:[^\W\d_a-z][\w’']*(?:\s+(?:(?:and|de|for|of|the)\s+){0,2}[^\W\d_a-z][\w’']*){0,7})?")
_OCCASION = re.compile(
    r"\b(?:statement|remarks|briefing|conference|communiqu[ée]|summit|meeting|speech|interview|declaration|report|readout)\b",
    re.IGNORECASE,
)


def is_dateline(text: str) -> bool:
    """Whether `text` holds a date and, beside it, nothing but a place, a time and words such as "published"."""
    if len(text) > _LONGEST or _OCCASION.search(text):
        return False
    dates = find_dates(text)
    for start, end, _ in reversed(dates):
        text = text[:start] + " " + text[end:]
    return bool(dates) and bool(_PLACE.fullmatch(_USUAL.sub(" ", _TIME.sub(" ", text)).strip()))


def published_on(text: str) -> dt.date | None:
    """The day of publication in a dateline or byline; None when there is none or it is in doubt."""
    return the_date(_UPDATED.sub("", text))
