"""The JSON Schemas that editors read."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, get_args

import pytest

from briefgen.briefyaml import json_schema
from briefgen.briefyaml.reading.shapes import slots
from briefgen.model.brief import Brief
from briefgen.model.findings import RedLineKind
from briefgen.model.sections import FORMS

ITEMS = {"KeyPoint", "Issue", "Position", "RedLine", "NextStep", "Quote", "BriefActor", "Caveat"}


def mappings(schema: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    yield schema["title"], schema
    yield from schema["$defs"].items()


@pytest.mark.parametrize("which", ["brief", "overrides"])
def test_every_key_is_described_and_no_other_is_allowed(which: Any) -> None:
    schema = json_schema(which)
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    for name, mapping in mappings(schema):
        assert mapping["additionalProperties"] is False, name
        assert mapping["description"], name
        for key, slot in mapping["properties"].items():
            assert slot.get("description"), f"{name}.{key}"


@pytest.mark.parametrize("which", ["brief", "overrides"])
def test_every_reference_leads_somewhere_and_nothing_is_left_over(which: Any) -> None:
    schema = json_schema(which)
    text = json.dumps(schema)
    referred = {part.split('"')[0] for part in text.split('"$ref": "#/$defs/')[1:]}
    assert referred == set(schema["$defs"])


def test_the_brief_has_the_keys_of_the_file_and_its_fixed_words() -> None:
    schema = json_schema("brief")
    assert list(schema["properties"]) == list(slots(Brief))
    assert schema["required"] == ["title", "date"]
    assert schema["$defs"]["RedLine"]["properties"]["kind"]["enum"] == list(get_args(RedLineKind))


def test_overrides_require_nothing_and_leave_the_machine_its_keys() -> None:
    schema = json_schema("overrides")
    assert not {"schema", "engine", "given", "sources", "evidence"} & set(schema["properties"])
    forms = {form.__name__ for form in FORMS.values()}  # whole or not at all
    assert not any("required" in mapping for name, mapping in mappings(schema) if name not in forms)
    assert '"default"' not in json.dumps(schema)


def test_entries_of_overrides_can_be_dropped_and_placed_and_added_ones_must_be_whole() -> None:
    definitions = json_schema("overrides")["$defs"]
    for name in ITEMS:
        assert {"id", "drop", "after", "first"} <= set(definitions[name]["properties"]), name
    assert definitions["RedLine"]["then"] == {"required": ["holder", "statement", "kind"]}
    assert not {"drop", "after"} & set(definitions["DueDate"]["properties"])
