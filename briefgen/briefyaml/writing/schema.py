"""JSON Schemas (draft 2020-12) for editors: of `brief.yaml`, and of `overrides.yaml` derived from it."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, Literal

from briefgen.briefyaml.reading.order import SECTIONS
from briefgen.briefyaml.reading.overrides import ASSUMED, MACHINE_KEYS
from briefgen.model.brief import Brief
from briefgen.model.ids import ID, OWN_PREFIX
from briefgen.model.sections import FORMS, HUMAN_SECTIONS

_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_FORM_NAMES = tuple(form.__name__ for form in FORMS.values())
_MACHINE_MODELS = ("Engine", "Given", "SourceInfo")
_PLACING = {
    "drop": {"type": "boolean", "description": "true removes the entry with this id"},
    "after": {"type": "string", "description": "id of the entry that this added one follows"},
    "first": {"type": "boolean", "description": "true puts this added entry before all others"},
}


_ID = f"^{ID.pattern}$"
_OWN_ID = {"properties": {"id": {"pattern": f"^{OWN_PREFIX}-"}}}
_TEXT = {"anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}]}
_IDS = {"type": "array", "items": {"type": "string", "pattern": _ID}, "uniqueItems": True}


def json_schema(
    which: Literal["brief", "overrides"], sections: Mapping[str, str] = MappingProxyType(HUMAN_SECTIONS)
) -> dict[str, Any]:
    """The schema of the file named, with descriptions for editors to show. `sections`: what `sections:` may hold, by
    key, each with what it is for."""
    schema = {"$schema": _DIALECT, **Brief.model_json_schema(by_alias=True)}
    schema["properties"]["sections"] = _sections(sections, nullable=which == "overrides")
    for definition in schema["$defs"].values():
        if "id" in definition["properties"]:
            definition["properties"]["id"]["pattern"] = _ID
    if which == "overrides":
        schema = _for_overrides(schema)
    _take_any_scalar_for_a_text(schema)
    return schema


def _take_any_scalar_for_a_text(schema: Any) -> None:
    """Let a text be what an editor takes for a number or a truth value: our readers know it for the text it is."""
    if isinstance(schema, list):
        for part in schema:
            _take_any_scalar_for_a_text(part)
    elif isinstance(schema, dict):
        if schema.get("type") == "string" and not {"enum", "const", "format", "pattern"} & schema.keys():
            schema["type"] = ["string", "number", "boolean"]
        for part in schema.values():
            _take_any_scalar_for_a_text(part)


def _sections(keys: Mapping[str, str], nullable: bool) -> dict[str, Any]:
    def section(key: str) -> dict[str, Any]:
        value = _form(FORMS[key].__name__) if key in FORMS else _TEXT
        choices = [*value["anyOf"], {"type": "null"}] if nullable else value["anyOf"]
        return {"anyOf": choices, "description": keys[key]}

    return {
        "type": "object",
        "description": "what only a human writes, by its key",
        "properties": {key: section(key) for key in keys},
        "additionalProperties": False,
    }


def _form(name: str) -> dict[str, Any]:
    entry = {"anyOf": [{"type": "string"}, {"$ref": f"#/$defs/{name}"}]}
    return {"anyOf": [*entry["anyOf"], {"type": "array", "items": entry}]}


def _for_overrides(brief: dict[str, Any]) -> dict[str, Any]:
    """The schema of a brief with nothing required, entries with or without an id, and no key that is the machine's."""
    top = _partial(brief)
    top["properties"] = {key: value for key, value in top["properties"].items() if key not in MACHINE_KEYS}
    top["properties"]["order"] = _or_nothing(_order())
    top["title"] = "Overrides"
    top["description"] = "What a human changes in a brief. Entries of lists go by their id; one without is added."
    top["$defs"] = {
        name: _override(name, definition) for name, definition in brief["$defs"].items() if name not in _MACHINE_MODELS
    }
    return top


def _or_nothing(slot: dict[str, Any]) -> dict[str, Any]:
    """A list of entries or a mapping, or nothing behind the key, which says nothing; editors take that for null."""
    if slot.get("type") == "object" or "$ref" in slot.get("items", {}):
        return {**slot, "type": [slot["type"], "null"]}
    if "$ref" in slot:
        return {"anyOf": [{"$ref": slot["$ref"]}, {"type": "null"}], "description": slot["description"]}
    return slot


def _order() -> dict[str, Any]:
    return {
        "type": "object",
        "description": "ids in their order, by the section or the issue whose positions they are; others follow",
        "properties": dict.fromkeys(SECTIONS, _IDS),
        "patternProperties": {"-": _IDS},
        "additionalProperties": False,
    }


def _override(name: str, definition: dict[str, Any]) -> dict[str, Any]:
    if name in _FORM_NAMES:
        return {**_partial(definition), "required": definition["required"]}
    return _entry(definition) if "id" in definition["properties"] else _partial(definition)


def _entry(definition: dict[str, Any]) -> dict[str, Any]:
    """An entry of a list: the machine's, of which it names what changes, or an added one, which must be whole."""
    required = [key for key in definition.get("required", []) if key != "id" and key not in ASSUMED]
    entry = _partial(definition)
    entry["properties"]["id"] = {
        "type": "string",
        "pattern": _ID,
        "description": f"id of the entry to change; none, or one that begins with {OWN_PREFIX}-, adds an entry",
    }
    entry["properties"] |= _PLACING
    first = {"properties": {"first": {"const": True}}, "required": ["first"]}
    entry["dependentRequired"] = {"drop": ["id"]}
    entry["dependentSchemas"] = {"after": {**_OWN_ID, "not": first}}
    entry["allOf"] = [{"if": first, "then": _OWN_ID}]
    entry["if"] = {
        **_OWN_ID,
        "not": {"properties": {"drop": {"const": True}}, "required": ["drop"]},
    }
    entry["then"] = {"required": required}
    return entry


def _partial(definition: dict[str, Any]) -> dict[str, Any]:
    """A mapping of which any part may be given; a default would say what is not so, the draft's value stays."""
    properties = {
        key: _or_nothing({name: value for name, value in slot.items() if name != "default"})
        for key, slot in definition["properties"].items()
    }
    return {**{key: value for key, value in definition.items() if key != "required"}, "properties": properties}
