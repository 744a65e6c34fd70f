"""The house style: Fusion underneath, flat fills and 1 px lines on top.

Only what Fusion does differently is painted here. Everything is drawn from the tokens of the moment,
so a change of theme needs no new style.
"""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QProxyStyle, QStyle, QStyleHintReturn, QStyleOption, QWidget

from . import focus, parts, px

_PM = QStyle.PixelMetric
_SH = QStyle.StyleHint
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
    _PM.PM_MenuHMargin: 4,
    _PM.PM_MenuVMargin: 4,
}
# Lengths that stay.
_FIXED = {
    _PM.PM_FocusFrameHMargin: focus.MARGIN,
    _PM.PM_FocusFrameVMargin: focus.MARGIN,
    _PM.PM_DefaultFrameWidth: 1,
    _PM.PM_SplitterWidth: 1,
    _PM.PM_ScrollBarExtent: parts.SCROLLBAR,
    _PM.PM_MenuPanelWidth: 1,
    _PM.PM_MenuBarPanelWidth: 0,
    _PM.PM_ButtonShiftHorizontal: 0,
    _PM.PM_ButtonShiftVertical: 0,
    _PM.PM_ToolTipLabelFrameWidth: 6,
    _PM.PM_TabBarTabShiftVertical: 0,
    _PM.PM_TabBarTabOverlap: 0,
    _PM.PM_TabBarBaseOverlap: 0,
}
_HINTS = {
    _SH.SH_FocusFrame_AboveWidget: 1,
    _SH.SH_EtchDisabledText: 0,
    _SH.SH_DitherDisabledText: 0,
    _SH.SH_ScrollView_FrameOnlyAroundContents: 0,
    _SH.SH_MenuBar_MouseTracking: 1,
    _SH.SH_ToolTipLabel_Opacity: 255,
}


class HouseStyle(QProxyStyle):
    """Fusion, made flat. Set once by ``theme().apply``."""

    def __init__(self) -> None:
        super().__init__("Fusion")
        self.setObjectName("house")

    def pixelMetric(
        self, metric: QStyle.PixelMetric, option: QStyleOption | None = None, widget: QWidget | None = None
    ) -> int:
        if metric in _FIXED:
            return _FIXED[metric]
        if metric in _LENGTHS:
            return px(_LENGTHS[metric])
        return super().pixelMetric(metric, option, widget)

    def styleHint(
        self,
        hint: QStyle.StyleHint,
        option: QStyleOption | None = None,
        widget: QWidget | None = None,
        return_data: QStyleHintReturn | None = None,
    ) -> int:
        if hint in _HINTS:
            return _HINTS[hint]
        return super().styleHint(hint, option, widget, return_data)

    def sizeFromContents(
        self, kind: QStyle.ContentsType, option: QStyleOption, size: QSize, widget: QWidget | None = None
    ) -> QSize:
        made = super().sizeFromContents(kind, option, size, widget)
        return parts.roomier(kind, made)

    def subControlRect(
        self,
        control: QStyle.ComplexControl,
        option: Any,
        sub: QStyle.SubControl,
        widget: QWidget | None = None,
    ) -> QRect:
        if control == QStyle.ComplexControl.CC_ScrollBar:
            return parts.scrollbar_rect(option, sub)
        return super().subControlRect(control, option, sub, widget)

    def drawPrimitive(
        self,
        element: QStyle.PrimitiveElement,
        option: Any,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        draw = parts.PRIMITIVES.get(element)
        if draw is None or draw(option, painter, widget) is False:
            super().drawPrimitive(element, option, painter, widget)

    def drawControl(
        self, element: QStyle.ControlElement, option: Any, painter: QPainter, widget: QWidget | None = None
    ) -> None:
        draw = parts.CONTROLS.get(element)
        if draw is None or draw(option, painter, widget) is False:
            super().drawControl(element, option, painter, widget)

    def drawComplexControl(
        self, control: QStyle.ComplexControl, option: Any, painter: QPainter, widget: QWidget | None = None
    ) -> None:
        if control == QStyle.ComplexControl.CC_ScrollBar:
            parts.scrollbar(option, painter)
        elif control == QStyle.ComplexControl.CC_ComboBox:
            parts.combo_box(
                option, painter, self.proxy().subControlRect(control, option, _SC.SC_ComboBoxArrow, widget)
            )
        else:
            super().drawComplexControl(control, option, painter, widget)
