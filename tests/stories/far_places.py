"""The pretend places at the other end of a wire: a server on this computer, and what the shop asks it through.

While nobody listens there, the wire is as a train's in a tunnel. Every attempt to connect is counted.
"""

from __future__ import annotations

import pickle
import socket
import threading
from collections.abc import Callable
from http.client import HTTPConnection, HTTPException
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from desktop.clock import Clock
from desktop.errors import Offline, ShopError
from desktop.practice.world import World


class Places:
    """Serves a world, once `listen` was called. `port` is its own from the start."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._server: ThreadingHTTPServer | None = None
        self._kept = socket.socket()
        self._kept.bind(("127.0.0.1", 0))  # bound and not listening: whoever connects is refused
        self.port: int = self._kept.getsockname()[1]
        self.asked: list[str] = []  # what was asked of the places, in order

    def listen(self) -> None:
        """There is a signal."""
        self._kept.close()
        self._server = ThreadingHTTPServer(("127.0.0.1", self.port), self._handler())
        threading.Thread(target=self._server.serve_forever, daemon=True).start()

    def close(self) -> None:
        self._kept.close()
        if self._server is not None:
            self._server.shutdown()
            self._server.server_close()
            self._server = None

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        places = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                name, args, more = pickle.loads(self.rfile.read(int(self.headers["Content-Length"])))  # noqa: S301
                places.asked.append(name)
                try:
                    said: Any = getattr(places._world, name)(*args, **more)
                except ShopError as trouble:
                    said = trouble
                body = pickle.dumps(said)
                self.send_response(200)
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, format: str, *args: Any) -> None:  # noqa: A002
                """Quiet."""

        return Handler


class Wire:
    """Stands where the web stands. Whatever is asked of the places goes over a socket, or doesn't."""

    def __init__(self, places: Places, clock: Clock) -> None:
        self._port, self.clock = places.port, clock

    def __enter__(self) -> Wire:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Nothing stays open."""

    def __getattr__(self, name: str) -> Callable[..., Any]:
        if name.startswith("_"):
            raise AttributeError(name)

        def ask(*args: Any, **more: Any) -> Any:
            line = HTTPConnection("127.0.0.1", self._port, timeout=20)
            try:
                line.request("POST", "/", pickle.dumps((name, args, more)))
                said = pickle.loads(line.getresponse().read())  # noqa: S301
            except (OSError, HTTPException) as error:
                raise Offline("There is no connection.") from error
            finally:
                line.close()
            if isinstance(said, ShopError):
                raise said
            return said

        return ask
