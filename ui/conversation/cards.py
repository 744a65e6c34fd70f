"""From the Shop book: up to three cards of what to know and what may be promised, beside the message."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop.clock import Clock
from desktop.happenings import Happening
from ui import moments, words
from ui.moments import tr
from ui.opening import asked_card
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
    """A title, what it says, and who checked it when. `is_words`: may be put into a blank; `is_old`: check it first."""

    title: str
    text: str
    foot: str
    is_words: bool = True
    is_old: bool = False


def book_cards(known: Known, clock: Clock) -> tuple[BookCard, ...]:
    """The fact that fits, this person's limits, the hours or whom they ask for; then what else fits, three at most."""
    facts = [
        BookCard(fact.title, fact.text, words.checked(fact, clock), is_old=fact.is_stale(clock.now()))
        for fact in known.facts
    ]
    text = may_promise(known)
    limits = [BookCard(tr("You may promise"), text, tr("Your limits"), False)] if text else []
    cards = [*facts[:1], *limits, *_hours_card(known, clock), *_person_card(known), *facts[1:]]
    return tuple(cards[:_MOST])


def _hours_card(known: Known, clock: Clock) -> list[BookCard]:
    if known.asked is None:
        return []
    foot, event = tr("Hours and closures"), known.hours_set
    if event is not None and event.person_name:
        date = moments.date(clock, event.at)
        foot = tr("{name} set this {date}").format(name=event.person_name, date=date)
    return [BookCard(*asked_card(known.asked, known.opening, known.today), foot)]


def _person_card(known: Known) -> list[BookCard]:
    one = known.asked_for
    return [BookCard(one.name, one.role_line, tr("From People"))] if one is not None else []


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


class Card(Panel):
    """One of them; pressed with the mouse, Enter or Space."""

    pressed = Signal()

    def __init__(self, card: BookCard, *, is_whole: bool = False) -> None:
        """`is_whole`: all of its words stand there, however long."""
        super().__init__("surface", "line", radius=4, rail="ink")
        self.card = card
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        self.setCursor(Qt.CursorShape.PointingHandCursor if card.is_words else Qt.CursorShape.ArrowCursor)
        fits = is_whole or len(card.text) <= _LONGEST
        short = card.text if fits else card.text[:_LONGEST].rsplit(" ", 1)[0] + "…"
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 7, 10, 8)
        column.setSpacing(1)
        column.addWidget(WrapLabel(card.title, "strong"))
        column.addWidget(WrapLabel(short, "body", "text2"))
        column.addStretch(1)
        foot = WrapLabel(card.foot, "meta strong" if card.is_old else "meta", "amber" if card.is_old else "text2")
        row = QHBoxLayout()
        row.setSpacing(5)
        if card.is_old:
            row.addWidget(Glyph("warn", "amber", 14), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(foot, 1)
        column.addLayout(row)
        self.setAccessibleName(f"{card.title}. {card.text} {card.foot}")
        is_ready = card.is_words and short == card.text
        self.setToolTip(tr("Put it into the blank") if is_ready else plain_tip(card.text))

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
            made = Card(card)
            if card.is_words:
                made.pressed.connect(lambda text=card.text: self.inserted.emit(text))
            self.row.addWidget(made, 1)
        said = moments.count(len(cards), "thing that fits this message", "things that fit this message")
        self.count.setText("" if has_sheet else said)

    def cards(self) -> tuple[BookCard, ...]:
        return self._cards

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        stack = self.width() < px(_STACK_BELOW)
        way = QBoxLayout.Direction.TopToBottom if stack else QBoxLayout.Direction.LeftToRight
        if self.row.direction() != way:
            self.row.setDirection(way)
