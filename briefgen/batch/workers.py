"""Processes of this machine that make briefs, each with the language model loaded once; one that dies is replaced."""

from __future__ import annotations

import contextlib
import multiprocessing
import os
import signal
from collections.abc import Callable, Generator, Iterable, Iterator
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess

from briefgen.batch.task import Result, Task, make_brief

_ATTEMPTS = 2  # of an article whose worker dies: once may be an accident, twice is the article
_THREADS = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS")


def run(tasks: Iterable[Task], jobs: int, stopped: Callable[[], bool]) -> Generator[Result, None, None]:
    """The results of `tasks` as they come, from `jobs` processes. Once `stopped`, what is in hand is finished and
    nothing else begun; closing the iterator ends the processes at once."""
    waiting = iter(tasks)
    again: list[_InHand] = []
    workers: dict[Connection, _Worker] = {}
    try:
        while True:
            while len(workers) < jobs and not stopped() and (task := _next(again, waiting)):
                worker = _Worker.start(task)
                workers[worker.connection] = worker
            if not workers:
                return
            for connection in wait(list(workers)):
                assert isinstance(connection, Connection)  # noqa: S101  they are all ours
                worker = workers[connection]
                try:
                    yield connection.recv()
                except (EOFError, OSError):
                    del workers[connection]
                    died = worker.end()
                    if worker.task.attempt < _ATTEMPTS:
                        again.append(_InHand(worker.task.task, worker.task.attempt + 1))
                    else:
                        yield _lost(worker.task.task, died)
                    continue
                following = None if stopped() else _next(again, waiting)
                if following is None:
                    del workers[connection]
                    worker.end()
                else:
                    worker.give(following)
    finally:
        for worker in workers.values():
            worker.process.terminate()
            worker.end()


@dataclass(frozen=True, slots=True)
class _InHand:
    """A task, and how many times it has been begun."""

    task: Task
    attempt: int = 1


@dataclass(slots=True)
class _Worker:
    """A process, our end of the pipe to it, and what it is at work on."""

    process: BaseProcess
    connection: Connection
    task: _InHand

    @classmethod
    def start(cls, task: _InHand) -> _Worker:
        context = multiprocessing.get_context("spawn")
        ours, theirs = context.Pipe()
        process = context.Process(target=_work, args=(theirs,), daemon=True)
        with _without_interrupts(), _one_thread_each():
            process.start()
        theirs.close()
        worker = cls(process, ours, task)
        worker.give(task)
        return worker

    def give(self, task: _InHand) -> None:
        """Hand it a task. Where it is gone the pipe will tell, and the task is taken up again."""
        self.task = task
        with contextlib.suppress(OSError):
            self.connection.send(task.task)

    def end(self) -> int | None:
        """Let it go; its exit code, negative where a signal ended it."""
        self.connection.close()
        self.process.join()
        code = self.process.exitcode
        self.process.close()
        return code


def _work(connection: Connection) -> None:
    """What a worker does until the pipe is closed, by us or because we are gone."""
    with contextlib.suppress(EOFError, OSError):
        while True:
            connection.send(make_brief(connection.recv()))


def _next(again: list[_InHand], waiting: Iterator[Task]) -> _InHand | None:
    if again:
        return again.pop(0)
    task = next(waiting, None)
    return None if task is None else _InHand(task)


def _lost(task: Task, died: int | None) -> Result:
    how = f"signal {-died}" if died and died < 0 else f"exit code {died}"
    return Result(
        task.request.where,
        task.request.name or "",
        "failed",
        0.0,
        error=f"the process that made the brief ended twice, the last time with {how}",
        hint="It may need more memory than there is: try fewer --jobs, or `briefgen make` on the article alone.",
    )


@contextlib.contextmanager
def _without_interrupts() -> Iterator[None]:
    """Ctrl-C reaches every process of a terminal; who starts here ignores it from the beginning, and we decide."""
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


@contextlib.contextmanager
def _one_thread_each() -> Iterator[None]:
    """As many processes as cores leave no room for threads of the number libraries."""
    added = [name for name in _THREADS if name not in os.environ]
    os.environ.update(dict.fromkeys(added, "1"))
    try:
        yield
    finally:
        for name in added:
            del os.environ[name]
