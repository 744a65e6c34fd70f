"""How a card is painted: mockup 03. Heights are worked out once for each card, width and text size."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop.clock import Clock
from ui.theme import fonts, px, theme, tokens
from ui.theme.icons import paint_icon
from ui.theme.paint import rounded, start_side, words_in
from ui.widgets.avatar import paint_avatar
from ui.widgets.textblock import Span, TextBlock
from ui.widgets.tile import paint_tile
from ui.words import Word

from . import cards
from .cards import Card
from .model import CARD_ROLE, STATE_ROLE, AnyIndex

_SIDE, _GAP, _PAD = 7, 8, 10
_INDENT = 19
_WORD_LINES, _STATE_LINES = 3, 4
_MOST_KEPT = 2000
_NAME_FACE = "strong"


@dataclass(frozen=True)
class _Laid:
    """A card's texts for one width; `height` is the card's own, without the gap above it. Where the name and the age
    don't both fit into a line, the age stands under the name."""

    words: TextBlock
    state: TextBlock | None
    height: int
    is_age_below: bool = False


class CardDelegate(QStyledItemDelegate):
    """`chosen` is the card the panel shows; `landing` isn't painted while it flies to its place."""

    def __init__(self, clock: Clock, view: QListView) -> None:
        super().__init__(view)
        self._clock, self._view = clock, view
        self._kept: dict[tuple[str, str, Word | None, int, str, bool], _Laid] = {}
        self.chosen = self.landing = ""
        theme().changed.connect(self._forget)

    def _forget(self) -> None:
        self._kept.clear()
        self._view.scheduleDelayedItemsLayout()

    # --- measuring ------------------------------------------------------------------------------------

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        card: Card | None = index.data(CARD_ROLE)
        width = self._view.viewport().width()
        if card is None:
            return QSize(width, 0)
        return QSize(max(1, width - 1), self._laid(card, index.data(STATE_ROLE), width).height + px(_GAP))

    def _laid(self, card: Card, state: Word | None, width: int) -> _Laid:
        age, late = cards.age(card, self._clock), cards.is_late(card, self._clock.now())
        key = (card.id, card.words, state, width, age, late)
        found = self._kept.get(key)
        if found is None:
            if len(self._kept) > _MOST_KEPT:
                self._kept.clear()
            room = width - px(_SIDE) - self._end() - 2 * px(_PAD)
            needed = px(18 + 7 + 6) + _wide(card.complaint.author_name, _NAME_FACE) + _wide(age, _age_face(late))
            found = self._kept[key] = _lay(card, state, room, is_age_below=needed + 2 > room)
        return found

    # --- painting -------------------------------------------------------------------------------------

    def _end(self) -> int:
        """The gap at the end of a card: the scroll bar, where there is one, brings its own."""
        always = self._view.verticalScrollBarPolicy() == Qt.ScrollBarPolicy.ScrollBarAlwaysOn
        return 3 if always or self._view.verticalScrollBar().isVisible() else px(_SIDE)

    def card_rect(self, rect: QRect) -> QRect:
        """The card inside the room of its row."""
        rtl = self._view.isRightToLeft()
        start, end = (self._end(), px(_SIDE)) if rtl else (px(_SIDE), self._end())
        return rect.adjusted(start, px(_GAP), -end + 1, 0)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        here: Any = option
        card: Card | None = index.data(CARD_ROLE)
        if card is None or card.id == self.landing:
            return
        painter.save()
        box = self.card_rect(here.rect)
        is_chosen = card.id == self.chosen
        colours = tokens()
        rounded(painter, box, 6, colours.color("surface"), None if is_chosen else colours.color("line"))
        if is_chosen:
            rounded(painter, box.adjusted(-1, -1, 1, 1), 7, None, colours.color("ink"), 2)
        if is_chosen and self._view.hasFocus():
            rounded(painter, box.adjusted(-3, -3, 3, 3), 9, None, colours.color("ink"), 1)
        laid = self._laid(card, index.data(STATE_ROLE), self._view.viewport().width())
        self._paint_inside(painter, box, card, laid, index.data(STATE_ROLE))
        painter.restore()

    def _paint_inside(self, painter: QPainter, box: QRect, card: Card, laid: _Laid, state: Word | None) -> None:
        pad = px(_PAD)
        head = QRect(box.left() + pad, box.top() + pad - px(2), box.width() - 2 * pad, head_height())
        self._paint_head(painter, head, card, box, is_age_below=laid.is_age_below)
        top = head.bottom() + 1 + px(3) + (head_height() if laid.is_age_below else 0)
        laid.words.draw(painter, box.left() + pad, top, tokens().color("text"))
        if laid.state is not None and state is not None:
            top += laid.words.height + px(5)
            line = QRect(box.left() + pad, top, head.width(), laid.state.height)
            self._paint_state(painter, line, box, state, laid, card)

    def _mirror(self, piece: QRect, box: QRect) -> QRect:
        return QStyle.visualRect(self._view.layoutDirection(), box, piece)

    def _paint_head(self, painter: QPainter, head: QRect, card: Card, box: QRect, *, is_age_below: bool) -> None:
        tile = QRect(head.left(), head.top(), px(18), head.height())
        paint_tile(painter, self._mirror(tile, box), card.tile)
        late = cards.is_late(card, self._clock.now())
        age, face = cards.age(card, self._clock), _age_face(late)
        wide = QFontMetrics(face).horizontalAdvance(age) + 1
        left = tile.right() + 1 + px(7)
        if is_age_below:
            end, ends = QRect(left, head.bottom() + 1, wide, head.height()), head.right() + 1
        else:
            end, ends = QRect(head.right() + 1 - wide, head.top(), wide, head.height()), head.right() + 1 - wide - px(6)
        name = QRect(left, head.top(), max(0, ends - left), head.height())
        start = start_side(rtl=self._view.isRightToLeft())
        self._words(painter, self._mirror(name, box), card.complaint.author_name, _NAME_FACE, "text", start)
        painter.setFont(face)
        painter.setPen(tokens().tone("brick" if late else "text3"))
        words_in(painter, self._mirror(end, box), age, Qt.AlignmentFlag.AlignCenter)

    @staticmethod
    def _words(painter: QPainter, box: QRect, text: str, level: str, token: str, side: Qt.AlignmentFlag) -> None:
        face = fonts.font(level)
        painter.setFont(face)
        painter.setPen(tokens().tone(token))
        shown = QFontMetrics(face).elidedText(text, Qt.TextElideMode.ElideRight, box.width())
        words_in(painter, box, shown, side)

    def _paint_state(
        self, painter: QPainter, line: QRect, box: QRect, state: Word, laid: _Laid, card: Card
    ) -> None:
        if laid.state is None:
            return
        token = "text2" if state.tone in ("neutral", "amber") else state.tone
        size, one = px(14), laid.state.height // laid.state.line_count
        middle = line.top() + (one if state.tone != "brick" else laid.state.height) / 2
        sign = self._mirror(QRect(line.left(), round(middle - size / 2), size, size), box)
        if state.icon == "person" and card.writer:
            paint_avatar(painter, sign.adjusted(-1, -1, 1, 1), card.writer)
        else:
            paint_icon(painter, sign.left(), sign.top(), state.icon, _sign_token(state), size)
        words = self._mirror(line.adjusted(px(_INDENT), 0, 0, 0), box)
        laid.state.draw(painter, words.left(), words.top(), tokens().tone(token))


