"""What is no next step however it is worded: called off, foreseen, over, or nobody's."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from briefgen.analysis.coreference import Names
from briefgen.analysis.dates import TimeExpression
from briefgen.analysis.steps.candidate import Candidate, auxiliaries, clause_head
from briefgen.analysis.steps.features import is_person_or_body
from briefgen.analysis.steps.owners import bearer_of
from briefgen.analysis.steps.words import ACCOUNTS, CANCELLED, CANCELLED_PHRASES, HOPING, MOVING

if TYPE_CHECKING:
    from spacy.tokens import Token

Veto = Callable[[Candidate, TimeExpression | None, Names], bool]


def is_vetoed(candidate: Candidate, due: TimeExpression | None, owners: Names) -> bool:
    """True when one of `VETOES` holds."""
    return any(veto(candidate, due, owners) for veto in VETOES)


def called_off(candidate: Candidate, due: TimeExpression | None, owners: Names) -> bool:
    """ "The exercise set for June has been cancelled"."""
    head = clause_head(candidate.top)
    verbs = [head, *head.ancestors] if head.dep_ in ("acl", "relcl", "nsubj", "nsubjpass") else [head]
    if any(t.lemma_.lower() in CANCELLED and t.tag_ in ("VBN", "VBD") for t in verbs):
        return not _still_to_come(head)
    clause = candidate.sent.span.doc[min(t.left_edge.i for t in verbs) : max(t.right_edge.i for t in verbs) + 1]
    words = " ".join(t.lower_ for t in clause)
    return any(phrase in words for phrase in CANCELLED_PHRASES)


def _still_to_come(verb: Token) -> bool:
    """ "Will be withdrawn": what is called off only in future."""
    return any(a.tag_ in ("MD", "TO") for a in auxiliaries(verb))


def foreseen(candidate: Candidate, due: TimeExpression | None, owners: Names) -> bool:
    """ "Prices will rise": things move, nobody moves them."""
    bearer = bearer_of(candidate)
    thing = bearer is not None and bearer.pos_ in ("NOUN", "PROPN") and not is_person_or_body(bearer)
    by_itself = candidate.action.lemma_.lower() in MOVING and not any(
        c.lower_ == "due" for c in candidate.action.children
    )
    return thing and by_itself


def long_past(candidate: Candidate, due: TimeExpression | None, owners: Names) -> bool:
    """ "Had vowed to close it", with no time that is still ahead: "had planned to meet on Monday" is last Monday's."""
    heads = (candidate.marker, candidate.action, clause_head(candidate.top))
    dated = due is not None and any(c.isdigit() for c in due.text)
    return not dated and any(a.lower_ == "had" for verb in heads for a in auxiliaries(verb))


def nobodys(candidate: Candidate, due: TimeExpression | None, owners: Names) -> bool:
    """Neither an owner nor a day: "the soup will keep for two days"."""
    return not owners and (due is None or due.earliest is None)


def hoped(candidate: Candidate, due: TimeExpression | None, owners: Names) -> bool:
    """ "I hope that she will come back": a wish of one party is no promise of another."""
    verb = clause_head(candidate.top)
    while verb.dep_ == "conj" and verb.head.i != verb.i:
        verb = verb.head
    return verb.dep_ == "ccomp" and verb.head.lemma_.lower() in HOPING


def told_of(candidate: Candidate, due: TimeExpression | None, owners: Names) -> bool:
    """ "Reports from the ministry on Friday": the day on which something was told, without a verb to say so."""
    return candidate.rule in ("event", "listed") and candidate.marker.lower_ in ACCOUNTS


VETOES: tuple[Veto, ...] = (called_off, foreseen, long_past, hoped, nobodys, told_of)
