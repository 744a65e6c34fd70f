"""Nothing leaves this machine: connections to anywhere but 127.0.0.1 (or ::1) are refused and remembered."""

from __future__ import annotations

import ipaddress
import socket
from typing import Any


class LeavesThisMachine(Exception):
    """A test tried to reach another machine. Tests talk to 127.0.0.1 and to nothing else."""


attempts: list[str] = []  # of the running test; conftest.py fails it where there are any


def stays_here(host: object) -> bool:
    """Is this host name or address the machine itself? (None and "" mean: any address of this machine.)"""
    if isinstance(host, bytes | bytearray):
        host = bytes(host).decode("ascii", "replace")
    if not isinstance(host, str) or host in {"", "localhost"}:
        return not host or host == "localhost"
    try:
        address = ipaddress.ip_address(host.partition("%")[0])
    except ValueError:
        return False
    return address.is_loopback or address.is_unspecified


def _refuse_elsewhere(call: str, host: object) -> None:
    if not stays_here(host):
        attempts.append(f"{call} {host!r}")
        raise LeavesThisMachine(f"a test tried to leave this machine: {call} {host!r}; use 127.0.0.1")


def close_the_doors() -> None:
    """Wraps the calls of `socket` that can reach another machine. Unix sockets stay as they are."""
    plain = {name: getattr(socket.socket, name) for name in ("connect", "connect_ex", "sendto")}
    look_up = socket.getaddrinfo

    def guard(name: str) -> Any:
        def guarded(self: socket.socket, *args: Any) -> Any:
            if self.family in {socket.AF_INET, socket.AF_INET6}:
                _refuse_elsewhere(name, args[-1][0])
            return plain[name](self, *args)

        return guarded

    def getaddrinfo(host: Any, *args: Any, **kwargs: Any) -> Any:
        if str(host).endswith(".invalid"):  # a name that no resolver knows (RFC 6761): answered as one would
            raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")
        _refuse_elsewhere("getaddrinfo", host)
        return look_up(host, *args, **kwargs)

    for name in plain:
        setattr(socket.socket, name, guard(name))
    socket.getaddrinfo = getaddrinfo
