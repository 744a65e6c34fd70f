"""What holds for every test: nothing leaves this machine, nobody's home is touched, no thread stays behind.

Fixtures of single rooms live beside this file in `fixtures_*.py` and are found by their name.
"""

from __future__ import annotations

import os
import re
import shutil
import sys
import tempfile
import threading
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from xdist.scheduler import LoadScopeScheduling  # type: ignore[import-untyped]

from tests import loopback
from tests.servers import absent, running

ROOT = Path(__file__).resolve().parents[1]
SHARED = ROOT.parent / "shared"

pytest_plugins = [f"tests.{path.stem}" for path in sorted(Path(__file__).parent.glob("fixtures_*.py"))]


# ---- nobody's real home --------------------------------------------------------------------------

SERVERS = os.environ.setdefault(
    "SAID_SERVERS_HOME", str(Path.home() / ".cache" / "said-and-done-servers")
)  # worked out from the real home, before the tests get theirs
_TEST_KEYRING = os.environ.get("XDG_RUNTIME_DIR", "").startswith((SERVERS, "/tmp/keyring."))
_HOME = Path(tempfile.mkdtemp(prefix="said-and-done-tests-"))


def _move_in() -> None:
    """Gives this run a home of its own, and no screen and no keyring but those a test brings."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ["LC_ALL"] = "C.UTF-8"  # or the window would speak the language of whose computer it is
    os.environ.update(HOME=str(_HOME), USERPROFILE=str(_HOME))
    os.environ.update(APPDATA=str(_HOME / "roaming"), LOCALAPPDATA=str(_HOME / "local"))
    if _TEST_KEYRING:  # inside shared/servers/keyring/with-keyring.sh: that keyring was made for tests
        return
    for name in ("CONFIG", "DATA", "CACHE", "STATE"):
        os.environ[f"XDG_{name}_HOME"] = str(_HOME / name.lower())
    runtime = _HOME / "run"
    runtime.mkdir(mode=0o700)
    os.environ["XDG_RUNTIME_DIR"] = str(runtime)
    os.environ.pop("DBUS_SESSION_BUS_ADDRESS", None)
    if not sys.platform.startswith("linux"):
        os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.fail.Keyring"


_move_in()


_exit_status = 0


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(exitstatus: int) -> None:
    global _exit_status
    _exit_status = int(exitstatus)


@pytest.hookimpl(trylast=True)
def pytest_unconfigure() -> None:
    """Ends at once after the last word: when Python takes apart what thousands of tests left of Qt, the order is
    anybody's guess, and a crash there would hide how the tests ended."""
    shutil.rmtree(_HOME, ignore_errors=True)
    if "PySide6.QtWidgets" in sys.modules:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(_exit_status)


# ---- nothing leaves this machine -----------------------------------------------------------------

loopback.close_the_doors()


@pytest.fixture(autouse=True)
def nothing_leaves_this_machine() -> Iterator[None]:
    """Fails a test that tried to leave, also where our own code turned the refusal into a plain error."""
    loopback.attempts.clear()
    yield
    tried = list(loopback.attempts)
    loopback.attempts.clear()
    assert not tried, f"this test tried to leave this machine: {', '.join(tried)}"


# ---- no thread stays behind ----------------------------------------------------------------------


@pytest.fixture(autouse=True)
def no_thread_stays_behind() -> Iterator[None]:
    """Fails a test that ends with a thread of its own still at work (daemons end with the program)."""
    before = set(threading.enumerate())
    yield
    left = [thread for thread in threading.enumerate() if thread not in before and not thread.daemon]
    for thread in left:
        thread.join(timeout=5)  # one that is on its way out may finish
    assert not [t.name for t in left if t.is_alive()], "this test left a thread running"


# ---- in two processes ----------------------------------------------------------------------------


_SERVER = re.compile(r"\b(?!little_)(\w+_server): dict")


class ByFileAndServer(LoadScopeScheduling):  # type: ignore[misc]  # it has no types
    """A file's tests stay in one process, and so do all files that ask for a server: a machine has one of each."""

    def _split_scope(self, nodeid: str) -> str:
        path = nodeid.partition("::")[0]
        found = _SERVER.search(_source(path))
        return found[1] if found else path


@cache
def _source(path: str) -> str:
    return (ROOT / path).read_text("utf-8")


def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> ByFileAndServer:
    return ByFileAndServer(config, log)


# ---- what lies beside the project ----------------------------------------------------------------


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of specifications and test servers beside the project."""
    if not SHARED.is_dir():
        absent(f"no shared folder beside the project ({SHARED})")
    return SHARED


@pytest.fixture(scope="session")
def mastodon_server(shared: Path) -> Iterator[dict[str, Any]]:
    """A running Mastodon stand-in: {"url": …, "accounts": {"shop": {"token": …}, …}}."""
    with running(shared / "servers" / "mastodon") as server:
        yield server


@pytest.fixture(scope="session")
def bluesky_server(shared: Path) -> Iterator[dict[str, Any]]:
    """Bluesky's own servers: {"pds": …, "appview": …, "accounts": {"carla": {"handle": …, "password": …}, …}}."""
    with running(shared / "servers" / "bluesky") as server:
        yield server


@pytest.fixture(autouse=True)
def no_closed_window_stays_behind() -> Iterator[None]:
    """A closed window goes with its models: its shop is closed too, and another test may look round all windows."""
    yield
    main = sys.modules.get("ui.main_window")
    if main is None:
        return
    from PySide6.QtCore import QCoreApplication, QEvent
    from PySide6.QtWidgets import QApplication

    from ui.theme import every

    if QApplication.instance() is None:
        return
    for widget in every(QApplication.topLevelWidgets):
        if isinstance(widget, main.MainWindow) and not widget.isVisible():
            widget.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
