"""Edits whose ground moved: the draft says something else now, or nothing at all."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from briefgen.briefyaml.merging.similarity import fold
from briefgen.briefyaml.merging.targets import BOTTOM_LINE, TITLE, Item, Key, Target
from briefgen.briefyaml.reading.overrides import Edit, MappingEdit, ValueEdit, is_own
from briefgen.model.ids import TEXT_KEYS
from briefgen.model.merged import Basis, Ground, Notice

_NAMES = {TITLE: "the title", BOTTOM_LINE: "the bottom line"}
_KEPT = 'Check it; "drop: true" below its id removes it.'


def notices(
    targets: Mapping[Key, Target], basis: Basis, items: Mapping[Key, Item], evidence: Mapping[str, str]
) -> Iterator[Notice]:
    """What a human should know of the ground of each edit; `items` and `evidence` are the draft's."""
    for key, target in targets.items():
        ground = basis.grounds.get(key)
        if ground is None or is_own(key[1]) or not ground.item:
            continue
        name = _NAMES.get(key, key[1])
        if key in items:
            if target.digest:
                yield from _moved(name, target, ground, items[key], evidence)
        elif target.reference:
            yield Notice("place-gone", target.place, f"{name} is no longer in the draft", "Name another id, or none.")
        elif target.digest and not target.drop:
            what = f"{name} is no longer in the draft; your edit is kept, and printed as yours"
            yield Notice("item-gone", target.place, what, _KEPT, old=_text(key, ground.item))


def _moved(name: str, target: Target, ground: Ground, now: Item, evidence: Mapping[str, str]) -> Iterator[Notice]:
    what = f"the draft has changed where you {'dropped' if target.drop else 'edited'} {name}"
    hint = "Check whether your edit still holds; once you change it, this is not said again."
    first = next(_differences(target, ground, now, evidence), None)
    if first:
        yield Notice("text-moved", target.place, what, hint, *first)


def _differences(target: Target, ground: Ground, now: Item, evidence: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """What the machine said and says: the line, the sentences it rests on, the values that the human replaced."""
    old, new = _text(target.key, ground.item), _text(target.key, now)
    if fold(old) != fold(new):
        yield old, new
    before = [fold(text) for text in ground.sentences.values()]
    sentences = [evidence[identity] for identity in now.get("evidence", []) if identity in evidence]
    if before != [fold(text) for text in sentences]:
        yield " ".join(ground.sentences.values()), " ".join(sentences)
    yield from _values(target.own_edits, ground.item, now)


def _values(edits: Mapping[str, Edit], before: Mapping[str, Any], now: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    for key, edit in edits.items():
        old, new = before.get(key), now.get(key)
        if key == "evidence" or old == new:
            continue
        if isinstance(edit, MappingEdit) and old and new:
            yield from _values(edit.edits, old, new)
        elif not (isinstance(edit, ValueEdit) and edit.value == new):
            yield f"{key}: {_shown(old)}", f"{key}: {_shown(new)}"


def _text(key: Key, item: Mapping[str, Any]) -> str:
    return str(item[TEXT_KEYS.get(key[0], "text")])


def _shown(value: Any) -> str:
    """A value of the draft in a few words."""
    match value:
        case None:
            return "nothing"
        case list():
            return ", ".join(value) or "nothing"
        case dict():
            return ", ".join(str(part) for part in value.values() if part is not None)
        case _:
            return str(value)
