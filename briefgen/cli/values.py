"""How the values of options are read; what does not fit is wrong usage and says what would."""

from __future__ import annotations

import datetime as dt
import difflib
import os
import re

import typer

from briefgen.errors import StorageError
from briefgen.model.mailbox import Mailbox

MAX_TEXT = 500
FORMATS = ("docx", "pdf", "html", "md")


def iso_date(text: str) -> dt.date:
    """`2024-04-27` as a date; every other way to write one is refused, since 04/05 is two days."""
    if not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text):
        raise typer.BadParameter(f"'{text}' is not a date; write year-month-day, as in 2024-04-27.")
    try:
        return dt.date.fromisoformat(text)
    except ValueError as error:
        raise typer.BadParameter(f"'{text}' is not a day of the calendar.") from error


def one_line(text: str) -> str:
    """A text for one line of the brief, its white space folded."""
    folded = " ".join(text.split())
    if len(folded) > MAX_TEXT:
        raise typer.BadParameter(f"The text is {len(folded)} characters long; {MAX_TEXT} are allowed.")
    if not folded.isprintable():
        raise typer.BadParameter("The text has a character that cannot be printed.")
    return folded


def header_line(text: str) -> str:
    """A text for a line of an e-mail's head. A line break in it is refused, since a header of its own could follow."""
    if len(text.splitlines()) > 1:
        raise typer.BadParameter("The text has a line break.")
    return one_line(text)


def web_address(text: str) -> str:
    """An address that the documents may link to; an empty one clears what was given earlier."""
    address = one_line(text)
    if address and not re.match(r"https?://[^\s/]", address):
        raise typer.BadParameter(f"'{address}' is not a web address; one starts with https:// or http://.")
    return address


def language_code(text: str) -> str:
    """`en` as a language; an empty text clears what was given earlier."""
    if not re.fullmatch(r"(?:[a-z]{2,3})?", text):
        raise typer.BadParameter(f"'{text}' is not the code of a language; one has two or three letters, as in en.")
    return text


def folder_name(text: str) -> str:
    """A name that the brief's folder and its documents can bear."""
    from briefgen.storage import check_name

    try:
        return check_name(text)
    except StorageError as error:
        raise typer.BadParameter(f"{error.what}. {error.hint}") from error


def mail_address(text: str) -> Mailbox:
    """`Ana Lopes <ana@norland.example>` or the address alone."""
    try:
        return Mailbox.parse(text)
    except ValueError as error:
        raise typer.BadParameter(f"{error}.") from error


def formats(text: str) -> tuple[str, ...]:
    """`docx,pdf` as the formats to write, each once, in the order given."""
    wanted = tuple(dict.fromkeys(part.strip().lower() for part in text.split(",") if part.strip()))
    for part in wanted:
        if part not in FORMATS:
            near = difflib.get_close_matches(part, FORMATS, n=1, cutoff=0.4)
            guess = f" Did you mean {near[0]}?" if near else ""
            message = f"'{part}' is not a format; there are {', '.join(FORMATS)}.{guess}"
            raise typer.BadParameter(message, param_hint="'--format'")
    if not wanted:
        raise typer.BadParameter(f"Name at least one of {', '.join(FORMATS)}.", param_hint="'--format'")
    return wanted


def today() -> dt.date:
    """The day of drafting: SOURCE_DATE_EPOCH (seconds since 1970, for runs that must repeat), else the clock's."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    if epoch is None:
        return dt.date.today()
    try:
        return dt.datetime.fromtimestamp(int(epoch), dt.UTC).date()
    except (ValueError, OverflowError, OSError) as error:
        raise typer.BadParameter("SOURCE_DATE_EPOCH must be a whole number of seconds since 1970.") from error
