"""How large a dialog may be, and what of it scrolls where the screen is smaller."""

from __future__ import annotations

from PySide6.QtCore import QObject, QRect, QSize, Qt
from PySide6.QtWidgets import QFrame, QLayout, QScrollArea, QWidget

from ui.theme import px, theme
from ui.theme.focus import MARGIN
from ui.theme.keep import keep_colours

FRAME = 40  # px of the screen that a window's own frame may need


def resize_within(dialog: QWidget, width: int, height: int) -> None:
    """So large at 100 % text, and never larger than the screen: its foot stays in reach."""
    room = dialog.screen().availableGeometry()
    dialog.resize(min(px(width), room.width() - 24), min(px(height), room.height() - FRAME))


class FollowText(QObject):
    """Keeps a dialog as large as its text asks for while it is open. What a person made larger stays so large."""

    def __init__(self, dialog: QWidget, width: int, height: int) -> None:
        super().__init__(dialog)
        self._dialog, self._wanted = dialog, (width, height)
        resize_within(dialog, width, height)
        self._given = dialog.size()
        theme().changed.connect(self._follow)

    def _follow(self) -> None:
        dialog, before = self._dialog, self._dialog.size()
        resize_within(dialog, *self._wanted)
        if before != self._given:
            dialog.resize(before.expandedTo(dialog.size()))
        else:
            self._given = dialog.size()
        stay_on_screen(dialog)


def stay_on_screen(dialog: QWidget) -> None:
    """What has grown where it stands goes up, or towards its start, as far as it needs to."""
    room, frame = dialog.screen().availableGeometry(), dialog.frameGeometry()
    if dialog.isVisible() and not room.contains(frame):
        left = max(room.left(), dialog.x() - max(0, frame.right() - room.right()))
        top = max(room.top(), dialog.y() - max(0, frame.bottom() - room.bottom()))
        dialog.move(left, top)


def leave_room_for_ring(layout: QLayout | None) -> None:
    """What stands at the edge of a page that scrolls has its focus ring whole: it is painted around it."""
    if layout is not None:
        found = layout.contentsMargins()
        sides = (found.left(), found.top(), found.right(), found.bottom())
        layout.setContentsMargins(*(max(MARGIN, side) for side in sides))


class Scrolled(QScrollArea):
    """A page of a dialog: as high as it wants to be, and scrolling where there is less. The dialog's foot stays."""

    def __init__(self, page: QWidget) -> None:
        super().__init__()
        self._page = page
        self.setWidget(page)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        for part in (page, self.verticalScrollBar()):
            keep_colours(part, ground="paper")
        leave_room_for_ring(page.layout())

    def keep_in_sight(self, widget: QWidget, box: QRect) -> None:
        """Scrolls as little as possible until this place of a widget in the page can be seen."""
        if widget.isVisibleTo(self._page):
            middle = QRect(widget.mapTo(self._page, box.topLeft()), box.size()).center()
            self.ensureVisible(0, middle.y(), 0, box.height() // 2 + px(12))

    def hasHeightForWidth(self) -> bool:
        layout = self._page.layout()
        return layout is not None and layout.hasHeightForWidth()

    def heightForWidth(self, width: int) -> int:
        layout = self._page.layout()
        return layout.totalHeightForWidth(width) if layout is not None else -1

    def sizeHint(self) -> QSize:
        return self._page.sizeHint()

    def minimumSizeHint(self) -> QSize:
        least = self._page.minimumSizeHint()
        return QSize(least.width() + self.verticalScrollBar().sizeHint().width(), min(least.height(), px(100)))
