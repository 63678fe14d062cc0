"""What parties are reported to say."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from briefgen.analysis.context import FIRST_PERSON, Context
from briefgen.analysis.positions.holders import author_of, everybody, holders_of
from briefgen.analysis.positions.spans import (
    Claim,
    clause,
    depends,
    is_aside,
    is_demanded,
    is_passive,
    joined_with,
    own_subject,
    trimmed,
    until_next_speaker,
    with_result,
)
from briefgen.analysis.reference.coreference import Names
from briefgen.analysis.speech.reported import Speech, subject_of
from briefgen.analysis.text.document import Sent

if TYPE_CHECKING:
    from spacy.tokens import Token

# Who brings the news is no party to the matter.
REPORTING = frozenset("report reveal disclose publish broadcast quote cite note write headline leak".split())
# With these the words are nobody's stand: reading out, joking, telling a reporter "I can tell you".
NO_STAND = frozenset("read go joke quip testify question refer repeat".split())
HYPOTHETICAL = frozenset("if unless whether".split())


def spoken_in(context: Context, sent: Sent) -> Iterator[Claim]:
    """The outermost acts of speech of `sent` whose speaker is known."""
    speeches = [s for s in context.speeches_in(sent) if not is_aside(s, sent)]
    heard = [(s, who) for s in speeches if (who := s.speakers or _unnamed(context, sent, s))]
    for speech, speakers in heard:
        cue = sent.span.doc[speech.cue]
        inside = any(o.start <= speech.cue < o.end and o.cue not in joined_with(cue) for o, _ in heard)
        if inside or _is_no_stand(speech.verb, cue) or _is_news(context, speech) or _is_no_statement(cue):
            continue
        if context.document.is_quoted(sent.block, cue):
            continue
        subject = subject_of(cue) if cue.pos_ in ("VERB", "AUX") else None
        holders = holders_of(context, sent, subject, speech.speakers) if speech.speakers else speakers
        start, end = _words(sent, speech, cue)
        if holders and sent.span.doc[start].lower_ != "according":
            yield Claim(holders, start, with_result(sent, end))


def _unnamed(context: Context, sent: Sent, speech: Speech) -> Names:
    """Who speaks where no name stands; what an issuer puts in its own words ("our climate") is its own."""
    cue = sent.span.doc[speech.cue]
    if cue.pos_ != "VERB" or is_passive(cue):
        return ()
    subject = subject_of(cue)
    ours = any(t.lower_ in FIRST_PERSON for t in sent.between(speech.start, min(speech.end, sent.span.end)))
    return everybody(context, sent, subject) or (() if ours else author_of(context, sent, subject))


def _is_no_stand(verb: str, cue: Token) -> bool:
    """Whether the words are nobody's stand; to ask for something is one, to ask about it is none."""
    if verb == "ask":
        return not any(
            (c.dep_ == "xcomp" and any(g.tag_ == "TO" for g in c.children)) or c.lower_ == "for" for c in cue.children
        )
    return verb in NO_STAND


def _is_news(context: Context, speech: Speech) -> bool:
    """Whether the speaker is a paper or an agency that reports what others do."""
    entries = [context.resolver.cast.entries.get(n) for n in speech.speakers]
    return speech.verb in REPORTING | {"according"} and all(e is not None and e.kind == "organisation" for e in entries)


def _is_no_statement(cue: Token) -> bool:
    """ "if they agree", "referring to", "I can tell you", "were called to join", "access to what she described as"."""
    if cue.pos_ not in ("VERB", "AUX"):
        return False
    agent = any(c.dep_ == "agent" for c in cue.children)
    first_person = any(c.dep_ == "nsubj" and c.lower_ in FIRST_PERSON for c in cue.children)
    return (
        any(c.dep_ == "mark" and c.lower_ in HYPOTHETICAL for c in cue.children)
        or (depends(cue) and not _is_told_of(cue))
        or (first_person and cue.lemma_ in ("tell", "say"))
        or (is_passive(cue) and not agent)
        or is_demanded(cue)
        or any(c.lower_ == "what" and c.i < cue.i for c in cue.children)
    )


def _is_told_of(cue: Token) -> bool:
    """ "X, who warned that ...": a relative clause whose pronoun is its subject."""
    return cue.dep_ == "relcl" and any(c.dep_ == "nsubj" and c.tag_ in ("WP", "WDT") for c in cue.children)


def _words(sent: Sent, speech: Speech, cue: Token) -> tuple[int, int]:
    """The content alone where it is a clause of its own; else the clause of the cue with its speaker."""
    end = until_next_speaker(sent, max(speech.cue, speech.start), min(speech.end, sent.span.end))
    if cue.pos_ not in ("VERB", "AUX"):
        return max(speech.start, sent.span.start), trimmed(sent, speech.start, end)
    said = [c for c in cue.children if c.dep_ in ("ccomp", "parataxis")]
    if cue.dep_ in ("ccomp", "parataxis"):  # "..., he said" hangs on what it brings in
        said.append(cue.head)
    whole = next((t for t in said if speech.start <= t.i < end and _is_clause(t)), None)
    if whole is None or is_passive(cue):
        return clause(sent, cue)
    return max(speech.start, sent.span.start), trimmed(sent, speech.start, end)


def _is_clause(verb: Token) -> bool:
    """Whether `verb` makes a sentence of its own: a subject, and no "to"."""
    infinitive = any(c.dep_ == "aux" and c.tag_ == "TO" for c in verb.children)
    return own_subject(verb) is not None and not infinitive
