"""What a server can't do to us: fill the memory, keep us waiting, or send us round in our own network."""

from __future__ import annotations

import gzip
import socket
import threading
import time
import tracemalloc
import zlib
from collections.abc import Callable, Iterator
from contextlib import suppress
from typing import Any, Self

import pytest

from desktop import mailbox, wires
from desktop.connectors.answers import web_address
from desktop.connectors.bluesky import Bluesky
from desktop.connectors.bluesky_session import Directory, find
from desktop.connectors.mastodon import Mastodon
from desktop.connectors.mastodon_sign_in import find as find_server
from desktop.errors import Garbled, Misuse, Offline, Refused, ShopError, TooMuch, Unanswered
from desktop.exchange import Raw, Request
from desktop.mailbox import Login, Mailbox
from desktop.pace import Pace
from desktop.records import Account
from desktop.web import Web
from tests.desktop.little_server import LittleServer, Says

OUT_THERE = "93.184.215.14"
NAMES = {"feeds.example": OUT_THERE, "other.example": "93.184.215.15", "router.example": "192.168.1.1"}


@pytest.fixture
def names(monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    """A name server of our own: name -> address."""
    known = dict(NAMES)

    def found(host: str, port: int, *_: object, **__: object) -> list[tuple[Any, ...]]:
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (known.get(host, host), port))]

    monkeypatch.setattr(socket, "getaddrinfo", found)
    return known


class Listening:
    """A port of this computer that counts who comes."""

    def __init__(self) -> None:
        self._server = socket.create_server(("127.0.0.1", 0))
        self._server.setblocking(False)
        self.port = int(self._server.getsockname()[1])

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._server.close()

    @property
    def met(self) -> int:
        """How many have come since it was asked last."""
        found = 0
        with suppress(BlockingIOError):
            while True:
                self._server.accept()[0].close()
                found += 1
        return found


class Told(Web):
    """Gets each answer from a table by address, in place of the wire."""

    def __init__(self, answers: dict[str, Raw]) -> None:
        super().__init__(pace=Pace())
        self.answers, self.asked = answers, list[str]()

    def _exchange(self, request: Request) -> Raw | ShopError:
        self.asked.append(request.url)
        return self.answers.get(request.url, Raw(404, {}, {}, b""))


def sends_to(address: str) -> Raw:
    return Raw(302, {"location": address}, {}, b"")


def says(body: bytes) -> Raw:
    return Raw(200, {"content-type": "application/json"}, {}, body)


# ---- sent elsewhere ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "address",
    [
        "https://router.example/", "https://192.168.1.1/", "https://127.0.0.1:8443/", "https://[::1]/", "https://10.1.2.3/",
        "https://169.254.169.254/latest/meta-data/", "https://localhost/", "https://[64:ff9b::a00:1]/",
        "https://[2002:a00:1::]/", "https://0.0.0.0/", "http://other.example/", "file:///etc/passwd", "ftp://other.example/",
    ],
)  # fmt: skip
def test_a_feed_out_there_sends_nobody_into_this_network(names: dict[str, str], address: str) -> None:
    web = Told({"https://feeds.example/": sends_to(address)})
    with pytest.raises((Garbled, Misuse)):
        web.get_bytes("https://feeds.example/", follow_elsewhere=True)
    assert web.asked == ["https://feeds.example/"]


def test_a_feed_out_there_may_move_to_another_place_out_there(names: dict[str, str]) -> None:
    web = Told({"https://feeds.example/": sends_to("https://other.example/x"), "https://other.example/x": says(b"{}")})
    assert web.get_bytes("https://feeds.example/", follow_elsewhere=True).data == b"{}"


def test_a_place_at_home_may_send_to_a_place_at_home(names: dict[str, str]) -> None:
    with Web(pace=Pace()) as web:
        assert web.may_lead("127.0.0.1", "https://192.168.1.1/")
        assert web.may_lead("router.example", "https://127.0.0.1/")
        assert not web.may_lead("feeds.example", "https://127.0.0.1/")


