"""What speaks for and against a candidate: named features, each 0 or 1, that the weights are fitted on."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefgen.analysis.dates import TimeExpression
from briefgen.analysis.reference.coreference import Names
from briefgen.analysis.steps import words
from briefgen.analysis.steps.bearer import bearer_of
from briefgen.analysis.steps.candidate import Candidate, auxiliaries, clause_head, is_past

if TYPE_CHECKING:
    from spacy.tokens import Token

    from briefgen.analysis.steps.scene import Scene

_YEAR = re.compile(r"\b\d{4}\b")
_OF_ACTIONS = ("tion", "sion", "ment", "al", "ance", "plan", "review", "launch", "audit", "visit", "talk", "meeting")
_CLASSES = (
    ("concrete", words.CONCRETE),
    ("vague", words.VAGUE),
    ("stative", words.STATIVE),
    ("forecast", words.FORECAST),
    ("forceful", words.FORCEFUL),
)


def features_of(scene: Scene, candidate: Candidate, due: TimeExpression | None, owners: Names) -> dict[str, float]:
    """The features of `candidate` by name; absent ones are 0."""
    found = {"bias", f"rule={candidate.rule}", f"due={due.kind if due else 'none'}"}
    found |= {f"verb={name}" for name, lemmas in _CLASSES if _lemma(candidate.action) in lemmas}
    found |= {f"bearer={word}" for word in _bearer(scene, candidate, owners)}
    found |= {f"clause={word}" for word in _clause(candidate)}
    found |= {f"voice={word}" for word in _voice(scene, candidate, owners)}
    found |= {f"doubt={name}" for name in doubts(scene, candidate)}
    found |= _text_kind(scene)
    if due is not None:
        found |= {f"dated={candidate.rule}", "dated"}
    if candidate.sent.span.root.i != candidate.top.i and not _is_told(scene, candidate):
        found.add("not_root")
    return dict.fromkeys(found, 1.0)


def _is_told(scene: Scene, candidate: Candidate) -> bool:
    """True for the main clause of what somebody says: "Peru said that it will send a ship"."""
    head = clause_head(candidate.top)
    speech = scene.context.speech_at(candidate.sent, candidate.action)
    return speech is not None and head.dep_ in ("ccomp", "parataxis", "ROOT") and head.head.i in (speech.cue, head.i)


def _lemma(token: Token) -> str:
    return token.lemma_.lower()


def _bearer(scene: Scene, candidate: Candidate, owners: Names) -> set[str]:
    bearer = bearer_of(candidate)
    cast = scene.context.resolver.cast
    found: set[str] = set()
    if bearer is None:
        found.add("none")
    else:
        found.add(bearer.pos_.lower())
        if bearer.lower_ in ("we", "i"):
            found.add("first_person")
        known = scene.context.actors_of(scene.sent, bearer)
        # "It" is a thing unless it is a party in what somebody says: "Peru said it will send a ship".
        party = known and bearer.pos_ == "PRON" and scene.context.speech_at(candidate.sent, candidate.action)
        if (_lemma(bearer) in words.THINGS or bearer.lower_ in words.THINGS) and not party:
            found.add("thing")
        if _lemma(bearer) in words.EVENTS:
            found.add("event")
        if _lemma(bearer) in words.OPINION_VOICES:
            found.add("opinion")
        if bearer.pos_ in ("NOUN", "PROPN") and not is_person_or_body(bearer):
            found.add("inert")
        if bearer.lower_ in ("you", "someone", "anyone", "nobody", "people", "one", "there", "everyone"):
            found.add("anybody")
        if known:
            found.add("actor")
            found.add("person" if all(cast.is_person(n) for n in owners) else "party")
    if len(owners) > 1:
        found.add("several")
    if not owners:
        found.add("nobody")
    return found


def is_person_or_body(noun: Token) -> bool:
    """True for a noun that can act, by its meaning or as a name."""
    lemma = _lemma(noun)
    if lemma in words.THINGS:
        return False
    return words.can_act(lemma) or noun.ent_type_ in ("ORG", "PERSON", "GPE", "NORP")


def _clause(candidate: Candidate) -> set[str]:
    head = clause_head(candidate.top)
    found = {head.dep_.lower()}
    if any(a.dep_ == "auxpass" for a in auxiliaries(candidate.action)):
        found.add("passive")
    if is_past(head):
        found.add("past")
    if any(a.dep_ == "relcl" for a in (head, *head.ancestors)):
        found.add("in_relative")
    if any(a.dep_ == "advcl" for a in (head, *head.ancestors)):
        found.add("in_adverbial")
    if candidate.rule == "promised_thing" and _lemma(candidate.action).endswith(_OF_ACTIONS):
        found.add("of_an_action")
    if candidate.sent.text.lstrip().startswith(("•", "-", "*")):
        found.add("bullet")
    return found


def _voice(scene: Scene, candidate: Candidate, owners: Names) -> set[str]:
    speech = scene.context.speech_at(candidate.sent, candidate.action)
    said = scene.voice(candidate.action)
    found: set[str] = set()
    if speech is not None:
        found.add("reported")
        if speech.verb in words.WISHING:
            found.add("wish")
    elif candidate.sent.speaker:
        found.add("transcript")
    elif said:
        found.add("issuer")
    else:
        found.add("article")
    if said and owners:
        own = set(scene.context.parties(owners)) | set(owners)
        found.add("of_itself" if own & set(said) else "of_another")
    return found


def doubts(scene: Scene, candidate: Candidate) -> list[str]:
    """The names of the reasons in `DOUBTS` that hold for `candidate`, in their order."""
    return [name for name, holds in DOUBTS if holds(scene, candidate)]


def _cancelled(scene: Scene, candidate: Candidate) -> bool:
    text = candidate.sent.text.lower()
    lemmas = {_lemma(t) for t in scene.tokens if t.pos_ in ("VERB", "AUX", "ADJ") and t.tag_ in ("VBD", "VBN")}
    return any(p in text for p in words.CANCELLED_PHRASES) or bool(lemmas & words.CANCELLED)


def _hedged(scene: Scene, candidate: Candidate) -> bool:
    start, end = candidate.span()
    near = candidate.sent.span.doc[start:end]
    return any(
        t.lower_ in words.HEDGES and t.lower_ != "would" and t.pos_ != "PROPN" and t.i != candidate.marker.i
        for t in near
    )


def _modal(scene: Scene, candidate: Candidate) -> bool:
    """ "Should seek to", "may decide to"."""
    return any(
        a.tag_ == "MD" and a.lower_ in words.HEDGES | {"must", "can"}
        for verb in (candidate.marker, candidate.action)
        for a in auxiliaries(verb)
        if a.i != candidate.marker.i and candidate.rule not in ("must_by", "would")
    )


def _conditional(scene: Scene, candidate: Candidate) -> bool:
    return candidate.sent.span[0].lower_ == "should" or any(
        t.lower_ in ("if", "unless", "until", "provided", "once") and t.dep_ in ("mark", "prep") for t in scene.tokens
    )


def hangs_on(candidate: Candidate) -> bool:
    """True when the step is taken only if something else happens: "if no text is ready, she plans to ..."."""
    head = clause_head(candidate.top)
    marks = [m for c in head.children if c.dep_ == "advcl" for m in c.children if m.dep_ == "mark"]
    return any(m.lower_ in ("if", "unless", "provided") and m.doc[max(0, m.i - 1)].lower_ != "even" for m in marks)


def _in_condition(scene: Scene, candidate: Candidate) -> bool:
    heads = (clause_head(candidate.top), *candidate.top.ancestors)
    return any(c.dep_ == "mark" and c.lower_ in ("if", "unless", "whether", "until") for h in heads for c in h.children)


def _question(scene: Scene, candidate: Candidate) -> bool:
    return candidate.sent.text.rstrip(" \"”'").endswith("?")


def _opinion(scene: Scene, candidate: Candidate) -> bool:
    """An expert's, a newspaper's or the author's word on what others will do."""
    subjects = {_lemma(t) for t in scene.tokens if t.dep_ in ("nsubj", "nsubjpass", "pobj", "conj")}
    return bool(subjects & words.OPINION_VOICES)


