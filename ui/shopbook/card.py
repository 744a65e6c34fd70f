"""One fact: what it says, its topics, who checked it and when; and the same place for changing it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QStyle, QVBoxLayout, QWidget

from desktop.clock import Clock
from desktop.records import Fact
from desktop.shopbook import Suggestion
from ui import moments, words
from ui.moments import tr
from ui.theme import fonts, px, theme, tokens
from ui.theme.focus import set_ring
from ui.theme.paint import line, rounded
from ui.widgets.bars import Glyph
from ui.widgets.buttons import Button, IconButton
from ui.widgets.chips import chip_height, chip_width, paint_chip
from ui.widgets.wrap import WrapLabel

from .editor import FactEditor
from .suggested import Around, Suggested

MEASURE = 680  # px at 100 %: longer lines are hard to read


def used_line(uses: int) -> str:
    """`used in 4 replies`; nothing for none."""
    return tr("used in {n}").format(n=moments.count(uses, "reply", "replies")) if uses else ""


def holds(fact: Fact, words: str) -> bool:
    """Whether all these words stand in it somewhere."""
    text = " ".join((fact.title, fact.text, *fact.topics)).casefold()
    return all(word in text for word in words.casefold().split())


class Topics(QWidget):
    """Topics as chips, over as many rows as they need. They do nothing, so they are no buttons."""

    def __init__(self, topics: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._topics = tuple(topics)
        self.setAccessibleName(", ".join(topics))
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.setSizePolicy(policy)
        theme().changed.connect(self._fit)
        self._fit()

    def _boxes(self, width: int) -> list[QRect]:
        found, x, y = [], 0, 0
        for topic in self._topics:
            wide = min(chip_width(None, topic), width)
            if x and x + wide > width:
                x, y = 0, y + chip_height() + px(4)
            found.append(QRect(x, y, wide, chip_height()))
            x += wide + px(5)
        return found

    def _fit(self) -> None:
        self.setMinimumHeight(self._boxes(max(px(80), self.width()))[-1].bottom() + 1)
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def sizeHint(self) -> QSize:
        return QSize(px(300), self.minimumHeight())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        for topic, box in zip(self._topics, self._boxes(self.width()), strict=True):
            paint_chip(
                painter, QStyle.visualRect(self.layoutDirection(), self.rect(), box), None, topic, "neutral"
            )


class FactCard(QWidget):
    """A row of the list. `edit_wanted` and so on carry the fact; `moved` the step of an arrow key."""

    edit_wanted = Signal(object)
    remove_wanted = Signal(object)
    still_right = Signal(object)
    moved = Signal(object)  # -1 or 1
    kept = Signal(object)  # Fact as written
    closed = Signal()  # the editor was left
    used = Signal(object)  # Suggestion: its words go in
    declined = Signal(object)  # Suggestion: not now

    def __init__(self, fact: Fact, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.fact, self._clock = fact, clock
        self.around = Around()
        self.suggested: list[Suggested] = []
        self.editor: FactEditor | None = None
        self.view: QWidget | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        set_ring(self, "none")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(14, 10, 12, 11)
        self.show_fact(fact)

    # --- as it is read -------------------------------------------------------------------------------

    def show_fact(self, fact: Fact, around: Around | None = None) -> None:
        """Shows another state of the fact; what is being written in an editor stays."""
        self.fact, self.around = fact, around or self.around
        if self.editor is not None:
            return
        if self.view is not None:
            self.view.hide()
            self.view.deleteLater()
        self.view = self._make_view(fact)
        self._column.addWidget(self.view)
        pieces = [fact.title, fact.text, *fact.topics, words.checked(fact, self._clock)]
        pieces += [used_line(self.around.uses), *(box.accessibleName() for box in self.suggested)]
        self.setAccessibleName(". ".join(piece.rstrip(".") for piece in pieces if piece) + ".")

    def _make_view(self, fact: Fact) -> QWidget:
        view = QWidget()
        row = QHBoxLayout(view)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        text = QVBoxLayout()
        text.setSpacing(2)
        said = WrapLabel(fact.text, "body", "text2", selectable=True)
        for label in (WrapLabel(fact.title, "strong"), said):
            label.setMaximumWidth(px(MEASURE))
            text.addWidget(label)
        if fact.topics:
            text.addSpacing(3)
            text.addWidget(Topics(fact.topics))
        self.suggested = [self._suggested(one) for one in self.around.suggestions]
        for box in self.suggested:
            text.addSpacing(6)
            text.addWidget(box)
        text.addStretch(1)
        row.addLayout(text, 1)
        row.addLayout(self._make_side(fact))
        return view

    def _suggested(self, suggestion: Suggestion) -> Suggested:
        box = Suggested(suggestion, self.around.me, self.around.owner)
        box.setMaximumWidth(px(MEASURE))
        box.used.connect(self.used)
        box.declined.connect(self.declined)
        return box

    def _make_side(self, fact: Fact) -> QVBoxLayout:
        side = QVBoxLayout()
        side.setSpacing(5)
        stale = fact.is_stale(self._clock.now())
        said = WrapLabel(
            words.checked(fact, self._clock), "meta strong" if stale else "meta", "amber" if stale else "text2"
        )
        said.setAlignment(Qt.AlignmentFlag.AlignTrailing)
        said.setFixedWidth(_side_width(said.text(), strong=stale))
        head = QHBoxLayout()
        head.setSpacing(6)
        head.addStretch(1)
        if stale:
            head.addWidget(Glyph("warn", "amber", 14))
        head.addWidget(said)
        side.addLayout(head)
        if self.around.uses:
            used = WrapLabel(used_line(self.around.uses), "meta", "text2")
            used.setAlignment(Qt.AlignmentFlag.AlignTrailing)
            used.setFixedWidth(_side_width(used.text(), strong=False))
            side.addWidget(used, 0, Qt.AlignmentFlag.AlignTrailing)
        if stale:
            self.confirm = Button(tr("It’s still right"), "check", small=True)
            self.confirm.setAccessibleName(f"{self.confirm.text()}: {fact.title}")
            self.confirm.clicked.connect(lambda: self.still_right.emit(self.fact))
            side.addWidget(self.confirm, 0, Qt.AlignmentFlag.AlignTrailing)
        tools = QHBoxLayout()
        tools.setSpacing(2)
        tools.addStretch(1)
        edit = IconButton("pencil", tr("Change {title}").format(title=fact.title), token="text3")
        remove = IconButton("x", tr("Remove {title}").format(title=fact.title), token="text3")
        edit.clicked.connect(lambda: self.edit_wanted.emit(self.fact))
        remove.clicked.connect(lambda: self.remove_wanted.emit(self.fact))
        tools.addWidget(edit)
        tools.addWidget(remove)
        remove.setVisible(self.around.me.is_owner)
        side.addLayout(tools)
        side.addStretch(1)
        return side

    # --- as it is changed ------------------------------------------------------------------------------

    def edit(self) -> None:
        """The fact turns into fields, in the same place."""
        if self.editor is not None:
            self.editor.begin()
            return
        if self.view is not None:
            self.view.hide()
        mine = (one for one in self.around.suggestions if one.person == self.around.me.id)
        self.editor = FactEditor(self.fact, next(mine, None), suggests=not self.around.me.is_owner)
        self.editor.kept.connect(self.kept)
        self.editor.left.connect(self.close_editor)
        self._column.addWidget(self.editor)
        self.editor.show()
        self.editor.begin()
        self.update()

    def close_editor(self) -> None:
        """Back to reading."""
        if self.editor is None:
            return
        editor, self.editor = self.editor, None
        editor.hide()
        editor.deleteLater()
        self.show_fact(self.fact)
        self.closed.emit()
        self.update()

    # --- Qt -------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if self.editor is not None or not self.hasFocus():
            super().keyPressEvent(event)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2):
            self.edit_wanted.emit(self.fact)
        elif key == Qt.Key.Key_Delete:
            self.remove_wanted.emit(self.fact)
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.moved.emit(1 if key == Qt.Key.Key_Down else -1)
        else:
            super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self.editor is None:
            self.edit_wanted.emit(self.fact)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, here = QPainter(self), self.hasFocus() or self.editor is not None
        painter.fillRect(self.rect(), tokens().color("select" if self.hasFocus() else "surface"))
        line(painter, self.rect().adjusted(0, self.height() - 1, 0, 0))
        if here:
            bar = self.rect()
            bar.setWidth(3)
            if self.isRightToLeft():
                bar.moveRight(self.rect().right())
            painter.fillRect(bar, tokens().color("ink"))
        if self.hasFocus():
            rounded(painter, QRectF(self.rect()).adjusted(4, 2, -4, -3), 4, None, tokens().color("ink"), 2)


def _side_width(text: str, *, strong: bool) -> int:
    words = QFontMetrics(fonts.font("meta strong" if strong else "meta")).horizontalAdvance(text) + 2
    return min(words, px(190))
