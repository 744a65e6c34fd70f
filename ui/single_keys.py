"""The keys that are one letter: what each does, wherever it does something, and which one a person has chosen for it.

A key means the same on every page, so it is known by the key it is at first ("E": done here).
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

if TYPE_CHECKING:
    from PySide6.QtCore import QKeyCombination

MEANINGS: Mapping[str, str] = {
    "J": "Next in the list",
    "K": "Previous in the list",
    "O": "Open",
    "B": "Back to the list",
    "/": "Search this page",
    "R": "Reply on a blank page",
    "1": "Start from the first opening",
    "2": "Start from the second opening",
    "3": "Start from a blank page",
    "L": "I’m looking into it",
    "N": "A note, a new fact, a person more",
    "I": "I’m on it",
    "F": "Mark fixed",
    "S": "Make the ending show",
    "A": "Ask to say so",
    "U": "Say it ourselves",
    "P": "Add proof link",
    "Y": "Keep what you said as a promise",
    "E": "Done here",
    "H": "Remind me",
    "G": "Give to",
    "C": "Kind",
    "V": "Open in browser",
    "M": "Move a card",
    "Shift+U": "Mark unread",
    "X": "Select several",
}
_TAKEN = {"?"}  # the page of keys
_SIGNS = range(0x21, 0xFFFF)  # what is printed; Space, Enter, Tab and the arrows are none of it


def named(key: int, modifiers: Qt.KeyboardModifier) -> str:
    """A key that was pressed as it is kept ("E", "Shift+U"); "" where it can't be one of these."""
    shift = Qt.KeyboardModifier.ShiftModifier
    if modifiers & ~(shift | Qt.KeyboardModifier.KeypadModifier) or key not in _SIGNS:
        return ""
    from PySide6.QtGui import QKeySequence  # many enumerations, and a start needs none of them

    letter = chr(key)
    name = QKeySequence(key).toString(QKeySequence.SequenceFormat.PortableText)
    return f"Shift+{name}" if modifiers & shift and letter.isalpha() else name


def is_key(text: object) -> bool:
    """Whether something that was kept can be a key."""
    if not isinstance(text, str) or not text or text in _TAKEN:
        return False
    from PySide6.QtGui import QKeySequence

    sequence = QKeySequence(text)
    if sequence.count() != 1:
        return False
    one: QKeyCombination = sequence[0]  # type: ignore[index]
    return named(one.key(), one.keyboardModifiers()) == text


def chosen(kept: Mapping[str, object]) -> dict[str, str]:
    """The key of each meaning now. What can't be a key, or is another one's already, counts as not chosen."""
    wanted = {meaning: str(kept[meaning]) for meaning in MEANINGS if is_key(kept.get(meaning))}
    now = {meaning: meaning for meaning in MEANINGS} | wanted
    for meaning in wanted:
        if list(now.values()).count(now[meaning]) > 1:
            now[meaning] = meaning
    return now if len(set(now.values())) == len(now) else {meaning: meaning for meaning in MEANINGS}


def clash(meaning: str, key: str, now: Mapping[str, str]) -> str:
    """The meaning that has this key already; "" for none. (`?` is the page of keys, for ever.)"""
    if key in _TAKEN:
        return key
    return next((other for other, its in now.items() if its == key and other != meaning), "")
