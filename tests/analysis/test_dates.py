"""The dates of next steps, sentence by sentence."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from briefgen.analysis.dates import TimeExpression, due_of, find_times

CASES = [
    (group["published"], case)
    for group in yaml.safe_load((Path(__file__).parents[1] / "cases" / "dates.yaml").read_text(encoding="utf-8"))
    for case in group["sentences"]
]
MONDAY = dt.date(2030, 2, 25)


def read(published: dt.date, case: dict[str, object]) -> TimeExpression | None:
    text = str(case["text"])
    clause = str(case.get("clause", text))
    start = text.index(clause)
    return due_of(text, (start, start + len(clause)), find_times(text, published), published)


def is_right(due: TimeExpression | None, case: dict[str, object]) -> bool:
    days = [due.earliest, due.latest] if due and due.earliest else None
    return days == case["due"] and ("words" not in case or (due is not None and due.text == case["words"]))


def days(text: str, published: dt.date | None = MONDAY, **options: object) -> list[tuple[dt.date | None, ...]]:
    return [(time.earliest, time.latest) for time in find_times(text, published, **options)]


def test_at_least_95_of_100_sentences_are_worked_out_exactly() -> None:
    misses = [f"{case['text']} -> {due}" for day, case in CASES if not is_right(due := read(day, case), case)]
    assert len(CASES) >= 110
    assert len(misses) <= 0.05 * len(CASES), "\n".join(misses)


@pytest.mark.parametrize(
    "sentence",
    [
        "The talks will resume on 3 June, the envoy said on Tuesday.",
        "On Tuesday the envoy told reporters that the talks will resume on 3 June.",
        "The envoy, who arrived on Tuesday, confirmed the talks will resume on 3 June.",
        "In a statement released on Tuesday the ministry said the talks will resume on 3 June.",
        "The talks will resume on 3 June, officials announced late on Tuesday.",
    ],
)
def test_the_day_of_the_report_is_never_the_day_of_the_step(sentence: str) -> None:
    for clause in (sentence, "the talks will resume on 3 June", "talks will resume"):
        start = max(sentence.lower().find(clause.lower()), 0)
        due = due_of(sentence, (start, start + len(clause)), find_times(sentence, MONDAY), MONDAY)
        assert due is not None
        assert (due.text, due.earliest) == ("on 3 June", dt.date(2030, 6, 3))


def test_tense_decides_which_friday_is_meant() -> None:
    assert days("The court sits on Friday.") == [(dt.date(2030, 3, 1),) * 2]
    assert days("The court, in session on Friday, adjourned.", future=False) == [(dt.date(2030, 2, 22),) * 2]
    assert days("The court rejected the plea on Friday.") == [(dt.date(2030, 2, 22),) * 2]
    assert days("The ban, in force since March, ends in March.") == [
        (dt.date(2029, 3, 1), MONDAY),
        (dt.date(2030, 3, 1), dt.date(2030, 3, 31)),
    ]


def test_a_day_that_has_just_passed_is_not_that_of_next_year() -> None:
    assert days("The truce of 20 February holds.") == [(dt.date(2030, 2, 20),) * 2]
    assert read(MONDAY, {"text": "The truce of 20 February holds."}) is None


def test_without_a_date_of_publication_only_dates_with_a_year_are_worked_out() -> None:
    assert days("The lease ends on 1 May 2031.", None) == [(dt.date(2031, 5, 1),) * 2]
    assert days("The lease ends by 1 May 2031.", None) == [(None, dt.date(2031, 5, 1))]
    for words in ("on 1 May", "on Friday", "tomorrow", "next week", "within 48 hours", "in May", "this weekend"):
        (time,) = find_times(f"The lease ends {words}.", None)
        assert (time.text, time.earliest, time.latest, time.kind) == (words, None, None, "vague")


def test_what_counts_from_another_day_needs_that_day() -> None:
    anchor = dt.date(2030, 3, 4)
    assert days("A runoff follows two weeks later.", anchor=anchor) == [(dt.date(2030, 3, 18),) * 2]
    assert days("It must be certified within 48 hours of the vote.", anchor=anchor) == [(anchor, dt.date(2030, 3, 6))]
    assert days("The lists are due before then.", anchor=anchor) == [(MONDAY, dt.date(2030, 3, 3))]
    assert days("A count follows the week after.", anchor=anchor) == [(dt.date(2030, 3, 11), dt.date(2030, 3, 17))]
    assert days("A runoff follows two weeks later.") == [(None, None)]


def test_a_day_of_the_text_goes_before_the_one_given() -> None:
    text = "The vote is on 10 March and a runoff follows two weeks later."
    assert days(text, anchor=dt.date(2030, 1, 1))[-1] == (dt.date(2030, 3, 24),) * 2


@pytest.mark.parametrize(
    "text", ["", " ", "May", "May, march!", "31 June", "on 30 February 2031", "99/99/2030", "0 May"]
)
def test_no_day_is_made_up(text: str) -> None:
    assert all(time.latest is None for time in find_times(text, MONDAY))


def test_white_space_of_any_kind_stands_between_words() -> None:
    (time,) = find_times("The tariff applies on\nJune 4,\t2031.", MONDAY)
    assert (time.text, time.latest) == ("on\nJune 4,\t2031", dt.date(2031, 6, 4))


FRAGMENTS = """
in on by until the end of first week May 5 12th 2031 2030-02-30 Monday and to from – , . next last a two weeks later
before then said within 48 hours after signing day early mid- Q3 spring this year not than 29 February 31 's at noon
9999 1900 fortnight hundred decade ’s postponed no for 90 days ago
"""
WORDS = st.sampled_from([*FRAGMENTS.split(), "\n"])


@example("until before Friday, after today for 90 days", dt.date.max, True, dt.date.min)
@given(
    st.one_of(st.text(max_size=200), st.lists(WORDS, max_size=30).map(" ".join)),
    st.none() | st.dates(),
    st.booleans(),
    st.none() | st.dates(),
)
def test_any_text_gives_verbatim_words_in_order_and_days_in_order(
    text: str, published: dt.date | None, future: bool, anchor: dt.date | None
) -> None:
    times = find_times(text, published, future=future, anchor=anchor)
    place = 0
    for time in times:
        assert place <= time.start < time.end
        assert text[time.start : time.end] == time.text
        assert (time.earliest is None and time.latest is None) == (time.kind == "vague")
        assert time.earliest is None or time.latest is None or time.earliest <= time.latest
        place = time.end
    due = due_of(text, (0, len(text)), times, published, future)
    assert due is None or due in times
