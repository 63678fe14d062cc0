"""Statements for the summary: what several sources tell weighs more, and where their numbers differ is noted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from briefgen.collation.grouping import Difference, disagreements, grouped
from briefgen.collation.numbers import number_difference, same_numbers
from briefgen.collation.statements import likeness
from briefgen.model.findings import Disagreement, KeyStatement, source_of

SAME, FEWEST = 0.6, 4  # share and number of content words that two statements of the same have in common
EACH_FURTHER = 0.25  # what each further source that tells it adds to a statement's weight
MOST_COMPARED = 1000  # statements of all sources, the strongest ones; a thousand take some seconds


def collate_key_statements(
    statements: Sequence[KeyStatement], sources: int
) -> tuple[tuple[KeyStatement, ...], list[Disagreement]]:
    """The statements of all sources, none left out: the summary chooses, and cites those that tell the same."""
    compared = _strongest(statements, MOST_COMPARED // sources)

    def alike(one: KeyStatement, other: KeyStatement) -> float:
        return value if (value := _likeness(one, other)) and same_numbers(one.text, other.text) else 0.0

    def differ(one: KeyStatement, other: KeyStatement) -> Difference | None:
        difference = number_difference(one.text, other.text)  # the rarer of the two, so it is asked first
        return difference if difference and _likeness(one, other) else None

    groups = grouped(compared, lambda statement: statement.text, alike)
    told_by = {statement.evidence: len(group) for group in groups for statement in group}
    weighed = (replace(k, score=k.score * (1 + EACH_FURTHER * (told_by.get(k.evidence, 1) - 1))) for k in statements)
    return tuple(weighed), disagreements(groups, differ)


def _strongest(statements: Sequence[KeyStatement], most: int) -> list[KeyStatement]:
    """Of each source the `most` strongest statements, in their order."""
    kept: set[tuple[str, ...]] = set()
    for letter in {source_of(statement.evidence[0]) for statement in statements}:
        own = [statement for statement in statements if source_of(statement.evidence[0]) == letter]
        kept |= {statement.evidence for statement in sorted(own, key=lambda k: (-k.score, k.text))[:most]}
    return [statement for statement in statements if statement.evidence in kept]


def _likeness(one: KeyStatement, other: KeyStatement) -> float:
    return likeness(one.text, other.text, (), SAME, FEWEST)
