"""The tour of the source in CONTRIBUTING.md is what the functions return."""

from __future__ import annotations

import doctest
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PAGE = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")


def test_the_tour_of_the_source_returns_what_it_says(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    steps = "\n".join(re.findall(r"^```pycon\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL))
    tour = doctest.DocTestParser().get_doctest(steps, {}, "CONTRIBUTING.md", "CONTRIBUTING.md", 0)
    told: list[str] = []
    failed, tried = doctest.DocTestRunner().run(tour, out=told.append)
    assert tried > 20
    assert not failed, "".join(told)


def test_every_room_that_is_named_exists() -> None:
    named = re.findall(r"`((?:briefgen|tests|templates|training|evaluation|benchmarks|docs)/[\w./]*)`", PAGE)
    assert len(named) > 10
    assert [name for name in named if not (ROOT / name).exists()] == []
