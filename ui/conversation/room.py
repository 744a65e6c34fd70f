"""Where the writing place stands: as high as its content, and scrolling where a window is too low for it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRect, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from ui.theme import px
from ui.widgets.layouts import widgets_in

_HUGE = 16_777_215
LEAST = 120  # px, so that a low window stays a window
_SIDE, _UNDER = 16, 12


class WriteArea(QWidget):
    """`column` takes the widgets that scroll, `set_foot` what stays in sight under them.

    `set_most` says how high it may be; it never takes more than it needs.
    """

    grown = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._most = _HUGE
        self._foot: QWidget | None = None
        self.area = QScrollArea()
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setWidgetResizable(True)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.viewport().setAutoFillBackground(False)
        content = self._content = _Content()
        content.setAutoFillBackground(False)
        self.column = QVBoxLayout(content)
        self.column.setSpacing(8)
        self.area.setWidget(content)
        self._whole = QVBoxLayout(self)
        self._whole.setContentsMargins(0, 0, 0, 0)
        self._whole.setSpacing(0)
        self._whole.addWidget(self.area, 1)
        self._feet = QVBoxLayout()
        self._whole.addLayout(self._feet)
        content.installEventFilter(self)
        self.area.viewport().installEventFilter(self)
        self._stand()

    def set_foot(self, foot: QWidget) -> None:
        """What stands under the rest, as wide as it, and never scrolls."""
        self._foot = foot
        self._feet.addWidget(foot)
        foot.installEventFilter(self)
        self._stand()

    def _has_foot(self) -> bool:
        return self._foot is not None and not self._foot.isHidden()

    def _stand(self) -> None:
        """The air around it; the foot ends where the column does, beside the scroll bar if there is one."""
        has_foot = self._has_foot()
        self.column.setContentsMargins(_SIDE, 0, _SIDE, 0 if has_foot else _UNDER)
        view = self.area.viewport().geometry()
        before, after = view.left(), self.area.width() - view.right() - 1
        self._feet.setContentsMargins(_SIDE + before, 0, _SIDE + after, _UNDER if has_foot else 0)

    def to_top(self) -> None:
        self.area.verticalScrollBar().setValue(0)

    def keep_in_sight(self, widget: QWidget, box: QRect) -> None:
        """Scrolls as little as possible until this place of a widget in the column can be seen."""
        content = self._content
        if widget.isVisibleTo(content):
            middle = QRect(widget.mapTo(content, box.topLeft()), box.size()).center()
            self.area.ensureVisible(0, middle.y(), 0, box.height() // 2 + px(12))
            self._cut_no_line()

    def _cut_no_line(self) -> None:
        """What stands first and is half scrolled away goes all of the way: half a line says nothing."""
        bar, first = self.area.verticalScrollBar(), next(iter(widgets_in(self.column)), None)
        end = first.geometry().bottom() + 1 + self.column.spacing() if first is not None and first.isVisible() else 0
        if 0 < bar.value() < end <= bar.maximum() + self.column.spacing():
            bar.setValue(end)

    def set_most(self, most: int, least: int = LEAST) -> None:
        """At most so high, in px; while somebody writes it takes all there is."""
        self._most = most
        if most >= _HUGE:
            self.setMinimumHeight(LEAST)
            self.setMaximumHeight(_HUGE)
        else:
            self.setFixedHeight(max(least, min(most, self.wanted())))

    def inner_width(self) -> int:
        """The width in px that the widgets in the column have."""
        return max(1, self.width() - 2 * _SIDE)

    def wanted(self) -> int:
        """The height of its content at today's width."""
        layout, width = self.column, self.area.viewport().width()
        least = layout.totalMinimumSize().height()
        tall = (
            layout.totalHeightForWidth(width)
            if layout.hasHeightForWidth()
            else layout.totalSizeHint().height()
        )
        return max(least, tall) + self._feet.sizeHint().height()

    def sizeHint(self) -> QSize:
        return QSize(400, self.wanted())

    def minimumSizeHint(self) -> QSize:
        return QSize(200, LEAST)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if watched is self.area.viewport():
            if kind == QEvent.Type.Resize:
                self._stand()
        elif watched is self._foot:
            if kind in (QEvent.Type.ShowToParent, QEvent.Type.HideToParent):
                self._stand()
        elif kind == QEvent.Type.LayoutRequest:
            self.grown.emit()
        return False

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.grown.emit()


class _Content(QWidget):
    """Shrinks as far as it can before the area scrolls: the text has a scroll bar of its own."""

    def heightForWidth(self, width: int) -> int:
        layout = self.layout()
        return layout.totalMinimumHeightForWidth(width) if layout is not None else -1
