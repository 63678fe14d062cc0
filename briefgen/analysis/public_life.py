"""Whether a text tells of public life at all: a recipe, a fairy tale and a horoscope have promises, but no parties."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.analysis.actors.roles import OFFICIAL, OWN_BODIES, STATE_BODIES
from briefgen.analysis.reference.coreference import SUBJECTS
from briefgen.analysis.text.genres import is_other_genre

if TYPE_CHECKING:
    from briefgen.analysis.actors.finding import Entry, Mention
    from briefgen.analysis.context import Context

# Bodies and offices that tales, games, manuals and shops have as well.
_EVERYDAY = frozenset(
    """king queen prince emperor sultan emir ayatollah counterpart leader leaders people side state country nation party
    company firm group office board house service exchange operator movement doctor doctors teacher teachers nurse
    nurses worker workers farmer farmers voter voters trader traders investor investors supporter striker lender
    supplier carrier contractor shipowner force forces authority authorities general representative judge
    chamber fund body corps official department bank agency""".split()
)
_PUBLIC = (OFFICIAL | STATE_BODIES | OWN_BODIES | {"panel"}) - _EVERYDAY
_COURTESY = frozenset("mr mrs ms miss sir lady lord dr".split())


def has_parties(context: Context) -> bool:
    """True when somebody who can hold a position speaks, acts or issued the text: a country, a public body, a person
    in an office or quoted with their full name; and the text is no tale, horoscope, recipe or sermon.
    """
    if is_other_genre(context.document):
        return False
    return bool(context.document.issuer) or _speaks(context) or _acts(context)


def _speaks(context: Context) -> bool:
    entries = context.resolver.cast.entries
    speakers = [entries[name] for speech in context.speeches for name in speech.speakers if name in entries]
    return any(who.kind != "person" or _in_office(who) or " " in who.name for who in speakers)


def _acts(context: Context) -> bool:
    """Whether a country or a person in an office is the subject of a verb or has something, or a public body is named
    otherwise than as a place.
    """
    cast = context.resolver.cast
    for sent in context.document.citable():
        for token in sent.tokens:
            if token.pos_ not in ("NOUN", "PROPN"):
                continue
            placed = token.dep_ == "pobj" and token.head.dep_ != "agent"
            if not placed and token.lemma_.lower() in _PUBLIC:
                return True
            mention = cast.at(sent.block, token) if token.dep_ in SUBJECTS or token.dep_ == "poss" else None
            if mention is not None and _is_party(cast.entries[mention.name], mention):
                return True
    return False


def _is_party(entry: Entry, mention: Mention) -> bool:
    """Whether it is a country by its name ("Spanish ham" comes from nobody) or a person in an office."""
    return mention.kind == "country" or (entry.kind == "person" and _in_office(entry))


def _in_office(person: Entry) -> bool:
    """Whether the text says what the person is, or whom they speak for."""
    return bool(person.represents or (person.role and person.role.lower().strip(".") not in _COURTESY))
