"""When two sources may mean the same day."""

from __future__ import annotations

import datetime as dt

import pytest

from briefgen.collation.steps import same_days
from briefgen.model.findings import Due


def due(text: str, first: int = 0, last: int = 0) -> Due:
    """A time in May 2031; without days it was not resolved."""
    return Due(text, dt.date(2031, 5, first), dt.date(2031, 5, last)) if first else Due(text)


MAY = due("in May", 1, 31)


@pytest.mark.parametrize(
    ("one", "other", "may_be"),
    [
        (None, due("on Friday", 9, 9), True),
        (due("on Friday", 9, 9), due("on 9 May", 9, 9), True),
        (due("on Friday"), due("On  Friday", 9, 9), True),
        (due("on 9 May", 9, 9), MAY, True),
        (due("by 15 May", 5, 15), due("by 15 May", 7, 15), True),
        (due("by 15 May", 5, 15), due("before 15 May", 7, 15), True),
        (due("by 15 May", 5, 15), due("by 20 May", 5, 20), False),
        (due("on 9 May", 9, 9), due("on 10 May", 10, 10), False),
        (due("soon"), due("on 9 May", 9, 9), None),
        (due("next week", 12, 18), due("in the middle of May", 10, 16), None),
    ],
)
def test_days_agree_differ_or_cannot_be_compared(one: Due | None, other: Due | None, may_be: bool | None) -> None:
    assert same_days(one, other) is may_be
    assert same_days(other, one) is may_be
