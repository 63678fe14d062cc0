"""Who "the minister" is: the people named so far by the words of their roles."""

from __future__ import annotations

from briefgen.analysis.actors.finding import Cast, Entry
from briefgen.analysis.actors.roles import RANKS


class OfficeHolders:
    """The people named so far by the words of their roles, the last mentioned last."""

    def __init__(self, cast: Cast) -> None:
        self._cast = cast
        self._in_role: dict[str, dict[str, None]] = {}

    def add(self, name: str) -> None:
        """Files a mention of the person `name`."""
        for word in (self._cast.entries[name].role or "").lower().split():
            people = self._in_role.setdefault(word, {})
            people.pop(name, None)
            people[name] = None

    def find(
        self, title: str, noun: str, states: tuple[str, ...], own: str | None, sides: tuple[str, ...]
    ) -> tuple[str, ...]:
        """Whom `title`, headed by `noun`, means: the last person named before with just that title, else with its noun.

        `states` stand beside the title; without them the speaker's `own` country comes first, and in a meeting of
        `sides` whoever else has the title. Where nobody has it, it is the country's.
        """
        people = [self._cast.entries[name] for name in reversed(self._in_role.get(noun, {}))]
        if states:
            people = [p for p in people if p.represents in states]
        elif own:
            others = [p for p in people if p.represents in sides or " " in title]
            people = [p for p in people if p.represents in (own, None)]
            if not any(_has(p, title) for p in people):
                people = [p for p in others if _has(p, title)] or people
        best = next((p for p in people if _has_rank_of(p, title)), next(iter(people), None))
        return (best.name,) if best is not None else ((own,) if own else ())


def _words(role: str | None) -> set[str]:
    return set((role or "").lower().split())


def _has_rank_of(person: Entry, title: str) -> bool:
    """ "The Secretary" is not the Deputy Secretary."""
    return _words(title) & RANKS == _words(person.role) & RANKS


def _has(person: Entry, title: str) -> bool:
    """Whether `person` is named with all the words of `title`, and no rank beyond it."""
    return _words(title) <= _words(person.role) and _has_rank_of(person, title)
