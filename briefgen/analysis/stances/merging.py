"""Statements of the same thing made one red line with all their evidence."""

from __future__ import annotations

import re
from dataclasses import replace

from briefgen.model.findings import Confidence, Stance
from briefgen.model.likeness import content_words, shared

MOST_EVIDENCE = 4
# Share of the rarer statement's content words that both have.
SAME = 0.6
# One pledge in different words: "Article 5 is ironclad" and "will defend every inch" of the alliance.
MUTUAL_DEFENCE = re.compile(
    r"\bArticle\s+(?:5|V|Five)\b|\bcollective\s+defen[cs]e\b|\battack\s+on\s+(?:one|any)\b|"
    r"\b(?:every\s+(?:single\s+)?(?:inch|centimet\w+|metre)|defend\w*)\b[^.;]{0,40}\b(?:NATO|alliance|all(?:y|ies|ied))\b",
    re.I,
)
ORDER: dict[Confidence, int] = {"high": 2, "medium": 1, "low": 0}


def merge(stances: list[Stance]) -> list[Stance]:
    """`stances` with repetitions by the same holder joined to the first; of a group the surest gives the wording."""
    merged: list[Stance] = []
    words: list[frozenset[str]] = []
    by_holder: dict[tuple[str, ...], list[int]] = {}
    for stance in stances:
        said = _words(stance)
        places = by_holder.setdefault(tuple(sorted(stance.holders)), [])
        open_ones = (i for i in places if len(merged[i].evidence) < MOST_EVIDENCE)
        alike = (i for i in open_ones if shared(words[i], said) >= SAME or _one_pledge(merged[i], stance))
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


def _one_pledge(first: Stance, other: Stance) -> bool:
    """Whether both are a commitment to defend the allies."""
    both = (first, other)
    return all(s.kind == "commitment" and MUTUAL_DEFENCE.search(s.statement) is not None for s in both)


def _joined(first: Stance, other: Stance) -> Stance:
    best = other if ORDER[other.confidence] > ORDER[first.confidence] else first
    return replace(best, evidence=(*first.evidence, *other.evidence)[:MOST_EVIDENCE])
