"""How fast a batch is and how much memory it takes: ratios, each taken in one run of this script.

usage: python benchmarks/batch.py

What it takes to start and to load the language model is left out: each time is that of many articles less that of a
few. Wants a quiet machine with two cores and takes some six minutes there; the exit code is 1 only if something failed
to run.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psutil
from figures import Figure, print_all
from speed import BRIEFGEN, ENVIRONMENT, SEED

MANY, FEW = 40, 4  # articles as long as the seed
OPTIONS = ["--published", "2024-04-27", "--date", "2024-04-28", "--quiet", "-o"]
SHORT = """Norland warns Suthmark over the port of Harn

Norland's Foreign Minister Ana Lopes met the Suthmark envoy Piet Brandt on Monday, report number {number}.

"We will never accept a foreign base in Harn," Lopes said. The delegations will meet again next Tuesday.
"""
# Loads, says so, waits for a line, and says how long the parse of the texts named took.
BARE = """
import sys, time, spacy
from pathlib import Path
nlp = spacy.load(sys.argv[1])
texts = [Path(name).read_text(encoding="utf-8") for name in sys.argv[2:]]
print("ready", flush=True)
sys.stdin.readline()
begun = time.perf_counter()
for doc in nlp.pipe(texts):
    pass
print(time.perf_counter() - begun, flush=True)
"""


def write_articles(folder: Path, count: int, text: str) -> list[Path]:
    """That many articles, no two of the same bytes."""
    folder.mkdir()
    paths = [folder / f"report-{number:04}.txt" for number in range(count)]
    for number, path in enumerate(paths):
        path.write_text(f"{text.replace('{number}', str(number))}\nThis is report number {number}.\n", encoding="utf-8")
    return paths


def batch(folder: Path, articles: str, *options: str) -> float:
    """How long a batch takes, into a folder of its own."""
    with tempfile.TemporaryDirectory(dir=folder) as output:
        begun = time.perf_counter()
        command = [*BRIEFGEN, "batch", articles, *OPTIONS, output, *options]
        subprocess.run(command, check=True, cwd=folder, env=ENVIRONMENT, stdout=subprocess.DEVNULL)
        return time.perf_counter() - begun


def a_second(folder: Path, *options: str) -> float:
    """Briefs a second with these options, start and loading aside."""
    few = batch(folder, "few", *options)
    return (MANY - FEW) / (batch(folder, "many", *options) - few)


def bare_a_second(paths: list[Path]) -> float:
    """Texts a second of two processes that do nothing but parse, each half of the texts."""
    from briefgen.analysis.text.language_model import installed_model

    command = [sys.executable, "-c", BARE, str(installed_model())]
    processes = [
        subprocess.Popen(
            [*command, *half], env=ENVIRONMENT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8"
        )
        for half in (paths[::2], paths[1::2])
    ]
    for process in processes:
        assert process.stdout  # noqa: S101
        assert process.stdout.readline() == "ready\n"  # noqa: S101
    for process in processes:
        assert process.stdin  # noqa: S101
        process.stdin.write("\n")
        process.stdin.flush()
    return len(paths) / max(float(process.communicate()[0]) for process in processes)


def memory(folder: Path, articles: str) -> float:
    """The most megabytes that a batch and its workers held together."""
    with tempfile.TemporaryDirectory(dir=folder) as output:
        command = [*BRIEFGEN, "batch", articles, *OPTIONS, output, "--jobs", "2"]
        process = psutil.Popen(command, cwd=folder, env=ENVIRONMENT, stdout=subprocess.DEVNULL)
        most = 0
        while process.poll() is None:
            most = max(most, _held(process))
            time.sleep(0.1)
        if process.returncode:
            raise subprocess.CalledProcessError(process.returncode, command)
        return most / 1_000_000


def _held(process: psutil.Process) -> int:
    held = 0
    for each in (process, *process.children(recursive=True)):
        try:
            held += each.memory_info().rss
        except psutil.NoSuchProcess:
            continue
    return held


@contextmanager
def cluster(folder: Path) -> Iterator[tuple[str, list[subprocess.Popen[bytes]]]]:
    """A Dask scheduler's address and its two workers, on this machine."""
    told = folder / "scheduler.json"
    dask = [sys.executable, "-m"]
    options = ["--host", "127.0.0.1", "--no-dashboard"]
    quiet = {"cwd": folder, "env": ENVIRONMENT, "stderr": subprocess.DEVNULL}
    scheduler = [*dask, "distributed.cli.dask_scheduler", *options, "--port", "0", "--scheduler-file", told]
    processes = [subprocess.Popen(scheduler, **quiet)]
    try:
        while not told.exists() or not told.read_text():
            time.sleep(0.1)
        address = json.loads(told.read_text())["address"]
        worker = [*dask, "distributed.cli.dask_worker", address, *options, "--nthreads", "1", "--no-nanny"]
        processes += [subprocess.Popen(worker, **quiet) for _ in range(2)]
        yield address, processes[1:]
    finally:
        for process in processes:
            process.kill()
            process.wait()


def figures(folder: Path) -> Iterator[Figure]:
    """All figures, each as soon as it is measured."""
    seed = SEED.read_text(encoding="utf-8")
    write_articles(folder / "few", FEW, seed)
    many = write_articles(folder / "many", MANY, seed)
    bare, two = bare_a_second(many), a_second(folder, "--jobs", "2")
    detail = f"{two:.2f} against {bare:.2f} a second"
    yield Figure("batch --jobs 2, Word and PDF / two bare nlp.pipe", two / bare, 0.3, detail=detail, least=True)
    one = a_second(folder, "--jobs", "1")
    yield Figure(
        "batch --jobs 2 / --jobs 1", two / one, 1.6, detail=f"{two:.2f} against {one:.2f} a second", least=True
    )
    with cluster(folder) as (address, workers):
        batch(folder, "few", "--scheduler", address)  # they load the model
        both = a_second(folder, "--scheduler", address)
        workers.pop().kill()
        alone = a_second(folder, "--scheduler", address)
    yield Figure(
        "two Dask workers / one", both / alone, 1.5, detail=f"{both:.2f} against {alone:.2f} a second", least=True
    )
    write_articles(folder / "hundred", 100, SHORT)
    write_articles(folder / "thousand", 1000, SHORT)
    small, large = memory(folder, "hundred"), memory(folder, "thousand")
    detail = f"{large:.0f} against {small:.0f} MB"
    yield Figure("memory of 1,000 articles / of 100", large / small, 1.3, detail=detail)


if __name__ == "__main__":
    print_all(figures)
