"""Days of the calendar: "6 March", "April 21 and 22", "Thursday, July 21, 2022", "2030-01-05", "on the 12th"."""

from __future__ import annotations

import re
from collections.abc import Callable

from briefgen.analysis.dates.rule import Reading, Reference, Rule
from briefgen.analysis.dates.spans import Span, add, day_of, occurrence
from briefgen.analysis.dates.words import MONTH, WEEKDAY, YEAR, month_number, pattern

_DAY = r"\d{1,2}(?!\d)(?:st|nd|rd|th)?(?![%:]|[.,]\d)"
_BETWEEN = r" ?(?:-|–|—|,| to | and | or | until | till | through |, and ) ?(?:the )?"
_DAYS = rf"{_DAY}(?:{_BETWEEN}{_DAY}){{0,4}}"
_WEEKDAY = rf"(?:{WEEKDAY},? )?(?:the (?=\d{{1,2}}(?:st|nd|rd|th)))?"
_JUST_PASSED = 30  # days
# The year after its month; "this year" and "next year" do as well.
_YEAR = rf"(?:,? (?P<year>{YEAR})|,? (?:of )?(?P<named>this|next|last) year)?"


def _month_of(match: re.Match[str], reference: Reference) -> int | None:
    if match["year"]:
        return int(match["year"])
    if match["named"]:
        return reference.today.year + {"this": 0, "next": 1, "last": -1}[match["named"].casefold()]
    return None


def _nearest(reference: Reference, in_year: Callable[[int], Span]) -> Span:
    """The next such day, or the last. A day that has just passed is not named without its year for the next time."""
    if reference.future:
        last = occurrence(reference.today, False, in_year)
        if (reference.today - last.last).days <= _JUST_PASSED:
            return last
    return occurrence(reference.today, reference.future, in_year)


def _resolve_days(match: re.Match[str], reference: Reference) -> Reading:
    month = month_number(match["month"])
    numbers = [int(digits) for digits in re.findall(r"\d+", match["days"])]

    def in_year(year: int) -> Span:
        return Span(day_of(year, month, numbers[0]).first, day_of(year, month, numbers[-1]).last)

    year = _month_of(match, reference)
    span = in_year(year) if year is not None else _nearest(reference, in_year)
    if span.last < span.first:
        raise ValueError("the days run backwards")
    return Reading(span, "day" if span.days == 1 else "range")


def _resolve_iso(match: re.Match[str], _: Reference) -> Reading:
    return Reading(day_of(int(match["y"]), int(match["m"]), int(match["d"])), "day")


def _resolve_numeric(match: re.Match[str], _: Reference) -> Reading:
    one, two, year = int(match["one"]), int(match["two"]), int(match["y"])
    # With slashes 01/02 is February in London and January in Washington; dots are written day first everywhere.
    if match["mark"] == "/" and one <= 12 and two <= 12 and one != two:
        return Reading(None, "vague")
    day, month = (two, one) if two > 12 else (one, two)
    return Reading(day_of(year, month, day), "day")


def _resolve_ordinal(match: re.Match[str], reference: Reference) -> Reading:
    today, wanted = reference.today, int(match["day"])
    months_ahead = range(0, 3) if reference.future else range(0, -3, -1)
    if match["of"]:
        months_ahead = range(1, 2) if match["of"].casefold() == "next" else range(0, 1)
    for ahead in months_ahead:
        first = add(today.replace(day=1), ahead, "month")
        try:
            span = day_of(first.year, first.month, wanted)
        except ValueError:
            continue
        if match["of"] or (span.first >= today if reference.future else span.first <= today):
            return Reading(span, "day")
    raise ValueError("no such day nearby")


RULES = (
    Rule(
        "2030-01-05",
        pattern(r"(?<![\w-])(?P<y>(?:19|20|21)\d\d)-(?P<m>\d\d)-(?P<d>\d\d)(?![\w-])"),
        _resolve_iso,
        holds="figure",
    ),
    Rule(
        "05.01.2030",
        pattern(r"(?<![\w./])(?P<one>\d{1,2})(?P<mark>[./])(?P<two>\d{1,2})(?P=mark)(?P<y>(?:19|20|21)\d\d)(?![\w/])"),
        _resolve_numeric,
        holds="figure",
    ),
    Rule(
        "5 January",
        pattern(rf"(?<![\w.,$€£-]){_WEEKDAY}(?P<days>{_DAYS})(?: of)? (?P<month>{MONTH}){_YEAR}"),
        _resolve_days,
        holds="figure",
    ),
    Rule(
        "January 5",
        pattern(rf"(?<!\w){_WEEKDAY}(?P<month>{MONTH}) (?:the )?(?P<days>{_DAYS}){_YEAR}(?! (?:percent|per cent|%))"),
        _resolve_days,
        holds="figure",
    ),
    Rule(
        "the 12th",
        pattern(
            r"(?<=\w )the (?P<day>\d{1,2})(?:st|nd|rd|th)"
            r"(?: of (?P<of>this|next|the) month|(?=[.,;:)!?]|$| (?:and|at|in|to|with) (?!\d)))"
        ),
        _resolve_ordinal,
        needs="preposition",
        holds="figure",
    ),
)
