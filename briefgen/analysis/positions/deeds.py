"""What parties do on a matter: a verb of taking a stand with a party as its subject, in nobody else's words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from briefgen.analysis.actors.people import is_official
from briefgen.analysis.context import FIRST_PERSON, Context
from briefgen.analysis.positions.holders import enacting, everybody, holders_of
from briefgen.analysis.positions.predicates import is_mild, is_minded, takes_stand
from briefgen.analysis.positions.spans import Claim, clause, is_aside, with_result
from briefgen.analysis.speech.reported import subject_of
from briefgen.analysis.text.document import Sent

if TYPE_CHECKING:
    from spacy.tokens import Token


def deeds_in(context: Context, sent: Sent) -> Iterator[Claim]:
    """The clauses of `sent` in which a party takes a stand."""
    done: set[int] = set()
    for verb in sent.tokens:
        if verb.i in done or not takes_stand(verb) or _is_reported(context, sent, verb):
            continue
        subject = subject_of(verb)
        if subject is None or _names_person(context, sent, subject) or _is_done_to_us(verb):
            continue
        if subject.dep_ == "nsubjpass" and not is_minded(verb):
            continue
        if is_mild(verb) and (sent.speaker or subject.lower_ in FIRST_PERSON) and not _is_named(context, sent, subject):
            continue
        holders = enacting(context, subject) or holders_of(context, sent, subject, context.actors_of(sent, subject))
        holders = holders or everybody(context, sent, subject)
        # What a quotation says of a party is the speaker's claim.
        if holders and not context.document.is_quoted(sent.block, verb):
            start, end = clause(sent, verb)
            claim = Claim(holders, start, with_result(sent, end))
            done.update(range(claim.start, claim.end))
            yield claim


def _is_reported(context: Context, sent: Sent, verb: Token) -> bool:
    """Whether the deed is told in somebody's words."""
    holding = (s for s in context.speeches_in(sent) if s.start <= verb.i < s.end and s.cue != verb.i)
    return any(s.speakers and not is_aside(s, sent) for s in holding)


def _is_done_to_us(verb: Token) -> bool:
    """ "We were joined by Norland": what others do is no stand of theirs where "we" tell of ourselves."""
    return any(c.dep_ == "nsubjpass" and c.lower_ in FIRST_PERSON for c in verb.children)


def _is_named(context: Context, sent: Sent, subject: Token) -> bool:
    return context.resolver.cast.at(sent.block, subject) is not None


def _names_person(context: Context, sent: Sent, subject: Token) -> bool:
    """Whether the subject is a person in no office who speaks for nobody: what they do is no party's position."""
    cast = context.resolver.cast
    names = context.actors_of(sent, subject)
    return any(cast.is_person(n) and cast.party(n) == n and not is_official(cast.entries[n].role or "") for n in names)
