"""The guard rails of conftest.py do hold."""

from __future__ import annotations

import os
import socket
from pathlib import Path

import pytest

from tests import loopback
from tests.loopback import LeavesThisMachine, stays_here
from tests.servers import free_ports


@pytest.mark.parametrize("host", ["example.org", "10.0.0.1", "8.8.8.8", "2001:db8::1", b"example.org"])
def test_a_connection_to_another_machine_is_refused(host: str) -> None:
    with pytest.raises(LeavesThisMachine, match="leave this machine"):
        socket.create_connection((host, 80))
    with pytest.raises(LeavesThisMachine):
        socket.getaddrinfo(host, 443)
    assert len(loopback.attempts) == 2
    loopback.attempts.clear()


@pytest.mark.parametrize("host", ["127.0.0.1", "127.4.5.6", "localhost", "", None, "0.0.0.0", "::1%lo"])
def test_this_machine_may_be_reached(host: str | None) -> None:
    assert stays_here(host)


def test_a_loopback_server_answers() -> None:
    with (
        socket.create_server(("127.0.0.1", 0)) as server,
        socket.create_connection(server.getsockname()) as client,
        server.accept()[0] as caller,
    ):
        caller.sendall(b"hello")
        assert client.recv(5) == b"hello"


def test_a_name_that_nobody_can_know_is_not_found() -> None:
    with pytest.raises(socket.gaierror):
        socket.getaddrinfo("shop.invalid", 443)


def test_the_home_folder_is_a_new_one() -> None:
    assert Path.home().name.startswith("said-and-done-tests-")
    assert os.environ["QT_QPA_PLATFORM"]


def test_the_real_desktop_bus_is_out_of_reach() -> None:
    bus = os.environ.get("DBUS_SESSION_BUS_ADDRESS")
    assert bus is None or os.environ["XDG_RUNTIME_DIR"].startswith((os.environ["SAID_SERVERS_HOME"], "/tmp/"))


def test_ports_for_the_servers_are_free_and_not_those_the_system_gives_away() -> None:
    with socket.create_server(("127.0.0.1", free_ports(1)[0])) as taken:
        ports = free_ports(400)
        assert len(set(ports)) == 400
        assert taken.getsockname()[1] not in ports
        assert max(ports) < 32768
