"""Orders and deadlines: whoever was told to do it bears the step."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefgen.analysis.reference.coreference import SUBJECTS
from briefgen.analysis.steps.candidate import Candidate, auxiliaries, infinitive_of, is_negated
from briefgen.analysis.steps.words import DEMANDING, GIVING, ORDERING, REQUIRING
from briefgen.model.findings import StepStatus

if TYPE_CHECKING:
    from spacy.tokens import Token

    from briefgen.analysis.steps.scene import Scene

_UNITS = frozenset("hour day week fortnight month year".split())
_TERMS = _UNITS | {"deadline", "ultimatum"}
_STANDING = re.compile(r"within\b|.*\b(?:each|every|a) (?:day|week|month|year)\b", re.I)


def ordered(scene: Scene, token: Token) -> Candidate | None:
    """ "has asked each delegation to hand in ...", "was told to deliver ...", "are charged with tabling ..."."""
    if token.lemma_.lower() not in ORDERING or token.pos_ not in ("VERB", "NOUN") or is_negated(token):
        return None
    verb = infinitive_of(token) or _charged_with(token)
    if verb is None:
        return None
    # "Firms are required to report" is a standing rule, "by Friday" an order.
    if token.lemma_.lower() in REQUIRING and not scene.has_time(verb):
        return None
    # The recipient may be parsed as the subject of what they are to do.
    bearer = next((c for c in token.children if c.dep_ in ("dobj", "dative") and c.i < verb.i), None)
    bearer = bearer or next((c for c in verb.children if c.dep_ == "nsubj" and c.i > token.i), None)
    bearer = bearer or next((c for c in token.children if c.dep_ == "nsubjpass"), None)
    if bearer is None and token.dep_ in ("conj", "acl", "relcl"):
        bearer = token.head if token.dep_ != "conj" else None
    if bearer is None and scene.has_time(verb):  # a call without a day is a wish
        bearer = _called_on(token)
    if bearer is None:
        return None
    return Candidate(scene.sent, "ordered", verb, token, "ordered", bearer)


def demanded(scene: Scene, token: Token) -> Candidate | None:
    """ "demanded that Lima withdraw its ships by Friday": a demand with a time; without one it is a position."""
    if not scene.times or token.lemma_ not in DEMANDING or token.pos_ != "VERB" or is_negated(token):
        return None
    clause = next((c for c in token.children if c.dep_ == "ccomp" and c.i > token.i), None)
    if clause is None or clause.tag_ not in ("VB", "VBP", "VBZ") or is_negated(clause):
        return None
    bearer = next((c for c in clause.children if c.dep_ in SUBJECTS), None)
    if bearer is None or not scene.has_time(clause) or any(a.tag_ == "MD" for a in auxiliaries(clause)):
        return None
    return Candidate(scene.sent, "ordered", clause, token, "ordered", bearer)


def given_time(scene: Scene, token: Token) -> Candidate | None:
    """ "gave Conakry until 10 August to ...", "was given 90 days to ...": a time for somebody to act."""
    if token.lemma_.lower() not in GIVING or token.pos_ not in ("VERB", "NOUN") or is_negated(token):
        return None
    verb = infinitive_of(token)
    spans = [c for c in token.children if c.dep_ in ("dobj", "npadvmod", "oprd") and c.lemma_.lower() in _TERMS]
    if not spans and not any(c.lower_ in ("until", "till") for c in token.subtree if c.dep_ == "prep"):
        return None
    bearer = next((c for c in token.children if c.dep_ == "dative"), None)
    bearer = bearer or next((c for c in token.children if c.dep_ == "nsubjpass"), None)
    objects = [c for c in token.children if c.dep_ == "dobj" and c.lemma_.lower() not in _TERMS]
    bearer = bearer or next(iter(objects), None)
    if bearer is None and verb is not None:  # "a deadline for Lima to withdraw"
        bearer = next((c for c in verb.children if c.dep_ in SUBJECTS and c.i > token.i), None)
    if bearer is None:
        return None
    return Candidate(scene.sent, "given_time", verb or token, token, "deadline", bearer)


def has_until(scene: Scene, token: Token) -> Candidate | None:
    """ "has until 8 June to declare", "have 20 working days to comment", "have orders to check"."""
    if token.lemma_ != "have" or token.tag_ not in ("VBZ", "VBP", "VB") or token.dep_ in ("aux", "auxpass"):
        return None
    verb = infinitive_of(token)
    holding = [c for c in token.children if c.dep_ in ("prep", "dobj", "npadvmod") and c.i > token.i]
    until = any(c.lower_ in ("until", "till") for c in holding)
    span = any(c.lemma_.lower() in _UNITS for c in holding)
    told = next((c for c in holding if c.lemma_.lower() in ("order", "instruction", "deadline")), None)
    verb = verb or next((v for c in holding if (v := infinitive_of(c)) is not None), None)
    if not until and not (verb is not None and (span or told is not None)):
        return None
    status: StepStatus = "ordered" if told is not None and told.lemma_.lower() != "deadline" else "deadline"
    return Candidate(scene.sent, "has_until", verb or token, token, status)


def must_by(scene: Scene, token: Token) -> Candidate | None:
    """ "must be gone by Friday", "has to rule by noon", "are required to rule by Friday": an obligation with a time."""
    verb: Token | None = None
    if token.lower_ in ("must", "should") and token.tag_ == "MD" and token.dep_ == "aux":
        verb = token.head
    elif token.lemma_ in ("have", "need") and token.tag_ in ("VBZ", "VBP"):
        verb = infinitive_of(token)
        if verb is None or verb.dep_ != "xcomp" or any(c.dep_ == "dobj" for c in token.children):
            return None
    elif token.lemma_ in ("require", "oblige") and any(a.dep_ == "auxpass" for a in auxiliaries(token)):
        verb = infinitive_of(token)
    if verb is None or is_negated(verb):
        return None
    if not (scene.has_time(verb) or scene.has_time(token)):
        return None
    # "They should meet in May" is advice, "should meet by May" sets a day.
    if token.lower_ == "should" and not any(t.kind == "deadline" for t in scene.times):
        return None
    # "A member must report within 24 hours" is a standing rule, "by Friday" or of somebody named it is a deadline.
    named = any(c.dep_ in SUBJECTS and c.pos_ == "PROPN" for v in (verb, token) for c in v.children)
    if not named and all(_STANDING.match(t.text) for t in scene.times):
        return None
    return Candidate(scene.sent, "must_by", verb, token, "deadline")


def _called_on(token: Token) -> Token | None:
    """Who is called on: "on Lima" in "called on Lima to withdraw"."""
    pressed = (c for c in token.children if c.dep_ == "prep" and c.lower_ in ("on", "upon"))
    return next((who for c in pressed for who in c.children if who.dep_ == "pobj"), None)


def _charged_with(token: Token) -> Token | None:
    for child in token.children:
        if child.dep_ == "prep" and child.lower_ in ("with", "to"):
            for verb in child.children:
                if verb.dep_ == "pcomp" and verb.tag_ == "VBG":
                    return verb
    return None
