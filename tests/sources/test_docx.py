"""Word files: what stands in them, and which are not opened."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from docx import Document
from docx.document import Document as WordFile
from docx.oxml import parse_xml

from briefgen.errors import SourceError
from briefgen.sources import read
from tests.sources.shapes import shape

SENTENCE = "Norland reopened its ports on Monday."
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def saved(folder: Path, document: WordFile, name: str = "talks.docx") -> Path:
    document.save(str(folder / name))
    return folder / name


def shape_of(folder: Path, document: WordFile) -> list[str]:
    return shape(read(str(saved(folder, document))))


def with_xml(*paragraphs: str) -> WordFile:
    """A document with these paragraphs, in the markup of Word."""
    document = Document()
    for inner in paragraphs:
        document.element.body.insert(-1, parse_xml(f"<w:p {W}>{inner}</w:p>"))
    return document


def changed(path: Path, change: Callable[[str, bytes], bytes | None], **added: bytes) -> Path:
    """The package at `path` with the parts that `change` gives back, None for one that is left out, and `added`."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.namelist():
            data = change(part, old.read(part))
            if data is not None:
                new.writestr(part, data)
        for part, data in added.items():
            new.writestr(part, data)
    path.write_bytes(buffer.getvalue())
    return path


def refusal(path: Path) -> str:
    with pytest.raises(SourceError) as caught:
        read(str(path))
    assert caught.value.hint
    return str(caught.value)


def test_headings_lists_and_tables(tmp_path: Path) -> None:
    document = Document()
    document.add_paragraph("Ports reopen in Norland", "Title")
    document.add_paragraph("By Ana Reyes")
    document.add_paragraph(SENTENCE)
    document.add_heading("What comes next", 1)
    document.add_paragraph("A fee schedule", "List Bullet")
    document.add_paragraph("for ferries", "List Bullet 2")
    document.add_paragraph("Talks in Harn", "List Number")
    document.add_paragraph("Talks in Vellin", "List Number")
    document.add_heading("Fees", 2)
    table = document.add_table(2, 2)
    for cell, text in zip(table._cells, ("Port", "Fee", "Vellin", "20"), strict=True):
        cell.text = text
    document.add_paragraph("Figure 1: the harbour", "Caption")
    assert shape_of(tmp_path, document) == [
        "headline: Ports reopen in Norland",
        "byline: By Ana Reyes",
        f"1: {SENTENCE}",
        "heading: What comes next",
        "2 -: A fee schedule",
        "3 -: for ferries",
        "4 1.: Talks in Harn",
        "5 2.: Talks in Vellin",
        "heading: Fees",
        "6: Port | Fee",
        "7: Vellin | 20",
    ]


def test_lists_whose_marks_were_typed(tmp_path: Path) -> None:
    document = Document()
    for text in ("The parties agreed on this.", "- Norland opens its ports.", "- Suthmark lowers its fees."):
        document.add_paragraph(text)
    assert shape_of(tmp_path, document) == [
        "1: The parties agreed on this.",
        "2 -: Norland opens its ports.",
        "3 -: Suthmark lowers its fees.",
    ]


def test_a_frame_around_the_article_is_no_table(tmp_path: Path) -> None:
    document = Document()
    cell = document.add_table(1, 1).cell(0, 0)
    cell.paragraphs[0].text = SENTENCE
    cell.add_paragraph("They had been shut for a week.")
    assert shape_of(tmp_path, document) == [f"1: {SENTENCE}", "2: They had been shut for a week."]


def test_tracked_changes_count_as_accepted_and_hidden_text_is_left_out(tmp_path: Path) -> None:
    run = "<w:r><w:t xml:space='preserve'>{}</w:t></w:r>"
    deleted = "<w:del w:id='1'><w:r><w:delText>will not </w:delText></w:r></w:del>"
    inserted = f"<w:ins w:id='2'>{run.format('will ')}</w:ins>"
    hidden = "<w:r><w:rPr><w:vanish/></w:rPr><w:t>never </w:t></w:r>"
    document = with_xml(run.format("Norland ") + deleted + inserted + hidden + run.format("reopen its ports."))
    assert shape_of(tmp_path, document) == ["1: Norland will reopen its ports."]


def test_lines_broken_by_hand(tmp_path: Path) -> None:
    document = Document()
    document.add_paragraph(f"{SENTENCE}\nThey had been shut\nfor a week.")
    assert shape_of(tmp_path, document) == [f"1: {SENTENCE}", "2: They had been shut for a week."]


def test_content_controls_links_and_text_boxes(tmp_path: Path) -> None:
    link = "<w:hyperlink w:anchor='x'><w:r><w:t>ports on Monday.</w:t></w:r></w:hyperlink>"
    box = f"<w:r><w:pict><w:txbxContent><w:p><w:r><w:t>{SENTENCE}</w:t></w:r></w:p></w:txbxContent></w:pict></w:r>"
    document = with_xml(f"<w:r><w:t xml:space='preserve'>Suthmark shut its </w:t></w:r>{link}{box}")
    control = f"<w:sdt {W}><w:sdtContent><w:p><w:r><w:t>A third sentence.</w:t></w:r></w:p></w:sdtContent></w:sdt>"
    document.element.body.insert(-1, parse_xml(control))
    assert shape_of(tmp_path, document) == [
        "1: Suthmark shut its ports on Monday.",
        f"2: {SENTENCE}",
        "3: A third sentence.",
    ]


