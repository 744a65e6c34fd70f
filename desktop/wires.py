"""Where a request may really connect, and by when its whole answer has to be there: underneath `web`, and its alone.

A place that sends us on, or names another host, must not make this computer look round in its own network: for such
a host the address that is connected to is looked at, not only its name, which may mean something else a moment later.
A read time-out alone lets an answer drip for ever, its header lines too: here each answer has a time to be whole by.
"""

from __future__ import annotations

import io
import ipaddress
import math
import socket
import time
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from requests.adapters import HTTPAdapter

_MOST_ADDRESSES = 4  # of one name: each is given the whole time to connect
_GATEWAY = ipaddress.IPv6Network("64:ff9b::/96")  # to IPv4, which stands at its end (RFC 6052)
# Other ways to IPv4, which a network may lead inside, and what once was for one network alone
_NOT_OUT_THERE = tuple(map(ipaddress.ip_network, ("64:ff9b:1::/48", "2002::/16", "::/96", "fec0::/10")))


class Overflow(OSError):
    """More came than anybody asked for."""


class AtHome(Exception):
    """The name of a host out there stands for an address of this computer or its network."""


def is_loopback(host: str) -> bool:
    """Is this host name or address the computer itself?"""
    try:
        return host == "localhost" or ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False


def is_out_there(address: str) -> bool:
    """Is this an address of the web, for everybody the same? Raises ValueError for what is no address."""
    found = ipaddress.ip_address(address)
    if found in _GATEWAY:
        found = ipaddress.IPv4Address(int(found) & 0xFFFF_FFFF)
    return found.is_global and not found.is_multicast and not any(found in net for net in _NOT_OUT_THERE)


def addresses(host: str, port: int) -> Iterator[str]:
    """What the name stands for. Raises OSError and ValueError."""
    for found in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM):
        yield str(found[4][0]).partition("%")[0]


class Until(io.RawIOBase):
    """What comes over a socket, as long as there is time and room: TimeoutError and Overflow after that."""

    def __init__(self, raw: io.RawIOBase, sock: socket.socket, whole_s: float, most: float = math.inf) -> None:
        super().__init__()
        self._raw, self._sock = raw, sock
        self.allow(whole_s, most)

    def allow(self, whole_s: float, most: float = math.inf) -> None:
        """From now on so much time, and so many bytes."""
        self._until, self._left = time.monotonic() + whole_s, most

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int | None:
        left = self._until - time.monotonic()
        if left <= 0:
            raise TimeoutError("the whole answer takes too long")
        self._sock.settimeout(min(self._sock.gettimeout() or left, left))
        size = self._raw.readinto(buffer)
        self._left -= size or 0
        if self._left < 0:
            raise Overflow
        return size

    def close(self) -> None:
        self._raw.close()
        super().close()


@cache
def _connections(whole_s: float, only_out_there: bool) -> tuple[type[Any], type[Any]]:
    """Connections for http and https."""
    import http.client  # with ssl and OpenSSL: a window that hasn't asked anybody has no use for them

    from urllib3.connection import HTTPConnection, HTTPSConnection
    from urllib3.exceptions import ConnectTimeoutError, NameResolutionError, NewConnectionError

    class Answer(http.client.HTTPResponse):
        def __init__(self, sock: socket.socket, *args: Any, **more: Any) -> None:
            super().__init__(sock, *args, **more)
            self.fp = io.BufferedReader(Until(self.fp.detach(), sock, whole_s))

    class Wire(HTTPConnection):
        response_class = Answer

        def _new_conn(self) -> socket.socket:
            """To the first of the name's addresses that answers."""
            name = self._dns_host
            try:
                found = list(dict.fromkeys(addresses(name, self.port or 0)))[:_MOST_ADDRESSES]
            except (OSError, ValueError) as error:
                if not only_out_there:
                    return super()._new_conn()  # which says what is wrong with it
                if isinstance(error, socket.gaierror):
                    raise NameResolutionError(name, self, error) from error
                raise NewConnectionError(self, "no name that can be looked up") from error
            if only_out_there and not all(is_out_there(one) for one in found):
                raise AtHome(name)
            try:
                for address in found[:-1]:
                    self._dns_host = address
                    try:
                        return super()._new_conn()
                    except (NewConnectionError, ConnectTimeoutError):
                        continue
                self._dns_host = found[-1]
                return super()._new_conn()
            finally:
                self._dns_host = name

    class SafeWire(Wire, HTTPSConnection):
        pass

    return Wire, SafeWire


def adapter(whole_s: float, *, only_out_there: bool) -> HTTPAdapter:
    """For a session of requests. `whole_s`: for each answer from its first byte on."""
    from requests.adapters import HTTPAdapter
    from urllib3 import HTTPConnectionPool, HTTPSConnectionPool

    def pools(may_be_at_home: bool) -> dict[str, type[HTTPConnectionPool]]:
        plain, safe = _connections(whole_s, only_out_there and not may_be_at_home)
        return {
            "http": type("Plain", (HTTPConnectionPool,), {"ConnectionCls": plain}),
            "https": type("Safe", (HTTPSConnectionPool,), {"ConnectionCls": safe}),
        }

    class Adapter(HTTPAdapter):
        def init_poolmanager(self, *args: Any, **more: Any) -> None:
            super().init_poolmanager(*args, **more)
            self.poolmanager.pool_classes_by_scheme = pools(False)

        def proxy_manager_for(self, *args: Any, **more: Any) -> Any:
            manager = super().proxy_manager_for(*args, **more)
            manager.pool_classes_by_scheme = pools(True)  # the proxy may well stand in this network
            return manager

    return Adapter()
