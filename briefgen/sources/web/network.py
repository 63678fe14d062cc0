"""Connections to checked addresses alone, all of them within one span of time.

A name is looked up here, every address it has is checked, and the connection goes to one of these: were the name looked
up again to connect, it could by then stand for another address (DNS rebinding).
"""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Iterable
from contextlib import suppress
from types import TracebackType
from typing import Any

import httpcore

from briefgen.errors import SourceError
from briefgen.sources.web.addresses import is_public


class Network(httpcore.NetworkBackend):
    """The network as httpcore asks for it; a context, at whose end nothing stays open.

    `expired` says whether `total` seconds passed before that end; whatever is going on then breaks off.
    """

    def __init__(self, *, allow_private: bool, total: float) -> None:
        self.total, self.expired = total, False
        self._allow_private = allow_private
        self._system = httpcore.SyncBackend()
        self._end = time.monotonic() + total
        self._handles: list[socket.socket] = []
        # A server may send a byte now and then for hours, and every wait for one of them is short.
        self._timer = threading.Timer(total, self._expire)
        self._timer.daemon = True

    def __enter__(self) -> Network:
        self._timer.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._timer.cancel()
        for handle in self._handles:
            handle.close()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        """A connection to the first address of `host` that answers. Raises SourceError where one may not be asked."""
        failure: Exception = httpcore.ConnectTimeout()
        for address in self._addresses(host, port):
            left = self._end - time.monotonic()
            if left <= 0:
                break
            try:
                stream = self._system.connect_tcp(
                    address, port, min(timeout or left, left), local_address, socket_options
                )
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                failure = error
            else:
                self._watch(stream)
                return stream
        raise failure

    def _addresses(self, host: str, port: int) -> list[str]:
        found = [str(entry[4][0]) for entry in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)]
        refused = [] if self._allow_private else [address for address in found if not is_public(address)]
        if refused:
            raise SourceError(
                f"{host} is {refused[0]}, an address within this computer or a private network.",
                "If you mean to read from there, say --allow-private.",
            )
        return list(dict.fromkeys(found))

    def _watch(self, stream: httpcore.NetworkStream) -> None:
        """Keep a handle of the connection of our own; that of the stream is taken over when TLS begins."""
        self._handles.append(stream.get_extra_info("socket").dup())
        if self.expired:
            self._expire()

    def _expire(self) -> None:
        self.expired = True
        for handle in list(self._handles):
            with suppress(OSError):
                handle.shutdown(socket.SHUT_RDWR)
