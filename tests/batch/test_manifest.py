"""The manifest outlives crashes and full disks, and does not grow with every run."""

from __future__ import annotations

import contextlib
import errno
import json
import os
from pathlib import Path

import pytest

from briefgen.batch.manifest import Manifest
from briefgen.batch.task import Result
from briefgen.errors import StorageError


def made(name: str, digest: str = "1") -> Result:
    return Result(
        f"/feeds/{name}.txt", name, "made", 1.0, digest=digest, files=(f"{name}/brief.yaml",), lines=({"a": 1},)
    )


def test_the_last_line_of_an_article_counts_and_older_ones_go(tmp_path: Path) -> None:
    for digest in "123":
        with contextlib.closing(Manifest(tmp_path)) as manifest:
            for name in ("b", "a"):
                manifest.add(made(name, digest))
            assert [(entry["folder"], entry["digest"]) for entry in manifest.entries()] == [
                ("a", digest),
                ("b", digest),
            ]
    assert Manifest(tmp_path).known["/feeds/a.txt"].digest == "3"
    assert len((tmp_path / "manifest.jsonl").read_bytes().splitlines()) == 2


def test_what_is_added_is_on_the_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    synced = []
    monkeypatch.setattr(os, "fsync", synced.append)
    manifest = Manifest(tmp_path)
    manifest.add(made("a"))
    assert json.loads((tmp_path / "manifest.jsonl").read_text())["folder"] == "a"
    before = len(synced)
    manifest.add(made("b"))
    assert len(synced) == before + 1
    manifest.close()


def test_a_failure_keeps_the_lines_of_the_brief_before_and_is_tried_again(tmp_path: Path) -> None:
    manifest = Manifest(tmp_path)
    manifest.add(made("a"))
    manifest.add(Result("/feeds/a.txt", "a", "failed", 0.1, error="gone", hint="Look."))
    (entry,) = manifest.entries()
    assert (entry["lines"], entry["files"], entry["digest"]) == ([{"a": 1}], ["a/brief.yaml"], None)
    manifest.close()


def test_a_full_disk_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    manifest = Manifest(tmp_path)
    manifest.add(made("a"))

    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(StorageError, match=r"cannot write .*manifest\.jsonl: no space left") as told:
        manifest.add(made("b"))
    assert "Free some space" in told.value.hint
    manifest.close()
