"""What stands in a layout.

Never by `itemAt`: Python keeps the item it hands out, isn't told when Qt deletes it with its widget, and takes whatever
comes to lie at the same address for it. The program then ends, some time later and elsewhere (seen with PySide 6.11).
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TypeVar

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QLayout, QWidget

_W = TypeVar("_W", bound=QWidget)


def widgets_in(layout: QLayout) -> list[QWidget]:
    """The widgets of a layout that is on a widget, in order; those of layouts inside it are left out."""
    host = layout.parentWidget()
    if host is None:
        return []
    children = host.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)
    placed = [(at, child) for child in children if (at := layout.indexOf(child)) >= 0]
    return [child for _, child in sorted(placed, key=lambda one: one[0])]


def never_inside_itself(settle: Callable[[_W], None]) -> Callable[[_W], None]:
    """For what shows and hides parts as the width is: that can change the width at once, which would ask it again, and
    again. It is asked once more afterwards, where the width has become another."""
    asked: set[int] = set()

    @wraps(settle)
    def once(widget: _W) -> None:
        if id(widget) in asked:
            return
        asked.add(id(widget))
        width = widget.width()
        try:
            settle(widget)
        finally:
            asked.discard(id(widget))
        if widget.width() != width:
            QTimer.singleShot(0, widget, lambda: once(widget))

    return once
