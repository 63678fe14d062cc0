"""Markdown: its structure is taken from its marks, and its text without them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from briefgen.sources.cleaning import clean, fold
from briefgen.sources.frontmatter import split_front_matter
from briefgen.sources.layout import finish
from briefgen.sources.layout.bylines import names_in_byline
from briefgen.sources.layout.datelines import is_dateline
from briefgen.sources.layout.draft import Draft, ends_with_stop
from briefgen.sources.marked import LONGEST_HEADING, ranked
from briefgen.sources.reading import Reading
from briefgen.sources.text import readable

if TYPE_CHECKING:
    from markdown_it.token import Token

_WIDEST = 132  # characters; longer lines were not wrapped by hand, each is a paragraph
_TAG = re.compile(r"<[^<>]*>")
_NOT_SHOWN = ("<!", "<?", "<script", "<style")
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)


def read(data: bytes, name: str) -> Reading:
    """The reading of a Markdown text; SourceError when `data` is no such text. `name` is shown in errors."""
    from markdown_it import MarkdownIt  # plain text is read without it

    given, body = split_front_matter(readable(data, name), name)
    tokens = MarkdownIt("commonmark").enable("table").parse(body)
    blocks, masthead = finish(ranked(_Walk().drafts_of(tokens)))
    return Reading(
        blocks,
        title=given.title,
        publisher=given.publisher,
        author=given.author or masthead.author,
        published=given.published or masthead.published,
        url=given.url,
    )


@dataclass
class _Walk:
    """One walk over the tokens of a text; what it is inside of stands in its fields."""

    drafts: list[Draft] = field(default_factory=list)
    list_depth: int = 0
    marker: str = ""  # of a list item that has no text yet
    heading: int = 0
    row: list[str] | None = None

    def drafts_of(self, tokens: Iterable[Token]) -> list[Draft]:
        for token in tokens:
            match token.type:
                case "bullet_list_open" | "ordered_list_open":
                    self.list_depth += 1
                case "bullet_list_close" | "ordered_list_close":
                    self.list_depth -= 1
                case "list_item_open":
                    self.marker = token.info + token.markup
                case "heading_open":
                    self.heading = int(token.tag[1:])
                case "heading_close":
                    self.heading = 0
                case "tr_open":
                    self.row = []
                case "tr_close":
                    self._add(" | ".join(self.row or []), "paragraph")
                    self.row = None
                case "inline":
                    self._inline(list(_lines(token.children or [])))
                case "fence" | "code_block":
                    for paragraph in token.content.split("\n\n"):
                        self._add(paragraph, "paragraph")
                case "html_block" if not token.content.lstrip().lower().startswith(_NOT_SHOWN):
                    self._add(_TAG.sub(" ", token.content))
        return self.drafts

    def _inline(self, lines: list[str]) -> None:
        if self.row is not None:
            self.row.append(fold(" ".join(lines)))
        elif self.heading and len(" ".join(lines).split()) <= LONGEST_HEADING:
            self._add(" ".join(lines), "heading", self.heading)
        else:
            for paragraph in _paragraphs(lines):
                self._add(paragraph)

    def _add(self, text: str, kind: str = "", level: int = 1) -> None:
        text = fold(clean(text))
        if not text:
            return
        if self.list_depth and self.marker:
            self.drafts.append(Draft(text, self.marker, kind="item", level=self.list_depth))
            self.marker = ""
        elif kind == "heading":
            self.drafts.append(Draft(text, kind="heading", level=level))
        else:
            self.drafts.append(Draft(text, kind="paragraph" if kind or self.list_depth else None))


def _lines(children: list[Token]) -> Iterator[str]:
    """The text of an inline token, a line at a time; a line that ends in a hard break ends in a line feed."""
    line = ""
    for child in children:
        if child.type == "softbreak":
            yield line
            line = ""
        elif child.type == "hardbreak" or (child.type == "html_inline" and _BREAK.match(child.content)):
            yield line + "\n"
            line = ""
        elif child.type in ("text", "code_inline"):
            line += child.content
    yield line


def _paragraphs(lines: list[str]) -> list[str]:
    """Wrapped lines make one paragraph; lines of their own are those that nobody wrapped, bylines and datelines."""
    if max(map(len, lines)) > _WIDEST or any(is_dateline(line) or names_in_byline(line) for line in map(fold, lines)):
        return lines
    paragraphs = [""]
    for line in lines:
        paragraphs[-1] += f" {line}"
        if line.endswith("\n") and ends_with_stop(line.rstrip()):
            paragraphs.append("")
    return paragraphs
