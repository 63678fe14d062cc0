"""Who a short name means, and whose country a person speaks for where only the headline or a possessive says so."""

from __future__ import annotations

import pytest

from briefgen.analysis import build_context
from briefgen.analysis.context import Context
from briefgen.model.article import Article, Block, Source

PEOPLE = "President Ana Reis of Chile met Trade Minister Luis Reis of Peru on Monday."
TRADER = (
    "Kenyan Interior Minister Wanjiru Otieno spoke on Monday. {} Musa Otieno, a trader, said he lost his cattle. {}"
)


def read(*paragraphs: str, headline: str | None = None) -> Context:
    """The context of an article of these paragraphs."""
    blocks = [Block("headline", headline)] if headline else []
    blocks += [Block("paragraph", p, n) for n, p in enumerate(paragraphs, 1)]
    return build_context(Article(Source("A"), tuple(blocks)))


def last_speakers(text: str) -> tuple[str, ...]:
    """Who speaks last in `text`."""
    return read(text).speeches[-1].speakers


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (f"{PEOPLE} President Reis said the levy would stay.", "Ana Reis"),
        (f"{PEOPLE} Minister Reis said the levy would fall.", "Luis Reis"),
        (f"{PEOPLE} Reis said the levy was a tax.", "Reis"),
        (TRADER.format("Otieno said the border was shut.", "The market stayed empty."), "Musa Otieno"),
        (TRADER.format("The border was shut.", "Otieno said he would move."), "Musa Otieno"),
    ],
)
def test_one_of_two_people_of_a_surname(text: str, speaker: str) -> None:
    """The one with the title, else the one named last; nobody where the last sentence names both."""
    assert last_speakers(text) == (speaker,)


def test_the_first_of_two_before_the_second_is_named() -> None:
    """A namesake further on takes nothing away from who spoke before."""
    found = read(TRADER.format("Otieno said the border was shut.", "Otieno said he would move."))
    assert [s.speakers for s in found.speeches] == [("Wanjiru Otieno",), ("Musa Otieno",), ("Musa Otieno",)]


def test_junior_is_no_surname() -> None:
    """ "Mark Adeyemi Jr." is Mark Adeyemi."""
    cast = read(
        "President Mark Adeyemi Jr. spoke today with the press. President Adeyemi said the dam would be built.",
        headline="Readout of President Mark Adeyemi's Remarks",
    ).resolver.cast
    assert [e.name for e in cast.entries.values() if e.kind == "person"] == ["Mark Adeyemi Jr."]


@pytest.mark.parametrize(
    ("paragraphs", "headline"),
    [
        (
            ("Foreign Minister Chung met reporters on Monday.", "Chile sent a note."),
            "Arrival of South Korean Foreign Minister Chung",
        ),
        (("Prime Minister Chung offered help on Monday.", "South Korea's Chung will fly to Lima on Friday."), None),
    ],
)
def test_a_country_told_anywhere_is_the_persons(paragraphs: tuple[str, ...], headline: str | None) -> None:
    """In the headline or with a possessive further on."""
    cast = read(*paragraphs, headline=headline).resolver.cast
    assert cast.entries["Chung"].represents == "South Korea"
