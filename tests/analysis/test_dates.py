"""The dates of next steps, sentence by sentence."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
import yaml

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
    return due_of(text, (start, start + len(clause)), published)


def is_right(due: TimeExpression | None, case: dict[str, object]) -> bool:
    days = [due.earliest, due.latest] if due and due.earliest else None
    return days == case["due"] and ("words" not in case or (due is not None and due.text == case["words"]))


def test_at_least_95_of_100_sentences_are_worked_out_exactly() -> None:
    misses = [
        f"{case['text']} -> {due}" for published, case in CASES if not is_right(due := read(published, case), case)
    ]
    assert len(CASES) >= 110
    assert len(misses) <= 0.05 * len(CASES), "\n".join(misses)
