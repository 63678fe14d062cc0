"""What the document says of days: the events it dates ("within 60 days of signing"), and what it knows to be past."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from typing import TYPE_CHECKING

from briefgen.analysis.dates import counts_from_event, event_kind, find_times, speaks_of_past
from briefgen.analysis.reference.coreference import SUBJECTS
from briefgen.analysis.steps.scene import Calendar, Scene

if TYPE_CHECKING:
    from spacy.tokens import Token

    from briefgen.analysis.context import Context

# Verbs that say of their subject or object when it is: "the vote takes place on", "they reached a deal on".
_TAKING_PLACE = frozenset(
    """be hold take schedule set begin start open agree reach announce declare conclude convene call issue adopt ratify
    approve deliver enter come sign resume launch publish""".split()
)
_ARGUMENTS = (*SUBJECTS, "dobj", "pobj", "attr")


def calendar_of(context: Context) -> Calendar:
    """The calendar of a document, which the scenes of its sentences share."""
    return Calendar(_dated_events(context), _latest_past(context) if context.published is None else None)


def _latest_past(context: Context) -> dt.date | None:
    """The latest day with a year that the document tells of as past; None without one."""
    days = (
        time.earliest
        for sent in context.document.citable()
        for time in find_times(sent.text, None)
        if time.earliest is not None and speaks_of_past(sent.text, time.start, time.end)
    )
    return max(days, default=None)


def _dated_events(context: Context) -> dict[str, dt.date]:
    """The day of each kind of event that the document gives one day for; empty where no step counts from an event."""
    sents = list(context.document.citable())
    if not any(counts_from_event(sent.text) for sent in sents):
        return {}
    days: defaultdict[str, set[dt.date]] = defaultdict(set)
    for sent in sents:
        scene = Scene(context, sent, Calendar())
        for time in scene.named_times:
            if time.kind != "day" or time.earliest is None or time.earliest != time.latest:
                continue
            for top in scene.tops_of(time):
                for kind in _kinds_at(top):
                    days[kind].add(time.earliest)
    return {kind: next(iter(those)) for kind, those in days.items() if len(those) == 1}


def _kinds_at(top: Token) -> set[str]:
    """The kinds of event that the words above a time's head name, up to the verb that it belongs to."""
    found: set[str] = set()
    token = top
    while True:
        if token.pos_ in ("VERB", "AUX"):
            return found | _kinds_of_verb(token)
        if token.pos_ in ("NOUN", "PROPN") and token.i != top.i:
            kind = event_kind(token.text)
            if kind:
                return {kind}
        if token.head.i == token.i or (token.pos_ in ("NOUN", "PROPN") and token.dep_ == "pobj" and token.i != top.i):
            return found
        token = token.head


def _kinds_of_verb(verb: Token) -> set[str]:
    if verb.lemma_.lower() not in _TAKING_PLACE:
        return set()
    arguments = [c for c in verb.children if c.dep_ in _ARGUMENTS]
    if verb.dep_ in ("acl", "relcl"):
        arguments.append(verb.head)
    found = {kind for a in arguments if (kind := event_kind(a.text))}
    phrase = " ".join(t.text for t in verb.subtree if verb.i <= t.i < verb.i + 4)
    own = event_kind(phrase) if verb.lemma_.lower() in ("sign", "enter", "come", "take") else None
    return found | ({own} if own in ("signing", "force") else set())
