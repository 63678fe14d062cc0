"""Brief + overrides -> the brief that is printed. Merging what was merged changes nothing."""

from __future__ import annotations

import copy
from collections.abc import Mapping

from briefgen.briefyaml.merging.citing import Citations
from briefgen.briefyaml.merging.grounds import remember_in
from briefgen.briefyaml.merging.moved import notices
from briefgen.briefyaml.merging.placing import Item, place_items, unknown_id
from briefgen.briefyaml.merging.targets import BOTTOM_LINE, items_of, targets
from briefgen.briefyaml.reading.nodes import Scalar
from briefgen.briefyaml.reading.order import SECTIONS
from briefgen.briefyaml.reading.overrides import ASSUMED, Edit, Entry, ListEdit, MappingEdit, Overrides, ValueEdit
from briefgen.briefyaml.reading.shapes import slots
from briefgen.briefyaml.reading.values import check_required
from briefgen.model.brief import Brief, Model
from briefgen.model.merged import Basis, Ground, Merged, Path

_NOTHING = Ground()


def merge(
    brief: Brief, overrides: Overrides, basis: Basis | None = None, sentences: Mapping[str, str] | None = None
) -> Merged:
    """A new brief with the edits made; `brief` stays as it is.

    `basis` is what was remembered of earlier drafts, None for nothing. `sentences` are those of the source by their
    ids: what a human may cite besides the sentences that the brief holds, and where those of earlier are looked for.
    Raises BriefFileError at the edit's place for an id that is neither in the brief nor in the basis, for evidence
    that there is not and never was, and for a part of something that is not there (a day for a step without a due
    date, and no words).
    """
    data = brief.model_dump(by_alias=True)
    sentences = sentences or {}
    basis = remember_in(data, overrides, basis, sentences)
    moved = list(notices(targets(overrides), basis, items_of(data), brief.evidence))
    citations = Citations({**brief.evidence, **sentences})
    merger = _Merger(data, overrides, basis, citations)
    merger.merge()
    data["evidence"] = _with_cited(brief.evidence, citations.cited, list(sentences))
    return Merged(Brief.model_validate(data), frozenset(merger.human), basis, (*moved, *citations.notices))


def _with_cited(evidence: dict[str, str], cited: dict[str, str], ids: list[str]) -> dict[str, str]:
    """The evidence with what else is cited, then in the order of the source."""
    if cited.keys() <= evidence.keys():
        return evidence
    place = {identity: number for number, identity in enumerate(ids)}
    together = {**cited, **evidence}
    return {identity: together[identity] for identity in sorted(together, key=lambda i: place.get(i, len(place)))}


