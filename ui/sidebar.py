"""The list of pages at the left, and who is at the counter at its foot.

One tab stop; the arrows move. In narrow windows only the icons stay, with tooltips.
"""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QBoxLayout,
    QFrame,
    QListWidget,
    QListWidgetItem,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from desktop.records import Person
from ui import words
from ui.moments import figure, tr
from ui.theme import fonts, px, theme
from ui.theme.focus import came_by_key, set_ring
from ui.theme.icons import paint_icon
from ui.theme.keep import keep_colours, keep_font
from ui.theme.paint import filled, rounded, start_side, words_in
from ui.widgets.avatar import Avatar
from ui.widgets.buttons import IconButton
from ui.widgets.elide import ElidedLabel
from ui.widgets.tips import plain_tip
from ui.widgets.viewport import own_viewport

_KEY = Qt.ItemDataRole.UserRole
_ICON = Qt.ItemDataRole.UserRole + 1
_COUNT = Qt.ItemDataRole.UserRole + 2
WIDE, NARROW = 178, 52

Index = QModelIndex | QPersistentModelIndex


class Entry(NamedTuple):
    """One page in the list, or a label between them (empty key)."""

    key: str
    label: str
    icon: str = ""


class _RowPainter(QStyledItemDelegate):
    """Icon, label and number, the chosen one on a card with a bar; a label is small and muted."""

    is_narrow = False

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        text = QFontMetrics(fonts.font("body")).height()
        if index.data(_KEY):
            return QSize(px(NARROW), max(px(34), text + px(12)))
        return QSize(px(NARROW), px(13) if self.is_narrow else text + px(22))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        if index.data(_KEY):
            self._paint_page(painter, option, index)
        elif not self.is_narrow:
            self._paint_label(painter, option.rect, index.data(Qt.ItemDataRole.DisplayRole))

    def _paint_label(self, painter: QPainter, rect: QRect, text: str) -> None:
        painter.save()
        painter.setFont(fonts.font("meta"))
        painter.setPen(theme().tokens.color("text3"))
        box = rect.adjusted(px(9), 0, -px(8), -px(6))
        painter.drawText(box, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom, text)
        painter.restore()

    def _paint_page(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        rect: QRect = option.rect.adjusted(0, 1, 0, -1)
        state: QStyle.StateFlag = option.state
        colours = theme().tokens
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        if chosen:
            rounded(painter, rect, 5, colours.color("surface"), colours.color("line"))
            bar = QRect(rect.left(), rect.top() + px(8), 3, rect.height() - 2 * px(8))
            filled(painter, QStyle.visualRect(option.direction, rect, bar), colours.color("ink"))
        view: QWidget = option.widget
        if chosen and view.hasFocus() and came_by_key(view):
            rounded(painter, rect.adjusted(1, 1, -1, -1), 5, None, colours.color("ink"), 2)
        size = px(16)
        left = rect.left() + ((rect.width() - size) // 2 if self.is_narrow else px(10))
        tone = "ink" if chosen else "text2"
        icon = QStyle.visualRect(option.direction, rect, QRect(left, rect.top(), size, size))
        paint_icon(painter, icon.left(), rect.top() + (rect.height() - size) / 2, index.data(_ICON), tone, size)
        if not self.is_narrow:
            self._paint_words(painter, rect, index, chosen, option.direction)

    def _paint_words(
        self, painter: QPainter, rect: QRect, index: Index, chosen: bool, direction: Qt.LayoutDirection
    ) -> None:
        colours, count = theme().tokens, index.data(_COUNT)
        painter.save()
        painter.setFont(fonts.font("strong", tabular=True))
        right = rect.right() - px(8)
        if count:
            wide = painter.fontMetrics().horizontalAdvance(figure(count))
            box = QRect(right - wide, rect.top(), wide + 1, rect.height())
            painter.setPen(colours.color("text2"))
            painter.drawText(QStyle.visualRect(direction, rect, box), Qt.AlignmentFlag.AlignVCenter, figure(count))
            right -= wide + px(6)
        if not chosen:
            painter.setFont(fonts.font("body"))
        painter.setPen(colours.color("text" if chosen else "text2"))
        left = rect.left() + px(34)
        label = index.data(Qt.ItemDataRole.DisplayRole)
        label = painter.fontMetrics().elidedText(label, Qt.TextElideMode.ElideRight, right - left)
        box = QRect(left, rect.top(), right - left, rect.height())
        side = start_side(rtl=direction == Qt.LayoutDirection.RightToLeft)
        words_in(painter, QStyle.visualRect(direction, rect, box), label, side)
        painter.restore()


class _Pages(QListWidget):
    """The list itself: as tall as its rows, without a scroll bar until there is no room."""

    entered = Signal()  # Enter: the keyboard wants to go on into the page

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        own_viewport(self)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        self.setMouseTracking(True)
        self.is_stepping = False  # while a key moves from row to row
        keep_colours(self, ground="sunken")
        set_ring(self, "none")

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Coming here chooses nothing: Qt would go to the first row where none is marked."""
        has_one = self.currentRow() >= 0
        self.blockSignals(True)
        super().focusInEvent(event)
        if not has_one:
            self.setCurrentRow(-1)
        self.blockSignals(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
            return
        self.is_stepping = True
        super().keyPressEvent(event)
        self.is_stepping = False


class _Mark(QWidget):
    """Our mark with the program's name, and the shop's under it."""

    def __init__(self, shop: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.is_narrow = False
        self._column = column = QVBoxLayout(self)
        column.setSpacing(0)
        name = ElidedLabel(words.APP_NAME, "lead", "text")
        self._shop = ElidedLabel(shop, "meta", "text2")
        column.addWidget(name)
        column.addWidget(self._shop)
        self._labels = (name, self._shop)
        self.set_narrow(False)
        theme().changed.connect(self._fit)

    def set_shop(self, name: str) -> None:
        self._shop.setText(name)

    def set_narrow(self, narrow: bool) -> None:
        self.is_narrow = narrow
        for label in self._labels:
            label.setVisible(not narrow)
        self._fit()

    def _fit(self) -> None:
        start, end = (1, px(43)) if self.isRightToLeft() else (px(43), 1)
        self._column.setContentsMargins(start, px(12), end, px(10))
        self.setMinimumHeight(px(54))
        self.update()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        size = px(22)
        beside = self.width() - px(15) - size if self.isRightToLeft() else px(15)
        left = (self.width() - size) / 2 if self.is_narrow else beside
        paint_icon(QPainter(self), left, px(17), "app", "ink", size)


class _Foot(QWidget):
    """Who is at the counter: avatar, name and role line, and the lock where there is somebody to keep apart."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row = row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        row.setContentsMargins(6, 10, 4, 12)
        row.setSpacing(8)
        self._avatar = Avatar("", 28)
        self._name = ElidedLabel("", "strong", "text")
        self._role = ElidedLabel("", "meta", "text2")
        lines = QVBoxLayout()
        lines.setSpacing(0)
        lines.addWidget(self._name)
        lines.addWidget(self._role)
        self.lock = IconButton("lock", tr("Lock (Ctrl+L)"))
        self.lock.hide()
        row.addWidget(self._avatar)
        row.addLayout(lines, 1)
        row.addWidget(self.lock)

    def set_person(self, person: Person, role_line: str) -> None:
        self._avatar.set_name(person.name)
        self._name.setText(person.name)
        self._role.setText(role_line)
        self.setToolTip(plain_tip(f"{person.name}\n{role_line}".strip()))
        self.setAccessibleName(f"{person.name}, {role_line}")

    def set_narrow(self, narrow: bool) -> None:
        self._name.setVisible(not narrow)
        self._role.setVisible(not narrow)
        across = QBoxLayout.Direction.BottomToTop if narrow else QBoxLayout.Direction.LeftToRight
        self._row.setDirection(across)

    def paintEvent(self, event: QPaintEvent) -> None:
        filled(QPainter(self), QRect(0, 0, self.width(), 1), theme().tokens.color("line"))


class Sidebar(QWidget):
    """Emits `chosen(key)` when a person picks a page."""

    chosen = Signal(object)
    lock_wanted = Signal()

    def __init__(self, shop: str, entries: Sequence[Entry], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        keep_colours(self, ground="sunken")
        self._painter = _RowPainter(self)
        self._mark = _Mark(shop)
        self.pages = _Pages()
        self.pages.setItemDelegate(self._painter)
        self.pages.setAccessibleName(tr("Pages"))
        keep_font(self.pages, "body")
        self._foot = _Foot()
        self._foot.lock.clicked.connect(self.lock_wanted)
        self._build()
        for entry in entries:
            self._add(entry)
        self.pages.currentItemChanged.connect(self._picked)
        theme().changed.connect(self._resize)
        self._is_narrow = False
        self._resize()

    def _build(self) -> None:
        below = QVBoxLayout()
        below.setContentsMargins(8, 0, 8, 0)
        below.setSpacing(0)
        below.addWidget(self.pages, 1)
        below.addWidget(self._foot)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._mark)
        column.addLayout(below, 1)

    def _add(self, entry: Entry) -> None:
        item = QListWidgetItem(tr(entry.label))
        item.setData(_KEY, entry.key)
        item.setData(_ICON, entry.icon)
        if not entry.key:
            item.setFlags(Qt.ItemFlag.NoItemFlags)
        self.pages.addItem(item)

    def _item(self, key: str) -> QListWidgetItem | None:
        items = (self.pages.item(row) for row in range(self.pages.count()))
        return next((item for item in items if item.data(_KEY) == key), None)

    def _picked(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self.chosen.emit(item.data(_KEY))

    def show_page(self, key: str) -> None:
        """Marks the page that is shown; a page that isn't listed leaves nothing marked."""
        self.pages.blockSignals(True)
        item = self._item(key)
        if item is None:
            self.pages.setCurrentRow(-1)
            self.pages.clearSelection()
        else:
            self.pages.setCurrentItem(item)
        self.pages.blockSignals(False)
        self.pages.viewport().update()

    def set_count(self, key: str, count: int, spoken: str = "") -> None:
        """The plain number at the right of a page; 0 shows none."""
        item = self._item(key)
        if item is not None and item.data(_COUNT) != count:
            item.setData(_COUNT, count)
            label = item.text()
            aloud = f"{label}, {spoken or count}" if count else label
            item.setData(Qt.ItemDataRole.AccessibleTextRole, aloud)

    def count(self, key: str) -> int:
        item = self._item(key)
        return int(item.data(_COUNT) or 0) if item else 0

    def set_person(self, person: Person, role_line: str) -> None:
        """Who is at the counter now."""
        self._foot.set_person(person, role_line)

    def set_may_lock(self, may_lock: bool) -> None:
        """One person alone has nothing to lock."""
        self._foot.lock.setVisible(may_lock)

    def set_shop(self, name: str) -> None:
        self._mark.set_shop(name)

    def set_narrow(self, narrow: bool) -> None:
        """Only icons, for windows under 1100 px."""
        if narrow == self._is_narrow:
            return
        self._is_narrow = self._painter.is_narrow = narrow
        self._mark.set_narrow(narrow)
        self._foot.set_narrow(narrow)
        for row in range(self.pages.count()):
            item = self.pages.item(row)
            item.setToolTip(plain_tip(item.text()) if narrow else "")
        self._resize()

    @property
    def is_narrow(self) -> bool:
        return self._is_narrow

    def _resize(self) -> None:
        wide = min(px(WIDE), WIDE + 60)
        self.setFixedWidth(px(NARROW) if self._is_narrow else wide)
        self.pages.doItemsLayout()

    def paintEvent(self, event: QPaintEvent) -> None:
        right = QRect(self.width() - 1, 0, 1, self.height())
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            right.moveLeft(0)
        filled(QPainter(self), right, theme().tokens.color("line"))
