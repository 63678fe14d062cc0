"""A small language for layouts: one line a block, as a reader would jot it down."""

from __future__ import annotations

import io

from briefgen.model.article import Article
from briefgen.sources import read


def article_of(text: str | bytes) -> Article:
    """The article in a text, as standard input would bring it."""
    return read("-", stdin=io.BytesIO(text if isinstance(text, bytes) else text.encode()))


def shape(article: Article) -> list[str]:
    """ "headline: Talks resume", "1: A paragraph.", "2 -: an item", "3 -- (a): an item inside it"."""
    lines = []
    for block in article.blocks:
        if block.number is None:
            lines.append(f"{block.kind}: {block.text}")
        elif block.kind == "item":
            depth = "" if block.level == 1 else "-" * block.level + " "
            lines.append(f"{block.number} {depth}{block.marker}: {block.text}")
        else:
            lines.append(f"{block.number}: {block.text}")
    return lines


def shape_of(text: str) -> list[str]:
    """The shape of the article in a text."""
    return shape(article_of(text))
