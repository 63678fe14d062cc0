"""Bytes to `model.Article`: a file or standard input is read, decoded, cleaned and laid out in numbered blocks.

files.py       bytes from a path or standard input, bounded
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
from briefgen.sources import docx, html, markdown, pdf, text
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
}

_SENTENCE = re.compile(r"\w\W{0,3}[.!?…。！？]")
_WORDS_WITHOUT_STOP = 10


def read(where: str, *, letter: str = "A", stdin: BinaryIO | None = None) -> Article:
    """The article at `where`, a path, or "-" for standard input (`stdin`, by default the process's own, as bytes).

    Blocks come in the order of the file; `letter` is the letter that the ids of its sentences start with.
    Raises SourceError when it cannot be read: missing, a folder, empty, binary, undecodable, too large, no sentence.
    """
    if where == STDIN:
        name, data, suffix = "standard input", read_stdin(stdin), ".txt"
    else:
        (name, data), suffix = read_file(where, tuple(READERS)), PurePath(where).suffix.lower()
    reading = READERS[suffix](data, name)
    _check(reading.blocks, name)
    headline = next((block.text for block in reading.blocks if block.kind == "headline"), None)
    source = Source(
        letter=letter,
        file=None if where == STDIN else where,
        url=reading.url,
        sha256=hashlib.sha256(data).hexdigest(),
        title=reading.title or headline,
        publisher=reading.publisher,
        author=reading.author,
        published=reading.published,
        words=sum(len(block.text.split()) for block in reading.blocks),
    )
    return Article(source, reading.blocks)


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
