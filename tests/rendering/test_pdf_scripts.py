"""Names in other scripts: readable, in the right order, and found again by who searches for them."""

from __future__ import annotations

import io
import re

import pypdf
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pypdf.generic import ContentStream

from briefgen.model.brief import Brief
from briefgen.rendering import load_style, write
from briefgen.rendering.pdf.right_to_left import directions

from .sample import bare_brief
from .structure import structure

STYLE = load_style("info-memo")


def titled(title: str) -> pypdf.PdfReader:
    made = write(bare_brief().model_copy(update={"title": title}), STYLE, "pdf")
    assert not made.warnings
    return pypdf.PdfReader(io.BytesIO(made.content))


def readings(reader: pypdf.PdfReader) -> list[str]:
    """What the file says that words running from right to left say."""
    page = reader.pages[0]
    marks = [operands[1] for operands, operator in ContentStream(page.get_contents(), reader).operations
             if operator == b"BDC"]  # fmt: skip
    return [mark["/ActualText"] for mark in marks if "/ActualText" in mark]


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("Dr נועם told", ["Dr ", "<נועם", " told"]),
        ("נועם (ערוץ 14) said", ["<נועם (ערוץ 14)", " said"]),
        ("(נועם) said", ["(", "<נועם", ") said"]),
        ("a (b נועם) c", ["a (b ", "<נועם", ") c"]),
        ("1 נועם, כהן: no", ["1 ", "<נועם, כהן", ": no"]),
        ("محمد 25% then", ["<محمد 25", "% then"]),
        ("مُحَمَّد", ["<مُحَمَّد"]),
    ],
)
def test_words_run_from_right_to_left_with_what_stands_between_them(text: str, pieces: list[str]) -> None:
    assert [f"{'<' * right_to_left}{piece}" for right_to_left, piece in directions(text)] == pieces


@given(st.text(alphabet="אבمn 1(),[]%/\u064b\u200f", max_size=40))
def test_no_character_is_lost_or_moved_between_pieces(text: str) -> None:
    pieces = list(directions(text))
    assert "".join(piece for _, piece in pieces) == text
    assert all(piece for _, piece in pieces)


def test_arabic_letters_are_joined_and_read_back_as_themselves() -> None:
    reader = titled("Talks with محمد بن سلمان in Vardal")
    assert readings(reader) == ["محمد بن سلمان"]
    text = reader.pages[0].extract_text()
    assert sorted(re.findall("[\u0600-\u06ff]", text)) == sorted("محمدبنسلمان")
    font = next(
        f.get_object() for f in reader.pages[0]["/Resources"]["/Font"].values() if "Amiri" in str(f.get_object())
    )
    drawn = font["/FirstChar"], font["/LastChar"]
    assert drawn[1] - drawn[0] + 1 > len(set("محمد بن سلمان")) + 1  # letters have more forms than one


@pytest.mark.parametrize(
    ("text", "from_left_to_right"),
    [
        ("Talks with נועם כהן in 2034", "Talks with ןהכ םעונ in 2034"),
        ("ועידה 2034 נפתחה", "החתפנ 2034 הדיעו"),
        ("נועם (ערוץ 14) said", "(14 ץורע) םעונ said"),
        ("נועם, כהן: no", "ןהכ ,םעונ: no"),
    ],
)
def test_hebrew_stands_from_right_to_left_and_numbers_do_not(text: str, from_left_to_right: str) -> None:
    assert structure(titled(text)).all("H1")[0].text.strip() == from_left_to_right


@pytest.mark.parametrize(
    "text", ["Київ", "Ελλάδα", "ἀρχή", "Nguyễn", "Łódź", "Đorđe", "İzmir", "Ўзбекистон", "Шәймиев"]
)
def test_greek_cyrillic_and_latin_with_accents_are_printed(text: str) -> None:
    assert text in titled(f"Talks in {text} end").pages[0].extract_text()


@pytest.mark.parametrize("text", ["مُحَمَّد بن سَلمان", "مبدأٌ14 سنة", "בִּנְיָמִין נְתַנְיָהוּ"])
def test_vowels_stand_with_their_letters_and_leave_the_line_where_it_was(text: str) -> None:
    reader = titled(f"Talks with {text} end")
    assert "".join(readings(reader)) == text
    operations = ContentStream(reader.pages[0].get_contents(), reader).operations
    rises = [float(operands[0]) for operands, operator in operations if operator == b"Ts"]
    assert not rises or rises[-1] == 0


def test_bytes_do_not_depend_on_what_was_printed_before() -> None:
    brief = named("محمد بن سلمان")
    first = write(brief, STYLE, "pdf").content
    write(named("لا إله إلا الله، رجب طيب أردوغان، کوردستان"), STYLE, "pdf")
    assert write(brief, STYLE, "pdf").content == first


def named(title: str) -> Brief:
    return bare_brief().model_copy(update={"title": title})
