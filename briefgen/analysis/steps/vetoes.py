"""What is no next step however it is worded: called off, foreseen, over, or nobody's."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from typing import TYPE_CHECKING

from briefgen.analysis.dates import TimeExpression
from briefgen.analysis.reference.coreference import SUBJECTS, Names
from briefgen.analysis.steps.bearer import bearer_of
from briefgen.analysis.steps.candidate import Candidate, auxiliaries, clause_head, is_past
from briefgen.analysis.steps.features import is_person_or_body
from briefgen.analysis.steps.overturned import overturned
from briefgen.analysis.steps.scene import Scene
from briefgen.analysis.steps.words import (
    ACCOUNTS,
    ASSENTING,
    CANCELLED,
    CANCELLED_PHRASES,
    EFFECTS,
    EVALUATING,
    FIXING,
    FORETELLING,
    HAPPENING,
    HOPING,
    LISTING,
    LISTS,
    MOVING,
    OUTCOMES,
    PLANNING,
    POSTPONED,
    PURPOSES,
    SUPERSEDING,
    TEXTS,
    VAGUE,
    WORKING,
)

if TYPE_CHECKING:
    from spacy.tokens import Token

_SO_FAR = re.compile(
    r"\b(?:since|so far|to date|already|(?:in|over|during) the (?:past|last) (?:\w+ )?(?:days|weeks|months|years?))\b",
    re.I,
)

Veto = Callable[[Scene, Candidate, TimeExpression | None, Names], bool]


def is_vetoed(scene: Scene, candidate: Candidate, due: TimeExpression | None, owners: Names) -> bool:
    """True when one of `VETOES` holds."""
    return any(veto(scene, candidate, due, owners) for veto in VETOES)


def called_off(scene: Scene, candidate: Candidate, due: TimeExpression | None, owners: Names) -> bool:
    """ "The exercise set for June has been cancelled"."""
    head = clause_head(candidate.top)
    verbs = [head, *head.ancestors] if head.dep_ in ("acl", "relcl", "nsubj", "nsubjpass") else [head]
    if any(t.lemma_.lower() in CANCELLED and t.tag_ in ("VBN", "VBD") for t in verbs):
        return not _still_to_come(head)
    if any(t.lemma_.lower() in POSTPONED and t.tag_ in ("VBN", "VBD") and not _still_to_come(t) for t in verbs[1:]):
        return True
    clause = candidate.sent.span.doc[min(t.left_edge.i for t in verbs) : max(t.right_edge.i for t in verbs) + 1]
    words = " ".join(t.lower_ for t in clause)
    return any(phrase in words for phrase in CANCELLED_PHRASES)


def _still_to_come(verb: Token) -> bool:
    """ "Will be withdrawn": what is called off only in future."""
    return any(a.tag_ in ("MD", "TO") for a in auxiliaries(verb))


def foreseen(scene: Scene, candidate: Candidate, due: TimeExpression | None, owners: Names) -> bool:
    """ "Prices will rise": things move, nobody moves them."""
    bearer = bearer_of(candidate)
    thing = bearer is not None and bearer.pos_ in ("NOUN", "PROPN") and not is_person_or_body(bearer)
    by_itself = candidate.action.lemma_.lower() in MOVING and not any(
        c.lower_ == "due" for c in candidate.action.children
    )
    return thing and by_itself


def an_effect(scene: Scene, candidate: Candidate, due: TimeExpression | None, owners: Names) -> bool:
    """ "The levy is going to have severe consequences": what comes of it, nobody's step."""
    verbs = [candidate.action, *(c for c in candidate.action.children if c.dep_ == "xcomp")]
    return any(
        v.lemma_.lower() == "have" and any(c.dep_ == "dobj" and c.lemma_.lower() in EFFECTS for c in v.children)
        for v in verbs
    )


def worked_by_a_text(scene: Scene, candidate: Candidate, due: TimeExpression | None, owners: Names) -> bool:
    """ "The agreement will provide exporters unprecedented access": what comes of it once it holds, nobody's step."""
    bearer, action = bearer_of(candidate), candidate.action
    if (
        candidate.rule != "will"
        or due is not None
        or bearer is None
        or any(c.dep_ == "auxpass" for c in action.children)
    ):
        return False
    return bearer.lemma_.lower() in TEXTS and action.lemma_.lower() in WORKING


