"""Bytes of every usual encoding, and characters that no document can hold."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.errors import SourceError
from briefgen.sources.cleaning import clean
from briefgen.sources.decoding import decode
from tests.sources.shapes import article_of, shape_of

PUNCTUATED = "“We won’t yield – not in Orno’s harbour,” said Hélène Dûprat… The café-owner’s naïve plan cost €40."
SHORT = "It’s over – for now."
LONG = " ".join([PUNCTUATED, "The ministers met again on Monday, and nothing was signed."] * 400)
WORDS = "Zoë Dûprat Ångström’s piñata naïve “Été” café-owner Müller €40 – — … façade São Øresund Þór à la".split()


@pytest.mark.parametrize("text", [PUNCTUATED, SHORT, LONG], ids=["mixed", "short", "long"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252", "mac_roman"])
def test_a_text_in_many_encodings(text: str, encoding: str) -> None:
    assert shape_of(text.encode(encoding)) == [f"1: {text}"]


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "utf-32-le"])
def test_utf_16_without_a_mark_and_utf_32_with_one(encoding: str) -> None:
    mark = b"\xff\xfe\0\0" if encoding == "utf-32-le" else b""
    assert decode(mark + PUNCTUATED.encode(encoding), "x") == PUNCTUATED


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        ("cp1251", "Министр иностранных дел заявил, что не подпишет договор до июня."),
        ("shift_jis", "外務大臣は月曜日に記者会見で、条約に署名しないと述べた。"),
        ("gb18030", "外交部长星期一在记者会上表示，六月之前不会签署条约。"),
    ],
)
def test_other_scripts_are_detected(encoding: str, text: str) -> None:
    assert decode(text.encode(encoding), "x") == text


@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=12).map(" ".join))
def test_accented_words_come_back_from_windows_1252(text: str) -> None:
    assert decode(text.encode("cp1252"), "x") == text


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\u2028", "\x85", "\x0b", "\x0c"])
def test_line_ends(end: str) -> None:
    text = f"Talks resume{end}{end}The ministers met again on Monday.{end}Nothing was signed by either of them.{end}"
    assert shape_of(text) == [
        "headline: Talks resume",
        "1: The ministers met again on Monday.",
        "2: Nothing was signed by either of them.",
    ]


def test_a_paragraph_separator_parts_paragraphs() -> None:
    assert clean("One.\u2029Two.") == "One.\n\nTwo."


def test_invisible_characters_go_and_spaces_become_plain() -> None:
    text = "The min\u00adis\u00adter\u200b said\u00a0“no”\u202f\u2013 \u202eevil\u202c\x07 twice\ufeff.\u2060"
    assert shape_of(text) == ["1: The minister said “no” – evil twice."]


def test_accents_are_composed() -> None:
    assert shape_of("Zoe\u0308 left Orno.") == ["1: Zoë left Orno."]


def test_a_pile_of_accents_takes_no_time() -> None:
    assert clean("a" + "\u0301\u0316" * 500_000 + "b") == "ab"


@given(st.text())
def test_what_cleaning_leaves_can_be_written_to_word_and_pdf(text: str) -> None:
    cleaned = clean(text)
    assert all(character in "\t\n" or character.isprintable() or ord(character) > 0xA0 for character in cleaned)
    assert not any(0xD800 <= ord(character) <= 0xDFFF for character in cleaned)
    assert clean(cleaned) == cleaned


@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused_with_a_message(data: bytes) -> None:
    try:
        article_of(data)
    except SourceError as error:
        assert str(error).startswith(("standard input", "The encoding of standard input"))
        assert error.hint
