"""The parts of the conversation and the room each gets: the thread while reading, the text while writing."""

from __future__ import annotations

from enum import Flag, auto

from PySide6.QtCore import QRect, Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from ui.composer import Composer
from ui.moments import tr
from ui.theme import px
from ui.theme.keep import keep_colours
from ui.theme.paint import line
from ui.widgets.empty import EmptyState

from .bars import Bars
from .book_pane import BookPane
from .cards import ShopBookCards
from .ending_panel import EndingPanel
from .facts import Known
from .folded_place import FoldedPlace
from .guess_line import GuessLine
from .happened import HappenedPanel
from .header import Header, PasserLine
from .history_line import HistoryLine
from .messages import Told
from .room import LEAST, WriteArea
from .thread import Thread

_HUGE = 16_777_215
_THREAD_LEAST, _STACK_LEAST = 64, 300
_TO_WRITE = 300  # px at 100 % text: as long as it has less, the thread gives way to the text
_TO_READ, _TO_CHOOSE = 150, 250  # px at 100 % text: for their words, and for cards that say how a reply may begin
_TO_GLANCE, _TO_TYPE = 118, 84  # the same while somebody writes: four lines of theirs, and some of one's own
_TO_SHOW = 170  # px at 100 % text: of the amber panel
_TEXT_BESIDE = 275  # px at 100 % text: with less left for the text, the coach is its one line under it
# Above the thread: it can wait while somebody writes. (That somebody else has a draft here can't.)
_NOT_NOW = ("mine", "hint", "told fixed", "look", "event", "overdue")


class Give(Flag):
    """What gives way in a low window so that their words can be read."""

    NOTHING = 0
    BARS = auto()  # the bars stand in one line, the gravest in front; the parts of a reply in one row
    LINES = auto()  # what was guessed stands on its chip alone; of what a passer-by sees, the sentence
    PLACE = auto()  # the openings, a draft or the amber panel stand behind a button


_STEPS = (
    Give.NOTHING,
    Give.BARS,
    Give.BARS | Give.LINES,
    Give.BARS | Give.PLACE,
    Give.BARS | Give.LINES | Give.PLACE,
)


