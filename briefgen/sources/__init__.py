"""Bytes to `model.Article`: a file, a web address or standard input is read, decoded, cleaned and laid out in blocks.

files.py       bytes from a path or standard input, bounded
web/           bytes from an address, bounded
READERS        one reader a format: bytes -> Reading
decoding.py    bytes -> text, whatever the encoding
cleaning.py    one kind of line ending, no control or invisible characters, NFC
layout/        lines -> headline, headings, bylines, datelines, paragraphs, list items
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable
from pathlib import PurePath
from typing import BinaryIO

from briefgen.errors import SourceError
from briefgen.model.article import Article, Block, Source
from briefgen.sources import docx, html, mail, markdown, pdf, text
from briefgen.sources.files import read_file, read_stdin
from briefgen.sources.reading import Reading

STDIN = "-"
READERS: dict[str, Callable[[bytes, str], Reading]] = {
    ".txt": text.read,
    ".md": markdown.read,
    ".html": html.read,
    ".htm": html.read,
    ".docx": docx.read,
    ".pdf": pdf.read,
    ".eml": mail.read,
}

_ADDRESS = re.compile(r"[a-z][a-z0-9+.-]*://", re.IGNORECASE)
_SENTENCE = re.compile(r"\w\W{0,3}[.!?…。！？]")
_WORDS_WITHOUT_STOP = 10


def read(where: str, *, letter: str = "A", stdin: BinaryIO | None = None, allow_private: bool = False) -> Article:
    """The article at `where`: a path, a web address, or "-" for standard input (`stdin`, else the process's own).

    Blocks come in the order of the file; `letter` is the letter that the ids of its sentences start with. Web addresses
    in private networks and on this computer are refused unless `allow_private`. The URL of an article from the web is
    where it was found in the end, whatever the page says.
    Raises SourceError when it cannot be read: missing, a folder, empty, binary, undecodable, too large, no sentence.
    """
    name, data, suffix, url = _fetch(where, stdin, allow_private)
    reading = READERS[suffix](data, name)
    _check(reading.blocks, name)
    headline = next((block.text for block in reading.blocks if block.kind == "headline"), None)
    source = Source(
        letter=letter,
        file=None if where == STDIN or url else where,
        url=url or reading.url,
        sha256=hashlib.sha256(data).hexdigest(),
        title=reading.title or headline,
        publisher=reading.publisher,
        author=reading.author,
        published=reading.published,
        words=sum(len(block.text.split()) for block in reading.blocks),
    )
    return Article(source, reading.blocks)


def _fetch(where: str, stdin: BinaryIO | None, allow_private: bool) -> tuple[str, bytes, str, str | None]:
    """What errors call the article, its bytes, the suffix of its reader, and its URL where it was read from one."""
    if where == STDIN:
        return "standard input", read_stdin(stdin), ".txt", None
    if _ADDRESS.match(where):
        from briefgen.sources import web  # a file is read without it

        page = web.fetch(where, allow_private=allow_private)
        return page.url, page.data, page.suffix, page.url
    name, data = read_file(where, tuple(READERS))
    return name, data, PurePath(where).suffix.lower(), None


def _check(blocks: tuple[Block, ...], name: str) -> None:
    """A brief needs something to cite, a sentence with its stop or a line too long to be a title, and of sane size."""
    citable = [block.text for block in blocks if block.number is not None]
    if not any(_SENTENCE.search(line) or len(line.split()) >= _WORDS_WITHOUT_STOP for line in citable):
        raise SourceError(f"{name} holds no sentence.", "Give the whole article, not a title or a list of words.")
    longest = max(map(len, citable))
    if longest > text.LONGEST_PARAGRAPH:
        raise SourceError(
            f"{name} has a paragraph of {longest:,} characters, which no article has.",
            "Part its paragraphs with blank lines.",
        )
