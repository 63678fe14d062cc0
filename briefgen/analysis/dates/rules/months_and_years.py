"""Months, quarters, seasons and years: "in May", "Q3", "spring 2025", "by 2030", "in 2021-2027"."""

from __future__ import annotations

import re
from dataclasses import replace

from briefgen.analysis.dates.rule import Reading, Reference, Rule
from briefgen.analysis.dates.spans import Span, add, months, occurrence, quarter, season, year_span
from briefgen.analysis.dates.words import (
    EVENT,
    MONTH,
    MONTH_NAME,
    ORDINALS,
    SEASON,
    YEAR,
    month_number,
    ordinal,
    pattern,
)

_THAT_YEAR = rf"(?:,? (?:of |in )?(?:(?P<year>{YEAR})|(?P<named>this|next|last|the) (?:calendar )?year))"
# "Talks with Lady May on 5 June", "over 2030 homes", "a budget for 2030" are no times.
_NOT_OF_A_MONTH = pattern(r"\b(?:on|at|about|within|over) $")
_NOT_OF_A_YEAR = pattern(
    r"\b(?:on|at|about|around|over|within|come|the) $|(?<!extended )\bto $"
    r"|(?<!planned )(?<!scheduled )(?<!set )(?<!slated )(?<!due )(?<!expected )(?<!foreseen )\bfor $"
)
_SURNAME = pattern(r"\b(?:Theresa|Mrs|Ms|Mr|Minister|Lady)\.? May\b|\bMay (?:said|told|has|was|is)\b")
_COUNTED = (
    "people|troops|soldiers|tonnes|tons|percent|per cent|euros|dollars|men|jobs|homes|barrels|metres|miles|vessels"
)


def _year(match: re.Match[str], reference: Reference) -> int | None:
    """The year that the words give, None where they give none."""
    groups = match.groupdict()
    if groups.get("year"):
        return int(match["year"])
    if groups.get("named"):
        return reference.today.year + {"next": 1, "last": -1}.get(match["named"].casefold(), 0)
    return None


def _in_year(match: re.Match[str], reference: Reference, number: int, name: str = "") -> Reading:
    """The month `number`, quarter -`number` or season `name` of the year said, else the next (last) such one.

    "Next May" in May is that of next year, "last May" that of last year.
    """

    def in_year(year: int) -> Span:
        if name:
            return season(year, name)
        return months(year, number) if number > 0 else quarter(year, -number)

    year = _year(match, reference)
    if year is not None:
        return Reading(in_year(year))
    which = (match.groupdict().get("which") or "").casefold()
    span = occurrence(reference.today, reference.future and which not in ("last", "this past"), in_year)
    if which in ("next", "last") and span.first <= reference.today <= span.last:
        span = in_year(span.first.year + (1 if which == "next" else -1))
    return Reading(span)


def _resolve_month(match: re.Match[str], reference: Reference) -> Reading:
    return _in_year(match, reference, month_number(match["month"]))


def _resolve_bare_month(match: re.Match[str], reference: Reference) -> Reading | None:
    name = match["month"]
    if name == "May" and _SURNAME.search(match.string, max(0, match.start() - 40), match.end() + 10):
        return None
    span = occurrence(reference.today, reference.future, lambda year: months(year, month_number(name)))
    return Reading(span)


def _resolve_season(match: re.Match[str], reference: Reference) -> Reading:
    return _in_year(match, reference, 0, match["season"])


def _resolve_quarter(match: re.Match[str], reference: Reference) -> Reading:
    which = match["q"] or match["ordinal"]
    number = int(which) if which.isdecimal() else ordinal(which)
    return _in_year(match, reference, -(number if number > 0 else 4))


def _resolve_half(match: re.Match[str], _: Reference) -> Reading:
    span = year_span(int(match["year"]))
    july = span.first.replace(month=7)
    return Reading(Span(span.first, add(july, -1, "day")) if match["h"] == "1" else Span(july, span.last))


