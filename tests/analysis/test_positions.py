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
    "The text of the following statement was released by the Governments of Norway and Peru.",
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
