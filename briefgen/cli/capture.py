"""`briefgen capture`: hand edits of a brief, moved to where every new draft keeps them."""

from __future__ import annotations

from briefgen.cli import console, options


def capture(
    brief: options.BriefPath,
    quiet: options.Quiet = False,
    debug: options.Debug = False,
) -> None:
    """Move your edits of brief.yaml into overrides.yaml.

    brief.yaml is the machine's, and a new draft would overwrite what you
    changed there. This writes your changes into overrides.yaml, which every new
    draft keeps, and puts the clean draft back. What overrides.yaml holds
    already stays as it is, comments and layout too; where you changed the same
    again, the newer change counts.

    To add an entry to brief.yaml, copy one and leave out its id.

    [bold]Examples[/bold]

      briefgen capture output/talks
      briefgen capture output/talks && briefgen show output/talks --diff
    """
    from briefgen import workflow

    outcome = workflow.capture(brief)
    for warning in outcome.warnings:
        console.warn(warning)
    for path in outcome.files:
        console.result(str(path))
