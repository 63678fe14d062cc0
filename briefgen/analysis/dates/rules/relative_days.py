"""Days seen from today: "tomorrow", "tonight", "the day after tomorrow", "by the end of the day"."""

from __future__ import annotations

import re

from briefgen.analysis.dates.rule import Reading, Reference, Rule, day
from briefgen.analysis.dates.spans import add
from briefgen.analysis.dates.words import pattern

_OFFSETS = {
    "the day after tomorrow": 2,
    "tomorrow": 1,
    "yesterday": -1,
    "last night": -1,
    "the day before yesterday": -2,
}


def _resolve(match: re.Match[str], reference: Reference) -> Reading:
    words = " ".join(match["which"].casefold().split())
    return day(add(reference.today, _OFFSETS.get(words, 0), "day"))


def _resolve_end_of_day(_: re.Match[str], reference: Reference) -> Reading:
    return Reading(day(reference.today).span, "deadline", complete=True)


RULES = (
    Rule(
        "by the end of the day",
        pattern(
            r"\b(?:by|before|until) (?:the )?"
            r"(?:(?:end|close) of (?:the day|today|day|business|play)|day['’]s end)\b(?! on)"
        ),
        _resolve_end_of_day,
    ),
    Rule(
        "tomorrow",
        pattern(
            r"\b(?:later |earlier |early |late )?(?P<which>the day after tomorrow|the day before yesterday|tomorrow"
            r"|yesterday|last night|today|tonight|this (?:morning|afternoon|evening)|within the hour)\b"
        ),
        _resolve,
    ),
)
