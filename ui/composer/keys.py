"""Which key asks the composer for what. Design 17, the rows "composer"."""

from __future__ import annotations

import sys
import unicodedata
from enum import StrEnum

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QTextCursor

from desktop.writing import Part

Key, Mod = Qt.Key, Qt.KeyboardModifier
Move = QTextCursor.MoveOperation


class Command(StrEnum):
    """What a key can ask for besides writing."""

    PART = "part"
    WORDINGS = "wordings"
    PART_UP = "part_up"
    PART_DOWN = "part_down"
    NEXT_FINDING = "next_finding"
    POST = "post"
    POST_AND_NEXT = "post_and_next"
    BACK = "back"


_COMMANDS = {
    (Key.Key_Down, Mod.AltModifier): Command.WORDINGS,
    (Key.Key_Up, Mod.AltModifier | Mod.ShiftModifier): Command.PART_UP,
    (Key.Key_Down, Mod.AltModifier | Mod.ShiftModifier): Command.PART_DOWN,
    (Key.Key_Period, Mod.ControlModifier): Command.NEXT_FINDING,
    (Key.Key_Return, Mod.ControlModifier): Command.POST,
    (Key.Key_Enter, Mod.ControlModifier): Command.POST,
    (Key.Key_Return, Mod.ControlModifier | Mod.ShiftModifier): Command.POST_AND_NEXT,
    (Key.Key_Enter, Mod.ControlModifier | Mod.ShiftModifier): Command.POST_AND_NEXT,
    (Key.Key_Escape, Mod.NoModifier): Command.BACK,
}

_PARTS = dict(zip(range(Key.Key_1, Key.Key_7 + 1), Part, strict=True))

_DELETIONS = (
    (QKeySequence.StandardKey.DeleteStartOfWord, Move.PreviousWord),
    (QKeySequence.StandardKey.DeleteEndOfWord, Move.NextWord),
    (QKeySequence.StandardKey.DeleteEndOfLine, Move.EndOfBlock),
)


def modifiers(event: QKeyEvent) -> Qt.KeyboardModifier:
    """The modifiers that matter: the number pad and the keyboard group don't."""
    return event.modifiers() & ~(Mod.KeypadModifier | Mod.GroupSwitchModifier)


def command(event: QKeyEvent) -> Command | None:
    """What this key asks for, None when it is only writing."""
    if part(event) is not None:
        return Command.PART
    return _COMMANDS.get((Key(event.key()), modifiers(event)))


def part(event: QKeyEvent) -> Part | None:
    """The part that Alt+1…7 turns on and off."""
    if modifiers(event) != Mod.AltModifier:
        return None
    return _PARTS.get(event.key())


def deletion(event: QKeyEvent) -> QTextCursor.MoveOperation | None:
    """How far this key deletes from the caret."""
    if event.key() == Key.Key_Backspace and modifiers(event) in (Mod.NoModifier, Mod.ShiftModifier):
        return Move.PreviousCharacter
    if event.key() == Key.Key_Delete and modifiers(event) == Mod.NoModifier:
        return Move.NextCharacter
    return next((move for keys, move in _DELETIONS if event.matches(keys)), None)


def is_return(event: QKeyEvent) -> bool:
    """Return or Enter, with or without Shift."""
    plain = modifiers(event) in (Mod.NoModifier, Mod.ShiftModifier)
    return plain and event.key() in (Key.Key_Return, Key.Key_Enter)


def is_typing(event: QKeyEvent) -> bool:
    """Does this key write something? (Qt's own rule: AltGr does, Ctrl and Alt alone don't.)"""
    text = event.text()
    if not text or unicodedata.category(text[0]) == "Cc":
        return False
    held = modifiers(event) & ~Mod.ShiftModifier
    if held == (Mod.ControlModifier | Mod.AltModifier):
        return True
    alone = Mod.ControlModifier | Mod.MetaModifier
    if sys.platform != "darwin":  # there, Option writes the other characters of a key
        alone |= Mod.AltModifier
    return not held & alone
