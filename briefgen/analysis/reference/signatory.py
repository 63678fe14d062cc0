"""Who signs a statement, and says "I" in it: the person whom its headline says it is from, or its byline names."""

from __future__ import annotations

import re

from briefgen.analysis.actors.finding import Cast
from briefgen.analysis.actors.roles import TITLE_PARTS, TITLES
from briefgen.analysis.text.document import Document

SIGNED = re.compile(r"\b(?:statement|remarks|message) (?:from|by|of)((?: \w[\w.’'-]*){1,6})", re.I)
MATTER = re.compile(r"\b(?:on|regarding|following|about|after|concerning|at|to|for|in|marking)\b", re.I)
# A person's name, and no office's.
NAME = re.compile(r"(?:[A-Z][\w.’'-]*\s+){1,3}[A-Z][\w’'-]+(?:\s+(?:Jr|Sr)\.?)?")
NO_NAME = re.compile(r"\b(?:Office|Bureau|Department|Ministry|Spokes\w+|Service|Staff|Press|News|Government|House)\b")


def signatory(document: Document, cast: Cast) -> str | None:
    """The name of whoever signs the text; None where neither headline nor byline names one person."""
    article = document.article
    signed = SIGNED.search(article.headline or "")
    author = (article.source.author or "").strip()
    words = (MATTER.split(signed[1])[0] if signed else author).replace(",", " ").split()
    people = (e.name for e in cast.entries.values() if e.kind == "person")
    known = next((n for n in people if n.split()[-1] in words), None)
    if known is not None:
        return known
    if signed is not None:  # "Statement from President X" where the text never names X
        bare = [w for w in words if w.lower() not in TITLES | TITLE_PARTS]
        return " ".join(bare) if bare and len(bare) < len(words) and all(w[0].isupper() for w in bare) else None
    return author if NAME.fullmatch(author) and not NO_NAME.search(author) else None
