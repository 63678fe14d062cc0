"""Stances -> red lines."""

from __future__ import annotations

from briefgen.drafting.naming import one_or_many
from briefgen.model.brief import RedLine
from briefgen.model.findings import Findings
from briefgen.model.ids import IdMint


def draft_red_lines(findings: Findings, grounds: dict[str, str], mint: IdMint) -> list[RedLine]:
    """The red lines in the order of the text."""
    return [
        RedLine(
            id=mint.mint("red_lines", grounds[s.evidence[0]]),
            holder=one_or_many(s.holders),
            speaker=s.speaker,
            addressee=s.addressee,
            statement=s.statement,
            kind=s.kind,
            trigger=s.trigger,
            consequence=s.consequence,
            confidence=s.confidence,
            evidence=list(s.evidence),
        )
        for s in findings.stances
    ]
