"""The HTML of a mail as lines of plain text, so that notes, quotations and forwarded headers can be told in it.

What tells an article from a page's furniture takes the headers of a forwarded mail for furniture too.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.sources.cleaning import clean, fold

if TYPE_CHECKING:
    from lxml.etree import _Element

_LINES = frozenset("address blockquote br div dd dl dt h1 h2 h3 h4 h5 h6 hr li ol p pre table td th tr ul".split())
_NOT_SHOWN = ("head", "script", "style", "title")


def lines_of(page: str) -> str:
    """All text of a mail's HTML, a line for each block or line of it, and behind ">" what it quotes of another mail."""
    from lxml import etree, html

    tree = html.document_fromstring(clean(page).encode(), parser=html.HTMLParser(encoding="utf-8"))
    etree.strip_elements(tree, *_NOT_SHOWN, with_tail=False)
    etree.strip_tags(tree, etree.Comment, etree.ProcessingInstruction)
    lines, line, depth = [], "", 0
    for event, element in etree.iterwalk(tree, events=("start", "end")):
        if element.tag in _LINES:
            lines.append(_line(line, depth))
            line = ""
        if _is_quotation(element):
            depth += 1 if event == "start" else -1
        line += (element.text if event == "start" else element.tail) or ""
    return "\n".join([*lines, _line(line, depth)])


def _line(text: str, depth: int) -> str:
    return "> " * depth + fold(text)


def _is_quotation(element: _Element) -> bool:
    """Whether a mail program set another mail in here; an article may have quotations of its own."""
    return element.tag == "blockquote" and (element.get("type") == "cite" or "gmail_quote" in element.get("class", ""))
