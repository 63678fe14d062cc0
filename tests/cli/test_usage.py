"""Help, version and wrong usage: nothing here needs an article."""

import subprocess
import sys

import pytest
from calls import Run

from briefgen import __version__

COMMANDS = ["make", "draft", "render", "check", "show", "capture", "email", "schema", "doctor"]


def test_the_version_is_printed(run: Run) -> None:
    done = run("--version")
    assert (done.code, done.out, done.err) == (0, f"briefgen {__version__}\n", "")


def test_the_help_lists_every_command_and_says_where_to_start(run: Run) -> None:
    done = run("--help")
    assert done.code == 0
    assert "briefgen make article.txt --published 2024-04-27" in done.out
    for command in COMMANDS:
        assert f"│ {command}" in done.out


@pytest.mark.parametrize("command", COMMANDS)
def test_each_command_has_examples_and_no_line_that_wraps_badly(run: Run, command: str) -> None:
    done = run(command, "--help")
    assert done.code == 0
    assert f"  briefgen {command}" in done.out.partition("Examples")[2]
    assert max(len(line) for line in done.out.splitlines()) <= 80


def test_without_a_command_the_help_is_shown_and_it_counts_as_wrong_usage(run: Run) -> None:
    done = run()
    assert done.code == 2
    assert "Commands" in done.out + done.err


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["mak"], "Did you mean 'make'?"),
        (["make"], "Missing argument 'ARTICLE'"),
        (["make", "x.txt", "--publishd", "2024-04-27"], "--published"),
        (["make", "x.txt", "--published", "27.04.2024"], "'27.04.2024' is not a date"),
        (["make", "x.txt", "--published", "20240427"], "year-month-day, as in 2024-04-27"),
        (["make", "x.txt", "--published", "٢٠٢٤-٠٤-٢٧"], "is not a date"),
        (["make", "x.txt", "--date", "2024-02-30"], "is not a day of the calendar"),
        (["make", "x.txt", "--language", "English"], "is not the code of a language"),
        (["render", "x", "--date", "tomorrow"], "is not a date"),
        (["make", "x.txt", "--format", "docs"], "Did you mean docx?"),
        (["make", "x.txt", "--format", ","], "Name at least one of docx, pdf, html, md"),
        (["make", "x.txt", "--name", "../up"], "cannot be the name of a brief"),
        (["make", "x.txt", "--url", "javascript:alert(1)"], "is not a web address"),
        (["make", "x.txt", "--to", "The\x1b[2J Minister"], "cannot be printed"),
        (["make", "x.txt", "--to", "M" * 501], "501 characters long; 500 are allowed"),
        (["make", "x.txt", "y.txt", "--name", "one"], "--name fits one article only"),
        (["make", "x.txt", "y.txt", "--title", "One"], "--title fits one article only"),
        (["schema", "letter"], "'brief', 'overrides'"),
    ],
)
def test_wrong_usage_gets_one_message_that_names_what_is_meant(run: Run, arguments: list[str], told: str) -> None:
    done = run(*arguments)
    assert done.code == 2
    assert done.out == ""
    assert told in done.err
    assert done.err.startswith("error: ")
    assert done.err.count("error: ") == 1
    assert "--help'" in done.err


def test_a_wrong_source_date_epoch_is_wrong_usage(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "yesterday")
    done = run("make", "x.txt")
    assert done.code == 2
    assert "SOURCE_DATE_EPOCH must be a whole number" in done.err


SLOW = {"spacy", "pydantic", "yaml", "docx", "reportlab", "dateparser"}
LOADED = """
import sys
from briefgen.cli import main
try:
    main(sys.argv[1:])
finally:
    print("modules:", *sys.modules, file=sys.stderr)
"""


def modules_loaded_by(*arguments: object) -> set[str]:
    done = subprocess.run(
        [sys.executable, "-c", LOADED, *map(str, arguments)],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    loaded = set(done.stderr.partition("modules:")[2].split())
    assert "typer" in loaded
    return loaded


def test_the_help_waits_for_nothing_slow() -> None:
    assert SLOW.isdisjoint(modules_loaded_by("--help"))


def test_the_help_of_a_command_waits_for_nothing_slow_but_what_typer_itself_needs() -> None:
    assert (SLOW - {"pydantic"}).isdisjoint(modules_loaded_by("make", "--help"))
