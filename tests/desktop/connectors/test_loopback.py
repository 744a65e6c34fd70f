"""The listener that waits for the browser to come back."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor

import pytest

from desktop.connectors.loopback import Cancelled, Loopback, Params


def accepts(params: Params) -> str:
    return "You're in." if params.get("state") == "ours" else ""


def ask(listener: Loopback, target: str) -> str:
    host, port = listener.url.removeprefix("http://").removesuffix("/callback").split(":")
    with socket.create_connection((host, int(port)), timeout=5) as browser:
        browser.sendall(f"{target} HTTP/1.1\r\nHost: x\r\n\r\n".encode())
        parts = []
        while part := browser.recv(4096):
            parts.append(part)
    return b"".join(parts).decode()


@pytest.fixture
def worker() -> Iterator[ThreadPoolExecutor]:
    with ThreadPoolExecutor(1) as worker:
        yield worker


def test_the_browser_comes_back_and_the_listener_closes(worker: ThreadPoolExecutor) -> None:
    listener = Loopback()
    waiting: Future[Params] = worker.submit(listener.wait, 20, accepts)
    page = ask(listener, "GET /callback?code=a%20b&state=ours")
    assert waiting.result(5) == {"code": "a b", "state": "ours"}
    assert page.startswith("HTTP/1.1 200 OK")
    assert "You&#x27;re in." in page
    with pytest.raises(ConnectionRefusedError):
        ask(listener, "GET /callback?state=ours")


def test_it_listens_on_this_computer_only() -> None:
    listener = Loopback()
    assert listener._server.getsockname()[0] == "127.0.0.1"
    listener.cancel()


def test_others_that_knock_are_turned_away_and_harm_nothing(worker: ThreadPoolExecutor) -> None:
    listener = Loopback()
    port = int(listener.url.split(":")[2].removesuffix("/callback"))
    waiting = worker.submit(listener.wait, 20, accepts)
    silent = [socket.create_connection(("127.0.0.1", port)) for _ in range(3)]  # a browser just in case
    silent[0].close()
    for target in (
        "GET /favicon.ico",
        "POST /callback?state=ours",
        "GET /callback?state=guessed&code=evil",
        "GET /callback",
        "nonsense",
        "GET //[::1/callback?state=ours",
        "GET /callback?" + "&".join(f"a{n}=1" for n in range(500)),
        "GET /" + "x" * 40_000,
    ):
        try:
            assert "200 OK" not in ask(listener, target)
        except ConnectionResetError:
            assert len(target) > 16_384  # it didn't read to the end
    assert "200 OK" in ask(listener, "GET /callback?state=ours&code=c")
    assert waiting.result(5)["code"] == "c"
    for one in silent:
        one.close()


def test_waiting_ends_when_the_time_is_over() -> None:
    with pytest.raises(TimeoutError):
        Loopback().wait(0.05, accepts)


def test_waiting_ends_when_somebody_cancels(worker: ThreadPoolExecutor) -> None:
    listener = Loopback()
    waiting = worker.submit(listener.wait, 20, accepts)
    listener.cancel()
    with pytest.raises(Cancelled):
        waiting.result(5)
    listener.cancel()


def test_what_was_cancelled_before_anybody_waited_is_closed() -> None:
    listener = Loopback()
    listener.cancel()
    with pytest.raises(Cancelled):
        listener.wait(20, accepts)
    with pytest.raises(ConnectionRefusedError):
        ask(listener, "GET /callback?state=ours")


def test_one_that_speaks_while_it_is_seen_off_harms_nothing(worker: ThreadPoolExecutor) -> None:
    """Sixty-four wait at most, and the oldest makes room: also one that has said more than was read in one go."""
    listener = Loopback()
    port = int(listener.url.split(":")[2].removesuffix("/callback"))
    knocks: list[socket.socket] = []

    def knock() -> None:
        knocks.append(socket.create_connection(("127.0.0.1", port), timeout=5))

    def with_others(params: Params) -> str:
        if params.get("state") == "first":  # nobody listens while this is asked: all of it is there at once afterwards
            for _ in range(20):
                knock()
            for one in knocks[:20]:
                one.sendall(b"G" * 12_000)
        return accepts(params)

    waiting = worker.submit(listener.wait, 60, with_others)
    for _ in range(63):
        knock()
    assert ask(listener, "GET /callback?state=first").startswith("HTTP/1.1 404")
    ask(listener, "GET /callback?state=ours")
    assert waiting.result(60) == {"state": "ours"}
    for one in knocks:
        one.close()
