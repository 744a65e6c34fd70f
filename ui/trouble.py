"""Dialogs that say what went wrong: what happened, what was kept, what can be done; details on request."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from desktop.errors import ShopError
from ui import words
from ui.moments import tr
from ui.theme import px
from ui.widgets.bars import Glyph
from ui.widgets.buttons import Button, LinkButton
from ui.widgets.wrap import WrapLabel


class TroubleDialog(QDialog):
    """A sentence with advice. `Details` unfolds the technical text; it can be copied."""

    def __init__(self, error: ShopError, parent: QWidget | None = None, *, ok: str = "", unsaved: int = 0) -> None:
        found = words.trouble(error, unsaved)
        super().__init__(parent)
        self.setup(found.sentence, found.advice, found.details)
        self.add_button(ok or tr("OK"), primary=True).clicked.connect(self.accept)

    def setup(self, sentence: str, advice: str, details: str) -> None:
        """Lays the words out; buttons follow with `add_button`."""
        self.setWindowTitle(words.APP_NAME)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(12)
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(Glyph("warn", "amber", 22), 0, Qt.AlignmentFlag.AlignTop)
        lines = QVBoxLayout()
        lines.setSpacing(4)
        lines.addWidget(WrapLabel(sentence, "lead", selectable=True))
        if advice:
            lines.addWidget(WrapLabel(advice, "body", "text2"))
        head.addLayout(lines, 1)
        column.addLayout(head)
        self._details = QPlainTextEdit(details)
        self._details.setReadOnly(True)
        self._details.setAccessibleName(tr("Details"))
        self._details.setMinimumHeight(px(150))
        self._details.hide()
        column.addWidget(self._details)
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(8)
        self._unfold = LinkButton(tr("Details"))
        self._unfold.clicked.connect(self._show_details)
        self._unfold.setVisible(bool(details))
        self._copy = Button(tr("Copy details"))
        self._copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(details))
        self._copy.hide()
        self._buttons.addWidget(self._unfold)
        self._buttons.addWidget(self._copy)
        self._buttons.addStretch(1)
        column.addLayout(self._buttons)
        self.setMinimumWidth(px(460))

    def add_button(self, text: str, *, primary: bool = False) -> Button:
        """One more thing to do, at the right."""
        made = Button(text, kind="primary" if primary else "plain")
        self._buttons.addWidget(made)
        margins = self.contentsMargins()  # whole words on each, in every language
        needed = self._buttons.sizeHint().width() + 2 * 20 + margins.left() + margins.right()
        self.setMinimumWidth(max(px(460), needed))
        if primary:
            made.setFocus()
        return made

    def _show_details(self) -> None:
        self._details.show()
        self._copy.show()
        self._unfold.hide()
        self.adjustSize()


class BugDialog(TroubleDialog):
    """Something of ours broke: what is kept, and the text to send to whoever mends it."""

    def __init__(self, details: str, log: str, parent: QWidget | None = None) -> None:
        QDialog.__init__(self, parent)
        sentence = tr("Something in Said & Done went wrong. Your drafts and the outbox are kept.")
        advice = (
            tr("You can go on. The details are in {log}.").format(log=log) if log else tr("You can go on.")
        )
        self.setup(sentence, advice, details)
        self.add_button(tr("Go on"), primary=True).clicked.connect(self.accept)
