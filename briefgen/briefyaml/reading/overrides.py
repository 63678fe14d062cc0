"""`overrides.yaml` -> the edits in it, typed and with their places, not yet applied to any brief.

The file mirrors `brief.yaml`. A value replaces, null clears, mappings merge, entries of a list go by their id:
an id of the draft changes what the entry names or drops it, an entry without id or with an id `own-...` is added.
A key with nothing behind it (`red_lines:` above entries that are commented out) says nothing.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field
from pathlib import Path

from briefgen.briefyaml.reading.files import refuse_oversize
from briefgen.briefyaml.reading.nodes import Mapping, Node, Scalar, Sequence, parse
from briefgen.briefyaml.reading.order import read_order
from briefgen.briefyaml.reading.quoting import shown
from briefgen.briefyaml.reading.section_values import read_section
from briefgen.briefyaml.reading.shapes import Shape, Slot, slots
from briefgen.briefyaml.reading.values import (
    Value,
    check_required,
    entry_misfit,
    misfit,
    read_text,
    read_value,
    refuse_null,
    unknown_key,
)
from briefgen.errors import BriefFileError, Place
from briefgen.model.brief import Brief, Model
from briefgen.model.ids import ID, OWN_PREFIX, TEXT_KEYS, IdMint
from briefgen.model.sections import HUMAN_SECTIONS, SectionValue

# Why a key of brief.yaml cannot be overridden: it records what the machine did or read.
MACHINE_KEYS = {
    "schema": "Delete it; only brief.yaml has one.",
    "engine": "Delete it; it records what drafted the brief.",
    "given": "Give the option to briefgen draft or make instead, for example --published 2024-04-27.",
    "sources": "Give the option to briefgen draft or make instead, for example --publisher NAME.",
    "evidence": "Delete it; the sentences stand there as the source has them. Change the text that rests on them.",
}
# What an added entry may leave out although the machine must say it: a human vouches for what they write.
ASSUMED = {"confidence": "high"}


@dataclass(frozen=True, slots=True)
class ValueEdit:
    """A value that replaces the draft's; None clears it."""

    value: Value
    node: Node


@dataclass(frozen=True, slots=True)
class MappingEdit:
    """Changes within a mapping."""

    model: type[Model]
    edits: dict[str, Edit]
    place: Place


@dataclass(frozen=True, slots=True)
class Entry:
    """Changes to an item, its removal, or a new item (`added`); `after` is the id of the item it follows."""

    id: str
    edits: dict[str, Edit]
    place: Place
    drop: bool = False
    after: Scalar | None = None
    first: bool = False

    @property
    def added(self) -> bool:
        """Whether the human wrote this item, rather than changed one of the machine's."""
        return is_own(self.id)


@dataclass(frozen=True, slots=True)
class ListEdit:
    """Changes to a list of items."""

    section: str
    model: type[Model]
    entries: list[Entry]


Edit = ValueEdit | MappingEdit | ListEdit


@dataclass(frozen=True, slots=True)
class SectionEdit:
    """A section that only a human writes; None leaves it out."""

    value: SectionValue | None
    place: Place


@dataclass(frozen=True, slots=True)
class Overrides:
    """What a human changes in a brief, by key; false when that is nothing.

    `order` holds ids by the section, or by the id of the issue whose positions they are.
    """

    edits: dict[str, Edit] = field(default_factory=dict)
    sections: dict[str, SectionEdit] = field(default_factory=dict)
    order: dict[str, list[Scalar]] = field(default_factory=dict)

    def __bool__(self) -> bool:
        return bool(self.edits or self.sections or self.order)


def is_own(identity: str) -> bool:
    """Whether an id is a human's."""
    return identity.startswith(f"{OWN_PREFIX}-")


def load_overrides(text: str, file: Path, sections: Collection[str] = tuple(HUMAN_SECTIONS)) -> Overrides:
    """The edits in the text of an `overrides.yaml`; `file` is named in messages and not read.

    `sections` are the keys that `sections:` may hold. Raises BriefFileError, with place, for all that could not be
    merged into any brief. Whether ids exist is known only in `merge`. A file with comments alone holds no edits.
    """
    refuse_oversize(len(text), file)
    root = parse(text, file)
    if root is None or (isinstance(root, Scalar) and root.is_null):
        return Overrides()
    if not isinstance(root, Mapping):
        hint = "It holds keys of brief.yaml, for example title: A better title"
        raise BriefFileError("overrides are a file of keys, but this begins otherwise", hint, root.place)
    for key, (key_node, _) in root.entries.items():
        if key in MACHINE_KEYS:
            raise BriefFileError(f"{key} is the machine's and cannot be overridden", MACHINE_KEYS[key], key_node.place)
    known = {key: slot for key, slot in slots(Brief).items() if key not in MACHINE_KEYS and key != "sections"}
    return Overrides(
        _Reader().edits(root, known, "of overrides", ("sections", "order")),
        _sections(_value(root, "sections"), sections),
        read_order(_value(root, "order")),
    )


def _value(node: Mapping, key: str) -> Node | None:
    return node.entries[key][1] if key in node.entries else None


