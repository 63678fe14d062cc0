"""The .pdf has all its fonts, links that lead where they say, and the brief's own properties."""

from __future__ import annotations

import io
import re
from typing import Any

import pypdf
import pytest

from briefgen.model.brief import Brief, Statement, Summary
from briefgen.rendering import load_style, outline, write
from briefgen.rendering.blocks import Heading

from .readback import bare, linked_runs, outline_lines, pdf_text
from .sample import bare_brief, full_brief, long_brief

STYLE = load_style("info-memo")


@pytest.fixture(scope="module")
def reader() -> pypdf.PdfReader:
    return read(full_brief())


def read(brief: Brief) -> pypdf.PdfReader:
    return pypdf.PdfReader(io.BytesIO(write(brief, STYLE, "pdf").content))


def fonts(reader: pypdf.PdfReader) -> dict[str, Any]:
    """Every font that any page or form may use."""
    found: dict[str, Any] = {}
    resources = [page["/Resources"] for page in reader.pages]
    resources += [
        form.get_object().get("/Resources", {}) for each in resources for form in each.get("/XObject", {}).values()
    ]
    for each in resources:
        found |= {font["/BaseFont"]: font for font in (f.get_object() for f in each.get("/Font", {}).values())}
    return found


def test_every_font_is_embedded(reader: pypdf.PdfReader) -> None:
    names = fonts(reader)
    assert {name.split("+")[1] for name in names} == {
        "SourceSansPro-Regular",
        "SourceSansPro-Semibold",
        "SourceSerifPro-Regular",
        "SourceSerifPro-Semibold",
    }
    assert all("/FontFile2" in font["/FontDescriptor"] for font in names.values())


def test_every_link_stands_on_its_citation_and_leads_to_its_sentence(reader: pypdf.PdfReader) -> None:
    labels = [run.text for block in outline(full_brief(), STYLE).blocks for run in linked_runs(block)]
    there = [(page, link) for page, link in links(reader) if "back" not in link["/Contents"]]
    assert len(labels) == len(there) > 40
    for label, (page, link) in zip(labels, there, strict=True):
        assert link["/Contents"] == f"{label}, Annex: the sentences cited"
        assert label in words_under(page, link)
        top, target = destination(reader, link)
        assert any(text.strip() == label and 0 < top - y < 16 for y, text in text_chunks(target))


def test_every_sentence_of_the_annex_leads_back_to_its_first_citation(reader: pypdf.PdfReader) -> None:
    labels = [run.text for block in outline(full_brief(), STYLE).blocks for run in linked_runs(block)]
    back = [(page, link) for page, link in links(reader) if "back" in link["/Contents"]]
    assert len(back) == len(set(labels)) > 20
    for page, link in back:
        label = words_under(page, link).split()[0]
        assert link["/Contents"] == f"{label}: back to where it is cited first"
        top, target = destination(reader, link)
        assert any(label in text and 0 < top - y < 30 for y, text in text_chunks(target))


def test_the_outline_lists_the_headings_with_their_levels(reader: pypdf.PdfReader) -> None:
    def listed(entries: list[Any], level: int = 1) -> list[tuple[int, str]]:
        found: list[tuple[int, str]] = []
        for entry in entries:
            found += listed(entry, level + 1) if isinstance(entry, list) else [(level, entry.title)]
        return found

    headings = [(b.level, b.text) for b in outline(full_brief(), STYLE).blocks if isinstance(b, Heading)]
    assert listed(reader.outline) == headings


def test_properties_are_the_briefs(reader: pypdf.PdfReader) -> None:
    told = reader.metadata
    assert told is not None
    assert (told.title, told.author) == (
        "Norvania and Halden: no accord on the Kestrel Bank",
        "Northern Seas Department",
    )
    assert (told.subject, told["/Keywords"]) == (
        "Information memo, NSD/2034/117",
        "Norvania, Halden Federation, Ilse Brandt",
    )
    assert told["/CreationDate"] == told["/ModDate"] == "D:20340428000000Z"
    root = reader.trailer["/Root"]
    assert root["/Lang"] == "en-GB"
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]


def test_a_brief_without_an_author_names_none() -> None:
    assert not read(bare_brief()).metadata.author


@pytest.mark.parametrize(("paper", "points"), [("A4", (595.28, 841.89)), ("Letter", (612, 792))])
def test_the_pages_have_the_size_of_the_styles_paper(paper: str, points: tuple[float, float]) -> None:
    made = write(bare_brief(), STYLE.model_copy(update={"paper": paper}), "pdf")
    box = pypdf.PdfReader(io.BytesIO(made.content)).pages[0].mediabox
    assert (float(box.width), float(box.height)) == pytest.approx(points, abs=0.01)


