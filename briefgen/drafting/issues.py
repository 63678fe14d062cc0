"""Topics and positions -> issues: each topic with the positions that rest on its sentences."""

from __future__ import annotations

import re

from briefgen.drafting.naming import one_or_many
from briefgen.model.brief import Issue, Position
from briefgen.model.findings import Disagreement, Findings, Topic
from briefgen.model.findings import Position as Found
from briefgen.model.ids import IdMint

MOST_ISSUES = 10
MOST_POSITIONS = 4
SAME = 0.8  # share of the shorter line's words from which two lines say the same


def draft_issues(findings: Findings, grounds: dict[str, str], mint: IdMint) -> list[Issue]:
    """The weightiest topics, in the order of the text. A position stands under one issue only."""
    chosen = sorted(findings.topics, key=lambda t: -t.weight)[:MOST_ISSUES]
    shared = _share(findings, chosen)
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
                for p in shared[chosen.index(topic)]
            ],
        )
        for topic in findings.topics
        if topic in chosen
    ]


def _share(findings: Findings, topics: list[Topic]) -> list[list[Found]]:
    """The positions of each of `topics`: those on its sentences, to the weightier topic first, none said twice."""
    rows: list[list[Found]] = []
    given: list[Found] = []
    for topic in topics:
        ground = set(topic.evidence)
        mine: list[Found] = []
        for position in findings.positions:
            if len(mine) < MOST_POSITIONS and ground >= set(position.evidence) and not _said(position, given, findings):
                mine.append(position)
                given.append(position)
        rows.append(mine)
    return rows


def _said(position: Found, given: list[Found], findings: Findings) -> bool:
    """Whether the same actors were given the same line before, and not with other numbers by another source."""
    words = _words(position.text)
    for other in given:
        shared = len(words & _words(other.text)) / max(1, min(len(words), len(_words(other.text))))
        if other.actors == position.actors and shared >= SAME and not _differ(position, other, findings.disagreements):
            return True
    return False


def _differ(one: Found, other: Found, disagreements: tuple[Disagreement, ...]) -> bool:
    """Whether the two are sides of one disagreement."""
    sides = [{side.evidence for side in disagreement.sides} for disagreement in disagreements]
    return one.evidence != other.evidence and any({one.evidence, other.evidence} <= evidence for evidence in sides)


def _words(text: str) -> set[str]:
    return set(re.findall(r"\w{3,}", text.casefold()))
