"""Processes that make briefs: each result once, whichever of them die."""

from __future__ import annotations

import datetime as dt
import multiprocessing
import os
import signal
import threading
from pathlib import Path

import pytest

from briefgen.batch import workers
from briefgen.batch.task import Task
from briefgen.requests import MakeRequest

pytestmark = [pytest.mark.slow, pytest.mark.skipif(os.name == "nt", reason="POSIX signals")]


def tasks(folder: Path, count: int) -> list[Task]:
    """Tasks that fail at once, since their files are not there."""
    return [
        Task(MakeRequest(f"{number}.txt", folder, dt.date(2024, 4, 28), name=str(number)), str(folder), "")
        for number in range(count)
    ]


def kill_one() -> None:
    child = multiprocessing.active_children()[0]
    os.kill(child.pid or 0, signal.SIGKILL)


def test_what_a_killed_worker_had_in_hand_is_taken_up_by_another(tmp_path: Path) -> None:
    results = []
    for result in workers.run(tasks(tmp_path, 12), 2, lambda: False):
        results.append(result)
        if len(results) == 1:
            kill_one()
    assert sorted(int(result.folder) for result in results) == list(range(12))
    assert {result.error for result in results} == {f"There is no file {number}.txt." for number in range(12)}
    assert multiprocessing.active_children() == []


def test_an_article_whose_worker_dies_twice_fails_and_the_others_are_done(tmp_path: Path) -> None:
    done = threading.Event()

    def kill_all_of_the_first() -> None:
        """Two processes are killed before they can have imported anything."""
        killed: set[int] = set()
        while len(killed) < 2 and not done.is_set():
            for child in multiprocessing.active_children():
                if child.pid and child.pid not in killed and len(killed) < 2:
                    os.kill(child.pid, signal.SIGKILL)
                    killed.add(child.pid)

    killer = threading.Thread(target=kill_all_of_the_first)
    killer.start()
    try:
        results = list(workers.run(tasks(tmp_path, 2), 1, lambda: False))
    finally:
        done.set()
        killer.join()
    lost, other = sorted(results, key=lambda result: result.folder)
    assert "ended twice, the last time with signal 9" in (lost.error or "")
    assert other.error == "There is no file 1.txt."


def test_once_it_is_stopped_nothing_more_is_begun(tmp_path: Path) -> None:
    results = []
    for result in workers.run(tasks(tmp_path, 9), 2, lambda: bool(results)):
        results.append(result)
    assert 1 <= len(results) <= 2


def test_closing_ends_the_processes_at_once(tmp_path: Path) -> None:
    running = workers.run(tasks(tmp_path, 9), 2, lambda: False)
    next(running)
    assert multiprocessing.active_children()
    running.close()
    assert multiprocessing.active_children() == []
