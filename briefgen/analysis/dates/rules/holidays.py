"""Feasts that fall on the same day each year, and Easter and others, which are named but not worked out."""

from __future__ import annotations

import re

from briefgen.analysis.dates.rule import Reading, Reference, Rule
from briefgen.analysis.dates.spans import day_of, occurrence
from briefgen.analysis.dates.words import YEAR, pattern

_FIXED = {"christmas eve": (12, 24), "christmas": (12, 25), "new year's eve": (12, 31), "new year": (1, 1)}


def _resolve_fixed(match: re.Match[str], reference: Reference) -> Reading:
    name = " ".join(match["feast"].casefold().replace("’", "'").split())
    month, number = _FIXED.get(name.removesuffix(" day"), _FIXED["new year"])
    if match["year"]:
        return Reading(day_of(int(match["year"]), month, number), "day")
    return Reading(occurrence(reference.today, reference.future, lambda year: day_of(year, month, number)), "day")


RULES = (
    Rule(
        "Christmas",
        pattern(
            r"\b(?:the )?(?P<feast>Christmas Eve|Christmas(?: Day)?|New Year['’]s Eve|New Year(?:['’]s Day)?)\b"
            rf"(?! (?:market|tree|truce|carol|message|speech|address))(?: (?P<year>{YEAR}))?"
        ),
        _resolve_fixed,
        needs="preposition",
    ),
    Rule(
        "Easter",
        pattern(
            r"\b(?:the )?(?:Easter|Ramadan|Eid(?: al-\w+)?|Passover|Diwali|Nowruz|Lunar New Year|Thanksgiving"
            r"|(?:summer|winter|autumn|spring) (?:recess|break|holidays?))(?: weekend)?\b"
        ),
        lambda match, reference: Reading(None, "vague"),
        needs="preposition",
    ),
)
