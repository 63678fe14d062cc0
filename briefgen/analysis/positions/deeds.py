"""What parties do on a matter: a verb of taking a stand with a party as its subject, in nobody else's words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from briefgen.analysis.context import Context
from briefgen.analysis.positions.holders import holders_of
from briefgen.analysis.positions.spans import Claim, clause, depends, is_demanded
from briefgen.analysis.speech.reported import subject_of
from briefgen.analysis.text.document import Sent

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
    """.split()
)


def deeds_in(context: Context, sent: Sent) -> Iterator[Claim]:
    """The clauses of `sent` in which a party takes a stand."""
    done: set[int] = set()
    for verb in sent.tokens:
        if verb.i in done or not _stands(verb) or context.speech_at(sent, verb) is not None:
            continue
        subject = subject_of(verb)
        if subject is None or subject.dep_ == "nsubjpass" or _names_person(context, sent, subject):
            continue
        holders = holders_of(context, sent, subject, context.actors_of(sent, subject))
        # What a quotation says of a party is the speaker's claim.
        if holders and not context.document.is_quoted(sent.block, verb):
            claim = Claim(holders, *clause(sent, verb))
            done.update(range(claim.start, claim.end))
            yield claim


def _stands(verb: Token) -> bool:
    """Whether `verb` says what a party does of its own will: no demand on it, no mere chance."""
    if verb.pos_ != "VERB" or verb.lemma_.casefold() not in STANDS or depends(verb) or verb.dep_ == "ccomp":
        return False
    helped = any(c.dep_ in ("aux", "auxpass") for c in verb.children)
    return not is_demanded(verb) and (verb.tag_ != "VBN" or helped)


def _names_person(context: Context, sent: Sent, subject: Token) -> bool:
    """Whether the subject is a person who speaks for nobody: what they do is no party's position."""
    cast = context.resolver.cast
    names = context.actors_of(sent, subject)
    return any(cast.is_person(n) and cast.party(n) == n for n in names)
