"""The parts of a red line as the brief states it: wording, trigger, consequence, addressee, kind, confidence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.analysis.context import Context
from briefgen.analysis.speech.reported import Speech
from briefgen.analysis.stances.addressee import addressee_of
from briefgen.analysis.stances.candidates import Candidate, part_of
from briefgen.analysis.stances.consequence import consequence_of
from briefgen.analysis.stances.hit import Hit, Range
from briefgen.analysis.stances.signals import CONDITIONS, FAINT
from briefgen.analysis.stances.tags import tag_in
from briefgen.analysis.summary.bracketing import Bracketing
from briefgen.analysis.summary.wording import line
from briefgen.analysis.text.document import Sent
from briefgen.model.findings import Confidence, RedLineKind, Stance

if TYPE_CHECKING:
    from spacy.tokens import Span

# From these probabilities on, measured on labelled texts, a red line is right in most cases, or in every second one.
HIGH, MEDIUM = 0.75, 0.5
SHORTEST = 5  # tokens of a statement
NAMED = frozenset("we our i my he she his her".split())
DEMANDING = frozenset("demand insist urge ask require order request recommend propose".split())
# A condition decides the kind only where it is one: "before" and "once" also tell time, "without" also manner.
TIMES = frozenset(("before", "once", "without", "if"))


def stance_of(candidate: Candidate, probability: float, context: Context) -> Stance:
    """The candidate as a finding; trigger and consequence are stretches of its sentence."""
    sent = candidate.sent
    condition = _condition(candidate)
    trigger = condition.trigger if condition is not None else None
    consequence = consequence_of(sent, condition, context) if condition is not None else None
    if trigger is None or consequence is None:
        trigger = consequence = None
    cast = context.resolver.cast
    stated = _stated(candidate, context, trigger, consequence)
    statement = _worded(candidate, context, *stated)
    return Stance(
        evidence=(sent.id,),
        holders=candidate.holders,
        speaker=next((n for n in candidate.holding.voice.names if cast.is_person(n)), None),
        addressee=addressee_of(candidate, trigger, context),
        kind=_kind(candidate, condition, consequence),
        statement=statement,
        trigger=_named(sent, trigger, stated, statement, context) if trigger else None,
        consequence=_named(sent, consequence, stated, statement, context) if consequence else None,
        confidence=_confidence(candidate, probability),
    )


def _named(sent: Sent, part: Range, stated: Range, statement: str, context: Context) -> str:
    """The words of a part, its pronouns named where the statement names them; the source's own brackets stay alone.

    Not "it" and "they": in the middle of a sentence they mean somebody else too often.
    """
    words = sent.cut(*part)
    if "[" in words or "]" in words:
        return words
    bracketing = Bracketing(sent, stated[0], context.resolver, first_person=True)
    pronouns = ((t, bracketing.instead_of(t)) for t in sent.between(stated[0], max(stated[1], part[1])))
    offset = sent.span.doc[part[0]].idx
    text, at = "", 0
    for token, name in ((t, n) for t, n in pronouns if n):
        if name in statement and token.lower_ in NAMED and part[0] <= token.i < part[1]:
            here = token.idx - offset
            text += words[at:here] + name
            at = here + len(token.text)
    return text + words[at:]


def _condition(candidate: Candidate) -> Hit | None:
    """The condition with the firmest marker, in the order of the table."""
    low, high = part_of(candidate.sent, candidate.main.anchor)
    refused = {h.anchor.i for h in candidate.hits if h.rule not in CONDITIONS and h.rule not in FAINT}
    stated = [h for h in candidate.hits if h.rule in CONDITIONS and h.trigger is not None]
    stated = [h for h in stated if h.anchor.i not in refused]  # "no plans of selling" is no "no ship that sells"
    stated = [h for h in stated if low <= h.anchor.idx - candidate.sent.start < high] or stated
    return next((h for h in stated if h.rule not in TIMES), stated[0] if stated else None)


def _kind(candidate: Candidate, condition: Hit | None, consequence: Range | None) -> RedLineKind:
    firm = [h for h in candidate.hits if h.rule not in CONDITIONS and h.rule not in FAINT]
    if condition is not None and consequence is not None and (not firm or condition.rule not in TIMES):
        return "conditional"
    if firm:
        return next((h.kind for h in firm if h.kind == candidate.main.kind), firm[0].kind)
    return candidate.main.kind


def _stated(candidate: Candidate, context: Context, *parts: Range | None) -> Range:
    """What is said without its reporting clause where that leaves signs and `parts` in; else the whole sentence."""
    sent = candidate.sent
    doc = sent.span.doc
    start, end = sent.span.start, sent.span.end
    tag = tag_in(sent, context.resolver.cast)
    speech = context.speech_at(sent, candidate.main.anchor)
    if tag is not None and tag.start > candidate.main.anchor.i:
        end = tag.start
    elif speech is not None and not speech.start <= speech.cue < speech.end and _is_clause(sent, speech):
        start, end = max(speech.start, start), min(speech.end, end)
    while start < end and _is_joint(doc[start:end]):
        start += 1
    said = [h for h in candidate.hits if context.speech_at(sent, h.anchor) == speech]
    kept = [h.anchor.i for h in said if h.rule not in FAINT] + [i for p in parts if p for i in (p[0], p[1] - 1)]
    if end - start < SHORTEST or not all(start <= i < end for i in kept):
        return sent.span.start, sent.span.end
    return start, end


def _is_joint(words: Span) -> bool:
    """Whether the first of the words only ties them to what stands before: a comma, a mark whose partner is not among
    them, the conjunction "that" ("That means ..." keeps its subject).
    """
    if words[0].lower_ == "that":
        return words[0].dep_ == "mark"
    return words[0].text == "," or (words[0].text == '"' and sum(t.text == '"' for t in words) % 2 == 1)


def _is_clause(sent: Sent, speech: Speech) -> bool:
    """Whether the reported words are a clause that stands alone: not the object of "raised concerns", nor what
    somebody "demanded that Norland release", which without its verb reads as a slip.
    """
    begin, end = max(speech.start, sent.span.start), min(speech.end, sent.span.end)
    if begin >= end or (root := sent.span.doc[begin:end].root).pos_ not in ("VERB", "AUX"):
        return False
    helpers = [c for c in root.children if c.dep_ in ("aux", "auxpass")]
    if any(c.tag_ == "TO" for c in helpers):
        return False  # "told Norland to withdraw"
    bare = all(c.lower_ == "be" for c in helpers) if helpers else root.tag_ in ("VB", "VBP")
    return not (bare and speech.verb in DEMANDING)


def _worded(candidate: Candidate, context: Context, start: int, end: int) -> str:
    """The line; a pronoun in front that means a holder gives way to the name."""
    text = line(candidate.sent, start, end, context.resolver)
    first = candidate.sent.span.doc[start]
    names = context.resolver.names(candidate.sent.block, first)
    own = set(candidate.holders) & {*names, *context.parties(names)}
    if own and first.lower_ in ("it", "they", "he", "she") and text.lower().startswith(first.lower_ + " "):
        return f"[{' and '.join(names)}]{text[len(first.text) :]}"
    return text


def _confidence(candidate: Candidate, probability: float) -> Confidence:
    """How sure: the fitted probability; never high where the holder was read from before or has no office."""
    unsure = candidate.holding.voice.source == "carried" or candidate.holding.about_other or candidate.private
    if probability >= HIGH and not unsure:
        return "high"
    return "medium" if probability >= MEDIUM else "low"
