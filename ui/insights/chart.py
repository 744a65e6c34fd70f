"""What all charts share: marks that open the conversations behind them, by mouse and by arrows."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from math import hypot
from typing import NamedTuple

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QBrush,
    QFocusEvent,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPicture,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from desktop.insights import Told
from ui.printing import Drawing
from ui.theme import fonts, px, theme
from ui.theme.focus import set_ring
from ui.theme.paint import filled, rounded, start_side, words_in
from ui.widgets.announce import announce
from ui.widgets.tips import plain_tip

_SIDEWAYS = 3.0  # how much further away a mark counts that isn't straight ahead
_BEYOND = 3.0  # px of a line across a bar, on either side of it
_WAYS = {
    Qt.Key.Key_Left: QPointF(-1, 0),
    Qt.Key.Key_Right: QPointF(1, 0),
    Qt.Key.Key_Up: QPointF(0, -1),
    Qt.Key.Key_Down: QPointF(0, 1),
}


class Mark(NamedTuple):
    """A piece of a chart: where it is, what it says, and the query of what is behind it."""

    box: QRectF
    said: str
    query: str


class Chart(QWidget):
    """`opened` carries a query. Kinds of charts lay out their `marks` and paint themselves."""

    opened = Signal(object)
    high = 200  # px at 100 % text

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._marks: list[Mark] | None = None  # None: to be laid out, once somebody looks
        self._told: Told | None = None
        self._current = 0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        set_ring(self, "none")
        theme().changed.connect(self._fit)

    def sizeHint(self) -> QSize:
        return QSize(px(240), px(self.high))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(200), px(self.high))

    def show_told(self, told: Told) -> None:
        self._told = told
        self._lay_out()

    def _fit(self) -> None:
        self.updateGeometry()
        self._lay_out()

    def _lay_out(self) -> None:
        self._marks = None
        self.update()

    @property
    def marks(self) -> list[Mark]:
        if self._marks is None:
            self._marks = [] if self._told is None else self.lay_out(self._told)
            self._current = min(self._current, max(0, len(self._marks) - 1))
        return self._marks

    def lay_out(self, told: Told) -> list[Mark]:
        """The marks, in reading order."""
        raise NotImplementedError

    def paint(self, painter: QPainter, told: Told) -> None:
        raise NotImplementedError

    def _painted_by(self, painter: QPainter, told: Told) -> list[Mark]:
        """Laid out first, if it isn't: what is painted goes by it. Returns its marks."""
        marks = self.marks
        self.paint(painter, told)
        return marks

    def drawn(self, told: Told, size: QSizeF) -> Drawing:
        """Painted once for paper, `size` in px at 100 % text; this chart is of no use afterwards."""
        picture, theirs = QPicture(), QSize(px(size.width()), px(size.height()))
        with theme().on_paper():
            self.resize(theirs)
            self.show_told(told)
            painter = QPainter(picture)
            painter.setFont(fonts.font("meta", tabular=True))
            self._painted_by(painter, told)
            painter.end()
        self.deleteLater()
        return Drawing(picture, QSizeF(theirs))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self._lay_out()

    # --- where things are -----------------------------------------------------------------------------------------

    def at(self, box: QRectF) -> QRectF:
        """A box as it lies where one reads from the right."""
        if not self.isRightToLeft():
            return box
        return QRectF(self.width() - box.right(), box.top(), box.width(), box.height())

    def text(self, painter: QPainter, box: QRectF, words: str, token: str = "text2", *, ends: bool = False) -> None:
        """Words at the start of a box, or at its end; cut where they find no room."""
        painter.setPen(theme().tokens.color(token))
        shown = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, int(box.width()) + 1)
        words_in(painter, self.at(box), shown, start_side(rtl=ends != self.isRightToLeft()))

    def mark_at(self, point: QPointF) -> int:
        """-1 where there is none. A thin mark is easier to hit than it is wide, and lies on others."""
        for grow in (0.0, 3.0):
            found = [
                (mark.box.width() * mark.box.height(), number)
                for number, mark in enumerate(self.marks)
                if mark.box.adjusted(-grow, -grow, grow, grow).contains(point)
            ]
            if found:
                return min(found)[1]
        return -1

    # --- mouse and keys ---------------------------------------------------------------------------------------------

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        found = self.mark_at(event.position())
        self.setCursor(Qt.CursorShape.PointingHandCursor if found >= 0 else Qt.CursorShape.ArrowCursor)
        if found >= 0:
            QToolTip.showText(event.globalPosition().toPoint(), plain_tip(self.marks[found].said), self)
        else:
            QToolTip.hideText()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        found = self.mark_at(event.position())
        if found >= 0 and event.button() == Qt.MouseButton.LeftButton:
            self._current = found
            self.opened.emit(self.marks[found].query)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self.marks and event.reason() != Qt.FocusReason.MouseFocusReason:
            announce(self, self.marks[self._current].said)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if not self.marks:
            super().keyPressEvent(event)
        elif key in _WAYS:
            self._go(self._towards(_WAYS[key]))
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self._go(0 if key == Qt.Key.Key_Home else len(self.marks) - 1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.opened.emit(self.marks[self._current].query)
        else:
            super().keyPressEvent(event)

    def _go(self, mark: int) -> None:
        self._current = mark
        announce(self, self.marks[mark].said)
        self.update()

    def _towards(self, way: QPointF) -> int:
        """The nearest mark in a direction; the one that is there where there is none further."""
        here, best, nearest = self.marks[self._current].box.center(), self._current, float("inf")
        for number, mark in enumerate(self.marks):
            by = mark.box.center() - here
            ahead, aside = by.x() * way.x() + by.y() * way.y(), abs(by.x() * way.y() + by.y() * way.x())
            if ahead > 1 and (far := hypot(ahead, _SIDEWAYS * aside)) < nearest:
                best, nearest = number, far
        return best

    @property
    def current(self) -> Mark | None:
        """The mark the keyboard is at."""
        return self.marks[self._current] if self.marks else None

    # --- painting -----------------------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._told is None:
            return
        painter = QPainter(self)
        painter.setFont(fonts.font("meta", tabular=True))
        marks = self._painted_by(painter, self._told)
        if self.hasFocus() and marks:
            box = marks[self._current].box.adjusted(-4, -4, 4, 4)
            rounded(painter, box.intersected(QRectF(self.rect())), 4, None, theme().tokens.color("ink"), 2)


class Series(NamedTuple):
    """How a kind of mark is filled: a colour, and a pattern in it ("", "hatch", "dots")."""

    token: str
    pattern: str = ""

    def paint(self, painter: QPainter, box: QRectF) -> None:
        tokens = theme().tokens
        colour = tokens.color(self.token)
        edge = tokens.color("edge") if tokens.high_contrast else None
        if not self.pattern:
            filled(painter, box, colour)
            if edge is not None:
                rounded(painter, box, 0, None, edge)
            return
        style = Qt.BrushStyle.BDiagPattern if self.pattern == "hatch" else Qt.BrushStyle.Dense6Pattern
        painter.save()
        painter.setBrushOrigin(box.topLeft())
        painter.setPen(QPen(colour, 1))
        painter.setBrush(QBrush(colour, style))
        painter.drawRect(box.adjusted(0.5, 0.5, -0.5, -0.5))
        painter.restore()


class Then(NamedTuple):
    """A line where a bar ended in the time it is compared with: upright, or `is_level` over an upright bar."""

    is_level: bool = False

    def box(self, bar: QRectF) -> QRectF:
        """Across the end of a bar of that time."""
        if self.is_level:
            return QRectF(bar.left() - _BEYOND, bar.top() - 1, bar.width() + 2 * _BEYOND, 2)
        return QRectF(bar.right() - 1, bar.top() - _BEYOND, 2, bar.height() + 2 * _BEYOND)

    def mark(self, box: QRectF) -> QRectF:
        """What the mouse hits; its middle is never that of a bar, so that the arrows come to both."""
        return box.adjusted(-_BEYOND, 0, _BEYOND, 0).adjusted(0, 0, 0, _BEYOND)

    def paint(self, painter: QPainter, box: QRectF) -> None:
        """On any ground."""
        if box.width() == box.height():  # in a legend
            middle = box.center()
            box = QRectF(box.left(), middle.y() - 1, box.width(), 2) if self.is_level else QRectF(
                middle.x() - 1, box.top(), 2, box.height())  # fmt: skip
        tokens = theme().tokens
        filled(painter, box.adjusted(-1, -1, 1, 1), tokens.color("surface"))
        filled(painter, box, tokens.color("text"))


class LegendEntry(NamedTuple):
    """One of the fillings, and what it stands for."""

    series: Series | Then
    words: str
    query: str = ""


class Legend:
    """Entries in rows under a chart, as many in a row as fit."""

    def __init__(self, entries: Sequence[LegendEntry], width: float) -> None:
        metrics = QFontMetrics(fonts.font("meta", tabular=True))
        self._row, self._swatch = metrics.height() + px(8), px(11)
        self._places: list[tuple[LegendEntry, QRectF]] = []
        x = y = 0.0
        for entry in entries:
            wide = self._swatch + px(6) + metrics.horizontalAdvance(entry.words) + 2
            if x and x + wide > width:
                x, y = 0.0, y + self._row
            self._places.append((entry, QRectF(x, y, min(wide, width), self._row)))
            x += wide + px(14)
        self.height = y + self._row if self._places else 0.0

    def marks(self, top: float, at: Callable[[QRectF], QRectF]) -> list[Mark]:
        """Those that have something behind them."""
        found = ((entry, box.translated(0, top)) for entry, box in self._places if entry.query)
        return [Mark(at(box.adjusted(0, 2, 0, -2)), entry.words, entry.query) for entry, box in found]

    def paint(self, painter: QPainter, top: float, chart: Chart) -> None:
        for entry, box in self._places:
            here = box.translated(0, top)
            size = self._swatch
            entry.series.paint(painter, chart.at(QRectF(here.left(), here.center().y() - size / 2, size, size)))
            chart.text(painter, here.adjusted(size + px(6), 0, 0, 0), entry.words)
