"""What a rule finds, and the sentence as the rules see it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from briefgen.analysis.text.document import Sent
from briefgen.model.findings import RedLineKind

if TYPE_CHECKING:
    from spacy.tokens import Token

# Who holds it: the one whose words these are ("X must stop"), or the subject of the verb ("X refuses to").
HeldBy = Literal["voice", "subject"]
Range = tuple[int, int]  # token indices in the block, end excluded


@dataclass(frozen=True, slots=True)
class Hit:
    """One sign of a red line. `anchor` is the word it hangs on; `trigger` and `consequence` as far as stated."""

    rule: str
    kind: RedLineKind
    held_by: HeldBy
    anchor: Token
    trigger: Range | None = None
    consequence: Range | None = None


def token_at(sent: Sent, offset: int) -> Token:
    """The token that holds the character `offset` of the sentence, the last one when the offset lies beyond."""
    for token in sent.tokens:
        if token.idx - sent.start + len(token.text) > offset:
            return token
    return sent.span[len(sent.span) - 1]


def verb_of(token: Token) -> Token:
    """The verb that governs `token`, the token itself when it is one; auxiliaries give way to their verb."""
    while not (token.pos_ == "VERB" or (token.pos_ == "AUX" and token.dep_ not in ("aux", "auxpass"))):
        if token.head.i == token.i:
            return token
        token = token.head
    return token


def first_of(verb: Token) -> Token:
    """The first of the verbs that `verb` is joined to."""
    while verb.dep_ == "conj":
        verb = verb.head
    return verb
