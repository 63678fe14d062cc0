"""Chooses the time of a clause among the time expressions of its sentence."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

from briefgen.analysis.dates.find import TimeExpression, find_times
from briefgen.analysis.dates.tense import speaks_of_past
from briefgen.analysis.dates.words import MOVED, pattern

# Between a clause and a time after it: nothing that begins another clause.
_ANOTHER_CLAUSE = pattern(r"[;:.!?]|\b(?:that|which|who|while|but|including|said|told|announced|and \w+ed)\b")
_REACH = 120
_JOINS = pattern(r",? (?:where|when|(?:at|during|after) which) ")
_MOVED = pattern(rf"{MOVED}[^.;:]{{0,60}}$")
# The opening of a sentence belongs to its clause across one insertion: "On 5 May, officials said, the talks resume".
_STARTS = pattern(r"(?:\A|[:;.–—-] )[\"“'‘]?$")
_OPENS = pattern(r",? ?(?:[^,;:]{1,60}, )?[\"“'‘]?")
_OF_A_NOUN = pattern(r"['’]s?\b| [a-z]+")
_ARTICLE = pattern(r"\b(?:the|an?|its|their|his|her|our) $")


def due_of(
    text: str,
    clause: tuple[int, int],
    named: Sequence[TimeExpression],
    published: dt.date | None,
    future: bool = True,
) -> TimeExpression | None:
    """The time at which what `clause` (start and end in `text`) says is due; None where the sentence gives none.

    It is one of those that `text` has `named`, as `find_times` gives them for the same day and tense. With `future`,
    times that are over by `published`, or said to be past where that is None, do not count. Looks within the clause,
    then behind it, then at the opening of the sentence ("On 5 May, officials said, the talks will resume").
    """
    times = [time for time in named if not (future and _is_over(text, time, published))]
    start, end = clause
    inside = [time for time in times if time.start < end and time.end > start]
    behind = [
        time
        for time in times
        if end <= time.start <= end + _REACH and not _ANOTHER_CLAUSE.search(text, end, time.start)
    ]
    # "They meet on 1 July, where Canada is to present its offer."
    joined = [time for time in times if time.end <= start and _JOINS.fullmatch(text, time.end, start)]
    opening = [
        time
        for time in times
        if _STARTS.search(text, max(0, time.start - 4), time.start) and _OPENS.fullmatch(text, time.end, start)
    ]
    for candidates in (inside, behind, joined, opening):
        if candidates:
            time = min(candidates, key=lambda time: (_doubt(text, time, published), time.start))
            return _within(text, time, start, published, future) if time.start < start < time.end else time
    return None


def _is_over(text: str, time: TimeExpression, published: dt.date | None) -> bool:
    if published is None:
        return speaks_of_past(text, time.start, time.end)
    return time.latest is not None and time.latest < published


def _within(text: str, time: TimeExpression, start: int, published: dt.date | None, future: bool) -> TimeExpression:
    """What the part of a time that lies in the clause means: "the team flies home on Thursday" of "before the ..."."""
    for inner in find_times(text[start : time.end], published, future=future):
        if start + inner.end == time.end:
            return replace(inner, start=start + inner.start, end=time.end)
    return time


def _doubt(text: str, time: TimeExpression, published: dt.date | None) -> int:
    """How little an expression looks like the time of an action: said of a noun, a mere duration, no day at all."""
    before = text[max(0, time.start - 80) : time.start]
    if time.text.casefold().startswith(("to ", "until ", "till ")) and _MOVED.search(before):
        return -1
    if time.kind == "vague":
        return 4
    if time.kind == "duration":
        return 3
    noun = _OF_A_NOUN.match(text, time.end)
    if noun and (noun[0][0] in "'’" or _ARTICLE.search(before)):
        return 2
    # A report's own day is seldom when something is due.
    return 1 if time.earliest == time.latest == published else 0
