"""The date pass: time expressions of a sentence, worked out against the day of publication.

    find_times(text, published)               every time expression, with its words and first and last day
    due_of(text, clause, named, published)    the one that says when the clause's action is due
    counts_from_event(text)                   whether one counts from an event that the text may date elsewhere
    event_kind(words)                         the kind of event that words name
    speaks_of_past(text, start, end)          whether the words around a time speak of what is past

How it reads: `rules/` match the days and stretches themselves, in the order of one table; `parts` narrow a stretch
("early", "the end of"); neighbours become pairs ("from 3 to 5 May"); `prepositions` bend it ("by", "before", "from");
`tense` says which Friday is meant. Nothing is imported but the standard library.
"""

from __future__ import annotations

from briefgen.analysis.dates.choose import due_of
from briefgen.analysis.dates.events import event_kind
from briefgen.analysis.dates.find import TimeExpression, find_times
from briefgen.analysis.dates.rules.event_relative import counts_from_event
from briefgen.analysis.dates.tense import speaks_of_past

__all__ = ["TimeExpression", "counts_from_event", "due_of", "event_kind", "find_times", "speaks_of_past"]
