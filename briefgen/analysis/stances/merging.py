"""Statements of the same thing made one red line with all their evidence."""

from __future__ import annotations

from dataclasses import replace

from briefgen.model.findings import Confidence, Stance
from briefgen.model.likeness import content_words, shared

MOST_EVIDENCE = 4
# Share of the rarer statement's content words that both have.
SAME = 0.6
ORDER: dict[Confidence, int] = {"high": 2, "medium": 1, "low": 0}


def merge(stances: list[Stance]) -> list[Stance]:
    """`stances` with repetitions by the same holder joined to the first; of a group the surest gives the wording."""
    merged: list[Stance] = []
    words: list[frozenset[str]] = []
    by_holder: dict[tuple[str, ...], list[int]] = {}
    for stance in stances:
        said = _words(stance)
        places = by_holder.setdefault(tuple(sorted(stance.holders)), [])
        alike = (i for i in places if shared(words[i], said) >= SAME and len(merged[i].evidence) < MOST_EVIDENCE)
        place = next(alike, None)
        if place is None:
            places.append(len(merged))
            merged.append(stance)
            words.append(said)
        else:
            merged[place] = _joined(merged[place], stance)
            words[place] = _words(merged[place])
    return merged


def _words(stance: Stance) -> frozenset[str]:
    """The content words; the holder's name, which all its statements have, tells nothing."""
    return content_words(stance.statement, without=(*stance.holders, stance.speaker or ""))


def _joined(first: Stance, other: Stance) -> Stance:
    best = other if ORDER[other.confidence] > ORDER[first.confidence] else first
    return replace(best, evidence=(*first.evidence, *other.evidence)[:MOST_EVIDENCE])
