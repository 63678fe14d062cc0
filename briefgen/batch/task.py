"""One article of a batch into its brief: what a worker runs, on this machine or in a cluster."""

from __future__ import annotations

import os
import threading
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

from briefgen.errors import BriefgenError, StorageError

if TYPE_CHECKING:
    from briefgen.requests import MakeRequest

_one_at_a_time = threading.Lock()


@dataclass(frozen=True, slots=True)
class Task:
    """An article to make a brief of. Its paths are those of the folder `working_folder`.

    `options` is the digest of everything but article and overrides that the brief hangs on.
    """

    request: MakeRequest
    working_folder: str
    options: str


@dataclass(frozen=True, slots=True)
class Result:
    """What came of a task. `files` are seen from the output folder; `digest` and `state` tell whether the brief is up
    to date later on; `lines` are its red lines and next steps. `error` and `hint` are None unless it failed."""

    where: str
    folder: str
    outcome: Literal["made", "unchanged", "failed"]
    seconds: float
    digest: str | None = None
    state: str | None = None
    files: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()
    title: str | None = None
    published: str | None = None
    lines: tuple[dict[str, Any], ...] = ()
    error: str | None = None
    hint: str | None = None


def make_brief(task: Task) -> Result:
    """The brief of one article. Whatever goes wrong with it is in the result.

    One at a time in a process, whoever calls: the libraries below are not all made for threads.
    """
    begun = time.perf_counter()
    name = task.request.name or ""
    with _one_at_a_time:
        try:
            _enter(task.working_folder)
            return _made(task, name, begun)
        except Exception as error:  # noqa: BLE001  one article must not cost the others, whatever is wrong with it
            told = error if isinstance(error, BriefgenError) else _fault(error)
    seconds = time.perf_counter() - begun
    return Result(task.request.where, name, "failed", seconds, error=told.what, hint=told.hint)


def _made(task: Task, name: str, begun: float) -> Result:
    from briefgen import workflow
    from briefgen.batch import states
    from briefgen.batch.overview.lines import lines

    request = task.request
    state = states.state(task.options, request.output / name)
    outcome = workflow.make(request, lambda step: None)
    seconds = time.perf_counter() - begun
    if outcome.brief is None:
        return Result(request.where, name, "unchanged", seconds)
    source = outcome.brief.sources[0]
    return Result(
        request.where,
        name,
        "made",
        seconds,
        digest=source.sha256,
        state=state,
        files=tuple(path.relative_to(request.output).as_posix() for path in outcome.files),
        warnings=outcome.warnings,
        title=outcome.brief.title,
        published=source.published.isoformat() if source.published else None,
        lines=tuple(lines(outcome.brief)),
    )


def _enter(folder: str) -> None:
    try:
        os.chdir(folder)
    except OSError as error:
        what = f"the worker cannot enter {folder}: {error.strerror}"
        hint = "All machines of a cluster have to see articles and briefs under the same paths."
        raise StorageError(what, hint) from error


def _fault(error: Exception) -> BriefgenError:
    return BriefgenError(
        f"briefgen itself failed: {type(error).__name__}: {error}",
        "This is a fault in briefgen. Run `briefgen make --debug` on the article and report what it prints.",
    )
