"""One sign-in, from what was typed or the browser to an account. Everything that waits, waits in the background."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication

from desktop import connecting
from desktop.connectors import BrowserSignIn, SignedIn, connector_class
from desktop.errors import ShopError, VaultClosed
from desktop.records import Account
from desktop.shop import Shop
from desktop.vault import SessionVault, Vault
from ui import elsewhere
from ui.background import Runner


class ForThisSession:
    """Keeps new sign-ins in memory; what the computer's store holds stays usable when it opens again."""

    def __init__(self, store: Vault) -> None:
        self._store, self._here = store, SessionVault()
        self._kept: set[str] = set()

    def __repr__(self) -> str:
        return f"ForThisSession({len(self._kept)} accounts)"

    def describe(self) -> str:
        return self._here.describe()

    def load(self, account: str) -> dict[str, str]:
        return self._here.load(account) if account in self._kept else self._store.load(account)

    def save(self, account: str, secrets: Mapping[str, str]) -> None:
        self._here.save(account, secrets)
        self._kept.add(account)

    def forget(self, account: str) -> None:
        """Here for certain; in the computer's store when it can be reached."""
        if account in self._kept:
            self._here.forget(account)
            self._kept.discard(account)
        else:
            self._store.forget(account)


def is_for_session(vault: Vault) -> bool:
    """Whether sign-ins are forgotten when the program ends."""
    return isinstance(vault, (ForThisSession, SessionVault))


class SignIn(QObject):
    """`waiting`: the browser has been opened; `signed`: the account; `failed`: a ShopError.

    After a VaultClosed the sign-in itself is kept here, so that nobody has to do it twice.
    """

    waiting = Signal()
    signed = Signal(object)
    failed = Signal(object)

    def __init__(self, shop: Shop, background: Runner, platform: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._shop, self._background, self._platform = shop, background, platform
        self._try = 0  # answers to an earlier try don't count
        self._browser: BrowserSignIn | None = None
        self._signed: SignedIn | None = None
        self.did_open = False

    def with_fields(self, fields: Mapping[str, str]) -> None:
        """With what the form holds."""
        shop, platform = self._shop, self._platform

        def ask() -> SignedIn:
            checked = connecting.checked_fields(platform, fields)
            return connector_class(platform).sign_in(checked, shop.web())

        self.cancel()
        self._run(ask, self._came_back)

    def in_browser(self, fields: Mapping[str, str]) -> None:
        """Opens the place in the system browser and waits for the person there."""
        shop, platform = self._shop, self._platform

        def begin() -> BrowserSignIn:
            checked = connecting.checked_fields(platform, fields)
            return connector_class(platform).begin_browser(checked, shop.web())

        self.cancel()
        number = self._try

        def begun(browser: BrowserSignIn) -> None:
            if number == self._try:
                self._wait_for(browser)
            else:
                browser.cancel()

        self._background.run(self, begin, begun, lambda error: self._failed(number, error), lane="collect")

    def _wait_for(self, browser: BrowserSignIn) -> None:
        self._browser = browser
        self._run(browser.finish, self._came_back)
        self.open_again()
        self.waiting.emit()

    def open_again(self) -> None:
        """Opens the same page in the browser once more."""
        if self._browser is not None:
            self.did_open = elsewhere.open_url(self._browser.url)

    def copy_address(self) -> None:
        """For a browser that doesn't open by itself."""
        if self._browser is not None:
            QGuiApplication.clipboard().setText(self._browser.url)

    def cancel(self) -> None:
        """Ends what is under way; its answer doesn't count any more. Nothing of it is kept."""
        self._try += 1
        self._signed = None
        if self._browser is not None:
            self._browser.cancel()
            self._browser = None

    def keep_for_session(self) -> None:
        """There is no password store to use: keeps this sign-in until the program ends."""
        if not is_for_session(self._shop.vault):
            self._shop.vault = ForThisSession(self._shop.vault)
        self.keep()

    def keep(self) -> None:
        """Keeps a sign-in that came back: the secrets in the vault, then the account."""
        signed = self._signed
        if signed is not None:
            self._run(lambda: self._finish(signed), self._kept)

    def _finish(self, signed: SignedIn) -> Account:
        """A new account begins with a first look; how far back it is read is chosen beside that."""
        return connecting.finish(self._shop, self._platform, signed, connecting.FIRST_LOOK)

    def _came_back(self, signed: SignedIn) -> None:
        self._browser = None
        self._signed = signed
        self.keep()

    def _kept(self, account: Account) -> None:
        self._signed = None
        self.signed.emit(account)

    def _run(self, work: Callable[[], object], done: Callable[..., None]) -> None:
        number = self._try

        def came(result: object) -> None:
            if number == self._try:
                done(result)

        self._background.run(self, work, came, lambda error: self._failed(number, error), lane="collect")

    def _failed(self, number: int, error: Exception) -> None:
        if number != self._try or not isinstance(error, ShopError):
            return
        self._browser = None
        if not isinstance(error, VaultClosed):
            self._signed = None
        self.failed.emit(error)
