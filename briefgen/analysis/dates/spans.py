"""Calendar arithmetic: stretches of days, both ends included. A date outside the calendar is an OverflowError."""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Callable
from typing import NamedTuple

_DAY = dt.timedelta(days=1)
# The year in which a season starts names it: winter 2030 ends in February 2031. Northern hemisphere.
SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}


class Span(NamedTuple):
    """First and last day."""

    first: dt.date
    last: dt.date

    @property
    def days(self) -> int:
        """How many days it is long."""
        return (self.last - self.first).days + 1


def _date(year: int, month: int, day: int) -> dt.date:
    if not dt.MINYEAR <= year <= dt.MAXYEAR:
        raise OverflowError(f"year {year}")
    return dt.date(year, month, day)


def day_of(year: int, month: int, day: int) -> Span:
    """A single day; ValueError for a day that the month does not have."""
    date = _date(year, month, day)
    return Span(date, date)


def months(year: int, month: int, count: int = 1) -> Span:
    """`count` whole months from the first of `month`."""
    first = _date(year, month, 1)
    end = add(first, count, "month")
    return Span(first, end - _DAY)


def year_span(year: int) -> Span:
    """1 January to 31 December."""
    return Span(_date(year, 1, 1), _date(year, 12, 31))


def quarter(year: int, number: int) -> Span:
    """The calendar quarter 1 to 4."""
    return months(year, 3 * number - 2, 3)


def season(year: int, name: str) -> Span:
    """The meteorological season that starts in `year`."""
    return months(year, SEASONS[name.casefold()], 3)


def week(day: dt.date, ahead: int = 0) -> Span:
    """Monday to Sunday around `day`, or `ahead` weeks later."""
    monday = day - day.weekday() * _DAY + 7 * ahead * _DAY
    return Span(monday, monday + 6 * _DAY)


def period(day: dt.date, unit: str, ahead: int) -> Span:
    """The calendar week, month, quarter or year around `day`, or so many `ahead` of it."""
    if unit == "week":
        return week(day, ahead)
    moved = add(day.replace(day=1), ahead, unit)
    if unit == "month":
        return months(moved.year, moved.month)
    if unit == "quarter":
        return quarter(moved.year, (moved.month + 2) // 3)
    return year_span(moved.year)


def weekday_from(day: dt.date, weekday: int) -> dt.date:
    """The first such weekday on or after `day`."""
    return day + (weekday - day.weekday()) % 7 * _DAY


def weekday_until(day: dt.date, weekday: int) -> dt.date:
    """The last such weekday on or before `day`."""
    return day - (day.weekday() - weekday) % 7 * _DAY


def add(day: dt.date, count: int, unit: str) -> dt.date:
    """`day` moved by `count` units ("day", "working day", "weeks", ...); a month's end stays within the month.

    Hours are rounded up to whole days, but less than a day's worth stays on the day when it is below 12 hours.
    """
    unit = unit.casefold().removesuffix("s")
    if unit.startswith(("working", "business")) and unit.endswith("day"):
        return _add_working_days(day, count)
    unit = unit.split()[-1]
    if unit == "hour":
        return day + (0 if abs(count) < 12 else -(-count // 24)) * _DAY
    if unit in ("day", "week", "fortnight"):
        return day + count * {"day": 1, "week": 7, "fortnight": 14}[unit] * _DAY
    total = day.year * 12 + day.month - 1 + count * {"month": 1, "quarter": 3, "year": 12, "decade": 120}[unit]
    year, month = divmod(total, 12)
    return _date(year, month + 1, min(day.day, calendar.monthrange(min(max(year, 1), 9999), month + 1)[1]))


def _add_working_days(day: dt.date, count: int) -> dt.date:
    step = _DAY if count > 0 else -_DAY
    for _ in range(abs(count)):
        day += step
        while day.weekday() > 4:
            day += step
    return day


def occurrence(today: dt.date, future: bool, in_year: Callable[[int], Span]) -> Span:
    """The next stretch that is not over yet (or the last that has begun) of one that comes each year.

    `in_year` gives it for a year; ValueError where the year has none (29 February), which are passed over.
    """
    years = range(today.year - 1, today.year + 9) if future else range(today.year, today.year - 9, -1)
    for year in years:
        try:
            span = in_year(year)
        except ValueError:
            continue
        if span.last >= today if future else span.first <= today:
            return span
    raise ValueError("no such day in any year")
