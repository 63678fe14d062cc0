"""Outline -> plain text for the eye, in lines of a width that mail programs show whole. Decides nothing."""

from __future__ import annotations

import textwrap

from briefgen.rendering import blocks
from briefgen.rendering.blocks import Inline, Outline

_WIDTH = 72


def plain(outline: Outline) -> str:
    """The text of an outline without tables and annex, ends with a newline."""
    return "\n\n".join(_draw(block) for block in outline.blocks) + "\n"


def _draw(block: blocks.Block) -> str:
    match block:
        case blocks.Marking(words) | blocks.Kicker(words) | blocks.Title(words):
            return _wrapped(words)
        case blocks.Heading(_, words, citation):
            return _wrapped(f"{words.upper()}{_line(citation)}")
        case blocks.Box(content) | blocks.Paragraph(content) | blocks.Quotation(content):
            return _wrapped(_line(content))
        case blocks.Bullets(items):
            return "\n".join(_wrapped(_line(item), "- ") for item in items)
        case blocks.Fields(rows):
            return "\n".join(_wrapped(_line(value), f"{label}: ") for label, value in rows)
        case blocks.Table() | blocks.Entry() | blocks.Notes():
            raise TypeError(f"a {type(block).__name__} is no plain text")


def _wrapped(words: str, before: str = "") -> str:
    return textwrap.fill(
        words,
        _WIDTH,
        initial_indent=before,
        subsequent_indent="  " if before else "",
        break_long_words=False,
        break_on_hyphens=False,
    )


def _line(content: Inline) -> str:
    return "".join(run.text for run in content)
