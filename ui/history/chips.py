"""Filters as chips inside the search field, and what each is called."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QMenu, QSizePolicy, QToolButton, QWidget

from desktop.searching import Filter
from ui.moments import figure, tr
from ui.theme import fonts, px, theme
from ui.theme.icons import paint_icon
from ui.theme.paint import rounded, words_in
from ui.widgets.tips import plain_tip

from .outcomes import MONTHS, day_month

_MOST = 190  # px of a chip's words


def called(one: Filter) -> str:
    """`kind: complaint`, `not is: public`; times as people write them: `Dec 2025`, `2025`."""
    if one.key == "on" and (when := _when(one.value)):
        return tr("not {when}").format(when=when) if one.is_not else when
    words = f"{one.key}: {one.value.replace('_', ' ')}"
    return tr("not {filter}").format(filter=words) if one.is_not else words


def _when(value: str) -> str:
    first, _, last = value.partition("..")
    if not last:
        return _moment(first)
    if _whole_months(first, last):
        return tr("{first} to {last}").format(first=_moment(first[:7]), last=_moment(last[:7]))
    return tr("{first} to {last}").format(first=_moment(first), last=_moment(last))


def _whole_months(first: str, last: str) -> bool:
    try:
        return first.endswith("-01") and (date.fromisoformat(last) + timedelta(days=1)).day == 1
    except ValueError:
        return False


def _moment(value: str) -> str:
    parts = value.split("-")
    try:
        if len(parts) > 2:
            return f"{day_month(date.fromisoformat(value))} {parts[0]}"
        return f"{tr(MONTHS[int(parts[1]) - 1])} {parts[0]}" if len(parts) > 1 else value
    except (ValueError, IndexError):
        return value


class MoreChip(QToolButton):
    """Stands for the filters that find no room; its list takes them out."""

    gone = Signal(str)  # one of them, as it is written

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._menu = QMenu(self)
        self.setMenu(self._menu)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.hide()

    def hold(self, filters: Sequence[tuple[str, str]]) -> None:
        """Each as it is written, and as it is called."""
        self._menu.clear()
        for written, words in filters:
            action = self._menu.addAction(tr("Take out {filter}").format(filter=words).replace("&", "&&"))
            action.triggered.connect(lambda _=False, written=written: self.gone.emit(written))
        self.setText(f"+{figure(len(filters))}")
        names = tr("More filters: {names}").format(names=", ".join(words for _, words in filters))
        self.setAccessibleName(names)
        self.setToolTip(plain_tip(names))
        self.setVisible(bool(filters))

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(fonts.font("chip"))
        return QSize(metrics.horizontalAdvance("+99") + px(14), metrics.height() + px(6))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, tokens = QPainter(self), theme().tokens
        edge = tokens.color("edge") if tokens.high_contrast or self.hasFocus() else None
        rounded(painter, self.rect(), 4, tokens.color("ink_tint"), edge)
        painter.setFont(fonts.font("chip"))
        painter.setPen(tokens.color("text" if self.underMouse() else "ink"))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())


class FilterChip(QToolButton):
    """A press, Enter, Delete or Backspace takes the filter out."""

    gone = Signal()

    def __init__(self, words: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._words = words
        self.setText(words)
        self.setAccessibleName(tr("Take out {filter}").format(filter=words))
        self.setToolTip(plain_tip(self.accessibleName()))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.clicked.connect(lambda: self.gone.emit())

    def _shown(self) -> str:
        return QFontMetrics(fonts.font("chip")).elidedText(self._words, Qt.TextElideMode.ElideMiddle, px(_MOST))

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(fonts.font("chip"))
        return QSize(metrics.horizontalAdvance(self._shown()) + px(32), metrics.height() + px(6))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.gone.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, tokens, rtl = QPainter(self), theme().tokens, self.isRightToLeft()
        box, size = self.rect(), px(12)
        rounded(painter, box, 4, tokens.color("ink_tint"), tokens.color("edge") if tokens.high_contrast else None)
        painter.setFont(fonts.font("chip"))
        painter.setPen(tokens.color("ink"))
        room = QRect(box).adjusted(px(20 if rtl else 7), 0, -px(7 if rtl else 20), 0)
        side = Qt.AlignmentFlag.AlignRight if rtl else Qt.AlignmentFlag.AlignLeft
        words_in(painter, room, self._shown(), side | Qt.AlignmentFlag.AlignVCenter)
        x = px(6) if rtl else box.width() - px(6) - size
        strong = "text" if self.underMouse() else "ink"
        paint_icon(painter, x, (box.height() - size) / 2, "x", strong, size)