class Parts(QWidget):
    """What stands where. The conversation itself, its base's heir, says what is in it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.known: Known | None = None
        self._is_writing = self._wants_composer = self._has_passer = self._has_guess = False
        self._coach_on, self._book_on = True, False
        self._shows = (False, False, False)  # the line about a passer-by, the amber panel, the writing place
        self._may_write = True  # else the shop is open to read only
        self._is_brief = False  # little room beside something else
        self._wants_place = False  # somebody wants the writing place although there is little room
        self._wants_coach = False  # and the coach

    def _build(self, told: Told, composer: Composer) -> None:
        self.header, self.guess, self.passer = Header(), GuessLine(), PasserLine()
        self.top_bars, self.bottom_bars = Bars(), Bars()
        self.talk = Thread(told)
        self.history = HistoryLine()
        self.cards, self.panel = ShopBookCards(), EndingPanel()
        self.folded = FoldedPlace()
        self.folded.hide()
        self.composer = composer
        self.coach = self.composer.coach
        self.happened, self.book = HappenedPanel(), BookPane()
        self.talk.foot.addWidget(self.happened)
        self.talk.foot.addWidget(self.history)
        self.talk.foot.addWidget(self.cards)
        head = self._head()
        composer.keep_clear(head, self.talk.words_in_sight)
        self.read_area = _Reading(head, self.talk)
        self.write_area = WriteArea()
        below = self.write_area.column
        for widget in (self.bottom_bars, self.folded, self.panel, self.composer):
            below.addWidget(widget)
        below.setStretchFactor(self.composer, 1)
        self.write_area.set_foot(self.composer.loose_foot())
        self.composer.caret_moved.connect(self._follow_caret)
        self.folded.wanted.connect(self._unfold)
        for bars in (self.top_bars, self.bottom_bars):
            bars.unfolded.connect(lambda _: self._fit_room())
        self.composer.parts_bar.unfolded.connect(self._fit_room)
        self.bottom_bars.said.connect(lambda: QTimer.singleShot(0, self, self._show_bars))
        self._column = QVBoxLayout()
        self._column.setSpacing(0)
        self._column.addWidget(self.read_area, 1)
        self._column.addWidget(self.write_area)
        self.body = QWidget()
        row = QHBoxLayout(self.body)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addLayout(self._column, 1)
        self._edge = QWidget()  # the line between the text and the coach
        self._edge.setFixedWidth(1)
        keep_colours(self._edge, ground="line")
        row.addWidget(self._edge)
        row.addWidget(self.coach)
        row.addWidget(self.book)
        self.nothing = EmptyState("inbox", tr("Pick someone on the left"))
        self.stack = QStackedWidget()
        self.stack.setMinimumHeight(_STACK_LEAST)  # in a low window the parts inside find their heights
        self.stack.addWidget(self.nothing)
        self.stack.addWidget(self.body)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.stack)
        keep_colours(self, ground="paper")

    def _head(self) -> QWidget:
        head = QWidget()
        column = QVBoxLayout(head)
        column.setContentsMargins(16, 9, 16, 9)
        column.setSpacing(8)
        for widget in (self.header, self.guess, self.passer, self.top_bars):
            column.addWidget(widget)
        return head

    def _settle_room(self) -> None:
        """Who gets the room: the thread while reading, the text while writing (mockups 01 and 04)."""
        writing, known = self._is_writing and self.known is not None, self.known
        book = self._book_on and known is not None
        has_room = self._wants_coach or self.width() - self.coach.sizeHint().width() >= px(_TEXT_BESIDE)
        coach = writing and self._coach_on and not book and has_room  # one of them: two leave the text no room
        has_panel = known is not None and known.is_fixed_not_shown and not self._wants_composer
        self.coach.setVisible(coach)
        self.book.setVisible(book)
        self._edge.setVisible(coach or book)
        self.composer.set_coach_visible(self._coach_on and not book and (coach or not writing))
        self.cards.setVisible(bool(self.cards.cards()) and not writing and not has_panel and not book)
        is_told = known is not None and known.happened is not None and not self._wants_composer
        can_write = writing or not (has_panel or is_told)  # what happened there is read first
        can_write &= self._may_write or (known is not None and bool(known.mine))  # a draft can be read
        self._shows = (self._has_passer and not coach, has_panel, can_write)
        self.top_bars.set_aside(_NOT_NOW if writing else ())
        self._column.setStretchFactor(self.read_area, 0 if writing else 1)
        self._column.setStretchFactor(self.write_area, 1 if writing else 0)
        self._fit_room()

    def _fit_room(self) -> None:
        """Heights: while reading the writing place is as small as it can be, while writing the thread is."""
        give = self._what_gives_way()
        self._give(give)
        room = self.height() - self.read_area.head_height(self.write_area.width())
        if self._is_writing:
            most = min(max(px(90), round(self.height() * 0.34)), max(room - px(_TO_WRITE), self._to_glance(give, room)))
            self.talk.setFixedHeight(max(px(60), min(most, self.talk.content_height() + 2)))
            self.composer.setMaximumHeight(_HUGE)
            self.write_area.set_most(_HUGE)
            return
        self.talk.setMinimumHeight(_THREAD_LEAST)
        self.talk.setMaximumHeight(_HUGE)
        self.composer.choices.set_brief(self._is_brief or room < px(_TO_READ + _TO_CHOOSE))
        small = self.composer.is_answering() and not self.panel.isVisibleTo(self)
        self.composer.setMaximumHeight(px(230) if small else _HUGE)
        to_read = _THREAD_LEAST if self._wants_place else min(px(_TO_READ), self.talk.content_height() + 2)
        most = max(min(room - _THREAD_LEAST, px(_TO_CHOOSE) // 2), room - to_read)
        least = 0 if self.folded.isVisibleTo(self) else LEAST
        self.write_area.set_most(min(max(px(150), round(self.height() * 0.55)), most), least)

    def _to_glance(self, give: Give, room: int) -> int:
        """The height in px that is left to their words while somebody writes, where there is little."""
        inside = self.write_area.inner_width()
        if Give.LINES not in give:
            return room - self._below(give, inside)
        return min(px(_TO_GLANCE), room - self._below(give, inside, whole=False))  # the rest is scrolled to

    # --- what gives way ---------------------------------------------------------------------------------

    def _what_gives_way(self) -> Give:
        """The first step after which four lines of theirs have their place; worked out, not tried."""
        inside = self.write_area.inner_width()
        to_read = min(px(_TO_GLANCE if self._is_writing else _TO_READ), self.talk.content_height() + 2)
        stays = self._is_writing or self._wants_place or self.composer.holds(QApplication.focusWidget())
        steps = _STEPS[:3] if stays else _STEPS
        fits = (
            give
            for give in steps
            if self._above(give, inside) + to_read + self._below(give, inside) <= self.height()
        )
        return next(fits, steps[-1])

    def _above(self, give: Give, width: int) -> int:
        """The height in px of all that stands over the thread."""
        tight = Give.LINES in give
        rows = [self.header.sizeHint().height()]
        if self._has_guess and not self._is_writing and not tight and (layout := self.guess.layout()) is not None:
            rows.append(layout.totalHeightForWidth(width))
        if self._shows[0] and not (tight and self._is_writing):
            rows.append(self.passer.height_at(width, brief=tight))
        if bars := self.top_bars.height_at(width, tight=Give.BARS in give):
            rows.append(bars)
        return sum(rows) + 8 * (len(rows) - 1) + 18 + 1

    def _below(self, give: Give, width: int, *, whole: bool = True) -> int:
        """The height in px of all that stands under it, at the least; or of tabs, text and foot."""
        _, has_panel, can_write = self._shows
        tight, rows = Give.BARS in give, list[int]()
        if whole and (bars := self.bottom_bars.height_at(width, tight=tight)):
            rows.append(bars)
        if Give.PLACE in give and (has_panel or can_write):
            rows.append(self.folded.sizeHint().height())
        elif has_panel and (layout := self.panel.layout()) is not None:
            rows.append(min(px(_TO_SHOW), layout.totalHeightForWidth(width)))  # it scrolls
        elif can_write:
            parts = whole and (self._is_writing or not tight)
            rows.append(self.composer.least_height(width, px(_TO_TYPE), tight=tight, parts=parts))
        return sum(rows) + 8 * (len(rows) - 1) + 12 if rows else 0

    def _give(self, give: Give) -> None:
        """Lets it give way."""
        has_passer, has_panel, can_write = self._shows
        tight, is_folded = Give.BARS in give, Give.PLACE in give
        self.top_bars.set_tight(tight)
        self.bottom_bars.set_tight(tight)
        self.guess.setVisible(self._has_guess and not self._is_writing and Give.LINES not in give)
        self.passer.setVisible(has_passer and not (self._is_writing and Give.LINES in give))
        self.passer.set_brief(Give.LINES in give)
        self.panel.setVisible(has_panel and not is_folded)
        self.composer.setVisible(can_write and not is_folded)
        self.composer.set_tight(tight, parts=self._is_writing or not tight)
        self.composer.loose_foot().setVisible(can_write and not is_folded and self.composer.is_answering())
        self.folded.setVisible(is_folded and (has_panel or can_write))
        if is_folded:
            self._say_folded(has_panel=has_panel)

    def _say_folded(self, *, has_panel: bool) -> None:
        written = " ".join(self.composer.writing().plain().split())
        if has_panel:
            self.folded.say(tr("Make it show"), self.panel.title.text(), "eye", edge="amber_edge")
        elif written:
            self.folded.say(tr("Go on writing"), written, "pencil")
        else:
            self.folded.say(tr("Start from…"), self.composer.choices.titles(), "pencil")

    def _unfold(self) -> None:
        """The writing place comes, and their words keep what it leaves."""
        self._wants_place = True
        self._settle_room()
        into = self.panel.ask.button if self.panel.isVisibleTo(self) else self.composer.way_in()
        into.setFocus(Qt.FocusReason.OtherFocusReason)

    def _look_around(self) -> None:
        """Writing begins: their newest words, what the bars say and the line that is written are in sight."""
        self.talk.show_whole(self.talk.newest_of_theirs())
        self._show_bars()

    def _show_bars(self) -> None:
        """As much of the bars as there is room for beside the line that is written."""
        self.write_area.to_top()
        if self._is_writing:
            self._follow_caret()

    def _follow_caret(self) -> None:
        """The line that is written stays in sight, also where the writing place scrolls."""
        editor = self.composer.editor
        box = editor.cursorRect()
        self.write_area.keep_in_sight(editor, box.translated(editor.viewport().pos()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_room()


class _Reading(QWidget):
    """Head and thread, with a line between them."""

    def __init__(self, head: QWidget, thread: QWidget) -> None:
        super().__init__()
        self._head = head
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(head)
        column.addSpacing(1)
        column.addWidget(thread, 1)

    def head_height(self, width: int) -> int:
        """What stands over the thread takes so much of it, in px."""
        layout = self._head.layout()
        if layout is None:
            return 1
        has_words = layout.hasHeightForWidth()
        return (layout.totalHeightForWidth(width) if has_words else layout.totalSizeHint().height()) + 1

    def paintEvent(self, event: QPaintEvent) -> None:
        line(QPainter(self), QRect(0, self._head.height(), self.width(), 1))
