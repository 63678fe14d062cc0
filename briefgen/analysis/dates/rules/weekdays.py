"""Weekdays: "on Thursday", "next Monday", "Friday of next week", "a week on Tuesday"."""

from __future__ import annotations

import datetime as dt
import re

from briefgen.analysis.dates.rule import Reading, Reference, Rule, day
from briefgen.analysis.dates.spans import add, week, weekday_from, weekday_until
from briefgen.analysis.dates.words import NUMBER, WEEKDAY, number, pattern, weekday_number

_WEEKS_AHEAD = {"this": 0, "next": 1, "last": -1}


def _resolve(match: re.Match[str], reference: Reference) -> Reading:
    """A bare weekday is the next one for what lies ahead, the last one for what is past, today counting for both.

    "Next" means that of the next calendar week, "last" the last one before today.
    """
    today, weekday = reference.today, weekday_number(match["weekday"])
    which = (match["which"] or "").casefold()
    if match["week"]:
        return day(weekday_from(week(today, _WEEKS_AHEAD[match["week"].casefold()]).first, weekday))
    if which == "next":
        return day(weekday_from(week(today, 1).first, weekday))
    if which in ("last", "this past"):
        return day(weekday_until(add(today, -1, "day"), weekday))
    if which or reference.future:
        return day(weekday_from(today, weekday))
    return day(weekday_until(today, weekday))


def _resolve_week_on(match: re.Match[str], reference: Reference) -> Reading:
    start: dt.date = weekday_from(reference.today, weekday_number(match["weekday"] or match["bare"]))
    ahead = (match["ahead"] or "a week").split()
    weeks = 2 if ahead[-1].casefold() == "fortnight" else number(ahead[0])
    return day(add(start, weeks, "week"))


RULES = (
    Rule(
        "a week on Tuesday",
        pattern(
            rf"\b(?:(?P<ahead>{NUMBER} weeks?|a fortnight) (?:on|from) (?P<weekday>{WEEKDAY})"
            rf"|(?P<bare>{WEEKDAY}) week\b)"
        ),
        _resolve_week_on,
        holds="unit",
    ),
    Rule(
        "Thursday",
        pattern(
            rf"\b(?<!every )(?<!each )(?:(?P<which>this coming|this past|this|next|last|the coming|coming) )?"
            rf"(?P<weekday>{WEEKDAY})(?!-)(?:,? (?:of )?(?P<week>this|next|last) week\b)?"
        ),
        _resolve,
        holds="weekday",
    ),
)
