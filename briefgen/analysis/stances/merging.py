"""Statements of the same thing made one red line with all their evidence."""

from __future__ import annotations

import re
from dataclasses import replace

from briefgen.model.findings import Confidence, Stance

MOST_EVIDENCE = 4
# Share of the rarer statement's content words that both have.
SAME = 0.6
WORD = re.compile(r"[a-z][a-z'-]{3,}")
COMMON = frozenset(
    """will would shall must should could that this these those they them their there with from have been were which
    what when where while until unless said says told also into over under than then only very more most other such
    about against after before between because being does does cannot never without
    """.split()
)
ORDER: dict[Confidence, int] = {"high": 2, "medium": 1, "low": 0}


def merge(stances: list[Stance]) -> list[Stance]:
    """`stances` with repetitions by the same holder joined to the first; of a group the surest gives the wording."""
    merged: list[Stance] = []
    by_holder: dict[tuple[str, ...], list[int]] = {}
    for stance in stances:
        key = tuple(sorted(stance.holders))
        places = by_holder.setdefault(key, [])
        place = next((i for i in places if _same(merged[i], stance)), None)
        if place is None:
            places.append(len(merged))
            merged.append(stance)
        else:
            merged[place] = _joined(merged[place], stance)
    return merged


def _same(one: Stance, other: Stance) -> bool:
    a, b = _words(one.statement), _words(other.statement)
    if len(one.evidence) >= MOST_EVIDENCE or not a or not b:
        return False
    return len(a & b) / min(len(a), len(b)) >= SAME and len(a & b) > 1


def _words(text: str) -> set[str]:
    return {w.removesuffix("'s")[:6] for w in WORD.findall(text.lower())} - {w[:6] for w in COMMON}


def _joined(first: Stance, other: Stance) -> Stance:
    best = other if ORDER[other.confidence] > ORDER[first.confidence] else first
    return replace(best, evidence=(*first.evidence, *other.evidence)[:MOST_EVIDENCE])
