"""The sheet the text is written on: its type and margins, the strips beside it, how high it grows."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QPaintEvent,
    QPalette,
    QResizeEvent,
    QTextBlock,
    QTextBlockFormat,
    QTextCursor,
    QTextOption,
)
from PySide6.QtWidgets import QSizePolicy, QTextEdit, QWidget

from ui.theme import px, theme, tokens

from . import gutter, pills
from .canvas import Side, paint_under
from .formats import Blank, part_of


class Paper(QTextEdit):
    """A plain text edit with room for the parts' names and tools beside it. It knows no writing yet."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.setFrameShape(QTextEdit.Shape.NoFrame)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._is_filling = False
        self._has_parts = True
        self._blank: Blank | None = None  # the one that is selected
        self._spans: list[QTextCursor] = []
        self._most_height, self._hint, self._ground = 0, "", "surface"
        self._sides = (Side(self, True), Side(self, False))
        self.tools = gutter.PartTools(self._sides[1])
        self._ink = pills.BlankInk(self.document())
        self.textChanged.connect(self._text_changed)
        self.document().documentLayout().documentSizeChanged.connect(self._size_changed)
        self.verticalScrollBar().valueChanged.connect(lambda _: self._place_tools())
        theme().changed.connect(self._dress)

    # ---- what the composer sets -------------------------------------------------------------------

    def set_hint(self, hint: str) -> None:
        """What an empty page says."""
        self._hint = hint
        self.setAccessibleDescription(hint)
        self.viewport().update()

    def hint(self) -> str:
        """What an empty page says."""
        return self._hint

    def set_has_parts(self, has: bool) -> None:
        """Leave room for the parts' names and tools, or not (a note)."""
        self._has_parts = has
        self._set_margins()
        self._place_tools()

    def has_parts(self) -> bool:
        """Is there room for parts?"""
        return self._has_parts

    def set_ground(self, token: str) -> None:
        """What it is written on: surface, or note."""
        if token != self._ground:
            self._ground = token
            self._hide_selection(self._blank is not None)

    def set_most_height(self, height: int) -> None:
        """Grow with the text up to this height in px, then scroll; 0: a third of the screen's worth of lines."""
        self._most_height = height
        self.updateGeometry()

    def marked(self) -> list[QTextCursor]:
        """What is underlined now, as selections."""
        return [cursor for cursor in self._spans if cursor.hasSelection()]

    def focused_blank(self) -> int:
        """The id of the blank that is selected, 0 when none is."""
        return self._blank.id if self._blank else 0

    def current_paragraph_rect(self) -> QRect:
        """Where the current paragraph lies, in the viewport."""
        box = self.document().documentLayout().blockBoundingRect(self.textCursor().block())
        return box.translated(0, -self.verticalScrollBar().value()).toAlignedRect()

    # ---- type and margins -------------------------------------------------------------------------

    def _text_changed(self) -> None:
        if not self._is_filling:
            self.changed.emit()

    def _base(self) -> QTextBlockFormat:
        """The format every paragraph shares: lines 1.6 apart, air above."""
        form = QTextBlockFormat()
        gap = pills.line_gap(pills.composer_font())
        form.setLineHeight(gap, QTextBlockFormat.LineHeightTypes.LineDistanceHeight.value)
        form.setTopMargin(px(10))
        return form

    def _lay_out(self) -> None:
        document = self.document()
        document.setDefaultFont(pills.composer_font())
        option = QTextOption()
        option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        document.setDefaultTextOption(option)
        document.setDocumentMargin(px(gutter.INSET))
        frame = document.rootFrame()
        form = frame.frameFormat()
        form.setTopMargin(px(11))
        form.setBottomMargin(px(8))
        frame.setFrameFormat(form)

    def _size_changed(self) -> None:
        self._place_tools()
        self.updateGeometry()

    def _set_margins(self) -> None:
        """Room for the gutters beside the viewport."""
        before, after = gutter.margins(self.width(), self._has_parts)
        left, right = (after, before) if self.isRightToLeft() else (before, after)
        self.setViewportMargins(left, 0, right, 0)
        self._place_sides(before, after)

    def _place_sides(self, before: int, after: int) -> None:
        view = self.viewport().geometry()
        wide = (after, before) if self.isRightToLeft() else (before, after)
        left = QRect(view.left() - wide[0], view.top(), wide[0], view.height())
        right = QRect(view.right() + 1, view.top(), wide[1], view.height())
        leading, trailing = (right, left) if self.isRightToLeft() else (left, right)
        self._sides[0].setGeometry(leading)
        self._sides[1].setGeometry(trailing)

    def _place_tools(self) -> None:
        for side in self._sides:
            side.update()
        block = self.textCursor().block()
        if not self._has_parts or part_of(block) is None or self.isReadOnly():
            self.tools.hide()
            return
        box, size = self.current_paragraph_rect(), self.tools.wordings.sizeHint()
        rtl = self.isRightToLeft()
        first = block.layout().lineAt(0).height() if block.layout().lineCount() else size.height()
        top = box.top() + round((first - size.height()) / 2)
        left = px(6) if rtl else self._sides[1].width() - size.width() * 2 - px(6)
        self.tools.stand(QPoint(left, top), rtl)

    # ---- looks ------------------------------------------------------------------------------------

    def _dress(self) -> None:
        """Take today's colours."""
        self._ink.dress()
        self._hide_selection(self._blank is not None)
        self._set_margins()
        self.viewport().update()

    def _hide_selection(self, hide: bool) -> None:
        """A focused blank has its ring; the selection's own ground would hide it."""
        palette = QPalette()
        palette.setColor(QPalette.ColorRole.Base, tokens().color(self._ground))
        if hide:
            palette.setColor(QPalette.ColorRole.Highlight, QColor(Qt.GlobalColor.transparent))
            palette.setColor(QPalette.ColorRole.HighlightedText, tokens().color("amber"))
        self.setPalette(palette)

    def _origin(self, block: QTextBlock) -> QPointF:
        corner = self.document().documentLayout().blockBoundingRect(block).topLeft()
        return corner - QPoint(self.horizontalScrollBar().value(), self.verticalScrollBar().value())

    def paintEvent(self, event: QPaintEvent) -> None:
        paint_under(self, event, self._has_parts, self.focused_blank())
        super().paintEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._set_margins()
        self._place_tools()
        self.updateGeometry()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange and hasattr(self, "tools"):
            self._set_margins()
            self._place_tools()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._place_tools()

    def sizeHint(self) -> QSize:
        most = self._most_height or px(360)
        wanted = round(self.document().size().height()) + px(4)
        return QSize(px(520), max(self.minimumSizeHint().height(), min(wanted, most)))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(180), px(84))
