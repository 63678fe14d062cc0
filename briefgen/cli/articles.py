"""What `make` and `draft` share: article after article, one that fails does not stop the rest."""

from __future__ import annotations

import datetime as dt
import json
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import typer

from briefgen.cli import console, values

if TYPE_CHECKING:  # the workflow takes a while to import, and --help must not wait for it
    from briefgen.requests import MakeRequest


@dataclass(frozen=True, slots=True)
class Job:
    """The options of one call of `make` or `draft`. `given` holds those that brief.yaml keeps, by their key there."""

    given: Mapping[str, str | dt.date | None]
    output: Path
    name: str | None
    formats: tuple[str, ...]
    discard_edits: bool
    language_model: str | None
    as_json: bool
    allow_private: bool = False


def run(articles: Sequence[str], job: Job) -> None:
    """Make a brief of each of `articles`, print what was written, and exit with 1 if any failed."""
    _refuse_shared(articles, job)
    today = values.today()
    outcomes: list[dict[str, Any]] = []
    for where in articles:
        outcomes.append(_attempt(where, job, today, subject=where if len(articles) > 1 else ""))
        if not job.as_json:
            for path in outcomes[-1].get("files", ()):
                console.result(path)
    if job.as_json:
        typer.echo(json.dumps(outcomes, indent=2))
    if any("error" in outcome for outcome in outcomes):
        raise typer.Exit(1)


def _refuse_shared(articles: Sequence[str], job: Job) -> None:
    """Options that are true of one article only cannot be given for several."""
    single = {"--name": job.name, "--title": job.given["title"], "--url": job.given["url"]}
    for option, value in single.items():
        if value and len(articles) > 1:
            raise typer.BadParameter(f"{option} fits one article only; there are {len(articles)}.")


def _attempt(where: str, job: Job, today: dt.date, subject: str) -> dict[str, Any]:
    """One article; the outcome as --json prints it, with `error` and `hint` in the place of the files if it failed.

    `subject` tells errors apart where there are several articles.
    """
    try:
        with console.progress(where) as progress:
            from briefgen import workflow

            outcome = workflow.make(_request(where, job, today), progress)
    except Exception as error:  # noqa: BLE001  # a fault of ours in one article must not cost the user the others
        failure = console.report(error, subject)
        return {"article": where, "error": failure.what, "hint": failure.hint}
    for warning in outcome.warnings:
        console.warn(warning)
    files = [str(path) for path in outcome.files]
    return {"article": where, "folder": str(outcome.folder), "files": files, "warnings": list(outcome.warnings)}


def _request(where: str, job: Job, today: dt.date) -> MakeRequest:
    from briefgen.model.brief import Given
    from briefgen.requests import MakeRequest

    return MakeRequest(
        where=where,
        output=job.output,
        today=today,
        given=Given.model_validate(job.given),
        name=job.name,
        formats=job.formats,
        discard_edits=job.discard_edits,
        language_model=job.language_model,
        stdin=sys.stdin.buffer,
        allow_private=job.allow_private,
    )
