"""A column of the board: its head, which says what a passer-by sees, and its cards."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt, Signal
from PySide6.QtGui import (
    QDrag,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QFocusEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHBoxLayout, QListView, QVBoxLayout, QWidget

from desktop.clock import Clock
from desktop.records import Stage
from ui import words
from ui.moments import figure, tr
from ui.theme import fonts, px, theme, tokens
from ui.theme.focus import set_ring
from ui.theme.keep import keep_colours
from ui.theme.paint import rounded
from ui.widgets.elide import ElidedLabel
from ui.widgets.textblock import TextBlock
from ui.widgets.tips import plain_tip
from ui.widgets.wrap import WrapLabel

from .delegate import CardDelegate
from .model import ColumnModel, card_in

_NEVER_FIT = 16
LEAST = 146  # px at 100 % text: below it the board scrolls sideways
_LEAST_HIGH = 40  # px at 100 % text

_TONES = {Stage.FIXED: "amber", Stage.SHOWN: "leaf"}
_EMPTY = {
    Stage.NO_ANSWER: ("Nobody’s waiting in public", ""),
    Stage.ANSWERED: ("Nothing half-done", ""),
    Stage.FIXED: ("Nothing hidden", "What’s fixed can be seen to be fixed."),
    Stage.ASKED: ("Nobody asked just now", ""),
    Stage.SHOWN: ("Endings will collect here", ""),
}


class CardList(QListView):
    """The cards. Left and right belong to the board; a card dropped here is told, never taken."""

    stepped = Signal(object)  # -1 or 1: to the column beside
    entered = Signal(object)  # id: Enter, or a double click
    chosen = Signal(object)  # id
    dropped = Signal(object)  # id of another column's card
    hovered = Signal(object)  # bool: a card of another column is over this one

    def __init__(self, model: ColumnModel, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cards = model
        self.before_key: Callable[[QKeyEvent], bool] = lambda _event: False  # the board's, while a card is moved
        self.setModel(model)
        self.painter_ = CardDelegate(clock, self)
        self.setItemDelegate(self.painter_)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setDragEnabled(True)
        self.setAcceptDrops(True)
        self.setDropIndicatorShown(False)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self.verticalScrollBar().setSingleStep(px(24))
        set_ring(self, "none")
        keep_colours(self, text="text", ground="sunken")
        self.setAccessibleName(words.stage(model.stage).text)
        self.setAccessibleDescription(words.stage_line(model.stage))

    def current_id(self) -> str:
        card = self._cards.card(self.currentIndex().row())
        return card.id if card else ""

    def show_card(self, card_id: str) -> bool:
        """Puts the keyboard on a card, if it is here."""
        row = self._cards.row_of(card_id)
        if row < 0:
            self.setCurrentIndex(QModelIndex())
            return False
        if row != self.currentIndex().row():
            self.setCurrentIndex(self._cards.index(row))
        return True

    def rect_of(self, card_id: str) -> QRect:
        """Where a card is painted, in the viewport; null when it can't be seen."""
        row = self._cards.row_of(card_id)
        found = self.visualRect(self._cards.index(row)) if row >= 0 else QRect()
        return self.painter_.card_rect(found) if found.intersects(self.viewport().rect()) else QRect()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A list that runs downwards measures its cards anew only when its height changes: here it is the width."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width() and self.isVisible():
            self.scheduleDelayedItemsLayout()
            self.executeDelayedItemsLayout()

    def expect(self, count: int) -> None:
        """So many cards never fit: the scroll bar stands from the start, and no card is measured twice."""
        need, usual = Qt.ScrollBarPolicy.ScrollBarAlwaysOn, Qt.ScrollBarPolicy.ScrollBarAsNeeded
        self.setVerticalScrollBarPolicy(need if count >= _NEVER_FIT else usual)
        self.scheduleDelayedItemsLayout()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.scheduleDelayedItemsLayout()

    # --- keyboard ---------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        side = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()), 0)
        if self.before_key(event):
            return
        if side and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self.stepped.emit(-side if self.isRightToLeft() else side)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit(self.current_id())
        elif event.key() == Qt.Key.Key_Escape:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Letters are keys here, not the beginning of a name."""

    def currentChanged(
        self, current: QModelIndex | QPersistentModelIndex, previous: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().currentChanged(current, previous)
        card = self._cards.card(current.row())
        if card is not None and self.hasFocus():
            self.chosen.emit(card.id)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self._cards.rowCount():
            self.setCurrentIndex(self._cards.index(0))
        elif self.current_id():
            self.chosen.emit(self.current_id())
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    # --- dragging ---------------------------------------------------------------------------------------

    def startDrag(self, actions: Qt.DropAction) -> None:
        index = self.currentIndex()
        card_id = self.current_id()
        if not card_id:
            return
        box = self.painter_.card_rect(self.visualRect(index))
        drag = QDrag(self)
        drag.setMimeData(self._cards.mimeData([index]))
        drag.setPixmap(self.picture_of(box))
        drag.setHotSpot(self.viewport().mapFromGlobal(self.cursor().pos()) - box.topLeft())
        drag.exec(Qt.DropAction.MoveAction)

    def picture_of(self, box: QRect) -> QPixmap:
        return self.viewport().grab(box)

    def _may_drop(self, event: QDropEvent) -> bool:
        card_id = card_in(event.mimeData())
        return bool(card_id) and self._cards.row_of(card_id) < 0

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self._may_drop(event):
            event.acceptProposedAction()
            self.hovered.emit(True)
        else:
            event.ignore()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        if self._may_drop(event):
            event.acceptProposedAction()
        else:
            event.ignore()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self.hovered.emit(False)

    def dropEvent(self, event: QDropEvent) -> None:
        self.hovered.emit(False)
        if self._may_drop(event):
            event.acceptProposedAction()
            self.dropped.emit(card_in(event.mimeData()))
        else:
            event.ignore()

    # --- empty ------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._cards.rowCount():
            return
        title, text = _EMPTY[self._cards.stage]
        painter, colours = QPainter(self.viewport()), tokens()
        width = self.viewport().width() - 2 * px(14)
        top = px(18)
        for part in (title, text):
            if part:
                block = TextBlock(tr(part), fonts.font("body"), width, align=Qt.AlignmentFlag.AlignHCenter)
                block.draw(painter, px(14), top, colours.color("text2"))
                top += block.height + px(2)


class ColumnHead(QWidget):
    """Title, count, and the line that says what a passer-by sees; amber and green where it matters."""

    def __init__(self, stage: Stage, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tone = _TONES.get(stage, "")
        self._is_target = False
        amber = self._tone == "amber"
        self.title = ElidedLabel(words.stage(stage).text, "strong")
        self.count = ElidedLabel("0", "strong", "amber" if amber else "text2")
        self.line = WrapLabel(words.stage_line(stage), "meta", "amber" if amber else "text2")
        top = QHBoxLayout()
        top.setSpacing(px(6))
        top.addWidget(self.title, 1)
        top.addWidget(self.count)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(9), px(11) + 3, px(9), px(8))
        column.setSpacing(px(2))
        column.addLayout(top)
        column.addWidget(self.line)
        column.addStretch(1)

    def needed(self, width: int, *, has_line: bool = True) -> int:
        """The height it wants in so much width: the board makes all heads as high as the highest."""
        margins = self.layout().contentsMargins()  # type: ignore[union-attr]
        room = width - margins.left() - margins.right()
        below = px(2) + self.line.heightForWidth(room) if has_line else 0
        return margins.top() + self.title.sizeHint().height() + below + margins.bottom()

    def show_line(self, has_line: bool) -> None:
        """Where a low window has no room for it and a card, the line is shown on hover. It is always read aloud."""
        self.line.setVisible(has_line)
        self.setToolTip("" if has_line else plain_tip(self.line.text()))

    def set_count(self, number: int) -> None:
        self.count.setText(figure(number))

    def set_target(self, is_target: bool) -> None:
        """A card is held over this column, or about to be moved here with the keys."""
        self._is_target = is_target
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, colours = QPainter(self), tokens()
        plain = "amber_tint" if self._tone == "amber" else "paper"
        painter.fillRect(self.rect(), colours.color("select" if self._is_target else plain))
        edge = {"amber": "amber_edge", "leaf": "leaf"}.get(self._tone, "edge")
        painter.fillRect(QRect(0, 0, self.width(), 3), colours.color(edge))
        painter.fillRect(QRect(0, self.height() - 1, self.width(), 1), colours.color("line"))


class Column(QWidget):
    """Head and cards of one stage."""

    def __init__(self, stage: Stage, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.stage = stage
        self.model = ColumnModel(stage, clock, self)
        self.head = ColumnHead(stage)
        self.view = CardList(self.model, clock)
        self._is_target = False
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 1, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self.view, 1)
        self.view.hovered.connect(self.set_target)
        theme().changed.connect(self._fit)
        self._fit()

    def _fit(self) -> None:
        self.setMinimumWidth(px(LEAST))
        self.view.setMinimumHeight(px(_LEAST_HIGH))  # Qt's own would scroll the heads out of a low window

    def set_target(self, is_target: object) -> None:
        self._is_target = bool(is_target)
        self.head.set_target(self._is_target)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, colours = QPainter(self), tokens()
        at = 0 if self.isRightToLeft() else self.width() - 1
        painter.fillRect(QRect(at, 0, 1, self.height()), colours.color("line"))
        if self._is_target:
            rounded(painter, self.rect(), 0, None, colours.color("ink"), 2)
