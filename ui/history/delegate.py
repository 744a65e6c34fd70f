"""How a result is painted: mockup 05. Date, tile, name, how it ended, two lines of words with the matches marked."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import Any, NamedTuple

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from desktop.clock import Clock
from desktop.records import Source
from ui.theme import fonts, px, tokens
from ui.theme.icons import paint_icon
from ui.theme.paint import MIDDLE_LEFT, MIDDLE_RIGHT, filled, rounded, runs_from_right, words_in
from ui.widgets.chips import chip_width, paint_chip
from ui.widgets.textblock import Span, TextBlock
from ui.widgets.tile import paint_tile

from .marks import Mark, around
from .model import RESULT_ROLE, AnyIndex
from .outcomes import outcome, two_lines
from .reading import Result

TILE_BY_HAND = "✎"
_LINES, _TRIES = 2, 4
_TO_LEFT = Qt.LayoutDirection.RightToLeft
# Qt's flags as numbers: a list paints many rows, and asking the flags themselves takes long in Python.
_SELECTED, _FOCUSED = QStyle.StateFlag.State_Selected.value, QStyle.StateFlag.State_HasFocus.value


def row_height() -> int:
    """The height of every row at today's text size, in px: the name and two lines of words."""
    name, body = QFontMetrics(fonts.font("strong")), fonts.font("body")
    line = max(QFontMetrics(body).height(), round(body.pixelSize() * 1.42))
    return max(px(74), px(10) + max(name.height(), px(19)) + _LINES * line + px(9))


def mark_spans(found: Sequence[Mark]) -> list[Span]:
    """Marked words: amber ground, an underline and bold, never the colour alone."""
    return [
        Span(at, long, strong=True, ground="amber_tint", underline="line", underline_token="amber_edge")
        for at, long in found
    ]


