"""Counted stretches from today: "within 48 hours", "in two weeks' time", "over the next three months", "30 days to"."""

from __future__ import annotations

import re

from briefgen.analysis.dates.rule import Kind, Reading, Reference, Resolve, Rule, day
from briefgen.analysis.dates.spans import Span, add
from briefgen.analysis.dates.words import DURATION, NUMBER, pattern
from briefgen.analysis.dates.words import number as value

_NEXT = r"(?:next|coming|following|upcoming)"
_DURING = r"(?:in|over|during|for|throughout|across|through|within)"
# "The largest fall in two years", "the third time in a week" look back.
_LOOKS_BACK = pattern(
    r"\b(?:first|second|third|fourth|fifth|sixth|last|\w+est|most|least|only|once|twice|times?|never|not|since|seen)\b"
    r"[^,.;:]{0,40}$"
)


def _count(match: re.Match[str]) -> tuple[int, str]:
    groups = match.groupdict()
    return value(groups.get("count") or "a"), groups.get("unit") or groups["single"]


def _from_today(kind: Kind) -> Resolve:
    """Resolves to the stretch from today to so much later."""

    def resolve(match: re.Match[str], reference: Reference) -> Reading:
        last = add(reference.today, *_count(match))
        return Reading(Span(reference.today, last), kind, complete=True)

    return resolve


def _resolve_in(match: re.Match[str], reference: Reference) -> Reading | None:
    if not match["time"] and _LOOKS_BACK.search(match.string, max(0, match.start() - 60), match.start()):
        return None
    return _resolve_ahead(match, reference)


def _resolve_ahead(match: re.Match[str], reference: Reference) -> Reading:
    return Reading(day(add(reference.today, *_count(match))).span, "day", complete=True)


def _resolve_ago(match: re.Match[str], reference: Reference) -> Reading:
    count, unit = _count(match)
    return Reading(day(add(reference.today, -count, unit)).span, "day", complete=True)


def _resolve_past(match: re.Match[str], reference: Reference) -> Reading:
    count, unit = _count(match)
    return Reading(Span(add(reference.today, -count, unit), add(reference.today, -1, "day")), complete=True)


_SINGLE = r"(?P<single>hour|day|week|fortnight|month|quarter|year)"

RULES = (
    Rule(
        "in the past week",
        pattern(
            rf"\b(?:(?:in|over|during|for|within|throughout|across) )?the (?:past|last|previous|preceding) "
            rf"(?:{DURATION}|{_SINGLE}(?= |[.,;]|$))(?! of\b)"
        ),
        _resolve_past,
        holds="count",
    ),
    Rule("two weeks ago", pattern(rf"\b{DURATION} ago\b"), _resolve_ago, holds="count"),
    Rule(
        "within 48 hours",
        pattern(
            rf"\b(?:(?:within|inside)(?: (?:the {_NEXT}|a further|another|at most))?|in (?:less|fewer) than|in under)"
            rf" {DURATION}(?! (?:of|after|before|following)\b)"
        ),
        _from_today("deadline"),
        holds="count",
    ),
    Rule(
        "over the next three months",
        pattern(
            rf"\b(?:(?:{_DURING} )?the {_NEXT} {DURATION}"
            rf"|{_DURING} the (?:next|coming|upcoming) {_SINGLE}\b(?! (?:of|after|before)\b))(?![-'’])"
        ),
        _from_today("range"),
        holds="unit",
    ),
    Rule(
        "in two weeks' time",
        pattern(
            rf"\bin (?:another )?{DURATION}(?P<time>['’]s? time)?"
            r"(?! (?:of|that|when|in which|where|after|before|to)\b)(?![-'’])"
        ),
        _resolve_in,
        holds="unit",
    ),
    Rule(
        "a month from today",
        pattern(rf"\b{DURATION} (?:from (?:now|today)|hence)\b"),
        _resolve_ahead,
        holds="count",
    ),
    Rule(
        "was given 90 days to",
        pattern(
            rf"(?<!had )\b(?:have|has|gets?|gives?|gave|given|grant(?:s|ed)?|allow(?:s|ed)?)\b[^.;:]{{0,60}}?\s"
            rf"(?P<core>{DURATION}) (?:to|in which to)\b"
        ),
        _from_today("deadline"),
        holds="count",
    ),
    Rule(
        "48-hour ultimatum",
        pattern(rf"\b(?P<count>{NUMBER})-(?P<unit>hour|day|week|month) (?:deadline|ultimatum|notice)\b"),
        _from_today("deadline"),
        holds="compound",
    ),
    Rule(
        "for 90 days",
        pattern(
            rf"\bfor (?:another |a further |at least |a period of |up to )?{DURATION}"
            r"(?! (?:(?:a|per|each|every) (?:day|night|week|month|year)|now|straight|in a row|running|ago|of)\b)"
            r"(?![-'’])"
        ),
        _from_today("duration"),
        holds="count",
    ),
)
