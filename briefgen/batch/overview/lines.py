"""The red lines and next steps of a brief, as the manifest keeps them and the overview lists them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from briefgen.model.brief import Brief

RED_LINE, NEXT_STEP = "red line", "next step"


def lines(brief: Brief) -> Iterator[dict[str, Any]]:
    """Each with its type, parties (holders or owners), text, sort (kind or status), confidence, and when it is due."""
    for red_line in brief.red_lines:
        holder = red_line.holder
        yield {
            "type": RED_LINE,
            "parties": [holder] if isinstance(holder, str) else list(holder),
            "text": red_line.statement,
            "sort": red_line.kind,
            "confidence": red_line.confidence,
        }
    for step in brief.next_steps:
        due = step.due
        yield {
            "type": NEXT_STEP,
            "parties": list(step.owners),
            "text": step.action,
            "sort": step.status,
            "confidence": step.confidence,
            "due": due.text if due else None,
            "earliest": due.earliest.isoformat() if due and due.earliest else None,
            "latest": due.latest.isoformat() if due and due.latest else None,
        }
