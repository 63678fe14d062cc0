"""A batch in processes of its own: terminals, Ctrl-C, kills, and what is imported."""

from __future__ import annotations

import contextlib
import importlib
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from articles import briefs, write

pytestmark = [pytest.mark.slow, pytest.mark.skipif(os.name == "nt", reason="POSIX signals and terminals")]
BATCH = [sys.executable, "-c", "from briefgen.cli import main; main()", "batch", "feeds", "--jobs", "2"]
OPTIONS = ["--published", "2024-04-27", "--date", "2024-04-28"]
COUNT = 5
KILLS = 2  # one of new briefs, one of briefs that are there


def call(folder: Path, *more: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([*BATCH, *OPTIONS, *more], cwd=folder, capture_output=True, encoding="utf-8", check=False)


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with articles and their briefs, made by two workers in one go."""
    folder = tmp_path_factory.mktemp("undisturbed")
    write(folder / "feeds", COUNT)
    done = call(folder)
    assert (done.returncode, done.stderr.splitlines()[-1]) == (0, f"briefs made: {COUNT}, up to date: 0, failed: 0")
    return folder


def test_two_workers_make_what_one_makes(undisturbed: Path, tmp_path: Path) -> None:
    write(tmp_path / "feeds", COUNT)
    assert call(tmp_path, "--jobs", "1").returncode == 0
    assert briefs(tmp_path / "output") == briefs(undisturbed / "output")


def test_killed_at_random_moments_it_ends_with_the_files_of_an_undisturbed_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As in benchmarks/kills.py, which does so fifty times."""
    monkeypatch.syspath_prepend(Path(__file__).parents[2] / "benchmarks")
    kills = importlib.import_module("kills")
    outcomes = list(kills.repetitions(tmp_path, KILLS, random.Random(4), COUNT))  # noqa: S311
    assert [wrong for _, _, wrong in outcomes] == [[]] * KILLS


def read_all(terminal: int) -> str:
    shown = ""
    with contextlib.suppress(OSError):  # by which Linux tells that nobody writes to the terminal any more
        while chunk := os.read(terminal, 4096):
            shown += chunk.decode(errors="replace")
    return shown


def test_ctrl_c_finishes_what_is_in_hand_and_the_next_run_goes_on(tmp_path: Path) -> None:
    write(tmp_path / "feeds", 2 * COUNT)
    ours, theirs = os.openpty()
    process = subprocess.Popen(
        [*BATCH, *OPTIONS], cwd=tmp_path, start_new_session=True, stdin=theirs, stdout=theirs, stderr=theirs
    )
    os.close(theirs)
    manifest = tmp_path / "output" / "manifest.jsonl"
    while not (manifest.exists() and manifest.read_bytes()):
        time.sleep(0.05)
    os.killpg(process.pid, signal.SIGINT)
    shown = read_all(ours)
    assert process.wait(60) == 130
    assert "finishing the briefs in hand" in shown
    assert "Traceback" not in shown
    assert "failed: 0" in shown
    made = len(manifest.read_bytes().splitlines())
    assert 1 <= made < 2 * COUNT
    assert len(list((tmp_path / "output").glob("report-*"))) == made
    assert f"made: {2 * COUNT - made}, up to date: {made}" in call(tmp_path).stderr


def test_a_second_ctrl_c_ends_it_at_once_and_costs_nothing(undisturbed: Path, tmp_path: Path) -> None:
    write(tmp_path / "feeds", COUNT)
    manifest = tmp_path / "output" / "manifest.jsonl"
    with subprocess.Popen(
        [*BATCH, *OPTIONS], cwd=tmp_path, start_new_session=True, stderr=subprocess.PIPE, encoding="utf-8"
    ) as process:
        while not manifest.exists():
            time.sleep(0.02)
        os.killpg(process.pid, signal.SIGINT)
        assert process.stderr
        assert any("finishing" in line for line in iter(process.stderr.readline, ""))
        os.killpg(process.pid, signal.SIGINT)
        assert "Traceback" not in process.stderr.read()
    assert process.returncode == 130
    assert call(tmp_path).returncode == 0
    assert briefs(tmp_path / "output") == briefs(undisturbed / "output")


IMPORTED = """
import sys
from briefgen.cli import main
try:
    main(["batch", "feeds"])
finally:
    print("modules:", *sys.modules, file=sys.stderr)
"""


def test_without_a_scheduler_dask_is_not_imported_and_the_model_by_workers_alone(tmp_path: Path) -> None:
    write(tmp_path / "feeds", 1)
    done = subprocess.run(
        [sys.executable, "-c", IMPORTED], cwd=tmp_path, capture_output=True, encoding="utf-8", check=False
    )
    loaded = set(done.stderr.partition("modules:")[2].split())
    assert "briefgen.batch.cluster" in loaded
    assert {"distributed", "dask", "spacy", "thinc", "reportlab"}.isdisjoint(loaded)


def test_a_full_disk_and_a_limit_on_files_fail_in_words(tmp_path: Path) -> None:
    write(tmp_path / "feeds", 1)
    limited = "import resource, signal; signal.signal(signal.SIGXFSZ, signal.SIG_IGN); " + (
        "resource.setrlimit(resource.RLIMIT_FSIZE, (10_000, 10_000)); from briefgen.cli import main; main()"
    )
    done = subprocess.run(
        [sys.executable, "-c", limited, "batch", "feeds", *OPTIONS],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    assert "file too large" in done.stderr
    assert "Traceback" not in done.stderr
    assert not (tmp_path / "output" / "report-0000").exists()
