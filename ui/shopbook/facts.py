"""The facts: search, New fact, and the cards; each is changed where it stands."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from desktop.clock import Clock
from desktop.records import Fact, Person
from desktop.shopbook import Suggestion
from ui.moments import tr
from ui.theme import fonts, px, theme
from ui.theme.focus import set_ring
from ui.theme.icons import paint_icon
from ui.theme.keep import keep_colours
from ui.theme.paint import line
from ui.widgets.buttons import Button
from ui.widgets.empty import EmptyState
from ui.widgets.layouts import widgets_in

from .card import MEASURE, FactCard, holds
from .suggested import NOBODY, Around, Suggested

_TURN = 30  # cards built in one turn of the event loop


class SearchField(QLineEdit):
    """ "Search facts". Esc empties it; down goes to the cards."""

    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPlaceholderText(tr("Search facts"))
        self.setAccessibleName(tr("Search facts"))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        theme().changed.connect(self._fit)
        self._fit()

    def _fit(self) -> None:
        self.setTextMargins(*((0, 0, px(26), 0) if self.isRightToLeft() else (px(26), 0, 0, 0)))
        self.setFixedHeight(max(px(30), QFontMetrics(fonts.font("body")).height() + px(12)))
        self.setMaximumWidth(px(390))

    def sizeHint(self) -> QSize:
        return QSize(px(390), self.height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        size = px(15)
        x = self.width() - px(10) - size if self.isRightToLeft() else px(10)
        paint_icon(QPainter(self), x, (self.height() - size) / 2, "search", "text3", size)


class Cards(QScrollArea):
    """The list the cards stand in: one stop for F6, its keys are its cards'."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(tr("Facts"))
        set_ring(self, "none")
        self.body = QWidget()
        keep_colours(self.body, ground="surface")
        keep_colours(self, ground="surface")
        self.column = QVBoxLayout(self.body)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(0)
        self.column.addStretch(1)
        self.setWidget(self.body)


@dataclass(frozen=True, slots=True)
class AroundAll:
    """Who looks at the facts, the owner's name, how often each fact was used, and what helpers suggest."""

    me: Person = NOBODY
    owner: str = ""
    uses: Mapping[str, int] = field(default_factory=dict)
    suggestions: tuple[Suggestion, ...] = ()

    def of(self, fact: Fact) -> Around:
        suggested = tuple(one for one in self.suggestions if fact.id and one.fact.id == fact.id)
        return Around(self.me, self.owner, self.uses.get(fact.id, 0), suggested)


