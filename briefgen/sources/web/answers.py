"""What came from the web: of which kind it is, and its bytes as far as the bound."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import PurePosixPath

import httpx

from briefgen.errors import SourceError
from briefgen.sources.decoding import WEB_PAGE, decode_declared
from briefgen.sources.files import MAX_BYTES
from briefgen.sources.web.addresses import shown
from briefgen.sources.web.failures import OPEN_AND_SAVE

_SUFFIXES = {
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "text/plain": ".txt",
    "text/markdown": ".md",
    "text/x-markdown": ".md",
    "application/pdf": ".pdf",
    "application/x-pdf": ".pdf",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
    "message/rfc822": ".eml",
}
# Types that say nothing about what came: then the end of the address tells, else the first bytes.
_UNTOLD = frozenset(["", *(f"{kind}/octet-stream" for kind in ("application", "binary"))])
_FIRST_BYTES = ((re.compile(rb"%PDF-"), ".pdf"), (re.compile(rb"PK\x03\x04"), ".docx"), (WEB_PAGE, ".html"))
_AS_TEXT = (".html", ".txt", ".md")
_PACKED = ("", "identity", "gzip", "x-gzip", "deflate")


@dataclass(frozen=True, slots=True)
class Page:
    """What stands at `url`, after all redirects; `suffix` is that of a file of its kind."""

    url: str
    data: bytes
    suffix: str


def page(response: httpx.Response, url: httpx.URL) -> Page:
    """The page in an answer of the web; SourceError when it is too large or of a kind that is not read."""
    kind = response.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind not in _SUFFIXES and kind not in _UNTOLD:
        raise _not_read(url, f"it is of type {shown(kind)}")
    data = _body(response, url)
    suffix = _suffix(kind, url, data)
    if suffix in _AS_TEXT and response.charset_encoding:
        text = decode_declared(data, response.charset_encoding)
        data = data if text is None else text.encode("utf-8", "surrogatepass")
    return Page(str(url), data, suffix)


def _body(response: httpx.Response, url: httpx.URL) -> bytes:
    """The bytes, unpacked; no more of them are taken than the bound allows, whatever the server says."""
    if response.headers.get("content-encoding", "").strip().lower() not in _PACKED:  # a list of them may be a bomb
        raise _not_read(url, "it is compressed in a way that was not asked for")
    declared = response.headers.get("content-length", "")
    body = bytearray()
    if not declared.isdecimal() or int(declared) <= MAX_BYTES:
        for chunk in response.iter_bytes():
            body += chunk
            if len(body) > MAX_BYTES:
                break
        else:
            return bytes(body)
    limit = MAX_BYTES // 1_000_000
    raise SourceError(f"{shown(url)} is larger than {limit} MB.", "Give one article; no article is that large.")


def _suffix(kind: str, url: httpx.URL, data: bytes) -> str:
    ending = PurePosixPath(url.path).suffix.lower()
    if kind == "text/plain" and ending == ".md":
        return ending
    if kind in _SUFFIXES:
        return _SUFFIXES[kind]
    told = ending if ending in _SUFFIXES.values() else None
    told = told or next((suffix for start, suffix in _FIRST_BYTES if start.match(data)), None)
    if told is None:
        raise _not_read(url, "nothing says what it is")
    return told


def _not_read(url: httpx.URL, why: str) -> SourceError:
    return SourceError(
        f"{shown(url)} cannot be read: {why}.", f"Give a page, a PDF, a Word file or text. {OPEN_AND_SAVE}"
    )
