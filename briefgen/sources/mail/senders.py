"""Who sent a mail, what about and when: publisher or author, subject, day."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass
from email.message import EmailMessage

from briefgen.sources.cleaning import clean, fold
from briefgen.sources.layout.dates import the_date

_PASSED_ON = re.compile(r"(?:(?:re|fwd?|fw|tr|wg|aw)\s*(?:\[\d+\])?:\s*)+", re.IGNORECASE)
_TAGS = re.compile(r"(?:\[(?:external|ext|spam|caution)[^\]]*\]\s*)+", re.IGNORECASE)
_ADDRESS = re.compile(r"[\w.+'=-]+@[\w.-]+")
_MARKS = " \t\"'*<>[](),;"
_OFFICE = re.compile(
    r"(?:^|[._+-])(?:no-?reply|do-?not-?reply|news(?:letters?|desk|room)?|press(?:e|office)?|media|info|editors?|editorial|"
    r"briefings?|alerts?|updates?|communications?|comms|office|contact|subscriptions?|digest|spokesperson)(?:$|[._+\d-])",
    re.IGNORECASE,
)
_BODY = re.compile(
    r"\b(?:agency|bureau|cabinet|cent(?:er|re)|commission|council|department|desk|embassy|foundation|gazette|government|"
    r"herald|institute|journal|ministry|mission|news|newsletter|newsroom|office|parliament|post|press|secretariat|"
    r"service|times|tribune|union)\b",
    re.IGNORECASE,
)
_BULK = ("List-Id", "List-Unsubscribe")


@dataclass(frozen=True, slots=True)
class Letterhead:
    """What the headers of a mail say; None for what they do not.

    A sender is the publisher where the mail is from an office, a paper or a list, else a person, the author.
    """

    subject: str | None = None
    publisher: str | None = None
    author: str | None = None
    day: dt.date | None = None

    @classmethod
    def of(cls, message: EmailMessage) -> Letterhead:
        """What a mail says. Who passes a text on is not its author."""
        subject = _line(message.get("Subject"))
        date = message.get("Date")
        moment = getattr(date, "datetime", None)  # the day where the sender was
        bulk = any(header in message for header in _BULK)
        publisher, author = _sender(_line(message.get("From")), bulk)
        bare = _bare(subject)
        passed_on = bare != _TAGS.sub("", subject)
        day = moment.date() if isinstance(moment, dt.datetime) else the_date(_line(date))
        return cls(bare or None, publisher, None if passed_on else author, day)

    @classmethod
    def of_forwarded(cls, headers: Mapping[str, str]) -> Letterhead:
        """What a mail said that was forwarded, as the mail program wrote it into the text."""
        publisher, author = _sender(headers.get("from", ""), bulk=False)
        return cls(_bare(headers.get("subject", "")) or None, publisher, author, the_date(headers.get("date", "")))


def _line(value: object) -> str:
    return fold(clean(str(value or "")))


def _bare(subject: str) -> str:
    """A subject without "Fwd:", "Re:" and what gateways put in front of it."""
    while (bare := _TAGS.sub("", _PASSED_ON.sub("", subject, count=1), count=1).strip()) != subject:
        subject = bare
    return subject


def _sender(sender: str, bulk: bool) -> tuple[str | None, str | None]:
    """The publisher or the author that "The Harbour Post <news@harbourpost.example>" names."""
    address = _ADDRESS.search(sender)
    name = (sender[: address.start()] if address else sender).replace("mailto:", "").strip(_MARKS)
    if not name or _ADDRESS.search(name):
        return None, None
    local, _, domain = address[0].partition("@") if address else ("", "", "")
    letters = re.sub(r"^the|[\W_]", "", name.lower())
    office = bulk or _OFFICE.search(local) or _BODY.search(name) or letters in re.sub(r"[\W_]", "", domain.lower())
    return (name, None) if office else (None, name)
