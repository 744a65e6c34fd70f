"""Which part of the window is painted by whom; heights; and the plain parts: lines, tabs, headers, progress.

Every painter takes what QStyle hands over: the option, the painter and the widget.
"""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QFrame, QStyle, QStyleOptionTab, QWidget

from . import inputs, menus, px
from .paint import embedded, filled, rounded
from .part import Part, color, has

_PE = QStyle.PrimitiveElement
_CE = QStyle.ControlElement
_CT = QStyle.ContentsType
_ST = QStyle.StateFlag

_LEAST_HEIGHT = {
    _CT.CT_LineEdit: 30,
    _CT.CT_ComboBox: 30,
    _CT.CT_SpinBox: 30,
    _CT.CT_PushButton: 30,
    _CT.CT_CheckBox: 28,
    _CT.CT_RadioButton: 28,
    _CT.CT_MenuItem: 28,
    _CT.CT_MenuBarItem: 26,
    _CT.CT_TabBarTab: 34,
    _CT.CT_HeaderSection: 30,
    _CT.CT_ToolButton: 28,
}


def roomier(kind: QStyle.ContentsType, size: QSize, option: Any) -> QSize:
    """Fusion's size, no lower than a comfortable target; menus a little wider apart."""
    least = _LEAST_HEIGHT.get(kind)
    if least is None:
        return size
    if kind == _CT.CT_MenuItem:
        return _menu_item_size(size, option)
    wider = px(14) if kind in (_CT.CT_ComboBox, _CT.CT_PushButton) else px(7) if kind == _CT.CT_SpinBox else 0
    return QSize(size.width() + wider, max(size.height(), px(least)))


def _menu_item_size(size: QSize, option: Any) -> QSize:
    if option.menuItemType == option.MenuItemType.Separator and not option.text:
        return QSize(size.width(), px(9))
    wider = px(36) if "\t" in option.text else px(12)
    return QSize(size.width() + wider, max(size.height() + px(4), px(28)))


def _nothing(option: Any, painter: QPainter, widget: QWidget | None) -> bool | None:
    return None


def _frame(option: Any, painter: QPainter, widget: QWidget | None) -> bool | None:
    if isinstance(widget, QAbstractItemView):
        painter.setPen(QPen(color("line"), 1))
        painter.drawRect(option.rect.adjusted(0, 0, -1, -1))
        return None
    rounded(painter, option.rect, 3, None, color("edge"))
    return None


def _splitter(option: Any, painter: QPainter, widget: QWidget | None) -> bool | None:
    filled(painter, option.rect, color("line"))
    return None


def _shaped_frame(option: Any, painter: QPainter, widget: QWidget | None) -> bool | None:
    shape = option.frameShape
    if shape == QFrame.Shape.HLine:
        filled(
            painter, QRect(option.rect.left(), option.rect.center().y(), option.rect.width(), 1), color("line")
        )
        return None
    if shape == QFrame.Shape.VLine:
        filled(
            painter, QRect(option.rect.center().x(), option.rect.top(), 1, option.rect.height()), color("line")
        )
        return None
    return False


def _status_bar(option: Any, painter: QPainter, widget: QWidget | None) -> bool | None:
    filled(painter, option.rect, color("sunken"))
    filled(painter, QRect(option.rect.left(), option.rect.top(), option.rect.width(), 1), color("line"))
    return None


def _tool_tip(option: Any, painter: QPainter, widget: QWidget | None) -> bool | None:
    filled(painter, option.rect, color("text"))
    return None


def _tab_shape(option: Any, painter: QPainter, widget: QWidget | None) -> bool | None:
    if option.shape != QStyleOptionTab().shape and option.shape.value not in (0, 4):
        return False
    rect = option.rect
    if has(option, _ST.State_Selected):
        filled(painter, QRect(rect.left(), rect.bottom() - 1, rect.width(), 2), color("ink"))
    elif has(option, _ST.State_MouseOver):
        filled(painter, QRect(rect.left(), rect.bottom(), rect.width(), 1), color("edge"))
    return None


def _tab_base(option: Any, painter: QPainter, widget: QWidget | None) -> bool | None:
    filled(painter, QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1), color("line"))
    return None


