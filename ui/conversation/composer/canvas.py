"""What is painted under the text: the current paragraph's ground, the gutter, the pills."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen, QTextBlock

from ui.theme import px, tokens

from . import gutter, pills
from .formats import part_of

if TYPE_CHECKING:
    from .editor import ReplyEditor


def paint_under(editor: ReplyEditor, event: QPaintEvent, has_parts: bool, focused_blank: int) -> None:
    """Paint everything that lies under the text of `editor`, visible paragraphs only."""
    viewport = editor.viewport()
    painter = QPainter(viewport)
    current = editor.textCursor().block()
    width, rtl = viewport.width(), editor.layoutDirection() == Qt.LayoutDirection.RightToLeft
    block = editor.cursorForPosition(QPoint(0, 0)).block()
    if block.previous().isValid():
        block = block.previous()
    while block.isValid():
        box = _box(editor, block)
        if box.top() > event.rect().bottom() + px(8):
            break
        is_current = block == current
        if has_parts:
            if is_current and part_of(block) is not None:
                gutter.paint_current(painter, QRectF(0, box.top() - px(5), width, box.height() + px(10)))
            gutter.paint_gutter(painter, block, box, width, is_current, rtl)
        pills.paint_block_pills(painter, block, box.topLeft(), focused_blank)
        block = block.next()
    _paint_waves(editor, painter)
    _paint_placeholder(editor, painter)
    painter.end()


def _box(editor: ReplyEditor, block: QTextBlock) -> QRectF:
    box = editor.document().documentLayout().blockBoundingRect(block)
    return box.translated(-editor.horizontalScrollBar().value(), -editor.verticalScrollBar().value())


def _paint_waves(editor: ReplyEditor, painter: QPainter) -> None:
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


def _paint_placeholder(editor: ReplyEditor, painter: QPainter) -> None:
    hint, document = editor.hint(), editor.document()
    first = document.begin()
    if not hint or not document.isEmpty() or first.layout().preeditAreaText():
        return
    box = _box(editor, first)
    box.setHeight(editor.viewport().height() - box.top())
    painter.setFont(document.defaultFont())
    painter.setPen(tokens().color("text3"))
    painter.drawText(box, Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignTop, hint)
