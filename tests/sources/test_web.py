"""Articles from the web: read from a real server on loopback, and refused with one message where they cannot be."""

from __future__ import annotations

import datetime as dt
import gzip
import socket
import subprocess
import sys
import threading
import zlib
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler
from pathlib import Path

import pytest

from briefgen.errors import SourceError
from briefgen.sources import read, web
from briefgen.sources.files import MAX_BYTES
from briefgen.sources.web import addresses
from tests.mail_servers import Certificates, silent_server
from tests.sources.pages import BODY, HEAD, page
from tests.web_servers import Reply, Site, web_server

PAUSE = threading.Event()
TEXT = "Talks resume in Harn\n\nNorland and Suthmark will meet again on 14 May, the ministers said.\n"


@pytest.fixture
def site() -> Iterator[Site]:
    with web_server(Site({})) as running:
        yield running


def refusal(where: str, *, allow_private: bool = True) -> str:
    with pytest.raises(SourceError) as caught:
        read(where, allow_private=allow_private)
    assert caught.value.hint
    assert caught.value.what.endswith(".")
    return str(caught.value)


def moved(to: str, status: int = 302) -> Reply:
    return Reply(status=status, headers={"Location": to})


def test_a_page_is_read_as_the_saved_one_is(site: Site, tmp_path: Path) -> None:
    site.pages["/world/ports"] = Reply(page().encode())
    article = read(f"{site.address}/world/ports#fees", allow_private=True)
    (tmp_path / "page.html").write_text(page())
    assert article.blocks == read(str(tmp_path / "page.html")).blocks
    source = article.source
    assert (source.title, source.publisher, source.published) == (
        "Ports reopen in Norland",
        "The Harbour Post",
        dt.date(2024, 5, 3),
    )
    assert (source.file, source.url) == (None, f"{site.address}/world/ports")


@pytest.mark.parametrize("kind", ["text/plain; charset=utf-8", "text/markdown", "application/octet-stream", ""])
def test_the_content_type_tells_the_reader_and_where_it_says_nothing_the_address(site: Site, kind: str) -> None:
    site.pages["/talks.md"] = Reply(b"# Talks resume\n\n" + TEXT.encode(), kind)
    assert read(f"{site.address}/talks.md", allow_private=True).headline == "Talks resume"


@pytest.mark.parametrize("suffix", [".pdf", ".docx"])
def test_files_are_told_by_their_first_bytes(site: Site, suffix: str, finished_files: Path) -> None:
    site.pages["/download?id=7"] = Reply((finished_files / f"talks{suffix}").read_bytes(), "application/octet-stream")
    texts = [block.text for block in read(f"{site.address}/download?id=7", allow_private=True).blocks]
    assert "Norland and Suthmark will meet again on 14 May, the ministers said." in texts


@pytest.fixture(scope="session")
def finished_files(tmp_path_factory: pytest.TempPathFactory) -> Path:
    from docx import Document
    from reportlab.pdfgen.canvas import Canvas

    folder = tmp_path_factory.mktemp("files")
    canvas = Canvas(str(folder / "talks.pdf"))
    canvas.drawString(72, 700, TEXT.splitlines()[2])
    canvas.save()
    document = Document()
    document.add_paragraph(TEXT.splitlines()[2])
    document.save(str(folder / "talks.docx"))
    return folder


def test_the_encoding_that_the_server_tells(site: Site) -> None:
    body = page(BODY.replace("Ana Lopes", "Анна Лопес"), HEAD.replace('<meta charset="utf-8">', ""))
    site.pages["/"] = Reply(body.encode("koi8-r"), "text/html; charset=koi8-r")
    assert "Анна Лопес" in read(site.address, allow_private=True).blocks[2].text


