"""A batch on a real Dask cluster on this machine, one of whose two workers is killed in the middle."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from articles import briefs, write

pytestmark = pytest.mark.slow
COUNT = 8
OPTIONS = ["--published", "2024-04-27", "--date", "2024-04-28", "--format", "docx"]
BRIEFGEN = [sys.executable, "-c", "from briefgen.cli import main; main()"]


@dataclass
class Cluster:
    """A scheduler and its workers, as processes."""

    address: str
    scheduler: subprocess.Popen[bytes]
    workers: list[subprocess.Popen[bytes]] = field(default_factory=list)

    def add_worker(self, folder: Path) -> None:
        options = [
            "--nthreads",
            "1",
            "--no-nanny",
            "--no-dashboard",
            "--host",
            "127.0.0.1",
            "--local-directory",
            folder,
        ]
        command = [sys.executable, "-m", "distributed.cli.dask_worker", self.address, *options]
        self.workers.append(subprocess.Popen(command, cwd=folder, stderr=subprocess.DEVNULL))


@pytest.fixture
def cluster(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cluster]:
    """Two workers that stand elsewhere than the user."""
    folder = tmp_path_factory.mktemp("cluster")
    told = folder / "scheduler.json"
    options = ["--host", "127.0.0.1", "--port", "0", "--no-dashboard", "--scheduler-file", told]
    scheduler = subprocess.Popen(
        [sys.executable, "-m", "distributed.cli.dask_scheduler", *options], cwd=folder, stderr=subprocess.DEVNULL
    )
    while not told.exists() or not told.read_text():
        assert scheduler.poll() is None
        time.sleep(0.1)
    cluster = Cluster(json.loads(told.read_text())["address"], scheduler)
    try:
        for _ in range(2):
            cluster.add_worker(folder)
        yield cluster
    finally:
        for process in (*cluster.workers, scheduler):
            process.kill()
            process.wait()


def batch(folder: Path, *arguments: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [*BRIEFGEN, "batch", "feeds", *OPTIONS, *arguments],
        cwd=folder,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    )


def test_a_worker_that_is_killed_loses_nothing_and_makes_nothing_twice(cluster: Cluster, tmp_path: Path) -> None:
    for name in ("here", "there"):
        write(tmp_path / name / "feeds", COUNT)
    (tmp_path / "there" / "feeds" / "empty.txt").write_text("")
    running = batch(tmp_path / "there", "--scheduler", cluster.address)
    manifest = tmp_path / "there" / "output" / "manifest.jsonl"
    while not manifest.exists() or manifest.read_bytes().count(b'"made"') < 2:
        assert running.poll() is None, running.communicate()[1]
        time.sleep(0.05)
    cluster.workers[0].kill()
    err = running.communicate(timeout=300)[1]
    assert running.returncode == 1, err
    assert err.splitlines()[-1] == f"briefs made: {COUNT}, up to date: 0, failed: 1"
    assert "Traceback" not in err
    lines = [json.loads(line) for line in manifest.read_text().splitlines()]
    assert sorted(line["folder"] for line in lines) == ["empty", *(f"report-{number:04}" for number in range(COUNT))]

    here = batch(tmp_path / "here")
    assert here.communicate(timeout=300)[1]
    assert here.returncode == 0
    assert briefs(tmp_path / "there" / "output") == briefs(tmp_path / "here" / "output")


def test_where_no_scheduler_answers_that_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path / "feeds", 1)
    monkeypatch.setenv("DASK_DISTRIBUTED__COMM__TIMEOUTS__CONNECT", "1s")
    running = batch(tmp_path, "--scheduler", "tcp://127.0.0.1:9")
    err = running.communicate(timeout=120)[1]
    assert running.returncode == 1
    assert "error: no Dask scheduler answers at tcp://127.0.0.1:9" in err
    assert "Traceback" not in err
