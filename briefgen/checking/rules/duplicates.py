"""No line is said twice by the same party."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefgen.checking.finding import Remark
from briefgen.checking.subject import Subject
from briefgen.model.brief import Brief
from briefgen.model.merged import Path

_NO_WORDS = re.compile(r"[\W_]+")


def duplicate_item(subject: Subject) -> Iterator[Remark]:
    """An item with the words and the party of an earlier one of its list; case and punctuation do not count."""
    first: dict[tuple[Path, str], str] = {}
    for section, identity, said in _said(subject.brief):
        key = section, _NO_WORDS.sub(" ", " ".join(said).casefold()).strip()
        earlier = first.setdefault(key, identity)
        if earlier != identity:
            hint = f"Drop one of them: {{id: {identity}, drop: true}}."
            yield Remark((*section, identity), f"this says the same as {earlier}", hint)


def _said(brief: Brief) -> Iterator[tuple[Path, str, list[str]]]:
    """Every item's list, its id, and the texts by which it would be another's double."""
    for point in brief.summary.key_points:
        yield ("summary", "key_points"), point.id, [point.text]
    for issue in brief.issues:
        yield ("issues",), issue.id, [issue.title]
        for position in issue.positions:
            yield ("issues", issue.id, "positions"), position.id, [*_names(position.actor), position.text]
    for red_line in brief.red_lines:
        yield ("red_lines",), red_line.id, [*_names(red_line.holder), red_line.statement]
    for step in brief.next_steps:
        yield ("next_steps",), step.id, [*sorted(step.owners), step.action, step.due.text if step.due else ""]
    for quote in brief.quotes:
        yield ("quotes",), quote.id, [quote.text]
    for actor in brief.actors:
        yield ("actors",), actor.id, [actor.name]


def _names(names: str | list[str]) -> list[str]:
    return [names] if isinstance(names, str) else sorted(names)
