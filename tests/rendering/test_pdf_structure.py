"""The .pdf for those who cannot see it: what a screen reader reads, in which order, as what; what the file claims."""

from __future__ import annotations

import io
import re
from itertools import pairwise

import pypdf
import pytest

from briefgen.model.brief import Brief
from briefgen.rendering import blocks, load_style, outline
from briefgen.rendering.blocks import Entry, Heading, Notes, Outline, PageLine, Paragraph, Properties, Run, Title
from briefgen.rendering.pdf import pdf
from briefgen.rendering.pdf.canvas import TaggingCanvas
from briefgen.rendering.pdf.structure import StructureTree

from .readback import outline_lines
from .sample import bare_brief, full_brief, long_brief, two_sources_brief
from .structure import Node, structure, structure_lines

STYLE = load_style("info-memo")


def long_row_brief() -> Brief:
    """A brief with a row that goes on over pages, and a link that breaks with its paragraph."""
    brief = full_brief()
    brief.red_lines[0].statement = "word " * 1500
    brief.summary.key_points[0].evidence = sorted(brief.evidence) * 2
    return brief


BRIEFS = {
    "full": full_brief(),
    "bare": bare_brief(),
    "60 red lines": long_brief(60),
    "2 sources": two_sources_brief(),
    "a row over pages": long_row_brief(),
}


def read(brief: Brief) -> pypdf.PdfReader:
    return pypdf.PdfReader(io.BytesIO(pdf(outline(brief, STYLE), STYLE).content))


def drawn(*parts: blocks.Block) -> Node:
    """The structure of a document of those blocks."""
    told = Properties(title="T", subject="", author="", keywords="", language="en-GB", date=full_brief().date)
    document = Outline(properties=told, first_head=PageLine(), head=PageLine(), foot=PageLine(), blocks=parts)
    return structure(pypdf.PdfReader(io.BytesIO(pdf(document, STYLE).content)))


@pytest.fixture(scope="module")
def reader() -> pypdf.PdfReader:
    return read(full_brief())


@pytest.fixture(scope="module")
def document(reader: pypdf.PdfReader) -> Node:
    return structure(reader)


@pytest.mark.parametrize("name", BRIEFS)
def test_the_structure_says_what_the_outline_says_in_its_order(name: str) -> None:
    assert structure_lines(structure(read(BRIEFS[name]))) == outline_lines(outline(BRIEFS[name], STYLE))


def test_the_title_is_the_one_heading_of_level_1_and_no_level_is_skipped(document: Node) -> None:
    levels = [int(node.role[1]) for node in document.all("H1", "H2", "H3", "H4")]
    assert levels[0] == 1
    assert 1 not in levels[1:]
    assert all(deeper - level < 2 for level, deeper in pairwise(levels))


def test_headings_that_skip_a_level_are_put_right() -> None:
    told = drawn(Heading(2, "Fish"), Title("Sea"), Heading(2, "Cod"), Heading(1, "Crab"), Heading(2, "Eel"))
    assert [(node.role, node.text.strip()) for node in told.all("H1", "H2", "H3")] == [
        ("H1", "Fish"),
        ("H1", "Sea"),
        ("H2", "Cod"),
        ("H2", "Crab"),
        ("H3", "Eel"),
    ]


def test_the_head_of_a_table_is_read_once_however_many_pages_it_has() -> None:
    reader = read(long_brief(60))
    red_lines = max(structure(reader).all("Table"), key=lambda table: len(table.all("TR")))
    assert len(reader.pages) > 6
    assert len(red_lines.all("TR")) == 61
    heads = red_lines.all("TH")
    assert [head.text.strip() for head in heads] == ["No.", "Holder", "Red line", "Kind", "Source"]
    assert {head.entries["/A"]["/Scope"] for head in heads} == {"/Column"}
    assert all(len(row.all("TD")) == 5 for row in red_lines.all("TBody")[0].all("TR"))


