"""The .docx behaves like a document that somebody made in Word, and nothing of a template is left in it."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from itertools import pairwise

import pytest
from docx import Document
from docx.document import Document as WordDocument
from docx.oxml.ns import qn
from lxml import etree

from briefgen.rendering import load_style, write
from briefgen.rendering.word import ooxml

from .sample import full_brief, human_brief, long_brief, two_sources_brief

STYLE = load_style("info-memo")
# Children in the order of the schema (ECMA-376, part 1, chapter 17 and annex A), as far as used here.
ORDER = {
    "w:pPr": "pStyle keepNext keepLines pageBreakBefore widowControl numPr pBdr shd tabs spacing ind jc outlineLvl rPr",
    "w:rPr": "rStyle rFonts b bCs color sz szCs vertAlign lang",
    "w:numPr": "ilvl numId",
    "w:tblPr": "tblStyle tblW tblLayout tblLook",
    "w:tcPr": "tcW",
    "w:trPr": "cantSplit tblHeader",
    "w:numbering": "abstractNum num",
    "w:abstractNum": "multiLevelType lvl",
    "w:lvl": "start numFmt pStyle lvlText lvlJc pPr rPr",
    "w:p": "pPr r",
    "w:r": "rPr t",
    "w:style": "name basedOn next link uiPriority semiHidden unhideWhenUsed qFormat pPr rPr tblPr tblStylePr",
    "w:sectPr": "headerReference footerReference footnotePr pgSz pgMar cols titlePg",
}
# Every part that has ids, and where in it they stand.
IDS = {
    "word/document.xml": ["w:bookmarkStart/@w:id", "w:bookmarkStart/@w:name", "w:commentRangeStart/@w:id"],
    "word/comments.xml": ["w:comment/@w:id"],
    "word/footnotes.xml": ["w:footnote/@w:id"],
    "word/numbering.xml": ["w:num/@w:numId", "w:abstractNum/@w:abstractNumId"],
    "word/styles.xml": ["w:style/@w:styleId", "w:style/w:name/@w:val"],
}


@pytest.fixture(scope="module")
def content() -> bytes:
    return write(two_sources_brief(), STYLE, "docx").content


@pytest.fixture(scope="module")
def document(content: bytes) -> WordDocument:
    return Document(io.BytesIO(content))


def part(content: bytes, name: str) -> str:
    return zipfile.ZipFile(io.BytesIO(content)).read(name).decode()


def test_headings_lists_and_title_use_words_own_styles(document: WordDocument) -> None:
    used = [p.style.name for p in document.paragraphs]
    assert {"Title", "Subtitle", "Heading 1", "Heading 2", "List Bullet", "Quote"} <= set(used)
    levels = [int(name[-1]) for name in used if name.startswith("Heading")]
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_bullets_are_numbering_and_not_typed(content: bytes, document: WordDocument) -> None:
    assert "•" not in "".join(p.text for p in document.paragraphs)
    assert 'w:numFmt w:val="bullet"' in part(content, "word/numbering.xml")
    assert document.styles["List Bullet"].element.find(f".//{qn('w:numId')}").get(qn("w:val")) == "1"


def test_heads_and_feet_carry_title_marking_and_counted_pages(document: WordDocument) -> None:
    section = document.sections[0]
    assert section.different_first_page_header_footer
    assert "no accord on the Kestrel Bank\tTLP:AMBER+STRICT" in section.header.paragraphs[0].text
    assert section.first_page_header.paragraphs[0].text == "NSD/2034/117\tTLP:AMBER+STRICT"
    for foot in (section.footer, section.first_page_footer):
        fields = [field.get(qn("w:instr")).strip() for field in foot._element.iter(qn("w:fldSimple"))]
        assert fields == ["PAGE", "NUMPAGES"]


def test_tables_repeat_their_head_keep_rows_whole_and_have_fixed_columns(document: WordDocument) -> None:
    text_width = 9071  # 160 mm in twentieths of a point
    for table in document.tables:
        assert table.style.name == "Brief Table"
        head, *rows = table._tbl.tr_lst
        assert head.trPr.find(qn("w:tblHeader")) is not None
        assert not any(row.trPr.find(qn("w:tblHeader")) is not None for row in rows)
        assert all(row.trPr.find(qn("w:cantSplit")) is not None for row in table._tbl.tr_lst)
        grid = [int(column.get(qn("w:w"))) for column in table._tbl.tblGrid.gridCol_lst]
        assert abs(sum(grid) - text_width) < 5
        assert all(
            [tc.tcPr.find(qn("w:tcW")).get(qn("w:w")) for tc in row.tc_lst] == [str(w) for w in grid] for row in rows
        )


def test_a_row_longer_than_its_page_may_break() -> None:
    brief = full_brief()
    line = brief.red_lines[0].model_copy(update={"statement": "word " * 3000})
    made = Document(io.BytesIO(write(brief.model_copy(update={"red_lines": [line]}), STYLE, "docx").content))
    table = next(t for t in made.tables if t.rows[0].cells[1].text == "Holder")
    assert table._tbl.tr_lst[1].find(f"{qn('w:trPr')}/{qn('w:cantSplit')}") is None


def test_every_link_leads_to_a_bookmark_and_every_bookmark_is_one_sentence(document: WordDocument) -> None:
    body = document.element.body
    targets = [link.get(qn("w:anchor")) for link in body.iter(qn("w:hyperlink"))]
    bookmarks = {mark.get(qn("w:name")): mark for mark in body.iter(qn("w:bookmarkStart"))}
    ids = [mark.get(qn("w:id")) for mark in bookmarks.values()]
    assert len(targets) > 40
    assert set(targets) == set(bookmarks)
    assert len(ids) == len(set(ids)) == len(list(body.iter(qn("w:bookmarkEnd"))))
    for link in body.iter(qn("w:hyperlink")):
        entry = "".join(t.text for t in bookmarks[link.get(qn("w:anchor"))].getparent().iter(qn("w:t")))
        assert entry.startswith("".join(t.text for t in link.iter(qn("w:t"))))


def test_properties_are_the_briefs_and_nobody_elses(document: WordDocument, content: bytes) -> None:
    told = document.core_properties
    assert told.title == "Norvania and Halden: no accord on the Kestrel Bank"
    assert told.author == "Northern Seas Department"
    assert told.subject == "Information memo, NSD/2034/117"
    assert told.keywords == "TLP:AMBER+STRICT, Norvania, Halden Federation, Ilse Brandt"
    assert told.language == "en-GB"
    assert told.created == told.modified == dt.datetime(2034, 4, 28, tzinfo=dt.UTC)
    assert told.comments == told.last_modified_by == told.category == ""
    everything = b"".join(zipfile.ZipFile(io.BytesIO(content)).read(name) for name in document_parts(content))
    assert b"python-docx" not in everything
    assert b"2013" not in part(content, "docProps/core.xml").encode()


def document_parts(content: bytes) -> list[str]:
    return zipfile.ZipFile(io.BytesIO(content)).namelist()


def test_nothing_of_a_template_is_left(content: bytes, document: WordDocument) -> None:
    assert not [n for n in document_parts(content) if "thumbnail" in n or "customXml" in n or "Effects" in n]
    assert 'w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"' in part(
        content, "word/settings.xml"
    )
    drawn = {p.style.style_id for p in document.paragraphs}
    drawn |= {p.style.style_id for t in document.tables for row in t.rows for c in row.cells for p in c.paragraphs}
    defined = {style.style_id for style in document.styles if style.type == 1}
    # Those of footnotes and comments stand in other parts, and this style numbers nothing.
    assert defined - drawn == {"Header", "Footer", "ListNumber", "FootnoteText", "CommentText"}


def test_the_language_is_the_styles(content: bytes) -> None:
    assert '<w:lang w:val="en-GB"' in part(content, "word/styles.xml")


@pytest.mark.parametrize("style", ["info-memo", "submission", "meeting-brief", "assessment"])
def test_children_stand_in_the_order_of_the_schema_and_no_id_is_given_twice(style: str) -> None:
    """With comments, numbers that begin anew, and in the assessment footnotes."""
    content = write(human_brief(), load_style(style), "docx").content
    names = [name for name in document_parts(content) if name in IDS or "header" in name or "footer" in name]
    assert len(names) >= 8
    for name in names:
        root = etree.fromstring(part(content, name).encode())
        for tag, order in ORDER.items():
            for parent in root.iter(qn(tag)):
                children = [child.tag.split("}")[1] for child in parent]
                known = [child for child in children if child in order.split()]
                assert known == sorted(known, key=order.split().index), (name, tag, children)
        for where in IDS.get(name, []):
            found = root.xpath(f"//{where}", namespaces={"w": ooxml.W})
            assert len(found) == len(set(found)), (name, where)
    assert etree.fromstring(part(content, "word/document.xml").encode())[0][-1].tag == qn("w:sectPr")


def test_the_same_brief_gives_the_same_bytes() -> None:
    assert write(full_brief(), STYLE, "docx").content == write(full_brief(), STYLE, "docx").content
    times = {
        info.date_time for info in zipfile.ZipFile(io.BytesIO(write(full_brief(), STYLE, "docx").content)).infolist()
    }
    assert times == {(1980, 1, 1, 0, 0, 0)}


def test_three_hundred_rows_have_three_hundred_rows() -> None:
    made = Document(io.BytesIO(write(long_brief(300), STYLE, "docx").content))
    assert max(len(table._tbl.tr_lst) for table in made.tables) == 301
