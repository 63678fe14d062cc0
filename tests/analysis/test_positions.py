"""Whose position it is, and how its line reads."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from briefgen.analysis import build_context
from briefgen.analysis.positions import find_positions
from briefgen.model.article import Article, Block, Source
from briefgen.model.findings import Position

CASES = yaml.safe_load((Path(__file__).parent.parent / "cases" / "positions.yaml").read_text(encoding="utf8"))
JOINT = (
    "Joint Statement on the Norway-Peru Fisheries Dialogue",
    "This statement was agreed by the Governments of Norway and Peru.",
    "Norway and Peru met in Lima on 3 May. They reaffirmed their support for the cod accord of Bergen. They condemned "
    "the use of deep-sea nets by unlicensed fleets, and underlined that Chile must open its ports to inspectors.",
)


def positions_of(*paragraphs: str, headline: str | None = None) -> list[Position]:
    """The positions in an article of these paragraphs."""
    blocks = [Block("headline", headline)] if headline else []
    blocks += [Block("paragraph", p, n) for n, p in enumerate(paragraphs, 1)]
    return find_positions(build_context(Article(Source("A"), tuple(blocks))))


@pytest.mark.parametrize("case", CASES, ids=[c["case"] for c in CASES])
def test_the_right_actor_holds_it(case: dict[str, Any]) -> None:
    """Everybody who takes a stand is given theirs, and nobody else anything."""
    found = positions_of(case["text"])
    for wanted in case.get("held", []):
        actors = tuple(wanted["actor"]) if isinstance(wanted["actor"], list) else (wanted["actor"],)
        fitting = [p for p in found if p.actors == actors and wanted["line"] in p.text]
        assert fitting, found
        assert fitting[0].speaker == wanted.get("speaker", fitting[0].speaker)
    holders = {a for p in found for a in p.actors}
    assert not holders & set(case.get("none", [])), found


def test_they_of_a_joint_statement_are_its_issuers() -> None:
    """The country named last is not who "they" are."""
    found = positions_of(*JOINT[1:], headline=JOINT[0])
    told = [p for p in found if "condemned" in p.text or "reaffirmed" in p.text]
    assert {p.actors for p in told} == {("Norway", "Peru")}
    assert not [p for p in found if "Chile" in p.actors]


def test_one_position_a_sentence_and_actor() -> None:
    """Two stands of one actor in a sentence are one line."""
    found = positions_of("Norway condemned the raid, rejected the excuse and demanded an inquiry into the fleet.")
    assert [p.actors for p in found] == [("Norway",)]


def test_a_line_reads_alone() -> None:
    """It begins with a large letter or a bracketed name and ends in a full stop."""
    lines = [p.text for case in CASES for p in positions_of(case["text"])]
    assert lines
    for line in lines:
        assert re.match(r"[A-Z\[\"“]", line), line
        assert re.search(r"[.!?…][\"”’)\]]*$", line), line
        assert not re.match(r"(?:However|But|And|That|He|She|They|It)\b", line), line


def test_a_joint_readout_without_parties_in_its_headline_is_that_of_those_who_met() -> None:
    """ "They", "the ministers" and a list of names are the parties of the first sentence."""
    found = positions_of(
        "On Friday, Norwegian Trade Minister Tale Brekke, Republic of Korea Trade Minister Shin Wonil, and Japanese "
        "Trade Minister Akira Tano met in Oslo to take stock of the cod accord.",
        "Trade Ministers Brekke, Shin, and Tano condemned the use of deep-sea nets by fleets of Chile. They reaffirmed "
        "their support for the accord. The ministers agreed to meet again in the bay of Osaka.",
        headline="Joint Readout of the Trilateral Trade Ministers Meeting",
    )
    told = [p for p in found if re.search("condemned|reaffirmed|agreed", p.text)]
    assert len(told) == 3, found
    assert {p.actors for p in told} == {("Norway", "South Korea", "Japan")}
    assert {p.speaker for p in told} == {None}


def test_whoever_is_addressed_in_a_transcript_says_nothing() -> None:
    """A form of address at the head of a turn is no subject."""
    found = positions_of(
        "SECRETARY GENERAL LUND: Minister Brekke, dear Tale, welcome back to the Council. We will not accept the ban.",
        "MINISTER BREKKE: Good morning. We will open the port to all flags in May.",
        headline="Norwegian Minister Tale Brekke and Arctic Council Secretary General Tor Lund Before Their Meeting",
    )
    assert ("Norway",) in {p.actors for p in found}
    assert not [p for p in found if p.actors == ("Norway",) and "welcome" in p.text]
    assert {p.speaker for p in found if p.actors == ("Norway",)} == {"Tale Brekke"}


@pytest.mark.parametrize(
    ("headline", "author", "speaker"),
    [
        ("Canada on the Winter Ferries", "Nora Tellier", "Nora Tellier"),
        ("Statement by the Government of Canada on the Ferries", "Press Office", None),
        ("Statement from Minister Tellier on the Ferries of Minister Brekke", None, "Tellier"),
    ],
)
def test_i_of_a_signed_statement_is_its_author(headline: str, author: str | None, speaker: str | None) -> None:
    """With the party that the author speaks for; whoever is quoted in it says their own "I"."""
    text = (
        "I commend the crews of the winter ferries. Canada will defend its winter routes. We support the harbour towns "
        "of Canada and our allies. Canada and our allies reject the levy on ferries."
    )
    blocks = (Block("headline", headline), Block("paragraph", text, 1))
    article = Article(Source("A", author=author), blocks)
    context = build_context(article)
    context.document.issuer = ("Canada",)
    found = find_positions(context)
    assert [p.speaker for p in found if "I commend" in p.text] == [speaker]
    assert {p.speaker for p in found if "I commend" not in p.text} == {None}


def test_rivals_of_one_country_are_not_the_country() -> None:
    """Where parties and candidates of the only country in the news differ; before others it speaks with one voice."""
    quarrel = (
        "Peruvian President Ana Reis rejected the count of the votes in Cusco. Senate minority leader Luis Castro "
        "called the count fair. Candidate Pablo Riquelme of the Reform Party asked for a new count. Mayor Inés Soto "
        "said that the count was over.",
    )
    holders = {p.actors for p in positions_of(*quarrel)}
    assert ("Ana Reis",) in holders
    assert not holders & {("Peru",), ("Senate",)}
    assert ("Peru",) in {p.actors for p in positions_of(*quarrel, "Chile sent two observers to the port of Callao.")}


def test_two_who_met_each_say_their_own() -> None:
    """Though nobody knows for which country; neither stands for the other."""
    found = positions_of(
        "President Joe Lund and His Majesty King Tor II met today in Bergen.",
        "King Tor II thanked President Joe Lund for the ferries of the coast.",
        headline="Joint Statement Following the Meeting of President Joe Lund and His Majesty",
    )
    assert {p.actors for p in found if "thanked" in p.text} == {("Tor II",)}


def test_our_partners_are_somebody_else() -> None:
    """What they say and do is not the speaker's, whatever "our" stands for."""
    found = positions_of(
        "We will suspend the treaty of Bergen. Our allies unanimously share our view that the treaty is void.",
        "A number of our treaty partners have informed us that they will suspend the treaty as well.",
        headline="Statement by the Government of Canada on the Treaty of Bergen",
    )
    assert [p.text for p in found] == ["[Canada] will suspend the treaty of Bergen."]


