"""Hand edits of `brief.yaml` -> overrides: the text of `overrides.yaml`, edited where the edits make a difference."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace
from pathlib import Path

from briefgen.briefyaml.capturing.own_ids import with_own_ids
from briefgen.briefyaml.capturing.rewriting import Versions, reorder, rewrite, undrop
from briefgen.briefyaml.capturing.wanted import Item, wanted
from briefgen.briefyaml.merging.merge import merge
from briefgen.briefyaml.reading.nodes import parse
from briefgen.briefyaml.reading.order import SECTIONS
from briefgen.briefyaml.reading.overrides import Overrides, load_overrides
from briefgen.briefyaml.reading.places import entry_ids
from briefgen.errors import BriefFileError
from briefgen.model.brief import Brief
from briefgen.model.merged import Basis
from briefgen.model.sections import HUMAN_SECTIONS

_BYTE_ORDER_MARK = "\ufeff"


def capture(
    draft: Brief,
    edited: Brief,
    text: str,
    file: Path,
    *,
    sections: Collection[str] = tuple(HUMAN_SECTIONS),
    basis: Basis | None = None,
    sentences: Mapping[str, str] | None = None,
) -> str:
    """The new text of `overrides.yaml`, by which the draft merges into what the human wants to see.

    `edited` is the draft as the human left it (see `load_edited`), `text` the overrides so far, of the `file` that
    messages name. What was edited wins over an earlier override of the same field; all other overrides stay. `text`
    keeps every byte outside of what changes; without edits it comes back as it is. The other arguments are those of
    `load_overrides` and `merge`. Raises BriefFileError when the overrides so far do not load or merge, or when the
    edits cannot be written into them.
    """
    mark = _BYTE_ORDER_MARK if text.startswith(_BYTE_ORDER_MARK) else ""
    pen = _Pen(draft, file, sections, basis, sentences)
    old, edits = draft.model_dump(by_alias=True), edited.model_dump(by_alias=True)

    # 1. What was dropped and is edited now is wanted again.
    body = text.removeprefix(_BYTE_ORDER_MARK)
    pen.read(body)
    body = undrop(body, parse(body, file), old, edits)

    # 2. What the human wants to see.
    overrides = pen.read(body)
    merged = pen.merged(overrides)
    edits = with_own_ids(edits, old, merged, {identity for _, identity in entry_ids(overrides.edits)})
    goal = wanted(old, edits, merged)

    # 3. Write it, and then the order of items where their places do not say it.
    try:
        body = rewrite(body, parse(body, file), overrides, Versions(old, merged, goal))
        for whole in (False, True):  # the first ids will do unless another one's own place comes before them
            overrides = pen.read(body)
            if order := _order(goal, pen.merged(overrides), pen.merged(replace(overrides, order={})), whole=whole):
                body = reorder(body, parse(body, file), order)
        pen.check(body, goal)
    except BriefFileError as error:
        raise _unwritable(file, error.what) from error
    return mark + body


class _Pen:
    """Reads and merges versions of the overrides."""

    def __init__(
        self,
        draft: Brief,
        file: Path,
        sections: Collection[str],
        basis: Basis | None,
        sentences: Mapping[str, str] | None,
    ) -> None:
        self._draft, self._file, self._sections = draft, file, sections
        self._basis, self._sentences = basis, sentences

    def read(self, text: str) -> Overrides:
        return load_overrides(text, self._file, self._sections)

    def merged(self, overrides: Overrides) -> Item:
        return merge(self._draft, overrides, self._basis, self._sentences).brief.model_dump(by_alias=True)

    def check(self, text: str, goal: Item) -> None:
        """Raises BriefFileError unless the overrides make the wanted brief of the draft, evidence aside."""
        merged = self.merged(self.read(text))
        for key, value in merged.items():
            if key != "evidence" and value != goal[key]:
                raise BriefFileError(f"{key} would not be what you made it")


def _order(goal: Item, merged: Item, unordered: Item, *, whole: bool) -> dict[str, list[str]]:
    """For each list whose order is to be another, its ids: all, or the first, behind which the others stand as without
    any order."""
    now, without = _lists(merged), _lists(unordered)
    order = {}
    for key, ids in _lists(goal).items():
        if ids == now.get(key) or set(ids) != set(without.get(key, ())):
            continue
        rank = {identity: number for number, identity in enumerate(without[key])}
        first = len(ids) - 1
        while first > 0 and rank[ids[first - 1]] < rank[ids[first]]:
            first -= 1
        order[key] = ids if whole else ids[: max(first, 1)]
    return order


def _lists(brief: Item) -> dict[str, list[str]]:
    """The ids of each list of items in their order, by the key that `order:` has for it."""
    lists = {key: brief["summary"][key] if key == "key_points" else brief[key] for key in SECTIONS}
    lists |= {issue["id"]: issue["positions"] for issue in brief["issues"]}
    return {key: [item["id"] for item in items] for key, items in lists.items()}


def _unwritable(file: Path, why: str) -> BriefFileError:
    return BriefFileError(
        f"these edits cannot be written into {file}: {why}",
        "Nothing was changed. Write the edits there by hand, or start that file anew and capture again.",
    )
