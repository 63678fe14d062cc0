"""Which matters of two sources are one, and that merged positions stay with their matter."""

from __future__ import annotations

import pytest

from briefgen.collation.topics import collate_topics
from briefgen.model.findings import Disagreement, Position, Side, Topic

FEES = "Norland raised the harbour fees for foreign trawlers in the Grey Strait."
COURT = "A court in Harn freed three editors on Tuesday."


def titles(one: str, other: str, *sentences: str) -> list[str]:
    """The matters of two sources with these titles and a sentence each."""
    texts = dict(zip(("A1.1", "B1.1"), sentences, strict=True))
    topics = [Topic(one, ("A1.1",), 0.6), Topic(other, ("B1.1",), 0.5)]
    return [topic.title for topic in collate_topics(topics, [], [], texts)]


@pytest.mark.parametrize(
    ("one", "other", "second"),
    [
        ("Harbour fees", "Harbour fees", COURT),
        ("Harbour fees in Vellin", "The harbour fees", FEES),
        ("Fees", "Fees", FEES),
    ],
)
def test_matters_of_one_title_or_of_one_title_and_one_event_are_one(one: str, other: str, second: str) -> None:
    assert titles(one, other, FEES, second) == [one]


@pytest.mark.parametrize(
    ("one", "other", "second"),
    [
        ("Ruling", "Ruling", COURT),
        ("Fishing rights in the Grey Strait", "Naval base in the Grey Strait", COURT),
        ("Grey Strait", "Naval base in the Grey Strait", COURT),
    ],
)
def test_a_word_or_a_place_in_common_is_not_enough(one: str, other: str, second: str) -> None:
    assert titles(one, other, FEES, second) == [one, other]


def test_a_matter_goes_with_its_position_onto_the_sentences_of_the_other_source() -> None:
    topic, other = Topic("Harbour fees", ("A1.1", "A2.1"), 0.6), Topic("Editors", ("B2.1",), 0.5)
    merged = Position(("A1.1", "B1.1"), ("Norland",), None, "Norland raised the harbour fees.")
    found = collate_topics([topic, other], [merged], [], {})
    assert [t.evidence for t in found] == [("A1.1", "A2.1", "B1.1"), ("B2.1",)]


def test_both_sides_of_a_disagreement_belong_to_the_matter_of_one() -> None:
    sides = (Side(("A2.1",), "by 15 May"), Side(("B3.1",), "by 20 May"))
    found = collate_topics([Topic("Harbour fees", ("B1.1", "B3.1"), 0.6)], [], [Disagreement("dates", sides)], {})
    assert [t.evidence for t in found] == [("A2.1", "B1.1", "B3.1")]
