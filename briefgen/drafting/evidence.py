"""The sentences that a brief cites."""

from __future__ import annotations

from briefgen.model.brief import Brief
from briefgen.model.findings import Findings


def cited(brief: Brief, findings: Findings) -> dict[str, str]:
    """Every cited sentence, verbatim, in the order of the text."""
    used: set[str] = set()
    if brief.summary.bottom_line is not None:
        used.update(brief.summary.bottom_line.evidence)
    for items in (brief.summary.key_points, brief.issues, brief.red_lines, brief.next_steps, brief.quotes):
        for item in items:
            used.update(item.evidence)
    for issue in brief.issues:
        for position in issue.positions:
            used.update(position.evidence)
    return {s.id: s.text for s in findings.sentences if s.id in used}
