"""What is pasted or dropped into a field for words: only so much that the window can lay it out at once."""

from __future__ import annotations

from PySide6.QtCore import QMimeData
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit, QToolTip

from ui.moments import translated
from ui.widgets.announce import announce
from ui.widgets.tips import plain_tip

MOST_WORDS = 20_000  # characters in one field; a line of a million without a space would hold the window for a minute


def too_long(field: QPlainTextEdit | QTextEdit, text: str) -> str:
    """Why `text` can't come into this field, in the window's language; "" when it can."""
    there = field.document().characterCount() - len(field.textCursor().selectedText())
    if there + len(text) <= MOST_WORDS:
        return ""
    return translated(f"That’s longer than {MOST_WORDS:,} characters. Leave some of it out.")


def refused(field: QPlainTextEdit | QTextEdit, text: str) -> bool:
    """Says it at the field when a text is too long for it."""
    why = too_long(field, text)
    if why:
        QToolTip.showText(field.mapToGlobal(field.cursorRect().bottomLeft()), plain_tip(why), field)
        announce(field, why, assertive=True)
    return bool(why)


class PlainText(QPlainTextEdit):
    """A field for words without looks. What is too long to be pasted stays outside, and it is said."""

    def insertFromMimeData(self, source: QMimeData) -> None:
        if not refused(self, source.text()):
            super().insertFromMimeData(source)
