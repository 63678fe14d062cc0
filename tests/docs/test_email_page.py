"""docs/email.md: its configuration is one, complete, and its commands have those options."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from typer.main import get_command

from briefgen import settings
from briefgen.cli import app

PAGE = (Path(__file__).resolve().parents[2] / "docs" / "email.md").read_text(encoding="utf-8")


def test_the_configuration_is_taken_and_has_every_key(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (block,) = re.findall(r"^```toml\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)
    (tmp_path / "briefgen.toml").write_text(block, encoding="utf-8")
    assert [setting.key for setting in settings.listed() if setting.value is None] == []


def test_every_option_that_is_named_exists() -> None:
    commands = get_command(app).commands.values()
    existing = {option for command in commands for each in command.params for option in each.opts}
    assert set(re.findall(r"(?<![\w|-])--[a-z][a-z-]+", PAGE)) <= existing
