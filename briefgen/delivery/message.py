"""An e-mail as a file that mail programs open as a draft. The same mail gives the same bytes."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP

from briefgen.errors import DeliveryError
from briefgen.model.mailbox import Mailbox

MEGABYTE = 1_000_000
LARGE, TOO_LARGE = 10 * MEGABYTE, 25 * MEGABYTE  # as encoded, since that is what mail servers count
_TYPES = {
    "docx": ("application", "vnd.openxmlformats-officedocument.wordprocessingml.document"),
    "pdf": ("application", "pdf"),
    "ics": ("text", "calendar"),
}


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that goes with the mail; `name` is ASCII and ends in .docx, .pdf or .ics."""

    name: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Mail:
    """What goes to whom. `subject` and `text` are printable, `html` is a whole page.

    `sender` None: whoever opens the draft.
    """

    sender: Mailbox | None
    to: tuple[Mailbox, ...]
    cc: tuple[Mailbox, ...]
    bcc: tuple[Mailbox, ...]
    subject: str
    text: str
    html: str
    attachments: tuple[Attachment, ...]

    @property
    def recipients(self) -> tuple[str, ...]:
        """The address of everybody who gets the mail, each once."""
        return tuple(dict.fromkeys(mailbox.address for mailbox in (*self.to, *self.cc, *self.bcc)))


def as_draft(mail: Mail) -> bytes:
    """The .eml that Outlook and Thunderbird open for editing: neither Date nor Message-ID, blind copies in sight."""
    message = _message(mail)
    if mail.bcc:
        message["Bcc"] = _addresses(mail.bcc)
    message["X-Unsent"] = "1"
    return message.as_bytes()


def as_sent(mail: Mail, date: dt.datetime, message_id: str) -> bytes:
    """The mail as it travels: dated, with an id, and without a trace of the blind copies."""
    message = _message(mail)
    message["Date"] = date
    message["Message-ID"] = message_id
    return message.as_bytes()


def check_size(size: int) -> str:
    """What to tell of a mail of `size` bytes as encoded; empty when it is small. Raises DeliveryError when no usual
    server would take it."""
    if size > TOO_LARGE:
        what = f"the mail would have {size / MEGABYTE:.1f} MB, and most servers take {TOO_LARGE // MEGABYTE} MB at most"
        raise DeliveryError(what, "Make the documents smaller, or send them another way.")
    if size > LARGE:
        return f"the mail has {size / MEGABYTE:.1f} MB; some servers take {LARGE // MEGABYTE} MB at most"
    return ""


def _message(mail: Mail) -> EmailMessage:
    """multipart/mixed of multipart/alternative (text, HTML) and the attachments."""
    message = EmailMessage(policy=SMTP)
    if mail.sender:
        message["From"] = _addresses([mail.sender])
    message["To"] = _addresses(mail.to)
    if mail.cc:
        message["Cc"] = _addresses(mail.cc)
    # What looks like an encoded word would be decoded by the reader's program into something else.
    message["Subject"] = mail.subject.replace("=?", "= ?")
    message.set_content(mail.text, cte="quoted-printable")
    message.add_alternative(mail.html, subtype="html", cte="quoted-printable")
    for attachment in mail.attachments:
        maintype, subtype = _TYPES[attachment.name.rpartition(".")[2]]
        calendar = {"method": "PUBLISH", "charset": "utf-8"} if subtype == "calendar" else {}
        message.add_attachment(
            attachment.content, maintype=maintype, subtype=subtype, filename=attachment.name, params=calendar
        )
    _set_boundaries(message, mail)
    return message


def _addresses(mailboxes: Sequence[Mailbox]) -> list[Address]:
    return [Address(mailbox.name, addr_spec=mailbox.address) for mailbox in mailboxes]


def _set_boundaries(message: EmailMessage, mail: Mail) -> None:
    """Boundaries that hang on the content alone; Python would draw them by lot.

    Neither quoted-printable nor base64 ever has `=_`, so none can occur in a part.
    """
    digest = hashlib.sha256("\0".join([mail.subject, mail.text, mail.html]).encode())
    for attachment in mail.attachments:
        digest.update(attachment.content)
    multiparts = [part for part in message.walk() if part.is_multipart()]
    for number, part in enumerate(multiparts, start=1):
        part.set_boundary(f"=_{number}_{digest.hexdigest()[:40]}")
