"""Dates as a dateline writes them. Only what can be read in one way counts."""

from __future__ import annotations

import datetime as dt
import re

_MONTHS = "january february march april may june july august september october november december".split()
_DAYS = "monday tuesday wednesday thursday friday saturday sunday".split()
_MONTH = r"(?P<month>(?:jan|febr?|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)\.?|" + "|".join(_MONTHS) + ")"
_WEEKDAY = r"(?:(?P<weekday>" + "|".join(f"{name[:3]}(?:{name[3:]})?" for name in _DAYS) + r")[.,]*\s+)?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_FORMS = tuple(
    re.compile(rf"(?<!\w){form}(?!\w)", re.IGNORECASE)
    for form in (
        rf"{_WEEKDAY}{_DAY}\s+(?:of\s+)?{_MONTH},?\s+{_YEAR}",
        rf"{_WEEKDAY}{_MONTH}\s+{_DAY},?\s+{_YEAR}",
        rf"{_YEAR}-(?P<month>\d\d)-{_DAY}(?:T[\d:.]+(?:Z|[+-]\d\d:?\d\d)?)?",
        rf"{_DAY}[./](?P<month>\d{{1,2}})[./]{_YEAR}",
    )
)


def find_dates(text: str) -> list[tuple[int, int, dt.date | None]]:
    """Start, end and day of each full date in `text`; None for one that is no day or may be read in two ways."""
    found: list[tuple[int, int, dt.date | None]] = []
    for form in _FORMS:
        found += [(match.start(), match.end(), _day(match)) for match in form.finditer(text)]
    return sorted(found, key=lambda entry: entry[0])


def the_date(text: str) -> dt.date | None:
    """The one day that `text` names; None when it names none, two, or one that is in doubt."""
    days = {day for _, _, day in find_dates(text)}
    return days.pop() if len(days) == 1 else None


def _day(match: re.Match[str]) -> dt.date | None:
    groups = match.groupdict()
    year, day = int(groups["year"]), int(groups["day"])
    try:
        if not groups["month"].isdigit():
            date = dt.date(year, _month(groups["month"]), day)
        elif match[0].startswith(groups["year"]):
            date = dt.date(year, int(groups["month"]), day)
        else:
            date = _numeric(year, day, int(groups["month"]))
    except ValueError:
        return None
    weekday = groups.get("weekday")
    return None if weekday and not _DAYS[date.weekday()].startswith(weekday.lower()) else date


def _numeric(year: int, first: int, second: int) -> dt.date:
    """13/04/2029 is a day in April wherever it was written; 03/04/2029 is not known to be either."""
    if first != second and first <= 12 and second <= 12:
        raise ValueError("day or month")
    return dt.date(year, *((second, first) if second <= 12 else (first, second)))


def _month(name: str) -> int:
    return next(number for number, month in enumerate(_MONTHS, 1) if month.startswith(name.lower()[:3]))
