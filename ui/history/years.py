"""The strip over the results: a bar for every half month, dark where something was found; drag to choose a time.

With the keyboard: ← → another bar, Shift with them more bars, Enter takes them, Esc goes back to the search. Over the
bars stand the shop's own notes; a press beside them begins another.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QMenu, QSizePolicy, QToolTip, QWidget

from desktop.searching import Bar, as_filter
from desktop.shopnotes import ShopNote
from ui.moments import count, figure, tr
from ui.theme import fonts, px, theme
from ui.theme.focus import set_ring
from ui.theme.paint import line, rounded, run_as_letters, words_in
from ui.widgets.announce import announce
from ui.widgets.tips import plain_tip

from .flags import SIZE, Flags
from .outcomes import MONTHS, day_month

_LEAST = 5  # px of a bar: with more bars than fit, several half months share one
_WIDEST = 44
_TEXT = 112  # px at least for what stands before the bars


def joined(bars: Sequence[Bar], most: int) -> list[Bar]:
    """Not more than `most` bars: months, quarters, years instead of half months."""
    for months in (0, 1, 3, 12, 60):
        made: list[Bar] = []
        for bar in bars:
            if months and made and _span(made[-1].first, months) == _span(bar.first, months):
                old = made.pop()
                bar = Bar(old.first, bar.last, old.all + bar.all, old.found + bar.found)
            made.append(bar)
        if len(made) <= most:
            break
    return made


def _span(day: date, months: int) -> int:
    return (day.year * 12 + day.month - 1) // months


class Years(QWidget):
    """`chosen` is the value of an `on:` filter; `note_wanted(day, id)` asks for a new note (id "") or for one to
    change."""

    chosen = Signal(str)
    left = Signal()
    note_wanted = Signal(object, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._all: Sequence[Bar] = ()
        self.bars: list[Bar] = []
        self._is_search, self._found, self._words, self._most = False, ("", ""), ("", ""), ""
        self._from = self._to = -1  # bars being chosen
        self._held: tuple[date, ...] = ()  # days in the first and the last of them: other bars may stand there next
        self.flags = Flags(self._place)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(tr("Timeline"))
        set_ring(self, "inside")
        theme().changed.connect(self._fit)
        self._fit()

    def _fit(self) -> None:
        self.setFixedHeight(px(86))
        self._word()
        self._lay_out()
        self._describe()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(px(600), px(86))

    def show_bars(self, bars: Sequence[Bar], *, is_search: bool, found: int) -> None:
        """`found` conversations of all that the bars hold; matches stand out only where there `is_search`."""
        self._all, self._is_search = bars, is_search
        number = sum(bar.all for bar in bars)
        years = f"{bars[0].first.year}" if bars and bars[0].first.year == bars[-1].first.year else ""
        whole = tr("of {n} in {year}.").format(n=figure(number), year=years) if years else ""
        whole = whole or tr("of {n}.").format(n=figure(number))
        self._found = (count(found, "conversation", "conversations"), whole)
        self._word()
        self._most = count(number, "conversation", "conversations")
        self._lay_out()
        self._describe()
        self.update()

    def _word(self) -> None:
        """What stands beside the bars; how those with matches look there depends on the colours."""
        found, whole = self._found
        which = tr("Bright bars hold matches.") if theme().tokens.dark else tr("Dark bars hold matches.")
        self._words = (found, f"{whole} {which}" if self._is_search else "")

    def show_notes(self, notes: Sequence[ShopNote], today: date) -> None:
        """The shop's notes, over the bars that hold their first days."""
        self.flags.show(notes, today)
        self._lay_out()
        self._describe()
        self.update()

    def _describe(self) -> None:
        self.setAccessibleDescription(" ".join(filter(None, (*self._words, self.flags.spoken()))))

    def day(self) -> date | None:
        """The day that is pointed at with the keyboard."""
        return self.bars[self._to].first if self._to >= 0 else None

    def _lay_out(self) -> None:
        was_choosing = self._let_go()
        self.bars = []
        self.bars = joined(self._all, max(1, self._chart().width() // px(_LEAST)))
        if was_choosing:
            self._take_up()

    def _let_go(self) -> bool:
        """No bars are being chosen any more. Whether there were some."""
        was_choosing = self._from >= 0
        if was_choosing:
            self._held = (self.bars[self._from].first, self.bars[self._to].first)
        self._from = self._to = -1
        return was_choosing

    def _take_up(self) -> None:
        """Goes on with the bars that hold the days of before, where there are such."""
        found = [n for day in self._held for n, bar in enumerate(self.bars) if bar.first <= day <= bar.last]
        if len(found) == len(self._held) == 2:
            self._from, self._to = found

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._lay_out()

    # --- geometry ------------------------------------------------------------------------------------------------

    def _text_room(self) -> int:
        """For what stands before the bars: the same whatever is found of them all."""
        return max(px(_TEXT), QFontMetrics(fonts.font("meta strong")).horizontalAdvance(self._most) + 2)

    def _chart(self) -> QRect:
        start, end = px(14) + self._text_room() + px(10), px(14)
        if self.isRightToLeft():
            start, end = end, start
        room = max(1, self.width() - start - end)
        if self.bars:
            room = min(room, px(_WIDEST) * len(self.bars))
        left = self.width() - end - room if self.isRightToLeft() else start
        lane = px(SIZE) - px(3) if self.flags.notes else 0
        return QRect(left, px(10) + lane, room, px(48) - lane)

    def _place(self, day: date) -> float | None:
        """Where a day stands, in px."""
        at = next((n for n, bar in enumerate(self.bars) if bar.first <= day <= bar.last), None)
        if at is None:
            return None
        bar, box = self.bars[at], self._bar(at)
        share = (day - bar.first).days / ((bar.last - bar.first).days + 1)
        return box.right() - share * box.width() if self.isRightToLeft() else box.left() + share * box.width()

    def _day_at(self, x: float) -> date:
        """The day that stands there."""
        at = self._bar_at(x)
        bar, box = self.bars[at], self._bar(at)
        share = (box.right() - x if self.isRightToLeft() else x - box.left()) / max(1.0, box.width())
        days = (bar.last - bar.first).days
        return bar.first + timedelta(days=min(max(int(share * (days + 1)), 0), days))

    def _bar(self, at: int) -> QRectF:
        chart = self._chart()
        wide = chart.width() / max(1, len(self.bars))
        place = len(self.bars) - 1 - at if self.isRightToLeft() else at
        gap = 2.0 if wide > 8 else 1.0
        tallest = max((bar.all for bar in self.bars), default=0)
        high = chart.height() * self.bars[at].all / tallest if tallest else 0.0
        high = max(high, 2.0) if self.bars[at].all else 0.0
        return QRectF(chart.left() + place * wide, chart.bottom() + 1 - high, wide - gap, high)

    def _bar_at(self, x: float) -> int:
        chart = self._chart()
        at = int((x - chart.left()) * len(self.bars) / chart.width())
        at = len(self.bars) - 1 - at if self.isRightToLeft() else at
        return min(max(at, 0), len(self.bars) - 1)

    # --- choosing ---------------------------------------------------------------------------------------------------

    def _is_over_bars(self, event: QMouseEvent) -> bool:
        """In the row of the notes."""
        at = event.position()
        return bool(self.bars) and at.y() < self._chart().top() and at.x() >= self._least_x()

    def _ask_for_note(self, x: float) -> None:
        near = self.flags.near(x)
        self.note_wanted.emit(near[0].first if near else self._day_at(x), near[0].id if near else "")

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if not self.bars:
            return
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        at = max(self._to, 0) if by_key else self._bar_at(event.x())
        x = self._bar(at).left() if by_key else float(event.x())
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        day = self.bars[at].first if by_key else self._day_at(x)
        menu.addAction(tr("Add a note here…")).triggered.connect(lambda: self.note_wanted.emit(day, ""))
        near = self.flags.between(self.bars[at].first, self.bars[at].last) if by_key else self.flags.near(x)
        for note in near:
            change = menu.addAction(f"{tr('Change')}: {self.flags.words([note])}".replace("&", "&&"))
            change.triggered.connect(lambda _=False, note=note: self.note_wanted.emit(note.first, note.id))
        menu.popup(event.globalPos())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self._is_over_bars(event):
            self._ask_for_note(event.position().x())
        elif self.bars and event.button() == Qt.MouseButton.LeftButton and event.position().x() >= self._least_x():
            self._from = self._to = self._bar_at(event.position().x())
            self.update()

    def _least_x(self) -> float:
        return self._chart().left() - px(4)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if not self.bars:
            return
        at = self._bar_at(event.position().x())
        if event.buttons() & Qt.MouseButton.LeftButton and self._from >= 0:
            self._to = at
            self.update()
        elif self._is_over_bars(event):
            near = self.flags.near(event.position().x())
            said = self.flags.words(near) if near else tr("Add a note here…")
            QToolTip.showText(event.globalPosition().toPoint(), plain_tip(said), self)
        elif self._chart().left() <= event.position().x() <= self._chart().right():
            QToolTip.showText(event.globalPosition().toPoint(), plain_tip(self._said(at, at)), self)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._from >= 0 and event.button() == Qt.MouseButton.LeftButton:
            self._take()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self.bars and self._from < 0 and event.reason() != Qt.FocusReason.MouseFocusReason:
            self._take_up()
            if self._from < 0:
                self._from = self._to = len(self.bars) - 1
            self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._let_go()
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, all_of_them = event.key(), len(self.bars)
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Home: -all_of_them, Qt.Key.Key_End: all_of_them}
        if key == Qt.Key.Key_Escape:
            self.left.emit()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and self._from >= 0:
            self._take()
        elif key in steps and self.bars:
            step = -steps[Qt.Key(key)] if self.isRightToLeft() else steps[Qt.Key(key)]
            self._to = min(max((self._to if self._to >= 0 else len(self.bars) - 1) + step, 0), len(self.bars) - 1)
            if not event.modifiers() & Qt.KeyboardModifier.ShiftModifier or self._from < 0:
                self._from = self._to
            announce(self, self._said(*sorted((self._from, self._to))))
            self.update()
        else:
            super().keyPressEvent(event)

    def _take(self) -> None:
        first, last = sorted((self._from, self._to))
        self.chosen.emit(as_filter(self.bars[first].first, self.bars[last].last))

    def _said(self, first: int, last: int) -> str:
        some = self.bars[first : last + 1]
        when = f"{_day(some[0].first)} – {_day(some[-1].last)}"
        every = count(sum(bar.all for bar in some), "conversation", "conversations")
        said = f"{when}: {every}"
        if self._is_search:
            found = sum(bar.found for bar in some)
            said = tr("{when}: {every}, {found} found").format(when=when, every=every, found=found)
        notes = self.flags.words(self.flags.between(some[0].first, some[-1].last))
        return f"{said}. {tr('Note, {words}').format(words=notes)}" if notes else said

    # --- painting -----------------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, tokens = QPainter(self), theme().tokens
        painter.fillRect(self.rect(), tokens.color("paper"))
        line(painter, self.rect().adjusted(0, self.height() - 1, 0, 0))
        self._paint_words(painter)
        first, last = sorted((self._from, self._to))
        for at, bar in enumerate(self.bars):
            is_dark = self._is_search and bar.found > 0
            ground = tokens.color("chart_e" if is_dark else "chart_b")
            box = self._bar(at)
            if self._from >= 0 and first <= at <= last:
                column = QRectF(box.left(), self._chart().top(), box.width(), self._chart().height() + 1)
                rounded(painter, column, 2, tokens.color("select"), tokens.color("ink"), 1)
            if bar.all:
                edge = tokens.color("edge") if tokens.high_contrast else None
                rounded(painter, box, min(2.0, box.width() / 3), ground, edge)
        self._paint_dates(painter)
        self.flags.paint(painter, self._chart())

    def _paint_words(self, painter: QPainter) -> None:
        tokens, rtl = theme().tokens, self.isRightToLeft()
        wide = self._text_room()
        x = self.width() - px(14) - wide if rtl else px(14)
        room = QRectF(x, px(8), wide, self.height() - px(12))
        side = Qt.AlignmentFlag.AlignRight if rtl else Qt.AlignmentFlag.AlignLeft
        painter.setFont(fonts.font("meta strong"))
        painter.setPen(tokens.color("text"))
        words_in(painter, room, self._words[0], side | Qt.AlignmentFlag.AlignTop)
        high = QFontMetrics(fonts.font("meta strong")).height()
        painter.setFont(fonts.font("meta"))
        painter.setPen(tokens.color("text2"))
        flags = side.value | Qt.AlignmentFlag.AlignTop.value | Qt.TextFlag.TextWordWrap.value
        painter.drawText(room.adjusted(0, high, 0, 0), flags | run_as_letters(self._words[1]), self._words[1])

    def _paint_dates(self, painter: QPainter) -> None:
        """Months while they have room, else years."""
        if not self.bars:
            return
        face = fonts.font("meta")
        metrics = QFontMetrics(face)
        painter.setFont(face)
        painter.setPen(theme().tokens.color("text2"))
        one_year = self.bars[0].first.year == self.bars[-1].first.year
        until, rtl = -1e9, self.isRightToLeft()
        for at, bar in enumerate(self.bars):
            text = self._date_of(at, bar, one_year)
            box = self._bar(at)
            x = self.width() - box.right() if rtl else box.left()
            if not text or x < until:
                continue
            wide = metrics.horizontalAdvance(text)
            left = box.right() - wide if rtl else box.left()
            room = QRectF(left, self._chart().bottom() + px(4), wide + 2, px(20))
            words_in(painter, room, text, Qt.AlignmentFlag.AlignLeft)
            until = x + wide + px(8)

    def _date_of(self, at: int, bar: Bar, one_year: bool) -> str:
        before = self.bars[at - 1].first if at else None
        if before is not None and (before.year, before.month) == (bar.first.year, bar.first.month):
            return ""
        is_new_year = before is None or before.year != bar.first.year
        if one_year or len(self.bars) <= 48:
            month = tr(MONTHS[bar.first.month - 1])
            return f"{month} {bar.first.year}" if is_new_year and not one_year else month
        return str(bar.first.year) if is_new_year else ""


def _day(day: date) -> str:
    return f"{day_month(day)} {day.year}"
