"""What a rule hands on: an action that looks planned, with the words that make it so."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefgen.analysis.reference.coreference import SUBJECTS
from briefgen.analysis.text.document import Sent
from briefgen.model.findings import StepStatus

if TYPE_CHECKING:
    from spacy.tokens import Token

_COMPLEMENTS = ("xcomp", "acl", "advcl", "ccomp", "relcl")


@dataclass(frozen=True, slots=True)
class Candidate:
    """An action that may be a next step.

    `action` is the verb (or the event's noun) of what is to happen; `marker` the word that says it is to happen;
    `bearer` heads the phrase of whoever is to do it where that is not the subject of the action; `rule` found it.
    """

    sent: Sent
    rule: str
    action: Token
    marker: Token
    status: StepStatus
    bearer: Token | None = None

    @property
    def top(self) -> Token:
        """The head of the whole clause: the marker or the action, whichever governs the other."""
        return self.marker if self.marker.i == self.action.i or self.marker.is_ancestor(self.action) else self.action

    def span(self) -> tuple[int, int]:
        """First and last token (excluded) of the clause, without coordinated clauses of their own."""
        top = clause_head(self.top)
        start, end = top.i, top.i + 1
        for child in top.children:
            if child.dep_ in ("cc", "preconj", "mark") or (child.dep_ == "punct"):
                continue
            if is_tail(top, child) or (child.i > top.i and is_other_clause(child)):
                continue
            start, end = min(start, child.left_edge.i), max(end, right_end(child))
        return max(start, self.sent.span.start), min(end, self.sent.span.end)


def right_end(token: Token) -> int:
    """One past the last token of `token`'s phrase, without coordinated clauses that have their own subject."""
    end = token.i + 1
    for child in token.children:
        if child.dep_ == "punct" or is_other_clause(child):
            continue
        end = max(end, right_end(child))
    return end


def is_other_clause(child: Token) -> bool:
    """True for a coordinated verb with a subject or a tense of its own: "and is to file", but not "and meet"."""
    if child.dep_ != "conj" or child.pos_ not in ("VERB", "AUX"):
        return False
    tensed = child.tag_ in ("VBZ", "VBP", "VBD") or any(
        c.dep_ in ("aux", "auxpass") and c.tag_ != "TO" for c in child.children
    )
    return has_subject(child) or (tensed and child.tag_ != "VB") or any(c.tag_ == "MD" for c in child.children)


def clause_head(token: Token) -> Token:
    """The verb that carries the subject: up from an infinitive, an auxiliary or a participle to the finite verb."""
    while token.dep_ in ("xcomp", "aux", "auxpass", "acomp", "pcomp") or (
        token.dep_ == "prep" and token.i > token.head.i
    ):
        token = token.head
    return token


def has_subject(verb: Token) -> bool:
    """True for a verb with a subject of its own."""
    return any(c.dep_ in SUBJECTS or c.dep_ == "expl" for c in verb.children)


def is_tail(top: Token, child: Token) -> bool:
    """True for "he said" behind or in the middle of what he said."""
    return child.dep_ == "parataxis" or (child.dep_ == "ccomp" and child.i < top.i and child.right_edge.i < top.i)


def auxiliaries(verb: Token) -> list[Token]:
    """The auxiliaries of `verb`, its own or those it shares with the verb it is coordinated with."""
    own = [c for c in verb.children if c.dep_ in ("aux", "auxpass")]
    if own or verb.dep_ != "conj" or has_subject(verb):
        return own
    return auxiliaries(verb.head)


def is_negated(verb: Token) -> bool:
    """True when `verb` is denied: "not", "never", "no longer"."""
    return any(
        c.dep_ == "neg" or c.lower_ in ("never", "n't") or (c.lower_ == "longer" and c.i and c.nbor(-1).lower_ == "no")
        for c in verb.children
    )


def infinitive_of(token: Token) -> Token | None:
    """The "to ..." that depends on `token` as its complement; None without one."""
    for child in token.children:
        if child.i < token.i or child.pos_ not in ("VERB", "AUX"):
            continue
        if child.dep_ in _COMPLEMENTS and any(c.dep_ == "aux" and c.lower_ == "to" for c in child.children):
            return child
    return None


def is_finite(verb: Token) -> bool:
    """True for a verb with tense: its own or its first auxiliary's."""
    if verb.tag_ in ("VBZ", "VBP", "VBD", "MD"):
        return True
    return any(a.tag_ in ("VBZ", "VBP", "VBD", "MD") for a in auxiliaries(verb))


def is_past(verb: Token) -> bool:
    """True for a simple past or a past auxiliary ("met", "was held", "had been set"); a present perfect is not."""
    helpers = auxiliaries(verb)
    if helpers:
        return helpers[0].tag_ == "VBD"
    return verb.tag_ == "VBD"
