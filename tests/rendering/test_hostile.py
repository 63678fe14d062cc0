"""No text breaks a document: any characters, any length, in any place that a brief has for text."""

from __future__ import annotations

import io

import pypdf
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from briefgen.model.brief import Brief
from briefgen.rendering import load_style, outline, write

from .readback import bare, markdown_text, outline_lines, word_lines
from .sample import full_brief, long_brief

STYLE = load_style("info-memo")
# Values that mean something to the program and so are not free text.
FIXED = {"schema", "style", "id", "kind", "status", "confidence", "about", "evidence", "date", "published", "sha256"}
NASTY = "AT&T <said> &amp; ]]> 👨‍👩‍👧 习近平 שלום مرحبا \x00\x07\ud800\ufffe\u202eabc\u200f | `*_[x](y)_*` 1. - +"
TEXT = st.text(st.characters(), max_size=60)  # surrogates and control characters too


def filled(text: str) -> Brief:
    """The full brief with `text` in every place for text."""

    def fill(value: object, key: str) -> object:
        if isinstance(value, dict):
            return {name: fill(inner, text if key == "evidence" else name) for name, inner in value.items()}
        if isinstance(value, list):
            return value if key == "evidence" else [fill(inner, key) for inner in value]
        return text if isinstance(value, str) and key not in FIXED else value

    brief = full_brief()
    made = fill(brief.model_dump(by_alias=True), "")
    assert isinstance(made, dict)
    return Brief.model_validate({**made, "marking": text, "evidence": dict.fromkeys(brief.evidence, text)})


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(text=TEXT)
@example(text=NASTY)
@example(text="")
@example(text="#")
@example(text="1. a\\|b\\")
@example(text="---")
def test_word_and_markdown_show_any_text_as_it_is(text: str) -> None:
    brief = filled(text)
    lines = outline_lines(outline(brief, STYLE))
    assert word_lines(write(brief, STYLE, "docx").content) == lines
    assert markdown_text(write(brief, STYLE, "md").content) == "".join(lines)


@settings(max_examples=5, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(text=TEXT)
@example(text=NASTY)
@example(text="")
def test_pdf_takes_any_text(text: str) -> None:
    made = write(filled(text), STYLE, "pdf")
    assert len(pypdf.PdfReader(io.BytesIO(made.content)).pages) > 1


LONG = {
    "a word of 10,000 letters": "x" * 10_000,
    "400 words": "word " * 400,
    "an address": f"https://example.org/{'talks/' * 700}?a=1&b=2",
    "emoji": "👨‍👩‍👧🇳🇴🤝🏽" * 300,
}


@pytest.mark.parametrize("text", LONG.values(), ids=LONG)
@pytest.mark.parametrize("format", ["docx", "pdf", "html", "md"])
def test_long_text_in_a_table_a_box_and_the_annex(text: str, format: str) -> None:
    brief = full_brief()
    assert brief.summary.bottom_line
    brief.summary.bottom_line.text = brief.title = brief.marking = text
    brief.red_lines[0].statement = brief.red_lines[1].holder = brief.next_steps[0].action = text
    brief.evidence = {**brief.evidence, "A1.1": text}
    assert write(brief, STYLE, format).content


def test_ids_that_a_person_wrote_are_as_hostile_as_any_text() -> None:
    brief = full_brief()
    odd = ["A1.1", "a b", "Δ½²", "9", "<&>", "x" * 300, ""]
    brief.evidence = dict.fromkeys(odd, "Said.")
    brief.issues[0].evidence = [*odd, "gone"]
    for format in ("docx", "pdf", "md"):
        assert "'gone' is cited" in "".join(write(brief, STYLE, format).warnings)


def test_markup_is_printed_as_the_text_that_it_is() -> None:
    brief = full_brief()
    markup = "<b>No</b> &lt;talks&gt; <font color='red'>ever</font> <a href='#x'>x</a>"
    brief.red_lines[0].statement = brief.title = markup
    pages = pypdf.PdfReader(io.BytesIO(write(brief, STYLE, "pdf").content)).pages
    assert "".join(bare(page.extract_text()) for page in pages).count(bare(markup)) >= 2
    assert word_lines(write(brief, STYLE, "docx").content).count(bare(markup)) == 2
    assert "&lt;b&gt;No&lt;/b&gt; &amp;lt;talks&amp;gt;" in write(brief, STYLE, "html").content.decode()


@pytest.mark.parametrize("format", ["pdf", "html", "md"])
def test_three_hundred_rows_are_all_there(format: str) -> None:
    content = write(long_brief(300), STYLE, format).content
    if format == "pdf":
        pages = pypdf.PdfReader(io.BytesIO(content)).pages
        content = "".join(page.extract_text() for page in pages).encode()
    assert all(f"A{100 + number}.1" in content.decode() for number in range(1, 301))
