"""Several conversations of the list at once: what is selected, and a bar that says what can be done with them."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from desktop import conversations
from desktop.shop import Shop
from ui import moments
from ui.moments import tr
from ui.widgets.bars import Bar

if TYPE_CHECKING:
    from .page import InboxPage

_ACTS = (("done", "Done here"), ("give", "Give to…"), ("remind", "Remind me…"), ("kind", "Kind…"))


class Several(QObject):
    """The keys of these acts mean what is selected, unless the keyboard is in the conversation."""

    def __init__(self, page: InboxPage, shop: Shop) -> None:
        super().__init__(page)
        self._page, self._shop = page, shop
        self.bar: Bar | None = None
        page.view.ask_for_several(self.ids)
        page.view.several_taken.connect(page.list.pick_none)
        page.list.picked_changed.connect(self._say)

    def ids(self) -> list[str]:
        """What an act is meant for, in the order it was selected; none where it is for the one that is shown."""
        picked, focus = self._page.list.picked, QApplication.focusWidget()
        if not picked or (focus is not None and self._page.view.isAncestorOf(focus)):
            return []
        store = self._shop.store
        return [one for rid in picked if (one := conversations.id_of(store, rid))]

    def _say(self) -> None:
        """The bar under the filters, while there are any."""
        number = len(self._page.list.picked)
        self._page.view.set_several(bool(number))
        if not number:
            if self.bar is not None:
                had_keyboard = self.bar.isAncestorOf(self.bar.window().focusWidget())
                self.bar.hide()
                self.bar.deleteLater()
                self.bar = None
                if had_keyboard:
                    self._page.list.setFocus()
            return
        said = tr("{many} selected").format(many=moments.count(number, "conversation", "conversations"))
        if self.bar is None:
            self.bar = Bar("", (), "neutral", dismiss_text="Select none")
            self.bar.dismissed.connect(self._page.list.pick_none)
            column = self._page.column
            column.insertWidget(column.indexOf(self._page.filters) + 1, self.bar)
            self.bar.set_bar(said, [(tr(text), partial(self._page.view.act, name)) for name, text in _ACTS])
        else:
            self.bar.set_bar(said, self.bar.ways)
        self.bar.tell()
