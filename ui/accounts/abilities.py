"""What a connection can really do, told from the connector's own facts: it can't promise more than the code does."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.connectors import Abilities
from ui import moments
from ui.moments import figure, tr
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


class Way(NamedTuple):
    """A column of the table: the name of a way, and its rows."""

    name: str
    rows: tuple[Ability, ...]


_NEW, _POST, _SEE = "New ones appear here", "Post replies from here", "See when a reply is showing"
_PRIVATE, _OLD = "Private messages", "Old ones for History"
_YES, _NO, _BY_HAND, _MIND = ("check", "leaf"), ("minus", "text3"), ("hand", "amber"), ("clock", "text2")


def apart(minutes: int, least: int) -> int:
    """Minutes between two checks: rounds come every `minutes`, and skip a place until `least` are over."""
    return minutes * max(1, -(-least // max(1, minutes)))


def told(
    can: Abilities, minutes: int, most: int, unit: str, *, usually: bool, place: str = ""
) -> tuple[Ability, ...]:
    """The rows of a live connection. `most`: the longest reply, `usually` while the server hasn't said."""
    room = tr("Yes, usually {n} {unit}") if usually else tr("Yes, {n} {unit}")
    limit = room.format(n=figure(most), unit=tr("characters (é counts as two)" if unit == "bytes" else "characters"))
    if can.replies_only:
        limit = f"{limit}. {tr(can.replies_only)}"
    if can.one_answer:
        limit = f"{limit}. {tr('One for each; a second takes its place')}"
    spans = moments.count(apart(minutes, can.every_minutes), "minute", "minutes")
    every = tr("Every {span}").format(span=spans)
    sees = tr("Yes. {place} checks replies first") if can.is_moderated else tr("Yes. {place} tells us")
    if can.sees_signed_out and not can.is_moderated:
        sees = tr("Yes. We look without signing in")
    is_seen = can.sees_signed_out or can.says_what_shows
    rows = [
        _row(tr(_NEW), can.read, every, _NO, tr("No")),
        _row(tr(_POST), can.reply, limit, _BY_HAND, tr("We copy it, you paste it")),
        _row(tr(_SEE), is_seen, sees.format(place=place), _BY_HAND, tr("You tell us")),
        _row(tr(_PRIVATE), can.private_messages, tr("Yes"), _NO, tr("None")),
        _row(tr(_OLD), bool(can.old_posts), tr(can.old_posts), _NO, tr("None")),
    ]
    if can.misses:
        rows.insert(1, Ability(tr("What never arrives"), *_NO, tr(can.misses)))
    if can.costs:
        rows.append(Ability(tr("What it costs"), *_MIND, tr(can.costs)))
    return (*rows, Ability(tr("What it needs"), "", "", tr(can.needs)))


def by_hand() -> tuple[Ability, ...]:
    """The rows of doing it by hand: the same for every place."""
    return (
        Ability(tr(_NEW), *_BY_HAND, tr("You paste each one")),
        Ability(tr("What never arrives"), *_NO, tr("What nobody adds")),
        Ability(tr(_POST), *_BY_HAND, tr("We copy it, you paste it")),
        Ability(tr(_SEE), *_BY_HAND, tr("You tell us")),
        Ability(tr(_PRIVATE), *_NO, tr("None")),
        Ability(tr(_OLD), *_NO, tr("The ones you add")),
        Ability(tr("What it costs"), *_YES, tr("Nothing")),
        Ability(tr("What it needs"), "", "", tr("Nothing")),
    )


def _row(about: str, can: bool, yes: str, no_icon: tuple[str, str], no: str) -> Ability:
    return Ability(about, *(_YES if can else no_icon), yes if can else no)


class _Row(QWidget):
    """What it is about, and a cell for each way: an icon with its colour, and words."""

    def __init__(self, about: str, cells: Sequence[tuple[str, str, str]], *, first: bool, level: str) -> None:
        super().__init__()
        self._first = first
        row = QHBoxLayout(self)
        row.setContentsMargins(11, 7, 11, 7)
        row.setSpacing(6)
        middle, token = Qt.AlignmentFlag.AlignVCenter, "text" if level == "body" else "text2"
        row.addWidget(WrapLabel(about, level, token), 2, middle)
        for icon, tone, text in cells:
            cell = QWidget()
            line_of = QHBoxLayout(cell)
            line_of.setContentsMargins(0, 0, 0, 0)
            line_of.setSpacing(6)
            if icon:
                line_of.addWidget(Glyph(icon, tone, 14), 0, middle)
            line_of.addWidget(WrapLabel(text, level, token), 1, middle)
            row.addWidget(cell, 3, middle)
        said = ", ".join(text for _, _, text in cells if text)
        self.setAccessibleName(f"{about}: {said}" if about else said)

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._first:
            line(QPainter(self), self.rect().adjusted(1, 0, -1, -self.height() + 1))


class AbilityTable(Panel):
    """The rows, a column for each way, under the names of the ways."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("surface", "line", parent=parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._ways: tuple[Way, ...] = ()

    @property
    def rows(self) -> tuple[Ability, ...]:
        """Those of the first way."""
        return self._ways[0].rows if self._ways else ()

    def set_ways(self, *ways: Way) -> None:
        """Shows the ways side by side; one without a name has no heading. A way that lacks a row says nothing there."""
        if ways == self._ways:
            return
        self._ways = ways
        while (item := self._column.takeAt(0)) is not None:
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        has_head = any(way.name for way in ways)
        if has_head:
            names = [("", "", way.name) for way in ways]
            self._column.addWidget(_Row("", names, first=True, level="meta strong"))
        for at, row in enumerate(ways[0].rows if ways else ()):
            cells = [_cell(way, row.about) for way in ways]
            self._column.addWidget(_Row(row.about, cells, first=not at and not has_head, level="body"))


def _cell(way: Way, about: str) -> tuple[str, str, str]:
    found = next((row for row in way.rows if row.about == about), None)
    return (found.icon, found.token, found.text) if found else ("", "", "")
