"""What stands in a layout.

Never by `itemAt`: Python keeps the item it hands out, isn't told when Qt deletes it with its widget, and takes whatever
comes to lie at the same address for it. The program then ends, some time later and elsewhere (seen with PySide 6.11).
"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QWidget


def widgets_in(layout: QLayout) -> list[QWidget]:
    """The widgets of a layout that is on a widget, in order; those of layouts inside it are left out."""
    host = layout.parentWidget()
    if host is None:
        return []
    children = host.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)
    placed = [(at, child) for child in children if (at := layout.indexOf(child)) >= 0]
    return [child for _, child in sorted(placed, key=lambda one: one[0])]
