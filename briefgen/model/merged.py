"""A brief with the human's edits made, and what the draft said where they were made."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from briefgen.errors import Place

if TYPE_CHECKING:  # pydantic is slow to import, and this module needs none of it
    from briefgen.model.brief import Brief

Path = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Notice:
    """What a human should know about an edit that was made all the same.

    `rule` is a stable name: text-moved, item-gone, evidence-moved, evidence-lost, place-gone. `place` is that of the
    edit in overrides.yaml. `old` and `new` are what the draft said when the edit was made and what it says now; None
    where there is no such text.
    """

    rule: str
    place: Place
    message: str
    hint: str = ""
    old: str | None = None
    new: str | None = None

    def __str__(self) -> str:
        """All of it on one line."""
        said = [" ".join(text.split()) for text in (self.old, self.new) if text is not None]
        match said:
            case [old, new]:
                texts = f": it said “{old}”, it says “{new}”"
            case [old]:
                texts = f": “{old}”"
            case _:
                texts = ""
        return f"{self.place}: {self.message}{texts}"


@dataclass(frozen=True, slots=True)
class Ground:
    """What one edit rests on: the draft's item when the edit was made, keys as in the file.

    `sentences` holds the item's evidence and `cited` the evidence that the human wrote, both verbatim by the ids of
    that time. `edit` is a digest of the edit: one that was changed rests on the draft of that day. `item` is empty
    for an entry that the human added.
    """

    item: Mapping[str, Any] = field(default_factory=dict)
    sentences: Mapping[str, str] = field(default_factory=dict)
    cited: Mapping[str, str] = field(default_factory=dict)
    edit: str = ""


@dataclass(frozen=True, slots=True)
class Basis:
    """The grounds of all edits, by section and id: ("red_lines", "red-3c01"), ("summary", "bottom_line")."""

    grounds: Mapping[tuple[str, str], Ground] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Merged:
    """The brief to print. `human` holds the paths that a human wrote: ("red_lines", "red-3c01", "holder"), or
    ("red_lines", "own-12") for a whole entry. `basis` is what basis.yaml should hold now."""

    brief: Brief
    human: frozenset[Path] = frozenset()
    basis: Basis = field(default_factory=Basis)
    notices: tuple[Notice, ...] = ()

    def is_human(self, path: Path) -> bool:
        """Whether a human wrote the part at `path`, or all of what it belongs to."""
        return any(path[:length] in self.human for length in range(1, len(path) + 1))
