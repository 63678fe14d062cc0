"""Bad input: one message with what to do, the right exit code, and everything that was there intact."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from calls import TALKS, Done, Run, contents


def refused(done: Done, *told: str) -> None:
    """The call ended with 1, printed nothing as a result, and gave one message in two lines that says all of `told`."""
    assert done.code == 1
    assert done.out == ""
    assert done.err.startswith("error: ")
    assert done.err.count("error: ") == 1
    for words in told:
        assert words in done.err
    what, _, hint = done.err.strip().partition("\n  ")
    assert what and hint


NOISE = random.Random(1).randbytes(5000)  # noqa: S311  # a fixed binary file, no secret

ARTICLES = {
    "empty": b"",
    "blank": b" \n\t\r\n \xc2\xa0\n",
    "binary": b"\x7fELF\x02\x01\x01\x00" + NOISE,
    "zeros": b"\x00" * 4000,
    "image": b"\x89PNG\r\n\x1a\n" + NOISE,
    "too large": b"The envoys met again. " * 1_000_000,
    "no sentence": b"Harbour\n\nTalks\n\n* * *\n",
}


@pytest.mark.parametrize("kind", ARTICLES)
def test_a_file_that_is_no_article_is_refused(run: Run, tmp_path: Path, kind: str) -> None:
    (tmp_path / "bad.txt").write_bytes(ARTICLES[kind])
    refused(run("make", "bad.txt"), "bad.txt")
    assert list(tmp_path.iterdir()) == [tmp_path / "bad.txt"]


@pytest.mark.parametrize("kind", ARTICLES)
def test_a_stream_that_is_no_article_is_refused(run: Run, tmp_path: Path, kind: str) -> None:
    refused(run("make", "-", stdin=ARTICLES[kind]), "standard input")
    assert list(tmp_path.iterdir()) == []


def test_a_bad_article_leaves_the_brief_of_the_good_one(run: Run, brief: Path, tmp_path: Path) -> None:
    before = contents(brief)
    for data in ARTICLES.values():
        (tmp_path / "talks.txt").write_bytes(data)
        assert run("make", "talks.txt").code == 1
    assert contents(brief) == before


@pytest.mark.parametrize("where", ["missing.txt", "no/such/folder/x.txt", ".", "", "n" * 300 + ".txt", "a\nb.txt"])
def test_what_is_not_a_file_is_refused(run: Run, tmp_path: Path, where: str) -> None:
    refused(run("make", where))
    assert list(tmp_path.iterdir()) == []


def test_escape_codes_in_a_file_name_do_not_reach_the_terminal(run: Run) -> None:
    done = run("make", "\x1b[2J\x1b]0;owned\x07.txt", "\u202etxt.exe")
    assert done.code == 1
    assert "\x1b" not in done.err
    assert "\u202e" not in done.err


def test_an_unknown_style_is_told_with_those_there_are(run: Run, brief: Path) -> None:
    before = contents(brief)
    refused(run("make", "talks.txt", "--style", "info-mem"), "info-mem", "info-memo")
    refused(run("render", brief, "--style", "nope"), "nope", "info-memo")
    refused(run("make", "talks.txt", "--style", "../../etc/passwd"), "info-memo")
    assert contents(brief) == before


def test_a_language_model_that_is_not_installed_is_told(run: Run, brief: Path) -> None:
    before = contents(brief)
    refused(run("make", "talks.txt", "--language-model", "xx_no_such_model"), "xx_no_such_model")
    assert contents(brief) == before


FRENCH = """La ministre des Pêches a quitté mardi les discussions sur les droits de port, et elle n'y reviendra pas.

