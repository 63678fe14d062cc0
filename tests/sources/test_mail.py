"""Mails: the article in the text, forwarded or attached, and who it is from; what holds none is refused."""

from __future__ import annotations

import datetime as dt
import io
from email.message import EmailMessage
from pathlib import Path

import pytest
from docx import Document
from PIL import Image
from reportlab.pdfgen.canvas import Canvas

from briefgen.errors import SourceError
from briefgen.sources import read
from tests.sources.mails import ARTICLE, NOTE, TOLD, article_in, mail, saved_mail
from tests.sources.pages import page
from tests.sources.shapes import shape

GMAIL = """---------- Forwarded message ---------
From: The Harbour Post <news@harbourpost.example>
Date: Fri, May 3, 2024 at 10:00 AM
Subject: Ports reopen in Norland
To: <jo.roe@ministry.example>


"""
OUTLOOK = """________________________________
From: Reyes, Ana <ana.reyes@harbourpost.example>
Sent: Friday, May 3, 2024 10:00 AM
To: Jo Roe <jo.roe@ministry.example>; Bo Lund
 <bo.lund@ministry.example>
Subject: RE: Ports reopen in Norland

"""
OLD_OUTLOOK = """-----Original Message-----
From: The Harbour Post [mailto:news@harbourpost.example]
Sent: 03 May 2024 10:00
To: Roe, Jo
Subject: Ports reopen in Norland

"""
APPLE = """Begin forwarded message:

From: The Harbour Post <news@harbourpost.example>
Subject: Ports reopen in Norland
Date: 3 May 2024 at 10:00:00 CEST
To: Jo Roe <jo.roe@ministry.example>

"""
BOLD = """*From:* The Harbour Post <news@harbourpost.example>
*Sent:* Friday, May 3, 2024 10:00 AM
*To:* Jo Roe
*Subject:* Ports reopen in Norland

"""


def quoted(text: str) -> str:
    return "".join(f"> {line}\n" for line in text.splitlines())


def refusal(folder: Path, message: EmailMessage | bytes | str) -> str:
    with pytest.raises(SourceError) as caught:
        article_in(folder, message)
    assert caught.value.hint
    return str(caught.value)


def about(folder: Path, message: EmailMessage | bytes) -> tuple[str | None, str | None, str | None, dt.date | None]:
    source = article_in(folder, message).source
    return source.title, source.publisher, source.author, source.published


@pytest.mark.parametrize(
    "forwarded",
    [
        GMAIL + ARTICLE,
        OLD_OUTLOOK + ARTICLE,
        APPLE + ARTICLE,
        BOLD + ARTICLE,
        APPLE[:26] + quoted(APPLE[26:] + ARTICLE),
    ],
)
def test_a_forwarded_article(tmp_path: Path, forwarded: str) -> None:
    message = mail(NOTE + "\n" + forwarded, Subject="Fwd: Ports reopen in Norland")
    assert shape(article_in(tmp_path, message)) == TOLD
    assert about(tmp_path, message) == ("Ports reopen in Norland", "The Harbour Post", None, dt.date(2024, 5, 3))


def test_a_forwarded_article_of_a_person(tmp_path: Path) -> None:
    message = mail(NOTE + OUTLOOK + ARTICLE)
    assert shape(article_in(tmp_path, message)) == TOLD
    assert about(tmp_path, message) == ("Ports reopen in Norland", None, "Reyes, Ana", dt.date(2024, 5, 3))


def test_forwarded_more_than_once(tmp_path: Path) -> None:
    message = mail(f"FYI\n\n{OUTLOOK}Worth a look.\n\n-- \nAna Reyes\nThe Harbour Post\n\n{GMAIL}{ARTICLE}")
    assert shape(article_in(tmp_path, message)) == TOLD
    assert about(tmp_path, message)[1] == "The Harbour Post"


