"""PDF files: PDFium, the engine of Chrome, finds the characters; their places on the page make the text.

lines.py       characters -> lines with their place and size
furniture.py   running heads and feet, page numbers and notes are left out
columns.py     the order in which a page is read
paragraphs.py  lines -> drafts; words parted at the end of a line are joined
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefgen.errors import SourceError
from briefgen.sources.cleaning import clean, fold
from briefgen.sources.layout import finish
from briefgen.sources.layout.draft import Draft
from briefgen.sources.marked import ranked
from briefgen.sources.pdf.columns import in_reading_order
from briefgen.sources.pdf.furniture import without_furniture
from briefgen.sources.pdf.lines import Line, lines_of
from briefgen.sources.pdf.paragraphs import drafts_of
from briefgen.sources.reading import Reading

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument

_MOST_PAGES = 100
_MOST_CHARACTERS = 600_000
_FEW_LETTERS = 20  # on a page; a picture with fewer is a page that was scanned
_END, _WITHIN = b"%%EOF", 4096  # bytes from the end of a file that is whole
_TOP = 10  # drafts among which the headline is
_LONGEST_MENU = 60  # words
_BEHIND_HEADLINE = re.compile(r"\s+[|–—·-]\s+(?P<site>\S.{1,60})")
_UNTOLD = frozenset(["untitled", "anonymous", "unknown"])  # what programs write where nobody gave a title or an author
_GIVE_TEXT = "Save the article's text as a .txt file."


def read(data: bytes, name: str) -> Reading:
    """The article of a PDF; SourceError when it is none, is protected, damaged, scanned or a book."""
    import pypdfium2  # a text is read without it

    if b"%PDF-" not in data[:1024]:
        raise SourceError(f"{name} is no PDF file.", "Check what it is, and name it so.")
    if _END not in data[-_WITHIN:]:
        raise SourceError(f"{name} is not whole: its end is missing.", "Download or copy it again.")
    try:
        with pypdfium2.PdfDocument(data) as document:
            pages = _pages(document, name)
            title, author = (_line(document.get_metadata_value(key)) for key in ("Title", "Author"))
    except pypdfium2.PdfiumError as error:
        if "assword" in str(error):
            raise SourceError(f"{name} is protected by a password.", "Save a copy of it without one.") from error
        raise SourceError(
            f"{name} is damaged.", "Download or copy it again, or open it and print it as a PDF."
        ) from error
    drafts = drafts_of([in_reading_order(page) for page in without_furniture(pages)])
    blocks, masthead = finish(ranked(*_from_headline(drafts, title)))
    headline = next((block.text for block in blocks if block.kind == "headline"), None)
    # Programs write the name of a file or a template into a PDF as its title, so what stands on the page comes first.
    # The day on which somebody saved a file is not that of publication.
    return Reading(
        blocks,
        title=None if headline else title,
        publisher=_site(title, headline) if title and headline else None,
        author=masthead.author or author,
        published=masthead.published,
    )


def _pages(document: PdfDocument, name: str) -> list[list[Line]]:
    """The lines of each page; SourceError when there are too many, or pictures in the place of text."""
    count = len(document)
    if count > _MOST_PAGES:
        raise SourceError(
            f"{name} has {count:,} pages; an article has at most {_MOST_PAGES}.", "Give the article's pages alone."
        )
    pages: list[list[Line]] = []
    scanned = characters = 0
    for number in range(count):
        page = document[number]
        lines = lines_of(page, number, _MOST_CHARACTERS - characters)
        if lines is None:
            raise SourceError(f"{name} has more than {_MOST_CHARACTERS:,} characters.", "Give one article.")
        characters += sum(len(line.text) for line in lines)
        letters = sum(map(str.isalpha, "".join(line.text for line in lines)))
        scanned += letters < _FEW_LETTERS and _has_picture(page)
        pages.append(lines)
        page.close()
    if scanned:
        which = "its pages are" if scanned == count else f"{scanned} of its {count} pages are"
        raise SourceError(f"{name} was scanned: {which} pictures without text.", f"Run OCR on it first. {_GIVE_TEXT}")
    if not any(pages):
        raise SourceError(f"{name} holds no text.", _GIVE_TEXT)
    return pages


def _has_picture(page: object) -> bool:
    from pypdfium2 import raw

    return any(True for _ in page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE], max_depth=3))  # type: ignore[attr-defined]


def _from_headline(drafts: list[Draft], title: str | None) -> tuple[list[Draft], str | None]:
    """The drafts from the headline on, and that, where it is known by the `title` of the file: a printed page has the
    menu of its site above it."""
    above = 0
    for number, draft in enumerate(drafts[:_TOP]):
        if title and (draft.text.casefold() == title.casefold() or _site(title, draft.text)):
            return drafts[number:], draft.text
        above += len(draft.words)
        if above > _LONGEST_MENU:
            break
    return drafts, None


def _site(title: str, headline: str) -> str | None:
    """The site whose page was printed: browsers write "Ports reopen | The Harbour Post" into a PDF as its title."""
    if not title.casefold().startswith(headline.casefold()):
        return None
    behind = _BEHIND_HEADLINE.fullmatch(title[len(headline) :])
    return behind["site"] if behind else None


def _line(text: str) -> str | None:
    line = fold(clean(text))
    return line if line.strip("()").lower() not in ("", *_UNTOLD) else None
