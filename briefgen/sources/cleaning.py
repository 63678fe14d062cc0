"""Text as it came to text as everything later may rely on it.

Word and PDF cannot hold control characters, and invisible ones split words for a reader who searches or cites.
"""

from __future__ import annotations

import re
import unicodedata

_LINE_ENDS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028]")
_PARAGRAPH_END = "\u2029"
_SPACES = re.compile("[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
# Controls but tab and line feed, soft hyphen, zero-width and direction marks, tags, surrogates, non-characters.
_INVISIBLE = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x9f\u00ad\u061c\u115f\u1160\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f"
    "\ud800-\udfff\ufdd0-\ufdef\ufeff\ufff0-\ufffb\ufffe\uffff\U000e0000-\U000e007f]"
)
# No script piles up so many marks on one letter, and normalising them takes time that grows with the square.
_PILE_OF_MARKS = re.compile(r"[^\w\s]{64,}")


def clean(text: str) -> str:
    """`text` with line feeds as its only line ends, plain spaces, no control or invisible character, in NFC."""
    text = _LINE_ENDS.sub("\n", text).replace(_PARAGRAPH_END, "\n\n")
    text = _INVISIBLE.sub("", _SPACES.sub(" ", text))
    return unicodedata.normalize("NFC", _PILE_OF_MARKS.sub(_without_marks, text))


def fold(text: str) -> str:
    """`text` on one line, white space folded to single spaces."""
    return " ".join(text.split())


def _without_marks(run: re.Match[str]) -> str:
    return "".join(character for character in run[0] if not unicodedata.combining(character))