def test_the_text_of_the_mail_itself(tmp_path: Path) -> None:
    message = mail(ARTICLE, From='"The Harbour Post" <news@harbourpost.example>', Subject="Ports reopen in Norland")
    assert shape(article_in(tmp_path, message)) == TOLD
    assert about(tmp_path, message) == ("Ports reopen in Norland", "The Harbour Post", None, dt.date(2024, 5, 7))


def test_what_the_text_says_comes_before_the_headers(tmp_path: Path) -> None:
    text = f"Ports reopen in Norland\n\nBy Ana Reyes\n\n3 May 2024\n\n{ARTICLE}"
    message = mail(text, From="Bo Lund <bo@harbourpost.example>", Subject="Our story")
    assert about(tmp_path, message) == ("Ports reopen in Norland", None, "Ana Reyes", dt.date(2024, 5, 3))


@pytest.mark.parametrize(
    ("sender", "publisher", "author"),
    [
        ("Ana Reyes <ana.reyes@harbourpost.example>", None, "Ana Reyes"),
        ("The Harbour Post <hello@harbourpost.example>", "The Harbour Post", None),
        ("Ministry of Ports <mop@norland.example>", "Ministry of Ports", None),
        ("Strait Watch <newsletter-12@mailer.example>", "Strait Watch", None),
        ("=?utf-8?b?TWluaXN0w6hyZSBkZXMgUG9ydHM=?= <presse@norland.example>", "Ministère des Ports", None),
        ("=?iso-8859-1?q?Jos=E9_N=FA=F1ez?= <jose@norland.example>", None, "José Núñez"),
        ("ana@norland.example", None, None),
        ("", None, None),
    ],
)
def test_who_sent_it(tmp_path: Path, sender: str, publisher: str | None, author: str | None) -> None:
    raw = f"From: {sender}\r\nSubject: Ports\r\nDate: Fri, 3 May 2024 23:30:00 -0400\r\n\r\n{ARTICLE}"
    assert about(tmp_path, raw.encode())[1:] == (publisher, author, dt.date(2024, 5, 3))


def test_who_passes_a_text_on_is_not_its_author(tmp_path: Path) -> None:
    assert about(tmp_path, mail(ARTICLE, Subject="Fwd: Ports reopen"))[:3] == ("Ports reopen", None, None)


@pytest.mark.parametrize(
    "subject", ["Re: FW: [EXTERNAL] Ports reopen", "[EXT] Fwd: Ports reopen", "RE: RE: Ports reopen"]
)
def test_a_subject_without_what_is_put_before_it(tmp_path: Path, subject: str) -> None:
    assert about(tmp_path, mail(ARTICLE, Subject=subject))[0] == "Ports reopen"


def test_the_signature_and_small_print_are_left_out(tmp_path: Path) -> None:
    text = (
        "[EXTERNAL] This e-mail came from outside.\n\nView this email in your browser <https://x.example/1>\n\n"
        f"{ARTICLE}\nSent from my phone\n\nThis email and any attachments are confidential. If you are not the\n"
        "addressee, delete it.\n\n-- \nJo Roe\nMinistry of Ports\n+00 1 234\n"
    )
    assert shape(article_in(tmp_path, mail(text))) == TOLD


def test_a_quoted_mail_below_the_article_is_left_out(tmp_path: Path) -> None:
    long = ARTICLE * 4
    below = "On Fri, 3 May 2024 at 09:00, Bo Lund <bo.lund@ministry.example>\nwrote:\n\n> Anything on the ports?\n"
    assert len(article_in(tmp_path, mail(f"{long}\n{below}")).blocks) == 12
    assert len(article_in(tmp_path, mail(f"{long}\n{OUTLOOK}Do you have anything on the ports?\n")).blocks) == 12


def test_a_quoted_article_below_a_note(tmp_path: Path) -> None:
    text = f"Most useful.\n\nOn Fri, 3 May 2024 at 09:00, Bo Lund <bo@ministry.example> wrote:\n\n{quoted(ARTICLE)}"
    assert shape(article_in(tmp_path, mail(text))) == TOLD


