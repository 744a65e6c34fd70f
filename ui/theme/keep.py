"""Keep an icon, a font or a text colour as chosen while the theme and the text size change."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QWidget

from . import fonts, icons, theme


class _IconKeeper(QObject):
    def __init__(self, target: QObject, name: str, token: str, size: int) -> None:
        super().__init__(target)
        self._what = (name, token, size)
        theme().changed.connect(self._put)
        self._put()

    def _put(self) -> None:
        name, token, size = self._what
        target: Any = self.parent()
        target.setIcon(icons.icon(name, token, theme().px(size)))


class _FontKeeper(QObject):
    def __init__(self, target: QWidget, level: str, tabular: bool) -> None:
        super().__init__(target)
        self._target, self._level, self._tabular = target, level, tabular
        theme().changed.connect(self._put)
        self._put()

    def _put(self) -> None:
        if self._level.startswith("reading"):
            px = float(self._level.removeprefix("reading").strip() or 15)
            self._target.setFont(fonts.reading(px))
        else:
            self._target.setFont(fonts.font(self._level, self._tabular))


class _TokenKeeper(QObject):
    def __init__(self, target: QWidget, roles: dict[QPalette.ColorRole, str]) -> None:
        super().__init__(target)
        self._target, self._roles = target, roles
        theme().changed.connect(self._put)
        self._put()

    def _put(self) -> None:
        palette = QPalette()
        for role, token in self._roles.items():
            colour: QColor = theme().tokens.tone(token)
            for group in (QPalette.ColorGroup.Active, QPalette.ColorGroup.Inactive):
                palette.setColor(group, role, colour)
        self._target.setPalette(palette)


def _replace(target: QObject, keeper: type[QObject]) -> None:
    for old in target.findChildren(keeper):
        if old.parent() is target:
            old.setParent(None)
            old.deleteLater()


def keep_icon(target: QObject, name: str, token: str = "text2", size: int = 16) -> None:
    """Give a button or QAction (anything with ``setIcon``) an icon that follows the theme."""
    _replace(target, _IconKeeper)
    _IconKeeper(target, name, token, size)


def keep_font(target: QWidget, level: str, tabular: bool = False) -> None:
    """Give a widget a font level (or ``"reading 15"``) that follows the text size."""
    _replace(target, _FontKeeper)
    _FontKeeper(target, level, tabular)


def keep_colours(target: QWidget, text: str | None = None, ground: str | None = None) -> None:
    """Give a widget its text token and its ground token; a ground is filled in by Qt."""
    roles: dict[QPalette.ColorRole, str] = {}
    if text:
        roles[QPalette.ColorRole.WindowText] = roles[QPalette.ColorRole.Text] = text
        roles[QPalette.ColorRole.ButtonText] = text
    if ground:
        roles[QPalette.ColorRole.Window] = roles[QPalette.ColorRole.Base] = ground
        target.setAutoFillBackground(True)
    _replace(target, _TokenKeeper)
    _TokenKeeper(target, roles)
