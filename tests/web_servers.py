"""Web servers on loopback that give what a test tells them to, or misbehave as servers do."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from tests.mail_servers import Certificates


@dataclass(frozen=True)
class Reply:
    """What a path is answered with. `length` False: the end of the body is that of the connection."""

    body: bytes = b""
    kind: str = "text/html"
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    length: bool = True


@dataclass
class Site:
    """A site that is up while a test runs: its pages by path, and what it was asked."""

    pages: dict[str, Reply | Callable[[BaseHTTPRequestHandler], None]]
    address: str = ""
    asked: list[tuple[str, dict[str, str]]] = field(default_factory=list)

    def answer(self, handler: BaseHTTPRequestHandler) -> None:
        self.asked.append((handler.path, {name.lower(): value for name, value in handler.headers.items()}))
        reply = self.pages.get(handler.path, Reply(b"no such page", status=404))
        if not isinstance(reply, Reply):
            reply(handler)
            return
        handler.send_response(reply.status)
        headers = {"Content-Type": reply.kind} if reply.kind else {}
        headers |= {"Content-Length": str(len(reply.body))} if reply.length else {}
        for name, value in (headers | reply.headers).items():
            handler.send_header(name, value)
        handler.end_headers()
        handler.wfile.write(reply.body)


@contextmanager
def web_server(site: Site, certificates: Certificates | None = None) -> Iterator[Site]:
    """A server of `site` that runs while the block does, with TLS where it has certificates."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            site.answer(self)

        def log_message(self, format: str, *args: object) -> None:
            """Nothing is printed."""

    class Server(ThreadingHTTPServer):
        daemon_threads = True

        def handle_error(self, request: object, client_address: object) -> None:
            """That a client hangs up is what some tests are about."""

    with Server(("127.0.0.1", 0), Handler) as server:
        if certificates:
            server.socket = certificates.context.wrap_socket(server.socket, server_side=True)
        site.address = f"{'https' if certificates else 'http'}://localhost:{server.server_port}"
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
        thread.start()
        try:
            yield site
        finally:
            server.shutdown()
            thread.join()
