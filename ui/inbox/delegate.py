"""How a row of the inbox is painted: mockup 01, roomy and compact."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from desktop.clock import Clock
from desktop.records import Row, Source
from ui import moments, words
from ui.moments import figure
from ui.theme import fonts, px, tokens
from ui.theme.icons import paint_icon
from ui.theme.paint import filled, rounded, words_in
from ui.widgets.chips import chip_height, chip_width, paint_chip
from ui.widgets.stars import paint_stars, stars_width
from ui.widgets.tile import paint_tile

from .model import PICKED_ROLE, ROW_ROLE, SECTION_ROLE, AnyIndex, Section

TILE_BY_HAND = "✎"
_ROOMY, _COMPACT, _SECTION = 75, 52, 28  # eight rows and two groups fit a window of 1280 x 800


def row_height(*, compact: bool) -> int:
    """The height of a conversation's row at today's text size, in px."""
    return px(_COMPACT if compact else _ROOMY)


def section_height() -> int:
    return px(_SECTION)


class _Line:
    """A line of a row being filled from both ends; `box` is the room left."""

    def __init__(self, painter: QPainter, box: QRect, rtl: bool) -> None:
        self.painter, self.box, self.whole, self.rtl = painter, QRect(box), QRect(box), rtl

    def take(self, width: int, *, end: bool = False, gap: int = 0) -> QRect:
        """The next piece of room at the start (or end), mirrored for right-to-left."""
        width = max(0, min(width, self.box.width()))
        piece = QRect(self.box)
        if end:
            piece.setLeft(self.box.right() + 1 - width)
            self.box.setRight(self.box.right() - width - gap)
        else:
            piece.setWidth(width)
            self.box.setLeft(self.box.left() + width + gap)
        if not self.rtl:
            return piece
        return QStyle.visualRect(Qt.LayoutDirection.RightToLeft, self.whole, piece)

    def text(
        self, words_: str, level: str, token: str, *, end: bool = False, gap: int = 0, tabular: bool = False
    ) -> None:
        """Words on this line, elided when there is no room for all of them."""
        face = fonts.font(level, tabular)
        metrics = QFontMetrics(face)
        wanted = metrics.horizontalAdvance(words_) + 1
        piece = self.take(wanted, end=end, gap=gap)
        if piece.width() < px(8):
            return
        self.painter.setFont(face)
        self.painter.setPen(tokens().tone(token))
        shown = metrics.elidedText(words_, Qt.TextElideMode.ElideRight, piece.width())
        side = Qt.AlignmentFlag.AlignRight if end != self.rtl else Qt.AlignmentFlag.AlignLeft
        words_in(self.painter, piece, shown, side | Qt.AlignmentFlag.AlignVCenter)

    def icon(self, name: str, token: str, size: int, *, end: bool = False, gap: int = 0) -> None:
        piece = self.take(size, end=end, gap=gap)
        paint_icon(self.painter, piece.left(), piece.center().y() - size / 2 + 0.5, name, token, size)


class InboxDelegate(QStyledItemDelegate):
    """`tile(platform)` gives the letters of a place. `compact` chooses the row."""

    def __init__(self, clock: Clock, tile: Callable[[str], str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._clock, self._tile = clock, tile
        self.compact, self._ground = False, tokens().color("surface")
        self.marks_current = False  # the list has the keyboard: show which row it is on

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        is_section = index.data(SECTION_ROLE) is not None
        return QSize(px(280), section_height() if is_section else row_height(compact=self.compact))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        here: Any = option
        painter.save()
        section = index.data(SECTION_ROLE)
        is_selected = bool(here.state & QStyle.StateFlag.State_Selected)
        rtl = here.direction == Qt.LayoutDirection.RightToLeft
        if section is not None:
            self._paint_section(painter, here.rect, section, index.data(), rtl)
        elif (row := index.data(ROW_ROLE)) is not None:
            is_picked = bool(index.data(PICKED_ROLE))
            self._ground = tokens().color("select" if is_selected or is_picked else "surface")
            self._paint_ground(painter, here.rect, is_selected, rtl)
            self._paint_row(painter, here.rect, row, rtl, is_picked=is_picked)
        if self.marks_current and here.state & QStyle.StateFlag.State_HasFocus:
            rounded(painter, QRectF(here.rect).adjusted(4, 2, -3, -3), 4, None, tokens().color("ink"), 2)
        painter.restore()

    def _paint_section(self, painter: QPainter, rect: QRect, section: Section, title: str, rtl: bool) -> None:
        filled(painter, rect, tokens().color("paper"))
        filled(painter, QRect(rect.left(), rect.bottom(), rect.width(), 1), tokens().color("line"))
        line = _Line(painter, rect.adjusted(px(11), 0, -px(12), -1), rtl)
        if section.group is not None:
            closed = "left" if rtl else "right"
            line.icon("down" if section.is_open else closed, "text3", px(13), gap=px(6))
        line.text(figure(section.count), "meta", "text2", end=True, gap=px(8), tabular=True)
        line.text(title, "meta strong", "text2")

    def _paint_ground(self, painter: QPainter, rect: QRect, is_selected: bool, rtl: bool) -> None:
        filled(painter, rect, self._ground)
        filled(painter, QRect(rect.left(), rect.bottom(), rect.width(), 1), tokens().color("line"))
        if is_selected:
            bar = QRect(rect.left(), rect.top(), 3, rect.height())
            if rtl:
                bar.moveRight(rect.right())
            filled(painter, bar, tokens().color("ink"))

    def _paint_row(self, painter: QPainter, rect: QRect, row: Row, rtl: bool, *, is_picked: bool = False) -> None:
        pad = px(7) if self.compact else px(9)
        step = px(19)
        lead = QRect(rect.left() + px(8), rect.top() + pad, rect.width() - px(8) - px(12), step)
        head = _Line(painter, lead, rtl)
        self._paint_dot(painter, head.take(px(7), gap=px(8)), row)
        tile = head.take(px(18), gap=px(8))
        tile.setHeight(px(18))
        by_hand = row.source is Source.BY_HAND
        if is_picked:
            rounded(painter, QRectF(tile), 4, tokens().color("ink"))
            paint_icon(painter, tile.left() + px(2), tile.top() + px(2), "check", "on_ink", px(14))
        else:
            self._paint_tile(painter, tile, row, by_hand=by_hand)
        self._paint_head(head, row)
        inner = lead.adjusted(px(41), step, 0, step)
        if self.compact:
            self._paint_second(_Line(painter, inner, rtl), row)
            return
        text = _Line(painter, inner, rtl)
        said = words.in_a_row(row.excerpt, row.stars, is_taken_down=row.is_taken_down)
        text.text(said, "body", "text" if row.is_unread else "text2")
        chips = inner.translated(0, step + px(1))
        chips.setHeight(max(chip_height(), px(21)))
        self._paint_chips(_Line(painter, chips, rtl), row)

    def _paint_tile(self, painter: QPainter, tile: QRect, row: Row, *, by_hand: bool) -> None:
        paint_tile(painter, tile, TILE_BY_HAND if by_hand else self._tile(row.platform), ground=self._ground)

    def _paint_dot(self, painter: QPainter, room: QRect, row: Row) -> None:
        if not row.is_unread:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(tokens().color("ink"))
        radius = px(7) / 2
        painter.drawEllipse(QPointF(room.left() + radius, room.center().y() + 0.5), radius, radius)

    def _paint_head(self, head: _Line, row: Row) -> None:
        head.text(moments.age(self._clock, row.at), "meta", "text3", end=True, gap=px(8), tabular=True)
        name_room = QFontMetrics(fonts.font("strong")).horizontalAdvance(row.author_name) + 1
        source = words.source(row.source)
        extra = QFontMetrics(fonts.font("meta")).horizontalAdvance(source) + px(8)
        extra += stars_width(px(12)) + px(6) if row.stars is not None else 0
        short = (
            max(px(60), head.box.width() - extra) if head.box.width() - extra > px(60) else head.box.width()
        )
        room = head.take(min(name_room, short), gap=px(6))
        name = _Line(head.painter, room, False)
        name.rtl = head.rtl
        name.text(row.author_name, "strong" if row.is_unread else "body", "text")
        if not row.is_public:
            head.icon("lock", "text3", px(12), gap=px(4))
        head.text(source, "meta", "text3", gap=px(6))
        if row.stars is not None and head.box.width() >= stars_width(px(12)):
            piece = head.take(stars_width(px(12)))
            paint_stars(head.painter, piece.left(), piece.center().y() - px(12) / 2, row.stars, px(12))

    def _paint_chips(self, line: _Line, row: Row) -> None:
        kind = words.taken_for(row)
        if row.holder_name:
            line.text(row.holder_name, "meta", "text3", end=True, gap=px(8))
        room = line.take(chip_width(kind.icon, kind.text, row.kind_is_guess), gap=px(6))
        paint_chip(line.painter, room, kind.icon, kind.text, kind.tone, row.kind_is_guess, ground=self._ground)
        state = words.row_state(row, self._clock)
        if state is None:
            return
        if state.tone == "neutral":
            line.icon(state.icon, "text2", px(14), gap=px(4))
            line.text(state.text, "meta", "text2")
            return
        room = line.take(min(chip_width(state.icon, state.text, False), line.box.width()))
        paint_chip(line.painter, room, state.icon, state.text, state.tone, ground=self._ground)

    def _paint_second(self, line: _Line, row: Row) -> None:
        """Compact: kind, their words, state; the words of the icons are in the tooltip."""
        kind = words.taken_for(row)
        line.icon(kind.icon, kind.tone, px(14), gap=px(6))
        if state := words.row_state(row, self._clock):
            line.icon(
                state.icon, state.tone if state.tone != "neutral" else "text2", px(14), end=True, gap=px(8)
            )
        said = words.in_a_row(row.excerpt, row.stars, is_taken_down=row.is_taken_down)
        line.text(said, "body", "text" if row.is_unread else "text2")
