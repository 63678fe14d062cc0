"""A batch, called as a user calls it, in a folder of its own."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from briefgen.batch import task
from briefgen.batch import workers as local
from briefgen.cli import main


@dataclass(frozen=True)
class Done:
    """What a call left behind."""

    code: int
    out: str
    err: str


Run = Callable[..., Done]


@pytest.fixture
def batch(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Calls `briefgen batch` in `tmp_path`. Its one worker is this process, so that the model is loaded once."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(local, "run", lambda tasks, jobs, stopped: (task.make_brief(each) for each in tasks))

    def call(*arguments: object) -> Done:
        options = ["--published", "2024-04-27", "--date", "2024-04-28", "--format", "md"]
        with pytest.raises(SystemExit) as ended:
            main(["batch", *map(str, arguments), *options])
        out, err = capsys.readouterr()
        assert "Traceback" not in err
        return Done(int(ended.value.code or 0), out, err)

    return call


@pytest.fixture
def manifest(tmp_path: Path) -> Callable[[], dict[str, dict[str, Any]]]:
    """What the manifest in `output` says last of each article, by its path from `tmp_path`."""

    def read() -> dict[str, dict[str, Any]]:
        lines = (tmp_path / "output" / "manifest.jsonl").read_text(encoding="ascii").splitlines()
        entries = [json.loads(line) for line in lines]
        return {entry["input"].removeprefix(f"{tmp_path}/"): entry for entry in entries}

    return read
