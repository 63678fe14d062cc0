"""Joins what the article says twice: one step with all its evidence."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from briefgen.analysis.reference.coreference import SUBJECTS, Names
from briefgen.analysis.steps.candidate import Candidate, clause_head
from briefgen.model.findings import Step

_CONTENT = ("NOUN", "PROPN", "VERB")
# Of the words of the shorter of two clauses, the share that both must have.
_ALIKE = 0.6
_ALIKE_ON_ONE_DAY = 0.4
_TRAVEL = "travel"
_JOURNEYS = frozenset("trip travel visit tour journey".split())
# Steps that are looked back on; keeps a long text from costing its square.
_BACK = 200


@dataclass(slots=True)
class _Told:
    """A step with what is compared: its words without those of its subject, whom its owners speak for, and its verb
    with the verb's objects.
    """

    step: Step
    words: set[str]
    parties: set[str]
    deed: tuple[str, frozenset[str]]


def merged(found: list[tuple[Candidate, Step]], parties: Callable[[Names], Names]) -> list[Step]:
    """The steps in the order of their first evidence; `parties` names whom owners speak for."""
    kept: list[_Told] = []
    for candidate, step in found:
        told = _Told(step, _content(candidate), set(parties(step.owners)), _deed(candidate))
        again = next((earlier for earlier in kept[-_BACK:] if _same(told, earlier)), None)
        if again is None:
            kept.append(told)
        else:
            again.step = _joined(again.step, step)
    return [told.step for told in kept]


def _joined(first: Step, second: Step) -> Step:
    due = first.due if first.due and (first.due.earliest or first.due.latest or not second.due) else second.due
    evidence = tuple(dict.fromkeys(first.evidence + second.evidence))
    surer = min(first.confidence, second.confidence, key=("high", "medium", "low").index)
    return replace(first, evidence=evidence, due=due, confidence=surer)


def _same(one: _Told, other: _Told) -> bool:
    x, y = one.step, other.step
    if set(x.evidence) & set(y.evidence) or (one.parties and other.parties and not one.parties & other.parties):
        return False
    days = [(s.due.earliest, s.due.latest) for s in (x, y) if s.due and (s.due.earliest or s.due.latest)]
    if len(days) == 2 and days[0] != days[1]:
        return False
    if x.due and y.due and len(days) < 2 and x.due.text.lower() != y.due.text.lower():
        return False
    if not days and one.deed[0] != other.deed[0] and not one.deed[1] & other.deed[1]:
        return False  # words of one field make no one deed: "protect labour laws" and "enforce tax laws"
    fewer = min(len(one.words), len(other.words))
    return fewer > 1 and len(one.words & other.words) >= fewer * (_ALIKE_ON_ONE_DAY if len(days) == 2 else _ALIKE)


def _deed(candidate: Candidate) -> tuple[str, frozenset[str]]:
    """The verb of the action, and the heads of its objects."""
    action = candidate.action
    objects = frozenset(c.lemma_.lower() for c in action.children if c.dep_ in ("dobj", "nsubjpass", "attr"))
    # "Will travel to Lima and Quito", "will start the trip in Lima".
    return _TRAVEL if objects & _JOURNEYS else action.lemma_.lower(), objects


def _content(candidate: Candidate) -> set[str]:
    start, end = candidate.span()
    head = clause_head(candidate.top)
    subject = {t.i for c in head.children if c.dep_ in SUBJECTS for t in c.subtree}
    return {
        t.lemma_.lower()
        for t in candidate.sent.span.doc[start:end]
        if t.i not in subject
        and t.pos_ in _CONTENT
        and not t.is_stop
        and t.ent_type_ not in ("DATE", "TIME")
        and len(t.text) > 2
    }
