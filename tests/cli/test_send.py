"""`briefgen email --send`: to mail servers on this computer, well-behaved and not, and what arrived there."""

from __future__ import annotations

import datetime as dt
import os
import subprocess
import sys
from collections.abc import Callable
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from email.utils import parsedate_to_datetime
from pathlib import Path

import pytest
from aiosmtpd.smtp import Envelope
from calls import Done, Run
from mail_servers import PASSWORD, USER, Certificates, Postbox, free_port, mail_server, silent_server

# These two are of the test's server, which takes a password on this computer without TLS.
pytestmark = pytest.mark.filterwarnings("ignore:Requiring AUTH while not requiring TLS")

TO = ("--to", "Ana Łopes <ana@norland.example>")
EVERYBODY = (*TO, "--cc", "bo@norland.example", "--bcc", "cy@norland.example", "--from", "desk@norland.example")


@pytest.fixture(scope="module")
def certificates(tmp_path_factory: pytest.TempPathFactory) -> Certificates:
    return Certificates.made(tmp_path_factory.mktemp("certificates"))


Configure = Callable[..., None]


@pytest.fixture
def configure(tmp_path: Path) -> Configure:
    """Writes briefgen.toml: the server's port and what else stands in [mail]."""

    def write(port: int, *lines: str, timeout: int = 5) -> None:
        text = "\n".join(["[mail]", 'host = "localhost"', f"port = {port}", f"timeout = {timeout}", *lines])
        (tmp_path / "briefgen.toml").write_text(f"{text}\n", encoding="utf-8")

    return write


def read(envelope: Envelope) -> EmailMessage:
    assert isinstance(envelope.content, bytes)
    message = message_from_bytes(envelope.content, policy=default)
    assert isinstance(message, EmailMessage)
    assert [part.defects for part in message.walk() if part.defects] == []
    return message


def send(run: Run, brief: Path, *more: str, answer: bytes = b"") -> Done:
    return run("email", brief, *EVERYBODY, "--send", *more, stdin=answer)


def test_what_arrives_is_the_draft_dated_and_without_a_trace_of_blind_copies(
    run: Run, brief: Path, configure: Configure
) -> None:
    postbox = Postbox()
    with mail_server(postbox) as port:
        configure(port)
        done = send(run, brief, "--yes", "--ics")
    assert (done.code, done.files[-1]) == (0, "sent to ana@norland.example, bo@norland.example, cy@norland.example")
    (envelope,) = postbox.envelopes
    assert envelope.mail_from == "desk@norland.example"
    assert envelope.rcpt_tos == ["ana@norland.example", "bo@norland.example", "cy@norland.example"]
    assert b"cy@norland" not in (envelope.content or b"")
    message = read(envelope)
    assert [message[name] for name in ("Bcc", "X-Unsent")] == [None, None]
    assert abs(dt.datetime.now(dt.UTC) - parsedate_to_datetime(message["Date"])) < dt.timedelta(hours=1)
    assert message["Message-ID"].endswith("@norland.example>")
    assert [part.get_filename() for part in message.iter_attachments()] == ["talks.docx", "talks.pdf", "talks.ics"]
    assert [part.get_payload(decode=True) for part in message.iter_attachments()] == [
        (brief / f"talks.{extension}").read_bytes() for extension in ("docx", "pdf", "ics")
    ]


def test_everything_is_shown_before_it_is_asked(run: Run, brief: Path, configure: Configure) -> None:
    postbox = Postbox()
    with mail_server(postbox) as port:
        configure(port)
        done = send(run, brief, answer=b"y\n")
    assert (done.code, len(postbox.envelopes)) == (0, 1)
    for shown in (
        f"Server       localhost:{port} (not encrypted, on this computer)",
        "From         desk@norland.example",
        "To           Ana Łopes <ana@norland.example>",
        "Cc           bo@norland.example",
        "Bcc          cy@norland.example",
        "Subject      Norland and Suthmark resume harbour talks",
        "Attachment   talks.docx (",
        "Attachment   talks.pdf (",
        " kB as sent",
        "Send it? [y/N]",
    ):
        assert shown in done.err


@pytest.mark.parametrize(
    ("answer", "told"), [(b"n\n", "Nothing was sent"), (b"\n", "Nothing was sent"), (b"", "--yes")]
)
def test_without_a_yes_nothing_is_sent_and_the_draft_stays(
    run: Run, brief: Path, configure: Configure, answer: bytes, told: str
) -> None:
    postbox = Postbox()
    with mail_server(postbox) as port:
        configure(port)
        done = send(run, brief, "--quiet", answer=answer)
    assert (done.code, postbox.envelopes) == (1, [])
    assert told in done.err
    assert "Ana Łopes" in done.err  # who is asked is shown what it is about, however quiet
    assert (brief / "talks.eml").is_file()


