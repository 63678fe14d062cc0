"""The rules of the date pass, in the order in which they are tried: an earlier one keeps its words from a later one."""

from __future__ import annotations

from briefgen.analysis.dates.rule import Rule
from briefgen.analysis.dates.rules import (
    calendar_days,
    counted,
    event_relative,
    holidays,
    months_and_years,
    relative_days,
    relative_periods,
    vague,
    weekdays,
)

RULES: tuple[Rule, ...] = (
    *calendar_days.RULES,
    *counted.RULES,
    *vague.RULES,
    *relative_days.RULES,
    *event_relative.RULES,
    *weekdays.RULES,
    *holidays.RULES,
    *months_and_years.RULES,
    *relative_periods.RULES,
)
