"""Quotations -> quotes."""

from __future__ import annotations

from briefgen.model.brief import Quote
from briefgen.model.findings import Findings
from briefgen.model.ids import IdMint


def draft_quotes(findings: Findings, grounds: dict[str, str], mint: IdMint) -> list[Quote]:
    """The quotations in the order of the text, verbatim."""
    return [
        Quote(id=mint.mint("quotes", grounds[q.evidence[0]]), speaker=q.speaker, text=q.text, evidence=list(q.evidence))
        for q in findings.quotations
    ]
