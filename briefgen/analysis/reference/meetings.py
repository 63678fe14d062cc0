"""Who met: the parties of a readout, of a joint text, of an appearance before the press.

"The leaders" and "they" of a readout, and "our two countries" in either, are these.
"""

from __future__ import annotations

import re

from briefgen.analysis.actors.finding import Cast
from briefgen.analysis.actors.name_forms import surname
from briefgen.analysis.text.document import Document

# "Readout of X's call with Y"; in news the same words tell of many meetings, so only what has an issuer is read so.
EVENTS = r"\b(?:meeting|call|conversation|talks|dialogue|consultations|visit|lunch|dinner|summit)"
MEETING = re.compile(rf"{EVENTS}(?: [\w’']+){{0,2}} (?:with|between)\b", re.I)
MET = frozenset("meet speak talk call host welcome receive confer".split())
WITH = frozenset(("with", "to"))


def sides_of(document: Document, cast: Cast) -> tuple[str, ...]:
    """The parties that met, two or more; empty where the text tells of no meeting or names one side only."""
    if len(document.issuer) > 1:
        return document.issuer
    speakers = dict.fromkeys(s.speaker for s in document.citable() if s.speaker)
    if len(speakers) > 1:
        return _several(cast, [cast.party(name) for name in speakers if name is not None])
    headline = document.article.headline or ""
    found = MEETING.search(headline)
    if not document.issuer or found is None or len(re.findall(EVENTS, headline, re.I)) > 1:
        return ()  # "the leaders" may be those of the summit, those of the call
    return _several(cast, [*document.issuer, *(_guests(document, cast, found.end()) or _met(document, cast))])


def _several(cast: Cast, parties: list[str]) -> tuple[str, ...]:
    """`parties`, each once and people who speak for nobody left out; empty where fewer than two are left."""
    known = tuple(dict.fromkeys(p for p in parties if not cast.is_person(p)))
    return known if len(known) > 1 else ()


def _guests(document: Document, cast: Cast, begin: int) -> list[str]:
    """The parties that the headline names behind "with", which ends at `begin`, and those of its people there."""
    behind = (document.article.headline or "")[begin:]
    people = [e for e in cast.entries.values() if e.kind == "person" and e.represents]
    named = [e.represents for e in people if re.search(rf"\b{re.escape(surname(e.name))}\b", behind)]
    return [*(party for at, party in cast.headline if at >= begin), *(p for p in named if p)]


def _met(document: Document, cast: Cast) -> list[str]:
    """ "President X met today with Prime Minister Y of Z": the parties of X and of Y."""
    sent = next(iter(document.citable()), None)
    root = sent.span.root if sent is not None else None
    if sent is None or root is None or root.lemma_ not in MET:
        return []
    heads = [c for c in root.children if c.dep_ in ("nsubj", "dobj")]
    heads += [g for c in root.children if c.dep_ == "prep" and c.lower_ in WITH for g in c.children]
    mentions = (cast.at(sent.block, t) for head in heads for t in (head, *head.conjuncts))
    return [cast.party(m.name) for m in mentions if m is not None]
