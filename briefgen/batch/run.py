"""The flow of a batch, step by step."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Generator, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import BinaryIO, Protocol

from briefgen import storage
from briefgen.batch import cluster, inputs, naming, overview, states, workers
from briefgen.batch.manifest import Manifest
from briefgen.batch.task import Result, Task
from briefgen.errors import SourceError
from briefgen.requests import MakeRequest

LOCK = ".briefgen.lock"
Results = Generator[Result, None, None]


@dataclass(frozen=True, slots=True)
class BatchRequest:
    """Which articles to make briefs of: `named` are files, folders, patterns, addresses and lists of them.

    `each` says how to make one; what it says of article and name counts for nothing. `scheduler` None: `jobs` processes
    of this machine. `force`: also where nothing has changed.
    """

    named: tuple[str, ...]
    each: MakeRequest
    jobs: int
    scheduler: str | None = None
    force: bool = False
    stdin: BinaryIO | None = None


class Listener(Protocol):
    """Who is told how a batch gets on, and may stop it."""

    def warn(self, message: str) -> None: ...
    def begin(self, total: int, unchanged: int) -> None: ...
    def done(self, result: Result) -> None: ...
    def stopped(self) -> bool: ...


@dataclass(slots=True)
class Summary:
    """What came of a batch: counts, what failed, the files written beside the briefs."""

    made: int = 0
    unchanged: int = 0
    failed: list[Result] = field(default_factory=list)
    left: int = 0
    files: tuple[Path, ...] = ()


def run(request: BatchRequest, listener: Listener) -> Summary:
    """Make the briefs, record each, and list them all. What fails is recorded, and the rest is done.

    Raises BriefgenError for what concerns all of them: nothing found, an output folder that cannot be written or that
    another batch is at work on, a wrong configuration.
    """
    output = request.each.output

    # 1. Find the articles.
    found = inputs.find(request.named, output, request.stdin)
    if not found.articles and not found.closed:
        raise SourceError(f"There is no article in {', '.join(request.named)}.", "Name a folder, files, or a list.")
    if found.others:
        listener.warn(f"files left out because of their type: {found.others:,}")

    with storage.locked_file(output / LOCK, f"another batch is at work on {output}"):
        manifest = Manifest(output)
        with contextlib.closing(manifest):
            summary = Summary()
            for folder, reason in found.closed:
                _record(_closed(folder, reason), manifest, summary, listener)

            # 2. Give each a folder of its own.
            names = naming.allot(found.articles, _folders(manifest), output)
            _tell_shared(names, output, listener)

            # 3. Leave out what is up to date.
            tasks = list(_tasks(request, names, manifest))
            summary.unchanged = len(names) - len(tasks)
            listener.begin(len(names), summary.unchanged)

            # 4. Make the briefs, and record each as soon as it is there.
            summary.left = len(tasks)
            with contextlib.closing(_results(request, tasks, listener.stopped)) as results:
                for result in results:
                    summary.left -= 1
                    _record(result, manifest, summary, listener)

            # 5. List the red lines and next steps of all of them.
            summary.files = (*overview.write(output, manifest.entries), manifest.path)
    return summary


def _results(request: BatchRequest, tasks: list[Task], stopped: Callable[[], bool]) -> Results:
    if request.scheduler and tasks:
        return cluster.run(tasks, request.scheduler, stopped)
    return workers.run(tasks, request.jobs, stopped)


def _record(result: Result, manifest: Manifest, summary: Summary, listener: Listener) -> None:
    if result.outcome == "unchanged":
        summary.unchanged += 1
    else:
        manifest.add(result)
    if result.outcome == "made":
        summary.made += 1
    if result.outcome == "failed":
        summary.failed.append(result)
    listener.done(result)


def _folders(manifest: Manifest) -> dict[str, str]:
    return {identity: known.folder for identity, known in manifest.known.items() if known.folder}


def _tasks(request: BatchRequest, names: dict[str, str], manifest: Manifest) -> Iterator[Task]:
    """A task for each article whose brief is not up to date. What an address holds is known only when it is read."""
    options = states.options(request.each)
    output, here = request.each.output, str(Path.cwd())
    for where, name in names.items():
        known = manifest.known.get(inputs.identity(where))
        unless = None
        if known and known.digest and not request.force and _stands(known.state, known.files, options, output, name):
            unless = known.digest
            if not inputs.is_address(where) and states.digest(Path(where)) == unless:
                continue
        yield Task(replace(request.each, where=where, name=name, unless=unless), here, options)


def _stands(state: str | None, files: tuple[str, ...], options: str, output: Path, name: str) -> bool:
    """Whether all that was made of an article is there, and would be made in the same way today."""
    return all((output / file).is_file() for file in files) and states.state(options, output / name) == state


def _tell_shared(names: dict[str, str], output: Path, listener: Listener) -> None:
    """Say which articles were not called by their own name."""
    told = [(where, name) for where, name in names.items() if name != naming.own_name(where)]
    if told:
        where, name = told[0]
        listener.warn(
            f"articles called like another one: {len(told):,}; each has a folder of its own, as {output / name} "
            f"for {where} (all of them are in the manifest)"
        )


def _closed(folder: str, reason: str) -> Result:
    return Result(
        folder, "", "failed", 0.0, error=f"{folder} cannot be looked into: {reason}", hint="Check the folder."
    )
