"""The connected places at a glance, for the settings. They are connected and changed on the Accounts page alone."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop.connectors import wanted_since
from desktop.shop import Shop
from ui import moments
from ui.background import Runner
from ui.moments import tr
from ui.theme import px
from ui.theme.keep import keep_font
from ui.widgets.bars import Glyph
from ui.widgets.buttons import Button
from ui.widgets.tile import Tile
from ui.widgets.wrap import WrapLabel

from . import standing as standings
from .standing import Login, Standing, state


class Places(QWidget):
    """A page of the settings: each account, how it is, how far back it is read. `accounts_wanted`: their own page."""

    accounts_wanted = Signal()

    def __init__(self, shop: Shop, background: Runner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shop, self._background, self._revision = shop, background, 0
        self.said: list[tuple[str, ...]] = []  # the lines of each account
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, px(6), 0)
        column.setSpacing(px(12))
        head = QLabel(tr("Places"))
        head.setTextFormat(Qt.TextFormat.PlainText)
        keep_font(head, "page")
        self.lead = WrapLabel("", "body", "text2")
        self._rows = QVBoxLayout()
        self._rows.setSpacing(px(14))
        self.accounts = Button(tr("Accounts…"), small=True)
        self.accounts.clicked.connect(self.accounts_wanted)
        column.addWidget(head)
        column.addWidget(self.lead)
        column.addLayout(self._rows)
        column.addWidget(self.accounts, 0, Qt.AlignmentFlag.AlignLeading)
        column.addStretch(1)
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._read)
        background.tables_changed.connect(self._tables_changed)
        self._read()

    def _tables_changed(self, tables: frozenset[str]) -> None:
        if tables & standings.TABLES:
            self._soon.start()

    def _read(self) -> None:
        self._revision += 1
        number = self._revision

        def came(found: Standing) -> None:
            if number == self._revision:
                self._show(found)

        self._background.run(self, lambda: standings.read(self._shop), came)

    def _show(self, found: Standing) -> None:
        while (item := self._rows.takeAt(0)) is not None:
            if old := item.widget():
                old.hide()
                old.deleteLater()
        self.said = []
        none = tr("No place is connected yet.")
        some = tr("Places are connected, signed in to and left under Accounts.")
        self.lead.setText(some if found.logins else none)
        for login in found.logins:
            self._rows.addWidget(self._row(login))

    def _row(self, login: Login) -> QWidget:
        account, word = login.account, state(login, self._shop.clock)
        name = account.name or account.handle
        made, lines = QWidget(), QVBoxLayout()
        row = QHBoxLayout(made)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(10))
        row.addWidget(Tile(login.tile, login.place, size=26), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(lines, 1)
        lines.setSpacing(px(2))
        title = WrapLabel()
        title.set_parts((name, "strong"), f"  {login.place}")
        lines.addWidget(title)
        tone = word.tone if word.tone == "amber" else "text2"
        how = QHBoxLayout()
        how.setSpacing(px(6))
        how.addWidget(Glyph(word.icon, tone, 13), 0, Qt.AlignmentFlag.AlignTop)
        how.addWidget(WrapLabel(word.text, "meta", tone), 1)
        lines.addLayout(how)
        back = self._back(login)
        if back:
            lines.addWidget(WrapLabel(back, "meta", "text2"))
        self.said.append((title.text(), word.text, back))
        return made

    def _back(self, login: Login) -> str:
        """How far back it is read; "" where it is filled by hand."""
        if not login.can.read:
            return ""
        since = wanted_since(login.account)
        if since is None:
            return tr("Read as far back as {place} goes").format(place=login.place)
        return tr("Read back to {day}").format(day=moments.date(self._shop.clock, since))