def test_lists_have_items_with_a_label_and_a_body(document: Node) -> None:
    lists = document.all("L")
    assert {node.entries["/A"]["/ListNumbering"] for node in lists} == {"/Disc", "/None"}
    for item in (item for each in lists for item in each.all("LI")):
        assert [kid.role for kid in item.kids if isinstance(kid, Node)] == ["Lbl", "LBody"]


def test_the_words_of_each_link_are_in_its_element_and_what_it_leads_to_is_told(document: Node) -> None:
    links = document.all("Link")
    assert len(links) > 60
    for link in links:
        assert link.links
        for area in link.links:
            assert re.fullmatch(rf"{link.text.strip()}(: back to where it is cited first|, Annex: the sentences cited)",
                                area["/Contents"])  # fmt: skip


def test_pages_and_links_find_their_elements_again(reader: pypdf.PdfReader, document: Node) -> None:
    root = reader.trailer["/Root"]["/StructTreeRoot"]
    numbers = root["/ParentTree"]["/Nums"]
    owners = dict(zip(numbers[::2], (owner.get_object() for owner in numbers[1::2]), strict=True))
    assert len(owners) == root["/ParentTreeNextKey"]
    for page in reader.pages:
        assert page["/Tabs"] == "/S"
        for number, owner in enumerate(owners[page["/StructParents"]]):
            kids = [kid.get_object() for kid in owner.get_object()["/K"]]
            assert number in kids or number in [
                kid["/MCID"] for kid in kids if isinstance(kid, dict) and "/MCID" in kid
            ]
    for link in document.all("Link"):
        assert all(owners[area["/StructParent"]] == link.entries for area in link.links)


def test_a_link_that_breaks_over_lines_is_one_element_with_an_area_a_line() -> None:
    words = "a citation of many words " * 8
    told = drawn(Paragraph((Run("See "), Run(words, "citation", target="x"), Run("."))), Entry("x", "A1.1", "Said."))
    link, back = told.all("Link")
    assert link.text.split() == words.split()
    assert len(link.links) > 1
    assert back.text == "A1.1"


def test_notes_and_numbered_paragraphs_are_read_in_their_places() -> None:
    entry = Entry("note_1", "1", "The Sorrel Courier.")
    told = drawn(
        Paragraph((Run("Cod is scarce."), Run("1", "note", target="note_1")), number="7."),
        blocks.Bullets(((Run("Fish."),), (Run("Wait."),)), marks=("(a)", "(b)")),
        Notes(Heading(1, "Notes"), (entry,)),
    )
    assert structure_lines(told) == ["7.Codisscarce.1", "(a)Fish.", "(b)Wait.", "Notes", "1TheSorrelCourier."]


def test_a_heading_may_start_a_page() -> None:
    told = Properties(title="T", subject="", author="", keywords="", language="en-GB", date=full_brief().date)
    parts = (Heading(1, "Points", starts_page=True), Paragraph((Run("A."),)), Heading(1, "More", starts_page=True))
    made = pdf(Outline(told, PageLine(), PageLine(), PageLine(), parts), STYLE)
    pages = [page.extract_text().split() for page in pypdf.PdfReader(io.BytesIO(made.content)).pages]
    assert pages == [["Points", "A."], ["More"]]


def test_the_file_claims_both_standards_and_repeats_its_properties(reader: pypdf.PdfReader) -> None:
    root = reader.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"] == "en-GB"
    packet = root["/Metadata"].get_data().decode()
    for told in (
        "<pdfuaid:part>1</pdfuaid:part>",
        "<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>",
        "Norvania and Halden: no accord on the Kestrel Bank",
        "<rdf:li>Northern Seas Department</rdf:li>",
        "<xmp:CreateDate>2034-04-28T00:00:00Z</xmp:CreateDate>",
    ):
        assert told in packet


def test_text_that_belongs_nowhere_is_refused() -> None:
    canvas = TaggingCanvas(io.BytesIO(), tree=StructureTree(), links={})
    with pytest.raises(RuntimeError, match="outside of any structure element"):
        canvas.drawString(0, 0, "stray")
