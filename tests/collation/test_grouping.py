"""Groups hold together as a whole, and a source that tells both things contradicts nobody."""

from __future__ import annotations

from briefgen.collation.grouping import Difference, disagreements, grouped
from briefgen.model.findings import Quotation


def said(*evidence: str) -> list[Quotation]:
    """A quotation for each sentence id, which is its text too."""
    return [Quotation((sentence,), None, sentence) for sentence in evidence]


def test_a_chain_of_likenesses_does_not_bring_its_ends_together() -> None:
    alike = {("A1.1", "B1.1"): 0.9, ("B1.1", "C1.1"): 0.8}
    groups = grouped(said("A1.1", "B1.1", "C1.1"), lambda x: x.text, lambda x, y: alike.get((x.text, y.text), 0.0))
    assert [[x.text for x in group] for group in groups] == [["A1.1", "B1.1"], ["C1.1"]]


def test_a_source_that_tells_both_contradicts_nobody() -> None:
    one, other, third = said("A1.1", "A2.1", "B1.1")

    def differ(x: Quotation, y: Quotation) -> Difference:
        return Difference("numbers", x.text, y.text)

    assert disagreements([[one], [other, third]], differ) == []
    (found,) = disagreements([[one], [third]], differ)
    assert [side.words for side in found.sides] == ["A1.1", "B1.1"]
