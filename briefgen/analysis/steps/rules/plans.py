"""Plans and promises: "plans to", "has committed to", "is due to", "pledged 500 crews", "its intention to"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.analysis.steps.candidate import Candidate, auxiliaries, has_subject, infinitive_of, is_negated
from briefgen.analysis.steps.words import (
    ADJECTIVES,
    AGREEING,
    FIXED,
    PASSIVE_ONLY,
    PLAN_NOUNS,
    PLANNING,
    PLEDGING,
    PROMISING,
)
from briefgen.model.findings import StepStatus

if TYPE_CHECKING:
    from spacy.tokens import Token

    from briefgen.analysis.steps.scene import Scene

_OBJECTS = ("dobj", "dative")


def status_of(lemma: str) -> StepStatus:
    """The status that a verb of planning gives: pledged, expected or scheduled."""
    if lemma in PLEDGING:
        return "pledged"
    return "expected" if lemma in ("expect", "project", "anticipate") else "scheduled"


def planned(scene: Scene, token: Token) -> Candidate | None:
    """A verb of planning or pledging with "to ..." or "to ...ing"."""
    lemma = token.lemma_.lower()
    if token.pos_ not in ("VERB", "AUX", "ADJ") or lemma not in PLEDGING | PLANNING or is_negated(token):
        return None
    passive = any(a.dep_ == "auxpass" for a in auxiliaries(token)) or token.tag_ == "VBN"
    if lemma in PASSIVE_ONLY and not passive:
        return None
    verb = infinitive_of(token) or _to_what(token)
    if (
        lemma in PASSIVE_ONLY | {"expect"}
        and not passive
        and verb is not None
        and (has_subject(verb) or _object(token))
    ):
        return None  # "expects the bill to pass" is a forecast
    # "Committed not to require" is a pledge all the same; "decided not to" is none.
    if verb is None or (is_negated(verb) and lemma not in PLEDGING):
        return None
    return Candidate(scene.sent, "planned", verb, token, status_of(lemma))


def agreed_that(scene: Scene, token: Token) -> Candidate | None:
    """ "agreed that experts meet in May": a clause of the present behind a verb of planning."""
    if token.lemma_.lower() not in PLEDGING | AGREEING:
        return None
    clause = next((c for c in token.children if c.dep_ == "ccomp" and c.i > token.i), None)
    if clause is None or clause.tag_ not in ("VBP", "VBZ", "VB") or auxiliaries(clause) or is_negated(clause):
        return None
    candidate = Candidate(scene.sent, "agreed_that", clause, clause, "scheduled")
    return candidate if scene.has_time(candidate.marker) else None


def ready(scene: Scene, token: Token) -> Candidate | None:
    """ "is due to open", "is set to vote", "is committed to resettling"."""
    if token.lower_ not in ADJECTIVES or token.dep_ not in ("acomp", "attr", "oprd", "amod", "acl", "ROOT"):
        return None
    verb = infinitive_of(token) or _to_what(token)
    if verb is None and token.dep_ == "acomp":
        verb = infinitive_of(token.head)
    if verb is None or is_negated(token) or is_negated(token.head):
        return None
    # "Is due to" names what is fixed, "is ready to" only what is possible.
    return Candidate(scene.sent, "is_to" if token.lower_ in FIXED else "ready", verb, token, "scheduled")


def plan_noun(scene: Scene, token: Token) -> Candidate | None:
    """ "plans to build", "its commitment not to test", "an invitation to visit"."""
    if token.pos_ != "NOUN" or token.lemma_.lower() not in PLAN_NOUNS:
        return None
    verb = infinitive_of(token)
    if verb is None or is_negated(token.head) or any(c.lower_ == "no" for c in token.children):
        return None
    # A decision that is told of has been taken; "in order to" orders nothing.
    told = token.lemma_.lower() == "decision" and not scene.times
    if told or (token.lower_ == "order" and token.head.lower_ == "in"):
        return None
    return Candidate(scene.sent, "plan_noun", verb, token, "pledged")


def promised_thing(scene: Scene, token: Token) -> Candidate | None:
    """ "pledged 500 crews", "announced the creation of a working group", "has promised an audit"."""
    if token.lemma_.lower() not in PROMISING or is_negated(token):
        return None
    thing = next((c for c in token.children if c.dep_ in _OBJECTS and c.i > token.i), None)
    if thing is None or infinitive_of(token) is not None or thing.pos_ == "PRON":
        return None
    return Candidate(scene.sent, "promised_thing", thing, token, status_of(token.lemma_.lower()))


def looks_forward(scene: Scene, token: Token) -> Candidate | None:
    """ "looks forward to travelling to Oslo in March": a wish, but with a time ahead the visit is on."""
    if token.lemma_ != "look" or not any(c.lower_ == "forward" for c in token.children):
        return None
    verb = _to_what(token) or next((v for c in token.children if (v := _to_what(c)) is not None), None)
    return Candidate(scene.sent, "looks_forward", verb, token, "expected") if verb and scene.has_time(verb) else None


def _object(token: Token) -> Token | None:
    return next((c for c in token.children if c.dep_ in _OBJECTS), None)


def _to_what(token: Token) -> Token | None:
    """ "Committed to improving", "plans on leaving", "commits to a standard", "pledged converting"."""
    for child in token.children:
        if child.dep_ == "xcomp" and child.tag_ == "VBG" and token.lemma_.lower() in PLEDGING:
            return child
        if child.dep_ == "prep" and child.lower_ in ("to", "on") and child.i > token.i:
            for thing in child.children:
                if (thing.dep_ == "pcomp" and thing.tag_ == "VBG") or (thing.dep_ == "pobj" and child.lower_ == "to"):
                    return thing
    return None