def a_judgement(scene: Scene, candidate: Candidate, due: TimeExpression | None, owners: Names) -> bool:
    """ "The vote in June will be crucial": what somebody thinks of it. A vote with a day of its own is one to come."""
    action = candidate.action
    if candidate.rule == "event":
        verb = action.head if action.dep_ in SUBJECTS and not (due is not None and due.kind == "day") else None
    else:
        verb = action
    return (
        verb is not None
        and verb.lemma_ == "be"
        and any(c.dep_ in ("acomp", "attr") and c.lemma_.lower() in EVALUATING for c in verb.children)
    )


def a_standing_policy(scene: Scene, candidate: Candidate, due: TimeExpression | None, owners: Names) -> bool:
    """ "Will continue to support", "committed to continue their close consultations": what is done already, without a
    day; a concrete deed ("will continue to send ships") may be a step all the same.
    """
    verb = candidate.action
    on = [c for c in verb.children if c.lower_ == "on" and c.i == verb.i + 1]
    dated = due is not None and due.earliest is not None
    if dated or not (verb.lemma_ == "continue" or (verb.lemma_ == "go" and on)):
        return False
    if any(t.ent_type_ == "MONEY" or t.lower_ == "including" for t in verb.subtree):
        return False  # a policy that names its deeds
    behind = [c for host in (verb, *on) for c in host.children if c.i > verb.i]
    going = next((c for c in behind if c.dep_ in ("xcomp", "advcl", "pcomp")), None)
    things = [c for c in verb.children if c.dep_ == "dobj"]
    return bool(things) if going is None else going.lemma_.lower() in VAGUE


def long_past(scene: Scene, candidate: Candidate, due: TimeExpression | None, owners: Names) -> bool:
    """ "Had vowed to close it", with no time that is still ahead: "had planned to meet on Monday" is last Monday's."""
    heads = (candidate.marker, candidate.action, clause_head(candidate.top))
    dated = due is not None and any(c.isdigit() for c in due.text)
    return not dated and any(a.lower_ == "had" for verb in heads for a in auxiliaries(verb))


def superseded(scene: Scene, candidate: Candidate, due: TimeExpression | None, owners: Names) -> bool:
    """ "Was originally planned for 28 April", "had been scheduled for May": the plan that another took the place of;
    what somebody says had been scheduled may still hold.
    """
    for verb in {t.i: t for t in (candidate.marker, candidate.action)}.values():
        if verb.pos_ not in ("VERB", "AUX", "ADJ"):
            continue
        helpers = auxiliaries(verb)
        host = verb if verb.pos_ != "ADJ" else verb.head  # "was originally due on 5 May"
        before = {c.lower_ for t in (verb, host) for c in t.children if c.dep_ == "advmod"}
        if before & SUPERSEDING and (is_past(verb) or is_past(host) or verb.dep_ == "acl"):
            return True
        passive = any(a.lower_ == "been" for a in helpers)
        if passive and any(a.lower_ == "had" for a in helpers) and scene.context.speech_at(scene.sent, verb) is None:
            return verb.lemma_.lower() in FIXING | PLANNING
    return False


def promised_long_ago(scene: Scene, candidate: Candidate, due: TimeExpression | None, owners: Names) -> bool:
    """ "In May 2019 Peru pledged to close it", "said in March that it would": history."""
    if due is not None and scene.lies_ahead(due):
        return False
    teller = candidate.marker
    if candidate.rule in ("will", "would"):
        teller = clause_head(candidate.top)
        teller = teller.head if teller.dep_ == "ccomp" else teller
    return is_past(teller) and any(
        scene.is_long_ago(time) and scene.belongs(time, teller)
        for time in scene.named_times
        if due is None or time.start != due.start or candidate.rule in ("will", "would")
    )


def over(scene: Scene, candidate: Candidate, due: TimeExpression | None, owners: Names) -> bool:
    """ "Was due to vote on 4 May 2014", "the meeting scheduled for Friday took place"."""
    head = clause_head(candidate.top)
    if head.dep_ in ("acl", "relcl") and head.head.dep_ in SUBJECTS:
        verb = head.head.head
        if verb.lemma_.lower() in HAPPENING and is_past(verb):
            return True
    return (
        is_past(head)
        and due is None
        and any(
            (scene.is_over(time) or scene.long_gone(time, past=True)) and scene.belongs(time, candidate.action)
            for time in scene.named_times
        )
    )


