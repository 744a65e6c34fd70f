"""The text being written: one continuous text in which every blank is a whole.

`ReplyEditor` shows a Writing and gives it back. Typing, deleting and undo work as in any text, with the
few differences a blank needs; everything that isn't writing goes out as a signal.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QFocusEvent,
    QInputMethodEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPaintEvent,
    QPalette,
    QResizeEvent,
    QTextBlock,
    QTextBlockFormat,
    QTextCursor,
    QTextOption,
)
from PySide6.QtWidgets import QMenu, QSizePolicy, QTextEdit, QWidget

from desktop.starters import LABELS
from desktop.writing import Paragraph, Part, Writing
from ui.theme import px, theme, tokens
from ui.widgets.announce import announce

from . import editing, gutter, keys, pills
from .canvas import Side, paint_under
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
from .keys import Command

WRITING_FORMAT = "application/x-said-and-done-writing"


class ReplyEditor(QTextEdit):
    """A text with blanks. Signals say what the writer wants besides writing; `changed` follows every edit."""

    changed = Signal()
    blank_entered = Signal(object)  # Blank
    blank_left = Signal()
    part_entered = Signal(object)  # Part | None
    part_toggle_asked = Signal(object)  # Part
    wordings_asked = Signal()
    next_finding_asked = Signal()
    post_asked = Signal(bool)  # and open the next one
    back_asked = Signal()
    announced = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.setFrameShape(QTextEdit.Shape.NoFrame)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName("Your reply")
        self._is_filling = self._is_settling = self._undo_elsewhere = False
        self._has_parts = True
        self._composing = False  # a pre-edit stands where a selection was
        self._last_position = self._pressed_id = 0
        self._painted = (-1, 0, False)
        self._blank: Blank | None = None
        self._part: Part | None = None
        self._most_height, self._hint, self._ground = 0, "", "surface"
        self._spans: list[QTextCursor] = []
        self._sides = (Side(self, True), Side(self, False))
        self.tools = gutter.PartTools(self._sides[1])
        self._ink = pills.BlankInk(self.document())
        self._connect()
        self.set_writing(Writing())
        self._dress()

    def _connect(self) -> None:
        self.textChanged.connect(self._text_changed)
        self.cursorPositionChanged.connect(self._settle)
        self.selectionChanged.connect(self._settle)
        self.document().documentLayout().documentSizeChanged.connect(self._size_changed)
        self.verticalScrollBar().valueChanged.connect(lambda _: self._place_tools())
        self.tools.wordings_asked.connect(self.wordings_asked)
        self.tools.remove_asked.connect(self.remove_current)
        theme().changed.connect(self._dress)

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

    def current_paragraph_rect(self) -> QRect:
        """Where the current paragraph lies, in the viewport."""
        box = self.document().documentLayout().blockBoundingRect(self.textCursor().block())
        return box.translated(0, -self.verticalScrollBar().value()).toAlignedRect()

    def set_hint(self, hint: str) -> None:
        """What an empty page says."""
        self._hint = hint
        self.setAccessibleDescription(hint)
        self.viewport().update()

    def hint(self) -> str:
        """What an empty page says."""
        return self._hint

    # ---- parts ----------------------------------------------------------------------------------

    def set_has_parts(self, has: bool) -> None:
        """Leave room for the parts' names and tools, or not (a note)."""
        self._has_parts = has
        self._set_margins()
        self._place_tools()

    def has_parts(self) -> bool:
        """Is there room for parts?"""
        return self._has_parts

    def add_part(self, paragraph: Paragraph, order: Sequence[Part] = tuple(Part)) -> None:
        """Put a new part in its usual place and go to its first blank."""
        document = self.document()
        if document.isEmpty() and part_of(document.begin()) is None:
            number = 0
            editing.replace_block(document, 0, paragraph, self._base())
        else:
            assert paragraph.part is not None
            number = editing.place_for(document, paragraph.part, order)
            editing.insert_block(document, number, paragraph, self._base())
        self._go_to_block(number)

    def add_line(self) -> None:
        """Begin an empty line of free text before the sign-off, and go there."""
        signs = [b.blockNumber() for b in blocks(self.document()) if part_of(b) is Part.SIGN]
        number = signs[0] if signs else self.document().blockCount()
        editing.insert_block(self.document(), number, Paragraph(), self._base())
        self.setFocus()
        self._go_to_block(number)

    def remove_part(self, part: Part) -> None:
        """Take every paragraph of this part out; one Undo brings them back."""
        numbers = [block.blockNumber() for block in blocks(self.document()) if part_of(block) is part]
        editing.drop_blocks(self.document(), numbers, self._base())

    def remove_current(self) -> None:
        """Take the paragraph the caret is in out."""
        editing.drop_blocks(self.document(), [self.textCursor().blockNumber()], self._base())
        self.setFocus()

    def reword_current(self, paragraph: Paragraph) -> None:
        """Another wording for the current part; what the writer typed stays, after it."""
        number = self.textCursor().blockNumber()
        made = editing.reworded(self.current_paragraph(), paragraph)
        editing.replace_block(self.document(), number, made, self._base())
        self._go_to_block(number)

    def move_current(self, step: int) -> None:
        """Move the current paragraph one place up (-1) or down (1)."""
        cursor = self.textCursor()
        number, offset = cursor.blockNumber(), cursor.positionInBlock()
        if editing.move_block(self.document(), number, step, self._base()):
            block = self.document().findBlockByNumber(number + step)
            cursor.setPosition(block.position() + min(offset, block.length() - 1))
            self.setTextCursor(cursor)
            self.ensureCursorVisible()

    def _go_to_block(self, number: int) -> None:
        block = self.document().findBlockByNumber(number)
        blanks = block_blanks(block)
        cursor = QTextCursor(block)
        if blanks:
            editing.select(cursor, blanks[0].start, blanks[0].end)
        else:
            cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
        self.setTextCursor(cursor)
        self.ensureCursorVisible()

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

    def fill(self, text: str) -> None:
        """Put picked words into the current blank, or at the caret."""
        cursor = self.textCursor()
        editing.fill(cursor, text)
        self.setTextCursor(cursor)

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

    def marked(self) -> list[QTextCursor]:
        """What is underlined now, as selections."""
        return [cursor for cursor in self._spans if cursor.hasSelection()]

    def select_span(self, span: tuple[int, int]) -> None:
        """Select a span of `writing().plain()` and show it."""
        for start, end in plain_positions(self.document(), [span]):
            cursor = self.textCursor()
            editing.select(cursor, start, end)
            self.setTextCursor(cursor)
            self.ensureCursorVisible()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    # ---- keys -----------------------------------------------------------------------------------

    def set_undo_elsewhere(self, elsewhere: bool) -> None:
        """True: Ctrl+Z belongs to the window (a reply can be taken back)."""
        self._undo_elsewhere = elsewhere

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            if self._leaves_undo(event):
                event.ignore()
                return False
            if keys.command(event) is not None:
                event.accept()
                return True
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and self._tab(event):
            return True
        return super().event(event)

    def _leaves_undo(self, event: QKeyEvent) -> bool:
        if not event.matches(QKeySequence.StandardKey.Undo):
            return False
        return self._undo_elsewhere or not self.document().isUndoAvailable()

    def _tab(self, event: QKeyEvent) -> bool:
        if keys.modifiers(event) not in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier):
            return False
        forward = event.key() == Qt.Key.Key_Tab and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        if event.key() not in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            return False
        return self.next_blank(forward)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._leaves_undo(event):
            event.ignore()
        elif self._obey(event) or self._edit(event):
            event.accept()
        else:
            super().keyPressEvent(event)

    def _obey(self, event: QKeyEvent) -> bool:
        match keys.command(event):
            case Command.PART:
                self.part_toggle_asked.emit(keys.part(event))
            case Command.WORDINGS:
                self.wordings_asked.emit()
            case Command.PART_UP | Command.PART_DOWN as way:
                self.move_current(-1 if way is Command.PART_UP else 1)
            case Command.NEXT_FINDING:
                self.next_finding_asked.emit()
            case Command.POST | Command.POST_AND_NEXT as way:
                self.post_asked.emit(way is Command.POST_AND_NEXT)
            case Command.BACK:
                self.back_asked.emit()
            case None:
                return False
        return True

    def _edit(self, event: QKeyEvent) -> bool:
        """Edits that must know about blanks. True when this key was one."""
        if self.isReadOnly():
            return False
        if event.matches(QKeySequence.StandardKey.Undo):
            self.undo()
        elif event.matches(QKeySequence.StandardKey.Cut):
            self.cut()
        elif keys.is_return(event):
            self._change(
                lambda cursor: editing.split(cursor, bool(event.modifiers() & keys.Mod.ShiftModifier))
            )
        elif (move := keys.deletion(event)) is not None:
            self._change(lambda cursor: _delete(cursor, move))
        elif keys.is_typing(event):
            self._change(lambda cursor: editing.type_text(cursor, event.text()))
        else:
            return False
        return True

    def _change(self, edit: Callable[[QTextCursor], None]) -> None:
        cursor = self.textCursor()
        edit(cursor)
        self.setTextCursor(cursor)
        self.ensureCursorVisible()

    def undo(self) -> None:
        """Take the last edit back; a blank that returns is selected again."""
        before = {blank.id for blank in self.blanks()}
        super().undo()
        back = next((blank for blank in self.blanks() if blank.id not in before), None)
        if back is not None:
            self._select_blank(back)

    def cut(self) -> None:
        """Cut what is selected, blanks whole."""
        if self.textCursor().hasSelection():
            self.copy()
            self._change(editing.remove)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        if self.isReadOnly():
            super().inputMethodEvent(event)
            return
        if event.commitString() or event.replacementLength():
            self._commit(event)
        elif event.preeditString() and not self._composing and self.textCursor().hasSelection():
            self._composing = True
            self._change(editing.remove)
        if event.preeditString() or not event.commitString():
            super().inputMethodEvent(QInputMethodEvent(event.preeditString(), event.attributes()))
        if self._composing and not event.preeditString() and not event.commitString():
            self._composing = False  # given up: what stood there comes back
            self.undo()

    def _commit(self, event: QInputMethodEvent) -> None:
        super().inputMethodEvent(QInputMethodEvent())
        cursor = self.textCursor()
        if event.replacementLength():
            start = cursor.position() + event.replacementStart()
            editing.select(cursor, start, start + event.replacementLength())
        if self._composing:
            cursor.joinPreviousEditBlock()
        else:
            cursor.beginEditBlock()
        editing.type_text(cursor, event.commitString())
        cursor.endEditBlock()
        self._composing = False
        self.setTextCursor(cursor)
        self.ensureCursorVisible()

    def createMimeDataFromSelection(self) -> QMimeData:
        writing = editing.selected_writing(self.textCursor())
        made = QMimeData()
        made.setText(writing.plain())
        made.setData(WRITING_FORMAT, writing.to_json().encode())
        return made

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return source.hasText()

    def insertFromMimeData(self, source: QMimeData) -> None:
        copied = _copied_writing(source)
        if copied is not None:
            self._change(lambda cursor: editing.put_writing(cursor, copied))
        elif source.hasText():
            self._change(lambda cursor: editing.type_lines(cursor, source.text()))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        undo, redo = self.document().isUndoAvailable(), self.document().isRedoAvailable()
        has = self.textCursor().hasSelection()
        for label, act, possible in (
            ("Undo", self.undo, undo),
            ("Redo", self.redo, redo),
            ("Cut", self.cut, has),
            ("Copy", self.copy, has),
            ("Paste", self.paste, self.canPaste()),
            ("Select all", self.selectAll, not self.document().isEmpty()),
        ):
            menu.addAction(label, act).setEnabled(possible)
        menu.popup(event.globalPos())

    # ---- the caret and blanks -------------------------------------------------------------------

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
        self._say(f"Blank, {now.name}, {order.index(now.id) + 1} of {len(order)}. Type to replace.")
        self.blank_entered.emit(now)

    def set_ground(self, token: str) -> None:
        """What it is written on: surface, or note."""
        if token != self._ground:
            self._ground = token
            self._hide_selection(self._blank is not None)

    def _hide_selection(self, hide: bool) -> None:
        """A focused blank has its ring; the selection's own ground would hide it."""
        palette = QPalette()
        palette.setColor(QPalette.ColorRole.Base, tokens().color(self._ground))
        if hide:
            palette.setColor(QPalette.ColorRole.Highlight, QColor(Qt.GlobalColor.transparent))
            palette.setColor(QPalette.ColorRole.HighlightedText, tokens().color("amber"))
        self.setPalette(palette)

    def _notice_part(self) -> None:
        now = self.current_part()
        if now is self._part:
            return
        self._part = now
        if now is not None and self._blank is None:
            self._say(LABELS[now])
        self.part_entered.emit(now)

    def _say(self, text: str) -> None:
        if self.hasFocus():
            announce(self, text)
            self.announced.emit(text)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._place_tools()

    # ---- looks ----------------------------------------------------------------------------------

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
        self.setViewportMargins(before, 0, after, 0)  # Qt mirrors them itself
        self._place_sides(before, after)

    def _place_sides(self, before: int, after: int) -> None:
        view = self.viewport().geometry()
        wide = (after, before) if self.isRightToLeft() else (before, after)
        left = QRect(view.left() - wide[0], view.top(), wide[0], view.height())
        right = QRect(view.right() + 1, view.top(), wide[1], view.height())
        leading, trailing = (right, left) if self.isRightToLeft() else (left, right)
        self._sides[0].setGeometry(leading)
        self._sides[1].setGeometry(trailing)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange and hasattr(self, "tools"):
            self._set_margins()
            self._place_tools()

    def _dress(self) -> None:
        self._ink.dress()
        if self.document().defaultFont().pixelSize() != pills.composer_font().pixelSize():
            position = self.textCursor().position()
            self.set_writing(self.writing())  # every measure changes with the text size
            cursor = self.textCursor()
            cursor.setPosition(min(position, self.document().characterCount() - 1))
            self.setTextCursor(cursor)
        self._hide_selection(self._blank is not None)
        self._set_margins()
        self.viewport().update()

    def _origin(self, block: QTextBlock) -> QPointF:
        corner = self.document().documentLayout().blockBoundingRect(block).topLeft()
        return corner - QPoint(self.horizontalScrollBar().value(), self.verticalScrollBar().value())

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

    def paintEvent(self, event: QPaintEvent) -> None:
        paint_under(self, event, self._has_parts, self._blank.id if self._blank else 0)
        super().paintEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._set_margins()
        self._place_tools()
        self.updateGeometry()

    def set_most_height(self, height: int) -> None:
        """Grow with the text up to this height in px, then scroll; 0: a third of the screen's worth of lines."""
        self._most_height = height
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        most = self._most_height or px(360)
        wanted = round(self.document().size().height()) + px(4)
        return QSize(px(520), max(self.minimumSizeHint().height(), min(wanted, most)))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(180), px(84))


