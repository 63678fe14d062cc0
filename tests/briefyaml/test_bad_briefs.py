"""Slips that people make in YAML: each is told with its place, what was found and what to write instead."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from briefgen.briefyaml import load, read_text
from briefgen.briefyaml.reading import nodes
from briefgen.errors import BriefFileError, Place

FILE = Path("brief.yaml")
HEAD = "title: Talks in Port Elm\ndate: 2031-03-04\n"
RED = "red_lines:\n- id: red-1a\n  holder: Norland\n  statement: No wall\n  kind: demand\n  confidence: high\n"

# What stands in the file, line and column of the message, words of the message.
SYNTAX = {
    "unquoted colon": (
        HEAD + "marking: Minister: urges calm\n",
        3,
        18,
        ['Write marking: "Minister: urges calm"', "use |"],
    ),
    "colon in an entry": (HEAD + "caveats:\n- id: cav-1\n  text: So: what\n", 5, 11, ['"So: what"', "unquoted colon"]),
    "tab as indentation": (HEAD + "header:\n\tto: Ada\n", 4, 1, ["tab", "spaces"]),
    "tab after spaces": (HEAD + "header:\n  to: Ada\n\tfrom: Bo\n", 5, 1, ["tab", "spaces"]),
    "quotation mark left open": ('title: "Talks\ndate: 2031-03-04\n', 1, 8, ["not closed", "same mark"]),
    "quotation mark left open before another": (
        'title: "Talks\ndate: 2031-03-04\nmarking: ""\n',
        1,
        8,
        ["opens here", "line 3", "same mark"],
    ),
    "text behind closing mark": (
        'title: "No" means no\ndate: 2031-03-04\n',
        1,
        13,
        ["goes on after", "quotation mark"],
    ),
    "apostrophe in single quotes": ("title: 'Norland's no'\n", 1, 17, ["goes on after", "other kind"]),
    "bracket left open": (HEAD + "issues: [a,\nquotes: []\n", 3, 9, ["bracket", "not closed"]),
    "bracket open at the end": (HEAD + "issues: [\n", 4, 1, ["ends within an open bracket", "Close it"]),
    "text that begins with a bracket": ("title: [sic] he said\n", 1, 14, ["closing bracket", "in quotes"]),
    "text that begins with @": (HEAD + "marking: @all\n", 3, 10, ["begin with @", "in quotes"]),
    "text that begins with a dash": (HEAD + "marking: - all\n", 3, 10, ['begin with "- "', "in quotes"]),
    "text that begins with a comma": (HEAD + "marking: , all\n", 3, 10, ["begin with ,", "in quotes"]),
    "emphasis with stars": ("title: *firm* words\n", 1, 8, ["begin with *", "in quotes"]),
    "alias": ("title: *firm\n", 1, 8, ['"*firm"', "aliases are not taken"]),
    "anchor": ("title: &firm words\n", 1, 8, ['"&firm"', "anchors are not taken"]),
    "tag": ("title: !firm words\n", 1, 8, ['"!firm"', "tags are not taken"]),
    "object of a programming language": ("title: !!python/name:os.system\n", 1, 8, ["tags are not taken"]),
    "alias bomb": (
        "a: &a [x, x]\n" + "".join(f"{b}: &{b} [*{a}, *{a}]\n" for a, b in zip("abcdefgh", "bcdefghi", strict=True)),
        *(1, 4, ["anchors are not taken"]),
    ),
    "no space after the colon": ("date: 2031-03-04\ntitle:Talks\nstyle: x\n", 2, 1, ["space after the colon"]),
    "key further in": ("title: Talks\n  date: 2031-03-04\n", 2, 7, ["further in", "same column"]),
    "key further out": (HEAD + "header:\n    to: Ada\n  from: Bo\n", 5, 3, ["does not stand where", "same column"]),
    "list entry out of line": (HEAD + "issues:\n  - id: a\n - id: b\n", 5, 2, ["list entry", "same column"]),
    "text on the line of |": ("title: | Talks\n", 1, 10, ["same line as |", "next line"]),
    "backslash": ('title: "C:\\Secret"\n', 1, 8, ["backslash", "\\\\"]),
    "two documents": (HEAD + "---\n" + HEAD, 3, 1, ["second document", "Keep one"]),
    "text after the end": (HEAD + "...\nmore\n", 4, 1, ["outside", "three dots"]),
    "first line further in": (" " + HEAD, 2, 1, ["outside", "in one column"]),
    "list as a key": (HEAD + "? [a]\n: b\n", 3, 3, ["key must be a word"]),
    "a thousand brackets": (HEAD + "marking: " + "[" * 3000, 3, None, ["nested too deeply"]),
    "control character": ("title: a\x07b\n", 1, 9, ["U+0007", "Delete it"]),
    "duplicate key": (HEAD + "style: x\ntitle: Other\n", 4, 1, ['"title" stands twice', "line 1", "Keep one"]),
    "duplicate key in an entry": (HEAD + RED + "  holder: Westmark\n", 9, 3, ['"holder" stands twice', "line 5"]),
}
SCHEMA = {
    "empty file": ("", 1, 1, ["empty", "briefgen draft"]),
    "comments alone": ("# nothing\n", 1, 1, ["empty"]),
    "a list": ("- title: x\n", 1, 1, ["file of keys", "title:"]),
    "a text": ("Talks in Port Elm\n", 1, 1, ["file of keys"]),
    "another schema": (
        "schema: briefgen/9\n" + HEAD,
        1,
        9,
        ['"briefgen/9"', "reads briefgen/1", "Draft the brief again"],
    ),
    "unknown key": (HEAD + "markings: x\n", 3, 1, ['"markings"', "did you mean marking?", "header"]),
    "unknown key in an entry": (HEAD + RED + "  holdr: x\n", 9, 3, ['"holdr"', "did you mean holder?", "consequence"]),
    "missing key": ("title: Talks\n", 1, 1, ["date is missing", "Add date:"]),
    "missing key in an entry": (HEAD + "red_lines:\n- id: red-1a\n", 4, 3, ["holder is missing", "a name"]),
    "missing word": (HEAD + RED.replace("  kind: demand\n", ""), 4, 3, ["kind is missing", "explicit, conditional"]),
    "missing id": (HEAD + "caveats:\n- text: x\n", 4, 3, ["id is missing"]),
    "word of no list": (HEAD + RED.replace("demand", "demnad"), 7, 9, ['"demnad"', "did you mean demand?", "refusal"]),
    "date in words": ("title: T\ndate: 4 March 2031\n", 2, 7, ['"4 March 2031"', "date: 2031-03-04"]),
    "date that is a word": ("title: T\ndate: no\n", 2, 7, ['"no"', "date: 2024-04-27"]),
    "date with a time": ("title: T\ndate: 2031-03-04 12:00:00\n", 2, 7, ["is a date", "year-month-day"]),
    "date that is none": ("title: T\ndate: 2031-02-30\n", 2, 7, ["no 2031-02-30"]),
    "number in words": (HEAD + "actors:\n- {id: act-1, name: Ada, mentions: seven}\n", 4, 36, ['"seven"', "digits"]),
    "number with a sign": (HEAD + "actors:\n- {id: act-1, name: Ada, mentions: -7}\n", 4, 36, ["whole number"]),
    "null for a text": ("title: null\ndate: 2031-03-04\n", 1, 8, ["title cannot be null", '""']),
    "nothing for a text": ("title:\ndate: 2031-03-04\n", 1, 7, ["title has no value", '""']),
    "null for a word": (HEAD + RED.replace("demand", "null"), 7, 9, ["kind cannot be null", "explicit, conditional"]),
    "null in a list": (HEAD + RED + "  evidence: [null]\n", 9, 14, ["entry of evidence has no value"]),
    "nothing for a list": (HEAD + "issues:\n", 3, 8, ["issues has no value", "[] for none"]),
    "list where a text is meant": (HEAD + "marking:\n- secret\n", 4, 1, ["marking is a text", "a list stands", '"- "']),
    "keys where a text is meant": (HEAD + "marking:\n  a: b\n", 4, 3, ["marking is a text", "in quotes or use |"]),
    "text where a list is meant": (HEAD + RED + "  evidence: A1.1\n", 9, 13, ["evidence: [A1.1]"]),
    "entry where a list is meant": (
        HEAD + "caveats:\n  id: cav-1\n",
        4,
        3,
        ["caveats is a list", 'each entry with "- "'],
    ),
    "list where an entry is meant": (
        HEAD + "caveats:\n- - id: cav-1\n    text: x\n",
        4,
        3,
        ["entry of caveats", "a list", 'one "- "'],
    ),
    "key of an entry outside of it": (HEAD + RED + "trigger: x\n", 9, 1, ['"trigger"', "outside", "two spaces"]),
    "id as a key": (HEAD + "caveats:\n- cav-1:\n    text: x\n", 4, 3, ['"cav-1"', "id: cav-1"]),
    "ids as keys": (HEAD + "caveats:\n  cav-1:\n    text: x\n", 4, 3, ["caveats is a list", "- id: cav-1"]),
    "day where a due date is meant": (
        HEAD + "next_steps:\n- {id: nxt-1, action: a, due: in May}\n",
        4,
        31,
        ["due is keys", '"in May"', "text: in May"],
    ),
    "text where an entry is meant": (
        HEAD + "caveats:\n- unsure\n",
        4,
        3,
        ["entry of caveats", '"unsure"', "key: value"],
    ),
    "list where keys are meant": (HEAD + "header:\n- to: Ada\n", 4, 1, ["header is keys", 'without "- "']),
    "text where keys are meant": (HEAD + "header: Ada\n", 3, 9, ["header is keys", "key: value"]),
    "list where sentences are meant": (HEAD + "evidence: [A1.1]\n", 3, 11, ["evidence is keys"]),
    "sentence that is none": (HEAD + "evidence:\n  A1.1:\n", 4, 8, ['"A1.1" has no value']),
    "escaped control character": (HEAD + 'marking: "\\x1b[2J"\n', 3, 10, ["U+001B", "Delete it"]),
    "id used twice": (HEAD + RED + RED.removeprefix("red_lines:\n"), 9, 7, ["red-1a stands twice", "line 4"]),
    "id of two issues' positions": (
        HEAD
        + "issues:\n"
        + "".join(f"- id: iss-{n}\n  title: T\n  positions:\n  - {{id: pos-1, actor: A, text: T}}\n" for n in (1, 2)),
        *(11, 10, ["pos-1 stands twice in positions", "line 7"]),
    ),
    "id that is none": (HEAD + RED.replace("red-1a", '"red 1a"'), 4, 7, ['"red 1a"', "letters, digits"]),
    "evidence that is not there": (
        HEAD + RED + "  evidence: [A1.1, A1.22]\nevidence:\n  A1.1: x\n  A1.2: y\n",
        *(9, 20, ['"A1.22"', "did you mean A1.2?"]),
    ),
}


@pytest.fixture(params=["the parser in C", "the parser in Python"])
def parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Both parsers that PyYAML may come with: the messages are the same."""
    loader = yaml.CSafeLoader if request.param == "the parser in C" else yaml.SafeLoader
    monkeypatch.setattr(nodes, "Loader", loader)


