"""Which keys there are: read off the actions themselves, so that the list can't promise what isn't there."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from ui import menus
from ui.moments import tr
from ui.theme import px
from ui.theme.keep import keep_colours
from ui.widgets.buttons import Button
from ui.widgets.elide import ElidedLabel
from ui.widgets.keycap import Keycap
from ui.widgets.room import resize_within
from ui.widgets.wrap import WrapLabel

Lines = Sequence[tuple[str, Sequence[str]]]  # what it does, its keys


def lines_of(actions: Sequence[tuple[str, QAction]]) -> dict[str, list[tuple[str, list[str]]]]:
    """By menu: every action that has a key, with its keys."""
    found: dict[str, list[tuple[str, list[str]]]] = {}
    for menu, action in actions:
        keys = menus.keys_of(action)
        if keys and action.isVisible():
            found.setdefault(menu, []).append((menus.plain(action.text()), keys))
    return found


# What Qt itself and the panes bring along.
MOVING: Lines = (
    ("Next pane", ("F6",)),
    ("Pane before", ("Shift+F6",)),
    ("Next field or button", ("Tab",)),
    ("Back to the list", ("Esc",)),
)


class KeysDialog(QDialog):
    """`page_lines`: keys a page reads itself, such as those that move in a list."""

    def __init__(
        self,
        actions: Sequence[tuple[str, QAction]],
        page_title: str = "",
        page_lines: Lines = (),
        *,
        single_keys: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Keys"))
        self._grid = QGridLayout()
        self._row = 0
        self._add_section(tr("Everywhere"), [(tr(what), keys) for what, keys in MOVING])
        if page_lines:
            self._add_section(page_title, page_lines)
        for menu, lines in lines_of(actions).items():
            self._add_section(tr(menu), lines)
        self._build(single_keys=single_keys)

    def _build(self, *, single_keys: bool) -> None:
        body = QWidget()
        self._grid.setColumnStretch(0, 1)
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(5)
        self._grid.setContentsMargins(8, 8, 12, 8)
        inner = QVBoxLayout(body)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.addLayout(self._grid)
        inner.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidget(body)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        keep_colours(scroll, ground="paper")
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 14)
        column.setSpacing(10)
        column.addWidget(ElidedLabel(tr("Keys"), "title"))
        said = tr("Single letters work while a list or a thread has the focus, never while you type.")
        column.addWidget(
            WrapLabel(
                said if single_keys else tr("Single-key shortcuts are off in Settings."), "meta", "text2"
            )
        )
        column.addWidget(scroll, 1)
        foot = QHBoxLayout()
        foot.addStretch(1)
        done = Button(tr("Close"), kind="primary")
        done.clicked.connect(self.accept)
        foot.addWidget(done)
        column.addLayout(foot)
        resize_within(self, 560, 600)

    def _add_section(self, title: str, lines: Lines) -> None:
        if self._row:
            self._grid.setRowMinimumHeight(self._row, px(8))
            self._row += 1
        self._grid.addWidget(ElidedLabel(title, "strong", "text2"), self._row, 0, 1, 2)
        self._row += 1
        for what, keys in lines:
            self._grid.addWidget(ElidedLabel(what), self._row, 0)
            self._grid.addWidget(_caps(keys), self._row, 1, Qt.AlignmentFlag.AlignRight)
            self._row += 1


def _caps(keys: Sequence[str]) -> QWidget:
    box = QWidget()
    row = QHBoxLayout(box)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(5)
    for key in keys:
        row.addWidget(Keycap(key))
    box.setAccessibleName(tr(" or ").join(keys))
    return box
