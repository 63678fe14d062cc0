"""The JSON Schema of a house style, by a validator that is not ours: it takes and refuses what our reader does."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from briefgen.errors import StyleError
from briefgen.rendering.style_schema import style_schema
from briefgen.rendering.styles import read_style

TEMPLATES = sorted((Path(__file__).parents[2] / "templates").glob("*.yaml"))
MEMO = next(file for file in TEMPLATES if file.stem == "info-memo")
SCHEMA = Draft202012Validator(style_schema())


def found(text: str) -> list[str]:
    return [error.message for error in SCHEMA.iter_errors(yaml.safe_load(text))]


def test_it_is_a_schema() -> None:
    Draft202012Validator.check_schema(style_schema())


@pytest.mark.parametrize("file", TEMPLATES, ids=lambda file: file.stem)
def test_every_built_in_style_fits(file: Path) -> None:
    assert found(file.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("margins:", "margin:"),
        ("{top: 27", "{topp: 27"),
        ("paper: A4", "paper: A3"),
        ("top: 27", "top: wide"),
        ("top: 27", "top: 5"),
        ('accent: "1F3A5F"', "accent: blue"),
        ("dates: day month year", "dates: monthly"),
        ("field: through", "field: thorough"),
        ("section: red_lines", "section: redlines"),
        ("section: red_lines", "section: red_lines\n  form: cloud"),
        ("section: red_lines", "section: red_lines\n  columns: [{column: actor, label: Actor, width: 1}]"),
        ("section: contact", "section: contact\n  columns: [{column: holder, label: Holder, width: 1}]"),
        ("section: contact", "section: contact\n  text: [What stands in every brief.]"),
        ("section: annex", "section: gaps"),
        ("lines: 4", "lines: 0"),
        ("name: info-memo", ""),
        ("paper: A4", "paper: A4\nown_sections: {Legal Basis: the articles that apply}"),
        ("paper: A4", "paper: A4\nchecks: {long-summary: warning}"),
    ],
)
def test_a_slip_is_found_by_editors_and_by_the_reader(tmp_path: Path, right: str, wrong: str) -> None:
    text = MEMO.read_text(encoding="utf-8")
    assert text.count(right) == 1
    file = tmp_path / "mine.yaml"
    file.write_text(text.replace(right, wrong), encoding="utf-8")
    assert found(file.read_text(encoding="utf-8"))
    with pytest.raises(StyleError):
        read_style(file)


def test_a_section_of_the_styles_own_fits_where_the_style_declares_it() -> None:
    text = MEMO.read_text(encoding="utf-8").replace("section: contact", "section: treaty_basis")
    assert found(text)
    assert found(f"own_sections: {{treaty_basis: the articles that apply}}\n{text}") == []


def test_editors_offer_the_names_of_sections_and_say_what_each_key_is_for() -> None:
    schema = style_schema()
    names = schema["$defs"]["Section"]["properties"]["section"]["anyOf"][0]["enum"]
    assert {"red_lines", "annex", "recommendation", "talking_points"} <= set(names)
    assert [key for key, slot in _slots(schema) if not slot.get("description")] == []


def _slots(schema: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    for model in (schema, *schema["$defs"].values()):
        yield from model["properties"].items()
