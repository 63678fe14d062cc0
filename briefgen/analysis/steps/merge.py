"""Joins what the article says twice: one step with all its evidence."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable

from briefgen.analysis.coreference import SUBJECTS, Names
from briefgen.analysis.steps.candidate import Candidate, clause_head
from briefgen.model.findings import Step

_CONTENT = ("NOUN", "PROPN", "VERB")
# Of the words of the shorter of two clauses, the share that both must have.
_ALIKE = 0.6
_ALIKE_ON_ONE_DAY = 0.4


def merged(found: list[tuple[Candidate, Step]], parties: Callable[[Names], Names]) -> list[Step]:
    """The steps in the order of their first evidence; `parties` names whom owners speak for."""
    kept: list[tuple[Candidate, Step]] = []
    for candidate, step in found:
        at = next(
            (i for i, (other, earlier) in enumerate(kept) if _same(candidate, step, other, earlier, parties)), None
        )
        if at is None:
            kept.append((candidate, step))
        else:
            other, earlier = kept[at]
            kept[at] = (other, _joined(earlier, step))
    return [step for _, step in kept]


def _joined(first: Step, second: Step) -> Step:
    due = first.due if first.due and (first.due.earliest or first.due.latest or not second.due) else second.due
    evidence = tuple(dict.fromkeys(first.evidence + second.evidence))
    surer = min(first.confidence, second.confidence, key=("high", "medium", "low").index)
    return dataclasses.replace(first, evidence=evidence, due=due, confidence=surer)


def _same(a: Candidate, x: Step, b: Candidate, y: Step, parties: Callable[[Names], Names]) -> bool:
    if a.sent.id == b.sent.id:
        return False
    if x.owners and y.owners and not set(parties(x.owners)) & set(parties(y.owners)):
        return False
    days = [(s.due.earliest, s.due.latest) if s.due else (None, None) for s in (x, y)]
    dated = [d for d in days if d != (None, None)]
    if len(dated) == 2 and dated[0] != dated[1]:
        return False
    if x.due and y.due and len(dated) < 2 and x.due.text.lower() != y.due.text.lower():
        return False
    left, right = _content(a), _content(b)
    shared = len(left & right) / max(1, min(len(left), len(right)))
    return shared >= (_ALIKE_ON_ONE_DAY if len(dated) == 2 else _ALIKE) and min(len(left), len(right)) > 1


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
