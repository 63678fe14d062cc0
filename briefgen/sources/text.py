"""Plain text and standard input."""

from __future__ import annotations

import re

from briefgen.errors import SourceError
from briefgen.sources.cleaning import clean
from briefgen.sources.decoding import decode
from briefgen.sources.layout import lay_out
from briefgen.sources.reading import Reading

# Left over where a page was copied; only in pairs, as a lone "<b>" may be the text's own.
INLINE_TAG = re.compile(r"<(sup|sub|em|strong|i|b)>([^<>\n]{0,400})</\1>")
LONGEST_PARAGRAPH = 100_000  # characters; no article comes near


def read(data: bytes, name: str) -> Reading:
    """The reading of a plain text; SourceError when `data` is no text of an article. `name` is shown in errors."""
    blocks, masthead = lay_out(INLINE_TAG.sub(r"\2", readable(data, name)))
    return Reading(blocks, author=masthead.author, published=masthead.published)


def readable(data: bytes, name: str) -> str:
    """The cleaned text of `data`; SourceError when it has no letters or a line that no article has."""
    text = clean(decode(data, name))
    if not text.strip():
        raise SourceError(f"{name} is empty.", "Give a file that holds the text of an article.")
    if not any(map(str.isalpha, text)):
        raise SourceError(f"{name} holds no letters.", "Give a file that holds the text of an article.")
    longest = max(map(len, text.split("\n")))
    if longest > LONGEST_PARAGRAPH:
        raise SourceError(
            f"{name} has a line of {longest:,} characters, which is no paragraph of an article.",
            "Put each paragraph on a line of its own.",
        )
    return text
