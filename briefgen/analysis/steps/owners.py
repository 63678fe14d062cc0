"""Who is to do it: the one told to, the subject, the speaker's side, the parties to the event; asked in that order."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefgen.analysis.actors.roles import TITLES
from briefgen.analysis.reference.coreference import SUBJECTS, Names
from briefgen.analysis.steps.bearer import bearer_of, meant_noun, own_subject
from briefgen.analysis.steps.candidate import Candidate
from briefgen.analysis.steps.pronouns import is_third_person, whom_it_means
from briefgen.analysis.steps.schemes import is_scheme, owners_of_scheme
from briefgen.analysis.steps.together import with_partners
from briefgen.analysis.steps.votes import PLACING, is_vote, of_its_place
from briefgen.analysis.steps.words import EVENTS, GATHERINGS, THINGS, VOTES, can_act
from briefgen.analysis.text.noun_phrases import phrase

if TYPE_CHECKING:
    from spacy.tokens import Token

    from briefgen.analysis.steps.scene import Scene

# A clock in front of the noun is none of its own words: "12:00 p.m. - Diplomats".
_DASH = re.compile(r"^(?:.*\s)?[-–—]\s")
_ALL = frozenset("party side country leader minister delegation president participant partner ally nation head".split())
# "His country will send a ship".
_THE_PARTY_ITSELF = frozenset("country nation government administration side".split())
# "I" in a quotation that nobody is named for beside it is whoever spoke last, so many sentences back.
_BACK = 3
_FIRST_PERSON = re.compile(r"\[?(?:we|i)|\[?w\]?e|\[?i\]?|w\]e", re.I)
# Of these whoever is told to bears the step, in the passive too.
_BY_OBLIGATION = ("ordered", "given_time", "has_until", "must_by")
_BURDENS = frozenset("duty obligation requirement deadline".split())
_QUOTED = re.compile(r"[\"“”]")


def owners_of(scene: Scene, candidate: Candidate) -> Names:
    """The actors that own the step, a phrase of the text where none is known; empty when nobody could be made out."""
    return with_partners(scene, candidate, _owners_alone(scene, candidate))


def _owners_alone(scene: Scene, candidate: Candidate) -> Names:
    bearer = bearer_of(candidate)
    speech = scene.context.speech_at(scene.sent, candidate.top)
    sourced = speech is not None and speech.verb == "according"
    # "According to the institute, the vote is scheduled for May": a source knows of it and does not do it.
    said = () if sourced and not _is_first_person(bearer) else scene.voice(candidate.top)
    said = said or _last_speaker(scene, bearer)
    done_to_it = candidate.rule not in _BY_OBLIGATION and _is_passive(candidate.action)
    subject = () if bearer is None else _of_bearer(scene, bearer)
    reported = speech is not None
    another = bearer is not None and is_third_person(bearer)
    if bearer is not None and another:
        subject = whom_it_means(scene, candidate, bearer, subject)
    if reported and bearer is not None and bearer.pos_ == "PRON" and said and not _all_known(scene, subject):
        subject = ()  # "the minister said they are to build it": of nobody that the document has named before
    if done_to_it and not reported and _tells_of_others(scene):
        return _from_action(scene, candidate.action)
    asked = (_from_action(scene, candidate.action), said, subject) if done_to_it else (subject,)
    for names in asked:
        if names:
            return names
    names = _from_action(scene, candidate.action)
    if names or (another and not reported):  # nobody calls oneself "it" or "they"
        return names
    gathering = bearer is not None and bearer.lemma_.lower() in GATHERINGS
    if gathering and (reported or not said):  # "the talks will resume": a mediator may say so
        return _between(scene, candidate.action) or _met_before(scene)
    vote = next((t for t in (bearer, candidate.action) if t is not None and is_vote(t)), None)
    hosts = of_its_place(scene, vote) if vote is not None else None
    if hosts is not None:
        return hosts
    # What an issuer tells of a vote may be of any country's.
    names = (() if vote is not None and not reported else said) or _of_what_goes_before(scene, candidate.action)
    if names or _is_first_person(bearer):
        return names
    return _at_hand(scene, candidate, bearer)


def _is_of_a_party(vote: Token) -> bool:
    """ "The next Republican primary": held by those it is called after, and not by the country at hand."""
    return any(c.ent_type_ in ("NORP", "ORG") and c.dep_ in ("amod", "compound", "nmod") for c in vote.children)


def _is_first_person(bearer: Token | None) -> bool:
    return bearer is not None and _FIRST_PERSON.fullmatch(bearer.text) is not None


def _tells_of_others(scene: Scene) -> bool:
    """Whether a statement's sentence follows one about somebody else than its issuer: a passive is hardly its own."""
    sent, context = scene.sent, scene.context
    issuer = set(context.document.issuer)
    before = scene.sentence_before
    if not issuer or sent.speaker or before is None:
        return False
    subject = own_subject(before.span.root)
    if subject is None:
        return False
    names = set(context.parties(context.actors_of(before, subject)))
    return not names & issuer and (bool(names) or (subject.lemma_.lower() in _ALL and subject.tag_ == "NNS"))


