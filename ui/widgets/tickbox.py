"""A box to tick, or one of several to choose, whose words wrap where they have no room in one line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QRadioButton,
    QSizePolicy,
    QStyle,
    QStyleOptionButton,
    QWidget,
)

from ui.theme import px, theme

from .textblock import TextBlock

if TYPE_CHECKING:
    from PySide6.QtWidgets import QAbstractButton

    _Base = QAbstractButton
else:
    _Base = object  # Qt's own class comes from the other side

_LEAST = 28  # px, of a row at 100 % text
_PM = QStyle.PixelMetric


class _Wrapping(_Base):
    """What a box and a radio button have in common. The mark stands beside the first line."""

    _mark = QStyle.PrimitiveElement.PE_IndicatorCheckBox
    _sizes = (_PM.PM_IndicatorWidth, _PM.PM_IndicatorHeight, _PM.PM_CheckBoxLabelSpacing)

    def _wrap(self) -> None:
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme().changed.connect(self._hold_height)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        block = self._block(width)
        return max(px(_LEAST), block.height + px(_LEAST) - block.height // max(1, block.line_count))

    def sizeHint(self) -> QSize:
        words = self.fontMetrics().horizontalAdvance(self._words()) + 2
        return QSize(self._beside() + words, px(_LEAST))

    def minimumSizeHint(self) -> QSize:
        return QSize(min(self.sizeHint().width(), px(160)), px(_LEAST))

    def setText(self, text: str) -> None:
        super().setText(text)
        self._hold_height()

    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self._hold_height()

    def _hold_height(self) -> None:
        # As of WrapLabel: layouts ask heightForWidth only along some paths.
        self.setMinimumHeight(self.heightForWidth(self.width()))
        self.updateGeometry()

    def _words(self) -> str:
        return self.text().replace("&&", "&")

    def _beside(self) -> int:
        """How much of the width is the mark's, in px."""
        wide, _, gap = self._sizes
        return self.style().pixelMetric(wide, None, self) + self.style().pixelMetric(gap, None, self)

    def _block(self, width: int) -> TextBlock:
        side = Qt.AlignmentFlag.AlignRight if self.isRightToLeft() else Qt.AlignmentFlag.AlignLeft
        return TextBlock(self._words(), self.font(), max(1, width - self._beside()), align=side)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, option, block = QPainter(self), QStyleOptionButton(), self._block(self.width())
        self.initStyleOption(option)  # type: ignore[attr-defined]
        line = block.height // max(1, block.line_count)
        top = max(0, self.height() - block.height) // 2
        wide, high = (self.style().pixelMetric(each, None, self) for each in self._sizes[:2])
        mark = QRect(0, top + (line - high) // 2, wide, high)
        option.rect = QStyle.visualRect(self.layoutDirection(), self.rect(), mark)
        self.style().drawPrimitive(self._mark, option, painter, self)
        group = QPalette.ColorGroup.Active if self.isEnabled() else QPalette.ColorGroup.Disabled
        colour = self.palette().color(group, QPalette.ColorRole.WindowText)
        block.draw(painter, 0 if self.isRightToLeft() else self._beside(), top, colour)


class TickBox(_Wrapping, QCheckBox):
    """See the module."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        QCheckBox.__init__(self, text, parent)
        self._wrap()


class OneOfThese(_Wrapping, QRadioButton):
    """See the module."""

    _mark = QStyle.PrimitiveElement.PE_IndicatorRadioButton
    _sizes = (
        _PM.PM_ExclusiveIndicatorWidth, _PM.PM_ExclusiveIndicatorHeight, _PM.PM_RadioButtonLabelSpacing,
    )  # fmt: skip

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        QRadioButton.__init__(self, text, parent)
        self._wrap()
