"""The e-mail that a brief goes out with: its documents, made anew where they are out of date, and its own text."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from briefgen import delivery, documents, house_styles, rendering, settings, storage
from briefgen.delivery import Attachment, Mail
from briefgen.documents import Printed
from briefgen.model.brief import Brief
from briefgen.model.mailbox import Mailbox
from briefgen.storage import BriefFolder

_ATTACHED = ("docx", "pdf")
_PLAIN_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9 ._-]*")


@dataclass(frozen=True, slots=True)
class MailRequest:
    """Which brief (its folder or file) to mail to whom.

    `sender` None: the configured one, else whoever opens the draft. `subject` None: the brief's title; the marking
    stands before either. `calendar`: with the dated next steps as an .ics.
    """

    where: Path
    to: tuple[Mailbox, ...]
    cc: tuple[Mailbox, ...] = ()
    bcc: tuple[Mailbox, ...] = ()
    sender: Mailbox | None = None
    subject: str | None = None
    calendar: bool = False


@dataclass(frozen=True, slots=True)
class Drafted:
    """A mail, its draft, the files to write (documents made anew, calendar, draft) and what should be said."""

    mail: Mail
    draft: Path
    files: Mapping[Path, bytes]
    warnings: tuple[str, ...]


def draft(
    folder: BriefFolder, file: Path, printed: Printed, request: MailRequest, progress: Callable[[str], None]
) -> Drafted:
    """The mail of the brief in `file`, with everything that is to be written; nothing is written here.

    Raises StyleError, RenderError, StorageError, and DeliveryError for a mail that no server would take.
    """
    brief = printed.brief
    warnings: list[str] = []
    files: dict[Path, bytes] = {}
    if _is_out_of_date(folder, file, printed):
        files, told = documents.render(folder, printed, _ATTACHED, progress)
        warnings += told
    progress("writing the e-mail")
    paths = [folder.document(extension) for extension in _ATTACHED]
    attachments = [Attachment(_name(folder, path), files.get(path) or _content(path)) for path in paths]
    if len(brief.title.strip().splitlines()) > 1 and request.subject is None:
        warnings.append("the title has several lines; the subject has them on one")
    style = house_styles.load_style(brief.style)
    text = rendering.mail_text(brief, style, subject=request.subject, edited=printed.edited, human=printed.human)
    if request.calendar:
        path = folder.document("ics")
        entries = delivery.calendar(brief, text.marking, _series(folder, brief), storage.read_bytes(path))
        if entries is None:
            warnings.append("no next step has a date, so there is no calendar to attach")
        else:
            files = {**files, path: entries}
            attachments.append(Attachment(_name(folder, path), entries))
    mail = Mail(
        request.sender or settings.read().mail.from_,
        request.to,
        request.cc,
        request.bcc,
        text.subject,
        text.text,
        text.html,
        tuple(attachments),
    )
    eml = delivery.as_draft(mail)
    if large := delivery.check_size(len(eml)):
        warnings.append(large)
    path = folder.document("eml")
    return Drafted(mail, path, {**files, path: eml}, tuple(warnings))


def _series(folder: BriefFolder, brief: Brief) -> str:
    """What the brief is called from draft to draft, unlike that of another article."""
    return "\n".join([folder.name, *(source.url or source.title or source.file or "" for source in brief.sources)])


def _is_out_of_date(folder: BriefFolder, file: Path, printed: Printed) -> bool:
    """Whether a document is missing, or older than anything that it is made of."""
    made = [_changed(folder.document(extension)) for extension in _ATTACHED]
    sources = (file, folder.overrides, *house_styles.style_files(printed.brief.style))
    return min(made) < max(map(_changed, sources))


def _changed(path: Path) -> int:
    """When the file was written, in nanoseconds; 0 where there is none."""
    return path.stat().st_mtime_ns if path.exists() else 0


def _content(path: Path) -> bytes:
    """A document as it stands on the disk; a file that no mail could carry is not even read."""
    delivery.check_size(path.stat().st_size)
    return storage.read_bytes(path) or b""


def _name(folder: BriefFolder, path: Path) -> str:
    """A name that every mail program keeps: the document's own where it is plain ASCII, else one that is made of it."""
    return path.name if _PLAIN_NAME.fullmatch(path.name) else f"{storage.slug(folder.name)}{path.suffix}"