def _resolve_years(match: re.Match[str], _: Reference) -> Reading:
    first = int(match["first"])
    last = int(match["last"]) if len(match["last"]) == 4 else first // 100 * 100 + int(match["last"])
    if last <= first:
        raise ValueError("the years run backwards")
    return Reading(Span(year_span(first).first, year_span(last).last))


RULES = (
    Rule(
        "May 2030",
        pattern(rf"\b(?P<month>{MONTH}){_THAT_YEAR}(?! (?:{_COUNTED})\b)"),
        _resolve_month,
        holds="month",
    ),
    Rule(
        "next May",
        pattern(
            rf"\b(?:this )?(?P<which>this|next|last|coming|the coming|this past|this coming) (?P<month>{MONTH_NAME})"
        ),
        _resolve_month,
        holds="month",
    ),
    Rule(
        "the September Board",
        pattern(rf"\bthe (?P<core>(?P<month>{MONTH_NAME}))(?= (?-i:[A-Z])| {EVENT}\b)"),
        lambda match, reference: replace(_in_year(match, reference, month_number(match["month"])), complete=True),
        holds="month",
    ),
    Rule("January's", pattern(rf"\b(?!May)(?P<month>{MONTH_NAME})(?=['’]s\b)"), _resolve_bare_month, holds="month"),
    Rule(
        "May",
        pattern(rf"\b(?P<month>{MONTH_NAME})(?!-)"),
        _resolve_bare_month,
        needs="preposition",
        refuses=_NOT_OF_A_MONTH,
        holds="month",
    ),
    Rule(
        "spring 2030",
        pattern(rf"\b(?:the )?(?P<season>{SEASON}){_THAT_YEAR}(?! (?:{_COUNTED})\b)"),
        _resolve_season,
        holds="season",
    ),
    Rule(
        "this spring",
        pattern(
            rf"\b(?P<which>this coming|this past|this|next|last|the coming|coming) (?P<season>{SEASON})"
            r"(?! (?:recess|break|holidays?)\b)"
        ),
        _resolve_season,
        holds="season",
    ),
    Rule(
        "the spring",
        pattern(rf"\b(?:the )?(?P<season>{SEASON})(?! (?:recess|break|holidays?|session)\b| {EVENT}\b)(?!-)"),
        _resolve_season,
        needs="preposition",
        holds="season",
    ),
    Rule(
        "the third quarter",
        pattern(
            rf"\b(?:(?-i:Q)(?P<q>[1-4])|(?:the )?(?P<ordinal>{'|'.join(ORDINALS[:4])}|last|final) quarter){_THAT_YEAR}?"
        ),
        _resolve_quarter,
        holds="quarter",
    ),
    Rule("H1 2030", pattern(rf"\b(?-i:H)(?P<h>[12]) (?P<year>{YEAR})"), _resolve_half, holds="figure"),
    Rule(
        "fiscal 2030",
        pattern(rf"\b(?:(?:the )?(?:fiscal|financial|budget) (?:year )?|(?-i:FY) ?)(?P<year>{YEAR})(?:[-/]\d{{2,4}})?"),
        # Fiscal years start in April, July or October according to the country.
        lambda match, reference: Reading(None, "vague"),
        holds="figure",
    ),
    Rule(
        "2021-2027",
        pattern(rf"(?<![\w-])(?P<first>{YEAR}) ?[-–/] ?(?P<last>(?:19|20|21)\d\d|\d\d)(?![\w-])"),
        _resolve_years,
        needs="preposition",
        refuses=_NOT_OF_A_YEAR,
        holds="figure",
    ),
    Rule(
        "2030",
        pattern(
            rf"(?<![\w$€£.,/-])(?:the year |calendar year )?(?P<year>{YEAR})(?![\w/]|[.,]\d|-\d| (?:{_COUNTED})\b)"
        ),
        lambda match, reference: Reading(year_span(int(match["year"]))),
        needs="preposition",
        refuses=_NOT_OF_A_YEAR,
        holds="figure",
    ),
)
