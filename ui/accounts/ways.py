"""The first two steps: which place, and how it can be brought in."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QRadioButton, QVBoxLayout, QWidget

from desktop import counter
from desktop.connecting import Place
from desktop.connectors import tariff
from desktop.records import Account
from desktop.shop import Shop
from ui.moments import tr
from ui.theme import px, theme
from ui.theme.keep import keep_font
from ui.widgets.bars import Glyph
from ui.widgets.buttons import Button
from ui.widgets.elide import ElidedLabel
from ui.widgets.panel import Panel
from ui.widgets.tile import Tile
from ui.widgets.wrap import FlowLayout, WrapLabel

from .abilities import AbilityTable, Way, apart, by_hand, told
from .signing import is_for_session


def key_line(shop: Shop, *, posts: bool) -> str:
    """Where the sign-in is kept, and whether one `posts` with it."""
    kept = tr("The sign-in key is kept in this computer’s own password store, under your user.")
    if is_for_session(shop.vault):
        kept = tr("The sign-in key is kept for this session only.")
    helpers = (tr("Helpers can post with it."),) if posts else ()
    return " ".join((kept, *helpers, tr("The app never shows it.")))


class KeyLine(QWidget):
    """A lock and where the key is."""

    def __init__(self, shop: Shop, *, posts: bool = True, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shop, self._words = shop, WrapLabel("", "body", "text2")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(9)
        row.addWidget(Glyph("lock", "text2", 14), 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._words, 1)
        self.refresh(posts)

    def refresh(self, posts: bool) -> None:
        self._words.setText(key_line(self._shop, posts=posts))


class _PlaceCard(Panel):
    """A place to choose; the whole card can be pressed."""

    def __init__(self, place: Place, parent: QWidget | None = None) -> None:
        super().__init__("surface", "edge", parent=parent)
        self.button = Button(tr("Choose"))
        self.button.setAccessibleName(tr("Choose {place}").format(place=tr(place.name)))
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 10, 12, 10)
        row.setSpacing(10)
        row.addWidget(Tile(place.tile, tr(place.name), 26))
        row.addWidget(ElidedLabel(tr(place.name), "strong"), 1)
        row.addWidget(self.button)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        theme().changed.connect(self._fit)
        self._fit()

    def _fit(self) -> None:
        self.setFixedWidth(px(250))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self.rect().contains(event.position().toPoint()):
            self.button.click()


class ChooseStep(QWidget):
    """`chosen` carries the Place."""

    chosen = Signal(object)

    def __init__(self, places: Sequence[Place], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(WrapLabel(tr("Where do people talk about you?"), "lead"))
        column.addWidget(WrapLabel(tr("One place is enough to begin."), "body", "text2"))
        holder = QWidget()
        cards = FlowLayout(holder, gap=10, row_gap=10)
        self.buttons: list[Button] = []
        for place in places:
            card = _PlaceCard(place)
            card.button.clicked.connect(lambda _=False, place=place: self.chosen.emit(place))
            cards.addWidget(card)
            self.buttons.append(card.button)
        column.addWidget(holder)
        column.addStretch(1)


_ARROWS = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down)


class _Choice(QRadioButton):
    """Any arrow goes to the other one: standing in a card of its own, Qt doesn't find it."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        others = [one for one in self.group().buttons() if one is not self]
        if event.key() not in _ARROWS or not others:
            super().keyPressEvent(event)
            return
        others[0].setChecked(True)
        others[0].setFocus(Qt.FocusReason.TabFocusReason)


class _WayCard(Panel):
    """One way to choose; the whole card can be pressed."""

    def __init__(self, icon: str, name: str, about: str, parent: QWidget | None = None) -> None:
        super().__init__("surface", "edge", parent=parent)
        self.radio = _Choice(name)
        self.radio.setAccessibleDescription(about)
        keep_font(self.radio, "strong")
        lines = QVBoxLayout(self)
        lines.setContentsMargins(13, 11, 13, 11)
        lines.setSpacing(4)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.radio, 1)
        head.addWidget(Glyph(icon, "text", 15), 0, Qt.AlignmentFlag.AlignVCenter)
        lines.addLayout(head)
        lines.addWidget(WrapLabel(about, "body", "text2"))
        lines.addStretch(1)
        self.radio.toggled.connect(self.set_selected)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self.rect().contains(event.position().toPoint()):
            self.radio.setChecked(True)
            self.radio.setFocus(Qt.FocusReason.MouseFocusReason)


class WayStep(QWidget):
    """How to bring it in: a live connection or by hand, what each can do, and where a key is kept.

    `chosen`: another way was chosen; `is_live` says which.
    """

    chosen = Signal()

    def __init__(self, shop: Shop, minutes: int, place: Place, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        measure = counter.measure_of(shop, Account("", place.key, "", ""))
        rows = told(place.can, minutes, measure.most, measure.unit, usually=True, place=tr(place.name))
        self.live = _WayCard("plug", tr("Live connection"), _how(place))
        by_hand_is = tr("Works today. Paste a link or the words. Fine for a few a week.")
        self.hand = _WayCard("hand", tr("By hand"), by_hand_is)
        self.table = AbilityTable()
        self.table.set_ways(Way(tr("Live connection"), rows), Way(tr("By hand"), by_hand()))
        self.key_line = KeyLine(shop, posts=place.can.reply)
        group = QButtonGroup(self)
        cards = QHBoxLayout()
        cards.setSpacing(10)
        for card in (self.live, self.hand):
            group.addButton(card.radio)
            cards.addWidget(card, 1)
        self.live.radio.setChecked(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(WrapLabel(tr("How should it get here?"), "lead"))
        again = tr("You can start one way today and switch later. Nothing is lost or doubled when you do.")
        column.addWidget(WrapLabel(again, "body", "text2"))
        column.addLayout(cards)
        column.addWidget(self.table)
        self.estimate = WrapLabel(place.estimate(apart(minutes, place.can.every_minutes)), "body", "text2")
        column.addWidget(self.estimate)
        self.estimate.setVisible(bool(self.estimate.text()))
        column.addSpacing(2)
        column.addWidget(self.key_line)
        column.addWidget(WrapLabel(_dated(place), "meta", "text2"))
        column.addStretch(1)
        self.live.radio.toggled.connect(lambda _: self.chosen.emit())

    @property
    def is_live(self) -> bool:
        return self.live.radio.isChecked()


def _how(place: Place) -> str:
    if not place.login:
        how = tr("Best once it’s running. {place} needs no sign-in.")
    elif not place.can.reply:
        how = tr("Best once it’s running. It brings what people say, and you paste your answers there.")
    elif place.by_browser:
        how = tr(
            "Best once it’s running. You sign in at {place} in your own browser. We never see the password."
        )
    else:
        how = tr("Best once it’s running. You sign in with a key that {place} makes for this app.")
    return how.format(place=tr(place.name))


def _dated(place: Place) -> str:
    """Prices and limits change without a word: how old ours are, where the place has any."""
    if not place.can.costs and not place.can.every_minutes:
        return ""
    return tr("Prices and limits as of {month}.").format(month=tariff.checked())