def was_of_its_day(scene: Scene, candidate: Candidate, due: TimeExpression | None, owners: Names) -> bool:
    """ "The polls will be closed tomorrow", said days before publication: what was ahead then is over now."""
    published = scene.context.published
    for time in scene.named_times:
        if published is None or not scene.belongs(time, candidate.action):
            continue
        spoken = scene.spoken_earlier(candidate.top, time)
        if spoken is not None:
            return spoken + dt.timedelta(days=1) < published
    return False


def nobodys(scene: Scene, candidate: Candidate, due: TimeExpression | None, owners: Names) -> bool:
    """Neither an owner nor a day: "the soup will keep for two days"."""
    return not owners and (due is None or due.earliest is None)


def hoped(scene: Scene, candidate: Candidate, due: TimeExpression | None, owners: Names) -> bool:
    """ "I hope that she will come back": a wish of one party is no promise of another."""
    verb = clause_head(candidate.top)
    while verb.dep_ == "conj" and verb.head.i != verb.i:
        verb = verb.head
    return verb.dep_ == "ccomp" and verb.head.lemma_.lower() in HOPING


def foretold(scene: Scene, candidate: Candidate, due: TimeExpression | None, owners: Names) -> bool:
    """ "Is projected to win": what others think will come of it."""
    lemma = candidate.marker.lemma_.lower()
    return lemma in FORETELLING and candidate.action.lemma_.lower() in OUTCOMES


def of_a_purpose(scene: Scene, candidate: Candidate, due: TimeExpression | None, owners: Names) -> bool:
    """ "The guide is intended to help": what a thing is for, not what anybody will do."""
    marker = candidate.marker
    return due is None and marker.lemma_.lower() in PURPOSES and any(a.dep_ == "auxpass" for a in auxiliaries(marker))


def leads_in(scene: Scene, candidate: Candidate, due: TimeExpression | None, owners: Names) -> bool:
    """ "The plan will include:", "Peru will do the following": the steps are what comes behind."""
    action, sentence = candidate.action, candidate.sent.span
    objects = [c for c in action.children if c.dep_ in ("dobj", "attr") and c.i > action.i]
    end = max((o.right_edge.i for o in objects), default=action.i)
    if any(not t.is_punct and not t.is_space for t in sentence.doc[end + 1 : sentence.end]):
        return False
    colon = candidate.sent.text.rstrip().endswith(":")
    listed = any(_is_list(o) or (colon and o.lemma_.lower() in LISTS) for o in objects)
    return listed or (colon and action.lemma_.lower() in LISTING)


def _is_list(noun: Token) -> bool:
    """True for "the following" and "the following steps"."""
    return noun.lower_ == "following" or any(c.lower_ == "following" for c in noun.children)


def settled(scene: Scene, candidate: Candidate, due: TimeExpression | None, owners: Names) -> bool:
    """ "Have agreed to a framework": the agreement is the deed, and it is done."""
    marker = candidate.marker
    if due is not None or marker.lemma_.lower() not in ASSENTING:
        return False
    things = [t for c in marker.children if c.dep_ == "prep" and c.lower_ in ("to", "on") for t in c.children]
    return any(t.lemma_.lower() in TEXTS and t.pos_ in ("NOUN", "PROPN") for t in things)


def proposed(scene: Scene, candidate: Candidate, due: TimeExpression | None, owners: Names) -> bool:
    """ "Let us meet in May": an offer that nobody has taken up."""
    head = clause_head(candidate.top)
    return head.dep_ == "ccomp" and head.head.lower_ == "let" and head.head.tag_ == "VB"


def looked_back_on(scene: Scene, candidate: Candidate, due: TimeExpression | None, owners: Names) -> bool:
    """ "Since the quake Peru has committed $3m": what was given so far."""
    if candidate.rule != "promised_thing" or due is not None:
        return False
    return bool(_SO_FAR.search(candidate.sent.text))


def told_of(scene: Scene, candidate: Candidate, due: TimeExpression | None, owners: Names) -> bool:
    """ "Reports from the ministry on Friday": the day on which something was told, without a verb to say so."""
    return candidate.rule in ("event", "listed") and candidate.marker.lower_ in ACCOUNTS


VETOES: tuple[Veto, ...] = (
    called_off,
    foreseen,
    an_effect,
    worked_by_a_text,
    a_judgement,
    a_standing_policy,
    foretold,
    long_past,
    superseded,
    overturned,
    hoped,
    proposed,
    of_a_purpose,
    leads_in,
    settled,
    looked_back_on,
    promised_long_ago,
    over,
    was_of_its_day,
    nobodys,
    told_of,
)
