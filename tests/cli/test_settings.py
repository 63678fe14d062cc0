"""briefgen.toml: who the briefs are from, style, marking, letterhead and mail, once for all briefs."""

from __future__ import annotations

import json
import os
from email import message_from_bytes
from email.policy import default
from pathlib import Path
from typing import Any

import docx
import pytest
import yaml
from calls import TALKS, Run

from briefgen import settings


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The user's configuration folder, empty."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "home"))
    folder = settings.settings_folder()
    folder.mkdir(parents=True)
    return folder


@pytest.fixture
def talks(tmp_path: Path) -> Path:
    file = tmp_path / "talks.txt"
    file.write_text(TALKS, encoding="utf-8")
    return file


def configure(folder: Path, text: str) -> Path:
    file = folder / "briefgen.toml"
    file.write_text(text, encoding="utf-8")
    return file


def drafted(run: Run, *options: object) -> dict[str, Any]:
    done = run("draft", "talks.txt", *options)
    assert (done.code, done.err) == (0, "")
    return dict(yaml.safe_load(Path("output/talks/brief.yaml").read_text(encoding="utf-8")))


def test_a_brief_takes_what_is_configured_and_options_win_over_it(
    run: Run, talks: Path, tmp_path: Path, home: Path
) -> None:
    configure(tmp_path, 'from = "Strait Desk"\nmarking = "OFFICIAL"\nstyle = "one-page"\n')
    brief = drafted(run)
    assert (brief["header"]["from"], brief["marking"], brief["style"]) == ("Strait Desk", "OFFICIAL", "one-page")
    brief = drafted(run, "--from", "Fisheries Desk")
    assert (brief["header"]["from"], brief["marking"], brief["style"]) == ("Fisheries Desk", "OFFICIAL", "one-page")


def test_what_a_brief_was_given_once_wins_over_what_is_configured_later(
    run: Run, talks: Path, tmp_path: Path, home: Path
) -> None:
    assert drafted(run, "--marking", "SECRET")["given"] == {"marking": "SECRET"}
    configure(tmp_path, 'marking = "OFFICIAL"\nfrom = "Strait Desk"\n')
    brief = drafted(run)
    assert (brief["marking"], brief["header"]["from"]) == ("SECRET", "Strait Desk")
    assert brief["given"] == {"marking": "SECRET"}  # what is configured can be configured anew
    configure(tmp_path, 'from = "Fisheries Desk"\n')
    assert drafted(run)["header"]["from"] == "Fisheries Desk"


def test_an_empty_option_clears_a_default_for_good(run: Run, talks: Path, tmp_path: Path, home: Path) -> None:
    configure(tmp_path, 'marking = "OFFICIAL"\n')
    assert drafted(run, "--marking", "")["marking"] == ""
    assert drafted(run)["marking"] == ""
    assert drafted(run, "--marking", "SECRET")["marking"] == "SECRET"


def test_the_file_in_the_working_folder_wins_key_by_key(run: Run, talks: Path, tmp_path: Path, home: Path) -> None:
    configure(home, 'from = "Home Desk"\nmarking = "OFFICIAL"\n[mail]\nhost = "mail.home.example"\nuser = "ana"\n')
    configure(tmp_path, 'from = "Strait Desk"\n[mail]\nhost = "mail.strait.example"\n')
    brief = drafted(run)
    assert (brief["header"]["from"], brief["marking"]) == ("Strait Desk", "OFFICIAL")
    mail = settings.read().mail
    assert (mail.host, mail.user) == ("mail.strait.example", None)  # no server with another's user


