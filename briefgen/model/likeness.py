"""How alike two statements are: the share of content words that both have."""

from __future__ import annotations

import re
from collections.abc import Iterable

WORD = re.compile(r"[a-z][a-z'-]{3,}")
LETTERS = 6  # of a word, so that "release" and "released" are one
COMMON = frozenset(
    w[:LETTERS]
    for w in """will would shall must should could that this these those they them their there with from have been were
    which what when where while until unless said says told also into over under than then only very more most other
    such about against after before between because being does does cannot never without
    """.split()
)


def content_words(text: str, without: Iterable[str] = ()) -> frozenset[str]:
    """The beginnings of the content words of `text`, but for those of the names `without`, which tell nothing where
    both statements are the same one's."""
    names = WORD.findall(" ".join(without).lower())
    found = WORD.findall(text.lower())
    return frozenset(w.removesuffix("'s")[:LETTERS] for w in found) - {w[:LETTERS] for w in names} - COMMON


def shared(one: frozenset[str], other: frozenset[str]) -> float:
    """The share of the rarer one's words that both have, 0 to 1; 0 where that is less than two words."""
    common = len(one & other)
    return common / min(len(one), len(other)) if common > 1 else 0.0
