"""What the user named, a folder, a pattern, a list, a file or an address, as the articles that it stands for."""

from __future__ import annotations

import itertools
import os
import re
import sys
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO

from briefgen.errors import SourceError

LIST = "-"
MANIFEST = "manifest.jsonl"
_MAGIC = re.compile(r"[*?\[]")
_ADDRESS = re.compile(r"https?://", re.IGNORECASE)
_LARGEST_LIST = 100_000_000  # bytes


@dataclass(slots=True)
class Found:
    """The articles (paths and addresses), each once and in order; how many files of other types were left out; and
    which folders could not be looked into, with the reason."""

    articles: list[str] = field(default_factory=list)
    others: int = 0
    closed: list[tuple[str, str]] = field(default_factory=list)


def is_address(where: str) -> bool:
    """Whether an article is on the web."""
    return bool(_ADDRESS.match(where))


def identity(where: str) -> str:
    """What an article is known by, from whatever folder it is named."""
    return where if is_address(where) else os.path.abspath(where)  # noqa: PTH100  resolves no links, takes any name


def find(named: Sequence[str], output: Path, stdin: BinaryIO | None = None) -> Found:
    """The articles that `named` stands for. `output` and folders of briefs are not looked into, hidden files neither.

    Raises SourceError for a pattern that fits nothing, a list that cannot be read, and a name that is nothing at all.
    """
    finder = _Finder(output)
    for name in named:
        for one in _listed(name, stdin):
            finder.add(one)
    finder.found.articles = list(dict.fromkeys(finder.found.articles))
    return finder.found


def _listed(name: str, stdin: BinaryIO | None) -> Sequence[str]:
    """The lines of a list, or the name itself where it is none."""
    if name == LIST:
        return _lines((stdin or sys.stdin.buffer).read(_LARGEST_LIST))
    path = Path(name)
    if is_address(name) or not _is_file(path) or path.suffix.lower() not in ("", ".txt", ".list", ".lst"):
        return [name]
    try:
        with path.open("rb") as file:
            if not _names_an_article(next(iter(_lines(file.read(10_000))), "")):
                return [name]
            file.seek(0)
            return _lines(file.read(_LARGEST_LIST))
    except OSError as error:
        raise SourceError(f"{name} cannot be read: {error.strerror}.", "Check the file.") from error


def _lines(data: bytes) -> list[str]:
    """The lines of a list, without those that are empty or begin with #."""
    lines = (line.strip() for line in os.fsdecode(data.removeprefix(b"\xef\xbb\xbf")).splitlines())
    return [line for line in lines if line and not line.startswith("#")]


def _names_an_article(line: str) -> bool:
    """Whether the first line of a file is one of a list, and not of an article."""
    return is_address(line) or Path(line).suffix.lower() in _suffixes() or (len(line) < 4096 and Path(line).exists())


def _suffixes() -> frozenset[str]:
    from briefgen.sources import READERS

    return frozenset(READERS)


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except (OSError, ValueError):
        return False


class _Finder:
    """Collects articles; each folder is looked into once, so that links in a circle come to an end."""

    def __init__(self, output: Path) -> None:
        self.found = Found()
        self._suffixes = _suffixes()
        self._seen: set[tuple[int, int]] = set()
        try:
            status = output.stat()
            self._seen.add((status.st_dev, status.st_ino))
        except OSError:
            pass  # not there yet, so nobody comes across it

    def add(self, name: str) -> None:
        """An article, a folder of them, or a pattern of names."""
        path = Path(name)
        if is_address(name) or _is_file(path):
            self.found.articles.append(name)
        elif os.path.isdir(name):  # noqa: PTH112  false for what no file system takes, where Path raises
            self._walk(name)
        elif _MAGIC.search(name):
            self._match(name)
        else:
            self.found.articles.append(name)  # reading it tells what is wrong, and the others are done

    def _match(self, pattern: str) -> None:
        root = Path(Path(pattern).anchor)
        parts = Path(pattern).relative_to(root).parts
        fixed = root.joinpath(*itertools.takewhile(lambda part: not _MAGIC.search(part), parts))
        matches = [path for path in sorted(root.glob(str(Path(*parts)))) if not self._is_left_out(path, fixed)]
        if not matches:
            raise SourceError(f"No file fits the pattern {pattern}.", "Check it; ** stands for folders at any depth.")
        for path in matches:
            if path.is_dir():
                self._walk(str(path))
            elif path.suffix.lower() in self._suffixes:
                self.found.articles.append(str(path))
            else:
                self.found.others += 1

    def _is_left_out(self, path: Path, fixed: Path) -> bool:
        """Whether a match is hidden or ours; `fixed` is the part of the pattern that the user spelt out."""
        if any(part.startswith(".") for part in path.relative_to(fixed).parts):
            return True
        within = (folder for folder in path.parents if folder.is_relative_to(fixed))
        return any(self._was_seen(folder) or _is_ours(folder) for folder in within)

    def _walk(self, folder: str) -> None:
        """Folders wait in a list of their own, since they may be nested more deeply than calls can be."""
        waiting = [folder]
        while waiting:
            place = waiting.pop()
            try:
                entries = self._entries(place)
            except OSError as error:
                self.found.closed.append((place, error.strerror or str(error)))
                continue
            waiting += reversed([entry.path for entry in entries if _is_folder(entry)])
            for entry in entries:
                if _is_folder(entry):
                    continue
                if os.path.splitext(entry.name)[1].lower() in self._suffixes:  # noqa: PTH122  takes any name
                    self.found.articles.append(entry.path)
                else:
                    self.found.others += 1

    def _entries(self, folder: str) -> Sequence[os.DirEntry[str]]:
        """What is in a folder, by name; nothing where it was looked into before or is a brief's."""
        if self._was_seen(Path(folder)) or _is_ours(Path(folder)):
            return ()
        status = os.stat(folder)  # noqa: PTH116  takes any name
        self._seen.add((status.st_dev, status.st_ino))
        with os.scandir(folder) as scan:
            entries = sorted(scan, key=lambda entry: entry.name)
        return [entry for entry in entries if not entry.name.startswith(".")]

    def _was_seen(self, folder: Path) -> bool:
        status = folder.stat()
        return (status.st_dev, status.st_ino) in self._seen


def _is_ours(folder: Path) -> bool:
    """Whether a folder is that of a brief, or one that a batch wrote its briefs into."""
    return (folder / ".briefgen").is_dir() or (folder / MANIFEST).is_file()


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:  # a link that leads round in a circle
        return False