def test_what_the_file_says_about_itself_counts_where_the_page_is_silent(tmp_path: Path) -> None:
    document = Document()
    document.core_properties.title, document.core_properties.author = "Ports reopen", "Ana Reyes"
    document.add_paragraph(SENTENCE)
    source = read(str(saved(tmp_path, document))).source
    assert (source.title, source.author, source.published) == ("Ports reopen", "Ana Reyes", None)


def test_what_stands_on_the_page_comes_before_what_the_file_says(tmp_path: Path) -> None:
    document = Document()
    document.core_properties.title, document.core_properties.author = "Template 4", "Typist"
    for text in ("Ports reopen in Norland", "By Ana Reyes", "Vellin, 3 May 2024", SENTENCE, SENTENCE):
        document.add_paragraph(text)
    source = read(str(saved(tmp_path, document))).source
    assert (source.title, source.author) == ("Ports reopen in Norland", "Ana Reyes")
    assert str(source.published) == "2024-05-03"


def test_a_list_whose_definition_is_lost(tmp_path: Path) -> None:
    properties = "<w:pPr><w:numPr><w:ilvl w:val='0'/><w:numId w:val='77'/></w:numPr></w:pPr>"
    assert shape_of(tmp_path, with_xml(f"{properties}<w:r><w:t>{SENTENCE}</w:t></w:r>")) == [f"1 -: {SENTENCE}"]


def test_macros(tmp_path: Path) -> None:
    document = Document()
    document.add_paragraph(SENTENCE)
    path = changed(saved(tmp_path, document), lambda _, data: data, **{"word/vbaProject.bin": b"Sub AutoOpen()"})
    assert "has macros, and is not opened" in refusal(path)


@pytest.mark.parametrize("part", ["word/document.xml", "word/media/image1.png"])
def test_a_zip_bomb(tmp_path: Path, part: str) -> None:
    path = changed(saved(tmp_path, Document()), lambda _, data: data, **{part + "l.xml": b" " * 31_000_000})
    assert path.stat().st_size < 200_000
    assert "unpacks to far more" in refusal(path)


def test_more_paragraphs_than_any_article_has(tmp_path: Path) -> None:
    body = f"<w:body>{'<w:p/>' * 20_001}</w:body>"
    text = f"<w:document {W}>{body}</w:document>".encode()
    path = saved(tmp_path, Document())
    changed(path, lambda part, data: text if part == "word/document.xml" else data)
    assert "more than 20,000 paragraphs" in refusal(path)


def test_a_part_larger_than_the_package_says(tmp_path: Path) -> None:
    path = changed(saved(tmp_path, Document()), lambda part, data: b" " * 29_000_000 if "document" in part else data)
    data = path.read_bytes()
    path.write_bytes(data.replace((29_000_000).to_bytes(4, "little"), (900).to_bytes(4, "little")))
    assert "is damaged" in refusal(path)


def test_entities_that_multiply(tmp_path: Path) -> None:
    entities = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10 if n else "ha" * 50}">' for n in range(9))
    text = (
        f"<!DOCTYPE x [{entities}]><w:document {W}><w:body><w:p><w:r><w:t>&e8;</w:t></w:r></w:p></w:body></w:document>"
    )
    path = saved(tmp_path, Document())
    changed(path, lambda part, data: text.encode() if part == "word/document.xml" else data)
    refusal(path)


def test_a_protected_file_and_an_old_one(tmp_path: Path) -> None:
    path = tmp_path / "talks.docx"
    old = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500)
    path.write_bytes(old + "EncryptedPackage".encode("utf-16-le") + bytes(500))
    assert "is protected by a password" in refusal(path)
    path.write_bytes(old)
    assert "is an old Word file" in refusal(path)


@pytest.mark.parametrize("cut", [0.2, 0.9, 0.999])
def test_a_truncated_file(tmp_path: Path, cut: float) -> None:
    path = saved(tmp_path, Document())
    path.write_bytes(path.read_bytes()[: int(cut * path.stat().st_size)])
    assert "is damaged, or no Word file" in refusal(path)


@pytest.mark.parametrize("part", ["word/document.xml", "[Content_Types].xml", "_rels/.rels", "word/styles.xml"])
@pytest.mark.parametrize("content", [None, b"", b"<x/>", b"<w:document"])
def test_parts_that_are_missing_or_broken(tmp_path: Path, part: str, content: bytes | None) -> None:
    document = Document()
    document.add_paragraph(SENTENCE)
    path = changed(saved(tmp_path, document), lambda name, data: content if name == part else data)
    try:
        assert read(str(path)).blocks[0].text == SENTENCE
    except SourceError as error:
        assert "talks.docx is damaged, or no Word file." in str(error)


@pytest.mark.parametrize("data", [b"", b"plain text, and no zip", b"PK\x03\x04"])
def test_no_word_file(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "talks.docx").write_bytes(data)
    refusal(tmp_path / "talks.docx")
