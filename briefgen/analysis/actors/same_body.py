"""One entry for a body, however it is written: "Reis Ports" and "Reis Port", "Reis Steel" and "Reis Steel Ltd"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefgen.analysis.actors.gazetteer import forms

if TYPE_CHECKING:
    from briefgen.analysis.actors.finding import Cast

COMPANY = re.compile(
    r",? (?:ltd|limited|inc|incorporated|llc|plc|corp|corporation|co|kft|gmbh|ag|s\.?a|bv|nv)\.?$", re.I
)
POSSESSIVE = re.compile(r"(?:['’]s?)(?= |$)")


def merge_bodies(cast: Cast) -> None:
    """Files the bodies of `cast` that differ in number, possessive or legal form under one of their names."""
    names = sorted((e.name for e in cast.entries.values() if e.kind == "organisation" and e.sentences), key=len)
    longest: dict[str, str] = {}
    for name in names:
        longest[_key(name)] = name
    known = {_key(form): entry.party for form, entry in forms().items() if entry.kind == "organisation"}
    for name in names:
        party = known.get(_key(name)) if " " in name and name not in forms() else None
        whole = party if party in forms() and party is not None else longest[_key(name)]
        if whole != name:
            cast.merge(name, whole)


def _key(name: str) -> str:
    """What is left of a name without case, possessive, plural and legal form."""
    plain = COMPANY.sub("", POSSESSIVE.sub("", name)) or name
    return " ".join(word.removesuffix("s") if len(word) > 3 else word for word in plain.casefold().split())
