"""What counts from another day of the text: "a month later", "the week after", "21 days after signing", "by then".

`Reference.event` is that day; None, and then only the words are known, where the text gives none.
"""

from __future__ import annotations

import re

from briefgen.analysis.dates.rule import Reading, Reference, Rule, day
from briefgen.analysis.dates.spans import Span, add, period, week, weekday_from
from briefgen.analysis.dates.words import DURATION, EVENT, MONTH, UNIT_WORD, WEEKDAY, number, pattern, weekday_number

_END = r"(?=[.,;:)!?]|$|\s(?:and|at|in|on|to|with|when|as|for)\b)"


def _no_day(words: re.Match[str]) -> Reading:
    return Reading(None, "vague", complete=True)


def _moved(match: re.Match[str], reference: Reference, sign: int) -> Reading:
    if reference.event is None:
        return _no_day(match)
    count = sign * number(match["count"])
    return Reading(day(add(reference.event, count, match["unit"])).span, "day", complete=True)


def _resolve_later(match: re.Match[str], reference: Reference) -> Reading:
    return _moved(match, reference, -1 if match["way"].casefold() in ("earlier", "before", "beforehand") else 1)


def _resolve_neighbour(match: re.Match[str], reference: Reference) -> Reading:
    """ "The day before", "the week after", "the following Monday"."""
    if reference.event is None:
        return _no_day(match)
    if match["weekday"]:
        return day(weekday_from(add(reference.event, 1, "day"), weekday_number(match["weekday"])))
    sign = -1 if (match["way"] or "").casefold() == "before" else 1
    unit = (match["unit"] or match["next"]).casefold()
    if unit == "week":
        return Reading(week(reference.event, sign))
    return day(add(reference.event, sign, unit))


def _resolve_period(match: re.Match[str], reference: Reference) -> Reading:
    if reference.event is None:
        return _no_day(match)
    return Reading(period(reference.event, match["unit"].casefold(), 0))


def _resolve_then(match: re.Match[str], reference: Reference) -> Reading:
    """ "Before then" ends the day before; "before that", said of an event, on its day."""
    if reference.event is None:
        return _no_day(match)
    words = match[0].casefold().split()
    if "day" in words:
        return Reading(day(reference.event).span, "day", complete=True)
    last = add(reference.event, -1, "day") if words == ["before", "then"] else reference.event
    first = min(reference.published or last, last)
    return Reading(Span(first, last), "deadline", complete=True)


def _resolve_from_event(match: re.Match[str], reference: Reference) -> Reading:
    """ "Within 48 hours of the vote", "21 days after signing": a deadline or a day counted from the event."""
    if reference.event is None or not (match["dated"] or match["definite"] or reference.named):
        return _no_day(match)
    count, unit = number(match["count"] or "a"), match["unit"] or match["single"]
    sign = -1 if match["way"].casefold() in ("before", "ahead of", "prior to") else 1
    moved = add(reference.event, sign * count, unit)
    if not match["limit"]:
        return Reading(day(moved).span, "day", complete=True)
    if sign < 0:
        return Reading(Span(min(reference.published or moved, moved), moved), "deadline", complete=True)
    first = max(reference.event, min(reference.published or reference.event, moved))
    return Reading(Span(first, moved), "deadline", complete=True)


# "The vote" is one that the text has named; "signature" has no day unless the document gives one.
_NOUN = (
    r"(?:(?:(?P<definite>the|this|that)|its|their|his|her|an?) )?(?:date of (?:the |this |its )?)?(?:[\w’'-]+ ){0,2}?"
    rf"(?P<named>(?:{EVENT}|accord|pact|treaty|memorandum|order|decree|decision)\b"
    r"(?: (?:enters? into force|comes? into force|takes? effect|is signed)\b)?)"
)

RULES = (
    Rule(
        "within 48 hours of the vote",
        pattern(
            rf"\b(?P<limit>(?:(?:by )?(?:no|not) later than|within|inside|at (?:the )?latest|at least) )?"
            rf"(?:{DURATION}|the (?P<single>day|week|month)) (?P<way>of|after|following|from|before|ahead of|prior to)"
            rf"(?:(?= (?:the |a )?(?P<dated>\d|{WEEKDAY}|{MONTH}|Christmas))| {_NOUN})"
        ),
        lambda match, reference: (
            None if match["way"].casefold() == "of" and not match["limit"] else _resolve_from_event(match, reference)
        ),
        event=True,
        holds="count",
    ),
    Rule(
        "a month later",
        pattern(
            rf"\b{DURATION} (?P<way>later|afterwards?|thereafter|earlier|beforehand|(?:after|before)(?=[.,;]|$))\b"
        ),
        _resolve_later,
        event=True,
        holds="unit",
    ),
    Rule(
        "the week after",
        pattern(
            rf"\bthe (?:(?P<unit>day|week|month) (?P<way>after|before){_END}"
            rf"|(?:following|next(?= day)) (?P<next>day|week|month|year)\b|following (?P<weekday>{WEEKDAY}))"
        ),
        _resolve_neighbour,
        event=True,
    ),
    Rule(
        "that month",
        pattern(r"\bthat (?P<unit>week|month|year)\b(?! (?:of|in)\b)"),
        _resolve_period,
        event=True,
        holds="unit",
    ),
    Rule(
        "before then",
        pattern(r"\b(?:(?:by|before|until) then|(?:before|by|until) that(?=[.,;])|(?:on )?(?:the same|that) day)\b"),
        _resolve_then,
        event=True,
    ),
)


def counts_from_event(text: str) -> bool:
    """True for "within 60 days of signing" and the like."""
    return bool(UNIT_WORD.search(text)) and any(m["named"] for m in RULES[0].pattern.finditer(text))
