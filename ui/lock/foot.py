"""Along the foot of the lock screen: the connection, how many came in, and the keys."""

from __future__ import annotations

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from desktop.clock import Clock
from ui import status
from ui.moments import tr
from ui.status import Connection
from ui.theme import px, theme
from ui.theme.keep import keep_colours
from ui.theme.paint import filled
from ui.widgets.bars import Glyph
from ui.widgets.elide import ElidedLabel


class Foot(QWidget):
    """A number is all it says of what came in."""

    def __init__(self, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._clock = clock
        self._cloud, self._tray = Glyph("cloud", "text2", 14), Glyph("inbox", "text2", 14)
        self.connection, self.new = ElidedLabel("", "meta", "text2"), ElidedLabel("", "meta", "text2")
        self.keys = ElidedLabel("", "meta", "text2")
        for label in (self.connection, self.new):
            label.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 1, 10, 0)
        row.setSpacing(6)
        row.addWidget(self._cloud)
        row.addWidget(self.connection)
        row.addSpacing(20)
        row.addWidget(self._tray)
        row.addWidget(self.new)
        row.addStretch(1)
        row.addWidget(self.keys)
        keep_colours(self, ground="sunken")
        theme().changed.connect(self._fit)
        self._fit()
        self.set_connection(Connection())
        self.set_new(0)
        self.set_pins(True)

    def _fit(self) -> None:
        self.setFixedHeight(max(27, px(27)))

    def set_connection(self, state: Connection) -> None:
        """`Online · still checking for new messages`, or as the status bar says it."""
        is_well = state.checked_at and state.has_accounts and not state.offline_since and not state.silent
        word = status.connection(state._replace(is_checking=False), self._clock)
        self.connection.setText(tr("Online · still checking for new messages") if is_well else word.text)
        self._cloud.set_glyph("cloud" if is_well else word.icon)

    def set_pins(self, are_there: bool) -> None:
        """Whether anybody here has a PIN to type."""
        with_pin, without = tr("← → person · type the PIN · Enter opens"), tr("← → person · Enter opens")
        self.keys.setText(with_pin if are_there else without)

    def set_new(self, number: int) -> None:
        """How many messages came since it locked."""
        self.new.setText(tr("{n} new since it locked").format(n=number))
        for widget in (self.new, self._tray):
            widget.setVisible(number > 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        filled(QPainter(self), QRect(0, 0, self.width(), 1), theme().tokens.color("line"))
