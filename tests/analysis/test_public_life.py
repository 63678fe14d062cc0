"""Which texts are read for positions and steps at all."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
import yaml

from briefgen import sources
from briefgen.analysis import build_context
from briefgen.analysis.public_life import has_parties

OWN = Path(__file__).parents[2] / "training" / "own"


def tells_of_parties(text: str) -> bool:
    return has_parties(build_context(sources.read("-", stdin=io.BytesIO(text.encode()))))


@pytest.mark.parametrize(
    "text",
    [
        "Chile will not sign the treaty.",
        "The council votes on the harbour fees on Friday.",
        "The decree directs the ministry to close two piers.",
        "Shipbuilder Aster will cut 300 jobs, chief executive Jane Morley said on Monday.",
        "Two piers were closed by the coastguard and the police on Sunday.",
    ],
)
def test_a_country_a_public_body_or_a_person_in_an_office_is_a_party(text: str) -> None:
    assert tells_of_parties(text)


@pytest.mark.parametrize(
    "text",
    [
        "You must not let the soup boil, or the milk will turn.",
        "The wolf said: “If you do not open the door, I will blow it down.”",
        "Serve it with Spanish ham and a glass of Chilean wine.",
        "A stranger will offer you a contract before the end of the month.",
        "Players may not speak. The youngest player will begin.",
    ],
)
def test_somebody_and_everybody_are_none(text: str) -> None:
    assert not tells_of_parties(text)


@pytest.mark.slow
def test_no_passage_of_news_is_taken_for_something_else() -> None:
    passages = [p for file in sorted(OWN.glob("*.yaml")) for p in yaml.safe_load(file.read_text(encoding="utf8"))]
    assert [p["id"] for p in passages if not tells_of_parties(p["text"])] == []
