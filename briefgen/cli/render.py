"""`briefgen render`: documents from a brief and its overrides."""

from __future__ import annotations

from briefgen.cli import console, options, values


def render(
    brief: options.BriefPath,
    style: options.OtherStyle = None,
    date: options.OtherDate = None,
    letterhead: options.Letterhead = None,
    clean: options.Clean = False,
    formats: options.Formats = "docx,pdf",
    quiet: options.Quiet = False,
    debug: options.Debug = False,
) -> None:
    """Write Word and PDF again, after you edited a brief.

    Takes brief.yaml as it stands and applies overrides.yaml. The article is
    not read again.

    [bold]Examples[/bold]

      briefgen render output/talks
      briefgen render output/talks --format md --date 2024-04-28
      briefgen render output/talks --style one-page --letterhead ministry.docx
    """
    wanted = values.formats(formats)
    with console.progress(str(brief)) as progress:
        from briefgen import workflow
        from briefgen.requests import RenderRequest

        outcome = workflow.render(RenderRequest(brief, wanted, style, date, letterhead, clean), progress)
    for warning in outcome.warnings:
        console.warn(warning)
    for path in outcome.files:
        console.result(str(path))
