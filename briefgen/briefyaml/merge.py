"""Brief + overrides -> the brief that is printed. Merging what was merged changes nothing but for its drops."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from briefgen.briefyaml.nodes import Scalar, Sequence
from briefgen.briefyaml.overrides import ASSUMED, Edit, Entry, ListEdit, MappingEdit, Overrides, ValueEdit
from briefgen.briefyaml.placing import Item, place_items, unknown_id
from briefgen.briefyaml.shapes import slots
from briefgen.briefyaml.values import check_required, unknown
from briefgen.model.brief import Brief, Model


def merge(brief: Brief, overrides: Overrides) -> Brief:
    """A new brief with the edits made; `brief` stays as it is.

    Raises BriefFileError at the edit's place for an id that the brief does not have, for evidence that it does not
    hold, and for a part of something that is not there (a day for a step without a due date, and no words).
    """
    data = brief.model_dump(by_alias=True)
    _merge_mapping(data, overrides.edits, brief.evidence)
    return Brief.model_validate(data)


def _merge_mapping(target: dict[str, Any], edits: dict[str, Edit], evidence: Collection[str]) -> None:
    for key, edit in edits.items():
        match edit:
            case ValueEdit():
                _check_evidence(key, edit, evidence)
                target[key] = edit.value
            case MappingEdit():
                if target.get(key) is None:
                    check_required(edit.model, edit.edits, edit.place)
                    target[key] = {}
                _merge_mapping(target[key], edit.edits, evidence)
            case ListEdit():
                target[key] = _merge_items(target.get(key, []), edit, evidence)


def _merge_items(items: list[Item], edit: ListEdit, evidence: Collection[str]) -> list[Item]:
    by_id = {item["id"]: item for item in items}
    added: list[tuple[Entry, Item]] = []
    for entry in edit.entries:
        if not entry.added and entry.id not in by_id:
            hint = "Write an id of brief.yaml, or leave the id out to add an entry."
            raise unknown_id(entry.id, edit.section, by_id, entry.place, hint)
        if entry.drop:
            continue
        item = by_id.get(entry.id) or {"id": entry.id, **_assumed(edit.model)}
        _merge_mapping(item, entry.edits, evidence)
        if entry.added:
            added.append((entry, item))
    own = {entry.id for entry, _ in added}
    dropped = {entry.id for entry in edit.entries if entry.drop}
    placed = place_items([item for item in items if item["id"] not in own], added, edit.section)
    return [item for item in placed if item["id"] not in dropped]


def _assumed(model: type[Model]) -> Item:
    return {key: value for key, value in ASSUMED.items() if key in slots(model)}


def _check_evidence(key: str, edit: ValueEdit, evidence: Collection[str]) -> None:
    if key != "evidence" or not isinstance(edit.node, Sequence):
        return
    for item in edit.node.items:
        if isinstance(item, Scalar) and item.text not in evidence:
            raise unknown("no such sentence in evidence:", item.text, item, evidence, others="Sentences")
