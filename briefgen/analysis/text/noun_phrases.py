"""What a noun phrase looks like: its words, whether it is definite, whether it names a pair."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefgen.analysis.actors.roles import PAIR_WORDS, TITLE_PARTS, TITLES
from briefgen.analysis.text.document import Sent

if TYPE_CHECKING:
    from spacy.tokens import Token

# Who meets.
MEETING_WORDS = frozenset("leader president minister premier secretary delegation side participant principal".split())


def phrase(sent: Sent, token: Token) -> str:
    """The noun with its modifiers in front, without article: "Turkey's central bank"."""
    left = [c for c in token.lefts if c.dep_ in ("compound", "amod", "poss", "nmod", "nummod", "punct")]
    start = min((c.left_edge.i for c in left), default=token.i)
    text = sent.cut(start, token.i + 1)
    return re.sub(r"^(?:the|a|an|their|its|his|her|our)\s+", "", text, flags=re.I)


def is_definite(token: Token) -> bool:
    return any(
        c.dep_ in ("det", "poss") and c.lower_ not in ("a", "an", "any", "no", "some", "every") for c in token.children
    ) or (token.tag_ in ("NNS", "NNPS"))


def is_pair(token: Token, lemma: str) -> bool:
    two = {c.lower_ for c in token.children}
    return lemma in PAIR_WORDS and token.tag_ == "NNS" and bool(two & {"two", "both"})


def is_everybody(token: Token, lemma: str) -> bool:
    """ "the leaders", "both foreign ministers", "the participants": nothing beside the noun says which ones."""
    plain = all(
        c.dep_ in ("det", "nummod", "predet", "cc", "conj", "punct") or c.lower_ in TITLES | TITLE_PARTS
        for c in token.children
        if c.i < token.i or c.dep_ == "prep"
    )
    return lemma in MEETING_WORDS and token.tag_ in ("NNS", "NNPS") and is_definite(token) and plain


def is_expletive(token: Token) -> bool:
    """ "It is important that ...": no actor."""
    head = token.head
    return token.dep_ == "expl" or (
        head.lemma_ == "be" and any(c.dep_ in ("ccomp", "xcomp", "csubj", "acomp") for c in head.children)
    )


def is_main_subject(token: Token) -> bool:
    """Whether `token` is the subject of its sentence's main verb, or of one joined to that."""
    verb = token.head
    while verb.dep_ == "conj":
        verb = verb.head
    return token.dep_ in ("nsubj", "nsubjpass") and verb.dep_ == "ROOT"


def sounds(name: str) -> str:
    """A weak guess from the first name, used only between two people who both may be meant."""
    return "f" if name.split()[0].endswith(("a", "á")) else "m"
