"""Titles that stand before a list of people, or behind a name: who shares them.

"Italian President A, Prime Minister B and Foreign Minister C" are all Italian, "Prime Ministers A and B" are both prime
ministers, "C, who succeeded him as Foreign Secretary" is that.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from briefgen.analysis.actors.gazetteer import NameHit
from briefgen.analysis.actors.roles import TITLE_PARTS, TITLES

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from briefgen.analysis.actors.people import Introduction

# Under one nationality these follow the one named first; a president or a secretary behind "and" is another country's.
OF_THE_SAME = re.compile(r"\b(?:ministers?|speaker|vice president|chief of staff)\b", re.I)
PUT_IN_OFFICE = frozenset(
    "elect re-elect reelect appoint name choose pick select install confirm inaugurate swear announce declare".split()
)
TAKE_OFFICE = frozenset("succeed replace return continue".split())
BETWEEN = frozenset((",", "and", "&"))


def singular(title: str) -> str:
    """ "Prime Ministers": "Prime Minister"."""
    words = title.split()
    if words and words[-1].lower() not in TITLES and words[-1].lower().removesuffix("s") in TITLES:
        words[-1] = words[-1][:-1]
    return " ".join(words)


def is_plural_title(token: Token) -> bool:
    """Whether a word is a title of several: "Ministers"."""
    return token.lower_.endswith("s") and token.lower_ not in TITLES and token.lower_[:-1] in TITLES


def shared(doc: Doc, intros: list[Introduction], hits: list[NameHit]) -> list[Introduction]:
    """The introductions of a block with what a list or a verb of office gives them."""
    out: list[Introduction] = []
    plural: Introduction | None = None  # the one behind a plural title, while its list goes on
    for intro in intros:
        before = out[-1] if out else None
        words = [t.lower_ for t in doc[before.end : intro.start]] if before is not None else []
        if before is not None and words and set(words) <= BETWEEN:
            if plural is not None and intro.role is None:
                intro = replace(intro, role=plural.role, represents=plural.represents)
        else:
            plural = None
            if before is not None and _is_of_the_same(doc, before, intro, out, words):
                intro = replace(intro, represents=before.represents)
        if intro.start > 0 and is_plural_title(doc[intro.start - 1]):
            plural = intro
        out.append(intro if intro.role else _put_in_office(doc, intro, hits))
    return out


def _is_of_the_same(
    doc: Doc, before: Introduction, intro: Introduction, row: list[Introduction], words: list[str]
) -> bool:
    """Whether only a comma or "and" and a title part two officials, the first with a nationality in front."""
    if not (before.represents and before.role and intro.role and OF_THE_SAME.search(intro.role)):
        return False
    if intro.represents or intro.former or intro.owner is not None or words[0] not in BETWEEN:
        return False
    if not all(w in BETWEEN or w in TITLES or w in TITLE_PARTS or w == "security" for w in words):
        return False
    if doc[before.end].lower_ == "of" or doc[before.start].sent != doc[intro.start].sent:
        return False
    return all(other.role != intro.role for other in row if doc[other.start].sent == doc[intro.start].sent)


def _put_in_office(doc: Doc, intro: Introduction, hits: list[NameHit]) -> Introduction:
    """ "elected X as the new leader", "X was appointed as envoy", "X, who succeeded him as Foreign Secretary"."""
    name = doc[intro.end - 1]
    passive = name.dep_ == "nsubjpass"
    verbs = [c for c in name.children if c.dep_ == "relcl"]
    if name.dep_ in ("dobj", "nsubjpass", "nsubj"):
        verbs.append(name.head)
    for verb in verbs:
        subject = verb.dep_ == "relcl" or name.dep_ == "nsubj"
        fits = verb.lemma_ in TAKE_OFFICE if subject and not passive else verb.lemma_ in PUT_IN_OFFICE
        if verb.dep_ == "relcl" and any(c.dep_ == "nsubjpass" for c in verb.children):
            fits = verb.lemma_ in PUT_IN_OFFICE
        office = _office(verb) if fits else None
        if office is not None:
            start = min(t.i for t in office.subtree if t.i <= office.i)
            inside = {i for h in hits for i in range(h.start, h.end)}
            kept = (t for t in doc[start : office.i + 1] if t.i not in inside and t.dep_ not in ("det", "poss", "case"))
            of = next((g for c in office.children if c.lower_ == "of" for g in c.children), office)
            places = {*range(start, office.i + 1), of.i}
            party = next((h.entry.party for h in hits if places & set(range(h.start, h.end))), None)
            return replace(intro, role=" ".join(t.text for t in kept), represents=intro.represents or party)
    return intro


def _office(verb: Token) -> Token | None:
    """The title behind "as"."""
    for link in verb.children:
        if link.lower_ == "as" and link.i > verb.i:
            return next((g for g in link.children if g.dep_ == "pobj" and g.lower_ in TITLES), None)
    return None