class _Reader:
    """Types the nodes and gives ids to added entries."""

    def __init__(self) -> None:
        self._mint = IdMint()
        self._places: dict[tuple[str, str], Place] = {}  # of section and id

    def edits(
        self, node: Mapping, known: dict[str, Slot], where: str, read_elsewhere: tuple[str, ...] = ()
    ) -> dict[str, Edit]:
        edits: dict[str, Edit] = {}
        for key, (key_node, value) in node.entries.items():
            if key in read_elsewhere:
                continue
            if key not in known:
                raise unknown_key(key_node, where, [*known, *read_elsewhere])
            edit = self._edit(value, key, known[key].shape)
            if edit is not None:
                edits[key] = edit
        return edits

    def _edit(self, node: Node, key: str, shape: Shape) -> Edit | None:
        if shape.kind not in ("mapping", "items"):
            return ValueEdit(read_value(node, key, shape), node)
        if isinstance(node, Scalar) and node.is_left_out:
            return None
        if isinstance(node, Scalar) and node.is_null:
            if shape.kind == "items":
                hint = "Delete it. To remove entries, name each by its id with drop: true."
                raise BriefFileError(f"{key} cannot be null", hint, node.place)
            refuse_null(node, key, shape)
            return ValueEdit(None, node)
        if shape.kind == "items" and isinstance(node, Sequence):
            return ListEdit(key, shape.of, [self._entry(item, key, shape.of) for item in node.items])
        if shape.kind == "mapping" and isinstance(node, Mapping):
            return MappingEdit(shape.of, self.edits(node, slots(shape.of), f"of {key}"), node.place)
        raise misfit(node, key, shape)

    def _entry(self, node: Node, section: str, model: type[Model]) -> Entry:
        if not isinstance(node, Mapping):
            raise entry_misfit(node, section, TEXT_KEYS[section])
        known = {key: slot for key, slot in slots(model).items() if key != "id"}
        edits = self.edits(node, known, f"of an entry of {section}", ("id", "drop", "after", "first"))
        drop, first, after = _switch(node, "drop"), _switch(node, "first"), _after(node)
        given = node.entries.get("id")
        if given is None and drop:
            raise BriefFileError("drop without an id", "Add id: with the id of the entry to drop.", node.place)
        identity = _given_id(given[1]) if given else None
        if not drop and (identity is None or is_own(identity)):
            check_required(model, edits, node.place, assumed=("id", *ASSUMED))
        if identity is None:
            identity = self._minted_id(section, edits)
        if (first or after) and not is_own(identity):
            place = node.entries["after" if after else "first"][0].place
            raise BriefFileError(f"only added entries are placed, and {identity} is the draft's", "Delete this.", place)
        if first and after:
            raise BriefFileError("an entry cannot stand both first and after another", "Delete one.", after.place)
        place = given[1].place if given else node.place
        self._note_id(section, identity, place)
        return Entry(identity, edits, place, drop, after, first)

    def _minted_id(self, section: str, edits: dict[str, Edit]) -> str:
        words = edits[TEXT_KEYS[section]]
        return self._mint.mint_own(section, str(words.value) if isinstance(words, ValueEdit) else "")

    def _note_id(self, section: str, identity: str, place: Place) -> None:
        if first := self._places.get((section, identity)):
            hint = "Put all changes to an entry under one id."
            raise BriefFileError(f"the id {identity} stands twice; the first is on line {first.line}", hint, place)
        self._places[section, identity] = place


def _sections(node: Node | None, valid: Collection[str]) -> dict[str, SectionEdit]:
    if node is None or (isinstance(node, Scalar) and node.is_left_out):
        return {}
    if not isinstance(node, Mapping):
        raise misfit(node, "sections", Shape("mapping"))
    edits = {}
    for key, (key_node, value) in node.entries.items():
        if key not in valid:
            raise unknown_key(key_node, "of sections", valid)
        cleared = isinstance(value, Scalar) and value.is_null
        edits[key] = SectionEdit(None if cleared else read_section(value, key), key_node.place)
    return edits


def _given_id(node: Node) -> str:
    identity = read_text(node, "id", Shape("text"))
    if not ID.fullmatch(identity):
        hint = "An id has letters, digits and hyphens. Leave it out to add an entry, or write own- and a word."
        raise BriefFileError(f"the id {shown(identity)} cannot be", hint, node.place)
    return identity


def _switch(node: Mapping, key: str) -> bool:
    entry = node.entries.get(key)
    if entry is None:
        return False
    text = entry[1].text if isinstance(entry[1], Scalar) else None
    if text not in ("true", "false"):
        found = "something else" if text is None else shown(text)
        raise BriefFileError(f"{key} is true or false, but {found} stands here", f"Write {key}: true", entry[1].place)
    return text == "true"


def _after(node: Mapping) -> Scalar | None:
    entry = node.entries.get("after")
    if entry is None:
        return None
    value = entry[1]
    if not isinstance(value, Scalar) or value.is_null:
        raise misfit(value, "after", Shape("text"))
    return value