@pytest.mark.usefixtures("parser")
@pytest.mark.parametrize("name", SYNTAX)
def test_what_is_not_yaml_is_told_by_its_slip(name: str) -> None:
    check(*SYNTAX[name])


@pytest.mark.parametrize("name", SCHEMA)
def test_what_is_not_a_brief_is_told_by_its_slip(name: str) -> None:
    check(*SCHEMA[name])


def check(text: str, line: int, column: int | None, words: list[str]) -> None:
    with pytest.raises(BriefFileError) as caught:
        load(text, FILE)
    error = caught.value
    assert error.place is not None
    assert error.place == Place(FILE, line, column or error.place.column)
    message = str(error)
    assert message.startswith(f"brief.yaml:{line}:")
    assert error.hint
    for word in words:
        assert word in message


def test_a_message_never_carries_what_would_move_the_cursor_or_fill_the_screen() -> None:
    with pytest.raises(BriefFileError) as caught:
        load(HEAD + f'"\\x1b[2J{"x" * 10_000}": y\n', FILE)
    assert "\x1b" not in str(caught.value)
    assert len(str(caught.value)) < 500


def test_a_file_of_50_mb_is_refused_unread(tmp_path: Path) -> None:
    file = tmp_path / "brief.yaml"
    with file.open("wb") as stream:
        stream.truncate(50_000_000)
    with pytest.raises(BriefFileError, match="larger than 10 MB"):
        read_text(file)
    with pytest.raises(BriefFileError, match="larger than 10 MB"):
        load("#" * 10_000_001, FILE)


def test_bytes_that_are_not_utf_8_are_shown_with_their_place(tmp_path: Path) -> None:
    file = tmp_path / "brief.yaml"
    file.write_bytes("title: Über\nmarking: é".encode() + b"\xe9t\xe9\n")
    with pytest.raises(BriefFileError, match="0xe9 is not UTF-8") as caught:
        read_text(file)
    assert caught.value.place == Place(file, 2, 11)
    assert "Save the file as UTF-8" in str(caught.value)


def test_a_file_with_a_byte_order_mark_is_read(tmp_path: Path) -> None:
    file = tmp_path / "brief.yaml"
    file.write_text(HEAD, encoding="utf-8-sig")
    assert load(read_text(file), file).title == "Talks in Port Elm"


@pytest.mark.parametrize("name", [".", "missing.yaml"])
def test_a_folder_or_a_missing_file_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(BriefFileError, match="cannot be read"):
        read_text(tmp_path / name)
