"""Word, PDF, HTML and Markdown carry the same words in the same order: those of the outline."""

from __future__ import annotations

import pytest

from briefgen.model.brief import Brief
from briefgen.rendering import load_style, outline, write
from briefgen.rendering.styles import style_files

from .readback import html_text, markdown_text, outline_lines, pdf_text, word_lines
from .sample import bare_brief, full_brief, human_brief, long_brief, two_sources_brief

STYLE = load_style("info-memo")
BRIEFS = {"full": full_brief(), "bare": bare_brief(), "60 red lines": long_brief(60), "2 sources": two_sources_brief()}


@pytest.fixture(params=BRIEFS)
def brief(request: pytest.FixtureRequest) -> Brief:
    return BRIEFS[request.param]


def test_word_says_what_the_outline_says_line_by_line(brief: Brief) -> None:
    assert word_lines(write(brief, STYLE, "docx").content) == outline_lines(outline(brief, STYLE))


def test_pdf_says_what_the_outline_says_in_its_order(brief: Brief) -> None:
    decided = outline(brief, STYLE)
    assert pdf_text(write(brief, STYLE, "pdf").content, decided) == "".join(outline_lines(decided))


def test_markdown_says_what_the_outline_says_in_its_order(brief: Brief) -> None:
    assert markdown_text(write(brief, STYLE, "md").content) == "".join(outline_lines(outline(brief, STYLE)))


def test_html_says_what_the_outline_says_in_its_order(brief: Brief) -> None:
    assert html_text(write(brief, STYLE, "html").content) == "".join(outline_lines(outline(brief, STYLE)))


@pytest.mark.parametrize("name", [file.name for file in style_files()])
def test_every_style_says_the_same_in_every_format(name: str) -> None:
    style, brief = load_style(name), human_brief()
    decided = outline(brief, style)
    shown, numbered = ("".join(outline_lines(decided, numbers=numbers)) for numbers in (False, True))
    assert html_text(write(brief, style, "html").content) == shown
    assert markdown_text(write(brief, style, "md").content) == shown
    assert pdf_text(write(brief, style, "pdf").content, decided) == numbered
    assert word_lines(write(brief, style, "docx").content) == outline_lines(decided, notes=False)
