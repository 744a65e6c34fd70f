"""Which pages there are, in the order of the sidebar. A page is made when it is first shown."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib import import_module
from typing import Any

from PySide6.QtWidgets import QWidget

from desktop.shop import Shop
from ui.background import Runner
from ui.window import Window

Factory = Callable[[Shop, Runner, Window], QWidget]


@dataclass(frozen=True, slots=True)
class PageEntry:
    """One page: `number` is its key with Ctrl; `group` is the label it stands under in the sidebar."""

    key: str
    label: str
    icon: str
    factory: Factory
    number: int
    group: str = ""


def _page(module: str, name: str) -> Factory:
    """Imports a page when it is first shown: the window paints its first page before the others are read."""

    def make(shop: Shop, background: Runner, window: Window) -> QWidget:
        made: QWidget = getattr(import_module(module), name)(shop, background, window)
        return made

    return make


def _inbox(shop: Shop, background: Runner, window: Window) -> QWidget:
    """The list with the conversation beside it; the two pages' folders don't know each other."""
    from ui.conversation_place import ConversationPlace
    from ui.inbox.page import InboxPage

    def make() -> QWidget:
        from ui.conversation.view import ConversationView

        return ConversationView(shop, background, window)

    place = ConversationPlace(make)
    page = InboxPage(shop, background, window, place)

    def built(view: Any) -> None:
        page.list.addActions(view.list_actions())
        window.actions_changed.emit(None)

    place.built.connect(built)
    if window.was_painted:
        place.build()
    else:
        window.painted.connect(lambda _: place.build())
    return page


_YOUR_SHOP = "Your shop"


def all_pages() -> Sequence[PageEntry]:
    """The pages of this program."""
    return (
        PageEntry("inbox", "Inbox", "inbox", _inbox, 1),
        PageEntry("complaints", "Complaints", "complaint", _page("ui.complaints.page", "ComplaintsPage"), 2),
        PageEntry("history", "History", "history", _page("ui.history.page", "HistoryPage"), 3),
        PageEntry("shopbook", "Shop book", "book", _page("ui.shopbook.page", "ShopBookPage"), 5, _YOUR_SHOP),
        PageEntry("people", "People", "people", _page("ui.people.page", "PeoplePage"), 6, _YOUR_SHOP),
        PageEntry("accounts", "Accounts", "plug", _page("ui.accounts.page", "AccountsPage"), 7, _YOUR_SHOP),
    )
