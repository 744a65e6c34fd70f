"""A flat box with a 1 px line around it: cards, bars, messages."""

from __future__ import annotations

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QWidget

from ui.theme import theme
from ui.theme.paint import rounded


class Panel(QFrame):
    """A rounded ground with an edge, both by token; ``selected`` swaps the edge for 2 px of ink.

    ``rail`` paints a 3 px stripe of a token at the leading side (Shop book cards). ``set_open`` leaves the
    upper or lower edge out, where another panel goes on.
    """

    def __init__(
        self,
        ground: str = "surface",
        edge: str = "line",
        *,
        radius: int = 6,
        dashed: bool = False,
        rail: str | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._ground, self._edge, self._radius = ground, edge, radius
        self._dashed, self._rail, self._selected = dashed, rail, False
        self._beyond = (0, 0)  # px painted above and below what can be seen

    def set_look(self, ground: str, edge: str, dashed: bool = False) -> None:
        """Other tokens for ground and edge."""
        self._ground, self._edge, self._dashed = ground, edge, dashed
        self.update()

    def set_open(self, *, above: bool = False, below: bool = False) -> None:
        """Leave out the edge and the corners on a side."""
        past = self._radius + 2
        self._beyond = (past if above else 0, past if below else 0)
        self.update()

    def set_selected(self, selected: bool) -> None:
        """Mark it as the chosen one."""
        self._selected = selected
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = theme().tokens
        painter = QPainter(self)
        ground = colours.color(self._ground)
        box = self.rect().adjusted(0, -self._beyond[0], 0, self._beyond[1])
        if self._selected:
            rounded(painter, box, self._radius, ground, colours.color("ink"), 2)
            return
        rounded(painter, box, self._radius, ground, colours.color(self._edge), dashed=self._dashed)
        if self._rail:
            rail = self.rect()
            rail.setWidth(3)
            if self.isRightToLeft():
                rail.moveRight(self.rect().right())
            painter.fillRect(rail, colours.tone(self._rail))
