"""The real servers that lie beside the project, started on ports that nobody else has."""

from __future__ import annotations

import json
import os
import random
import socket
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

# What a start.sh may be told. Their own choice includes ports that the system gives away to anybody who asks.
PORTS = {
    "mastodon": ("MASTODON_PORT",),
    "bluesky": ("PLC_PORT", "PDS_PORT", "BSKY_PORT", "OZONE_PORT", "PG_PORT", "REDIS_PORT"),
    "contracts": ("CONTRACT_PORT",),
}
NOT_INSTALLED = 3
TRIES = 4  # a port can be taken between our look and their start


def absent(reason: str) -> None:
    """Skips with the reason; in CI, where everything is to be there, fails with it."""
    if os.environ.get("SAID_SERVERS_REQUIRED"):
        pytest.fail(reason)
    pytest.skip(reason)


def free_ports(count: int) -> list[int]:
    """That many ports of 127.0.0.1 on which nobody listens, below those that systems give to callers."""
    free: list[int] = []
    for port in random.sample(range(15000, 32000), 500):
        if len(free) == count:
            break
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) != 0:
                free.append(port)
    return free


@contextmanager
def running(kit: Path, *what: str) -> Iterator[dict[str, Any]]:
    """What the kit's start.sh says of a fresh server; it is stopped afterwards, unless somebody else had started it."""
    quiet: dict[str, Any] = {"capture_output": True, "text": True, "stdin": subprocess.DEVNULL}
    names = PORTS[kit.name]
    for _ in range(TRIES):
        ports = dict(zip(names, map(str, free_ports(len(names))), strict=True))
        run = subprocess.run([kit / "start.sh", *what], check=False, env={**os.environ, **ports}, **quiet)
        if run.returncode == 0 or "is taken" not in run.stderr:
            break
    if run.returncode == NOT_INSTALLED:
        absent(run.stderr.strip())
    assert run.returncode == 0, run.stderr
    started_by_us = "running already" not in run.stderr
    yield {**json.loads(run.stdout), "ours": started_by_us}
    if started_by_us:
        subprocess.run([kit / "stop.sh", *what[:1]], check=True, **quiet)