def test_links_and_pictures_that_mail_programs_write_out(tmp_path: Path) -> None:
    text = (
        ARTICLE.replace("harbour fees", "*harbour fees* <https://harbourpost.example/fees>")
        + "\n[cid:image001.png@01D]\n"
    )
    assert shape(article_in(tmp_path, mail(text))) == TOLD


def test_flowed_text(tmp_path: Path) -> None:
    flowed = (
        ARTICLE.replace("talks\n", "talks \n").replace("to\nagree", "to \nagree").replace("Minister\n", "Minister \n")
    )
    flowed = flowed.replace("schedule is\n", "schedule is \n")
    raw = f"From: jo@x.example\r\nContent-Type: text/plain; format=flowed\r\n\r\n{flowed}-- \nJo\n"
    assert shape(article_in(tmp_path, raw)) == TOLD


def test_the_html_where_the_text_only_points_there(tmp_path: Path) -> None:
    body = "".join(f"<p>{line.split(': ', 1)[1]}</p>" for line in TOLD)
    message = mail("Your program shows no HTML.", f"<html><body><div>{body}</div></body></html>")
    assert shape(article_in(tmp_path, message)) == TOLD
    assert shape(article_in(tmp_path, mail(None, f"<html><body>{body}</body></html>"))) == TOLD


def test_an_article_forwarded_as_html(tmp_path: Path) -> None:
    body = "".join(f"<p>{line.split(': ', 1)[1]}</p>" for line in TOLD)
    head = GMAIL.strip().replace("<", "&lt;").replace(">", "&gt;").replace("\n", "<br>")
    message = mail(None, f'<div dir="ltr">FYI<br><br><div class="gmail_quote"><div>{head}</div><br>{body}</div></div>')
    assert shape(article_in(tmp_path, message)) == TOLD
    assert about(tmp_path, message) == ("Ports reopen in Norland", "The Harbour Post", None, dt.date(2024, 5, 3))


def test_a_quoted_article_in_html(tmp_path: Path) -> None:
    body = "".join(f"<p>{line.split(': ', 1)[1]}</p>" for line in TOLD)
    said = "On Fri, 3 May 2024 at 09:00, Bo Lund &lt;bo@ministry.example&gt; wrote:"
    text = f'<div>Most useful.</div><div>{said}<br></div><blockquote class="gmail_quote">{body}</blockquote>'
    assert shape(article_in(tmp_path, mail(None, text))) == TOLD


def test_text_is_preferred_where_it_says_the_same(tmp_path: Path) -> None:
    assert shape(article_in(tmp_path, mail(ARTICLE, "<html><body><p>Norland reopened.</p></body></html>"))) == TOLD


def pdf_of(text: str) -> bytes:
    buffer = io.BytesIO()
    canvas = Canvas(buffer)
    for number, line in enumerate(text.splitlines()):
        canvas.drawString(72, 760 - 14 * number, line)
    canvas.save()
    return buffer.getvalue()


def docx_of(text: str) -> bytes:
    buffer, document = io.BytesIO(), Document()
    for paragraph in text.split("\n\n"):
        document.add_paragraph(paragraph.replace("\n", " "))
    document.save(buffer)
    return buffer.getvalue()


ATTACHMENTS = {
    "ports.pdf": (pdf_of(ARTICLE), "application/pdf"),
    "ports.docx": (docx_of(ARTICLE), "application/octet-stream"),
    "ports.html": (page().encode(), "text/html"),
    "ports.txt": (ARTICLE.encode(), "text/plain"),
    "ports.md": (f"# Ports reopen\n\n{ARTICLE}".encode(), "application/octet-stream"),
}


def attach(message: EmailMessage, name: str, data: bytes, kind: str) -> EmailMessage:
    main, _, sub = kind.partition("/")
    message.add_attachment(data, maintype=main, subtype=sub, filename=name)
    return message


