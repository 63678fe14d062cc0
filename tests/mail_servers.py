"""Mail servers on loopback that keep what they are sent, or misbehave as servers do."""

from __future__ import annotations

import asyncio
import socket
import ssl
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import trustme
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session

USER, PASSWORD = "desk", "correct horse"


@dataclass
class Postbox:
    """What arrived, and how the server answers: `answers` by command, such as {"RCPT": "550 no such user"}."""

    answers: dict[str, str] = field(default_factory=dict)
    envelopes: list[Envelope] = field(default_factory=list)
    encrypted: list[bool] = field(default_factory=list)
    data_began: threading.Event = field(default_factory=threading.Event)
    delay: float = 0  # seconds before an answer to DATA
    drops: bool = False  # the connection, in place of that answer

    async def handle_RCPT(self, server: SMTP, session: Session, envelope: Envelope, address: str, options: Any) -> str:
        if "RCPT" in self.answers and not address.startswith("ana@"):
            return self.answers["RCPT"]
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:
        self.data_began.set()
        await asyncio.sleep(self.delay)
        if self.drops:
            assert server.transport is not None
            server.transport.abort()
        elif "DATA" not in self.answers:
            self.envelopes.append(envelope)
            assert server.transport is not None
            self.encrypted.append(server.transport.get_extra_info("ssl_object") is not None)
        return self.answers.get("DATA", "250 taken")


def _authenticate(server: SMTP, session: Session, envelope: Envelope, mechanism: str, data: Any) -> AuthResult:
    right = isinstance(data, LoginPassword) and (data.login, data.password) == (USER.encode(), PASSWORD.encode())
    return AuthResult(success=right, handled=right)


@dataclass(frozen=True)
class Certificates:
    """A certificate of this computer's and the file of the authority that signed it."""

    authority: Path
    context: ssl.SSLContext

    @classmethod
    def made(cls, folder: Path, name: str = "localhost") -> Certificates:
        authority = trustme.CA()
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        authority.issue_cert(name).configure_cert(context)
        file = folder / "authority.pem"
        authority.cert_pem.write_to_path(str(file))
        return cls(file, context)


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as server:
        return int(server.getsockname()[1])


@contextmanager
def mail_server(
    postbox: Postbox, security: str = "none", certificates: Certificates | None = None, login: bool = False
) -> Iterator[int]:
    """A server that runs while the block does; gives its port."""
    context = certificates.context if certificates else None
    options: dict[str, Any] = {"hostname": "127.0.0.1", "port": free_port(), "ready_timeout": 10}
    if login:
        options |= {"authenticator": _authenticate, "auth_required": True, "auth_require_tls": security != "none"}
    if security == "tls":
        options |= {"ssl_context": context}
        options |= {"auth_require_tls": False} if login else {}  # aiosmtpd counts STARTTLS alone
    if security == "starttls":
        options |= {"tls_context": context, "require_starttls": True}
    controller = Controller(postbox, **options)
    controller.start()
    try:
        yield options["port"]
    finally:
        controller.stop(no_assert=True)


@contextmanager
def silent_server() -> Iterator[int]:
    """Takes connections and never says a word; gives its port."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        yield int(server.getsockname()[1])
