"""What stands under the coach's items: what is good already, the Shop book in small, the passer-by's eye."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from desktop.coach.scene import Level
from ui.moments import tr, translated
from ui.theme import px, theme
from ui.theme.icons import paint_icon
from ui.theme.keep import keep_colours, keep_font
from ui.theme.paint import line
from ui.widgets.elide import ElidedLabel
from ui.widgets.flow import FlowLayout
from ui.widgets.wrap import WrapLabel

from .coach_item import Sign


class Good(QFrame):
    """ "Good already" and its ticks, two beside each other where there is room."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ticks: list[QLabel] = []
        self._words: tuple[str, ...] = ()
        sign = Sign(self)
        sign.show_level(Level.GOOD)
        title = WrapLabel(tr("Good already"), "strong")
        self._list = QWidget()
        self._flow = FlowLayout(self._list, px(14), px(3))
        row, words = QHBoxLayout(self), QVBoxLayout()
        row.setContentsMargins(px(14), px(11), px(14), px(10))
        row.setSpacing(px(10))
        words.setSpacing(px(4))
        words.addWidget(title)
        words.addWidget(self._list)
        row.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)

    def set_good(self, good: Sequence[str]) -> None:
        """What is good; nothing: hidden."""
        self.setVisible(bool(good))
        if tuple(good) == self._words:
            return
        self._words = tuple(good)
        for tick in self._ticks:
            self._flow.removeWidget(tick)
            tick.hide()  # never without a parent: a pending show would make it a window
            tick.deleteLater()
        self._ticks = [self._tick(words) for words in good]

    def _tick(self, words: str) -> QLabel:
        made = _Tick(translated(words))
        self._flow.addWidget(made)
        return made

    def words(self) -> tuple[str, ...]:
        """What is good."""
        return self._words

    def paintEvent(self, event: QPaintEvent) -> None:
        line(QPainter(self), QRect(0, self.height() - 1, self.width(), 1))


class _Tick(QLabel):
    """A small tick and a word or two."""

    def __init__(self, words: str) -> None:
        super().__init__(words)
        self.setTextFormat(Qt.TextFormat.PlainText)
        keep_font(self, "body")
        keep_colours(self, text="text2")
        theme().changed.connect(self._room)
        self._room()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self._room()

    def _room(self) -> None:
        rtl = self.isRightToLeft()
        self.setContentsMargins(0 if rtl else px(18), 0, px(18) if rtl else 0, 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        side = px(13)
        left = self.width() - side if self.isRightToLeft() else 0
        paint_icon(QPainter(self), left, (self.height() - side) / 2, "check", "leaf", side)


class ShopBook(QFrame):
    """The facts that fit, in small."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(px(14), px(10), px(14), px(11))
        self._column.setSpacing(px(4))
        self._lines: list[WrapLabel] = []
        keep_colours(self, ground="paper")
        head = QHBoxLayout()
        icon = _BookSign(self)
        head.setSpacing(px(8))
        head.addWidget(icon)
        self._title = ElidedLabel(tr("From the Shop book"), "strong")
        head.addWidget(self._title, 1)
        self._column.addLayout(head)
        self.hide()

    def set_lines(self, lines: Sequence[tuple[str, str]], title: str = "From the Shop book") -> None:
        """(title, text) of each fact; none: hidden."""
        self._title.setText(title)
        for old in self._lines:
            self._column.removeWidget(old)
            old.hide()  # never without a parent: a pending show would make it a window
            old.deleteLater()
        self._lines = []
        for name, text in lines:
            made = WrapLabel(token="text2")
            made.set_parts((name, "strong"), " ", text)
            self._column.addWidget(made)
            self._lines.append(made)
        self.setVisible(bool(lines))


class _BookSign(QWidget):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(px(16), px(16))

    def paintEvent(self, event: QPaintEvent) -> None:
        paint_icon(QPainter(self), 0, 0, "book", "text2", px(16))


class EyeLine(QFrame):
    """What a passer-by will see once it is posted."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = WrapLabel(token="text2")
        self._row = QHBoxLayout(self)
        self._row.addWidget(self.words)
        theme().changed.connect(self._room)
        self._room()
        self.hide()

    def _room(self) -> None:
        start, end = px(14) + px(26), px(14)  # the eye stands at the start
        left, right = (end, start) if self.isRightToLeft() else (start, end)
        self._row.setContentsMargins(left, px(10), right, px(12))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self._room()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        left = self.width() - px(30) if self.isRightToLeft() else px(14)
        paint_icon(painter, left, px(11), "eye", "text2", px(16))
