"""The same input gives the same bytes: in another process, with another order of sets, on another day."""

from __future__ import annotations

import datetime as dt
import os
import subprocess
import sys
from pathlib import Path

import pytest
from calls import TALKS, contents

pytestmark = pytest.mark.slow
BRIEFGEN = [sys.executable, "-c", "from briefgen.cli import main; main()"]
# 26 hours apart, so that at any moment it is another day there; with another order of sets.
HERE, THERE = {"TZ": "Etc/GMT+12", "PYTHONHASHSEED": "1"}, {"TZ": "Etc/GMT-14", "PYTHONHASHSEED": "4711"}
STYLES = ["info-memo", "assessment"]  # citations in brackets, and as footnotes
EPOCH = {"SOURCE_DATE_EPOCH": "1714212000"}


def briefgen(folder: Path, environment: dict[str, str], *arguments: str) -> None:
    subprocess.run([*BRIEFGEN, *arguments], cwd=folder, env=os.environ | environment, check=True, capture_output=True)


def made(folder: Path, environment: dict[str, str], *options: str) -> dict[str, bytes]:
    """Every file of a brief in two styles, made and rendered in processes of their own."""
    folder.mkdir()
    (folder / "talks.txt").write_text(TALKS, encoding="utf-8")
    briefgen(folder, environment, "make", "talks.txt", "--published", "2024-04-25", "--marking", "TLP:AMBER", *options)
    found = contents(folder)
    for style in STYLES:
        briefgen(folder, environment, "render", "output/talks", "--style", style, "--format", "docx,pdf,html,md")
        found |= {f"{style} {name}": content for name, content in contents(folder).items()}
    return found


@pytest.mark.parametrize(
    ("environment", "options"),
    [({}, ["--date", "2024-04-28"]), (EPOCH, [])],
    ids=["--date", "SOURCE_DATE_EPOCH"],
)
def test_the_same_input_gives_the_same_bytes(tmp_path: Path, environment: dict[str, str], options: list[str]) -> None:
    one = made(tmp_path / "one", HERE | environment, *options)
    other = made(tmp_path / "other", THERE | environment, *options)
    assert {"brief.yaml", "talks.docx", "talks.pdf", "talks.html", "talks.md"} <= {Path(name).name for name in one}
    assert one.keys() == other.keys()
    assert [name for name in one if one[name] != other[name]] == []


@pytest.mark.parametrize(
    ("environment", "options", "date"),
    [(EPOCH, ["--date", "2024-04-28"], "2024-04-28"), (EPOCH, [], "2024-04-27"), ({}, [], None)],
    ids=["--date", "SOURCE_DATE_EPOCH", "neither"],
)
def test_the_date_given_counts_most_and_the_clock_only_without_any(
    tmp_path: Path, environment: dict[str, str], options: list[str], date: str | None
) -> None:
    (tmp_path / "talks.txt").write_text(TALKS, encoding="utf-8")
    before = dt.datetime.now(dt.UTC).date()
    briefgen(tmp_path, {"TZ": "UTC"} | environment, "draft", "talks.txt", *options)
    after = dt.datetime.now(dt.UTC).date()
    text = (tmp_path / "output" / "talks" / "brief.yaml").read_text(encoding="utf-8")
    assert text.partition("\ndate: ")[2][:10] in ([date] if date else [str(before), str(after)])
