"""A new draft -> the same with the ids of the one before, also where the source was corrected in between."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from itertools import count
from typing import Any

from briefgen.briefyaml.merging.similarity import best_pairs, fold
from briefgen.briefyaml.merging.targets import BOTTOM_LINE, TITLE, Item, Key, items_of
from briefgen.model.brief import Brief
from briefgen.model.ids import TEXT_KEYS
from briefgen.model.merged import Basis


def keep_ids(draft: Brief, previous: Brief, basis: Basis | None = None) -> Brief:
    """The draft with its items under the ids that they had in the draft before, or had before that and are edited.

    An item with an id of before keeps it. Of the others on both sides those belong together whose evidence is alike,
    likest first; so a line whose sentence was corrected stays the same line. Caveats go by what they are about, actors
    by their names.
    """
    data = draft.model_dump(by_alias=True)
    before = list(_lines(previous.model_dump(by_alias=True), previous.evidence, basis))
    ids: dict[str, str] = {}
    for section in TEXT_KEYS:  # caveats come last: they are about items that then have their ids
        now = [line for line in _lines(data, draft.evidence) if line.section == section]
        renamed = _matched(now, [line for line in before if line.section == section])
        for key, item in items_of(data).items():
            if key[0] == section:
                item["id"] = renamed.get(key[1], key[1])
        ids |= renamed
        if section == "actors":
            for caveat in data["caveats"]:
                caveat["about"] = ids.get(caveat["about"], caveat["about"])
    return Brief.model_validate(data)


@dataclass(frozen=True, slots=True)
class _Line:
    """An item of either draft: what it rests on, what it says, and what both drafts must have in common to pair it."""

    section: str
    id: str
    ground: str
    text: str
    about: str

    @property
    def base(self) -> str:
        """The id without the ordinal that sets items with the same first sentence apart."""
        return "-".join(self.id.split("-")[:2])


def _lines(data: Item, evidence: Mapping[str, str], basis: Basis | None = None) -> Iterator[_Line]:
    items = items_of(data)
    for key, item in items.items():
        if key not in (TITLE, BOTTOM_LINE):
            yield _line(key, item, " ".join(evidence.get(identity, "") for identity in item.get("evidence", [])))
    for key, ground in (basis.grounds if basis else {}).items():
        if key not in items and key not in (TITLE, BOTTOM_LINE) and ground.item:
            yield _line(key, ground.item, " ".join(ground.sentences.values()))


def _line(key: Key, item: Mapping[str, Any], ground: str) -> _Line:
    section, identity = key
    text = str(item[TEXT_KEYS[section]])
    return _Line(section, identity, ground or text, text, str(item.get("about", "")))


def _matched(now: list[_Line], before: list[_Line]) -> dict[str, str]:
    """The ids of now that change, with the ids to take instead."""
    renamed: dict[str, str] = {}
    new, old = defaultdict(list), defaultdict(list)
    olds = _grouped(before)
    for base, lines in _grouped(now).items():
        for line in _with_same_base(lines, olds.get(base, []), renamed):
            new[line.about].append(line)
    for line in before:
        if line.id not in renamed.values():
            old[line.about].append(line)
    for about, lines in new.items():
        others = old[about]
        ties = ([line.text for line in lines], [line.text for line in others])
        pairs = best_pairs([line.ground for line in lines], [line.ground for line in others], ties)
        renamed |= {lines[i].id: others[j].id for i, j in pairs}
    return {here: there for here, there in renamed.items() if here != there}


def _grouped(lines: list[_Line]) -> dict[str, list[_Line]]:
    groups: dict[str, list[_Line]] = defaultdict(list)
    for line in lines:
        groups[line.base].append(line)
    return groups


def _with_same_base(new: list[_Line], old: list[_Line], renamed: dict[str, str]) -> list[_Line]:
    """Pairs lines with the same first sentence, and gives back those that are left.

    Their ids differ by an ordinal alone, which shifts when one is gone; so the same words go before the same ordinal.
    """
    left = list(old)

    def pair(same: Callable[[_Line, _Line], bool]) -> None:
        for line in new:
            other = next((other for other in left if same(line, other)), None)
            if line.id not in renamed and other:
                renamed[line.id] = other.id
                left.remove(other)

    pair(lambda line, other: fold(line.text) == fold(other.text))
    pair(lambda line, other: line.id == other.id)
    pair(lambda line, other: True)
    rest = [line for line in new if line.id not in renamed]
    taken = {line.id for line in old} | {line.id for line in rest}
    for line in rest:
        if any(line.id == other.id for other in old):
            free = next(f"{line.base}-{number}" for number in count(2) if f"{line.base}-{number}" not in taken)
            taken.add(free)
            renamed[line.id] = free
    return rest
