"""`briefgen check`: what a brief cannot stand up for, with the place to mend it at."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated, Any

import typer

from briefgen.cli import console, options

if TYPE_CHECKING:  # the workflow takes a while to import, and --help must not wait for it
    from briefgen.checking import Finding


def check(
    brief: options.BriefPath,
    strict: Annotated[bool, typer.Option("--strict", metavar="", help="Exit with 1 on warnings too.")] = False,
    as_json: options.Json = False,
    quiet: options.Quiet = False,
    debug: options.Debug = False,
) -> None:
    """Check a brief before it leaves your hands.

    Are the files in order, do the machine's statements stand in the source,
    does the brief agree with itself, is every edit of yours still in its place?
    Exits with 1 if there are errors.

    The rule in brackets behind a finding is explained in docs/rules.md. A line
    of YAML that ends with "# briefgen: ignore RULE" is left alone by that rule.

    [bold]Examples[/bold]

      briefgen check output/talks
      briefgen check output/talks --strict --json
    """
    from briefgen import workflow

    findings = workflow.check(brief)
    errors = sum(finding.level == "error" for finding in findings)
    if as_json:
        typer.echo(json.dumps([_data(finding) for finding in findings], indent=2))
    else:
        _print(findings, errors_only=console.verbosity.quiet and not strict)
        if not console.verbosity.quiet:
            console.result(f"{_count(errors, 'error')}, {_count(len(findings) - errors, 'warning')}")
    if errors or (strict and findings):
        raise typer.Exit(1)


def _print(findings: Sequence[Finding], errors_only: bool) -> None:
    """A line for each finding, which editors can jump from, and what belongs to it further in."""
    for finding in findings:
        if finding.level == "warning" and errors_only:
            continue
        console.result(_one_line(str(finding)))
        details = {"before": finding.old, "now": finding.new}
        for line in [finding.hint, *(f"{label}: {text}" for label, text in details.items() if text is not None)]:
            if line:
                console.result(f"  {_one_line(line)}")


def _data(finding: Finding) -> dict[str, Any]:
    place = finding.place
    where = {"file": str(place.file), "line": place.line, "column": place.column}
    what = {"level": finding.level, "rule": finding.rule, "message": finding.message, "hint": finding.hint}
    return {**where, **what, "old": finding.old, "new": finding.new}


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
