"""`briefgen email`: the draft as other programs read it."""

from __future__ import annotations

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
        (*TO, "--subject", "Talks\r\nBcc: spy@westmark.example"),
    ],
)
def test_what_would_forge_a_header_is_refused_and_nothing_is_written(
    run: Run, brief: Path, wrong: tuple[str, ...]
) -> None:
    done = run("email", str(brief), *wrong)
    if done.code:
        assert done.code == 2
        assert list(brief.glob("*.eml")) == []
    else:  # white space is folded where it does no harm
        assert drafted(brief)["Bcc"] is None