def _wish(scene: Scene, candidate: Candidate) -> bool:
    return any(_lemma(h) in words.WISHING for h in (candidate.marker, *candidate.top.ancestors) if h.pos_ == "VERB")


def _overtaken(scene: Scene, candidate: Candidate) -> bool:
    """Told of the past: a past perfect, or a year or "last ..." that is over in front."""
    span = scene.tokens
    if any(t.lower_ == "had" and t.dep_ == "aux" for t in span):
        return True
    published = scene.context.published
    if published and any(1900 < int(y) < published.year for y in _YEAR.findall(candidate.sent.text)):
        return True
    return any(t.lower_ in ("last", "ago", "earlier", "previously", "yesterday", "since") for t in span)


def _purpose(scene: Scene, candidate: Candidate) -> bool:
    return any(
        c.lower_ in ("that", "which") and c.dep_ in ("nsubj", "nsubjpass") for c in clause_head(candidate.top).children
    )


def _still(scene: Scene, candidate: Candidate) -> bool:
    return any(
        t.lower_ in ("continue", "continues", "remain", "remains", "always", "ongoing", "still") for t in scene.tokens
    )


DOUBTS = (
    ("cancelled", _cancelled),
    ("hedged", _hedged),
    ("modal", _modal),
    ("conditional", _conditional),
    ("in_condition", _in_condition),
    ("question", _question),
    ("opinion", _opinion),
    ("wish", _wish),
    ("overtaken", _overtaken),
    ("relative", _purpose),
    ("still", _still),
)


def _text_kind(scene: Scene) -> set[str]:
    found: set[str] = set()
    if scene.context.document.issuer:
        found.add("text=issued")
        if len(scene.context.document.issuer) > 1:
            found.add("text=joint")
    if scene.sent.speaker:
        found.add("text=transcript")
    return found
