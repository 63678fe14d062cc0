"""Whom the issuer of a statement condemns in it: what it tells of their acts is a charge, no stand of theirs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.analysis.context import FIRST_PERSON, Context
from briefgen.analysis.reference.coreference import Names
from briefgen.analysis.speech.reported import subject_of
from briefgen.analysis.text.document import Sent

if TYPE_CHECKING:
    from spacy.tokens import Token

CONDEMNING = frozenset("condemn denounce deplore decry sanction reject".split())
# "The launch by X", "X's claims", "X's leaders": the charge is X's.
TIES = frozenset("poss compound amod nmod pobj agent conj".split())
OF = frozenset(("by", "of", "against", "on"))


def accused_by_issuer(context: Context) -> Names:
    """The parties that the issuer condemns or whose acts it condemns, in its own voice; empty for news."""
    issuer = context.document.issuer
    if not issuer:
        return ()
    found: dict[str, None] = {}
    for sent in context.document.citable():
        for verb in sent.tokens:
            if verb.pos_ == "VERB" and verb.lemma_ in CONDEMNING and _is_issuers(context, sent, verb):
                found.update((name, None) for name in context.parties(_blamed(context, sent, verb)))
    return tuple(name for name in found if name not in (*issuer, *context.document.sides))


def _is_issuers(context: Context, sent: Sent, verb: Token) -> bool:
    """Whether the issuer is the one who condemns."""
    if sent.speaker or context.speech_at(sent, verb) is not None:
        return False
    subject = subject_of(verb)
    if subject is None or subject.dep_ == "nsubjpass":
        return False
    if subject.lower_ in FIRST_PERSON:
        return True
    return set(context.parties(context.actors_of(sent, subject))) <= set(context.document.issuer)


def _blamed(context: Context, sent: Sent, verb: Token) -> Names:
    """The parties in the object of `verb` that did or are what is condemned."""
    mentions = [(t, context.resolver.cast.at(sent.block, t)) for t in verb.subtree if t.i > verb.i]
    return tuple(m.name for t, m in mentions if m is not None and _did_it(t, verb))


def _did_it(name: Token, verb: Token) -> bool:
    while name.i != verb.i:
        by = name.dep_ == "prep" and name.lower_ in OF
        if name.dep_ == "dobj" and name.head.i == verb.i:
            return True
        if not by and name.dep_ not in TIES:
            return False
        name = name.head
    return False
