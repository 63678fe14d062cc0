"""A block in the making, and the questions about its text that more than one rule asks."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from briefgen.model.article import BlockKind

DASHES = "-–—"

_CLOSERS = "\"'”’»›)]}*_~` "
_OPENERS = "\"'“‘«‹([{*_#~` "
_STOPS = ".!?…。！？؟"
_ABBREVIATION = re.compile(r"(?:\b[A-Z]\.){2,}$|\b(?:Inc|Ltd|Co|Jr|Sr|Corp|etc)\.$")
_SMALL_WORDS = frozenset(
    "a an and as at but by de for from in into nor of off on or over per s the to up upon via vs with".split()
)
_WORD = re.compile(r"[^\W_][\w'’.\-]*")
_TAG = re.compile(r"</?[a-zA-Z][^<>]{0,200}>")


@dataclass
class Draft:
    """`kind` None: no rule has decided yet, and none deciding makes it a paragraph. "boundary" is dropped.

    `indent` counts columns in front of the first line; `marker` is that of a list item, "" for anything else.
    """

    text: str
    marker: str = ""
    indent: int = 0
    kind: BlockKind | Literal["boundary"] | None = None
    level: int = 1

    @cached_property
    def words(self) -> list[str]:
        """The words of the text, without marks around them."""
        return _WORD.findall(self.bare)

    @cached_property
    def bare(self) -> str:
        """The text without quotation marks, brackets and emphasis around it, and without HTML tags."""
        return _TAG.sub("", self.text).lstrip(_OPENERS).rstrip(_CLOSERS)

    @property
    def breaks_off(self) -> bool:
        """Whether the last word is one that no title ends with: "Key terms of the"."""
        return bool(self.words) and self.words[-1] in _SMALL_WORDS

    @property
    def ends_sentence(self) -> bool:
        """Whether the text ends like a sentence: with a stop that is not an abbreviation's, as in "D.C."."""
        return ends_with_stop(self.text) and not _ABBREVIATION.search(self.bare)

    @property
    def in_title_case(self) -> bool:
        """Whether each word but small ones such as "of" begins with a capital or a digit."""
        return all(not word[0].islower() or word.lower() in _SMALL_WORDS for word in self.words)


def ends_with_stop(text: str) -> bool:
    """Whether `text` ends with a full stop, question mark or the like, quotation marks behind it left aside."""
    return text.rstrip(_CLOSERS)[-1:] in tuple(_STOPS)
