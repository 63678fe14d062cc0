"""The text of an `overrides.yaml` -> the text that gives another brief, edited only where it says something else."""

from __future__ import annotations

from typing import Any, NamedTuple

from briefgen.briefyaml.capturing.changes import change, changes, drop, new_entries, section_changes
from briefgen.briefyaml.capturing.splice import Splicer
from briefgen.briefyaml.capturing.wanted import Item
from briefgen.briefyaml.capturing.written import Change, Keys
from briefgen.briefyaml.reading.nodes import Mapping, Node, Scalar, Sequence
from briefgen.briefyaml.reading.overrides import Overrides
from briefgen.briefyaml.reading.places import entry_ids
from briefgen.briefyaml.reading.shapes import Slot, slots
from briefgen.model.brief import Brief, Model
from briefgen.model.ids import TEXT_KEYS

_ROOT_ORDER = (*slots(Brief), "order")
_ENTRY_KEYS = ("id", "drop", "after", "first")


class Versions(NamedTuple):
    """A brief, or the same part of it, as drafted, as merged with the overrides so far, and as wanted: dumps by alias.

    A part that a version does not have is None.
    """

    draft: Any
    merged: Any
    wanted: Any

    def part(self, key: str) -> Versions:
        """The part below a key."""
        return Versions(*(None if version is None else version.get(key) for version in self))

    def by_id(self) -> Versions:
        """The items of lists by their ids; of a list that is not there, none."""
        return Versions(*({item["id"]: item for item in version or []} for version in self))


def rewrite(text: str, root: Node | None, overrides: Overrides, versions: Versions) -> str:
    """The overrides by which the draft becomes the wanted brief, but for the order of its items.

    `root` and `overrides` are what `text` was parsed and read to.
    """
    splicer = Splicer(text)
    if isinstance(root, Mapping) and root.entries:
        missing = _Rewriter(splicer, overrides).edit(root, Brief, versions)
    else:
        missing = changes(Brief, versions.draft, versions.wanted)
    if missing:
        splicer.add_to_root(root, missing, _ROOT_ORDER)
    return splicer.text()


def reorder(text: str, root: Node | None, order: dict[str, list[str]]) -> str:
    """The overrides with `order:` as given for each of its keys, and what it had for others."""
    splicer = Splicer(text)
    said = tuple(Change(key, list(ids)) for key, ids in order.items())
    if isinstance(root, Mapping) and "order" in root.entries:
        _set_below(splicer, *root.entries["order"], said)
    else:
        splicer.add_to_root(root, (Change("order", Keys(said)),), _ROOT_ORDER)
    return splicer.text()


def undrop(text: str, root: Node | None, draft: Item, edited: Item) -> str:
    """The overrides without `drop: true` for items that were edited by hand, and so are wanted again."""
    splicer = Splicer(text)
    if isinstance(root, Mapping):
        _undrop(splicer, root, Brief, Versions(draft, None, edited))
    return splicer.text()


def _undrop(splicer: Splicer, node: Mapping, model: type[Model], versions: Versions) -> None:
    for key, slot in slots(model).items():
        below = node.entries[key][1] if key in node.entries else None
        if slot.shape.kind == "mapping" and isinstance(below, Mapping):
            _undrop(splicer, below, slot.shape.of, versions.part(key))
        if slot.shape.kind != "items" or not isinstance(below, Sequence):
            continue
        items = versions.part(key).by_id()
        for entry in below.items:
            given = entry.entries.get("id") if isinstance(entry, Mapping) else None
            item = items.part(given[1].text) if given and isinstance(given[1], Scalar) else items
            if isinstance(entry, Mapping) and item.draft and item.wanted and item.draft != item.wanted:
                if _is_true(entry, "drop"):
                    splicer.remove_switch(entry, "drop")
                _undrop(splicer, entry, slot.shape.of, item)


class _Rewriter:
    """Goes through a mapping of the overrides and edits it where the merged brief is not the wanted one."""

    def __init__(self, splicer: Splicer, overrides: Overrides) -> None:
        self._splicer = splicer
        self._ids = dict(entry_ids(overrides.edits))

    def edit(self, node: Mapping, model: type[Model], versions: Versions) -> tuple[Change, ...]:
        """Edit what the mapping says; gives back what it does not say yet."""
        missing = []
        for key, slot in slots(model).items():
            part = versions.part(key)
            if part.merged == part.wanted:
                continue
            if key in node.entries:
                self._value(slot, *node.entries[key], part)
            else:
                missing.append(change(slot, part.draft, part.wanted))
        return tuple(each for each in missing if each.says_something)

    def _value(self, slot: Slot, key: Scalar, node: Node, part: Versions) -> None:
        shape = slot.shape
        if shape.kind == "items":
            self._items(slot, key, node, part)
        elif shape.kind == "sections":
            _set_below(self._splicer, key, node, tuple(section_changes(part.merged, part.wanted)))
        elif shape.kind == "mapping" and part.wanted is not None and isinstance(node, Mapping) and node.entries:
            missing = self.edit(node, shape.of, part)
            if missing:
                self._splicer.add_keys(node, missing, tuple(slots(shape.of)))
        else:
            self._splicer.replace(key, node, change(slot, part.draft, part.wanted).value)

    def _items(self, slot: Slot, key: Scalar, node: Node, part: Versions) -> None:
        items, known = part.by_id(), set()
        for entry in node.items if isinstance(node, Sequence) else []:
            if isinstance(entry, Mapping):
                identity = self._id(entry)
                known.add(identity)
                self._entry(slot, entry, items.part(identity))
        entries = new_entries(slot.key, slot.shape, *part, known)
        if entries.items:
            self._splicer.add_entries(key, node, entries)

    def _entry(self, slot: Slot, entry: Mapping, item: Versions) -> None:
        model, words = slot.shape.of, item.part(TEXT_KEYS[slot.key])
        order = tuple(dict.fromkeys((*_ENTRY_KEYS, *slots(model))))
        if item.merged == item.wanted:
            return
        if item.wanted is None:
            _set(self._splicer, entry, (drop(slot.key, item.draft or item.merged),), order)
            return
        missing = self.edit(entry, model, item)
        if "id" not in entry.entries and words.merged != words.wanted:
            missing = (Change("id", item.wanted["id"]), *missing)  # its id was a digest of the words that it had
        if missing:
            self._splicer.add_keys(entry, missing, order)

    def _id(self, entry: Mapping) -> str:
        given = entry.entries.get("id")
        return self._ids[given[1].place if given else entry.place]


def _set_below(splicer: Splicer, key: Scalar, node: Node, said: tuple[Change, ...]) -> None:
    """Set keys in the mapping behind a key, where there may be none yet."""
    if isinstance(node, Mapping) and node.entries:
        _set(splicer, node, said, (*node.entries, *(each.key for each in said)))
    else:
        splicer.replace(key, node, Keys(said))


def _set(splicer: Splicer, node: Mapping, said: tuple[Change, ...], order: tuple[str, ...]) -> None:
    """Set keys in a mapping, in place where it has them."""
    for each in said:
        if each.key in node.entries:
            splicer.replace(*node.entries[each.key], each.value)
    missing = [each for each in said if each.key not in node.entries]
    if missing:
        splicer.add_keys(node, missing, order)


def _is_true(entry: Mapping, key: str) -> bool:
    value = entry.entries[key][1] if key in entry.entries else None
    return isinstance(value, Scalar) and value.text == "true"
