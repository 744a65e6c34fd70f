"""The owner forgot the PIN: the sentence that was written down, and a new PIN."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from ui.moments import tr
from ui.theme import px
from ui.widgets.buttons import Button
from ui.widgets.pin_boxes import PinBoxes
from ui.widgets.wrap import WrapLabel

_LONGEST = 200


class WayBack(QWidget):
    """`recovered` carries (sentence, new PIN); `left` follows Cancel or Esc."""

    recovered = Signal(object)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sentence, self.boxes = QLineEdit(), PinBoxes()
        self.sentence.setMaxLength(_LONGEST)
        self.sentence.setMinimumHeight(px(34))
        self.sentence.setAccessibleName(tr("The sentence you wrote down"))
        self.boxes.setAccessibleName(tr("A new PIN, 4 to 8 digits"))
        self.go, self.cancel = Button(tr("Set the new PIN"), kind="primary"), Button(tr("Cancel"))
        about = tr(
            "Type the recovery sentence, the one you wrote down last. Capitals and stops don’t matter."
        )
        row = QHBoxLayout()
        row.addWidget(self.go)
        row.addWidget(self.cancel)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(WrapLabel(about, "body", "text2"))
        column.addWidget(self.sentence)
        column.addSpacing(4)
        column.addWidget(WrapLabel(tr("A new PIN, 4 to 8 digits"), "strong"))
        column.addWidget(self.boxes, 0, Qt.AlignmentFlag.AlignLeading)
        column.addSpacing(4)
        column.addLayout(row)
        lost = tr("Lost the sentence, too? A PIN can be taken away at this computer’s terminal: the README says how.")
        column.addSpacing(4)
        column.addWidget(WrapLabel(lost, "meta", "text3"))
        column.addStretch(1)
        self.sentence.returnPressed.connect(lambda: self.boxes.setFocus(Qt.FocusReason.TabFocusReason))
        self.boxes.returnPressed.connect(self._go)
        self.go.clicked.connect(self._go)
        self.cancel.clicked.connect(self.left)
        self.setFocusProxy(self.sentence)

    def begin(self) -> None:
        """Empty, and ready to type in."""
        self.sentence.clear()
        self.boxes.empty()
        self.sentence.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_waiting(self, waiting: bool) -> None:
        for edit in (self.sentence, self.boxes):
            edit.setReadOnly(waiting)
        self.go.setEnabled(not waiting)

    def _go(self) -> None:
        if not self.sentence.text().strip():
            self.sentence.setFocus(Qt.FocusReason.OtherFocusReason)
        elif not self.boxes.is_whole():
            self.boxes.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.recovered.emit((self.sentence.text(), self.boxes.pin()))
