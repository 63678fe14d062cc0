"""Addresses: what is one, and that nothing typed as one can be anything else in the head of a mail."""

from __future__ import annotations

from email import message_from_bytes
from email.policy import default

import pytest
from fast_mail_parser import parse_email
from hypothesis import given
from hypothesis import strategies as st

from briefgen.delivery import Mail, as_draft
from briefgen.model.mailbox import Mailbox


@pytest.mark.parametrize(
    ("text", "name", "address"),
    [
        ("ana@norland.example", "", "ana@norland.example"),
        (" Ana Lopes <ana@norland.example> ", "Ana Lopes", "ana@norland.example"),
        ('"Lopes, Ana" <ana@norland.example>', "Lopes, Ana", "ana@norland.example"),
        ("Lopes, Ana <ana@norland.example>", "Lopes, Ana", "ana@norland.example"),
        ("Áñá Łopes <a.n+a@mail.norland.example>", "Áñá Łopes", "a.n+a@mail.norland.example"),
        ("root@localhost", "", "root@localhost"),
    ],
)
def test_an_address_with_or_without_a_name(text: str, name: str, address: str) -> None:
    assert Mailbox.parse(text) == Mailbox(name, address)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "ana",
        "ana@",
        "@norland.example",
        "ana@norland..example",
        "ana@-norland.example",
        "a..b@norland.example",
        "ana@norland.example, bo@norland.example",
        "Ana <ana@norland.example> <bo@norland.example>",
        "ana@norland.example (boss)",
        "a" * 65 + "@" + "b" * 200 + ".example",
    ],
)
def test_what_is_no_single_address_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="is not one e-mail address"):
        Mailbox.parse(text)


@pytest.mark.parametrize("text", ["a@b.example\r\nBcc: c@d.example", "a@b.example\n", "A\x00 <a@b.example>"])
def test_a_line_break_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="no line break"):
        Mailbox.parse(text)


def test_letters_that_addresses_lack_are_refused_with_a_way_out() -> None:
    with pytest.raises(ValueError, match="xn--"):
        Mailbox.parse("ana@nörland.example")


@given(st.text(max_size=60), st.text(max_size=60))
def test_whatever_is_typed_becomes_that_one_recipient_or_nothing(name: str, address: str) -> None:
    try:
        mailbox = Mailbox.parse(f"{name}<{address}>")
    except ValueError:
        return
    draft = message_from_bytes(as_draft(Mail(None, (mailbox,), (), (), "s", "t", "<p>t</p>", ())), policy=default)
    assert [each.addr_spec for each in draft["To"].addresses] == [mailbox.address]
    assert draft.keys() == ["To", "Subject", "MIME-Version", "Content-Type", "X-Unsent"]


@given(st.text(st.characters(categories=["L", "N"]), min_size=1, max_size=60))
def test_a_name_in_any_script_arrives_as_it_was_typed(name: str) -> None:
    """As another parser reads it: that of Python 3.11 puts spaces between the parts of a long encoded name."""
    try:
        mailbox = Mailbox.parse(f"{name} <a@b.example>")
    except ValueError:
        return
    raw = as_draft(Mail(None, (mailbox,), (), (), "s", "t", "<p>t</p>", ()))
    (read,) = parse_email(raw, strict=True).headers["To"]
    assert read.strip() == f"{name} <a@b.example>"
