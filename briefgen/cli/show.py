"""`briefgen show`: the merged brief in the terminal."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Annotated

import typer

from briefgen.cli import console, options

if TYPE_CHECKING:  # rich and the workflow take a while to import, and --help must not wait for them
    from rich.console import RenderableType

    from briefgen.workflow import Opened

WIDEST = 110  # columns; longer lines are hard to read


def show(
    brief: options.BriefPath,
    origin: Annotated[
        bool, typer.Option("--origin", metavar="", help="Mark what is the machine's and what is yours.")
    ] = False,
    diff: Annotated[
        bool, typer.Option("--diff", metavar="", help="Show only what your overrides change, and what stood there.")
    ] = False,
    as_yaml: Annotated[bool, typer.Option("--yaml", metavar="", help="Print it as one YAML file instead.")] = False,
    as_json: Annotated[bool, typer.Option("--json", metavar="", help="Print it, or --diff, as JSON.")] = False,
    quiet: options.Quiet = False,
    debug: options.Debug = False,
) -> None:
    """Show a brief in the terminal, with your overrides applied.

    Beside each line stand the sentences it rests on and the id by which
    overrides.yaml changes it. A4.2 is source A, paragraph 4, sentence 2; they
    all are in source.txt.

    [bold]Examples[/bold]

      briefgen show output/talks
      briefgen show output/talks --origin
      briefgen show output/talks --yaml > merged.yaml
    """
    if [origin, diff, as_yaml].count(True) + (as_json and not diff) > 1:
        raise typer.BadParameter("Of --origin, --diff, --yaml and --json, only --diff and --json go together.")
    from briefgen import workflow

    opened = workflow.open_brief(brief)
    for warning in opened.warnings:
        console.warn(warning)
    if as_yaml:
        from briefgen.briefyaml import dump

        typer.echo(dump(opened.merged.brief), nl=False)
    elif as_json:
        typer.echo(json.dumps(_data(opened, diff), indent=2))
    else:
        from rich.console import Console

        terminal = Console(highlight=False)
        with terminal.capture() as captured:
            terminal.print(_picture(opened, origin, diff), width=min(terminal.width, WIDEST))
        typer.echo("\n".join(line.rstrip() for line in captured.get().split("\n")), nl=False)


def _data(opened: Opened, diff: bool) -> object:
    if not diff:
        return opened.merged.brief.model_dump(mode="json", by_alias=True)
    from briefgen.cli.changes import changes

    return [change.as_json() for change in changes(opened.draft, opened.merged.brief)]


def _picture(opened: Opened, origin: bool, diff: bool) -> RenderableType:
    from briefgen.cli.changes import changes, changes_screen
    from briefgen.cli.screen import screen

    if diff:
        return changes_screen(changes(opened.draft, opened.merged.brief))
    return screen(opened.merged, origin=origin)
