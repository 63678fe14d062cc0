"""What a check ends in: findings at places of the user's files."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from briefgen.errors import BriefFileError, BriefgenError, Place
from briefgen.model.merged import Path

Level = Literal["error", "warning"]


@dataclass(frozen=True, slots=True)
class Remark:
    """What a rule has to say about the part of the brief that `path` leads to: its keys and ids, as in
    ("red_lines", "red-3c01", "holder"). `hint` says how to mend it."""

    path: Path
    message: str
    hint: str


@dataclass(frozen=True, slots=True)
class Finding:
    """What is wrong, at its place in brief.yaml or overrides.yaml. `rule` is the name of a rule in the table.

    `old` and `new` are what the draft said when an edit was made and what it says now; None where that is not at issue.
    """

    rule: str
    level: Level
    place: Place
    message: str
    hint: str = ""
    old: str | None = None
    new: str | None = None

    def __str__(self) -> str:
        return f"{self.place}: {self.level}: {self.message} ({self.rule})"


def refused(rule: str, error: BriefgenError, place: Place) -> Finding:
    """The finding that tells what could not be taken; `place` counts where the error names none."""
    if isinstance(error, BriefFileError) and error.place:
        return Finding(rule, "error", error.place, error.what.removeprefix(f"{error.place}: "), error.hint)
    return Finding(rule, "error", place, error.what, error.hint)
