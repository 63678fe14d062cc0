"""Steps -> next steps."""

from __future__ import annotations

import datetime as dt

from briefgen.model.brief import DueDate, NextStep
from briefgen.model.findings import Findings, Step, source_of
from briefgen.model.ids import IdMint


def draft_next_steps(
    findings: Findings,
    grounds: dict[str, str],
    mint: IdMint,
    *,
    since: dt.date = dt.date.min,
    undated: frozenset[str] = frozenset(),
) -> list[NextStep]:
    """The next steps in the order of the text.

    Without those that were over before `since` and that only `undated` sources tell (their letters): an article of
    unknown date may be old, and what it promised for a year that has passed is no next step.
    """
    return [
        NextStep(
            id=mint.mint("next_steps", grounds[s.evidence[0]]),
            action=s.action,
            owners=list(s.owners),
            due=DueDate(text=s.due.text, earliest=s.due.earliest, latest=s.due.latest) if s.due else None,
            status=s.status,
            confidence=s.confidence,
            evidence=list(s.evidence),
        )
        for s in findings.steps
        if not (_is_over(s, since) and undated.issuperset(map(source_of, s.evidence)))
    ]


def _is_over(step: Step, since: dt.date) -> bool:
    return bool(step.due and step.due.latest and step.due.latest < since)