@pytest.mark.parametrize("name", ATTACHMENTS)
def test_an_attached_article_below_a_note(tmp_path: Path, name: str) -> None:
    message = attach(mail(NOTE), name, *ATTACHMENTS[name])
    texts = " ".join(block.text for block in article_in(tmp_path, message).blocks)
    assert '"We will never accept a foreign base in the Grey Strait," Foreign Minister Ana Lopes said' in texts
    assert "for the 9 o'clock meeting" not in texts


def test_an_attached_page_tells_of_itself_and_the_mail_where_it_does_not(tmp_path: Path) -> None:
    message = attach(mail(NOTE), "ports.html", *ATTACHMENTS["ports.html"])
    assert about(tmp_path, message) == ("Ports reopen in Norland", "The Harbour Post", "Ana Reyes", dt.date(2024, 5, 3))
    message = attach(mail(NOTE, Subject="Statement on ports"), "ports.pdf", *ATTACHMENTS["ports.pdf"])
    assert about(tmp_path, message) == ("Statement on ports", None, None, dt.date(2024, 5, 7))
    message = attach(mail(NOTE, From="Ministry of Ports <press@norland.example>"), "a.pdf", *ATTACHMENTS["ports.pdf"])
    assert about(tmp_path, message)[1] == "Ministry of Ports"


def test_the_same_document_in_two_formats_is_one(tmp_path: Path) -> None:
    message = attach(mail(NOTE), "ports.pdf", *ATTACHMENTS["ports.pdf"])
    assert shape(article_in(tmp_path, attach(message, "ports.docx", *ATTACHMENTS["ports.docx"]))) == TOLD


def test_two_attachments_are_not_chosen_from(tmp_path: Path) -> None:
    message = attach(mail(NOTE), "ports.pdf", *ATTACHMENTS["ports.pdf"])
    message = attach(message, "fees.txt", *ATTACHMENTS["ports.txt"])
    assert "holds 2 files that may be the article: ports.pdf, fees.txt" in refusal(tmp_path, message)


def test_an_attachment_beside_an_article_is_not_read(tmp_path: Path) -> None:
    message = attach(mail(ARTICLE * 4), "fees.pdf", *ATTACHMENTS["ports.pdf"])
    assert len(article_in(tmp_path, message).blocks) == 12


def test_what_is_wrong_with_an_attachment_is_told_with_its_name(tmp_path: Path) -> None:
    message = attach(mail(NOTE), "Fête.pdf", ATTACHMENTS["ports.pdf"][0][:900], "application/pdf")
    assert "Fête.pdf, attached to" in (told := refusal(tmp_path, message))
    assert "talks.eml, is not whole" in told


def test_a_signature_that_a_server_made_a_file_of_is_none(tmp_path: Path) -> None:
    message = attach(mail(NOTE), "ports.docx", *ATTACHMENTS["ports.docx"])
    assert shape(article_in(tmp_path, attach(message, "ATT00001.txt", b"Jo Roe\n", "text/plain"))) == TOLD


def inside(inner: EmailMessage, times: int = 1) -> EmailMessage:
    for _ in range(times):
        outer = mail(NOTE)
        outer.add_attachment(inner)
        inner = outer
    return inner


def test_a_mail_forwarded_as_an_attachment(tmp_path: Path) -> None:
    inner = mail(
        ARTICLE,
        From="The Harbour Post <news@harbourpost.example>",
        Subject="Ports reopen",
        Date="Fri, 3 May 2024 10:00:00 +0000",
    )
    assert shape(article_in(tmp_path, inside(inner))) == TOLD
    assert about(tmp_path, inside(inner, 3)) == ("Ports reopen", "The Harbour Post", None, dt.date(2024, 5, 3))


@pytest.mark.parametrize("times", [4, 50])
def test_mails_inside_one_another(tmp_path: Path, times: int) -> None:
    assert "mails inside one another, more than 4 deep" in refusal(tmp_path, inside(mail(ARTICLE), times))


