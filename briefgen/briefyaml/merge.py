"""Brief + overrides -> the brief that is printed. Merging what was merged changes nothing."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

from briefgen.briefyaml.nodes import Scalar, Sequence
from briefgen.briefyaml.overrides import ASSUMED, Edit, Entry, ListEdit, MappingEdit, Overrides, ValueEdit
from briefgen.briefyaml.placing import Item, place_items, unknown_id
from briefgen.briefyaml.shapes import slots
from briefgen.briefyaml.values import check_required, unknown
from briefgen.model.brief import Brief, Model
from briefgen.model.merged import Basis, Merged, Path


def merge(
    brief: Brief, overrides: Overrides, basis: Basis | None = None, sentences: Mapping[str, str] | None = None
) -> Merged:
    """A new brief with the edits made; `brief` stays as it is.

    `sentences` are those of the source by their ids: what a human may cite besides the sentences that the brief holds.
    Raises BriefFileError at the edit's place for an id that the brief does not have, for evidence that neither holds,
    and for a part of something that is not there (a day for a step without a due date, and no words).
    """
    data = brief.model_dump(by_alias=True)
    merger = _Merger({**(sentences or {}), **brief.evidence})
    merger.mapping(data, overrides.edits, ())
    for key, edit in overrides.sections.items():
        data["sections"].pop(key, None)
        if edit.value is not None:
            data["sections"][key] = edit.value
            merger.human.add(("sections", key))
    data["evidence"] |= merger.cited
    return Merged(Brief.model_validate(data), frozenset(merger.human), basis or Basis())


class _Merger:
    """Makes the edits; notes which paths are the human's and which sentences they cite."""

    def __init__(self, sentences: Mapping[str, str]) -> None:
        self._sentences = sentences
        self.human: set[Path] = set()
        self.cited: dict[str, str] = {}

    def mapping(self, target: dict[str, Any], edits: dict[str, Edit], path: Path) -> None:
        for key, edit in edits.items():
            match edit:
                case ValueEdit():
                    if key == "evidence":
                        self._cite(edit)
                    target[key] = edit.value
                    self.human.add((*path, key))
                case MappingEdit():
                    if target.get(key) is None:
                        check_required(edit.model, edit.edits, edit.place)
                        target[key] = {}
                    self.mapping(target[key], edit.edits, (*path, key))
                case ListEdit():
                    target[key] = self._items(target.get(key, []), edit, (*path, key))

    def _items(self, items: list[Item], edit: ListEdit, path: Path) -> list[Item]:
        by_id = {item["id"]: item for item in items}
        added: list[tuple[Entry, Item]] = []
        for entry in edit.entries:
            if not entry.added and entry.id not in by_id:
                hint = "Write an id of brief.yaml, or leave the id out to add an entry."
                raise unknown_id(entry.id, edit.section, by_id, entry.place, hint)
            if entry.drop:
                continue
            item = by_id.get(entry.id) or {"id": entry.id, **_assumed(edit.model)}
            self.mapping(item, entry.edits, (*path, entry.id))
            if entry.added:
                added.append((entry, item))
                self.human.add((*path, entry.id))
        own = {entry.id for entry, _ in added}
        dropped = {entry.id for entry in edit.entries if entry.drop}
        placed = place_items([item for item in items if item["id"] not in own], added, edit.section)
        return [item for item in placed if item["id"] not in dropped]

    def _cite(self, edit: ValueEdit) -> None:
        for item in edit.node.items if isinstance(edit.node, Sequence) else []:
            if isinstance(item, Scalar):
                if item.text not in self._sentences:
                    raise _no_sentence(item, self._sentences)
                self.cited[item.text] = self._sentences[item.text]


def _assumed(model: type[Model]) -> Item:
    return {key: value for key, value in ASSUMED.items() if key in slots(model)}


def _no_sentence(item: Scalar, sentences: Collection[str]) -> Exception:
    return unknown("no such sentence in evidence:", item.text, item, sentences, others="Sentences")
