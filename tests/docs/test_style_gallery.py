"""The page on house styles tells the truth: its styles, pictures, commands and keys are there."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest
import yaml
from PIL import Image
from typer.main import get_command

from briefgen.cli import app
from briefgen.model.style import Style
from briefgen.rendering import load_style
from briefgen.rendering.marking import TLP_LABELS
from briefgen.rendering.styles import style_files
from briefgen.rendering.word.roles import ASKED_OF_A_LETTERHEAD

DOCS = Path(__file__).resolve().parents[2] / "docs"
PAGE = (DOCS / "styles.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```(\w+)\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)
COMMANDS = get_command(app).commands
NAMES = [file.name for file in style_files()]


def test_every_style_is_named_and_no_other() -> None:
    assert sorted(re.findall(r"^### (.*)$", PAGE, re.MULTILINE)) == NAMES


@pytest.mark.parametrize("format", ["word", "pdf"])
@pytest.mark.parametrize("style", NAMES)
def test_the_first_page_of_every_style_is_there_and_small(style: str, format: str) -> None:
    picture = f"pictures/style-{style}-{format}.png"
    assert f'<img src="{picture}"' in PAGE
    assert (DOCS / picture).stat().st_size < 60_000
    with Image.open(DOCS / picture) as page:
        assert 1.25 < page.height / page.width < 1.45


def test_every_file_that_is_linked_exists() -> None:
    for link in re.findall(r"\]\(([^)]+)\)|src=\"([^\"]+)\"", PAGE):
        assert (DOCS / "".join(link)).exists(), link


def test_every_command_and_option_that_is_named_exists() -> None:
    lines = [line for language, text in BLOCKS if language == "sh" for line in text.splitlines()]
    assert lines
    for line in [*lines, *re.findall(r"`(briefgen [^`]+)`", PAGE)]:
        _, command, *arguments = shlex.split(line)
        options = {option for each in COMMANDS[command].params for option in each.opts}
        assert {argument for argument in arguments if argument.startswith("--")} <= options, line


def test_the_keys_of_the_example_fit_a_style() -> None:
    changes = [yaml.safe_load(text) for language, text in BLOCKS if language == "yaml"]
    assert len(changes) == 1
    changed = Style.model_validate({**load_style("info-memo").model_dump(), **changes[0]})
    assert changed.label == "Note to the cabinet"


def test_what_a_letterhead_needs_and_the_labels_of_tlp_are_those_of_the_program() -> None:
    for word in (*ASKED_OF_A_LETTERHEAD, *TLP_LABELS):
        assert word in PAGE
