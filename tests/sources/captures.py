"""Articles as LibreOffice, Chromium, mpack and a mail server make pages, PDFs, Word files and mails of them.

CAPTURES       each makes a file of an article
"""

from __future__ import annotations

import datetime as dt
import html
import smtplib
import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from email.message import EmailMessage
from email.utils import format_datetime
from pathlib import Path

import yaml

from tests.mail_servers import Postbox, mail_server
from tests.tools import need

PUBLISHER = "The Harbour Post"
_NOTE = "Dear Bo,\n\nthis one matters for Thursday.\n\nJo\n"
_SENT = "The Harbour Post <news@harbourpost.example>"


@dataclass(frozen=True)
class Written:
    """An article as its author wrote it; lines of `text` may begin with "- " or "# "."""

    title: str
    author: str
    published: dt.date
    text: str

    @property
    def day(self) -> str:
        return f"{self.published.day} {self.published:%B %Y}"

    @property
    def plain(self) -> str:
        """The article as plain text."""
        return f"{self.title}\n\nBy {self.author}\n\n{self.day}\n\n{self.text.replace('# ', '')}"

    @property
    def body(self) -> str:
        """The article as HTML, without title and byline."""
        blocks, items = [], []
        for line in [*self.text.splitlines(), ""]:
            if line.startswith("- "):
                items.append(f"<li>{html.escape(line[2:])}</li>")
                continue
            if items:
                blocks.append(f"<ul>{''.join(items)}</ul>")
                items = []
            if line.startswith("# "):
                blocks.append(f"<h2>{html.escape(line[2:])}</h2>")
            elif line:
                blocks.append(f"<p>{html.escape(line)}</p>")
        return "\n".join(blocks)

    @property
    def sheet(self) -> str:
        """The article as an HTML document without anything around it."""
        top = f"<h1>{html.escape(self.title)}</h1><p>By {html.escape(self.author)}</p><p>{self.day}</p>"
        return f'<html><head><meta charset="utf-8"></head><body>{top}{self.body}</body></html>'

    def page(self, style: str = "", script: str = "") -> str:
        """The article on the page of a news site."""
        title, author = html.escape(self.title), html.escape(self.author)
        return f"""<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{title} | {PUBLISHER}</title>
<meta property="og:site_name" content="{PUBLISHER}"><meta property="og:title" content="{title}">
<meta name="author" content="{author}"><meta property="article:published_time" content="{self.published}T06:00:00Z">
<style>nav, aside, footer {{ color: grey }} {style}</style></head><body>
<nav><ul><li><a href="/">Home</a></li><li><a href="/world">World</a></li><li><a href="/sport">Sport</a></li></ul></nav>
<main><article><h1>{title}</h1><p class="byline">By <a href="/staff">{author}</a></p><p><time>{self.day}</time></p>
<div class="story">{self.body}</div></article></main>
<aside><h3>Most read</h3><ul><li><a href="/a">Ten ways to smoke a herring</a></li>
<li><a href="/b">Ferries late again</a></li></ul></aside>
<footer><p>© {self.published.year} {PUBLISHER}. All rights reserved.</p></footer>{script}</body></html>"""


@dataclass
class Programs:
    """The other programs, with settings and files of their own in `folder`."""

    folder: Path

    def write(self, name: str, text: str) -> Path:
        (self.folder / name).write_text(text, encoding="utf-8")
        return self.folder / name

    def office(self, file: Path, kind: str, filter_in: str = "HTML (StarWriter)") -> Path:
        """What LibreOffice makes of a file."""
        settings = f"-env:UserInstallation={(self.folder / 'office').as_uri()}"
        command = [need("soffice", "libreoffice-writer"), settings, "--headless", f"--infilter={filter_in}"]
        command += ["--convert-to", kind, "--outdir", str(self.folder / "made"), str(file)]
        subprocess.run(command, check=True, capture_output=True, timeout=180)
        return self.folder / "made" / f"{file.stem}.{kind.partition(':')[0]}"

    def browser(self, page: Path, *options: str) -> bytes:
        """What Chromium prints about a page, without asking anybody."""
        command = [need("chromium", "chromium"), "--headless", "--no-sandbox", "--disable-gpu", "--no-first-run"]
        command += [
            "--disable-background-networking",
            "--disable-dev-shm-usage",
            "--host-resolver-rules=MAP * ~NOTFOUND",
        ]
        command += [f"--user-data-dir={self.folder / 'browser'}", *options, page.as_uri()]
        return subprocess.run(command, check=True, capture_output=True, timeout=180).stdout

    def delivered(self, message: EmailMessage, name: str) -> Path:
        """A mail as a mail server takes it in."""
        postbox = Postbox()
        with mail_server(postbox) as port, smtplib.SMTP("127.0.0.1", port, local_hostname="localhost") as session:
            session.send_message(message, "jo@ministry.example", ["bo@ministry.example"])
        content = postbox.envelopes[0].content
        assert isinstance(content, bytes)
        (self.folder / name).write_bytes(content)
        return self.folder / name


