"""Where each part of a brief stands in its file."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefgen.briefyaml import load_overrides, places

from .norland import TEXT

FILE = Path("brief.yaml")


@pytest.mark.parametrize(
    ("path", "told"),
    [
        (("title",), "Talks in Port Elm\n"),
        (("header",), "header:\n"),
        (("header", "from"), "Desk 3\n"),
        (("summary", "bottom_line"), "null\n"),
        (("summary", "key_points"), "key_points:\n"),
        (("summary", "key_points", "sum-01"), "id: sum-01\n"),
        (("issues", "iss-01", "positions", "pos-02", "actor"), "Westmark\n    text: A wall is needed\n"),
        (("red_lines", "red-02", "evidence"), "evidence: [A1.2]\nnext_steps:"),
        (("red_lines", "red-02", "evidence", "0"), "A1.2]\nnext_steps:"),
        (("next_steps", "nxt-01", "due", "latest"), "2031-05-31\n"),
        (("evidence", "A1.2"), "They meet again in May.\n"),
    ],
)
def test_a_part_stands_where_its_text_begins_or_its_key(path: tuple[str, ...], told: str) -> None:
    place = places(TEXT, FILE)[path]
    lines = TEXT.splitlines(keepends=True)
    assert "".join(lines[place.line - 1 :])[place.column - 1 :].startswith(told)
    assert place.file == FILE


def test_entries_that_a_human_added_go_by_the_id_that_they_got() -> None:
    text = "red_lines:\n- id: own-1\n  holder: Norland\n  statement: No\n  kind: explicit\n"
    text += "- holder: Westmark\n  statement: Never\n  kind: explicit\n"
    overrides = load_overrides(text, FILE)
    found = places(text, FILE, overrides)
    minted = overrides.edits["red_lines"].entries[1].id
    assert found["red_lines", "own-1", "holder"].line == 3
    assert found["red_lines", minted, "statement"].line == 7


def test_what_stands_nowhere_has_no_place() -> None:
    assert places("# nothing\n", FILE) == {}
    assert ("red_lines", "red-02", "trigger") not in places(TEXT, FILE)
