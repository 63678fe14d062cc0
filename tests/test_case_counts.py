"""The cases in tests/cases are as many, and ask for as much, as the engine is said to be tested with."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import yaml
from test_cases import CASES, load

PARAMS = [param.values for param in load()]


def red_lines() -> Iterator[dict[str, Any]]:
    for _, expected in PARAMS:
        yield from expected.get("red_lines", [])


def test_at_least_sixty_articles_of_our_own() -> None:
    texts = [article for article, _ in PARAMS]
    assert len(set(texts)) == len(texts) >= 60


def test_in_forty_of_them_the_adversary_is_named_most_or_first_or_last_and_must_hold_nothing() -> None:
    pressing = 0
    for article, expected in PARAMS:
        adversary = expected.get("never", {}).get("red_lines", {}).get("holder")
        holders = [line["holder"] for line in expected.get("red_lines", []) if "holder" in line]
        if adversary and holders:
            told = article.casefold()
            stem, own = adversary.casefold()[:4], str(holders[0]).casefold()[:4]
            most = told.count(stem) >= told.count(own)
            pressing += most or told.find(stem) < told.find(own) or told.rfind(stem) > told.rfind(own)
    assert pressing >= 40


def test_conditional_red_lines_are_asked_for_trigger_and_consequence() -> None:
    asked = [line for line in red_lines() if line.get("trigger") and line.get("consequence")]
    assert len(asked) >= 20


def test_addressees_and_the_actors_of_positions_are_asked_for() -> None:
    assert sum("addressee" in line for line in red_lines()) >= 15
    positions = yaml.safe_load((CASES / "positions.yaml").read_text(encoding="utf8"))
    assert sum(len(case.get("held", [])) for case in positions) >= 15
    assert sum(len(case.get("none", [])) for case in positions) >= 10


def test_forty_texts_that_are_no_news_give_nothing() -> None:
    empty = ["issues", "red_lines", "next_steps", "quotes"]
    assert sum(set(expected.get("none", [])) >= set(empty) for _, expected in PARAMS) >= 40