def test_a_style_or_junior_parts_no_list() -> None:
    """Both are named, and both have reaffirmed it."""
    met = "President Joseph R. Lund, Jr. and His Majesty King Tor II reaffirmed the treaty of Bergen today."
    found = positions_of(f"{met} The two leaders condemned the raid.")
    assert [p.actors for p in found] == [("Joseph R. Lund", "Tor II")] * 2


def test_where_a_parliament_sits_is_not_who_votes() -> None:
    """The country behind the comma only says where."""
    assert positions_of("The Parliament of New Harn, Canada voted to reject the ferry bill on Monday.") == []
    assert positions_of("On Monday, Canada voted to reject the ferry bill.")[0].actors == ("Canada",)


def test_what_a_group_does_is_not_the_issuers() -> None:
    """Whatever of the issuer's it is about; "we" beside it stay the issuer."""
    found = positions_of(
        "Canada held a round table on ferries in Halifax on Monday. Participants highlighted the need for lenders.",
        "Harbour masters from the coast met in May. Leaders will affirm that our winter routes stay open to all.",
        "We support the winter routes of the coast.",
        headline="Statement by the Government of Canada on the Ferries",
    )
    assert [(p.actors, p.text) for p in found] == [(("Canada",), "“We support the winter routes of the coast.”")]


def test_a_charge_is_no_stand_of_the_accused() -> None:
    """What a statement tells of those it condemns is not theirs; a friend's stand is."""
    found = positions_of(
        "We strongly condemn the launch of a missile by Peru. Since May, Peru has tested three rockets and has "
        "claimed a fourth launch from the sea. Norway has offered talks in Oslo on the ships of the coast.",
        headline="Statement by the Government of Canada on the Launches",
    )
    assert {a for p in found for a in p.actors} == {"Canada", "Norway"}


def test_who_joined_us_takes_no_stand_by_it() -> None:
    """It is we who tell of it."""
    found = positions_of(
        "We will defend every inch of the coast. We were joined today by our close partners Sweden and Finland.",
        headline="Statement by the Government of Canada on the Treaty of Bergen",
    )
    assert all("Sweden" not in p.actors for p in found)
