"""Lines that say only where the text of a statement begins or ends."""

from __future__ import annotations

import re

from briefgen.sources.layout.draft import Draft

_BOUNDARY = re.compile(
    r"[-/(]?\s?(?:(?:begin|end)(?: of)? (?:text|statement|transcript)|ends?)\s?[-.:)]{0,2}", re.IGNORECASE
)


def mark_boundaries(drafts: list[Draft]) -> None:
    """Give such lines the kind "boundary"."""
    for draft in drafts:
        if draft.kind is None and len(draft.text) < 40 and _BOUNDARY.fullmatch(draft.text):
            draft.kind = "boundary"
