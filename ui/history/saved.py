"""Searches with a name, kept for everybody in the shop: the button that saves one, and the menu they stand in."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QLineEdit, QMenu, QVBoxLayout, QWidget
from shiboken6 import isValid

from desktop import settings
from desktop.shop import Shop
from ui.background import Runner
from ui.ending.frame import HouseDialog
from ui.moments import tr
from ui.theme import px
from ui.widgets.buttons import Button
from ui.widgets.tips import plain_tip
from ui.window import Window

from .saved_list import LONGEST, SavedList

MOST = 40  # searches
_SHOWN = 48  # letters in the menu


class SaveSheet(HouseDialog):
    """Asks for a name. `named` carries it."""

    named = Signal(object)

    def __init__(self, proposal: str, taken: set[str], parent: QWidget | None = None) -> None:
        super().__init__("star", tr("Save search"), 420, parent)
        self._taken = taken
        self.field = QLineEdit(proposal[:LONGEST])
        self.field.setAccessibleName(tr("Name of this search"))
        self.field.setMaxLength(LONGEST)
        self.field.selectAll()
        self.cancel, self.save = Button(tr("Cancel")), Button(tr("Save"), kind="primary")
        column = QVBoxLayout()
        column.setContentsMargins(px(18), px(14), px(18), px(14))
        column.addWidget(self.field)
        self.body.addLayout(column)
        self.foot.addStretch(1)
        self.foot.addWidget(self.cancel)
        self.foot.addWidget(self.save)
        self.save.setDefault(True)
        self.cancel.clicked.connect(self.reject)
        self.save.clicked.connect(self._save)
        self.field.textChanged.connect(lambda _: self._fit_button())
        self._fit_button()
        self.fit()

    @property
    def name(self) -> str:
        return " ".join(self.field.text().split())

    def _fit_button(self) -> None:
        self.save.setEnabled(bool(self.name))
        self.save.setText(tr("Replace") if self.name in self._taken else tr("Save"))

    def _save(self) -> None:
        name = self.name
        self.accept()
        self.named.emit(name)


class SavedSearches(QObject):
    """`save` and `menu_button` are for the page to place; `chosen` carries a query."""

    chosen = Signal(object)

    def __init__(self, shop: Shop, background: Runner, window: Window, page: QWidget) -> None:
        super().__init__(page)
        self._shop, self._background, self._window, self._page = shop, background, window, page
        self.save, self.menu_button = Button(tr("Save search"), "star"), Button(tr("Saved searches"), "star")
        self.menu = QMenu(self.menu_button)
        self.menu_button.setMenu(self.menu)
        self.sheet: SaveSheet | None = None
        self.list: SavedList | None = None
        self._query = ""
        self.save.clicked.connect(self.begin)
        self.save.setEnabled(False)
        self.show_all()

    @property
    def all(self) -> dict[str, str]:
        """Name to query, in the order they were saved."""
        kept = settings.get(self._shop.store, settings.SAVED_SEARCHES)
        return {str(one[0]): str(one[1]) for one in kept if isinstance(one, list) and len(one) == 2}

    def set_query(self, query: str) -> None:
        """What is looked for now."""
        self._query = query.strip()
        self.save.setEnabled(bool(self._query) and not self._shop.read_only)

    def show_all(self) -> None:
        """The menu as the searches are now; without any there is no button."""
        kept = self.all
        self.menu.clear()
        for name, query in kept.items():
            entry = self.menu.addAction(_plain(name))
            entry.setToolTip(plain_tip(query))
            entry.triggered.connect(lambda _=False, query=query: self.chosen.emit(query))
        if kept and not self._shop.read_only:
            self.menu.addSeparator()
            self.menu.addAction(tr("Rename or put in order…")).triggered.connect(self.arrange)
            forget = self.menu.addMenu(tr("Forget one"))
            for name in kept:
                forget.addAction(_plain(name)).triggered.connect(lambda _=False, name=name: self.forget(name))
        self.menu.setToolTipsVisible(True)
        self.menu_button.setVisible(bool(kept))

    def begin(self) -> None:
        """Asks for a name for what is looked for now."""
        was = self.sheet
        if not self.save.isEnabled() or (was is not None and isValid(was) and was.isVisible()):
            return
        self.sheet = SaveSheet(self._query, set(self.all), self._page)
        self.sheet.named.connect(self.keep)
        self.sheet.open()

    def arrange(self) -> None:
        """All of them in a list, to be renamed and put in order."""
        was = self.list
        if self._shop.read_only or (was is not None and isValid(was) and was.isVisible()):
            return
        self.list = SavedList(self.all, self._page)
        self.list.kept.connect(self._arranged)
        self.list.open()

    def _arranged(self, kept: dict[str, str]) -> None:
        if list(kept.items()) != list(self.all.items()):
            self._put(kept, tr("Saved searches changed"))

    def keep(self, name: str) -> None:
        kept = self.all | {name: self._query}
        self._put(dict(list(kept.items())[-MOST:]), tr("Saved as “{name}”").format(name=name))

    def forget(self, name: str) -> None:
        kept = self.all
        kept.pop(name, None)
        self._put(kept, tr("Forgot “{name}”").format(name=name))

    def _put(self, kept: dict[str, str], said: str) -> None:
        shop, before = self._shop, [[name, query] for name, query in self.all.items()]
        after = [[name, query] for name, query in kept.items()]

        def put(what: list[list[str]]) -> None:
            settings.put(shop.store, settings.SAVED_SEARCHES, what)

        def done(_nothing: None) -> None:
            self.show_all()
            self._window.toast(said, action=(tr("Undo"), back))

        def back() -> None:
            self._background.run(self, lambda: put(before), lambda _: self.show_all(), lane="write")

        self._background.run(self, lambda: put(after), done, lane="write")


def _plain(name: str) -> str:
    """A name in a menu: an `&` is an `&` there."""
    short = name if len(name) <= _SHOWN else f"{name[: _SHOWN - 1]}…"
    return short.replace("&", "&&")
