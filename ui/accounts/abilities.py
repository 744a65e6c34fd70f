"""What a connection can really do, told from the connector's own facts: it can't promise more than the code does."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.connectors import Abilities
from ui import moments
from ui.moments import tr
from ui.theme.paint import line
from ui.widgets.bars import Glyph
from ui.widgets.panel import Panel
from ui.widgets.wrap import WrapLabel


class Ability(NamedTuple):
    """One row: what it is about, an icon and its colour, and how it is here."""

    about: str
    icon: str
    token: str
    text: str


_YES, _NO, _BY_HAND = ("check", "leaf"), ("minus", "text3"), ("hand", "amber")


def told(can: Abilities, minutes: int, most: int, unit: str, *, usually: bool) -> tuple[Ability, ...]:
    """The table's rows. `most`: the longest reply, `usually` while the server hasn't said."""
    room = tr("Yes, usually {n} {unit}") if usually else tr("Yes, {n} {unit}")
    limit = room.format(n=f"{most:,}", unit=tr(unit))
    every = tr("Every {span}").format(span=moments.count(minutes, "minute", "minutes"))
    return (
        _row(tr("New ones appear here"), can.read, every, _NO, tr("No")),
        _row(tr("Post replies from here"), can.reply, limit, _BY_HAND, tr("We copy it, you paste it")),
        _row(
            tr("See when a reply is showing"),
            can.sees_signed_out,
            tr("Yes. We look without signing in"),
            _BY_HAND,
            tr("You tell us"),
        ),
        _row(tr("Private messages"), can.private_messages, tr("Yes"), _NO, tr("None")),
        _row(tr("Old ones for History"), bool(can.old_posts), tr(can.old_posts), _NO, tr("None")),
        Ability(tr("What it needs"), "", "", tr(can.needs)),
    )


def _row(about: str, can: bool, yes: str, no_icon: tuple[str, str], no: str) -> Ability:
    return Ability(about, *(_YES if can else no_icon), yes if can else no)


class _Row(QWidget):
    def __init__(self, about: str, icon: str, token: str, text: str, *, first: bool, level: str) -> None:
        super().__init__()
        self._first = first
        row = QHBoxLayout(self)
        row.setContentsMargins(11, 7, 11, 7)
        row.setSpacing(6)
        middle = Qt.AlignmentFlag.AlignVCenter
        label = WrapLabel(about, level, "text2" if level != "body" else "text")
        row.addWidget(label, 2, middle)
        if icon:
            row.addWidget(Glyph(icon, token, 14), 0, middle)
        row.addWidget(WrapLabel(text, level, "text2" if level != "body" else "text"), 3, middle)
        self.setAccessibleName(f"{about}: {text}" if about else text)

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._first:
            line(QPainter(self), self.rect().adjusted(1, 0, -1, -self.height() + 1))


class AbilityTable(Panel):
    """The rows under the name of the way they are about."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("surface", "line", parent=parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self.rows: tuple[Ability, ...] = ()

    def set_rows(self, rows: tuple[Ability, ...], way: str = "") -> None:
        """Shows the rows, under the heading `way` when there is one."""
        if rows == self.rows:
            return
        self.rows = rows
        while (item := self._column.takeAt(0)) is not None:
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        if way:
            self._column.addWidget(_Row("", "", "", way, first=True, level="meta strong"))
        for at, row in enumerate(rows):
            self._column.addWidget(_Row(*row, first=not at and not way, level="body"))
