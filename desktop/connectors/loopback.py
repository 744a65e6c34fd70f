"""Waits for the browser to come back from signing in: a listener on 127.0.0.1, on a free port.

It answers one request that is ours and closes; whatever else knocks (a second connection that the browser
opens just in case, a port scanner, a web page that guesses) is turned away and harms nothing.
"""

from __future__ import annotations

import selectors
import socket
import threading
import time
from collections.abc import Callable, Mapping
from html import escape
from urllib.parse import parse_qsl, urlsplit

from desktop.errors import Misuse

_MOST_BYTES = 16_384
_MOST_KNOCKS = 64
_PAGE = """<!doctype html><html lang="en"><meta charset="utf-8">
<meta name="color-scheme" content="light dark"><title>Said &amp; Done</title>
<body style="font: 18px system-ui, sans-serif; max-width: 34em; margin: 20vh auto; padding: 0 1em">
<p>{words}</p></body></html>"""

Params = Mapping[str, str]


class Cancelled(Exception):
    """Nobody waits for the browser any more."""


class Loopback:
    """One listener. `wait` in a worker; `cancel` from any thread."""

    def __init__(self, path: str = "/callback", *, port: int = 0) -> None:
        """`port` 0 takes any free one. Raises Misuse when another program has it."""
        self._path = path
        try:
            self._server = socket.create_server(("127.0.0.1", port))
        except OSError as error:
            raise Misuse(
                f"Another program on this computer is using port {port}, where the browser has to come back.",
                advice="Close it, then try again.",
                details=str(error),
            ) from None
        self._server.setblocking(False)
        self._wake_up, self._bell = socket.socketpair()
        self._lock = threading.Lock()
        self._is_waiting = self._is_closed = False
        self.url = f"http://127.0.0.1:{self._server.getsockname()[1]}{path}"

    def wait(self, timeout_s: float, accepts: Callable[[Params], str]) -> Params:
        """The query of the request that `accepts` says words for, shown in the browser ("" turns it away).

        Closes in any case. Raises TimeoutError and Cancelled.
        """
        with self._lock:
            if self._is_closed:
                raise Cancelled
            self._is_waiting = True
        knocks: dict[socket.socket, bytes] = {}
        with selectors.DefaultSelector() as selector:
            try:
                selector.register(self._server, selectors.EVENT_READ)
                selector.register(self._wake_up, selectors.EVENT_READ)
                return self._listen(selector, knocks, time.monotonic() + timeout_s, accepts)
            finally:
                for knock in knocks:
                    knock.close()
                self.close()

    def cancel(self) -> None:
        """Ends the waiting; closes the listener when nobody waits."""
        with self._lock:
            if self._is_waiting and not self._is_closed:
                self._bell.send(b"!")
                return
        self.close()

    def close(self) -> None:
        with self._lock:
            self._is_closed = True
        for each in (self._server, self._wake_up, self._bell):
            each.close()

    def _listen(
        self,
        selector: selectors.BaseSelector,
        knocks: dict[socket.socket, bytes],
        until: float,
        accepts: Callable[[Params], str],
    ) -> Params:
        while True:
            ready = selector.select(max(0.0, until - time.monotonic()))
            if not ready and time.monotonic() >= until:
                raise TimeoutError
            for key, _ in ready:
                if key.fileobj is self._wake_up:
                    raise Cancelled
                if key.fileobj is self._server:
                    self._let_in(selector, knocks)
                elif isinstance(key.fileobj, socket.socket):
                    params = self._hear(selector, knocks, key.fileobj, accepts)
                    if params is not None:
                        return params

    def _let_in(self, selector: selectors.BaseSelector, knocks: dict[socket.socket, bytes]) -> None:
        try:
            knock, _ = self._server.accept()
        except OSError:
            return
        if len(knocks) >= _MOST_KNOCKS:  # the oldest has had its time
            oldest = next(iter(knocks))
            self._see_off(selector, knocks, oldest)
        knock.settimeout(2)
        knocks[knock] = b""
        selector.register(knock, selectors.EVENT_READ)

    def _hear(
        self,
        selector: selectors.BaseSelector,
        knocks: dict[socket.socket, bytes],
        knock: socket.socket,
        accepts: Callable[[Params], str],
    ) -> Params | None:
        """Reads on; when the request is complete, answers it. The query, if it is the one we wait for."""
        if knock not in knocks:  # seen off a moment ago, for a newer one
            return None
        try:
            part = knock.recv(4096)
        except OSError:
            part = b""
        knocks[knock] += part
        request = knocks[knock]
        if part and b"\r\n\r\n" not in request and len(request) < _MOST_BYTES:
            return None
        params = self._query(request)
        words = accepts(params) if params is not None else ""
        _answer(knock, words)
        self._see_off(selector, knocks, knock)
        return params if words else None

    def _see_off(
        self, selector: selectors.BaseSelector, knocks: dict[socket.socket, bytes], knock: socket.socket
    ) -> None:
        selector.unregister(knock)
        del knocks[knock]
        knock.close()

    def _query(self, request: bytes) -> Params | None:
        """The query of a GET for our path; None for anything else."""
        words = request.split(b"\r\n", 1)[0].decode("ascii", "replace").split(" ")
        if len(words) != 3 or words[0] != "GET":
            return None
        try:
            parts = urlsplit(words[1])
            return dict(parse_qsl(parts.query, max_num_fields=50)) if parts.path == self._path else None
        except ValueError:
            return None


def _answer(knock: socket.socket, words: str) -> None:
    page = _PAGE.format(words=escape(words or "There is nothing here.")).encode()
    status = "200 OK" if words else "404 Not Found"
    head = (
        f"HTTP/1.1 {status}\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: {len(page)}\r\n"
        "Cache-Control: no-store\r\nReferrer-Policy: no-referrer\r\nConnection: close\r\n\r\n"
    )
    try:
        knock.sendall(head.encode() + page)
        knock.shutdown(socket.SHUT_WR)
    except OSError:
        pass  # the browser has gone; what it brought counts all the same
