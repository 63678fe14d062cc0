"""Finds the time expressions of a sentence: rules, then parts, pairs and prepositions around what they found."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from briefgen.analysis.dates.events import event_kind
from briefgen.analysis.dates.parts import narrowed
from briefgen.analysis.dates.prepositions import attach
from briefgen.analysis.dates.rule import Kind, NoReferenceError, Reading, Reference, Rule
from briefgen.analysis.dates.rules import RULES
from briefgen.analysis.dates.spans import Span, add
from briefgen.analysis.dates.tense import speaks_of_past
from briefgen.analysis.dates.words import MONTHS, MOVED, NUMBER, UNIT, UNIT_WORD, WEEKDAYS, pattern


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """A time that a text names: its words with their preposition at `start` to `end`, and the days they mean.

    Both days are included; both are None when the words give no day ("in due course"). `latest` alone is None
    after "after" and "not before", `earliest` alone before a deadline whose article has no date.
    `kind`: a day, a range of days, a deadline (from publication on), a start, a duration, or vague (no day).
    """

    text: str
    start: int
    end: int
    earliest: dt.date | None
    latest: dt.date | None
    kind: Kind


@dataclass(frozen=True, slots=True)
class _Mark:
    """Words that a rule matched, with the tense they stand in and what they were found to mean."""

    start: int
    end: int
    rule: Rule
    match: re.Match[str]
    reference: Reference
    reading: Reading | None = None


_PAIR = pattern(
    r"(?:(?P<list>,? (?:and|or) |, )| (?:to|until|till|through|and then) | ?[-–—] ?)(?:(?:on|in) )?(?:the )?"
)
# What a rule's words hold, in the case in which its pattern asks for it.
_HELD = {
    "unit": UNIT_WORD,
    "figure": re.compile(r"\d"),
    "month": re.compile("|".join(form for name in MONTHS for form in (name[:3], name[:3].upper()))),
    "weekday": re.compile("|".join(name[:3] for name in WEEKDAYS)),
    "season": re.compile("spring|summer|autumn|winter|fall"),
    "quarter": re.compile("[Qq](?:[Uu][Aa][Rr][Tt][Ee][Rr]|[1-4])"),
}
# The same where they hold a unit.
_HELD_WITH_UNIT = {
    "count": pattern(rf"\b{NUMBER} {UNIT}"),
    "compound": re.compile("-(?:hour|day|week|month)", re.IGNORECASE),
}
_MOVED_FROM = pattern(rf"{MOVED}[^.;:]{{0,30}} from $")
_FROM = pattern(r"\bfrom $")
NO_EVENTS: Mapping[str, dt.date] = MappingProxyType({})
_MEMORY = 12  # marks to look back for the day that "a week later" counts from
_LONGEST = 100 * 366  # days that something may last
_LEADS_TO = pattern(r" (?:(?:the|a) )?")
# "GENEVA, Feb 22 -" and "Geneva, 22 February 2030" in front of a report.
_DATELINE = pattern(r"(?:^|\n) ?(?P<place>(?:[^\W\d_a-z][\w.'’/-]*,? ){1,6})$", case=True)
_AFTER_DATELINE = pattern(r" ?(?:\([^)\n]{1,40}\) ?)?(?:[-–—:]|\n|$)")
_DATELINE_AGE = dt.timedelta(days=7)


def find_times(
    text: str,
    published: dt.date | None,
    *,
    future: bool = True,
    anchor: dt.date | None = None,
    events: Mapping[str, dt.date] = NO_EVENTS,
) -> list[TimeExpression]:
    """The time expressions of `text` in their order, none overlapping another.

    `published` is the day that "tomorrow" and "on Friday" count from; with None only days with a year are worked
    out. `future` says whether the sentence speaks of what lies ahead, so that "on Friday" is the next one or the
    last; a past verb of its own in a clause prevails ("said on Friday"). `anchor` is the day that "a week later"
    and "within 48 hours of the vote" count from where `text` names none; with None these keep their words only.
    `events` has the days of events that the document dates elsewhere, by `event_kind`; those go first.
    Days outside the years 1000 to 8999 count as None.
    """
    published, anchor = _plausible(published), _plausible(anchor)
    marks = [mark for mark in _scan(text, Reference(published, future)) if not _in_dateline(text, mark)]
    marks = [mark if mark.rule.event else _read(text, mark, Reference(published, future)) for mark in marks]
    for place, mark in enumerate(marks):
        if mark.rule.event:
            named = _named_event(mark, events)
            event, end = (named, mark.end) if named else _event_of(text, marks, place)
            reference = Reference(published, future, event or anchor, named=named is not None)
            marks[place] = replace(_read(text, mark, reference), end=end)
    found: list[TimeExpression] = []
    for mark in _paired(text, [mark for mark in marks if mark.reading is not None]):
        expression = _expression(text, mark, published)
        if expression is None:
            continue
        if found and expression.start <= found[-1].start:
            found.pop()  # "as soon as possible and no later than 1 May" is one time, said twice
        if not found or found[-1].end <= expression.start:
            found.append(expression)
    return found


def _plausible(day: dt.date | None) -> dt.date | None:
    """The day; None in a year from which calendar arithmetic would soon leave the calendar."""
    return day if day is not None and 1000 <= day.year < 9000 else None


def _scan(text: str, reference: Reference) -> list[_Mark]:
    """What the rules match, in the order of the text; words that an earlier rule took are gone for a later one."""
    marks: list[_Mark] = []
    taken = bytearray(len(text))
    held = {name for name, words in _HELD.items() if words.search(text)}
    if "unit" in held:
        held |= {name for name, words in _HELD_WITH_UNIT.items() if words.search(text)}
    for rule in RULES:
        if rule.holds is not None and rule.holds not in held:
            continue
        for match in rule.pattern.finditer(text):
            start, end = match.span("core" if "core" in rule.pattern.groupindex else 0)
            if start < end and not any(taken[start:end]):
                taken[start:end] = b"\x01" * (end - start)
                marks.append(_Mark(start, end, rule, match, reference))
    return sorted(marks, key=lambda mark: mark.start)


def _in_dateline(text: str, mark: _Mark) -> bool:
    """Whether the mark is the date of a report's own dateline: behind a place, and not ahead of publication."""
    line = _DATELINE.search(text, max(0, mark.start - 80), mark.start)
    if line is None or not _AFTER_DATELINE.match(text, mark.end):
        return False
    if not (line["place"].rstrip().endswith(",") or line["place"].isupper()):
        return False
    published = mark.reference.published
    reading = _read(text, mark, replace(mark.reference, future=False)).reading
    if published is None or reading is None or reading.span is None:
        return True
    return published - _DATELINE_AGE <= reading.span.first <= published


