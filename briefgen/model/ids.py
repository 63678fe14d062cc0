"""Stable ids of items: the same on every run and machine, whatever the wording or the place of the item.

The digest has 6 hexadecimal digits: short enough to type, and among a hundred items of one section two grounds
share a digest once in 3,000 briefs; the ordinal keeps even those apart.
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter

PREFIXES = {
    "key_points": "sum",
    "issues": "iss",
    "positions": "pos",
    "red_lines": "red",
    "next_steps": "nxt",
    "quotes": "quo",
    "actors": "act",
    "caveats": "cav",
}
OWN_PREFIX = "own"
ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")  # what an id may look like, a human's too
# The key of an item's own words: what its id is made of when a human added it.
TEXT_KEYS = {
    "key_points": "text",
    "issues": "title",
    "positions": "text",
    "red_lines": "statement",
    "next_steps": "action",
    "quotes": "text",
    "actors": "name",
    "caveats": "text",
}


class IdMint:
    """Mints ids for one brief; remembers which it gave, so that items sharing a first sentence get an ordinal."""

    def __init__(self) -> None:
        self._given: Counter[str] = Counter()

    def mint(self, section: str, ground: str) -> str:
        """An id such as `red-3c01aa` from the section's name and the item's first evidence sentence.

        White space and letter case of `ground` do not count. The second item of the same section and ground
        gets `-2` appended, and so on. Raises KeyError for an unknown section.
        """
        return self._unique(PREFIXES[section], section, ground)

    def mint_own(self, section: str, text: str) -> str:
        """An id such as `own-3c01aa` for an item that a human added, from the section's name and the item's text."""
        return self._unique(OWN_PREFIX, section, text)

    def _unique(self, prefix: str, section: str, ground: str) -> str:
        folded = re.sub(r"\s+", " ", ground).strip().casefold()
        # A lone surrogate, which has no bytes, counts as a question mark.
        digest = hashlib.sha256(f"{section}\n{folded}".encode(errors="replace")).hexdigest()
        base = f"{prefix}-{digest[:6]}"
        self._given[base] += 1
        count = self._given[base]
        return base if count == 1 else f"{base}-{count}"
