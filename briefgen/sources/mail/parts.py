"""What a mail is made of: its texts, what is attached to it, and the mails inside it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from email.message import EmailMessage
from pathlib import PurePath
from typing import cast

from briefgen.errors import SourceError
from briefgen.sources.cleaning import clean, fold
from briefgen.sources.decoding import decode, decode_declared

_SUFFIXES = {
    "application/pdf": ".pdf",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "text/plain": ".txt",
    "text/markdown": ".md",
}
_BY_NAME = {**{suffix: suffix for suffix in _SUFFIXES.values()}, ".htm": ".html"}
_BY_SERVER = re.compile(r"ATT\d+\.(?:txt|html?)", re.IGNORECASE)  # what Exchange makes of a signature behind a file
NAMES_SHOWN = 5
_LONGEST_NAME = 100
_FLOWED = re.compile(r"(?<=[^\n]) \n(?<!-- \n)(?=[^\n >])")
_PGP = "-----BEGIN PGP MESSAGE-----"
_DECRYPT = "Open it in your mail program, copy the text into a .txt file, and give that."
_SAVE = "Give the article itself, as text, a page, a PDF or a Word file."


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file in a mail that can be read; `suffix` is that of its reader."""

    name: str
    suffix: str
    data: bytes

    @property
    def stem(self) -> str:
        return PurePath(self.name).stem


@dataclass
class Contents:
    """The texts of a mail, in the order of its parts, its attachments, the mails in it; kind and name of the rest."""

    plain: str = ""
    html: str = ""
    attachments: list[Attachment] = field(default_factory=list)
    mails: list[EmailMessage] = field(default_factory=list)
    others: set[tuple[str, str]] = field(default_factory=set)

    def refusal(self, name: str) -> SourceError:
        """Why there is no article in this mail."""
        names = {name for _, name in self.others}
        if any(kind == "text/calendar" for kind, _ in self.others):
            return SourceError(f"{name} is an invitation to a meeting; it holds no article.", _SAVE)
        if "winmail.dat" in names:
            return SourceError(f"{name} holds its text in winmail.dat, which only Outlook reads.", _DECRYPT)
        if self.others and all(kind.startswith("image/") for kind, _ in self.others):
            return SourceError(f"{name} holds only pictures, no text.", f"Run OCR on them. {_SAVE}")
        if self.others:
            some = ", ".join(sorted(names)[:NAMES_SHOWN])
            return SourceError(f"{name} holds no text, and nothing that is read: {some}.", _SAVE)
        return SourceError(f"{name} holds no text.", _SAVE)


def contents_of(message: EmailMessage, name: str) -> Contents:
    """What a mail is made of; SourceError when it is encrypted."""
    contents = Contents()
    _gather(message, contents, name)
    if _PGP in contents.plain:
        raise _encrypted(name, "PGP")
    return contents


def _gather(part: EmailMessage, contents: Contents, name: str) -> None:
    kind = part.get_content_type()
    if kind == "multipart/encrypted":
        raise _encrypted(name, "PGP")
    if kind in ("application/pkcs7-mime", "application/x-pkcs7-mime"):
        raise _encrypted(name, "S/MIME")
    if kind == "message/rfc822":
        contents.mails += [cast(EmailMessage, inner) for inner in part.iter_parts()]
    elif part.is_multipart():
        for inner in part.iter_parts():
            _gather(cast(EmailMessage, inner), contents, name)
    elif kind in ("text/plain", "text/html") and not part.is_attachment() and not part.get_filename():
        text = _text(part, name)
        if kind == "text/plain":
            contents.plain += f"{text}\n\n"
        else:
            contents.html += text
    else:
        _attach(part, kind, contents)


def _attach(part: EmailMessage, kind: str, contents: Contents) -> None:
    named = fold(clean(part.get_filename() or ""))[-_LONGEST_NAME:]
    suffix = _BY_NAME.get(PurePath(named).suffix.lower()) or _SUFFIXES.get(kind)
    if suffix and not _BY_SERVER.fullmatch(named):
        contents.attachments.append(Attachment(named or f"a file of type {kind}", suffix, _bytes(part)))
    elif not suffix:
        contents.others.add((kind, named or kind))


def _bytes(part: EmailMessage) -> bytes:
    payload = part.get_payload(decode=True)
    return payload if isinstance(payload, bytes) else b""


def _text(part: EmailMessage, name: str) -> str:
    """A text of a mail: as its charset says, and where that is wrong as its bytes look; flowed lines joined."""
    data = _bytes(part)
    if not data.strip():
        return ""
    text = decode_declared(data, part.get_content_charset() or "utf-8")
    text = decode(data, name, web_page=True) if text is None else text
    text = text.replace("\r\n", "\n")
    if _parameter(part, "format") == "flowed":  # RFC 3676
        text = _FLOWED.sub("" if _parameter(part, "delsp") == "yes" else " ", text)
    return text


def _parameter(part: EmailMessage, name: str) -> str:
    return str(part.get_param(name, "")).lower()


def _encrypted(name: str, how: str) -> SourceError:
    return SourceError(f"{name} is encrypted ({how}).", _DECRYPT)