def _read(text: str, mark: _Mark, reference: Reference) -> _Mark:
    """The mark with its reading and the part in front of it; a reading of None says that it is no time."""
    if reference.future and speaks_of_past(text, mark.start, mark.end):
        reference = replace(reference, future=False)
    try:
        reading = mark.rule.resolve(mark.match, reference)
        for _ in range(2):
            if reading is None or (part := narrowed(text, mark.start, reading, reference)) is None:
                break
            mark, reading = replace(mark, start=part[0]), part[1]
    except (ValueError, OverflowError, NoReferenceError):
        reading = Reading(None, "vague")
    return replace(mark, reference=reference, reading=reading)


def _named_event(mark: _Mark, events: Mapping[str, dt.date]) -> dt.date | None:
    """The day of the event that the mark names: "of signing" in "within 60 days of signing"."""
    words = mark.match.groupdict().get("named")
    kind = event_kind(words) if words else None
    return events.get(kind) if kind else None


def _event_of(text: str, marks: list[_Mark], place: int) -> tuple[dt.date | None, int]:
    """The day that the mark counts from, and where its words end.

    It is the day that the words lead up to ("within 48 hours of the 8 March vote"), else the last one before them.
    """
    mark = marks[place]
    if mark.match.groupdict().get("dated"):
        after = next(
            (other for other in marks[place + 1 : place + 2] if _LEADS_TO.fullmatch(text, mark.end, other.start)), None
        )
        if after and after.reading and after.reading.span:
            return after.reading.span.first, after.end
        return None, mark.end
    for earlier in reversed(marks[max(0, place - _MEMORY) : place]):
        span = earlier.reading.span if earlier.reading else None
        if span and span.days <= 7 and _expression(text, earlier, earlier.reference.published):
            return span.last, mark.end
    return None, mark.end


def _paired(text: str, marks: list[_Mark]) -> list[_Mark]:
    """The marks with neighbours such as "Monday and Tuesday" or "from 28 March to 1 April" made one."""
    joined: list[_Mark] = []
    for mark in marks:
        pair = _pair(text, joined[-1], mark) if joined else None
        if pair is None:
            joined.append(mark)
        else:
            joined[-1] = pair
    return joined


def _pair(text: str, one: _Mark, two: _Mark) -> _Mark | None:
    words = _PAIR.fullmatch(text, one.end, max(one.end, two.start))
    if words is None and two.reading and two.reading.kind == "duration":
        return _lasting(text, one, two)
    if words is None or _MOVED_FROM.search(text, max(0, one.start - 60), one.start):
        return None
    if one.reading is None or two.reading is None or one.reading.complete or two.reading.complete:
        return None
    a, b = one.reading.span, two.reading.span
    if a and b and b.last < a.first and one.reference.future:
        # The second counts from the first: "from Friday to Monday".
        b = (_read(text, two, replace(two.reference, published=a.first, future=True)).reading or one.reading).span
    if a is None or b is None or b.last < a.last:
        return None
    if words["list"] and (a.days == 1) != (b.days == 1):
        return None
    return replace(one, end=two.end, reading=Reading(Span(a.first, b.last), current=one.reading.current))


def _lasting(text: str, one: _Mark, two: _Mark) -> _Mark | None:
    """ "From Tuesday for 30 days"."""
    if not _FROM.search(text, max(0, one.start - 8), one.start) or text[one.end : two.start].strip():
        return None
    if one.reading is None or one.reading.span is None or two.reading is None or two.reading.span is None:
        return None
    first, length = one.reading.span.first, two.reading.span.days - 1
    if length > _LONGEST:
        return None
    return replace(one, end=two.end, reading=Reading(Span(first, add(first, length, "day"))))


def _expression(text: str, mark: _Mark, published: dt.date | None) -> TimeExpression | None:
    """The mark with the words around it; None where it lacks what would make it a time."""
    reading = mark.reading
    if reading is None or (mark.rule.needs == "part" and not reading.part):
        return None
    if reading.complete:
        earliest, latest = reading.span or (None, None)
        return TimeExpression(text[mark.start : mark.end], mark.start, mark.end, earliest, latest, reading.kind)
    bent = attach(text, mark.start, mark.end, reading.span, reading.part, published)
    if mark.rule.needs == "preposition" and not reading.part:
        refuses = mark.rule.refuses
        if bent.name is None or (refuses and refuses.search(text, bent.start, mark.start)):
            return None
    days = bent.days
    if reading.span and reading.current and not reading.part and mark.reference.future and published and days[0]:
        days = (max(days[0], published), days[1])
    kind: Kind = bent.kind if days != (None, None) else "vague"
    return TimeExpression(text[bent.start : bent.end], bent.start, bent.end, *days, kind)
