"""What was kept of words that aren't there any more: folded away until somebody wants to read them."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.moments import tr
from ui.theme import px
from ui.widgets.buttons import LinkButton
from ui.widgets.elide import ElidedLabel


class Folded(QWidget):
    """A short sentence, a link that shows what is under it, and the same link to fold it again."""

    def __init__(self, said: str, show: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._show, self._hide = show, tr("Hide")
        self.said = ElidedLabel(said, "meta", "text2")
        self.link = LinkButton(show, level="meta")
        self.link.setAccessibleName(f"{said} {show}")
        self.inside = QWidget()
        self.link.clicked.connect(lambda: self.set_open(self.inside.isHidden()))
        self.column = QVBoxLayout(self.inside)
        self.column.setContentsMargins(0, px(2), 0, 0)
        self.column.setSpacing(px(3))
        row = QHBoxLayout()
        row.setSpacing(px(6))
        row.addWidget(self.said, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.link, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(row)
        whole.addWidget(self.inside)
        self.inside.hide()

    def set_open(self, is_open: bool) -> None:
        self.inside.setVisible(is_open)
        self.link.setText(self._hide if is_open else self._show)
