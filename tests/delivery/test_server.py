"""Which server is taken, that nothing goes to another computer in the clear, and where the password is found."""

from __future__ import annotations

from collections.abc import Iterator

import keyring
import pytest
from keyring.backend import KeyringBackend
from keyring.errors import KeyringLocked

from briefgen.delivery import Server, server
from briefgen.delivery.server import password
from briefgen.errors import DeliveryError
from briefgen.model.settings import MailSettings


@pytest.mark.parametrize(
    ("given", "port", "security"),
    [
        ({"host": "mail.norland.example"}, 587, "starttls"),
        ({"host": "mail.norland.example", "port": 25}, 25, "starttls"),
        ({"host": "mail.norland.example", "port": 465}, 465, "tls"),
        ({"host": "mail.norland.example", "security": "tls"}, 465, "tls"),
        ({"host": "localhost", "port": 1025}, 1025, "none"),
        ({"host": "127.0.0.1"}, 587, "none"),
        ({"host": "::1", "security": "starttls"}, 587, "starttls"),
    ],
)
def test_the_way_is_encrypted_unless_it_stays_on_this_computer(given: dict, port: int, security: str) -> None:
    found = server(MailSettings(**given))
    assert (found.port, found.security) == (port, security)


@pytest.mark.parametrize(
    "host", ["mail.norland.example", "192.0.2.1", "localhost.norland.example", "127.0.0.1.example"]
)
def test_no_encryption_is_refused_for_every_other_computer(host: str) -> None:
    with pytest.raises(DeliveryError, match="encrypted only"):
        server(MailSettings(host=host, security="none"))


def test_without_a_server_the_ways_to_name_one_are_told() -> None:
    with pytest.raises(DeliveryError, match="BRIEFGEN_SMTP_HOST"):
        server(MailSettings())


DESK = Server("mail.norland.example", 587, "starttls", "desk", 30)


class Ring(KeyringBackend):
    """A keyring in memory; locked where `entries` is None."""

    priority = 1.0

    def __init__(self) -> None:
        super().__init__()
        self.entries: dict[tuple[str, str], str] | None = {(f"briefgen:{DESK.host}", "desk"): "from the ring"}

    def get_password(self, service: str, username: str) -> str | None:
        if self.entries is None:
            raise KeyringLocked("it is locked")
        return self.entries.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        raise NotImplementedError

    def delete_password(self, service: str, username: str) -> None:
        raise NotImplementedError


@pytest.fixture
def ring() -> Iterator[Ring]:
    """The keyring in force."""
    before, made = keyring.get_keyring(), Ring()
    keyring.set_keyring(made)
    yield made
    keyring.set_keyring(before)


def test_the_keyring_holds_the_password_by_host_and_user(ring: Ring) -> None:
    assert password(DESK) == "from the ring"


def test_the_environment_wins_over_the_keyring(ring: Ring, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BRIEFGEN_SMTP_PASSWORD", "from outside")
    assert password(DESK) == "from outside"


def test_without_a_password_both_ways_to_give_one_are_told(ring: Ring) -> None:
    ring.entries = {}
    with pytest.raises(DeliveryError, match=r"no password for desk at mail\.norland\.example") as told:
        password(DESK)
    assert "BRIEFGEN_SMTP_PASSWORD" in told.value.hint
    assert "keyring set briefgen:mail.norland.example desk" in told.value.hint


def test_a_locked_keyring_is_told(ring: Ring) -> None:
    ring.entries = None
    with pytest.raises(DeliveryError, match="the keyring cannot be read: it is locked"):
        password(DESK)