@pytest.mark.parametrize("security", ["starttls", "tls", "none"])
@pytest.mark.parametrize("login", [False, True])
def test_through_every_kind_of_server(
    run: Run,
    brief: Path,
    configure: Configure,
    certificates: Certificates,
    monkeypatch: pytest.MonkeyPatch,
    security: str,
    login: bool,
) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(certificates.authority))
    postbox = Postbox()
    with mail_server(postbox, security, certificates, login) as port:
        configure(port, f'security = "{security}"', *([f'user = "{USER}"'] if login else []))
        if login:
            monkeypatch.setenv("BRIEFGEN_SMTP_PASSWORD", PASSWORD)
        assert send(run, brief, "--yes").code == 0
    assert postbox.encrypted == [security != "none"]


def refused(done: Done, brief: Path, *told: str) -> None:
    assert (done.code, done.err.count("error: ")) == (1, 1)
    for words in (*told, f"Nothing was sent; the draft is {brief / 'talks.eml'}."):
        assert words in done.err
    assert (brief / "talks.eml").is_file()
    assert "sent to" not in done.out


def test_a_wrong_password_is_told_and_never_printed(
    run: Run, brief: Path, configure: Configure, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BRIEFGEN_SMTP_PASSWORD", "battery staple")
    with mail_server(postbox := Postbox(), login=True) as port:
        configure(port, f'user = "{USER}"')
        done = send(run, brief, "--yes")
    refused(done, brief, "localhost does not let desk in: 535", "Check user in [mail] and the password")
    assert "battery" not in done.err + done.out
    assert postbox.envelopes == []


def test_a_password_beyond_ascii_or_none_is_told(
    run: Run, brief: Path, configure: Configure, monkeypatch: pytest.MonkeyPatch
) -> None:
    with mail_server(Postbox(), login=True) as port:
        configure(port, f'user = "{USER}"')
        monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.null.Keyring")
        refused(send(run, brief, "--yes"), brief, "there is no password for desk at localhost")
        monkeypatch.setenv("BRIEFGEN_SMTP_PASSWORD", "pässword")
        refused(send(run, brief, "--yes"), brief, "letters beyond ASCII")


def test_a_server_that_asks_for_a_login_says_so(run: Run, brief: Path, configure: Configure) -> None:
    with mail_server(Postbox(), login=True) as port:
        configure(port)
        refused(send(run, brief, "--yes"), brief, "530", "where it asks for a login, set user in [mail]")


@pytest.mark.parametrize(
    ("security", "told"), [("starttls", "does not offer to encrypt"), ("tls", "no encrypted connection to localhost")]
)
def test_a_server_without_encryption_gets_nothing_where_that_is_configured(
    run: Run, brief: Path, configure: Configure, security: str, told: str
) -> None:
    with mail_server(postbox := Postbox()) as port:
        configure(port, f'security = "{security}"')
        refused(send(run, brief, "--yes"), brief, told)
    assert postbox.envelopes == []


@pytest.mark.parametrize("security", ["starttls", "tls"])
@pytest.mark.parametrize("name", ["localhost", "mail.westmark.example"])
def test_a_certificate_of_an_unknown_authority_or_another_host_is_not_trusted(
    run: Run,
    brief: Path,
    configure: Configure,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    security: str,
    name: str,
) -> None:
    certificates = Certificates.made(tmp_path, name)
    if name != "localhost":
        monkeypatch.setenv("SSL_CERT_FILE", str(certificates.authority))
    with mail_server(postbox := Postbox(), security, certificates) as port:
        configure(port, f'security = "{security}"')
        refused(send(run, brief, "--yes"), brief, "the certificate of localhost is not to be trusted", "SSL_CERT_FILE")
    assert postbox.envelopes == []


def test_one_recipient_refused_means_that_nobody_gets_it(run: Run, brief: Path, configure: Configure) -> None:
    with mail_server(postbox := Postbox(answers={"RCPT": "550 no such user"})) as port:
        configure(port)
        done = send(run, brief, "--yes")
    told = "bo@norland.example (550 no such user), cy@norland.example (550 no such user)"
    refused(done, brief, f"localhost does not take mail for {told}", "the others got nothing either")
    assert postbox.envelopes == []


def test_a_mail_that_the_server_refuses_can_be_sent_later_without_a_question(
    run: Run, brief: Path, configure: Configure
) -> None:
    with mail_server(Postbox(answers={"DATA": "554 \x1b[2Jtoo\x07 big " + "x" * 400})) as port:
        configure(port)
        done = send(run, brief, "--yes")
    refused(done, brief, "localhost does not take the mail: 554", "too")
    assert "\x1b" not in done.err
    assert "x" * 250 not in done.err
    with mail_server(postbox := Postbox()) as port:
        configure(port)
        assert send(run, brief, "--yes").code == 0
    assert len(postbox.envelopes) == 1


def test_nobody_there_is_told(run: Run, brief: Path, configure: Configure) -> None:
    configure(port := free_port())
    refused(send(run, brief, "--yes"), brief, f"cannot send through localhost:{port}: Connection refused")


@pytest.mark.parametrize("security", ["none", "tls"])
def test_a_server_that_says_nothing_is_not_waited_for_for_long(
    run: Run, brief: Path, configure: Configure, security: str
) -> None:
    with silent_server() as port:
        configure(port, f'security = "{security}"', timeout=1)
        refused(send(run, brief, "--yes"), brief, "no answer within 1 seconds")


@pytest.mark.parametrize("way", ["drops", "slow"])
def test_a_connection_that_breaks_on_the_last_step_is_not_tried_again_unasked(
    run: Run, brief: Path, configure: Configure, way: str
) -> None:
    broken = Postbox(drops=way == "drops", delay=2 if way == "slow" else 0)
    with mail_server(broken) as port:
        configure(port, timeout=1 if way == "slow" else 5)
        done = send(run, brief, "--yes")
    assert done.code == 1
    assert "the connection to localhost broke while it took the mail" in done.err
    assert "may have arrived all the same. Ask a recipient" in done.err
    with mail_server(postbox := Postbox()) as port:
        configure(port)
        done = send(run, brief, "--yes")
        assert (done.code, postbox.envelopes) == (1, [])
        assert "began to send this very mail and did not end; it may have arrived." in done.err
        assert "run this without --yes" in done.err
        assert send(run, brief, answer=b"n\n").code == 1
        assert postbox.envelopes == []
        assert send(run, brief, answer=b"y\n").code == 0
        assert len(postbox.envelopes) == 1


def test_a_run_that_is_killed_while_it_sends_is_asked_about_and_the_second_copy_has_the_same_id(
    run: Run, brief: Path, configure: Configure
) -> None:
    program = "import sys; from briefgen.cli import main; main(sys.argv[1:])"
    command = [sys.executable, "-c", program, "email", str(brief), *EVERYBODY, "--send", "--yes"]
    with mail_server(first := Postbox(delay=1)) as port:
        configure(port)
        killed = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=dict(os.environ))
        assert first.data_began.wait(30)
        killed.kill()
        killed.communicate()
        done = send(run, brief, "--yes")
        assert done.code == 1
        assert "did not end; it may have arrived" in done.err
    with mail_server(second := Postbox()) as port:
        configure(port)
        assert send(run, brief, answer=b"y\n").code == 0
    (again,) = second.envelopes
    for copy in first.envelopes:  # the server had it all, and took it although nobody waited for the answer
        assert read(copy)["Message-ID"] == read(again)["Message-ID"]


