"""What is painted under the text: the current paragraph's ground, the gutter, the pills."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QMouseEvent, QPainter, QPainterPath, QPaintEvent, QPen, QTextBlock
from PySide6.QtWidgets import QWidget

from ui.theme import px, tokens
from ui.theme.paint import run_as_letters

from . import gutter, pills
from .formats import part_of

if TYPE_CHECKING:
    from .paper import Paper


def paint_under(editor: Paper, event: QPaintEvent, has_parts: bool, focused_blank: int) -> None:
    """Paint everything that lies under the text of `editor`, visible paragraphs only."""
    painter = QPainter(editor.viewport())
    for block, box in _visible(editor, event.rect()):
        if has_parts and block == editor.textCursor().block() and part_of(block) is not None:
            gutter.paint_current(painter, _band(box, editor.viewport().width()))
        pills.paint_block_pills(painter, block, box.topLeft(), focused_blank)
    _paint_waves(editor, painter)
    _paint_placeholder(editor, painter)
    painter.end()


def _visible(editor: Paper, area: QRect) -> Iterator[tuple[QTextBlock, QRectF]]:
    """The paragraphs within an area of the viewport, and where they lie in it."""
    block = editor.cursorForPosition(QPoint(0, 0)).block()
    if block.previous().isValid():
        block = block.previous()
    while block.isValid():
        box = _box(editor, block)
        if box.top() > area.bottom() + px(8):
            break
        if box.bottom() > area.top() - px(8):
            yield block, box
        block = block.next()


def _band(box: QRectF, width: int) -> QRectF:
    return QRectF(0, box.top() - px(5), width, box.height() + px(10))


class Side(QWidget):
    """The strip before or behind the text: names and rails, and the current paragraph's ground going on."""

    def __init__(self, editor: Paper, is_leading: bool) -> None:
        super().__init__(editor)
        self._editor, self._is_leading = editor, is_leading

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, editor = QPainter(self), self._editor
        painter.fillRect(self.rect(), editor.palette().base())
        rtl = editor.isRightToLeft()
        current = editor.textCursor().block()
        for block, box in _visible(editor, self.rect()) if editor.has_parts() else ():
            if block == current and part_of(block) is not None:
                gutter.paint_current(painter, _band(box, self.width()))
            if self._is_leading:
                gutter.paint_gutter(painter, block, box, self.width(), block == current, rtl)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        at = QPoint(0, round(event.position().y()))
        self._editor.setFocus(Qt.FocusReason.MouseFocusReason)
        self._editor.setTextCursor(self._editor.cursorForPosition(at))


def _box(editor: Paper, block: QTextBlock) -> QRectF:
    box = editor.document().documentLayout().blockBoundingRect(block)
    return box.translated(-editor.horizontalScrollBar().value(), -editor.verticalScrollBar().value())


def _paint_waves(editor: Paper, painter: QPainter) -> None:
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(tokens().color("amber_edge"), px(1.5)))
    for cursor in editor.marked():
        block = editor.document().findBlock(cursor.selectionStart())
        while block.isValid() and block.position() < cursor.selectionEnd():
            origin = _box(editor, block).topLeft()
            for rect in pills.span_rects(block, cursor.selectionStart(), cursor.selectionEnd(), origin):
                painter.drawPath(_wave(rect.left(), rect.right(), rect.bottom() + px(1)))
            block = block.next()
    painter.restore()


def _wave(left: float, right: float, y: float) -> QPainterPath:
    """A soft wave from `left` to `right`, its crests `px(6)` apart."""
    half, high = px(6) / 2, px(2.5)
    path = QPainterPath(QPointF(left, y))
    x, up = left, True
    while x < right - 0.5:
        end = min(x + half, right)
        path.quadTo(QPointF((x + end) / 2, y + (-high if up else high)), QPointF(end, y))
        x, up = end, not up
    return path


def _paint_placeholder(editor: Paper, painter: QPainter) -> None:
    hint, document = editor.hint(), editor.document()
    first = document.begin()
    if not hint or not document.isEmpty() or first.layout().preeditAreaText():
        return
    box = _box(editor, first)
    box.setBottomRight(QPointF(editor.viewport().width(), editor.viewport().height()))
    painter.setFont(document.defaultFont())
    painter.setPen(tokens().color("text3"))
    side = Qt.AlignmentFlag.AlignRight if editor.isRightToLeft() else Qt.AlignmentFlag.AlignLeft
    flags = Qt.TextFlag.TextWordWrap.value | Qt.AlignmentFlag.AlignTop.value | side.value
    painter.drawText(box, flags | run_as_letters(hint), hint)
