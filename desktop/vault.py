"""The one door to the keyring: sign-ins live in the computer's own password store, or in memory.

Only stores that encrypt are accepted, by class: a plug-in that writes a readable file would be chosen
without a word otherwise, and one that forgets would lose the sign-in. Calls may wait for a person (the
store asks for its password), so they belong in a worker. `keyring` is imported at the first call.
"""

from __future__ import annotations

import importlib
import os
from collections.abc import Callable, Mapping
from typing import Any, Protocol

from desktop.errors import Misuse, VaultClosed

MOST_CHARACTERS = 1280
"""Per secret: Windows keeps 2560 bytes of UTF-16 (keyring issue 540). The same everywhere."""

_ALLOWED = (
    "keyring.backends.SecretService.Keyring",
    "keyring.backends.libsecret.Keyring",
    "keyring.backends.kwallet.DBusKeyring",
    "keyring.backends.kwallet.DBusKeyringKWallet4",
    "keyring.backends.macOS.Keyring",
    "keyring.backends.Windows.WinVaultKeyring",
)
_INDEX = "fields"  # a store can't be asked what it holds for us: this entry says it


class VaultLocked(VaultClosed):
    """There is a password store, and it doesn't open."""

    advice = "Unlock it, or work offline."

    def __init__(self, details: str = "") -> None:
        super().__init__(
            "The computer's password store is locked, so we can't use your sign-ins.", details=details
        )


class VaultMissing(VaultClosed):
    """There is no password store that we'd trust with a sign-in."""

    advice = "Keep the sign-in for this session, or set up a password store."

    def __init__(self, details: str = "") -> None:
        super().__init__(
            "This computer has no password store. We can keep the sign-in for this session only.",
            details=details,
        )


class Vault(Protocol):
    """Keeps the secrets of accounts. Each method may raise VaultClosed (VaultLocked, VaultMissing)."""

    def describe(self) -> str:
        """What keeps the secrets, in a few words. Never raises."""
        ...

    def load(self, account: str) -> dict[str, str]:
        """The secrets of an account (name -> value); empty when there are none."""
        ...

    def save(self, account: str, secrets: Mapping[str, str]) -> None:
        """Keeps the secrets in place of earlier ones: all, or none. Raises Misuse when one is too long."""
        ...

    def forget(self, account: str) -> None:
        """Removes an account's secrets; nothing happens when there are none."""
        ...


class SessionVault:
    """Secrets in memory, gone with the program: where there is no password store, and for practice."""

    def __init__(self) -> None:
        self._secrets: dict[str, dict[str, str]] = {}

    def __repr__(self) -> str:
        return f"SessionVault({len(self._secrets)} accounts)"

    def describe(self) -> str:
        return "this session only"

    def load(self, account: str) -> dict[str, str]:
        return dict(self._secrets.get(account, {}))

    def save(self, account: str, secrets: Mapping[str, str]) -> None:
        _check(secrets)
        self._secrets[account] = dict(secrets)

    def forget(self, account: str) -> None:
        self._secrets.pop(account, None)


class KeyringVault:
    """The computer's own password store. `wait_s`: how long a person may take to unlock it."""

    def __init__(self, wait_s: float = 60.0) -> None:
        self._wait_s = wait_s

    def __repr__(self) -> str:
        return "KeyringVault()"

    def describe(self) -> str:
        """The name of the store ("SecretService"), or "none"."""
        try:
            return _name(self._store()).removeprefix("keyring.backends.").rpartition(".")[0]
        except VaultClosed:
            return "none"

    def probe(self) -> None:
        """Keeps a value, reads it back and removes it. Raises VaultClosed when that doesn't work."""
        self.save("probe", {"value": "works"})
        self.forget("probe")

    def load(self, account: str) -> dict[str, str]:
        store, service = self._store(), _service(account)
        found: dict[str, str] = {}
        for name in self._names(store, service):
            value = _guarded(store.get_password, service, name)
            if value is not None:
                found[name] = value
        return found

    def save(self, account: str, secrets: Mapping[str, str]) -> None:
        _check(secrets)
        store, service = self._store(), _service(account)
        earlier = self.load(account)
        try:
            self._write(store, service, secrets)
        except VaultClosed:
            self._put_back(store, service, earlier, secrets)
            raise
        for name in earlier.keys() - secrets.keys():
            self._remove(store, service, name)

    def forget(self, account: str) -> None:
        store, service = self._store(), _service(account)
        for name in (*self._names(store, service), _INDEX):
            self._remove(store, service, name)

    def _write(self, store: Any, service: str, secrets: Mapping[str, str]) -> None:
        """Writes, reads back and compares: some stores say yes and keep nothing. The index comes last."""
        import hmac  # with OpenSSL, which the first painted window doesn't need

        for name, value in (*secrets.items(), (_INDEX, "\n".join(sorted(secrets)))):
            _guarded(store.set_password, service, name, value)
            kept = _guarded(store.get_password, service, name)
            if kept is None or not hmac.compare_digest(kept.encode(), value.encode()):
                raise VaultMissing("the store didn't keep what it was given")

    def _put_back(
        self, store: Any, service: str, earlier: Mapping[str, str], tried: Mapping[str, str]
    ) -> None:
        try:
            for name in (*tried, _INDEX):
                self._remove(store, service, name)
            if earlier:
                self._write(store, service, earlier)
        except VaultClosed:
            pass  # the store has gone; the error that sent us here says so

    def _names(self, store: Any, service: str) -> tuple[str, ...]:
        index = _guarded(store.get_password, service, _INDEX)
        return tuple(name for name in (index or "").split("\n") if name)

    def _remove(self, store: Any, service: str, name: str) -> None:
        if _guarded(store.get_password, service, name) is not None:
            _guarded(store.delete_password, service, name)

    def _store(self) -> Any:
        """The best of the stores we accept. Raises VaultMissing."""
        best: Any = None
        for name in _candidates():
            store = _made(name)
            if store is not None and (best is None or store.priority > best.priority):
                best = store
        if best is None:
            raise VaultMissing("no password store that encrypts was found")
        if _name(best) == _ALLOWED[0]:
            _make_patient(best, self._wait_s)
        return best


