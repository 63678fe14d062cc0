"""`doctor`: whether everything that briefgen needs is there."""

from __future__ import annotations

import json
from pathlib import Path

from calls import Run


def test_doctor_finds_everything_here(run: Run) -> None:
    done = run("doctor", "--json")
    assert done.code == 0
    checks = {check["name"]: check for check in json.loads(done.out)}
    assert {"Python", "briefgen", "language model", "house style", "fonts", "output folder", "spacy"} <= set(checks)
    assert all(check["ok"] for check in checks.values())
    assert "en_core_web_sm" in checks["language model"]["found"]


def test_doctor_tells_what_is_wrong_and_what_to_do(run: Run, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    done = run("doctor", "-o", "file")
    assert done.code == 1
    assert "PROBLEM  output folder" in done.out
    assert "Choose another folder with --output." in done.out
