"""What goes wrong on the web, as one message: what, where, and what to do."""

from __future__ import annotations

import socket
import ssl
from collections.abc import Sequence
from http import HTTPStatus

import httpcore
import httpx

from briefgen.errors import SourceError
from briefgen.sources.web.addresses import shown
from briefgen.sources.web.network import Network

OPEN_AND_SAVE = "Open it in a browser, save the page or print it as a PDF, and give that file."
_CONNECTION = "Check the address and your connection. Without a network, give a saved page."
_LATER = f"Try again later. {OPEN_AND_SAVE}"
_MISSING = (HTTPStatus.NOT_FOUND, HTTPStatus.GONE)


def refuse_status(status: int, url: httpx.URL) -> None:
    """SourceError unless an answer with this status holds the page."""
    if status == HTTPStatus.OK:
        return
    try:
        answer = f"{status} {HTTPStatus(status).phrase}"
    except ValueError:
        answer = str(status)
    page = shown(url)
    if status in _MISSING:
        raise SourceError(f"There is no page {page} (the site answers {answer}).", "Check the address.")
    if status == HTTPStatus.TOO_MANY_REQUESTS or status >= 500:
        raise SourceError(f"{page} is not to be had now (the site answers {answer}).", _LATER)
    raise SourceError(f"{page} is not given to briefgen (the site answers {answer}).", OPEN_AND_SAVE)


def too_slow(passed: Sequence[httpx.URL], network: Network) -> SourceError:
    """That all of it took longer than it may."""
    return SourceError(f"{_where(passed)} took longer than {network.total:g} seconds.", _LATER)


def told(error: Exception, passed: Sequence[httpx.URL], network: Network) -> SourceError:
    """What went wrong on the way to the last address of `passed`."""
    where, host = _where(passed), passed[-1].host
    if network.expired:
        return too_slow(passed, network)
    match error.__context__ if isinstance(error, httpcore.ConnectError) else error:
        case ssl.SSLCertVerificationError() as cause:
            return SourceError(
                f"{where} cannot be read: the certificate of {host} is not to be trusted: {cause.verify_message}.",
                "Check the address; certificates of your organisation's own are named by SSL_CERT_FILE.",
            )
        case ssl.SSLError() as cause:
            why = f"no encrypted connection to {host} ({cause.reason or cause})"
            return SourceError(f"{where} cannot be read: {why}.", _CONNECTION)
        case socket.gaierror() | UnicodeError():
            return SourceError(f"{where} cannot be read: there is no site {host}, or no network.", _CONNECTION)
        case OSError() as cause:
            why = f"no connection to {host} ({cause.strerror or cause})"
            return SourceError(f"{where} cannot be read: {why}.", _CONNECTION)
        case httpcore.TimeoutException():
            return SourceError(f"{where} cannot be read: {host} does not answer.", _LATER)
        case httpx.DecodingError():
            return SourceError(f"{where} is damaged: it cannot be unpacked.", _LATER)
        case _:
            return SourceError(f"{where} cannot be read: {host} broke off, or does not speak HTTP.", _LATER)


def _where(passed: Sequence[httpx.URL]) -> str:
    """The address that failed, and the one that was given where it led there."""
    start, last = shown(passed[0]), shown(passed[-1])
    return last if len(passed) == 1 else f"{last}, which {start} leads to,"
