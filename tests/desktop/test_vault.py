"""The password store: the real gnome-keyring on a message bus of its own, and each way it can be missing."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
import time
import types
from pathlib import Path
from typing import ClassVar

import pytest

from desktop.errors import Misuse, VaultClosed
from desktop.vault import MOST_CHARACTERS, KeyringVault, SessionVault, VaultLocked, VaultMissing

ROOT = Path(__file__).resolve().parents[2]
LOCKED = "The computer's password store is locked, so we can't use your sign-ins."
MISSING = "This computer has no password store. We can keep the sign-in for this session only."

# What each script does is run in a process of its own, inside the keyring's message bus; it prints JSON.
BEGIN = """
import json, time
from desktop.vault import KeyringVault
from desktop.errors import VaultClosed
vault = KeyringVault(wait_s=3)
def tried(call, *args):
    start = time.monotonic()
    try:
        return call(*args)
    except VaultClosed as error:
        return [type(error).__name__, str(error), time.monotonic() - start < 10]
"""


def in_keyring(shared: Path, script: str, **environment: str) -> object:
    """What `script` prints when run inside with-keyring.sh. Skips where the keyring isn't installed."""
    runner = shared / "servers" / "keyring" / "with-keyring.sh"
    command = [str(runner), sys.executable, "-W", "error", "-c", BEGIN + script]
    names = {"SAID_SERVERS_HOME": os.environ["SAID_SERVERS_HOME"], "PYTHONPATH": str(ROOT)}
    run = subprocess.run(
        command,
        capture_output=True,
        text=True,
        stdin=subprocess.DEVNULL,
        timeout=60,
        check=False,
        env={**os.environ, **names, **environment},
    )
    if run.returncode == 3:
        (pytest.fail if os.environ.get("SAID_SERVERS_REQUIRED") else pytest.skip)(run.stderr.strip())
    assert run.returncode == 0, run.stderr
    assert "token-1" not in run.stderr
    return json.loads(run.stdout)


def test_a_sign_in_is_kept_changed_and_forgotten_in_the_real_store(shared: Path) -> None:
    said = in_keyring(
        shared,
        """
said = [vault.describe(), vault.load("a")]
vault.save("a", {"token": "token-1", "client": "c"})
vault.save("b", {"token": "of another"})
said.append(KeyringVault().load("a"))
vault.save("a", {"token": "token-2 ✓"})
said.append(vault.load("a"))
vault.forget("a")
vault.forget("a")
said += [vault.load("a"), vault.load("b")]
vault.probe()
print(json.dumps(said))
""",
    )
    assert said == [
        "SecretService",
        {},
        {"token": "token-1", "client": "c"},
        {"token": "token-2 ✓"},
        {},
        {"token": "of another"},
    ]


def test_a_locked_store_says_so_and_does_not_hang(shared: Path, tmp_path: Path) -> None:
    keep = {"KEYRING_HOME": str(tmp_path)}
    in_keyring(shared, "vault.save('a', {'token': 'token-1'}); print('[]')", **keep)
    script = "print(json.dumps([tried(vault.load, 'a'), tried(vault.save, 'a', {'token': 'x'})]))"
    said = in_keyring(shared, script, **keep, KEYRING_PASSWORD="another")
    assert said == [["VaultLocked", LOCKED, True]] * 2


def test_a_computer_that_has_no_keyring_yet_is_one_without_a_store(shared: Path) -> None:
    script = "print(json.dumps([tried(vault.load, 'a'), tried(vault.save, 'a', {'token': 'x'})]))"
    said = in_keyring(shared, script, NO_KEYRING="1")
    assert said == [["VaultMissing", MISSING, True]] * 2


def test_a_store_that_forgets_is_never_chosen(shared: Path) -> None:
    script = "print(json.dumps([vault.describe(), tried(vault.save, 'a', {'token': 'x'})]))"
    said = in_keyring(shared, script, PYTHON_KEYRING_BACKEND="keyring.backends.null.Keyring")
    assert said == ["none", ["VaultMissing", MISSING, True]]


def test_a_readable_file_is_never_chosen(shared: Path, tmp_path: Path) -> None:
    """keyring alone would take it: its priority is the highest, and somebody put it in the settings."""
    (tmp_path / "readable.py").write_text(
        """
from keyring.backend import KeyringBackend
class Keyring(KeyringBackend):
    priority = 99
    def get_password(self, service, username): return "kept in the open"
    def set_password(self, service, username, password): raise SystemExit("wrote a readable file")
    def delete_password(self, service, username): pass
"""
    )
    settings = tmp_path / "python_keyring"
    settings.mkdir()
    (settings / "keyringrc.cfg").write_text("[backend]\ndefault-keyring=readable.Keyring\n")
    script = f"import sys; sys.path.insert(0, {str(tmp_path)!r}); import readable\n"
    script += "vault.save('a', {'token': 'token-1'}); print(json.dumps(vault.describe()))"
    assert in_keyring(shared, script, XDG_CONFIG_HOME=str(tmp_path)) == "SecretService"


