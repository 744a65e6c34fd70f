"""How large a dialog may be."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from ui.theme import px

_FRAME = 40  # px of the screen that a window's own frame may need


def resize_within(dialog: QWidget, width: int, height: int) -> None:
    """So large at 100 % text, and never larger than the screen: its foot stays in reach."""
    room = dialog.screen().availableGeometry()
    dialog.resize(min(px(width), room.width() - 24), min(px(height), room.height() - _FRAME))
