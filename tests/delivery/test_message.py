"""The .eml: what mail programs open as a draft, by two parsers that share no code."""

from __future__ import annotations

from dataclasses import replace
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default

import pytest
from fast_mail_parser import parse_email
from hypothesis import given
from hypothesis import strategies as st

from briefgen.delivery import Attachment, Mail, as_draft, check_size
from briefgen.errors import DeliveryError
from briefgen.model.mailbox import Mailbox

MAIL = Mail(
    sender=Mailbox("Strait Desk", "desk@norland.example"),
    to=(Mailbox("Ana Łopes", "ana@norland.example"), Mailbox("", "bo@norland.example")),
    cc=(Mailbox("", "archive@norland.example"),),
    bcc=(Mailbox("", "quiet@norland.example"),),
    subject="[OFFICIAL] Harbour talks: “no accord”",
    text="Harbour talks\n\nNo accord – yet. [A1.1]\n",
    html="<p>Harbour talks: <b>no accord – yet</b>. [A1.1]</p>\n",
    attachments=(
        Attachment("talks.docx", b"PK\x03\x04 word"),
        Attachment("talks.pdf", b"%PDF-1.7"),
        Attachment("talks.ics", b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n"),
    ),
)


def parsed(mail: Mail) -> EmailMessage:
    message = message_from_bytes(as_draft(mail), policy=default)
    assert isinstance(message, EmailMessage)
    return message


def unix(text: str) -> str:
    return text.replace("\r\n", "\n")


def test_a_draft_is_unsent_and_names_all_recipients() -> None:
    draft = parsed(MAIL)
    assert draft["X-Unsent"] == "1"
    assert draft["Date"] is draft["Message-ID"] is None
    assert str(draft["From"]) == "Strait Desk <desk@norland.example>"
    assert [each.addr_spec for each in draft["To"].addresses] == ["ana@norland.example", "bo@norland.example"]
    assert str(draft["Cc"]) == "archive@norland.example"
    assert str(draft["Bcc"]) == "quiet@norland.example"
    assert draft["Subject"] == MAIL.subject


def test_text_and_html_stand_beside_each_other_and_before_the_files() -> None:
    draft = parsed(MAIL)
    assert draft.get_content_type() == "multipart/mixed"
    bodies, *files = draft.iter_parts()
    assert bodies.get_content_type() == "multipart/alternative"
    assert [part.get_content_type() for part in bodies.iter_parts()] == ["text/plain", "text/html"]
    assert [unix(part.get_content()) for part in bodies.iter_parts()] == [MAIL.text, MAIL.html]
    assert [(part.get_filename(), part.get_payload(decode=True)) for part in files] == [
        (attachment.name, attachment.content) for attachment in MAIL.attachments
    ]
    assert [part.get_content_disposition() for part in files] == ["attachment"] * 3
    assert files[2]["Content-Type"].params["method"] == "PUBLISH"


def test_no_part_has_a_defect() -> None:
    for part in parsed(MAIL).walk():
        assert part.defects == []
        assert all(value.defects == () for value in part.values())


def test_another_parser_reads_the_same() -> None:
    mail = parse_email(as_draft(MAIL), strict=True)
    assert mail.warnings == []
    assert mail.subject == MAIL.subject
    assert [unix(text) for text in mail.text_plain] == [MAIL.text]
    assert [unix(text) for text in mail.text_html] == [MAIL.html]
    assert [(part.filename, bytes(part.content)) for part in mail.attachments] == [
        (attachment.name, attachment.content) for attachment in MAIL.attachments
    ]


def test_a_draft_without_sender_and_copies_has_no_line_for_them() -> None:
    draft = parsed(replace(MAIL, sender=None, cc=(), bcc=()))
    assert [draft[name] for name in ("From", "Cc", "Bcc")] == [None, None, None]


def test_the_file_is_ascii_in_short_lines_as_mail_has_them() -> None:
    raw = as_draft(replace(MAIL, text=f"{'long ' * 500}\n", subject="Überlänge " * 19))
    assert raw.isascii()
    assert raw.count(b"\n") == raw.count(b"\r\n")
    typed = b"Content-Type: application/vnd."  # which no program may fold
    assert max(len(line) for line in raw.split(b"\r\n") if not line.startswith(typed)) <= 78


def test_the_same_mail_gives_the_same_bytes_and_another_one_other_boundaries() -> None:
    assert as_draft(MAIL) == as_draft(MAIL)
    other = as_draft(replace(MAIL, text="Other words.\n"))
    assert message_from_bytes(other).get_boundary() != message_from_bytes(as_draft(MAIL)).get_boundary()


@pytest.mark.parametrize("text", ["--=_1_0", "\n.\n", "From here on\n", "--\n", "=?utf-8?q?x?="])
def test_a_body_that_looks_like_the_machinery_of_mail_arrives_as_it_is(text: str) -> None:
    body = parsed(replace(MAIL, text=f"{text}\n")).get_body(("plain",))
    assert body is not None
    assert unix(body.get_content()) == f"{text}\n"


@given(st.text(st.characters(categories=["L", "N", "P", "S"], include_characters=" "), max_size=200))
def test_a_subject_in_any_script_is_one_header(subject: str) -> None:
    folded = " ".join(subject.split())
    raw = as_draft(replace(MAIL, subject=folded))
    assert parse_email(raw, strict=True).subject == folded.replace("=?", "= ?")
    assert message_from_bytes(raw).keys()[-2:] == ["Bcc", "X-Unsent"]


def test_the_sizes_at_which_it_is_told_and_refused() -> None:
    assert check_size(10_000_000) == ""
    assert "10.0 MB; some servers take 10 MB at most" in check_size(10_000_001)
    with pytest.raises(DeliveryError, match=r"25\.1 MB, and most servers take 25 MB"):
        check_size(25_100_000)
