"""Which pages there are, in the order of the sidebar. A page is made when it is first shown."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from desktop.shop import Shop
from ui.background import Runner
from ui.sources import language_model
from ui.window import Window

if TYPE_CHECKING:
    from ui.inbox.page import InboxPage

Factory = Callable[[Shop, Runner, Window], QWidget]


class PageEntry(NamedTuple):
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

        view = ConversationView(shop, background, window)
        if (model := language_model()) is not None and not shop.is_practice:
            model.beside(view)
        return view

    place = ConversationPlace(make)
    page = InboxPage(shop, background, window, place, has_actions=False)

    def built(_view: object) -> None:
        page.make_actions()
        window.actions_changed.emit(None)

    place.built.connect(built)
    place.make_it_show.connect(partial(_show_ending, shop, background, window, page))
    if place.is_built:  # with something to show at once, the page has asked for it already
        built(None)
    elif window.was_painted:
        place.build()
    else:
        window.painted.connect(lambda _: place.build())
    return page


def _show_ending(
    shop: Shop, background: Runner, window: Window, page: InboxPage, wanted: tuple[str, str]
) -> None:
    """The conversation asks for the dialog that makes an ending show: (its id, "ask", "ours", "shows" or "")."""
    from desktop import complaints
    from ui.ending import EndingDialog, Tab

    one, way = wanted
    tab = {"ask": Tab.ASK, "ours": Tab.SAY, "shows": Tab.SHOWS}.get(way)
    if tab is None:
        known = complaints.by_id(shop.store, one)
        tab = Tab.ASK if known is not None and complaints.may_ask(known) else Tab.SAY
    dialog = EndingDialog(shop, background, one, tab, page, is_online=window.is_online)
    dialog.acted.connect(window.did)
    dialog.posted.connect(window.put_in)
    dialog.conversation_wanted.connect(window.open_conversation)
    dialog.book_wanted.connect(lambda: window.go("shopbook"))
    dialog.finished.connect(lambda _result: page.view.take_drafts())  # it writes in the same drafts
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()


_YOUR_SHOP = "Your shop"


def all_pages() -> Sequence[PageEntry]:
    """The pages of this program."""
    pages = (
        PageEntry("inbox", "Inbox", "inbox", _inbox, 1),
        PageEntry("complaints", "Complaints", "complaint", _page("ui.complaints.page", "ComplaintsPage"), 2),
        PageEntry("history", "History", "history", _page("ui.history.page", "HistoryPage"), 3),
        PageEntry("insights", "Insights", "chart", _page("ui.insights.page", "InsightsPage"), 4),
        PageEntry("shopbook", "Shop book", "book", _page("ui.shopbook.page", "ShopBookPage"), 5, _YOUR_SHOP),
        PageEntry("people", "People", "people", _page("ui.people.page", "PeoplePage"), 6, _YOUR_SHOP),
        PageEntry("accounts", "Accounts", "plug", _page("ui.accounts.page", "AccountsPage"), 7, _YOUR_SHOP),
    )
    here = Path(__file__).parent
    return [page for page in pages if (here / page.key / "page.py").exists()]


# Not in the sidebar: reached from what it is about.
EVENT_PAGE = PageEntry("event", "Event", "people", _page("ui.happening.page", "EventPage"), 0)