def test_a_store_that_hangs_is_left_after_a_while(shared: Path) -> None:
    script = """
import os, secretstorage, signal, subprocess
vault.save("a", {"token": "token-1"})
bus = secretstorage.dbus_init()
pid = bus.bus_proxy.GetConnectionUnixProcessID("org.freedesktop.secrets")[0]
bus.close()
os.kill(pid, signal.SIGSTOP)
said = tried(KeyringVault(wait_s=0.5).load, "a")
os.kill(pid, signal.SIGCONT)
print(json.dumps([said, vault.load("a")]))
"""
    assert in_keyring(shared, script) == [["VaultLocked", LOCKED, True], {"token": "token-1"}]


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the message bus is a thing of Linux")
def test_without_a_message_bus_there_is_no_store(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    vault = KeyringVault()
    assert vault.describe() == "none"
    for call in (lambda: vault.load("a"), lambda: vault.save("a", {"token": "x"}), lambda: vault.forget("a")):
        with pytest.raises(VaultMissing, match=MISSING):
            call()


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the message bus is a thing of Linux")
def test_a_message_bus_that_never_answers_is_no_store(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    with socket.socket(socket.AF_UNIX) as bus:
        bus.bind(str(tmp_path / "bus"))
        bus.listen()
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", f"unix:path={tmp_path}/bus")
        start = time.monotonic()
        assert KeyringVault().describe() == "none"
        assert time.monotonic() - start < 20


def test_memory_keeps_a_sign_in_for_this_session() -> None:
    vault = SessionVault()
    vault.save("a", {"token": "token-1"})
    assert vault.load("a") == {"token": "token-1"}
    vault.load("a")["token"] = "changed"
    assert vault.load("a") == {"token": "token-1"}
    vault.forget("a")
    vault.forget("a")
    assert vault.load("a") == {}
    assert vault.describe() == "this session only"


@pytest.mark.parametrize("vault", [SessionVault(), KeyringVault()], ids=["memory", "keyring"])
def test_what_is_too_long_for_a_store_is_refused_before_it_is_tried(
    vault: SessionVault | KeyringVault,
) -> None:
    with pytest.raises(Misuse, match=r"1,281 characters, and 1,280 fit"):
        vault.save("a", {"token": "x" * (MOST_CHARACTERS + 1)})
    with pytest.raises(Misuse, match=r"1,282 characters"):
        vault.save("a", {"token": "🥖" * 641})  # two units each, as Windows counts
    with pytest.raises(Misuse):
        vault.save("a", {"fields": "ours"})


def test_no_repr_shows_a_secret() -> None:
    vault = SessionVault()
    vault.save("a", {"token": "token-1"})
    assert "token-1" not in repr(vault) + repr(KeyringVault())


def test_both_ways_of_being_closed_are_told_apart_and_have_advice() -> None:
    for error in (VaultLocked(), VaultMissing()):
        assert isinstance(error, VaultClosed)
        assert error.advice
    assert (str(VaultLocked()), str(VaultMissing())) == (LOCKED, MISSING)


class _Forgetful:
    """A password store that says yes to everything and doesn't keep "refresh". All of its kind hold the same."""

    priority = 5.0
    kept: ClassVar[dict[tuple[str, str], str]] = {}

    def set_password(self, service: str, name: str, value: str) -> None:
        if name != "refresh":
            self.kept[service, name] = value

    def get_password(self, service: str, name: str) -> str | None:
        return self.kept.get((service, name))

    def delete_password(self, service: str, name: str) -> None:
        del self.kept[service, name]


def only_store(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    """Makes `_Forgetful` a store of that name, and the one that somebody chose."""
    module = types.ModuleType(name)
    module.Keyring = _Forgetful  # type: ignore[attr-defined]
    monkeypatch.setattr(_Forgetful, "kept", {})
    monkeypatch.setitem(sys.modules, name, module)
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", f"{name}.Keyring")


def test_what_a_store_did_not_keep_is_noticed_and_nothing_is_left_of_it(monkeypatch: pytest.MonkeyPatch) -> None:
    only_store(monkeypatch, "keyring.backends.libsecret")
    vault = KeyringVault()
    vault.save("a1", {"token": "token-1"})
    assert vault.load("a1") == {"token": "token-1"}
    with pytest.raises(VaultMissing, match=MISSING):
        vault.save("a1", {"token": "token-2", "refresh": "refresh-1"})
    assert vault.load("a1") == {"token": "token-1"}, "the earlier sign-in is still there"
    assert "token-2" not in _Forgetful.kept.values()


def test_a_store_we_do_not_accept_is_not_used_because_somebody_chose_it(monkeypatch: pytest.MonkeyPatch) -> None:
    only_store(monkeypatch, "keyrings.alt.file")
    with pytest.raises(VaultMissing, match=MISSING):
        KeyringVault().save("a1", {"token": "token-1"})
    assert not _Forgetful.kept
