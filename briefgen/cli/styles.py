"""`briefgen styles`: the house styles, one of them, or a new one of the user's own."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Annotated

import typer

from briefgen.cli import console, options

_NEW = "new"


def styles(
    name: Annotated[
        str | None,
        typer.Argument(metavar="[NAME]", show_default=False, help="The style to print; or new, to begin one."),
    ] = None,
    own: Annotated[
        str | None, typer.Argument(metavar="[OWN]", show_default=False, help="After new: what to call it.")
    ] = None,
    model: Annotated[
        str, typer.Option("--from", metavar="NAME", help="After new: the style to begin with.")
    ] = "info-memo",
    quiet: options.Quiet = False,
    debug: options.Debug = False,
) -> None:
    """List the house styles, print one, or begin one of your own.

    A style is a YAML file: sections and their labels, limits, paper, faces,
    colours, where the marking stands. Yours are found as NAME.style.yaml in the
    working folder or in your configuration folder, which briefgen doctor names.

    [bold]Examples[/bold]

      briefgen styles
      briefgen styles one-page
      briefgen styles new ministry --from submission
    """
    from briefgen import house_styles

    if name == _NEW:
        console.result(str(house_styles.new_style(_own_name(own), model, Path.cwd())))
    elif own is not None:
        raise typer.BadParameter(f"one style at a time; to begin one of your own: briefgen styles new {own}")
    elif name:
        typer.echo(house_styles.style_text(name), nl=False)
    else:
        found = house_styles.all_styles()
        width = max(len(style) for style, _ in found)
        for style, description in found:
            console.result(f"{style:<{width}}  {description}")


def _own_name(own: str | None) -> str:
    if own is None:
        raise typer.BadParameter("say what to call the style: briefgen styles new NAME")
    if own == _NEW or not re.fullmatch(r"[a-z0-9][a-z0-9-]{0,63}", own):
        raise typer.BadParameter(f"'{own}' is no name for a style; it has small letters, digits and hyphens.")
    return own
