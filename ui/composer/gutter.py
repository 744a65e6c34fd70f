"""Beside the text: at the start each paragraph's part and its rail, at the end the tools of the current one."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QTextBlock
from PySide6.QtWidgets import QWidget

from desktop.starters import LABELS
from ui.moments import tr
from ui.theme import fonts, px, tokens
from ui.theme.paint import MIDDLE_LEFT, MIDDLE_RIGHT, words_in
from ui.widgets.buttons import IconButton

from .formats import part_of, wording_of

TEXT_AT, NARROW_TEXT_AT = 119, 20  # where the text begins, px at 100 %
INSET = 4  # the document's own margin, so that the ring of a pill at the edge is whole
_LABEL_TO, _RAIL_AT, _RAIL_WIDE = 95, 104, 3
_TOOLS = 72


def margins(width: int, has_parts: bool) -> tuple[int, int]:
    """Room in front of and behind the text for an editor this wide, in px; names give way when it is narrow."""
    if not has_parts:
        return px(14 - INSET), px(14 - INSET)
    return px((NARROW_TEXT_AT if is_narrow(width) else TEXT_AT) - INSET), px(_TOOLS - INSET)


def is_narrow(width: int) -> bool:
    """Too narrow for the parts' names: only their rails show (the parts bar says which is current)."""
    return width < px(430)


def shows_name(block: QTextBlock) -> bool:
    """The name is said once for paragraphs that were split from one wording."""
    before = block.previous()
    same = before.isValid() and part_of(before) is part_of(block) and wording_of(before) == wording_of(block)
    return part_of(block) is not None and not same


def paint_current(painter: QPainter, band: QRectF) -> None:
    """The ground of the paragraph the caret is in, from edge to edge."""
    colours = tokens()
    painter.fillRect(band, colours.color("paper"))
    if colours.high_contrast:
        painter.setPen(colours.color("edge"))
        painter.drawLine(band.topLeft(), band.topRight())
        painter.drawLine(band.bottomLeft(), band.bottomRight())


def paint_gutter(
    painter: QPainter, block: QTextBlock, box: QRectF, width: int, current: bool, rtl: bool
) -> None:
    """Name and rail of one paragraph whose text lies in `box`; `width` is the gutter's."""
    part = part_of(block)
    if part is None:
        return
    colours, narrow = tokens(), width < px(TEXT_AT - INSET)
    rail = px(6 if narrow else _RAIL_AT)
    left = width - rail - px(_RAIL_WIDE) if rtl else rail
    tone = colours.color("ink" if current else "chart_b")
    painter.fillRect(QRectF(left, box.top(), px(_RAIL_WIDE), box.height()), tone)
    if narrow or not shows_name(block):
        return
    face = fonts.font("body" if not current else "strong")
    painter.setFont(face)
    painter.setPen(colours.color("ink" if current else "text3"))
    first = block.layout().lineAt(0).height() if block.layout().lineCount() else box.height()
    start = width - px(_LABEL_TO) if rtl else 0
    room = QRectF(start, box.top(), px(_LABEL_TO), first)
    shown = QFontMetrics(face).elidedText(tr(LABELS[part]), Qt.TextElideMode.ElideRight, px(_LABEL_TO) - 4)
    words_in(painter, room, shown, MIDDLE_LEFT if rtl else MIDDLE_RIGHT)


class PartTools(QWidget):
    """Two buttons beside the current paragraph: another wording, remove the part."""

    wordings_asked = Signal()
    remove_asked = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.wordings = IconButton("shuffle", tr("Another wording (Alt+↓)"), parent=self)
        self.remove = IconButton("x", tr("Remove part"), parent=self)
        self.wordings.clicked.connect(self.wordings_asked)
        self.remove.clicked.connect(self.remove_asked)
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self.hide()

    def stand(self, at: QPoint, rtl: bool) -> None:
        """Stand with the top corner at the outer end of the text at `at`."""
        side = self.wordings.sizeHint()
        self.wordings.resize(side)
        self.remove.resize(side)
        first, second = (self.remove, self.wordings) if rtl else (self.wordings, self.remove)
        first.move(0, 0)
        second.move(side.width(), 0)
        self.resize(side.width() * 2, side.height())
        self.move(at)
        self.show()
