"""A file spoilt at random gives an article or is refused with one message, whatever its kind."""

from __future__ import annotations

import io
import tempfile
import zipfile
from collections.abc import Iterator
from email.message import EmailMessage
from pathlib import Path

import pytest
from docx import Document
from hypothesis import given
from hypothesis import strategies as st
from reportlab.pdfgen.canvas import Canvas

from briefgen.errors import SourceError
from briefgen.sources import read

from .examples import examples, spoilt

PARAGRAPHS = [
    "Norland reopened its three largest ports on Monday after a week of talks with Suthmark about harbour fees.",
    "“We will not accept a toll on our ferries,” the minister of transport, Ada Lind, said in Vellin. “Not one penny.”",
    "The delegations are to meet again on 14 May in Harn; a schedule of fees is to be signed there by 30 June.",
]
PAGE = (
    '<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Ports reopen</title>'
    '<meta property="article:published_time" content="2031-05-06T10:00:00Z"></head>'
    '<body><nav><a href="/">Home</a></nav>'
    "<article><h1>Ports reopen</h1>{}</article><footer>© Harbour News</footer></body></html>"
)


def text_file() -> bytes:
    return "\n\n".join(["Ports reopen", "By Ana Reyes", *PARAGRAPHS]).encode()


def markdown_file() -> bytes:
    front = "---\ntitle: Ports reopen\ndate: 2031-05-06\n---\n"
    return (
        f"{front}# Ports reopen\n\n{PARAGRAPHS[0]}\n\n> {PARAGRAPHS[1]}\n\n- one\n- two\n\n{PARAGRAPHS[2]}\n".encode()
    )


def web_page() -> bytes:
    return PAGE.format("".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)).encode()


def word_file() -> bytes:
    document, file = Document(), io.BytesIO()
    document.add_heading("Ports reopen", 0)
    for paragraph in PARAGRAPHS:
        document.add_paragraph(paragraph)
    document.add_table(1, 2).cell(0, 0).text = "Fee"
    document.save(file)
    return file.getvalue()


def pdf_file() -> bytes:
    file = io.BytesIO()
    canvas = Canvas(file, pageCompression=0, invariant=1)
    canvas.setTitle("Ports reopen")
    for page in range(2):
        for number, paragraph in enumerate(PARAGRAPHS):
            canvas.drawString(70, 700 - 40 * number - page, paragraph)
        canvas.showPage()
    canvas.save()
    return file.getvalue()


def mail() -> bytes:
    message = EmailMessage()
    message["From"], message["To"] = "Ana Reyes <ana@news.example>", "desk@norland.example"
    message["Subject"], message["Date"] = "Ports reopen – häfen", "Tue, 06 May 2031 10:00:00 +0000"
    message.set_content("\n\n".join(PARAGRAPHS))
    message.add_alternative(web_page().decode(), subtype="html")
    message.add_attachment(word_file(), maintype="application", subtype="octet-stream", filename="ports.docx")
    return message.as_bytes()


WHOLE = {
    ".txt": text_file(),
    ".md": markdown_file(),
    ".html": web_page(),
    ".docx": word_file(),
    ".pdf": pdf_file(),
    ".eml": mail(),
}


@pytest.fixture(scope="module")
def folder() -> Iterator[Path]:
    with tempfile.TemporaryDirectory() as path:
        yield Path(path)


def read_or_refused(folder: Path, suffix: str, data: bytes) -> None:
    path = folder / f"article{suffix}"
    path.write_bytes(data)
    try:
        article = read(str(path))
    except SourceError as error:
        assert error.what
        assert "Traceback" not in str(error)
    else:
        assert article.blocks
        assert sum(len(block.text) for block in article.blocks) <= 50 * len(data)
        assert all(block.text.isprintable() or block.text for block in article.blocks)


@pytest.mark.parametrize("suffix", WHOLE)
def test_the_whole_file_is_an_article(folder: Path, suffix: str) -> None:
    path = folder / f"whole{suffix}"
    path.write_bytes(WHOLE[suffix])
    assert "harbour fees" in " ".join(block.text for block in read(str(path)).blocks)


@pytest.mark.parametrize("suffix", WHOLE)
@examples(20)
@given(st.data())
def test_a_spoilt_file_is_read_or_refused(folder: Path, suffix: str, data: st.DataObject) -> None:
    read_or_refused(folder, suffix, data.draw(spoilt(WHOLE[suffix])))


@examples(20)
@given(st.data())
def test_a_word_file_with_a_spoilt_part_is_read_or_refused(folder: Path, data: st.DataObject) -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(WHOLE[".docx"])) as old, zipfile.ZipFile(buffer, "w") as new:
        part = data.draw(st.sampled_from(sorted(old.namelist())) | st.just("word/document.xml"))
        for name in old.namelist():
            new.writestr(name, data.draw(spoilt(old.read(name))) if name == part else old.read(name))
    read_or_refused(folder, ".docx", buffer.getvalue())


@pytest.mark.parametrize("suffix", WHOLE)
@examples(5)
@given(data=st.binary(max_size=200))
def test_anything_under_any_name_is_read_or_refused(folder: Path, suffix: str, data: bytes) -> None:
    read_or_refused(folder, suffix, data)
