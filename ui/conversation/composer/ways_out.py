"""What the links of a finding do to the text. Each is one undo step and leaves the caret where to go on."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QTextCursor

from desktop.writing import Ink, Paragraph, Part, Run

from . import editing
from .editor import ReplyEditor
from .formats import blocks, part_of, plain_positions, put_run, typed_format


def overflow(text: str, count: Callable[[str], int], most: int) -> tuple[int, int]:
    """The characters that are past the limit, as the place counts: found by halving, as counts only grow."""
    low, high = 0, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        if count(text[:middle]) <= most:
            low = middle
        else:
            high = middle - 1
    return low, len(text)


def add_time(editor: ReplyEditor) -> None:
    """Put a blank "when" at the end of the next step (else of the last paragraph that isn't the sign-off)."""
    document = editor.document()
    body = [block for block in blocks(document) if part_of(block) is not Part.SIGN] or [document.begin()]
    steps = [block for block in body if part_of(block) is Part.NEXT]
    block = (steps or body)[-1]
    cursor = QTextCursor(block)
    cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
    cursor.beginEditBlock()
    if block.length() > 1:
        cursor.insertText(" ", typed_format())
    start = cursor.position()
    put_run(cursor, Run("when", Ink.BLANK))
    cursor.endEditBlock()
    editing.select(cursor, start, cursor.position())
    editor.setFocus()
    editor.setTextCursor(cursor)


def add_name(editor: ReplyEditor, name: str) -> None:
    """Sign with the writer's name."""
    editor.setFocus()
    editor.add_part(Paragraph((Run(name, Ink.FILLED),), Part.SIGN))


def take_out(editor: ReplyEditor, span: tuple[int, int]) -> None:
    """Delete a span of the plain text."""
    for start, end in plain_positions(editor.document(), [span]):
        cursor = editor.textCursor()
        editing.select(cursor, start, end)
        editing.remove(cursor)
        editor.setTextCursor(cursor)
    editor.setFocus()
