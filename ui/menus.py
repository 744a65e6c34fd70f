"""The menus of the window. What a page can do joins them while that page is shown.

Only what works is listed: nothing is grey for ever, and nothing does nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QMainWindow, QMenu, QWidget

from ui.moments import tr

if TYPE_CHECKING:  # actions are made after the first paint, which needs only the names of the menus
    from PySide6.QtGui import QAction

NAMES = ("File", "Edit", "View", "Conversation", "Shop", "Help")
Keys = str | Sequence[str] | None
Act = Callable[[], object]


def action(parent: QObject, text: str, act: Act | None = None, keys: Keys = None) -> QAction:
    """An action with its shortcut, in no platform's special menu unless told."""
    from PySide6.QtGui import QAction, QKeySequence

    made = QAction(text, parent)
    made.setMenuRole(QAction.MenuRole.NoRole)  # Qt would move texts with "settings" in them on a Mac
    if isinstance(keys, str):
        made.setShortcut(QKeySequence(keys))
    elif keys is not None:
        made.setShortcuts([QKeySequence(key) for key in keys])
    if act is not None:
        made.triggered.connect(lambda _checked=False: act())
    return made


def known_as(one: QAction, words: str) -> None:
    """Other words by which the finder knows it, apart from its text."""
    one.setProperty("also", words)


def choice(
    parent: QObject, options: Iterable[tuple[str, str]], chosen: str, pick: Callable[[str], object]
) -> list[QAction]:
    """Actions of which one is ticked: (key, text) each; `pick(key)` when a person chooses."""
    from PySide6.QtGui import QActionGroup

    group = QActionGroup(parent)
    made = []
    for key, text in options:
        one = action(parent, text, partial(pick, key))
        one.setCheckable(True)
        one.setChecked(key == chosen)
        one.setData(key)
        group.addAction(one)
        made.append(one)
    return made


class Menus(QObject):
    """The window's menus by name, each with a mark before which a page's own actions are put."""

    def __init__(self, window: QMainWindow) -> None:
        super().__init__(window)
        self._menus: dict[str, QMenu] = {}
        self._marks: dict[str, QAction] = {}
        self._of_page: list[tuple[QMenu, QAction]] = []
        for name in NAMES:
            menu = window.menuBar().addMenu("&" + tr(name))
            self._menus[name] = menu
        self._menus["Conversation"].menuAction().setVisible(False)

    def __getitem__(self, name: str) -> QMenu:
        return self._menus[name]

    def add(self, name: str, *actions: QAction | None) -> None:
        """Puts actions at the end of a menu; None is a line between them."""
        for one in actions:
            if one is None:
                self._menus[name].addSeparator()
            else:
                self._menus[name].addAction(one)

    def place_for_page(self, name: str) -> None:
        """What a page brings into this menu stands here, with a line under it."""
        mark = self._menus[name].addSeparator()
        mark.setVisible(False)
        self._marks[name] = mark

    def show_page(self, page: QWidget | None) -> None:
        """Takes out what the last page brought, and lists what this one can do."""
        for menu, one in self._of_page:
            menu.removeAction(one)
        self._of_page = []
        for line in self._marks.values():
            line.setVisible(False)
        for one in page_actions(page):
            name = str(one.property("menu") or "Conversation")
            menu, mark = self._menus[name], self._marks.get(name)
            one.setMenuRole(one.MenuRole.NoRole)
            if mark is None:
                menu.addAction(one)
            else:
                menu.insertAction(mark, one)
                mark.setVisible(True)
            self._of_page.append((menu, one))
        talk = self._menus["Conversation"]
        talk.menuAction().setVisible(bool(talk.actions()))

    def all(self) -> list[tuple[str, QAction]]:
        """Every action with the name of its menu, those of submenus too, in order."""
        return [(name, one) for name, menu in self._menus.items() for one in _leaves(menu)]


def page_actions(page: QWidget | None) -> list[QAction]:
    """What a page can do: its `menu_actions()`, or the actions added to it."""
    if page is None:
        return []
    own = getattr(page, "menu_actions", None)
    return list(own()) if own else page.actions()


def _leaves(menu: QMenu) -> list[QAction]:
    found: list[QAction] = []
    for one in menu.actions():
        below = one.menu()
        if isinstance(below, QMenu):
            found += _leaves(below)
        elif not one.isSeparator():
            found.append(one)
    return found


def edit_text(name: str) -> None:
    """Cut, copy or paste where the caret is."""
    widget = QApplication.focusWidget()
    act = getattr(widget, name, None)
    if callable(act):
        act()


def plain(text: str) -> str:
    """A menu text as it is read: without its mnemonic mark and its dots."""
    return text.replace("&&", "\0").replace("&", "").replace("\0", "&").rstrip("…")


def keys_of(one: QAction) -> list[str]:
    """The shortcuts as this computer writes them: `Ctrl+K`."""
    from PySide6.QtGui import QKeySequence

    return [key.toString(QKeySequence.SequenceFormat.NativeText) for key in one.shortcuts()]
