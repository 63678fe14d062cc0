"""Possessives that point ahead: "At the start of his visit, X said ..."."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.analysis.actors import Cast
from briefgen.analysis.document import Sent

if TYPE_CHECKING:
    from spacy.tokens import Token

_POSSESSIVES = {"his": "m", "her": "f", "its": None}  # with the gender that they ask for


def named_ahead(sent: Sent, token: Token, cast: Cast) -> tuple[str, ...]:
    """Whom a possessive means by the subject that follows, where nobody was named before it in the sentence.

    A sentence that opens with a phrase of somebody's own says whose it is right behind it. Empty for anything else.
    """
    if token.lower_ not in _POSSESSIVES or token.tag_ != "PRP$":
        return ()
    subject = _opened_subject(token)
    mention = cast.at(sent.block, subject) if subject is not None else None
    if mention is None or any(cast.at(sent.block, before) for before in sent.span.doc[sent.span.start : token.i]):
        return ()
    asked = _POSSESSIVES[token.lower_]
    if not cast.is_person(mention.name):
        return (mention.name,) if asked is None else ()
    fits = asked is not None and cast.entries[mention.name].gender in (None, asked)
    return (mention.name,) if fits else ()


def _opened_subject(possessive: Token) -> Token | None:
    """The subject of the clause that a prepositional phrase with this possessive opens, None where none does."""
    node = possessive.head
    while node.dep_ in ("pobj", "prep", "conj", "dobj") and node.head.pos_ not in ("VERB", "AUX"):
        node = node.head
    if node.dep_ != "prep" or node.head.pos_ not in ("VERB", "AUX"):
        return None
    subject = next((child for child in node.head.children if child.dep_ in ("nsubj", "nsubjpass")), None)
    return subject if subject is not None and subject.i > possessive.i else None
