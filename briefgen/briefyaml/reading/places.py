"""YAML text -> where each part of the brief stands in it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from briefgen.briefyaml.reading.nodes import Mapping, Node, Scalar, Sequence, parse
from briefgen.briefyaml.reading.overrides import Edit, ListEdit, MappingEdit, Overrides
from briefgen.errors import Place
from briefgen.model.merged import Path as Keys


def places(text: str, file: Path, overrides: Overrides | None = None) -> dict[Keys, Place]:
    """The place of each part of a brief or of overrides by the keys and ids that lead to it.

    A text stands where it begins, anything with parts of its own where its key does. Entries of lists go by their id,
    those without one by their number from 0; `overrides`, what was read from this text, has the ids of added entries.
    Raises BriefFileError where the text is not YAML.
    """
    root = parse(text, file)
    ids = dict(entry_ids(overrides.edits)) if overrides else {}
    return dict(_places(root, (), ids)) if root is not None else {}


def _places(node: Node, path: Keys, ids: dict[Place, str]) -> Iterator[tuple[Keys, Place]]:
    if isinstance(node, Mapping):
        for key, (key_node, value) in node.entries.items():
            yield (*path, key), (value if isinstance(value, Scalar) and not value.is_left_out else key_node).place
            yield from _places(value, (*path, key), ids)
    elif isinstance(node, Sequence):
        for number, entry in enumerate(node.items):
            entry_path = (*path, _identity(entry, ids) or str(number))
            yield entry_path, entry.place
            yield from _places(entry, entry_path, ids)


def _identity(entry: Node, ids: dict[Place, str]) -> str | None:
    if isinstance(entry, Mapping) and "id" in entry.entries:
        node = entry.entries["id"][1]
        return node.text if isinstance(node, Scalar) else None
    return ids.get(entry.place)


def entry_ids(edits: dict[str, Edit]) -> Iterator[tuple[Place, str]]:
    """The ids of entries, given or not, by their places."""
    for edit in edits.values():
        if isinstance(edit, MappingEdit):
            yield from entry_ids(edit.edits)
        elif isinstance(edit, ListEdit):
            for entry in edit.entries:
                yield entry.place, entry.id
                yield from entry_ids(entry.edits)