def test_a_mail_that_was_sent_is_not_sent_again_by_a_script_and_a_person_is_asked(
    run: Run, brief: Path, configure: Configure
) -> None:
    with mail_server(postbox := Postbox()) as port:
        configure(port)
        assert send(run, brief, "--yes").code == 0
        done = send(run, brief, "--yes")
        assert done.code == 0
        assert "This very mail was sent at 20" in done.err
        assert "It was not sent again." in done.err
        assert len(postbox.envelopes) == 1
        assert "Send it again? [y/N]" in send(run, brief, answer=b"n\n").err
        assert send(run, brief, "--yes", "--subject", "Another mail").code == 0
    assert len(postbox.envelopes) == 2


def test_a_memory_that_cannot_be_read_is_not_taken_for_an_empty_one(
    run: Run, brief: Path, configure: Configure
) -> None:
    (brief / ".briefgen" / "sent.json").write_text("[1]", encoding="utf-8")
    with mail_server(postbox := Postbox()) as port:
        configure(port)
        done = send(run, brief, "--yes")
    assert (done.code, postbox.envelopes) == (1, [])
    assert "sent.json says what was sent, and cannot be read" in done.err


def test_what_is_missing_to_send_is_told_and_the_draft_is_there(run: Run, brief: Path, configure: Configure) -> None:
    done = run("email", brief, *EVERYBODY, "--send", "--yes")
    assert (done.code, (brief / "talks.eml").is_file()) == (1, True)
    assert "no server is configured to send with" in done.err
    configure(25)
    done = run("email", brief, *TO, "--send", "--yes")
    assert done.code == 1
    assert "nobody is named whom the mail is from\n  Give --from, or set from in [mail]." in done.err


def test_a_yes_without_send_is_wrong_usage(run: Run, brief: Path) -> None:
    done = run("email", brief, *TO, "--yes")
    assert done.code == 2
    assert "--yes goes with --send" in done.err
