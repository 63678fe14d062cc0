"""Whose position it is: only actors that are named as such, never a guess.

A wrong actor is worse than none, so whoever was not made out with some certainty holds no position.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefgen.analysis.context import Context
from briefgen.analysis.coreference import Names
from briefgen.analysis.document import Sent
from briefgen.analysis.gazetteer import forms
from briefgen.analysis.roles import PAIR_WORDS, TITLES

if TYPE_CHECKING:
    from spacy.tokens import Token

# They judge the parties and are none.
EXPERT = re.compile(
    r"\b(?:professor|expert|analyst|scientist|researcher|scholar|fellow|historian|lecturer|economist|journalist|reporter|"
    r"correspondent|columnist|author|academic)\b",
    re.I,
)
OFFICE = re.compile(r"(?:Bureau|Department|Office|Ministry|Agency|Embassy)\b")
NEUTER = frozenset("it they both".split())


def party_of(context: Context, name: str) -> str:
    """Whom `name` speaks for; an office of the issuing government is that government."""
    party = context.resolver.cast.party(name)
    issuer = context.document.issuer
    return issuer[0] if len(issuer) == 1 and OFFICE.match(party) and not _is_party(context, party) else party


def holders_of(context: Context, sent: Sent, subject: Token | None, names: Names) -> Names:
    """Those of `names` (what `subject` stands for) who can hold a position; empty when that is not certain."""
    cast = context.resolver.cast
    if any(n in cast.entries and EXPERT.search(cast.entries[n].role or "") for n in names):
        return ()
    known = tuple(n for n in names if n in cast.entries or (n[:1].isupper() and " " in n))
    if subject is None:
        return known
    if subject.lower_ in NEUTER and not all(_is_party(context, n) for n in names):
        return ()
    if subject.tag_ in ("NNS", "NNPS") and subject.lemma_.casefold().removesuffix("s") in TITLES | PAIR_WORDS:
        return _several(context, sent, subject, known)
    together = any(c.dep_ == "conj" for c in subject.children)
    if together and len(known) < 2:
        return _pair(context, known)
    return known


def _several(context: Context, sent: Sent, subject: Token, known: Names) -> Names:
    """ "the ministers", "both leaders": those named with them, else the two whom the text is about."""
    states = _states_in(context, sent, subject)
    if states:
        return states
    return known if len(context.parties(known)) > 1 else _pair(context, ())


def _pair(context: Context, known: Names) -> Names:
    """The parties of a joint text or a readout: its issuers, else the two of its headline; empty for news, and where
    `known` is no part of them.
    """
    issuer = context.document.issuer
    headline = tuple(dict.fromkeys(party for _, party in context.resolver.cast.headline))
    pair = issuer if len(issuer) != 1 else headline
    return pair if len(pair) > 1 and set(context.parties(known)) <= set(pair) else ()


def _states_in(context: Context, sent: Sent, subject: Token) -> Names:
    """The parties named in the subject's own phrase, those of relative clauses left out."""
    found: dict[str, None] = {}
    for token in subject.subtree:
        if token.dep_ in ("relcl", "acl"):
            break
        mention = context.resolver.cast.at(sent.block, token)
        if mention is not None and _is_party(context, mention.name):
            found[context.resolver.cast.party(mention.name)] = None
    return tuple(found)


def _is_party(context: Context, name: str) -> bool:
    """Whether `name` is a country, a body known as one, or somebody who speaks for it."""
    entry = context.resolver.cast.entries.get(name)
    if entry is None:
        return False
    return entry.kind == "country" or bool(entry.represents) or name in {f.party for f in forms().values()}
