"""What is large or made to do harm takes less than a gigabyte of memory, whether it is read or refused."""

from __future__ import annotations

import base64
import gzip
import io
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from docx import Document
from pypdf import PdfReader, PdfWriter
from reportlab.pdfgen.canvas import Canvas

from briefgen.sources.files import MAX_BYTES
from tests.sources.mails import ARTICLE, mail
from tests.sources.pages import BODY, page
from tests.web_servers import Reply, Site, web_server

pytestmark = pytest.mark.slow
MOST = 1_000_000_000  # bytes

CHILD = """
import resource, sys
from briefgen.errors import SourceError
from briefgen.sources import read
try:
    read(sys.argv[1], allow_private=True)
except SourceError as error:
    assert error.hint
    print(error.what, file=sys.stderr)
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (1 if sys.platform == "darwin" else 1024))
"""


def memory(where: str) -> int:
    """The most bytes that a process has held which reads `where`, or refuses it in one message."""
    done = subprocess.run([sys.executable, "-c", CHILD, where], capture_output=True, text=True, timeout=300)
    assert done.returncode == 0, done.stderr
    return int(done.stdout)


def text_of_5_megabytes() -> bytes:
    return ARTICLE.encode() * (5_000_000 // len(ARTICLE))


def page_of_the_largest_size() -> bytes:
    return page(BODY * (MAX_BYTES // len(BODY) - 2)).encode()


def page_of_50_megabytes() -> bytes:
    return page(BODY * (50_000_000 // len(BODY))).encode()


def page_of_40000_tags() -> bytes:
    return page("<p>Norland reopened its three largest ports on Monday after talks about fees.</p>" * 20_000).encode()


def page_of_one_paragraph() -> bytes:
    return page(f"<p>{'Norland reopened its ports. ' * 600_000}</p>").encode()


def page_of_elements_inside_one_another() -> bytes:
    return page(f"{'<div>' * 99_000}{BODY}").encode()


def word_file_that_unpacks_without_end() -> bytes:
    buffer = io.BytesIO()
    Document().save(buffer)
    with zipfile.ZipFile(buffer, "a", zipfile.ZIP_DEFLATED) as package:
        package.writestr("word/more.xml", bytes(320_000_000))
    return buffer.getvalue()


def word_file_of_2000_paragraphs() -> bytes:
    paragraphs = f"<w:p><w:r><w:t>{ARTICLE[:1_000]}</w:t></w:r></w:p>" * 2_000
    buffer, changed = io.BytesIO(), io.BytesIO()
    Document().save(buffer)
    with zipfile.ZipFile(buffer) as old, zipfile.ZipFile(changed, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.namelist():
            data = old.read(part)
            if part == "word/document.xml":
                data = data.replace(b"<w:body>", b"<w:body>" + paragraphs.encode())
            new.writestr(part, data)
    return changed.getvalue()


def pdf_of_as_many_pages_as_are_read() -> bytes:
    buffer = io.BytesIO()
    canvas = Canvas(buffer)
    for _ in range(100):
        for line in range(70):
            canvas.drawString(
                50, 800 - 11 * line, f"{line} " + "Norland reopened its three largest ports on Monday, and so on. " * 2
            )
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def pdf_of_2000_pages() -> bytes:
    buffer, many = io.BytesIO(), io.BytesIO()
    canvas = Canvas(buffer)
    canvas.drawString(72, 720, ARTICLE.splitlines()[0])
    canvas.save()
    writer = PdfWriter()
    for _ in range(2_000):
        writer.add_page(PdfReader(buffer).pages[0])
    writer.write(many)
    return many.getvalue()


def mail_with_a_file_of_the_largest_size() -> bytes:
    message = mail("FYI")
    message.add_attachment(b"%PDF-1.7\n" + bytes(MAX_BYTES * 7 // 10), "application", "pdf", filename="ports.pdf")
    return message.as_bytes()


def mail_of_more_lines_than_are_read() -> bytes:
    return b"From: a@b.example\n\n" + b"It reopened.\n" * (MAX_BYTES // 14)


def mail_of_parts_inside_one_another() -> bytes:
    parts = "".join(f'Content-Type: multipart/mixed; boundary="{n}"\n\n--{n}\n' for n in range(190))
    return f"From: a@b.example\n{parts}Content-Type: text/plain\n\n{ARTICLE * 400}".encode()


def mails_inside_one_another() -> bytes:
    inner = mail(ARTICLE)
    for _ in range(60):
        outer = mail("FYI")
        outer.add_attachment(inner)
        inner = outer
    return inner.as_bytes()


def mail_that_packs_a_bomb() -> bytes:
    head = b"From: a@b.example\nContent-Transfer-Encoding: base64\nContent-Type: application/pdf; name=a.pdf\n\n"
    return head + base64.encodebytes(word_file_that_unpacks_without_end())


FILES: dict[str, tuple[Callable[[], bytes], ...]] = {
    ".txt": (text_of_5_megabytes,),
    ".html": (
        page_of_the_largest_size,
        page_of_50_megabytes,
        page_of_40000_tags,
        page_of_one_paragraph,
        page_of_elements_inside_one_another,
    ),
    ".docx": (word_file_that_unpacks_without_end, word_file_of_2000_paragraphs),
    ".pdf": (pdf_of_as_many_pages_as_are_read, pdf_of_2000_pages),
    ".eml": (
        mail_with_a_file_of_the_largest_size,
        mail_of_more_lines_than_are_read,
        mail_of_parts_inside_one_another,
        mails_inside_one_another,
        mail_that_packs_a_bomb,
    ),
}
CASES = [(suffix, made) for suffix, several in FILES.items() for made in several]


@pytest.mark.parametrize(("suffix", "made"), CASES, ids=[made.__name__ for _, made in CASES])
def test_a_file(tmp_path: Path, suffix: str, made: Callable[[], bytes]) -> None:
    (tmp_path / f"file{suffix}").write_bytes(made())
    assert memory(str(tmp_path / f"file{suffix}")) < MOST


@pytest.mark.parametrize("coding", ["", "gzip"])
def test_a_page_without_end_from_the_web(coding: str) -> None:
    body = gzip.compress(bytes(500_000_000), 1) if coding else bytes(300_000_000)
    with web_server(
        Site({"/": Reply(body, headers={"Content-Encoding": coding} if coding else {}, length=False)})
    ) as site:
        assert memory(site.address) < MOST
