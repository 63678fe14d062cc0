"""`briefgen show`: the merged brief in the terminal."""

from __future__ import annotations

from typing import Annotated

import typer

from briefgen.cli import console, options

WIDEST = 110  # columns; longer lines are hard to read


def show(
    brief: options.BriefPath,
    as_yaml: Annotated[bool, typer.Option("--yaml", metavar="", help="Print it as one YAML file instead.")] = False,
    quiet: options.Quiet = False,
    debug: options.Debug = False,
) -> None:
    """Show a brief in the terminal, with your overrides applied.

    Beside each line stand the sentences it rests on and the id by which
    overrides.yaml changes it. A4.2 is source A, paragraph 4, sentence 2; they
    all are in source.txt.

    [bold]Examples[/bold]

      briefgen show output/talks
      briefgen show output/talks --yaml > merged.yaml
    """
    from briefgen import workflow

    merged = workflow.read_merged(brief)
    for warning in merged.warnings:
        console.warn(warning)
    if as_yaml:
        from briefgen.briefyaml import dump

        typer.echo(dump(merged.brief), nl=False)
        return
    from rich.console import Console

    from briefgen.cli.screen import screen

    terminal = Console(highlight=False)
    terminal.print(screen(merged.brief), width=min(terminal.width, WIDEST))