def _candidates() -> tuple[str, ...]:
    """Where somebody chose a store for keyring, that one, if we accept it."""
    chosen = os.environ.get("PYTHON_KEYRING_BACKEND", "")
    return tuple(name for name in _ALLOWED if chosen in ("", name))


def _made(name: str) -> Any:
    """The store of that name; None where it can't work (another system, no message bus...)."""
    module, _, kind = name.rpartition(".")
    try:
        store = getattr(importlib.import_module(module), kind)
        return store() if store.priority > 0 else None
    except Exception:  # noqa: BLE001 - each store says "not here" in its own way: RuntimeError, OSError...
        return None


def _name(store: Any) -> str:
    return f"{type(store).__module__}.{type(store).__name__}"


def _service(account: str) -> str:
    """One service name per account: Windows moves entries of the same service about."""
    return f"Said & Done · {account}"


def _check(secrets: Mapping[str, str]) -> None:
    for name, value in secrets.items():
        size = len(value.encode("utf-16-le", "surrogatepass")) // 2
        if size > MOST_CHARACTERS:
            raise Misuse(
                f"That is too long for a password store: {size:,} characters, and {MOST_CHARACTERS:,} fit."
            )
        if name == _INDEX or "\n" in name or not name:
            raise Misuse("A secret can't have that name.")


def _guarded(call: Callable[..., Any], *args: str) -> Any:
    """Calls the store; its failures become ours. (Raised outside, so that nothing of theirs hangs on.)"""
    from keyring import errors

    failure: VaultClosed
    try:
        return call(*args)
    except (errors.NoKeyringError, errors.InitError) as error:
        failure = VaultMissing(type(error).__name__)
    except Exception as error:  # noqa: BLE001 - a store fails as it likes: D-Bus, Windows, macOS, time-outs
        failure = VaultLocked(type(error).__name__)
    raise failure


def _make_patient(store: Any, wait_s: float) -> None:
    """Gives the Secret Service a time limit: without one, a prompt that nobody sees waits for ever."""
    import secretstorage
    from keyring import errors

    def get_preferred_collection() -> Any:
        bus = secretstorage.dbus_init()
        try:
            _limit(bus, wait_s)
            collection = _collection(bus)
            if collection.is_locked() and (collection.unlock() or collection.is_locked()):
                raise errors.KeyringLocked("nobody unlocked it")
        except BaseException:
            bus.close()
            raise
        return collection

    def _collection(bus: Any) -> Any:
        try:
            return secretstorage.get_default_collection(bus)
        except secretstorage.exceptions.SecretStorageException as error:
            raise errors.InitError("there is no keyring yet") from error

    store.get_preferred_collection = get_preferred_collection


def _limit(bus: Any, wait_s: float) -> None:
    """Every wait on this connection to the message bus ends after `wait_s`, with TimeoutError."""
    send, receive = bus.send_and_get_reply, bus.recv_until_filtered

    def send_and_get_reply(message: Any, *, timeout: float | None = None) -> Any:
        return send(message, timeout=wait_s if timeout is None else timeout)

    def recv_until_filtered(queue: Any, *, timeout: float | None = None) -> Any:
        return receive(queue, timeout=wait_s if timeout is None else timeout)

    bus.send_and_get_reply, bus.recv_until_filtered = send_and_get_reply, recv_until_filtered
