"""The most an account may cost in a month, as its owner sets it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from ui.moments import tr
from ui.theme import px, theme
from ui.widgets.buttons import Button
from ui.widgets.wrap import WrapLabel


class CeilingField(QWidget):
    """A line for dollars and what happens at the limit. `keep` gets what was typed."""

    def __init__(self, keep: Callable[[str], None], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.edit, self.button = QLineEdit(), Button(tr("Set the limit"))
        self.said = WrapLabel("", "meta", "amber")
        self._keep, self._account, self._amount = keep, "", ""
        self.edit.setMaxLength(12)
        self.edit.setPlaceholderText(tr("No limit"))
        self.edit.setAccessibleName(tr("Most to spend in a month, in dollars"))
        label = WrapLabel(tr("Most to spend in a month, in dollars"), "body", "text2")
        label.setBuddy(self.edit)
        about = tr("At the limit we stop fetching until the next month. Your answers still go out.")
        self.edit.setAccessibleDescription(about)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.edit)
        row.addWidget(self.button)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(label)
        column.addLayout(row)
        column.addWidget(self.said)
        column.addWidget(WrapLabel(about, "meta", "text2"))
        self.said.hide()
        self.edit.textChanged.connect(self._fit)
        self.edit.returnPressed.connect(self._done)
        self.button.clicked.connect(self._done)
        theme().changed.connect(self._fit)
        self._fit()

    def show_amount(self, account: str, amount: str) -> None:
        """The limit as it is kept. What somebody is typing stays, unless it is another account."""
        if (account, amount) != (self._account, self._amount):
            self._account, self._amount = account, amount
            self.edit.setText(amount)
            self.tell("")

    def tell(self, trouble: str) -> None:
        """Why the limit was not kept; "" for nothing."""
        self.said.setText(trouble)
        self.said.setVisible(bool(trouble))

    def _done(self) -> None:
        if self.button.isEnabled():
            self._keep(self.edit.text())

    def _fit(self) -> None:
        self.edit.setMinimumHeight(px(32))
        self.edit.setFixedWidth(px(120))
        self.button.setEnabled(self.edit.text().strip() != self._amount)
