"""`briefgen draft`: articles into drafts, without the documents."""

from __future__ import annotations

from pathlib import Path

import typer

from briefgen.cli import options
from briefgen.cli.articles import Job, run


def draft(
    context: typer.Context,
    articles: options.Articles,
    published: options.Published = None,
    title: options.Title = None,
    publisher: options.Publisher = None,
    author: options.Author = None,
    url: options.Url = None,
    language: options.Language = None,
    allow_private: options.AllowPrivate = False,
    date: options.Date = None,
    to: options.To = None,
    from_: options.From = None,
    marking: options.Marking = None,
    style: options.Style = None,
    output: options.Output = Path("output"),
    name: options.Name = None,
    together: options.Together = False,
    discard_edits: options.DiscardEdits = False,
    language_model: options.LanguageModel = None,
    as_json: options.Json = False,
    quiet: options.Quiet = False,
    debug: options.Debug = False,
) -> None:
    """Draft a brief for you to edit, without Word and PDF.

    Does what make does, but for the documents; render writes those later.

    [bold]Examples[/bold]

      briefgen draft talks.txt --published 2024-04-27
      briefgen render output/talks
    """
    job = Job(options.given(context), output, name, (), discard_edits, language_model, as_json, allow_private, together)
    run(articles, job)
