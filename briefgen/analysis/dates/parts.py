"""Parts of a stretch, named in front of it: "early May", "the first half of", "the end of", "the last Friday of"."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from dataclasses import dataclass

from briefgen.analysis.dates.rule import Reading, Reference
from briefgen.analysis.dates.spans import Span, add, week, weekday_from, weekday_until
from briefgen.analysis.dates.words import NUMBER, ORDINALS, WEEKDAY, number, ordinal, pattern, weekday_number

_ORDINAL = rf"(?P<ordinal>{'|'.join(ORDINALS)}|last|final)"
_WINDOW = 48


@dataclass(frozen=True, slots=True)
class Part:
    """A part: its words, which end where the stretch begins, and what they make of the stretch."""

    name: str
    pattern: re.Pattern[str]
    take: Callable[[re.Match[str], Span, Reference], Span]


def _early(_: re.Match[str], span: Span, reference: Reference) -> Span:
    return Span(span.first, _cuts(span)[0])


def _middle(_: re.Match[str], span: Span, reference: Reference) -> Span:
    early, late = _cuts(span)
    if span.days == 7:
        return Span(early, add(early, 2, "day"))
    return Span(add(early, 1, "day"), add(late, -1, "day"))


def _late(_: re.Match[str], span: Span, reference: Reference) -> Span:
    return Span(_cuts(span)[1], span.last)


def _cuts(span: Span) -> tuple[dt.date, dt.date]:
    """Last early and first late day: the 10th and 21st of a month, Tuesday and Thursday, a quarter of a year."""
    if span.days == 7:
        return add(span.first, 1, "day"), add(span.first, 3, "day")
    if 28 <= span.days <= 31:
        return add(span.first, 9, "day"), add(span.first, 20, "day")
    if span.days >= 365:
        return add(add(span.first, 3, "month"), -1, "day"), add(span.first, 9, "month")
    return add(span.first, span.days // 3 - 1, "day"), add(span.last, 1 - span.days // 3, "day")


def _start(_: re.Match[str], span: Span, reference: Reference) -> Span:
    return Span(span.first, span.first)


def _end(_: re.Match[str], span: Span, reference: Reference) -> Span:
    # A week ends over three days, everything else on its last.
    return Span(add(span.last, -2, "day") if span.days == 7 else span.last, span.last)


def _nth_week(match: re.Match[str], span: Span, reference: Reference) -> Span:
    place = ordinal(match["ordinal"])
    first = add(span.last, -6, "day") if place < 0 else add(span.first, 7 * (place - 1), "day")
    return Span(first, min(add(first, 6, "day"), span.last))


def _half(match: re.Match[str], span: Span, reference: Reference) -> Span:
    middle = add(span.first, 14 if span.days <= 31 else span.days // 2 - 1, "day")
    if span.days >= 365:
        middle = add(add(span.first, 6, "month"), -1, "day")
    return (
        Span(span.first, middle) if match["ordinal"].casefold() == "first" else Span(add(middle, 1, "day"), span.last)
    )


def _count(match: re.Match[str], span: Span, reference: Reference) -> Span:
    count, unit = number(match["count"]), match["unit"]
    if match["ordinal"].casefold() == "first":
        return Span(span.first, min(add(add(span.first, count, unit), -1, "day"), span.last))
    return Span(max(add(add(span.last, 1, "day"), -count, unit), span.first), span.last)


def _nth_weekday(match: re.Match[str], span: Span, reference: Reference) -> Span:
    place, weekday = ordinal(match["ordinal"]), weekday_number(match["weekday"])
    day = weekday_until(span.last, weekday) if place < 0 else weekday_from(span.first, weekday)
    day = add(day, 7 * max(place - 1, 0), "day")
    return Span(day, day)


def _later(_: re.Match[str], span: Span, reference: Reference) -> Span:
    return Span(min(max(add(reference.today, 1, "day"), span.first), span.last), span.last)


def _earlier(_: re.Match[str], span: Span, reference: Reference) -> Span:
    return Span(span.first, max(min(reference.today, span.last), span.first))


def _rest(_: re.Match[str], span: Span, reference: Reference) -> Span:
    return Span(min(max(reference.today, span.first), span.last), span.last)


PARTS: tuple[Part, ...] = tuple(
    Part(name, pattern(rf"(?<!\w)(?:{words})$"), take)
    for name, words, take in (
        ("towards the end of", r"(?:towards?|near|around) (?:the )?end of |(?:the )?latter part of ", _late),
        ("the end of", r"(?:the )?(?:very )?(?:end|close)(?: of |[- ])", _end),
        ("the start of", r"(?:the )?(?:very )?(?:start|beginning) of ", _start),
        ("the first week of", rf"(?:the )?{_ORDINAL} week (?:of|in) ", _nth_week),
        ("the first half of", r"(?:the )?(?P<ordinal>first|second) half of ", _half),
        (
            "the first ten days of",
            rf"(?:the )?(?P<ordinal>first|last) (?P<count>{NUMBER}) (?P<unit>days|weeks|months) of ",
            _count,
        ),
        ("the first Monday of", rf"(?:the )?{_ORDINAL} (?P<weekday>{WEEKDAY}) (?:of|in) ", _nth_weekday),
        (
            "the week of",
            rf"(?:the )?week (?:of|beginning|starting|commencing)(?: on)? (?:{WEEKDAY},? )?",
            lambda match, span, reference: week(span.first),
        ),
        ("mid-", r"mid[- ]?|(?:the )?middle of |midway through ", _middle),
        ("early", r"early (?:in )?|(?:the )?(?:early|opening|first) days of ", _early),
        ("later", r"later (?:in )?", _later),
        ("earlier", r"earlier (?:in )?", _earlier),
        ("late", r"late (?:in )?", _late),
        ("the rest of", r"(?:the )?(?:rest|remainder|course) of ", _rest),
    )
)


def narrowed(text: str, start: int, reading: Reading, reference: Reference) -> tuple[int, Reading] | None:
    """Where the words begin and what they mean with the part in front of `start`; None where there is none."""
    if reading.span is None:
        return None
    for part in PARTS:
        if found := part.pattern.search(text, max(0, start - _WINDOW), start):
            if reading.span.days == 1 and part.name != "the week of":
                return None
            span = part.take(found, reading.span, reference)
            return found.start(), Reading(span, "day" if span.days == 1 else "range", part=True)
    return None
