"""A bar in the layout, above what it is about: a sentence, what can be done, and a cross to dismiss it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from ui.moments import tr
from ui.theme import px, theme
from ui.theme.icons import paint_icon
from ui.theme.paint import rounded

from .announce import announce
from .beside import BesideLayout
from .buttons import IconButton, LinkButton
from .wrap import WrapLabel

Action = tuple[str, Callable[[], object]]

_EDGES = {"amber": "amber_edge", "neutral": "line"}
ICONS = {
    "brick": "stop",
    "amber": "warn",
    "leaf": "check",
    "slate": "info",
    "plum": "info",
    "neutral": "info",
}


def edge_of(tone: str) -> QColor:
    """The line around a bar of this tone."""
    return theme().tokens.color(_EDGES.get(tone, tone))


class Glyph(QWidget):
    """An icon standing in a layout; decoration only, so it has no name."""

    def __init__(
        self, name: str, token: str = "text2", size: int = 16, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._name, self._token, self._size = name, token, size
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme().changed.connect(self.updateGeometry)

    def set_glyph(self, name: str, token: str | None = None) -> None:
        """Another icon, in another colour if ``token`` is given."""
        self._name, self._token = name, token or self._token
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(px(self._size), px(self._size))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        paint_icon(QPainter(self), 0, 0, self._name, self._token, px(self._size))


class Bar(QWidget):
    """``text`` with ``actions`` (words and what they do) in a tone. ``dismissed`` follows the cross or Esc.

    A bar is inserted into the layout and never covers anything. Without ``can_dismiss`` there is no cross.
    """

    dismissed = Signal()

    def __init__(
        self,
        text: str,
        actions: Sequence[Action] = (),
        tone: str = "neutral",
        *,
        can_dismiss: bool = True,
        dismiss_text: str = "Dismiss",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._tone = tone
        self._glyph = Glyph(ICONS[tone], tone)
        self._text = WrapLabel(text)
        self._beside = BesideLayout(gap=14)
        self._links: list[LinkButton] = []
        self.ways: tuple[Action, ...] = ()
        self._cross = IconButton("x", tr(dismiss_text), size=14)
        self._cross.clicked.connect(self._dismiss)
        self._build()
        self._cross.setVisible(can_dismiss)  # only now that it stands in the bar: alone it would be a window
        self.set_bar(text, actions, tone)

    def _build(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 4, 6, 4)
        row.setSpacing(10)
        middle = Qt.AlignmentFlag.AlignVCenter
        row.addWidget(self._glyph, 0, middle)
        row.addLayout(self._beside, 1)
        self._beside.addWidget(self._text)
        row.addWidget(self._cross, 0, middle)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.setMinimumHeight(38)

    def set_bar(self, text: str, actions: Sequence[Action] = (), tone: str | None = None) -> None:
        """Say something else in the same place."""
        self._tone = tone or self._tone
        self._glyph.set_glyph(ICONS[self._tone], self._tone)
        self._text.setText(text)
        for old in self._links:
            self._beside.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._links, self.ways = [], tuple(actions)
        for words, act in actions:
            link = LinkButton(words, parent=self)
            link.clicked.connect(lambda _checked=False, act=act: act())
            self._beside.addWidget(link)
            link.show()
            QWidget.setTabOrder(self._links[-1] if self._links else self._text, link)
            self._links.append(link)
        QWidget.setTabOrder(self._links[-1] if self._links else self._text, self._cross)
        self.setAccessibleName(text)
        self.update()

    def text(self) -> str:
        """The sentence it shows."""
        return self._text.text()

    @property
    def tone(self) -> str:
        """In which tone it says it."""
        return self._tone

    def height_at(self, width: int) -> int:
        """What it needs at this width, in px, whether it can be seen now or not."""
        layout = self.layout()
        return max(self.minimumHeight(), layout.totalHeightForWidth(width) if layout is not None else 0)

    def tell(self) -> None:
        """Have the sentence read out politely."""
        announce(self, self.text())

    def _dismiss(self) -> None:
        self.hide()
        self.dismissed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and not self._cross.isHidden():
            self._dismiss()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        rounded(QPainter(self), self.rect(), 6, theme().tokens.tint(self._tone), edge_of(self._tone))
