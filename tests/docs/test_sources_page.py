"""docs/sources.md: its commands have those options, its tables name every reader, its bounds are those of the code."""

from __future__ import annotations

import re
from pathlib import Path

from typer.main import get_command

from briefgen.cli import app
from briefgen.sources import READERS, files, mail, pdf, web
from briefgen.sources.mail import passages

PAGE = (Path(__file__).resolve().parents[2] / "docs" / "sources.md").read_text(encoding="utf-8")
WORDS = {4: "four"}


def test_every_option_that_is_named_exists() -> None:
    commands = get_command(app).commands.values()
    existing = {option for command in commands for each in command.params for option in each.opts}
    assert set(re.findall(r"(?<![\w|-])--[a-z][a-z-]+", PAGE)) <= existing


def test_every_reader_is_named() -> None:
    assert set(READERS) - {".htm"} <= set(re.findall(r"`(\.[a-z]+)`", PAGE))


def test_the_bounds_are_those_of_the_code() -> None:
    told = " ".join(PAGE.split())
    assert f"{web._CONNECT:g} seconds to connect, {web._READ:g} for each wait, {web.TOTAL:g} for all of it" in told
    assert f"| size | {files.MAX_BYTES // 1_000_000} MB, unpacked |" in told
    assert f"| redirects | {web._MOST_REDIRECTS}, each checked" in told
    assert f"a note of up to {passages.LONGEST_NOTE} words" in told
    assert f"down to {WORDS[mail._DEEPEST]} mails inside one another" in told
    assert f"up to {pdf._MOST_PAGES} pages and {pdf._MOST_CHARACTERS:,} characters" in told
