"""Next steps of several sources: the same step of the same owners at the same time is one."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import replace

from briefgen.collation.grouping import Difference, Group, collated, evidence_of
from briefgen.collation.names import Cast
from briefgen.collation.numbers import number_difference, same_numbers
from briefgen.collation.statements import SURER, actor_difference, fold, likeness
from briefgen.model.findings import Disagreement, Due, Step

SAME = 0.6  # share of the rarer statement's content words, as within one article
SAME_ON_ONE_DAY = 0.5
SAME_OF_NOBODY = 0.8  # where one source does not say who is to do it
DEADLINE = re.compile(r"\s*(?:by|before|until|till|within|no later than|not later than|at the latest)\b", re.I)
NEGATION = re.compile(r"\b(?:not|never|no longer)\b|n['’]t\b", re.I)


def collate_steps(steps: Sequence[Step], cast: Cast) -> tuple[tuple[Step, ...], list[Disagreement]]:
    """The next steps of all sources, each once, those that disagree side by side; and on what they do."""

    def alike(one: Step, other: Step) -> float:
        if not same_days(one.due, other.due) or _negated(one) != _negated(other):
            return 0.0
        return _likeness(one, other, cast) if same_numbers(one.action, other.action) else 0.0

    def differ(one: Step, other: Step) -> Difference | None:
        if _likeness(one, other, cast):
            return _difference(one, other)
        if same_days(one.due, other.due):
            return actor_difference((one.owners, one.action), (other.owners, other.action), cast)
        return None

    return collated(steps, lambda step: step.action, alike, differ, _joined)


def same_days(one: Due | None, other: Due | None) -> bool | None:
    """Whether a step may be due at both times; None where that cannot be told.

    A step without a time may be due at any. A day fits the month or the deadline that it lies in; two deadlines fit
    if they are the same.
    """
    if one is None or other is None or fold(one.text) == fold(other.text):
        return True
    spans = [_span(one), _span(other)]
    if None in spans:
        return None
    (first, last), (begin, end) = (span or (dt.date.min, dt.date.max) for span in spans)
    if DEADLINE.match(one.text) and DEADLINE.match(other.text):
        return last == end
    if (first <= begin and end <= last) or (begin <= first and last <= end):
        return True
    return False if last < begin or end < first else None


def _span(due: Due) -> tuple[dt.date, dt.date] | None:
    if due.earliest is None and due.latest is None:
        return None
    return due.earliest or dt.date.min, due.latest or dt.date.max


def _likeness(one: Step, other: Step, cast: Cast) -> float:
    """How alike what is to be done is, by whom and whenever; 0 where the owners are not the same."""
    owners, others = cast.parties(one.owners), cast.parties(other.owners)
    if not (owners <= others or others <= owners):
        return 0.0
    times = [step.due.text for step in (one, other) if step.due]
    least = SAME_ON_ONE_DAY if len(times) == 2 and same_days(one.due, other.due) else SAME
    least = least if owners == others or (owners and others) else SAME_OF_NOBODY
    return likeness(one.action, other.action, sorted({*one.owners, *other.owners, *times}), least)


def _difference(one: Step, other: Step) -> Difference | None:
    if one.due and other.due and same_days(one.due, other.due) is False:
        return Difference("dates", one.due.text, other.due.text)
    if _negated(one) != _negated(other):
        return Difference("whether", one.action, other.action)
    return number_difference(one.action, other.action)


def _negated(step: Step) -> bool:
    return bool(NEGATION.search(step.action))


def _joined(group: Group[Step]) -> Step:
    """The surest gives the wording; the time is the narrowest that is given, the owners are the most."""
    best = max(group, key=lambda x: (SURER.index(x.confidence), bool(x.due), len(x.action), x.action))
    dues = sorted((step.due for step in group if step.due), key=lambda due: (_days(due), due.text))
    owners = max((step.owners for step in group), key=lambda names: (len(names), names == best.owners, names))
    return replace(best, evidence=evidence_of(group), due=dues[0] if dues else None, owners=owners)


def _days(due: Due) -> int:
    """How many days a time spans; more than any where it was not resolved."""
    span = _span(due)
    return (span[1] - span[0]).days if span else dt.date.max.toordinal()
