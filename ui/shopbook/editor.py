"""Changing a fact where it stands: title, one to three sentences, topics."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from desktop.records import Fact
from desktop.shopbook import Suggestion
from ui import typed
from ui.moments import tr
from ui.theme import px, theme
from ui.theme.keep import keep_font
from ui.widgets.announce import announce
from ui.widgets.buttons import Button
from ui.widgets.sentences import Sentences
from ui.widgets.wrap import WrapLabel


class FactEditor(QWidget):
    """`kept` carries the fact as written; `left` when nothing is to be kept."""

    kept = Signal(object)  # Fact
    left = Signal()

    def __init__(
        self,
        fact: Fact,
        mine: Suggestion | None = None,
        *,
        suggests: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """`mine`: what who is here suggested already, to go on with. `suggests`: the words go to the owner."""
        super().__init__(parent)
        self._fact, self._was_warned = fact, False
        if mine is not None:
            fact = fact._replace(title=mine.fact.title, text=mine.fact.text, topics=mine.fact.topics)
        self.title = QLineEdit(fact.title)
        self.title.setPlaceholderText(tr("What is it about?"))
        self.title.setAccessibleName(tr("Title"))
        self.text = Sentences()
        self.text.setPlainText(fact.text)
        self.text.setPlaceholderText(tr("One or two sentences"))
        self.text.setAccessibleName(tr("Text"))
        self.topics = QLineEdit(", ".join(fact.topics))
        self.topics.setPlaceholderText(tr("Words people use for it, with commas between"))
        self.topics.setAccessibleName(tr("Topics"))
        self.trouble = WrapLabel("", "meta strong", "brick")
        self.trouble.hide()
        save = tr("Suggest it") if suggests else tr("Save")
        self.keep = Button(save, "check", kind="primary", key="Ctrl ↵", small=True)
        self.cancel = Button(tr("Cancel"), key="Esc", small=True)
        self.keep.clicked.connect(self._keep)
        self.cancel.clicked.connect(self.left)
        self._build()
        theme().changed.connect(self._fit)
        self._fit()

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 2)
        column.setSpacing(7)
        keep_font(self.title, "strong")
        keep_font(self.topics, "body")
        for field in (self.title, self.text, self.topics, self.trouble):
            column.addWidget(field)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.keep)
        row.addWidget(self.cancel)
        row.addStretch(1)
        column.addLayout(row)

    def _fit(self) -> None:
        self.setMaximumWidth(px(680))

    def begin(self) -> None:
        """The keyboard goes to the title of a new fact, to the text of an old one."""
        field: QWidget = self.text if self._fact.id else self.title
        field.setFocus(Qt.FocusReason.OtherFocusReason)

    def write(self, fact: Fact) -> None:
        """Words that somebody had begun take the place of those in the fields."""
        self.title.setText(fact.title)
        self.text.setPlainText(fact.text)
        self.topics.setText(", ".join(fact.topics))

    def fact(self) -> Fact:
        """As it is written now."""
        return self._fact._replace(
            title=" ".join(self.title.text().split()),
            text=self.text.toPlainText().strip(),
            topics=typed.topics(self.topics.text()),
        )

    def is_changed(self) -> bool:
        return self.fact() != self._fact

    def say(self, sentence: str) -> None:
        """What keeps it from being saved; nothing written is lost."""
        self.trouble.setText(sentence)
        self.trouble.setVisible(bool(sentence))
        if sentence:
            announce(self, sentence, assertive=True)

    def _keep(self) -> None:
        fact = self.fact()
        if not fact.title:
            self.title.setFocus(Qt.FocusReason.OtherFocusReason)
            self.say(tr("Give it a title."))
        elif not fact.text:
            self.text.setFocus(Qt.FocusReason.OtherFocusReason)
            self.say(tr("Write what everyone should know about it."))
        else:
            self.say("")
            self.kept.emit(fact)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, is_enter = event.key(), event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if key == Qt.Key.Key_Escape:
            self._escape()
        elif is_enter and (
            event.modifiers() & Qt.KeyboardModifier.ControlModifier or not self.text.hasFocus()
        ):
            self._keep()
        else:
            super().keyPressEvent(event)

    def _escape(self) -> None:
        if self.is_changed() and not self._was_warned:
            self._was_warned = True
            self.say(tr("Not saved yet. Esc again lets your changes go."))
        else:
            self.left.emit()
