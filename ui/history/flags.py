"""The shop's notes over the bars of the timeline: a small flag on its day, and a line down through the bars."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import QPointF, QRect, QRectF
from PySide6.QtGui import QPainter, QPen

from desktop.shopnotes import ShopNote
from ui.moments import count
from ui.theme import px, theme
from ui.theme.icons import paint_icon
from ui.theme.paint import rounded

from . import noted

SIZE, _REACH = 13, 8  # px of a flag; how far beside its middle a mouse still means it
_SAID = 8  # notes that are read out with the strip


class Flags:
    """`place` says where a day stands, in px; None for a day that no bar holds."""

    def __init__(self, place: Callable[[date], float | None]) -> None:
        self._place, self._today = place, date.min
        self.notes: Sequence[ShopNote] = ()

    def show(self, notes: Sequence[ShopNote], today: date) -> None:
        self.notes, self._today = notes, today

    def standing(self) -> list[tuple[float, ShopNote]]:
        """Those in sight, from the earliest on."""
        placed = ((self._place(note.first), note) for note in self.notes)
        return [(x, note) for x, note in placed if x is not None]

    def near(self, x: float) -> list[ShopNote]:
        """Those that a mouse at this place means, the nearest first."""
        found = [(abs(at - x), n, note) for n, (at, note) in enumerate(self.standing()) if abs(at - x) <= px(_REACH)]
        return [note for _, _, note in sorted(found)]

    def between(self, first: date, last: date) -> list[ShopNote]:
        return [note for note in self.notes if first <= note.first <= last]

    def words(self, notes: Sequence[ShopNote]) -> str:
        """`2 Sept: New boxes`, one after the other."""
        return "; ".join(f"{noted.days(note, self._today)}: {note.text}" for note in notes)

    def spoken(self) -> str:
        """What a screen reader is told with the strip; "" where there is none."""
        shown = [note for _, note in self.standing()]
        if not shown:
            return ""
        many = count(len(shown), "note on the timeline", "notes on the timeline")
        return f"{many}. {self.words(shown[-_SAID:])}."

    def paint(self, painter: QPainter, chart: QRect) -> None:
        tokens = theme().tokens
        for x, _ in self.standing():
            painter.setPen(QPen(tokens.color("amber"), 1))
            painter.drawLine(QPointF(x, chart.top() - 3), QPointF(x, chart.bottom()))
            box = QRectF(x - px(SIZE) / 2, chart.top() - px(SIZE) - 3, px(SIZE), px(SIZE))
            rounded(painter, box, 2, tokens.color("note"), tokens.color("amber"))
            paint_icon(painter, box.left() + 2, box.top() + 2, "note", "amber", px(SIZE) - 4)
