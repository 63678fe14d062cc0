"""Positions: what each party says, wants or does, cut to a line that reads without the article.

Three ways in, the first that fits a clause wins: what a party is reported to say; what a party does (a verb of taking
a stand with the party as its subject); what a statement's issuer or a transcript's speaker says themselves. Left out
is what a statement tells of those it condemns, and what somebody in office does in a private matter.
"""

from __future__ import annotations

from collections.abc import Iterator

from briefgen.analysis.context import Context
from briefgen.analysis.positions.accused import accused_by_issuer
from briefgen.analysis.positions.deeds import deeds_in
from briefgen.analysis.positions.domestic import is_domestic, side_of
from briefgen.analysis.positions.holders import party_of
from briefgen.analysis.positions.own_words import own_words
from briefgen.analysis.positions.private import is_private
from briefgen.analysis.positions.signatory import signed_by
from briefgen.analysis.positions.spans import Claim
from briefgen.analysis.positions.spoken import spoken_in
from briefgen.analysis.reference.coreference import Names
from briefgen.analysis.summary.wording import line
from briefgen.analysis.text.document import Sent
from briefgen.model.findings import Position

FEWEST, MOST = 5, 70  # words of a line


def find_positions(context: Context) -> list[Position]:
    """The positions in the order of the text, at most one a sentence and actor."""
    cast = context.resolver.cast
    accused = set(accused_by_issuer(context))
    domestic = is_domestic(context)
    found: list[Position] = []
    for sent in context.document.citable():
        if sent.text.rstrip("\"”’' ").endswith("?"):
            continue
        taken: set[Names] = set()
        for claim in _claims(context, sent):
            sides = (side_of(context, n) if domestic else None for n in claim.holders)
            actors = tuple(dict.fromkeys(s or party_of(context, n) for s, n in zip(sides, claim.holders, strict=True)))
            charged = sent.speaker is None and bool(accused & set(actors))
            if not actors or actors in taken or charged or is_private(context, sent, claim):
                continue
            text = line(sent, claim.start, claim.end, context.resolver)
            if not FEWEST <= len(text.split()) <= MOST:
                continue
            taken.add(actors)
            person = next((n for n in claim.holders if cast.is_person(n)), None) if len(actors) == 1 else None
            if person is None and sent.speaker and cast.party(sent.speaker) in actors:
                person = sent.speaker  # "We have ...", "we both want ...", in a transcript
            person = person or signed_by(context, sent, claim)
            found.append(Position((sent.id,), actors, person, text))
    return found


def _claims(context: Context, sent: Sent) -> Iterator[Claim]:
    """What parties claim in `sent`, each word for one party only."""
    spoken = list(spoken_in(context, sent))
    yield from spoken
    deeds = [d for d in deeds_in(context, sent) if not any(d.start < s.end and s.start < d.end for s in spoken)]
    yield from deeds
    if not spoken and not deeds:
        yield from own_words(context, sent)
