"""How a batch gets on: a bar in a terminal, a line now and then elsewhere; and Ctrl-C, which ends it in good order."""

from __future__ import annotations

import contextlib
import signal
import sys
import time
from types import FrameType
from typing import TYPE_CHECKING, Any

from briefgen.cli import console

if TYPE_CHECKING:
    from rich.progress import Progress

    from briefgen.batch.task import Result

_EVERY = 30.0  # seconds between two lines where there is no bar
_TENTHS = 10


class Meter:
    """Tells the progress of a batch (a `briefgen.batch.run.Listener`) while it is entered.

    The first Ctrl-C lets it finish the briefs in hand, the second ends it at once.
    """

    def __init__(self) -> None:
        self._stopped = False
        self._total = self._done = self._failed = self._before = 0
        self._begun = self._told = time.monotonic()
        self._bar: Progress | None = None
        self._handler: Any = None

    def __enter__(self) -> Meter:
        self._handler = signal.signal(signal.SIGINT, self._interrupted)
        return self

    def __exit__(self, *_: object) -> None:
        signal.signal(signal.SIGINT, self._handler)
        if self._bar:
            self._bar.stop()

    def stopped(self) -> bool:
        """Whether somebody has pressed Ctrl-C."""
        return self._stopped

    def warn(self, message: str) -> None:
        """Something that should be known of the batch as a whole."""
        with self._above_the_bar():
            console.warn(message)

    def begin(self, total: int, unchanged: int) -> None:
        """`total` articles, of which `unchanged` need no new brief."""
        self._total, self._done, self._before = total, unchanged, unchanged
        self._begun = self._told = time.monotonic()
        if unchanged < total and not console.verbosity.quiet and sys.stderr.isatty():
            self._bar = _bar()
            self._bar.start()
            self._bar.add_task("", total=total, completed=unchanged, failed=0, rate=0.0)

    def done(self, result: Result) -> None:
        """One more brief made, found up to date, or failed."""
        self._done += 1
        if result.outcome == "failed":
            self._failed += 1
            what = result.error or ""
            with self._above_the_bar():
                console.fail(what if result.where in what else f"{result.where}: {what}", result.hint or "")
        for warning in result.warnings:
            with self._above_the_bar():
                console.warn(warning)
        if self._bar:
            self._bar.update(self._bar.task_ids[0], completed=self._done, failed=self._failed, rate=self._rate())
        elif not console.verbosity.quiet:
            self._tell_now_and_then()

    def _rate(self) -> float:
        return (self._done - self._before) / max(time.monotonic() - self._begun, 0.001)

    def _tell_now_and_then(self) -> None:
        if self._done == self._total:
            return  # what came of it all is told next
        now = time.monotonic()
        tenth = self._done * _TENTHS // max(self._total, 1)
        if tenth == (self._done - 1) * _TENTHS // max(self._total, 1) and now - self._told < _EVERY:
            return
        self._told = now
        rate = self._rate()
        left = _duration((self._total - self._done) / rate) if rate else "?"
        console.tell(f"{self._done:,} of {self._total:,}, failed {self._failed:,}, {rate:.1f} a second, {left} left")

    def _interrupted(self, _signal: int, _frame: FrameType | None) -> None:
        if self._stopped:
            raise KeyboardInterrupt
        self._stopped = True
        with self._above_the_bar():
            console.tell("finishing the briefs in hand; Ctrl-C again ends at once")

    @contextlib.contextmanager
    def _above_the_bar(self) -> Any:
        """What is printed meanwhile does not run into the bar."""
        if not self._bar:
            yield
            return
        self._bar.stop()
        try:
            yield
        finally:
            self._bar.start()


def _bar() -> Progress:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    return Progress(
        BarColumn(bar_width=None),
        MofNCompleteColumn(),
        TextColumn("{task.fields[rate]:.1f} a second"),
        TimeRemainingColumn(),
        TextColumn("failed: {task.fields[failed]}"),
        console=Console(stderr=True),
    )


def _duration(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}"
