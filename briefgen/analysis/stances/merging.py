"""Statements of the same thing made one red line with all their evidence."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from briefgen.model.findings import Confidence, Stance

MOST_EVIDENCE = 4
# Share of the rarer statement's content words that both have.
SAME = 0.6
WORD = re.compile(r"[a-z][a-z'-]{3,}")
LETTERS = 6  # of a word, so that "release" and "released" are one
COMMON = frozenset(
    w[:LETTERS]
    for w in """will would shall must should could that this these those they them their there with from have been were
    which what when where while until unless said says told also into over under than then only very more most other
    such about against after before between because being does does cannot never without
    """.split()
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
        place = next((i for i in places if _same(words[i], said) and len(merged[i].evidence) < MOST_EVIDENCE), None)
        if place is None:
            places.append(len(merged))
            merged.append(stance)
            words.append(said)
        else:
            merged[place] = _joined(merged[place], stance)
            words[place] = _words(merged[place])
    return merged


def _same(one: frozenset[str], other: frozenset[str]) -> bool:
    common = len(one & other)
    return common > 1 and common / min(len(one), len(other)) >= SAME


def _words(stance: Stance) -> frozenset[str]:
    """The beginnings of the content words; the holder's name, which all its statements have, tells nothing."""
    own = WORD.findall(" ".join((*stance.holders, stance.speaker or "")).lower())
    found = WORD.findall(stance.statement.lower())
    return frozenset(w.removesuffix("'s")[:LETTERS] for w in found) - _starts(own) - COMMON


def _starts(words: Iterable[str]) -> frozenset[str]:
    return frozenset(w[:LETTERS] for w in words)


def _joined(first: Stance, other: Stance) -> Stance:
    best = other if ORDER[other.confidence] > ORDER[first.confidence] else first
    return replace(best, evidence=(*first.evidence, *other.evidence)[:MOST_EVIDENCE])
