"""The Accounts page: the list at the start; an account, a wizard or an invitation beside it (design 11)."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from desktop import connecting
from desktop.connecting import Place
from desktop.errors import ShopError
from desktop.records import Account
from desktop.shop import Shop
from ui import moments
from ui.background import Runner
from ui.moments import told, tr
from ui.theme import px, theme
from ui.theme.keep import keep_colours
from ui.theme.paint import line
from ui.widgets.buttons import Button
from ui.widgets.elide import ElidedLabel
from ui.widgets.empty import EmptyState
from ui.widgets.wrap import FlowLayout, WrapLabel
from ui.window import Window
from ui.words import Word

from . import standing as standings
from .details import Details
from .rows import AccountList, Line
from .standing import Login, Standing
from .wizard import LOOK, Wizard

_LIST_WIDTH = 286


class _Header(QWidget):
    """48 px: the title, what the page is about, Check all now."""

    def __init__(self, title: str, about: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.check = Button(tr("Check all now"), "refresh", key="F5")
        name = ElidedLabel(title, "page")
        name.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 0, 14, 1)
        row.setSpacing(8)
        row.addWidget(name)
        row.addWidget(ElidedLabel(about, "body", "text2"), 1)
        row.addWidget(self.check)
        keep_colours(self, ground="paper")
        theme().changed.connect(self._fit)
        self._fit()

    def _fit(self) -> None:
        self.setFixedHeight(max(48, px(48)))

    def paintEvent(self, event: QPaintEvent) -> None:
        line(QPainter(self), self.rect().adjusted(0, self.height() - 1, 0, 0))


class _AddAnother(QWidget):
    """A button for each place there is."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.buttons: list[Button] = []
        self._label = ElidedLabel(tr("Add another"), "meta strong", "text2")
        self._band, self._holder = QWidget(), QWidget()
        keep_colours(self._band, ground="paper")
        self._label_row = QHBoxLayout(self._band)
        self._label_row.addWidget(self._label)
        self._flow = FlowLayout(self._holder, gap=6, row_gap=6)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._band)
        column.addWidget(self._holder)
        theme().changed.connect(self._fit)
        self._fit()

    def _fit(self) -> None:
        self._label_row.setContentsMargins(px(14), px(5), px(8), px(5))
        self._flow.setContentsMargins(px(14), px(10), px(14), px(10))

    def set_places(self, places: tuple[Place, ...], chosen: object) -> None:
        """Other places; `chosen` is called with the one that was pressed."""
        if [button.text() for button in self.buttons] == [tr(place.name) for place in places]:
            return
        for old in self.buttons:
            self._flow.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.buttons = [Button(tr(place.name), small=True) for place in places]
        for button, place in zip(self.buttons, places, strict=True):
            button.clicked.connect(lambda _=False, place=place: chosen(place))  # type: ignore[operator]
            self._flow.addWidget(button)

    def set_label(self, is_first: bool) -> None:
        self._label.setText(tr("Add a place") if is_first else tr("Add another"))


