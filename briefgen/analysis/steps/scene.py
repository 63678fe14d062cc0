"""One sentence with what the rules ask about it."""

from __future__ import annotations

import datetime as dt
import functools
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from briefgen.analysis.context import Context
from briefgen.analysis.dates import TimeExpression, due_of, find_times
from briefgen.analysis.reference.coreference import SUBJECTS, Names
from briefgen.analysis.steps.candidate import Candidate, clause_head, is_past
from briefgen.analysis.steps.words import EVENTS, THINGS
from briefgen.analysis.text.document import Sent

if TYPE_CHECKING:
    from spacy.tokens import Token

# With a verb of the present these tell of now.
_AT_HAND = re.compile(
    r"\b(?:today|now|yesterday|last|past|this (?:morning|afternoon|week|month|year|spring|summer|decade))\b", re.I
)
_TODAY = re.compile(r"(?:earlier )?(?:today|this (?:morning|afternoon))", re.I)
_DEICTIC = re.compile(r"today|tomorrow|now", re.I)
# What counts from the day of speaking, and what names a day of its own.
_FROM_THE_DAY = re.compile(r"\b(?:today|tonight|tomorrow)\b", re.I)
_DAY = re.compile(r"day\b|\d", re.I)
_PARAGRAPH = 6  # sentences
_FORTNIGHT = 14  # days
_YEAR = re.compile(r"\b\d{4}\b|\b(?:next|coming) (?:year|spring|summer|autumn|winter)\b")
_MONTH_DAY = re.compile(r"\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\b")
# Rules whose marker tells of a promise or an order, which has a day of its own.
_TOLD = ("ordered", "planned", "plan_noun")
_FAR = 270  # days
_HALF = 183
_RECENT = 45  # days
_LAST = re.compile(
    r"(?:(?:in|over|during) )?(?:the )?(?:last (?:year|month|spring|summer|autumn|winter)|\w+ (?:months|years) ago)",
    re.I,
)
_OTHER_CLAUSES = ("relcl", "advcl", "acl", "ccomp", "parataxis", "conj", "csubj")


@dataclass(frozen=True, slots=True)
class Calendar:
    """What the whole document says of days: those of its `events` by kind, and, where the day of publication is not
    known, the latest day that it tells of as `past`.
    """

    events: Mapping[str, dt.date] = field(default_factory=dict)
    past: dt.date | None = None


