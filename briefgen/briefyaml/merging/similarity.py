"""How much two texts have in common, and which of many belong together."""

from __future__ import annotations

import re
from collections.abc import Sequence
from difflib import SequenceMatcher

# A correction of some words, or an addition of half as many again, leaves this much in common.
ENOUGH = 0.6
_WORD = re.compile(r"\w+")
_MOST_WORDS = 200  # a comparison takes time that grows with their square


def fold(text: str) -> str:
    """The text without what makes no difference: letter case, and how white space was set."""
    return " ".join(text.split()).casefold()


def best_pairs(left: Sequence[str], right: Sequence[str], tie_break: Sequence[Sequence[str]]) -> list[tuple[int, int]]:
    """The places of the texts that belong together, each at most once, the likest first.

    Only texts that have ENOUGH in common are paired. Of equally like ones those are, whose `tie_break` (one list for
    each side) is likest.
    """
    words, others = ([_words(text) for text in texts] for texts in (left, right))
    ties = [[_words(text) for text in texts] for texts in tie_break]
    scored = []
    for j, other in enumerate(others):
        matcher = SequenceMatcher(None, b=other, autojunk=False)
        for i, here in enumerate(words):
            score = _score(matcher, here)
            if score >= ENOUGH:
                scored.append((-score, -SequenceMatcher(None, ties[0][i], ties[1][j], autojunk=False).ratio(), i, j))
    pairs: list[tuple[int, int]] = []
    free_left, free_right = set(range(len(left))), set(range(len(right)))
    for _, _, i, j in sorted(scored):
        if i in free_left and j in free_right:
            pairs.append((i, j))
            free_left.remove(i)
            free_right.remove(j)
    return pairs


def likest(text: str, among: Sequence[str]) -> int | None:
    """The place of the text that has most in common with this one, None when none has ENOUGH."""
    matcher = SequenceMatcher(None, b=_words(text), autojunk=False)
    scores = [_score(matcher, _words(other)) for other in among]
    best = max(range(len(among)), key=scores.__getitem__, default=None)
    return best if best is not None and scores[best] >= ENOUGH else None


def _score(matcher: SequenceMatcher[str], words: list[str]) -> float:
    """The share of words in common, in the same order; 0.0 as soon as it is known to be less than ENOUGH."""
    matcher.set_seq1(words)
    enough = matcher.real_quick_ratio() >= ENOUGH and matcher.quick_ratio() >= ENOUGH
    return matcher.ratio() if enough else 0.0


def _words(text: str) -> list[str]:
    return _WORD.findall(text.casefold())[:_MOST_WORDS]
