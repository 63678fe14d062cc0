"""docs/batch.md: its options exist, and its manifest is the one that is written."""

from __future__ import annotations

import dataclasses
import re
from pathlib import Path

from typer.main import get_command

from briefgen.batch.task import Result
from briefgen.cli import app

PAGE = (Path(__file__).resolve().parents[2] / "docs" / "batch.md").read_text(encoding="utf-8")


def test_every_option_that_is_named_exists() -> None:
    commands = get_command(app).commands
    existing = {option for each in commands["batch"].params for option in each.opts}
    named = set(re.findall(r"(?<![\w|-])--[a-z][a-z-]+", PAGE))
    assert named - {"--title", "--name"} <= existing
    assert not {"--title", "--name"} & existing


def test_every_key_of_the_manifest_is_told() -> None:
    table = PAGE.partition("An entry of the manifest:")[2].partition("\n\nA brief is")[0]
    rows = re.findall(r"^\| (`[^|]*`) \|", table, re.MULTILINE)
    told = {name for row in rows for name in re.findall(r"`(\w+)`", row)}
    assert told == {field.name for field in dataclasses.fields(Result)} - {"where"} | {"input"}
