"""The parts of a red line as the brief states it: wording, trigger, consequence, addressee, kind, confidence."""

from __future__ import annotations

from briefgen.analysis.context import Context
from briefgen.analysis.stances.addressee import addressee_of
from briefgen.analysis.stances.candidates import Candidate
from briefgen.analysis.stances.consequence import consequence_of
from briefgen.analysis.stances.hit import Hit, Range
from briefgen.analysis.stances.signals import CONDITIONS, FAINT
from briefgen.analysis.wording import line
from briefgen.model.findings import Confidence, RedLineKind, Stance

# From these probabilities on, measured on labelled texts, a red line is right in most cases, or in every second one.
HIGH, MEDIUM = 0.7, 0.5
# A condition decides the kind only where it is one: "before" and "once" also tell time, "without" also manner.
TIMES = frozenset(("before", "once", "without", "if"))


def stance_of(candidate: Candidate, probability: float, context: Context) -> Stance:
    """The candidate as a finding; trigger and consequence are verbatim stretches of its sentence."""
    sent = candidate.sent
    condition = _condition(candidate)
    trigger = condition.trigger if condition is not None else None
    consequence = consequence_of(sent, condition, context) if condition is not None else None
    if trigger is None or consequence is None:
        trigger = consequence = None
    cast = context.resolver.cast
    return Stance(
        evidence=(sent.id,),
        holders=candidate.holders,
        speaker=next((n for n in candidate.holding.voice.names if cast.is_person(n)), None),
        addressee=addressee_of(candidate, trigger, context),
        kind=_kind(candidate, condition, consequence),
        statement=line(sent, *_stated(candidate, context), context.resolver),
        trigger=sent.cut(*trigger) if trigger else None,
        consequence=sent.cut(*consequence) if consequence else None,
        confidence=_confidence(candidate, probability),
    )


def _condition(candidate: Candidate) -> Hit | None:
    """The condition with the firmest marker, in the order of the table."""
    stated = [h for h in candidate.hits if h.rule in CONDITIONS and h.trigger is not None]
    return next((h for h in stated if h.rule not in TIMES), stated[0] if stated else None)


def _kind(candidate: Candidate, condition: Hit | None, consequence: Range | None) -> RedLineKind:
    firm = [h for h in candidate.hits if h.rule not in CONDITIONS and h.rule not in FAINT]
    if condition is not None and consequence is not None and (not firm or condition.rule not in TIMES):
        return "conditional"
    if firm:
        return next((h.kind for h in firm if h.kind == candidate.main.kind), firm[0].kind)
    return candidate.main.kind


def _stated(candidate: Candidate, context: Context) -> Range:
    """The words of the speech that holds the main sign without its reporting clause; else the whole sentence."""
    sent = candidate.sent
    speech = context.speech_at(sent, candidate.main.anchor)
    whole = (sent.span.start, sent.span.end)
    if speech is None or speech.end - speech.start < 5 or speech.start <= speech.cue < speech.end:
        return whole
    start = max(speech.start, sent.span.start)
    if sent.span.doc[start].lower_ in ("that", ",", '"'):
        start += 1
    outside = [h for h in candidate.hits if not start <= h.anchor.i < speech.end and h.rule not in FAINT]
    return whole if outside else (start, min(speech.end, sent.span.end))


def _confidence(candidate: Candidate, probability: float) -> Confidence:
    """How sure: the fitted probability, one step down where the holder was read off the sentence before."""
    carried = candidate.holding.voice.source == "carried" or candidate.holding.about_other
    if probability >= HIGH and not carried:
        return "high"
    return "medium" if probability >= MEDIUM else "low"
