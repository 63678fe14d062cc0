"""Who is being told something in a sentence: the objects of "warn", "urge", "call on" and the like."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from briefgen.analysis.text.document import Sent

if TYPE_CHECKING:
    from spacy.tokens import Token

# Who is the object of these is to do something; who is told, to know it.
PRESSED = frozenset("warn urge order press demand caution ask instruct".split())
TOLD = frozenset("warn tell urge inform remind call order press ask demand notify instruct caution advise give".split())
# "Will raise it with Norland".
CONFRONTING = frozenset(("raise",))
OBJECTS = ("dobj", "dative")


def pressed_in(sent: Sent) -> Iterator[Token]:
    """The heads of the phrases that name whom something is asked of: "warned X", "called on X", "told X to leave"."""
    for token in sent.tokens:
        lemma = token.lemma_.lower()
        to_do = lemma in PRESSED or any(c.dep_ in ("xcomp", "ccomp") and _infinitive(c) for c in token.children)
        for child in _objects(token):
            if to_do or child.head.dep_ == "prep":
                yield child


def told_in(sent: Sent) -> Iterator[Token]:
    """The heads of the phrases that name whom something is said to or asked of, in the order of the text."""
    return (child for token in sent.tokens for child in _objects(token))


def _objects(verb: Token) -> Iterator[Token]:
    """Whom `verb` is said to, where it is one that tells."""
    lemma = verb.lemma_.lower()
    if lemma in CONFRONTING:
        withs = (c for c in verb.children if c.dep_ == "prep" and c.lower_ == "with")
        yield from (c for prep in withs for c in prep.children if c.dep_ == "pobj")
    if lemma not in TOLD:
        return
    for child in verb.children:
        if child.dep_ in OBJECTS and child.pos_ != "PRON":
            yield child
        elif child.dep_ == "prep" and child.lower_ in ("on", "upon", "of"):
            yield from (c for c in child.children if c.dep_ == "pobj")
        elif child.dep_ == "ccomp" and verb.lemma_ in ("urge", "tell", "order", "demand", "ask"):
            # "told Norland to leave": behind the verb; in front of it stand the words that were said.
            yield from (c for c in child.children if c.dep_ == "nsubj" and c.i > verb.i and c.pos_ != "PRON")


def _infinitive(verb: Token) -> bool:
    return any(c.tag_ == "TO" for c in verb.children)
