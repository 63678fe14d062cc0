"""Texts in double quotes: for the files that we write and for messages that show what was found."""

from __future__ import annotations

import re

# What only a double-quoted scalar can carry: YAML's other line breaks, control characters, the byte order mark.
_ESCAPED_ONLY = r"\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff"
NEEDS_ESCAPES = re.compile(f"[{_ESCAPED_ONLY}]")
# What neither YAML nor a Word document can hold at all, escaped or not.
UNHOLDABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_TO_ESCAPE = re.compile(rf'["\\\n\t\ud800-\udfff{_ESCAPED_ONLY}]')
_ESCAPES = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t", "\r": "\\r"}
_SHOWN = 60


def quoted(text: str) -> str:
    """A text as a double-quoted YAML scalar on one line; printable characters of any script stay as they are."""
    return '"' + _TO_ESCAPE.sub(_escape, text) + '"'


def shown(text: str) -> str:
    """A text for a message: quoted, its control characters escaped, cut to 60 characters."""
    return quoted(text if len(text) <= _SHOWN else text[: _SHOWN - 1].rstrip() + "…")


def _escape(match: re.Match[str]) -> str:
    code = ord(match[0])
    return _ESCAPES.get(match[0]) or (f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}")
