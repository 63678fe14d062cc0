"""Those who do it together with the subject: "will co-chair it with X", "They" after "A will meet with B and C"."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from briefgen.analysis.reference.coreference import Names
from briefgen.analysis.speech.reported import subject_of
from briefgen.analysis.steps.candidate import Candidate
from briefgen.analysis.steps.words import CONVERSING, MEETING, SUCCEEDING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from spacy.tokens import Token

    from briefgen.analysis.steps.scene import Scene
    from briefgen.analysis.text.document import Sent

# "Co-chair" comes in three words.
_SHARING = frozenset("co cochair cohost co-chair co-host co-lead co-sponsor co-organise co-organize".split())


def with_partners(scene: Scene, candidate: Candidate, owners: Names) -> Names:
    """The owners with those who share the deed by the words of its clause: "will jointly open it with X"."""
    action = candidate.action
    if not owners or action.pos_ not in ("VERB", "AUX"):
        return owners
    withs = [t for t in action.subtree if t.lower_ == "with" and t.dep_ == "prep" and t.i > action.i]
    if not withs:
        return owners
    shared = action.lower_ in _SHARING or any(c.lower_ == "jointly" for c in action.children)
    found = [t for prep in withs for t in (_objects(prep) if shared else _successors(prep))]
    return tuple(dict.fromkeys((*owners, *_named(scene, scene.sent, found))))


def all_who_met(scene: Scene, candidate: Candidate, pronoun: Token) -> Names:
    """Everybody of "A will meet with B and C", the sentence before, for "They will discuss the dam"; empty for any
    other pair. What they do next must be done in company: those who were met with may also go their own way.
    """
    if pronoun.lower_ != "they" or pronoun.head.dep_ != "ROOT" or candidate.action.lemma_.lower() not in CONVERSING:
        return ()
    before = scene.sentence_before
    meeting = next((t for t in reversed(before.tokens) if _is_meeting(t)), None) if before is not None else None
    if before is None or meeting is None:
        return ()
    hosts = scene.context.actors_of(before, subject_of(meeting))
    # Up to the next clause: "to discuss the letter of D" names nobody who was met.
    rest = (t for t in before.tokens if t.i > meeting.i)
    behind = itertools.takewhile(lambda t: t.pos_ not in ("VERB", "AUX"), rest)
    guests = _named(scene, before, behind)
    people = tuple(name for name in guests if scene.context.resolver.cast.is_person(name))
    return tuple(dict.fromkeys((*hosts, *(people or guests)))) if hosts and guests else ()


def _is_meeting(token: Token) -> bool:
    """True for a main verb of meeting, or that of "to Lima, where he will meet with ..."."""
    if token.pos_ != "VERB" or token.lemma_.lower() not in MEETING:
        return False
    return token.dep_ in ("ROOT", "conj") or any(c.tag_ == "WRB" for c in token.children)


def _objects(prep: Token) -> list[Token]:
    """The nouns of "with X and Y"."""
    first = [c for c in prep.children if c.dep_ == "pobj"]
    return [t for noun in first for t in (noun, *noun.conjuncts) if t.i > prep.i]


def _successors(prep: Token) -> list[Token]:
    """Who takes over in "with X succeeding her": the subject of a participle behind "with"."""
    verbs = [c for c in prep.children if c.dep_ == "pcomp"] + [
        v for c in prep.children if c.dep_ == "pobj" for v in c.children if v.dep_ == "acl"
    ]
    taking = [v for v in verbs if v.tag_ == "VBG" and v.lemma_.lower() in SUCCEEDING]
    return [c for v in taking for c in ((v.head,) if v.dep_ == "acl" else v.children) if c.dep_ in ("nsubj", "pobj")]


def _named(scene: Scene, sent: Sent, tokens: Iterable[Token]) -> Names:
    """The actors that the tokens name."""
    cast = scene.context.resolver.cast
    mentions = (cast.at(sent.block, t) for t in tokens)
    return tuple(dict.fromkeys(m.name for m in mentions if m is not None and m.kind not in ("demonym", "capital")))
