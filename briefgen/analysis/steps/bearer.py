"""The words that say who is to do it: the recipient of an order, the subject, whoever has the plan."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.analysis.reference.coreference import SUBJECTS
from briefgen.analysis.speech.reported import subject_of
from briefgen.analysis.steps.candidate import Candidate, has_subject
from briefgen.analysis.steps.words import PLAN_NOUNS, can_act

if TYPE_CHECKING:
    from spacy.tokens import Token

# A plan beside one of these is the same party's.
_WILLS = PLAN_NOUNS | {"resolve", "readiness", "willingness", "ability", "desire", "right"}
# After them somebody is addressed by name.
_OPENERS = frozenset("well yes no look so now okay ok sure right yeah hello".split())


def bearer_of(candidate: Candidate) -> Token | None:
    """The head of the phrase of whoever is to do it: the recipient of an order, else the subject, own or shared."""
    action, marker = candidate.action, candidate.marker
    if candidate.bearer is not None:
        return candidate.bearer
    if action.pos_ in ("VERB", "AUX") and has_subject(action):
        return own_subject(action)
    if candidate.rule == "plan_noun":
        return _planner(marker)
    if marker.pos_ in ("VERB", "AUX", "ADJ") and marker.tag_ != "MD":
        found = own_subject(marker)
        if found is None and candidate.rule == "is_to" and marker.dep_ in ("acomp", "attr", "oprd"):  # "is due to fly"
            found = own_subject(marker.head)
        if found is not None:
            return found
    if candidate.rule in ("listed", "misparsed"):
        nouns = (t for t in candidate.sent.tokens if t.pos_ in ("NOUN", "PROPN"))
        return next((t for t in nouns if can_act(t.lemma_.lower())), None)
    if action.dep_ in ("acomp", "attr", "xcomp", "prep", "advmod", "amod", "oprd", "dobj"):
        return own_subject(action.head)
    return own_subject(action)


def own_subject(verb: Token) -> Token | None:
    """The subject of `verb`; of two, one of which is a dateline or a speaker's label, the nearer."""
    own = [c for c in verb.children if c.dep_ in SUBJECTS and c.i < verb.i and not _is_called(c)]
    if len(own) > 1 and not any(c.dep_ == "agent" for c in verb.children):
        return own[-1]
    found = subject_of(verb)
    if found is not None and _is_called(found):
        return next((c for c in found.children if c.dep_ == "appos" and c.i < verb.i), None)
    return found


def _is_called(subject: Token) -> bool:
    """ "Well, yes, Nora, the levy is going to ...": whoever is spoken to, read as a subject, does nothing."""
    doc, i = subject.doc, subject.i
    first = min([i, *(c.i for c in subject.children if c.dep_ == "compound")])
    if subject.pos_ != "PROPN" or i + 2 >= len(doc) or first < 2:
        return False
    beside = doc[first - 1].text == "," and doc[i + 1].text == "," and doc[first - 2].lower_ in _OPENERS
    return beside and doc[i + 2].pos_ in ("DET", "PRON", "NOUN", "PROPN")


def _planner(noun: Token) -> Token | None:
    """Whose plan it is: "its plan", "the undertaking of the court", "they announced plans"."""
    owner = next((c for c in noun.children if c.dep_ == "poss"), None)
    of = next((g for c in noun.children if c.dep_ == "prep" and c.lower_ in ("of", "by") for g in c.children), None)
    if owner is not None or of is not None:
        return owner if owner is not None else of
    if noun.dep_ == "conj" and not any(
        c.dep_ == "det" for c in noun.children
    ):  # "our resolve to act and commitment to"
        before = [t for t in noun.doc[noun.sent.start : noun.i] if t.dep_ == "poss" and t.head.lemma_ in _WILLS]
        if before:
            return before[-1]
    host = noun.head
    while host.dep_ in ("prep", "pobj", "dobj", "conj", "appos", "attr") and host.pos_ not in ("VERB", "AUX"):
        host = host.head
    return own_subject(host)


def meant_noun(token: Token) -> Token:
    """The noun that a relative "which" or "that" stands for; any other token itself."""
    verb = token.head
    if token.lower_ not in ("which", "that") or token.dep_ not in SUBJECTS:
        return token
    while verb.dep_ == "conj" and verb.head.i != verb.i:
        verb = verb.head
    return verb.head if verb.dep_ == "relcl" else token