def test_the_structure_does_not_swell_the_file() -> None:
    assert len(write(full_brief(), STYLE, "pdf").content) < 90_000


def test_every_foot_counts_the_pages(reader: pypdf.PdfReader) -> None:
    pages = len(reader.pages)
    assert pages > 2
    for number, page in enumerate(reader.pages, start=1):
        assert f"Page {number} of {pages}" in page.extract_text()


def test_a_table_repeats_its_head_on_each_of_its_pages() -> None:
    pages = [page.extract_text() for page in read(long_brief(60)).pages]
    with_rows = [text for text in pages if "Patrol vessels stay" in text]
    assert len(with_rows) > 3
    assert all(re.search(r"No\.\s*Holder\s*Red line\s*Kind\s*Source", text) for text in with_rows)


def test_a_row_taller_than_a_page_goes_on_over_pages() -> None:
    brief = full_brief()
    line = brief.red_lines[0].model_copy(update={"statement": "word " * 2000 + "end."})
    reader = read(brief.model_copy(update={"red_lines": [line]}))
    text = bare("".join(page.extract_text() for page in reader.pages))
    assert text.count("word") > 2000
    assert "end." in text


def test_no_heading_stands_alone_at_the_foot_of_a_page() -> None:
    headings = {b.text for b in outline(full_brief(), STYLE).blocks if isinstance(b, Heading)}
    for lines in range(0, 32, 4):  # push everything down the page, a few lines at a time
        brief = full_brief()
        brief.summary = Summary(bottom_line=Statement(text="A line of this length fills the box once. " * 2 * lines))
        for page in read(brief).pages:
            last = page.extract_text().strip().splitlines()[-1]
            assert re.sub(r"\s*\[.*", "", last) not in headings


def test_characters_that_no_face_has_are_printed_as_codes_and_named() -> None:
    brief = bare_brief().model_copy(update={"title": "习 and Ελλάδα, Київ, Nguyễn, A\u2009B, 🇺\ufe0f"})
    made = write(brief, STYLE, "pdf")
    text = pypdf.PdfReader(io.BytesIO(made.content)).pages[0].extract_text()
    assert "[U+4E60] and Ελλάδα, Київ, Nguyễn, A B, [U+1F1FA]" in " ".join(text.split())
    assert made.warnings == (
        "the PDF's faces have no glyph for 习 (U+4E60 CJK UNIFIED IDEOGRAPH-4E60), 🇺 (U+1F1FA REGIONAL INDICATOR "
        "SYMBOL LETTER U); printed as codes such as [U+4E60]",
    )


def test_markup_in_the_text_is_printed_as_it_stands() -> None:
    title = "AT&T <said> &amp; <b>bold</b> <a href='x'>"
    decided = outline(bare_brief().model_copy(update={"title": title}), STYLE)
    made = write(bare_brief().model_copy(update={"title": title}), STYLE, "pdf")
    assert pdf_text(made.content, decided) == "".join(outline_lines(decided))


def test_the_same_brief_gives_the_same_bytes() -> None:
    assert write(full_brief(), STYLE, "pdf").content == write(full_brief(), STYLE, "pdf").content


def links(reader: pypdf.PdfReader) -> list[tuple[pypdf.PageObject, Any]]:
    """Every link with its page."""
    return [(page, note.get_object()) for page in reader.pages for note in page.get("/Annots", [])]


def words_under(page: pypdf.PageObject, link: Any) -> str:
    """The words on the line of a link."""
    bottom = float(link["/Rect"][1])
    return "".join(text for y, text in text_chunks(page) if abs(y - bottom) < 6)


def destination(reader: pypdf.PdfReader, link: Any) -> tuple[float, pypdf.PageObject]:
    """The height and the page to which a link leads; never so far to the right that a reader would scroll."""
    target, _, left, top, _ = link["/Dest"]
    assert float(left) < 75
    return float(top), next(page for page in reader.pages if page.indirect_reference == target)


def text_chunks(page: pypdf.PageObject) -> list[tuple[float, str]]:
    """Pieces of text with the height of their baseline."""
    found: list[tuple[float, str]] = []

    def visit(text: str, cm: list[float], tm: list[float], *_: object) -> None:
        found.append((tm[5] + cm[5], text))

    page.extract_text(visitor_text=visit)
    return found