class AccountsPage(QWidget):
    """Accounts by how they are, and the wizards that are under way."""

    def __init__(self, shop: Shop, background: Runner, window: Window, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shop, self._background, self._window = shop, background, window
        self.title, self.subtitle = tr("Accounts"), tr("Where people talk about you")
        self.standing = Standing()
        self.wizards: dict[str, Wizard] = {}
        self._made, self._revision, self._is_read = 0, 0, False
        self._build()
        self._connect()
        self.reload()

    # ---- building ----------------------------------------------------------------------------------

    def _build(self) -> None:
        self.header = _Header(self.title, self.subtitle)
        self.list = AccountList()
        self.add = _AddAnother()
        self.only = WrapLabel("", "meta", "text2")
        self.only.setContentsMargins(14, 10, 14, 10)
        self.details = Details(self._shop)
        act = [(tr("Choose a place"), self.choose_a_place)]
        words = tr("Where do people talk about you?"), tr("One place is enough to begin.")
        self.empty = EmptyState("plug", *words, act)
        self.nothing = EmptyState("plug", *words)
        self.right = QStackedWidget()
        for widget in (self.details, self.empty, self.nothing):
            self.right.addWidget(widget)
        left = QScrollArea()
        left.setFrameShape(QFrame.Shape.NoFrame)
        left.setWidgetResizable(True)
        left.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        left.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        left.setWidget(self._left_column())
        keep_colours(left, ground="surface")
        self.left = left
        rule = QFrame()
        rule.setFixedWidth(1)
        keep_colours(rule, ground="line")
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(left)
        row.addWidget(rule)
        row.addWidget(self.right, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.header)
        whole.addLayout(row, 1)
        self._fit()

    def _left_column(self) -> QWidget:
        body = QWidget()
        keep_colours(body, ground="surface")
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for widget in (self.list, self.add, self.only):
            column.addWidget(widget)
        column.addStretch(1)
        self.add.hide()
        self.only.hide()
        return body

    def _fit(self) -> None:
        self.left.setFixedWidth(min(px(_LIST_WIDTH), 380))

    def _connect(self) -> None:
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self.reload)
        self.header.check.clicked.connect(lambda: self._window.collect_now())
        self.list.chosen.connect(self._show)
        self.list.entered.connect(lambda _key: self._into_right())
        self.list.currentItemChanged.connect(lambda *_: self._keep_in_sight())
        self.details.check.connect(self._window.collect_now)
        self.details.sign_in.connect(self._sign_in_again)
        self.details.disconnect_wanted.connect(self._disconnect)
        self.details.ceiling_wanted.connect(self._set_ceiling)
        self.details.back_wanted.connect(self._look_back)
        self._background.tables_changed.connect(self._tables_changed)
        theme().changed.connect(self._fit)

    # ---- reading -----------------------------------------------------------------------------------

    def _tables_changed(self, tables: frozenset[str]) -> None:
        if tables & standings.TABLES:
            self._soon.start()

    def reload(self) -> None:
        """Reads the accounts again; an answer that was overtaken doesn't count."""
        self._revision += 1
        number = self._revision

        def came(found: Standing) -> None:
            if number == self._revision:
                self._take(found)

        self._background.run(self, lambda: standings.read(self._shop), came)

    def _take(self, found: Standing) -> None:
        self.standing, self._is_read = found, True
        self.add.setVisible(found.may_change and bool(found.places))
        self.add.set_places(found.places, self.connect_place)
        self.add.set_label(not found.logins and not self.wizards)
        self.only.setText(self._only_line())
        self.only.setVisible(bool(self.only.text()) and not found.may_change)
        self.header.check.setVisible(bool(found.logins) and not self._shop.read_only)
        self._fill()
        if self.window().focusWidget() is self:  # the keyboard came before there was anything to go to
            self._enter()

    def _enter(self) -> None:
        if self.list.isVisible():
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._into_right()

    def _only_line(self) -> str:
        if self._shop.is_practice or not self.standing.owner:
            return ""
        return tr("Only {owner} can change accounts").format(owner=self.standing.owner)

    def _fill(self) -> None:
        """The rows by group; something is always chosen when there is something."""
        being_set_up = {wizard.account.id for wizard in self.wizards.values() if wizard.account}
        again = {wizard.again.id for wizard in self.wizards.values() if wizard.again}
        logins = [one for one in self.standing.logins if one.account.id not in being_set_up | again]
        groups = (
            (tr("Working"), [self._line(one) for one in logins if not one.needs_you]),
            (tr("Being set up"), [self._wizard_line(key, each) for key, each in self.wizards.items()]),
            (tr("Needs you"), [self._line(one) for one in logins if one.needs_you]),
        )
        lines: list[Line] = []
        for name, members in groups:
            lines += [Line("", name), *members] if members else []
        self.list.setVisible(bool(lines))
        if lines != self.list.lines():
            self.list.show_lines(lines)
        if not self.list.key() and lines:
            self.list.choose(next(each.key for each in lines if each.key))
        self._show(self.list.key())

    def _line(self, login: Login) -> Line:
        account = login.account
        state = standings.state(login, self._shop.clock)
        return Line(account.id, account.name or account.handle, login.tile, login.place, state)

    def _wizard_line(self, key: str, wizard: Wizard) -> Line:
        place = wizard.place
        tile, name = (place.tile, tr(place.name)) if place else ("", tr("A new place"))
        return Line(key, wizard.name, tile or "+", name, Word(wizard.step_words, ""))

    # ---- showing -----------------------------------------------------------------------------------

    def _show(self, key: str) -> None:
        login = self.standing.login(key)
        if key in self.wizards:
            self.right.setCurrentWidget(self.wizards[key])
        elif login is not None:
            self.details.show_login(login, self.standing)
            self.right.setCurrentWidget(self.details)
        elif self._is_read:
            self.right.setCurrentWidget(self.empty if self.standing.may_change else self.nothing)

    def show_account(self, account: str) -> None:
        """Marks an account in the list and shows it."""
        if self.list.choose(account):
            self._show(account)

    def _keep_in_sight(self) -> None:
        item = self.list.currentItem()
        if item is not None:
            rect = self.list.visualItemRect(item)
            self.left.ensureVisible(0, self.list.y() + rect.center().y(), 0, rect.height())

    def _into_right(self) -> None:
        shown = self.right.currentWidget()
        if isinstance(shown, Wizard):
            shown.take_focus()
        else:
            buttons = (self.details.sign_in_button, self.details.check_button, *self.empty.buttons)
            seen = [button for button in buttons if button.isVisible()]
            if seen:
                seen[0].setFocus(Qt.FocusReason.TabFocusReason)

    # ---- bringing in -------------------------------------------------------------------------------

    def choose_a_place(self) -> None:
        """A wizard from its first step; straight to the second where there is but one place."""
        places = self.standing.places
        self.connect_place(places[0] if len(places) == 1 else None)

    def connect_place(self, place: Place | None) -> None:
        """A new wizard for a place, or the one that is under way for it."""
        for key, wizard in self.wizards.items():
            if wizard.place == place and wizard.again is None and wizard.step < LOOK:
                self.show_account(key)
                wizard.take_focus()
                return
        self._open_wizard(place)

    def _sign_in_again(self, account: str) -> None:
        login = self.standing.login(account)
        platform = login.account.platform if login else ""
        place = next((each for each in self.standing.places if each.key == platform), None)
        if login is not None and place is not None:
            self._open_wizard(place, login.account)

    def _open_wizard(self, place: Place | None, again: Account | None = None) -> None:
        self._made += 1
        key = f"setting up {self._made}"
        wizard = Wizard(self._shop, self._background, self._window, self.standing, place, again)
        self.wizards[key] = wizard
        self.right.addWidget(wizard)
        wizard.moved.connect(self._fill)
        wizard.ended.connect(lambda account: self._wizard_ended(key, account))
        self._fill()
        self.show_account(key)
        wizard.take_focus()

    def _wizard_ended(self, key: str, account: str) -> None:
        wizard = self.wizards.pop(key)
        back_to = account or (wizard.again.id if wizard.again else "")
        self.right.removeWidget(wizard)
        wizard.deleteLater()
        self._fill()
        self.show_account(back_to)
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)
        self.reload()

    def _set_ceiling(self, account: str, typed: str) -> None:
        shop, ceiling = self._shop, self.details.ceiling

        def done(amount: str) -> None:
            ceiling.tell("")
            said = tr("The limit is ${amount} a month.") if amount else tr("There is no limit any more.")
            self._window.toast(said.format(amount=amount))

        def failed(error: Exception) -> None:
            if isinstance(error, ShopError):
                ceiling.tell(told(error))

        self._background.run(
            self, lambda: connecting.set_ceiling(shop, account, typed), done, failed, lane="write"
        )

    def _look_back(self, account: str, days: int) -> None:
        """Not beside a check of the same account: that would go on from where it was."""
        shop = self._shop

        def done(is_further: bool) -> None:
            if is_further:
                self._window.toast(tr("Fetching what is older."))
                self._window.collect_now(account)

        self._background.run(
            self, lambda: connecting.look_back(shop, account, days), done, lane="collect", key=account
        )

    # ---- letting go --------------------------------------------------------------------------------

    def _disconnect(self, account: str) -> None:
        login = self.standing.login(account)
        name = (login.account.name or login.account.handle) if login else ""
        shop = self._shop

        def done(drafts: int) -> None:
            said = tr("{account} is disconnected.").format(account=name)
            back = (
                moments.count(drafts, "reply is a draft again.", "replies are drafts again.")
                if drafts
                else ""
            )
            self._window.toast(f"{said} {back}".strip())

        self._background.run(
            self, lambda: connecting.disconnect(shop, account), done, lane="collect", key=account
        )

    # ---- what the window asks ----------------------------------------------------------------------

    def panes(self) -> list[QWidget]:
        return [widget for widget in (self.list, self.right) if widget.isVisible()]

    def key_hint(self) -> str:
        return self._only_line() or tr("↑ ↓ account · Enter go there")

    def shown(self) -> None:
        """Looked at again: times of day may read differently."""
        window = self.window()
        window.removeEventFilter(self)
        window.installEventFilter(self)
        if self._is_read:
            self._fill()
        else:
            self.setFocus(Qt.FocusReason.OtherFocusReason)  # until there is more to go to

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The window closes: a sign-in that waits for the browser must not hold it up."""
        if event.type() == QEvent.Type.Close and watched is self.window():
            for wizard in self.wizards.values():
                wizard.close_down()
        return False
