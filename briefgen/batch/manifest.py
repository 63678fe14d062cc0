"""`manifest.jsonl`: what came of each article, a line of JSON each, the last one of an article counting."""

from __future__ import annotations

import contextlib
import json
import os
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import IO, Any

from briefgen import storage
from briefgen.batch.inputs import MANIFEST, identity
from briefgen.batch.task import Result
from briefgen.errors import StorageError


@dataclass(frozen=True, slots=True)
class Known:
    """What has to be known of an article from an earlier run. `place` is where its line begins."""

    folder: str
    digest: str | None
    state: str | None
    files: tuple[str, ...]
    place: int


class Manifest:
    """The file in the output folder. What is added is on the disk when `add` returns. Raises StorageError."""

    def __init__(self, output: Path) -> None:
        self.path = output / MANIFEST
        self.known: dict[str, Known] = {}
        self._file: IO[bytes] | None = None
        self._end = 0
        stale = self._read()
        if stale:
            self._rewrite()

    def add(self, result: Result) -> None:
        """Record what came of an article. Where it failed, the lines of its brief before, if any, stay on the page."""
        entry = _entry(result)
        before = self.known.get(entry["input"])
        if result.outcome == "failed" and before:
            earlier = self._entry_at(before)
            entry |= {key: earlier.get(key) for key in ("files", "title", "published", "lines")}
        self._append(entry)

    def entries(self) -> Iterator[dict[str, Any]]:
        """The last entry of each article, by the name of its folder."""
        for known in sorted(self.known.values(), key=lambda known: known.folder):
            yield self._entry_at(known)

    def close(self) -> None:
        """Nothing is added any more."""
        if self._file:
            with contextlib.suppress(OSError):  # what a full disk would not take was told when it was added
                self._file.close()

    def _read(self) -> bool:
        """Take in what is recorded; whether a line is superseded, or cut short by a crash."""
        stale = False
        try:
            with self.path.open("rb") as file:
                for line in file:
                    entry = _parsed(line)
                    if entry is None and line.endswith(b"\n"):
                        raise StorageError(f"{self.path} is not a manifest of briefgen", "Move it away.")
                    stale = stale or entry is None or entry["input"] in self.known
                    if entry is not None:
                        self.known[entry["input"]] = _known(entry, self._end)
                    self._end += len(line)
        except FileNotFoundError:
            return False
        except OSError as error:
            raise storage.storage_error(f"cannot read {self.path}", error) from error
        return stale

    def _rewrite(self) -> None:
        lines = [_line(entry) for entry in self.entries()]
        self.close()
        self._file = None
        storage.write_together({self.path: b"".join(lines)})
        self.known.clear()
        self._end = 0
        self._read()

    def _append(self, entry: dict[str, Any]) -> None:
        line = _line(entry)
        try:
            file = self._opened()
            file.seek(self._end)
            file.write(line)
            file.flush()
            os.fsync(file.fileno())
        except OSError as error:
            raise storage.storage_error(f"cannot write {self.path}", error) from error
        self.known[entry["input"]] = _known(entry, self._end)
        self._end += len(line)

    def _entry_at(self, known: Known) -> dict[str, Any]:
        file = self._opened()
        file.seek(known.place)
        return _parsed(file.readline()) or {}

    def _opened(self) -> IO[bytes]:
        if self._file is None:
            if not self.path.exists():
                storage.write_together({self.path: b""})
            self._file = self.path.open("r+b")
        return self._file


def _entry(result: Result) -> dict[str, Any]:
    values = asdict(result)
    return {"input": identity(values.pop("where")), **values, "seconds": round(result.seconds, 3)}


def _line(entry: dict[str, Any]) -> bytes:
    return json.dumps(entry).encode() + b"\n"  # in ASCII, so that every file name can be written


def _parsed(line: bytes) -> dict[str, Any] | None:
    """The entry of a line; None where a crash cut it short, or it is none of ours."""
    try:
        entry = json.loads(line) if line.endswith(b"\n") else None
    except ValueError:
        return None
    fits = isinstance(entry, dict) and isinstance(entry.get("input"), str) and isinstance(entry.get("folder"), str)
    return entry if fits else None


def _known(entry: dict[str, Any], place: int) -> Known:
    return Known(entry["folder"], entry.get("digest"), entry.get("state"), tuple(entry.get("files") or ()), place)
