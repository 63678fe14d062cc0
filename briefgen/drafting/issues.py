"""Topics and positions -> issues: each topic with the positions that rest on its sentences."""

from __future__ import annotations

from briefgen.drafting.filing import file_positions
from briefgen.drafting.naming import one_or_many
from briefgen.model.brief import Issue, Position
from briefgen.model.findings import Findings
from briefgen.model.ids import IdMint

MOST_ISSUES = 10


def draft_issues(findings: Findings, grounds: dict[str, str], mint: IdMint) -> list[Issue]:
    """The weightiest topics, in the order of the text. A position stands under one issue, which its words speak of."""
    chosen = sorted(findings.topics, key=lambda t: -t.weight)[:MOST_ISSUES]
    filed = file_positions(findings, chosen, grounds)
    return [
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
                for p in filed[chosen.index(topic)]
            ],
        )
        for topic in findings.topics
        if topic in chosen
    ]
