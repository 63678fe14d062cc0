"""What the issuer of a statement or the speaker in a transcript says in their own words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from briefgen.analysis.actors.roles import PAIR_WORDS, TITLES
from briefgen.analysis.context import FIRST_PERSON, OTHERS, Context
from briefgen.analysis.positions.spans import Claim
from briefgen.analysis.reference.coreference import Names
from briefgen.analysis.speech.reported import subject_of
from briefgen.analysis.text.document import Sent

if TYPE_CHECKING:
    from spacy.tokens import Token

# Talk before and after the matter.
COURTESY = re.compile(
    r"\b(?:thank(?:s| you)?|good (?:to (?:see|be|have)|morning|afternoon|evening)|pleasure|delighted|honou?red? to|"
    r"grateful|welcome (?:you|back|to)|happy (?:to (?:see|be|take)|that you)|take (?:a few|some|your) questions|"
    r"a lot to talk about|(?:see|hear|bring|speak)(?:ing)? (?:to |from )?you)\b",
    re.I,
)
# In the plural they act themselves, whoever they are: "Participants stressed the need for our support".
COLLECTIVE = TITLES | PAIR_WORDS | frozenset("participant attendee delegate guest signatory".split())
THIRD_PERSON = frozenset("he she they".split())
TRAVEL = frozenset("travel visit fly arrive depart".split())  # where somebody goes is no stand
# What an issuer judges so it holds, whatever it speaks of: "such raids are unacceptable", "the cable is vital to".
JUDGED = frozenset(
    """unacceptable troubling alarming deplorable appalling unjustifiable unjustified inexcusable intolerable illegal
    essential vital crucial critical imperative indispensable necessary important unlawful wrong obstacle threat
    violation cornerstone breach provocation priority responsibility
    """.split()
)
JUDGING = frozenset("be remain constitute represent pose".split())
DEMANDS = frozenset("must should need cannot ought".split())


def own_words(context: Context, sent: Sent) -> Iterator[Claim]:
    """The sentence itself, where its speaker says "we" or says what must be; a mere report of facts is no position,
    and neither is what somebody else does.
    """
    root = sent.span.root
    voice = context.voice(sent, root)
    cast = context.resolver.cast
    if not voice or any(cast.is_person(n) and cast.party(n) == n for n in voice):
        return
    if COURTESY.search(sent.text) or root.lemma_ in TRAVEL:
        return
    actors = set(context.parties(context.subjects(sent, root)))
    own = bool(actors) and actors <= set(context.parties(voice))  # "they underlined the need" is of those who speak
    demands = any(c.lower_ in DEMANDS and (own or c.dep_ == "aux") for c in root.children) or root.lemma_ in DEMANDS
    speaks = _says_we(subject_of(root)) if sent.speaker else any(map(_is_ours, sent.span))
    subject = subject_of(root)
    if (
        subject is not None
        and any(map(_is_ours, (subject, *subject.children)))
        and (meant := context.actors_of(sent, subject))
    ):
        voice = meant  # "we both"
    if subject is None and any(t.lower_ in THIRD_PERSON and t.dep_ == "nsubj" for t in sent.tokens):
        return  # the parser lost the tie, but somebody else than "we" acts
    others = actors - set(context.parties(voice))
    actor = subject if subject is not None else next((t for t in sent.tokens if t.dep_ == "nsubj"), None)
    if not demands and actor is not None and _are_others(context, sent, actor, voice):
        return
    judged = not sent.speaker and _judges(root) and not context.document.is_quoted(sent.block, root)
    if demands or judged or (speaks and not others):
        yield Claim(voice, sent.span.start, sent.span.end)


def _judges(root: Token) -> bool:
    """Whether the sentence calls something good or bad, for all it says no "we"."""
    if root.lemma_ not in JUDGING or root.tag_ == "VBD":
        return False
    told = (c for c in root.children if c.dep_ in ("acomp", "attr", "dobj", "oprd"))
    return any(t.lemma_.lower() in JUDGED for t in told)


def _are_others(context: Context, sent: Sent, subject: Token, voice: Names) -> bool:
    """Whether the subject is a group of people that nobody says the speaker belongs to: "Allied leaders", "a number of
    our partners".
    """
    if any(t.lemma_.lower() in OTHERS for t in (subject, *_whereof(subject))):
        return True
    if subject.tag_ not in ("NNS", "NNPS") or any(map(_is_ours, (subject, *subject.children))):
        return False
    known = set(context.parties(context.actors_of(sent, subject))) & set(context.parties(voice))
    return bool({subject.lemma_.casefold(), subject.lower_.removesuffix("s")} & COLLECTIVE) and not known


def _whereof(noun: Token) -> Iterator[Token]:
    """What "a number" is of."""
    return (g for c in noun.children if c.lower_ == "of" for g in c.children if g.dep_ == "pobj")


def _is_ours(token: Token) -> bool:
    return token.lower_ in FIRST_PERSON and token.dep_ in ("nsubj", "poss")


def _says_we(subject: Token | None) -> bool:
    """Whether the subject of a turn's sentence is the speaker's side: "we", "our delegation"; in talk much else that
    "we" are part of is no stand.
    """
    if subject is None or (subject.lower_ in ("i", "we") and subject.head.lemma_ in ("be", "feel", "mean", "guess")):
        return False
    return subject.lower_ in FIRST_PERSON or any(map(_is_ours, subject.children))
