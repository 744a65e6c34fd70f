"""The tabs of the composer and the line at their end: where it goes, who speaks, what is saved."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QRect, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFontMetrics, QHideEvent, QKeyEvent, QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget

from desktop.records import Channel
from ui import words
from ui.moments import tr
from ui.theme import fonts, px, theme, tokens
from ui.theme.icons import paint_icon
from ui.theme.paint import line, start_side, words_in
from ui.widgets.elide import ElidedLabel
from ui.widgets.tips import plain_tip

ICONS = {Channel.PUBLIC: "send", Channel.PRIVATE: "lock", Channel.NOTE: "note"}


def tab_name(channel: Channel, place: str) -> str:
    """What a tab says."""
    if channel is Channel.PUBLIC:
        return words.on("Public reply on {place}", place) if place else tr("Public reply")
    return tr("Private message") if channel is Channel.PRIVATE else tr("Note to the team")


def short_name(channel: Channel) -> str:
    """What it says where there is no room for the whole name of each."""
    return {Channel.PUBLIC: tr("Public"), Channel.PRIVATE: tr("Private")}.get(channel, tr("Note"))


class _Tab(QAbstractButton):
    """An icon and words, underlined in ink while it is the one that shows."""

    def __init__(self, channel: Channel, text: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.channel = channel
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setText(text.replace("&", "&&"))
        self._words, self._is_short = text, False
        self.setAccessibleName(text)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def words(self) -> str:
        """What it says."""
        return self._words

    def shown(self) -> str:
        """What can be read on it now."""
        return short_name(self.channel) if self._is_short else self._words

    def set_short(self, short: bool) -> None:
        """The short name, the whole one in the hint; or the whole name."""
        if short != self._is_short:
            self._is_short = short
            self.setToolTip(plain_tip(self._words) if short else "")
            self.updateGeometry()
            self.update()

    def whole_width(self) -> int:
        """What its whole name needs, in px."""
        return self._width_of(self._words)

    def _width_of(self, words: str) -> int:
        return QFontMetrics(fonts.font("strong")).horizontalAdvance(words) + px(15 + 7 + 18)

    def sizeHint(self) -> QSize:
        high = QFontMetrics(fonts.font("strong")).height()
        return QSize(self._width_of(self.shown()), max(px(32), high + px(15)))

    def minimumSizeHint(self) -> QSize:
        return QSize(min(px(60), self.sizeHint().width()), self.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, colours = QPainter(self), tokens()
        token = "ink" if self.isChecked() else "text" if self.underMouse() else "text2"
        side, rtl = px(15), self.isRightToLeft()
        left = self.width() - px(9) - side if rtl else px(9)
        paint_icon(painter, left, (self.height() - side) / 2, ICONS[self.channel], token, side)
        face = fonts.font("strong" if self.isChecked() else "body")
        room = QRectF(px(9 + 15 + 7), 0, self.width() - px(9 + 15 + 7 + 6), self.height())
        room = QRectF(self.style().visualRect(self.layoutDirection(), self.rect(), room.toRect()))
        painter.setFont(face)
        painter.setPen(colours.color(token))
        shown = QFontMetrics(face).elidedText(self.shown(), Qt.TextElideMode.ElideRight, int(room.width()) + 1)
        words_in(painter, room, shown, start_side(rtl=rtl))
        if self.isChecked():
            painter.fillRect(QRect(0, self.height() - 2, self.width(), 2), colours.color("ink"))


class Tabs(QWidget):
    """One tab for each channel, and the line at the end."""

    chosen = Signal(object)  # Channel

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.tabs: list[_Tab] = []
        self.tail = SavedLine()
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(px(8), 0, px(10), 0)
        self._row.setSpacing(px(4))
        self._row.addStretch(1)
        self._row.addWidget(self.tail)
        theme().changed.connect(self._give_way)

    def set_channels(self, channels: tuple[Channel, ...], place: str, current: Channel) -> None:
        """Which tabs to show, and which is the present one."""
        wanted = [(channel, tab_name(channel, place)) for channel in channels]
        if wanted != [(tab.channel, tab.words()) for tab in self.tabs]:
            for old in self.tabs:
                self._row.removeWidget(old)
                old.hide()  # never without a parent: a pending show would make it a window
                old.deleteLater()
            self.tabs = [self._tab(channel, words, at) for at, (channel, words) in enumerate(wanted)]
        for tab in self.tabs:
            tab.setChecked(tab.channel is current)
        self._give_way()

    def _tab(self, channel: Channel, words: str, at: int) -> _Tab:
        tab = _Tab(channel, words, self)
        tab.clicked.connect(lambda: self.chosen.emit(channel))
        self._row.insertWidget(at, tab)
        tab.show()
        return tab

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._give_way()

    def _give_way(self) -> None:
        """Where it is narrow the line at the end goes first, then the names grow short."""
        names = sum(tab.whole_width() + px(4) for tab in self.tabs)
        for tab in self.tabs:
            tab.set_short(names + px(14) > self.width())
        self.tail.setVisible(self.width() - names > px(90))

    def paintEvent(self, event: QPaintEvent) -> None:
        line(QPainter(self), QRect(0, self.height() - 1, self.width(), 1))


class SavedLine(ElidedLabel):
    """ "Reply as Tom", and once there is a draft "Saved 4 s ago", growing older while it shows."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", "body", "text3", parent)
        self._name = ""
        self._at: datetime | None = None
        self._tick = QTimer(self)
        self._tick.setSingleShot(True)
        self._tick.timeout.connect(self._say)

    def set_name(self, name: str) -> None:
        """Who is answering."""
        self._name = name
        self._say()

    def set_saved(self, at: datetime | None) -> None:
        """When the draft was last saved (aware); None: there is none."""
        self._at = at
        self._say()

    def _say(self) -> None:
        if self._at is None:
            self._tick.stop()
            self.setText(tr("Reply as {name}").format(name=self._name) if self._name else "")
            return
        age = max(0, int((datetime.now(self._at.tzinfo) - self._at).total_seconds()))
        self.setText(tr("Saved {age} ago").format(age=_aged(age)))
        if self.isVisible():
            self._tick.start(1000 if age < 60 else 60_000)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._say()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._tick.stop()


def _aged(seconds: int) -> str:
    if seconds < 60:
        return tr("{n} s").format(n=seconds)
    if seconds < 3600:
        return tr("{n} min").format(n=seconds // 60)
    return tr("{n} h").format(n=seconds // 3600)
