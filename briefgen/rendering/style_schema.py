"""JSON Schema (draft 2020-12) of a house style, for editors: the model's own, and what only its validators know."""

from __future__ import annotations

from typing import Any, get_args

from briefgen.model.sections import HUMAN_SECTIONS
from briefgen.model.style import COLUMNS, MachineSection, Style

_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_KNOWN = [*get_args(MachineSection), *HUMAN_SECTIONS]


def style_schema() -> dict[str, Any]:
    """The schema. A section that is not built in fits only where the style has `own_sections`."""
    schema: dict[str, Any] = {"$schema": _DIALECT, **Style.model_json_schema()}
    section = schema["$defs"]["Section"]
    # Editors offer the known names; those of the style's own cannot be looked up from here.
    section["properties"]["section"]["anyOf"] = [{"enum": _KNOWN}, {"type": "string"}]
    section["allOf"] = [
        *(_if_section(name, {"columns": _names([c.column for c in columns])}) for name, columns in COLUMNS.items()),
        _if_section(list(COLUMNS), {}, otherwise={"columns": {"maxItems": 0}}),
        _if_section("standing_text", {}, otherwise={"text": {"maxItems": 0}}),
    ]
    schema["properties"]["own_sections"]["additionalProperties"] = False  # besides the pattern of its keys
    schema["properties"]["sections"]["contains"] = _is("annex")
    schema["if"] = {"not": {"required": ["own_sections"]}}
    schema["then"] = {"properties": {"sections": {"items": {"properties": {"section": {"enum": _KNOWN}}}}}}
    return schema


def _names(columns: list[str]) -> dict[str, Any]:
    return {"items": {"properties": {"column": {"enum": columns}}}}


def _if_section(name: str | list[str], then: dict[str, Any], otherwise: dict[str, Any] | None = None) -> dict[str, Any]:
    return {"if": _is(name), "then": {"properties": then}, "else": {"properties": otherwise or {}}}


def _is(name: str | list[str]) -> dict[str, Any]:
    names = [name] if isinstance(name, str) else name
    return {"properties": {"section": {"enum": names}}, "required": ["section"]}
