"""The board: five columns beside each other, one card chosen, moved with the mouse or with M and an arrow."""

from __future__ import annotations

from PySide6.QtCore import QEasingCurve, QPoint, QPropertyAnimation, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QWidget

from desktop.clock import Clock
from desktop.records import Stage
from ui import words
from ui.moments import tr
from ui.theme import px, theme
from ui.theme.focus import set_ring
from ui.theme.keep import keep_colours
from ui.widgets.announce import announce

from .cards import COLUMNS, Card, Snapshot
from .column import LEAST, CardList, Column

_SLIDE_MS = 180
_CARD = 120  # px at 100 % text: a card and a little of the next


class Board(QScrollArea):
    """`move_wanted` asks for a card in another column; the board itself moves nothing."""

    chosen = Signal(object)  # id, or "" when nothing is
    entered = Signal(object)  # id
    move_wanted = Signal(object, object)  # id, Stage
    more_wanted = Signal(object)  # Stage
    moving_changed = Signal(object)  # bool: M was pressed, an arrow is awaited

    def __init__(self, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.columns = {stage: Column(stage, clock) for stage in COLUMNS}
        self.chosen_id = ""
        self.is_moving = False
        self._is_filling = False
        self._flying: QPropertyAnimation | None = None
        inner = QWidget()
        self.row = QHBoxLayout(inner)
        self.row.setContentsMargins(0, 0, 0, 0)
        self.row.setSpacing(0)
        for column in self.columns.values():
            self.row.addWidget(column, 1)
        self.setWidget(inner)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        set_ring(self, "none")
        keep_colours(self, ground="sunken")
        keep_colours(inner, ground="sunken")
        self._connect()
        self._one_tab_stop()
        theme().changed.connect(self._level_heads)

    def _connect(self) -> None:
        for column in self.columns.values():
            view, stage = column.view, column.stage
            view.before_key = self.move_key
            view.stepped.connect(self._stepped)
            view.entered.connect(self.entered)
            view.doubleClicked.connect(lambda _index, view=view: self.entered.emit(view.current_id()))
            view.chosen.connect(self.choose)
            view.dropped.connect(lambda card, stage=stage: self.move_wanted.emit(card, stage))
            column.model.more_wanted.connect(self.more_wanted)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._level_heads()

    def _level_heads(self) -> None:
        """All heads are as high as the one with the longest line; without their lines where a card has no room."""
        width = max(self.viewport().width() // len(self.columns), px(LEAST)) - 1
        heads = [column.head for column in self.columns.values()]
        height = max(head.needed(width) for head in heads)
        has_lines = self.viewport().height() - height >= px(_CARD)
        if not has_lines:
            height = max(head.needed(width, has_line=False) for head in heads)
        for head in heads:
            head.show_line(has_lines)
            head.setFixedHeight(height)

    # --- what is shown ----------------------------------------------------------------------------------

    def apply(self, found: Snapshot) -> None:
        """Shows another state of the board at the same place of it; the chosen card is followed."""
        before = self._place_of(self.chosen_id)
        had_keyboard = self.has_keyboard()
        self._is_filling = True
        for stage, column in self.columns.items():
            column.model.take(found.columns[stage], found.totals[stage])
            column.head.set_count(found.totals[stage])
            column.view.expect(column.model.rowCount())
        self._is_filling = False
        if self.chosen_id and self.card(self.chosen_id) is None:
            self._choose_beside()
        self._mark()
        if had_keyboard:
            self.focus_card()
        self._slide(before)

    def _choose_beside(self) -> None:
        """The chosen card left the board: the one that took its place is next."""
        views = [column.view for column in self.columns.values()]
        focus = self.window().focusWidget()
        near = next((view.current_id() for view in views if view is focus and view.current_id()), "")
        self.chosen_id = near or next((c.id for c in self.cards()), "")
        self.chosen.emit(self.chosen_id)

    def cards(self) -> list[Card]:
        """Every card that was read, column by column."""
        models = [column.model for column in self.columns.values()]
        return [card for model in models for at in range(model.rowCount()) if (card := model.card(at))]

    def card(self, card_id: str) -> Card | None:
        for column in self.columns.values():
            row = column.model.row_of(card_id)
            if row >= 0:
                return column.model.card(row)
        return None

    def time_passes(self) -> None:
        for column in self.columns.values():
            column.model.time_passes()
            column.view.viewport().update()

    # --- the chosen card ----------------------------------------------------------------------------------

    def choose(self, card_id: object) -> None:
        """This card is the one the panel shows and the keys act on. While cards come and go nobody chooses."""
        if str(card_id) != self.chosen_id and not self._is_filling:
            self.chosen_id = str(card_id)
            self._mark()
            self.chosen.emit(self.chosen_id)

    def _mark(self) -> None:
        for column in self.columns.values():
            column.view.painter_.chosen = self.chosen_id
            if column.model.row_of(self.chosen_id) >= 0:
                column.view.show_card(self.chosen_id)
            column.view.viewport().update()
        self._one_tab_stop()

    def _one_tab_stop(self) -> None:
        """Tab comes to the board once; the arrows go about in it."""
        here = self._column_of(self.chosen_id) or next(iter(self.columns.values()))
        for column in self.columns.values():
            stop = Qt.FocusPolicy.StrongFocus if column is here else Qt.FocusPolicy.ClickFocus
            column.view.setFocusPolicy(stop)

    def _column_of(self, card_id: str) -> Column | None:
        return next((c for c in self.columns.values() if c.model.row_of(card_id) >= 0), None)

    def current_view(self) -> CardList:
        """The list with the chosen card, else the first that has cards."""
        filled = (c for c in self.columns.values() if c.model.rowCount())
        column = self._column_of(self.chosen_id) or next(filled, next(iter(self.columns.values())))
        return column.view

    def has_keyboard(self) -> bool:
        """In its window, also while a dialog is over that."""
        focus = self.window().focusWidget()
        return any(column.view is focus for column in self.columns.values())

    def focus_card(self) -> None:
        """The keyboard goes to the chosen card."""
        view = self.current_view()
        if self.chosen_id:
            view.show_card(self.chosen_id)
        view.setFocus(Qt.FocusReason.OtherFocusReason)
        self.ensureWidgetVisible(view, 0, 0)

    # --- keys ---------------------------------------------------------------------------------------------

    def _stepped(self, side: object) -> None:
        if self.is_moving:
            self.move_beside(int(str(side)))
        else:
            self._to_column(int(str(side)))

    def _to_column(self, side: int) -> None:
        """To the next column with cards, at about the same height."""
        columns = list(self.columns.values())
        here = self._column_of(self.chosen_id) or columns[0]
        at, row = columns.index(here) + side, here.view.currentIndex().row()
        while 0 <= at < len(columns) and not columns[at].model.rowCount():
            at += side
        if not 0 <= at < len(columns):
            return
        view, model = columns[at].view, columns[at].model
        view.setCurrentIndex(model.index(min(max(0, row), model.rowCount() - 1)))
        view.setFocus(Qt.FocusReason.OtherFocusReason)
        self.choose(view.current_id())
        self.ensureWidgetVisible(columns[at], 0, 0)

    def begin_move(self) -> None:
        """M: the next arrow moves the card; a number names the column; Esc leaves it where it is."""
        card = self.card(self.chosen_id)
        if card is None:
            return
        self._set_moving(True)
        name = card.complaint.author_name
        announce(self, tr("Move {name}. An arrow or a number says where to.").format(name=name))

    def _set_moving(self, is_moving: bool) -> None:
        if is_moving != self.is_moving:
            self.is_moving = is_moving
            for column in self.columns.values():
                column.head.set_target(False)
            self._beside_targets(is_moving)
            self.moving_changed.emit(is_moving)

    def _beside_targets(self, are: bool) -> None:
        stages = list(COLUMNS)
        here = self._column_of(self.chosen_id)
        if not are or here is None:
            return
        at = stages.index(here.stage)
        for other in (at - 1, at + 1):
            if 0 <= other < len(stages):
                self.columns[stages[other]].head.set_target(True)

    def move_beside(self, side: int) -> None:
        stages, here = list(COLUMNS), self._column_of(self.chosen_id)
        self._set_moving(False)
        at = stages.index(here.stage) + side if here else -1
        if 0 <= at < len(stages):
            self.move_wanted.emit(self.chosen_id, stages[at])

    def move_key(self, event: QKeyEvent) -> bool:
        """While a card is being moved with the keys: True when this key was taken."""
        if not self.is_moving:
            return False
        number = event.key() - Qt.Key.Key_1
        if event.key() == Qt.Key.Key_Escape:
            self._set_moving(False)
        elif 0 <= number < len(COLUMNS):
            self._set_moving(False)
            self.move_wanted.emit(self.chosen_id, COLUMNS[number])
        else:
            return False
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self.move_key(event):
            event.ignore()  # the arrows are the cards', never the scroll bar's

    # --- a card flies -------------------------------------------------------------------------------------

    def _place_of(self, card_id: str) -> tuple[Stage, QRect] | None:
        column = self._column_of(card_id)
        box = column.view.rect_of(card_id) if column else QRect()
        if column is None or box.isNull() or not self.isVisible():
            return None
        return column.stage, QRect(column.view.viewport().mapTo(self, box.topLeft()), box.size())

    def _slide(self, before: tuple[Stage, QRect] | None) -> None:
        column = self._column_of(self.chosen_id)
        if before is None or column is None or column.stage is before[0]:
            return
        self.ensureWidgetVisible(column, 0, 0)
        column.view.executeDelayedItemsLayout()
        column.view.show_card(self.chosen_id)
        column.view.scrollTo(column.view.currentIndex())
        text = tr("{name} is in {column} now").format(
            name=column.view.currentIndex().data(), column=words.stage(column.stage).text
        )
        announce(self, text)
        after = self._place_of(self.chosen_id)
        if theme().slides() and after is not None:
            self._fly(column, before[1].topLeft(), after[1])

    def _fly(self, column: Column, start: QPoint, end: QRect) -> None:
        box = column.view.rect_of(self.chosen_id)
        ghost = QLabel(self)
        ghost.setTextFormat(Qt.TextFormat.PlainText)
        ghost.setPixmap(column.view.picture_of(box))
        ghost.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        ghost.setGeometry(QRect(start, end.size()))
        ghost.show()
        column.view.painter_.landing = self.chosen_id
        flight = QPropertyAnimation(ghost, b"pos", self)
        flight.setDuration(_SLIDE_MS)
        flight.setEasingCurve(QEasingCurve.Type.OutCubic)
        flight.setStartValue(start)
        flight.setEndValue(end.topLeft())

        def landed() -> None:
            column.view.painter_.landing = ""
            column.view.viewport().update()
            ghost.deleteLater()

        flight.finished.connect(landed)
        self._flying = flight
        flight.start(QPropertyAnimation.DeletionPolicy.DeleteWhenStopped)