@pytest.mark.parametrize("times", [300, 5000])
def test_parts_inside_one_another(tmp_path: Path, times: int) -> None:
    raw = "From: a@b.example\n" + "".join(
        f'Content-Type: multipart/mixed; boundary="{n}"\n\n--{n}\n' for n in range(times)
    )
    assert "far more parts or lines" in refusal(tmp_path, f"{raw}\n{ARTICLE}")


def picture() -> bytes:
    buffer = io.BytesIO()
    Image.new("RGB", (4, 4)).save(buffer, "PNG")
    return buffer.getvalue()


def encrypted(kind: str) -> bytes:
    return f"From: a@b.example\nMIME-Version: 1.0\nContent-Type: {kind}\n\nMIAGCSqGSIb3DQEHA6CAMIACAQAxggHX\n".encode()


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"", "is empty"),
        (b"From: a@b.example\n\n", "holds no text"),
        (ARTICLE.encode(), "is no mail"),
        (bytes(range(256)) * 20, "is no mail"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "a file of Outlook's own kind (.msg)"),
        (encrypted('application/pkcs7-mime; smime-type=enveloped-data; name="smime.p7m"'), "is encrypted (S/MIME)"),
        (encrypted('multipart/encrypted; protocol="application/pgp-encrypted"; boundary=x'), "is encrypted (PGP)"),
        (mail("-----BEGIN PGP MESSAGE-----\n\nhQEMA\n-----END PGP MESSAGE-----\n"), "is encrypted (PGP)"),
        (attach(mail(), "harbour.png", picture(), "image/png"), "holds only pictures"),
        (attach(mail(), "invite.ics", b"BEGIN:VCALENDAR", "text/calendar"), "an invitation to a meeting"),
        (attach(mail(), "winmail.dat", b"x", "application/ms-tnef"), "which only Outlook reads"),
        (attach(mail(), "talks.mp3", b"x", "audio/mpeg"), "nothing that is read: talks.mp3"),
        (b"From: a@b.example\nSubject: " + b"(" * 5_000 + b"\n\n", "holds no text"),
        (b"From: " + b"(" * 5_000 + b"\n\n" + ARTICLE.encode(), "is damaged"),
        (b"From: a@b.example\nSubject: " + b"a" * 20_000 + b"\n\n" + ARTICLE.encode(), "a header that is longer"),
    ],
)
def test_what_holds_no_article(tmp_path: Path, content: EmailMessage | bytes, told: str) -> None:
    assert told in refusal(tmp_path, content)


@pytest.mark.parametrize("charset", ["utf-8", "windows-1252", "x-unknown", "us-ascii", "zlib", "utf-16"])
def test_charsets_right_wrong_and_unknown(tmp_path: Path, charset: str) -> None:
    text = ARTICLE.replace("Ana Lopes", "José Núñez")
    data = text.encode("utf-16" if charset == "utf-16" else "cp1252" if charset != "utf-8" else "utf-8")
    message = attach(mail(), "x", b"", "text/x-none")
    message = EmailMessage()
    message["From"] = "jo@x.example"
    message.set_content(data, maintype="text", subtype="plain", cte="base64")
    message.set_param("charset", charset)
    del message["Content-Disposition"]
    assert "Foreign Minister José Núñez said" in article_in(tmp_path, message).blocks[1].text


def test_a_mail_of_which_the_end_is_missing_is_read_as_far_as_it_goes(tmp_path: Path) -> None:
    whole = mail(ARTICLE, f"<p>{ARTICLE}</p>").as_bytes()
    assert shape(article_in(tmp_path, whole[: whole.index(b"<p>")])) == TOLD


def test_a_mail_of_too_many_lines(tmp_path: Path) -> None:
    assert "far more parts or lines" in refusal(tmp_path, b"From: a@b.example\n\n" + b"\n" * 1_000_000)


def test_a_brief_names_the_mail_as_its_file(tmp_path: Path) -> None:
    where = saved_mail(tmp_path, mail(ARTICLE))
    assert read(where).source.file == where
