"""Votes belong to the country that holds them, whoever tells of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.analysis.reference.coreference import SUBJECTS, Names
from briefgen.analysis.steps.words import VOTES

if TYPE_CHECKING:
    from spacy.tokens import Token

    from briefgen.analysis.steps.scene import Scene

PLACING = ("in", "at", "on", "near", "to")


def is_vote(token: Token) -> bool:
    """True for "election", "referendum", "ballot"."""
    return token.pos_ in ("NOUN", "PROPN") and token.lemma_.lower() in VOTES


def of_its_place(scene: Scene, vote: Token) -> Names | None:
    """Whose "the elections in Peru" are; nobody's of those that are held where no party is named ("in Africa"); None
    where the clause names no place.
    """
    hosts = (vote, vote.head) if vote.dep_ in SUBJECTS else (vote,)
    beside = [c for host in hosts for c in host.children if c.dep_ == "prep" and c.lower_ in PLACING]
    places = [p for prep in beside for p in prep.children if p.ent_type_ in ("GPE", "LOC", "NORP")]
    named = (scene.context.resolver.cast.at(scene.sent.block, place) for place in places)
    return tuple(dict.fromkeys(m.name for m in named if m is not None)) if places else None
