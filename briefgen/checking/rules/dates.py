"""A step still to come is due after the day of the brief, and its first day is not after its last."""

from __future__ import annotations

from collections.abc import Iterator

from briefgen.checking.finding import Remark
from briefgen.checking.subject import Subject


def due_before_brief(subject: Subject) -> Iterator[Remark]:
    """A next step whose last day lies before the day of the brief."""
    for step in subject.brief.next_steps:
        key = "latest" if step.due and step.due.latest else "earliest"
        day = getattr(step.due, key, None)
        if day and day < subject.brief.date:
            what = f"the step was due on {day}, before the day of the brief ({subject.brief.date})"
            yield Remark(("next_steps", step.id, "due", key), what, "Correct the day, or drop the step if it is past.")


def due_backwards(subject: Subject) -> Iterator[Remark]:
    """A next step whose first day comes after its last."""
    for step in subject.brief.next_steps:
        if step.due and step.due.earliest and step.due.latest and step.due.earliest > step.due.latest:
            what = f"the first day, {step.due.earliest}, comes after the last, {step.due.latest}"
            yield Remark(("next_steps", step.id, "due", "latest"), what, "Exchange them, or correct the wrong one.")
