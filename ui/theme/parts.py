"""How each stock part looks: inputs, buttons, marks, scroll bars, menus, tabs, headers, lines.

Every function takes what QStyle hands over: the option, the painter and the widget. A function that
returns False leaves the part to Fusion.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPalette, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractSpinBox,
    QFrame,
    QLineEdit,
    QStyle,
    QStyleOptionTab,
    QWidget,
)

from . import px, theme
from .icons import paint_icon
from .paint import rounded

SCROLLBAR = 12
_SLIM = 3  # the room on each side of the slider

_PE = QStyle.PrimitiveElement
_CE = QStyle.ControlElement
_CT = QStyle.ContentsType
_SC = QStyle.SubControl
_ST = QStyle.StateFlag
_UP = QAbstractSpinBox.StepEnabledFlag.StepUpEnabled
_DOWN = QAbstractSpinBox.StepEnabledFlag.StepDownEnabled

Part = Callable[[Any, QPainter, QWidget | None], bool | None]


def _color(name: str) -> QColor:
    return theme().tokens.color(name)


def _is(option: Any, state: QStyle.StateFlag) -> bool:
    return bool(option.state & state)


def _veil(option: Any) -> QColor | None:
    """The thin veil over something under the pointer or pressed."""
    if not _is(option, _ST.State_Enabled):
        return None
    strength = 34 if _is(option, _ST.State_Sunken) else 16 if _is(option, _ST.State_MouseOver) else 0
    if not strength:
        return None
    veil = QColor(_color("text"))
    veil.setAlpha(strength)
    return veil


# --- heights -----------------------------------------------------------------------------------

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
    wider = px(14) if kind in (_CT.CT_ComboBox, _CT.CT_PushButton) else 0
    return QSize(size.width() + wider, max(size.height(), px(least)))


def _menu_item_size(size: QSize, option: Any) -> QSize:
    if option.menuItemType == option.MenuItemType.Separator and not option.text:
        return QSize(size.width(), px(9))
    wider = px(36) if "\t" in option.text else px(12)
    return QSize(size.width() + wider, max(size.height() + px(4), px(28)))


# --- inputs and buttons ------------------------------------------------------------------------


def _line_edit_frame(option: Any, painter: QPainter, widget: QWidget | None) -> bool | None:
    enabled = _is(option, _ST.State_Enabled)
    rounded(painter, option.rect, 5, None, _color("edge" if enabled else "line"))
    return None


def is_framed(option: Any, widget: QWidget | None) -> bool:
    """Whether a line edit has its box, and is not the inside of a spin box or combo box."""
    if isinstance(widget, QLineEdit) and not widget.hasFrame():
        return False
    return bool(getattr(option, "lineWidth", 1) > 0)


def _line_edit(option: Any, painter: QPainter, widget: QWidget | None) -> bool | None:
    ground = option.palette.color(QPalette.ColorRole.Base)
    if is_framed(option, widget):
        _input_box(option, painter, ground)
    else:
        painter.fillRect(option.rect, ground)
    return None


def _input_box(option: Any, painter: QPainter, ground: QColor) -> None:
    enabled = _is(option, _ST.State_Enabled)
    shown = ground if enabled else _color("paper")
    rounded(painter, option.rect, 5, shown, _color("edge" if enabled else "line"))


def _button(option: Any, painter: QPainter, widget: QWidget | None) -> bool | None:
    enabled, on = _is(option, _ST.State_Enabled), _is(option, _ST.State_On)
    edge = _color("line" if not enabled else "ink" if on else "edge")
    ground = None if not enabled else _color("select" if on else "surface")
    rounded(painter, option.rect, 5, ground, edge)
    veil = _veil(option)
    if veil is not None:
        rounded(painter, option.rect, 5, veil)
    return None


def _tool_button(option: Any, painter: QPainter, widget: QWidget | None) -> bool | None:
    if _is(option, _ST.State_On):
        rounded(painter, option.rect, 5, _color("select"), _color("ink"))
    veil = _veil(option)
    if veil is not None:
        rounded(painter, option.rect, 5, veil)
    return None


def combo_box(option: Any, painter: QPainter, arrow: QRect) -> None:
    """The box and its chevron; Qt writes the words afterwards."""
    if option.editable:
        _input_box(option, painter, option.palette.color(QPalette.ColorRole.Base))
    else:
        _button(option, painter, None)
    token = "text2" if _is(option, _ST.State_Enabled) else "text3"
    size = px(13)
    middle = arrow.center()
    paint_icon(painter, middle.x() - size / 2 - 2, middle.y() - size / 2 + 1, "down", token, size)


def spin_box(option: Any, painter: QPainter, up: QRect, down: QRect) -> None:
    """The box and its two chevrons."""
    _input_box(option, painter, option.palette.color(QPalette.ColorRole.Base))
    size = px(11)
    for name, room, step in (("up", up, _UP), ("down", down, _DOWN)):
        token = "text2" if option.stepEnabled & step else "text3"
        middle = QRectF(room).center()
        paint_icon(painter, middle.x() - size / 2 - 1, middle.y() - size / 2, name, token, size)


def _arrow(name: str) -> Part:
    def draw(option: Any, painter: QPainter, widget: QWidget | None) -> bool | None:
        size = max(8, min(px(14), option.rect.width() + 4, option.rect.height() + 4))
        middle = option.rect.center()
        token = "text2" if _is(option, _ST.State_Enabled) else "text3"
        paint_icon(painter, middle.x() - size / 2 + 0.5, middle.y() - size / 2 + 0.5, name, token, size)
        return None

    return draw


def _check_box(option: Any, painter: QPainter, widget: QWidget | None) -> bool | None:
    enabled = _is(option, _ST.State_Enabled)
    box = _square(option.rect)
    half = _is(option, _ST.State_NoChange)
    if _is(option, _ST.State_On) or half:
        ground = _color("ink") if enabled else _color("text3")
        rounded(painter, box, 4, ground)
        size = box.width() - 2
        paint_icon(painter, box.left() + 1, box.top() + 1, "minus" if half else "check", "on_ink", size)
    else:
        rounded(painter, box, 4, _color("surface"), _color("edge" if enabled else "line"))
    return None


def _radio_button(option: Any, painter: QPainter, widget: QWidget | None) -> bool | None:
    enabled = _is(option, _ST.State_Enabled)
    box = _square(option.rect)
    on = _is(option, _ST.State_On)
    edge = "line" if not enabled else "ink" if on else "edge"
    rounded(painter, box, box.width() / 2, _color("surface"), _color(edge))
    if on:
        inner = QRectF(box).adjusted(4.5, 4.5, -4.5, -4.5)
        rounded(painter, inner, inner.width() / 2, _color("ink" if enabled else "text3"))
    return None


def _square(rect: QRect) -> QRect:
    side = min(rect.width(), rect.height())
    box = QRect(0, 0, side, side)
    box.moveCenter(rect.center())
    return box


# --- lines and grounds -------------------------------------------------------------------------


def _nothing(option: Any, painter: QPainter, widget: QWidget | None) -> bool | None:
    return None


def _frame(option: Any, painter: QPainter, widget: QWidget | None) -> bool | None:
    if isinstance(widget, QAbstractItemView):
        painter.setPen(QPen(_color("line"), 1))
        painter.drawRect(option.rect.adjusted(0, 0, -1, -1))
        return None
    rounded(painter, option.rect, 3, None, _color("edge"))
    return None


def _splitter(option: Any, painter: QPainter, widget: QWidget | None) -> bool | None:
    painter.fillRect(option.rect, _color("line"))
    return None


def _shaped_frame(option: Any, painter: QPainter, widget: QWidget | None) -> bool | None:
    shape = option.frameShape
    if shape == QFrame.Shape.HLine:
        painter.fillRect(
            QRect(option.rect.left(), option.rect.center().y(), option.rect.width(), 1), _color("line")
        )
        return None
    if shape == QFrame.Shape.VLine:
        painter.fillRect(
            QRect(option.rect.center().x(), option.rect.top(), 1, option.rect.height()), _color("line")
        )
        return None
    return False


def _status_bar(option: Any, painter: QPainter, widget: QWidget | None) -> bool | None:
    painter.fillRect(option.rect, _color("sunken"))
    painter.fillRect(QRect(option.rect.left(), option.rect.top(), option.rect.width(), 1), _color("line"))
    return None


def _tool_tip(option: Any, painter: QPainter, widget: QWidget | None) -> bool | None:
    painter.fillRect(option.rect, _color("text"))
    return None


# --- menus -------------------------------------------------------------------------------------


def _menu_panel(option: Any, painter: QPainter, widget: QWidget | None) -> bool | None:
    painter.fillRect(option.rect, _color("surface"))
    painter.setPen(QPen(_color("edge"), 1))
    painter.drawRect(option.rect.adjusted(0, 0, -1, -1))
    return None


def _menu_bar_ground(option: Any, painter: QPainter, widget: QWidget | None) -> bool | None:
    painter.fillRect(option.rect, _color("paper"))
    painter.fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1), _color("line"))
    return None


def _menu_bar_item(option: Any, painter: QPainter, widget: QWidget | None) -> bool | None:
    painter.fillRect(option.rect, _color("paper"))
    if widget is not None and option.rect.bottom() >= widget.height() - 1:
        painter.fillRect(
            QRect(option.rect.left(), widget.height() - 1, option.rect.width(), 1), _color("line")
        )
    if _is(option, _ST.State_Selected):
        rounded(painter, option.rect.adjusted(1, 2, -1, -3), 4, _color("select"))
    flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextShowMnemonic | Qt.TextFlag.TextSingleLine
    painter.setPen(_color("text" if _is(option, _ST.State_Enabled) else "text3"))
    painter.drawText(option.rect, flags, option.text)
    return None


def _menu_item(option: Any, painter: QPainter, widget: QWidget | None) -> bool | None:
    rect = QRect(option.rect)
    if option.menuItemType == option.MenuItemType.Separator:
        if option.text:
            return False
        painter.fillRect(QRect(rect.left() + 4, rect.center().y(), rect.width() - 8, 1), _color("line"))
        return None
    if _is(option, _ST.State_Selected) and _is(option, _ST.State_Enabled):
        rounded(painter, rect, 4, _color("select"))
    _menu_item_mark(option, painter, rect)
    _menu_item_words(option, painter, rect)
    return None


def _menu_item_mark(option: Any, painter: QPainter, rect: QRect) -> None:
    """The tick of a checked item, its icon, or the chevron of a submenu."""
    size = px(14)
    top = rect.center().y() - size / 2 + 0.5
    token = "text" if _is(option, _ST.State_Enabled) else "text3"
    rtl = option.direction == Qt.LayoutDirection.RightToLeft
    near = rect.right() - px(7) - size if rtl else rect.left() + px(7)
    if option.checked:
        paint_icon(painter, near, top, "check", "ink" if token == "text" else token, size)
    elif not option.icon.isNull():
        option.icon.paint(painter, QRect(QPoint(round(near), round(top)), QSize(size, size)))
    if option.menuItemType == option.MenuItemType.SubMenu:
        far = rect.left() + px(5) if rtl else rect.right() - px(5) - size
        paint_icon(painter, far, top, "left" if rtl else "right", token, size)


def _menu_item_words(option: Any, painter: QPainter, rect: QRect) -> None:
    enabled = _is(option, _ST.State_Enabled)
    rtl = option.direction == Qt.LayoutDirection.RightToLeft
    room = rect.adjusted(px(12), 0, -px(28), 0) if rtl else rect.adjusted(px(28), 0, -px(12), 0)
    start, end = (Qt.AlignmentFlag.AlignRight, Qt.AlignmentFlag.AlignLeft)
    if not rtl:
        start, end = end, start
    flags = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextShowMnemonic | Qt.TextFlag.TextSingleLine
    words, _, shortcut = option.text.partition("\t")
    painter.setFont(option.font)
    painter.setPen(_color("text" if enabled else "text3"))
    painter.drawText(room, flags | start, words)
    if shortcut:
        painter.setPen(_color("text3"))
        painter.drawText(room, flags | end, shortcut)


# --- scroll bars -------------------------------------------------------------------------------


def scrollbar_rect(option: Any, sub: QStyle.SubControl) -> QRect:
    """Where the parts of a scroll bar are: no arrows, the groove is everything."""
    rect = QRect(option.rect)
    if sub == _SC.SC_ScrollBarGroove:
        return rect
    if sub in (_SC.SC_ScrollBarSubLine, _SC.SC_ScrollBarAddLine):
        return QRect()
    upright = option.orientation == Qt.Orientation.Vertical
    room = rect.height() if upright else rect.width()
    start, length = _slider_span(option, room)
    if sub == _SC.SC_ScrollBarSubPage:
        start, length = 0, start
    elif sub == _SC.SC_ScrollBarAddPage:
        start, length = start + length, room - start - length
    if upright:
        return QRect(rect.left(), rect.top() + start, rect.width(), length)
    placed = QRect(rect.left() + start, rect.top(), length, rect.height())
    return QStyle.visualRect(option.direction, rect, placed)


def _slider_span(option: Any, room: int) -> tuple[int, int]:
    """Start and length of the slider along the bar, in px."""
    steps = option.maximum - option.minimum
    if steps <= 0:
        return 0, room
    length = max(px(32), room * option.pageStep // (steps + option.pageStep))
    length = min(room, length)
    start = QStyle.sliderPositionFromValue(
        option.minimum, option.maximum, option.sliderPosition, room - length, option.upsideDown
    )
    return start, length


def scrollbar(option: Any, painter: QPainter) -> None:
    """A slim rounded slider on the ground of what it scrolls."""
    painter.fillRect(option.rect, option.palette.color(QPalette.ColorRole.Base))
    if option.maximum <= option.minimum:
        return
    upright = option.orientation == Qt.Orientation.Vertical
    slider = QRectF(scrollbar_rect(option, _SC.SC_ScrollBarSlider))
    slider = slider.adjusted(_SLIM, 2, -_SLIM, -2) if upright else slider.adjusted(2, _SLIM, -2, -_SLIM)
    held = _is(option, _ST.State_Sunken) or _is(option, _ST.State_MouseOver)
    shade = QColor(_color("edge"))
    if not held and not theme().tokens.high_contrast:
        shade.setAlpha(150)
    rounded(painter, slider, (SCROLLBAR - 2 * _SLIM) / 2, shade)


# --- tabs, headers, progress -------------------------------------------------------------------


def _tab_shape(option: Any, painter: QPainter, widget: QWidget | None) -> bool | None:
    if option.shape != QStyleOptionTab().shape and option.shape.value not in (0, 4):
        return False
    rect = option.rect
    if _is(option, _ST.State_Selected):
        painter.fillRect(QRect(rect.left(), rect.bottom() - 1, rect.width(), 2), _color("ink"))
    elif _is(option, _ST.State_MouseOver):
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), _color("edge"))
    return None


def _tab_base(option: Any, painter: QPainter, widget: QWidget | None) -> bool | None:
    painter.fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1), _color("line"))
    return None


def _header_section(option: Any, painter: QPainter, widget: QWidget | None) -> bool | None:
    rect = option.rect
    painter.fillRect(rect, _color("paper"))
    painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), _color("line"))
    return None


def _header_empty(option: Any, painter: QPainter, widget: QWidget | None) -> bool | None:
    return _header_section(option, painter, widget)


def _progress_groove(option: Any, painter: QPainter, widget: QWidget | None) -> bool | None:
    bar = _progress_bar_rect(option.rect)
    rounded(painter, bar, bar.height() / 2, _color("surface"), _color("edge"))
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
        rounded(painter, filled, bar.height() / 2, _color("ink"))
    return None


def _progress_bar_rect(rect: QRect) -> QRectF:
    height = min(rect.height(), px(8))
    return QRectF(rect.left(), rect.center().y() - height / 2 + 0.5, rect.width(), height)


PRIMITIVES: dict[QStyle.PrimitiveElement, Part] = {
    _PE.PE_FrameFocusRect: _nothing,  # the FocusRing says it better
    _PE.PE_PanelLineEdit: _line_edit,
    _PE.PE_FrameLineEdit: _line_edit_frame,
    _PE.PE_PanelButtonCommand: _button,
    _PE.PE_PanelButtonTool: _tool_button,
    _PE.PE_IndicatorCheckBox: _check_box,
    _PE.PE_IndicatorItemViewItemCheck: _check_box,
    _PE.PE_IndicatorRadioButton: _radio_button,
    _PE.PE_IndicatorArrowDown: _arrow("down"),
    _PE.PE_IndicatorArrowUp: _arrow("up"),
    _PE.PE_IndicatorArrowLeft: _arrow("left"),
    _PE.PE_IndicatorArrowRight: _arrow("right"),
    _PE.PE_Frame: _frame,
    _PE.PE_FrameMenu: _nothing,
    _PE.PE_PanelMenu: _menu_panel,
    _PE.PE_PanelStatusBar: _status_bar,
    _PE.PE_FrameStatusBarItem: _nothing,
    _PE.PE_PanelTipLabel: _tool_tip,
    _PE.PE_FrameTabBarBase: _tab_base,
}

CONTROLS: dict[QStyle.ControlElement, Part] = {
    _CE.CE_Splitter: _splitter,
    _CE.CE_ShapedFrame: _shaped_frame,
    _CE.CE_MenuItem: _menu_item,
    _CE.CE_MenuEmptyArea: _nothing,
    _CE.CE_MenuBarItem: _menu_bar_item,
    _CE.CE_MenuBarEmptyArea: _menu_bar_ground,
    _CE.CE_TabBarTabShape: _tab_shape,
    _CE.CE_HeaderSection: _header_section,
    _CE.CE_HeaderEmptyArea: _header_empty,
    _CE.CE_ProgressBarGroove: _progress_groove,
    _CE.CE_ProgressBarContents: _progress_contents,
}

__all__ = ["CONTROLS", "PRIMITIVES", "SCROLLBAR", "combo_box", "roomier", "scrollbar", "scrollbar_rect"]