def test_a_name_that_means_something_else_a_moment_later_is_not_connected_to(
    names: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The name is out there when it is checked, and this computer when it is connected to."""
    turns = iter([OUT_THERE])
    plain = socket.getaddrinfo
    monkeypatch.setattr(
        socket, "getaddrinfo", lambda host, port, *a, **k: plain(next(turns, "127.0.0.1"), port, *a, **k)
    )
    with LittleServer(Says(b"<p>secret page of the router")) as server, Web(pace=Pace()) as web:
        port = server.host.rpartition(":")[2]
        with pytest.raises(Refused, match="no place on the web"):
            web.get_page(f"https://turning.example:{port}/")
        assert server.asked == []


def test_a_name_that_was_not_known_for_a_moment_is_not_looked_up_unseen(monkeypatch: pytest.MonkeyPatch) -> None:
    """Out there when it is checked, unknown when it is connected to, and this computer when it is asked once more."""
    turns = iter([OUT_THERE, ""])

    def found(host: str, port: int, *_: object, **__: object) -> list[tuple[Any, ...]]:
        address = next(turns, "127.0.0.1")
        if not address:
            raise socket.gaierror(socket.EAI_AGAIN, "try again")
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, port))]

    monkeypatch.setattr(socket, "getaddrinfo", found)
    with Listening() as server, Web(pace=Pace()) as web:
        with pytest.raises(Offline):
            web.get_page(f"https://turning.example:{server.port}/")
        assert server.met == 0


@pytest.mark.parametrize("first", [OUT_THERE, ""])
def test_a_host_that_another_one_named_is_not_looked_for_at_home(monkeypatch: pytest.MonkeyPatch, first: str) -> None:
    """Out there, or unknown, while it is asked whether it may be; this computer once a password would go there."""
    turned = False

    def found(host: str, port: int, *_: object, **__: object) -> list[tuple[Any, ...]]:
        nonlocal turned
        address = OUT_THERE if host != "turning.example" else "127.0.0.1" if turned else first
        turned = turned or host == "turning.example"
        if not address:
            raise socket.gaierror(socket.EAI_AGAIN, "try again")
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, port))]

    monkeypatch.setattr(socket, "getaddrinfo", found)
    with Listening() as server, Web(pace=Pace()) as web:
        url = f"https://turning.example:{server.port}"
        assert web.may_lead("plc.directory", url) and web.stays_out_there(url)
        with pytest.raises(Refused, match="no place on the web"):
            web.post_json(f"{url}/xrpc/com.atproto.server.createSession", json={"password": "secret"})
        later = web.waiting(read_s=2, whole_s=2, most_bytes=1000)
        with later, pytest.raises(Refused, match="no place on the web"):
            later.get_json(f"{url}/x")
        assert server.met == 0


@pytest.mark.parametrize(
    ("kind", "facts"),
    [
        ("bluesky", {}), ("bluesky", {"pds": "typed.example", "told": "yes"}), ("mastodon", {"told": "yes"}),
    ],
)  # fmt: skip
def test_an_account_at_such_a_host_is_asked_out_there_only_ever_after(kind: str, facts: dict[str, str]) -> None:
    made = {"bluesky": Bluesky, "mastodon": Mastodon}[kind]
    base = "https://named.example"
    known = {"base": base, **facts}
    account = Account("a1", kind, "@us@named.example", "Us", "named.example", "did:plc:us", facts=known)
    with Web(pace=Pace()) as web:
        made(account, {}, web)
        assert web.stays_out_there(f"{base}/xrpc/x") and not web.stays_out_there("https://typed.example")


def test_a_name_of_a_thousand_dead_addresses_is_not_tried_for_hours(monkeypatch: pytest.MonkeyPatch) -> None:
    dead = [f"127.0.{at // 250}.{at % 250 + 1}" for at in range(1000)]

    def found(host: str, port: int, *_: object, **__: object) -> list[tuple[Any, ...]]:
        known = dead if host == "many.example" else [host]
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (one, 1)) for one in known]

    tried = []
    connect = socket.socket.connect
    monkeypatch.setattr(socket, "getaddrinfo", found)
    monkeypatch.setattr(socket.socket, "connect", lambda self, to: (tried.append(to[0]), connect(self, to))[1])
    with Web(pace=Pace()) as web, pytest.raises(Offline):
        web.get_json("https://many.example/")
    assert tried == dead[:4]


def test_a_mastodon_server_names_no_other_server_in_this_network(names: dict[str, str]) -> None:
    links = b'{"links": [{"rel": "x", "href": "https://router.example/nodeinfo/2.0"}]}'
    web = Told({"https://feeds.example/.well-known/nodeinfo": says(links)})
    with pytest.raises(Misuse, match="no Mastodon server"):
        find_server("feeds.example", web)
    assert not any("router.example" in asked for asked in web.asked)


@pytest.mark.parametrize("server", ["https://router.example", "https://10.0.0.7"])
def test_a_bluesky_account_names_no_server_in_this_network(names: dict[str, str], server: str) -> None:
    names["plc.directory"] = OUT_THERE
    service = f'{{"service": [{{"id": "#atproto_pds", "serviceEndpoint": "{server}"}}]}}'
    web = Told({"https://plc.directory/did:plc:abcdefghijklmnopqrstuvwx": says(service.encode())})
    with pytest.raises(Misuse):
        find("did:plc:abcdefghijklmnopqrstuvwx", Directory(), web)
    web = Told({})
    names["inside.example"] = "10.0.0.7"
    with pytest.raises(Misuse):
        find("did:web:inside.example", Directory(), web)
    assert web.asked == []


# ---- endless, slow and swollen -------------------------------------------------------------------------------


class Dripping:
    """A server that sends these pieces, one every `every_s`, and the last one for ever."""

    def __init__(self, *pieces: bytes, every_s: float = 0.05) -> None:
        self._pieces, self._every_s = pieces, every_s
        self._over = threading.Event()
        self._socket = socket.create_server(("127.0.0.1", 0))
        self.url = f"http://127.0.0.1:{self._socket.getsockname()[1]}/"
        self._thread = threading.Thread(target=self._serve, daemon=True)

    def __enter__(self) -> Dripping:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._over.set()
        self._socket.close()
        self._thread.join()

    def _serve(self) -> None:
        try:
            knock, _ = self._socket.accept()
        except OSError:
            return
        with knock:
            knock.recv(65_536)
            at = 0
            while not self._over.wait(self._every_s):
                try:
                    knock.sendall(self._pieces[min(at, len(self._pieces) - 1)])
                except OSError:
                    return
                at += 1


HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"
DRIPS: list[tuple[bytes, ...]] = [
    (b"HTTP/1.1 200 OK\r\n", b"X"),
    (HEAD, b"X-A: b\r\n"),
    (b"HTTP/1.1 100 Continue\r\n\r\n",),
    (HEAD + b"Content-Length: 900000\r\n\r\n[", b" "),
    (HEAD + b"Transfer-Encoding: chunked\r\n\r\n", b"1\r\n \r\n"),
    (HEAD + b"Transfer-Encoding: chunked\r\n\r\n", b"0"),
    (HEAD + b"Transfer-Encoding: chunked\r\n\r\n0\r\n", b"X-A: b\r\n"),
]


@pytest.mark.parametrize("drip", DRIPS)
def test_an_answer_that_drips_is_left_after_a_while_wherever_it_drips(drip: tuple[bytes, ...]) -> None:
    """A read time-out alone never ends it: something comes all the time."""
    with Dripping(*drip) as server, Web(read_s=5, whole_s=0.6, pace=Pace()) as web:
        began = time.monotonic()
        with pytest.raises((Offline, Garbled)):
            web.get_json(server.url)
        assert time.monotonic() - began < 4


def test_a_reply_whose_answer_drips_may_have_gone() -> None:
    drip = Dripping(HEAD, b"X-A: b\r\n")
    with drip as server, Web(read_s=5, whole_s=0.4, pace=Pace()) as web, pytest.raises(Unanswered):
        web.post_json(server.url, json={"a": 1})


@pytest.fixture
def measured() -> Iterator[Callable[[], float]]:
    """Megabytes at most since the test began."""
    tracemalloc.start()
    yield lambda: tracemalloc.get_traced_memory()[1] / 2**20
    tracemalloc.stop()


def zeros(megabytes: int, packer: Any) -> bytes:
    block = bytes(2**20)
    return b"".join([*(packer.compress(block) for _ in range(megabytes)), packer.flush()])


ONCE = zeros(400, zlib.compressobj(9, wbits=31))
BOMBS = [
    ("gzip", ONCE),
    ("deflate", zeros(400, zlib.compressobj(9))),
    ("gzip, gzip", gzip.compress(ONCE)),
    ("gzip, gzip, gzip", gzip.compress(gzip.compress(ONCE))),
    ("gzip, deflate, gzip, deflate, gzip, gzip, gzip, gzip, gzip", ONCE),
]


@pytest.mark.parametrize(("coding", "body"), BOMBS)
def test_what_swells_when_it_is_unpacked_is_not_taken(
    coding: str, body: bytes, measured: Callable[[], float]
) -> None:
    says = Says(body, headers={"Content-Encoding": coding})
    with LittleServer(says) as server, Web(pace=Pace()) as web, pytest.raises((TooMuch, Garbled)):
        web.get_bytes(server.url)
    assert measured() < 40


@pytest.mark.parametrize("body", [b"[" * 5_000_000, b'{"a":' * 1_000_000, b"[" * 2_000 + b"]" * 2_000])
def test_json_of_absurd_depth_is_a_plain_sentence(body: bytes) -> None:
    with LittleServer(Says(body)) as server, Web(pace=Pace()) as web, pytest.raises(Garbled, match="an answer"):
        web.get_json(server.url)


def test_one_header_after_the_other_ends() -> None:
    head = {f"X-{at}": "x" * 2_000 for at in range(500)}
    with LittleServer(Says({}, headers=head)) as server, Web(pace=Pace()) as web, pytest.raises(ShopError):
        web.get_json(server.url)


# ---- addresses that are shown and opened ----------------------------------------------------------------------


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)", "file:///etc/passwd", "https://", "https://quay.example/a b", "",
        "https://quay.example/\u202egnp", "https://[::1", "https://quay.example:0/", "//quay.example",
        "https://bank.example@evil.example/", "https://bank.example:pass@evil.example/", "https://quay.exa\u200bmple/",
        "https://quay.example/<script>", 'https://quay.example/"', "https:\\\\quay.example\\", "https://quay.example/\n",
        "\x00https://quay.example/", "data:text/html,x", "https://" + "x" * 2_000,
    ],
)  # fmt: skip
def test_an_address_that_plays_tricks_is_none(address: str) -> None:
    assert web_address(address) == ""


@pytest.mark.parametrize(
    "address",
    ["https://quay.example/@shop/1?a=b&c=d#e", "http://bücher.example/größe", "HTTPS://Quay.Example:8443/x(y)~z%20"],
)
def test_an_honest_address_stays_as_it_is(address: str) -> None:
    assert web_address(address) == address


def test_what_is_no_address_of_the_web_is_known() -> None:
    assert wires.is_out_there("93.184.215.14") and wires.is_out_there("2606:4700::1111")
    assert wires.is_out_there("64:ff9b::5db8:d70e"), "the first of them, through a gateway"
    here = ("10.0.0.1", "fd00::1", "127.0.0.1", "::", "255.255.255.255", "198.18.0.1", "64:ff9b::1", "2002:1::")
    inside = ("64:ff9b::a00:1", "64:ff9b:1::5db8:d70e", "fec0::1", "::127.0.0.1", "::ffff:10.0.0.1")
    for address in here + inside:
        assert not wires.is_out_there(address)


# ---- mail servers ----------------------------------------------------------------------------------------------


class MailServer(Dripping):
    """Lets anybody in, and answers a FETCH with what it is told to."""

    def __init__(self, fetched: bytes, *, drips: bool = False) -> None:
        super().__init__()
        self._fetched, self._drips = fetched, drips
        self.port = int(self.url.rpartition(":")[2].strip("/"))

    def _serve(self) -> None:
        try:
            knock, _ = self._socket.accept()
        except OSError:
            return
        with knock, knock.makefile("rb") as lines:
            try:
                knock.sendall(b"* OK [CAPABILITY IMAP4rev1] hello\r\n")
                for line in lines:
                    tag, what = line.split()[:2]
                    knock.sendall(self._answer(what.upper(), line))
                    while self._drips and b"FETCH" in line and not self._over.wait(0.05):
                        knock.sendall(b"x")
                    knock.sendall(tag + b" OK done\r\n")
            except OSError:
                return

    def _answer(self, what: bytes, line: bytes) -> bytes:
        if what == b"EXAMINE":
            return b"* 1 EXISTS\r\n* OK [UIDVALIDITY 1] x\r\n"
        return self._fetched if b"FETCH" in line else b""


def read_mail(server: MailServer) -> object:
    with Mailbox(Login("127.0.0.1", "shop", "app-password", server.port)) as box:
        return box.mails([1])


@pytest.mark.parametrize(
    "fetched",
    [
        b"* 1 FETCH (UID 1 BODY[] {900000000000}\r\n",
        b"* 1 FETCH (UID 1 BODY[] {24000000}\r\n" + b"x" * 26_000_000 + b")\r\n",
        b"* 1 FETCH (UID 1 BODY[] {3}\r\nabc)\r\n" * 70_000,
        b"* 1 FETCH (UID 1 BODY[] " + b"(" * 50_000 + b"\r\n",
        b"* 1 FETCH " + b"(" * 900 + b")" * 900 + b"\r\n",
        b"* 1 FETCH (UID 99999999999999999999999999 BODY[] {1}\r\nx)\r\n",
        b"* 1 FETCH (UID 1 INTERNALDATE \"99-Xxx-0000 99:99:99 +9999\" BODY[] {1}\r\nx)\r\n",
        b"\xff\xfe\x00\r\n* \r\n",
    ],
    ids=range(8),
)  # fmt: skip
def test_a_mail_server_that_says_too_much_or_nonsense_ends_in_a_sentence(
    fetched: bytes, measured: Callable[[], float], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(mailbox, "_WHOLE_S", 5)
    with MailServer(fetched) as server, suppress(ShopError):
        assert isinstance(read_mail(server), list)
    assert measured() < 160


def test_a_mail_that_drips_is_left_after_a_while(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(mailbox, "_WHOLE_S", 0.6)
    began = time.monotonic()
    with MailServer(b"* 1 FETCH (UID 1 BODY[] {9000}\r\n", drips=True) as server, pytest.raises(Offline):
        read_mail(server)
    assert time.monotonic() - began < 6
