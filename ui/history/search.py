"""The head of the page: its name, what it is, and the field that has the keyboard when one comes here."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSizePolicy, QWidget

from ui.moments import tr
from ui.theme import fonts, px, theme, tokens
from ui.theme.icons import paint_icon
from ui.theme.keep import keep_colours
from ui.theme.paint import line
from ui.widgets.elide import ElidedLabel

PAUSE = 120  # ms after the last letter before looking
_GO = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down, Qt.Key.Key_PageDown)


class SearchField(QLineEdit):
    """`searched` follows a pause in typing; `left` when the keyboard goes on to the results."""

    searched = Signal(object)  # str
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPlaceholderText(tr("Search people and words"))
        self.setAccessibleName(tr("Search people and words"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self._tell)
        self.textChanged.connect(lambda: self._pause.start())
        theme().changed.connect(self._fit)
        self._fit()

    def _hint(self) -> str:
        return tr("Esc clears")

    def _fit(self) -> None:
        hint = QFontMetrics(fonts.font("meta")).horizontalAdvance(self._hint())
        self.setTextMargins(px(28), 0, hint + px(14), 0)
        self.setFixedHeight(max(px(34), self.fontMetrics().height() + px(14)))

    def sizeHint(self) -> QSize:
        return QSize(px(480), self.height())

    def _tell(self) -> None:
        self.searched.emit(self.text().strip())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
            self.tell_now()
        elif event.key() in _GO or event.key() == Qt.Key.Key_Escape:
            self.tell_now()
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def tell_now(self) -> None:
        """Looks without waiting for a pause."""
        if self._pause.isActive():
            self._pause.stop()
            self._tell()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        size, rtl = px(16), self.isRightToLeft()
        x = self.width() - px(11) - size if rtl else px(11)
        paint_icon(painter, x, (self.height() - size) / 2, "search", "text2", size)
        if self.text():
            painter.setFont(fonts.font("meta"))
            painter.setPen(tokens().color("text2"))
            side = Qt.AlignmentFlag.AlignLeft if rtl else Qt.AlignmentFlag.AlignRight
            room = QRectF(self.rect()).adjusted(px(12), 0, -px(12), 0)
            painter.drawText(room, side | Qt.AlignmentFlag.AlignVCenter, self._hint())


class Header(QWidget):
    """48 px: "History", and where it all is."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = ElidedLabel(tr("History"), "page")
        self.title.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        sub = tr("Everything is on this computer. Search works offline.")
        self.subtitle = ElidedLabel(sub, "body", "text2")
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 0, 14, 1)
        row.setSpacing(8)
        row.addWidget(self.title)
        row.addWidget(self.subtitle, 1)
        keep_colours(self, ground="paper")
        theme().changed.connect(self._fit)
        self._fit()

    def _fit(self) -> None:
        self.setFixedHeight(max(48, px(48)))

    def paintEvent(self, event: QPaintEvent) -> None:
        line(QPainter(self), self.rect().adjusted(0, self.height() - 1, 0, 0))


class Strip(QWidget):
    """A line with what is above it: the search row, or the row over the results."""

    def __init__(self, ground: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.row, self._ground = QHBoxLayout(self), ground

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), tokens().color(self._ground))
        line(QPainter(self), self.rect().adjusted(0, self.height() - 1, 0, 0))
