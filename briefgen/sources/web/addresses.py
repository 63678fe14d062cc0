"""Which addresses are asked: http and https, without a login in them, and of the public internet."""

from __future__ import annotations

import ipaddress

import httpx

from briefgen.errors import SourceError

_LONGEST = 2_000  # characters
_LONGEST_SHOWN = 200
_CHECK = "Check the address; it begins with https:// or http:// and the name of a site."
# A network of IPv6 alone reaches IPv4 addresses through these, written into their last four bytes (RFC 6052).
_NAT64 = ipaddress.IPv6Network("64:ff9b::/96")


def parse(where: str, base: httpx.URL | None = None) -> httpx.URL:
    """The address `where`, or the one it stands for on the page `base`, without fragment; SourceError when it is none
    that is asked."""
    try:
        url = base.join(where) if base else httpx.URL(where)
    except (httpx.InvalidURL, UnicodeError, ValueError) as error:
        raise SourceError(_unusable(base, "is no web address"), _CHECK) from error
    if url.userinfo:  # which is not shown again
        raise SourceError(
            f"The address at {url.host} holds a user name or a password.", "Leave it out; pages are read without login."
        )
    if url.scheme not in ("http", "https"):
        raise SourceError(
            _unusable(base, f"begins with {shown(url.scheme)}:, which is not read"),
            "Give an address that begins with https:// or http://; a file by its path.",
        )
    if not url.host or len(str(url)) > _LONGEST or (url.port or 1) not in range(1, 65_536):
        raise SourceError(_unusable(base, "is no web address"), _CHECK)
    return url.copy_with(fragment=None)


def shown(url: httpx.URL | str) -> str:
    """An address as a message has it: of bounded length."""
    text = str(url)
    return text if len(text) <= _LONGEST_SHOWN else text[:_LONGEST_SHOWN] + "…"


def is_public(text: str) -> bool:
    """Whether an IP address is one of the public internet; where one of IPv4 is written into it, whether that is."""
    address = ipaddress.ip_address(text.partition("%")[0])
    reached = (_embedded(address) if isinstance(address, ipaddress.IPv6Address) else None) or address
    site_local = isinstance(reached, ipaddress.IPv6Address) and reached.is_site_local
    return reached.is_global and not (reached.is_multicast or reached.is_reserved or site_local)


def _embedded(address: ipaddress.IPv6Address) -> ipaddress.IPv4Address | None:
    if address in _NAT64:
        return ipaddress.IPv4Address(address.packed[-4:])
    return address.ipv4_mapped or address.sixtofour


def _unusable(base: httpx.URL | None, what: str) -> str:
    return f"{shown(base)} leads on to an address that {what}." if base else f"What was given {what}."
