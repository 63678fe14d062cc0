"""Future constructions: "will meet", "is to meet", "is going to meet", "said it would meet", "is flying on Friday"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.analysis.steps.candidate import Candidate, auxiliaries, infinitive_of, is_negated
from briefgen.analysis.steps.words import AIM_NOUNS, EVENTS

if TYPE_CHECKING:
    from spacy.tokens import Token

    from briefgen.analysis.steps.scene import Scene


def will(scene: Scene, token: Token) -> Candidate | None:
    """ "will", "shall" and a verb; of several verbs that share it the first."""
    if token.tag_ != "MD" or token.lower_ not in ("will", "shall", "'ll") or token.dep_ != "aux":
        return None
    if is_negated(token.head):
        return None
    return Candidate(scene.sent, "will", token.head, token, "scheduled")


def would(scene: Scene, token: Token) -> Candidate | None:
    """ "would" for "will" in what somebody said: "said it would send a convoy"."""
    if token.lower_ not in ("would", "'d") or token.tag_ != "MD" or token.dep_ != "aux":
        return None
    verb = token.head
    told = scene.context.speech_at(scene.sent, verb)
    if is_negated(verb) or (told is None and not scene.times):
        return None
    if any(c.lower_ in ("like", "prefer", "love") for c in (verb,)) or any(
        c.lower_ == "have" for c in auxiliaries(verb)
    ):
        return None
    return Candidate(scene.sent, "would", verb, token, "scheduled")


def is_to(scene: Scene, token: Token) -> Candidate | None:
    """ "are to meet", "is to be unveiled"; not "the aim is to ..."."""
    if token.lemma_ != "be" or token.tag_ not in ("VBZ", "VBP", "VBD") or is_negated(token):
        return None
    verb = next(
        (
            c
            for c in token.children
            if c.dep_ == "xcomp" and c.i > token.i and any(a.lower_ == "to" and a.dep_ == "aux" for a in c.children)
        ),
        None,
    )
    if verb is None or any(c.dep_ in ("attr", "acomp", "expl") for c in token.children):
        return None
    if any(c.dep_ in ("nsubj", "csubj") and c.lemma_.lower() in AIM_NOUNS for c in token.children):
        return None
    if token.tag_ == "VBD" and scene.context.speech_at(scene.sent, token) is None:
        return None
    return Candidate(scene.sent, "is_to", verb, token, "scheduled")


def to_come(scene: Scene, token: Token) -> Candidate | None:
    """ "The vote to be held on 5 May", "the session, to open on Friday": an event's noun, and a time ahead.

    The noun is the one in front of "to": what the parser hangs the verb on is anybody's guess.
    """
    if token.tag_ not in ("VB", "VBN") or is_negated(token):
        return None
    to = next((c for c in token.children if c.lower_ == "to" and c.dep_ == "aux"), None)
    if to is None or to.i < scene.sent.span.start + 2 or not scene.has_time(token):
        return None
    noun = to.nbor(-2) if to.nbor(-1).lower_ == "," else to.nbor(-1)
    if noun.lemma_.lower() not in EVENTS or noun.pos_ not in ("NOUN", "PROPN"):
        return None
    return Candidate(scene.sent, "is_to", token, token, "scheduled", noun)


def going_to(scene: Scene, token: Token) -> Candidate | None:
    """ "is going to meet", "is about to meet"."""
    verb = None
    if token.lower_ in ("going", "gon") and token.tag_ == "VBG":
        if any(a.lemma_ == "be" and a.tag_ in ("VBZ", "VBP") for a in auxiliaries(token)):
            verb = infinitive_of(token)
    elif token.lower_ == "about" and token.head.lemma_ == "be":
        verb = infinitive_of(token) or infinitive_of(token.head)
    if verb is None or is_negated(token):
        return None
    return Candidate(scene.sent, "going_to", verb, token, "scheduled")


def progressive(scene: Scene, token: Token) -> Candidate | None:
    """ "is flying to Oslo on Friday", "will be" apart."""
    if token.tag_ != "VBG" or is_negated(token):
        return None
    helpers = auxiliaries(token)
    if not helpers or helpers[0].lemma_ != "be" or helpers[0].tag_ not in ("VBZ", "VBP"):
        return None
    candidate = Candidate(scene.sent, "progressive", token, helpers[0], "scheduled")
    return candidate if scene.has_time(token) else None
