"""Times ahead without a future form: "votes on Friday", "a hearing is set for 18 January", "9 May: council"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefgen.analysis.reference.coreference import SUBJECTS
from briefgen.analysis.steps.candidate import Candidate, auxiliaries, has_subject, is_finite, is_negated, is_past
from briefgen.analysis.steps.words import DUE, ENDINGS, EVENTS, FIXING, FURTHER, PLEDGING, STATIVE, TELLING
from briefgen.model.findings import StepStatus

if TYPE_CHECKING:
    from spacy.tokens import Token

    from briefgen.analysis.steps.scene import Scene

# Shorter is a place and a day: "Cairo, 12 November 2031."
_ENTRY = 7
_GUESSED = ("likely", "unlikely", "bound", "sure", "certain", "able", "possible")
_MAIN = ("ROOT", "conj", "ccomp", "parataxis")
_FOR = re.compile(r"(?:for|by|until|till|from|before|within|no later|not later|starting|in)\b", re.I)
_TO = re.compile(_FOR.pattern + r"|to\b", re.I)  # "moved the vote to 2 June"
_MOVING = ("move", "reschedule", "postpone", "delay", "defer", "adjourn")
_CLAUSES = ("ROOT", "conj", "ccomp", "relcl", "advcl", "parataxis", "appos", "dep")


def present(scene: Scene, token: Token) -> Candidate | None:
    """A verb of the present with a time ahead: "delivers its judgment on 14 July", "is closed from Monday"."""
    if token.pos_ not in ("VERB", "AUX") or token.dep_ not in _CLAUSES or is_negated(token):
        return None
    helpers = auxiliaries(token)
    tensed = helpers[0] if helpers else token
    plain = not helpers and token.tag_ == "VB" and has_subject(token)  # "its findings go", taken for an infinitive
    if (tensed.tag_ not in ("VBZ", "VBP") and not plain) or token.tag_ == "VBG":
        return None
    if helpers and tensed.lemma_ in ("have", "do"):
        return None
    if token.lemma_ in STATIVE | TELLING and token.lemma_ not in ("be", "hear", "become"):
        return None
    if token.lower_ in _GUESSED or any(c.lower_ in _GUESSED for c in token.children if c.dep_ == "acomp"):
        return None
    status: StepStatus = "deadline" if token.lemma_ in ENDINGS else "scheduled"
    if not scene.has_time(token) or scene.time_in_subject(token):
        return None
    return Candidate(scene.sent, "present", token, token, status)


def misparsed(scene: Scene, token: Token) -> Candidate | None:
    """The same where the parser took the verb of a short sentence for a noun: "Council votes on Friday"."""
    if token.tag_ not in ("NNS", "NN", "NNP") or token.dep_ != "ROOT":
        return None
    if any(c.dep_ in SUBJECTS for c in token.children) and not auxiliaries(token) and scene.has_time(token):
        return Candidate(scene.sent, "misparsed", token, token, "scheduled")
    return None


def fixed(scene: Scene, token: Token) -> Candidate | None:
    """A verb that fixes an event at a time ahead: "called a meeting for 3 May", "is scheduled for Monday"."""
    if token.lemma_.lower() not in FIXING or token.pos_ not in ("VERB", "ADJ", "NOUN"):
        return None
    if is_negated(token) or not (is_finite(token) or token.tag_ in ("VBN", "VBD")) or not scene.has_time(token):
        return None
    # "Announced on Friday" tells when it was announced, "for Friday" what for.
    passive = any(a.dep_ == "auxpass" for a in auxiliaries(token)) or token.dep_ in ("acl", "acomp")
    behind = _TO if token.lemma_.lower() in _MOVING else _FOR
    if not passive and not any(behind.match(t.text) or scene.belongs_to_object(t, token) for t in scene.times):
        return None
    limit = any(c.lemma_ in ("deadline", "ultimatum") for c in token.children if c.dep_ in ("dobj", "nsubjpass"))
    lemma = token.lemma_.lower()
    status: StepStatus = "pledged" if lemma in PLEDGING else "ordered" if lemma == "order" else "scheduled"
    return Candidate(scene.sent, "fixed", token, token, "deadline" if limit else status)


def due(scene: Scene, token: Token) -> Candidate | None:
    """ "the report is due on 7 July", "falls due by May", "payable on 1 September", "down for November"."""
    if token.lower_ not in DUE:
        return None
    host = token.head if token.dep_ in ("acomp", "amod", "advmod", "oprd") else token
    if is_past(host) or is_negated(host) or not (scene.has_time(token) or scene.has_time(host)):
        return None
    return Candidate(scene.sent, "due", token, token, "expected" if token.lower_ == "expected" else "scheduled")


def event(scene: Scene, token: Token) -> Candidate | None:
    """An event's noun with a time ahead of its own: "the election on 9 August", "ahead of the June summit"."""
    if token.pos_ not in ("NOUN", "PROPN") or token.lemma_.lower() not in EVENTS:
        return None
    host = next((a for a in token.ancestors if a.pos_ in ("VERB", "AUX")), None)
    coming = any(c.lower_ in FURTHER for c in token.children)  # "parted until a further meeting in May"
    if not scene.has_time(token) or (host is not None and is_past(host) and not coming):
        return None
    return Candidate(scene.sent, "event", token, token, "scheduled")


def listed(scene: Scene, token: Token) -> Candidate | None:
    """An entry of a timetable, without a finite verb: "9 May: public session", "$62m, to be released on 1 April"."""
    if token.dep_ != "ROOT" or token.pos_ in ("VERB", "AUX") or len(scene.tokens) < _ENTRY:
        return None
    if any(t.pos_ in ("VERB", "AUX") and t.dep_ in _MAIN and is_finite(t) for t in scene.tokens):
        return None
    coming = next((t for t in scene.tokens if any(c.lower_ == "to" and c.dep_ == "aux" for c in t.children)), None)
    if not scene.times and (coming is None or coming.tag_ != "VBN"):
        return None
    return Candidate(scene.sent, "listed", coming or token, coming or token, "scheduled")
