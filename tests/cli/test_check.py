"""`check`: findings that an editor can jump to, and the exit code that a script goes by."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
import yaml
from calls import Run, contents

PAST = """
next_steps:
- action: Write to all missions
  owners: [Norland]
  due:
    text: last week
    latest: 2024-04-20
  status: ordered
"""
TWICE = "summary:\n  key_points:\n  - text: Fees are the crux\n  - text: Fees are the crux.\n"


def override(brief: Path, text: str) -> None:
    (brief / "overrides.yaml").write_text(text, encoding="utf-8")


def test_a_brief_as_it_was_drafted_has_no_errors_and_nothing_is_written(run: Run, brief: Path) -> None:
    before = contents(brief)
    done = run("check", brief)
    assert (done.code, done.err) == (0, "")
    assert done.out.splitlines()[-1].startswith("0 errors, ")
    assert contents(brief) == before


def test_each_finding_is_a_line_with_its_place_and_below_it_what_to_do(run: Run, brief: Path) -> None:
    override(brief, PAST)
    done = run("check", brief)
    assert done.code == 0
    where, hint = re.findall(r"^.*due-before-brief.*\n.*$", done.out, re.MULTILINE)[0].splitlines()
    assert where == (
        f"{brief}/overrides.yaml:7:13: warning: the step was due on 2024-04-20, "
        "before the day of the brief (2024-04-28) (due-before-brief)"
    )
    assert hint == "  Correct the day, or drop the step if it is past."


def test_warnings_count_under_strict(run: Run, brief: Path) -> None:
    override(brief, PAST)
    assert run("check", brief).code == 0
    assert run("check", brief, "--strict").code == 1


def test_errors_count_and_all_findings_are_listed_by_file_and_line(run: Run, brief: Path) -> None:
    override(brief, TWICE + PAST)
    file = brief / "brief.yaml"
    text = file.read_text(encoding="utf-8")
    file.write_text(re.sub(r"(statement: .*?)( base)", r"\1 77 bases near Atlantis", text, count=1), encoding="utf-8")
    done = run("check", brief)
    assert done.code == 1
    places = re.findall(r"^(\S+?/\w+\.yaml):(\d+):(\d+): (error|warning): .+ \(([a-z-]+)\)$", done.out, re.MULTILINE)
    assert places == sorted(places, key=lambda place: (place[0], int(place[1]), int(place[2])))
    assert {"number-not-in-evidence", "name-not-in-evidence", "duplicate-item", "due-before-brief", "edited-draft"} <= {
        place[4] for place in places
    }
    errors, warnings = (sum(place[3] == level for place in places) for level in ("error", "warning"))
    assert done.out.splitlines()[-1] == f"{errors} errors, {warnings} warnings"


def test_a_single_finding_is_counted_in_the_singular(run: Run, brief: Path) -> None:
    override(brief, "titel: Fees and fish\n")
    assert "1 error, " in run("check", brief).out


@pytest.mark.parametrize(
    ("name", "text", "rule"),
    [
        ("brief.yaml", "title: [", "schema"),
        ("brief.yaml", "", "schema"),
        ("brief.yaml", "title: \x80", "schema"),
        ("overrides.yaml", "red_lines:\n- id: red-000000\n  drop: true\n", "overrides"),
        ("overrides.yaml", "date: soon\n", "overrides"),
    ],
)
def test_a_file_that_cannot_be_taken_is_a_finding(run: Run, brief: Path, name: str, text: str, rule: str) -> None:
    (brief / name).write_bytes(text.encode("latin-1"))
    done = run("check", brief)
    assert done.code == 1
    assert done.err == ""
    assert re.search(rf"^{re.escape(str(brief / name))}:\d+:\d+: error: .+ \({rule}\)$", done.out, re.MULTILINE)


@pytest.mark.parametrize("where", ["nowhere", ".", "talks.txt/x", "n" * 300])
def test_where_no_brief_is_that_is_an_error_and_no_finding(run: Run, brief: Path, where: str) -> None:
    done = run("check", where)
    assert (done.code, done.out) == (1, "")
    assert done.err.startswith("error: ")


def test_findings_as_json(run: Run, brief: Path) -> None:
    override(brief, PAST)
    done = run("check", brief, "--json")
    found = {finding["rule"]: finding for finding in json.loads(done.out)}
    assert found["due-before-brief"] == {
        "file": str(brief / "overrides.yaml"),
        "line": 7,
        "column": 13,
        "level": "warning",
        "rule": "due-before-brief",
        "message": "the step was due on 2024-04-20, before the day of the brief (2024-04-28)",
        "hint": "Correct the day, or drop the step if it is past.",
        "old": None,
        "new": None,
    }
    assert done.code == 0
    assert run("check", brief, "--json", "--strict").code == 1


def test_quiet_tells_errors_alone(run: Run, brief: Path) -> None:
    override(brief, PAST)
    done = run("check", brief, "--quiet")
    assert (done.code, done.out) == (0, "")
    override(brief, "titel: Fees and fish\n" + PAST)
    done = run("check", brief, "--quiet")
    assert done.code == 1
    assert re.fullmatch(r".*overrides\.yaml:1:1: error: .* \(overrides\)\n  .*\n", done.out)


def test_hostile_text_is_printed_as_text_on_one_line(run: Run, brief: Path) -> None:
    override(brief, 'next_steps:\n- action: x\n  owners: ["[red]Rot[/] \\u202Ex\\ny"]\n  status: ordered\n')
    done = run("check", brief)
    assert "[red]Rot[/]" in done.out
    assert "\x1b" not in done.out
    assert "\u202e" not in done.out
    assert all(re.match(r"(  \S|.*\.yaml:\d|\d+ error)", line) for line in done.out.splitlines())


def test_a_long_finding_is_cut(run: Run, brief: Path) -> None:
    override(brief, f"next_steps:\n- action: x\n  owners: [{'N' * 5_000}]\n  status: ordered\n")
    assert max(map(len, run("check", brief).out.splitlines())) < 1000


def test_after_a_new_draft_both_texts_of_the_machine_are_shown(run: Run, brief: Path, tmp_path: Path) -> None:
    red = yaml.safe_load((brief / "brief.yaml").read_text(encoding="utf-8"))["red_lines"][0]["id"]
    override(brief, f"red_lines:\n- id: {red}\n  holder: Suthmark\n")
    assert run("render", brief, "--format", "md").code == 0
    article = tmp_path / "talks.txt"
    text = article.read_text(encoding="utf-8")
    article.write_text(text.replace("a foreign base in the", "any foreign base near the"), encoding="utf-8")
    assert run("make", "talks.txt", "--format", "md").code == 0
    found = re.search(r"^.*\(text-moved\)(\n  .*)+", run("check", brief).out, re.MULTILINE)
    assert found
    assert f"overrides.yaml:2:7: warning: the draft has changed where you edited {red}" in found[0]
    assert "\n  before: [Norland] will never accept a foreign base in the Grey Strait" in found[0]
    assert "\n  now: [Norland] will never accept any foreign base near the Grey Strait" in found[0]
