"""`briefgen schema`: JSON Schema of our YAML files, for editors and other tools."""

from __future__ import annotations

import json
from typing import Annotated, Literal

import typer

from briefgen.cli import options


def schema(
    kind: Annotated[
        Literal["brief", "overrides", "style"], typer.Argument(metavar="FILE", help="Which file's.")
    ] = "brief",
    debug: options.Debug = False,
) -> None:
    """Print the JSON Schema of brief.yaml, overrides.yaml or a house style.

    Editors that know YAML find it by themselves, since the first line of each
    file points to a copy in its folder. The sections that your own house styles
    declare are among the keys.

    [bold]Examples[/bold]

      briefgen schema > brief.schema.json
      briefgen schema overrides
      briefgen schema style
    """
    from briefgen import house_styles
    from briefgen.briefyaml import json_schema

    made = house_styles.style_schema() if kind == "style" else json_schema(kind, house_styles.section_keys())
    typer.echo(json.dumps(made, indent=2, ensure_ascii=False))
