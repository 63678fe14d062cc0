"""What a worker does with one article, wherever it stands."""

from __future__ import annotations

import datetime as dt
import pickle
from pathlib import Path

import pytest
from articles import write

from briefgen import workflow
from briefgen.batch.task import Task, make_brief
from briefgen.model.brief import Given
from briefgen.requests import MakeRequest


def task(folder: Path, where: str) -> Task:
    given = Given(published=dt.date(2024, 4, 27))
    request = MakeRequest(where, Path("output"), dt.date(2024, 4, 28), given, name="report", formats=("md",))
    return Task(request, str(folder), "options")


def test_paths_are_those_of_the_folder_that_the_user_stands_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "elsewhere").mkdir()
    monkeypatch.chdir(tmp_path / "elsewhere")
    write(tmp_path / "desk", 1)
    sent = pickle.loads(pickle.dumps(task(tmp_path / "desk", "report-0000.txt")))  # noqa: S301
    result = pickle.loads(pickle.dumps(make_brief(sent)))  # noqa: S301
    assert (result.outcome, result.error) == ("made", None)
    assert (tmp_path / "desk" / "output" / "report" / "report.md").is_file()
    assert {line["type"] for line in result.lines} == {"red line", "next step"}


def test_a_folder_that_the_worker_does_not_see_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    result = make_brief(task(tmp_path / "elsewhere", "report.txt"))
    assert result.outcome == "failed"
    assert "cannot enter" in (result.error or "")
    assert "same paths" in (result.hint or "")


def test_a_fault_of_ours_costs_one_brief_and_is_called_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)

    def broken(*_: object) -> None:
        raise ZeroDivisionError("division by zero")

    monkeypatch.setattr(workflow, "make", broken)
    result = make_brief(task(tmp_path, "report.txt"))
    assert result.error == "briefgen itself failed: ZeroDivisionError: division by zero"
    assert "fault in briefgen" in (result.hint or "")