def _all_known(scene: Scene, names: Names) -> bool:
    return all(name in scene.context.resolver.cast.entries for name in names)


def _from_action(scene: Scene, action: Token) -> Names:
    """Those whom the action's own words name: "by ...", "the council's vote", "goes before the Assembly"."""
    for other in (*_agents(action), *_possessors(action), *_addressed(action)):
        names = scene.context.actors_of(scene.sent, other)
        if names:
            return names
        if can_act(other.lemma_.lower()):
            return (_named(scene, other),)
    return ()


def _between(scene: Scene, verb: Token) -> Names:
    """Those of "talks will resume on Friday between X and Y", hung on the verb or the day."""
    found = [t for t in verb.subtree if t.dep_ == "prep" and t.lower_ == "between"]
    return tuple(dict.fromkeys(name for prep in found for name in _named_in(scene, prep)))


def _met_before(scene: Scene) -> Names:
    """The two or more that the sentence before in the paragraph is about: "X and Y met. The talks will resume"."""
    context, before = scene.context, scene.sentence_before
    if before is None:
        return ()
    names = context.parties(context.actors_of(before, own_subject(before.span.root)))
    return names if len(names) > 1 else ()


def _with_the_speaker(scene: Scene, noun: Token, names: Names) -> Names:
    """Of "the talks with X" that somebody speaks of, the speaker's party is one side."""
    if noun.lemma_.lower() not in GATHERINGS or len(names) != 1 or not any(c.lower_ == "with" for c in noun.children):
        return names
    return tuple(dict.fromkeys((*scene.voice(noun), *names)))


def _of_what_goes_before(scene: Scene, action: Token) -> Names:
    """Those of "the visit" in "the visit will be followed by talks"."""
    if action.lemma_ != "follow":
        return ()
    subject = next((c for c in action.children if c.dep_ == "nsubjpass"), None)
    return () if subject is None else _named_in(scene, subject)


def _of_bearer(scene: Scene, bearer: Token) -> Names:
    """The actors that `bearer` stands for or, where it is an event or a thing, that its phrase names."""
    sent, cast = scene.sent, scene.context.resolver.cast
    lemma = bearer.lemma_.lower()
    noun = bearer.pos_ in ("NOUN", "PROPN")
    if lemma in _THE_PARTY_ITSELF and any(c.dep_ == "poss" and c.pos_ == "PRON" for c in bearer.children):
        whose = next(c for c in bearer.children if c.dep_ == "poss")
        owners = scene.context.parties(scene.context.actors_of(sent, whose))
        if owners:
            return owners
    if noun and lemma in _BURDENS:
        bound = _bound(bearer)
        if bound is not None:
            return scene.context.actors_of(sent, bound) or (_named(scene, bound),)
    if noun and is_scheme(scene, bearer):
        return _named_in(scene, bearer) or owners_of_scheme(scene, bearer)
    if noun and (lemma in THINGS or (lemma in EVENTS and cast.at(sent.block, bearer) is None)):
        return _with_the_speaker(scene, bearer, _named_in(scene, bearer))
    names = tuple(_DASH.sub("", name) for name in scene.context.actors_of(sent, bearer))
    if names and _all_known(scene, names):
        return names
    if names and not noun:
        return names
    counted = bearer.ent_type_ in ("DATE", "TIME", "MONEY", "PERCENT")
    if not noun or counted or _FIRST_PERSON.fullmatch(bearer.text):
        return ()
    named = _named_in(scene, bearer)
    issuers = scene.context.document.issuer
    if lemma in _ALL and bearer.tag_ in ("NNS", "NNPS") and len(issuers) > 1 and not named:
        return issuers
    if lemma in TITLES and " of " in _named(scene, bearer):
        return (_named(scene, bearer),)
    if named and (len(_named(scene, bearer).split()) == 1 or not (names or can_act(lemma))):
        return named
    if names or can_act(lemma) or bearer.pos_ == "PROPN" or bearer.ent_type_ in ("ORG", "PERSON", "GPE", "NORP"):
        return (_named(scene, bearer),)
    return named


def _bound(burden: Token) -> Token | None:
    """Who bears "the duties for providers", "the obligations on banks"."""
    preps = (c for c in burden.children if c.dep_ == "prep" and c.lower_ in ("for", "on", "of"))
    return next((g for c in preps for g in c.children if g.dep_ == "pobj" and can_act(g.lemma_.lower())), None)


