"""What a human who edited `brief.yaml` by hand wants to see: their edits of the draft, made in the merged brief."""

from __future__ import annotations

from typing import Any

from briefgen.briefyaml.reading.shapes import Shape, slots
from briefgen.model.brief import Brief, Model

Item = dict[str, Any]


def wanted(draft: Item, edited: Item, merged: Item) -> Item:
    """The merged brief, with all that differs between the draft and the edited draft as it is in the latter.

    The three are dumps of Briefs by alias. Where a human edited what an earlier override changes, the edit wins.
    Evidence is left as it is merged: what may be cited is the source's to say.
    """
    return _mapping(Brief, draft, edited, merged) | {"evidence": merged["evidence"]}


def _mapping(model: type[Model], draft: Item, edited: Item, merged: Item) -> Item:
    return {key: _value(slot.shape, draft[key], edited[key], merged[key]) for key, slot in slots(model).items()}


def _value(shape: Shape, draft: Any, edited: Any, merged: Any) -> Any:
    if draft == edited:
        return merged
    match shape.kind:
        case "items":
            return _items(shape.of, draft, edited, merged)
        case "sections":
            return merged | {key: value for key, value in edited.items() if draft.get(key) != value}
        case "mapping" if draft and edited and merged:
            return _mapping(shape.of, draft, edited, merged)
    return edited


def _items(model: type[Model], draft: list[Item], edited: list[Item], merged: list[Item]) -> list[Item]:
    in_draft, in_edited, in_merged = ({item["id"]: item for item in items} for items in (draft, edited, merged))
    values: dict[str, Item] = {}
    for identity, item in in_merged.items():
        if identity not in in_edited:
            if identity not in in_draft:
                values[identity] = item
        elif identity in in_draft:
            values[identity] = _mapping(model, in_draft[identity], in_edited[identity], item)
        else:
            values[identity] = in_edited[identity]
    order = _order(list(in_draft), list(in_edited), list(values))
    values |= {identity: item for identity, item in in_edited.items() if identity not in in_draft}
    return [values[identity] for identity in _with_added(order, list(in_edited), in_draft.keys() | in_merged.keys())]


def _order(draft: list[str], edited: list[str], merged: list[str]) -> list[str]:
    """The merged items in their order, unless a human put the draft's into another one."""
    in_draft, in_edited, in_merged = set(draft), set(edited), set(merged)
    if [i for i in edited if i in in_draft] == [i for i in draft if i in in_edited]:
        return merged
    order = [i for i in edited if i in in_merged]
    for place, identity in enumerate(merged):
        if identity not in in_edited:  # the human did not see it, so it stays behind what it stood behind
            order.insert(order.index(merged[place - 1]) + 1 if place else 0, identity)
    return order


def _with_added(order: list[str], edited: list[str], known: set[str]) -> list[str]:
    """The items in `order` and those that a human added, each behind the one that it was put behind."""
    seen, placed = set(edited), set(order)
    last = next((i for i in reversed(edited) if i in placed), None)
    order, at_end = list(order), False
    before = None
    for identity in edited:
        if identity in placed:
            before, at_end = identity, identity == last
        elif identity not in known:
            at = order.index(before) + 1 if before else 0
            while at < len(order) and order[at] not in seen:  # behind what an earlier override put there
                at += 1
            order.insert(len(order) if at_end or last is None else at, identity)
            before = identity
    return order
