"""Bars where there is little room: one line for all of them, the gravest in front, and a way to read the rest."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from ui.moments import tr
from ui.theme import fonts, px, theme
from ui.theme.paint import rounded
from ui.widgets.bars import ICONS, Bar, Glyph, edge_of
from ui.widgets.buttons import LinkButton
from ui.widgets.elide import ElidedLabel
from ui.widgets.layouts import never_inside_itself

_GRAVEST_FIRST = ("brick", "amber", "slate", "plum", "leaf", "neutral")
_LEAST_OF_TEXT = 180  # px at 100 % text: with less left for the sentence, what can be done stands behind `More`


def gravest(bars: Sequence[Bar]) -> Bar:
    """Of several, the one to be read first; of equals, the newest."""
    return min(reversed(bars), key=lambda bar: _GRAVEST_FIRST.index(bar.tone))


def line_height() -> int:
    """How high the line is, in px."""
    return max(38, QFontMetrics(fonts.font("body")).height() + px(6) + 8, px(24) + 8)


class OneLine(QWidget):
    """`show_bars` says the gravest in one line; `more_wanted` when somebody wants all of them whole."""

    more_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._first: Bar | None = None
        self._tone, self._others = "neutral", 0
        self.glyph, self.text = Glyph(ICONS["neutral"], "text2"), ElidedLabel()
        self.more = LinkButton("")
        self.more.clicked.connect(self.more_wanted)
        self.links: list[LinkButton] = []
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(12, 4, 12, 4)
        self._row.setSpacing(10)
        self._row.addWidget(self.glyph)
        self._row.addWidget(self.text, 1)
        self._row.addWidget(self.more)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        theme().changed.connect(self._give_way)

    def show_bars(self, bars: Sequence[Bar]) -> None:
        """At least one bar."""
        first = gravest(bars)
        if first is self._first and len(bars) - 1 == self._others:
            return
        self._first, self._tone, self._others = first, first.tone, len(bars) - 1
        self.glyph.set_glyph(ICONS[first.tone], first.tone)
        self.text.setText(first.text())
        for old in self.links:
            self._row.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.links = [self._link(bar_words, act) for bar_words, act in first.ways]
        count = tr("{n} more").format(n=self._others)
        self.more.setText(count if self._others else tr("More"))
        self.setAccessibleName(first.text())
        self._give_way()
        self.update()

    def _link(self, text: str, act: object) -> LinkButton:
        link = LinkButton(text, parent=self)
        link.clicked.connect(lambda _checked=False: act())  # type: ignore[operator]
        self._row.insertWidget(self._row.indexOf(self.more), link)
        QWidget.setTabOrder(link, self.more)
        return link

    def sizeHint(self) -> QSize:
        return QSize(px(320), line_height())

    def minimumSizeHint(self) -> QSize:
        return QSize(px(120), self.sizeHint().height())

    @never_inside_itself
    def _give_way(self) -> None:
        """What can be done stands here where the sentence keeps its room; what is cut or left out, behind `More`."""
        gap, margins = self._row.spacing(), self._row.contentsMargins()
        words = QFontMetrics(self.text.font()).horizontalAdvance(self.text.text())
        left = self.width() - margins.left() - margins.right() - self.glyph.sizeHint().width() - gap
        for_links = sum(link.sizeHint().width() + gap for link in self.links)
        for_more = self.more.sizeHint().width() + gap
        is_whole = not self._others and words + for_links <= left
        shows_links = is_whole or left - for_links - for_more >= min(words, px(_LEAST_OF_TEXT))
        for link in self.links:
            link.setVisible(shows_links)
        self.more.setVisible(not is_whole)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._give_way()

    def paintEvent(self, event: QPaintEvent) -> None:
        rounded(QPainter(self), self.rect(), 6, theme().tokens.tint(self._tone), edge_of(self._tone))
