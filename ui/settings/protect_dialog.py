"""Protecting the shop file, step by step: a password, the recovery code on paper, and off it goes."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from desktop import keys, people
from desktop.counter import protecting
from desktop.errors import ShopError
from desktop.shop import Shop
from ui.background import Runner
from ui.ending.frame import HouseDialog
from ui.moments import told, tr
from ui.settings.changes import CLOSING, Change, Wanted
from ui.settings.code_card import CodeCard
from ui.theme import px
from ui.theme.keep import keep_colours, keep_font
from ui.widgets.announce import announce
from ui.widgets.buttons import Button, LinkButton
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.password_field import PasswordField
from ui.widgets.room import Scrolled
from ui.widgets.wrap import WrapLabel


class _Words(NamedTuple):
    title: str
    text: str
    go: str
    asks_new: bool = True
    shows_code: bool = False
    rewrites: bool = False


_REWRITES = "All files of the shop are written anew, each checked before the old one goes. The window closes for that."
WORDS = {
    Change.PROTECT: _Words(
        "Protect the shop file",
        "From now on a password is asked for at each start. Without it nobody can read the shop’s files, and nobody "
        "can help who has forgotten it, except with the recovery code that you write down next.",
        "Protect it now",
        shows_code=True,
        rewrites=True,
    ),
    Change.PASSWORD: _Words(
        "Change my password",
        "Copies that were made somewhere else before still open with the old one. If somebody else knows it, make a "
        "new key as well.",
        "Change it",
    ),
    Change.PERSON: _Words(
        "A password for somebody else",
        "They open the shop with their own password, and lose it when you remove them from People.",
        "Set it",
    ),
    Change.CODE: _Words(
        "New recovery code",
        "The code you wrote down before opens nothing here any more.",
        "Make it the one",
        asks_new=False,
        shows_code=True,
    ),
    Change.STORE: _Words(
        "Open without asking",
        "This computer’s own password store opens the shop, for whoever is signed in to this computer under your "
        "login. That protects a stick and a copy; a laptop only as well as its login does.",
        "Open without asking",
        asks_new=False,
    ),
    Change.KEY: _Words(
        "New key",
        "For when a password became known, or somebody left who had one. What they know and what they carried off "
        "opens nothing new. Everybody else here needs a new password from you afterwards.",
        "Make a new key",
        shows_code=True,
        rewrites=True,
    ),
    Change.REMOVE: _Words(
        "Remove the protection",
        "The shop file, its copies and pictures can be read without a password again.",
        "Remove it",
        asks_new=False,
        rewrites=True,
    ),
}


class ProtectDialog(HouseDialog):
    """`rewrite_wanted` carries a Wanted for which the shop closes; `changed` follows any other change."""

    rewrite_wanted = Signal(object)
    changed = Signal(object)

    def __init__(self, shop: Shop, change: Change, background: Runner, parent: QWidget | None = None) -> None:
        self._words = WORDS[change]
        super().__init__("shield", tr(self._words.title), 520, parent)
        self._shop, self._change, self._background = shop, change, background
        self.person = ChoiceBox()
        self.now, self.new = PasswordField(tr("Your password now, or the code")), PasswordField(tr("New password"))
        self.again = PasswordField(tr("Once more"))
        self.suggest, self.trouble = LinkButton(tr("Suggest one")), WrapLabel("", "body", "brick")
        self.cancel = Button(tr("Cancel"))
        last = tr("Go on") if self._words.shows_code else tr(self._words.go)
        self.go = Button(last, kind="primary")
        self.card, self.pages = CodeCard(), QStackedWidget()
        self._fill()
        self._lay_out()
        self._connect()
        self.fit()
        self._first().setFocus(Qt.FocusReason.OtherFocusReason)

    def _fill(self) -> None:
        for one in people.all(self._shop.store):
            if one.id != self._shop.me.id:
                self.person.addItem(one.name, one.id)
        keep_colours(self.person)
        self._shown: list[tuple[str, QWidget]] = []
        if self._change is Change.PERSON:
            self._shown.append((tr("Whose"), self.person))
        if self._change is not Change.PROTECT:
            self._shown.append((self.now.accessibleName(), self.now))
        if self._words.asks_new:
            self._shown += [(tr("New password"), self.new), (tr("Once more"), self.again)]

    def _lay_out(self) -> None:
        asking = QWidget()
        column = QVBoxLayout(asking)
        column.setContentsMargins(px(18), px(6), px(18), px(14))
        column.setSpacing(px(5))
        text = f"{tr(self._words.text)} {tr(_REWRITES)}" if self._words.rewrites else tr(self._words.text)
        column.addWidget(WrapLabel(text, "body", "text2"))
        column.addSpacing(px(4))
        for text, widget in self._shown:
            label = QLabel(text)
            label.setTextFormat(Qt.TextFormat.PlainText)
            keep_font(label, "strong")
            label.setBuddy(widget)
            widget.setAccessibleName(text)
            column.addWidget(label)
            column.addWidget(widget)
            if widget is self.new:
                least = tr("At least {count} characters. Four or five words are easy to keep.")
                column.addWidget(WrapLabel(least.format(count=keys.LEAST_LETTERS), "meta", "text2"))
            if widget is self.again:  # below both: Tab goes from the first to the second, a space here replaces both
                column.addWidget(self.suggest, 0, Qt.AlignmentFlag.AlignLeading)
        column.addWidget(self.trouble)
        column.addStretch(1)
        self.trouble.hide()
        self._asking = Scrolled(asking)
        self.pages.addWidget(self._asking)
        self._card_page = Scrolled(self.card)
        self.pages.addWidget(self._card_page)
        self.body.addWidget(self.pages, 1)
        self.foot.addStretch(1)
        self.foot.addWidget(self.cancel)
        self.foot.addWidget(self.go)

    def _connect(self) -> None:
        self.cancel.clicked.connect(self.reject)
        self.go.clicked.connect(self._go)
        self.suggest.clicked.connect(self._suggest)
        self.card.confirmed.connect(self._enable)
        for _, widget in self._shown:
            if isinstance(widget, QLineEdit):
                widget.returnPressed.connect(self._go)
        self.card.field.returnPressed.connect(self._go)

    def _first(self) -> QWidget:
        return self._shown[0][1]

    def _suggest(self) -> None:
        """Six words, to be seen and written down; typed again below, so that they were."""
        self.new.setText(keys.suggested())
        self.new.eye.setChecked(True)
        self.again.clear()
        self.again.setFocus(Qt.FocusReason.OtherFocusReason)

    # ---- checking and going on -----------------------------------------------------------------------------

    def _go(self) -> None:
        if not self.go.isEnabled():
            return
        if self.pages.currentWidget() is self._card_page:
            if self.card.is_confirmed():
                self._finish()
        elif self._is_sound():
            self._say("")
            if self._change is Change.PROTECT:
                self._go_on(True)
                return
            self._be_busy(True)
            shop, secret = self._shop, self.now.text()
            self._background.run(self, lambda: protecting.opens(shop, secret), self._go_on, self._failed, lane="write")

    def _is_sound(self) -> bool:
        """What can be told without trying anything."""
        if self._change is not Change.PROTECT and not self.now.text():
            return self._wrong(tr("Type your password first."), self.now)
        if not self._words.asks_new:
            return True
        try:
            keys.good(self.new.text())
        except ShopError as error:
            return self._wrong(told(error), self.new)
        if self.new.text() != self.again.text():
            self.again.clear()
            return self._wrong(tr("The two aren’t the same."), self.again)
        return True

    def _wrong(self, text: str, field: QWidget) -> bool:
        self._say(text)
        field.setFocus(Qt.FocusReason.OtherFocusReason)
        return False

    def _go_on(self, opens: bool) -> None:
        self._be_busy(False)
        if not opens:
            self.now.selectAll()
            self._wrong(tr("That isn’t a password of this shop, nor its code."), self.now)
        elif self._words.shows_code:
            self.card.show_code(keys.new_code())
            self.pages.setCurrentWidget(self._card_page)
            self.go.setText(tr(self._words.go))
            self._enable()
            self.fit()
        else:
            self._finish()

    def _enable(self) -> None:
        self.go.setEnabled(self.pages.currentWidget() is not self._card_page or self.card.is_confirmed())

    def _finish(self) -> None:
        wanted = Wanted(
            self._change,
            secret=self.now.text(),
            password=self.new.text(),
            code=self.card.code(),
            person=self.person.currentData() or "",
        )
        if self._change in CLOSING:
            self.rewrite_wanted.emit(wanted)
            self.accept()
            return
        self._be_busy(True)
        act = _act(self._shop, wanted)
        self._background.run(self, act, self._finished, self._failed, lane="write")

    def _finished(self, _: object) -> None:
        self.changed.emit(self._change)
        self.accept()

    def _failed(self, error: Exception) -> None:
        self._be_busy(False)
        self.pages.setCurrentIndex(0)
        self._say(told(error))

    def _be_busy(self, busy: bool) -> None:
        self.go.setEnabled(not busy)
        for field in (self.now, self.new, self.again):
            field.setReadOnly(busy)

    def _say(self, text: str) -> None:
        self.trouble.setText(text)
        self.trouble.setVisible(bool(text))
        if text:
            page = self._asking
            self.grow(page.heightForWidth(page.viewport().width()) - page.viewport().height())
            page.ensureWidgetVisible(self.trouble)
            announce(self, text, assertive=True)


def _act(shop: Shop, wanted: Wanted) -> Callable[[], object]:
    """A change for which the shop stays open; the way in was tried just before."""
    acts: dict[Change, Callable[[], object]] = {
        Change.PASSWORD: lambda: protecting.change_password(shop, wanted.secret, wanted.password),
        Change.PERSON: lambda: protecting.give_password(shop, wanted.secret, wanted.person, wanted.password),
        Change.CODE: lambda: protecting.give_code(shop, wanted.secret, wanted.code),
        Change.STORE: lambda: protecting.open_without_asking(shop, wanted.secret),
    }
    return acts[wanted.change]
