"""The dated next steps as calendar entries (RFC 5545), a day or a span of days each."""

from __future__ import annotations

import datetime as dt
import hashlib

from icalendar import Calendar, Component, Event

from briefgen.model.brief import Brief, NextStep
from briefgen.model.printable import clean

_STAMPED = (b"DTSTAMP", b"SEQUENCE")  # what differs between two issues of an entry that says the same


def calendar(brief: Brief, marking: str, series: str, previous: bytes | None) -> bytes | None:
    """The .ics of the dated next steps, None where no step has a date.

    `marking`: as the documents print it, since it belongs to whatever leaves with the brief. `series`: what the brief
    is called from draft to draft; with the id of a step it makes the entry's own id, by which a calendar knows it.
    `previous`: the .ics before this one, None where there is none; an entry that has changed since gets the next
    number in its sequence. The same arguments give the same bytes.
    """
    issued = _issued(previous)
    entries = [_entry(brief, step, marking, series) for step in brief.next_steps if step.due and _days(step)]
    if not entries:
        return None
    made = Calendar()
    made.add("prodid", "-//briefgen//briefgen//EN")
    made.add("version", "2.0")
    made.add("method", "PUBLISH")
    for entry in entries:
        entry.add("sequence", _sequence(entry, issued.get(str(entry["UID"]))))
        made.add_component(entry)
    content: bytes = made.to_ical(sorted=False)
    return content


def _entry(brief: Brief, step: NextStep, marking: str, series: str) -> Event:
    first, last = _days(step)
    owners = ", ".join(filter(None, map(clean, step.owners)))
    entry = Event()
    entry.add("uid", hashlib.sha256(f"{series}\n{step.id}".encode()).hexdigest()[:32] + "@briefgen")
    entry.add("dtstamp", dt.datetime.combine(brief.date, dt.time(), dt.UTC))
    entry.add("dtstart", first)
    if last > first and last < dt.date.max:  # an all-day entry without an end lasts a day; the end itself is left out
        entry.add("dtend", last + dt.timedelta(days=1))
    entry.add("summary", f"{owners}: {clean(step.action)}" if owners else clean(step.action))
    entry.add("description", _description(brief, step, marking))
    entry.add("transp", "TRANSPARENT")  # the day stays free for meetings
    return entry


def _description(brief: Brief, step: NextStep, marking: str) -> str:
    """The marking, the brief, when the step is due, how firm it is, and the sentences it rests on."""
    when = f"{clean(step.due.text) if step.due else ''} ({step.status})".strip()
    cited = [f"{clean(key)} {clean(brief.evidence[key])}" for key in step.evidence if key in brief.evidence]
    title = f"{clean(brief.title)}, {brief.date.isoformat()}"
    return "\n".join(filter(None, [marking, title, when, *cited]))


def _days(step: NextStep) -> tuple[dt.date, ...]:
    """The first and the last day; nothing where no day is known."""
    known = [day for day in (step.due.earliest, step.due.latest) if day] if step.due else []
    return (min(known), max(known)) if known else ()


def _issued(previous: bytes | None) -> dict[str, Component]:
    """The entries of the earlier file by their ids; a file that cannot be read counts for none."""
    try:
        return {str(entry["UID"]): entry for entry in Calendar.from_ical(previous or b"").walk("VEVENT")}
    except (ValueError, KeyError):
        return {}


def _sequence(entry: Event, issued: Component | None) -> int:
    if issued is None:
        return 0
    number = issued.get("SEQUENCE")
    return (max(number, 0) if isinstance(number, int) else 0) + (_words(entry) != _words(issued))


def _words(entry: Component) -> list[bytes]:
    return [line for line in entry.to_ical().splitlines() if not line.startswith(_STAMPED)]
