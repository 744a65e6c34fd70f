"""Text that wraps, with a height that a layout can rely on."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import (
    QFocusEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from ui.theme import px, theme
from ui.theme.focus import set_ring
from ui.theme.keep import keep_colours, keep_font

from .flow import FlowLayout
from .textblock import Span, TextBlock, joined


class WrapLabel(QLabel):
    """Plain text over as many lines as it needs, at a font level and in a token's colour.

    ``level`` may be ``"reading 15"`` for other people's words. ``spans`` mark stretches of the text
    (bold, another colour, underlined). ``selectable`` lets it be copied with mouse or keyboard. The label
    holds the height of its present width, so that no layout ever cuts its last line.
    """

    def __init__(
        self,
        text: str = "",
        level: str = "body",
        token: str = "text",
        *,
        selectable: bool = False,
        spans: Sequence[Span] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._block: TextBlock | None = None
        self._spans, self._selectable = tuple(spans), selectable
        self._side = Qt.AlignmentFlag.AlignLeading
        self._anchor = self._cursor = 0
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)  # QLabel would take the height-for-width policy back without it
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        if selectable:
            self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
            self.setCursor(Qt.CursorShape.IBeamCursor)
            set_ring(self, "none")
        keep_font(self, level)
        keep_colours(self, text=token)
        theme().changed.connect(self._laid_anew)
        self.setText(text, spans)

    def setText(self, text: str, spans: Sequence[Span] = ()) -> None:
        """Other words, with other spans."""
        self._spans = tuple(spans)
        self._anchor = self._cursor = 0
        super().setText(text)
        self._laid_anew()

    def set_parts(self, *parts: str | tuple[str, str]) -> None:
        """Words piece by piece: a string as it is, or ``(words, "strong")`` or ``(words, token)``."""
        text, spans = joined(parts)
        self.setText(text, spans)

    def spans(self) -> tuple[Span, ...]:
        """The marked stretches of the text."""
        return self._spans

    def setAlignment(self, alignment: Qt.AlignmentFlag) -> None:
        """Only the sideways part counts: text starts at the top."""
        self._side = alignment & Qt.AlignmentFlag.AlignHorizontal_Mask
        super().setAlignment(alignment)
        self._laid_anew()

    def selected_text(self) -> str:
        """What is marked with the mouse, or an empty string."""
        start, end = sorted((self._anchor, self._cursor))
        return self.text()[start:end]

    def block(self) -> TextBlock:
        """The text as laid out for the present width."""
        if self._block is None or self._block.width != self._room():
            self._block = self._lay(self._room())
        return self._block

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        margins = self.contentsMargins()
        room = max(1, width - margins.left() - margins.right())
        block = self._block if self._block and self._block.width == room else self._lay(room)
        return block.height + margins.top() + margins.bottom()

    def sizeHint(self) -> QSize:
        margins = self.contentsMargins()
        words = self._lay(px(420))
        width = words.widest + 1 + margins.left() + margins.right()
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(40), 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self._hold_height()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "_spans"):
            self._laid_anew()

    def paintEvent(self, event: QPaintEvent) -> None:
        room = self.contentsRect()
        colour = self.palette().color(self.foregroundRole())
        marked = (self._anchor, self._cursor) if self._anchor != self._cursor else None
        self.block().draw(QPainter(self), room.left(), room.top(), colour, marked)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if not self._selectable or event.button() != Qt.MouseButton.LeftButton:
            event.ignore()
            return
        self._anchor = self._cursor = self._position(event)
        self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if not self._selectable or not event.buttons() & Qt.MouseButton.LeftButton:
            event.ignore()
            return
        self._cursor = self._position(event)
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._selectable and event.matches(QKeySequence.StandardKey.Copy) and self.selected_text():
            QGuiApplication.clipboard().setText(self.selected_text())
        elif self._selectable and event.matches(QKeySequence.StandardKey.SelectAll):
            self._anchor, self._cursor = 0, len(self.text())
            self.update()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        if event.reason() not in (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason):
            self._anchor = self._cursor
            self.update()
        super().focusOutEvent(event)

    def _position(self, event: QMouseEvent) -> int:
        room = self.contentsRect()
        at = event.position()
        return self.block().position_at(at.x() - room.left(), at.y() - room.top())

    def _room(self) -> int:
        return max(1, self.contentsRect().width())

    def _lay(self, width: int) -> TextBlock:
        at_start = self._side == Qt.AlignmentFlag.AlignLeading and self.isRightToLeft()
        side = Qt.AlignmentFlag.AlignRight if at_start else self._side
        return TextBlock(self.text(), self.font(), width, spans=self._spans, align=side)

    def _laid_anew(self) -> None:
        self._block = None
        self._hold_height()
        self.update()

    def _hold_height(self) -> None:
        # Layouts ask heightForWidth only along some paths; a minimum height holds along all of them.
        self.setMinimumHeight(self.heightForWidth(self.width()))
        self.updateGeometry()


__all__ = ["FlowLayout", "WrapLabel"]
