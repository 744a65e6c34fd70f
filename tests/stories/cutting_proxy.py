"""A loopback proxy in front of a server that can lose or keep answers: the request arrives, nothing comes back."""

from __future__ import annotations

import http.client
import threading
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from typing import Self
from urllib.parse import SplitResult, urlsplit


class CuttingProxy:
    """`url` stands for the server behind it. `lose(n)`: the answers to the next n POSTs are lost.
    `keep()`: the answer to the next POST is kept until `let_go()`, while the other side waits for it.

    `strangers_wait`: who asks without a key is told to come back later (503).

    `arrived` is set when such a POST has been handed on and carried out.
    """

    def __init__(self, upstream: str) -> None:
        self._to = urlsplit(upstream)
        self._lose, self.arrived = 0, threading.Event()
        self.strangers_wait = False
        self._free = threading.Event()
        self._free.set()
        proxy = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def _pass_on(self) -> None:
                proxy._handle(self)

            do_GET = do_POST = do_PUT = do_DELETE = _pass_on  # noqa: N815

            def log_message(self, *_: object) -> None:
                """Quiet."""

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._server.daemon_threads = True
        self._thread = threading.Thread(target=self._server.serve_forever, daemon=True)
        self.url = f"http://127.0.0.1:{self._server.server_port}"

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, tb: TracebackType | None
    ) -> None:
        self._free.set()
        self._server.shutdown()
        self._server.server_close()
        self._thread.join(5)

    def lose(self, count: int = 1) -> None:
        self._lose = count
        self.arrived.clear()

    def keep(self) -> None:
        self._free.clear()
        self.arrived.clear()

    def let_go(self) -> None:
        self._free.set()

    def _upstream(self, asked: BaseHTTPRequestHandler) -> SplitResult:  # noqa: ARG002
        """Where a request goes on to."""
        return self._to

    def _handle(self, asked: BaseHTTPRequestHandler) -> None:
        body = asked.rfile.read(int(asked.headers.get("Content-Length") or 0))
        if self.strangers_wait and asked.command == "GET" and not asked.headers.get("Authorization"):
            asked.send_response(503)
            asked.send_header("Content-Length", "0")
            asked.end_headers()
            return
        to = self._upstream(asked)
        behind = http.client.HTTPConnection(to.hostname or "", to.port, timeout=20)
        try:
            headers = {
                key: value
                for key, value in asked.headers.items()
                if key.lower() not in ("host", "connection")
            }
            behind.request(asked.command, asked.path, body or None, {**headers, "Host": to.netloc})
            answer = behind.getresponse()
            content = answer.read()
        finally:
            behind.close()
        if asked.command == "POST" and self._lose:
            self._lose -= 1
            self.arrived.set()
            asked.close_connection = True
            asked.connection.close()
            return
        if asked.command == "POST" and not self._free.is_set():
            self.arrived.set()
            self._free.wait(30)
        with suppress(ConnectionError):  # who asked may be gone by now
            self._answer(asked, answer, content)

    @staticmethod
    def _answer(asked: BaseHTTPRequestHandler, answer: http.client.HTTPResponse, content: bytes) -> None:
        asked.send_response(answer.status)
        for key, value in answer.getheaders():
            if key.lower() not in ("content-length", "transfer-encoding", "connection", "server", "date"):
                asked.send_header(key, value)
        asked.send_header("Content-Length", str(len(content)))
        asked.end_headers()
        asked.wfile.write(content)
