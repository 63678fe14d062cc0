"""Where a claim begins and ends in its sentence, so that it reads alone."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefgen.analysis.reference.coreference import SUBJECTS, Names
from briefgen.analysis.speech.reported import Speech
from briefgen.analysis.text.cues import CUES
from briefgen.analysis.text.document import Sent

if TYPE_CHECKING:
    from spacy.tokens import Token


YEAR = re.compile(r"(?:1[89]|20)\d\d")
LONGEST_FRONT = 12  # tokens
NOT_DONE = frozenset("must should ought need may might could would".split())


@dataclass(frozen=True, slots=True)
class Claim:
    """The tokens `start` to `end` (excluded) of a sentence are what `holders` say, want or do."""

    holders: Names
    start: int
    end: int


def own_subject(verb: Token) -> Token | None:
    """The subject that stands with `verb` itself; None where it is shared or a relative pronoun."""
    found = next((c for c in verb.children if c.dep_ in SUBJECTS), None)
    return None if found is None or found.tag_ in ("WDT", "WP") else found


def clause(sent: Sent, verb: Token) -> tuple[int, int]:
    """The clause of `verb` with its subject, without what stands in front of that (a date, a connective); a verb that
    shares its subject takes the verb before it along. A clause joined by "and" under another subject is left out.
    """
    while verb.dep_ == "conj" and verb.head.pos_ in ("VERB", "AUX") and own_subject(verb) is None:
        verb = verb.head
    subject = own_subject(verb)
    start = _front(verb, subject) if subject is not None else _first(verb)
    end = min(verb.right_edge.i + 1, sent.span.end)
    for child in verb.subtree:
        if child.dep_ == "conj" and child.pos_ in ("VERB", "AUX") and own_subject(child) is not None:
            end = min(end, child.left_edge.i) if child.left_edge.i > verb.i else end
    return max(start, sent.span.start), trimmed(sent, start, until_next_speaker(sent, verb.i, end))


def until_next_speaker(sent: Sent, begin: int, end: int) -> int:
    """`end`, or the semicolon between `begin` and that behind which somebody else speaks: "X said so; experts doubt
    it".
    """
    for mark in sent.between(begin, end):
        if mark.text != ";":
            continue
        for verb in sent.between(mark.i + 1, sent.span.end):
            subject = own_subject(verb)
            if verb.lemma_.casefold() in CUES and subject is not None and subject.i > mark.i and subject.pos_ != "PRON":
                return mark.i
    return end


def with_result(sent: Sent, end: int) -> int:
    """`end`, or that of the result behind it: "..., so it is no burden". A result that names somebody is another's."""
    doc, last = sent.span.doc, sent.span.end
    if end + 2 >= last or doc[end].text != "," or doc[end + 1].lower_ != "so":
        return end
    verb = next((t for t in sent.between(end + 2, last) if own_subject(t) is not None), None)
    subject = own_subject(verb) if verb is not None else None
    if verb is None or subject is None or subject.i <= end or any(t.ent_type_ for t in subject.subtree):
        return end
    return trimmed(sent, end, min(verb.right_edge.i + 1, last))


def trimmed(sent: Sent, start: int, end: int) -> int:
    """`end` without a conjunction and marks that lead nowhere."""
    doc = sent.span.doc
    while end - 1 > start and (doc[end - 1].dep_ == "cc" or doc[end - 1].text in (",", ";", "-", ":")):
        end -= 1
    return end


def is_aside(speech: Speech, sent: Sent) -> bool:
    """Whether the words are no report: "A rejects it; B calls it fair", "X opened the port, calling it a success",
    where the parser takes the first clause for what is said in the second.
    """
    cue = sent.span.doc[speech.cue]
    participle = cue.dep_ == "advcl" and cue.tag_ == "VBG" and own_subject(cue) is None
    if participle and speech.start <= cue.head.i < speech.end and cue.head.i < cue.i:
        return True
    return any(t.text == ";" for t in sent.between(min(speech.end, speech.cue), speech.cue))


def is_passive(verb: Token) -> bool:
    """Whether somebody else than the subject acts: "was claimed by X", "were called to join"."""
    return any(c.dep_ == "nsubjpass" for c in verb.children)


def joined_with(verb: Token) -> list[int]:
    """The indices of `verb` and of the verbs before it that it is joined with by "and"."""
    chain = [verb.i]
    while verb.dep_ == "conj" and verb.head.pos_ in ("VERB", "AUX"):
        verb = verb.head
        chain.append(verb.i)
    return chain


def is_demanded(verb: Token) -> bool:
    """Whether the deed is asked of the subject or merely possible: "must withdraw and accept", "might agree"."""
    chain = [verb.doc[i] for i in joined_with(verb)]
    return any(c.dep_ == "aux" and c.lower_ in NOT_DONE for v in chain for c in v.children)


def depends(verb: Token) -> bool:
    """Whether the clause only qualifies something else: a relative clause, an aim, a participle."""
    return verb.doc[joined_with(verb)[-1]].dep_ in (
        "relcl",
        "acl",
        "advcl",
        "csubj",
        "pcomp",
        "xcomp",
        "amod",
        "compound",
    )


def _front(verb: Token, subject: Token) -> int:
    """Where a clause with its own subject begins: there, or at what limits it ("Since May, ...", "In 2018, ...")."""
    start = subject.left_edge.i
    for child in verb.children:
        if child.i < start and child.dep_ in ("prep", "advcl", "npadvmod"):
            words = verb.doc[child.left_edge.i : child.right_edge.i + 1]
            dated = child.dep_ != "advcl" and any(YEAR.fullmatch(t.text) for t in words)
            since = words[0].lower_ == "since"
            if (dated or since) and len(words) <= LONGEST_FRONT and verb.doc[child.right_edge.i + 1].text == ",":
                return child.left_edge.i
    return start


def _first(verb: Token) -> int:
    """The first token of a verb without subject: its auxiliaries and adverbs count, connectives do not."""
    front = [c.i for c in verb.children if c.i < verb.i and c.dep_ in ("aux", "auxpass", "neg", "advmod")]
    return min([verb.i, *front])
