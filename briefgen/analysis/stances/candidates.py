"""Sentences with a sign of a red line, each with its holder where the text tells."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from briefgen.analysis.context import Context
from briefgen.analysis.reference.coreference import Names
from briefgen.analysis.speech.reported import subject_of
from briefgen.analysis.stances.hit import Hit, verb_of
from briefgen.analysis.stances.holders import TELLING, Holding, holding_of, is_ally_of_ours
from briefgen.analysis.stances.inland import Inland
from briefgen.analysis.stances.liveness import is_live, is_ruling
from briefgen.analysis.stances.rules import hits_in
from briefgen.analysis.stances.signals import STRONG
from briefgen.analysis.stances.told import told_in
from briefgen.analysis.stances.voices import Voices
from briefgen.analysis.text.document import Sent

if TYPE_CHECKING:
    from spacy.tokens import Token

THIRD_PERSON = frozenset("they he she it who".split())
JOINTS = re.compile(r";|,\s+(?:and|but|while|though)\s")
CONFLICT = re.compile(
    r"\b(?:war|attack\w*|aggress\w+|invasion|sanction\w*|threat\w*|violat\w+|illegal\w*|nuclear|missile\w*|"
    r"weapon\w*|troops|"
    r"terror\w*|regime|violence|hostil\w+|escalat\w+|coerc\w+|provocat\w+|occup\w+|ceasefire|hostage\w*|blockade|"
    r"embargo|"
    r"boycott|veto|ultimatum|withdraw\w*|dispute\w*|refus\w+|reject\w+|demand\w*|warn\w*|insist\w*|oppos\w+|"
    r"denounc\w+)\b",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A sentence that may state a red line: its signs, and the one that names holder and kind."""

    sent: Sent
    hits: tuple[Hit, ...]
    main: Hit
    holding: Holding
    quoted: bool
    year: int | None
    tension: float
    on_another: bool
    private: bool

    @property
    def holders(self) -> Names:
        return self.holding.holders


def candidates(context: Context) -> Iterator[Candidate]:
    """The candidates in the order of the text."""
    voices, inland = Voices(context), Inland(context)
    year = context.published.year if context.published else None
    tension = _tension(context)
    for sent in context.document.citable():
        hits = hits_in(sent)
        if not hits:
            continue
        for main, found in _mains(sent, hits, context, voices):
            verb = verb_of(main.anchor)
            if not is_live(sent, verb, found.voice, context.published) or is_ruling(verb, found.holders):
                continue
            who = (*found.voice.names, *context.subjects(sent, verb_of(main.anchor)))
            holding = replace(found, holders=inland.holders(found.holders, who, sent))
            yield Candidate(
                sent=sent,
                hits=tuple(hits),
                main=main,
                holding=holding,
                quoted=voices.quoted(sent, main.anchor),
                year=year,
                tension=tension,
                on_another=_on_another(sent, main, holding, context, voices),
                private=bool(holding.holders) and all(_is_private(n, context) for n in holding.holders),
            )


# Signs too weak to name the holder or the kind when a stronger one stands in the sentence.
WEAK = frozenset(
    (
        "before",
        "once",
        "cannot",
        "may not",
        "must",
        "should",
        "without delay",
        "insists",
        "linked",
        "threat",
        "right",
        "nobody",
        "we do not",
        "another",
        "if",
        "without",
        "until",
    )
)


def part_of(sent: Sent, token: Token) -> tuple[int, int]:
    """The offsets of the part of `sent` that holds `token`: between semicolons and "and" or "but" with a comma."""
    at = token.idx - sent.start
    cuts = [m.start() for m in JOINTS.finditer(sent.plain)]
    return max((c for c in cuts if c <= at), default=0), min((c for c in cuts if c > at), default=len(sent.plain))


def _tension(context: Context) -> float:
    """The share of sentences that speak of conflict: a trade fact sheet has none, a standoff little else."""
    sents = list(context.document.citable())
    return sum(bool(CONFLICT.search(s.text)) for s in sents) / max(1, len(sents))


def _on_another(sent: Sent, main: Hit, holding: Holding, context: Context, voices: Voices) -> bool:
    """Whether the sentence names a party other than the holder."""
    cast = context.resolver.cast
    named = (cast.at(sent.block, token) for token in sent.tokens)
    others = (
        {cast.party(m.name) for m in named if m is not None}
        - set(holding.holders)
        - set(voices.sides.parties(holding.voice.names))
    )
    return any(not cast.is_person(n) for n in others)


def _is_private(name: str, context: Context) -> bool:
    """Whether it is a person of whom the text says neither what they are nor whom they speak for."""
    entry = context.resolver.cast.entries.get(name)
    return entry is not None and entry.kind == "person" and not entry.represents and not entry.role


def _mains(sent: Sent, hits: list[Hit], context: Context, voices: Voices) -> Iterator[tuple[Hit, Holding]]:
    """The strongest sign with a known holder, and a strong sign of another party: "A will not X, and B will not Y"."""
    ranked = sorted(hits, key=lambda h: h.rule in WEAK)
    rows = [(hit, holding_of(hit, sent, context, voices)) for hit in ranked]
    others = {
        verb_of(hit.anchor).i
        for hit, holding in rows
        if holding.is_anothers and (hit.rule in TELLING or _is_of_allies(hit))
    }
    sound = [
        (hit, holding)
        for hit, holding in rows
        if not (others and others & {t.i for t in (hit.anchor, *hit.anchor.ancestors)})
        and not _told_oneself(hit, holding, sent, context, voices)
    ]
    known = [(hit, holding) for hit, holding in sound if holding.holders and not holding.about_other]
    first = next(iter([*known, *sound]), (rows[0][0], Holding((), rows[0][1].voice)))
    yield first
    for hit, holding in known:
        apart = not set(holding.holders) & set(first[1].holders) and holding.voice.source == "article"
        if apart and hit.held_by == "subject" and {hit.rule, first[0].rule} <= STRONG | {"will not"}:
            yield hit, holding
            return


def _is_of_allies(hit: Hit) -> bool:
    """Whether it is what "our allies" do."""
    subject = subject_of(verb_of(hit.anchor))
    return subject is not None and is_ally_of_ours(subject)


def _told_oneself(hit: Hit, holding: Holding, sent: Sent, context: Context, voices: Voices) -> bool:
    """Whether "they called on Norland to ..." was read as Norland's: a pronoun taken for the party that is told."""
    subjects = (subject_of(verb_of(hit.anchor)), subject_of(sent.span.root))
    if not holding.holders or not any(t is not None and t.lower_ in THIRD_PERSON for t in subjects):
        return False
    told = {n for t in told_in(sent) for n in voices.sides.parties(context.actors_of(sent, t))}
    return bool(told & set(holding.holders))
