"""The house style: Fusion underneath, flat fills and 1 px lines on top.

Only what Fusion does differently is painted here. Everything is drawn from the tokens of the moment,
so a change of theme needs no new style. Hints are Fusion's own: Qt asks for them a thousand times before the
first paint, and each would come through Python.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QProxyStyle, QStyle

from . import focus, inputs, parts, px, scrollbars

if TYPE_CHECKING:
    from PySide6.QtWidgets import QStyleHintReturn, QStyleOption

_PM = QStyle.PixelMetric
_CT = QStyle.ContentsType
_SC = QStyle.SubControl

# Lengths for 100 % text; they grow with it.
_LENGTHS = {
    _PM.PM_IndicatorWidth: 16,
    _PM.PM_IndicatorHeight: 16,
    _PM.PM_ExclusiveIndicatorWidth: 16,
    _PM.PM_ExclusiveIndicatorHeight: 16,
    _PM.PM_CheckBoxLabelSpacing: 8,
    _PM.PM_RadioButtonLabelSpacing: 8,
    _PM.PM_SmallIconSize: 16,
    _PM.PM_ButtonIconSize: 16,
    _PM.PM_ScrollBarSliderMin: 32,
    _PM.PM_TabBarScrollButtonWidth: 22,
    _PM.PM_MenuHMargin: 4,
    _PM.PM_MenuVMargin: 4,
}
# Lengths that stay.
_FIXED = {
    _PM.PM_FocusFrameHMargin: focus.MARGIN,
    _PM.PM_FocusFrameVMargin: focus.MARGIN,
    _PM.PM_DefaultFrameWidth: 1,
    _PM.PM_SplitterWidth: 1,
    _PM.PM_ScrollBarExtent: scrollbars.SCROLLBAR,
    _PM.PM_MenuPanelWidth: 1,
    _PM.PM_MenuBarPanelWidth: 0,
    _PM.PM_ButtonShiftHorizontal: 0,
    _PM.PM_ButtonShiftVertical: 0,
    _PM.PM_ToolTipLabelFrameWidth: 6,
    _PM.PM_TabBarTabShiftVertical: 0,
    _PM.PM_TabBarTabOverlap: 0,
    _PM.PM_TabBarBaseOverlap: 0,
}


class HouseStyle(QProxyStyle):
    """Fusion, made flat. Set once by ``theme().apply``."""

    def __init__(self) -> None:
        super().__init__("Fusion")
        self.setObjectName("house")

    def pixelMetric(
        self, metric: QStyle.PixelMetric, option: QStyleOption | None = None, widget: Any = None
    ) -> int:
        if metric in _FIXED:
            return _FIXED[metric]
        if metric in _LENGTHS:
            return px(_LENGTHS[metric])
        return super().pixelMetric(metric, option, widget)

    def sizeFromContents(
        self, kind: QStyle.ContentsType, option: QStyleOption, size: QSize, widget: Any = None
    ) -> QSize:
        made = super().sizeFromContents(kind, option, size, widget)
        return parts.roomier(kind, made, option)

    def subElementRect(self, element: QStyle.SubElement, option: Any, widget: Any = None) -> QRect:
        found = super().subElementRect(element, option, widget)
        if element == QStyle.SubElement.SE_LineEditContents and inputs.is_framed(option, widget):
            return found.adjusted(px(7), 0, -px(7), 0)
        return found

    def subControlRect(
        self,
        control: QStyle.ComplexControl,
        option: Any,
        sub: QStyle.SubControl,
        widget: Any = None,
    ) -> QRect:
        if control == QStyle.ComplexControl.CC_ScrollBar:
            return scrollbars.scrollbar_rect(option, sub)
        found = super().subControlRect(control, option, sub, widget)
        if control == QStyle.ComplexControl.CC_ComboBox and sub == _SC.SC_ComboBoxEditField:
            return found.adjusted(px(5), 0, -px(2), 0)
        if control == QStyle.ComplexControl.CC_SpinBox and sub == _SC.SC_SpinBoxEditField:
            return found.adjusted(px(5), 0, -px(2), 0)
        return found

    def drawPrimitive(
        self,
        element: QStyle.PrimitiveElement,
        option: Any,
        painter: QPainter,
        widget: Any = None,
    ) -> None:
        draw = parts.PRIMITIVES.get(element)
        if draw is None or draw(option, painter, widget) is False:
            super().drawPrimitive(element, option, painter, widget)

    def drawControl(
        self, element: QStyle.ControlElement, option: Any, painter: QPainter, widget: Any = None
    ) -> None:
        draw = parts.CONTROLS.get(element)
        if draw is None or draw(option, painter, widget) is False:
            super().drawControl(element, option, painter, widget)

    def drawComplexControl(
        self, control: QStyle.ComplexControl, option: Any, painter: QPainter, widget: Any = None
    ) -> None:
        complex_ = QStyle.ComplexControl
        if control == complex_.CC_ScrollBar:
            scrollbars.scrollbar(option, painter)
        elif control == complex_.CC_ComboBox:
            arrow = self.subControlRect(control, option, _SC.SC_ComboBoxArrow, widget)
            inputs.combo_box(option, painter, arrow)
        elif control == complex_.CC_SpinBox:
            up = self.subControlRect(control, option, _SC.SC_SpinBoxUp, widget)
            down = self.subControlRect(control, option, _SC.SC_SpinBoxDown, widget)
            inputs.spin_box(option, painter, up, down)
        else:
            super().drawComplexControl(control, option, painter, widget)


class FrameStyle(HouseStyle):
    """The house style for the focus ring alone: it lies over its widget, not under it."""

    def styleHint(
        self,
        hint: QStyle.StyleHint,
        option: QStyleOption | None = None,
        widget: Any = None,
        return_data: QStyleHintReturn | None = None,
    ) -> int:
        if hint == QStyle.StyleHint.SH_FocusFrame_AboveWidget:
            return 1
        if hint == QStyle.StyleHint.SH_FocusFrame_Mask:
            return 0  # Qt's own leaves nothing of a ring that is inside its widget: the frame has another
        return super().styleHint(hint, option, widget, return_data)