def test_variables_win_over_the_files(run: Run, tmp_path: Path, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    configure(tmp_path, '[mail]\nhost = "mail.strait.example"\nport = 587\n')
    monkeypatch.setenv("BRIEFGEN_SMTP_HOST", "mail.other.example")
    monkeypatch.setenv("BRIEFGEN_SMTP_PORT", "2525")
    assert (settings.read().mail.host, settings.read().mail.port) == ("mail.other.example", 2525)
    monkeypatch.setenv("BRIEFGEN_SMTP_PORT", "many")
    done = run("doctor")
    assert done.code == 1
    assert "BRIEFGEN_SMTP_PORT: input should be a valid integer (it is 'many')" in done.out


def letterhead(file: Path) -> Path:
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "Ministry of the Strait"
    document.save(str(file))
    return file


def test_word_is_printed_under_the_letterhead_that_lies_beside_the_configuration(
    run: Run, brief: Path, home: Path
) -> None:
    letterhead(home / "ministry.docx")
    configure(home, 'letterhead = "ministry.docx"\n')
    assert run("render", brief, "--format", "docx").code == 0
    header = docx.Document(str(brief / "talks.docx")).sections[0].header
    assert "Ministry of the Strait" in "".join(paragraph.text for paragraph in header.paragraphs)


def test_an_e_mail_waits_for_the_documents_under_a_letterhead_that_is_new(run: Run, brief: Path, home: Path) -> None:
    to = ("--to", "ana@norland.example")
    assert len(run("email", brief, *to).files) == 1
    letterhead(home / "ministry.docx")
    configure(home, 'letterhead = "ministry.docx"\n')
    assert len(run("email", brief, *to).files) == 3
    assert len(run("email", brief, *to).files) == 1
    os.utime(home / "ministry.docx")
    assert len(run("email", brief, *to).files) == 3


def test_mail_is_from_the_configured_address_unless_an_option_says_otherwise(
    run: Run, brief: Path, tmp_path: Path, home: Path
) -> None:
    configure(tmp_path, '[mail]\nfrom = "Strait Desk <desk@norland.example>"\n')

    def sender(*options: str) -> str:
        assert run("email", brief, "--to", "ana@norland.example", *options).code == 0
        return str(message_from_bytes((brief / "talks.eml").read_bytes(), policy=default)["From"])

    assert sender() == "Strait Desk <desk@norland.example>"
    assert sender("--from", "bo@norland.example") == "bo@norland.example"


@pytest.mark.parametrize(
    ("text", "line", "told"),
    [
        ('from = "Desk"\nmarkng = "x"\n', 2, "no key is called 'markng'\n  Did you mean marking?"),
        ('[mail]\nhost = "a"\nprot = 25\n', 3, "no key is called 'prot' in [mail]\n  Did you mean port?"),
        ("mail.prot = 25\n", 1, "Did you mean port?"),
        ('\nmail = {host = "a", prot = 25}\n', 2, "Did you mean port?"),
        ('[mail]\npassword = "x"\n', 2, "A password never stands in a file: set BRIEFGEN_SMTP_PASSWORD"),
        ("[mail]\n\nport = 99999\n", 3, "mail.port: input should be less than or equal to 65535 (it is 99999)"),
        ('[mail]\nport = "25"\n', 2, "mail.port: input should be a valid integer"),
        ("style = 3\n", 1, "style: input should be a valid string (it is 3)"),
        ('[mail]\nfrom = "desk"\n', 2, "mail.from: 'desk' is not one e-mail address"),
        ('[mail]\nfrom = "a@b.example\\nBcc: c@d.example"\n', 2, "mail.from: an e-mail address has no line break"),
        ("[mail]\nfrom = 3\n", 2, "mail.from: should be an e-mail address"),
        ('[mail]\nsecurity = "ssl"\n', 2, "mail.security: input should be 'starttls', 'tls' or 'none'"),
        ('[mail]\nhost = "a b"\n', 2, "mail.host: "),
        ('from = "Desk\\nBcc: x"\n', 1, "from: should be one line"),
        ('from = "Desk\n', 1, "not valid TOML"),
        ("from\n", 1, "not valid TOML"),
    ],
)
def test_what_is_wrong_is_told_with_its_line(
    run: Run, brief: Path, tmp_path: Path, home: Path, text: str, line: int, told: str
) -> None:
    configure(tmp_path, text)
    done = run("render", brief)
    assert (done.code, done.out, done.err.count("error: ")) == (1, "", 1)
    assert f"briefgen.toml:{line}: " in done.err
    assert told in done.err


@pytest.mark.parametrize("content", [b"\xff\xfe\x00", b"#" * 200_000])
def test_a_file_that_is_no_configuration_is_refused(
    run: Run, brief: Path, tmp_path: Path, home: Path, content: bytes
) -> None:
    (tmp_path / "briefgen.toml").write_bytes(content)
    done = run("email", brief, "--to", "ana@norland.example")
    assert (done.code, done.err.count("error: ")) == (1, 1)
    assert "briefgen.toml" in done.err
    assert list(brief.glob("*.eml")) == []


def test_doctor_shows_every_key_with_what_it_is_for_and_who_set_it(
    run: Run, tmp_path: Path, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    configure(home, 'style = "sitrep"\n[mail]\nhost = "mail.norland.example"\n')
    monkeypatch.setenv("BRIEFGEN_SMTP_USER", "ana")
    done = run("doctor", "--json")
    assert done.code == 0
    found = {check["name"]: check["found"] for check in json.loads(done.out)}
    assert found["house style"] == "sitrep"
    assert found["configuration folder"] == str(home)
    assert found["setting style"].startswith(f"sitrep ({home / 'briefgen.toml'}); the house style")
    assert found["setting mail.host"].startswith("mail.norland.example (")
    assert found["setting mail.user"].startswith("ana (BRIEFGEN_SMTP_USER); who logs in")
    assert found["setting mail.from"] == "not set; the address that mail is from"
    keys = {name.removeprefix("setting ") for name in found if name.startswith("setting ")}
    assert {"from", "style", "marking", "letterhead", "mail.from", "mail.port", "mail.security"} <= keys


def test_doctor_tells_of_a_letterhead_that_is_not_there_and_of_a_broken_file(
    run: Run, tmp_path: Path, home: Path
) -> None:
    configure(tmp_path, 'letterhead = "gone.docx"\n')
    done = run("doctor")
    assert done.code == 1
    assert "PROBLEM  setting letterhead" in done.out
    configure(tmp_path, "marking = 3\n")
    done = run("doctor")
    assert done.code == 1
    assert "briefgen.toml:1: marking: input should be a valid string" in done.out
