"""`briefgen schema`: JSON Schema of our YAML files, for editors and other tools."""

from __future__ import annotations

import json
from enum import StrEnum
from typing import Annotated

import typer

from briefgen.cli import options


class Kind(StrEnum):
    """The YAML files that have a schema."""

    brief = "brief"
    overrides = "overrides"


def schema(
    kind: Annotated[Kind, typer.Argument(metavar="FILE", help="Which of the two.")] = Kind.brief,
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

    typer.echo(json.dumps(json_schema(kind.value), indent=2, ensure_ascii=False))
