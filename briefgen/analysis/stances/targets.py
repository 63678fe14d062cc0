"""Words that name whom a red line is aimed at, and those it shields, read off the grammar: visible lists.

Every finder yields the heads of phrases that name somebody; `addressee.py` puts them in order and asks who they are.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from briefgen.analysis.reference.coreference import SUBJECTS
from briefgen.analysis.speech.reported import subject_of
from briefgen.analysis.stances.hit import Hit, Range, verb_of
from briefgen.analysis.text.document import Sent

if TYPE_CHECKING:
    from spacy.tokens import Token

HARM = frozenset(
    """attack assault invade invasion strike bomb shell shelling threaten threat violate violation harm target hit war
    aggression violence raid incursion occupy occupation annex annexation encroach infringe endanger kill wound blockade
    coerce coercion crime genocide hostility besiege arrest detain seize kidnap
    """.split()
)
# Whose these are is protected by the line, not warned by it: "Norland's borders are not negotiable".
GOODS = frozenset(
    """sovereignty security territory integrity independence border interest safety right citizen people civilian soil
    water airspace status existence membership statehood concern exclusion freedom population future national ally
    friend partner stability unity share release
    """.split()
)
# What these are done to is warned, or would be hit.
PUNISHING = frozenset(
    """punish sanction target expel isolate confront retaliate penalise penalize prosecute fine blacklist boycott
    counter deter disarm
    """.split()
)
MEASURES = frozenset(
    """sanction cost tariff duty penalty measure embargo pressure restriction ban action retaliation countermeasure
    complaint case force step
    """.split()
)
# To be on the receiving end of these is a demand on the one who does the thing.
ENDED = frozenset(
    """stop halt end reverse withdraw lift dismantle remove disarm hold prevent deter punish close scrap rescind revoke
    condemn abandon cease suspend drop release return cancel
    """.split()
)
ALLOWING = frozenset("allow permit let".split())
# Subjects of these get something out of it: "Norland must have a say".
GAINING = frozenset("win prevail survive have get receive be regain join decide enjoy retain remain become".split())
# What is called a non-starter is its maker's.
DEEDS = frozenset(
    """plan proposal demand claim condition offer move attack act action conduct behaviour behavior pressure threat
    attempt interference ultimatum draft idea term deadline patrol presence step measure test launch activity campaign
    """.split()
)
TURNING_DOWN = frozenset(
    """accept tolerate recognise recognize reject dismiss condone countenance oppose ignore refuse acknowledge respect
    approve endorse sign swallow
    """.split()
)
DEALING = frozenset(
    """bow yield submit surrender agree concede talk speak negotiate sit deal hand extradite sell cede capitulate give
    bend respond meet""".split()
)
SHIELDING = frozenset("defend protect support help aid assist back safeguard arm shield reassure abandon".split())
SUPPORT = frozenset(
    "commitment support aid assistance solidarity help defence defense pledge promise ally invitation request".split()
)
# A noun or verb with the preposition behind which the shielded stand: "an attack on X", "aid to X", "stand by X".
SHIELDS = frozenset(
    [(word, prep) for word in HARM for prep in ("on", "against", "of", "to", "upon")]
    + [(word, prep) for word in SUPPORT for prep in ("to", "for", "with")]
    + [(word, "of") for word in ("defence", "defense", "ally")]  # "the support of X" is what X gives
    + [(word, "of") for word in GOODS]
    + [("stand", prep) for prep in ("by", "with", "beside")]
)


def owners(noun: Token) -> Iterator[Token]:
    """Whose the deed or thing is: "Norland's plan", "the Norland troops", "a raid by Norland"."""
    if noun.lemma_.lower() in GOODS:
        return
    for child in noun.children:
        if child.i < noun.i and child.dep_ in ("poss", "amod", "compound", "nmod"):
            yield child
        elif child.dep_ in ("prep", "agent") and child.lower_ in ("by", "from"):
            yield from (c for c in child.children if c.dep_ == "pobj")
        elif child.dep_ == "acl":
            yield from _agents(child)


def obliged(hit: Hit) -> Iterator[Token]:
    """Who must do something, or whose doing must end, by the clause of a demand."""
    verb = verb_of(hit.anchor)
    subject = next((c for c in verb.children if c.dep_ in SUBJECTS), None) or subject_of(verb)
    if subject is None or hit.held_by != "voice" or hit.kind not in ("demand", "explicit"):
        return
    if subject.dep_ == "nsubjpass":
        yield from _agents(verb)
        if verb.lemma_ in ENDED:
            yield from owners(subject)
        if verb.lemma_ in ENDED | PUNISHING or _barred(verb):
            yield subject
    elif hit.anchor.tag_ in ("MD", "VBZ", "VBP") and verb.lemma_ not in GAINING:
        yield subject
        yield from owners(subject)


def crossing(sent: Sent, trigger: Range) -> Iterator[Token]:
    """Who would cross the line: the subjects in the trigger and the country beside them ("Norland trenches")."""
    for token in sent.span.doc[trigger[0] : trigger[1]]:
        inside = trigger[0] <= token.head.i < trigger[1]
        suffers = token.dep_ == "nsubjpass" and inside and token.head.lemma_ not in ENDED
        bare = token.head.tag_ == "VBN" and not any(c.dep_ == "aux" for c in token.head.children)  # "get it done"
        if (token.dep_ == "nsubj" and not bare) or (token.dep_ == "pobj" and token.head.dep_ == "agent"):
            yield token
        if token.dep_ in SUBJECTS and not suffers:
            yield from (o for o in owners(token) if o.tag_ != "PRP$")


def struck(sent: Sent) -> Iterator[Token]:
    """Whom the holder would act against: "act against X", "sanctions on X", "punish X", "hold X accountable"."""
    for token in sent.tokens:
        head = token.head
        if token.dep_ == "pobj" and head.lower_ in ("against", "on", "upon"):
            over = head.head.lemma_.lower()
            acted = head.lower_ == "against" and head.head.pos_ == "VERB" and over not in HARM
            if acted or over in MEASURES or over == "impose":
                yield token
        elif token.dep_ in ("dobj", "nsubj") and (_is_punished(token) or _is_held(sent, token)):
            yield token


def _is_punished(token: Token) -> bool:
    head = token.head
    return token.dep_ == "dobj" and head.lemma_.lower() in PUNISHING and head.tag_ not in ("VBD", "VBN")


def _is_held(sent: Sent, token: Token) -> bool:
    """Whether somebody is to be held accountable."""
    head = token.head
    held = head if head.lemma_ == "hold" else head.head if head.lemma_ in ("accountable", "responsible") else None
    behind = sent.plain[token.idx - sent.start :]
    return held is not None and held.lemma_ == "hold" and ("accountable" in behind or "responsible" in behind)


def turned_down(hit: Hit) -> Iterator[Token]:
    """Whose plan, claim or deed is refused: "will not accept X's plan", "talks with X", "X will not be allowed to"."""
    verb = verb_of(hit.anchor)
    if hit.anchor.pos_ == "NOUN" and hit.kind == "refusal":
        for prep in (c for c in hit.anchor.children if c.dep_ == "prep" and c.lower_ in ("of", "to")):
            yield from (o for c in prep.children if c.dep_ == "pobj" for o in owners(c))
    if hit.kind not in ("refusal", "explicit"):
        return
    if verb.lemma_ in ALLOWING | TURNING_DOWN:
        yield from _kept_from(verb)
        for thing in (c for c in verb.children if c.dep_ in ("dobj", "nsubjpass", "oprd")):
            yield from owners(thing)
            yield from _things_with(thing)
    if verb.lemma_ in DEALING:
        for prep in (c for c in verb.children if c.dep_ in ("prep", "dative") and c.lower_ in ("to", "with")):
            for thing in (c for c in prep.children if c.dep_ == "pobj"):
                yield thing
                yield from owners(thing)
    if verb.lemma_ == "be":
        yield from (o for c in verb.children if c.dep_ == "nsubj" and c.lemma_.lower() in DEEDS for o in owners(c))


def shielded(sent: Sent) -> Iterator[Token]:
    """Those who are defended, attacked or harmed, or whose good is at stake: never the ones a line is addressed to."""
    for token in sent.tokens:
        over = token.head.lemma_.lower()
        granted = (
            token.dep_ == "nsubjpass" and over not in ENDED | PUNISHING | ALLOWING | MEASURES and _must(token.head)
        )
        if granted or (token.dep_ == "dobj" and over in SHIELDING) or (token.dep_ == "nsubjpass" and over in HARM):
            yield token
            yield from (c for c in token.children if c.dep_ in ("poss", "amod", "compound", "nmod"))
        elif token.dep_ == "pobj" and token.head.dep_ == "prep":
            if (token.head.head.lemma_.lower(), token.head.lower_) in SHIELDS:
                yield token
        elif token.dep_ in ("poss", "amod") and over in GOODS:
            yield token


def _must(verb: Token) -> bool:
    return any(c.tag_ == "MD" and c.lower_ in ("must", "should", "shall") for c in verb.children)


def _barred(verb: Token) -> bool:
    """Whether the subject is kept from doing something: "Norland must not be allowed to sail"."""
    negated = any(c.dep_ == "neg" or c.lower_ in ("never", "longer") for c in verb.children)
    return verb.lemma_ in ALLOWING and negated and any(c.dep_ == "xcomp" for c in verb.children)


def _kept_from(verb: Token) -> Iterator[Token]:
    """Whom `verb` would keep from doing something: "will not let X sail", "X will not be permitted to sail"."""
    for child in verb.children:
        if child.dep_ in ("ccomp", "xcomp") and child.i > verb.i:
            yield from (c for c in child.children if c.dep_ == "nsubj" and c.i > verb.i)
        elif child.dep_ == "nsubjpass" and any(c.dep_ == "xcomp" for c in verb.children):
            yield child


def _things_with(thing: Token) -> Iterator[Token]:
    """Whom talks or a deal would be with: "rejects any talks with X"."""
    for prep in (c for c in thing.children if c.dep_ == "prep" and c.lower_ in ("with", "between")):
        yield from (c for c in prep.children if c.dep_ == "pobj")


def _agents(verb: Token) -> Iterator[Token]:
    return (c for p in verb.children if p.dep_ == "agent" for c in p.children if c.dep_ == "pobj")