@pytest.mark.parametrize(("coding", "packed"), [("gzip", gzip.compress), ("deflate", zlib.compress)])
def test_packed_pages(site: Site, coding: str, packed: Callable[[bytes], bytes]) -> None:
    site.pages["/"] = Reply(packed(page().encode()), headers={"Content-Encoding": coding})
    assert read(site.address, allow_private=True).headline == "Ports reopen in Norland"


def test_redirects_lead_to_the_final_address(site: Site) -> None:
    site.pages |= {
        "/short": moved("/a/b?x=1", 301),
        "/a/b?x=1": moved("c", 308),
        "/a/c": Reply(TEXT.encode(), "text/plain"),
    }
    assert read(f"{site.address}/short", allow_private=True).source.url == f"{site.address}/a/c"


def test_nothing_is_told_about_the_reader(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:9")
    site.pages |= {
        "/": Reply(status=302, headers={"Location": "/in", "Set-Cookie": "visitor=7"}),
        "/in": Reply(TEXT.encode(), "text/plain"),
    }
    read(site.address, allow_private=True)
    for _, headers in site.asked:
        assert set(headers) == {"host", "user-agent", "accept", "accept-language", "accept-encoding"}


@pytest.mark.parametrize(
    ("status", "told"),
    [
        (404, "There is no page"),
        (410, "410 Gone"),
        (403, "is not given to briefgen (the site answers 403 Forbidden)"),
        (401, "browser"),
        (429, "Try again later"),
        (500, "500 Internal Server Error"),
        (503, "Try again later"),
        (999, "answers 999"),
        (204, "204 No Content"),
        (304, "304 Not Modified"),
    ],
)
def test_a_status_that_brings_no_page(site: Site, status: int, told: str) -> None:
    site.pages["/"] = Reply(status=status)
    assert told in refusal(site.address)


def test_redirects_in_a_circle(site: Site) -> None:
    site.pages |= {"/a": moved("/b"), "/b": moved("/c"), "/c": moved("/b")}
    assert f"/a leads in a circle, back to {site.address}/b" in refusal(f"{site.address}/a")
    assert len(site.asked) == 3


def test_redirects_without_end(site: Site) -> None:
    site.pages |= {f"/{number}": moved(f"/{number + 1}") for number in range(50)}
    assert "more than 10 times" in refusal(f"{site.address}/0")
    assert len(site.asked) == 11


@pytest.mark.parametrize(
    ("location", "told"),
    [
        ("ftp://files.example/a.txt", "begins with ftp:"),
        ("file:///etc/passwd", "begins with file:"),
        ("http://desk:secret@localhost/", "user name or a password"),
        ("http://[::1", "is no web address"),
    ],
)
def test_redirects_are_checked_like_what_was_given(site: Site, location: str, told: str) -> None:
    site.pages["/"] = moved(location)
    assert told in refusal(site.address)


@pytest.mark.parametrize(
    ("where", "told"),
    [
        ("ftp://files.example/a.txt", "begins with ftp:"),
        ("file:///etc/passwd", "a file by its path"),
        ("https://desk:secret@news.example/", "user name or a password"),
        ("https://", "is no web address"),
        ("https://news.example:99999/", "is no web address"),
        ("https://news.example/" + "a" * 2_000, "is no web address"),
        ("https://news.example/a\nb", "is no web address"),
    ],
)
def test_addresses_that_are_not_asked(where: str, told: str) -> None:
    message = refusal(where)
    assert told in message
    assert "secret" not in message


@pytest.mark.parametrize(
    "host", ["localhost", "127.0.0.1", "127.1", "2130706433", "0x7f.0.0.1", "[::1]", "[::ffff:127.0.0.1]", "10.0.0.1"]
)
def test_private_addresses_are_refused_unless_allowed(host: str) -> None:
    message = refusal(f"http://{host}:9/", allow_private=False)
    assert "an address within this computer or a private network" in message
    assert "--allow-private" in message


@pytest.mark.parametrize(
    ("address", "public"),
    [
        ("8.8.8.8", True),
        ("2606:4700::1111", True),
        ("64:ff9b::808:808", True),
        ("64:ff9b::a00:1", False),
        ("2002:a00:1::1", False),
        ("::ffff:169.254.169.254", False),
        ("169.254.169.254", False),
        ("192.168.1.1", False),
        ("100.64.0.1", False),
        ("0.0.0.1", False),
        ("224.0.0.1", False),
        ("240.0.0.1", False),
        ("255.255.255.255", False),
        ("::", False),
        ("fe80::1%eth0", False),
        ("fd00::1", False),
        ("fec0::1", False),
        ("ff02::1", False),
    ],
)
def test_which_addresses_are_public(address: str, public: bool) -> None:
    assert addresses.is_public(address) is public


def test_one_private_address_among_public_ones_is_enough_to_refuse(monkeypatch: pytest.MonkeyPatch) -> None:
    entries = [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (ip, 80)) for ip in ("8.8.8.8", "10.0.0.7")]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: entries)
    assert "news.example is 10.0.0.7" in refusal("http://news.example/", allow_private=False)


