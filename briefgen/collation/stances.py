"""Red lines of several sources: the same of one holder is one, with the evidence of all."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from briefgen.collation.grouping import Difference, Group, disagreements, evidence_of, grouped, side_by_side
from briefgen.collation.names import Cast, Held
from briefgen.collation.numbers import number_difference, same_numbers
from briefgen.collation.statements import actor_difference, likeness, only
from briefgen.model.findings import Disagreement, Stance

SAME = 0.6  # share of the rarer statement's content words, as within one article
SURER = ("low", "medium", "high")


def collate_stances(stances: Sequence[Stance], cast: Cast) -> tuple[tuple[Stance, ...], list[Disagreement]]:
    """The red lines of all sources, each once, those that disagree side by side; and on what they do."""

    def alike(one: Stance, other: Stance) -> float:
        if not cast.same_holder(_held(one), _held(other)):
            return 0.0
        return _likeness(one, other) if same_numbers(one.statement, other.statement) else 0.0

    def differ(one: Stance, other: Stance) -> Difference | None:
        if cast.same_holder(_held(one), _held(other)):
            return number_difference(one.statement, other.statement) if _likeness(one, other) else None
        return actor_difference((one.holders, one.statement), (other.holders, other.statement), cast)

    groups = grouped(stances, lambda stance: stance.statement, alike)
    found = disagreements(groups, differ)
    return tuple(_joined(group) for group in side_by_side(groups, found)), found


def _held(stance: Stance) -> Held:
    return Held(stance.holders, stance.speaker)


def _likeness(one: Stance, other: Stance) -> float:
    names = {*one.holders, *other.holders, one.speaker or "", other.speaker or ""}
    return likeness(one.statement, other.statement, sorted(names), SAME)


def _joined(group: Group[Stance]) -> Stance:
    """One that knows the party gives the wording: the surest, with its condition, in nobody's quotation marks."""

    def rank(x: Stance) -> tuple[object, ...]:
        conditional = x.kind == "conditional" and bool(x.trigger)
        quoted = any(mark in x.statement for mark in '"“')
        return not _held(x).is_the_speakers, SURER.index(x.confidence), conditional, not quoted, len(x.statement)

    best = max(sorted(group, key=lambda x: x.statement), key=rank)
    return replace(
        best,
        evidence=evidence_of(group),
        speaker=best.speaker or only(stance.speaker for stance in group),
        addressee=best.addressee or only(stance.addressee for stance in group),
    )
