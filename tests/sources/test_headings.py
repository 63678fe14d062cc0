"""Subheadings, and lines that only look like one."""

from __future__ import annotations

import pytest

from tests.sources.shapes import shape_of

ONE = "The two coastal states signed an agreement on fishing on Monday, after nine rounds of talks."
TWO = "It enters into force in June, when both parliaments have voted on it and the islands have been heard."


def between(*lines: str) -> list[str]:
    shape = shape_of("\n\n".join([ONE, *lines, TWO]))
    assert shape[0] == f"1: {ONE}"
    assert shape[-1].endswith(TWO)
    return shape[1:-1]


@pytest.mark.parametrize(
    "line",
    [
        "What comes next",
        "What comes next?",
        "THE ROAD TO JUNE",
        "Differences over herring, mackerel",
        "The harder test: shades of grey",
        "Skippers 'unmoved'",
        "Key Outcomes:",
        "2. Trawlers and nets",
        "**Trawlers and nets**",
        "Relations with the U.S.",
    ],
)
def test_headings(line: str) -> None:
    kinds = [entry.split(":")[0] for entry in between(line)]
    assert kinds == ["heading"]


def test_a_section_and_its_first_subsection() -> None:
    assert between("Quotas", "Herring") == ["heading: Quotas", "heading: Herring"]


def test_headings_on_single_lines() -> None:
    assert shape_of(f"{ONE}\nWhat comes next\n{TWO}") == [f"1: {ONE}", "heading: What comes next", f"2: {TWO}"]


def test_a_heading_above_a_list() -> None:
    assert shape_of(f"{ONE}\n\nWhat was agreed\n\n- More herring.\n- Fewer nets.")[1] == "heading: What was agreed"


@pytest.mark.parametrize(
    "line",
    [
        "The ministers left at noon.",
        "They had agreed that:",
        "Nets, lines and hooks,",
        "“We shall see”",
        "Read more: Who owns the herring?",
        "Press contact: press@example.org",
        "Orno harbour. Picture: Jane Doe",
        "(Laughter)",
        "and that was all",
        "TRAWLERS AND NETS: Today the ministers signed a treaty.",
    ],
)
def test_paragraphs(line: str) -> None:
    assert between(line) == [f"2: {line}"]


def test_three_short_lines_are_a_list_and_no_headings() -> None:
    assert between("Herring", "Mackerel", "Cod") == ["2: Herring", "3: Mackerel", "4: Cod"]


def test_a_short_last_line_heads_nothing() -> None:
    assert shape_of(f"{ONE}\n\n{TWO}\n\nThe Coastal States")[-1] == "3: The Coastal States"


TRANSCRIPT = [
    "QUESTION: Will you sign?",
    "MINISTER MARROW: Yes",
    "COURIER: And the islands?",
    "Q. When?",
    "A. In June",
]


def test_turns_of_a_transcript() -> None:
    text = "\n\n".join(["Remarks at Orno harbour", *TRANSCRIPT])
    assert shape_of(text)[1:] == [f"{number}: {line}" for number, line in enumerate(TRANSCRIPT, 1)]


def test_turns_on_single_wrapped_lines() -> None:
    answer = (
        "MINISTER MARROW: The islands were asked in March and again in April, and they will be\n"
        "asked once more before anybody signs anything, which is what we promised at Orno and what\n"
        "we stand by."
    )
    question = "QUESTION: And when would that be, if I may ask so late in the evening of this long\nday of talks?"
    turns = [answer, question]
    assert shape_of("\n".join(turns)) == [f"{n}: {' '.join(turn.split())}" for n, turn in enumerate(turns, 1)]


def test_speakers_known_only_by_speaking_twice() -> None:
    text = f"{ONE}\n\nMarrow: Yes\n\nFenn: No\n\nMarrow: Then we are done here\n\nFenn: So it seems\n\n{TWO}"
    assert [line.split(":")[0] for line in shape_of(text)] == ["1", "2", "3", "4", "5", "6"]
