"""Ids for the entries that a human added to `brief.yaml`: `own-...`, so that overrides may add them."""

from __future__ import annotations

from collections.abc import Container
from typing import Any

from briefgen.briefyaml.capturing.wanted import Item
from briefgen.briefyaml.reading.overrides import is_own
from briefgen.briefyaml.reading.shapes import slots
from briefgen.model.brief import Brief, Model
from briefgen.model.ids import OWN_PREFIX


def with_own_ids(edited: Item, draft: Item, merged: Item, taken: set[str]) -> Item:
    """The edited brief in which every item that neither the draft nor the merged brief has is `own-...`.

    An id that the human made up stays recognisable (`red-x` becomes `own-red-x`), and caveats about it follow.
    `taken` are the ids that no such item may get, as an override that drops it has it. All briefs are dumps by alias.
    """
    namer = _Namer(taken)
    result = namer.mapping(Brief, edited, draft, merged)
    for caveat in result["caveats"]:
        caveat["about"] = namer.names.get(caveat["about"], caveat["about"])
    return result


class _Namer:
    def __init__(self, taken: set[str]) -> None:
        self._taken = set(taken)
        self.names: dict[str, str] = {}

    def mapping(self, model: type[Model], edited: Item, draft: Item | None, merged: Item | None) -> Item:
        result = dict(edited)
        for key, slot in slots(model).items():
            versions = edited[key], (draft or {}).get(key), (merged or {}).get(key)
            if slot.shape.kind == "items":
                result[key] = self._items(slot.shape.of, *versions)
            elif slot.shape.kind == "mapping" and edited[key] is not None:
                result[key] = self.mapping(slot.shape.of, *versions)
        return result

    def _items(self, model: type[Model], edited: list[Item], draft: Any, merged: Any) -> list[Item]:
        in_draft, in_merged = ({item["id"]: item for item in items or []} for items in (draft, merged))
        result = []
        for item in edited:
            identity = item["id"]
            named = self.mapping(model, item, in_draft.get(identity), in_merged.get(identity))
            if identity not in in_draft and identity not in in_merged:
                named["id"] = self._own(identity, in_merged)
            result.append(named)
        return result

    def _own(self, identity: str, captured: Container[str]) -> str:
        """The id for an item; one that was captured before keeps what it got then."""
        base = identity if is_own(identity) else f"{OWN_PREFIX}-{identity}"
        name, count = base, 1
        while name in self._taken and name not in captured:
            count += 1
            name = f"{base}-{count}"
        self._taken.add(name)
        if name != identity:
            self.names[identity] = name
        return name
