"""What the summary of several sources needs besides: each source's own lead, and both sides where two differ."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from briefgen.model.findings import Disagreement, KeyStatement, source_of

MOST_OTHER_SIDES = 3  # points that stand only because another source says otherwise


def places(statements: Sequence[KeyStatement]) -> dict[str, int]:
    """The place of each statement in its source, counted from 0, by its sentence."""
    before: Counter[str] = Counter()
    found = {}
    for statement in statements:
        letter = source_of(statement.evidence[0])
        found[statement.evidence[0]] = before[letter]
        before[letter] += 1
    return found


def first_of_each(evidence: Iterable[str], most: int) -> list[str]:
    """The first `most` sentences of each source, in their order."""
    cited: Counter[str] = Counter()
    kept = []
    for sentence in evidence:
        cited[source_of(sentence)] += 1
        if cited[source_of(sentence)] <= most:
            kept.append(sentence)
    return kept


def contradicting(statement: KeyStatement, disagreements: Sequence[Disagreement]) -> set[str]:
    """The sentences in which another source says otherwise than `statement`."""
    own = set(statement.evidence)
    contrary: set[str] = set()
    for disagreement in disagreements:
        if any(own & set(side.evidence) for side in disagreement.sides):
            contrary.update(sentence for side in disagreement.sides for sentence in side.evidence)
    return contrary - own


def with_other_sides(
    points: Sequence[KeyStatement],
    bottom: KeyStatement,
    statements: Sequence[KeyStatement],
    disagreements: Sequence[Disagreement],
    most: int,
) -> list[KeyStatement]:
    """The points with what other sources say otherwise of one of them or of the bottom line; `most` in all, so the
    weakest that nobody disputes make room."""
    told = {sentence for k in (*points, bottom) for sentence in k.evidence}
    single = {k.evidence[0]: k for k in statements}
    more: dict[str, KeyStatement] = {}
    for disagreement in disagreements:
        sides = [side.evidence[0] for side in disagreement.sides]
        if disagreement.actor is None and told & set(sides):
            more |= {first: single[first] for first in sides if first in single and first not in told}
    others = list(more.values())[:MOST_OTHER_SIDES]
    disputed = {sentence for d in disagreements for side in d.sides for sentence in side.evidence}
    free = sorted((k for k in points if not disputed & set(k.evidence)), key=lambda k: k.score)
    out = free[: max(0, len(points) + len(others) - most)]
    return [*(k for k in points if k not in out), *others]
