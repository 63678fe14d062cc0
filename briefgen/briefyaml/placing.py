"""Where added entries stand among the draft's: first, after another one, or last, else in the order of the file."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from briefgen.briefyaml.overrides import Entry
from briefgen.briefyaml.quoting import shown
from briefgen.briefyaml.values import nearest
from briefgen.errors import BriefFileError, Place

Item = dict[str, Any]


def place_items(draft: list[Item], added: list[tuple[Entry, Item]], section: str) -> list[Item]:
    """The items of the draft in their order, with the added ones placed among them.

    Raises BriefFileError for an `after` whose id is in neither, and for entries that stand after each other.
    """
    first: list[Item] = []
    last: list[Item] = []
    followers: dict[str, list[Item]] = defaultdict(list)
    for entry, item in added:
        if entry.after:
            followers[entry.after.text].append(item)
        else:
            (first if entry.first else last).append(item)

    placed: list[Item] = []
    waiting = [*first, *draft, *last][::-1]
    while waiting:
        item = waiting.pop()
        placed.append(item)
        waiting.extend(reversed(followers.pop(item["id"], [])))
    if followers:
        raise _unplaceable(added, {item["id"] for item in placed}, section)
    return placed


def unknown_id(identity: str, section: str, valid: Iterable[str], place: Place, hint: str) -> BriefFileError:
    """The error for an id that is no entry's; the nearest is named."""
    near = nearest(identity, valid)
    question = f"; did you mean {near}?" if near else ""
    return BriefFileError(f"{section} has no entry with the id {shown(identity)}{question}", hint, place)


def _unplaceable(added: list[tuple[Entry, Item]], placed: set[str], section: str) -> BriefFileError:
    ids = placed | {entry.id for entry, _ in added}
    for entry, _ in added:
        if entry.after and entry.after.text not in ids:
            hint = "Write after: with an id of brief.yaml or of an added entry; or delete it to add at the end."
            return unknown_id(entry.after.text, section, sorted(ids), entry.after.place, hint)
    after = next(entry.after for entry, _ in added if entry.after and entry.id not in placed)
    what = "these entries stand after each other, so neither has a place"
    return BriefFileError(what, "Delete one after:.", after.place)
