"""Lists of people: "Advisors Arden, Holm, and Reis" are three, however the parser joins them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.analysis.actors.finding import Cast, Mention
from briefgen.analysis.actors.roles import TITLE_PARTS, TITLES

if TYPE_CHECKING:
    from spacy.tokens import Doc

LINKS = frozenset((",", "and", "&"))
BESIDE = frozenset("jr. sr. jr sr his her majesty royal highness excellency".split())  # "X, Jr. and Her Majesty Y"


def people_listed(doc: Doc, mention: Mention, cast: Cast) -> tuple[str, ...]:
    """The people of the list that `mention` stands in, in order; `mention` alone where there is none."""
    before, after = _neighbours(doc, mention, cast, -1), _neighbours(doc, mention, cast, 1)
    row = [*reversed(before), mention, *after]
    joined = any(doc[i].lower_ in ("and", "&") for i in range(row[0].end, row[-1].start))
    return tuple(dict.fromkeys(m.name for m in row)) if joined else (mention.name,)


def _neighbours(doc: Doc, mention: Mention, cast: Cast, step: int) -> list[Mention]:
    """The people that only commas, "and" and titles part from `mention`, going forth (1) or back (-1)."""
    found: list[Mention] = []
    linked = False
    i = mention.end if step > 0 else mention.start - 1
    while 0 <= i < len(doc):
        token = doc[i]
        other = cast.at(mention.block, token)
        if other is not None and other.kind == "person":
            if not linked:
                break
            found.append(other)
            linked = False
            i = other.end if step > 0 else other.start - 1
            continue
        linked = linked or token.lower_ in LINKS
        beside = other is not None and other.kind in ("demonym", "country", "body")  # "and Turkish President X"
        if not (token.lower_ in LINKS or beside or _is_office(token.lower_)):
            break
        i += step
    return found


def _is_office(word: str) -> bool:
    return word in TITLES | TITLE_PARTS | BESIDE or word.removesuffix("s") in TITLES or word == "security"
