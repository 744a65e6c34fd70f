"""Buttons: plain, primary, amber (something is still yours to finish), quiet, choice; icons; links.

All are painted here rather than by the style, so that a keycap can sit inside and text from outside
may hold an ``&``. Heights follow the font: 30 px, or 26 px small, at 100 % text.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QEnterEvent,
    QFont,
    QFontMetrics,
    QHelpEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QPushButton,
    QSizePolicy,
    QStyle,
    QToolButton,
    QToolTip,
    QWidget,
)

from ui.theme import fonts, px, theme
from ui.theme.icons import paint_icon
from ui.theme.paint import rounded, start_side, words_in

from .keycap import keycap_size, paint_keycap
from .tips import plain_tip

KINDS = ("plain", "primary", "amber", "quiet", "choice")

_GAP = 7


def _hover_wash(button: QAbstractButton, base: QColor) -> QColor | None:
    """A thin veil of the text colour while the pointer is over, a thicker one while pressed."""
    if not button.isEnabled():
        return None
    strength = 34 if button.isDown() else 16 if button.underMouse() else 0
    if not strength:
        return None
    wash = QColor(base)
    wash.setAlpha(strength)
    return wash


class _Repainting:
    """Mixin: repaint when the pointer comes and goes."""

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)  # type: ignore[misc]
        self.update()  # type: ignore[attr-defined]

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)  # type: ignore[misc]
        self.update()  # type: ignore[attr-defined]


# Tab reaches a button; a click leaves the keyboard where it was, so that the single keys of a list go on working.
_BY_KEYS = Qt.FocusPolicy.TabFocus


class Button(_Repainting, QPushButton):
    """A push button of one of ``KINDS``, with an optional icon in front and a keycap behind.

    ``leading`` puts the content at the start instead of the middle (the panel buttons of the board).
    Enter presses it as well as Space. With a menu set, it shows a chevron.
    """

    def __init__(
        self,
        text: str,
        icon: str | None = None,
        kind: str = "plain",
        key: str | None = None,
        *,
        small: bool = False,
        leading: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._text, self._icon, self._key, self._kind = "", icon, key, kind
        self._small, self._leading, self._is_bare = small, leading, False
        self.setAutoDefault(False)
        self.setFocusPolicy(_BY_KEYS)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self.setText(text)
        self.set_kind(kind)
        theme().changed.connect(self.updateGeometry)

    def setText(self, text: str) -> None:
        """The words on the button, taken literally: ``&`` is an ``&`` here."""
        self._text = text
        super().setText(text.replace("&", "&&"))
        self.updateGeometry()

    def text(self) -> str:
        """The words on the button as they are read."""
        return self._text

    def set_kind(self, kind: str) -> None:
        """Change between ``KINDS``; raises ValueError for anything else."""
        if kind not in KINDS:
            raise ValueError(f"No such kind of button: {kind!r}")
        self._kind = kind
        self.setCheckable(kind == "choice")
        self.update()

    def kind(self) -> str:
        """Which of ``KINDS`` it is."""
        return self._kind

    def set_icon(self, icon: str | None) -> None:
        """Another icon, by name, or none."""
        self._icon = icon
        self.updateGeometry()
        self.update()

    def set_bare(self, bare: bool) -> None:
        """Its icon alone, with its words in the hint and for a screen reader: where there is no room for both."""
        if bare != self._is_bare:
            self._is_bare = bare
            self.setToolTip(plain_tip(self._text) if bare else "")
            self.updateGeometry()
            self.update()

    def is_bare(self) -> bool:
        """Whether its icon stands alone."""
        return self._is_bare

    def bare_saves(self) -> int:
        """The width in px that its words take, and the gap before them."""
        return QFontMetrics(self.face()).horizontalAdvance(self._text) + 1 + px(_GAP)

    def set_key(self, key: str | None) -> None:
        """Another keycap, or none. It only shows the key; the action behind it owns the shortcut."""
        self._key = key
        self.updateGeometry()
        self.update()

    def face(self) -> QFont:
        """The font of the words."""
        return fonts.font("button" if self._kind in ("plain", "quiet") else "strong")

    def _padding(self) -> int:
        return px(8 if self._small or self._kind in ("choice", "quiet") else 12)

    def _pieces(self) -> list[tuple[str, int]]:
        """What stands in the button, in reading order, each with its width in px."""
        pieces = [("icon", px(16))] if self._icon else []
        if self._text and not (self._is_bare and self._icon):
            pieces.append(("text", QFontMetrics(self.face()).horizontalAdvance(self._text) + 1))
        if self._key:
            pieces.append(("key", keycap_size(self._key).width()))
        if self.menu():
            pieces.append(("menu", px(13)))
        return pieces

    def sizeHint(self) -> QSize:
        pieces = self._pieces()
        inner = self._across(pieces)
        height = QFontMetrics(self.face()).height() + px(10 if self._small else 14)
        least = px(26 if self._small else 30)
        return QSize(inner + 2 * self._padding(), max(least, height - height % 2))

    def minimumSizeHint(self) -> QSize:
        hint = self.sizeHint()
        words = dict(self._pieces()).get("text", 0)
        return QSize(hint.width() - words + min(words, px(56)), hint.height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.click()
            return
        super().keyPressEvent(event)

    def _colours(self) -> tuple[QColor | None, QColor | None, QColor]:
        """Ground, edge and text of the present state."""
        colours = theme().tokens
        get = colours.color
        if not self.isEnabled():
            return (None, None if self._kind == "quiet" else get("line"), get("text3"))
        if self._kind == "primary":
            return get("ink"), get("ink"), get("on_ink")
        if self._kind == "amber":
            return get("amber_tint"), get("amber_edge"), get("amber")
        if self._kind == "quiet":
            return None, None, get("ink")
        if self.isChecked():
            return get("select"), get("ink"), get("ink")
        return get("surface"), get("edge"), get("text")

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        ground, edge, text = self._colours()
        # In high contrast a disabled button can't be paler, so its edge is broken.
        broken = theme().tokens.high_contrast and not self.isEnabled()
        rounded(painter, self.rect(), 5, ground, edge, dashed=broken)
        wash = _hover_wash(self, text)
        if wash is not None:
            rounded(painter, self.rect(), 5, wash)
        self._paint_pieces(painter, text)

    def is_cut(self) -> bool:
        """Whether its words end in an ellipsis now; they are shown on hover then."""
        return self._fitting()[1] > 0

    def _fitting(self) -> tuple[list[tuple[str, int]], int]:
        """(pieces, how many px the words lack): the key goes where that leaves the words whole."""
        pieces, room = self._pieces(), self.width() - 2 * self._padding()
        keyless = [piece for piece in pieces if piece[0] != "key"]
        if self._text and self._across(pieces) > room >= self._across(keyless):
            return keyless, 0
        return pieces, max(0, self._across(pieces) - room) if dict(pieces).get("text") else 0

    def _across(self, pieces: list[tuple[str, int]]) -> int:
        return sum(width for _, width in pieces) + px(_GAP) * max(0, len(pieces) - 1)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip and not self.toolTip():
            QToolTip.showText(event.globalPos(), plain_tip(self._text) if self.is_cut() else "", self)
            return True
        return super().event(event)

    def _paint_pieces(self, painter: QPainter, colour: QColor) -> None:
        pieces, short = self._fitting()
        gap, room = px(_GAP), self.width() - 2 * self._padding()
        wanted = self._across(pieces)
        left = self._padding() + (0 if self._leading else max(0, (room - wanted) // 2))
        for what, width in pieces:
            if what == "text":
                width -= short
            box = QRect(left, 0, max(0, width), self.height())
            self._paint_piece(
                painter, what, QStyle.visualRect(self.layoutDirection(), self.rect(), box), colour
            )
            left += width + gap

    def _paint_piece(self, painter: QPainter, what: str, box: QRect, colour: QColor) -> None:
        if what == "key" and self._key:
            paint_keycap(painter, box.left(), self.height() / 2, self._key, colour=self._key_colour(colour))
        elif what in ("icon", "menu"):
            name = "down" if what == "menu" else self._icon or ""
            paint_icon(painter, box.left(), (self.height() - box.width()) / 2, name, colour, box.width())
        elif what == "text":
            face = self.face()
            painter.setFont(face)
            painter.setPen(colour)
            shown = QFontMetrics(face).elidedText(self._text, Qt.TextElideMode.ElideRight, box.width())
            words_in(painter, box, shown, start_side(rtl=self.isRightToLeft()))

    def _key_colour(self, text: QColor) -> QColor:
        return text if self._kind in ("primary", "amber") else theme().tokens.color("text3")


class FilterButton(Button):
    """One of a row of choices (All, Public, Private, Mine); join them with ``one_of``."""

    def __init__(
        self, text: str, icon: str | None = None, *, small: bool = True, parent: QWidget | None = None
    ) -> None:
        super().__init__(text, icon, "choice", small=small, parent=parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def face(self) -> QFont:
        return fonts.font("strong")


def one_of(parent: QWidget, *buttons: QAbstractButton) -> QButtonGroup:
    """Make buttons exclude each other; the arrow keys move between them. The first is checked."""
    group = QButtonGroup(parent)
    group.setExclusive(True)
    for at, button in enumerate(buttons):
        group.addButton(button, at)
    if buttons:
        buttons[0].setChecked(True)
    return group


class IconButton(_Repainting, QToolButton):
    """An icon that can be pressed, at least 28 px; its tooltip is also its accessible name."""

    def __init__(
        self,
        icon: str,
        tooltip: str,
        *,
        framed: bool = False,
        token: str = "text2",
        size: int = 16,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._icon, self._framed, self._token, self._size = icon, framed, token, size
        self.setFocusPolicy(_BY_KEYS)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_tooltip(tooltip)
        theme().changed.connect(self.updateGeometry)

    def set_tooltip(self, text: str) -> None:
        """Say what it does: shown on hover, read aloud as its name."""
        self.setToolTip(plain_tip(text))
        self.setAccessibleName(text)

    def set_icon(self, icon: str, token: str | None = None) -> None:
        """Another icon, in another colour if ``token`` is given."""
        self._icon, self._token = icon, token or self._token
        self.update()

    def sizeHint(self) -> QSize:
        side = max(28, px(28), px(self._size) + px(10))
        return QSize(side, side)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        colours = theme().tokens
        token = self._token if self.isEnabled() else "text3"
        if self.isChecked():
            token = "ink"
            rounded(painter, self.rect(), 5, colours.color("select"), colours.color("ink"))
        elif self._framed:
            edge = colours.color("edge" if self.isEnabled() else "line")
            rounded(painter, self.rect(), 5, colours.color("surface"), edge)
        wash = _hover_wash(self, colours.color("text"))
        if wash is not None:
            rounded(painter, self.rect(), 5, wash)
        size = px(self._size)
        paint_icon(painter, (self.width() - size) / 2, (self.height() - size) / 2, self._icon, token, size)


class LinkButton(_Repainting, QPushButton):
    """Underlined words that act at once; reached with Tab like any button."""

    def __init__(
        self, text: str, *, level: str = "body", token: str = "ink", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._text, self._level, self._token = "", level, token
        self.setAutoDefault(False)
        self.setFocusPolicy(_BY_KEYS)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setText(text)
        theme().changed.connect(self.updateGeometry)

    def setText(self, text: str) -> None:
        """The words of the link, taken literally."""
        self._text = text
        super().setText(text.replace("&", "&&"))
        self.updateGeometry()
        self.update()

    def text(self) -> str:
        """The words of the link as they are read."""
        return self._text

    def _face(self) -> QFont:
        face = fonts.font(self._level)
        face.setUnderline(self.isEnabled())
        return face

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(self._face())
        return QSize(metrics.horizontalAdvance(self._text) + 2, max(metrics.height() + px(6), px(24)))

    def minimumSizeHint(self) -> QSize:
        hint = self.sizeHint()
        return QSize(min(hint.width(), px(56)), hint.height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        face = self._face()
        painter.setFont(face)
        hot = self.underMouse() and self.isEnabled()
        token = "text" if hot else self._token if self.isEnabled() else "text3"
        painter.setPen(theme().tokens.tone(token))
        shown = QFontMetrics(face).elidedText(self._text, Qt.TextElideMode.ElideRight, self.width())
        words_in(painter, self.rect(), shown, start_side(rtl=self.isRightToLeft()))
