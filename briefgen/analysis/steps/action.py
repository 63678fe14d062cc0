"""The wording of a step: its clause, cut out of the sentence, with the owners' names where it has no subject."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from briefgen.analysis.reference.coreference import SUBJECTS, Names
from briefgen.analysis.speech.reported import subject_of
from briefgen.analysis.steps.bearer import bearer_of, meant_noun
from briefgen.analysis.steps.candidate import Candidate, clause_head, has_subject, right_end
from briefgen.analysis.steps.pronouns import is_third_person, whom_it_means
from briefgen.analysis.steps.words import AFFIRMING, can_act
from briefgen.analysis.summary.wording import line, tidy
from briefgen.analysis.text.noun_phrases import phrase

if TYPE_CHECKING:
    from spacy.tokens import Token

    from briefgen.analysis.steps.scene import Scene

_SHORTEST = 3  # tokens; less cannot be understood alone
_LONGEST = 12  # tokens of a noun phrase that is put in brackets for its pronoun
_CLAUSES = ("conj", "relcl", "acl", "advcl", "xcomp")
# What stands around a clause and is not part of it: a source in front or behind.
_SOURCE_BEFORE = re.compile(r"^According to [^,]{1,80}, ")
_SOURCE_BEHIND = re.compile(r",? according to [^,.]{1,80}(?=\.$)")


def action_of(scene: Scene, candidate: Candidate, owners: Names, due: str | None) -> str:
    """One readable line; the whole sentence where the clause would be too short to be understood or lack its time."""
    sent, resolver = candidate.sent, scene.context.resolver
    span = _readable(candidate, bool(owners))
    if span is None:
        return _cleaned(line(sent, sent.span.start, sent.span.end, resolver))
    start, end, subjectless = span
    opening = sent.span.doc[start]
    if is_third_person(opening) and opening == bearer_of(candidate):
        known = scene.context.actors_of(sent, opening)
        meant = whom_it_means(scene, candidate, opening, known)
        if meant != known and meant == owners:
            if not meant and _opens_late(candidate, start):  # nobody could tell whom "it" means
                return _cleaned(line(sent, sent.span.start, sent.span.end, resolver))
            start, subjectless = start + bool(meant), bool(meant)
            if not meant and start == opening.i and end - start > _SHORTEST:  # no name in brackets that may be wrong
                return _cleaned(f"{opening.text} {_lowered(line(sent, start + 1, end, resolver), opening.nbor())}")
    text = line(sent, start, end, resolver)
    if due and " ".join(due.split()) not in text:
        return _cleaned(line(sent, sent.span.start, sent.span.end, resolver))
    if subjectless:
        subject = _antecedent(candidate, start) or _joined(_doers(scene, candidate, owners))
        return tidy(f"[{subject}] {_lowered(text, sent.span.doc[start])}")
    return _cleaned(text)


def _opens_late(candidate: Candidate, start: int) -> bool:
    """Whether words that would say whom the pronoun at `start` means stand in front of it."""
    return any(t.pos_ in ("NOUN", "PROPN") for t in candidate.sent.span.doc[candidate.sent.span.start : start])


def _doers(scene: Scene, candidate: Candidate, owners: Names) -> Names:
    """What the clause has as its subject: of "and gave them a day to leave" whoever gave it, not who leaves; of "and
    will run until May" the truce, not whose it is.
    """
    bearer = bearer_of(candidate)
    bearer = meant_noun(bearer) if bearer is not None else None
    if bearer is not None and bearer.pos_ == "NOUN" and not can_act(bearer.lemma_.lower()):
        return owners if scene.context.actors_of(scene.sent, bearer) else (_thing(scene, bearer),)
    if candidate.bearer is None or candidate.rule not in ("ordered", "given_time"):
        return owners
    teller = subject_of(candidate.marker)
    if teller is None or teller.i == candidate.bearer.i:
        return owners
    named = scene.context.actors_of(scene.sent, teller)
    return named if named and all(n in scene.context.resolver.cast.entries for n in named) else owners


def _thing(scene: Scene, noun: Token) -> str:
    """The words of a noun, with the clause behind that narrows it: "articles made of steel"."""
    narrowing = [c for c in noun.rights if c.dep_ in ("acl", "relcl", "prep") and c.left_edge.nbor(-1).i == noun.i]
    end = max((c.right_edge.i for c in narrowing), default=noun.i)
    if end - noun.i > _LONGEST:
        return phrase(scene.sent, noun)
    return " ".join(scene.sent.cut(noun.left_edge.i, end + 1).split()).strip(" ,;")


def _readable(candidate: Candidate, owned: bool) -> tuple[int, int, bool] | None:
    """First and last token (excluded) of the line, and whether it wants its subject; None: take the whole sentence."""
    if candidate.rule == "plan_noun" and candidate.top.i == candidate.marker.i:
        plan = _of_a_plan(candidate, owned)
        if plan is not None:
            return plan
    start, end = candidate.span()
    doc = candidate.sent.span.doc
    if candidate.rule == "is_to" and candidate.bearer is not None:  # "the vote to be held on 5 May"
        return candidate.bearer.left_edge.i, right_end(candidate.action), False
    head = clause_head(candidate.top)
    while end - start > 1 and (doc[end - 1].dep_ == "cc" or doc[end - 1].is_punct):
        end -= 1
    if _breaks_a_row(doc[end - 1]):
        return None
    relative = next((t for t in head.lefts for t in t.subtree if t.tag_ in ("WDT", "WP", "WRB", "WP$")), None)
    subjectless = head.pos_ in ("VERB", "AUX") and not has_subject(head) and head.dep_ in _CLAUSES
    if head.dep_ == "acl":  # "the summit, planned for May": the noun in front belongs to it
        return None
    if relative is not None and head.dep_ in ("relcl", "advcl"):
        if relative.tag_ == "WRB":  # "where Canada is to present its offer"
            start = relative.i + 1
        elif relative.dep_ in SUBJECTS:  # "who is to report"
            start, subjectless = relative.i + 1, True
        else:  # "which he is to present": the clause lacks its object
            return None
    while start < end - 1 and (
        doc[start].is_punct or (doc[start].dep_ in ("cc", "mark") and doc[start].lower_ != "if")
    ):
        start += 1
    if end - start < _SHORTEST or (subjectless and not owned and not _antecedent(candidate, start)):
        return None
    return start, end, subjectless


def _of_a_plan(candidate: Candidate, owned: bool) -> tuple[int, int, bool] | None:
    """As `_readable` for "commitments to phase out coal", a phrase without a verb: "Peru reiterated its commitments to
    phase out coal", or "[Peru] to phase out coal" where the verb in front is somebody else's.

    Not where the words lean on whose plan it is: "Peru's plan to sell its ships".
    """
    plan, verb, action = candidate.marker, candidate.marker.head, candidate.action
    whose = next((c for c in plan.children if c.dep_ == "poss"), None)
    own = whose is None or whose.pos_ == "PRON"
    if plan.dep_ == "dobj" and own and verb.lemma_.lower() in AFFIRMING and has_subject(verb):
        clause = _readable(replace(candidate, rule="planned", action=verb, marker=verb), owned)
        pronoun = next((c for c in verb.children if c.dep_ in SUBJECTS and is_third_person(c)), None)
        if clause is None or pronoun is None:
            return clause
        return max(clause[0], pronoun.i), clause[1], clause[2]  # only in front is a name put for it
    start, end = action.left_edge.i, right_end(action)
    leans = any(t.tag_ in ("PRP", "PRP$") for t in plan.doc[start:end])
    return (start, end, True) if owned and not leans else None


def _breaks_a_row(last: Token) -> bool:
    """Whether a clause that ends at `last` is cut within a row of participles: "led, staffed, | and resourced"."""
    after = [t for t in last.doc[last.i + 1 : last.i + 4] if t.text != ","]
    joined = len(after) > 1 and after[0].dep_ == "cc" and after[1].tag_ in ("VBN", "VBD")
    return last.tag_ == "VBN" and joined and not has_subject(after[1])


def _antecedent(candidate: Candidate, start: int) -> str:
    """The words that the "which" in front of token `start` stands for; empty without one, or where they are many."""
    head = clause_head(candidate.top)
    first, last = head.head.left_edge.i, start - 1
    if head.dep_ != "relcl" or not 0 < last - first <= _LONGEST:
        return ""
    return " ".join(candidate.sent.cut(first, last).split()).strip(" ,;-–—")


def _cleaned(text: str) -> str:
    text = _SOURCE_BEFORE.sub("", text)
    return tidy(_SOURCE_BEHIND.sub("", text))


def _joined(names: Names) -> str:
    return " and ".join(names) if len(names) < 3 else ", ".join(names[:-1]) + " and " + names[-1]


def _lowered(text: str, first: Token) -> str:
    """The line as it was before its first letter was made large."""
    return text[0].lower() + text[1:] if text and first.text[:1].islower() else text