class FactsTab(QWidget):
    """`keep(card, fact)`, `remove(fact)`, `confirm(fact)` are what happens; `changed` when what is shown changed."""

    changed = Signal()
    kept = Signal(object)  # (card, Fact)
    removed = Signal(object)  # Fact
    confirmed = Signal(object)  # Fact
    used = Signal(object)  # Suggestion
    declined = Signal(object)  # Suggestion

    def __init__(self, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._clock = clock
        self._facts: tuple[Fact, ...] = ()
        self._around = AroundAll()
        self.proposed: list[Suggested] = []  # new facts that helpers suggest
        self.cards: dict[str, FactCard] = {}
        self.fresh: FactCard | None = None  # a new fact being written
        self.only_stale = False
        self.empty: EmptyState | None = None
        self.search, self.area = SearchField(), Cards()
        self.new = Button(tr("New fact"), "plus", kind="primary", key="N")
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self._build_more)
        self._news = QVBoxLayout()
        self._build()
        self.search.textChanged.connect(lambda: self._sift())
        self.search.left.connect(self.to_cards)
        self.new.clicked.connect(self.add)

    def _build(self) -> None:
        top = _Top()
        row = QHBoxLayout(top)
        row.setContentsMargins(14, 9, 14, 10)
        row.setSpacing(8)
        row.addWidget(self.search)
        row.addWidget(self.new)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(top)
        column.addWidget(self.area, 1)
        self._body = column
        self._news.setSpacing(8)
        self.area.column.insertLayout(0, self._news)

    # --- showing ---------------------------------------------------------------------------------------

    def show_facts(self, facts: Sequence[Fact], around: AroundAll | None = None) -> None:
        """Shows the facts; a card whose fact is the same stays, and so does what is being written."""
        self._facts, self._around = tuple(facts), around or self._around
        self._show_proposed([one for one in self._around.suggestions if not one.fact.id])
        there = {fact.id for fact in facts}
        for key in [key for key, card in self.cards.items() if key not in there and card.editor is None]:
            self._drop(self.cards.pop(key))
        for fact in facts:
            card = self.cards.get(fact.id)
            if card is not None and (card.fact, card.around) != (fact, self._around.of(fact)):
                card.show_fact(fact, self._around.of(fact))
        if self.fresh is not None:
            self.fresh.show_fact(self.fresh.fact, self._around.of(self.fresh.fact))
        self._build_more()

    def _show_proposed(self, suggestions: Sequence[Suggestion]) -> None:
        """New facts that helpers suggest, above the cards."""
        for old in self.proposed:
            self._news.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.proposed = []
        for one in suggestions:
            box = Suggested(one, self._around.me, self._around.owner)
            box.used.connect(self.used)
            box.declined.connect(self.declined)
            box.setMaximumWidth(px(MEASURE))
            self._news.addWidget(box)
            self.proposed.append(box)
        edge = px(10) if suggestions else 0
        self._news.setContentsMargins(14, edge, 12, edge)

    def _build_more(self) -> None:
        """New cards, some in each turn of the event loop, in the order of the facts."""
        built = 0
        first = 2 if self.fresh is not None else 1  # what is proposed stands above all
        for at, fact in enumerate(self._facts):
            card = self.cards.get(fact.id)
            if card is None:
                if built == _TURN:
                    self._later.start()
                    break
                card = self.cards[fact.id] = self._card(fact)
                built += 1
            if self.area.column.indexOf(card) != at + first:
                self.area.column.removeWidget(card)
                self.area.column.insertWidget(at + first, card)
        self._sift()

    def _card(self, fact: Fact) -> FactCard:
        card = FactCard(fact, self._clock)
        card.show_fact(fact, self._around.of(fact))
        card.used.connect(self.used)
        card.declined.connect(self.declined)
        card.edit_wanted.connect(lambda _fact: self.edit(card))
        card.remove_wanted.connect(self.removed)
        card.still_right.connect(self.confirmed)
        card.moved.connect(lambda by: self._step(card, by))
        card.kept.connect(lambda written: self.kept.emit((card, written)))
        card.closed.connect(lambda: self._closed(card))
        return card

    def _drop(self, card: FactCard) -> None:
        had_focus = card.isAncestorOf(card.focusWidget() or card) or card.hasFocus()
        near = self._beside(card)
        self.area.column.removeWidget(card)
        card.hide()
        card.deleteLater()
        if had_focus and near is not None:
            near.setFocus(Qt.FocusReason.OtherFocusReason)

    def _sift(self) -> None:
        """Shows the cards that hold the words looked for (and those that need checking, if asked)."""
        words, shown = self.search.text(), 0
        for card in self.cards.values():
            fits = holds(card.fact, words) and (not self.only_stale or card.fact.is_stale(self._clock.now()))
            fits = fits or card.editor is not None
            card.setVisible(fits)
            shown += fits
        self._show_empty(shown + (self.fresh is not None) + len(self.proposed))
        self.changed.emit()

    def _show_empty(self, shown: int) -> None:
        if self.empty is not None:
            self.empty.hide()
            self.empty.deleteLater()
            self.empty = None
        self.area.setVisible(bool(shown))
        if not shown:
            self.empty = self._nothing()
            self._body.addWidget(self.empty, 1)
        self.search.setEnabled(bool(self._facts))

    def _nothing(self) -> EmptyState:
        if not self._facts:
            text = tr("Start with the three questions you answer most. One or two sentences each.")
            return EmptyState(
                "book", tr("What does everyone need to know?"), text, [(tr("New fact"), self.add)]
            )
        if self.search.text().strip():
            title = tr("Nothing for “{query}”").format(query=self.search.text().strip())
            ways: list[tuple[str, Callable[[], object]]] = [(tr("Clear"), self._clear)]
            return EmptyState("search", title, tr("Try fewer words."), ways, primary=False)
        ways = [(tr("Show all"), lambda: self.show_stale(False))]
        return EmptyState("check", tr("Every fact has been checked"), "", ways, primary=False)

    def _clear(self) -> None:
        self.search.clear()
        self.search.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_stale(self, only: bool) -> None:
        """Only the facts that need checking, or all."""
        self.only_stale = only
        self._sift()

    def stale_count(self) -> int:
        return sum(fact.is_stale(self._clock.now()) for fact in self._facts)

    # --- moving and writing ------------------------------------------------------------------------------

    def shown_cards(self) -> list[FactCard]:
        """In the order they stand in."""
        return [card for card in widgets_in(self.area.column) if isinstance(card, FactCard) and not card.isHidden()]

    def to_cards(self) -> None:
        """The keyboard goes to the first card, or back to what is being written."""
        cards = self.shown_cards()
        writing = next((card for card in cards if card.editor is not None), None)
        if writing is not None:
            writing.edit()
        elif cards:
            self._to(cards[0])

    def _to(self, card: FactCard) -> None:
        card.setFocus(Qt.FocusReason.TabFocusReason)
        self.area.ensureWidgetVisible(card, 0, px(8))

    def _step(self, card: FactCard, by: int) -> None:
        cards = self.shown_cards()
        at = cards.index(card) + by
        if 0 <= at < len(cards):
            self._to(cards[at])
        elif at < 0:
            self.search.setFocus(Qt.FocusReason.OtherFocusReason)

    def _beside(self, card: FactCard) -> FactCard | None:
        cards = self.shown_cards()
        if card not in cards or len(cards) < 2:
            return None
        at = cards.index(card)
        return cards[at + 1] if at + 1 < len(cards) else cards[at - 1]

    def add(self) -> None:
        """A new fact, at the top, with the keyboard in its title."""
        if self.fresh is None:
            self.fresh = self._card(Fact("", "", "", (), "", self._clock.now()))
            self.area.column.insertWidget(1, self.fresh)
            self.fresh.edit()
            self._sift()
        self.fresh.show()
        self.area.verticalScrollBar().setValue(0)
        self.fresh.edit()

    def edit(self, card: FactCard) -> None:
        """The fact turns into fields, all of them in sight."""
        card.edit()
        QTimer.singleShot(0, card, lambda: self.area.ensureWidgetVisible(card, 0, px(8)))

    def put_away(self) -> tuple[Fact, ...]:
        """Closes what is being written and returns the words, for whoever wrote them."""
        begun = []
        for card in [card for card in (self.fresh, *self.cards.values()) if card is not None]:
            if card.editor is not None and card.editor.is_changed():
                begun.append(card.editor.fact())
            card.close_editor()
        return tuple(begun)

    def bring_back(self, begun: Iterable[Fact]) -> tuple[Fact, ...]:
        """Opens them as they were; a fact that has gone since is a new one. Returns those there is no room for yet."""
        rest = []
        for fact in begun:
            card = self.cards.get(fact.id)
            if card is None and self.fresh is not None:
                rest.append(fact)
                continue
            if card is None:
                self.add()
                card = self.fresh
            else:
                self.edit(card)
            if card is not None and card.editor is not None:
                card.editor.write(fact)
        self._sift()
        return tuple(rest)

    def _closed(self, card: FactCard) -> None:
        if card is self.fresh:
            self.fresh = None
            self.area.column.removeWidget(card)
            card.hide()
            card.deleteLater()
            self.new.setFocus(Qt.FocusReason.OtherFocusReason)
            self._sift()
            return
        if card.fact.id not in {
            fact.id for fact in self._facts
        }:  # removed elsewhere while it was being changed
            self._drop(self.cards.pop(card.fact.id))
        else:
            card.setFocus(Qt.FocusReason.OtherFocusReason)
        self._sift()

    def find(self, fact: str) -> FactCard | None:
        return self.cards.get(fact)


class _Top(QWidget):
    """The row above the cards."""

    def paintEvent(self, event: QPaintEvent) -> None:
        line(QPainter(self), self.rect().adjusted(0, self.height() - 1, 0, 0))
