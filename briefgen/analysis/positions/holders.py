"""Whose position it is: only actors that are named as such, never a guess.

A wrong actor is worse than none, so whoever was not made out with some certainty holds no position.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefgen.analysis.actors.gazetteer import forms
from briefgen.analysis.actors.roles import PAIR_WORDS, TITLES
from briefgen.analysis.context import Context
from briefgen.analysis.reference.coreference import SUBJECTS, Names
from briefgen.analysis.speech.named_sources import named_source
from briefgen.analysis.text.document import Sent
from briefgen.analysis.text.noun_phrases import is_everybody

if TYPE_CHECKING:
    from spacy.tokens import Token

# They judge the parties and are none.
EXPERT = re.compile(
    r"\b(?:professor|expert|analyst|scientist|researcher|scholar|fellow|historian|lecturer|economist|journalist|reporter|"
    r"correspondent|columnist|author|academic)\b",
    re.I,
)
OFFICE = re.compile(r"(?:Bureaus?|Departments?|Office|Ministry|Ministries|Agency|Embassy|Administration)\b")
# They watch the parties from outside.
BYSTANDERS = frozenset(
    """broker analyst expert economist trader observer investor resident historian researcher source critic journalist
    reporter scholar scientist commentator witness reader voter analyst announcement agreement report study poll
    """.split()
)
INDEFINITE = frozenset("a an any some no every each another several many few numerous".split())
# What a body writes; it speaks in them.
PAPERS = frozenset("report statement communique declaration assessment review guideline resolution".split())
# What a government brings into force.
ACTS = frozenset("proclamation order decree".split())
OF = frozenset(("of", "by", "from", "against", "on"))
VAGUE = frozenset("others many several more".split())
VAGUE_BESIDE = frozenset("its their other many several".split())
ADDRESS = 6  # tokens of a form of address at the head of a turn
LEADERS = frozenset("leader president minister premier chancellor secretary".split())
AS = frozenset(("as", "in"))  # "X, in its capacity as a member of Y"
NEUTER = frozenset("it they both".split())


def party_of(context: Context, name: str) -> str:
    """Whom `name` speaks for; an office of the issuing government is that government."""
    cast = context.resolver.cast
    party = cast.party(name)
    if cast.is_person(party) and cast.is_person(name):
        return name  # whomever else a person was taken to stand for, it is their own stand
    issuer = context.document.issuer
    return issuer[0] if len(issuer) == 1 and OFFICE.match(party) and not _is_party(context, party) else party


def holders_of(context: Context, sent: Sent, subject: Token | None, names: Names) -> Names:
    """Those of `names` (what `subject` stands for) who can hold a position; empty when that is not certain."""
    cast = context.resolver.cast
    if any(n in cast.entries and EXPERT.search(cast.entries[n].role or "") for n in names):
        return ()
    known = tuple(n for n in names if _is_named(context, n))
    if subject is None:
        return known
    if sent.speaker and _is_addressed(sent, subject):
        return ()
    if _is_whereabouts(context, sent, subject):
        return ()
    if subject.lower_ in NEUTER:
        return known if all(_is_party(context, n) for n in names) and _taken_up(context, sent, names) else ()
    lemma = subject.lemma_.casefold()
    if lemma.removesuffix("s") in BYSTANDERS or any(c.lower_ in INDEFINITE for c in subject.children):
        return ()
    if lemma.removesuffix("s") in TITLES | PAIR_WORDS and (subject.tag_ in ("NNS", "NNPS") or lemma.endswith("s")):
        return _several(context, sent, subject, known)
    beside = [c for c in subject.conjuncts if not _is_vague(c)]
    if len(known) <= len(beside) and any(c.dep_ == "conj" for c in subject.children):
        return _pair(context, known) if known or subject.pos_ == "PROPN" else ()
    return known


def everybody(context: Context, sent: Sent, subject: Token | None) -> Names:
    """Those who met, where "participants", "the delegations" stand for them; empty where a side is no government."""
    sides = context.document.sides
    if subject is None or not sides or sent.speaker or not is_everybody(subject, subject.lemma_.casefold()):
        return ()
    return sides if all(_is_party(context, side) for side in sides) else ()


def enacting(context: Context, subject: Token) -> Names:
    """Whose deed it is where an issuer tells what "the proclamation" or "the order" does: the issuer's."""
    definite = any(c.lower_ in ("the", "this", "these") for c in subject.children)
    named = any(c.dep_ in ("poss", "compound") or c.lower_ in OF for c in subject.children)
    one = len(context.document.issuer) == 1
    return context.document.issuer if one and definite and not named and subject.lemma_.lower() in ACTS else ()


