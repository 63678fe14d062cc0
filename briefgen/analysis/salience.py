"""Key statements: how strongly each sentence belongs in a summary. First version: place in the text and length."""

from __future__ import annotations

from briefgen.analysis.context import Context
from briefgen.analysis.wording import line
from briefgen.model.findings import KeyStatement


def find_key_statements(context: Context) -> list[KeyStatement]:
    """The sentences that may stand in a summary, in the order of the text."""
    sents = [s for s in context.document.citable() if len(s.span) >= 8]
    return [
        KeyStatement((s.id,), line(s, s.span.start, s.span.end, context.resolver), 1.0 - i / len(sents))
        for i, s in enumerate(sents)
    ]
