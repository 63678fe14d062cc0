"""What is no live stance of a party however it is worded: questions, commentators' words, threats of years ago."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING

from briefgen.analysis.reference.coreference import Names
from briefgen.analysis.stances.hit import token_at
from briefgen.analysis.stances.sides import Voice
from briefgen.analysis.text.document import Sent

if TYPE_CHECKING:
    from spacy.tokens import Token

YEAR = re.compile(r"\b(?:19|20|21)\d\d\b")
OVERTAKEN = re.compile(
    r"\b(?:was|were|been|has\s+since|have\s+since)\s+(?:\w+ly\s+)?(?:dropped|lifted|withdrawn|shelved|settled|"
    r"abandoned|called\s+off)\b|"
    r"\bcame\s+to\s+nothing\b|\b(?:lapsed|expired)\b|\bnothing\s+(?:came|followed)\b|\b(?:backed|climbed)\s+down\b",
    re.I,
)
# What threatens and demands; other verbs in the past may report what still stands.
TOLD_ONCE = frozenset("threaten warn vow swear pledge promise demand give tell insist say".split())
MONTHS = "january february march april may june july august september october november december".split()
MONTH = re.compile(rf"\b(?:in|last)\s+({'|'.join(MONTHS)})\b(?!\s+\d)", re.I)
IN_YEAR = re.compile(r"\bin\s+((?:19|20|21)\d\d)\b", re.I)
AGO = re.compile(r"\b(?:years|months)\s+ago\b|\blast\s+(?:year|spring|summer|autumn|winter)\b", re.I)
# What a party tells its own people is advice to them.
ADVICE = re.compile(
    r"\b(?:ask|advis|urg|warn|recommend)\w*\s+(?:[\w.’']+\s+){0,3}?(?:citizens|nationals|residents|travell?ers|tourists|"
    r"visitors|passengers)\b",
    re.I,
)
COURTS = re.compile(r"\b(?:court|tribunal|judges?)\b", re.I)


def is_live(sent: Sent, verb: Token, voice: Voice, published: dt.date | None) -> bool:
    """Whether a sign at `verb` may state a stance that stands on the day of publication."""
    if (
        sent.text.rstrip("\"'”’ )").endswith("?")
        or ADVICE.search(sent.text)
        or voice.commentator
        or _was_told(sent, verb, published)
    ):
        return False
    year = published.year if published else None
    if not is_past(verb):
        return True
    past_year = year is not None and any(int(y) < year for y in YEAR.findall(sent.text))
    return not past_year and not OVERTAKEN.search(sent.text)


def _was_told(sent: Sent, verb: Token, published: dt.date | None) -> bool:
    """Whether somebody "had threatened" it, or did so in another month than this or the last."""
    told = [t for t in (verb, *verb.ancestors) if t.tag_ in ("VBD", "VBN") and t.lemma_.lower() in TOLD_ONCE]
    if any(c.lower_ == "had" and c.dep_ == "aux" for t in told if t.tag_ == "VBN" for c in t.children):
        return True
    if not told or published is None:
        return False
    for pattern in (MONTH, IN_YEAR, AGO):
        found = pattern.search(sent.plain)
        if found is not None and _is_over(found, published) and _is_when(token_at(sent, found.start()), told):
            return True
    return False


def _is_over(found: re.Match[str], published: dt.date) -> bool:
    """Whether the time named lies before the last month: by its month, its year, or "last spring"."""
    if found.re is AGO:
        return True
    if found.re is IN_YEAR:
        return int(found[1]) < published.year
    return (published.month - 1 - MONTHS.index(found[1].lower())) % 12 > 1


def _is_when(time: Token, told: list[Token]) -> bool:
    """Whether `time` says when one of the verbs `told` was said: it hangs on it, not on what was said."""
    above = {t.i for t in (time.head, time.head.head)}
    return any(verb.i in above for verb in told)


def is_past(verb: Token) -> bool:
    """Whether `verb` tells a past event."""
    return verb.tag_ == "VBD" and not any(c.tag_ == "MD" for c in verb.children if c.dep_ in ("aux", "auxpass"))


def is_ruling(verb: Token, holders: Names) -> bool:
    """Whether a court decided something: what it turned down is done, and no line that anybody could cross."""
    return is_past(verb) and any(COURTS.search(name) for name in holders)
