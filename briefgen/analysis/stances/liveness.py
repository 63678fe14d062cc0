"""What is no live stance of a party however it is worded: questions, commentators' words, threats of years ago."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefgen.analysis.coreference import Names
from briefgen.analysis.document import Sent
from briefgen.analysis.stances.voices import Voice

if TYPE_CHECKING:
    from spacy.tokens import Token

YEAR = re.compile(r"\b(?:19|20|21)\d\d\b")
OVERTAKEN = re.compile(
    r"\b(?:was|were|been|has\s+since|have\s+since)\s+(?:\w+ly\s+)?(?:dropped|lifted|withdrawn|shelved|settled|"
    r"abandoned|called\s+off)\b|"
    r"\bcame\s+to\s+nothing\b|\b(?:lapsed|expired)\b|\bnothing\s+(?:came|followed)\b|\b(?:backed|climbed)\s+down\b",
    re.I,
)


COURTS = re.compile(r"\b(?:court|tribunal|judges?)\b", re.I)


def is_live(sent: Sent, verb: Token, voice: Voice, year: int | None) -> bool:
    """Whether a sign at `verb` may state a stance that stands on the day of publication, in the year `year`."""
    if sent.text.rstrip("\"'”’ )").endswith("?") or voice.commentator:
        return False
    if not is_past(verb):
        return True
    past_year = year is not None and any(int(y) < year for y in YEAR.findall(sent.text))
    return not past_year and not OVERTAKEN.search(sent.text)


def is_past(verb: Token) -> bool:
    """Whether `verb` tells a past event."""
    return verb.tag_ == "VBD" and not any(c.tag_ == "MD" for c in verb.children if c.dep_ in ("aux", "auxpass"))


def is_ruling(verb: Token, holders: Names) -> bool:
    """Whether a court decided something: what it turned down is done, and no line that anybody could cross."""
    return is_past(verb) and any(COURTS.search(name) for name in holders)
