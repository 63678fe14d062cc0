"""JSON Schemas (draft 2020-12) for editors: of `brief.yaml`, and of `overrides.yaml` derived from it."""

from __future__ import annotations

from typing import Any, Literal

from briefgen.briefyaml.overrides import ASSUMED, MACHINE_KEYS
from briefgen.model.brief import Brief
from briefgen.model.ids import ID, OWN_PREFIX

_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_MACHINE_MODELS = ("Engine", "Given", "SourceInfo")
_PLACING = {
    "drop": {"type": "boolean", "description": "true removes the entry with this id"},
    "after": {"type": "string", "description": "id of the entry that this added one follows"},
    "first": {"type": "boolean", "description": "true puts this added entry before all others"},
}


def json_schema(which: Literal["brief", "overrides"]) -> dict[str, Any]:
    """The schema of the file named, with descriptions for editors to show."""
    schema = {"$schema": _DIALECT, **Brief.model_json_schema(by_alias=True)}
    return schema if which == "brief" else _for_overrides(schema)


def _for_overrides(brief: dict[str, Any]) -> dict[str, Any]:
    """The schema of a brief with nothing required, entries with or without an id, and no key that is the machine's."""
    top = _partial(brief)
    top["properties"] = {key: value for key, value in top["properties"].items() if key not in MACHINE_KEYS}
    top["title"] = "Overrides"
    top["description"] = "What a human changes in a brief. Entries of lists go by their id; one without is added."
    top["$defs"] = {
        name: _entry(definition) if "id" in definition["properties"] else _partial(definition)
        for name, definition in brief["$defs"].items()
        if name not in _MACHINE_MODELS
    }
    return top


def _entry(definition: dict[str, Any]) -> dict[str, Any]:
    """An entry of a list: the machine's, of which it names what changes, or an added one, which must be whole."""
    required = [key for key in definition.get("required", []) if key != "id" and key not in ASSUMED]
    entry = _partial(definition)
    entry["properties"]["id"] = {
        "type": "string",
        "pattern": f"^{ID.pattern}$",
        "description": f"id of the entry to change; none, or one that begins with {OWN_PREFIX}-, adds an entry",
    }
    entry["properties"] |= _PLACING
    entry["dependentRequired"] = {"drop": ["id"]}
    entry["if"] = {
        "properties": {"id": {"pattern": f"^{OWN_PREFIX}-"}},
        "not": {"properties": {"drop": {"const": True}}, "required": ["drop"]},
    }
    entry["then"] = {"required": required}
    return entry


def _partial(definition: dict[str, Any]) -> dict[str, Any]:
    """A mapping of which any part may be given; a default would say what is not so, the draft's value stays."""
    properties = {
        key: {name: value for name, value in slot.items() if name != "default"}
        for key, slot in definition["properties"].items()
    }
    return {**{key: value for key, value in definition.items() if key != "required"}, "properties": properties}
