"""Positions: what each party says on a matter. First version: reported speech whose party is known."""

from __future__ import annotations

from briefgen.analysis.context import Context
from briefgen.analysis.wording import line
from briefgen.model.findings import Position


def find_positions(context: Context) -> list[Position]:
    """The positions in the order of the text."""
    found: list[Position] = []
    for speech in context.speeches:
        span = speech.sent.span
        start, end = max(speech.start, span.start), min(speech.end, span.end)
        parties = context.parties(speech.speakers)
        if not parties or end - start < 4:
            continue
        person = next((n for n in speech.speakers if context.resolver.cast.is_person(n)), None)
        text = line(speech.sent, start, end, context.resolver)
        if text:
            found.append(Position((speech.sent.id,), parties, person, text))
    return found
