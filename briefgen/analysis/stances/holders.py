"""Whose red line it is, who voiced it and whom it is addressed to.

The fatal error of a brief is a threat in the wrong mouth, so a holder that the text does not name is left open and the
statement left out: being the party named most counts for nothing.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefgen.analysis.context import FIRST_PERSON, Context
from briefgen.analysis.coreference import Names
from briefgen.analysis.document import Sent
from briefgen.analysis.speech import subject_of
from briefgen.analysis.stances.hit import Hit
from briefgen.analysis.stances.voices import Voice, Voices

if TYPE_CHECKING:
    from spacy.tokens import Token

# The subject of these bears the consequence: the holder is somebody else.
BORNE = frozenset("face risk lose bear pay suffer receive get forfeit expect deserve incur see find".split())
# Families whose subject may be somebody else's: an alliance is committed, an ally's troops will not fight.
ON_BEHALF = frozenset(("ironclad", "every inch", "defence pledge", "will defend"))


@dataclass(frozen=True, slots=True)
class Holding:
    """`holders` is empty when the text does not say. `about_other`: somebody's report on what another will do.

    A party's word on what another party will do ("A says that B will never leave") is neither's red line.
    """

    holders: Names
    voice: Voice
    about_other: bool = False
    own_words: bool = False


def holding_of(hit: Hit, sent: Sent, context: Context, voices: Voices) -> Holding:
    """Who holds `hit`."""
    voice = voices.at(sent, hit.anchor)
    speaking = voices.side(voice)
    owner = _owner(hit.anchor, sent, context, voices)
    if owner:
        return Holding(owner, voice)
    verb = verb_of(hit.anchor)
    subject = subject_of(verb)
    if subject is not None and _crosses(subject, hit):
        subject = None
    acting = voices.parties(voices.settle(context.actors_of(sent, subject)))
    own = subject is not None and _is_own(subject)
    if own and not acting:
        acting = speaking
    if own and speaking:
        return Holding(speaking, voice, own_words=True)
    if hit.held_by == "subject" and acting:
        if speaking and not _same(acting, speaking, context):
            if hit.rule in ON_BEHALF:
                return Holding(speaking, voice)
            known = all(n in context.resolver.cast.entries for n in (*acting, *speaking))
            return Holding(() if known and not voice.commentator else acting, voice, about_other=True)
        return Holding(acting, voice)
    if speaking:
        return Holding(speaking, voice)
    if acting and hit.held_by == "voice" and not _borne(verb, subject):
        return Holding(acting, voice)
    return Holding(_governor(sent, verb, hit, context, voices), voice)


def verb_of(token: Token) -> Token:
    """The verb that governs `token`, the token itself when it is one; auxiliaries give way to their verb."""
    while not (token.pos_ == "VERB" or (token.pos_ == "AUX" and token.dep_ not in ("aux", "auxpass"))):
        if token.head.i == token.i:
            return token
        token = token.head
    return token


def _owner(noun: Token, sent: Sent, context: Context, voices: Voices) -> Names:
    """Whose the stance named by a noun is: "the U.S. commitment", "Russia's refusal", "our pledge"."""
    if noun.pos_ != "NOUN" and not (noun.dep_ == "amod" and noun.head.pos_ == "NOUN"):
        return ()
    if noun.dep_ == "amod":
        noun = noun.head
    for child in noun.children:
        if child.i >= noun.i or child.dep_ not in ("poss", "amod", "compound", "nmod"):
            continue
        if child.lower_ in FIRST_PERSON:
            return voices.side(voices.at(sent, child))
        mention = context.resolver.cast.at(sent.block, child)
        if mention is not None:
            return voices.parties((mention.name,))
        if child.tag_ == "PRP$":
            return voices.parties(context.actors_of(sent, child))
    return ()


def _is_own(subject: Token) -> bool:
    return subject.lower_ in FIRST_PERSON or any(
        c.lower_ in FIRST_PERSON and c.dep_ == "poss" for c in subject.children
    )


def _crosses(subject: Token, hit: Hit) -> bool:
    """ "Any bank that pays": whoever would cross the line does not draw it."""
    return hit.trigger is not None and hit.trigger[0] <= subject.i < hit.trigger[1]


def _borne(verb: Token, subject: Token | None) -> bool:
    """Whether the subject suffers what the verb says."""
    return verb.lemma_ in BORNE or (subject is not None and subject.dep_ == "nsubjpass")


def _governor(sent: Sent, verb: Token, hit: Hit, context: Context, voices: Voices) -> Names:
    """The subject of the nearest verb above that acts."""
    token = verb
    for _ in range(6):
        if token.head.i == token.i:
            break
        token = token.head
        if token.pos_ != "VERB":
            continue
        subject = subject_of(token)
        if subject is not None and _crosses(subject, hit):
            continue
        names = voices.parties(voices.settle(context.actors_of(sent, subject)))
        if names and not _borne(token, subject):
            return names
    return ()


def _same(one: Names, other: Names, context: Context) -> bool:
    """Whether the two name the same side: a party in common, or a body of the country in its name."""
    if set(one) & set(other):
        return True
    return any(a.lower() in b.lower() or b.lower() in a.lower() for a in one for b in other)
