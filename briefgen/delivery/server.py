"""Which server takes the mail, how the way there is closed to others, and where the password is kept."""

from __future__ import annotations

import ipaddress
import os
from dataclasses import dataclass

from briefgen.errors import DeliveryError
from briefgen.model.settings import MailSettings, Security

PASSWORD = "BRIEFGEN_SMTP_PASSWORD"  # noqa: S105  # the name of the variable
_HOW = {"starttls": "STARTTLS", "tls": "TLS", "none": "not encrypted, on this computer"}
_TLS_PORT, _PORT = 465, 587


@dataclass(frozen=True, slots=True)
class Server:
    """Where mail is handed in. `user` None: without logging in. `timeout` in seconds, for each answer."""

    host: str
    port: int
    security: Security
    user: str | None
    timeout: int

    def __str__(self) -> str:
        user = f" as {self.user}" if self.user else ""
        return f"{self.host}:{self.port}{user} ({_HOW[self.security]})"


def server(settings: MailSettings) -> Server:
    """The server that is configured. Raises DeliveryError: none is, or the mail would go out in the clear."""
    if settings.host is None:
        hint = "Set host in [mail] of briefgen.toml, or BRIEFGEN_SMTP_HOST; or send the draft with your mail program."
        raise DeliveryError("no server is configured to send with", hint)
    usual: Security = "tls" if settings.port == _TLS_PORT else "none" if _is_loopback(settings.host) else "starttls"
    security = settings.security or usual
    if security == "none" and not _is_loopback(settings.host):
        what = f"{settings.host} is another computer, and mail goes there encrypted only"
        raise DeliveryError(what, "Set security in [mail] to starttls or tls.")
    port = settings.port or (_TLS_PORT if security == "tls" else _PORT)
    return Server(settings.host, port, security, settings.user, settings.timeout)


def password(server: Server) -> str:
    """The password of the server's user, from the environment or the keyring. Raises DeliveryError where none is."""
    found = os.environ.get(PASSWORD) or _from_keyring(f"briefgen:{server.host}", server.user or "")
    if not found:
        keyring = f"`keyring set briefgen:{server.host} {server.user}`"
        hint = f"Set {PASSWORD}, or keep it in the keyring: `pip install keyring`, then {keyring}."
        raise DeliveryError(f"there is no password for {server.user} at {server.host}", hint)
    return found


def _from_keyring(service: str, user: str) -> str | None:
    """None where the keyring has no such entry, or there is no keyring."""
    try:
        import keyring
        from keyring.errors import KeyringError, NoKeyringError
    except ImportError:
        return None
    try:
        return keyring.get_password(service, user)
    except NoKeyringError:
        return None
    except KeyringError as error:
        raise DeliveryError(f"the keyring cannot be read: {error}", f"Unlock it, or set {PASSWORD}.") from error


def _is_loopback(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host.lower() == "localhost"
