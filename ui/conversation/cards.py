"""From the Shop book: up to three cards of what to know and what may be promised, beside the message."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop.clock import Clock
from desktop.happenings import Happening
from ui import moments
from ui.moments import tr
from ui.theme import px
from ui.widgets.bars import Glyph
from ui.widgets.panel import Panel
from ui.widgets.tips import plain_tip
from ui.widgets.wrap import WrapLabel

from .facts import Known, may_promise

_MOST, _STACK_BELOW = 3, 520
_LONGEST = 190  # characters of a fact that fit a card; the whole is in its tooltip and in the Shop book


@dataclass(frozen=True, slots=True)
class BookCard:
    """A title, what it says, and who checked it when. `is_words`: may be put into a blank."""

    title: str
    text: str
    foot: str
    is_words: bool = True


def book_cards(known: Known, clock: Clock) -> tuple[BookCard, ...]:
    """The facts that fit, with this person's limits in second place; nothing rather than something weak."""
    cards = [
        BookCard(
            fact.title,
            fact.text,
            tr("{name} checked this {date}").format(
                name=fact.checked_by, date=moments.date(clock, fact.checked_at)
            ),
        )
        for fact in known.facts
    ]
    if text := may_promise(known):
        cards.insert(1, BookCard(tr("You may promise"), text, tr("Your limits"), False))
    return tuple(cards[:_MOST])


def sheet_cards(event: Happening, clock: Clock) -> tuple[BookCard, ...]:
    """The fact sheet, where the Shop book's cards else stand. An empty line is no card."""
    foot = tr("No next update yet")
    if event.next_at is not None:
        foot = tr("Next update {when}").format(when=moments.due(clock, event.next_at))
    said = (
        (tr("What we know"), event.know),
        (tr("What we don’t know yet"), event.dont_know),
        (tr("What to do now"), event.to_do),
    )
    return tuple(BookCard(title, text, foot) for title, text in said if text)


def beside(known: Known, clock: Clock) -> tuple[BookCard, ...]:
    """What to know beside the message: the event's fact sheet where it is part of one, else the Shop book's facts."""
    if has_sheet(known) and known.event is not None:
        return sheet_cards(known.event, clock)
    return book_cards(known, clock)


def has_sheet(known: Known) -> bool:
    """Part of an event of which something is written down."""
    event = known.event
    return event is not None and any((event.know, event.dont_know, event.to_do))


def head(known: Known) -> str:
    """Where the cards are from."""
    return _head(has_sheet=has_sheet(known))


def _head(*, has_sheet: bool) -> str:
    return tr("From the event") if has_sheet else tr("From the Shop book")


class _Card(Panel):
    pressed = Signal()

    def __init__(self, card: BookCard) -> None:
        super().__init__("surface", "line", radius=4, rail="ink")
        self.card = card
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        self.setCursor(Qt.CursorShape.PointingHandCursor if card.is_words else Qt.CursorShape.ArrowCursor)
        short = card.text if len(card.text) <= _LONGEST else card.text[:_LONGEST].rsplit(" ", 1)[0] + "…"
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 7, 10, 8)
        column.setSpacing(1)
        column.addWidget(WrapLabel(card.title, "strong"))
        column.addWidget(WrapLabel(short, "body", "text2"))
        column.addStretch(1)
        column.addWidget(WrapLabel(card.foot, "meta", "text2"))
        self.setAccessibleName(f"{card.title}. {card.text} {card.foot}")
        is_whole = card.is_words and short == card.text
        self.setToolTip(tr("Put it into the blank") if is_whole else plain_tip(card.text))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.pressed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.pressed.emit()
        else:
            super().keyPressEvent(event)


class ShopBookCards(QWidget):
    """`inserted` carries the words of a card that was pressed."""

    inserted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cards: tuple[BookCard, ...] = ()
        self._has_sheet = False
        head = QHBoxLayout()
        head.setSpacing(7)
        self.title = WrapLabel(tr("From the Shop book"), "strong", "text2")
        self.title.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Minimum)
        self.count = WrapLabel("", "meta", "text2")
        head.addWidget(Glyph("book", "text2", 15))
        head.addWidget(self.title)
        head.addWidget(self.count, 1)
        self.row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self.row.setSpacing(8)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(5)
        column.addLayout(head)
        column.addLayout(self.row)
        self.hide()

    def show_cards(self, cards: Sequence[BookCard], *, has_sheet: bool = False) -> None:
        """`has_sheet`: they are of an event."""
        if (tuple(cards), has_sheet) == (self._cards, self._has_sheet):
            return
        self._has_sheet = has_sheet
        self.title.setText(_head(has_sheet=has_sheet))
        self._cards = tuple(cards)
        while (item := self.row.takeAt(0)) is not None:
            if old := item.widget():
                old.hide()
                old.deleteLater()
        for card in cards:
            made = _Card(card)
            if card.is_words:
                made.pressed.connect(lambda text=card.text: self.inserted.emit(text))
            self.row.addWidget(made, 1)
        one, more = tr("thing that fits this message"), tr("things that fit this message")
        self.count.setText("" if has_sheet else moments.count(len(cards), one, more))

    def cards(self) -> tuple[BookCard, ...]:
        return self._cards

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        stack = self.width() < px(_STACK_BELOW)
        way = QBoxLayout.Direction.TopToBottom if stack else QBoxLayout.Direction.LeftToRight
        if self.row.direction() != way:
            self.row.setDirection(way)