class HistoryDelegate(QStyledItemDelegate):
    """`tile(platform)` gives the letters of a place."""

    def __init__(self, clock: Clock, tile: Callable[[str], str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._clock, self._tile = clock, tile
        self.marks_current = False  # the list has the keyboard: show which row it is on

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        return QSize(px(280), row_height())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        here: Any = option
        rect, direction = here.rect, here.direction
        state = here.state.value
        colours = tokens()
        ground = colours.color("select" if state & _SELECTED else "surface")
        painter.save()
        filled(painter, rect, ground)
        filled(painter, QRect(rect.left(), rect.bottom(), rect.width(), 1), colours.color("line"))
        if state & _SELECTED:
            bar = QRect(rect.left(), rect.top(), 3, rect.height())
            filled(painter, QStyle.visualRect(direction, rect, bar), colours.color("ink"))
        result = index.data(RESULT_ROLE)
        if result is not None:
            row = _Row(painter, rect, result, ground, _measures(fonts.scale()), direction == _TO_LEFT)
            self._paint_result(row)
        if self.marks_current and state & _FOCUSED:
            rounded(painter, QRectF(rect).adjusted(4, 2, -3, -3), 4, None, colours.color("ink"), 2)
        painter.restore()

    def _paint_result(self, row: _Row) -> None:
        at, rect, past = row.at, row.rect, row.result.past
        dates = QRect(rect.left() + at.edge, rect.top() + at.top, at.dates, at.step)
        self._paint_dates(row, dates)
        tile = QRect(dates.right() + at.gap, dates.top(), at.tile, at.step)
        letters = TILE_BY_HAND if past.source is Source.BY_HAND else self._tile(past.platform)
        paint_tile(row.painter, row.put(tile), letters, ground=row.ground)
        left = tile.right() + at.top
        room = QRect(left, dates.top(), rect.right() - at.end - left, at.step)
        self._paint_head(row, room)
        block = two_line_block(row.result, room.width())
        x = row.put(QRect(left, 0, block.width, 1)).left()
        block.draw(row.painter, x, room.bottom() + 1, tokens().color("text2"))

    def _paint_dates(self, row: _Row, room: QRect) -> None:
        row.painter.setFont(row.at.small)
        row.painter.setPen(tokens().color("text2"))
        side = MIDDLE_LEFT if row.rtl else MIDDLE_RIGHT
        for line in two_lines(self._clock, row.result.past.first_at):
            words_in(row.painter, row.put(room), line, side)
            room = room.translated(0, room.height() - row.at.tight)

    def _paint_head(self, row: _Row, room: QRect) -> None:
        at, past = row.at, row.result.past
        word = outcome(past.outcome)
        wide = min(chip_width(word.icon, word.text), max(room.width() // 2, room.width() - at.name))
        chip = QRect(room.right() + 1 - wide, room.top(), wide, room.height())
        paint_chip(row.painter, row.put(chip), word.icon, word.text, word.tone, ground=row.ground)
        lock = 0 if past.is_public else at.tile
        short = room.width() - wide - at.edge - lock
        widest = self._paint_name(row, room, short)
        if lock:
            size = at.end
            right = room.left() + min(short, widest + 1) - 1
            place = QRect(right + at.by_lock, room.center().y() - size // 2, size, size)
            paint_icon(row.painter, row.put(place).left(), place.top(), "lock", "text3", size)

    def _paint_name(self, row: _Row, room: QRect, short: int) -> int:
        """Returns how wide it is, in px."""
        at = row.at
        name = at.name_metrics.elidedText(row.result.past.author_name, Qt.TextElideMode.ElideRight, short)
        if not (row.result.in_name or row.rtl or runs_from_right(name)):  # nearly every row
            row.painter.setFont(at.bold)
            row.painter.setPen(tokens().color("text"))
            words_in(row.painter, QRect(room.left(), room.top(), short, room.height()), name, MIDDLE_LEFT)
            return at.name_metrics.horizontalAdvance(name)
        spans = [span for span in mark_spans(row.result.in_name) if span.start + span.length <= len(name)]
        block = TextBlock(name, at.bold, max(1, short), spans=spans)
        left = row.put(QRect(room.left(), 0, block.width, 1)).left()
        block.draw(row.painter, left, room.top() + (room.height() - block.height) / 2, tokens().color("text"))
        return block.widest


class _Measures(NamedTuple):
    """Of every row at one text size: px, and the faces with their metrics."""

    edge: int
    top: int
    dates: int
    gap: int
    tile: int
    end: int
    name: int  # room for a name beside a wide chip
    by_lock: int
    tight: int
    step: int
    small: QFont
    bold: QFont
    name_metrics: QFontMetrics


@lru_cache(maxsize=2)
def _measures(_scale: float) -> _Measures:
    bold = fonts.font("strong")
    metrics = QFontMetrics(bold)
    edge, top, dates, gap, tile, end, name, by_lock, tight = map(px, (8, 9, 60, 10, 18, 12, 90, 6, 1))
    step, small = max(metrics.height(), px(19)), fonts.font("meta", True)
    return _Measures(edge, top, dates, gap, tile, end, name, by_lock, tight, step, small, bold, metrics)


class _Row(NamedTuple):
    """One that is being painted."""

    painter: QPainter
    rect: QRect
    result: Result
    ground: QColor
    at: _Measures
    rtl: bool

    def put(self, piece: QRect) -> QRect:
        """A piece of it, mirrored for right-to-left."""
        return QStyle.visualRect(_TO_LEFT, self.rect, piece) if self.rtl else piece


def two_line_block(result: Result, width: int) -> TextBlock:
    """The words of a row on two lines at most; what is cut ends with an ellipsis, and the first mark is there."""
    face = fonts.font("body")
    room = int(_LINES * width / max(1, QFontMetrics(face).averageCharWidth()) * 0.8)
    text, found = around(result.text, result.marks, room, 2 * room)  # what can't be seen needs no layout
    spans = mark_spans(found)
    if not spans:
        return TextBlock(text, face, width, most_lines=_LINES)
    block = TextBlock(text, face, width, spans=spans)
    if block.line_count <= _LINES:
        return block
    ellipsis = QFontMetrics(face).horizontalAdvance("…") + 1
    end = block.position_at(width - ellipsis, block.height / block.line_count * (_LINES - 0.5))
    for _ in range(_TRIES):  # a word less each time, until the ellipsis fits as well
        shown = text[:end].rstrip()
        inside = [span for span in spans if span.start + span.length <= end]
        block = TextBlock(f"{shown}…", face, width, spans=inside)
        if block.line_count <= _LINES:
            return block
        end = max(shown.rfind(" "), end - 12)
    return TextBlock(text, face, width, most_lines=_LINES)
