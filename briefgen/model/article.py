"""The article as read: what `sources` gives and `analysis` takes."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Literal

BlockKind = Literal["headline", "heading", "byline", "dateline", "paragraph", "item"]


@dataclass(frozen=True, slots=True)
class Block:
    """One block of the article's layout, its text verbatim but for folded white space and removed control characters.

    `number` counts paragraphs and list items from 1; None for everything that cannot be cited
    (headline, heading, byline, dateline on a line of its own). `level` is the depth of a heading or list item from 1.
    `marker` is the bullet or number of a list item as it stood ("-", "2."), without it in `text`.
    """

    kind: BlockKind
    text: str
    number: int | None = None
    level: int = 1
    marker: str = ""


@dataclass(frozen=True, slots=True)
class Source:
    """Where an article is from. Everything optional is None when neither the text nor the options say it."""

    letter: str
    file: str | None = None
    url: str | None = None
    sha256: str = ""
    title: str | None = None
    publisher: str | None = None
    author: str | None = None
    published: dt.date | None = None
    language: str | None = None
    words: int = 0


@dataclass(frozen=True, slots=True)
class Article:
    """An article: its source and its blocks in the order in which they stand."""

    source: Source
    blocks: tuple[Block, ...]

    @property
    def headline(self) -> str | None:
        """The headline, None where the article has none."""
        return next((b.text for b in self.blocks if b.kind == "headline"), None)