def saved_page(written: Written, programs: Programs) -> Path:
    """A page that a script put together, as the browser saves it."""
    script = "<script>document.body.append(document.createElement('hr'))</script>"
    dumped = programs.browser(programs.write("live.html", written.page(script=script)), "--dump-dom")
    return programs.write("saved.html", dumped.decode())


def printed_page(written: Written, programs: Programs) -> Path:
    return _printed(programs, written.page("@page { size: A5 }"))


def page_printed_in_columns(written: Written, programs: Programs) -> Path:
    return _printed(programs, written.page(".story { columns: 2; text-align: justify; hyphens: auto }"))


def _printed(programs: Programs, page: str) -> Path:
    pdf = programs.folder / "printed.pdf"
    programs.browser(programs.write("page.html", page), f"--print-to-pdf={pdf}")
    return pdf


def word_file(written: Written, programs: Programs) -> Path:
    return programs.office(programs.write("sheet.html", written.sheet), "docx:MS Word 2007 XML")


def word_file_of_plain_text(written: Written, programs: Programs) -> Path:
    return programs.office(programs.write("plain.txt", written.plain), "docx:MS Word 2007 XML", "Text (encoded):UTF8")


def pdf_of_office(written: Written, programs: Programs) -> Path:
    return programs.office(programs.write("sheet.html", written.sheet), "pdf:writer_pdf_Export")


def page_of_office(written: Written, programs: Programs) -> Path:
    return programs.office(word_file(written, programs), "html:HTML (StarWriter)", "MS Word 2007 XML")


def forwarded_mail(written: Written, programs: Programs) -> Path:
    head = (
        f"---------- Forwarded message ---------\nFrom: {_SENT}\nDate: {written.published:%a, %b %-d, %Y} at 6:10 AM\n"
    )
    message = _mail(f"Fwd: {written.title}", written.published + dt.timedelta(days=3))
    message.set_content(f"{_NOTE}\n{head}Subject: {written.title}\nTo: <jo@ministry.example>\n\n\n{written.plain}")
    return programs.delivered(message, "forwarded.eml")


def mail_in_html(written: Written, programs: Programs) -> Path:
    message = _mail(written.title, written.published, _SENT)
    message["List-Unsubscribe"] = "<mailto:leave@harbourpost.example>"
    foot = '<p>You are receiving this email because you signed up. <a href="https://x.example">Unsubscribe</a></p>'
    message.set_content("Your mail program shows no HTML.")
    message.add_alternative(written.sheet.replace("</body>", f"{foot}</body>"), subtype="html")
    return programs.delivered(message, "newsletter.eml")


def mail_with_a_file(written: Written, programs: Programs) -> Path:
    """As mpack writes one. It gives a mail neither sender nor day, so the server that sends it on does."""
    made, packed = word_file(written, programs), programs.folder / "packed"
    command = [
        need("mpack", "mpack"),
        "-s",
        "For Thursday",
        "-d",
        str(programs.write("note.txt", _NOTE)),
        "-o",
        str(packed),
    ]
    subprocess.run([*command, str(made)], check=True, capture_output=True)
    head = f"From: {_SENT}\nDate: {format_datetime(_noon(written.published))}\n"
    (programs.folder / "packed.eml").write_bytes(head.encode() + packed.read_bytes())
    return programs.folder / "packed.eml"


def _mail(subject: str, day: dt.date, sender: str = "Jo Roe <jo@ministry.example>") -> EmailMessage:
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = sender, "Bo Lund <bo@ministry.example>", subject
    message["Date"] = _noon(day)
    return message


def _noon(day: dt.date) -> dt.datetime:
    return dt.datetime(day.year, day.month, day.day, 12, tzinfo=dt.UTC)


CAPTURES: tuple[Callable[[Written, Programs], Path], ...] = (
    saved_page,
    printed_page,
    word_file,
    forwarded_mail,
    pdf_of_office,
    page_printed_in_columns,
    mail_in_html,
    word_file_of_plain_text,
    mail_with_a_file,
    page_of_office,
)


def articles() -> list[Written]:
    """The articles of captured.yaml."""
    text = Path(__file__).with_name("captured.yaml").read_text(encoding="utf-8")
    return [Written(**entry) for entry in yaml.safe_load(text)]
