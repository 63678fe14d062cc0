"""Names as the brief carries them."""

from __future__ import annotations


def one_or_many(names: tuple[str, ...]) -> str | list[str]:
    """One name as it is, several as a list (a joint statement)."""
    return names[0] if len(names) == 1 else list(names)
