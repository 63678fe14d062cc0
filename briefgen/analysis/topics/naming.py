"""Names a matter: by its own phrase, or by a fuller one of its sentences ("Sanctions on Norland" for "sanctions")."""

from __future__ import annotations

import re

from briefgen.analysis.topics.candidates import Matter
from briefgen.analysis.topics.phrases import Phrase

ENOUGH = 3.0  # telling words; more do not make a heading better
LONGEST = 8  # tokens before a heading becomes a sentence
PARTY = 0.5  # what a party's name counts beside a common word
DEED, LONG = re.compile(r"(?:tion|sion|ment|ity|ance|ence|ency)s?$"), 8  # endings and least length of a deed's name


def name(matter: Matter, candidates: list[Matter], lines: set[str], taken: set[str]) -> Phrase | None:
    """The phrase that names `matter` best, among those that hold all its words and stand in its sentences `lines`
    (ids) and is not `taken` by another; None when there is none but a party's name or a bare word.
    """
    pool = [(p, matter) for p in matter.mentions]
    pool += [(p, m) for m in candidates if m.words > matter.words for p in m.mentions]
    fitting = [(p, m) for p, m in pool if p is matter.phrase or (p.sent is not None and p.sent.id in lines)]
    named = [(p, m) for p, m in fitting if _tells(p) and p.title.casefold() not in taken]
    if not named:
        return None
    best, _ = max(
        named, key=lambda row: (worth(row[0]) + (row[0] is matter.phrase) * 0.2 + row[1].score, -row[0].begin)
    )
    return best


def _tells(phrase: Phrase) -> bool:
    """Whether a reader learns from it what the matter is: a bare word must name a deed ("disarmament", not "budget"),
    and a slogan in capitals names none.
    """
    title = phrase.title
    if phrase.names_party_only or title.isupper():
        return False
    return " " in title or (len(title) >= LONG and bool(DEED.search(title)))


def worth(phrase: Phrase) -> float:
    """How well the phrase reads as a heading."""
    telling = min(ENOUGH, len(phrase.words) + PARTY * len(phrase.parties))
    return telling / ENOUGH * 2 - max(0, phrase.end - phrase.begin - LONGEST) * 0.5
