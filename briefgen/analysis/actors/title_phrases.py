"""Titles of two fields, and those that stand with their place between commas."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.analysis.actors.gazetteer import NameHit
from briefgen.analysis.actors.roles import TITLES

if TYPE_CHECKING:
    from spacy.tokens import Doc

PORTFOLIO = frozenset(
    "minister secretary envoy representative coordinator commissioner ambassador adviser advisor".split()
)
LONGEST_ROLE = 12  # tokens


def one_portfolio(doc: Doc, behind: int, end: int, hits: list[NameHit]) -> bool:
    """Whether "and" in front of token `behind` joins two words of one title: "Police and Crime Commissioner"."""
    first, second = doc[behind - 2], doc[behind]
    if doc[end - 1].lower_ not in PORTFOLIO or any(h.start <= first.i < h.end for h in hits):
        return False
    capital = first.text[0].isupper() and second.text[0].isupper() and second.lower_ not in TITLES
    return capital and first.dep_ in ("nmod", "compound") and first.head.i > second.i


def title_with_place(doc: Doc, start: int, end: int) -> tuple[int, int] | None:
    """Token range of a title and its place in front of a name between commas: "The mayor of Harn, Ana Reis, ..."."""
    if start < 4 or doc[start - 1].text != "," or not (end < len(doc) and doc[end].text in (",", ".")):
        return None
    i = start - 2
    while i > max(0, start - LONGEST_ROLE) and not doc[i].is_sent_start:
        token = doc[i]
        if token.lower_ in ("of", "for") and doc[i - 1].lower_ in TITLES:
            i -= 1
            while i > 0 and not doc[i].is_sent_start and (doc[i - 1].pos_ in ("ADJ", "NOUN", "PROPN")):
                i -= 1
            return i, start - 1
        if not (token.pos_ in ("PROPN", "NOUN") or token.lower_ in ("the", "of")):
            break
        i -= 1
    return None
