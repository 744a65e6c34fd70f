"""A shop whose web reaches a server on this computer, and the Accounts page over it."""

from __future__ import annotations

import http.client
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

from PySide6.QtCore import QObject, QUrl, Slot
from PySide6.QtGui import QDesktopServices

from desktop.clock import SetClock
from desktop.connecting import Place
from desktop.errors import ShopError
from desktop.pace import Pace
from desktop.shop import Shop
from desktop.vault import SessionVault, Vault
from desktop.web import Web
from ui.accounts.page import AccountsPage
from ui.accounts.wizard import Wizard
from ui.background import Runner
from ui.window import Toast, Window


def patient_web() -> Web:
    """A web that doesn't remember, from one job to the next, that a server asked it to wait."""
    return Web(pace=Pace())


def open_shop(folder: Path, vault: Vault | None = None) -> Shop:
    shop = Shop.open(
        folder, clock=SetClock(datetime.now(UTC)), vault=vault or SessionVault(), web=patient_web
    )
    if not shop.name:
        shop.found_with("Corner Shop", "Ines")
    return shop


class ClosedVault:
    """A password store that doesn't open until `error` is None."""

    def __init__(self, error: ShopError) -> None:
        self.error: ShopError | None = error
        self._inside = SessionVault()

    def describe(self) -> str:
        return "none"

    def load(self, account: str) -> dict[str, str]:
        self._check()
        return self._inside.load(account)

    def save(self, account: str, secrets: Mapping[str, str]) -> None:
        self._check()
        self._inside.save(account, secrets)

    def forget(self, account: str) -> None:
        self._check()
        self._inside.forget(account)

    def _check(self) -> None:
        if self.error is not None:
            raise self.error


class Browser(QObject):
    """The system browser: keeps the addresses it was asked to open; `say_yes` goes where the person would."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[str] = []
        QDesktopServices.setUrlHandler("http", self, "open")

    @Slot(QUrl)
    def open(self, url: QUrl) -> None:
        self.opened.append(url.toString(QUrl.ComponentFormattingOption.FullyEncoded))

    def come_back(self, **params: str) -> int:
        """Follows the redirect of the newest address with these answers. Returns the status."""
        query = parse_qs(urlsplit(self.opened[-1]).query)
        redirect = urlsplit(query["redirect_uri"][0])
        connection = http.client.HTTPConnection(redirect.netloc, timeout=5)
        connection.request("GET", f"{redirect.path}?{urlencode({'state': query['state'][0], **params})}")
        status = connection.getresponse().status
        connection.close()
        return status

    def close(self) -> None:
        QDesktopServices.unsetUrlHandler("http")


@dataclass
class Desk:
    """The page with what it asked of the window."""

    shop: Shop
    background: Runner
    window: Window = field(default_factory=Window)
    toasts: list[Toast] = field(default_factory=list)
    collected: list[str] = field(default_factory=list)
    pages: list[str] = field(default_factory=list)
    undone: list[Any] = field(default_factory=list)

    def open_page(self) -> AccountsPage:
        self.window.toast_wanted.connect(self.toasts.append)
        self.window.collecting_wanted.connect(self.collected.append)
        self.window.page_wanted.connect(self.pages.append)
        self.window.undo_made.connect(self.undone.append)
        self.page = AccountsPage(self.shop, self.background, self.window)
        self.page.resize(1100, 750)
        self.page.show()
        return self.page

    @property
    def mastodon(self) -> Place:
        return next(place for place in self.page.standing.places if place.key == "mastodon")

    def begin(self) -> Wizard:
        """A wizard that stands at the sign-in."""
        self.page.connect_place(self.mastodon)
        wizard = next(iter(self.page.wizards.values()))
        wizard.go.click()
        return wizard

    def lines(self) -> list[tuple[str, str]]:
        """(name, state) of each row; (label, "") for the labels."""
        return [(line.name, line.state.text) for line in self.page.list.lines()]


def seen_words(widget: QObject) -> Iterator[str]:
    """Every text a widget's labels, lines and buttons hold, also the hidden ones."""
    for child in widget.findChildren(QObject):
        for name in ("text", "placeholderText", "toolTip", "accessibleName", "accessibleDescription"):
            ask = getattr(child, name, None)
            if callable(ask):
                yield str(ask())
