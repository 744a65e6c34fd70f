"""Menus and the menu bar."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QStyle, QWidget

from . import px
from .icons import paint_icon
from .paint import embedded, filled, rounded
from .part import color, has

_ST = QStyle.StateFlag


def panel(option: Any, painter: QPainter, widget: QWidget | None) -> bool | None:
    filled(painter, option.rect, color("surface"))
    painter.setPen(QPen(color("edge"), 1))
    painter.drawRect(option.rect.adjusted(0, 0, -1, -1))
    return None


def bar_ground(option: Any, painter: QPainter, widget: QWidget | None) -> bool | None:
    filled(painter, option.rect, color("paper"))
    filled(painter, QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1), color("line"))
    return None


def bar_item(option: Any, painter: QPainter, widget: QWidget | None) -> bool | None:
    filled(painter, option.rect, color("paper"))
    if widget is not None and option.rect.bottom() >= widget.height() - 1:
        filled(
            painter, QRect(option.rect.left(), widget.height() - 1, option.rect.width(), 1), color("line")
        )
    if has(option, _ST.State_Selected):
        rounded(painter, option.rect.adjusted(1, 2, -1, -3), 4, color("select"))
    flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextShowMnemonic | Qt.TextFlag.TextSingleLine
    painter.setPen(color("text" if has(option, _ST.State_Enabled) else "text3"))
    painter.drawText(option.rect, flags, option.text)
    return None


def item(option: Any, painter: QPainter, widget: QWidget | None) -> bool | None:
    rect = QRect(option.rect)
    if option.menuItemType == option.MenuItemType.Separator:
        if option.text:
            return False
        filled(painter, QRect(rect.left() + 4, rect.center().y(), rect.width() - 8, 1), color("line"))
        return None
    if has(option, _ST.State_Selected) and has(option, _ST.State_Enabled):
        rounded(painter, rect, 4, color("select"))
    _menu_item_mark(option, painter, rect)
    _menu_item_words(option, painter, rect)
    return None


def _menu_item_mark(option: Any, painter: QPainter, rect: QRect) -> None:
    """The tick of a checked item, its icon, or the chevron of a submenu."""
    size = px(14)
    top = rect.center().y() - size / 2 + 0.5
    token = "text" if has(option, _ST.State_Enabled) else "text3"
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
    enabled = has(option, _ST.State_Enabled)
    rtl = option.direction == Qt.LayoutDirection.RightToLeft
    room = rect.adjusted(px(12), 0, -px(28), 0) if rtl else rect.adjusted(px(28), 0, -px(12), 0)
    start, end = (Qt.AlignmentFlag.AlignRight, Qt.AlignmentFlag.AlignLeft)
    if not rtl:
        start, end = end, start
    flags = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextShowMnemonic | Qt.TextFlag.TextSingleLine
    flags |= Qt.AlignmentFlag.AlignAbsolute
    words, _, shortcut = option.text.partition("\t")
    painter.setFont(option.font)
    painter.setPen(color("text" if enabled else "text3"))
    painter.drawText(room, flags | start, embedded(words, rtl=rtl))
    if shortcut:
        painter.setPen(color("text3"))
        painter.drawText(room, flags | end, embedded(shortcut, rtl=rtl))
