"""`render`, `show` and `schema`: a brief that a human edited, on paper and in the terminal."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import yaml
from calls import Run, contents

from briefgen.cli.console import visible


def edit(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_the_documents_asked_for_are_written_and_nothing_else(run: Run, brief: Path) -> None:
    before = contents(brief)
    done = run("render", brief, "--format", "md,docx")
    assert (done.code, done.err) == (0, "")
    assert done.files == [str(brief / "talks.md"), str(brief / "talks.docx")]
    after = contents(brief)
    assert after.pop("talks.md")
    assert after == before


@pytest.mark.parametrize("where", [".", "brief.yaml", "../talks"])
def test_a_brief_is_named_by_its_folder_or_its_file(run: Run, brief: Path, monkeypatch, where: str) -> None:
    monkeypatch.chdir(brief)
    assert run("render", where, "--format", "md").code == 0
    assert (brief / "talks.md").is_file()


def test_a_hand_edit_is_used_with_a_warning_unless_quiet(run: Run, brief: Path) -> None:
    edit(brief / "brief.yaml", "title: Norland", "title: Northern Norland")
    done = run("render", brief, "--format", "md")
    assert done.code == 0
    assert done.err == f"warning: {brief}/brief.yaml was edited by hand; its text is used as it stands\n"
    assert "Northern Norland" in (brief / "talks.md").read_text(encoding="utf-8")
    assert run("render", brief, "--format", "md", "--quiet").err == ""
    assert "was edited by hand" in run("show", brief).err


def test_overrides_and_options_change_the_documents_and_not_the_brief(run: Run, brief: Path) -> None:
    (brief / "overrides.yaml").write_text("title: Fees and fish\n", encoding="utf-8")
    before = (brief / "brief.yaml").read_bytes()
    assert run("render", brief, "--format", "md", "--date", "2031-01-09").code == 0
    text = (brief / "talks.md").read_text(encoding="utf-8")
    assert "Fees and fish" in text
    assert "2031" in text
    assert (brief / "brief.yaml").read_bytes() == before


def test_show_sets_every_section_within_the_terminal(run: Run, brief: Path, monkeypatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    done = run("show", brief)
    assert done.code == 0
    assert max(len(line) for line in done.out.splitlines()) <= 80
    for heading in (
        "Bottom line",
        "Key points",
        "Issues and positions",
        "Red lines",
        "Next steps",
        "Quotations",
        "Actors",
    ):
        assert f"{heading} ─" in done.out
    data = yaml.safe_load((brief / "brief.yaml").read_text(encoding="utf-8"))
    for item in data["red_lines"] + data["next_steps"] + data["quotes"]:
        assert item["id"] in done.out
        assert item["evidence"][0] in done.out


def test_show_takes_text_for_text_and_keeps_the_terminal_whole(run: Run, brief: Path) -> None:
    (brief / "overrides.yaml").write_text(
        'title: "[bold red]Fees[/] [link=file:///etc]x[/link] \\u202Eslaet :smile:"\n', encoding="utf-8"
    )
    done = run("show", brief)
    assert done.code == 0
    assert "[bold red]Fees[/] [link=file:///etc]x[/link]" in done.out
    assert ":smile:" in done.out
    assert "\u202e" not in done.out


@pytest.mark.parametrize("text", ["\x1b[2J", "\x9b2J", "\x1b]0;owned\x07", "a\rb", "\u2066x\u2069", "\udcff"])
def test_nothing_that_commands_a_terminal_is_printed(text: str) -> None:
    assert "\ufffd" in visible(text)
    assert all(character.isprintable() for character in visible(text))


def test_show_as_yaml_prints_the_merged_brief(run: Run, brief: Path) -> None:
    (brief / "overrides.yaml").write_text("title: Fees and fish\n", encoding="utf-8")
    done = run("show", brief, "--yaml")
    draft = yaml.safe_load((brief / "brief.yaml").read_text(encoding="utf-8"))
    assert yaml.safe_load(done.out) == {**draft, "title": "Fees and fish"}


def test_the_example_overrides_change_nothing(run: Run, brief: Path) -> None:
    merged = run("show", brief, "--yaml").out
    (brief / "overrides.yaml").unlink()
    assert run("show", brief, "--yaml").out == merged


@pytest.mark.parametrize("kind", ["brief", "overrides"])
def test_the_schema_is_the_one_beside_the_brief(run: Run, brief: Path, kind: str) -> None:
    done = run("schema", kind)
    assert done.code == 0
    assert json.loads(done.out) == json.loads((brief / ".briefgen" / f"{kind}.schema.json").read_bytes())


def test_the_schema_is_that_of_the_brief_unless_asked_otherwise(run: Run) -> None:
    assert "red_lines" in json.loads(run("schema").out)["properties"]
