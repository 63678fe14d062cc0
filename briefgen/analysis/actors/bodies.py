"""The countries, bodies and organisations that a block names, with the short forms that the text explains."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefgen.analysis.actors.abbreviations import LongForm
from briefgen.analysis.actors.gazetteer import NameHit, forms
from briefgen.analysis.actors.non_actors import OFFICES as SEATS
from briefgen.analysis.actors.non_actors import is_thing, names_no_party, names_thing, whole_name
from briefgen.analysis.actors.roles import TITLE_PARTS, TITLES
from briefgen.analysis.actors.terms import names_no_body
from briefgen.analysis.actors.title_phrases import PORTFOLIO

if TYPE_CHECKING:
    from collections.abc import Callable

    from spacy.tokens import Doc, Span, Token

    from briefgen.analysis.actors.finding import MentionKind

    Add = Callable[[int, int, str, MentionKind], None]  # token indices, the actor's name, how it is named

NON_STATE = frozenset(
    "democratic national free liberation popular people people's resistance opposition labour".split()
)
# Notes of a transcript, clocks, an illness: what the recogniser takes for bodies and nobody is.
NOBODY = re.compile(
    r"in-?audible|(?:cross)?talk|laughter|applause|(?:utc|gmt|e[sd]t|p[sd]t|c[ds]t|m[sd]t|cest|cet|bst|ist|jst)|"
    r"[ap]\.?m\.?|covid(?:-?19)?|q&a",
    re.I,
)
OFFICES = TITLES | TITLE_PARTS | frozenset(("security", "and", "of", "the"))
WITH = frozenset("with by against to from between".split())


def add_bodies(doc: Doc, hits: list[NameHit], explained: dict[str, LongForm], taken: set[int], add: Add) -> None:
    """Calls `add` for each body named in `doc`, no token twice; `taken` are those of people and of the dateline."""

    def put(start: int, end: int, name: str, kind: MentionKind) -> None:
        if not taken & set(range(start, end)):
            add(start, end, name, kind)
            taken.update(range(start, end))

    things = {short for short, form in explained.items() if form.known is None and is_thing(form.name)}
    for form in (form for short, form in explained.items() if short not in things):
        for start, end in _places(doc, form.name) if form.known is None else ():
            put(start, end, form.name, "organisation")
    for hit in hits:
        if not (_names_a_group(doc, hit) or names_no_party(doc, hit)):
            put(hit.start, hit.end, hit.entry.party, hit.entry.kind)
    for token in doc:
        if token.text in explained and token.text not in things:
            form = explained[token.text]
            put(token.i, token.i + 1, form.name, "organisation" if form.known is None else form.known.entry.kind)
    for found in doc.ents:
        if found.label_ != "ORG":
            continue
        ent = whole_name(found, taken)
        text = re.sub(r"^(?:the|The)\s+|'s$", "", ent.text).strip(" '\"-")
        single = forms().get(re.sub(r"^Departments of", "Department of", text))  # "Departments of State and of Labour"
        if single is not None and single.kind == "body":
            put(ent.start, ent.end, single.party, single.kind)
        elif _is_body(ent, text) and text not in things and not names_thing(ent):
            put(ent.start, ent.end, text, "organisation")


def acts(token: Token) -> bool:
    """Whether a name does, owns or undergoes something, or is one whom others deal with; mere places and things do
    not.
    """
    while token.dep_ in ("conj", "appos", "compound", "nmod"):
        token = token.head
    if token.dep_ == "pobj":
        return token.head.lower_ in WITH
    return token.dep_ in ("nsubj", "nsubjpass", "poss", "dobj", "agent", "ROOT")


def _places(doc: Doc, name: str) -> list[tuple[int, int]]:
    """The token ranges at which `name` stands in `doc`."""
    spans = (doc.char_span(m.start(), m.end()) for m in re.finditer(re.escape(name), doc.text))
    return [(s.start, s.end) for s in spans if s is not None]


def _is_body(ent: Span, text: str) -> bool:
    """Whether what the recogniser calls an organisation is one, and no office ("Transport Minister"), clock or note."""
    doc = ent.doc
    pair = any(t.lower_ in ("and", "&") for t in ent) and ent[0].lower_ not in SEATS  # "Police and Crime Commissioner"
    portfolio = (len(ent) == 1 or pair) and ent.end < len(doc) and doc[ent.end].lower_ in PORTFOLIO
    offices = all(t.lower_ in OFFICES or t.lower_.removesuffix("s") in OFFICES for t in ent)
    named = len(text) > 1 and text[0].isupper() and ent.root.pos_ in ("NOUN", "PROPN")
    nobody = NOBODY.fullmatch(text) or is_thing(text)
    return named and not (portfolio or offices or nobody or names_no_body(ent, text))


def _names_a_group(doc: Doc, hit: NameHit) -> bool:
    """Whether a nationality opens the name of a group that is not the state: "Syrian Democratic Forces"."""
    following = {t.lower_ for t in doc[hit.end : hit.end + 2] if t.text[0].isupper()}
    return hit.entry.kind == "demonym" and doc[hit.start].ent_type_ == "ORG" and bool(following & NON_STATE)
