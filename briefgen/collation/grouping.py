"""Which items of several sources tell the same, and which the same but for one thing.

Nothing here depends on the order of the sources: pairs are taken by how alike they are, then by their words.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import product
from typing import NamedTuple, Protocol, TypeVar

from briefgen.model.findings import Disagreement, Matter, Side, source_of


class Cited(Protocol):
    """What every finding has."""

    @property
    def evidence(self) -> tuple[str, ...]:
        """The ids of its sentences."""


class Difference(NamedTuple):
    """In what two items differ that otherwise tell the same, and what each has there."""

    about: Matter
    one: str
    other: str


Item = TypeVar("Item", bound=Cited)
Group = list[Item]


def grouped(
    items: Sequence[Item], text: Callable[[Item], str], alike: Callable[[Item, Item], float]
) -> list[Group[Item]]:
    """`items` in groups that tell the same, in the order of their first ones; most groups have one item.

    Of each source a group has one item at most, and each two in it are `alike` (above 0): a chain of likenesses does
    not bring together what has little in common at its ends.
    """
    sources = [source_of(item.evidence[0]) for item in items]
    likeness: dict[tuple[int, int], float] = {}
    for i, one in enumerate(items):
        for j in range(i + 1, len(items)):
            if sources[i] != sources[j] and (value := alike(one, items[j])) > 0:
                likeness[i, j] = value
    groups = {i: [i] for i in range(len(items))}
    for i, j in sorted(likeness, key=lambda pair: (-likeness[pair], *sorted(text(items[k]) for k in pair))):
        here, there = groups[i], groups[j]
        if here is there or {sources[k] for k in here} & {sources[k] for k in there}:
            continue
        if all((min(pair), max(pair)) in likeness for pair in product(here, there)):
            joined = sorted(here + there)
            groups |= dict.fromkeys(joined, joined)
    return [[items[k] for k in group] for i, group in groups.items() if group[0] == i]


def collated(
    items: Sequence[Item],
    text: Callable[[Item], str],
    alike: Callable[[Item, Item], float],
    differ: Callable[[Item, Item], Difference | None],
    joined: Callable[[Group[Item]], Item],
) -> tuple[tuple[Item, ...], list[Disagreement]]:
    """The items of all sources, each told once as its group `joined`, those that disagree side by side; and on what
    they do."""
    groups = grouped(items, text, alike)
    found = disagreements(groups, differ)
    return tuple(joined(group) for group in side_by_side(groups, found)), found


def disagreements(
    groups: Sequence[Group[Item]], differ: Callable[[Item, Item], Difference | None]
) -> list[Disagreement]:
    """Where groups of different sources differ in one thing; those that differ in the same make one disagreement.

    Groups that have a source in common do not: that source tells both, so they are two things.
    """
    sources = [{source_of(item.evidence[0]) for item in group} for group in groups]
    found: list[tuple[Matter, dict[int, set[str]]]] = []
    for i, one in enumerate(groups):
        for j in range(i + 1, len(groups)):
            if not sources[i] & sources[j]:
                differences = filter(None, (differ(x, y) for x, y in product(one, groups[j])))
                for difference in sorted(differences)[:1]:
                    found = _noted(found, difference.about, {i: {difference.one}, j: {difference.other}})
    return [
        Disagreement(about, tuple(Side(evidence_of(groups[k]), min(sides[k])) for k in sorted(sides)))
        for about, sides in found
    ]


def _noted(
    found: list[tuple[Matter, dict[int, set[str]]]], about: Matter, sides: dict[int, set[str]]
) -> list[tuple[Matter, dict[int, set[str]]]]:
    """What was found, with the disagreements that a new pair belongs to made one with it."""
    touched = [row for row in found if row[0] == about and row[1].keys() & sides.keys()]
    for _, others in touched:
        for group, words in others.items():
            sides[group] = sides.get(group, set()) | words
    return [*(row for row in found if row not in touched), (about, sides)]


def evidence_of(group: Group[Item]) -> tuple[str, ...]:
    """All sentences of a group, each once."""
    return tuple(dict.fromkeys(sentence for item in group for sentence in item.evidence))


def side_by_side(groups: Sequence[Group[Item]], found: Sequence[Disagreement]) -> list[Group[Item]]:
    """The groups in their order, but those that disagree directly behind the first of them."""
    first: dict[tuple[str, ...], tuple[str, ...]] = {}
    for disagreement in found:
        for side in disagreement.sides[1:]:
            first.setdefault(side.evidence, disagreement.sides[0].evidence)
    place = {evidence_of(group): number for number, group in enumerate(groups)}

    def key(group: Group[Item]) -> tuple[int, int]:
        own = evidence_of(group)
        return place[first.get(own, own)], place[own]

    return sorted(groups, key=key)
