"""Short forms that a text explains: "the Agency for Harbour Safety (AHS)", "the Workers' Party, or WPK"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefgen.analysis.actors.gazetteer import NameHit
from briefgen.analysis.actors.non_actors import is_thing, names_thing
from briefgen.analysis.actors.roles import OWN_BODIES, STATE_BODIES

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

SHORT = re.compile(r"[A-Z][A-Z&]{1,6}s?")
LINKS = frozenset("of for and the in on to & 's ' - de la du des".split())
LONGEST = 12  # tokens of a long form
PARTIES = ("country", "organisation")
GROUPS = OWN_BODIES | STATE_BODIES


@dataclass(frozen=True, slots=True)
class LongForm:
    """What a short form stands for: `name`, that of a country or body already known where `known` is set."""

    name: str
    known: NameHit | None = None


def find_abbreviations(docs: dict[int, Doc], hits: dict[int, list[NameHit]]) -> dict[str, LongForm]:
    """The explained short forms of an article, each with its first explanation."""
    found: dict[str, LongForm] = {}
    bodies = {ent.text for doc in docs.values() for ent in doc.ents if ent.label_ == "ORG"}
    for block, doc in docs.items():
        for token in doc[:-1]:
            short = _explained(token)
            if short is None or short.text in found or any(h.start <= short.i < h.end for h in hits[block]):
                continue
            known = next((h for h in hits[block] if h.end == token.i and h.entry.kind in PARTIES), None)
            if known is not None and _spells(doc, known.start, known.end, _letters(short.text)):
                found[short.text] = LongForm(known.entry.party, known)
                continue
            end = token.i - (doc[token.i - 1].text == "'s")
            start = _start(doc, end, short.text, by_initials=token.text == "(")
            if start is not None and (short.text in bodies or _is_body(doc[start:end])):
                scheme = names_thing(doc[start:end])  # "the Harbour Entry (HE) programme"
                found[short.text] = LongForm(f"{doc[start:end].text} programme" if scheme else doc[start:end].text)
            elif start is None and token.text == "(":
                first = _start(doc, end, short.text, by_initials=False)
                if first is not None and is_thing(doc[first:end].text):  # "Plan for Safe Harbours (ANCHOR)"
                    found[short.text] = LongForm(doc[first:end].text)
    return found


def _is_body(span: Span) -> bool:
    """Whether a long form names somebody: "Harbour Safety Agency", not "Highly Enriched Uranium"."""
    words = {t.lower_ for t in span if t.text[0].isupper()}
    return span[-1].ent_type_ == "ORG" or bool({*words, *(w.removesuffix("s") for w in words)} & GROUPS)


def _explained(mark: Token) -> Token | None:
    """The short form that the bracket or the ", or" at `mark` opens; None where it opens none."""
    doc, after = mark.doc, mark.i + 1
    if mark.text == "," and doc[after].lower_ == "or":
        after += 1
    elif mark.text != "(":
        return None
    if after + 1 >= len(doc) or not SHORT.fullmatch(doc[after].text):
        return None
    return doc[after] if doc[after + 1].is_punct else None


def _start(doc: Doc, end: int, short: str, *, by_initials: bool) -> int | None:
    """Where the long form that ends at `end` starts: the nearest capital from which the words have the letters of
    `short` as initials; without `by_initials` the first capital of the run, for names in another language.
    """
    capitals: list[int] = []
    i = end - 1
    while i >= 0 and end - i <= LONGEST and (doc[i].text[0].isupper() or doc[i].lower_ in LINKS):
        if doc[i].text[0].isupper() and doc[i].lower_ != "the":
            capitals.append(i)
        if doc[i].is_sent_start:
            break
        i -= 1
    if not by_initials:
        return capitals[-1] if len(capitals) > 1 else None
    return next((at for at in capitals if len(capitals) > 1 and _spells(doc, at, end, _letters(short))), None)


def _letters(short: str) -> str:
    return short.rstrip("s").replace("&", "").casefold()


def _spells(doc: Doc, start: int, end: int, letters: str) -> bool:
    """Whether the initials of the words from `start`, small words left out or not, are `letters`."""
    words = [part for t in doc[start:end] for part in t.text.split("-") if part and part[0].isalpha() and part != "s"]
    large = "".join(w[0] for w in words if w[0].isupper())
    return letters in (large.casefold(), "".join(w[0] for w in words).casefold())
