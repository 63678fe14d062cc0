"""A mail to its recipients through SMTP: to all of them or to none."""

from __future__ import annotations

import datetime as dt
import smtplib
import ssl
from contextlib import suppress

from briefgen.delivery.message import Mail, as_sent
from briefgen.delivery.server import Server, password
from briefgen.errors import DeliveryError, UnconfirmedError

_HELLO = "[127.0.0.1]"  # what we call ourselves; the machine's own name is nobody's business
_LONGEST_REPLY = 200  # characters of what a server says
_CHECK_SERVER = "Check host, port and security in [mail] of briefgen.toml, and your connection."


def send(mail: Mail, server: Server, *, date: dt.datetime, message_id: str) -> None:
    """Hand the mail to the server.

    Raises DeliveryError when nobody got it, UnconfirmedError when the connection broke after the mail was handed over
    and before the server took it.
    """
    content, secret = as_sent(mail, date, message_id), password(server) if server.user else ""
    session = None
    try:
        session = _connected(server)
        if server.user:
            session.login(server.user, secret)
        _address(session, mail, server, len(content))
    except (OSError, UnicodeError) as error:  # what smtplib raises is an OSError too
        _close(session)
        raise _told(error, server) from error
    except BaseException:
        _close(session)
        raise
    try:
        code, reply = session.data(content)
    except smtplib.SMTPDataError as error:
        raise _told(error, server) from error
    except OSError as error:
        what = f"the connection to {server.host} broke while it took the mail: {_reason(error, server)}"
        raise UnconfirmedError(what, "The mail may have arrived all the same.") from error
    finally:
        _close(session)
    if code != 250:
        raise _told(smtplib.SMTPDataError(code, reply), server)


def _connected(server: Server) -> smtplib.SMTP:
    """A session that nobody on the way can read, but for one on this computer."""
    if server.security == "tls":
        return smtplib.SMTP_SSL(
            server.host,
            server.port,
            local_hostname=_HELLO,
            timeout=server.timeout,
            context=ssl.create_default_context(),
        )
    session = smtplib.SMTP(server.host, server.port, local_hostname=_HELLO, timeout=server.timeout)
    try:
        session.ehlo_or_helo_if_needed()
        if server.security == "starttls":
            if not session.has_extn("starttls"):
                what = f"{server.host} does not offer to encrypt the connection (STARTTLS), so nothing was sent"
                raise DeliveryError(what, _CHECK_SERVER)
            session.starttls(context=ssl.create_default_context())
            session.ehlo_or_helo_if_needed()
    except BaseException:
        session.close()
        raise
    return session


def _address(session: smtplib.SMTP, mail: Mail, server: Server, size: int) -> None:
    """Say whom the mail is from and to. Raises DeliveryError where the server refuses any of them."""
    session.ehlo_or_helo_if_needed()
    options = [f"size={size}"] if session.has_extn("size") else []
    sender = mail.sender.address if mail.sender else ""
    code, reply = session.mail(sender, options)
    if code != 250:
        raise smtplib.SMTPSenderRefused(code, reply, sender)
    refused = {}
    for address in mail.recipients:
        code, reply = session.rcpt(address)
        if code not in (250, 251):
            refused[address] = f"{address} ({code} {_shown(reply)})"
    if refused:
        what = f"{server.host} does not take mail for {', '.join(refused.values())}"
        raise DeliveryError(what, "Correct the address, or leave it out; the others got nothing either.")


def _told(error: Exception, server: Server) -> DeliveryError:
    """What went wrong before the server took the mail, and what to do."""
    host = server.host
    match error:
        case ssl.SSLCertVerificationError():
            what = f"the certificate of {host} is not to be trusted: {error.verify_message}"
            hint = "Check host in [mail]; a certificate of your organisation's own is named by SSL_CERT_FILE."
        case ssl.SSLError():
            what, hint = f"no encrypted connection to {host}: {error.reason or error}", _CHECK_SERVER
        case smtplib.SMTPAuthenticationError():
            what = f"{host} does not let {server.user} in: {error.smtp_code} {_shown(error.smtp_error)}"
            hint = "Check user in [mail] and the password; some servers want one made for programs."
        case smtplib.SMTPResponseException():
            what = f"{host} does not take the mail: {error.smtp_code} {_shown(error.smtp_error)}"
            hint = "Do what the server says; where it asks for a login, set user in [mail] of briefgen.toml."
        case smtplib.SMTPNotSupportedError():
            what = f"{host} lets nobody log in over this connection"
            hint = "Leave user out of [mail], or set security there to starttls or tls."
        case UnicodeError():
            what, hint = "the password or the user has letters beyond ASCII, which SMTP cannot carry", "Choose others."
        case _:
            what, hint = f"cannot send through {host}:{server.port}: {_reason(error, server)}", _CHECK_SERVER
    return DeliveryError(what, hint)


def _reason(error: Exception, server: Server) -> str:
    text = str(getattr(error, "strerror", None) or error)
    return f"no answer within {server.timeout} seconds" if "timed out" in text else text[:_LONGEST_REPLY]


def _shown(reply: bytes | str) -> str:
    """What a server says, on a line of bounded length."""
    text = reply.decode("utf-8", "replace") if isinstance(reply, bytes) else reply
    return " ".join(text.split())[:_LONGEST_REPLY]


def _close(session: smtplib.SMTP | None) -> None:
    """Take leave; that it went wrong changes nothing any more."""
    if session:
        with suppress(OSError):
            session.quit()
        session.close()
