"""Reported speech: who says what, directly or indirectly, and which words are theirs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefgen.analysis.reference.coreference import SUBJECTS, Names, Resolver
from briefgen.analysis.text.cues import CUES, NOUN_CUES
from briefgen.analysis.text.document import Document, Sent

if TYPE_CHECKING:
    from spacy.tokens import Token


LONGEST_LEAD = 12  # tokens between a cue and its colon


@dataclass(frozen=True, slots=True)
class Speech:
    """One act of speech: `speakers` (empty: nobody made out) say the tokens `start` to `end` (excluded) of block
    `block`.
    """

    sent: Sent
    cue: int
    verb: str
    speakers: Names
    start: int
    end: int


def find_speech(document: Document, resolver: Resolver) -> list[Speech]:
    """The acts of reported speech in the order of the text."""
    found: list[Speech] = []
    for sent in document.citable():
        for token in sent.tokens:
            speech = (
                _verb_cue(sent, token, resolver)
                or _according(sent, token, resolver)
                or _noun_cue(sent, token, resolver)
            )
            if speech is not None:
                found.append(speech)
    return found


def _verb_cue(sent: Sent, token: Token, resolver: Resolver) -> Speech | None:
    if token.pos_ not in ("VERB", "AUX") or resolver.cast.at(sent.block, token) is not None:
        return None
    lemma = token.lemma_.lower()
    content = next((c for c in token.children if c.dep_ in ("ccomp", "parataxis")), None)
    if content is None:
        content = next((c for c in token.children if c.dep_ == "xcomp" and c.pos_ == "VERB"), None)
    if lemma not in CUES and not (content is not None and content.dep_ == "ccomp" and _that(content)):
        return None
    speakers = resolver.names(sent.block, subject_of(_letting(token) or token))
    colon = _colon_after(sent, token) if lemma in CUES else None
    if colon is not None:
        return Speech(sent, token.i, lemma, speakers, colon + 1, sent.span.end)
    if content is not None and content.i != token.i:
        return Speech(sent, token.i, lemma, speakers, content.left_edge.i, content.right_edge.i + 1)
    if lemma not in CUES:
        return None
    # "..., he said": the cue is the tail of its own content, which then heads the sentence.
    infinitive = any(c.tag_ == "TO" for c in token.children)  # "call for X to observe ..." reports nothing
    if token.dep_ in ("parataxis", "ccomp", "advcl", "dep") and token.head.pos_ in ("VERB", "AUX") and not infinitive:
        host = token.head
        if token.dep_ != "ccomp" and (token.left_edge.i > host.i or any(c.dep_ == "punct" for c in token.children)):
            return Speech(sent, token.i, lemma, speakers, host.left_edge.i, host.right_edge.i + 1)
    dobj = next((c for c in token.children if c.dep_ in ("dobj", "attr", "oprd", "prep") and c.i > token.i), None)
    if dobj is not None:
        return Speech(sent, token.i, lemma, speakers, dobj.left_edge.i, token.right_edge.i + 1)
    return Speech(sent, token.i, lemma, speakers, token.i + 1, max(token.i + 1, token.right_edge.i + 1))


def _letting(cue: Token) -> Token | None:
    """ "Let the envoys know that ...": it is not the envoys who speak."""
    let = cue.head if cue.dep_ in ("ccomp", "xcomp") and cue.lemma_ in ("know", "see", "understand") else None
    return let if let is not None and let.lemma_ == "let" and let.i < cue.i else None


def _colon_after(sent: Sent, cue: Token) -> int | None:
    """The colon that a cue leads up to ("Asked about it, X said on Monday: ..."); None where there is none."""
    for token in cue.doc[cue.i + 1 : min(cue.i + LONGEST_LEAD, sent.span.end - 1)]:
        if token.text == ":":
            return token.i
        if token.pos_ in ("VERB", "AUX") or token.text in (",", '"', ";"):
            return None
    return None


def _that(content: Token) -> bool:
    return any(c.dep_ == "mark" and c.lower_ == "that" for c in content.children)


def _according(sent: Sent, token: Token, resolver: Resolver) -> Speech | None:
    """ "According to X, ...": the rest of the sentence is X's."""
    if token.lower_ != "according" or token.i + 1 >= len(token.doc) or token.nbor().lower_ != "to":
        return None
    to = token.nbor()
    source = next((c for c in to.children if c.dep_ == "pobj"), None)
    names = resolver.names(sent.block, source)
    return Speech(sent, token.i, "according", names, sent.span.start, sent.span.end)


def _noun_cue(sent: Sent, token: Token, resolver: Resolver) -> Speech | None:
    """ "Iran's warning that ...": the clause is the possessor's."""
    if token.pos_ != "NOUN" or token.lemma_.lower() not in NOUN_CUES:
        return None
    clause = next((c for c in token.children if c.dep_ in ("acl", "relcl", "ccomp") and _that(c)), None)
    owner = next((c for c in token.children if c.dep_ == "poss"), None)
    if clause is None or owner is None:
        return None
    return Speech(
        sent, token.i, token.lemma_, resolver.names(sent.block, owner), clause.left_edge.i, clause.right_edge.i + 1
    )


def _own_subject(verb: Token) -> Token | None:
    """The subject of `verb` itself; of two ("Early opponent Ana Reis said", read as two) the one next to it."""
    own = [c for c in verb.children if c.dep_ in SUBJECTS]
    return next((c for c in reversed(own) if c.i < verb.i), own[0] if own else None)


def subject_of(verb: Token) -> Token | None:
    """The subject of `verb`: its own, its agent, or the one it shares through coordination, a participle or a relative
    clause; None where there is none."""
    seen: set[int] = set()
    while verb.i not in seen:
        seen.add(verb.i)
        own = _own_subject(verb)
        if own is not None:
            passive = own.dep_ == "nsubjpass"
            if passive:
                agent = next(
                    (g for c in verb.children if c.dep_ == "agent" for g in c.children if g.dep_ == "pobj"), None
                )
                if agent is not None:
                    return agent
            return own
        if verb.dep_ in ("conj", "advcl", "xcomp", "pcomp", "parataxis", "ccomp") and verb.head.pos_ in ("VERB", "AUX"):
            verb = verb.head
        elif verb.dep_ in ("relcl", "acl"):
            return verb.head
        elif verb.dep_ in ("prep", "pcomp", "aux"):
            verb = verb.head
        else:
            return None
    return None