class Scene:
    """A sentence, the times it names that lie ahead of publication, and whose words they are."""

    def __init__(self, context: Context, sent: Sent, calendar: Calendar) -> None:
        self.context = context
        self.sent = sent
        self.calendar = calendar
        self.tokens = sent.tokens
        self._tops: dict[int, list[Token]] = {}

    @functools.cached_property
    def sentence_before(self) -> Sent | None:
        """The sentence before in the same paragraph; None at its beginning."""
        block, order = self.sent.block, self.sent.order - 1
        return next((s for s in self.context.document.sents if s.block == block and s.order == order), None)

    @functools.cached_property
    def named_times(self) -> list[TimeExpression]:
        """Every time that the sentence names, also those that are over."""
        return find_times(self.sent.text, self.context.published, future=True, events=self.calendar.events)

    @functools.cached_property
    def times(self) -> list[TimeExpression]:
        """The times that lie ahead, in the order of the sentence; mere lengths of time and the day at hand left out."""
        published = self.context.published
        return [
            time
            for time in self.named_times
            if time.kind not in ("duration", "vague")
            and not (published and time.latest and time.latest <= published)
            and not _AT_HAND.search(time.text)
            and not self.long_gone(time)
        ]

    def long_gone(self, time: TimeExpression, past: bool = False) -> bool:
        """True for a day without a year that would be most of a year ahead, or half of one with a verb of the past: the
        last one is meant.
        """
        published = self.context.published
        if published is None or time.earliest is None or _YEAR.search(time.text):
            return False
        return bool(_MONTH_DAY.search(time.text)) and (time.earliest - published).days > (_HALF if past else _FAR)

    def lies_ahead(self, time: TimeExpression) -> bool:
        """True for a time with a day of its own that is not over by what is known of the day of publication."""
        return not self.is_over(time) and (time.latest or time.earliest) is not None

    def is_over(self, time: TimeExpression) -> bool:
        """True for a time that ended before publication or, where that is not known, before a day told of as past."""
        known = self.context.published or self.calendar.past
        return bool(known and time.latest and time.latest < known)

    def is_long_ago(self, time: TimeExpression) -> bool:
        """True for a month or a year that was over weeks before publication; without its day, for one with a year."""
        if _LAST.match(time.text):
            return True
        if time.latest is None:
            return False
        known = self.context.published or self.calendar.past
        if known and (known - time.latest).days > _RECENT:
            return True
        return self.context.published is None and time.kind == "range" and bool(_YEAR.search(time.text))

    def voice(self, token: Token) -> Names:
        """The parties of whoever says the words around `token`."""
        return self.context.parties(self.context.voice(self.sent, token))

    def due(self, candidate: Candidate) -> TimeExpression | None:
        """When the candidate's action is due; None where the sentence does not say."""
        start, end = candidate.span()
        found = self._due_of(start, end)
        action = candidate.action
        if (
            found
            and candidate.rule in _TOLD
            and is_past(candidate.marker)
            and found.end <= action.idx - self.sent.start
        ):
            # "Asked Lima on Monday to ...", "in 2018 it pledged to ...": the day of the asking is not that of the deed.
            found = self._due_of(max(start, action.i), max(end, action.i + 1))
            found = found if found and found.start > action.idx - self.sent.start else None
        if found and self._is_of_another(found, candidate):
            # "The summit, once set for 28 May, will be held on 2 June": the day behind the deed is its own.
            own = (t for t in self.times if any(top.head.i == action.i < top.i for top in self.tops_of(t)))
            found = next(own, found)
        if (
            found is None
            or self.long_gone(found, is_past(clause_head(candidate.top)))
            or found.text.lower().startswith("since")
            or self._is_of_another(found, candidate)
        ):
            return None
        # "Today he announced a deal": the day of the announcement is not the deal's.
        if is_past(candidate.marker) and _TODAY.fullmatch(found.text):
            return None
        return None if self.spoken_earlier(candidate.top, found) is not None else found

    def spoken_earlier(self, token: Token, time: TimeExpression) -> dt.date | None:
        """The day of the quotation around `token`, where its "tomorrow" counts from another than that of publication:
        the last day before it that its paragraph tells of; None without one.
        """
        published, document = self.context.published, self.context.document
        if published is None or not _FROM_THE_DAY.search(time.text) or not document.is_quoted(self.sent.block, token):
            return None
        days = [
            day.latest
            for sent in document.sents
            if sent.block == self.sent.block and abs(sent.order - self.sent.order) <= _PARAGRAPH
            for day in find_times(sent.text, published, future=False)
            if day.kind == "day" and day.latest is not None and _DAY.search(day.text)
        ]
        past = [day for day in days if 0 < (published - day).days <= _FORTNIGHT]
        return max(past, default=None)

    def _due_of(self, start: int, end: int) -> TimeExpression | None:
        """When what the tokens from `start` to `end` (excluded) say is due."""
        doc = self.sent.span.doc
        last = doc[max(start, end - 1)]
        clause = (doc[start].idx - self.sent.start, last.idx + len(last.text) - self.sent.start)
        return due_of(self.sent.text, clause, self.named_times, self.context.published)

    def _is_of_another(self, time: TimeExpression, candidate: Candidate) -> bool:
        """True for a time of something else than the deed: "the challenges of today", "firms founded in 2033 will"."""
        head = clause_head(candidate.top)
        tops = self.tops_of(time)
        if _DEICTIC.fullmatch(time.text):
            if not any(self.belongs(time, verb) for verb in (head, candidate.top, candidate.action)):
                return True
            if any(top.head.lower_ == "of" and top.head.head.lemma_.lower() not in EVENTS for top in tops):
                return True
        subject = next((c for c in head.children if c.dep_ in SUBJECTS and c.i < head.i), None)
        if subject is None or not all(subject.left_edge.i <= top.i <= subject.right_edge.i for top in tops):
            return False
        return subject.lemma_.lower() in THINGS or not self.belongs(time, subject)

    def has_time(self, verb: Token) -> bool:
        """True when a time ahead belongs to the clause of `verb` (or of a noun: to its phrase)."""
        return any(self.belongs(time, verb) for time in self.times)

    def time_in_subject(self, verb: Token) -> bool:
        """True when every time of the clause of `verb` is its subject's: "the 27 November agreement is void"."""
        subjects = [c for c in verb.children if c.dep_ in SUBJECTS]
        own = [time for time in self.times if self.belongs(time, verb)]
        return bool(own) and all(any(self.belongs(time, s) for s in subjects) for time in own)

    def belongs_to_object(self, time: TimeExpression, verb: Token) -> bool:
        """True when `time` belongs to an object of `verb`: "called a meeting on 3 May"."""
        return any(self.belongs(time, c) for c in verb.children if c.dep_ in ("dobj", "attr", "oprd"))

    def belongs(self, time: TimeExpression, verb: Token) -> bool:
        """True when `time` stands in the clause of `verb`."""
        return any(_clause_of(top, verb) for top in self.tops_of(time))

    def tops_of(self, time: TimeExpression) -> list[Token]:
        """The words of `time` by which it hangs on the rest of the sentence."""
        if time.start not in self._tops:
            self._tops[time.start] = self._find_tops(time)
        return self._tops[time.start]

    def _find_tops(self, time: TimeExpression) -> list[Token]:
        begin, end = time.start + self.sent.start, time.end + self.sent.start
        words = [t for t in self.tokens if t.idx < end and t.idx + len(t.text) > begin]
        return [t for t in words if not words[0].i <= t.head.i <= words[-1].i or t.dep_ == "ROOT"] or words[:1]


def _clause_of(token: Token, verb: Token) -> bool:
    """True when `verb` governs `token` with no other clause between them but an infinitive."""
    while token.i != verb.i:
        if token.dep_ == "ROOT" or (token.dep_ in _OTHER_CLAUSES and token.pos_ in ("VERB", "AUX")):
            return False
        token = token.head
    return True
