"""Mails as mail programs write them."""

from __future__ import annotations

from email.message import EmailMessage
from email.policy import SMTP
from pathlib import Path

from briefgen.model.article import Article
from briefgen.sources import read

NOTE = "Hi Bo,\n\nfor the 9 o'clock meeting, see below.\n\nJo\n"
ARTICLE = """Norland reopened its three largest ports on Monday after a week of talks
with Suthmark about harbour fees, and few had expected the negotiators to
agree so soon.

"We will never accept a foreign base in the Grey Strait," Foreign Minister
Ana Lopes said in Vellin.

The delegations will meet again on 14 May in Harn, where a fee schedule is
to be signed.
"""
TOLD = [
    "1: Norland reopened its three largest ports on Monday after a week of talks with Suthmark about harbour fees, "
    "and few had expected the negotiators to agree so soon.",
    '2: "We will never accept a foreign base in the Grey Strait," Foreign Minister Ana Lopes said in Vellin.',
    "3: The delegations will meet again on 14 May in Harn, where a fee schedule is to be signed.",
]


def mail(text: str | None = None, html: str | None = None, **headers: str) -> EmailMessage:
    """A mail of the Harbour Post's, from a person's account or as `headers` say."""
    message = EmailMessage()
    given = {"From": "Jo Roe <jo.roe@ministry.example>", "Subject": "FYI", "Date": "Tue, 07 May 2024 08:10:00 +0200"}
    for name, value in (given | {key.replace("_", "-"): value for key, value in headers.items()}).items():
        if value:
            message[name] = value
    if text is not None:
        message.set_content(text)
    if html is not None and text is None:
        message.set_content(html, subtype="html")
    elif html is not None:
        message.add_alternative(html, subtype="html")
    return message


def saved_mail(folder: Path, message: EmailMessage | bytes | str, name: str = "talks.eml") -> str:
    """The path of a mail saved in `folder`."""
    content = message.as_bytes(policy=SMTP) if isinstance(message, EmailMessage) else message
    (folder / name).write_bytes(content.encode() if isinstance(content, str) else content)
    return str(folder / name)


def article_in(folder: Path, message: EmailMessage | bytes | str) -> Article:
    """The article in a mail."""
    return read(saved_mail(folder, message))
