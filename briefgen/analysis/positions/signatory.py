"""Who says "I" in a signed statement: the person whom its headline says it is from, or its byline names."""

from __future__ import annotations

import re

from briefgen.analysis.actors.roles import TITLE_PARTS, TITLES
from briefgen.analysis.context import Context
from briefgen.analysis.positions.spans import Claim
from briefgen.analysis.text.document import Sent

SIGNED = re.compile(r"\b(?:statement|remarks|message) (?:from|by|of)((?: \w[\w.’'-]*){1,6})", re.I)
MATTER = re.compile(r"\b(?:on|regarding|following|about|after|concerning|at|to|for|in|marking)\b", re.I)
SINGULAR = frozenset("I my My me myself".split())
# A person's name, and no office's.
NAME = re.compile(r"(?:[A-Z][\w.’'-]*\s+){1,3}[A-Z][\w’'-]+(?:\s+(?:Jr|Sr)\.?)?")
NO_NAME = re.compile(r"\b(?:Office|Bureau|Department|Ministry|Spokes\w+|Service|Staff|Press|News|Government|House)\b")


def signatory(context: Context, sent: Sent, claim: Claim) -> str | None:
    """The author, where `claim` is the issuer's and says "I" in nobody else's words; None where nobody signed."""
    own = set(context.document.issuer)
    if sent.speaker or len(own) != 1 or not set(context.parties(claim.holders)) <= own:
        return None
    speaking = (t for t in sent.between(claim.start, claim.end) if t.text in SINGULAR)
    if any(not context.document.is_quoted(sent.block, t) and context.speech_at(sent, t) is None for t in speaking):
        return _author(context)
    return None


def _author(context: Context) -> str | None:
    article = context.document.article
    signed = SIGNED.search(article.headline or "")
    author = (article.source.author or "").strip()
    words = (MATTER.split(signed[1])[0] if signed else author).replace(",", " ").split()
    people = (e.name for e in context.resolver.cast.entries.values() if e.kind == "person")
    known = next((n for n in people if n.split()[-1] in words), None)
    if known is not None:
        return known
    if signed is not None:  # "Statement from President X" where the text never names X
        bare = [w for w in words if w.lower() not in TITLES | TITLE_PARTS]
        return " ".join(bare) if bare and len(bare) < len(words) and all(w[0].isupper() for w in bare) else None
    return author if NAME.fullmatch(author) and not NO_NAME.search(author) else None
