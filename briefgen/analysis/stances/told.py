"""Who is being told something in a sentence: the objects of "warn", "urge", "call on" and the like."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from briefgen.analysis.document import Sent

if TYPE_CHECKING:
    from spacy.tokens import Token

TOLD = frozenset("warn tell urge inform remind call order press ask demand notify instruct caution advise give".split())


def told_in(sent: Sent) -> Iterator[Token]:
    """The heads of the phrases that name whom something is said to or asked of, in the order of the text."""
    for token in sent.span:
        if token.lemma_.lower() not in TOLD:
            continue
        for child in token.children:
            if child.dep_ in ("dobj", "dative") and child.pos_ != "PRON":
                yield child
            elif child.dep_ == "prep" and child.lower_ in ("on", "upon", "of"):
                yield from (c for c in child.children if c.dep_ == "pobj")
            elif child.dep_ == "ccomp" and token.lemma_ in ("urge", "tell", "order", "demand"):
                # "told Norland to leave": behind the verb; in front of it stand the words that were said.
                yield from (c for c in child.children if c.dep_ == "nsubj" and c.i > token.i and c.pos_ != "PRON")
