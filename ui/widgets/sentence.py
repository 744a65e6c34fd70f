"""The owner's recovery sentence, shown once, to be written down by hand."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.moments import tr

from .buttons import Button
from .panel import Panel
from .tickbox import TickBox
from .wrap import WrapLabel


class SentenceCard(Panel):
    """`written` when somebody says that it is on paper. The keyboard stands on a box to tick, which Enter doesn't: who
    still presses Enter from before has not read it."""

    written = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("surface", "edge", parent=parent)
        self.sentence = WrapLabel("", "reading 18")
        self.kept = TickBox(tr("It’s on paper, word for word"))
        self.go = Button(tr("I’ve written it down"), "check", kind="primary")
        why = tr(
            "Your way back if you ever forget your PIN. It is shown this once and kept nowhere as it stands: "
            "write it on paper and keep that away from this computer."
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 14)
        column.setSpacing(8)
        column.addWidget(WrapLabel(tr("Write this sentence down"), "lead"))
        column.addWidget(self.sentence)
        column.addWidget(WrapLabel(why, "body", "text2"))
        column.addSpacing(4)
        column.addWidget(self.kept, 0, Qt.AlignmentFlag.AlignLeading)
        column.addWidget(self.go, 0, Qt.AlignmentFlag.AlignLeading)
        column.addStretch(1)
        self.kept.toggled.connect(self.go.setEnabled)
        self.go.clicked.connect(self._written)

    def show_sentence(self, sentence: str) -> None:
        self._show(sentence)
        self.kept.setFocus(Qt.FocusReason.OtherFocusReason)

    def clear(self) -> None:
        """It stands nowhere any more."""
        self._show("")

    def _show(self, sentence: str) -> None:
        self.sentence.setText(sentence)
        self.setAccessibleName(sentence)
        self.kept.setAccessibleDescription(sentence)  # read out with the box
        self.kept.setChecked(False)
        self.go.setEnabled(False)

    def _written(self) -> None:
        self.clear()
        self.written.emit()