"Nous ne signerons jamais un texte que personne n'a lu", a-t-elle dit aux journalistes avant la fin de la séance.
"""


@pytest.mark.parametrize("command", ["make", "draft"])
def test_an_article_in_another_language_is_refused(run: Run, tmp_path: Path, command: str) -> None:
    (tmp_path / "peche.txt").write_text(FRENCH, encoding="utf-8")
    refused(run(command, "peche.txt"), "peche.txt", "French", "English", "--language en")
    refused(run(command, "-", stdin=FRENCH.encode()), "standard input", "French")
    assert list(tmp_path.iterdir()) == [tmp_path / "peche.txt"]


def test_who_says_that_an_article_is_english_is_believed_now_and_on_the_next_run(run: Run, tmp_path: Path) -> None:
    (tmp_path / "peche.txt").write_text(FRENCH, encoding="utf-8")
    assert run("draft", "peche.txt", "--language", "en").code == 0
    assert "\n  language: en\n" in (tmp_path / "output" / "peche" / "brief.yaml").read_text(encoding="utf-8")
    assert run("draft", "peche.txt").code == 0
    refused(run("draft", "peche.txt", "--language", ""), "French")


@pytest.mark.parametrize("output", ["file", "file/deeper", "/dev/null", "/proc/briefs", "/dev/full/x"])
def test_an_output_folder_that_cannot_be_written_is_told(run: Run, tmp_path: Path, output: str) -> None:
    (tmp_path / "talks.txt").write_text(TALKS, encoding="utf-8")
    (tmp_path / "file").write_bytes(b"mine")
    before = contents(tmp_path)
    refused(run("make", "talks.txt", "-o", output), "cannot write")
    assert contents(tmp_path) == before


def test_a_folder_in_the_place_of_a_document_is_told_and_nothing_changes(run: Run, brief: Path) -> None:
    (brief / "talks.docx").unlink()
    (brief / "talks.docx" / "inside").mkdir(parents=True)
    before = contents(brief)
    refused(run("make", "talks.txt", "--published", "2024-05-01"), "talks.docx", "is a directory")
    assert contents(brief) == before


BROKEN = {
    "invalid YAML": ("\ntitle: ", "\ntitle: [", ""),
    "unquoted colon": ("\ntitle: ", "\ntitle: Minister: urges ", ""),
    "unknown key": ("\ntitle: ", "\nheading: x\ntitle: ", "heading"),
    "duplicate key": ("\ntitle: ", "\ntitle: x\ntitle: ", "title"),
    "wrong type": ("\nred_lines:", "\nred_lines: 12\nold_lines:", ""),
    "wrong date": ("\ndate: 2024-04-28", "\ndate: 28 April", "date"),
    "no such day": ("\ndate: 2024-04-28", "\ndate: 2024-02-30", "date"),
}


@pytest.mark.parametrize("command", ["render", "show"])
@pytest.mark.parametrize("fault", BROKEN)
def test_a_broken_brief_is_refused_with_the_place_of_the_fault(run: Run, brief: Path, fault: str, command: str) -> None:
    old, new, key = BROKEN[fault]
    file = brief / "brief.yaml"
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")
    before = contents(brief)
    refused(run(command, brief), "brief.yaml:", key)
    assert contents(brief) == before


OVERRIDES = {
    "invalid YAML": "title: [x\n",
    "unknown key": "headline: x\n",
    "wrong type": "title: {a: b}\n",
    "wrong date": "date: soon\n",
    "unknown field": "header: {too: x}\n",
    "a list": "- title\n",
    "a tag": "title: !!python/object/apply:os.system [id]\n",
}


@pytest.mark.parametrize("fault", OVERRIDES)
@pytest.mark.parametrize("command", ["make", "render", "show"])
def test_broken_overrides_are_refused_with_the_place_of_the_fault(
    run: Run, brief: Path, fault: str, command: str
) -> None:
    (brief / "overrides.yaml").write_text(OVERRIDES[fault], encoding="utf-8")
    before = contents(brief)
    refused(run(command, "talks.txt" if command == "make" else brief), "overrides.yaml:")
    assert contents(brief) == before


@pytest.mark.parametrize("data", [b"\xff\xfe\x00", b"title: \x80\n", b"\x00" * 100, b""])
@pytest.mark.parametrize("name", ["brief.yaml"])
def test_a_brief_that_is_no_text_is_refused(run: Run, brief: Path, data: bytes, name: str) -> None:
    (brief / name).write_bytes(data)
    refused(run("show", brief), name)


@pytest.mark.parametrize("command", ["render", "show"])
@pytest.mark.parametrize("where", ["nowhere", "nowhere/brief.yaml", ".", "talks.txt", "n" * 300, "talks.txt/x"])
def test_what_is_not_a_brief_is_refused(run: Run, brief: Path, command: str, where: str) -> None:
    refused(run(command, where))
