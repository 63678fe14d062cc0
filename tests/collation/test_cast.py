"""Who is who over two sources: the sure cases become one, the others stay two."""

from __future__ import annotations

import pytest

from briefgen.collation.names import one_cast
from briefgen.model.findings import Actor, ActorKind, Findings, Quotation, Sentence


def actor(
    name: str, *aliases: str, kind: ActorKind = "person", represents: str | None = None, mentions: int = 1
) -> Actor:
    """An actor of source A; `findings` gives it its letter."""
    return Actor(name, kind, None, represents, aliases, mentions, ("A1.1",))


def cast(one: Actor, other: Actor) -> list[str]:
    """The names of the cast of two sources with an actor each."""
    found = [
        Findings("none", "en", (Sentence(f"{letter}1.1", "It rained.", 1),), actors=(who,))
        for letter, who in (("A", one), ("B", other))
    ]
    return [known.name for known in one_cast(found)[0].actors]


@pytest.mark.parametrize(
    ("one", "other", "name"),
    [
        (actor("Ana Lopes", mentions=2), actor("Ana M. Lopes"), "Ana Lopes"),
        (actor("Suthmark", kind="person"), actor("Suthmark", kind="country", mentions=3), "Suthmark"),
        (
            actor("Grey Strait Union", "GSU", kind="organisation", mentions=4),
            actor("GSU", kind="organisation"),
            "Grey Strait Union",
        ),
        (
            actor("Ana Lopes", "Lopes", represents="Norland", mentions=2),
            actor("Lopes", represents="Norland"),
            "Ana Lopes",
        ),
    ],
)
def test_one_and_the_same(one: Actor, other: Actor, name: str) -> None:
    assert cast(one, other) == cast(other, one) == [name]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (actor("Ana Lopes", "Lopes", represents="Norland"), actor("Lopes", represents="Suthmark")),
        (actor("Ana Lopes", "Lopes", represents="Norland"), actor("Lopes")),
        (actor("Vellin Port", "Vellin", kind="organisation"), actor("Vellin", kind="person")),
    ],
)
def test_a_name_that_may_be_anothers_stays_apart(one: Actor, other: Actor) -> None:
    assert len(cast(one, other)) == 2


def test_names_in_the_findings_follow_and_a_party_that_the_sources_differ_on_stays_open() -> None:
    one = actor("Ana Lopes", represents="Norland", mentions=2)
    found = [
        Findings("none", "en", (Sentence("A1.1", "It rained.", 1),), actors=(one,)),
        Findings(
            "none",
            "en",
            (Sentence("B1.1", "It rained.", 1),),
            actors=(Actor("Ana M. Lopes", "person", None, "Suthmark", (), 1, ("B1.1",)),),
            quotations=(Quotation(("B1.1",), "Ana M. Lopes", "No."),),
        ),
    ]
    known, (_, renamed) = one_cast(found)
    assert [quotation.speaker for quotation in renamed.quotations] == ["Ana Lopes"]
    assert [who.represents for who in known.actors] == [None]
    (differ,) = known.disagreements
    assert (differ.about, [side.words for side in differ.sides]) == ("parties", ["Norland", "Suthmark"])
    assert known.parties(["Ana Lopes"]) == {"ana lopes"}
