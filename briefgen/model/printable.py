"""What of a text can stand in a document, a mail or a calendar."""

from __future__ import annotations

import re

# Characters that XML 1.0 cannot carry, other controls, and the bidi controls that could reorder a line's words.
_UNPRINTABLE = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufeff\ufdd0-\ufdef\ufffe\uffff]"
)
_WHITE = re.compile("[ \t\n\v\f\r\x85\u2028\u2029]+")  # no-break spaces stay


def clean(text: str) -> str:
    """`text` on one line, without the characters that no document can carry."""
    return _WHITE.sub(" ", _UNPRINTABLE.sub("", text)).strip()


def shorten(text: str, length: int) -> str:
    """`text`, cut to `length` characters with an ellipsis; for page heads and file properties, never for content."""
    return text if len(text) <= length else f"{text[: length - 1].rstrip()}…"
