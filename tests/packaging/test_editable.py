"""A developer's install reads the house styles of the checkout, so that an edit of one shows at the next run."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
BUILD = "import sys; from hatchling.build import build_editable; print(build_editable(sys.argv[1]))"
LABEL = "import sys; from briefgen.rendering import load_style; print(load_style(sys.argv[1]).label)"


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A copy of what an install takes from the project, for the test to change."""
    copy = tmp_path / "checkout"
    for folder in ("briefgen", "templates"):
        shutil.copytree(ROOT / folder, copy / folder, ignore=shutil.ignore_patterns("__pycache__"))
    for file in ("pyproject.toml", "README.md", "LICENSE"):
        shutil.copy(ROOT / file, copy)
    return copy


def label(style: str, *path: Path) -> str:
    """What a program with `path` before all else finds to be the label of a style."""
    return subprocess.run(
        [sys.executable, "-c", LABEL, style],
        cwd=path[0],
        env={**os.environ, "PYTHONPATH": os.pathsep.join(map(str, path))},
        check=True,
        capture_output=True,
        encoding="utf-8",
    ).stdout.strip()


def test_an_editable_install_reads_the_styles_of_the_checkout(checkout: Path, tmp_path: Path) -> None:
    built = subprocess.run(
        [sys.executable, "-c", BUILD, tmp_path], cwd=checkout, check=True, capture_output=True, encoding="utf-8"
    )
    site = tmp_path / "site"
    with zipfile.ZipFile(tmp_path / built.stdout.strip()) as archive:
        (pointer,) = [name for name in archive.namelist() if ".dist-info/" not in name]
        archive.extractall(site)
    added = Path((site / pointer).read_text(encoding="utf-8").strip())
    assert label("info-memo", site, added) == "Information memo"
    style = checkout / "templates" / "info-memo.yaml"
    text = style.read_text(encoding="utf-8")
    style.write_text(text.replace("label: Information memo", "label: Note for the Minister"), encoding="utf-8")
    style.with_name("ours.yaml").write_text(text.replace("name: info-memo", "name: ours"), encoding="utf-8")
    assert label("info-memo", site, added) == "Note for the Minister"
    assert label("ours", site, added) == "Information memo"
