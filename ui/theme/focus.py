"""The focus ring: 2 px of ink around the widget that has the keyboard, 2 px away from it.

It shows when the keyboard brought the focus (and always around a line one types in), never after a
click. A widget's property ``focusRing`` can be ``"none"`` (it shows its own current item) or
``"inside"`` (no room around it, as for lists that fill a pane).
"""

from __future__ import annotations

import shiboken6
from PySide6.QtCore import QEvent, QObject, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QRegion, QWindow
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractScrollArea,
    QApplication,
    QFocusFrame,
    QLineEdit,
    QMainWindow,
    QMenu,
    QMenuBar,
    QStyle,
    QWidget,
)

from . import theme
from .paint import rounded

MARGIN = 4
LINE = 2
CORNER = 8

_NEVER = (QMenu, QMenuBar, QMainWindow)
_KEYED = (QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride)  # a key that is a shortcut is only the latter
_POINTED = (QEvent.Type.MouseButtonPress, QEvent.Type.TouchBegin, QEvent.Type.TabletPress)
_AROUND_A_LINE = ("QAbstractSpinBox", "QComboBox")  # by name: most windows have none when they are first painted


def set_ring(widget: QWidget, where: str) -> None:
    """Choose ``"outside"``, ``"inside"`` or ``"none"`` for one widget; seen at once where it has the focus."""
    if widget.property("focusRing") != where:
        widget.setProperty("focusRing", where)
        app = QApplication.instance()
        ring = app.findChild(FocusRing) if app is not None and widget.hasFocus() else None
        if ring is not None:
            ring.look_again()


def ring_of(widget: QWidget) -> str:
    """Where this widget's ring goes: as chosen, else inside for scrolling things, outside for the rest."""
    chosen = widget.property("focusRing")
    if chosen in ("outside", "inside", "none"):
        return str(chosen)
    if isinstance(widget, _NEVER) or widget.isWindow():
        return "none"
    return "inside" if isinstance(widget, QAbstractScrollArea) else "outside"


def wants_ring(widget: QWidget | None) -> bool:
    """Whether the ring should be seen around this widget, now that it has the focus."""
    return widget is not None and ring_of(widget) != "none" and came_by_key(widget)


def came_by_key(widget: QWidget) -> bool:
    """Whether the keyboard brought the focus here: then also a list that marks its own row shows where it is."""
    if isinstance(widget, QLineEdit) or widget.inherits("QAbstractSpinBox") or FocusRing.by_key:
        return True
    return widget.window().testAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange)


class _Frame(QFocusFrame):
    """Follows its widget about, stays inside scroll areas and is never in the way of the mouse."""

    def event(self, event: QEvent) -> bool:
        """Only what it paints is there of it: a text behind it that is typed in wakes no paint of the ring."""
        if event.type() == QEvent.Type.Resize:
            self.setMask(_sides(self.rect()))
        elif event.type() == QEvent.Type.Move:
            self.update()  # how near it is to the edge of what scrolls has changed
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        widget, room = self.widget(), self.parentWidget()
        if widget is None or room is None:
            return
        painter = QPainter(self)
        rect = QRectF(self.rect())
        around = rect.adjusted(MARGIN, MARGIN, -MARGIN, -MARGIN)
        if ring_of(widget) == "inside":
            rect = around
        else:
            rect = _within(rect, around, QRectF(room.rect().translated(-self.pos())))
        rounded(
            painter,
            rect,
            0 if isinstance(widget, QAbstractItemView) else CORNER,
            None,
            theme().tokens.color("ink"),
            LINE,
        )


def _sides(frame: QRect) -> QRegion:
    """Where a ring is painted, around its widget or just inside."""
    deep = MARGIN + LINE + CORNER
    return QRegion(frame) - QRegion(frame.adjusted(deep, deep, -deep, -deep))


def _within(ring: QRectF, widget: QRectF, room: QRectF) -> QRectF:
    """The ring, with no side beyond the room it is seen in: at the edge of what scrolls it lies on its widget. Where
    the widget itself is scrolled out, so is the ring."""
    left = room.left() if ring.left() < room.left() <= widget.left() else ring.left()
    top = room.top() if ring.top() < room.top() <= widget.top() else ring.top()
    right = room.right() if widget.right() <= room.right() < ring.right() else ring.right()
    bottom = room.bottom() if widget.bottom() <= room.bottom() < ring.bottom() else ring.bottom()
    return QRectF(left, top, right - left, bottom - top)


class FocusRing(QObject):
    """Puts the one frame of the program around whatever has the keyboard.

    Qt itself only knows whether Tab moved the focus. Where Enter went on to the next step, the ring goes along.
    """

    by_key = False  # the last thing a person touched was a key

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._frame: _Frame | None = None
        self._style: QStyle | None = None
        app.focusChanged.connect(self._moved)
        app.focusWindowChanged.connect(self._watch)

    def _watch(self, window: QWindow | None) -> None:
        """Listens at the window, not at each widget: only keys and the mouse pass there."""
        if window is None:
            FocusRing.by_key = False
        else:
            window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind in _KEYED:
            if not FocusRing.by_key:
                FocusRing.by_key = True
                self._come()
        elif kind in _POINTED:
            FocusRing.by_key = False
        return False

    def _come(self) -> None:
        """The first key after a click: the ring shows where it went. In a text the caret does."""
        focus = QApplication.focusWidget()
        if focus is None or not focus.inherits("QTextEdit"):
            self.look_again()

    def look_again(self) -> None:
        """What has the focus wants its ring elsewhere, or none."""
        self._moved(None, QApplication.focusWidget())

    def around(self) -> QWidget | None:
        """The widget the ring is around now."""
        frame = self._living()
        return frame.widget() if frame is not None else None

    def _frame_style(self) -> QStyle:
        """One for all frames there will be; a widget doesn't keep its style alive."""
        if self._style is None:
            from .style import FrameStyle

            self._style = FrameStyle()
            self._style.setParent(self)
        return self._style

    def _living(self) -> _Frame | None:
        # The frame is a child of the window it is seen in and goes with it.
        if self._frame is not None and not shiboken6.isValid(self._frame):
            self._frame = None
        return self._frame

    def _moved(self, _old: QWidget | None, now: QWidget | None) -> None:
        around = now.parentWidget() if isinstance(now, QLineEdit) else None
        if around is not None and any(around.inherits(kind) for kind in _AROUND_A_LINE):
            now = around
        frame = self._living()
        if now is None or not wants_ring(now):
            if frame is not None:
                frame.setWidget(None)  # type: ignore[arg-type]
            return
        if frame is None:
            frame = self._frame = _Frame()
            frame.setStyle(self._frame_style())
        frame.setWidget(now)
