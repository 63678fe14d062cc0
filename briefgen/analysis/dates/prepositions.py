"""Prepositions and clock times around a stretch, and what they make of it: "by noon on", "from", "until after"."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from dataclasses import dataclass

from briefgen.analysis.dates.rule import Kind
from briefgen.analysis.dates.spans import Span, add
from briefgen.analysis.dates.words import CLOCK, EVENT, MOVED, SPELLED_HOUR, pattern

_WINDOW = 96
Days = tuple[dt.date | None, dt.date | None]
Bend = Callable[[Span, dt.date | None, bool], Days]


@dataclass(frozen=True, slots=True)
class Preposition:
    """Its words, and what they make of a stretch, given whether a clock time or a part stands between them."""

    name: str
    pattern: re.Pattern[str]
    kind: Kind | None
    bend: Bend


def _same(span: Span, today: dt.date | None, exact: bool) -> Days:
    return span.first, span.last


def _until(span: Span, today: dt.date | None, exact: bool) -> Days:
    """From today to the last day; a day that is over by then stands for itself."""
    if today is None:
        return None, span.last
    return min(today, span.last), span.last


def _before(span: Span, today: dt.date | None, exact: bool) -> Days:
    """Up to the day before; up to the day itself where an hour of it or the end of something longer is named."""
    last = span.last if exact else add(span.first, -1, "day")
    return _until(Span(last, last), today, exact)


def _after(span: Span, today: dt.date | None, exact: bool) -> Days:
    return add(span.last, 1, "day"), None


def _not_before(span: Span, today: dt.date | None, exact: bool) -> Days:
    return span.first, None


def _since(span: Span, today: dt.date | None, exact: bool) -> Days:
    """Up to today."""
    return span.first, max(span.last, today or span.last)


_EVENT_OF = rf"(?:the|an?|its|their|this|his|her) (?:[\w’'-]+ ){{0,3}}?{EVENT} (?:of|on|in) "
_NAMED_OF = r"(?:the|an?|its|their) (?:[\w’'-]+ ){1,4}of "
# "Before it rises on", "until the mandate expires in": the verbs of events, so that nobody goes "before the court on".
_WORD = r"(?!(?:that|which|who|and|but|or)\b)[\w’'-]+ "
_VERB = (
    r"(?:meets?|gathers?|opens?|begins?|starts?|ends?|expires?|closes?|leaves?|flies|fly|rises?|returns?|resumes?|sits?"
    r"|reconvenes?|votes?|arrives?|takes? (?:effect|office|over)|comes? (?:in|into)|enters? (?:in|into)|go(?:es)?"
    r"|departs?|visits?|convenes?|lapses?|runs? out|falls? due|is|are|holds?|hosts?|travels?|heads?|breaks? up) "
)
_CLAUSE = rf"(?:(?:it|he|she|they|we) (?:{_WORD}){{1,6}}|(?:{_WORD}){{1,6}}?{_VERB}(?:{_WORD}){{0,5}})"
_ANY = rf"(?:{_EVENT_OF}|{_NAMED_OF})"


def _preposition(name: str, words: str, kind: Kind | None, bend: Bend) -> Preposition:
    return Preposition(name, pattern(rf"(?<!\w)(?:{words})$"), kind, bend)


# The first that matches counts. "of" alone, as in "the summit of May", is none.
PREPOSITIONS: tuple[Preposition, ...] = (
    _preposition(
        "not before",
        r"(?:(?:no|not) (?:earlier|sooner) than|on or after|not (?:be )?before|at the earliest(?: (?:on|in))?) ",
        "start",
        _not_before,
    ),
    _preposition("postponed until", rf"{MOVED}[^.,;:]{{0,40}}? (?P<words>(?:until|till|to) (?:the )?)", None, _same),
    _preposition(
        "by",
        r"(?:as soon as possible,? (?:and|but)(?: in any (?:case|event))?,? )?(?:by )?not? later than (?:by )?"
        r"|(?:on or before|by|until) (?:the )?|till |up (?:to|until) |through |(?<=extended )to |(?<=extend )to "
        rf"|between now and (?:{_ANY})?|by {_NAMED_OF}|until {_EVENT_OF}"
        r"|by (?:the )?(?:end|start|close) of (?:the|its|their) (?:[\w’'-]+ ){1,3}in ",
        "deadline",
        _until,
    ),
    _preposition(
        "before an event",
        rf"(?:before|ahead of|prior to|in time for) {_EVENT_OF}|(?:ahead of|prior to) {_NAMED_OF}|in time for ",
        "deadline",
        _until,
    ),
    _preposition("before a clause", rf"(?:before|until) {_CLAUSE}", "deadline", _until),
    _preposition("before", r"(?:before|ahead of|prior to|in advance of) (?:the )?", "deadline", _before),
    _preposition("after", r"(?:from )?(?:after|following) (?:the )?", "start", _after),
    _preposition(
        "from",
        r"(?:(?:as|effective|starting|beginning|with effect|commencing) )?(?:from|as of) (?:the )?"
        r"|(?:as of|starting|beginning|effective|commencing)(?: (?:on|in|from|with))? ",
        "start",
        _same,
    ),
    _preposition("since", r"(?:ever )?since (?:the )?", None, _since),
    _preposition(
        "on",
        r"(?:some ?time|any ?time|at some point) (?:in |on |during )?|(?:as early|as late|as soon) as "
        r"|on or about |(?:on|in|at|for|during|around|about|towards?|between|to|come) (?:the )?",
        None,
        _same,
    ),
    _preposition("over", r"(?:over|throughout|within) (?:the )?", None, _same),
)
_PART_OF_DAY = r"(?:morning|afternoon|evening|night|eve|(?:early|small|late) hours)"
_BEFORE_DAY = pattern(
    rf"(?<!\w)(?:{CLOCK},?(?: on| of| in)? |(?:(?:late|early) )?(?:on )?the {_PART_OF_DAY} of "
    r"|(?P<vague>late|early)(?: on)? )(?:the )?$"
)
_AFTER_DAY = pattern(
    r"(?: (?:morning|afternoon|evening|night|lunchtime)\b)?"
    rf"(?:,? (?:at|by|from|around) (?:{CLOCK}|{SPELLED_HOUR})|,? {CLOCK})?"
)
# "The agenda for this week's meeting": "for" goes with the meeting.
_OWNER = pattern(r"['’]s?\b")
# "At the 6 March meeting", "ahead of Monday's vote".
_EVENT_AFTER = pattern(rf"(?:['’]s)? (?:[\w-]+ )?{EVENT}\b")
_LIMIT = pattern(r",? (?:at the (?:very )?latest|or (?:earlier|sooner)|(?P<from>at the (?:very )?earliest))\b")


@dataclass(frozen=True, slots=True)
class Bent:
    """A stretch with what stands around it: the place of its words, its days and kind; `name` of the preposition."""

    start: int
    end: int
    days: Days
    kind: Kind
    name: str | None


def attach(text: str, start: int, end: int, span: Span | None, exact: bool, today: dt.date | None) -> Bent:
    """Reads the words around a stretch at `start` to `end`. `exact`: a part of something longer was named."""
    kind: Kind = "vague" if span is None else "day" if span.days == 1 else "range"
    hour = None
    if span is None or span.days <= 7:
        clock = _AFTER_DAY.match(text, end)
        end = clock.end() if clock else end
        hour = _BEFORE_DAY.search(text, max(0, start - _WINDOW), start) if span is None or span.days == 1 else None
    if hour:
        start, exact = hour.start(), True
    bend: Bend = _same
    name = None
    for preposition in PREPOSITIONS:
        found = preposition.pattern.search(text, max(0, start - _WINDOW), start)
        # "Late on Friday" has its preposition: what stands before it, as in "flies in late on Friday", is another.
        if preposition.kind is None and preposition.bend is _same and _OWNER.match(text, end):
            continue
        # Nothing lasts "over" a day: those are verbs, as in "handed over the day before".
        if preposition.name == ("on" if hour and hour["vague"] else "over" if span and span.days == 1 else None):
            continue
        if found:
            of_noun = found[0].casefold().endswith("the ") or text.startswith(("'", "’"), end)
            if of_noun and (noun := _EVENT_AFTER.match(text, end)):
                end, exact = noun.end(), True
            bend, kind, name = preposition.bend, preposition.kind or kind, preposition.name
            start = found.start("words" if "words" in found.re.groupindex else 0)
            break
    if name == "from" and span and span.days > 1:
        kind = "range"
    if limit := _LIMIT.match(text, end):
        end = limit.end()
        bend, kind = (_not_before, "start") if limit["from"] else (_until, "deadline")
    return Bent(start, end, bend(span, today, exact) if span else (None, None), kind, name)
