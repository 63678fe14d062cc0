"""Bytes from a path or from standard input: bounded, and with an error that says what to do instead."""

from __future__ import annotations

import difflib
import itertools
import stat
import sys
import unicodedata
from pathlib import Path
from typing import BinaryIO

from briefgen.errors import SourceError

MAX_BYTES = 20_000_000  # a source of exactly this size is still read
_LIKE_ADDRESSES = (("http:",), ("https:",))
_NAMES_LOOKED_AT = 10_000  # of a folder, when a name near to the missing one is sought


def read_stdin(stdin: BinaryIO | None) -> bytes:
    """All of standard input, at most MAX_BYTES; SourceError when it holds more or cannot be read."""
    name = "standard input"
    try:
        return _read_bounded(stdin or sys.stdin.buffer, name)
    except OSError as error:
        raise SourceError(f"{name} cannot be read: {error.strerror or error}.") from error


def read_file(where: str, suffixes: tuple[str, ...]) -> tuple[str, bytes]:
    """The name of the file as it may be shown, and its bytes. `suffixes` are those that somebody can read.

    Raises SourceError when there is no such file, it is of another kind, may not be read or is too large.
    """
    name = _printable_name(where)
    path = Path(where)
    try:
        mode = path.stat().st_mode
    except (FileNotFoundError, NotADirectoryError) as error:
        raise SourceError(f"There is no file {name}.", _hint_for_missing(path)) from error
    except OSError as error:
        raise _unreadable(name, error) from error
    if stat.S_ISDIR(mode):
        raise SourceError(f"{name} is a folder, not an article.", "Give the article's file itself.")
    if not stat.S_ISREG(mode):
        raise SourceError(f"{name} is a device or a pipe, not a file.", "Give - as the article to read standard input.")
    if path.suffix.lower() not in suffixes:
        kind = f"files of type {path.suffix}" if path.suffix else "files without a type"
        raise SourceError(
            f"{name} cannot be read: {kind} are not supported.",
            f"Supported: {', '.join(suffixes)}. Save the article as one of these, or pipe its text in with -.",
        )
    try:
        with path.open("rb") as file:
            return name, _read_bounded(file, name)
    except OSError as error:
        raise _unreadable(name, error) from error


def _read_bounded(file: BinaryIO, name: str) -> bytes:
    # A raw stream may give fewer bytes than asked for, so ask until it has no more.
    chunks: list[bytes] = []
    left = MAX_BYTES + 1
    while left and (chunk := file.read(left)):
        chunks.append(chunk)
        left -= len(chunk)
    if not left:
        limit = MAX_BYTES // 1_000_000
        raise SourceError(
            f"{name} is larger than {limit} MB.", "Give one article; cut the file into its articles first."
        )
    return b"".join(chunks)


def _printable_name(where: str) -> str:
    """`where`, unless it holds characters that cannot be shown or written into a brief."""
    shown = where.encode("unicode_escape").decode("ascii")
    if not where:
        raise SourceError("The name of the article is empty.", "Give a file, or - for standard input.")
    if any(unicodedata.category(character) in ("Cc", "Cs", "Zl", "Zp") for character in where):
        raise SourceError(
            f"The file name '{shown}' holds a line break or another character that cannot be written into a brief.",
            "Rename the file.",
        )
    return where


def _hint_for_missing(path: Path) -> str:
    if path.parts[:1] in _LIKE_ADDRESSES or str(path).startswith("www."):
        return "Check the path; a web address begins with https://."
    try:
        names = [entry.name for entry in itertools.islice(path.parent.iterdir(), _NAMES_LOOKED_AT)]
    except FileNotFoundError:
        return f"There is no folder {path.parent} either: check the path."
    except OSError:
        return "Check the path."
    near = difflib.get_close_matches(path.name, names, n=1)
    # The neighbour's name comes from the disk and may hold anything.
    return f"Did you mean {path.parent / near[0]!s}?" if near and near[0].isprintable() else "Check the path."


def _unreadable(name: str, error: OSError) -> SourceError:
    if isinstance(error, PermissionError):
        return SourceError(
            f"{name} cannot be read: permission denied.", "Ask its owner, or give a copy that you may read."
        )
    return SourceError(f"{name} cannot be read: {error.strerror or error}.", "Check the path.")
