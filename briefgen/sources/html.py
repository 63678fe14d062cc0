"""Web pages: trafilatura tells the article from what stands around it, and what the page says about it."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING

from briefgen.errors import SourceError
from briefgen.sources import walls
from briefgen.sources.cleaning import clean, fold
from briefgen.sources.decoding import decode, decode_declared
from briefgen.sources.layout import finish
from briefgen.sources.layout.draft import Draft, ends_with_stop
from briefgen.sources.marked import heading, item, paragraph, ranked, row
from briefgen.sources.reading import Reading

if TYPE_CHECKING:
    from lxml.etree import _Element
    from trafilatura.settings import Document

_DECLARED = re.compile(rb"charset=[\"']?\s*([\w-]+)", re.IGNORECASE)
_WHERE_DECLARED = 4096  # bytes
# Pictures written into the page itself make up nearly all of a saved page of many megabytes.
_EMBEDDED = re.compile(r"data:[\w.+/-]+(?:;[\w=.-]+)*;base64,[A-Za-z0-9+/=\s%]*", re.IGNORECASE)
_CAPTIONS = ["//figcaption", "//*[contains(@class, 'wp-caption-text') or contains(@class, 'image-caption')]"]
_LATEST = "2100-01-01"
_LONGEST_LABEL = 4  # words: "Read more:", in front of a link
_MOST_TAGS = 100_000
_DEEPEST = 200  # elements inside one another in what was extracted


def read(data: bytes, name: str) -> Reading:
    """The article of a web page; SourceError when it holds none, or something else in its place."""
    return read_page(_bounded(_text(data, name), name), name)


def read_page(page: str, name: str) -> Reading:
    """The article of a page's HTML; SourceError as `read`."""
    found = _extracted(page, name)
    title = found.title and fold(clean(found.title))
    blocks, masthead = finish(ranked(_Walk().drafts_of(found.body), title))
    return Reading(
        blocks,
        title=title or None,
        publisher=_line(found.sitename),
        author=_line(found.author) or masthead.author,
        published=dt.date.fromisoformat(found.date) if found.date else masthead.published,
        url=found.url or None,
    )


def drafts_of(page: str, name: str) -> list[Draft]:
    """The blocks of the article in a page's HTML, without what the page says about itself; SourceError as `read`."""
    return _Walk().drafts_of(_extracted(_bounded(page, name), name).body)


def _bounded(page: str, name: str) -> str:
    """The page without the pictures in it; SourceError where what is left is more than a page has."""
    page = _EMBEDDED.sub("", page)
    if page.count("<") > _MOST_TAGS:
        raise SourceError(f"{name} has more than {_MOST_TAGS:,} tags, which no article has.", "Give one article.")
    return page


def _extracted(page: str, name: str) -> Document:
    """What trafilatura finds on a page; SourceError where that is no article."""
    import trafilatura  # takes most of a second to import
    from lxml import etree, html

    try:
        tree = html.document_fromstring(clean(page).encode(), parser=html.HTMLParser(encoding="utf-8"))
    except (etree.ParserError, etree.XMLSyntaxError) as error:
        raise SourceError(f"{name} is no web page.", "Save the page again from the browser.") from error
    found = trafilatura.bare_extraction(
        tree,
        with_metadata=True,
        include_comments=False,
        include_links=True,  # so that pointers to other articles can be told
        # A day that merely stands somewhere in the text is not that of publication.
        # One that is still to come counts too: what is read must not hang on the day of reading.
        date_extraction_params={"original_date": True, "extensive_search": False, "max_date": _LATEST},
        prune_xpath=_CAPTIONS,
    )
    if found is None or isinstance(found, dict) or found.body is None:
        raise walls.refusal(tree, name)
    walls.refuse(tree, found.body, name)
    return found


def _text(data: bytes, name: str) -> str:
    """The page as text: UTF-8 where it is, else what it declares, else what its bytes look like."""
    declared = _DECLARED.search(data[:_WHERE_DECLARED])
    text = decode_declared(data, declared[1].decode("ascii")) if declared else None
    return decode(data, name, web_page=True) if text is None else text


def _line(text: str | None) -> str | None:
    """A list of names, or one name, on a line."""
    return fold(clean(text.replace(";", ","))) or None if text else None


class _Walk:
    """One walk over the body that trafilatura gives: the text between its block elements, each run of it a draft."""

    def __init__(self) -> None:
        self.drafts: list[Draft] = []
        self._run: list[tuple[str, bool]] = []  # pieces of text, and whether each is a link
        self._item = False  # whether the next run is the text of a list item
        self._lists = 0

    def drafts_of(self, body: _Element) -> list[Draft]:
        self._walk(body, 0)
        return self.drafts

    def _walk(self, element: _Element, depth: int) -> None:
        self._run.append((element.text or "", element.tag == "ref"))
        for child in element if depth < _DEEPEST else ():
            self._child(child, depth + 1)
            self._run.append((child.tail or "", element.tag == "ref"))

    def _child(self, element: _Element, depth: int) -> None:
        match element.tag:
            case "ref" | "hi" | "del":
                self._walk(element, depth)
            case "lb" if self._item:
                self._run.append((" ", False))
            case "lb":
                self._end_run()
            case "head":
                self._end_run()
                self.drafts.append(heading(_all_text(element), int((element.get("rend") or "h2")[1:])))
            case "row":
                self._end_run()
                self.drafts.append(row(map(_all_text, element)))
            case _:
                self._block(element, depth)

    def _block(self, element: _Element, depth: int) -> None:
        self._end_run()
        self._lists += element.tag == "list"
        self._item = element.tag == "item" or (self._item and element.tag == "p")
        self._walk(element, depth)
        self._end_run()
        self._item = False
        self._lists -= element.tag == "list"

    def _end_run(self) -> None:
        run, self._run = self._run, []
        text = "".join(piece for piece, _ in run)
        if not text.strip():
            return
        if self._item:
            self.drafts.append(item(text, "-", max(self._lists, 1)))
            self._item = False
        elif not _is_pointer(run):
            self.drafts.append(paragraph(text))


def _all_text(element: _Element) -> str:
    return "".join(map(str, element.itertext()))


def _is_pointer(run: list[tuple[str, bool]]) -> bool:
    """Whether a run of text only leads to another article: a link and at most a label, "Read more:", in front of it."""
    linked = "".join(text for text, is_link in run if is_link)
    label = "".join(text for text, is_link in run if not is_link).split()
    if not label:
        return bool(linked) and not ends_with_stop(linked)
    return bool(linked) and label[-1].endswith(":") and len(label) <= _LONGEST_LABEL
