"""What the overrides change in a brief: the machine's text and yours, item by item."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from difflib import SequenceMatcher
from typing import Any

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from briefgen.cli.layout import hanging, plain
from briefgen.model.brief import Brief
from briefgen.model.ids import TEXT_KEYS
from briefgen.model.merged import Path

_MOST_WORDS = 2000  # comparing two texts word for word takes time by the square of their length
NO_CHANGES = "Your overrides change nothing."


@dataclass(frozen=True, slots=True)
class Change:
    """A part of the brief that is not as the machine drafted it; None where one side has no such part."""

    path: Path
    machine: str | None
    yours: str | None

    def as_json(self) -> dict[str, str | None]:
        """For scripts, the path with dots."""
        return {**asdict(self), "path": ".".join(self.path)}


def changes(draft: Brief, merged: Brief) -> list[Change]:
    """Every difference between the draft and the brief with the overrides, in the order of brief.yaml."""
    old, new = (brief.model_dump(mode="json", by_alias=True, exclude={"evidence"}) for brief in (draft, merged))
    return list(_differences(old, new, ()))


def changes_screen(changed: Sequence[Change]) -> RenderableType:
    """The changes for the terminal: - before the machine's text, + before yours."""
    parts: list[RenderableType] = [plain("- the machine's   + yours", "dim")]
    for change in changed:
        parts += [Text(""), plain(" ".join(change.path), "bold"), *_sides(change.machine, change.yours)]
    return Group(*parts) if changed else plain(NO_CHANGES)


def _differences(old: Any, new: Any, path: Path) -> Iterator[Change]:
    if old == new:
        return
    if isinstance(old, dict) and isinstance(new, dict):
        for key in [*old, *(key for key in new if key not in old)]:
            yield from _differences(old.get(key), new.get(key), (*path, key))
    elif _are_items(old) and _are_items(new):
        yield from _item_differences(old, new, path)
    else:
        yield Change(path, _words(old, path), _words(new, path))


def _item_differences(old: list[Any], new: list[Any], path: Path) -> Iterator[Change]:
    before, after = ({item["id"]: item for item in items} for items in (old, new))
    for identity in [*before, *(identity for identity in after if identity not in before)]:
        one, other = before.get(identity), after.get(identity)
        if one and other:
            yield from _differences(one, other, (*path, identity))
        else:
            yield Change((*path, identity), _words(one, path), _words(other, path))
    kept_before, kept_after = [i for i in before if i in after], [i for i in after if i in before]
    if kept_before != kept_after:
        yield Change((*path, "order"), ", ".join(kept_before), ", ".join(kept_after))


def _are_items(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(entry, dict) and "id" in entry for entry in value)


def _words(value: Any, path: Path) -> str | None:
    """A value in a line; of an item its own words."""
    if value is None:
        return None
    if isinstance(value, list):
        return ("\n" if path[:1] == ("sections",) else ", ").join(_words(part, path) or "" for part in value)
    if isinstance(value, dict):
        text_key = TEXT_KEYS.get(path[-1], "") if path else ""
        if text_key in value:
            return str(value[text_key])
        return "; ".join(filter(None, (_words(part, ()) for part in value.values())))
    return str(value)


def _sides(machine: str | None, yours: str | None) -> Iterator[RenderableType]:
    """Both texts behind their signs, the words that only one of them has underlined."""
    left, right = plain(machine or "", "red"), plain(yours or "", "green")
    if machine and yours:
        old, new = ([match.span() for match in re.finditer(r"\S+", text)] for text in (machine, yours))
        words = [machine[a:b] for a, b in old], [yours[a:b] for a, b in new]
        compared = len(old) + len(new) <= _MOST_WORDS
        for tag, a, b, c, d in SequenceMatcher(None, *words, autojunk=False).get_opcodes() if compared else ():
            if tag != "equal":
                _underline(left, old[a:b])
                _underline(right, new[c:d])
    if machine is not None:
        yield Padding(hanging(Text("-"), left), (0, 0, 0, 2))
    if yours is not None:
        yield Padding(hanging(Text("+"), right), (0, 0, 0, 2))


def _underline(text: Text, words: list[tuple[int, int]]) -> None:
    if words:
        text.stylize("underline", words[0][0], words[-1][1])
