"""`briefgen schema`: JSON Schema of our YAML files, for editors and other tools."""

from __future__ import annotations

import json
from typing import Annotated, Literal

import typer

from briefgen.cli import options


def schema(
    kind: Annotated[Literal["brief", "overrides"], typer.Argument(metavar="FILE", help="Which of the two.")] = "brief",
    debug: options.Debug = False,
) -> None:
    """Print the JSON Schema of brief.yaml or overrides.yaml.

    Editors that know YAML find it by themselves, since the first line of each
    file points to a copy in its folder.

    [bold]Examples[/bold]

      briefgen schema > brief.schema.json
      briefgen schema overrides
    """
    from briefgen.briefyaml import json_schema

    typer.echo(json.dumps(json_schema(kind), indent=2, ensure_ascii=False))
