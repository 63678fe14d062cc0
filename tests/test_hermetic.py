"""The tests are what they claim to be: cut off from the network and from the machine's settings."""

from __future__ import annotations

import os
import socket
import warnings

import pytest
from tools import need


def test_a_connection_out_of_this_machine_fails_the_test() -> None:
    with socket.socket() as out, pytest.raises(pytest.fail.Exception, match="went to the network"):
        out.connect(("192.0.2.1", 80))  # an address that is reserved for examples


def test_a_connection_within_this_machine_is_made() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server, socket.create_connection(server.getsockname()) as client:
        assert client.getpeername() == server.getsockname()


def test_a_warning_is_an_error() -> None:
    with pytest.raises(DeprecationWarning):
        warnings.warn("old", DeprecationWarning, stacklevel=1)


def test_the_environment_says_nothing_about_the_machine(clean_environment: dict[str, str]) -> None:
    assert os.environ["TZ"] == "UTC"
    assert os.environ["HOME"] != clean_environment.get("HOME")
    assert "SOURCE_DATE_EPOCH" not in os.environ


def test_a_missing_program_is_a_skip_here_and_a_failure_under_ci(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("CI", raising=False)
    with pytest.raises(pytest.skip.Exception, match="apt-get install nothing"):
        need("no-such-program", "nothing")
    monkeypatch.setenv("CI", "true")
    with pytest.raises(pytest.fail.Exception, match="apt-get install nothing"):
        need("no-such-program", "nothing")
