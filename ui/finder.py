"""Ctrl+K: type what you want to do. Finds everything in the menus, every page, and people who wrote."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    Qt,
    QTimer,
)
from PySide6.QtGui import QKeyEvent, QPainter, QWindow
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QFrame,
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from ui.moments import tr
from ui.theme import fonts, px, theme
from ui.theme.focus import set_ring
from ui.theme.icons import paint_icon
from ui.theme.paint import line, start_side, words_in
from ui.widgets.elide import ElidedLabel
from ui.widgets.keycap import keycap_size, paint_keycap
from ui.widgets.room import resize_within

Index = QModelIndex | QPersistentModelIndex
_PAUSE = 120  # ms after the last letter before people are looked for


@dataclass(frozen=True)
class Found:
    """One thing to do: `where` is its menu (or "Person"), `keys` its shortcut, `act` does it. `also`: other words that
    people look for it by."""

    text: str
    where: str
    act: Callable[[], object]
    keys: str = ""
    icon: str = ""
    also: str = ""


People = Callable[[str, Callable[[Sequence[Found]], None]], None]


def matching(typed: str, all_of_it: Sequence[Found]) -> list[Found]:
    """Those with every typed word in them, the ones that begin with it first, else in their own order."""
    wanted = typed.casefold().split()
    if not wanted:
        return list(all_of_it)
    fitting = [
        one
        for one in all_of_it
        if all(word in f"{one.text} {one.where} {one.also}".casefold() for word in wanted)
    ]
    return sorted(fitting, key=lambda one: _rank(one, wanted[0]))


def _rank(one: Found, first: str) -> int:
    text = one.text.casefold()
    if text.startswith(first):
        return 0
    if any(word.startswith(first) for word in text.split()):
        return 1
    return 2 if first in f"{text} {one.where}".casefold() else 3


class _Model(QAbstractListModel):
    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.found: list[Found] = []

    def show(self, found: list[Found]) -> None:
        self.beginResetModel()
        self.found = found
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self.found)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        one = self.found[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return one.text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(part for part in (one.text, one.where, one.keys) if part)
        return one if role == Qt.ItemDataRole.UserRole else None


class _Row(QStyledItemDelegate):
    """Icon, text, its menu in muted words, its keys at the right."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> object:
        size = super().sizeHint(option, index)
        size.setHeight(max(px(32), fonts.font("body").pixelSize() + px(18)))
        return size

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        one: Found = index.data(Qt.ItemDataRole.UserRole)
        rect, colours = option.rect, theme().tokens
        painter.save()

        def placed(box: QRect) -> QRect:
            return QStyle.visualRect(option.direction, rect, box)

        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, colours.color("select"))
            painter.fillRect(placed(QRect(rect.left(), rect.top(), 3, rect.height())), colours.color("ink"))
        if one.icon:
            top = rect.top() + (rect.height() - px(16)) // 2
            sign = placed(QRect(rect.left() + px(12), top, px(16), px(16)))
            paint_icon(painter, sign.left(), top, one.icon, "text2", px(16))
        right = rect.right() - px(12)
        if one.keys:
            wide = keycap_size(one.keys).width()
            right -= wide
            cap = placed(QRect(right, rect.top(), wide, rect.height()))
            paint_keycap(painter, cap.left(), rect.center().y() + 1, one.keys)
            right -= px(10)
        start = start_side(rtl=option.direction == Qt.LayoutDirection.RightToLeft)
        self._words(painter, one, QRect(rect.adjusted(px(38), 0, 0, 0)), right, placed, start)
        painter.restore()

    def _words(
        self,
        painter: QPainter,
        one: Found,
        box: QRect,
        right: int,
        placed: Callable[[QRect], QRect],
        start: Qt.AlignmentFlag,
    ) -> None:
        colours = theme().tokens
        painter.setFont(fonts.font("body"))
        painter.setPen(colours.color("text"))
        box.setRight(right)
        metrics = painter.fontMetrics()
        shown = metrics.elidedText(one.text, Qt.TextElideMode.ElideRight, box.width())
        words_in(painter, placed(box), shown, start)
        box.setLeft(box.left() + metrics.horizontalAdvance(shown) + px(10))
        if one.where and box.width() > px(40):
            painter.setFont(fonts.font("meta"))
            painter.setPen(colours.color("text3"))
            where = painter.fontMetrics().elidedText(one.where, Qt.TextElideMode.ElideRight, box.width())
            words_in(painter, placed(box), where, start)


