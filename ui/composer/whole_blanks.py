"""A text in which every blank is a whole: the caret never stands in one, a selection never cuts one."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import QMouseEvent, QTextCursor
from PySide6.QtWidgets import QWidget

from desktop.starters import LABELS
from desktop.writing import Paragraph, Part, Writing
from ui.moments import tr
from ui.widgets.announce import announce

from . import editing, pills
from .formats import (
    Blank,
    block_blanks,
    blocks,
    paragraph_of,
    part_of,
    plain_positions,
    put_paragraphs,
    writing_of,
)
from .paper import Paper


class WholeBlanks(Paper):
    """Shows a Writing and gives it back; knows its blanks and where the caret may be."""

    blank_entered = Signal(object)  # Blank
    blank_left = Signal()
    part_entered = Signal(object)  # Part | None
    announced = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._is_settling = False
        self._last_position = self._pressed_id = 0
        self._painted = (-1, 0, False)
        self._part: Part | None = None
        self.cursorPositionChanged.connect(self._settle)
        self.selectionChanged.connect(self._settle)
        self.set_writing(Writing())
        self._dress()

    # ---- what is written ------------------------------------------------------------------------

    def set_writing(self, writing: Writing, at_end: bool = False) -> None:
        """Show a text; the undo history begins anew and `changed` is not sent."""
        self._is_filling = True
        document = self.document()
        document.setUndoRedoEnabled(False)
        document.clear()
        self._lay_out()
        put_paragraphs(QTextCursor(document), writing.paragraphs or (Paragraph(),), self._base())
        document.setUndoRedoEnabled(True)
        self._is_filling = False
        self._blank, self._spans = None, []
        cursor = QTextCursor(document)
        if at_end:
            cursor.movePosition(QTextCursor.MoveOperation.End)
        self.setTextCursor(cursor)
        self._settle()

    def writing(self) -> Writing:
        """The text as it is now, exactly."""
        return writing_of(self.document())

    def parts(self) -> frozenset[Part]:
        """The parts that are in the text."""
        return frozenset(p for p in map(part_of, blocks(self.document())) if p is not None)

    def current_part(self) -> Part | None:
        """The part of the paragraph the caret is in."""
        return part_of(self.textCursor().block())

    def current_paragraph(self) -> Paragraph:
        """The paragraph the caret is in."""
        return paragraph_of(self.textCursor().block())

    def _dress(self) -> None:
        if self.document().defaultFont().pixelSize() != pills.composer_font().pixelSize():
            position = self.textCursor().position()
            self.set_writing(self.writing())  # every measure changes with the text size
            cursor = self.textCursor()
            cursor.setPosition(min(position, self.document().characterCount() - 1))
            self.setTextCursor(cursor)
        super()._dress()

    # ---- blanks ---------------------------------------------------------------------------------

    def blanks(self) -> list[Blank]:
        """The blanks left, in order."""
        return editing.all_blanks(self.document())

    def current_blank(self) -> Blank | None:
        """The blank that is selected."""
        return self._blank

    def next_blank(self, forward: bool = True) -> bool:
        """Select the next (or the previous) blank; False when there is none on that side of the caret."""
        cursor = self.textCursor()
        if forward:
            found = next((b for b in self.blanks() if b.start >= cursor.selectionEnd()), None)
        else:
            found = next((b for b in reversed(self.blanks()) if b.end <= cursor.selectionStart()), None)
        if found is None:
            return False
        self._select_blank(found)
        return True

    def go_to_first_blank(self) -> bool:
        """Focus the first blank; False when none is left."""
        blanks = self.blanks()
        if blanks:
            self.setFocus(Qt.FocusReason.OtherFocusReason)
            self._select_blank(blanks[0])
        return bool(blanks)

    def blank_rect(self, blank: Blank) -> QRect:
        """Where a blank is painted, in the viewport."""
        block = self.document().findBlock(blank.start)
        rects = list(pills.pill_rects(block, blank, self._origin(block)))
        return rects[0].toAlignedRect() if rects else self.cursorRect()

    def _select_blank(self, blank: Blank, backwards: bool = False) -> None:
        cursor = self.textCursor()
        editing.select(cursor, *((blank.end, blank.start) if backwards else (blank.start, blank.end)))
        self.setTextCursor(cursor)
        self.ensureCursorVisible()

    # ---- spans ----------------------------------------------------------------------------------

    def mark(self, spans: Sequence[tuple[int, int]]) -> None:
        """Underline these spans of `writing().plain()` with a wavy line until the next call."""
        self._spans = []
        for start, end in plain_positions(self.document(), spans):
            cursor = QTextCursor(self.document())
            editing.select(cursor, start, end)
            self._spans.append(cursor)  # cursors move along with the words
        self.viewport().update()

    def select_span(self, span: tuple[int, int]) -> None:
        """Select a span of `writing().plain()` and show it."""
        for start, end in plain_positions(self.document(), [span]):
            cursor = self.textCursor()
            editing.select(cursor, start, end)
            self.setTextCursor(cursor)
            self.ensureCursorVisible()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    # ---- the mouse and the caret ----------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        hit = self._blank_at(event.position().toPoint())
        self._pressed_id = hit.id if hit else 0
        if hit and event.button() == Qt.MouseButton.LeftButton:
            self._select_blank(hit)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        hit = self._blank_at(event.position().toPoint())
        if hit and hit.id == self._pressed_id and not self.textCursor().hasSelection():
            self._select_blank(hit)
        self._pressed_id = 0

    def _blank_at(self, point: QPoint) -> Blank | None:
        block = self.cursorForPosition(point).block()
        for blank in block_blanks(block):
            if any(rect.contains(point) for rect in pills.pill_rects(block, blank, self._origin(block))):
                return blank
        return None

    def _settle(self) -> None:
        """The caret never stands inside a blank, and a selection never ends inside one."""
        if self._is_filling or self._is_settling:
            return
        self._is_settling = True
        try:
            self._snap()
        finally:
            self._is_settling = False
        cursor = self.textCursor()
        self._last_position = cursor.position()
        self._notice_blank()
        self._notice_part()
        here = (cursor.blockNumber(), self._blank.id if self._blank else 0, cursor.hasSelection())
        if here != self._painted:  # typing on in one paragraph repaints only what Qt repaints
            self._painted = here
            self._place_tools()
            self.viewport().update()

    def _snap(self) -> None:
        cursor, document = self.textCursor(), self.document()
        anchor, position = cursor.anchor(), cursor.position()
        moved = position - self._last_position
        inside = editing.blank_inside(document, position)
        if not cursor.hasSelection():
            if inside is not None:
                self._select_blank(inside, backwards=moved == -1)
            return
        if inside is not None:
            by_step = moved if abs(moved) == 1 else position - anchor
            position = inside.end if by_step > 0 else inside.start
        held = editing.blank_inside(document, anchor) or self._pressed_blank()
        if held is not None and held.start <= anchor <= held.end:
            anchor = held.end if position <= held.start else held.start
        if (anchor, position) != (cursor.anchor(), cursor.position()):
            editing.select(cursor, anchor, position)
            self.setTextCursor(cursor)

    def _pressed_blank(self) -> Blank | None:
        if not self._pressed_id:
            return None
        return next((blank for blank in self.blanks() if blank.id == self._pressed_id), None)

    def _notice_blank(self) -> None:
        before, now = self._blank, editing.blank_selected(self.textCursor())
        self._blank = now
        if (before.id if before else 0) == (now.id if now else 0):
            return
        self._hide_selection(now is not None)
        if now is None:
            self.blank_left.emit()
            return
        order = [blank.id for blank in self.blanks()]
        said = tr("Blank, {name}, {n} of {all}. Type to replace.")
        self._say(said.format(name=now.name, n=order.index(now.id) + 1, all=len(order)))
        self.blank_entered.emit(now)

    def _notice_part(self) -> None:
        now = self.current_part()
        if now is self._part:
            return
        self._part = now
        if now is not None and self._blank is None:
            self._say(tr(LABELS[now]))
        self.part_entered.emit(now)

    def _say(self, text: str) -> None:
        if self.hasFocus():
            announce(self, text)
            self.announced.emit(text)
