"""Numbers in a statement with what they count, and where two statements of the same thing differ in them."""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass
from itertools import takewhile

from briefgen.collation.grouping import Difference
from briefgen.model.likeness import LETTERS

_UNITS = """two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
eighteen nineteen"""
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_WORDS = {word: value for value, word in enumerate(_UNITS.split(), 2)} | {
    word: 10 * value for value, word in enumerate(_TENS.split(), 2)
}
_SCALES = {"hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12, "bn": 1e9}
_MONTHS = "January February March April May June July August September October November December".split()
_MONTH = rf"(?:{'|'.join(_MONTHS)})"
_DAY = re.compile(
    rf"\b(?P<day>[0-3]?\d)(?:st|nd|rd|th)? (?P<month>{_MONTH})\b|\b(?P<month2>{_MONTH}) (?P<day2>[0-3]?\d)\b"
)
_NUMBER = re.compile(
    r"(?:\b(?:at least|at most|more than|fewer than|less than|up to|about|around|nearly|over|under|some) )?"
    rf"(?P<sign>[$€£¥]?)\b(?P<value>\d[\d,]*(?:\.\d+)?|{'|'.join(_WORDS)})(?![\w-])"
    rf"(?P<scale>(?:[ -](?:{'|'.join(_SCALES)})\b)?)(?P<after>%?(?: [a-z][\w'’-]*){{0,3}})",
    re.I,
)
_LEAST = 3  # letters of a word that may be what is counted
# What is counted stands before these words, and a number is not shown with one of them at its end.
_NO_END = frozenset(
    """and the for from was were are has had have its their his her more than who that with into of in on at to by
    a an as will would is be been not or over during after before
    """.split()
)


@dataclass(frozen=True, slots=True)
class Number:
    """A number: its value, the beginnings of the words that may be what it counts, and how it stands in the text."""

    value: float
    counts: frozenset[str]
    words: str

    @property
    def is_day(self) -> bool:
        """Whether it is a day of a month."""
        return self.counts == {"day"}


@functools.lru_cache(maxsize=10_000)  # a statement is compared with many others
def numbers(text: str) -> tuple[Number, ...]:
    """The numbers of `text` that count something, and its days."""
    days = [
        Number(
            100 * (_MONTHS.index(day["month"] or day["month2"]) + 1) + int(day["day"] or day["day2"]),
            frozenset({"day"}),
            day[0],
        )
        for day in _DAY.finditer(text)
    ]
    counted = [_number(match) for match in _NUMBER.finditer(_DAY.sub(lambda day: ";" * len(day[0]), text))]
    return (*days, *(number for number in counted if number.counts))


def _number(match: re.Match[str]) -> Number:
    word = match["value"].lower()
    value = _WORDS.get(word) or float(word.replace(",", ""))
    scale = match["scale"].strip(" -").lower()
    words = [after.lower().removesuffix("'s").removesuffix("’s") for after in match["after"].lstrip("%").split()]
    counted = takewhile(lambda word: word not in _NO_END, words)
    counts = {word[:LETTERS] for word in counted if len(word) >= _LEAST}
    if match["after"].startswith("%"):
        counts.add("percen")
    if match["sign"]:
        counts = {match["sign"]}
    shown = match[0].strip()
    while shown.rpartition(" ")[2].lower() in _NO_END:
        shown = shown.rpartition(" ")[0]
    return Number(value * _SCALES.get(scale, 1), frozenset(counts), shown)


def number_difference(one: str, other: str) -> Difference | None:
    """The first thing of which the two texts give different numbers, or the days that they give; None without one."""
    here, there = numbers(one), numbers(other)
    for x in _without_match(here, there) if there else ():
        for y in _without_match(there, here):
            if x.counts & y.counts:
                return Difference("dates" if x.is_day else "numbers", x.words, y.words)
    return None


def _without_match(here: tuple[Number, ...], there: tuple[Number, ...]) -> list[Number]:
    """The numbers that the other text does not have of the same thing."""
    return [x for x in here if not any(x.value == y.value and x.counts & y.counts for y in there)]


def same_numbers(one: str, other: str) -> bool:
    """Whether one text has no number that the other lacks."""
    here, there = ({number.value for number in numbers(text)} for text in (one, other))
    return here <= there or there <= here
