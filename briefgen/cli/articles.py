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
    together: bool = False


def run(articles: Sequence[str], job: Job) -> None:
    """Make a brief of each of `articles`, or one of all, print what was written, and exit with 1 if any failed."""
    _refuse_shared(articles, job)
    today = values.today()
    outcomes: list[dict[str, Any]] = []
    for group in [tuple(articles)] if job.together else [(where,) for where in articles]:
        outcomes.append(_attempt(group, job, today, subject=group[0] if len(articles) > len(group) else ""))
        if not job.as_json:
            for path in outcomes[-1].get("files", ()):
                console.result(path)
    if job.as_json:
        typer.echo(json.dumps(outcomes, indent=2))
    if any("error" in outcome for outcome in outcomes):
        raise typer.Exit(1)


def _refuse_shared(articles: Sequence[str], job: Job) -> None:
    """Options that are true of one article only cannot be given for several."""
    if job.together and len(articles) < 2:
        raise typer.BadParameter("--together makes one brief of several articles; there is one.")
    single = {"--name": job.name, "--title": job.given["title"], "--url": job.given["url"]}
    why = f"there are {len(articles)}"
    if job.together:
        single = {f"--{key}": job.given[key] for key in ("publisher", "author", "url")}
        why = "of several in one brief, each has what its document says"
    for option, value in single.items():
        if value and len(articles) > 1:
            raise typer.BadParameter(f"{option} fits one article only; {why}.")


def _attempt(articles: tuple[str, ...], job: Job, today: dt.date, subject: str) -> dict[str, Any]:
    """One brief; the outcome as --json prints it, with `error` and `hint` in the place of the files if it failed.

    `subject` tells errors apart where there are several briefs.
    """
    named = {"articles": list(articles)} if job.together else {"article": articles[0]}
    try:
        with console.progress(", ".join(articles)) as progress:
            from briefgen import workflow

            outcome = workflow.make(_request(articles, job, today), progress)
    except Exception as error:  # noqa: BLE001  # a fault of ours in one article must not cost the user the others
        failure = console.report(error, subject)
        return {**named, "error": failure.what, "hint": failure.hint}
    for warning in outcome.warnings:
        console.warn(warning)
    files = [str(path) for path in outcome.files]
    return {**named, "folder": str(outcome.folder), "files": files, "warnings": list(outcome.warnings)}


def _request(articles: tuple[str, ...], job: Job, today: dt.date) -> MakeRequest:
    from briefgen.model.brief import Given
    from briefgen.requests import MakeRequest

    return MakeRequest(
        where=articles[0],
        beside=articles[1:],
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
