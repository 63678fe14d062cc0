"""What `briefgen email --send` shows before anything leaves, and what it asks."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

import typer

from briefgen import sending
from briefgen.cli import console
from briefgen.errors import DeliveryError, UnconfirmedError
from briefgen.mailing import Drafted
from briefgen.sending import Outgoing

_EARLIER = {
    "sent": "This very mail was sent at {}.",
    "sending": "A run at {} began to send this very mail and did not end; it may have arrived.",
}


def send_asked(drafted: Drafted, ask: bool) -> None:
    """Show the mail and send it. `ask` False: without asking, and never what an earlier run sent or may have sent.

    Exits with 1 when the user says no. Raises BriefgenError.
    """
    outgoing = sending.prepare(drafted)
    if ask or not console.verbosity.quiet:
        for label, value in _shown(outgoing):
            console.tell(f"{label:<12} {value}")
    before = _EARLIER[outgoing.earlier].format(outgoing.since) if outgoing.earlier else ""
    if not ask and outgoing.earlier == "sent":
        console.warn(f"{before} It was not sent again.")
        return
    if not ask and before:
        raise UnconfirmedError(before, "Ask a recipient; where it is to be sent again, run this without --yes.")
    if ask and not _agreed(f"{before} Send it again?" if before else "Send it?"):
        console.tell(f"Nothing was sent; the draft is {outgoing.draft}.")
        raise typer.Exit(1)
    with console.progress(str(outgoing.draft)) as progress:
        sending.send(outgoing, dt.datetime.now(dt.UTC), progress)
    console.result(f"sent to {', '.join(outgoing.mail.recipients)}")


def _shown(outgoing: Outgoing) -> Iterator[tuple[str, str]]:
    """Everything about the mail that a second look could catch."""
    mail = outgoing.mail
    yield "Server", str(outgoing.server)
    yield "From", str(mail.sender)
    for label, mailboxes in (("To", mail.to), ("Cc", mail.cc), ("Bcc", mail.bcc)):
        for mailbox in mailboxes:
            yield label, str(mailbox)
    yield "Subject", mail.subject
    for attachment in mail.attachments:
        yield "Attachment", f"{attachment.name} ({_size(len(attachment.content))})"
    yield "Size", f"{_size(outgoing.size)} as sent"


def _size(number: int) -> str:
    return f"{number / 1_000_000:.1f} MB" if number >= 1_000_000 else f"{max(1, round(number / 1000))} kB"


def _agreed(question: str) -> bool:
    """The user's yes or no. Raises DeliveryError where nobody is there to ask."""
    try:
        return typer.confirm(console.visible(question), err=True)
    except typer.Abort as error:
        raise DeliveryError("nobody answered, so nothing was sent", "For a script, give --yes.") from error
