"""Arguments and options that several commands share."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Annotated

import typer

from briefgen.cli.console import verbosity
from briefgen.cli.values import folder_name, iso_date, language_code, one_line, web_address

ARTICLE = "About the article"
BRIEF = "About the brief"
OUTPUT = "What to write, and where"


def _set_quiet(value: bool) -> None:
    verbosity.quiet = value


def _set_debug(value: bool) -> None:
    verbosity.debug = value


Articles = Annotated[
    list[str],
    typer.Argument(metavar="ARTICLE", show_default=False, help="Files or web addresses; - reads standard input."),
]
BriefPath = Annotated[
    Path, typer.Argument(metavar="BRIEF", show_default=False, help="The brief's folder, or its brief.yaml.")
]

Published = Annotated[
    dt.date | None,
    typer.Option(
        "--published",
        parser=iso_date,
        metavar="DATE",
        rich_help_panel=ARTICLE,
        help="Day of publication, as in 2024-04-27. 'Next week' is counted from it.",
    ),
]
Title = Annotated[
    str | None,
    typer.Option("--title", parser=one_line, metavar="TEXT", rich_help_panel=ARTICLE, help="Title of the article."),
]
Publisher = Annotated[
    str | None,
    typer.Option("--publisher", parser=one_line, metavar="TEXT", rich_help_panel=ARTICLE, help="Who published it."),
]
Author = Annotated[
    str | None,
    typer.Option("--author", parser=one_line, metavar="TEXT", rich_help_panel=ARTICLE, help="Who wrote it."),
]
Url = Annotated[
    str | None,
    typer.Option("--url", parser=web_address, metavar="URL", rich_help_panel=ARTICLE, help="Where it stands online."),
]
Language = Annotated[
    str | None,
    typer.Option(
        "--language",
        parser=language_code,
        metavar="CODE",
        rich_help_panel=ARTICLE,
        help="Its language, as in en, where briefgen takes it for another.",
    ),
]

AllowPrivate = Annotated[
    bool,
    typer.Option(
        "--allow-private",
        metavar="",
        rich_help_panel=ARTICLE,
        help="Also read web addresses on this computer and in private networks.",
    ),
]

Date = Annotated[
    dt.date | None,
    typer.Option(
        "--date", parser=iso_date, metavar="DATE", rich_help_panel=BRIEF, help="Date of the brief; else today."
    ),
]
To = Annotated[
    str | None,
    typer.Option("--to", parser=one_line, metavar="TEXT", rich_help_panel=BRIEF, help="Who the brief is for."),
]
From = Annotated[
    str | None,
    typer.Option("--from", parser=one_line, metavar="TEXT", rich_help_panel=BRIEF, help="Who it is from."),
]
Marking = Annotated[
    str | None,
    typer.Option(
        "--marking",
        parser=one_line,
        metavar="TEXT",
        rich_help_panel=BRIEF,
        help="Protective marking, printed on every page as you give it.",
    ),
]
Style = Annotated[
    str | None,
    typer.Option(
        "--style",
        parser=one_line,
        metavar="NAME",
        rich_help_panel=BRIEF,
        help="House style; info-memo unless configured.",
    ),
]

# The commands take these and need not look at them: `given` hands them on.
_GIVEN = "published title publisher author url language date to from_ marking style".split()


def given(context: typer.Context) -> dict[str, str | dt.date | None]:
    """What a command was told about article and brief, by its key under `given:` of brief.yaml."""
    return {name.removesuffix("_"): value for name, value in context.params.items() if name in _GIVEN}


OtherStyle = Annotated[
    str | None,
    typer.Option("--style", parser=one_line, metavar="NAME", help="House style other than the brief's own."),
]
OtherDate = Annotated[
    dt.date | None, typer.Option("--date", parser=iso_date, metavar="DATE", help="Date other than the brief's own.")
]

Letterhead = Annotated[
    Path | None,
    typer.Option("--letterhead", metavar="FILE", help="A .docx whose headers, footers, margins and styles Word takes."),
]
Clean = Annotated[
    bool, typer.Option("--clean", metavar="", help="Leave out the comments on doubts that Word shows a reviewer.")
]

Output = Annotated[
    Path,
    typer.Option("--output", "-o", metavar="FOLDER", rich_help_panel=OUTPUT, help="Where the briefs' folders are."),
]
Name = Annotated[
    str | None,
    typer.Option(
        "--name",
        parser=folder_name,
        metavar="NAME",
        rich_help_panel=OUTPUT,
        help="Name of that folder; else that of the article.",
    ),
]
Together = Annotated[
    bool,
    typer.Option(
        "--together", metavar="", rich_help_panel=OUTPUT, help="One brief of all articles, named after the first."
    ),
]
Formats = Annotated[
    str,
    typer.Option(
        "--format", metavar="LIST", rich_help_panel=OUTPUT, help="Any of docx, pdf, html and md, with commas."
    ),
]
DiscardEdits = Annotated[
    bool,
    typer.Option(
        "--discard-edits",
        metavar="",
        rich_help_panel=OUTPUT,
        help="Overwrite a brief.yaml that was edited by hand; it is kept as brief.yaml.bak.",
    ),
]
LanguageModel = Annotated[
    str | None,
    typer.Option(
        "--language-model", metavar="NAME", rich_help_panel=OUTPUT, help="A spaCy model other than the one installed."
    ),
]

Json = Annotated[bool, typer.Option("--json", metavar="", help="Print the outcome as JSON, for scripts.")]
# These two act through their callbacks; the commands take them and need not look at them.
Quiet = Annotated[
    bool,
    typer.Option(
        "--quiet",
        "-q",
        metavar="",
        callback=_set_quiet,
        is_eager=True,
        help="No progress and no warnings, only errors.",
    ),
]
Debug = Annotated[
    bool,
    typer.Option("--debug", metavar="", callback=_set_debug, is_eager=True, help="Show the traceback of an error."),
]
