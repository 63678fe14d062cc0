"""The JSON Schemas, by a validator that is not ours: what our readers take it takes, what they refuse it refuses."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any, ClassVar

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from briefgen.briefyaml import dump, json_schema, load, load_overrides
from briefgen.briefyaml.writing.dump import dump_plain
from briefgen.errors import BriefFileError
from briefgen.model.brief import Brief

from . import test_bad_briefs, test_overrides
from .norland import TEXT, norland, uncommented_example
from .strategies import briefs, edits_of

FORMATS = Draft202012Validator.FORMAT_CHECKER
BRIEF = Draft202012Validator(json_schema("brief"), format_checker=FORMATS)
OVERRIDES = Draft202012Validator(json_schema("overrides"), format_checker=FORMATS)
few = settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow])


class EditorLoader(yaml.SafeLoader):
    """YAML as editors read it: by the core schema of YAML 1.2, in which only these words are no texts."""

    yaml_implicit_resolvers: ClassVar[dict[str, Any]] = {}


for tag, pattern, first in [
    ("null", r"~|null|Null|NULL|", ["~", "n", "N", ""]),
    ("bool", r"true|True|TRUE|false|False|FALSE", list("tTfF")),
    ("int", r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+", list("-+0123456789")),
    ("float", r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?", list("-+.0123456789")),
]:
    EditorLoader.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(f"(?:{pattern})$"), first)


def found(validator: Draft202012Validator, text: str) -> list[str]:
    """What the validator says about a file."""
    data = yaml.load(text, Loader=EditorLoader)  # noqa: S506  # a safe loader, with fewer types
    return [error.message for error in validator.iter_errors(data)]


@pytest.mark.parametrize("which", ["brief", "overrides"])
def test_the_schemas_are_schemas(which: Any) -> None:
    Draft202012Validator.check_schema(json_schema(which))


@few
@given(briefs())
def test_every_brief_that_we_write_is_one_by_its_schema(brief: Brief) -> None:
    assert found(BRIEF, dump(brief)) == []


@few
@given(st.data())
def test_overrides_of_every_kind_are_some_by_their_schema(data: st.DataObject) -> None:
    text = dump_plain(data.draw(edits_of(data.draw(briefs()))))
    load_overrides(text, Path("overrides.yaml"))
    assert found(OVERRIDES, text) == []


def test_what_people_write_by_hand_is_taken() -> None:
    assert found(BRIEF, TEXT) == []
    assert found(OVERRIDES, uncommented_example(norland())) == []
    sections = (
        "sections:\n  background: A text\n  lines_to_take: [One, Two]\n  options: Wait\n  attendees:\n  - name: Bo\n"
    )
    assert found(OVERRIDES, f"{sections}  contact: null\norder:\n  red_lines: [red-02]\n  iss-01: [pos-02]\n") == []
    assert found(OVERRIDES, "red_lines:\nheader:\nsummary:\n  key_points:\nissues:\n- id: iss-01\n  positions:\n") == []


# What a schema cannot see: whether ids and sentences are there, and what only the draft or the other entries tell.
BEYOND_BRIEF = {
    "id used twice",
    "id of two issues' positions",
    "evidence that is not there",
    "escaped control character",
}
BEYOND_OVERRIDES = {
    "after each other",
    "after itself",
    "day of no due date",
    "id used twice",
    "null for a section",  # an editor sees no difference to nothing at all
    "order of an unknown issue",
    "unknown evidence",
    "unknown id in an order",
    "unknown id of a position",
    "unknown id to drop",
    "unknown id to stand after",
    "unknown id",
}


@pytest.mark.parametrize("name", sorted(test_bad_briefs.SCHEMA.keys() - BEYOND_BRIEF))
def test_a_bad_brief_is_bad_by_its_schema_too(name: str) -> None:
    text = test_bad_briefs.SCHEMA[name][0]
    with pytest.raises(BriefFileError):
        load(text, Path("brief.yaml"))
    assert found(BRIEF, text)


@pytest.mark.parametrize("name", sorted(test_overrides.BAD.keys() - BEYOND_OVERRIDES - {"unquoted colon"}))
def test_bad_overrides_are_bad_by_their_schema_too(name: str) -> None:
    assert found(OVERRIDES, test_overrides.BAD[name][0])


@pytest.mark.parametrize("written", ["2031", "1.10", "true", "no", "12:30", "2024-04-27"])
def test_a_text_may_look_like_something_else(written: str) -> None:
    assert (
        found(OVERRIDES, f"header: {{reference: {written}}}\nnext_steps:\n- id: nxt-01\n  owners: [{written}]\n") == []
    )
