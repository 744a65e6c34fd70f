"""What the painters of stock parts share: the type of a part, and two questions about an option."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QStyle, QWidget

from . import theme

# A part takes the option, the painter and the widget; it returns False to leave the part to Fusion.
Part = Callable[[Any, QPainter, QWidget | None], bool | None]


def color(name: str) -> QColor:
    """The colour of a token now."""
    return theme().tokens.color(name)


def has(option: Any, state: QStyle.StateFlag) -> bool:
    """Whether the option is in this state."""
    return bool(option.state & state)


def veil(option: Any) -> QColor | None:
    """The thin veil over something under the pointer or pressed."""
    flags = QStyle.StateFlag
    if not has(option, flags.State_Enabled):
        return None
    strength = 34 if has(option, flags.State_Sunken) else 16 if has(option, flags.State_MouseOver) else 0
    if not strength:
        return None
    made = QColor(color("text"))
    made.setAlpha(strength)
    return made
