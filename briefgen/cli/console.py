"""What the user sees besides results: progress, warnings and errors, all on stderr. Results go to stdout."""

from __future__ import annotations

import sys
import traceback
import unicodedata
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import typer

from briefgen.errors import BriefgenError

MAX_MESSAGE = 2000
# These reorder what a terminal shows, so a name that holds one can pass itself off as another.
_REORDERING = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


@dataclass(slots=True)
class Verbosity:
    """How much to say; set by the options of the command that runs."""

    quiet: bool = False
    debug: bool = False

    def reset(self) -> None:
        """Back to the defaults, before a command sets what its options say."""
        self.quiet = self.debug = False


verbosity = Verbosity()


def visible(text: str) -> str:
    """`text` with everything that could command or deceive a terminal replaced by U+FFFD."""
    return "".join(
        "\ufffd" if c in _REORDERING or (c not in "\n\t" and unicodedata.category(c) in ("Cc", "Cs")) else c
        for c in text
    )


def result(line: str) -> None:
    """A line of the command's outcome, such as the path of a file that was written."""
    typer.echo(visible(line))


def warn(message: str) -> None:
    """Something that the user should know but that stopped nothing."""
    if not verbosity.quiet:
        _say(f"warning: {message}")


def tell(line: str) -> None:
    """Something that the user has to see before going on, however quiet."""
    _say(line)


def report(error: Exception, subject: str = "") -> BriefgenError:
    """Tell that something failed, and under --debug where in the code; gives back the error as it was told.

    `subject` is what was being worked on; it is named where the error does not do so itself.
    """
    if verbosity.debug:
        traceback.print_exception(error)
    if not isinstance(error, BriefgenError):
        error = BriefgenError(
            f"briefgen itself failed: {type(error).__name__}: {error}",
            "This is a fault in briefgen. Run the command again with --debug and report what it prints.",
        )
    fail(error.what if subject in error.what else f"{subject}: {error.what}", error.hint)
    return error


def fail(what: str, hint: str = "") -> None:
    """An error: what failed and where, and on a line of its own what to do."""
    _say(f"error: {what}\n  {hint}" if hint else f"error: {what}")


def _say(message: str) -> None:
    shown = visible(message)
    if len(shown) > MAX_MESSAGE:
        shown = f"{shown[:MAX_MESSAGE]} ..."
    typer.echo(shown, err=True)


@contextmanager
def progress(subject: str) -> Iterator[Callable[[str], None]]:
    """A line that tells which step `subject` is at, while it lasts. Nothing unless stderr is a terminal."""
    if verbosity.quiet or not sys.stderr.isatty():
        yield lambda step: None
        return
    from rich.console import Console
    from rich.text import Text

    label = visible(subject)
    with Console(stderr=True).status(Text(label)) as status:
        yield lambda step: status.update(Text(f"{label}: {step}"))
