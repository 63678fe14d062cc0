"""The .ics: dated next steps, as a library that did not write it reads them."""

from __future__ import annotations

import datetime as dt
from typing import Any

import vobject

from briefgen.delivery import calendar
from briefgen.model.brief import Brief, DueDate, NextStep


def step(id_: str, earliest: str | None = None, latest: str | None = None, **more: Any) -> NextStep:
    days = {key: dt.date.fromisoformat(day) for key, day in (("earliest", earliest), ("latest", latest)) if day}
    fields = {"action": "Publish the fee schedule", "owners": ["Norland", "Suthmark"], "evidence": ["A4.1"], **more}
    return NextStep(id=id_, due=DueDate(text="soon", **days), status="pledged", confidence="high", **fields)


def brief(*steps: NextStep, day: int = 28) -> Brief:
    evidence = {"A4.1": "It, they said; is."}
    return Brief(title="Harbour talks", date=dt.date(2031, 4, day), next_steps=list(steps), evidence=evidence)


def entries(ics: bytes | None) -> list[Any]:
    assert ics is not None
    read = vobject.readOne(ics.decode())
    assert read.method.value == "PUBLISH"
    read.validate(raiseException=True)
    return list(read.vevent_list)


def test_a_step_is_an_all_day_entry_with_all_that_a_reader_needs() -> None:
    (entry,) = entries(calendar(brief(step("nxt-1", latest="2031-05-15")), "OFFICIAL", "talks", None))
    assert entry.dtstart.value == dt.date(2031, 5, 15)
    assert not hasattr(entry, "dtend")
    assert entry.dtstamp.value == dt.datetime(2031, 4, 28, tzinfo=dt.UTC)
    assert entry.summary.value == "Norland, Suthmark: Publish the fee schedule"
    assert entry.description.value == "OFFICIAL\nHarbour talks, 2031-04-28\nsoon (pledged)\nA4.1 It, they said; is."
    assert entry.sequence.value == "0"


def test_a_span_of_days_ends_on_the_day_after_the_last() -> None:
    (entry,) = entries(calendar(brief(step("nxt-1", "2031-05-01", "2031-05-31")), "", "talks", None))
    assert (entry.dtstart.value, entry.dtend.value) == (dt.date(2031, 5, 1), dt.date(2031, 6, 1))


def test_days_that_stand_the_wrong_way_round_or_at_the_end_of_time() -> None:
    steps = step("nxt-1", "2031-05-31", "2031-05-01"), step("nxt-2", "9999-12-30", "9999-12-31")
    one, other = entries(calendar(brief(*steps), "", "talks", None))
    assert (one.dtstart.value, one.dtend.value) == (dt.date(2031, 5, 1), dt.date(2031, 6, 1))
    assert other.dtstart.value == dt.date(9999, 12, 30)


def test_steps_without_a_day_are_left_out_and_without_any_there_is_no_calendar() -> None:
    assert len(entries(calendar(brief(step("nxt-1"), step("nxt-2", "2031-05-01")), "", "talks", None))) == 1
    assert calendar(brief(step("nxt-1")), "", "talks", None) is None


def test_an_entry_keeps_its_id_and_counts_its_changes() -> None:
    one, two = step("nxt-1", "2031-05-01"), step("nxt-2", "2031-06-01")
    first = calendar(brief(one, two), "", "talks", None)
    assert calendar(brief(one, two), "", "talks", first) == first
    moved = calendar(brief(step("nxt-1", "2031-05-02"), two), "", "talks", first)
    assert calendar(brief(step("nxt-1", "2031-05-02"), two), "", "talks", moved) == moved
    assert [each.uid.value for each in entries(moved)] == [each.uid.value for each in entries(first)]
    assert [each.sequence.value for each in entries(moved)] == ["1", "0"]


def test_the_same_id_in_another_brief_is_another_entry() -> None:
    one = brief(step("nxt-1", "2031-05-01"))
    (here,), (there,) = entries(calendar(one, "", "talks", None)), entries(calendar(one, "", "other", None))
    assert here.uid.value != there.uid.value


def test_an_earlier_file_that_is_none_counts_for_nothing() -> None:
    one = brief(step("nxt-1", "2031-05-01"))
    for broken in (b"", b"\xff\xfe", b"BEGIN:VCALENDAR\nBEGIN:VEVENT\nSEQUENCE:x\nEND:VEVENT\nEND:VCALENDAR", b"hello"):
        assert calendar(one, "", "talks", broken) == calendar(one, "", "talks", None)


def test_text_of_the_brief_can_add_no_line_to_the_file() -> None:
    wicked = step("nxt-1", "2031-05-01", action="Meet\r\nEND:VEVENT\nATTACH:file:///etc/passwd\x00", owners=["A\nB"])
    (entry,) = entries(calendar(brief(wicked), "", "talks", None))
    assert entry.summary.value == "A B: Meet END:VEVENT ATTACH:file:///etc/passwd"
    assert not hasattr(entry, "attach")
