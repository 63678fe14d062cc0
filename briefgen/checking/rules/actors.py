"""Whoever holds a position or a red line, or owns a step, is one of the brief's actors."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches

from briefgen.checking.finding import Remark, shown
from briefgen.checking.subject import Subject
from briefgen.model.brief import Brief
from briefgen.model.merged import Path


def unknown_actor(subject: Subject) -> Iterator[Remark]:
    """A holder, an owner or the actor of a position who is neither an actor nor represented by one."""
    names = {name for actor in subject.brief.actors for name in (actor.name, actor.represents) if name}
    known = {name.casefold() for name in names}
    for path, named in _named(subject.brief):
        for name in [named] if isinstance(named, str) else named:
            if name.casefold() not in known:
                slip = subject.merged.is_human(path)  # the machine makes none
                near = get_close_matches(name[:100], names, n=1, cutoff=0.8) if slip else []
                meant = f"; is {shown(near[0])} meant?" if near else ""
                hint = "Write the name as under actors, or add an actor in overrides.yaml."
                yield Remark(path, f"{shown(name)} is not among the actors{meant}", hint)


def _named(brief: Brief) -> Iterator[tuple[Path, str | list[str]]]:
    for issue in brief.issues:
        for position in issue.positions:
            yield ("issues", issue.id, "positions", position.id, "actor"), position.actor
    for red_line in brief.red_lines:
        yield ("red_lines", red_line.id, "holder"), red_line.holder
    for step in brief.next_steps:
        yield ("next_steps", step.id, "owners"), step.owners
