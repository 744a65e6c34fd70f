"""`Ask first | Yes`, and an amount of money up to which the answer is yes."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractButton, QDoubleSpinBox, QSizePolicy, QWidget

from ui import moments
from ui.moments import tr
from ui.theme import fonts, px, theme
from ui.theme.paint import rounded

_MOST = 100_000


class AskOrYes(QAbstractButton):
    """Two states side by side. Checked is Yes; Space turns it over, the arrows choose. `chosen` carries a bool."""

    chosen = Signal(object)

    def __init__(self, about: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._about = about
        self._words = (tr("Ask first"), tr("Yes"))
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.clicked.connect(lambda on: self.chosen.emit(bool(on)))
        self.toggled.connect(self._name)
        theme().changed.connect(self.updateGeometry)
        self._name()

    def _name(self, *_: object) -> None:
        self.setAccessibleName(f"{self._about}: {self._words[self.isChecked()]}")

    def _widths(self) -> tuple[int, int]:
        metrics = QFontMetrics(fonts.font("strong"))
        ask, yes = (metrics.horizontalAdvance(words) + px(20) for words in self._words)
        return ask, yes

    def sizeHint(self) -> QSize:
        return QSize(sum(self._widths()), max(px(28), QFontMetrics(fonts.font("strong")).height() + px(10)))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def _halves(self) -> tuple[QRect, QRect]:
        ask = QRect(0, 0, self._widths()[0], self.height())
        yes = QRect(ask.width(), 0, self.width() - ask.width(), self.height())
        return (self._mirrored(ask), self._mirrored(yes))

    def _mirrored(self, box: QRect) -> QRect:
        if not self.isRightToLeft():
            return box
        return QRect(self.width() - box.right() - 1, box.top(), box.width(), box.height())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A press on one half chooses that half."""
        at = event.position().toPoint()
        self.setDown(False)
        if self.rect().contains(at):
            self._choose(self._halves()[1].contains(at))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        to = {Qt.Key.Key_Left: False, Qt.Key.Key_Right: True}.get(Qt.Key(event.key()))
        if to is None and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif to is None:
            super().keyPressEvent(event)
        else:
            self._choose(to != self.isRightToLeft())

    def _choose(self, yes: bool) -> None:
        if yes != self.isChecked():
            self.click()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, colours = QPainter(self), theme().tokens
        enabled = self.isEnabled()
        edge = colours.color("edge" if enabled else "line")
        rounded(painter, self.rect(), 5, colours.color("surface") if enabled else None, edge)
        for on, (half, words) in enumerate(zip(self._halves(), self._words, strict=True)):
            is_it = bool(on) == self.isChecked()
            if is_it:
                rounded(painter, half, 5, colours.color("ink" if enabled else "sunken"))
            token = ("on_ink" if enabled else "text2") if is_it else "text2" if enabled else "text3"
            painter.setFont(fonts.font("strong" if is_it else "body"))
            painter.setPen(colours.color(token))
            painter.drawText(QRectF(half), Qt.AlignmentFlag.AlignCenter, words)


class Money(QDoubleSpinBox):
    """An amount in the shop's currency; nothing means "Ask first". The wheel only works when it has the focus."""

    chosen = Signal(object)  # float

    def __init__(self, currency: str, about: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setRange(0, _MOST)
        self.setSingleStep(5)
        self._currency = currency
        self.say_before("")
        self.setSpecialValueText(tr("Ask first"))
        self.setAccessibleName(about)
        self.setKeyboardTracking(False)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._told = 0.0
        self.valueChanged.connect(self._tell)
        theme().changed.connect(self._fit)
        self._fit()

    def say_before(self, words: str) -> None:
        """Puts words in front of the amount; the currency stands where it stands here."""
        before, after = moments.money(0, self._currency).split("0")
        self.setPrefix(f"{words} {before}".lstrip() if words else before)
        self.setSuffix(after)

    def _fit(self) -> None:
        self.setMinimumHeight(px(30))
        self.setFixedWidth(px(118))

    def put(self, amount: float) -> None:
        """Shows an amount without telling anybody."""
        self._told = amount
        if amount != self.value() and not self.hasFocus():
            self.setValue(amount)

    def _tell(self, amount: float) -> None:
        if amount != self._told:
            self._told = amount
            self.chosen.emit(amount)

    def textFromValue(self, value: float) -> str:
        """`30`, `12.50`"""
        return f"{value:,.0f}" if value == int(value) else f"{value:,.2f}"

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()
