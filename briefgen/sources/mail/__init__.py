"""Mails (.eml): the article in the text of a mail or attached to it, in as many mails inside one another as it stands.

parts.py       a mail -> its texts, attachments and inner mails; what is encrypted is refused
markup.py      the HTML of a mail -> its lines, as the plain text of a mail has them
passages.py    lines -> those of the article: not the note above, what was quoted, the signature
senders.py     who sent it and when: publisher, author, day
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from email import policy
from email.message import EmailMessage
from email.parser import BytesParser

from briefgen.errors import SourceError
from briefgen.sources import docx, html, markdown, pdf, text
from briefgen.sources.cleaning import clean
from briefgen.sources.layout import finish, lay_out
from briefgen.sources.mail import passages
from briefgen.sources.mail.markup import lines_of
from briefgen.sources.mail.parts import NAMES_SHOWN, Attachment, Contents, contents_of
from briefgen.sources.mail.passages import LONGEST_NOTE, Passage
from briefgen.sources.mail.senders import Letterhead
from briefgen.sources.marked import ranked
from briefgen.sources.reading import Reading

# Of the same document in two formats, the one that says more about its structure is read.
READERS: dict[str, Callable[[bytes, str], Reading]] = {
    ".docx": docx.read,
    ".html": html.read,
    ".md": markdown.read,
    ".pdf": pdf.read,
    ".txt": text.read,
}
_STUB = 100  # words; a plain text of fewer is left where the HTML has more than twice as many
_DEEPEST = 4  # mails inside one another
_MOST_PARTS = 200
_MOST_LINES = 1_000_000
_MOST_COMPARED = 20_000_000  # lines times parts: each line is compared with the end of each part that it may be in
_LONGEST_HEADER = 10_000  # bytes
_PART = re.compile(rb"^content-type[ \t]*:", re.IGNORECASE | re.MULTILINE)
_HEADER = re.compile(
    rb"^(?:content-[\w-]+|mime-version|from|sender|date|subject)[ \t]*:(?:[^\r\n]|\r?\n[ \t]|\r[ \t])*",
    re.IGNORECASE | re.MULTILINE,
)
_OUTLOOK_FILE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_SAVE_INNER = "Open it in your mail program, save what holds the article, and give that file."


def read(data: bytes, name: str) -> Reading:
    """The article of a mail; SourceError when it is none, holds none, or holds more than one that may be meant."""
    _check(data, name)
    try:
        message = BytesParser(policy=policy.default).parsebytes(data)
        if not any(message.get(header) for header in ("From", "Date", "Subject", "Content-Type")):
            raise SourceError(f"{name} is no mail.", "Save the mail in your mail program as .eml again.")
        return _article(message, name, depth=1)
    except SourceError:
        raise
    except Exception as error:  # what the parser of headers raises on a damaged mail is of every kind
        raise SourceError(f"{name} is damaged, or no mail.", _SAVE_INNER) from error


def _check(data: bytes, name: str) -> None:
    """Refuse what is no mail, and what would keep the parser busy for long."""
    if not data.strip():
        raise SourceError(f"{name} is empty.", "Save the mail in your mail program as .eml again.")
    if data.startswith(_OUTLOOK_FILE):
        raise SourceError(f"{name} is a file of Outlook's own kind (.msg), whatever its name says.", _SAVE_INNER)
    parts = len(_PART.findall(data))
    lines = max(data.count(b"\n"), data.count(b"\r"))
    if parts > _MOST_PARTS or lines > _MOST_LINES or lines * parts > _MOST_COMPARED:
        raise SourceError(f"{name} has far more parts or lines than a mail has.", _SAVE_INNER)
    if any(match.end() - match.start() > _LONGEST_HEADER for match in _HEADER.finditer(data)):
        raise SourceError(f"{name} has a header that is longer than that of any mail.", _SAVE_INNER)


def _article(message: EmailMessage, name: str, depth: int) -> Reading:
    """The article of a mail that is inside `depth` - 1 others."""
    if depth > _DEEPEST:
        raise SourceError(f"{name} holds mails inside one another, more than {_DEEPEST} deep.", _SAVE_INNER)
    contents = contents_of(message, name)
    letterhead = Letterhead.of(message)
    body = _body(contents, name)
    attached = _attached(contents)
    if body and (body.words > LONGEST_NOTE or not attached):
        return _of_body(body, letterhead)
    if not attached:
        raise contents.refusal(name)
    if attached > 1:
        names = [*(each.name for each in _documents(contents)), *("a mail" for _ in contents.mails)]
        some = ", ".join(names[:NAMES_SHOWN])
        raise SourceError(f"{name} holds {attached} files that may be the article: {some}.", _SAVE_INNER)
    if contents.mails:
        return _article(contents.mails[0], name, depth + 1)
    return _of_attachment(_documents(contents)[0], letterhead, name)


def _attached(contents: Contents) -> int:
    return len(contents.mails) + len(_documents(contents))


def _documents(contents: Contents) -> list[Attachment]:
    """The attachments that can be read, each in one format alone."""
    chosen: dict[str, Attachment] = {}
    for suffix in READERS:
        for attachment in contents.attachments:
            if attachment.suffix == suffix:
                chosen.setdefault(attachment.stem, attachment)
    return list(chosen.values())


def _body(contents: Contents, name: str) -> Passage | None:
    """The text of the mail itself: the plain one, or that of the HTML where the plain one only points there."""
    words = len(contents.plain.split())
    if contents.html and words < _STUB:
        try:
            drafts = html.drafts_of(contents.html, name)
        except SourceError:  # which is no fault where the HTML is but a note
            if not words and not _attached(contents):
                raise
            drafts = []
        if sum(len(draft.words) for draft in drafts) > 2 * words:
            return passages.of_drafts(drafts, lines_of(contents.html))
    return passages.of_text(clean(contents.plain)) if words else None


def _of_body(body: Passage, letterhead: Letterhead) -> Reading:
    """The article in the text of the mail, under what the forwarded mail or the mail itself says about it."""
    blocks, masthead = finish(ranked(body.drafts)) if body.drafts else lay_out(body.text)
    head = Letterhead.of_forwarded(body.headers) if body.headers else letterhead
    has_headline = any(block.kind == "headline" for block in blocks)
    return Reading(
        blocks,
        title=None if has_headline else head.subject,
        publisher=head.publisher,
        author=masthead.author or head.author,
        published=masthead.published or head.day,
    )


def _of_attachment(attachment: Attachment, letterhead: Letterhead, name: str) -> Reading:
    """An attached document. A person who passes it on is not its author; who publishes by mail is its publisher."""
    reading = READERS[attachment.suffix](attachment.data, f"{attachment.name}, attached to {name},")
    has_headline = any(block.kind == "headline" for block in reading.blocks)
    return replace(
        reading,
        title=reading.title or (None if has_headline else letterhead.subject),
        publisher=reading.publisher or letterhead.publisher,
        published=reading.published or letterhead.day,
    )
