"""From the phrase beside "said" to the speaker: a person, a body, the author of a paper, else the phrase itself."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefgen.analysis.actors.roles import OWN_BODIES, STATE_BODIES, TITLES
from briefgen.analysis.reference.coreference import Resolver
from briefgen.analysis.speech.reported import subject_of
from briefgen.analysis.text.document import Sent
from briefgen.analysis.text.noun_phrases import is_pair, phrase

if TYPE_CHECKING:
    from spacy.tokens import Token

# Written things that "say".
DOCUMENTS = frozenset(
    """statement report letter note draft communique communiqué text decree ruling resolution memo minutes study summary
    analysis survey paper review assessment opinion release message post tweet article declaration verdict judgment
    judgement order brief filing answer reply response communication
    """.split()
)
PARTS = frozenset("some one many others several most part excerpt excerpts passage line all".split())
SPOKESPEOPLE = frozenset("spokesman spokeswoman spokesperson".split())
AUTHORS = frozenset(("of", "from", "by"))
MASTERS = frozenset(("of", "for", "from", "at", "in"))
FARTHEST = 8  # sentences back to where a paper was brought up


def named_source(sent: Sent, token: Token | None, resolver: Resolver) -> str | None:
    """The speaker behind a phrase: the person or body it names, else its words ("senior Ethiopian negotiator")."""
    if token is None:
        return None
    mention = resolver.cast.at(sent.block, token)
    if mention is not None and mention.kind != "demonym":
        return mention.name
    beside = next((m for c in token.children if c.dep_ == "appos" and (m := resolver.cast.at(sent.block, c))), None)
    if beside is not None and beside.kind == "person":  # "the driver's mother, Ana Reis"
        return beside.name
    lemma = token.lemma_.lower()
    if lemma in PARTS:  # "one of the ministers"
        of = _object(token, ("of", "from"))
        return named_source(sent, of, resolver)
    if lemma in DOCUMENTS:
        return _author(sent, token, resolver) or phrase(sent, token) or None
    names = resolver.names(sent.block, token)
    people = [n for n in names if resolver.cast.is_person(n)]
    if people:
        return people[0]
    if token.pos_ == "PRON" or not can_speak(token):
        return names[0] if names else None
    if is_pair(token, lemma) and len(names) == 2:
        return " and ".join(names)
    if lemma in SPOKESPEOPLE and not any(c.dep_ != "det" for c in token.children):
        return _last_body(sent, resolver) or phrase(sent, token)
    return _words(sent, token)


def can_speak(token: Token) -> bool:
    """Whether a common noun is somebody who speaks: an office, a body, people in the plural, a paper."""
    lemma = token.lemma_.lower()
    return lemma in TITLES or lemma in OWN_BODIES or lemma in STATE_BODIES or lemma in DOCUMENTS or token.tag_ == "NNS"


def _words(sent: Sent, token: Token) -> str | None:
    words = phrase(sent, token)
    of = next((c for c in token.children if c.dep_ == "prep" and c.lower_ in MASTERS), None)
    if of is not None and of.right_edge.i - of.i <= 5:
        words += " " + sent.cut(of.i, of.right_edge.i + 1)
    return re.sub(r"\s+", " ", words).strip(" ,'") or None


def _object(token: Token, prepositions: tuple[str, ...] | frozenset[str]) -> Token | None:
    return next((g for c in token.children if c.lower_ in prepositions for g in c.children if g.dep_ == "pobj"), None)


def _author(sent: Sent, paper: Token, resolver: Resolver) -> str | None:
    """Whose paper it is: named beside it ("the judge's statement", "an analysis by X"), or where it came up."""
    beside = _owner(sent, paper, resolver) or _issuer(sent, paper, resolver)
    if beside:
        return beside
    if any(c.lower_ in ("a", "an", "another") for c in paper.children) or paper.lemma_.lower() == "text":
        return None
    sents = resolver.document.sents
    for earlier in reversed(sents[max(0, sent.order - FARTHEST) : sent.order + 1]):
        for token in earlier.tokens:
            if token.lemma_ != paper.lemma_ or (earlier is sent and token.i >= paper.i):
                continue
            owner = _owner(earlier, token, resolver) or _issuer(earlier, token, resolver)
            if owner:
                return owner
    return None


def _owner(sent: Sent, paper: Token, resolver: Resolver) -> str | None:
    """The possessor of a paper, or whom it is "by" or "from"."""
    owner = next((c for c in paper.children if c.dep_ == "poss"), None) or _object(paper, AUTHORS)
    if owner is None:
        return None
    mention = resolver.cast.at(sent.block, owner)
    if mention is not None:
        return mention.name
    names = resolver.names(sent.block, owner)
    known = next((n for n in names if n in resolver.cast.entries), None)
    return known or (_words(sent, owner) if owner.lemma_.lower() in TITLES else None)


def _issuer(sent: Sent, paper: Token, resolver: Resolver) -> str | None:
    """Who brings a paper out: the subject of the verb whose object it is, or that speaks in it."""
    verb = paper.head
    if paper.dep_ == "pobj" and verb.lower_ in ("in", "with"):
        verb = verb.head
    elif paper.dep_ != "dobj":
        return None
    if verb.pos_ != "VERB":
        return None
    names = resolver.names(sent.block, subject_of(verb))
    return next((n for n in names if n in resolver.cast.entries), None)


def _last_body(sent: Sent, resolver: Resolver) -> str | None:
    """The body that the sentence before is about: whose "a spokesperson" is."""
    for earlier in reversed(resolver.document.sents[max(0, sent.order - 2) : sent.order]):
        subject = subject_of(earlier.span.root)
        names = resolver.names(earlier.block, subject)
        if names:
            return names[0] if not resolver.cast.is_person(names[0]) and names[0] in resolver.cast.entries else None
    return None
