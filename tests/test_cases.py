"""Runs the cases in tests/cases/*.md: an article above, below it what a brief of it must hold.

A case file holds any number of cases, each a heading (`# name`), the article, and a fenced block `yaml` with

    published: 2031-05-03                    # optional
    red_lines:                               # any section of brief.yaml
    - {holder: Norland, statement: "will not sign"}
    none: [next_steps]                       # sections that must be empty
    count: {quotes: 2}                       # how many items a section must have
    never: {red_lines: {holder: Estmark}}    # no item of the section may look like this

A case may be about several articles that make one brief: a line `* * *` parts them, and `published` lists their days.

An item is there when one item of the brief fits in all the fields named: long texts (statement, action, text, title,
trigger, consequence) contain the words given, anything else is equal to them.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml

from briefgen import sources
from briefgen.analysis import analyse
from briefgen.collation import collate
from briefgen.drafting import draft
from briefgen.model.brief import Given

CASES = Path(__file__).parent / "cases"
PARTS = "\n* * *\n"  # between the articles of one case
LONG = {"statement", "action", "text", "title", "trigger", "consequence", "role"}


def load() -> list[Any]:
    """Every case of every file as a pytest parameter: article and expectations."""
    params = []
    for file in sorted(CASES.glob("*.md")):
        for part in re.split(r"(?m)^# ", file.read_text(encoding="utf8"))[1:]:
            name, _, rest = part.partition("\n")
            article, fenced, _ = rest.partition("\n```yaml\n")
            assert fenced, f"{file.name}: case {name!r} has no yaml block"
            expected = yaml.safe_load(_.split("\n```")[0])
            params.append(pytest.param(article.strip() + "\n", expected, id=f"{file.stem}: {name.strip()}"))
    return params


def brief_of(text: str, published: list[dt.date | None], folder: Path) -> dict[str, Any]:
    """The drafted brief of an article, or of several, as plain data."""
    articles, found = [], []
    for letter, article, day in zip("ABCD", text.split(PARTS), published, strict=False):
        file = folder / f"{letter}.txt"
        file.write_text(article.strip() + "\n", encoding="utf8")
        read = sources.read(str(file), letter=letter)
        articles.append(replace(read, source=replace(read.source, published=day or read.source.published)))
        found.append(analyse(articles[-1]))
    brief = draft(articles[0], collate(found), date=dt.date(2031, 1, 1), given=Given(), beside=articles[1:])
    return brief.model_dump(mode="json", by_alias=True)


def fits(item: dict[str, Any], wanted: dict[str, Any]) -> bool:
    """Whether `item` has all that `wanted` names."""
    for key, value in wanted.items():
        found = item.get(key)
        if isinstance(value, dt.date):
            value = value.isoformat()
        if isinstance(value, dict):
            if not isinstance(found, dict) or not fits(found, value):
                return False
        elif key in LONG and value is not None:
            if found is None or str(value).casefold() not in str(found).casefold():
                return False
        elif found != value:
            return False
    return True


@pytest.mark.parametrize(("article", "expected"), load())
def test_case(article: str, expected: dict[str, Any], tmp_path: Path) -> None:
    """What the case asks for is in the brief, and what it rules out is not."""
    published = expected.pop("published", None)
    brief = brief_of(article, published if isinstance(published, list) else [published], tmp_path)
    for section in expected.pop("none", []):
        assert not brief[section], f"{section} should be empty: {brief[section]}"
    for section, number in expected.pop("count", {}).items():
        assert len(brief[section]) == number, f"{section}: {brief[section]}"
    for section, unwanted in expected.pop("never", {}).items():
        assert not [i for i in brief[section] if fits(i, unwanted)], f"{section}: {brief[section]}"
    positions = [p for issue in brief["issues"] for p in issue["positions"]]
    for section, wanted in expected.items():
        items = positions if section == "positions" else brief[section]
        for one in wanted:
            assert any(fits(i, one) for i in items), f"no item of {section} fits {one}: {items}"
