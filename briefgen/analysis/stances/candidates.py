"""Sentences with a sign of a red line, each with its holder where the text tells."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from briefgen.analysis.context import Context
from briefgen.analysis.coreference import Names
from briefgen.analysis.document import Sent
from briefgen.analysis.stances.hit import Hit
from briefgen.analysis.stances.holders import Holding, holding_of
from briefgen.analysis.stances.rules import hits_in
from briefgen.analysis.stances.voices import Voices


@dataclass(frozen=True, slots=True)
class Candidate:
    """A sentence that may state a red line: its signs, and the one that names holder and kind."""

    sent: Sent
    hits: tuple[Hit, ...]
    main: Hit
    holding: Holding
    quoted: bool
    year: int | None

    @property
    def holders(self) -> Names:
        return self.holding.holders


def candidates(context: Context) -> Iterator[Candidate]:
    """The candidates in the order of the text."""
    voices = Voices(context)
    year = context.published.year if context.published else None
    for sent in context.document.citable():
        hits = hits_in(sent)
        if not hits:
            continue
        main, holding = _main(sent, hits, context, voices)
        yield Candidate(sent, tuple(hits), main, holding, voices.quoted(sent, main.anchor), year)


# Signs too weak to name the holder or the kind when a stronger one stands in the sentence.
WEAK = frozenset(("before", "once", "cannot", "must", "should", "without delay", "insists", "threat", "right", "nobody", "we do not", "another", "if", "without", "until"))


def _main(sent: Sent, hits: list[Hit], context: Context, voices: Voices) -> tuple[Hit, Holding]:
    """The strongest sign whose holder is known and which is not a report on somebody else."""
    ranked = sorted(hits, key=lambda h: h.rule in WEAK)
    rows = [(hit, holding_of(hit, sent, context, voices)) for hit in ranked]
    for hit, holding in rows:
        if holding.holders and not holding.about_other:
            return hit, holding
    return rows[0]
