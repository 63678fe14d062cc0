"""The events that days are counted from: "the signing", "entry into force", "the vote"."""

from __future__ import annotations

from briefgen.analysis.dates.words import EVENT, pattern

# What the same event may be called. Any other of `EVENT` goes by its own name.
_KINDS = tuple(
    (kind, pattern(rf"\b(?:{words})\b"))
    for kind, words in (
        ("force", r"(?:ent|com)\w+ into force|tak\w+ effect|entry into effect"),
        ("signing", r"sign(?:s|ed|ing|ings|ature|atures)?"),
        ("vote", r"elections?|votes?|voting|ballots?|referendum|polls?|run-?off"),
        ("truce", r"ceasefire|cease-fire|truce|armistice"),
        ("agreement", r"agreement|deal|accord|pact|treaty|memorandum"),
        ("order", r"order|decree|ruling|verdict|judgment|decision"),
        ("talks", r"talks|negotiations|round"),
    )
)
_NAMED = pattern(rf"\b{EVENT}\b")


def event_kind(words: str) -> str | None:
    """The kind of event that `words` name first by the table; None where they name none."""
    for kind, names in _KINDS:
        if names.search(words):
            return kind
    named = _NAMED.search(words)
    return named[0].casefold() if named else None
