"""Whom "it", "them" or "they" means where the build of the sentence says so, and where it leaves it open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.analysis.reference.coreference import SUBJECTS, Names
from briefgen.analysis.speech.reported import subject_of
from briefgen.analysis.steps.candidate import Candidate
from briefgen.analysis.steps.together import all_who_met
from briefgen.analysis.steps.words import BACKING, ENDINGS

if TYPE_CHECKING:
    from spacy.tokens import Token

    from briefgen.analysis.steps.scene import Scene

# "Enters into force", "takes effect".
_VALIDITY = frozenset("force effect".split())
_PLURALS = frozenset("they them their we us our".split())
_THIRD_PERSON = frozenset("it they them he him she her".split())


def is_third_person(token: Token | None) -> bool:
    """True for "it", "they", "him": words that a speaker has for others than the speaker."""
    return token is not None and token.pos_ == "PRON" and token.lower_ in _THIRD_PERSON


def whom_it_means(scene: Scene, candidate: Candidate, pronoun: Token, names: Names) -> Names:
    """The actors that `pronoun` stands for: those it was found to mean (`names`), unless the sentence says otherwise.

    Empty where it may be either of two.
    """
    told = candidate.marker
    if pronoun.i > told.i and (pronoun.head.i == told.i or pronoun.dep_ not in SUBJECTS):
        return _not_oneself(scene, told, names)
    company = all_who_met(scene, candidate, pronoun)
    if company:
        return company
    if pronoun.lower_ == "they" and _is_far_off(scene, pronoun, names):
        return ()
    if pronoun.lower_ != "it" or pronoun.dep_ not in SUBJECTS:
        return names
    if _is_of_texts(pronoun.head):
        return ()
    return _of_a_side_clause(scene, pronoun, names) if pronoun.head.dep_ == "advcl" else names


def _is_far_off(scene: Scene, pronoun: Token, names: Names) -> bool:
    """Whether a single name (all who met may be meant throughout) is told of neither in the sentence nor in the one
    before it in the paragraph: "they" may then be anybody whom the words between tell of.
    """
    if len(names) != 1:
        return False
    near = [(scene.sent, [t for t in scene.tokens if t.i < pronoun.i])]
    if scene.sentence_before is not None:
        near.append((scene.sentence_before, scene.sentence_before.tokens))
    cast, wanted = scene.context.resolver.cast, set(names)
    for sent, tokens in near:
        for token in tokens:
            mention = cast.at(sent.block, token)
            if mention is not None:
                here: Names = (mention.name,)
            elif (
                token.pos_ == "NOUN" or token.lower_ in _PLURALS or (sent is not scene.sent and token.dep_ in SUBJECTS)
            ):
                here = scene.context.actors_of(sent, token)
            else:
                continue
            if wanted & {*here, *scene.context.parties(here)}:
                return False
    return True


def _is_of_texts(verb: Token) -> bool:
    """ "It enters into force", "it takes effect", "it expires": a treaty, no party."""
    if verb.lemma_.lower() in ENDINGS:
        return True
    found = [c for c in verb.children if c.dep_ in ("prep", "dobj")]
    return any(t.lower_ in _VALIDITY for c in found for t in (c, *c.children))


def _not_oneself(scene: Scene, verb: Token, names: Names) -> Names:
    """ "Fined Lima and ordered it to leave": whoever is told something is not the one who tells it."""
    teller = subject_of(verb)
    if teller is None or not set(names) & set(scene.context.actors_of(scene.sent, teller)):
        return names
    if verb.dep_ != "conj":
        return ()
    objects = [c for c in verb.head.children if c.dep_ == "dobj"]
    return scene.context.actors_of(scene.sent, objects[0]) if objects else ()


def _of_a_side_clause(scene: Scene, pronoun: Token, names: Names) -> Names:
    """ "Peru will help Chile when it joins the bank": Chile joins; "Peru will leave Chile when it has voted" says not
    which of them votes.
    """
    verb = pronoun.head.head
    between = range(min(verb.i, pronoun.i), pronoun.i)
    cast = scene.context.resolver.cast
    mentions = [m for t in scene.tokens if t.i in between and (m := cast.at(scene.sent.block, t)) is not None]
    others = [m.name for m in mentions if m.kind != "person" and m.name not in names]
    if not others:
        return names
    backed = any(t.lemma_.lower() in BACKING for t in (verb, *verb.ancestors) if t.pos_ == "VERB")
    return (others[-1],) if backed and len(set(others)) == 1 else ()
