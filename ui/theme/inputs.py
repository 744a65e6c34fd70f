"""Inputs, buttons and marks: line edits, spin boxes, combo boxes, ticks, chevrons."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QColor, QPainter, QPalette
from PySide6.QtWidgets import QLineEdit, QStyle, QWidget

from . import px
from .icons import paint_icon
from .paint import filled, rounded
from .part import Part, color, has, veil

_ST = QStyle.StateFlag


def line_edit_frame(option: Any, painter: QPainter, widget: QWidget | None) -> bool | None:
    enabled = has(option, _ST.State_Enabled)
    rounded(painter, option.rect, 5, None, color("edge" if enabled else "line"))
    return None


def is_framed(option: Any, widget: QWidget | None) -> bool:
    """Whether a line edit has its box, and is not the inside of a spin box or combo box."""
    if isinstance(widget, QLineEdit) and not widget.hasFrame():
        return False
    return bool(getattr(option, "lineWidth", 1) > 0)


def line_edit(option: Any, painter: QPainter, widget: QWidget | None) -> bool | None:
    ground = option.palette.color(QPalette.ColorRole.Base)
    if is_framed(option, widget):
        _input_box(option, painter, ground)
    else:
        filled(painter, option.rect, ground)
    return None


def _input_box(option: Any, painter: QPainter, ground: QColor) -> None:
    enabled = has(option, _ST.State_Enabled)
    shown = ground if enabled else color("paper")
    rounded(painter, option.rect, 5, shown, color("edge" if enabled else "line"))


def button(option: Any, painter: QPainter, widget: QWidget | None) -> bool | None:
    enabled, on = has(option, _ST.State_Enabled), has(option, _ST.State_On)
    edge = color("line" if not enabled else "ink" if on else "edge")
    ground = None if not enabled else color("select" if on else "surface")
    rounded(painter, option.rect, 5, ground, edge)
    wash = veil(option)
    if wash is not None:
        rounded(painter, option.rect, 5, wash)
    return None


def tool_button(option: Any, painter: QPainter, widget: QWidget | None) -> bool | None:
    if has(option, _ST.State_On):
        rounded(painter, option.rect, 5, color("select"), color("ink"))
    wash = veil(option)
    if wash is not None:
        rounded(painter, option.rect, 5, wash)
    return None


def combo_box(option: Any, painter: QPainter, arrow: QRect) -> None:
    """The box and its chevron; Qt writes the words afterwards."""
    if option.editable:
        _input_box(option, painter, option.palette.color(QPalette.ColorRole.Base))
    else:
        button(option, painter, None)
    token = "text2" if has(option, _ST.State_Enabled) else "text3"
    size = px(13)
    middle = arrow.center()
    paint_icon(painter, middle.x() - size / 2 - 2, middle.y() - size / 2 + 1, "down", token, size)


def spin_box(option: Any, painter: QPainter, up: QRect, down: QRect) -> None:
    """The box and its two chevrons."""
    from PySide6.QtWidgets import QAbstractSpinBox  # few windows have one

    may = QAbstractSpinBox.StepEnabledFlag
    _input_box(option, painter, option.palette.color(QPalette.ColorRole.Base))
    size = px(11)
    for name, room, step in (("up", up, may.StepUpEnabled), ("down", down, may.StepDownEnabled)):
        token = "text2" if option.stepEnabled & step else "text3"
        middle = QRectF(room).center()
        paint_icon(painter, middle.x() - size / 2 - 1, middle.y() - size / 2, name, token, size)


def arrow(name: str) -> Part:
    def draw(option: Any, painter: QPainter, widget: QWidget | None) -> bool | None:
        size = max(8, min(px(14), option.rect.width() + 4, option.rect.height() + 4))
        middle = option.rect.center()
        token = "text2" if has(option, _ST.State_Enabled) else "text3"
        paint_icon(painter, middle.x() - size / 2 + 0.5, middle.y() - size / 2 + 0.5, name, token, size)
        return None

    return draw


def check_box(option: Any, painter: QPainter, widget: QWidget | None) -> bool | None:
    enabled = has(option, _ST.State_Enabled)
    box = _square(option.rect)
    half = has(option, _ST.State_NoChange)
    if has(option, _ST.State_On) or half:
        ground = color("ink") if enabled else color("text3")
        rounded(painter, box, 4, ground)
        size = box.width() - 2
        paint_icon(painter, box.left() + 1, box.top() + 1, "minus" if half else "check", "on_ink", size)
    else:
        rounded(painter, box, 4, color("surface"), color("edge" if enabled else "line"))
    return None


def radio_button(option: Any, painter: QPainter, widget: QWidget | None) -> bool | None:
    enabled = has(option, _ST.State_Enabled)
    box = _square(option.rect)
    on = has(option, _ST.State_On)
    edge = "line" if not enabled else "ink" if on else "edge"
    rounded(painter, box, box.width() / 2, color("surface"), color(edge))
    if on:
        inner = QRectF(box).adjusted(4.5, 4.5, -4.5, -4.5)
        rounded(painter, inner, inner.width() / 2, color("ink" if enabled else "text3"))
    return None


def _square(rect: QRect) -> QRect:
    side = min(rect.width(), rect.height())
    box = QRect(0, 0, side, side)
    box.moveCenter(rect.center())
    return box
