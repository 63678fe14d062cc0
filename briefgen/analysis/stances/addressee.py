"""Whom a red line is addressed to: the one pressed, obliged, who would cross it or be hit by it, else nobody.

Being named most makes nobody the addressee: that is as often the ally that is defended. Only where a report has two
states and the words name neither, the other one is taken (right in 4 of 6 labelled passages).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from briefgen.analysis.context import FIRST_PERSON, Context
from briefgen.analysis.reference.coreference import Names
from briefgen.analysis.stances.candidates import Candidate
from briefgen.analysis.stances.hit import Range
from briefgen.analysis.stances.sides import FIELDS
from briefgen.analysis.stances.targets import crossing, obliged, shielded, struck, turned_down
from briefgen.analysis.stances.told import pressed_in, told_in
from briefgen.analysis.text.document import Sent

if TYPE_CHECKING:
    from spacy.tokens import Token

# Those who are merely told about it.
AUDIENCE = frozenset(
    """reporter journalist lawmaker parliament assembly chamber member radio television station house senate congress
    press colleague deputy crowd rally audience committee minister mayor lawyer group worker supporter people folketing
    """.split()
)
OFTEN = 3  # mentions from which on the other state of a report on two is taken for the other side
NEAR = 6  # sentences
STATES = ("country", "demonym", "capital", "body")


def addressee_of(candidate: Candidate, trigger: Range | None, context: Context) -> str | None:
    """The party that is pressed, obliged, would cross the line, be struck or turned down, or is told; None if open."""
    sent = candidate.sent
    safe = _safe(candidate, sent, context)
    for tokens, sure in _ways(candidate, trigger):
        names = [
            n for t in tokens if not _place(t) for n in _named(candidate, sent, t, context) if sure or n not in safe
        ]
        if names:
            return names[0]
    return None if candidate.main.kind == "commitment" else _opposite(candidate, context)


def _ways(candidate: Candidate, trigger: Range | None) -> Iterator[tuple[Iterator[Token], bool]]:
    """The words that may name the addressee, the surest first; `True`: though the sentence shields the same party."""
    sent, hits = candidate.sent, (candidate.main, *candidate.hits)
    yield pressed_in(sent), True
    yield (t for hit in hits for t in obliged(hit)), True
    if trigger is not None:
        yield crossing(sent, trigger), False
    yield struck(sent), False
    yield (t for hit in hits for t in turned_down(hit)), False
    if candidate.main.kind != "commitment":  # the one told of it is the ally it is given to
        yield told_in(sent), False


def _opposite(candidate: Candidate, context: Context) -> str | None:
    """The only other state in the sentence; in a report on two states also the other one; None if several may be."""
    here, cast = candidate.sent, context.resolver.cast
    if any(cast.is_person(n) and cast.party(n) == n for n in candidate.holders):
        return None  # the state named may be their own
    found = set(_states(candidate, here, context))
    if found:
        return found.pop() if len(found) == 1 else None
    report = candidate.holding.voice.source != "label" and not context.document.issuer
    if not report or not all(_is_state(n, context) for n in candidate.holders):
        return None
    before, paragraph = context.document.sents[max(0, here.order - 1) : here.order], _paragraph(here, context)
    for earlier in (before, paragraph):
        near = {n for sent in earlier for n in _states(candidate, sent, context)}
        if near:
            return near.pop() if len(near) == 1 else None
    spared = {n for sent in (here, *before, *paragraph) for n in _safe(candidate, sent, context)}
    counts = cast.parties()
    others = Counter({n: c for n, c in counts.items() if _is_state(n, context) and n not in candidate.holders})
    (first, most), (_, second) = (*others.most_common(2), ("", 0), ("", 0))[:2]
    return first if most >= max(OFTEN, 2 * second) and first not in spared else None


def _paragraph(sent: Sent, context: Context) -> list[Sent]:
    """What stands shortly before `sent` in its paragraph."""
    return [s for s in context.document.sents[max(0, sent.order - NEAR) : sent.order] if s.block == sent.block]


def _states(candidate: Candidate, sent: Sent, context: Context) -> Iterator[str]:
    """The states and bodies named in `sent` that it neither shields nor gives as a place."""
    safe = _safe(candidate, sent, context)
    for token in sent.tokens:
        mention = context.resolver.cast.at(sent.block, token)
        if mention is not None and mention.kind in STATES and not _place(token):
            yield from (n for n in _named(candidate, sent, token, context) if n not in safe)


def _is_state(name: str, context: Context) -> bool:
    entry = context.resolver.cast.entries.get(name)
    return entry is not None and entry.kind == "country"


def _safe(candidate: Candidate, sent: Sent, context: Context) -> set[str]:
    """The parties that `sent` shields."""
    return {n for t in shielded(sent) for n in _named(candidate, sent, t, context)}


def _place(token: Token) -> bool:
    """Whether the name says where something is ("talks in Ankara")."""
    return token.dep_ == "pobj" and token.head.lower_ in ("in", "at", "near", "inside", "outside", "across", "into")


def _named(candidate: Candidate, sent: Sent, token: Token, context: Context) -> Names:
    """The parties that `token` of `sent` stands for and that are neither the holder nor the speaker."""
    cast = context.resolver.cast
    names = context.actors_of(sent, token)
    if not names and (mention := cast.at(sent.block, token)) is not None:
        names = (mention.name,)  # "Norland" in "the Norland troops"
    voice = candidate.holding.voice.names
    own = {n.lower() for n in (*candidate.holders, *voice)} | FIRST_PERSON
    own |= {cast.party(n).lower() for n in (*candidate.holders, *voice)}
    told = (n for n in names if n.lower().split()[-1].removesuffix("s") not in AUDIENCE and n.lower() not in own)
    parties = (p for n in told if (p := cast.party(n)).lower() not in own and p not in FIELDS)
    return tuple(p for p in parties if p in cast.entries)  # "an outside firm", "any officer" are nobody in particular
