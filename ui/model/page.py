"""The settings of the language model: off until the owner turns it on; its key goes into the password store."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QFormLayout,
    QFrame,
    QLabel,
    QLineEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from desktop import model, people, settings
from desktop.errors import ShopError
from desktop.shop import Shop
from ui.background import Runner
from ui.moments import told, tr
from ui.theme import px
from ui.theme.keep import keep_colours, keep_font
from ui.widgets.bars import Bar
from ui.widgets.buttons import Button
from ui.widgets.flow import FlowLayout
from ui.widgets.tickbox import TickBox
from ui.widgets.wrap import WrapLabel

_LEAD = (
    "Besides the openings that come with the app, a language model can write one: on this computer, or anywhere that"
    " speaks like OpenAI. It is asked only when you press Send, and you see first what it gets. What it writes comes as"
    " parts with blanks. Nothing of it is ever posted by itself."
)


class ModelPage(QScrollArea):
    """Address, model and key; changes apply at once. `Try it` sends a made-up complaint, nothing of the shop's."""

    def __init__(self, shop: Shop, background: Runner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shop, self._background = shop, background
        store = shop.store
        self.is_on = TickBox(tr("Offer an opening from a language model"))
        self.address = QLineEdit(settings.get(store, model.ADDRESS))
        self.name, self.key = QLineEdit(settings.get(store, model.MODEL)), QLineEdit()
        self.try_it, self.forget = Button(tr("Try it")), Button(tr("Forget the key"))
        self.trouble = Bar("", tone="brick", can_dismiss=False)
        self.said = WrapLabel("", "body", "text")
        self.is_on.setChecked(settings.get(store, model.IS_ON))
        self._arrange()
        self._connect()
        self._look_for_key()

    def _arrange(self) -> None:
        inside = QWidget()
        column, form, buttons = QVBoxLayout(inside), QFormLayout(), FlowLayout(gap=8, row_gap=6)
        column.setContentsMargins(0, 0, px(6), 0)
        column.setSpacing(px(12))
        head = QLabel(tr("Language model"))
        keep_font(head, "page")
        self.address.setPlaceholderText("http://localhost:11434/v1")
        self.name.setPlaceholderText("llama3.2")
        self.key.setEchoMode(QLineEdit.EchoMode.Password)
        for field, label in ((self.address, tr("Address")), (self.name, tr("Model")), (self.key, tr("Key"))):
            field.setMaxLength(500)
            said = QLabel(label)
            said.setTextFormat(Qt.TextFormat.PlainText)
            said.setBuddy(field)
            said.setMinimumHeight(field.sizeHint().height())
            form.addRow(said, field)
        for button in (self.try_it, self.forget):
            buttons.addWidget(button)
        owner = people.owner(self._shop.store)
        only = tr("Only {owner} can change this page.").format(owner=owner.name) if owner else ""
        note = tr("The key is kept in this computer’s own password store, for this address alone.")
        may = self._shop.me.is_owner and not self._shop.read_only
        for widget in (head, WrapLabel(tr(_LEAD), "body", "text2"), self.is_on):
            column.addWidget(widget)
        column.addLayout(form)
        column.addWidget(WrapLabel(note if may else only, "meta", "text2"))
        column.addLayout(buttons)
        for last in (self.said, self.trouble):
            column.addWidget(last)
            last.hide()
        column.addStretch(1)
        for each in (self.is_on, self.address, self.name, self.key, self.try_it, self.forget):
            each.setEnabled(may)
        self.setWidget(inside)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        keep_colours(inside, ground="paper")
        keep_colours(self, ground="paper")

    def _connect(self) -> None:
        self.is_on.clicked.connect(lambda _on: self._choose())
        for field in (self.address, self.name):
            field.editingFinished.connect(self._choose)
        self.key.editingFinished.connect(self._keep_key)
        self.try_it.clicked.connect(self._try)
        self.forget.clicked.connect(self._forget)

    # --- choosing -----------------------------------------------------------------------------------------

    def _choose(self) -> None:
        """What stands in the fields is kept; what can't be is said, and stays in its field."""
        is_on, address, name, shop = self.is_on.isChecked(), self.address.text(), self.name.text(), self._shop
        kept = (
            settings.get(shop.store, model.IS_ON),
            settings.get(shop.store, model.ADDRESS),
            settings.get(shop.store, model.MODEL),
        )
        if kept == (is_on, address.strip(), name.strip()):
            return
        self._run(
            lambda: model.choose(shop, is_on=is_on, address=address, model=name),
            self._chosen,
            self._not_chosen,
        )

    def _chosen(self, _nothing: object) -> None:
        self._quiet()
        self._look_for_key()

    def _not_chosen(self, error: Exception) -> None:
        self.is_on.setChecked(settings.get(self._shop.store, model.IS_ON))
        self._failed(error)

    def _keep_key(self) -> None:
        key, shop, address = self.key.text(), self._shop, self.address.text()
        if not key.strip():
            return
        self.key.clear()
        self._run(lambda: model.keep_key(shop, model.place_of(address), key), self._chosen)

    def _forget(self) -> None:
        self._run(lambda: model.forget_key(self._shop), self._chosen)

    def _look_for_key(self) -> None:
        """Whether there is a key; the key itself is never shown."""
        shop, address = self._shop, self.address.text()

        def work() -> bool:
            try:
                return model.has_key(shop, model.place_of(address))
            except ShopError:
                return False

        def done(has: bool) -> None:
            self.key.setPlaceholderText(tr("There is one") if has else tr("If it needs one"))
            self.forget.setVisible(has)

        self._run(work, done)

    # --- trying -------------------------------------------------------------------------------------------

    def _try(self) -> None:
        shop, address, name = self._shop, self.address.text(), self.name.text()
        self._quiet()
        try:
            message = model.trial(address, name)
        except ShopError as error:
            self._failed(error)
            return
        self.try_it.setEnabled(False)
        self.said.setText(
            tr("Asking {model} at {host} about a made-up complaint…").format(
                model=name, host=message.place.host
            )
        )
        self.said.show()

        def work() -> str:
            made = model.opening_from(model.ask(shop, message), {})
            return made.plain()

        def done(text: str) -> None:
            self.try_it.setEnabled(True)
            self.said.setText(tr("It works. It would begin like this:") + "\n\n" + text)

        def failed(error: Exception) -> None:
            self.try_it.setEnabled(True)
            self.said.hide()
            self._failed(error)

        # Behind what was just typed: a key is on its way to the password store.
        self._run(lambda: None, lambda _nothing: self._run(work, done, failed, lane="model"))

    def _run(
        self,
        work: Callable[[], Any],
        done: Callable[[Any], None],
        failed: Callable[[Exception], None] | None = None,
        lane: str = "write",
    ) -> None:
        self._background.run(self, work, done, failed or self._failed, lane=lane)

    def _quiet(self) -> None:
        self.trouble.hide()
        self.said.hide()

    def _failed(self, error: Exception) -> None:
        self.trouble.set_bar(told(error))
        self.trouble.show()
        self.trouble.tell()
