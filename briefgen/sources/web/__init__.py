"""Articles from the web: one page or file, with bounds on time, size and redirects, and none of the reader's secrets.

addresses.py   which addresses are asked at all
network.py     connections to public addresses alone, all within one span of time
answers.py     what came: its kind, and its bytes as far as the bound
failures.py    what went wrong, as one message

No cookies, no login, no proxy and nothing else from the environment: behind a proxy it is the proxy that looks names
up, so that none of the checks of addresses would hold.
"""

from __future__ import annotations

import ssl

import httpcore
import httpx

from briefgen import __version__
from briefgen.errors import SourceError
from briefgen.sources.web import addresses, answers, failures
from briefgen.sources.web.answers import Page
from briefgen.sources.web.network import Network

_MOST_REDIRECTS = 10
_CONNECT, _READ = 10.0, 20.0  # seconds, each time
TOTAL = 60.0  # seconds for everything
_TIMEOUTS = {"connect": _CONNECT, "read": _READ, "write": _READ, "pool": _CONNECT}
_FAILURES = (
    httpcore.NetworkError,
    httpcore.ProtocolError,
    httpcore.TimeoutException,
    httpx.DecodingError,
    OSError,
    UnicodeError,  # a name that cannot be looked up
)
_HEADERS: dict[bytes | str, bytes | str] = {
    "User-Agent": f"briefgen/{__version__}",
    "Accept": "text/html, application/xhtml+xml, application/pdf, text/plain, text/markdown, */*;q=0.5",
    "Accept-Language": "en",
    "Accept-Encoding": "gzip, deflate",
}


def fetch(where: str, *, allow_private: bool = False, total: float = TOTAL) -> Page:
    """What stands at the address `where`, within `total` seconds.

    Addresses in private networks and on this computer are asked only with `allow_private`. Raises SourceError when
    nothing is to be had there, or nothing that is read.
    """
    url = addresses.parse(where)
    passed: list[httpx.URL] = []
    with Network(allow_private=allow_private, total=total) as network, _pool(network) as pool:
        while True:
            passed.append(url)
            try:
                answer = _ask(pool, url)
            except _FAILURES as error:
                raise failures.told(error, passed, network) from error
            if network.expired:  # what is cut off may look whole
                raise failures.too_slow(passed, network)
            if isinstance(answer, Page):
                return answer
            url = _next(answer, passed)


def _pool(network: Network) -> httpcore.ConnectionPool:
    # The certificates that this computer trusts; SSL_CERT_FILE names others.
    return httpcore.ConnectionPool(ssl_context=ssl.create_default_context(), network_backend=network)


def _ask(pool: httpcore.ConnectionPool, url: httpx.URL) -> Page | str:
    """The page at `url`, or where it leads on to."""
    target = httpcore.URL(scheme=url.raw_scheme, host=url.raw_host, port=url.port, target=url.raw_path)
    with pool.stream("GET", target, headers=_HEADERS, extensions={"timeout": _TIMEOUTS}) as answer:
        response = httpx.Response(answer.status, headers=answer.headers, content=answer.iter_stream())
        if response.has_redirect_location:
            return response.headers["location"]
        failures.refuse_status(response.status_code, url)
        return answers.page(response, url)


def _next(location: str, passed: list[httpx.URL]) -> httpx.URL:
    """Where a redirect leads; SourceError when it leads in a circle, nowhere or on and on."""
    url = addresses.parse(location, passed[-1])
    start = addresses.shown(passed[0])
    if url in passed:
        raise SourceError(f"{start} leads in a circle, back to {addresses.shown(url)}.", failures.OPEN_AND_SAVE)
    if len(passed) > _MOST_REDIRECTS:
        raise SourceError(f"{start} is passed on more than {_MOST_REDIRECTS} times.", failures.OPEN_AND_SAVE)
    return url
