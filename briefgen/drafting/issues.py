"""Topics and positions -> issues: each topic with the positions that rest on its sentences."""

from __future__ import annotations

from briefgen.drafting.naming import one_or_many
from briefgen.model.brief import Issue, Position
from briefgen.model.findings import Findings
from briefgen.model.ids import IdMint

MOST_ISSUES = 10
MOST_POSITIONS = 6


def draft_issues(findings: Findings, grounds: dict[str, str], mint: IdMint) -> list[Issue]:
    """The weightiest topics, in the order of the text."""
    chosen = sorted(findings.topics, key=lambda t: -t.weight)[:MOST_ISSUES]
    issues: list[Issue] = []
    for topic in (t for t in findings.topics if t in chosen):
        ground = set(topic.evidence)
        positions = [p for p in findings.positions if ground & set(p.evidence)][:MOST_POSITIONS]
        issues.append(
            Issue(
                id=mint.mint("issues", grounds[topic.evidence[0]]),
                title=topic.title,
                evidence=list(topic.evidence),
                positions=[
                    Position(
                        id=mint.mint("positions", grounds[p.evidence[0]]),
                        actor=one_or_many(p.actors),
                        speaker=p.speaker,
                        text=p.text,
                        evidence=list(p.evidence),
                    )
                    for p in positions
                ],
            )
        )
    return issues
