"""Red lines of several sources: the same of one holder is one, with the evidence of all."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from briefgen.collation.grouping import Group, evidence_of
from briefgen.collation.held import HeldItems
from briefgen.collation.names import Cast, Held
from briefgen.collation.statements import SURER, only
from briefgen.model.findings import Disagreement, Stance

SAME = 0.6  # share of the rarer statement's content words, as within one article


def collate_stances(stances: Sequence[Stance], cast: Cast) -> tuple[tuple[Stance, ...], list[Disagreement]]:
    """The red lines of all sources, each once, those that disagree side by side; and on what they do."""
    return HeldItems(_held, lambda stance: stance.statement, cast, SAME).collated(stances, _joined)


def _held(stance: Stance) -> Held:
    return Held(stance.holders, stance.speaker)


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
