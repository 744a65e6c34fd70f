"""The form for one person more."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.moments import tr
from ui.theme import px, theme
from ui.widgets.buttons import Button
from ui.widgets.wrap import WrapLabel

from .details import Fields


class AddForm(QWidget):
    """`added` carries (name, role line, sign-off); `left` follows Cancel."""

    added = Signal(object)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.fields = Fields()
        self.fields.role_line.setPlaceholderText(tr("Saturdays, 7 to 14"))
        self.missing = WrapLabel("", "meta", "brick")
        self.go, self.cancel = Button(tr("Add"), kind="primary"), Button(tr("Cancel"))
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.go)
        buttons.addWidget(self.cancel)
        buttons.addStretch(1)
        self._inner = QWidget()
        column = QVBoxLayout(self._inner)
        column.setContentsMargins(24, 16, 24, 18)
        column.setSpacing(12)
        column.addWidget(WrapLabel(tr("Add a person"), "title"))
        column.addWidget(WrapLabel(tr("Add a helper and each reply carries a name."), "body", "text2"))
        column.addWidget(self.fields)
        column.addWidget(self.missing)
        column.addLayout(buttons)
        column.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._inner, 100)
        row.addStretch(1)
        self.go.clicked.connect(self._add)
        self.cancel.clicked.connect(self.left)
        for edit in self.fields.edits():
            edit.returnPressed.connect(self._add)
        theme().changed.connect(self._fit)
        self._fit()

    def _fit(self) -> None:
        self._inner.setMaximumWidth(px(560))

    def begin(self) -> None:
        """Empty, and ready to type in."""
        for edit in self.fields.edits():
            edit.setText("")
        self.missing.hide()
        self.fields.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def _add(self) -> None:
        name, sign_off, role_line = (edit.text().strip() for edit in self.fields.edits())
        if not name:
            self.missing.setText(tr("And the name?"))
            self.missing.show()
            self.fields.name.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.added.emit((name, role_line, sign_off))
