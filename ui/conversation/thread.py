"""The thread: a scroll area with one widget per message, the newest at the bottom.

A card stays while what it shows stays, so a reload neither flickers nor loses a selection. Long
threads build the newest first and the older ones in turns of the event loop, above what is read.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from ui.moments import tr
from ui.theme import px
from ui.theme.keep import keep_colours
from ui.widgets.buttons import LinkButton
from ui.widgets.layouts import widgets_in

from . import messages
from .items import Item, PostItem, Shown, Span_, fold
from .messages import OnItsWay, Theirs, Told, card_of

_FIRST, _TURN, _MOST = 24, 12, 240  # cards built at once, in one more turn, and before asking


class Thread(QScrollArea):
    """`show_items` shows a conversation; `foot` holds what stands below the messages."""

    grown = Signal()  # its content's height changed

    def __init__(self, told: Told, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._told = told
        self._items: tuple[Item, ...] = ()
        self._shown: list[Shown] = []
        self._lines: dict[str, QWidget] = {}
        self._open_folds: frozenset[str] = frozenset()
        self._from, self._allowed = 0, _MOST
        self._build()
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self._build_more)
        self._second = QTimer(self, interval=1000)
        self._second.timeout.connect(self._tick)

    def _build(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(tr("Conversation"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.content = QWidget()
        keep_colours(self.content, ground="paper")
        keep_colours(self, ground="paper")
        self.earlier = LinkButton(tr("Show earlier"), level="meta")
        self.earlier.clicked.connect(self._show_earlier)
        self.earlier.hide()
        self.lines = QVBoxLayout()
        self.lines.setSpacing(11)
        self.foot = QVBoxLayout()
        self.foot.setSpacing(6)
        column = QVBoxLayout(self.content)
        column.setContentsMargins(16, 12, 16, 10)
        column.setSpacing(11)
        column.addWidget(self.earlier, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addLayout(self.lines)
        column.addStretch(1)
        column.addLayout(self.foot)
        self.setWidget(self.content)
        self.content.installEventFilter(self)
        self.verticalScrollBar().setSingleStep(px(24))

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        if watched is self.content and event.type() == QEvent.Type.LayoutRequest:
            self.grown.emit()
        return False

    # --- showing ------------------------------------------------------------------------------------

    def show_items(self, items: Sequence[Item], told: Told, *, is_other: bool) -> None:
        """Shows these; `is_other` says that it is another conversation than before."""
        self._told = told
        if is_other:
            self._open_folds, self._allowed, self._from = frozenset(), _MOST, 0
            self._clear()
        self._items = tuple(items)
        self._arrange(is_other=is_other)

    def _clear(self) -> None:
        self._later.stop()
        for line in self._lines.values():
            line.hide()
            line.deleteLater()
        self._lines.clear()

    def _arrange(self, *, is_other: bool) -> None:
        before = len(self._shown)
        self._shown = fold(self._items, self._open_folds)
        if is_other:
            self._from = max(0, len(self._shown) - _FIRST)
        else:
            self._from = max(
                0, min(self._from + len(self._shown) - before, len(self._shown)) if self._from else 0
            )
        bar = self.verticalScrollBar()
        at_end = not is_other and bar.maximum() > 0 and bar.value() >= bar.maximum() - 2
        self._put_lines()
        if at_end:
            self._to_end_soon()
        if self._from:
            self._later.start()

    def _put_lines(self) -> None:
        """Makes the lines what `_shown` says from `_from` on, keeping cards whose item is the same."""
        wanted = self._shown[self._from :]
        keys = {item.key for item in wanted}
        for key in [key for key in self._lines if key not in keys]:
            self._drop(key)
        is_new = False
        for at, item in enumerate(wanted):
            line = self._lines.get(item.key)
            if line is not None and getattr(card_of(line), "item", None) != item:
                self._drop(item.key)
                line = None
            if line is None:
                line = self._lines[item.key] = messages.make(item, self._told)
                self.lines.insertWidget(at, line)
                is_new = True
            elif self.lines.indexOf(line) != at:
                self.lines.removeWidget(line)
                self.lines.insertWidget(at, line)
        if is_new:
            self._order([item.key for item in wanted])
        self.earlier.setVisible(self._from > 0 and len(self._lines) >= self._allowed)
        if any(isinstance(card_of(line), OnItsWay) for line in self._lines.values()):
            self._second.start()

    def _order(self, keys: Sequence[str]) -> None:
        """A screen reader reads in the order in which widgets lie on each other: messages first, then the foot."""
        for key in keys:
            self._lines[key].raise_()
        for widget in widgets_in(self.foot):
            widget.raise_()

    def _drop(self, key: str) -> None:
        line = self._lines.pop(key)
        self.lines.removeWidget(line)
        line.hide()
        line.deleteLater()

    def _build_more(self) -> None:
        """Some older ones above, without moving what is read."""
        if not self._from or len(self._lines) >= self._allowed:
            return
        bar = self.verticalScrollBar()
        from_end = bar.maximum() - bar.value()
        self._from = max(0, self._from - _TURN)
        self._put_lines()
        self._settle()
        bar.setValue(max(0, bar.maximum() - from_end))
        if self._from and len(self._lines) < self._allowed:
            self._later.start()

    def _show_earlier(self) -> None:
        self._allowed += _MOST
        self._build_more()

    def _settle(self) -> None:
        """Lays out now, so that the scroll bar knows the new height."""
        layout = self.content.layout()
        if layout is None:
            return
        layout.activate()
        room = self.viewport().size()
        wide = max(room.width(), layout.totalMinimumSize().width())
        high = layout.totalHeightForWidth(wide) if layout.hasHeightForWidth() else layout.totalSizeHint().height()
        self.content.resize(wide, max(room.height(), high))

    def unfold(self, key: str) -> None:
        self._open_folds |= {key}
        self._arrange(is_other=False)

    # --- where to look ----------------------------------------------------------------------------------

    def to_end(self) -> None:
        self._settle()
        self.verticalScrollBar().setValue(self.verticalScrollBar().maximum())

    def _to_end_soon(self) -> None:
        QTimer.singleShot(0, self, self.to_end)

    def show_key(self, key: str) -> None:
        """Scrolls so that this item's card can be seen, its top first."""
        line = self._lines.get(key)
        if line is not None:
            self._settle()
            self.verticalScrollBar().setValue(max(0, line.y() - px(14)))

    def show_whole(self, key: str) -> None:
        """Scrolls no more than needed to see all of this item's card, or its beginning where it is too high."""
        line = self._lines.get(key)
        if line is None:
            return
        self._settle()
        bar, top, end = self.verticalScrollBar(), line.y() - px(14), line.geometry().bottom() + px(10)
        least = end - self.viewport().height()
        bar.setValue(top if least > top else max(least, min(bar.value(), top)))

    def cards(self) -> list[QWidget]:
        """The cards that stand now, from the top."""
        return [
            card_of(self._lines[item.key]) for item in self._shown[self._from :] if item.key in self._lines
        ]

    def words_in_sight(self) -> QRect:
        """Where in the window cards with their words can be seen now."""
        found, port = QRect(), self.viewport()
        shown = QRect(port.mapTo(self.window(), QPoint(0, 0)), port.size()) if self.isVisible() else QRect()
        for card in self.cards():
            if isinstance(card, Theirs) and card.isVisible():
                found |= QRect(card.mapTo(self.window(), QPoint(0, 0)), card.size()) & shown
        return found

    def light(self, key: str, span: Span_ | None, *, is_wanted: bool = True) -> None:
        """Marks words in one message; a span of None takes all marks away. What is wanted comes into sight."""
        for line in self._lines.values():
            card = card_of(line)
            if isinstance(card, Theirs):
                mine = span is not None and card.item.key == key
                card.light(span if mine else None)
        if span is not None and is_wanted:
            self.show_key(key)

    def newest_of_theirs(self) -> str:
        return self.newest_of(ours=False)

    def newest_of(self, *, ours: bool) -> str:
        """The key of the last message of ours, or of theirs; "" for none."""
        found = [i.key for i in self._items if isinstance(i, PostItem) and i.post.is_ours is ours]
        return found[-1] if found else ""

    def content_height(self) -> int:
        """How high it would like to be to show everything."""
        layout = self.content.layout()
        if layout is None:
            return 0
        width = self.viewport().width()
        return (
            layout.totalHeightForWidth(width)
            if layout.hasHeightForWidth()
            else layout.totalSizeHint().height()
        )

    # --- going in 7 s --------------------------------------------------------------------------------------

    def _tick(self) -> None:
        counting = [card for line in self._lines.values() if isinstance(card := card_of(line), OnItsWay)]
        ticking = [card.tick() for card in counting]
        if not any(ticking):
            self._second.stop()

    def resizeEvent(self, event: QResizeEvent) -> None:
        bar = self.verticalScrollBar()
        at_end = bar.maximum() > 0 and bar.value() >= bar.maximum() - 2
        super().resizeEvent(event)
        if at_end and event.size().height() != event.oldSize().height():
            bar.setValue(bar.maximum())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        bar, key = self.verticalScrollBar(), event.key()
        steps = {
            Qt.Key.Key_Home: -bar.maximum(),
            Qt.Key.Key_End: bar.maximum(),
            Qt.Key.Key_Space: bar.pageStep(),
        }
        if key in steps and not event.modifiers():
            bar.setValue(bar.value() + steps[Qt.Key(key)])
        else:
            super().keyPressEvent(event)