def _sign_token(state: Word) -> str:
    return "text3" if state.tone in ("neutral", "ink") else state.tone


def head_height() -> int:
    return max(px(18), QFontMetrics(fonts.font("strong")).height())


def _age_face(late: bool) -> QFont:
    return fonts.font("strong" if late else "body", tabular=True)


def _wide(text: str, face: str | QFont) -> int:
    return QFontMetrics(fonts.font(face) if isinstance(face, str) else face).horizontalAdvance(text)


def _lay(card: Card, state: Word | None, room: int, *, is_age_below: bool) -> _Laid:
    words = TextBlock(card.words, fonts.reading(14.5), max(40, room), lines=1.24, most_lines=_WORD_LINES)
    heads = 2 if is_age_below else 1
    height = px(_PAD) - px(2) + heads * head_height() + px(3) + words.height + px(_PAD)
    if state is None:
        return _Laid(words, None, height, is_age_below)
    is_strong = state.tone in ("brick", "leaf")
    face = fonts.font("strong" if is_strong else "body")
    spans = [Span(0, len(state.text), underline="line", underline_token="ink")] if state.tone == "ink" else []
    line = TextBlock(
        state.text, face, max(40, room - px(_INDENT)), lines=1.2, most_lines=_STATE_LINES, spans=spans
    )
    return _Laid(words, line, height + px(5) + line.height, is_age_below)
