"""The fourth step: what came, newest first, with the kinds as guessed; a click corrects one."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from desktop import accounts, collect, connecting, conversations, counter
from desktop.collect import Collected
from desktop.connectors import connector_class
from desktop.records import Account, Conversation, Kind
from desktop.shop import Shop
from ui import moments, words
from ui.background import Runner
from ui.moments import figure, told, tr
from ui.theme.keep import keep_icon
from ui.theme.paint import line
from ui.widgets.bars import Bar, Glyph
from ui.widgets.buttons import Button
from ui.widgets.chips import Chip
from ui.widgets.elide import ElidedLabel
from ui.widgets.panel import Panel
from ui.widgets.tips import plain_tip
from ui.widgets.wrap import WrapLabel
from ui.window import Window

from .how_far import HowFar

_SHOWN = 20


class _Progress(QObject):
    """Carries the count from the worker; it may outlive the page."""

    came = Signal(object)


@dataclass(frozen=True, slots=True)
class Seen:
    """An account and its newest conversations."""

    account: Account
    newest: tuple[Conversation, ...] = ()


def read(shop: Shop, account: Account) -> Seen:
    ids = shop.store.rows(
        "select id from conversations where account = ? order by last_at desc limit ?", (account.id, _SHOWN)
    )
    found = (conversations.by_id(shop.store, row["id"]) for row in ids)
    now = accounts.by_id(shop.store, account.id) or account
    return Seen(now, tuple(one for one in found if one is not None))


class _Row(QWidget):
    """Who, when, the first words, and the kind to press."""

    def __init__(
        self, one: Conversation, shop: Shop, choose: Callable[[str, Kind], None], *, first: bool
    ) -> None:
        super().__init__()
        self.one, self._choose, self._first = one, choose, first
        self.chip = Chip(None, "")
        self._menu = QMenu(self)
        self._menu.setAccessibleName(tr("Kind"))
        self.chip.setMenu(self._menu)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(ElidedLabel(one.author_name, "strong"))
        head.addWidget(ElidedLabel(moments.age(shop.clock, one.last_at), "meta", "text2"))
        if not one.is_public:
            head.addWidget(Glyph("lock", "text2", 13))
            head.addWidget(ElidedLabel(tr("Private"), "meta", "text2"))
        head.addStretch(1)
        head.addWidget(self.chip)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 7, 10, 9)
        column.setSpacing(1)
        column.addLayout(head)
        said = words.in_a_row(one.excerpt, one.stars, is_taken_down=one.is_taken_down)
        column.addWidget(WrapLabel(said, "reading 15"))
        self.show_kind(one)

    def show_kind(self, one: Conversation) -> None:
        """The kind as it is now: dashed while guessed."""
        self.one = one
        word = words.taken_for(one)
        self.chip.set_chip(word.icon, word.text, word.tone, one.kind_is_guess)
        self.chip.setToolTip(plain_tip(words.guessed_because(one)))
        self._menu.clear()
        for kind in Kind:
            each = words.kind(kind)
            action = QAction(each.text, self._menu)
            keep_icon(action, each.icon, "text2", 15)
            action.setCheckable(True)
            action.setChecked(kind is one.kind and not one.kind_is_guess)
            action.triggered.connect(lambda _=False, kind=kind: self._choose(self.one.id, kind))
            self._menu.addAction(action)

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._first:
            line(QPainter(self), self.rect().adjusted(1, 0, -1, -self.height() + 1))


class FirstLook(QWidget):
    """Collects once, then shows. `busy` while it fetches."""

    busy = Signal(object)  # bool

    def __init__(
        self, shop: Shop, background: Runner, window: Window, account: Account, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._shop, self._background, self._window, self.account = shop, background, window, account
        self._stop = threading.Event()
        self.rows: dict[str, _Row] = {}
        self._signed = WrapLabel(words.signed_in_as(connector_class(account.platform).can, account.handle), "lead")
        self.progress = WrapLabel("", "body", "text2")
        self.cancel = Button(tr("Cancel"), small=True)
        self.bar = Bar("", tone="amber", can_dismiss=False)
        self.far = HowFar()
        self.ask = WrapLabel(
            tr("Anything we got wrong? Click to change it. Then it’s yours."), "body", "text2"
        )
        self.list = Panel("surface", "line")
        self._list_column = QVBoxLayout(self.list)
        self._build()
        self.cancel.clicked.connect(self._cancelled)
        self.far.chosen.connect(self._look_back)
        self._show_far()
        background.tables_changed.connect(self._tables_changed)

    def _build(self) -> None:
        self._list_column.setContentsMargins(0, 0, 0, 0)
        self._list_column.setSpacing(0)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(Glyph("check", "leaf", 18), 0, Qt.AlignmentFlag.AlignVCenter)
        head.addWidget(self._signed, 1)
        under = QHBoxLayout()
        under.setSpacing(12)
        under.addWidget(self.progress, 1, Qt.AlignmentFlag.AlignVCenter)
        under.addWidget(self.cancel)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addLayout(head)
        column.addLayout(under)
        column.addWidget(self.bar)
        column.addWidget(self.far)
        column.addWidget(self.ask)
        column.addWidget(self.list)
        column.addStretch(1)
        for widget in (self.bar, self.ask, self.list):
            widget.hide()

    # ---- fetching --------------------------------------------------------------------------------------

    def fetch(self) -> None:
        """Collects what the place has; what came before a stop stays."""
        stop, progress, background = self._stop, _Progress(), self._background
        stop.clear()
        progress.came.connect(self._came)
        shop, account = self._shop, self.account.id

        def work() -> Collected:
            return collect.collect(
                shop,
                account,
                progress=progress.came.emit,
                cancelled=lambda: stop.is_set() or background.is_closing,
            )

        self.bar.hide()
        self.cancel.show()
        self.progress.setText(tr("Fetching…"))
        self.busy.emit(True)
        background.run(self, work, self._fetched, self._not_fetched, lane="collect", key=account)

    def stop(self) -> None:
        """Ends the fetching at the next page."""
        self._stop.set()

    def _look_back(self, days: int) -> None:
        """Fetches again, further back: what is under way ends first, since it moves on what is fetched from."""
        shop, account = self._shop, self.account.id
        self.stop()
        self.busy.emit(True)

        def work() -> Account | None:
            connecting.look_back(shop, account, days)
            return accounts.by_id(shop.store, account)

        self._background.run(self, work, self._looks_back, self._not_fetched, lane="collect", key=account)

    def _looks_back(self, account: Account | None) -> None:
        self.account = account or self.account
        self._show_far()
        self.fetch()

    def _show_far(self) -> None:
        connector = connector_class(self.account.platform)
        self.far.show_account(self.account, connector.can, connector.name, self._shop.clock)

    def _cancelled(self) -> None:
        self.stop()
        self.cancel.hide()
        self.progress.setText(tr("Stopping…"))

    def _came(self, number: int) -> None:
        if not self.cancel.isHidden():
            self.progress.setText(tr("Fetching… {n} so far").format(n=figure(number)))

    def _fetched(self, collected: Collected) -> None:
        if collected.trouble is not None:
            self._not_fetched(collected.trouble)
            return
        came = moments.count(collected.new, "post came in.", "posts came in.")
        stopped = tr("Stopped. The next check goes on from there.") if self._stop.is_set() else ""
        self.progress.setText(f"{came} {stopped}".strip())
        self._rest()

    def _not_fetched(self, error: Exception) -> None:
        self.progress.setText("")
        self.bar.set_bar(told(error), [(tr("Try again"), self.fetch)], "amber")
        self.bar.show()
        self.bar.tell()
        self._rest()

    def _rest(self) -> None:
        self.cancel.hide()
        self.busy.emit(False)
        self.reload()

    # ---- showing ---------------------------------------------------------------------------------------

    def reload(self) -> None:
        """Reads the newest ones again."""
        self._background.run(self, lambda: read(self._shop, self.account), self._show)

    def _tables_changed(self, tables: frozenset[str]) -> None:
        if self.rows and "conversations" in tables:
            self.reload()

    def _show(self, seen: Seen) -> None:
        self.account = seen.account
        self._show_far()
        if [one.id for one in seen.newest] != list(self.rows):
            self._fill(seen)
        for one in seen.newest:
            self.rows[one.id].show_kind(one)
        self.list.setVisible(bool(self.rows))
        self.ask.setVisible(bool(self.rows))
        if not self.rows and self.bar.isHidden():
            self.progress.setText(tr("Nothing there yet. New ones will appear in the Inbox."))

    def _fill(self, seen: Seen) -> None:
        while (item := self._list_column.takeAt(0)) is not None:
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        self.rows = {
            one.id: _Row(one, self._shop, self._choose, first=not at) for at, one in enumerate(seen.newest)
        }
        for row in self.rows.values():
            self._list_column.addWidget(row)

    def _choose(self, conversation: str, kind: Kind) -> None:
        shop = self._shop
        self._background.run(
            self, lambda: counter.set_kind(shop, conversation, kind), self._window.did, lane="write"
        )