def author_of(context: Context, sent: Sent, paper: Token | None) -> Names:
    """Whose words a report has: "the WHO report", "a report by X", "the report" that was brought up before."""
    if paper is None or paper.lemma_.casefold() not in PAPERS:
        return ()
    near = (context.resolver.cast.at(sent.block, c) for c in paper.children if c.dep_ in ("compound", "nmod"))
    author = next((m.name for m in near if m is not None), None) or named_source(sent, paper, context.resolver)
    return (author,) if author is not None and author in context.resolver.cast.entries else ()


def _is_whereabouts(context: Context, sent: Sent, subject: Token) -> bool:
    """Whether a country only tells where a place is, or a body's seat: "the Parliament of Harn, Norland voted"."""
    mention = context.resolver.cast.at(sent.block, subject)
    if mention is None or mention.kind != "country" or mention.start < sent.begin + 2:
        return False
    before = sent.between(sent.begin, mention.start)
    noun = before[0].pos_ in ("DET", "NOUN", "PROPN") and not any(t.pos_ in ("VERB", "AUX", "SCONJ") for t in before)
    return noun and before[-1].text == "," and before[-2].pos_ == "PROPN" and before[-2].ent_type_ != "DATE"


def _is_vague(token: Token) -> bool:
    """ "X and others", "X and its allies": words beside a name that stand for nobody in particular."""
    return token.lower_ in VAGUE or (token.tag_ == "NNS" and any(c.lower_ in VAGUE_BESIDE for c in token.children))


def _is_addressed(sent: Sent, subject: Token) -> bool:
    """ "Minister Arden, welcome back": whoever is spoken to says nothing."""
    following = subject.i + 1
    return following < min(sent.begin + ADDRESS, sent.span.end) and sent.span.doc[following].text == ","


def _is_named(context: Context, name: str) -> bool:
    """Whether `name` is somebody's, not just a word for people ("Foreign Ministers")."""
    if _is_party(context, name) or party_of(context, name) != context.resolver.cast.party(name):
        return True  # "United States" too
    if name.split()[-1].casefold().removesuffix("s") in TITLES | PAIR_WORDS:
        return False
    return name in context.resolver.cast.entries or (name[:1].isupper() and " " in name)


def _taken_up(context: Context, sent: Sent, names: Names) -> bool:
    """Whether "they" and "it" can mean `names`: the main subject of the sentence before, in the same paragraph, is no
    other. A pronoun there is followed to its own sentence before.
    """
    before = [s for s in context.document.sents if s.block == sent.block and s.order < sent.order][-3:]
    for earlier in reversed(before):
        subject = next((c for c in earlier.span.root.children if c.dep_ in SUBJECTS), None)
        if subject is None or subject.lower_ in NEUTER:
            continue
        meant = set(context.parties(context.actors_of(earlier, subject)))
        return bool(meant & set(context.parties(names)))
    return len(context.document.sides) > 1 or not before


def _several(context: Context, sent: Sent, subject: Token, known: Names) -> Names:
    """ "the ministers", "both leaders": those named with them, else the two whom the text is about."""
    states = _states_in(context, sent, subject)
    if states:
        return states
    if subject.lemma_.casefold() in LEADERS and not context.document.sides:
        known = known if all(_has_spokesman(context, party) for party in context.parties(known)) else ()
    return known if len(context.parties(known)) > 1 else _pair(context, ())


def _has_spokesman(context: Context, party: str) -> bool:
    """Whether somebody is named who speaks for `party`, or `party` is a person: two leaders are not just any two."""
    people = (e for e in context.resolver.cast.entries.values() if e.kind == "person")
    return any(party in (e.name, e.represents) for e in people)


def _pair(context: Context, known: Names) -> Names:
    """The parties that met, else the two of an official text's headline; empty for news, and where `known` is no part
    of them.
    """
    headline = tuple(dict.fromkeys(party for _, party in context.resolver.cast.headline))
    pair = context.document.sides or (headline if context.document.issuer else ())
    return pair if len(pair) > 1 and set(context.parties(known)) <= set(pair) else ()


def _states_in(context: Context, sent: Sent, subject: Token) -> Names:
    """The parties named in the subject's own phrase, those of relative clauses left out."""
    found: dict[str, None] = {}
    party = context.resolver.cast.at(sent.block, subject) is not None
    for token in subject.subtree:
        if token.dep_ in ("relcl", "acl") or (party and token.lower_ in AS):
            break
        mention = context.resolver.cast.at(sent.block, token)
        if mention is not None and _is_party(context, mention.name):
            found[context.resolver.cast.party(mention.name)] = None
    return tuple(found)


def _is_party(context: Context, name: str) -> bool:
    """Whether `name` is a country, a body known as one, or somebody who speaks for it."""
    entry = context.resolver.cast.entries.get(name)
    if entry is None:
        return False
    return entry.kind == "country" or bool(entry.represents) or name in {f.party for f in forms().values()}
