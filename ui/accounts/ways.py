"""The first two steps: which place, and how it can be brought in."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop import counter
from desktop.connecting import Place
from desktop.records import Account
from desktop.shop import Shop
from ui.moments import tr
from ui.theme import px, theme
from ui.widgets.bars import Glyph
from ui.widgets.buttons import Button
from ui.widgets.elide import ElidedLabel
from ui.widgets.panel import Panel
from ui.widgets.tile import Tile
from ui.widgets.wrap import FlowLayout, WrapLabel

from .abilities import AbilityTable, told
from .signing import is_for_session


def key_line(shop: Shop) -> str:
    """Where the sign-in is kept."""
    if is_for_session(shop.vault):
        return tr(
            "The sign-in key is kept for this session only. Helpers can post with it. The app never shows it."
        )
    return tr(
        "The sign-in key is kept in this computer’s own password store, under your user. "
        "Helpers can post with it. The app never shows it."
    )


class KeyLine(QWidget):
    """A lock and where the key is."""

    def __init__(self, shop: Shop, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shop, self._words = shop, WrapLabel("", "body", "text2")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(9)
        row.addWidget(Glyph("lock", "text2", 14), 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._words, 1)
        self.refresh()

    def refresh(self) -> None:
        self._words.setText(key_line(self._shop))


class _PlaceCard(Panel):
    """A place to choose; the whole card can be pressed."""

    def __init__(self, place: Place, parent: QWidget | None = None) -> None:
        super().__init__("surface", "edge", parent=parent)
        self.button = Button(tr("Choose"))
        self.button.setAccessibleName(tr("Choose {place}").format(place=place.name))
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 10, 12, 10)
        row.setSpacing(10)
        row.addWidget(Tile(place.tile, place.name, 26))
        row.addWidget(ElidedLabel(place.name, "strong"), 1)
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


class WayStep(QWidget):
    """What a live connection to the place can do, and where its key is kept."""

    def __init__(self, shop: Shop, minutes: int, place: Place, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        measure = counter.measure_of(shop, Account("", place.key, "", ""))
        rows = told(place.can, minutes, measure.most, measure.unit, usually=True)
        self.table = AbilityTable()
        self.table.set_rows(rows, tr("Live connection"))
        self.key_line = KeyLine(shop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(WrapLabel(tr("How should it get here?"), "lead"))
        column.addWidget(_live_card(place))
        column.addWidget(self.table)
        column.addSpacing(2)
        column.addWidget(self.key_line)
        column.addStretch(1)


def _live_card(place: Place) -> Panel:
    card = Panel("surface", "edge")
    card.set_selected(True)
    lines = QVBoxLayout(card)
    lines.setContentsMargins(13, 11, 13, 11)
    lines.setSpacing(4)
    head = QHBoxLayout()
    head.setSpacing(8)
    head.addWidget(Glyph("plug", "text", 15), 0, Qt.AlignmentFlag.AlignVCenter)
    head.addWidget(ElidedLabel(tr("Live connection"), "strong"), 1)
    lines.addLayout(head)
    how = (
        tr("Best once it’s running. You sign in at {place} in your own browser. We never see the password.")
        if place.by_browser
        else tr("Best once it’s running. You sign in with a key that {place} makes for this app.")
    )
    lines.addWidget(WrapLabel(how.format(place=place.name), "body", "text2"))
    return card
