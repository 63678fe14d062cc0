"""Nodes -> the sections that only a human writes: texts, lists of texts, and the three forms."""

from __future__ import annotations

from collections.abc import Collection
from typing import cast

from briefgen.briefyaml.reading.nodes import Mapping, Node, Scalar, Sequence
from briefgen.briefyaml.reading.shapes import Shape, slots
from briefgen.briefyaml.reading.values import check_required, entry_misfit, misfit, read_text, read_value, unknown_key
from briefgen.errors import BriefFileError
from briefgen.model.sections import FORMS, SectionEntry, SectionValue

_SECTION = Shape("section")


def read_sections(node: Node, valid: Collection[str]) -> dict[str, SectionValue]:
    """The sections in the order of the file, without those that have no value.

    Raises BriefFileError, with place, for a key that is not `valid` and for a value that does not fit its key.
    """
    if not isinstance(node, Mapping):
        raise misfit(node, "sections", Shape("mapping"))
    values = {}
    for key, (key_node, value) in node.entries.items():
        if key not in valid:
            raise unknown_key(key_node, "of sections", valid)
        if not (isinstance(value, Scalar) and value.is_null):
            values[key] = read_section(value, key)
    return values


def read_section(node: Node, key: str) -> SectionValue:
    """The value of one section; a single entry of a form gives a list of one. Raises BriefFileError, with place."""
    if key in FORMS:
        listed = node.items if isinstance(node, Sequence) else [node]
        return cast(SectionValue, [_entry(item, key, FORMS[key]) for item in listed])
    if isinstance(node, Scalar):
        return read_text(node, key, _SECTION)
    if not isinstance(node, Sequence):
        raise misfit(node, key, _SECTION)
    return [_text(item, key) for item in node.items]


def _entry(node: Node, key: str, form: type[SectionEntry]) -> SectionEntry:
    known = slots(form)
    first = next(iter(known))
    if isinstance(node, Scalar):
        return form.model_validate({first: _text(node, key)})
    if not isinstance(node, Mapping):
        raise entry_misfit(node, key, first)
    values = {}
    for name, (name_node, value) in node.entries.items():
        if name not in known:
            raise unknown_key(name_node, f"of an entry of {key}", known)
        values[name] = read_value(value, name, known[name].shape)
    check_required(form, values, node.place)
    return form.model_validate(values)


def _text(node: Node, key: str) -> str:
    if isinstance(node, Scalar) and node.is_null:
        raise BriefFileError(f"an entry of {key} has no value", "Write a text, or delete the entry.", node.place)
    return read_text(node, f"an entry of {key}", Shape("text"))
