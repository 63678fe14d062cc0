"""Which lines begin a list item: "- ", "•", "1.", "(a)", "iv)"."""

from __future__ import annotations

import re

_UNMISTAKABLE = "•◦▪▫■□●○‣⁃∙·➢✓✔➤►▶◆◇█"
_MARKER = re.compile(
    rf"""(?P<marker>
        [{_UNMISTAKABLE}]+ (?=\s*\S)
      | [-–—*+] (?=\s)
      | \(?\d{{1,3}}\) (?=\s)
      | \d{{1,3}}\. (?=\s)
      | \(?[a-zA-Z]\) (?=\s)
      | \(?[ivxIVX]{{1,5}}\) (?=\s)
      | [a-z]\. (?=\s)
    )\s*(?P<text>\S.*)""",
    re.VERBOSE,
)


def split_marker(text: str) -> tuple[str, str]:
    """The marker of a list item and the text behind it; ("", text) when `text` begins no item."""
    # "A. B. Carter said" and "Q. Why?" are no items: a capital with a full stop is an initial or a speaker.
    match = _MARKER.match(text)
    return (match["marker"], match["text"]) if match else ("", text)


def is_bullet(marker: str) -> bool:
    """Whether `marker` is a sign, not a number or a letter."""
    return not any(character.isalnum() for character in marker)


def marker_style(marker: str) -> str:
    """What markers of one list have in common: "1." and "2." are alike, "1." and "(a)" are not."""
    if is_bullet(marker):
        return marker
    kind = "1" if any(map(str.isdigit, marker)) else "a"
    return re.sub(r"\w+", kind, marker)
