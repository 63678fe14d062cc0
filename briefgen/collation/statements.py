"""What is compared of the statements of two sources: their words, and who holds them."""

from __future__ import annotations

import functools
from collections.abc import Iterable
from typing import TypeVar

from briefgen.collation.grouping import Difference
from briefgen.collation.names import Cast
from briefgen.model.likeness import content_words, shared

SURER = ("low", "medium", "high")  # confidence
IDENTICAL = 2.0  # above every share of words
# More than this share of the longer statement's words is in both: to send a minister to the talks is not the talks.
OF_THE_LONGER = 0.5
SAME_OF_ANOTHER, LEAST_OF_ANOTHER = 0.8, 3  # share and number of words from which two actors are given the same

Value = TypeVar("Value")


def likeness(one: str, other: str, without: Iterable[str], least: float, fewest: int = 2) -> float:
    """How alike two statements are: IDENTICAL, or the share of the rarer one's content words where both have `least`
    of them, `fewest` at the least; else 0. The names and words in `without` tell nothing."""
    if fold(one) == fold(other):
        return IDENTICAL
    x, y = _words(one), _words(other)
    if names := _words(" ".join(without)):
        x, y = x - names, y - names
    common, share = len(x & y), shared(x, y)
    return share if share >= least and common >= fewest and common > OF_THE_LONGER * max(len(x), len(y)) else 0.0


@functools.lru_cache(maxsize=50_000)
def fold(text: str) -> str:
    """The text without case and spacing."""
    return " ".join(text.split()).casefold()


def only(values: Iterable[Value | None]) -> Value | None:
    """The one value that there is; None where there is none or several."""
    known = {value for value in values if value is not None}
    return known.pop() if len(known) == 1 else None


def actor_difference(
    one: tuple[tuple[str, ...], str], other: tuple[tuple[str, ...], str], cast: Cast
) -> Difference | None:
    """Where two sources give nearly the same statement to different actors; both are names and a text.

    Not where one statement names the actor of the other: then each says of the other what it is told by it.
    """
    (names, text), (others, told) = one, other
    if not (names and others and cast.knows((*names, *others))) or cast.parties(names) & cast.parties(others):
        return None
    if not likeness(text, told, (*names, *others), SAME_OF_ANOTHER, LEAST_OF_ANOTHER):
        return None
    named = any(name.casefold() in fold(told) for name in names) or any(
        name.casefold() in fold(text) for name in others
    )
    return None if named else Difference("actors", " and ".join(names), " and ".join(others))


@functools.lru_cache(maxsize=50_000)  # each statement is compared with those of every other source
def _words(text: str) -> frozenset[str]:
    return content_words(text)
