"""Whom a red line is addressed to."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from briefgen.analysis.context import FIRST_PERSON, Context
from briefgen.analysis.coreference import Names
from briefgen.analysis.document import Sent
from briefgen.analysis.speech import subject_of
from briefgen.analysis.stances.candidates import Candidate
from briefgen.analysis.stances.hit import Range
from briefgen.analysis.stances.holders import verb_of
from briefgen.analysis.stances.sides import FIELDS
from briefgen.analysis.stances.told import told_in

if TYPE_CHECKING:
    from spacy.tokens import Token

OFTEN = 3  # mentions of the only other country of an article, from which on it is taken for the other side
# Those who are merely told about it.
AUDIENCE = frozenset(
    """reporter journalist lawmaker parliament assembly chamber member radio television station house senate congress
    press colleague deputy crowd rally audience committee minister mayor lawyer group worker supporter people folketing
    """.split()
)


def addressee_of(candidate: Candidate, trigger: Range | None, context: Context) -> str | None:
    """The party told, that must act, acted against, or in the trigger, else the only other one named; None if open."""
    sent = candidate.sent
    for tokens in (told_in(sent), _obliged(candidate), _against(sent), _within(candidate, trigger)):
        names = [n for t in tokens if not _place(t) for n in _others(candidate, context.actors_of(sent, t), context)]
        if names:
            return names[0]
    if candidate.main.kind == "commitment":
        return None  # the other one named is the ally it is given to
    cast = context.resolver.cast
    named: dict[str, None] = {}
    for token in sent.span:
        mention = cast.at(sent.block, token)
        if mention is not None and mention.kind in ("country", "demonym", "capital", "body") and not _place(token):
            named |= dict.fromkeys(_others(candidate, (mention.name,), context))
    if named:
        return next(iter(named)) if len(named) == 1 else None
    countries = {e.name: len(e.sentences) for e in cast.entries.values() if e.kind == "country"}
    if not set(candidate.holders) <= set(countries):
        return None
    others = [n for n in countries if n not in candidate.holders and countries[n] > 1]
    return others[0] if len(others) == 1 and countries[others[0]] >= OFTEN else None


def _place(token: Token) -> bool:
    """Whether the name says where something is ("talks in Ankara")."""
    return token.dep_ == "pobj" and token.head.lower_ in ("in", "at", "near", "inside", "outside", "across", "into")


def _obliged(candidate: Candidate) -> Iterator[Token]:
    """The subject of the demand's verb."""
    if candidate.main.kind in ("demand", "explicit") and candidate.main.held_by == "voice":
        subject = subject_of(verb_of(candidate.main.anchor))
        if subject is not None:
            yield subject


def _against(sent: Sent) -> Iterator[Token]:
    """Whom the holder would act against."""
    return (t for t in sent.span if t.dep_ == "pobj" and t.head.lower_ == "against" and t.head.head.pos_ == "VERB")


def _within(candidate: Candidate, trigger: Range | None) -> Iterator[Token]:
    """Who would cross the line: the subjects in the trigger and the country beside them ("Armenian trenches")."""
    if trigger is None:
        return
    for token in candidate.sent.span.doc[trigger[0] : trigger[1]]:
        if token.dep_ in ("nsubj", "nsubjpass") or (token.dep_ == "pobj" and token.head.dep_ == "agent"):
            yield token
            yield from (c for c in token.children if c.dep_ in ("amod", "poss", "compound"))


def _others(candidate: Candidate, names: Names, context: Context) -> Names:
    """The parties of `names` that are neither the holder nor the speaker."""
    cast = context.resolver.cast
    own = {n.lower() for n in (*candidate.holders, *candidate.holding.voice.names)} | FIRST_PERSON
    own |= {cast.party(n).lower() for n in (*candidate.holders, *candidate.holding.voice.names)}
    told = (n for n in names if n.lower().split()[-1].removesuffix("s") not in AUDIENCE and n.lower() not in own)
    parties = (p for n in told if (p := cast.party(n)).lower() not in own and p not in FIELDS)
    return tuple(p for p in parties if p in cast.entries)  # "an outside firm", "any officer" are nobody in particular