class _Merger:
    """Makes the edits in a brief as dumped; notes which paths are the human's."""

    def __init__(self, data: Item, overrides: Overrides, basis: Basis, citations: Citations) -> None:
        self._data = data
        self._overrides = overrides
        self._grounds = basis.grounds
        self._citations = citations
        dropped = _dropped(overrides.edits.get("issues"))  # what was moved below them is not moved there by the human
        kept = [issue for issue in data["issues"] if issue["id"] not in dropped]
        self._issue_of = {position["id"]: issue for issue in kept for position in issue["positions"]}
        self._in_order: set[str] = set()
        self.human: set[Path] = set()

    def merge(self) -> None:
        self._mapping(self._data, self._overrides.edits, (), _NOTHING)
        for key, edit in self._overrides.sections.items():
            self._data["sections"].pop(key, None)
            if edit.value is not None:
                self._data["sections"][key] = edit.value
                self.human.add(("sections", key))
        for key, ids in self._overrides.order.items():
            if ids and key not in self._in_order:
                self._reorder(key, ids)

    def _mapping(self, target: Item, edits: Mapping[str, Edit], path: Path, ground: Ground) -> None:
        for key, edit in edits.items():
            match edit:
                case ValueEdit():
                    target[key] = self._citations.written(edit, ground) if key == "evidence" else edit.value
                    self.human.add((*path, key))
                case MappingEdit():
                    self._part(target, key, edit, (*path, key), ground)
                case ListEdit():
                    target[key] = self._items(target.get(key, []), edit, (*path, key))

    def _part(self, target: Item, key: str, edit: MappingEdit, path: Path, ground: Ground) -> None:
        """Changes within a mapping; one that the draft has no longer is changed as it was."""
        if path == BOTTOM_LINE:
            ground = self._grounds.get(BOTTOM_LINE, _NOTHING)
        if target.get(key) is None:
            before = self._restored(ground) if path == BOTTOM_LINE else ground.item.get(key)
            if not before:
                check_required(edit.model, edit.edits, edit.place)
            target[key] = copy.deepcopy(dict(before or {}))
        self._mapping(target[key], edit.edits, path, ground)

    def _items(self, items: list[Item], edit: ListEdit, path: Path) -> list[Item]:
        items = list(items)
        by_id = {item["id"]: item for item in items}
        added: list[tuple[Entry, Item]] = []
        for entry in edit.entries:
            item = by_id.get(entry.id)
            if item is None and not entry.added:
                item = self._absent(entry, edit, by_id, path)
                items += [item] if item else []
            elif item is None:
                item = {"id": entry.id, **_assumed(edit.model)}
            if entry.drop or item is None:
                continue
            self._mapping(item, entry.edits, (*path, entry.id), self._ground(edit, entry))
            if entry.added:
                added.append((entry, item))
                self.human.add((*path, entry.id))
        placed = self._placed(items, added, edit.section, path[1] if edit.section == "positions" else edit.section)
        return [item for item in placed if item["id"] not in _dropped(edit)]

    def _absent(self, entry: Entry, edit: ListEdit, by_id: Mapping[str, Item], path: Path) -> Item | None:
        """An item that is not, or no longer, in this list: edited where it is now, or as it was, if it is needed."""
        issue = self._issue_of.get(entry.id) if edit.section == "positions" else None
        ground = self._ground(edit, entry)
        if issue is not None:
            self._elsewhere(entry, issue, ground)
            return None
        if not ground.item:
            hint = "Write an id of brief.yaml, or leave the id out to add an entry."
            raise unknown_id(entry.id, edit.section, by_id, entry.place, hint)
        if entry.drop:
            return None
        if edit.section == "issues" and not self._needed(entry):
            self._mapping({}, entry.edits, (*path, entry.id), ground)
            return None
        self.human.add((*path, entry.id))
        return self._restored(ground) | ({"positions": []} if edit.section == "issues" else {})

    def _elsewhere(self, entry: Entry, issue: Item, ground: Ground) -> None:
        """A position that stands under another issue than it did."""
        for position in list(issue["positions"]):
            if position["id"] == entry.id and entry.drop:
                issue["positions"] = [other for other in issue["positions"] if other is not position]
            elif position["id"] == entry.id:
                self._mapping(position, entry.edits, ("issues", issue["id"], "positions", entry.id), ground)

    def _needed(self, entry: Entry) -> bool:
        """Whether anything in an issue that is no longer in the draft is the human's own."""
        positions = entry.edits.get("positions")
        below = positions.entries if isinstance(positions, ListEdit) else []
        return bool(entry.edits.keys() - {"positions"}) or any(
            not position.drop and position.id not in self._issue_of for position in below
        )

    def _restored(self, ground: Ground) -> Item:
        """An item that is no longer in the draft, as it was; of its evidence, what still stands in the source."""
        item = copy.deepcopy(dict(ground.item))  # what is remembered stays, whatever is edited within
        return item | {"evidence": self._citations.kept(ground)} if "evidence" in item else item

    def _reorder(self, key: str, ids: list[Scalar]) -> None:
        """Put a list in order in which nothing else was changed."""
        if key in SECTIONS:
            holder, field, section = (self._data["summary"] if key == "key_points" else self._data), key, key
        else:
            issues = {issue["id"]: issue for issue in self._data["issues"]}
            if key not in issues and ("issues", key) in self._grounds:
                return
            if key not in issues:
                raise unknown_id(key, "issues", issues, ids[0].place, "Write the id of an issue of brief.yaml.")
            holder, field, section = issues[key], "positions", "positions"
        holder[field] = self._placed(holder[field], [], section, key)

    def _placed(self, items: list[Item], added: list[tuple[Entry, Item]], section: str, order_key: str) -> list[Item]:
        self._in_order.add(order_key)
        gone = {identity for of, identity in self._grounds if of == section}
        return place_items(items, added, section, self._overrides.order.get(order_key, ()), gone)

    def _ground(self, edit: ListEdit, entry: Entry) -> Ground:
        return self._grounds.get((edit.section, entry.id), _NOTHING)


def _dropped(edit: Edit | None) -> set[str]:
    """The ids of the items that the edit of a list drops."""
    return {entry.id for entry in edit.entries if entry.drop} if isinstance(edit, ListEdit) else set()


def _assumed(model: type[Model]) -> Item:
    return {key: value for key, value in ASSUMED.items() if key in slots(model)}
