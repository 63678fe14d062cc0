"""Disputes within one country: there those who hold office in it are sides, and none of them is the country."""

from __future__ import annotations

import re

from briefgen.analysis.context import Context

# A contest for power shows in its parties, its candidates and its opposition.
CONTEST = re.compile(r"\b(?:party|elect|candidate|nominee|opposition|minority)\b", re.I)
FACTION = re.compile(r"\b(?:minority|majority|opposition)\b", re.I)
RIVALS = 2


def is_domestic(context: Context) -> bool:
    """Whether the news tells of rivals in the only country that is in it."""
    if context.document.issuer or context.document.sides:
        return False
    cast = context.resolver.cast
    named = [e for e in cast.entries.values() if e.sentences]
    if sum(e.kind == "country" for e in named) != 1:
        return False
    rivals = [e for e in named if e.kind == "person" and cast.party(e.name) == e.name]
    parties = [e.name for e in named if e.kind == "organisation"]
    words = " ".join([*parties, *(e.role or "" for e in named)])
    return len(rivals) >= RIVALS and CONTEST.search(words) is not None


def side_of(context: Context, name: str) -> str | None:
    """The side that `name` is in such a dispute; None where they do not hold office for the country or a chamber."""
    cast = context.resolver.cast
    entry, party = cast.entries.get(name), cast.entries.get(cast.party(name))
    if entry is None or party is None or not cast.is_person(name):
        return None
    return name if party.kind == "country" or FACTION.search(entry.role or "") else None
