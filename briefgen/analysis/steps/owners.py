"""Who is to do it: the one told to, the subject, the speaker's side, the parties to the event; asked in that order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.analysis.coreference import SUBJECTS, Names, phrase
from briefgen.analysis.speech import subject_of
from briefgen.analysis.steps.candidate import Candidate, has_subject
from briefgen.analysis.steps.words import EVENTS, THINGS

if TYPE_CHECKING:
    from spacy.tokens import Token

    from briefgen.analysis.steps.scene import Scene

_NOUNS = ("NOUN", "PROPN", "NUM", "ADJ")


def bearer_of(candidate: Candidate) -> Token | None:
    """The head of the phrase of whoever is to do it: the recipient of an order, else the subject, own or shared."""
    if candidate.bearer is not None:
        return candidate.bearer
    action, marker = candidate.action, candidate.marker
    if action.pos_ in ("VERB", "AUX") and has_subject(action):
        return subject_of(action)
    if marker.pos_ in ("VERB", "AUX", "ADJ") and marker.tag_ != "MD":
        found = subject_of(marker)
        if found is not None:
            return found
    if candidate.rule == "plan_noun":
        owner = next((c for c in marker.children if c.dep_ == "poss"), None)
        if owner is not None:
            return owner
        host = marker.head
        while host.dep_ in ("prep", "pobj", "dobj", "conj", "appos", "attr") and host.head.i != host.i:
            host = host.head
        return subject_of(host)
    if action.dep_ in ("acomp", "attr", "xcomp", "prep", "advmod", "amod", "oprd", "dobj"):
        return subject_of(action.head)
    return subject_of(action)


def owners_of(scene: Scene, candidate: Candidate) -> Names:
    """The actors that own the step, a phrase of the text where no actor is known; empty when nobody could be made out."""
    context, sent = scene.context, scene.sent
    bearer = bearer_of(candidate)
    if bearer is not None and bearer.tag_ not in ("VB", "VBG", "VBZ"):
        names = context.actors_of(sent, bearer)
        if names and not _is_event(bearer):
            return names
        inside = _named_in(scene, bearer)
        if inside:
            return inside
        if _can_act(bearer):
            return (phrase(sent, bearer),)
    for other in (_agent(candidate.action), _poss(candidate.action)):
        names = context.actors_of(sent, other)
        if names:
            return names
    said = scene.voice(candidate.top)
    if said:
        return said
    near = _named_in_sentence(scene, candidate)
    if near:
        return near
    if bearer is not None and bearer.pos_ in ("NOUN", "PROPN"):
        return (phrase(sent, bearer),)
    return (context.resolver.cast.home,) if context.resolver.cast.home else ()


def _is_event(token: Token) -> bool:
    return token.lemma_.lower() in EVENTS


def _can_act(token: Token) -> bool:
    """A noun that may stand for people or a body: not an event, not a thing, not a pronoun."""
    if token.pos_ not in ("NOUN", "PROPN") or token.ent_type_ in ("DATE", "TIME", "MONEY", "PERCENT", "CARDINAL"):
        return False
    return token.lemma_.lower() not in EVENTS | THINGS


def _named_in(scene: Scene, token: Token) -> Names:
    """Actors inside the phrase headed by `token`: "talks between X and Y", "X's report", "the X election"."""
    found: list[str] = []
    for part in token.subtree:
        if part.i == token.i or part.dep_ in ("relcl", "acl"):
            continue
        if any(a.dep_ in ("relcl", "acl", "advcl") and token.is_ancestor(a) for a in part.ancestors):
            continue
        mention = scene.context.resolver.cast.at(scene.sent.block, part)
        if mention is not None:
            found.append(mention.name)
        elif part.tag_ == "PRP$" or part.dep_ == "poss":
            found.extend(scene.context.actors_of(scene.sent, part))
    return tuple(dict.fromkeys(found))


def _named_in_sentence(scene: Scene, candidate: Candidate) -> Names:
    """The actor that is the subject of the sentence, else the first that it names."""
    root = scene.sent.span.root
    subject = next((c for c in root.children if c.dep_ in SUBJECTS), None)
    names = scene.context.actors_of(scene.sent, subject)
    if names:
        return names
    for token in scene.sent.span:
        mention = scene.context.resolver.cast.at(scene.sent.block, token)
        if mention is not None and token.ent_type_ not in ("DATE", "TIME"):
            return (mention.name,)
    return ()


def _agent(verb: Token) -> Token | None:
    """The "by ..." of a passive."""
    return next((g for c in verb.children if c.dep_ == "agent" for g in c.children if g.dep_ == "pobj"), None)


def _poss(token: Token) -> Token | None:
    return next((c for c in token.children if c.dep_ == "poss"), None)
