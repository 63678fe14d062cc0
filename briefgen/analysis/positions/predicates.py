"""Which predicates take a stand: a verb of doing or saying, a state of mind ("is committed to"), a stance kept up
("continues to urge", "stands ready to").
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.analysis.positions.spans import depends, is_demanded

if TYPE_CHECKING:
    from spacy.tokens import Token

STANDS = frozenset(
    """support oppose reject condemn back endorse favour favor want seek demand urge call insist refuse deny claim
    maintain welcome warn threaten promise pledge vow commit agree plan propose offer impose sanction ban suspend
    withdraw approve adopt sign accuse blame criticise criticize denounce reiterate reaffirm underscore underline
    stress emphasise emphasize express recognise recognize acknowledge decide order declare recommend invite appeal
    defend dismiss question block veto halt invoke consider view regard allege fear aim intend
    strengthen resolve aim hope expect encourage applaud commend thank praise discuss raise address review negotiate
    launch establish expand deploy send provide fund finance join leave ratify pass
    vote challenge contest dispute resist protest boycott designate target restrict lift ease extend resume open close
    recall expel cancel postpone announce affirm note highlight voice share advocate remove prefer object favour deplore
    honour honor respect violate breach ignore rule invade attack strike seize annex occupy detain release
    reinforce recommit uphold pursue collaborate cooperate resettle admit grant award
    restate reassert assert contribute reopen restore donate allocate license repeal prohibit
    """.split()
)
# Who "is" this "to", "about" or "that" takes a stand.
MINDED = frozenset(
    """committed dedicated devoted determined resolved concerned alarmed worried troubled appalled outraged dismayed
    disappointed opposed ready prepared willing unwilling reluctant open eager keen convinced confident
    """.split()
)
BEING = frozenset("be remain stand feel".split())
KEEPING_UP = frozenset("continue keep begin start".split())
# "X continues to violate the truce" is what others charge X with.
CHARGES = frozenset("violate breach ignore rule invade attack strike seize annex occupy detain refuse".split())
GIVING = frozenset("contribute donate allocate".split())
LETTING = frozenset("allow permit require".split())  # "the meeting allows", but "X will not allow"
# Verbs that take a stand together with a word behind them: "look forward to", "make it clear", "take steps".
SPLIT = {
    "look": frozenset(("forward",)),
    "make": frozenset(("clear", "plain")),
    "work": frozenset(("with", "together", "closely", "alongside")),
    "stand": frozenset(("with", "by", "against", "together")),
    "play": frozenset(("role",)),
    "take": frozenset(("action", "step", "measure", "exception")),
}
TIES = frozenset("prep xcomp ccomp pcomp prt".split())


def takes_stand(verb: Token) -> bool:
    """Whether `verb` says what somebody does or holds of their own will: no demand on them, no mere chance."""
    if verb.pos_ not in ("VERB", "AUX") or not _is_stand(verb) or (_qualifies(verb) and not _is_why(verb)):
        return False
    helped = any(c.dep_ in ("aux", "auxpass") for c in verb.children)
    return not is_demanded(verb) and (verb.tag_ != "VBN" or helped)


def _qualifies(verb: Token) -> bool:
    return depends(verb) or verb.dep_ == "ccomp"


def _is_why(verb: Token) -> bool:
    """ "This is why X has committed to ...": what matters stands behind the "why"."""
    return verb.head.lemma_ == "be" and any(c.lower_ == "why" for c in verb.children)


def is_minded(verb: Token) -> bool:
    """ "Is committed to", "remains concerned about", "stands ready to": an adjective, or what is read as a passive."""
    if verb.lower_ in MINDED:
        return any(c.dep_ == "auxpass" for c in verb.children) and _leads_on(verb)
    if verb.lemma_ not in BEING:
        return False
    return any(c.dep_ in ("acomp", "oprd", "advcl") and c.lower_ in MINDED and _leads_on(c) for c in verb.children)


def is_mild(verb: Token) -> bool:
    """Whether a speaker's own "I am", "we continue" or "look forward" is mere talk."""
    return verb.lemma_ in ("look", "work", "stand") or verb.lemma_ in KEEPING_UP or is_minded(verb)


def _is_stand(verb: Token) -> bool:
    lemma = verb.lemma_.casefold()
    if is_minded(verb):
        return True
    if lemma in BEING - SPLIT.keys() or any(c.dep_ == "auxpass" for c in verb.children if verb.lower_ in MINDED):
        return False
    if lemma in KEEPING_UP:
        return any(c.dep_ == "xcomp" and _is_stand(c) and c.lemma_ not in CHARGES for c in verb.children)
    if lemma in GIVING:  # funds; "the talks contribute to peace"
        return any(c.dep_ == "dobj" for c in verb.children)
    if lemma in LETTING:
        return any(c.dep_ == "aux" and c.lower_ in ("will", "would") for c in verb.children)
    if lemma in SPLIT:
        return any(c.lemma_.casefold() in SPLIT[lemma] for c in verb.children if c.i > verb.i)
    return verb.pos_ == "VERB" and lemma in STANDS


def _leads_on(minded: Token) -> bool:
    """Whether it is said what somebody is committed to or concerned about; "by" tells who made them so."""
    return any(c.dep_ in TIES and c.i > minded.i and c.lower_ != "by" for c in minded.children)
