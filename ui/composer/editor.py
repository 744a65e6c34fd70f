"""The text being written: one continuous text in which every blank is a whole.

`ReplyEditor` shows a Writing and gives it back. Typing, deleting and undo work as in any text, with the
few differences a blank needs; everything that isn't writing goes out as a signal.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QMimeData, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QInputMethodEvent, QKeyEvent, QKeySequence, QTextCursor
from PySide6.QtWidgets import QMenu, QWidget

from desktop.writing import Paragraph, Part, Writing
from ui.moments import tr
from ui.widgets.pasting import refused

from . import editing, keys
from .formats import block_blanks, blocks, part_of, plain_positions
from .keys import Command
from .whole_blanks import WholeBlanks

WRITING_FORMAT = "application/x-said-and-done-writing"


class ReplyEditor(WholeBlanks):
    """A text with blanks. Signals say what the writer wants besides writing; `changed` follows every edit."""

    part_toggle_asked = Signal(object)  # Part
    wordings_asked = Signal()
    next_finding_asked = Signal()
    post_asked = Signal(bool)  # and open the next one
    back_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("Your reply"))
        self._undo_elsewhere = False
        self._composing = False  # a pre-edit stands where a selection was
        self.tools.wordings_asked.connect(self.wordings_asked)
        self.tools.remove_asked.connect(self.remove_current)

    # ---- parts ----------------------------------------------------------------------------------

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

    def go_on(self) -> None:
        """Back to a text: the caret is where it was left, at the end of one nobody has been in yet."""
        cursor = self.textCursor()
        if cursor.atStart() and not cursor.hasSelection():
            cursor.movePosition(QTextCursor.MoveOperation.End)
            self.setTextCursor(cursor)
        self.ensureCursorVisible()

    def put_words(self, span: tuple[int, int], words: str) -> None:
        """Other words in place of a span of `writing().plain()`; the caret stays where it is."""
        for start, end in plain_positions(self.document(), [span]):
            cursor = QTextCursor(self.document())
            editing.select(cursor, start, end)
            editing.fill(cursor, words)

    def fill_named(self, name: str, words: str) -> None:
        """Put words into the first blank of this name, if there is one."""
        found = next((blank for blank in self.blanks() if blank.name == name), None)
        if found is not None:
            cursor = QTextCursor(self.document())
            editing.select(cursor, found.start, found.end)
            editing.fill(cursor, words)

    def fill(self, text: str) -> None:
        """Put picked words into the current blank, or at the caret."""
        cursor = self.textCursor()
        editing.fill(cursor, text)
        self.setTextCursor(cursor)

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
                if not event.isAutoRepeat():  # a key held down is one press: "Post anyway" wants another
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

    # ---- input methods --------------------------------------------------------------------------

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

    # ---- copy and paste -------------------------------------------------------------------------

    def cut(self) -> None:
        """Cut what is selected, blanks whole."""
        if self.textCursor().hasSelection():
            self.copy()
            self._change(editing.remove)

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
        elif source.hasText() and not refused(self, source.text()):
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
