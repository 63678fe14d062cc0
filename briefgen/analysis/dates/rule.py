"""What a rule of the date pass is made of."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from briefgen.analysis.dates.spans import Span

Kind = Literal["day", "range", "deadline", "start", "duration", "vague"]
# What must stand before a match for it to be a time: nothing, a preposition or a part ("early"), a part.
Needs = Literal["nothing", "preposition", "part"]


class NoReferenceError(LookupError):
    """The words count from a day that is not known."""


@dataclass(frozen=True, slots=True)
class Reference:
    """What an expression counts from. `event`: the day that "a week later" or "within 48 hours of" starts at.

    `named`: the document gives that day for the very event that the expression names.
    """

    published: dt.date | None
    future: bool
    event: dt.date | None = None
    named: bool = False

    @property
    def today(self) -> dt.date:
        """The day of publication; NoReferenceError where it is unknown."""
        if self.published is None:
            raise NoReferenceError
        return self.published


@dataclass(frozen=True, slots=True)
class Reading:
    """What a match means. `span` None: no day in it.

    `complete`: its words hold their own preposition. `current`: it is under way ("this week"), so that what is
    left of it begins today. `part`: a part of it is named ("the end of"), which "before" then includes.
    """

    span: Span | None
    kind: Kind = "range"
    complete: bool = False
    current: bool = False
    part: bool = False


Resolve = Callable[[re.Match[str], Reference], Reading | None]


@dataclass(frozen=True, slots=True)
class Rule:
    """One kind of time expression. The words are the group `core` where the pattern has one, else the whole match.

    `resolve` gives None when the words are no time after all; it may raise ValueError or OverflowError for a day
    that does not exist, and NoReferenceError. `event`: it counts from another expression or a named event. `refuses`:
    prepositions, as the text before the match ends in them, that do not make a time of it. `holds`: what its words hold
    (a unit of time such as "week", a count of units, the two in one compound, a figure, the name of a month), so that
    it need not be tried on a text without one.
    """

    name: str
    pattern: re.Pattern[str]
    resolve: Resolve
    needs: Needs = "nothing"
    event: bool = False
    refuses: re.Pattern[str] | None = None
    holds: Literal["unit", "count", "compound", "figure", "month", "weekday", "season", "quarter"] | None = None


def day(date: dt.date) -> Reading:
    """The reading of a single day."""
    return Reading(Span(date, date), "day")
