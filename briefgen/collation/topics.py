"""Matters of several sources: the same matter is one, and keeps the positions on it together."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import product

from briefgen.collation.grouping import Group, evidence_of, grouped
from briefgen.collation.statements import IDENTICAL, fold
from briefgen.model.findings import Disagreement, Position, Topic, source_of
from briefgen.model.likeness import content_words, shared

SAME = 0.6  # share of the longer title's content words from which two titles name the same matter
SAME_SENTENCE = 0.5  # the same of two sentences, where one title only holds the other


def collate_topics(
    topics: Sequence[Topic],
    positions: Sequence[Position],
    disagreements: Sequence[Disagreement],
    sentences: Mapping[str, str],
) -> tuple[Topic, ...]:
    """The matters of all sources, each once. Where a position was merged, the matters that it belonged to before also
    rest on the sentences that it has now; where sources differ on a position, on those of all sides."""

    def alike(one: Topic, other: Topic) -> float:
        x, y = content_words(one.title), content_words(other.title)
        share = len(x & y) / max(1, len(x), len(y))
        identical = fold(one.title) == fold(other.title)
        if len(x & y) > 1 and share >= SAME:
            return IDENTICAL if identical else share
        # A single word is too little, and so is a title within another: their sentences have to be alike too.
        pairs = product(one.evidence, other.evidence)
        if (identical or shared(x, y) == 1) and any(_same(sentences[a], sentences[b]) for a, b in pairs):
            return IDENTICAL if identical else share
        return 0.0

    groups = grouped(topics, lambda topic: topic.title, alike)
    sides = [[side.evidence for side in disagreement.sides] for disagreement in disagreements]
    together = [[position.evidence] for position in positions] + sides
    return tuple(_widened(_joined(group), group, together) for group in groups)


def _same(one: str, other: str) -> bool:
    return fold(one) == fold(other) or shared(content_words(one), content_words(other)) >= SAME_SENTENCE


def _joined(group: Group[Topic]) -> Topic:
    best = max(group, key=lambda topic: (topic.weight, len(topic.title), topic.title))
    return replace(best, evidence=evidence_of(group))


def _widened(topic: Topic, group: Group[Topic], together: Sequence[Sequence[tuple[str, ...]]]) -> Topic:
    """The topic with all sentences of what belongs together and of which one source's sentences are its own."""
    evidence = dict.fromkeys(topic.evidence)
    for items in together:
        if any(_holds(single, item) for single in group for item in items):
            evidence |= dict.fromkeys(sentence for item in items for sentence in item)
    return replace(topic, evidence=tuple(sorted(evidence, key=source_of)))


def _holds(topic: Topic, item: tuple[str, ...]) -> bool:
    letter = source_of(topic.evidence[0])
    own = {sentence for sentence in item if source_of(sentence) == letter}
    return bool(own) and own <= set(topic.evidence)
