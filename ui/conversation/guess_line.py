"""What a conversation was taken for and the words that decided, with one press to agree or to say otherwise."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.records import Conversation, Group, Kind
from ui import words
from ui.moments import tr
from ui.widgets.beside import BesideLayout
from ui.widgets.buttons import LinkButton
from ui.widgets.wrap import WrapLabel


class GuessLine(QWidget):
    """Shown while the kind is only a guess. `said` carries the Kind a person pressed."""

    said = Signal(object)
    other_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sentence = WrapLabel("", "meta", "text2")
        self.right, self.maybe, self.other = (LinkButton("", level="meta") for _ in range(3))
        self._kinds: tuple[Kind, Kind | None] = (Kind.OTHER, None)
        row = BesideLayout(self)
        for widget in (self.sentence, self.right, self.maybe, self.other):
            row.addWidget(widget)
        self.right.clicked.connect(lambda: self.said.emit(self._kinds[0]))
        self.maybe.clicked.connect(lambda: self.said.emit(self._kinds[1]))
        self.other.clicked.connect(self.other_wanted)

    def show_one(self, one: Conversation, *, read_only: bool) -> bool:
        """Says what was guessed of it; whether there is anything to say."""
        if not one.kind_is_guess or one.is_taken_down or one.group is Group.DONE:
            return False
        self._kinds = (one.kind, one.maybe)
        self.sentence.setText(words.guessed_because(one))
        kind = words.kind(one.kind).text
        self.right.setText(kind if one.maybe else tr("That’s right"))
        self.right.setAccessibleName(tr("It is: {kind}").format(kind=kind))
        if one.maybe:
            self.maybe.setText(words.kind(one.maybe).text)
            self.maybe.setAccessibleName(tr("It is: {kind}").format(kind=self.maybe.text()))
        self.maybe.setVisible(one.maybe is not None)
        self.other.setText(tr("Change…"))
        self.other.setVisible(one.maybe is None)  # else the chip above and C do it: two answers are offered already
        for button in (self.right, self.maybe, self.other):
            button.setEnabled(not read_only)
        return True
