"""Who met whom in a sentence: "they" in the next is all of them.

"Ana Reis will meet with President Lund, Prime Minister Holm and the governor. They will discuss ...": the two named
last are not "they" without her.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from briefgen.analysis.actors.enumerations import people_listed
from briefgen.analysis.actors.finding import Cast
from briefgen.analysis.text.document import Sent

if TYPE_CHECKING:
    from spacy.tokens import Token

Names = tuple[str, ...]
_MET = frozenset("meet host welcome receive".split())  # somebody
_MET_WITH = frozenset("meet speak talk confer consult dine".split())
_HELD = frozenset("talk meeting conversation consultation discussion call lunch dinner".split())
_SHARING = ("conj", "xcomp", "advcl", "pcomp", "prep")  # these have their subject from the verb above
_SUBJECTS = ("nsubj", "nsubjpass")


def who_met(sent: Sent, cast: Cast, known: Callable[[Token], Names]) -> Names:
    """The one who meets others in `sent`, and these; empty where nobody does, or one side is not known.

    `known` gives whom a token stands for.
    """
    for token in sent.tokens:
        if token.lemma_ not in _MET_WITH and token.lemma_ not in _MET and token.lemma_ not in _HELD:
            continue
        guest = _guest(token)
        host = _host(token) if guest is not None else None
        if guest is None or host is None:
            continue
        first, others = known(host), _listed(sent, guest, cast, known)
        if len(first) == 1 and others and not host.conjuncts:
            return tuple(dict.fromkeys((*first, *others)))
    return ()


def _guest(met: Token) -> Token | None:
    """Whom a verb or noun of meeting is with."""
    if met.pos_ == "NOUN" and (met.lemma_ not in _HELD or met.dep_ != "dobj"):
        return None
    if met.lemma_ in _MET and met.pos_ == "VERB":
        direct = next((c for c in met.children if c.dep_ == "dobj"), None)
        if direct is not None:
            return direct
    beside = (c for c in met.children if c.dep_ == "prep" and c.lower_ == "with")
    return next((g for c in beside for g in c.children if g.dep_ == "pobj"), None)


def _host(met: Token) -> Token | None:
    """The subject of the verb of meeting, its own or shared."""
    verb = met.head if met.pos_ == "NOUN" else met
    while True:
        subject = next((c for c in verb.children if c.dep_ in _SUBJECTS), None)
        if subject is not None or verb.dep_ not in _SHARING or verb.head.i == verb.i:
            return subject
        verb = verb.head


def _listed(sent: Sent, guest: Token, cast: Cast, known: Callable[[Token], Names]) -> Names:
    """All who are met, however the parser joins them; empty where one of them is nobody known, or a crowd, which goes
    its own way."""
    mention = cast.at(sent.block, guest)
    people = people_listed(guest.doc, mention, cast) if mention is not None and mention.kind == "person" else ()
    rows = [known(t) for t in (guest, *guest.conjuncts)]
    if not all(row and set(row) <= set(cast.entries) for row in rows):
        return ()
    return tuple(dict.fromkeys([*people, *(n for row in rows for n in row)]))
