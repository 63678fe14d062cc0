"""What a check ends in: findings at places of the user's files."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Literal

from briefgen.errors import BriefFileError, Place
from briefgen.model.merged import Path

Level = Literal["error", "warning"]
_SHOWN = 60


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


def shown(text: str) -> str:
    """A text for a message: on one line, cut to 60 characters."""
    line = " ".join(text.split())
    return line if len(line) <= _SHOWN else f"{line[: _SHOWN - 1].rstrip()}…"


@contextmanager
def told_as(rule: str, findings: list[Finding]) -> Iterator[None]:
    """Makes a finding of an error that says why a file could not be taken, and goes on behind the block.

    A file that cannot be read at all, so that no place in it is to blame, stays an error.
    """
    try:
        yield
    except BriefFileError as error:
        if error.place is None:
            raise
        message = error.what.removeprefix(f"{error.place}: ")
        findings.append(Finding(rule, "error", error.place, message, error.hint))
