"""List items, their markers and their depth."""

from __future__ import annotations

import pytest

from tests.sources.shapes import shape_of

INTRO = "The coastal states agreed on Monday that:"
CLOSE = "The agreement enters into force in June, when both parliaments have voted on it."


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("-", "-"),
        ("•", "•"),
        ("*", "*"),
        ("–", "–"),
        ("1.", "2."),
        ("1)", "2)"),
        ("(1)", "(2)"),
        ("(a)", "(b)"),
        ("a)", "b)"),
        ("(i)", "(ii)"),
    ],
)
def test_markers(one: str, two: str) -> None:
    text = f"{INTRO}\n\n{one} herring quotas rise;\n{two} nets get wider.\n\n{CLOSE}"
    expected = [f"1: {INTRO}", f"2 {one}: herring quotas rise;", f"3 {two}: nets get wider.", f"4: {CLOSE}"]
    assert shape_of(text) == expected


def test_bullets_that_touch_their_words() -> None:
    assert shape_of(f"{INTRO}\n•herring quotas rise;\n•nets get wider.")[1:] == [
        "2 •: herring quotas rise;",
        "3 •: nets get wider.",
    ]


def test_lists_in_lists() -> None:
    text = f"""\
{INTRO}

- herring quotas rise
  - in the north
  - in the south
    1. off Orno
- nets get wider
(a) for cod
(b) for hake

{CLOSE}
"""
    assert shape_of(text)[1:-1] == [
        "2 -: herring quotas rise",
        "3 -- -: in the north",
        "4 -- -: in the south",
        "5 --- 1.: off Orno",
        "6 -: nets get wider",
        "7 -- (a): for cod",
        "8 -- (b): for hake",
    ]


def test_wrapped_items_with_and_without_hanging_indent() -> None:
    hanging = """\
The coastal states, which had not met since the quarrel over the nets in
the autumn, agreed on Monday on the following:

- The herring quota of the northern waters rises by a tenth from the first
  day of June, and is looked at again a year later.
- Nets get wider. Skippers who have bought new ones since March are paid
  half of what they cost.
"""
    expected = [
        "1: The coastal states, which had not met since the quarrel over the nets in the autumn, agreed on Monday on"
        " the following:",
        "2 -: The herring quota of the northern waters rises by a tenth from the first day of June, and is looked at"
        " again a year later.",
        "3 -: Nets get wider. Skippers who have bought new ones since March are paid half of what they cost.",
    ]
    assert shape_of(hanging) == expected
    assert shape_of(hanging.replace("\n  ", "\n")) == expected


def test_numbers_and_dashes_that_begin_a_wrapped_line_by_chance() -> None:
    text = """\
The skippers said that they would fish on under the terms of Article
5. The ministers, who had heard of it in the morning from the harbour
- nobody had thought of telling them before - kept their tempers, and
left for the islands at noon.
"""
    assert shape_of(text) == ["1: " + " ".join(text.split())]


def test_initials_and_numbers_that_begin_a_sentence() -> None:
    lines = [
        "J. B. Marrow signed for the islands on Monday.",
        "A. Fenn did not.",
        "2.5 million crates were shipped in a year.",
        "2029. It was the year of the herring.",
    ]
    assert shape_of("\n\n".join(lines)) == [f"{number}: {line}" for number, line in enumerate(lines, 1)]


def test_items_whose_bullets_were_lost() -> None:
    text = f"{INTRO}\n\nherring quotas rise;\n\nnets get wider; and\n\nskippers are paid.\n\n{CLOSE}"
    assert shape_of(text)[1:] == [
        "2 : herring quotas rise;",
        "3 : nets get wider; and",
        "4 : skippers are paid.",
        f"5: {CLOSE}",
    ]


def test_names_after_a_colon_are_no_headings() -> None:
    text = f"{CLOSE}\n\nSpeakers include:\n\nIlse Marrow, minister\n\nRadu Fenn, skipper\n\n{CLOSE}"
    assert shape_of(text)[2:4] == ["3 : Ilse Marrow, minister", "4 : Radu Fenn, skipper"]


def test_an_empty_comment_between_items_is_left_out() -> None:
    assert shape_of(f"{INTRO}\n\n- herring;\n\n<!-- -->\n\n- nets.")[1:] == ["2 -: herring;", "3 -: nets."]
