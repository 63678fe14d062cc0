"""Who is who over several sources: one cast, and every name in the findings as the cast has it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import NamedTuple

from briefgen.collation.grouping import evidence_of
from briefgen.model.findings import Actor, Disagreement, Findings, Side

_INITIAL = re.compile(r"(?<= )[A-Z]\. (?=[A-Z])")


class Held(NamedTuple):
    """Whose a statement is, and who voiced it."""

    holders: tuple[str, ...]
    speaker: str | None

    @property
    def is_the_speakers(self) -> bool:
        """Whether it is put down to the speaker alone, since nobody knows whom that person speaks for."""
        return self.holders == (self.speaker,)


@dataclass(frozen=True)  # no slots: what is cached needs a place
class Cast:
    """The actors of all sources, by how often they are named, and whom they speak for."""

    actors: tuple[Actor, ...]
    disagreements: tuple[Disagreement, ...]

    def parties(self, names: Iterable[str]) -> frozenset[str]:
        """The countries and bodies that `names` speak for; a name that speaks for nobody stands for itself."""
        return frozenset((self._speak_for.get(name) or name).casefold() for name in names)

    def same_holder(self, one: Held, other: Held) -> bool:
        """Whether two statements are of the same holder: the same parties; or the same speaker, of whom one source
        knows whom he speaks for and the other only his name."""
        if self.parties(one.holders) == self.parties(other.holders):
            return True
        same = one.speaker is not None and one.speaker == other.speaker
        return same and (one.is_the_speakers or other.is_the_speakers)

    def knows(self, names: Iterable[str]) -> bool:
        """Whether all of `names` are actors or parties, none a word such as "delegations"."""
        return self._known.issuperset(names)

    @cached_property
    def _speak_for(self) -> dict[str, str | None]:
        return {actor.name: actor.represents for actor in self.actors}

    @cached_property
    def _known(self) -> set[str | None]:
        return {name for actor in self.actors for name in (actor.name, actor.represents)}


def one_cast(found: Sequence[Findings]) -> tuple[Cast, list[Findings]]:
    """The cast of all sources, and their findings with its names.

    The same name is the same actor, whatever a source takes it for. An alias is, where it is that of one actor only:
    for an organisation or country; for a person where both speak for the same, since two people may share a surname.
    """
    keys = _keys([actor for findings in found for actor in findings.actors])
    groups: dict[str, list[Actor]] = defaultdict(list)
    for findings in found:
        for actor in findings.actors:
            groups[keys[_key(actor.name)]].append(actor)
    names = {key: _most_named(group).name for key, group in groups.items()}
    named = {key: names[root] for key, root in keys.items()}
    renamed = [_renamed(findings, lambda name: named.get(_key(name), name)) for findings in found]
    joined = [_joined(names[key], group, named) for key, group in groups.items()]
    # Those who are named most come first, as in the findings of one source.
    actors = tuple(sorted((actor for actor, _ in joined), key=lambda actor: -actor.mentions))
    return Cast(actors, tuple(split for _, split in joined if split)), renamed


def _key(name: str) -> str:
    """A name without its middle initials and in small letters."""
    return _INITIAL.sub("", name).casefold()


def _keys(actors: Sequence[Actor]) -> dict[str, str]:
    """For each actor's key that of the actor whom it means."""
    by_alias: dict[str, set[str]] = defaultdict(set)
    by_key: dict[str, list[Actor]] = defaultdict(list)
    for actor in actors:
        by_key[_key(actor.name)].append(actor)
        for alias in actor.aliases:
            by_alias[_key(alias)].add(_key(actor.name))
    keys = {key: key for key in by_key}
    for key in by_key:
        others = by_alias[key] - {key}
        if len(others) == 1:
            (other,) = others
            if not by_alias[other] - {other} and _may_be_one(by_key[key], by_key[other]):
                keys[key] = other
    return keys


def _may_be_one(short: list[Actor], full: list[Actor]) -> bool:
    kinds = {actor.kind for actor in (*short, *full)}
    if kinds != {"person"}:
        return "person" not in kinds
    speak_for = [{actor.represents for actor in actors} for actors in (short, full)]
    return speak_for[0] == speak_for[1] and None not in speak_for[0] and len(speak_for[0]) == 1


def _most_named(group: list[Actor]) -> Actor:
    """The one whose name and office the cast takes; no matter in which order the sources stand."""
    return max(group, key=lambda actor: (actor.mentions, len(actor.name), actor.role or "", actor.name))


def _joined(name: str, group: list[Actor], named: Mapping[str, str]) -> tuple[Actor, Disagreement | None]:
    """One actor of those that are the same; whom it speaks for stays open where the sources differ."""
    best = _most_named(group)
    sides: dict[str, list[Actor]] = defaultdict(list)
    for actor in group:
        if actor.represents:
            sides[named.get(_key(actor.represents), actor.represents)].append(actor)
    role = best.role or next((actor.role for actor in sorted(group, key=_by_role) if actor.role), None)
    actor = replace(
        best,
        name=name,
        role=role,
        represents=next(iter(sides)) if len(sides) == 1 else None,
        aliases=tuple(sorted({alias for actor in group for alias in (*actor.aliases, actor.name)} - {name})),
        mentions=sum(actor.mentions for actor in group),
        evidence=evidence_of(group),
    )
    if len(sides) < 2:
        return actor, None
    told = tuple(Side(evidence_of(actors), party) for party, actors in sides.items())
    return actor, Disagreement("parties", told, name)


def _by_role(actor: Actor) -> tuple[int, str]:
    return -actor.mentions, actor.role or ""


def _renamed(findings: Findings, name: Callable[[str], str]) -> Findings:
    """The findings with every name as the cast has it."""

    def one(who: str | None) -> str | None:
        return None if who is None else name(who)

    def many(whom: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(dict.fromkeys(map(name, whom)))

    return replace(
        findings,
        stances=tuple(
            replace(x, holders=many(x.holders), speaker=one(x.speaker), addressee=one(x.addressee))
            for x in findings.stances
        ),
        steps=tuple(replace(x, owners=many(x.owners)) for x in findings.steps),
        quotations=tuple(replace(x, speaker=one(x.speaker)) for x in findings.quotations),
        positions=tuple(replace(x, actors=many(x.actors), speaker=one(x.speaker)) for x in findings.positions),
    )