def test_a_redirect_into_a_private_network_is_refused(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    """The first address counts as public here, so that it can be asked at all."""
    site.pages["/"] = moved("http://10.0.0.7/admin")
    monkeypatch.setattr(web.network, "is_public", lambda address: address in ("127.0.0.1", "::1"))
    assert "10.0.0.7 is 10.0.0.7" in refusal(site.address, allow_private=False)


def test_the_connection_goes_to_the_address_that_was_checked(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    """A name that stands for one address when it is checked, and for another when it is looked up again."""
    site.pages["/"] = Reply(TEXT.encode(), "text/plain")
    look_up, asked = socket.getaddrinfo, []

    def rebinding(host: str, *rest: object, **more: object) -> object:
        asked.append(host)
        return look_up("127.0.0.1" if asked.count("news.example") < 2 else "10.0.0.7", *rest, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(socket, "getaddrinfo", rebinding)
    port = site.address.rpartition(":")[2]
    assert read(f"http://news.example:{port}/", allow_private=True).headline == "Talks resume in Harn"
    assert asked.count("news.example") == 1
    assert site.asked[0][1]["host"] == f"news.example:{port}"


def test_a_page_over_tls(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    certificates = Certificates.made(tmp_path)
    monkeypatch.setenv("SSL_CERT_FILE", str(certificates.authority))
    with web_server(Site({"/": Reply(TEXT.encode(), "text/plain")}), certificates) as site:
        assert read(site.address, allow_private=True).headline == "Talks resume in Harn"


def test_a_certificate_that_nobody_vouches_for(tmp_path: Path) -> None:
    with web_server(Site({}), Certificates.made(tmp_path)) as site:
        message = refusal(site.address)
    assert "the certificate of localhost is not to be trusted: unable to get local issuer certificate" in message
    assert "SSL_CERT_FILE" in message


def test_a_certificate_of_another_site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    certificates = Certificates.made(tmp_path, "elsewhere.example")
    monkeypatch.setenv("SSL_CERT_FILE", str(certificates.authority))
    with web_server(Site({}), certificates) as site:
        assert "Hostname mismatch" in refusal(site.address)


def test_https_where_the_site_speaks_http(site: Site) -> None:
    assert "no encrypted connection to localhost" in refusal(site.address.replace("http:", "https:"))


def test_no_such_site() -> None:
    assert "there is no site news.invalid, or no network" in refusal("https://news.invalid/")


def test_a_name_that_cannot_be_looked_up() -> None:
    assert "there is no site" in refusal(f"https://{'a' * 70}.example/")


def test_nobody_answers_there() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
    assert "no connection to localhost (Connection refused)" in refusal(f"http://localhost:{port}/")


def test_a_server_that_says_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(web._TIMEOUTS, "read", 0.05)
    with silent_server() as port:
        assert "localhost does not answer" in refusal(f"http://localhost:{port}/")


def dripping(handler: BaseHTTPRequestHandler) -> None:
    """A page without end, a byte now and then, the connection's end being that of the page."""
    handler.wfile.write(b"HTTP/1.0 200 OK\r\nContent-Type: text/plain\r\n\r\n" + TEXT.encode())
    while True:
        handler.wfile.write(b"a")
        PAUSE.wait(0.01)


def dripping_headers(handler: BaseHTTPRequestHandler) -> None:
    handler.wfile.write(b"HTTP/1.1 200 OK\r\nX-Slow: ")
    while True:
        handler.wfile.write(b"a")
        PAUSE.wait(0.01)


@pytest.mark.parametrize("slow", [dripping, dripping_headers])
def test_a_server_that_never_ends(site: Site, slow: Callable[[BaseHTTPRequestHandler], None]) -> None:
    site.pages["/"] = slow
    with pytest.raises(SourceError, match=r"took longer than 0\.3 seconds"):
        web.fetch(site.address, allow_private=True, total=0.3)


def test_a_page_that_breaks_off(site: Site) -> None:
    site.pages["/"] = Reply(page().encode(), headers={"Content-Length": "99999"})
    assert "localhost broke off" in refusal(site.address)


def test_what_is_no_http(site: Site) -> None:
    site.pages["/"] = lambda handler: handler.wfile.write(b"220 mail.example ready\r\n")
    assert "does not speak HTTP" in refusal(site.address)


def test_a_page_that_says_that_it_is_too_large(site: Site) -> None:
    site.pages["/"] = Reply(headers={"Content-Length": str(MAX_BYTES + 1)}, length=False)
    assert "larger than 20 MB" in refusal(site.address)


def test_no_more_is_taken_than_the_bound(site: Site) -> None:
    sent = []

    def endless(handler: BaseHTTPRequestHandler) -> None:
        handler.wfile.write(b"HTTP/1.0 200 OK\r\nContent-Type: text/plain\r\n\r\n")
        while True:
            sent.append(handler.wfile.write(b"a" * 1_000_000))

    site.pages["/"] = endless
    assert "larger than 20 MB" in refusal(site.address)
    assert sum(sent) < 2 * MAX_BYTES


def test_a_page_that_unpacks_without_end(site: Site) -> None:
    bomb = gzip.compress(bytes(60_000_000))
    site.pages["/"] = Reply(bomb, headers={"Content-Encoding": "gzip"})
    assert "larger than 20 MB" in refusal(site.address)


@pytest.mark.parametrize("coding", ["br", "gzip, gzip", "zstd"])
def test_packings_that_were_not_asked_for(site: Site, coding: str) -> None:
    site.pages["/"] = Reply(gzip.compress(b""), headers={"Content-Encoding": coding})
    assert "compressed in a way that was not asked for" in refusal(site.address)


def test_a_packed_page_that_is_damaged(site: Site) -> None:
    site.pages["/"] = Reply(b"no gzip", headers={"Content-Encoding": "gzip"})
    assert "cannot be unpacked" in refusal(site.address)


@pytest.mark.parametrize(("kind", "told"), [("image/png", "of type image/png"), ("", "nothing says what it is")])
def test_kinds_that_are_not_read(site: Site, kind: str, told: str) -> None:
    site.pages["/"] = Reply(b"\x89PNG", kind)
    assert told in refusal(site.address)


def test_a_wall_is_told_with_its_address(site: Site) -> None:
    site.pages["/"] = Reply(b"<html><body><p>Verify you are human by completing the action below.</p></body></html>")
    assert f"{site.address} holds a check for robots" in refusal(site.address)


def test_a_file_is_read_without_the_web() -> None:
    """What the web needs takes a while to import."""
    code = "import sys, briefgen.workflow, briefgen.sources; print({'httpx', 'httpcore'} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"
