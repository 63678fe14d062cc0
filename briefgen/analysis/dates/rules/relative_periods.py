"""Weeks, months, quarters and years seen from today: "next week", "this weekend", "the end of the year"."""

from __future__ import annotations

import re

from briefgen.analysis.dates.rule import Reading, Reference, Rule
from briefgen.analysis.dates.spans import Span, add, period, week
from briefgen.analysis.dates.words import pattern

_AHEAD = {"next": 1, "last": -1, "previous": -1}


def _resolve_period(match: re.Match[str], reference: Reference) -> Reading:
    ahead = _AHEAD.get(match["which"].casefold(), 0)
    return Reading(period(reference.today, match["unit"].casefold(), ahead), current=ahead == 0)


def _resolve_after_next(match: re.Match[str], reference: Reference) -> Reading:
    return Reading(period(reference.today, match["unit"].casefold(), 2))


def _resolve_end(match: re.Match[str], reference: Reference) -> Reading:
    last = period(reference.today, (match["unit"] or match["over"]).casefold(), 0).last
    return Reading(Span(last, last), "day", part=True)


def _resolve_weekend(match: re.Match[str], reference: Reference) -> Reading:
    which = (match["which"] or "").casefold()
    ahead = _AHEAD.get(which, 0)
    # "The weekend" of a Monday's past event is the one before; "this past weekend" says so itself.
    if which.endswith("past") or (not reference.future and ahead == 0 and reference.today.weekday() < 5):
        ahead = -1
    saturday = add(week(reference.today, ahead).first, 5, "day")
    return Reading(Span(saturday, add(saturday, 1, "day")))


RULES = (
    Rule(
        "this weekend",
        pattern(r"\b(?:(?:the )?(?P<which>this coming|this past|this|next|last|coming|past) |the )weekend\b"),
        _resolve_weekend,
        holds="unit",
    ),
    Rule(
        "the week after next",
        pattern(r"\bthe (?P<unit>week|month|quarter|year) after next\b"),
        _resolve_after_next,
        holds="unit",
    ),
    Rule(
        "next week",
        pattern(r"\b(?P<which>this|next|(?<!the )last) (?:calendar )?(?P<unit>week|month|quarter|year)\b(?!-)"),
        _resolve_period,
        holds="unit",
    ),
    Rule(
        "year-end",
        pattern(
            r"\b(?:the )?(?P<unit>week|month|quarter|year)(?:['’]s)?[ -]end\b"
            r"|\bthe (?P<over>week|month|quarter|year) (?:is (?:out|over)|ends|runs out)\b"
        ),
        _resolve_end,
        holds="unit",
    ),
    Rule(
        "(the end of) the year",
        pattern(r"\b(?P<which>the)(?: current| calendar)? (?P<unit>week|month|quarter|year)\b(?!-)"),
        _resolve_period,
        needs="part",
        holds="unit",
    ),
)
