"""What holds for every test: no network, and nothing of the machine's own settings."""

from __future__ import annotations

import os
import socket
import time
from collections.abc import Callable, Iterator
from typing import Any

import pytest

# Settings that change what programs print or where they look; the tests that are about one of them set it.
OWN_SETTINGS = (
    "BRIEFGEN_",
    "XDG_",
    "LC_",
    "SOURCE_DATE_EPOCH",
    "COLUMNS",
    "LINES",
    "NO_COLOR",
    "FORCE_COLOR",
    "PY_COLORS",
    "TERMINAL_WIDTH",
    "GITHUB_ACTIONS",
)


@pytest.fixture(scope="session", autouse=True)
def clean_environment(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, str]]:
    """A home of its own, UTC, and no setting from outside. Gives the environment as it was, for installers."""
    before = dict(os.environ)
    with pytest.MonkeyPatch.context() as patch:
        for name in [name for name in before if name.startswith(OWN_SETTINGS)]:
            patch.delenv(name)
        patch.setenv("HOME", str(tmp_path_factory.mktemp("home")))
        patch.setenv("LANG", "C.UTF-8")
        patch.setenv("TZ", "UTC")
        _take_over_time_zone()
        yield before
    _take_over_time_zone()


def _take_over_time_zone() -> None:
    if hasattr(time, "tzset"):  # Windows has none
        time.tzset()


@pytest.fixture(scope="session", autouse=True)
def no_network() -> Iterator[None]:
    """Every connection fails, but for those within this machine."""
    with pytest.MonkeyPatch.context() as patch:
        for name in ("connect", "connect_ex"):
            patch.setattr(socket.socket, name, _within_this_machine(getattr(socket.socket, name)))
        yield


def _within_this_machine(connect: Callable[..., Any]) -> Callable[..., Any]:
    def guarded(self: socket.socket, address: Any) -> Any:
        if self.family != socket.AF_UNIX and address[0] not in ("127.0.0.1", "::1", "localhost"):
            pytest.fail(f"a test went to the network: {address}")
        return connect(self, address)

    return guarded
