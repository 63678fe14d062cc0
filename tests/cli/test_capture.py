"""`capture`: a user edited brief.yaml by hand, and the edits live on in overrides.yaml."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from calls import Run, contents


def edit(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_edits_move_into_the_overrides_and_the_clean_draft_is_back(run: Run, brief: Path) -> None:
    edit(brief / "brief.yaml", "title: Norland", "title: Northern Norland")
    edit(brief / "brief.yaml", "header:\n  to: The Minister", "header:\n  to: null")
    seen = yaml.safe_load(run("show", brief, "--yaml").out)
    done = run("capture", brief)
    assert (done.code, done.err) == (0, "")
    assert done.files == [str(brief / "overrides.yaml"), str(brief / "brief.yaml")]
    assert (brief / "brief.yaml").read_bytes() == (brief / ".briefgen" / "draft.yaml").read_bytes()
    overrides = (brief / "overrides.yaml").read_text(encoding="utf-8")
    assert overrides.endswith(
        "\n\n# draft: Norland and Suthmark resume harbour talks\n"
        "title: Northern Norland and Suthmark resume harbour talks\n"
        "header:\n  # draft: The Minister\n  to: null\n"
    )
    assert yaml.safe_load(run("show", brief, "--yaml").out) == seen


def test_after_a_capture_the_article_can_be_made_again_and_the_edit_is_still_there(run: Run, brief: Path) -> None:
    edit(brief / "brief.yaml", "title: Norland", "title: Northern Norland")
    refused = run("make", "talks.txt")
    assert refused.code == 1
    assert f"`briefgen capture {Path('output/talks')}` moves them into overrides.yaml" in refused.err
    assert run("capture", brief).code == 0
    assert run("make", "talks.txt", "--format", "md").code == 0
    assert "Northern Norland" in (brief / "talks.md").read_text(encoding="utf-8")


def test_a_second_capture_and_one_without_edits_change_nothing(run: Run, brief: Path) -> None:
    edit(brief / "brief.yaml", "title: Norland", "title: Northern Norland")
    assert run("capture", brief).code == 0
    before = contents(brief)
    done = run("capture", brief)
    assert (done.code, done.out) == (0, "")
    assert "nothing to capture" in done.err
    assert contents(brief) == before


def test_an_entry_without_an_id_that_cites_any_sentence_is_added(run: Run, brief: Path) -> None:
    entry = "red_lines:\n- holder: Norland\n  statement: No trawlers\n  kind: refusal\n  evidence: [A1.2]"
    edit(brief / "brief.yaml", "\nred_lines:", f"\n{entry}")
    assert "(schema)" not in run("check", brief).out
    assert run("render", brief, "--format", "md").code == 0
    assert "No trawlers" in (brief / "talks.md").read_text(encoding="utf-8")
    assert run("capture", brief).code == 0
    merged = yaml.safe_load(run("show", brief, "--yaml").out)
    added = merged["red_lines"][0]
    assert (added["statement"], added["evidence"], added["id"][:4]) == ("No trawlers", ["A1.2"], "own-")
    assert merged["evidence"]["A1.2"].startswith("The two sides differ")


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("title: ", "title: So: ", ["brief.yaml:3:10:", "unquoted colon"]),
        ("kind: explicit", "kind: explcit", ["did you mean explicit?"]),
        ("published: 2024-04-27", "published: 2024-04-26", ["given published is the machine's", "--published"]),
        ("language: en", "language: fr", ["sources A language is the machine's", "--language"]),
        ("name: local", "name: mine", ["engine name is the machine's", "Put it back"]),
        ("never accept a foreign", "perhaps accept a foreign", ["is the machine's", "as the source has it"]),
    ],
)
def test_what_cannot_be_captured_is_told_with_its_line_and_nothing_is_lost(
    run: Run, brief: Path, old: str, new: str, told: list[str]
) -> None:
    if old.startswith("never"):
        text = (brief / "brief.yaml").read_text(encoding="utf-8")
        head, evidence = text.split("\nevidence:\n")
        (brief / "brief.yaml").write_text(f"{head}\nevidence:\n{evidence.replace(old, new)}", encoding="utf-8")
    else:
        edit(brief / "brief.yaml", old, new)
    before = contents(brief)
    done = run("capture", brief)
    assert (done.code, done.out) == (1, "")
    assert f"{brief / 'brief.yaml'}:" in done.err
    for words in told:
        assert words in done.err
    assert contents(brief) == before


def test_broken_overrides_are_told_and_nothing_is_lost(run: Run, brief: Path) -> None:
    (brief / "overrides.yaml").write_text("titel: x\n", encoding="utf-8")
    edit(brief / "brief.yaml", "title: Norland", "title: Northern Norland")
    before = contents(brief)
    done = run("capture", brief)
    assert done.code == 1
    assert "overrides.yaml:1:1:" in done.err
    assert contents(brief) == before


def test_comments_in_the_brief_are_kept_in_a_copy(run: Run, brief: Path) -> None:
    edit(brief / "brief.yaml", "\nissues:", "\n# ask the desk about these\nissues:")
    edited = (brief / "brief.yaml").read_bytes()
    done = run("capture", brief)
    assert done.code == 0
    assert "your comments" in done.err
    assert (brief / "brief.yaml.bak").read_bytes() == edited


def test_overrides_written_on_windows_keep_their_bytes(run: Run, brief: Path) -> None:
    before = b"\xef\xbb\xbf# mine\r\nheader:\r\n  reference: '4/31' # file\r\n"
    (brief / "overrides.yaml").write_bytes(before)
    edit(brief / "brief.yaml", "title: Norland", "title: Northern Norland")
    assert run("capture", brief).code == 0
    after = (brief / "overrides.yaml").read_bytes()
    assert after.startswith(before)
    assert after.count(b"\n") == after.count(b"\r\n") == 5


def test_a_brief_that_no_draft_is_known_of_cannot_be_captured(run: Run, brief: Path) -> None:
    (brief / ".briefgen" / "draft.yaml").unlink()
    done = run("capture", brief)
    assert done.code == 1
    assert "cannot be compared" in done.err
