"""One account: who we are there, how it is, what can be done about it, what it can do."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desktop import connecting
from desktop.clock import Clock
from desktop.connectors import wanted_since
from desktop.records import Account
from desktop.shop import Shop
from ui import moments
from ui.moments import figure, tr
from ui.theme.keep import keep_colours
from ui.widgets.bars import Bar
from ui.widgets.buttons import Button
from ui.widgets.elide import ElidedLabel
from ui.widgets.panel import Panel
from ui.widgets.tile import Tile
from ui.widgets.wrap import FlowLayout, WrapLabel

from .abilities import AbilityTable, Way, told
from .ceiling import CeilingField
from .how_far import HowFar
from .standing import Login, Standing, spending, state, trouble
from .ways import KeyLine


class Details(QScrollArea):
    """`check`, `sign_in`, `disconnect` carry the account's id; `ceiling_wanted` also what was typed, `back_wanted` how
    many days back it is to be read."""

    check = Signal(object)
    sign_in = Signal(object)
    disconnect_wanted = Signal(object)
    ceiling_wanted = Signal(object, object)  # account, what was typed
    back_wanted = Signal(object, object)  # account, days

    def __init__(self, shop: Shop, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shop = shop
        self._login: Login | None = None
        self._tile, self._name = Tile("", size=26), ElidedLabel("", "title")
        self._place = ElidedLabel("", "body", "text2")
        self.bar = Bar("", tone="amber", can_dismiss=False)
        self.pretend = Bar(
            tr(
                "The places here are pretend. There’s nothing to connect, and nothing you post leaves this computer."
            ),
            can_dismiss=False,
        )
        self._facts = QGridLayout()
        self.facts: dict[str, str] = {}
        self.check_button = Button(tr("Check now"), "refresh")
        self.sign_in_button = Button(tr("Sign in again"), kind="primary")
        self.disconnect_button = Button(tr("Disconnect…"))
        self.ceiling = CeilingField(self._set_ceiling)
        self.far = HowFar()
        self.question = _Question(self._close_question, self._disconnect)
        self._can = WrapLabel(tr("What it can do"), "lead")
        self.table = AbilityTable()
        self.key_line = KeyLine(shop)
        self._build()
        self._connect()

    def _build(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        keep_colours(self.verticalScrollBar(), ground="paper")
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(self._tile, 0, Qt.AlignmentFlag.AlignTop)
        names = QVBoxLayout()
        names.setSpacing(1)
        names.addWidget(self._name)
        names.addWidget(self._place)
        head.addLayout(names, 1)
        self._facts.setContentsMargins(0, 0, 0, 0)
        self._facts.setHorizontalSpacing(18)
        self._facts.setVerticalSpacing(5)
        self._facts.setColumnStretch(1, 1)
        self._buttons = FlowLayout(gap=8, row_gap=8)
        for button in (self.sign_in_button, self.check_button, self.disconnect_button):
            self._buttons.addWidget(button)
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(22, 16, 22, 16)
        column.setSpacing(12)
        column.addLayout(head)
        column.addWidget(self.pretend)
        column.addWidget(self.bar)
        column.addLayout(self._facts)
        column.addWidget(self.ceiling)
        column.addWidget(self.far)
        column.addLayout(self._buttons)
        column.addWidget(self.question)
        column.addSpacing(8)
        column.addWidget(self._can)
        column.addWidget(self.table)
        column.addWidget(self.key_line)
        column.addStretch(1)
        self.setWidget(body)
        self.question.hide()
        self.ceiling.hide()
        self.far.hide()

    def _connect(self) -> None:
        self.check_button.clicked.connect(lambda: self._tell(self.check))
        self.sign_in_button.clicked.connect(lambda: self._tell(self.sign_in))
        self.disconnect_button.clicked.connect(self._ask)
        self.far.chosen.connect(self._look_back)

    def _tell(self, signal: object) -> None:
        if self._login is not None:
            signal.emit(self._login.account.id)  # type: ignore[attr-defined]

    # ---- showing ---------------------------------------------------------------------------------------

    def show_login(self, login: Login, standing: Standing) -> None:
        """This account, as things are now."""
        if self._login is None or login.account.id != self._login.account.id:
            self.question.hide()
        self._login = login
        account, clock = login.account, self._shop.clock
        self._tile.set_place(login.tile, login.place)
        self._name.setText(account.name or account.handle)
        self._place.setText(login.place)
        self._show_trouble(login, clock)
        self._show_facts(login, clock)
        is_pretend, may = self._shop.is_practice, standing.may_change
        self.pretend.setVisible(is_pretend)
        asks = login.can.read  # else it is filled by hand: there is nothing to check and nobody to leave
        self.key_line.setVisible(not is_pretend and asks)
        self.key_line.refresh(login.can.reply)
        self.sign_in_button.setVisible(may and login.may_sign_in)
        self.check_button.setVisible(asks and not login.needs_you and not self._shop.read_only)
        self.disconnect_button.setVisible(may and asks)
        self.ceiling.setVisible(may and login.is_charged)
        self.ceiling.show_amount(account.id, account.facts.get("ceiling", ""))
        self.far.show_account(account, login.can, login.place, clock)
        self.far.setVisible(may and asks and bool(connecting.further_back(account, clock.now())))
        self.question.set_login(login)
        self.question.setVisible(may and not self.question.isHidden())
        rows = told(
            login.can, standing.minutes, login.most, login.unit, usually=False, place=login.place
        )
        self.table.set_ways(Way("", rows[:-1]))

    def _show_trouble(self, login: Login, clock: Clock) -> None:
        account = login.account
        text = trouble(account, clock)
        if login.needs_you and not text:
            text = state(login, clock).text
        if login.needs_you and "Nothing is lost" not in text:
            text = f"{text} {tr('Nothing is lost. Sign in again to fetch and post.')}"
        self.bar.set_bar(text, (), "amber" if login.needs_you else "neutral")
        self.bar.setVisible(bool(text))

    def _show_facts(self, login: Login, clock: Clock) -> None:
        account = login.account
        who = tr("Signed in as") if login.can.reply else tr("What is read")
        facts = {who: account.handle, tr("Server"): _server(account)}
        checked = account.checked_at
        if login.can.read:
            facts[tr("Last good check")] = moments.full(clock, checked) if checked else tr("Not checked yet")
        else:
            facts[tr("Added so far")] = figure(login.added)
        if account.added_at and login.can.read:
            facts[tr("Connected")] = moments.day_and_date(clock, account.added_at)
        since = wanted_since(account)
        facts[tr("Read back to")] = moments.date(clock, since) if since else ""
        facts[tr("May be missing")] = login.gap
        facts |= dict(spending(each) for each in login.spent)
        facts = {about: text for about, text in facts.items() if text}
        if facts == self.facts:
            return
        self.facts = facts
        while (item := self._facts.takeAt(0)) is not None:
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        for row, (about, text) in enumerate(facts.items()):
            self._facts.addWidget(WrapLabel(about, "body", "text2"), row, 0)
            self._facts.addWidget(WrapLabel(text, "body", selectable=True), row, 1)

    def _look_back(self, days: int) -> None:
        if self._login is not None:
            self.back_wanted.emit(self._login.account.id, days)

    def _set_ceiling(self, typed: str) -> None:
        if self._login is not None:
            self.ceiling_wanted.emit(self._login.account.id, typed)

    # ---- letting go ------------------------------------------------------------------------------------

    def _ask(self) -> None:
        self.question.show()
        # In the next turn, when it has its place.
        QTimer.singleShot(0, self, lambda: self.ensureWidgetVisible(self.question, 0, 16))
        self.question.cancel.setFocus(Qt.FocusReason.OtherFocusReason)

    def _close_question(self) -> None:
        self.question.hide()
        self.disconnect_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _disconnect(self) -> None:
        self.question.hide()
        self._tell(self.disconnect_wanted)


class _Question(Panel):
    """The question before letting go, asked where it is."""

    def __init__(
        self, cancel: Callable[[], None], disconnect: Callable[[], None], parent: QWidget | None = None
    ) -> None:
        super().__init__("surface", "edge", parent=parent)
        self.title, self.text = WrapLabel("", "strong"), WrapLabel("", "body", "text2")
        self.go, self.cancel = Button(tr("Disconnect"), kind="primary"), Button(tr("Cancel"))
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 12, 14, 12)
        column.setSpacing(4)
        column.addWidget(self.title)
        column.addWidget(self.text)
        column.addSpacing(6)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.go)
        row.addWidget(self.cancel)
        row.addStretch(1)
        column.addLayout(row)
        self.go.clicked.connect(disconnect)
        self.cancel.clicked.connect(cancel)

    def set_login(self, login: Login) -> None:
        name = login.account.name or login.account.handle
        self.title.setText(tr("Disconnect {account}?").format(account=name))
        self.text.setText(
            " ".join((tr("New messages stop. History stays."), _waiting(login.waiting))).strip()
        )


def _waiting(number: int) -> str:
    if not number:
        return ""
    return moments.count(number, "waiting reply goes back to drafts.", "waiting replies go back to drafts.")


def _server(account: Account) -> str:
    return str(account.facts.get("domain") or account.host)
