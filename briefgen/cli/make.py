"""`briefgen make`: articles into briefs, Word and PDF."""

from __future__ import annotations

from pathlib import Path

import typer

from briefgen.cli import options, values
from briefgen.cli.articles import Job, run


def make(
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
    formats: options.Formats = "docx,pdf",
    discard_edits: options.DiscardEdits = False,
    language_model: options.LanguageModel = None,
    as_json: options.Json = False,
    quiet: options.Quiet = False,
    debug: options.Debug = False,
) -> None:
    """Turn an article into a brief, as Word and PDF.

    An article is a file (.txt, .md, .html, .pdf, .docx or .eml), a web
    address, or - for standard input.

    Each article gets a folder with the draft (brief.yaml), a place for your
    edits that is never overwritten (overrides.yaml), the numbered sentences of
    the article (source.txt) and the documents.

    What you say about the article and the brief is remembered for the next run
    on it; "" clears it.

    [bold]Examples[/bold]

      briefgen make talks.txt --published 2024-04-27
      briefgen make talks.txt --to "The Minister" --format docx
      briefgen make monday.pdf tuesday.eml -o briefs
      briefgen make https://news.example/world/talks-resume
      briefgen make monday.pdf tuesday.eml --together --name talks
      cat talks.txt | briefgen make - --title "Talks resume"
    """
    job = Job(
        options.given(context),
        output,
        name,
        values.formats(formats),
        discard_edits,
        language_model,
        as_json,
        allow_private,
        together,
    )
    run(articles, job)