def _delete(cursor: QTextCursor, move: QTextCursor.MoveOperation) -> None:
    """Delete the selection, or from the caret over `move`; a blank on the way goes whole."""
    if cursor.hasSelection():
        editing.remove(cursor)
        return
    start = cursor.position()
    cursor.movePosition(move, editing.KEEP)
    if move is QTextCursor.MoveOperation.EndOfBlock and not cursor.hasSelection():
        cursor.movePosition(QTextCursor.MoveOperation.NextCharacter, editing.KEEP)
    plain = editing.blank_inside(cursor.document(), cursor.position()) is None
    if plain and move is QTextCursor.MoveOperation.PreviousCharacter and not _crosses_block(cursor):
        cursor.setPosition(start)
        cursor.deletePreviousChar()  # Qt's own: takes an accent before its letter, and joins the undo
        return
    editing.remove(cursor)


def _crosses_block(cursor: QTextCursor) -> bool:
    document = cursor.document()
    return document.findBlock(cursor.anchor()) != document.findBlock(cursor.position())


def _copied_writing(source: QMimeData) -> Writing | None:
    if not source.hasFormat(WRITING_FORMAT):
        return None
    try:
        return Writing.from_json(bytes(source.data(WRITING_FORMAT).data()).decode())
    except ValueError:
        return None
