"""One name a person: which shorter and differently written names stand for which full name."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

SUFFIXES = frozenset("jr sr ii iii iv".split())
VERBAL = ("s", "ed")  # "Invites", "Announced"


def full_names(names: Iterable[str]) -> list[str]:
    """Those of several words, the longest first."""
    long = {n for n in names if " " in n}
    return sorted(long, key=lambda n: (-len(n.split()), n))


def by_word(full: Iterable[str]) -> dict[str, list[tuple[str, list[str]]]]:
    """The full names, each with its words, by each of these."""
    index: dict[str, list[tuple[str, list[str]]]] = {}
    for name in full:
        words = words_of(name)
        for word in set(words):
            index.setdefault(word, []).append((name, words))
    return index


def words_of(name: str) -> list[str]:
    """The words of a name for comparison, without "Jr." and the like behind it."""
    words = _fold(name).split()
    while len(words) > 1 and words[-1].strip(".,") in SUFFIXES:
        words.pop()
    return [w.strip(",") for w in words]


def surname(name: str) -> str:
    """The last word of a name, "Jr." and the like left out."""
    return name.split()[len(words_of(name)) - 1].strip(",")


def as_in_body(name: str, surnames: set[str]) -> str:
    """A headline's name up to the last word that is a surname in the body, folded: what follows is the verb of a
    headline in capitals ("Lund Invites"). Whole where the body has none of its words, or what follows is no verb.
    """
    words = name.split()
    for n in range(len(words), 0, -1):
        short = " ".join(words[:n])
        if words_of(short)[-1] in surnames:
            return short if n < len(words) and words[n].endswith(VERBAL) else name
    return name


def _fold(name: str) -> str:
    """`name` in small letters without accents: articles write "Erdoğan" and "Erdogan" of one man."""
    if name.isascii():
        return name.casefold()
    plain = unicodedata.normalize("NFKD", name.replace("ı", "i"))
    return "".join(c for c in plain if not unicodedata.combining(c)).casefold()


def alias_of(name: str, full: dict[str, list[tuple[str, list[str]]]]) -> str:
    """The full name that `name` shortens: its surname, or any one of its words; the longest form of a full name."""
    words = words_of(name)
    longer = [(f, w) for f, w in full.get(words[-1], ()) if f != name]
    best = [
        f
        for f, w in longer
        if w[-len(words) :] == words or (len(w) >= len(words) > 1 and w[0][:2] == words[0][:2] and w[-1] == words[-1])
    ]
    if not best and len(words) == 1:
        best = [f for f, _ in longer]
    return best[0] if best else name
