"""Edits -> the lines that say them in an `overrides.yaml`: block style with comments, or all in brackets."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any

from briefgen.briefyaml.reading.quoting import NEEDS_ESCAPES, UNHOLDABLE, quoted
from briefgen.briefyaml.writing.dump import dump_flow, dump_plain

Plain = str | int | bool | dt.date | list[Any] | dict[str, Any] | None
DRAFT = "draft: "  # before what the machine wrote, in a comment above what replaces it
_LONGEST_NAME = 40  # characters; a list of longer texts has a line for each
_LONGEST_COMMENT = 100


@dataclass(frozen=True, slots=True)
class Change:
    """A key to write with its value, below a comment unless that is empty."""

    key: str
    value: Plain | Keys | Entries
    comment: str = ""

    @property
    def says_something(self) -> bool:
        """Whether there is anything to write: where only the order of items changed, `order:` says it."""
        match self.value:
            case Keys():
                return bool(self.value.changes)
            case Entries():
                return bool(self.value.items)
            case _:
                return True


@dataclass(frozen=True, slots=True)
class Keys:
    """A mapping to write."""

    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class Entries:
    """A list of entries to write."""

    items: tuple[Keys, ...]


def block(keys: Keys, *, literals: bool = True) -> list[str]:
    """The lines of a mapping in block style, the first column its own.

    `literals` False: no text stands in a block (|), for the lines that follow might be taken for a part of it.
    """
    lines = []
    for change in keys.changes:
        if change.comment:
            lines.append(f"# {change.comment}")
        inline, below = value_lines(change.value, literals=literals)
        lines += [f"{change.key}:{inline}", *below]
    return lines


def value_lines(value: Plain | Keys | Entries, *, literals: bool = True) -> tuple[str, list[str]]:
    """What stands on the line of the key behind its colon, with the space before it, and the lines below the key."""
    match value:
        case Keys():
            return "", [_further_in(line) for line in block(value, literals=literals)]
        case Entries():
            return "", entry_lines(value, literals=literals)
        case [str(), *_] if any(len(text) > _LONGEST_NAME or "\n" in text for text in value):
            return "", [line for text in value for line in item_lines(text, literals=literals)]
        case str() if value.endswith("\n"):  # in a block its end would hang on the lines that follow
            return f" {quoted(value)}", []
        case _ if not literals:
            return f" {flow(value)}", []
        case _:
            first, *below = dump_plain({"k": value, "end": ""}).split("\n")[:-2]
            return first.removeprefix("k:"), below


def item_lines(text: str, *, literals: bool = True) -> list[str]:
    """The lines of a text as an item of a list in block style."""
    inline, below = value_lines(text, literals=literals)
    return [f"-{inline}", *below]


def entry_lines(entries: Entries, *, literals: bool = True) -> list[str]:
    """The lines of a list of entries in block style."""
    lines = []
    for keys in entries.items:
        first, *below = block(keys, literals=literals)
        lines += [f"- {first}", *map(_further_in, below)]
    return lines


def flow(value: Plain | Keys | Entries) -> str:
    """A value on one line, as it may stand among others in brackets; comments have no place there."""
    return dump_flow(_plain(value))


def flow_pairs(keys: Keys) -> str:
    """The keys and values of a mapping on one line, without its brackets."""
    return ", ".join(f"{change.key}: {flow(change.value)}" for change in keys.changes)


def draft_comment(text: str) -> str:
    """The comment that tells what the machine wrote, cut to one line; empty where that was nothing."""
    line = NEEDS_ESCAPES.sub("\ufffd", UNHOLDABLE.sub("\ufffd", " ".join(text.split())))
    cut = line if len(line) <= _LONGEST_COMMENT else line[: _LONGEST_COMMENT - 1].rstrip() + "…"
    return f"{DRAFT}{cut}" if cut else ""


def _plain(value: Plain | Keys | Entries) -> Plain:
    match value:
        case Keys():
            return {change.key: _plain(change.value) for change in value.changes}
        case Entries():
            return [_plain(keys) for keys in value.items]
        case _:
            return value


def _further_in(line: str) -> str:
    return f"  {line}" if line else line
