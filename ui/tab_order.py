"""Tab goes through a window as one reads it: row by row, column by column. Shift+Tab goes the same way back.

Qt would go in the order in which things were made, and much here is made anew while somebody works.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QWidget

_HAIR = 3  # px that neighbours may overlap


def stops(window: QWidget) -> list[QWidget]:
    """Where Tab stops, in that order. Whatever has the keyboard is among them, also where it is being hidden: Qt asks
    then for what comes after it."""
    found: list[QWidget] = []
    _gather(window, window.focusWidget(), found)
    return found


def step(window: QWidget, *, onward: bool) -> bool:
    """To the next one, or the one before; after the last comes the first. False where there is nowhere to go."""
    around, here = stops(window), window.focusWidget()
    if not around:
        return False
    at = around.index(here) if here in around else (-1 if onward else 0)
    to = around[(at + (1 if onward else -1)) % len(around)]
    to.setFocus(Qt.FocusReason.TabFocusReason if onward else Qt.FocusReason.BacktabFocusReason)
    _bring_into_sight(to)
    return True


def _gather(widget: QWidget, here: QWidget | None, found: list[QWidget]) -> None:
    if widget is here or _is_stop(widget):
        found.append(widget)
    for child in _as_read(widget, here):
        _gather(child, here, found)


def _is_stop(widget: QWidget) -> bool:
    takes = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) and widget.focusProxy() is None
    return takes and widget.isEnabled() and not widget.isWindow()


def _as_read(widget: QWidget, here: QWidget | None) -> list[QWidget]:
    """What is seen in it, in the order of reading."""
    inside = [one for one in widget.children() if isinstance(one, QWidget) and not one.isWindow()]
    holds_it = [one for one in inside if here is not None and (one is here or one.isAncestorOf(here))]
    return _in_order([one for one in inside if one.isVisible() or one in holds_it], widget.isRightToLeft())


def _in_order(some: list[QWidget], rtl: bool) -> list[QWidget]:
    """Rows that lie wholly under each other, one after the other; where there are none, columns beside each other; and
    so on in each of them. What lies over another thing comes after it."""
    if len(some) < 2:
        return some
    rows = _apart(some, lambda one: (one.y(), one.geometry().bottom()))
    if len(rows) > 1:
        return [one for row in rows for one in _in_order(row, rtl)]
    columns = _apart(some, lambda one: (one.x(), one.geometry().right()))
    if len(columns) > 1:
        return [one for column in (reversed(columns) if rtl else columns) for one in _in_order(column, rtl)]
    return sorted(some, key=lambda one: one.y())


def _apart(some: list[QWidget], reach: Callable[[QWidget], tuple[int, int]]) -> list[list[QWidget]]:
    """Groups of those that reach over the same stretch, along one way, by more than a hair."""
    groups: list[list[QWidget]] = []
    end = 0
    for one in sorted(some, key=reach):
        begins, ends = reach(one)
        if groups and begins + _HAIR < end:
            groups[-1].append(one)
        else:
            groups.append([one])
        end = max(end, ends) if len(groups[-1]) > 1 else ends
    return groups


def _bring_into_sight(widget: QWidget) -> None:
    above = widget.parentWidget()
    while above is not None:
        if isinstance(above, QScrollArea):
            above.ensureWidgetVisible(widget)  # of what isn't its own it does nothing
        above = above.parentWidget()
