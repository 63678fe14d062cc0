"""Chooses among the candidates: the likely ones that do not repeat each other."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from briefgen.analysis.topics.candidates import Lexicon, Matter

if TYPE_CHECKING:
    from spacy.tokens import Token

FEWEST, MOST = 4, 9  # matters that an article may have, by its length
WORDS_A_MATTER = 120
LEAST = 0.3  # score of a further matter
LISTED, LINES = 0.3, 0.7  # share of a common sentence in the sameness of two matters
FEW = 2  # common sentences; a single one may hold several matters
SAME = 0.5  # share of words or sentences from which two matters are one


def overlap(a: Matter, b: Matter, lex: Lexicon) -> float:
    """How far two matters are one, 0 to 1: by their words, or by their sentences, most of which make it sure."""
    if a.words.isdisjoint(b.words) and not any(i in b.lines for i in a.lines):
        return 0.0
    shared = sum(lex.weight(w) for w in a.words & b.words)
    words = shared / max(1e-9, min(sum(map(lex.weight, a.words)), sum(map(lex.weight, b.words))))
    one, two = set(a.lines), set(b.lines)
    if len(one & two) >= FEW and 2 * len(one & two) > max(len(one), len(two)):
        return 1.0
    lines = len(one & two) / max(1, min(len(one), len(two)))
    return max(words, (LISTED if listed(a, b) else LINES) * lines)


def listed(a: Matter, b: Matter) -> bool:
    """Whether both stand in one enumeration ("discussed trade, energy and migration")."""
    return a.home == b.home and a.home >= 0 and top_of(a.phrase.head) == top_of(b.phrase.head)


def top_of(head: Token) -> int:
    """The token that governs the enumeration of `head`."""
    while head.dep_ == "conj":
        head = head.head
    return head.head.i


def choose(candidates: list[Matter], lex: Lexicon, has_name: Callable[[Matter], bool]) -> list[Matter]:
    """The matters of the article, the likeliest first; one that has no name takes no other's place."""
    length = sum(len(s.span) for s in lex.sents)
    most = max(FEWEST, min(MOST, round(1.5 + length / WORDS_A_MATTER)))
    chosen: list[Matter] = []
    left = sorted(candidates, key=lambda m: -m.score)
    worth = {id(m): m.score for m in left}
    while left and len(chosen) < most:
        best = max(left, key=lambda m: worth[id(m)])
        if chosen and worth[id(best)] < LEAST:
            break
        left.remove(best)
        if not has_name(best):
            continue
        chosen.append(best)
        for other in left:
            again = overlap(best, other, lex)
            worth[id(other)] = min(worth[id(other)], 0.0 if again > SAME else other.score * (1 - again))
    return chosen
