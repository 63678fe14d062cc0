"""The parts of a red line as the brief states it: wording, trigger, consequence, addressee, confidence."""

from __future__ import annotations

from briefgen.analysis.context import Context
from briefgen.analysis.stances.candidates import Candidate
from briefgen.analysis.wording import tidy
from briefgen.model.findings import Stance


def stance_of(candidate: Candidate, probability: float, context: Context) -> Stance:
    """The candidate as a finding."""
    speaker = next((n for n in candidate.holding.voice.names if context.resolver.cast.is_person(n)), None)
    return Stance((candidate.sent.id,), candidate.holders, speaker, None, candidate.main.kind, tidy(candidate.sent.text), None, None, "medium")
