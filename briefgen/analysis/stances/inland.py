"""Disputes within one country, where "the country refuses" would say nothing: the person holds the red line."""

from __future__ import annotations

import re

from briefgen.analysis.context import Context
from briefgen.analysis.reference.coreference import Names
from briefgen.analysis.text.document import Sent

RIVALS = re.compile(
    r"\b(?:opposition|senators?|congress(?:man|woman)|representative|minority|majority|house speaker|mps?|councillor|"
    r"party leader|candidate|mayor|shadow|lawmaker|democrat|republican|labour|conservative)\b",
    re.I,
)


class Inland:
    """Answers for one article, whether its people differ among themselves."""

    def __init__(self, context: Context) -> None:
        self._cast = context.resolver.cast
        people = [e for e in self._cast.entries.values() if e.kind == "person"]
        self._rivals = not context.document.issuer and any(e.role and RIVALS.search(e.role) for e in people)

    def holders(self, holders: Names, who: Names, sent: Sent) -> Names:
        """The person of `who` in place of the country, unless `sent` names another country or body of states."""
        if not self._rivals or len(holders) != 1 or self._cast.is_person(holders[0]):
            return holders
        people = tuple(n for n in who if self._cast.is_person(n) and self._cast.party(n) == holders[0])
        named = (self._cast.at(sent.block, token) for token in sent.tokens)
        foreign = any(
            m is not None and m.kind in ("country", "capital", "demonym") and m.name != holders[0] for m in named
        )
        return people[:1] if people and not foreign else holders
