"""Two versions of a brief, or of a part of it -> what an `overrides.yaml` has to say to lead from one to the other."""

from __future__ import annotations

from collections.abc import Container, Iterator
from typing import Any

from briefgen.briefyaml.capturing.wanted import Item
from briefgen.briefyaml.capturing.written import Change, Entries, Keys, Plain, draft_comment
from briefgen.briefyaml.reading.overrides import ASSUMED
from briefgen.briefyaml.reading.shapes import Shape, Slot, slots
from briefgen.model.brief import Model
from briefgen.model.ids import TEXT_KEYS


def changes(model: type[Model], draft: Item, wanted: Item) -> tuple[Change, ...]:
    """A change for each key whose value is not the draft's."""
    said = (
        change(slot, draft.get(key), wanted[key]) for key, slot in slots(model).items() if draft.get(key) != wanted[key]
    )
    return tuple(each for each in said if each.says_something)


def change(slot: Slot, draft: Any, wanted: Any) -> Change:
    """What the overrides say of a key that they do not have yet, below the draft's words where they are replaced."""
    shape = slot.shape
    if shape.kind == "items":
        return Change(slot.key, new_entries(slot.key, shape, draft, draft, wanted))
    if shape.kind == "sections":
        return Change(slot.key, Keys(tuple(section_changes(draft, wanted))))
    if shape.kind == "mapping" and wanted is not None:
        keys = changes(shape.of, draft, wanted) if draft else _whole(shape.of, wanted)
        return Change(slot.key, Keys(keys))
    return Change(slot.key, wanted, draft_comment(_words(draft)))


def section_changes(earlier: Item, wanted: Item) -> Iterator[Change]:
    """A change for each section that only a human writes and that is another one now."""
    for key, value in wanted.items():
        if key not in earlier or earlier[key] != value:
            yield Change(key, _without_defaults(value))


def new_entries(
    section: str,
    shape: Shape,
    draft: list[Item] | None,
    merged: list[Item] | None,
    wanted: list[Item],
    known: Container[str] = (),
) -> Entries:
    """Entries for the items of a list that were changed, dropped or added since it was `merged`, but those `known`."""
    in_draft, in_wanted = ({item["id"]: item for item in items or []} for items in (draft, wanted))
    entries = []
    for item in merged or []:
        identity = item["id"]
        if identity in known or item == in_wanted.get(identity):
            continue
        if identity in in_wanted:
            said = changes(shape.of, in_draft.get(identity, item), in_wanted[identity])
        else:
            said = (drop(section, item),)
        if said:
            entries.append(Keys((Change("id", identity), *said)))
    before = {item["id"] for item in merged or []}
    return Entries((*entries, *_added(shape, wanted, in_draft, before)))


def drop(section: str, item: Item) -> Change:
    """The switch that removes an item, below the item's words."""
    return Change("drop", True, draft_comment(str(item[TEXT_KEYS[section]])))


def _added(shape: Shape, wanted: list[Item], draft: Container[str], before: Container[str]) -> Iterator[Keys]:
    """The items that are new, each placed behind the draft's item that it stands behind; the last need no place."""
    old = [place for place, item in enumerate(wanted) if item["id"] in before]
    last = old[-1] if old else -1
    place: tuple[Change, ...] = (Change("first", True),)
    for number, item in enumerate(wanted):
        if item["id"] in draft:
            place = (Change("after", item["id"]),)
        elif item["id"] not in before:
            yield Keys((Change("id", item["id"]), *(place if number < last else ()), *_whole(shape.of, item)))


def _whole(model: type[Model], item: Item) -> tuple[Change, ...]:
    """All that an added mapping has to say: its keys without those that would be so anyway."""
    said = []
    for field_name, field in model.model_fields.items():
        key = field.alias or field_name
        slot, value = slots(model)[key], item[key]
        usual = ASSUMED.get(key) if field.is_required() else field.get_default(call_default_factory=True)
        if key == "id" or value == usual:
            continue
        said.append(change(slot, None, value))
    return tuple(said)


def _words(value: Any) -> str:
    """A value of the draft in one line, empty where there is none."""
    match value:
        case None:
            return ""
        case list():
            return ", ".join(value)
        case dict():
            return str(value["text"])
        case _:
            return str(value)


def _without_defaults(value: Any) -> Plain:
    """A section without the keys of its entries that say nothing."""
    if not isinstance(value, list):
        return str(value)
    return [
        {key: part for key, part in entry.items() if part not in (None, [])} if isinstance(entry, dict) else entry
        for entry in value
    ]
