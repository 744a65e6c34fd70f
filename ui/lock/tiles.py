"""A tile for each person, chosen with the arrows, its number or a press."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QGridLayout, QSizePolicy, QStyle, QWidget

from desktop.records import Person
from ui import words
from ui.moments import tr
from ui.theme import fonts, px, theme
from ui.theme.paint import rounded, run_as_letters, words_in
from ui.widgets.avatar import paint_avatar

COLUMNS = 3
_WIDE, _AVATAR, _SMALL_AVATAR = 120, 52, 26
_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -COLUMNS, Qt.Key.Key_Down: COLUMNS}


class Tile(QAbstractButton):
    """Avatar, name, and when somebody is here; `is_small` puts the name beside the avatar and leaves the rest out."""

    def __init__(self, person: Person, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.person, self.is_small = person, False
        self._role = tr(person.role_line or words.ROLES[person.role])
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(f"{person.name}, {self._role}")
        theme().changed.connect(self.updateGeometry)

    def set_small(self, small: bool) -> None:
        if small != self.is_small:
            self.is_small = small
            self.updateGeometry()
            self.update()

    def _line(self, level: str) -> int:
        return QFontMetrics(fonts.font(level)).height()

    def sizeHint(self) -> QSize:
        if self.is_small:
            return QSize(px(_WIDE), max(px(_SMALL_AVATAR), self._line("strong")) + px(14))
        return QSize(px(_WIDE), px(_AVATAR) + px(34) + self._line("strong") + 2 * self._line("meta"))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, colours = QPainter(self), theme().tokens
        ground = "select" if self.isChecked() else "sunken" if self.underMouse() else "surface"
        edge = "ink" if self.isChecked() else "edge"
        rounded(
            painter, self.rect(), 8, colours.color(ground), colours.color(edge), 2 if self.isChecked() else 1
        )
        painter.setPen(colours.color("text"))
        (self._paint_small if self.is_small else self._paint_whole)(painter)

    def _paint_small(self, painter: QPainter) -> None:
        side, pad = px(_SMALL_AVATAR), px(8)
        box = QRect(pad, (self.height() - side) // 2, side, side)
        name = QRect(box.right() + pad, 0, self.width() - box.right() - 2 * pad, self.height())
        if self.isRightToLeft():
            box.moveRight(self.width() - box.left() - 1)
            name.moveLeft(pad)
        paint_avatar(painter, box, self.person.name)
        self._paint_name(painter, name, Qt.AlignmentFlag.AlignLeading)

    def _paint_whole(self, painter: QPainter) -> None:
        side, top = px(_AVATAR), px(14)
        paint_avatar(painter, QRect((self.width() - side) // 2, top, side, side), self.person.name)
        room = self.rect().adjusted(px(6), 0, -px(6), 0)
        line = self._line("strong")
        at = top + side + px(7)
        self._paint_name(painter, QRect(room.left(), at, room.width(), line), Qt.AlignmentFlag.AlignHCenter)
        painter.setFont(fonts.font("meta"))
        painter.setPen(theme().tokens.color("text2"))
        below = QRectF(room.left(), at + line, room.width(), 2 * self._line("meta") + 2)
        flags = Qt.AlignmentFlag.AlignHCenter.value | Qt.AlignmentFlag.AlignTop.value | Qt.TextFlag.TextWordWrap.value
        flags |= run_as_letters(self._role)
        painter.setClipRect(below)
        painter.drawText(below, flags, self._role)

    def _paint_name(self, painter: QPainter, box: QRect, side: Qt.AlignmentFlag) -> None:
        face = fonts.font("strong")
        painter.setFont(face)
        name = QFontMetrics(face).elidedText(self.person.name, Qt.TextElideMode.ElideRight, box.width())
        seen = QStyle.visualAlignment(self.layoutDirection(), side | Qt.AlignmentFlag.AlignVCenter)
        words_in(painter, box, name, seen)


class Tiles(QWidget):
    """`chosen` carries a Person each time somebody is chosen, `typed` (Person, digit) what was typed on their tile."""

    chosen = Signal(object)
    typed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.tiles: list[Tile] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(4, 4, 4, 4)  # the focus ring
        self._grid.setSpacing(12)
        self._is_low = False
        self.setAccessibleName(tr("Who’s at the counter?"))

    def set_people(self, people: Sequence[Person]) -> None:
        """These people, the owner first."""
        for old in self.tiles:
            self._grid.removeWidget(old)
            old.deleteLater()
        self.tiles = [Tile(person) for person in people]
        for at, tile in enumerate(self.tiles):
            tile.installEventFilter(self)
            tile.clicked.connect(lambda _on, person=tile.person: self.choose(person))
            self._grid.addWidget(tile, at // COLUMNS, at % COLUMNS)
        self._settle()

    def set_low(self, low: bool) -> None:
        """There is little room: the tiles are small, as they are for many people."""
        self._is_low = low
        self._settle()

    def _settle(self) -> None:
        self._grid.setSpacing(6 if self._is_low else 12)
        for tile in self.tiles:
            tile.set_small(self._is_low or len(self.tiles) > COLUMNS)

    def person(self) -> Person | None:
        """Who is chosen."""
        return next((tile.person for tile in self.tiles if tile.isChecked()), None)

    def choose(self, person: Person | None) -> None:
        """This one, or nobody."""
        for tile in self.tiles:
            tile.setChecked(person is not None and tile.person.id == person.id)
        if person is not None:
            self.chosen.emit(person)

    def step(self, by: int) -> None:
        """The next one is chosen, or the one before."""
        if not self.tiles:
            return
        at = next((at for at, tile in enumerate(self.tiles) if tile.isChecked()), -1 if by > 0 else 0)
        self.choose(self.tiles[(at + by) % len(self.tiles)].person)

    def focus_on(self, person: str) -> None:
        """The keyboard goes to somebody's tile, else to the first."""
        where = next((tile for tile in self.tiles if tile.person.id == person), None)
        if where is None and self.tiles:
            where = self.tiles[0]
        if where is not None:
            where.setFocus(Qt.FocusReason.OtherFocusReason)

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and isinstance(watched, Tile)
        ):
            return self._key(watched, event)
        return False

    def _key(self, tile: Tile, event: QKeyEvent) -> bool:
        step = _STEPS.get(Qt.Key(event.key()), 0)
        if self.isRightToLeft() and abs(step) == 1:
            step = -step
        plain = not event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
        digit = event.text() if plain else ""
        if step:
            at = self.tiles.index(tile) + step
            if 0 <= at < len(self.tiles):
                self.tiles[at].setFocus(Qt.FocusReason.TabFocusReason)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.choose(tile.person)
        elif digit and digit in "0123456789":
            self.typed.emit((tile.person, digit))
        else:
            return False
        return True
