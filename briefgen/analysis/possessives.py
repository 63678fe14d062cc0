"""Possessives that mean the subject of their own sentence, whoever was named in between.

"At the start of his visit, X said ...", and "X will not sign unless Y pays, its minister said".
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from briefgen.analysis.actors import Cast
from briefgen.analysis.document import Sent

if TYPE_CHECKING:
    from spacy.tokens import Token

Names = tuple[str, ...]
_POSSESSIVES = {"his": "m", "her": "f", "its": None}  # with the gender that they ask for
_SUBJECTS = ("nsubj", "nsubjpass")


def owner_by_syntax(sent: Sent, token: Token, cast: Cast, known: Callable[[Token], Names]) -> Names:
    """Whom a possessive means where the build of the sentence says so; empty where it does not, and for other words.

    `known` gives whom a token before this one stands for.
    """
    if token.lower_ not in _POSSESSIVES or token.tag_ != "PRP$":
        return ()
    said_of = _subject_before_tag(token)
    named = known(said_of) if said_of is not None else _named_ahead(sent, token, cast)
    return named if len(named) == 1 and _fits(token, named[0], cast) else ()


def _fits(token: Token, name: str, cast: Cast) -> bool:
    asked = _POSSESSIVES[token.lower_]
    if not cast.is_person(name):
        return asked is None
    return asked is not None and cast.entries[name].gender in (None, asked)


def _subject_before_tag(possessive: Token) -> Token | None:
    """What is said in a sentence that ends in ", its minister said" is said of its own subject: that subject."""
    speaker = possessive.head
    if speaker.dep_ not in _SUBJECTS or possessive.i == 0 or possessive.nbor(-1).text not in (",", '"'):
        return None
    said = next((child for child in speaker.head.children if child.dep_ == "ccomp" and child.i < possessive.i), None)
    if said is None and speaker.head.dep_ in ("conj", "parataxis"):  # the parser takes the tag for one clause more
        said = next((verb for verb in speaker.head.ancestors if verb.dep_ == "ROOT" and verb.i < possessive.i), None)
    return _subject(said) if said is not None else None


def _named_ahead(sent: Sent, token: Token, cast: Cast) -> Names:
    """The subject that follows the phrase which opens the sentence, where nobody was named before it."""
    subject = _opened_subject(token)
    mention = cast.at(sent.block, subject) if subject is not None else None
    if mention is None or any(cast.at(sent.block, before) for before in sent.span.doc[sent.span.start : token.i]):
        return ()
    return (mention.name,)


def _opened_subject(possessive: Token) -> Token | None:
    """The subject of the clause that a prepositional phrase with this possessive opens, None where none does."""
    node = possessive.head
    while node.dep_ in ("pobj", "prep", "conj", "dobj") and node.head.pos_ not in ("VERB", "AUX"):
        node = node.head
    if node.dep_ != "prep" or node.head.pos_ not in ("VERB", "AUX"):
        return None
    subject = _subject(node.head)
    return subject if subject is not None and subject.i > possessive.i else None


def _subject(verb: Token) -> Token | None:
    return next((child for child in verb.children if child.dep_ in _SUBJECTS), None)
