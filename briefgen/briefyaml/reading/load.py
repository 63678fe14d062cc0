"""`brief.yaml` -> Brief, strictly: the first thing that does not fit is told with its place and its cure."""

from __future__ import annotations

from collections.abc import Collection, Container
from collections.abc import Mapping as Lookup
from pathlib import Path
from typing import Any

from briefgen.briefyaml.reading.files import refuse_oversize
from briefgen.briefyaml.reading.nodes import Mapping, Node, Scalar, Sequence, parse
from briefgen.briefyaml.reading.overrides import ASSUMED, is_own
from briefgen.briefyaml.reading.quoting import shown
from briefgen.briefyaml.reading.section_values import read_sections
from briefgen.briefyaml.reading.shapes import Shape, slots
from briefgen.briefyaml.reading.values import (
    check_required,
    entry_misfit,
    misfit,
    read_value,
    refuse_null,
    unknown,
    unknown_key,
)
from briefgen.errors import BriefFileError, Place
from briefgen.model.brief import SCHEMA, Brief, Model
from briefgen.model.ids import ID, TEXT_KEYS, IdMint
from briefgen.model.sections import HUMAN_SECTIONS


def load(
    text: str,
    file: Path,
    sections: Collection[str] = tuple(HUMAN_SECTIONS),
    sentences: Lookup[str, str] | None = None,
) -> Brief:
    """The brief in the text of a `brief.yaml`; `file` is named in messages and not read.

    `sections` are the keys that `sections:` may hold. `sentences`, those of the source by their ids, are given for a
    file that a human edited: its entries may cite any of them, which then are in the brief's evidence, and an entry
    that the human added, without an id or as `own-...`, gets an id where it has none and may leave out the confidence.

    Raises BriefFileError, with place, for all that is not exactly a brief: no YAML, unknown, missing and duplicate
    keys, values of the wrong type, an id used twice in a section, evidence that the brief does not hold.
    """
    refuse_oversize(len(text), file)
    root = parse(text, file)
    if root is None:
        raise BriefFileError("the file is empty", "Draft the brief again: briefgen draft ARTICLE", Place(file, 1, 1))
    if not isinstance(root, Mapping):
        hint = "It begins with title: ... and date: ..., a key a line."
        raise BriefFileError("a brief is a file of keys, but this begins otherwise", hint, root.place)
    _check_schema(root)
    reader = _Reader(sections, by_hand=sentences is not None)
    values = reader.mapping(root, Brief, "of a brief")
    values["evidence"] = reader.evidence(values.get("evidence", {}), sentences or {})
    return Brief.model_validate(values)


def _check_schema(root: Mapping) -> None:
    entry = root.entries.get("schema")
    if entry and isinstance(entry[1], Scalar) and entry[1].text != SCHEMA:
        raise BriefFileError(
            f"the schema of this file is {shown(entry[1].text)}; this version of briefgen reads {SCHEMA}",
            "Draft the brief again, or use the version of briefgen that wrote it.",
            entry[1].place,
        )


class _Reader:
    """Types a tree of nodes; remembers ids and citations, which are checked across the whole brief."""

    def __init__(self, sections: Collection[str], by_hand: bool) -> None:
        self._sections = sections
        self._by_hand = by_hand
        self._mint = IdMint()
        self._ids: dict[str, dict[str, Place]] = {}  # by section; the positions of all issues are one section
        self._cited: list[tuple[str, Scalar]] = []

    def mapping(self, node: Mapping, model: type[Model], where: str, assumed: Container[str] = ()) -> dict[str, Any]:
        known = slots(model)
        values: dict[str, Any] = {}
        for key, (key_node, value) in node.entries.items():
            if key not in known:
                raise unknown_key(key_node, where, known)
            values[key] = self._value(value, key, known[key].shape)
        check_required(model, values, node.place, assumed)
        return values

    def _value(self, node: Node, key: str, shape: Shape) -> Any:
        if isinstance(node, Scalar) and node.is_null:
            refuse_null(node, key, shape)
            return None
        if shape.kind == "items":
            return self._items(node, key, shape)
        if shape.kind == "sections":
            return read_sections(node, self._sections)
        if shape.kind == "mapping":
            if not isinstance(node, Mapping):
                raise misfit(node, key, shape)
            return self.mapping(node, shape.of, f"of {key}")
        if key == "evidence" and isinstance(node, Sequence):
            self._cited += [(item.text, item) for item in node.items if isinstance(item, Scalar)]
        return read_value(node, key, shape)

    def _items(self, node: Node, section: str, shape: Shape) -> list[dict[str, Any]]:
        if not isinstance(node, Sequence):
            raise misfit(node, section, shape)
        items = []
        for entry in node.items:
            if not isinstance(entry, Mapping):
                raise entry_misfit(entry, section, TEXT_KEYS.get(section))
            items.append(self._item(entry, section, shape.of))
        return items

    def _item(self, entry: Mapping, section: str, model: type[Model]) -> dict[str, Any]:
        given = entry.entries.get("id")
        own = given is None or (isinstance(given[1], Scalar) and is_own(given[1].text))
        assumed: dict[str, Any] = {}
        if own and self._by_hand and section in TEXT_KEYS:
            assumed = {"id": None, **{key: value for key, value in ASSUMED.items() if key in slots(model)}}
        item = assumed | self.mapping(entry, model, f"of an entry of {section}", assumed)
        if item["id"] is None:
            item["id"] = self._own_id(section, item[TEXT_KEYS[section]])
        self._note_id(given[1] if given else entry, section, item["id"])
        return item

    def _own_id(self, section: str, words: str) -> str:
        while (identity := self._mint.mint_own(section, words)) in self._ids.get(section, {}):
            pass
        return identity

    def _note_id(self, node: Node, section: str, identity: str) -> None:
        ids = self._ids.setdefault(section, {})
        if not ID.fullmatch(identity):
            hint = "An id has letters, digits and hyphens; take it from the last draft, or delete the entry."
            raise BriefFileError(f"the id {shown(identity)} cannot be", hint, node.place)
        if identity in ids:
            raise BriefFileError(
                f"the id {identity} stands twice in {section}; the first is on line {ids[identity].line}",
                "Give each entry an id of its own.",
                node.place,
            )
        ids[identity] = node.place

    def evidence(self, evidence: dict[str, str], sentences: Lookup[str, str]) -> dict[str, str]:
        """The evidence with the other sentences that are cited. Raises BriefFileError for a cited one that is none."""
        known = {**sentences, **evidence}
        for identity, node in self._cited:
            if identity not in known:
                raise unknown("no such sentence in evidence:", identity, node, known, others="Sentences")
        return evidence | {identity: known[identity] for identity, _ in self._cited}
