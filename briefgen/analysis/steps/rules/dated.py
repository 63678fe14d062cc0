"""Times ahead without a future form: "votes on Friday", "a hearing is set for 18 January", "9 February: full council"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.analysis.coreference import SUBJECTS
from briefgen.analysis.steps.candidate import Candidate, auxiliaries, is_finite, is_negated, is_past
from briefgen.analysis.steps.words import ENDINGS, EVENTS, FIXING, STATIVE

if TYPE_CHECKING:
    from spacy.tokens import Token

    from briefgen.analysis.steps.scene import Scene

_CLAUSES = ("ROOT", "conj", "ccomp", "relcl", "advcl", "parataxis", "appos", "dep")


def present(scene: Scene, token: Token) -> Candidate | None:
    """A verb of the present with a time ahead: "delivers its judgment on 14 July", "is closed from Monday"."""
    if not scene.times or token.pos_ not in ("VERB", "AUX") or token.dep_ not in _CLAUSES or is_negated(token):
        return None
    helpers = auxiliaries(token)
    tensed = helpers[0] if helpers else token
    if tensed.tag_ not in ("VBZ", "VBP") or token.tag_ == "VBG":
        return None
    if helpers and (tensed.lemma_ == "have" or tensed.lemma_ == "do"):
        return None
    if not helpers and token.lemma_ in STATIVE and token.lemma_ not in ("be", "hear"):
        return None
    candidate = Candidate(scene.sent, "present", token, token, "deadline" if token.lemma_ in ENDINGS else "scheduled")
    return candidate if scene.has_time(*candidate.span()) else None


def misparsed(scene: Scene, token: Token) -> Candidate | None:
    """The same where the parser took the verb of a short sentence for a noun: "Council votes on Friday"."""
    if not scene.times or token.tag_ not in ("NNS", "NN", "VB", "NNP") or token.dep_ != "ROOT":
        return None
    if any(c.dep_ in SUBJECTS for c in token.children) and scene.has_time(token.i, token.right_edge.i + 1):
        return Candidate(scene.sent, "misparsed", token, token, "scheduled")
    return None


def fixed(scene: Scene, token: Token) -> Candidate | None:
    """A verb that fixes an event at a time ahead: "called a meeting for 3 May", "is scheduled for Monday"."""
    if not scene.times or token.lemma_.lower() not in FIXING or token.pos_ not in ("VERB", "ADJ", "NOUN"):
        return None
    if is_negated(token) or not (is_finite(token) or token.tag_ in ("VBN", "VBD")):
        return None
    candidate = Candidate(scene.sent, "fixed", token, token, "scheduled")
    return candidate if scene.has_time(token.i, max(candidate.span()[1], token.i + 1)) else None


def due(scene: Scene, token: Token) -> Candidate | None:
    """ "the report is due on 7 July", "falls due by May", "payable on 1 September", "down for November"."""
    if not scene.times or token.lower_ not in ("due", "payable", "effective", "expected", "down", "pencilled", "penciled"):
        return None
    end = max(token.right_edge.i, token.head.right_edge.i if token.dep_ in ("acomp", "amod", "advmod") else token.i) + 1
    if not scene.has_time(token.i, end) or is_past(token.head):
        return None
    return Candidate(scene.sent, "due", token, token, "deadline")


def event(scene: Scene, token: Token) -> Candidate | None:
    """An event's noun with a time ahead of its own: "the election on 9 August", "ahead of the June summit"."""
    if not scene.times or token.pos_ not in ("NOUN", "PROPN") or token.lemma_.lower() not in EVENTS:
        return None
    if not scene.has_time(token.left_edge.i, token.right_edge.i + 1):
        return None
    return Candidate(scene.sent, "event", token, token, "scheduled")


def listed(scene: Scene, token: Token) -> Candidate | None:
    """An entry of a timetable, without a finite verb: "9 February: public session", "$62m, to be released on 1 April"."""
    if token.dep_ != "ROOT" or token.pos_ in ("VERB", "AUX"):
        return None
    if any(is_finite(t) and t.pos_ in ("VERB", "AUX") for t in scene.sent.span):
        return None
    coming = next(
        (t for t in scene.sent.span if t.pos_ in ("VERB", "AUX") and any(c.lower_ == "to" and c.dep_ == "aux" for c in t.children)),
        None,
    )
    if not scene.times and coming is None:
        return None
    return Candidate(scene.sent, "listed", coming or token, coming or token, "scheduled")
