"""What a page shows when there is nothing to show: an icon, a title, a sentence, what to do next."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ui.theme import px, theme

from .bars import Glyph
from .buttons import Button
from .wrap import WrapLabel

Action = tuple[str, Callable[[], object]]


class EmptyState(QWidget):
    """Centred in its room. The first action is the primary one unless ``primary`` is False."""

    def __init__(
        self,
        icon: str,
        title: str,
        text: str = "",
        actions: Sequence[Action] = (),
        *,
        primary: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._glyph = Glyph(icon, "text3", 32)
        self._title = WrapLabel(title, "lead")
        self._text = WrapLabel(text, "body", "text2")
        self.buttons = [
            _action_button(words, act, primary and not at) for at, (words, act) in enumerate(actions)
        ]
        for label in (self._title, self._text):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._build()
        self._text.setVisible(bool(text))  # only now that it stands in here: alone it would be a window
        self.setAccessibleName(f"{title} {text}".strip())
        theme().changed.connect(self._hold_width)
        self._hold_width()

    def set_text(self, title: str, text: str = "") -> None:
        """Other words in the same place."""
        self._title.setText(title)
        self._text.setText(text)
        self._text.setVisible(bool(text))
        self.setAccessibleName(f"{title} {text}".strip())

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(8)
        column.addStretch(1)
        column.addWidget(self._glyph, 0, Qt.AlignmentFlag.AlignHCenter)
        for label in (self._title, self._text):
            column.addWidget(label, 0, Qt.AlignmentFlag.AlignHCenter)
        if self.buttons:
            row = QHBoxLayout()
            row.setSpacing(8)
            row.addStretch(1)
            for button in self.buttons:
                row.addWidget(button)
            row.addStretch(1)
            column.addSpacing(6)
            column.addLayout(row)
        column.addStretch(2)

    def _hold_width(self) -> None:
        for label in (self._title, self._text):
            label.setMaximumWidth(px(420))
            label.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)


def _action_button(words: str, act: Callable[[], object], primary: bool) -> Button:
    button = Button(words, kind="primary" if primary else "plain")
    button.clicked.connect(lambda _checked=False: act())
    return button
