"""Positions and quotations of several sources: what the same actors say in nearly the same words is one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from briefgen.collation.grouping import Difference, Group, collated, evidence_of
from briefgen.collation.held import HeldItems
from briefgen.collation.names import Cast, Held
from briefgen.collation.statements import IDENTICAL, fold, only
from briefgen.model.findings import Disagreement, Position, Quotation

SAME, FEWEST = 0.7, 3  # share and number of content words that two positions of the same have in common
LEAST_QUOTED = 5  # words of a quotation that is taken for a part of a longer one


def collate_positions(positions: Sequence[Position], cast: Cast) -> tuple[tuple[Position, ...], list[Disagreement]]:
    """The positions of all sources, each once, those that disagree side by side; and on what they do."""
    return HeldItems(_held, lambda position: position.text, cast, SAME, FEWEST).collated(positions, _joined)


def _held(position: Position) -> Held:
    return Held(position.actors, position.speaker)


def _joined(group: Group[Position]) -> Position:
    best = max(group, key=lambda x: (not _held(x).is_the_speakers, x.speaker is not None, len(x.text), x.text))
    speaker = best.speaker or only(position.speaker for position in group)
    return replace(best, evidence=evidence_of(group), speaker=speaker)


def collate_quotations(quotations: Sequence[Quotation], cast: Cast) -> tuple[tuple[Quotation, ...], list[Disagreement]]:
    """The quotations of all sources, each once in its longest form; and those that are given to two speakers."""

    def alike(one: Quotation, other: Quotation) -> float:
        return _overlap(one, other) if only((one.speaker, other.speaker)) or one.speaker == other.speaker else 0.0

    def differ(one: Quotation, other: Quotation) -> Difference | None:
        if not (one.speaker and other.speaker and _overlap(one, other)):
            return None
        same = cast.parties([one.speaker]) == cast.parties([other.speaker])
        return None if same else Difference("actors", one.speaker, other.speaker)

    return collated(quotations, lambda quotation: quotation.text, alike, differ, _longest)


def _overlap(one: Quotation, other: Quotation) -> float:
    """IDENTICAL, or how much of the longer quotation the shorter one is; 0 where it is no part of it."""
    short, long = sorted((_bare(one.text), _bare(other.text)), key=len)
    if short == long:
        return IDENTICAL
    inside = f" {short} " in f" {long} " and len(short.split()) >= LEAST_QUOTED
    return len(short) / len(long) if inside else 0.0


def _bare(text: str) -> str:
    """The words alone."""
    return " ".join(re.findall(r"\w+", fold(text)))


def _longest(group: Group[Quotation]) -> Quotation:
    best = max(group, key=lambda x: (len(_bare(x.text)), x.text))
    speaker = best.speaker or only(quotation.speaker for quotation in group)
    return replace(best, evidence=evidence_of(group), speaker=speaker)
