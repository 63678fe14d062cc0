"""`briefgen batch`: many articles into briefs, and an overview of them."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from briefgen.cli import console, options, values
from briefgen.cli.meter import Meter

if TYPE_CHECKING:  # it takes a while to import, and --help must not wait for it
    from briefgen.batch.run import Summary

RUN = "How to run"
INTERRUPTED = 130

Inputs = Annotated[
    list[str],
    typer.Argument(
        metavar="FOLDER|LIST",
        show_default=False,
        help="Folders, files, patterns, or lists of paths and addresses; - reads a list.",
    ),
]
Jobs = Annotated[
    int | None,
    typer.Option(
        "--jobs",
        "-j",
        min=1,
        max=256,
        metavar="N",
        rich_help_panel=RUN,
        help="Briefs at a time; as many as there are cores unless given.",
    ),
]
Scheduler = Annotated[
    str | None,
    typer.Option("--scheduler", metavar="ADDRESS", rich_help_panel=RUN, help="A Dask cluster, as tcp://host:8786."),
]
Force = Annotated[
    bool, typer.Option("--force", metavar="", rich_help_panel=RUN, help="Also make what is up to date again.")
]


def batch(
    context: typer.Context,
    inputs: Inputs,
    published: options.Published = None,
    publisher: options.Publisher = None,
    language: options.Language = None,
    allow_private: options.AllowPrivate = False,
    date: options.Date = None,
    to: options.To = None,
    from_: options.From = None,
    marking: options.Marking = None,
    style: options.Style = None,
    output: options.Output = Path("output"),
    formats: options.Formats = "docx,pdf",
    language_model: options.LanguageModel = None,
    jobs: Jobs = None,
    scheduler: Scheduler = None,
    force: Force = False,
    as_json: options.Json = False,
    quiet: options.Quiet = False,
    debug: options.Debug = False,
) -> None:
    """Turn many articles into briefs, and list all red lines and next steps.

    Folders are searched at any depth. A list is a text file with a path or an
    address a line. Each article gets a folder as with make; index.html and
    index.csv list what is in all of them, manifest.jsonl what came of each.

    The next run makes only what is new or has changed, and goes on where this
    one was stopped. An article that fails is recorded, and the rest is done.

    [bold]Examples[/bold]

      briefgen batch feeds --published 2024-04-27
      briefgen batch "feeds/**/*.html" --jobs 4 -o briefs
      briefgen batch today.txt --scheduler tcp://10.0.0.5:8786
    """
    from briefgen.batch.run import BatchRequest, run
    from briefgen.model.brief import Given
    from briefgen.requests import MakeRequest

    each = MakeRequest(
        where="",
        output=output,
        today=values.today(),
        given=Given.model_validate(options.given(context)),
        formats=values.formats(formats),
        language_model=language_model,
        allow_private=allow_private,
    )
    request = BatchRequest(tuple(inputs), each, jobs or _cores(), scheduler, force, sys.stdin.buffer)
    with Meter() as meter:
        summary = run(request, meter)
    _print(summary, as_json)
    if meter.stopped():
        raise typer.Exit(INTERRUPTED)
    if summary.failed:
        raise typer.Exit(1)


def _cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _print(summary: Summary, as_json: bool) -> None:
    """The files that list what was done on stdout, and in words how it went."""
    if as_json:
        failures = [{"article": each.where, "error": each.error, "hint": each.hint} for each in summary.failed]
        counts = {"made": summary.made, "unchanged": summary.unchanged, "failed": len(failures), "left": summary.left}
        typer.echo(
            json.dumps({**counts, "failures": failures, "files": [str(path) for path in summary.files]}, indent=2)
        )
        return
    for path in summary.files:
        console.result(str(path))
    if not console.verbosity.quiet:
        left = f", {summary.left:,} left for the next run" if summary.left else ""
        made, unchanged, failed = f"{summary.made:,}", f"{summary.unchanged:,}", f"{len(summary.failed):,}"
        console.tell(f"briefs made: {made}, up to date: {unchanged}, failed: {failed}{left}")
