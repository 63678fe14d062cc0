"""How briefgen compares with the least that such a program could take: ratios, each taken in one run of this script.

usage: python benchmarks/speed.py

Two programs are compared by running them in turn (A B A B ...) and dividing the medians, so that a busy machine slows
both. A figure above its limit is printed as `missed`; the exit code is 1 only if something failed to run.
"""

from __future__ import annotations

import datetime as dt
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from figures import Figure, print_all

ROOT = Path(__file__).resolve().parents[1]
SEED = ROOT / "seeds" / "us-china-beijing-talks.txt"
PUBLISHED = "2024-04-27"
SEEDS_OF_20_PAGES = 5
Command = list[str | Path]
BRIEFGEN: Command = [Path(sys.executable).with_name("briefgen")]
# As users run it: what was imported once is not compiled again.
ENVIRONMENT = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}

DO_NOTHING = '''
import typer
app = typer.Typer()
@app.command()
def nothing() -> None:
    """Do nothing."""
app()
'''
PARSE = """
import sys, spacy
model, article = sys.argv[1:]
list(spacy.load(model)(open(article, encoding="utf-8").read()).sents)
"""
MODULES = """
import sys
from briefgen.cli import main
try:
    main(["render", sys.argv[1]])
finally:
    print("modules:", *sys.modules)
"""


def seconds(work: Callable[[], object]) -> float:
    """How long `work` takes."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def medians(first: Callable[[], object], second: Callable[[], object], rounds: int) -> tuple[float, float]:
    """The median times of two pieces of work done in turn, after one round that does not count."""
    first(), second()
    times = [(seconds(first), seconds(second)) for _ in range(rounds)]
    return statistics.median(a for a, _ in times), statistics.median(b for _, b in times)


def run(command: Command) -> str:
    """What `command` prints on standard output; an error if it fails."""
    return subprocess.run(command, check=True, capture_output=True, encoding="utf-8", env=ENVIRONMENT).stdout


def compared(name: str, ours: Command, bare: Command, limit: float, rounds: int) -> Figure:
    """How many times as long as `bare` the command `ours` takes."""
    a, b = medians(lambda: run(ours), lambda: run(bare), rounds)
    return Figure(name, a / b, limit, detail=f"{a:.2f} s against {b:.2f} s")


def modules_of_render(brief: Path) -> Figure:
    """How many of the language libraries `render` imports."""
    loaded = set(run([sys.executable, "-c", MODULES, brief]).partition("modules:")[2].split())
    found = sorted({"spacy", "thinc", "dateparser", "briefgen.analysis"} & loaded)
    return Figure("render: language libraries imported", len(found), 0, detail=", ".join(found))


def stages(folder: Path) -> list[Figure]:
    """What comes after the parse, and how time grows with the text, in one process that has loaded everything."""
    from briefgen import analysis, drafting, sources
    from briefgen.analysis.text import document, language_model
    from briefgen.model.brief import Given

    given = Given(published=dt.date.fromisoformat(PUBLISHED))
    article, longer = sources.read(str(SEED)), sources.read(str(longer_text(folder, 10)))

    def whole(read: sources.Article) -> None:
        drafting.draft(read, analysis.analyse(read, published=given.published), date=dt.date(2024, 4, 28), given=given)

    parse, all_of_it = medians(lambda: document.parse(article, language_model.load()), lambda: whole(article), rounds=7)
    one, ten = medians(lambda: whole(article), lambda: whole(longer), rounds=3)
    return [
        Figure(
            "analysis and drafting after the parse / parse",
            (all_of_it - parse) / parse,
            0.5,
            detail=f"{all_of_it - parse:.2f} s against {parse:.2f} s",
        ),
        Figure("ten times the text / the text", ten / one, 12, detail=f"{ten:.1f} s against {one:.2f} s"),
    ]


def pages(brief: Path) -> list[Figure]:
    """Word and PDF of the seed's brief beside the same words written plainly, and how time grows to 200 pages."""
    from documents import documents, longer, plain_documents

    from briefgen import briefyaml
    from briefgen.rendering import load_style, outline

    read = briefyaml.load(briefyaml.read_text(brief), brief)
    words = outline(read, load_style(read.style))
    ours, plain = medians(lambda: documents(read), lambda: plain_documents(words), rounds=9)
    few, many = longer(read, SEEDS_OF_20_PAGES), longer(read, 10 * SEEDS_OF_20_PAGES)
    one, ten = medians(lambda: documents(few), lambda: documents(many), rounds=3)
    detail = f"{ours:.2f} s against {plain:.2f} s"
    return [
        Figure("Word and PDF / plain python-docx and untagged ReportLab", ours / plain, 3, detail=detail),
        Figure("documents of 200 pages / of 20", ten / one, 12, detail=f"{ten:.1f} s against {one:.2f} s"),
    ]


def checks() -> Iterator[Figure]:
    """What a check of 2,000 items costs beside reading them, when all is well and when every step is a finding."""
    from checking import merging_and_loading

    for owner, told in (("Westmark", "clean"), ("Estmark", "1,000 findings")):
        checking, loading = medians(*merging_and_loading(owner), rounds=3)
        detail = f"{checking:.1f} s against {loading:.1f} s"
        yield Figure(f"merge and check of 2,000 items, {told} / load", checking / loading, 3, detail=detail)


def longer_text(folder: Path, times: int) -> Path:
    """The seed article, several times over, as a file."""
    path = folder / f"times-{times}.txt"
    path.write_text("\n".join([SEED.read_text(encoding="utf-8")] * times), encoding="utf-8")
    return path


def memory(folder: Path) -> Figure:
    """The most memory that `make` holds on a text of some 50,000 words."""
    times = 50_000 // len(SEED.read_text(encoding="utf-8").split()) + 1
    article = longer_text(folder, times)
    start = time.perf_counter()
    make: Command = [*BRIEFGEN, "make", article, "--published", PUBLISHED, "-o", folder / "long"]
    process = subprocess.Popen(make, stdout=subprocess.DEVNULL, env=ENVIRONMENT)
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, process.args)
    kilobytes = used.ru_maxrss / (1024 if sys.platform == "darwin" else 1)
    took = time.perf_counter() - start
    return Figure("make: peak memory on 50,000 words", kilobytes / 1024**2, 1, " GB", f"{took:.0f} s")


def figures(folder: Path) -> Iterator[Figure]:
    """All figures, each as soon as it is measured. `folder` is written to."""
    from briefgen.analysis.text.language_model import installed_model

    yield compared(
        "briefgen --help / a Typer program that does nothing",
        [*BRIEFGEN, "--help"],
        [sys.executable, "-c", DO_NOTHING, "--help"],
        limit=2.5,
        rounds=15,
    )
    yield compared(
        "make / import spaCy, load its model and parse",
        [*BRIEFGEN, "make", SEED, "--published", PUBLISHED, "-o", folder / "output"],
        [sys.executable, "-c", PARSE, str(installed_model()), SEED],
        limit=2.0,
        rounds=9,
    )
    yield modules_of_render(folder / "output" / SEED.stem)
    yield from pages(folder / "output" / SEED.stem / "brief.yaml")
    yield from checks()
    yield from stages(folder)
    yield memory(folder)


if __name__ == "__main__":
    print_all(figures)
