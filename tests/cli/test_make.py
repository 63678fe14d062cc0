"""`make` and `draft`: from an article to its folder, again and again, and never over somebody's work."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import yaml
from calls import TALKS, Run, contents
from docx import Document

from briefgen.storage import BriefFolder

FOLDER = "output/talks"


def test_an_article_becomes_a_folder_with_everything_in_it(brief: Path) -> None:
    assert set(contents(brief)) == {
        "brief.yaml",
        "overrides.yaml",
        "source.txt",
        "talks.docx",
        "talks.pdf",
        ".briefgen/draft.yaml",
        ".briefgen/brief.schema.json",
        ".briefgen/overrides.schema.json",
        ".briefgen/origin",
    }
    assert (brief / "brief.yaml").read_bytes() == (brief / ".briefgen" / "draft.yaml").read_bytes()
    assert (brief / "talks.pdf").read_bytes().startswith(b"%PDF")
    assert Document(str(brief / "talks.docx")).paragraphs
    data = yaml.safe_load((brief / "brief.yaml").read_text(encoding="utf-8"))
    assert str(data["date"]) == "2024-04-28"
    assert data["header"]["to"] == "The Minister"
    assert data["sources"][0]["file"] == "talks.txt"
    for identifier, sentence in data["evidence"].items():
        assert f"{identifier}  {sentence}\n" in (brief / "source.txt").read_text(encoding="utf-8")


def test_the_files_for_the_user_are_printed_one_a_line(run: Run, brief: Path) -> None:
    done = run("make", "talks.txt", "--format", "md,pdf")
    assert done.code == 0
    assert done.err == ""
    assert done.files == [f"{FOLDER}/{name}" for name in ("brief.yaml", "source.txt", "talks.md", "talks.pdf")]


def test_a_second_run_writes_the_same_bytes(run: Run, brief: Path) -> None:
    before = contents(brief)
    assert run("make", "talks.txt").code == 0
    assert contents(brief) == before


def test_options_given_once_are_used_again_until_given_anew_or_cleared(run: Run, brief: Path) -> None:
    def given() -> dict[str, str]:
        data = yaml.safe_load((brief / "brief.yaml").read_text(encoding="utf-8"))
        return {key: str(value) for key, value in data["given"].items()}

    assert given() == {"published": "2024-04-27", "date": "2024-04-28", "to": "The Minister"}
    run("draft", "talks.txt", "--published", "2024-05-01", "--from", "Desk 3")
    assert given() == {"published": "2024-05-01", "date": "2024-04-28", "to": "The Minister", "from": "Desk 3"}
    run("draft", "talks.txt", "--to", "")
    assert given() == {"published": "2024-05-01", "date": "2024-04-28", "from": "Desk 3"}


def test_a_brief_is_dated_today_or_as_source_date_epoch_says(run: Run, tmp_path: Path, monkeypatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1714212000")
    assert run("draft", "-", "--name", "x", stdin=TALKS.encode()).code == 0
    assert "\ndate: 2024-04-27\n" in (tmp_path / "output" / "x" / "brief.yaml").read_text(encoding="utf-8")


def test_standard_input_is_named_after_its_title_and_a_draft_has_no_documents(run: Run) -> None:
    done = run("draft", "-", stdin=TALKS.encode())
    folder = "output/norland-and-suthmark-resume-harbour-talks"
    assert done.files == [f"{folder}/{name}" for name in ("brief.yaml", "source.txt", "overrides.yaml")]


def test_a_name_and_an_output_folder_can_be_chosen(run: Run, tmp_path: Path) -> None:
    done = run("make", "-", "--name", "Harbour talks", "-o", "a/b", "--format", "docx", stdin=TALKS.encode())
    assert done.code == 0
    assert (tmp_path / "a" / "b" / "Harbour talks" / "Harbour talks.docx").is_file()


def test_a_hand_edited_brief_is_not_overwritten(run: Run, brief: Path) -> None:
    with (brief / "brief.yaml").open("a", encoding="utf-8") as file:
        file.write("# mine\n")
    before = contents(brief)
    done = run("make", "talks.txt")
    assert done.code == 1
    assert "output/talks/brief.yaml was edited by hand" in done.err
    assert "--discard-edits" in done.err
    assert contents(brief) == before


def test_discarded_edits_are_kept_as_backups_that_are_never_overwritten(run: Run, brief: Path) -> None:
    for edit in (b"title: mine\n", b"title: mine again\n"):
        (brief / "brief.yaml").write_bytes(edit)
        assert run("make", "talks.txt", "--discard-edits").code == 0
    assert (brief / "brief.yaml.bak").read_bytes() == b"title: mine\n"
    assert (brief / "brief.yaml.2.bak").read_bytes() == b"title: mine again\n"
    assert not BriefFolder(brief).is_hand_edited()
    assert "to: The Minister" in (brief / "brief.yaml").read_text(encoding="utf-8")


def test_overrides_are_kept_and_reach_the_documents_but_not_the_draft(run: Run, brief: Path) -> None:
    overrides = b"# my notes\ntitle: Harbour fees, again\n"
    (brief / "overrides.yaml").write_bytes(overrides)
    done = run("make", "talks.txt", "--format", "md")
    assert done.code == 0
    assert (brief / "overrides.yaml").read_bytes() == overrides
    assert "Harbour fees, again" in (brief / "talks.md").read_text(encoding="utf-8")
    assert "Harbour fees, again" not in (brief / "brief.yaml").read_text(encoding="utf-8")


def test_overrides_that_fit_no_draft_stop_the_documents_but_show_the_new_draft(run: Run, brief: Path) -> None:
    (brief / "overrides.yaml").write_text("red_lines:\n- {id: red-ffffff, drop: true}\n", encoding="utf-8")
    before = contents(brief)
    done = run("make", "talks.txt", "--published", "2024-05-04")
    assert done.code == 1
    assert "overrides.yaml:2" in done.err
    after = contents(brief)
    changed = {name for name in before if before[name] != after[name]}
    assert changed == {"brief.yaml", "source.txt", ".briefgen/draft.yaml"}


def test_a_changed_article_is_still_the_same_article(run: Run, brief: Path, tmp_path: Path) -> None:
    (tmp_path / "talks.txt").write_text(TALKS.replace("Monday", "Friday"), encoding="utf-8")
    assert run("draft", "talks.txt").code == 0
    assert "on Friday" in (brief / "source.txt").read_text(encoding="utf-8")


def test_the_folder_of_another_article_is_refused(run: Run, brief: Path, tmp_path: Path) -> None:
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "talks.txt").write_text(TALKS.replace("Norland", "Westmark"), encoding="utf-8")
    before = contents(brief)
    done = run("make", "other/talks.txt")
    assert done.code == 1
    assert "output/talks holds the brief of another article (talks.txt)" in done.err
    assert "--name" in done.err
    assert contents(brief) == before
    assert run("draft", "other/talks.txt", "--name", "westmark").code == 0


def test_a_draft_that_cannot_be_read_is_not_taken_for_this_articles(run: Run, brief: Path) -> None:
    for file in (brief / "brief.yaml", brief / ".briefgen" / "draft.yaml"):
        file.write_text("schema: briefgen/0\n", encoding="utf-8")
    before = contents(brief)
    done = run("make", "talks.txt")
    assert done.code == 1
    assert "holds a draft that cannot be read" in done.err
    assert "--name" in done.err
    assert contents(brief) == before


def test_of_two_articles_the_good_one_is_done_and_the_bad_one_reported(run: Run, brief: Path) -> None:
    done = run("make", "missing.txt", "talks.txt", "--format", "md")
    assert done.code == 1
    assert "missing.txt" in done.err
    assert done.err.count("error: ") == 1
    assert f"{FOLDER}/talks.md" in done.files


def test_json_lists_what_became_of_each_article(run: Run, brief: Path) -> None:
    done = run("make", "talks.txt", "missing.txt", "--format", "md", "--json")
    assert done.code == 1
    good, bad = json.loads(done.out)
    assert (good["article"], good["folder"]) == ("talks.txt", FOLDER)
    assert f"{FOLDER}/talks.md" in good["files"]
    assert "missing.txt" in bad["error"]
    assert "hint" in bad
    assert "files" not in bad


@pytest.mark.parametrize("name", ["source.txt", "talks.md"])
def test_a_file_that_is_not_ours_is_not_overwritten_by_a_first_draft(run: Run, tmp_path: Path, name: str) -> None:
    (tmp_path / "talks").mkdir()
    (tmp_path / "talks" / name).write_text(TALKS, encoding="utf-8")
    done = run("make", f"talks/{name}", "-o", ".", "--name", "talks", "--format", "md")
    assert done.code == 1
    assert f"talks/{name} is there already" in done.err
    assert contents(tmp_path) == {f"talks/{name}": TALKS.encode()}


def test_what_a_document_cannot_print_is_told_and_stops_nothing(run: Run) -> None:
    article = TALKS.replace("the Grey Strait", "the Grey Strait (灰海峡)")
    done = run("make", "-", "--name", "strait", "--format", "pdf", stdin=article.encode())
    assert done.code == 0
    assert done.err.startswith("warning: output/strait/strait.pdf: ")
    assert "灰" in done.err
    assert "output/strait/strait.pdf" in done.files