class _Ahead(QObject):
    """Keys that still come to the window, while the finder is on its way to the screen, are typed into its field.

    Else they would do what single keys do in the list behind it.
    """

    def __init__(self, finder: Finder, window: QWindow) -> None:
        super().__init__(finder)
        self._finder, self._window = finder, window
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        if event.type() in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QApplication.sendEvent(self._finder.field, event)
            return True
        return False

    def over(self) -> None:
        self._window.removeEventFilter(self)


class Finder(QDialog):
    """Opens over the window with the caret in its field; Enter does what is marked. It goes when it is left."""

    def __init__(
        self, everything: Sequence[Found], people: People | None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._everything, self._people = list(everything), people
        self._asked = 0
        self._ahead: _Ahead | None = None
        self._was_active = False
        self.setWindowTitle(tr("Find what to do"))
        self.field = QLineEdit()
        self.field.setPlaceholderText(tr("Type what you want to do"))
        self.field.setAccessibleName(tr("Type what you want to do"))
        self.model = _Model(self)
        self.list = QListView()
        self._none = ElidedLabel(tr("No such thing. Try another word."), "body", "text2")
        self._build()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PAUSE)
        self._timer.timeout.connect(self._look_for_people)
        self.field.textChanged.connect(self._typed)
        self.list.clicked.connect(lambda _index: self._do())
        self._typed("")

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 10, 10, 10)
        column.setSpacing(8)
        self.field.setMinimumHeight(px(34))
        self.field.installEventFilter(self)
        self.list.setModel(self.model)
        self.list.setItemDelegate(_Row(self.list))
        self.list.setUniformItemSizes(True)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setAccessibleName(tr("What can be done"))
        set_ring(self.list, "none")
        column.addWidget(self.field)
        column.addWidget(self._none)
        column.addWidget(self.list, 1)
        column.addStretch()  # where the list was, when nothing is found: the field stays where it is
        resize_within(self, 560, 420)

    def open_over(self, window: QWidget) -> None:
        """Shows itself; what is typed from now on is typed here."""
        handle = window.windowHandle()
        if handle is not None:
            self._ahead = _Ahead(self, handle)
        self.show()
        self.activateWindow()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange:
            if self._was_active and not self.isActiveWindow() and self.isVisible():
                self.reject()
            self._was_active = self.isActiveWindow()

    def done(self, result: int) -> None:
        if self._ahead is not None:
            self._ahead.over()
            self._ahead = None
        super().done(result)

    def _typed(self, text: str) -> None:
        self._show(matching(text, self._everything))
        self._asked += 1
        if self._people and len(text.strip()) >= 2:
            self._timer.start()
        else:
            self._timer.stop()

    def _look_for_people(self) -> None:
        asked = self._asked

        def came(found: Sequence[Found]) -> None:
            if asked == self._asked:
                self._show([*matching(self.field.text(), self._everything), *found])

        if self._people:
            self._people(self.field.text().strip(), came)

    def _show(self, found: list[Found]) -> None:
        self.model.show(found)
        self._none.setVisible(not found)
        self.list.setVisible(bool(found))
        if found:
            self.list.setCurrentIndex(self.model.index(0))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The arrows move in the list while the caret stays in the field."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 8, Qt.Key.Key_PageUp: -8}
            step = steps.get(Qt.Key(event.key()))
            if step:
                self._move(step)
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._do()
                return True
        return False

    def _move(self, step: int) -> None:
        last = self.model.rowCount() - 1
        if last >= 0:
            row = max(0, min(last, self.list.currentIndex().row() + step))
            self.list.setCurrentIndex(self.model.index(row))

    def _do(self) -> None:
        index = self.list.currentIndex()
        if not index.isValid():
            return
        one: Found = index.data(Qt.ItemDataRole.UserRole)
        self.accept()
        one.act()

    def paintEvent(self, event: object) -> None:
        line(QPainter(self), self.rect().adjusted(0, self.height() - 1, 0, 0))
