"""The command line as a whole: its commands, and the one guard that turns errors into messages and exit codes."""

from __future__ import annotations

import errno
import io
import os
import sys
from collections.abc import Sequence
from typing import Annotated

import typer

from briefgen import __version__
from briefgen.cli import console
from briefgen.cli.batch import batch
from briefgen.cli.capture import capture
from briefgen.cli.check import check
from briefgen.cli.doctor import doctor
from briefgen.cli.draft import draft
from briefgen.cli.email import email
from briefgen.cli.make import make
from briefgen.cli.render import render
from briefgen.cli.schema import schema
from briefgen.cli.show import show
from briefgen.cli.styles import styles
from briefgen.errors import BriefgenError

DONE, REFUSED, INTERRUPTED = 0, 1, 130

app = typer.Typer(
    name="briefgen",
    no_args_is_help=True,
    rich_markup_mode="rich",
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["--help", "-h"]},
)
for command in (make, draft, render, check, show, capture, email, batch, styles, schema, doctor):
    app.command()(command)


def _print_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"briefgen {__version__}")
        raise typer.Exit


@app.callback()
def briefgen(
    version: Annotated[
        bool, typer.Option("--version", metavar="", callback=_print_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    """Turn a news article into a policy brief, in which every line can be traced to its sentence.

    Works on this computer alone: no network, no account, and no text leaves it.

    [bold]Start here[/bold]

      briefgen make article.txt --published 2024-04-27
      briefgen show output/article

    Each command explains itself: briefgen make --help
    """


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line on `arguments` (the process's where None) and exit.

    Exit codes: 0 done, 1 refused input or an error, 2 wrong usage, 130 interrupted.
    """
    console.verbosity.reset()
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # a file name may hold what the terminal's encoding does not
            stream.reconfigure(errors="backslashreplace")
    sys.exit(_guarded(arguments))


def _guarded(arguments: Sequence[str] | None) -> int:
    """Run the command line; the exit code, after one message for whatever went wrong."""
    try:
        code = app(arguments, prog_name="briefgen", standalone_mode=False)
    except typer.TyperException as error:
        if error.format_message():  # empty where the help was shown in place of a message
            command = getattr(getattr(error, "ctx", None), "command_path", "briefgen")
            console.fail(error.format_message(), f"Try '{command} --help'.")
        return error.exit_code
    except KeyboardInterrupt:
        return INTERRUPTED
    except OSError as error:  # every stage tells its own, so this is one of printing; nobody reading on is none
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # what is still to be printed would fail again
        if error.errno != errno.EPIPE:
            console.report(BriefgenError(f"cannot go on: {error.strerror}", "Check where the output goes."))
        return REFUSED
    except Exception as error:  # noqa: BLE001  # the last resort: a fault of ours still gets a message, not a traceback
        console.report(error)
        return REFUSED
    return code if isinstance(code, int) else DONE
