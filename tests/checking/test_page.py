"""docs/rules.md and the table of rules say the same."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from briefgen.checking import RULES

PAGE = (Path(__file__).parents[2] / "docs" / "rules.md").read_text(encoding="utf-8")
SECTIONS = dict(re.findall(r"^### (.+)\n((?:(?!^#).*\n)*)", PAGE, re.MULTILINE))


def test_the_page_has_a_section_on_every_rule_in_the_order_of_the_table() -> None:
    assert list(SECTIONS) == [rule.name for rule in RULES]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_the_section_says_how_grave_it_is_what_is_found_and_what_to_do(rule) -> None:
    assert SECTIONS[rule.name].startswith(f"{rule.level.capitalize()}. ")
    assert len(re.findall(r"[.:!;] ", SECTIONS[rule.name])) >= 2


def test_names_can_be_typed() -> None:
    assert all(re.fullmatch(r"[a-z]+(-[a-z]+)*", rule.name) for rule in RULES)


def test_the_page_says_which_rules_cannot_be_switched_off() -> None:
    told = re.search(r"^(.*)cannot be switched off", PAGE, re.MULTILINE)
    assert told
    assert re.findall(r"`([a-z-]+)`", told[1]) == [rule.name for rule in RULES if not rule.optional]
