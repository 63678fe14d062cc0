"""The article is corrected after a human edited the brief: every edit is still there, and what moved is told."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from calls import TALKS, Done, Run, contents

HERE = ["--published", "2024-04-27", "--date", "2024-04-28", "--format", "md"]


@pytest.fixture
def brief(run: Run, tmp_path: Path) -> Path:
    """The folder of the brief of an article."""
    (tmp_path / "talks.txt").write_text(TALKS, encoding="utf-8")
    assert run("make", "talks.txt", *HERE).code == 0
    return tmp_path / "output" / "talks"


@pytest.fixture
def redraft(run: Run, brief: Path, tmp_path: Path) -> Any:
    """Writes overrides, replaces words of the article, and makes the brief again."""

    def again(overrides: str, *changes: tuple[str, str], options: tuple[str, ...] = ()) -> Done:
        (brief / "overrides.yaml").write_text(overrides, encoding="utf-8")
        text = TALKS
        for old, new in changes:
            assert old in text
            text = text.replace(old, new)
        (tmp_path / "talks.txt").write_text(text, encoding="utf-8")
        return run("make", "talks.txt", *HERE, *options)

    return again


def draft(brief: Path) -> dict[str, Any]:
    return yaml.safe_load((brief / "brief.yaml").read_text(encoding="utf-8"))


def merged(run: Run, brief: Path) -> dict[str, Any]:
    return yaml.safe_load(run("show", brief, "--yaml", "--quiet").out)


def step(data: dict[str, Any], words: str) -> dict[str, Any]:
    return next(item for item in data["next_steps"] if words in item["action"])


NEW_FIRST = ("Norland's Foreign Minister", "It rained in Vellin all day.\n\nNorland's Foreign Minister")


def test_where_the_draft_says_what_it_said_the_edit_is_made_without_a_word(run: Run, brief: Path, redraft) -> None:
    publish = step(draft(brief), "fee schedule")
    done = redraft(f"next_steps:\n- id: {publish['id']}\n  owners: [The Harbour Board]\n", NEW_FIRST)
    assert (done.code, done.err) == (0, "")
    after = step(merged(run, brief), "fee schedule")
    assert (after["id"], after["owners"]) == (publish["id"], ["The Harbour Board"])
    assert (publish["evidence"], after["evidence"]) == (["A3.2"], ["A4.2"])


def test_a_corrected_sentence_keeps_its_id_and_its_edit_and_both_texts_are_shown(
    run: Run, brief: Path, redraft
) -> None:
    publish = step(draft(brief), "fee schedule")
    edit = f"next_steps:\n- id: {publish['id']}\n  owners: [The Harbour Board]\n"
    done = redraft(edit, ("by 15 May", "by 20 June"))
    assert done.code == 0
    after = step(merged(run, brief), "20 June")
    assert (after["id"], after["owners"]) == (publish["id"], ["The Harbour Board"])
    assert done.err.startswith(f"warning: {brief.relative_to(Path.cwd())}/overrides.yaml:2:7: the draft has changed")
    assert "15 May" in done.err
    assert "20 June" in done.err
    assert len(done.err.splitlines()) == 1
    # It is said again until the human has looked at the edit.
    assert "20 June" in run("render", brief, "--format", "md").err
    (brief / "overrides.yaml").write_text(edit.replace("The Harbour Board", "The Harbour Office"), encoding="utf-8")
    assert run("render", brief, "--format", "md").err == ""


def test_an_edit_of_a_line_that_is_gone_is_kept_and_printed_until_it_is_dropped(run: Run, brief: Path, redraft) -> None:
    base = next(line for line in draft(brief)["red_lines"] if "base" in line["statement"])
    edit = f"red_lines:\n- id: {base['id']}\n  holder: The Norland Navy\n"
    done = redraft(edit, ('"We will never accept a foreign base in the Grey Strait," Lopes said. ', ""))
    assert done.code == 0
    assert base["id"] not in {line["id"] for line in draft(brief)["red_lines"]}
    kept = next(line for line in merged(run, brief)["red_lines"] if line["id"] == base["id"])
    assert (kept["holder"], kept["statement"], kept["evidence"]) == ("The Norland Navy", base["statement"], [])
    assert f"{base['id']} is no longer in the draft; your edit is kept" in done.err
    assert "The Norland Navy" in (brief / "talks.md").read_text(encoding="utf-8")

    (brief / "overrides.yaml").write_text(f"{edit}  drop: true\n", encoding="utf-8")
    assert run("render", brief, "--format", "md").err == ""
    assert "The Norland Navy" not in (brief / "talks.md").read_text(encoding="utf-8")


def test_an_edit_of_a_gone_line_outlives_any_number_of_drafts(run: Run, brief: Path, redraft) -> None:
    base = next(line for line in draft(brief)["red_lines"] if "base" in line["statement"])
    edit = f"red_lines:\n- id: {base['id']}\n  holder: The Norland Navy\n"
    gone = ('"We will never accept a foreign base in the Grey Strait," Lopes said. ', "")
    for _ in range(3):
        redraft(edit, gone)
    assert base["id"] in {line["id"] for line in merged(run, brief)["red_lines"]}
    # The sentence comes back: it is the machine's line again, with the edit.
    assert redraft(edit).err == ""
    assert step(draft(brief), "fee schedule")["evidence"] == ["A3.2"]
    assert next(li for li in merged(run, brief)["red_lines"] if li["id"] == base["id"])["evidence"] == ["A2.1"]


def test_cited_sentences_are_followed_when_paragraphs_move_and_missed_when_they_go(
    run: Run, brief: Path, redraft
) -> None:
    edit = "red_lines:\n- {holder: Norland, statement: No warships, kind: demand, evidence: [A1.2, A2.2]}\n"
    assert redraft(edit).err == ""
    moved = redraft(edit, NEW_FIRST)
    assert moved.code == 0
    own = merged(run, brief)["red_lines"][-1]
    assert own["evidence"] == ["A2.2", "A3.2"]
    assert "the sentence that was A1.2 is A2.2 now" in moved.err

    lost = redraft(edit, ("The two sides differ on harbour fees and on fishing rights in the Grey Strait.", ""))
    assert merged(run, brief)["red_lines"][-1]["evidence"] == ["A2.2"]
    assert "A1.2 is no longer in the source" in lost.err
    assert "harbour fees and on fishing rights" in lost.err


def test_the_new_numbers_may_be_written_then(run: Run, brief: Path, redraft) -> None:
    edit = "quotes:\n- {speaker: Ana Lopes, text: No, evidence: [%s]}\n"
    redraft(edit % "A1.1, A1.2", NEW_FIRST)
    assert redraft(edit % "A2.1, A2.2", NEW_FIRST).err == ""
    assert merged(run, brief)["quotes"][-1]["evidence"] == ["A2.1", "A2.2"]


def test_an_id_that_never_was_stops_the_documents_but_the_draft_can_be_looked_up(
    run: Run, brief: Path, redraft
) -> None:
    publish = step(draft(brief), "fee schedule")
    (brief / "talks.md").unlink(missing_ok=True)
    edit = f"next_steps:\n- id: {publish['id']}\n  owners: [The Harbour Board]\n"
    wrong = edit + f"- id: {publish['id'][:-1]}x\n  drop: true\n"
    done = redraft(wrong, ("by 15 May", "by 20 June"))
    assert done.code == 1
    assert f"did you mean {publish['id']}?" in done.err
    assert not (brief / "talks.md").exists()
    assert step(draft(brief), "20 June")
    # What was edited before that draft is remembered all the same.
    (brief / "overrides.yaml").write_text(edit, encoding="utf-8")
    assert "15 May" in run("render", brief, "--format", "md").err


def test_a_position_given_to_the_wrong_country_stays_right(run: Run, brief: Path, redraft) -> None:
    issue = next(issue for issue in draft(brief)["issues"] if issue["positions"])
    position = issue["positions"][0]
    edit = f"issues:\n- id: {issue['id']}\n  positions: [{{id: {position['id']}, actor: Osterland}}]\n"
    assert redraft(edit, NEW_FIRST).code == 0
    after = [p for issue in merged(run, brief)["issues"] for p in issue["positions"] if p["id"] == position["id"]]
    assert [p["actor"] for p in after] == ["Osterland"]


def test_a_brief_without_edits_remembers_nothing_and_a_second_make_changes_nothing(
    run: Run, brief: Path, redraft
) -> None:
    example = (brief / "overrides.yaml").read_text(encoding="utf-8")
    redraft(example)
    before = contents(brief)
    assert redraft(example).err == ""
    assert contents(brief) == before
    assert ".briefgen/basis.yaml" not in before


@pytest.mark.parametrize("damage", ["", "grounds: 7\n", "- x\n", "a: [\n", "schema: briefgen-basis/9\ngrounds: []\n"])
def test_a_damaged_memory_is_told_and_what_to_do_about_it(run: Run, brief: Path, redraft, damage: str) -> None:
    redraft("title: Fees and fish\n")
    file = brief / ".briefgen" / "basis.yaml"
    file.write_text(damage, encoding="utf-8")
    for command in (["make", "talks.txt", *HERE], ["render", brief, "--format", "md"], ["show", brief]):
        done = run(*command)
        assert done.code == 1
        assert "basis.yaml" in done.err
        assert "delete it" in done.err
    file.unlink()
    assert run("make", "talks.txt", *HERE).err == ""
    assert file.exists()
