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
ROOT = 5  # letters that "withdraw" and "withdrawal" have in common


def draft_issues(findings: Findings, grounds: dict[str, str], mint: IdMint) -> list[Issue]:
    """The weightiest topics, in the order of the text. A position stands under one issue, which its words speak of."""
    chosen = sorted(findings.topics, key=lambda t: -t.weight)[:MOST_ISSUES]
    shared = _share(findings, chosen, grounds)
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


def _share(findings: Findings, topics: list[Topic], grounds: dict[str, str]) -> list[list[Found]]:
    """The positions of each of `topics`: those on its sentences whose words speak of it, to the weightier topic first,
    none said twice.
    """
    rows: list[list[Found]] = []
    given: list[Found] = []
    for topic in topics:
        ground = set(topic.evidence)
        mine: list[Found] = []
        for position in findings.positions:
            if len(mine) == MOST_POSITIONS:
                break
            fits = ground >= set(position.evidence) and _speaks_of(topic, position, grounds)
            if fits and not _said(position, given, findings):
                mine.append(position)
                given.append(position)
        rows.append(mine)
    return rows


def _speaks_of(topic: Topic, position: Found, grounds: dict[str, str]) -> bool:
    """Whether the position or its sentences have a word of the topic's title, however it is inflected."""
    said = " ".join([position.text, *(grounds[e] for e in position.evidence)])
    return not _roots(topic.title).isdisjoint(_roots(said))


def _roots(text: str) -> set[str]:
    return {word[:ROOT].casefold() for word in re.findall(r"\w{4,}|\b[A-Z]{2,3}\b", text)}


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
