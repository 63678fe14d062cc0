"""`briefgen email`: the draft as other programs read it."""

from __future__ import annotations

import os
import re
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from pathlib import Path

import pytest
from calls import TALKS, Run
from icalendar import Calendar

TO = ("--to", "Ana Lópes <ana@norland.example>")


def drafted(folder: Path) -> EmailMessage:
    (file,) = folder.glob("*.eml")
    message = message_from_bytes(file.read_bytes(), policy=default)
    assert isinstance(message, EmailMessage)
    assert [part.defects for part in message.walk()] == [[] for _ in message.walk()]
    return message


@pytest.fixture
def brief(run: Run, tmp_path: Path) -> Path:
    """The folder of a marked brief."""
    (tmp_path / "talks.txt").write_text(TALKS, encoding="utf-8")
    done = run("make", "talks.txt", "--published", "2031-05-05", "--date", "2031-05-06", "--marking", "TLP:AMBER")
    assert done.code == 0
    return Path(done.files[0]).parent


def test_the_draft_opens_for_editing_with_both_documents(run: Run, brief: Path) -> None:
    assert run("email", str(brief), *TO, "--cc", "desk@norland.example", "--ics").code == 0
    message = drafted(brief)
    assert message["X-Unsent"] == "1"
    assert str(message["Subject"]).startswith("[TLP:AMBER] ")
    assert message["To"].addresses[0].display_name == "Ana Lópes"
    assert message["Date"] is None
    assert message["Message-ID"] is None
    assert [part.get_content_type().partition("/")[2] for part in message.iter_attachments()][1:] == ["pdf", "calendar"]
    for kind in ("plain", "html"):
        body = message.get_body((kind,))
        assert body is not None
        assert "never accept a foreign base" in body.get_content()
        assert "TLP:AMBER" in body.get_content()


def test_the_calendar_holds_the_dated_steps(run: Run, brief: Path) -> None:
    assert run("email", str(brief), *TO, "--ics").code == 0
    (file,) = brief.glob("*.ics")
    events = Calendar.from_ical(file.read_bytes()).walk("VEVENT")
    assert events
    assert all(event["UID"] and event["DTSTAMP"] and "SEQUENCE" in event for event in events)


def test_the_same_brief_gives_the_same_draft(run: Run, brief: Path) -> None:
    drafts = []
    for _ in range(2):
        assert run("email", str(brief), *TO, "--ics").code == 0
        drafts.append({path.name: path.read_bytes() for path in brief.iterdir() if path.is_file()})
    assert drafts[0] == drafts[1]


@pytest.mark.parametrize(
    "wrong",
    [
        ("--to", "ana@norland.example\r\nBcc: spy@westmark.example"),
        ("--to", "ana"),
        (*TO, "--bcc", "a@norland.example,b@norland.example"),
        (*TO, "--from", "desk@nörland.example"),
        (*TO, "--subject", "Talks\r\nBcc: spy@westmark.example"),
        ("--cc", "ana@norland.example"),
    ],
)
def test_what_would_forge_a_header_or_is_no_address_is_refused_and_nothing_is_written(
    run: Run, brief: Path, wrong: tuple[str, ...]
) -> None:
    done = run("email", str(brief), *wrong)
    assert (done.code, done.out, done.err.count("error: ")) == (2, "", 1)
    assert list(brief.glob("*.eml")) == []


def test_a_title_of_several_lines_is_one_subject_and_said(run: Run, brief: Path) -> None:
    (brief / "overrides.yaml").write_text("title: |\n  Talks\n  Bcc: spy@westmark.example\n", encoding="utf-8")
    done = run("email", brief, *TO)
    assert done.code == 0
    assert done.err == "warning: the title has several lines; the subject has them on one\n"
    assert drafted(brief)["Subject"] == "[TLP:AMBER] Talks Bcc: spy@westmark.example"
    assert drafted(brief)["Bcc"] is None


def attached(folder: Path) -> dict[str, bytes]:
    return {str(part.get_filename()): part.get_content() for part in drafted(folder).iter_attachments()}


def test_documents_that_are_up_to_date_go_as_they_stand(run: Run, brief: Path) -> None:
    (brief / "talks.docx").write_bytes(b"touched up in Word")
    done = run("email", brief, *TO)
    assert done.files == [str(brief / "talks.eml")]
    assert attached(brief) == {"talks.docx": b"touched up in Word", "talks.pdf": (brief / "talks.pdf").read_bytes()}


@pytest.mark.parametrize("newer", ["overrides.yaml", "brief.yaml", "talks.pdf"])
def test_documents_that_are_missing_or_older_than_the_brief_are_made_anew(run: Run, brief: Path, newer: str) -> None:
    (brief / "talks.docx").write_bytes(b"old")
    (brief / "talks.pdf").unlink() if newer == "talks.pdf" else os.utime(brief / newer)
    done = run("email", brief, *TO)
    assert done.files == [str(brief / f"talks.{extension}") for extension in ("docx", "pdf", "eml")]
    assert attached(brief)["talks.docx"] == (brief / "talks.docx").read_bytes() != b"old"


def test_documents_older_than_the_house_style_are_made_anew(run: Run, brief: Path, tmp_path: Path) -> None:
    assert run("styles", "new", "own").code == 0
    (brief / "overrides.yaml").write_text("style: own\n", encoding="utf-8")
    assert run("render", brief).code == 0
    assert len(run("email", brief, *TO).files) == 1
    os.utime(tmp_path / "own.style.yaml")
    assert len(run("email", brief, *TO).files) == 3


def test_a_name_beyond_ascii_gets_file_names_that_every_program_keeps(run: Run, brief: Path) -> None:
    folder = brief.rename(brief.with_name("Überblick 1"))
    assert run("email", folder, *TO).code == 0
    assert list(attached(folder)) == ["uberblick-1.docx", "uberblick-1.pdf"]
    assert (folder / "Überblick 1.eml").is_file()


def test_a_brief_without_dates_has_no_calendar_and_that_is_said(run: Run, brief: Path) -> None:
    text = (brief / "brief.yaml").read_text(encoding="utf-8")
    ids = re.findall(r"id: (nxt-\w+)", text)
    drop = "".join(f"- {{id: {each}, drop: true}}\n" for each in ids)
    (brief / "overrides.yaml").write_text(f"next_steps:\n{drop}", encoding="utf-8")
    done = run("email", brief, *TO, "--ics")
    assert (done.code, done.err) == (0, "warning: no next step has a date, so there is no calendar to attach\n")
    assert list(brief.glob("*.ics")) == []


@pytest.mark.parametrize(("megabytes", "code"), [(8, 0), (19, 1), (26, 1)])
def test_a_mail_that_servers_would_refuse_is_not_even_drafted(run: Run, brief: Path, megabytes: int, code: int) -> None:
    (brief / "talks.docx").write_bytes(bytes(megabytes * 1_000_000))
    done = run("email", brief, *TO)
    assert done.code == code
    assert ("some servers take 10 MB" if code == 0 else "most servers take 25 MB at most") in done.err
    assert len(list(brief.glob("*.eml"))) == (1 - code)
