"""What edits are about: the items of a brief that they change, or refer to, by section and id."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from briefgen.briefyaml.reading.nodes import Node, Scalar, Sequence
from briefgen.briefyaml.reading.order import SECTIONS
from briefgen.briefyaml.reading.overrides import Edit, ListEdit, MappingEdit, Overrides, ValueEdit
from briefgen.errors import Place

Key = tuple[str, str]
TITLE: Key = ("brief", "title")
BOTTOM_LINE: Key = ("summary", "bottom_line")
Item = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Target:
    """An item that is changed or dropped, or merely referred to by `order` or `after` (a `reference`)."""

    key: Key
    place: Place
    edits: Mapping[str, Edit] = field(default_factory=dict)
    drop: bool = False
    reference: bool = False

    @property
    def own_edits(self) -> dict[str, Edit]:
        """The edits but those of items below this one."""
        return {key: edit for key, edit in self.edits.items() if not isinstance(edit, ListEdit)}

    @property
    def cited(self) -> list[str]:
        """The ids of the sentences that the human cites for it."""
        edit = self.edits.get("evidence")
        return [scalar.text for scalar in scalars(edit.node)] if isinstance(edit, ValueEdit) else []

    @property
    def digest(self) -> str:
        """A digest of what the human wrote; empty when that is nothing."""
        said = {key: _plain(edit) for key, edit in self.own_edits.items()}
        if not said and not self.drop:
            return ""
        return hashlib.sha256(json.dumps([said, self.drop], sort_keys=True).encode()).hexdigest()[:12]


def targets(overrides: Overrides) -> dict[Key, Target]:
    """Everything that the overrides change or refer to; a change counts for more than a reference."""
    found: dict[Key, Target] = {}
    for target in [*_values(overrides.edits), *_in_lists(overrides.edits), *_in_orders(overrides)]:
        if target.key not in found or found[target.key].reference:
            found[target.key] = target
    return found


def _values(edits: Mapping[str, Edit]) -> Iterator[Target]:
    summary = edits.get("summary")
    parts = {TITLE: edits.get("title")}
    if isinstance(summary, MappingEdit):
        parts[BOTTOM_LINE] = summary.edits.get("bottom_line")
    for key, edit in parts.items():
        if isinstance(edit, MappingEdit):
            yield Target(key, edit.place, edit.edits)
        elif isinstance(edit, ValueEdit):
            yield Target(key, edit.node.place, {"text": edit})


def _in_lists(edits: Mapping[str, Edit]) -> Iterator[Target]:
    for edit in edits.values():
        if isinstance(edit, MappingEdit):
            yield from _in_lists(edit.edits)
        elif isinstance(edit, ListEdit):
            for entry in edit.entries:
                yield Target((edit.section, entry.id), entry.place, entry.edits, entry.drop)
                if entry.after:
                    yield Target((edit.section, entry.after.text), entry.after.place, reference=True)
                yield from _in_lists(entry.edits)


def _in_orders(overrides: Overrides) -> Iterator[Target]:
    for key, ids in overrides.order.items():
        section = key if key in SECTIONS else "positions"
        for scalar in ids:
            yield Target((section, scalar.text), scalar.place, reference=True)
        if section == "positions" and ids:
            yield Target(("issues", key), ids[0].place, reference=True)


def items_of(brief: Item) -> dict[Key, Item]:
    """Every item of a brief as dumped, by its section and id, the title and the bottom line too."""
    summary = brief["summary"]
    items: dict[Key, Item] = {TITLE: {"text": brief["title"]}}
    if summary["bottom_line"]:
        items[BOTTOM_LINE] = summary["bottom_line"]
    lists = {**{section: brief[section] for section in SECTIONS if section in brief}, **summary}
    for section in SECTIONS:
        items |= {(section, item["id"]): item for item in lists[section]}
    for issue in brief["issues"]:
        items |= {("positions", item["id"]): item for item in issue["positions"]}
    return items


def scalars(node: Node) -> list[Scalar]:
    """The texts in a list."""
    return [item for item in node.items if isinstance(item, Scalar)] if isinstance(node, Sequence) else []


def _plain(edit: Edit) -> Any:
    """An edit as values that can be written as JSON."""
    match edit:
        case MappingEdit():
            return {key: _plain(below) for key, below in edit.edits.items()}
        case ValueEdit():
            return edit.value if isinstance(edit.value, str | int | list) else str(edit.value)
        case ListEdit():
            return None