def _named(scene: Scene, token: Token) -> str:
    """The phrase of a noun as a name, for a bare title with its "of ...": "Secretary of the Treasury"."""
    name = _DASH.sub("", phrase(scene.sent, token))
    of = next((c for c in token.children if c.dep_ == "prep" and c.lower_ == "of" and c.i == token.i + 1), None)
    if of is None or " " in name or of.right_edge.i - of.i > 4:
        return name
    return f"{name} {scene.sent.cut(of.i, of.right_edge.i + 1)}"


def _named_in(scene: Scene, token: Token) -> Names:
    """Actors inside the phrase headed by `token`: "talks between X and Y", "X's report", "the X election"."""
    found: list[str] = []
    for part in _phrase(token):
        mention = scene.context.resolver.cast.at(scene.sent.block, part)
        if mention is not None:
            found.append(mention.name)
        elif part.dep_ == "poss":
            found.extend(scene.context.actors_of(scene.sent, part))
    return tuple(dict.fromkeys(found))


def _phrase(token: Token) -> list[Token]:
    """The tokens of the phrase that `token` heads, without its clauses and without places: "in Riga"."""
    found: list[Token] = []
    for child in token.children:
        clause = child.dep_ in ("relcl", "acl", "advcl", "appos")
        place = child.dep_ == "prep" and child.lower_ in PLACING
        if not clause and not place and child.dep_ not in SUBJECTS:
            found += [child, *_phrase(child)]
    return found


def _is_inert(noun: Token) -> bool:
    """True for a noun that neither acts nor is an event that somebody holds."""
    lemma = noun.lemma_.lower()
    return noun.pos_ in ("NOUN", "PROPN") and lemma not in EVENTS | VOTES and not can_act(lemma)


def _is_passive(verb: Token) -> bool:
    return any(c.dep_ == "auxpass" for c in verb.children)


def _agents(verb: Token) -> list[Token]:
    """The "by ..." of a passive."""
    return [g for c in verb.children if c.dep_ == "agent" for g in c.children if g.dep_ == "pobj"]


def _possessors(token: Token) -> list[Token]:
    return [c for c in token.children if c.dep_ == "poss"]


def _addressed(verb: Token) -> list[Token]:
    """The body that a thing goes before: "goes before the Assembly"."""
    return [
        g for c in verb.children if c.dep_ == "prep" and c.lower_ == "before" for g in c.children if g.dep_ == "pobj"
    ]


def _last_speaker(scene: Scene, bearer: Token | None) -> Names:
    """For "I" and "we": the party of whoever spoke last before the sentence, in no quotation."""
    if not _is_first_person(bearer) or not _QUOTED.search(scene.sent.text):
        return ()
    order, document = scene.sent.order, scene.context.document
    near = [s for s in scene.context.speeches if 0 <= order - s.sent.order <= _BACK and s.speakers]
    spoken = [s for s in near if not document.is_quoted(s.sent.block, s.sent.span.doc[s.cue])]
    return scene.context.parties(spoken[-1].speakers) if spoken else ()


def _at_hand(scene: Scene, candidate: Candidate, bearer: Token | None) -> Names:
    """For what has no agent of its own: the subject of the sentence or of one before it in the paragraph, the country
    of the dateline, for a vote the country at hand. Otherwise nobody: the party named most is no better a guess."""
    if bearer is not None and _is_inert(meant_noun(bearer)) and not _is_passive(candidate.action):
        return ()  # "the plan will bring water": of nobody in sight
    context, sent = scene.context, scene.sent
    passive = _is_passive(candidate.action)
    cast, vote = context.resolver.cast, is_vote(bearer or candidate.action)
    before = [s for s in context.document.sents if s.block == sent.block and 0 <= sent.order - s.order <= _BACK]
    for earlier in reversed(before):
        root = earlier.span.root
        names = () if root.i == candidate.top.i else context.actors_of(earlier, own_subject(root))
        # For what nobody is said to do, a body told of before is a poor guess: "The bank met. The road will be closed".
        kinds = ("country", "person") if passive else ("country", "person", "organisation", "group")
        known = tuple(n for n in names if n in cast.entries and cast.entries[n].kind in kinds)
        if known and not (vote and set(context.parties(known)) & set(context.document.issuer)):
            return context.parties(known)
    if cast.home:
        return (cast.home,)
    if vote and not context.document.issuer and not _is_of_a_party(bearer or candidate.action):
        most = (name for name, _ in cast.parties().most_common(1))
        return tuple(name for name in most if cast.entries[name].kind == "country")
    return ()
