"""Which lines make one paragraph."""

from __future__ import annotations

import textwrap

import pytest

from tests.sources.shapes import shape_of

HEADLINE = "Valmora and Tesk reopen their border"
PARAGRAPHS = [
    "Valmora and Tesk opened four crossings on Monday, eleven months after a customs quarrel had shut them. Lorries "
    "queued from dawn, and the first was through by seven.",
    "“We did not come this far to count crates,” Trade Minister Ilse Marrow told reporters at the Orno bridge. She "
    "added that inspections would go on until the end of June.",
    "Her counterpart, Radu Fenn, was less warm. Tesk would close the crossings again if a single permit was refused, "
    "he warned; the two are to meet in the capital on Thursday.",
    "Some 4,000 people in the border towns had lost their work, according to the chamber of commerce in Orno, which "
    "hopes that half of them find it again before winter.",
]
EXPECTED = [f"headline: {HEADLINE}", *(f"{number}: {text}" for number, text in enumerate(PARAGRAPHS, 1))]


def wrapped(text: str, column: int, first: str = "") -> str:
    return textwrap.fill(text, column, initial_indent=first, break_on_hyphens=False)


def test_paragraphs_between_blank_lines() -> None:
    assert shape_of("\n\n".join([HEADLINE, *PARAGRAPHS])) == EXPECTED


def test_one_paragraph_a_line() -> None:
    assert shape_of("\n".join([HEADLINE, *PARAGRAPHS])) == EXPECTED


@pytest.mark.parametrize("column", [58, 66, 72, 80, 100])
def test_wrapped_at_a_column(column: int) -> None:
    assert shape_of("\n\n".join([HEADLINE, *(wrapped(text, column) for text in PARAGRAPHS)])) == EXPECTED


def test_wrapped_with_first_lines_set_in() -> None:
    body = "\n".join(wrapped(text, 72, "   ") for text in PARAGRAPHS)
    assert shape_of(f"{HEADLINE}\n\n{body}\n") == EXPECTED


def test_wrapped_without_any_blank_line() -> None:
    """Each paragraph here ends in a short line, which is all that tells it from the next."""
    body = "\n".join(wrapped(text, 74) for text in PARAGRAPHS)
    assert shape_of(f"{HEADLINE}\n{body}\n{body}\n{body}")[:5] == EXPECTED


def test_wrapped_and_long_lines_in_one_text() -> None:
    text = "\n\n".join([HEADLINE, wrapped(PARAGRAPHS[0], 70), PARAGRAPHS[1], wrapped(PARAGRAPHS[2], 70), PARAGRAPHS[3]])
    assert shape_of(text) == EXPECTED


def test_a_line_that_breaks_early_where_a_link_stood() -> None:
    text = wrapped(PARAGRAPHS[0], 60).replace("customs quarrel", "customs\nquarrel")
    assert shape_of("\n\n".join([text, *(wrapped(other, 60) for other in PARAGRAPHS[1:])]))[0] == f"1: {PARAGRAPHS[0]}"


def test_a_dialogue_in_short_lines() -> None:
    text = """\
“Will you sign?” she was asked on the steps of the ministry in Orno.
“No.”
“Not ever?”
“Ask me in June.”
The minister then left for the bridge, where the Tesk delegation had been waiting since noon.
"""
    assert shape_of(text) == [f"{number}: {line}" for number, line in enumerate(text.splitlines(), 1)]


def test_a_dateline_within_its_paragraph() -> None:
    text = "ORNO, May 3 (Courier) — The crossings are open again. Nobody expects them to stay so."
    assert shape_of(text) == [f"1: {text}"]


def test_lines_that_only_part_sections_are_left_out() -> None:
    text = f"{HEADLINE}\n\nBegin text:\n\n{PARAGRAPHS[0]}\n\n* * *\n\n{PARAGRAPHS[1]}\n\nEnd text.\n\n###\n"
    assert shape_of(text) == EXPECTED[:3]


@pytest.mark.parametrize("end", ["-30-", "# # #", "ENDS", "-ends-", "<!-- -->", "______", "- 2 -"])
def test_marks_of_the_end(end: str) -> None:
    assert shape_of(f"{PARAGRAPHS[0]}\n\n{end}\n") == [f"1: {PARAGRAPHS[0]}"]


def test_a_wrapped_line_that_ends_with_the_word_ends() -> None:
    text = "The minister said again on the bridge that he would not stop before the quarrel over the crates\nends"
    assert shape_of(f"{PARAGRAPHS[0]}\n\n{text}\n\n{PARAGRAPHS[1]}")[1] == f"2: {text}".replace("\n", " ")


def test_paired_tags_left_by_a_page_fall() -> None:
    """A lone one, and any other, is the text's own."""
    tagged = PARAGRAPHS[1].replace("Orno bridge", "2<sup>nd</sup> <em>Orno</em> bridge")
    plain = PARAGRAPHS[1].replace("Orno bridge", "2nd Orno bridge")
    own = PARAGRAPHS[3].replace("4,000 people", "<b> 4,000 <q>people</q>")
    assert shape_of("\n\n".join([HEADLINE, tagged, own])) == [f"headline: {HEADLINE}", f"1: {plain}", f"2: {own}"]
