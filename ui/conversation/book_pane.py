"""The Shop book beside the conversation: what fits this message first, then all the rest, with a search."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from desktop.clock import Clock
from ui import words
from ui.moments import tr
from ui.opening import week_lines
from ui.theme import px, theme
from ui.theme.focus import set_ring
from ui.theme.keep import keep_colours, keep_font
from ui.widgets.bars import Glyph
from ui.widgets.buttons import IconButton, LinkButton
from ui.widgets.wrap import WrapLabel

from .cards import BookCard, Card, beside
from .facts import Known

_WIDE = 318  # px at 100 % text, as the coach


def rest(known: Known, clock: Clock, fitting: Sequence[BookCard]) -> tuple[BookCard, ...]:
    """Every other fact by its title, and the week's hours."""
    there = {card.title for card in fitting}
    facts = [
        BookCard(fact.title, fact.text, words.checked(fact, clock), is_old=fact.is_stale(clock.now()))
        for fact in known.context.book.facts
        if fact.title not in there
    ]
    lines = [f"{name}: {spans}" for name, spans in week_lines(known.opening)]
    hours = [BookCard(tr("Opening hours"), "\n".join(lines), tr("Hours and closures"))]
    return (*facts, *(hours if lines and tr("Opening hours") not in there else ()))


class BookPane(QWidget):
    """`inserted` carries the words of a card that was pressed; `closed`: Esc or the cross; `page_wanted`: the page."""

    inserted = Signal(object)
    closed = Signal()
    page_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("Shop book"))
        self._shown: object = None
        self._cards: list[Card] = []
        self.search = QLineEdit()
        self.close_button = IconButton("x", tr("Close the Shop book (F9)"), token="text2")
        self.page = LinkButton(tr("Open the Shop book"), level="meta")
        self.fits, self.others = WrapLabel("", "strong", "text2"), WrapLabel("", "strong", "text2")
        self.nothing = WrapLabel("", "body", "text2")
        self.area, self._list = QScrollArea(), QVBoxLayout()
        self._build()
        self.search.textChanged.connect(self._sift)
        self.search.installEventFilter(self)
        self.close_button.clicked.connect(self.closed)
        self.page.clicked.connect(self.page_wanted)
        theme().changed.connect(self._fit)
        self._fit()
        self.hide()

    def _build(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(Glyph("book", "text2", 15))
        head.addWidget(WrapLabel(tr("Shop book"), "lead"), 1)
        head.addWidget(self.close_button)
        self.search.setPlaceholderText(tr("Search the Shop book"))
        self.search.setAccessibleName(tr("Search the Shop book"))
        keep_font(self.search, "body")
        body = QWidget()
        self._list = QVBoxLayout(body)
        self._list.setContentsMargins(14, 2, 14, 10)
        self._list.setSpacing(8)
        keep_colours(body, ground="paper")
        keep_colours(self.area, ground="paper")
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setWidgetResizable(True)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        set_ring(self.area, "none")
        self.area.setWidget(body)
        top = QVBoxLayout()
        top.setContentsMargins(14, 10, 10, 8)
        top.setSpacing(8)
        top.addLayout(head)
        top.addWidget(self.search)
        foot = QHBoxLayout()
        foot.setContentsMargins(14, 6, 14, 9)
        foot.addWidget(self.page)
        foot.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(top)
        whole.addWidget(self.area, 1)
        whole.addLayout(foot)

    def _fit(self) -> None:
        self.setFixedWidth(px(_WIDE))

    # --- showing ------------------------------------------------------------------------------------------

    def show_known(self, known: Known, clock: Clock) -> None:
        """What fits this conversation, then the rest. Nothing is rebuilt that stays the same."""
        fitting = beside(known, clock)
        shown = (known.one.id, fitting, rest(known, clock, fitting))
        if shown == self._shown:
            return
        is_other = not isinstance(self._shown, tuple) or self._shown[0] != known.one.id
        self._shown = shown
        for old in self._cards:
            old.hide()
            old.deleteLater()
        self._cards = []
        while self._list.takeAt(0) is not None:
            pass
        self._list.addWidget(self.fits)
        self._add(fitting)
        self._list.addWidget(self.others)
        self._add(shown[2])
        self._list.addWidget(self.nothing)
        self._list.addStretch(1)
        self._fitting = len(fitting)
        self.fits.setText(tr("Fits this message"))
        self.others.setText(tr("All the rest"))
        if is_other:
            self.search.clear()
            self.area.verticalScrollBar().setValue(0)
        self._sift()

    _fitting = 0

    def _add(self, cards: Sequence[BookCard]) -> None:
        for card in cards:
            made = Card(card, is_whole=True)
            if card.is_words:
                made.pressed.connect(lambda text=card.text: self.inserted.emit(text))
            made.installEventFilter(self)
            self._list.addWidget(made)
            self._cards.append(made)

    def _sift(self) -> None:
        """Only the cards that hold all these words."""
        wanted = self.search.text().casefold().split()
        for made in self._cards:
            said = f"{made.card.title} {made.card.text}".casefold()
            made.setVisible(all(word in said for word in wanted))
        first, others = self._cards[: self._fitting], self._cards[self._fitting :]
        self.fits.setVisible(any(not card.isHidden() for card in first))
        self.others.setVisible(any(not card.isHidden() for card in others))
        query = self.search.text().strip()
        empty = tr("Nothing for “{query}”").format(query=query) if query else tr("Nothing is written yet.")
        self.nothing.setText(empty)
        self.nothing.setVisible(not self.shown_cards())

    def shown_cards(self) -> list[Card]:
        return [card for card in self._cards if not card.isHidden()]

    # --- keys -----------------------------------------------------------------------------------------------

    def begin(self) -> None:
        """The keyboard goes to the search."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._key(watched, event.key())
        return False

    def _key(self, watched: QObject, key: int) -> bool:
        if key == Qt.Key.Key_Escape:
            if watched is self.search and self.search.text():
                self.search.clear()
            else:
                self.closed.emit()
            return True
        cards = self.shown_cards()
        at = cards.index(watched) if isinstance(watched, Card) and watched in cards else -1
        down = key == Qt.Key.Key_Down or (watched is self.search and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter))
        if down and at + 1 < len(cards):
            self._to(cards[at + 1])
            return True
        if key == Qt.Key.Key_Up and at >= 0:
            self._to(cards[at - 1]) if at else self.begin()
            return True
        return False

    def _to(self, card: Card) -> None:
        card.setFocus(Qt.FocusReason.TabFocusReason)
        self.area.ensureWidgetVisible(card, 0, px(8))
