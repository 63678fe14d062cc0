"""The tasks of a batch on a Dask cluster. Its workers see the same files under the same paths, and have briefgen."""

from __future__ import annotations

import importlib
from collections.abc import Callable, Generator, Iterable
from typing import Any

from briefgen import __version__
from briefgen.batch.task import Result, Task, make_brief
from briefgen.errors import EngineError

_PATIENCE = "10s"  # to find the scheduler


def run(tasks: Iterable[Task], scheduler: str, stopped: Callable[[], bool]) -> Generator[Result, None, None]:
    """The results of `tasks` as they come from the cluster of `scheduler`; once `stopped`, no more are begun.

    Dask gives a task to another worker where one dies. Raises EngineError where there is no cluster to be had.
    """
    try:
        distributed: Any = importlib.import_module("distributed")  # comes without types
    except ImportError as error:
        raise EngineError("a cluster needs Dask, which is not installed", "pip install 'briefgen[cluster]'") from error
    try:
        client = distributed.Client(scheduler, timeout=_PATIENCE)
    except (OSError, ValueError) as error:
        raise EngineError(f"no Dask scheduler answers at {scheduler}: {error}", "Check the address.") from error
    with client:
        _check_workers(client)
        waiting = {client.submit(make_brief, task, pure=False): task for task in tasks}
        for future in distributed.as_completed(waiting):
            task = waiting.pop(future)
            yield future.result() if future.status == "finished" else _failed(task, future.exception())
            if stopped():
                client.cancel(list(waiting))
                return


def _check_workers(client: Any) -> None:
    """All workers have to make the same briefs as this machine would."""
    versions = client.run(_version)
    others = {worker: version for worker, version in versions.items() if version != __version__}
    if others:
        worker, version = next(iter(others.items()))
        raise EngineError(f"the worker {worker} has briefgen {version}, this is {__version__}", "Install the same one.")


def _version() -> str:
    return __version__


def _failed(task: Task, error: BaseException) -> Result:
    told = f"the cluster did not make the brief: {type(error).__name__}: {error}"
    hint = "Look into the log of its workers; one that runs out of memory is ended by Dask."
    return Result(task.request.where, task.request.name or "", "failed", 0.0, error=told, hint=hint)
