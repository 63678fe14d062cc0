"""Key statements -> bottom line and key points: the strongest first, nothing said twice."""

from __future__ import annotations

import re

from briefgen.model.brief import Brief, KeyPoint, Statement, Summary
from briefgen.model.findings import Findings, KeyStatement
from briefgen.model.ids import IdMint

MOST_POINTS = 6
TOO_ALIKE = 0.5  # share of the shorter line's content words


def draft_summary(findings: Findings, brief: Brief, grounds: dict[str, str], mint: IdMint) -> Summary:
    """The bottom line is the strongest statement; the points follow in the order of the text."""
    ranked = sorted(findings.key_statements, key=lambda k: -k.score)
    if not ranked:
        return Summary()
    chosen: list[KeyStatement] = []
    for statement in ranked:
        if len(chosen) > MOST_POINTS:
            break
        if all(_alike(statement.text, other.text) < TOO_ALIKE for other in chosen):
            chosen.append(statement)
    bottom, points = chosen[0], chosen[1:]
    order = {s.id: i for i, s in enumerate(findings.sentences)}
    points.sort(key=lambda k: order[k.evidence[0]])
    return Summary(
        bottom_line=Statement(text=bottom.text, evidence=list(bottom.evidence)),
        key_points=[
            KeyPoint(id=mint.mint("key_points", grounds[k.evidence[0]]), text=k.text, evidence=list(k.evidence))
            for k in points
        ],
    )


def _alike(a: str, b: str) -> float:
    x, y = (set(re.findall(r"[a-z]{4,}", t.lower())) for t in (a, b))
    return len(x & y) / max(1, min(len(x), len(y)))
