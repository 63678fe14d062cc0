"""Where the entries of a list stand: those of the draft in its order or the human's, the added ones among them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from typing import Any

from briefgen.briefyaml.reading.nodes import Scalar
from briefgen.briefyaml.reading.overrides import Entry
from briefgen.briefyaml.reading.quoting import shown
from briefgen.briefyaml.reading.values import nearest
from briefgen.errors import BriefFileError, Place

Item = dict[str, Any]


def place_items(
    items: list[Item],
    added: list[tuple[Entry, Item]],
    section: str,
    order: Sequence[Scalar] = (),
    gone: Collection[str] = (),
) -> list[Item]:
    """The items, of the draft or of an earlier merge, with the added ones placed among them.

    Those in `order` come first, the others behind them in their order. An added entry that is not in `order` stands
    first, after the item it names, or last. Where that item is `gone`, it stays where an earlier merge put it, or
    stands behind the draft's. Raises BriefFileError for an id in `after` or `order` that is neither there nor `gone`,
    and for entries that stand after each other.
    """
    valid = {item["id"] for item in items} | {entry.id for entry, _ in added}
    _check(order, valid, gone, section, "Write ids of brief.yaml or of added entries.")
    hint = "Write after: with an id of brief.yaml or of an added entry; or delete it to add at the end."
    _check([entry.after for entry, _ in added if entry.after], valid, gone, section, hint)
    rank = {scalar.text: number for number, scalar in enumerate(order)}
    before = {item["id"] for item in items}
    kinds: dict[str, list[Item]] = defaultdict(list)
    followers: dict[str | None, list[Item]] = defaultdict(list)
    for entry, item in added:
        kind = "listed" if entry.id in rank else _kind(entry, valid, before)
        kinds[kind].append(item)
        if entry.after and kind == "follower":
            followers[entry.after.text].append(item)

    # What an earlier merge settled stays behind the item that it stood behind.
    leader = None
    base = [item for item in kinds["listed"] if item["id"] not in before]
    to_move = {item["id"] for kind in ("first", "follower", "orphan", "last") for item in kinds[kind]}
    settled = {item["id"] for item in kinds["settled"]}
    for item in items:
        if item["id"] in to_move:
            continue
        (followers[leader] if item["id"] in settled else base).append(item)
        leader = item["id"]
    base.sort(key=lambda item: rank.get(item["id"], len(rank)))

    top = [*kinds["first"], *followers.pop(None, [])]
    placed = _with_followers([*top, *base, *kinds["orphan"], *kinds["last"]], followers)
    if followers:
        raise _after_each_other(added, {item["id"] for item in placed})
    return placed


def unknown_id(identity: str, section: str, valid: Iterable[str], place: Place, hint: str) -> BriefFileError:
    """The error for an id that is no entry's; the nearest is named."""
    near = nearest(identity, valid)
    question = f"; did you mean {near}?" if near else ""
    return BriefFileError(f"{section} has no entry with the id {shown(identity)}{question}", hint, place)


def _check(
    named: Iterable[Scalar | None], valid: Collection[str], gone: Collection[str], section: str, hint: str
) -> None:
    for scalar in named:
        if scalar and scalar.text not in valid and scalar.text not in gone:
            raise unknown_id(scalar.text, section, sorted(valid), scalar.place, hint)


def _kind(entry: Entry, valid: Collection[str], before: Collection[str]) -> str:
    """How an added entry finds its place."""
    if entry.first:
        return "first"
    if not entry.after:
        return "last"
    if entry.after.text in valid:
        return "follower"
    return "settled" if entry.id in before else "orphan"


def _with_followers(items: list[Item], followers: dict[str | None, list[Item]]) -> list[Item]:
    """The items, each with those that follow it behind it; these are taken out of `followers`."""
    placed = []
    waiting = items[::-1]
    while waiting:
        item = waiting.pop()
        placed.append(item)
        waiting.extend(reversed(followers.pop(item["id"], [])))
    return placed


def _after_each_other(added: list[tuple[Entry, Item]], placed: set[str]) -> BriefFileError:
    after = next(entry.after for entry, _ in added if entry.after and entry.id not in placed)
    what = "these entries stand after each other, so neither has a place"
    return BriefFileError(what, "Delete one after:.", after.place)
