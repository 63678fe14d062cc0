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


YOURS = """
title: Fees and fish
red_lines:
- id: {red}
  holder: Estmark
- id: own-1
  holder: Norland
  statement: No fees at all
  kind: explicit
sections:
  recommendation:
  - {{text: Wait, replies: [Agreed, Not agreed]}}
  options:
  - title: Sign now
    advantages: [It is quick]
  attendees:
  - {{name: Ana Lopes, role: Minister}}
  outlook: Calm
"""


@pytest.fixture
def edited(brief: Path) -> Path:
    """A brief whose first red line has another holder, with a red line and sections that only a human wrote."""
    data = yaml.safe_load((brief / "brief.yaml").read_text(encoding="utf-8"))
    (brief / "overrides.yaml").write_text(YOURS.format(red=data["red_lines"][0]["id"]), encoding="utf-8")
    return brief


def test_origin_marks_each_part_with_who_wrote_it(run: Run, edited: Path, monkeypatch) -> None:
    monkeypatch.setenv("COLUMNS", "100")
    lines = run("show", edited, "--origin").out.splitlines()
    legend = next(line for line in lines if "yours" in line)
    assert legend == "◆ yours   · the machine's"
    assert "◆ Fees and fish" in lines
    changed = next(line for line in lines if "◆ Estmark" in line)
    assert "· " in changed  # its statement is still the machine's
    added = next(line for line in lines if "No fees at all" in line)
    assert added.count("◆") == 4  # whose, what, of which kind, with which id
    assert "·" not in added
    assert "◆ Wait" in lines
    assert not any("·" in line or "◆" in line for line in run("show", edited).out.splitlines())


def test_what_only_a_human_writes_is_shown_too(run: Run, edited: Path) -> None:
    out = run("show", edited).out
    for text in ("Recommendation ─", "[ ] Agreed", "Options ─", "+ It is quick", "Ana Lopes, Minister", "Outlook ─"):
        assert text in out


def test_diff_shows_what_stood_there_and_what_stands_there_now(run: Run, edited: Path) -> None:
    red = yaml.safe_load((edited / "brief.yaml").read_text(encoding="utf-8"))["red_lines"][0]
    out = run("show", edited, "--diff").out
    assert f"red_lines {red['id']} holder\n  - {red['holder']}\n  + Estmark\n" in out
    assert "red_lines own-1\n  + No fees at all\n" in out
    assert "sections outlook\n  + Calm\n" in out
    assert red["statement"] not in out


def test_diff_shows_what_was_dropped(run: Run, brief: Path) -> None:
    red = yaml.safe_load((brief / "brief.yaml").read_text(encoding="utf-8"))["red_lines"][0]
    (brief / "overrides.yaml").write_text(f"red_lines:\n- {{id: {red['id']}, drop: true}}\n", encoding="utf-8")
    assert f"red_lines {red['id']}\n  - {red['statement']}" in run("show", brief, "--diff").out


def test_diff_of_texts_as_long_as_a_file_may_be_is_quick(run: Run, brief: Path) -> None:
    draft = (brief / "brief.yaml").read_text(encoding="utf-8")
    (brief / "brief.yaml").write_text(draft.replace("\ntitle: ", f"\ntitle: {'a b ' * 50_000}"), encoding="utf-8")
    (brief / "overrides.yaml").write_text(f"title: {'b a ' * 50_000}end\n", encoding="utf-8")
    out = run("show", brief, "--diff").out
    assert out.startswith("- the machine's   + yours\n\ntitle\n  - a b a b")
    assert out.endswith(" end\n")


def test_diff_shows_what_was_emptied_and_what_was_moved(run: Run, brief: Path) -> None:
    data = yaml.safe_load((brief / "brief.yaml").read_text(encoding="utf-8"))
    step, points = data["next_steps"][0], [point["id"] for point in data["summary"]["key_points"]]
    (brief / "overrides.yaml").write_text(
        f"next_steps:\n- id: {step['id']}\n  owners: []\norder:\n  key_points: [{points[-1]}]\n", encoding="utf-8"
    )
    out = run("show", brief, "--diff").out
    assert f"next_steps {step['id']} owners\n  - {', '.join(step['owners'])}\n  +\n" in out
    assert f"summary key_points order\n  - {points[0]}, " in out
    assert f"\n  + {points[-1]}, {points[0]}" in out


def test_diff_says_so_where_nothing_was_changed(run: Run, brief: Path) -> None:
    assert run("show", brief, "--diff").out == "Your overrides change nothing.\n"
    assert json.loads(run("show", brief, "--diff", "--json").out) == []


def test_the_changes_and_the_brief_as_json(run: Run, edited: Path) -> None:
    changes = {change["path"]: change for change in json.loads(run("show", edited, "--diff", "--json").out)}
    assert changes["title"]["yours"] == "Fees and fish"
    assert changes["red_lines.own-1"] == {"path": "red_lines.own-1", "machine": None, "yours": "No fees at all"}
    assert json.loads(run("show", edited, "--json").out)["title"] == "Fees and fish"


def test_json_cannot_command_a_terminal(run: Run, brief: Path) -> None:
    (brief / "overrides.yaml").write_text('title: "\\u202Eslaet \\x9b2J"\n', encoding="utf-8")
    for options in (["--json"], ["--diff", "--json"]):
        out = run("show", brief, *options).out
        assert out.isascii()
        assert "\\u202eslaet" in out


def test_show_as_yaml_is_a_brief_of_its_own(run: Run, edited: Path, tmp_path: Path) -> None:
    merged = run("show", edited, "--yaml").out
    alone = tmp_path / "alone" / "brief.yaml"
    alone.parent.mkdir()
    alone.write_text(merged, encoding="utf-8")
    assert run("show", alone, "--yaml").out == merged


@pytest.mark.parametrize("width", [20, 40, 63, 64, 200])
@pytest.mark.parametrize("options", [[], ["--origin"], ["--diff"]])
def test_show_fits_terminals_of_every_width_and_loses_no_word(
    run: Run, edited: Path, monkeypatch, width: int, options: list[str]
) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    out = run("show", edited, *options).out
    assert max(len(line) for line in out.splitlines()) <= min(width, 110)
    assert "Estmark" in out
    assert not any(line.endswith(" ") for line in out.splitlines())


@pytest.mark.parametrize("options", [[], ["--origin"], ["--diff"]])
def test_show_has_no_colour_codes_when_it_is_piped(run: Run, edited: Path, options: list[str]) -> None:
    assert "\x1b" not in run("show", edited, *options).out


@pytest.mark.parametrize("options", [["--origin", "--diff"], ["--yaml", "--json"], ["--yaml", "--origin"]])
def test_forms_that_exclude_each_other_are_wrong_usage(run: Run, brief: Path, options: list[str]) -> None:
    done = run("show", brief, *options)
    assert (done.code, done.out) == (2, "")
    assert "go together" in done.err
