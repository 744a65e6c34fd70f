"""A Mastodon stand-in of one's own, beside the one the tests share: for what takes long or breaks things."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

KIT = Path(__file__).resolve().parents[2] / "shared" / "servers" / "mastodon"


class NotInstalled(Exception):
    """There is no stand-in on this computer; the message says how to get one."""


@contextmanager
def own_mastodon() -> Iterator[dict[str, Any]]:
    """Its address and accounts, as `mastodon_server` has them. Raises NotInstalled."""
    home = Path(os.environ.get("SAID_SERVERS_HOME") or Path.home() / ".cache" / "said-and-done-servers")
    installed = home / "mastodon"
    if not (KIT / "start.sh").exists() or not (installed / "installed").exists():
        raise NotInstalled(f"The Mastodon stand-in isn't installed; {KIT / 'install.sh'} does that.")
    with tempfile.TemporaryDirectory(prefix="stand-in-") as own:
        (Path(own) / "mastodon").mkdir()
        for name in ("venv", "installed"):
            (Path(own) / "mastodon" / name).symlink_to(installed / name)
        about = {**os.environ, "SAID_SERVERS_HOME": own, "MASTODON_PORT": str(_free_port())}
        quiet: dict[str, Any] = {"capture_output": True, "text": True, "stdin": subprocess.DEVNULL, "env": about}
        run = subprocess.run([KIT / "start.sh"], check=True, **quiet)
        try:
            yield json.loads(run.stdout)
        finally:
            subprocess.run([KIT / "stop.sh"], check=True, **quiet)


def _free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])
