"""Letterheads: what is kept of them, what is added, and what is said of one that cannot be used."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import docx
import pytest
from docx.shared import Mm

from briefgen.errors import RenderError
from briefgen.model.style import Style
from briefgen.rendering import load_style, outline, write

from .readback import outline_lines, word_lines
from .sample import full_brief, two_sources_brief

MEMO = load_style("info-memo")


def under(letterhead: Path, **changes: object) -> Style:
    return MEMO.model_copy(update={"letterhead": str(letterhead), **changes})


@pytest.fixture
def letterhead(tmp_path: Path) -> Path:
    """The paper of an invented ministry, with a name of its own for titles."""
    document = docx.Document()
    section = document.sections[0]
    section.left_margin, section.page_width = Mm(40), Mm(200)
    section.header.paragraphs[0].text = "Ministry of Straits and Narrows"
    section.footer.paragraphs[0].text = "12 Harbour Row, Port Sorrel"
    document.styles.add_style("Report Title", 1).font.name = "Garamond"
    document.add_paragraph("Type your text here.")
    document.core_properties.author = "The Print Shop"
    document.save(str(tmp_path / "ministry.docx"))
    return tmp_path / "ministry.docx"


def made(style: Style, brief: object = None) -> docx.document.Document:
    return docx.Document(io.BytesIO(write(brief or full_brief(), style, "docx").content))  # type: ignore[arg-type]  # a brief


def test_heads_feet_and_margins_are_the_letterheads_and_its_text_is_not(letterhead: Path) -> None:
    document = made(under(letterhead))
    section = document.sections[0]
    assert section.header.paragraphs[0].text == "Ministry of Straits and Narrows"
    assert section.footer.paragraphs[0].text == "12 Harbour Row, Port Sorrel"
    assert [round(length.mm) for length in (section.left_margin, section.page_width)] == [40, 200]
    assert "Type your text here." not in [paragraph.text for paragraph in document.paragraphs]


def test_the_words_are_those_of_the_brief(letterhead: Path) -> None:
    content = write(full_brief(), under(letterhead), "docx").content
    assert word_lines(content) == outline_lines(outline(full_brief(), MEMO))


def test_tables_fill_the_width_between_the_letterheads_margins(letterhead: Path) -> None:
    document = made(under(letterhead))
    section = document.sections[0]
    room = section.page_width - section.left_margin - section.right_margin
    for table in document.tables:
        assert abs(sum(column.width for column in table.columns) - room) < Mm(1)


def test_a_role_takes_the_style_that_the_house_style_names(letterhead: Path) -> None:
    document = made(under(letterhead, letterhead_styles={"Title": "Report Title"}))
    title = next(paragraph for paragraph in document.paragraphs if paragraph.text == full_brief().title)
    assert title.style.name == "Report Title"
    assert title.style.font.name == "Garamond"


def test_the_marking_is_added_to_every_head_and_foot(letterhead: Path) -> None:
    section = made(under(letterhead), two_sources_brief()).sections[0]
    for part in (section.header, section.footer):
        assert part.paragraphs[-1].text == "TLP:AMBER+STRICT"
        assert part.paragraphs[-1].runs[0].font.size.pt == 12


def test_properties_are_the_briefs(letterhead: Path) -> None:
    properties = made(under(letterhead)).core_properties
    assert properties.title == full_brief().title
    assert properties.author == "Northern Seas Department"
    assert properties.comments == ""


def test_every_style_of_the_document_is_defined_and_based_on_one_that_is(letterhead: Path) -> None:
    document = made(under(letterhead))
    defined = set(document.styles.element.xpath("w:style/@w:styleId"))
    assert set(document.styles.element.xpath("w:style/w:basedOn/@w:val")) <= defined
    used = document.element.body.xpath("//w:pStyle/@w:val | //w:rStyle/@w:val | //w:tblStyle/@w:val")
    assert set(used) <= defined


def test_missing_styles_are_named(letterhead: Path) -> None:
    document = docx.Document(str(letterhead))
    for name in ("Title", "List Bullet"):
        document.styles[name].element.getparent().remove(document.styles[name].element)
    document.save(str(letterhead))
    with pytest.raises(
        RenderError, match=r"ministry\.docx lacks the styles Title, List Bullet\n  Use each of them once"
    ):
        write(full_brief(), under(letterhead), "docx")
    with pytest.raises(RenderError, match="lacks the styles Heading One, List Bullet"):
        write(
            full_brief(),
            under(letterhead, letterhead_styles={"Title": "Report Title", "Heading 1": "Heading One"}),
            "docx",
        )


def test_a_role_that_does_not_exist_is_named(letterhead: Path) -> None:
    with pytest.raises(RenderError, match="is given styles for Headline\n  letterhead_styles may name Normal, Title"):
        write(full_brief(), under(letterhead, letterhead_styles={"Headline": "Report Title"}), "docx")


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"Dear all,", "is not a Word document"),
        (b"", "is not a Word document"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "is password-protected or an old .doc"),
    ],
)
def test_what_is_no_letterhead_is_refused(tmp_path: Path, content: bytes, message: str) -> None:
    (tmp_path / "head.docx").write_bytes(content)
    with pytest.raises(RenderError, match=message):
        write(full_brief(), under(tmp_path / "head.docx"), "docx")


def test_a_letterhead_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(RenderError, match="cannot be read: No such file"):
        write(full_brief(), under(tmp_path / "none.docx"), "docx")


def test_a_letterhead_whose_name_no_file_can_have_is_refused() -> None:
    with pytest.raises(RenderError, match="cannot be read: embedded null byte"):
        write(full_brief(), under(Path("\0.docx")), "docx")


def test_a_zip_that_unpacks_without_end_is_refused(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "head.docx", "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("word/document.xml", bytes(101_000_000))
    with pytest.raises(RenderError, match="too large when unpacked"):
        write(full_brief(), under(tmp_path / "head.docx"), "docx")


def test_the_same_brief_gives_the_same_bytes(letterhead: Path) -> None:
    assert write(full_brief(), under(letterhead), "docx") == write(full_brief(), under(letterhead), "docx")
