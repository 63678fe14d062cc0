"""Findings of several sources -> one: the same told once with the evidence of each, and what they disagree on.

names.py        who is who over the sources
grouping.py     which items tell the same, which the same but for one thing
numbers.py      the numbers and days of a statement
held.py         what somebody holds: red lines and positions
stances.py, steps.py, positions.py, topics.py, key_statements.py   one kind of finding each

Nothing is merged unless it is sure: two lines too many are read in a moment, one line of the wrong holder is never
found. What is found does not depend on the order of the sources.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain, combinations

from briefgen.collation.key_statements import collate_key_statements
from briefgen.collation.names import one_cast
from briefgen.collation.positions import collate_positions, collate_quotations
from briefgen.collation.stances import collate_stances
from briefgen.collation.statements import fold
from briefgen.collation.steps import collate_steps
from briefgen.collation.topics import collate_topics
from briefgen.model.findings import Findings, Sentence, source_of

COPIED = 0.5  # share of the shorter source's sentences, word for word, from which one has copied the other
LEAST_COPIED = 3  # sentences


def collate(found: Sequence[Findings]) -> Findings:
    """The findings of several sources as one; those of one source as they are. Each has its own letter, none is empty.

    Items come in the order of the sources, those that disagree side by side.
    """
    if len(found) == 1:
        return found[0]
    cast, renamed = one_cast(found)
    sentences = tuple(chain.from_iterable(findings.sentences for findings in renamed))
    texts = {sentence.id: sentence.text for sentence in sentences}
    stances, on_stances = collate_stances([x for findings in renamed for x in findings.stances], cast)
    steps, on_steps = collate_steps([x for findings in renamed for x in findings.steps], cast)
    positions, on_positions = collate_positions([x for findings in renamed for x in findings.positions], cast)
    quotations, on_quotations = collate_quotations([x for findings in renamed for x in findings.quotations], cast)
    topics = collate_topics([x for findings in renamed for x in findings.topics], positions, on_positions, texts)
    key_statements, on_statements = collate_key_statements(
        [x for findings in renamed for x in findings.key_statements], len(found)
    )
    return Findings(
        model=found[0].model,
        language=found[0].language,
        sentences=sentences,
        actors=cast.actors,
        stances=stances,
        steps=steps,
        quotations=quotations,
        positions=positions,
        topics=topics,
        key_statements=key_statements,
        disagreements=(*cast.disagreements, *on_stances, *on_steps, *on_quotations, *on_positions, *on_statements),
        copies=_copies([findings.sentences for findings in found]),
    )


def _copies(sources: Sequence[Sequence[Sentence]]) -> tuple[tuple[str, ...], ...]:
    """The pairs of sources of which one has most sentences of the other, or both of a third: they are not two
    witnesses."""
    texts = {source_of(sentences[0].id): {fold(s.text) for s in sentences} for sentences in sources if sentences}
    return tuple(
        (one, other)
        for one, other in combinations(texts, 2)
        if len(texts[one] & texts[other]) >= max(LEAST_COPIED, COPIED * min(len(texts[one]), len(texts[other])))
    )