def _header_section(option: Any, painter: QPainter, widget: QWidget | None) -> bool | None:
    rect = option.rect
    filled(painter, rect, color("paper"))
    filled(painter, QRect(rect.left(), rect.bottom(), rect.width(), 1), color("line"))
    return None


def _header_empty(option: Any, painter: QPainter, widget: QWidget | None) -> bool | None:
    return _header_section(option, painter, widget)


def _progress_groove(option: Any, painter: QPainter, widget: QWidget | None) -> bool | None:
    bar = _progress_bar_rect(option.rect)
    rounded(painter, bar, bar.height() / 2, color("surface"), color("edge"))
    return None


def _progress_contents(option: Any, painter: QPainter, widget: QWidget | None) -> bool | None:
    steps = option.maximum - option.minimum
    if steps <= 0:
        return False
    bar = _progress_bar_rect(option.rect)
    done = bar.width() * (option.progress - option.minimum) / steps
    if done > 0:
        filled = QRectF(bar.left(), bar.top(), done, bar.height())
        filled = QRectF(QStyle.visualRect(option.direction, bar.toRect(), filled.toRect()))
        rounded(painter, filled, bar.height() / 2, color("ink"))
    return None


def _progress_bar_rect(rect: QRect) -> QRectF:
    height = min(rect.height(), px(8))
    return QRectF(rect.left(), rect.center().y() - height / 2 + 0.5, rect.width(), height)


PRIMITIVES: dict[QStyle.PrimitiveElement, Part] = {
    _PE.PE_FrameFocusRect: _nothing,  # the FocusRing says it better
    _PE.PE_PanelLineEdit: inputs.line_edit,
    _PE.PE_FrameLineEdit: inputs.line_edit_frame,
    _PE.PE_PanelButtonCommand: inputs.button,
    _PE.PE_PanelButtonTool: inputs.tool_button,
    _PE.PE_IndicatorCheckBox: inputs.check_box,
    _PE.PE_IndicatorItemViewItemCheck: inputs.check_box,
    _PE.PE_IndicatorRadioButton: inputs.radio_button,
    _PE.PE_IndicatorArrowDown: inputs.arrow("down"),
    _PE.PE_IndicatorArrowUp: inputs.arrow("up"),
    _PE.PE_IndicatorArrowLeft: inputs.arrow("left"),
    _PE.PE_IndicatorArrowRight: inputs.arrow("right"),
    _PE.PE_Frame: _frame,
    _PE.PE_FrameMenu: _nothing,
    _PE.PE_PanelMenu: menus.panel,
    _PE.PE_PanelStatusBar: _status_bar,
    _PE.PE_FrameStatusBarItem: _nothing,
    _PE.PE_PanelTipLabel: _tool_tip,
    _PE.PE_FrameTabBarBase: _tab_base,
    _PE.PE_IndicatorTabTearLeft: _nothing,  # the buttons at the end say that there are more
    _PE.PE_IndicatorTabTearRight: _nothing,
}


def _as_its_letters_run(name: str) -> Part:
    """Qt writes the words; each runs from where its letters do."""

    def draw(option: Any, painter: QPainter, widget: QWidget | None) -> bool | None:
        text = getattr(option, name)
        shown = embedded(text, rtl=option.direction == Qt.LayoutDirection.RightToLeft)
        if shown != text:
            setattr(option, name, shown)
        return False

    return draw


CONTROLS: dict[QStyle.ControlElement, Part] = {
    _CE.CE_Splitter: _splitter,
    _CE.CE_ShapedFrame: _shaped_frame,
    _CE.CE_MenuItem: menus.item,
    _CE.CE_MenuEmptyArea: _nothing,
    _CE.CE_MenuBarItem: menus.bar_item,
    _CE.CE_MenuBarEmptyArea: menus.bar_ground,
    _CE.CE_TabBarTabShape: _tab_shape,
    _CE.CE_HeaderSection: _header_section,
    _CE.CE_HeaderEmptyArea: _header_empty,
    _CE.CE_ProgressBarGroove: _progress_groove,
    _CE.CE_ProgressBarContents: _progress_contents,
    _CE.CE_ComboBoxLabel: _as_its_letters_run("currentText"),
    _CE.CE_CheckBoxLabel: _as_its_letters_run("text"),
    _CE.CE_RadioButtonLabel: _as_its_letters_run("text"),
    _CE.CE_ItemViewItem: _as_its_letters_run("text"),
}
