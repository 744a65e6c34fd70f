"""A window-modal dialog of the house: a head with an icon, a body, a foot on darker ground."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRect, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from ui import tab_order
from ui.theme import px, tokens
from ui.theme.keep import keep_colours
from ui.theme.paint import line
from ui.widgets.bars import Glyph
from ui.widgets.room import FRAME, stay_on_screen
from ui.widgets.wrap import WrapLabel


class _Strip(QWidget):
    """A head or a foot: a ground and a line towards the body."""

    def __init__(self, ground: str, line_above: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._above = line_above
        keep_colours(self, ground=ground)

    def paintEvent(self, event: QPaintEvent) -> None:
        line(QPainter(self), QRect(0, 0 if self._above else self.height() - 1, self.width(), 1))


class HouseDialog(QDialog):
    """`body` is a column layout, `foot` a row. Opened with `open()`: nothing ever blocks."""

    def __init__(self, icon: str, title: str, width: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._wide = width
        self._unseen: list[Callable[[], object]] = []
        self.head_title, self.head_text = WrapLabel(title, "person"), WrapLabel("", "body", "text2")
        self.body, self.foot = QVBoxLayout(), QHBoxLayout()
        self._build(icon)
        self.set_title(title)
        keep_colours(self, ground="paper")

    def _build(self, icon: str) -> None:
        head, foot = _Strip("paper", False), _Strip("sunken", True)
        self._last = foot
        row, texts = QHBoxLayout(head), QVBoxLayout()
        row.setContentsMargins(px(18), px(13), px(18), px(14))
        row.setSpacing(px(11))
        row.addWidget(Glyph(icon, "text2", 18), 0, Qt.AlignmentFlag.AlignVCenter)
        row.addLayout(texts, 1)
        texts.setSpacing(px(1))
        texts.addWidget(self.head_title)
        texts.addWidget(self.head_text)
        self.foot.setContentsMargins(px(18), px(11), px(18), px(12))
        self.foot.setSpacing(px(8))
        foot.setLayout(self.foot)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(head)
        whole.addLayout(self.body, 1)
        whole.addWidget(foot)

    def set_title(self, title: str, text: str = "") -> None:
        self.setWindowTitle(title)
        self.head_title.setText(title)
        self.head_text.setText(text)
        self.head_text.setVisible(bool(text))

    def fit(self, height: int = 0) -> None:
        """As wide as the design wants, never wider than what it stands on."""
        screen = self.screen() or QGuiApplication.primaryScreen()
        room = screen.availableGeometry().size()
        above = self.parentWidget()
        most = min(room.width(), above.window().width() if above else room.width()) - 24
        width = min(px(self._wide), max(360, most))
        if height:
            self.resize(width, min(px(height), room.height() - FRAME))
        else:
            if not self.isVisible():  # what wraps learns its width only once it is painted: measured without, the
                self.resize(width, self.sizeHint().height())
                self.grab(QRect(0, 0, 1, 1))  # dialog opened too high, and shrank away from its place
            self.layout().activate()  # type: ignore[union-attr]
            wanted = self.heightForWidth(width) if self.hasHeightForWidth() else self.sizeHint().height()
            # Once, and only to another size: one that comes while the screen still places it is put into its corner.
            self.resize(width, min(wanted, room.height() - FRAME))
        stay_on_screen(self)

    def grow(self, by: int) -> None:
        """Higher by so many pixels, as far as the screen goes."""
        most = self.screen().availableGeometry().height() - FRAME
        if by > 0 and self.height() < most:
            self.resize(self.width(), min(self.height() + by, most))
            stay_on_screen(self)

    def once_seen(self, act: Callable[[], object]) -> None:
        """Does it now, or when this shows again: while the window is locked, nobody would learn of it."""
        if self.isVisible():
            act()
        else:
            self._unseen.append(act)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._last.raise_()  # a screen reader goes through the children: the foot comes after all that was added since
        unseen, self._unseen = self._unseen, []
        for act in unseen:
            QTimer.singleShot(0, self, act)

    def focusNextPrevChild(self, next: bool) -> bool:
        """Tab and Shift+Tab go as one reads it, also through what came later."""
        return tab_order.step(self, onward=next)

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), tokens().color("paper"))
