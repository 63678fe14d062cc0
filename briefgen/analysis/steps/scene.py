"""One sentence with what the rules ask about it."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

from briefgen.analysis.context import Context
from briefgen.analysis.coreference import Names
from briefgen.analysis.dates import TimeExpression, due_of, find_times
from briefgen.analysis.document import Sent
from briefgen.analysis.steps.candidate import Candidate

if TYPE_CHECKING:
    from spacy.tokens import Token


class Scene:
    """A sentence, the times it names that lie ahead of publication, and whose words they are."""

    def __init__(self, context: Context, sent: Sent) -> None:
        self.context = context
        self.sent = sent

    @functools.cached_property
    def times(self) -> list[TimeExpression]:
        """The times ahead, in the order of the sentence; mere lengths of time left out."""
        published = self.context.published
        found = find_times(self.sent.text, published, future=True)
        return [
            time
            for time in found
            if time.kind not in ("duration", "vague")
            and not (published and time.latest and time.latest < published)
        ]

    def voice(self, token: Token) -> Names:
        """The parties of whoever says the words around `token`."""
        return self.context.parties(self.context.voice(self.sent, token))

    def due(self, candidate: Candidate) -> TimeExpression | None:
        """When the candidate's action is due; None where the sentence does not say."""
        start, end = candidate.span()
        doc = self.sent.span.doc
        last = doc[max(start, end - 1)]
        clause = (doc[start].idx - self.sent.start, last.idx + len(last.text) - self.sent.start)
        return due_of(self.sent.text, clause, self.context.published, future=True)

    def has_time(self, start: int, end: int) -> bool:
        """True when a time ahead stands among the tokens `start` to `end` (excluded)."""
        if not self.times or end <= start:
            return False
        doc = self.sent.span.doc
        begin = doc[start].idx - self.sent.start
        stop = doc[end - 1].idx + len(doc[end - 1].text) - self.sent.start
        return any(time.start < stop and time.end > begin for time in self.times)
