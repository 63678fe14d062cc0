"""A batch whose processes are all killed at a random moment, over and over: no brief is left half written, and the
next run ends with the files of an undisturbed one, byte for byte.

usage: python benchmarks/kills.py [TIMES]     (50; ten minutes on two cores)

Every other time the briefs are there already, from an earlier version of the articles, and are being drafted again.
"""

from __future__ import annotations

import contextlib
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

ARTICLES = 10
TEXT = """Norland warns Suthmark over the port of Harn

Norland's Foreign Minister Ana Lopes met the Suthmark envoy Piet Brandt on {day}, report number {number}.

"We will never accept a foreign base in Harn," Lopes said. Suthmark warned that it would close its ports if Norland \
raised the fees again. The delegations will meet again next Tuesday.
"""
BATCH = [sys.executable, "-c", "from briefgen.cli import main; main()", "batch", "feeds", "--jobs", "2"]
OPTIONS = ["--published", "2024-04-27", "--date", "2024-04-28", "--quiet", "-o"]
Files = dict[str, bytes]


def write_articles(folder: Path, count: int, day: str) -> None:
    """That many articles, in the version of that day."""
    (folder / "feeds").mkdir(exist_ok=True)
    for number in range(count):
        text = TEXT.format(day=day, number=number)
        (folder / "feeds" / f"report-{number}.txt").write_text(text, encoding="utf-8")


def files(output: Path) -> Files:
    """What a batch wrote, but for the manifest, which holds times."""
    found = (path for path in output.rglob("*") if path.is_file() and path.name != "manifest.jsonl")
    return {str(path.relative_to(output)): path.read_bytes() for path in found}


def run(folder: Path, output: str) -> float:
    """A batch that nobody disturbs; how long it took."""
    begun = time.monotonic()
    subprocess.run([*BATCH, *OPTIONS, output], cwd=folder, check=True, stdout=subprocess.DEVNULL)
    return time.monotonic() - begun


def killed(folder: Path, output: str, after: float) -> bool:
    """A batch all of whose processes are killed after so many seconds; whether it was still running."""
    process = subprocess.Popen(
        [*BATCH, *OPTIONS, output], cwd=folder, start_new_session=True, stdout=subprocess.DEVNULL
    )
    with contextlib.suppress(subprocess.TimeoutExpired):
        process.wait(after)
    running = process.returncode is None
    with contextlib.suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()
    return running


def half_written(output: Path, wanted: Files) -> list[str]:
    """The folders of new briefs that are neither complete nor absent."""
    wrong = []
    for folder in output.glob("report-*"):
        own = {name: data for name, data in files(folder).items() if name != ".briefgen/lock"}
        complete = {name.partition("/")[2]: data for name, data in wanted.items() if name.startswith(f"{folder.name}/")}
        if own != complete:
            wrong.append(folder.name)
    return wrong


def repetitions(
    folder: Path, times: int, chance: random.Random, count: int = ARTICLES
) -> Iterator[tuple[bool, int, list[str]]]:
    """For each kill: whether it met a running batch, how many briefs there were then, and what was wrong."""
    write_articles(folder, count, "Sunday")
    run(folder, "before")
    shutil.copytree(folder / "before", folder / "redrafted")
    write_articles(folder, count, "Monday")
    run(folder, "redrafted")
    took = run(folder, "fresh")
    wanted = {redraft: files(folder / name) for redraft, name in ((False, "fresh"), (True, "redrafted"))}
    for number in range(times):
        output, redraft = folder / "killed", bool(number % 2)
        shutil.rmtree(output, ignore_errors=True)
        if redraft:
            shutil.copytree(folder / "before", output)
        met = killed(folder, "killed", chance.uniform(0.3, 1.1) * took)
        done = len(list(output.glob("report-*")))
        wrong = [] if redraft else [f"half written: {name}" for name in half_written(output, wanted[redraft])]
        run(folder, "killed")
        after = files(output)
        both = sorted(after.keys() | wanted[redraft].keys())
        wrong += [f"differs: {name}" for name in both if after.get(name) != wanted[redraft].get(name)]
        yield met, done, wrong


def main() -> None:
    """Print what came of it; the exit code is 1 if anything was wrong."""
    times = int(sys.argv[1]) if len(sys.argv) > 1 else 50
    seed = random.randrange(1_000_000)  # noqa: S311
    met_running = wrong_ones = 0
    with tempfile.TemporaryDirectory() as folder:
        outcomes = repetitions(Path(folder), times, random.Random(seed))  # noqa: S311
        for number, (met, done, wrong) in enumerate(outcomes, start=1):
            met_running += met
            wrong_ones += bool(wrong)
            print(f"{number}: killed {'running' if met else 'after its end'}, {done} briefs there", *wrong, flush=True)
    print(f"killed {times} times, {met_running} of them while it ran; wrong: {wrong_ones} (seed {seed})")
    sys.exit(1 if wrong_ones else 0)


if __name__ == "__main__":
    main()
