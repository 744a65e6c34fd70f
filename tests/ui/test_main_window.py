"""The window stacks pages it knows nothing about, and keeps sidebar, menus, status bar and undo true."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMessageBox, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop import conversations, counter, drafts, forgetting, outbox, people, pictures, posts, settings
from desktop.errors import Garbled, Misuse
from desktop.records import Channel, Group, Hurdle, Kind, Person, Reply, ReplyState, Role
from desktop.writing import Writing
from tests.fixtures_shop import Counter
from ui import elsewhere
from ui.actions import Actions, Outside
from ui.background import AtOnce, Background
from ui.conversation.rights import HowItIsAllowed
from ui.finder import matching
from ui.keys_page import lines_of
from ui.main_window import MainWindow
from ui.menus import plain
from ui.pages import PageEntry
from ui.settings.dialog import PAGES, SettingsDialog
from ui.theme import Theme, theme
from ui.widgets.bars import Bar
from ui.widgets.buttons import LinkButton
from ui.window import Window


class Page(QWidget):
    """A page with everything the window may ask for."""

    title_changed = Signal()

    def __init__(self, title: str, window: Window) -> None:
        super().__init__()
        self.title, self.window_of = title, window
        self.heard: list[str] = []
        self.first, self.second = QLineEdit(), QLineEdit()
        column = QVBoxLayout(self)
        column.addWidget(self.first)
        column.addWidget(self.second)
        self.fix = QAction("Mark fixed…", self)
        self.fix.setShortcut(QKeySequence("Ctrl+Alt+F"))
        self.addAction(self.fix)

    def panes(self) -> list[QWidget]:
        return [self.first, self.second]

    def key_hint(self) -> str:
        return "first" if self.first.hasFocus() else ""

    def show_conversation(self, conversation: str) -> None:
        self.heard.append(conversation)

    def start_search(self) -> None:
        self.heard.append("search")

    def leaving(self) -> None:
        self.heard.append("leaving")


class Bare(QWidget):
    """A page with a title and nothing else."""

    title = "Accounts"


@dataclass
class Desk:
    """The window over the corner shop, with made-up pages and no threads."""

    at: Counter
    window: MainWindow
    actions: Actions
    asked: list[str] = field(default_factory=list)

    def page(self, key: str) -> Any:
        return self.window._pages[key]


def entries(made: list[str]) -> tuple[PageEntry, ...]:
    def page(title: str) -> Any:
        def make(shop: object, background: object, window: Window) -> QWidget:
            made.append(title)
            return Bare() if title == "Accounts" else Page(title, window)

        return make

    return (
        PageEntry("inbox", "Inbox", "inbox", page("Inbox"), 1),
        PageEntry("complaints", "Complaints", "complaint", page("Complaints"), 2),
        PageEntry("accounts", "Accounts", "plug", page("Accounts"), 7, "Your shop"),
    )


@pytest.fixture
def made() -> list[str]:
    return []


@pytest.fixture
def desk(at_counter: Counter, look: Theme, qtbot: QtBot, made: list[str]) -> Iterator[Desk]:
    runner = AtOnce(at_counter.shop.changes)
    window = MainWindow(at_counter.shop, runner, entries(made))
    asked: list[str] = []
    outside = Outside(
        lambda: asked.append("practise"), lambda: asked.append("collect"), lambda: asked.append("stop")
    )
    actions = Actions(window, outside)
    window.go("inbox")
    window.refresh()
    window.show()
    yield Desk(at_counter, window, actions, asked)
    window.close_for_good()
    runner.close()
    window.deleteLater()
    QApplication.processEvents()


def test_what_can_wait_is_built_at_the_first_paint_itself_so_that_a_key_pressed_meanwhile_is_heard(
    at_counter: Counter, look: Theme, made: list[str]
) -> None:
    """Built a moment later, behind threads, it would take the keyboard from where the key was going."""
    runner = Background(at_counter.shop.changes)
    window, heard = MainWindow(at_counter.shop, runner, entries(made)), list[object]()
    window.bridge.painted.connect(heard.append)
    window.show()
    window._painted()
    assert heard == [None]
    window.close_for_good()
    assert runner.close()
    window.deleteLater()
    QApplication.processEvents()


# ---- pages ---------------------------------------------------------------------------------------------


def test_a_page_is_made_when_it_is_first_shown_and_only_then(desk: Desk, made: list[str]) -> None:
    assert made == ["Inbox"]
    desk.window.go("accounts")
    desk.window.go("inbox")
    desk.window.go("accounts")
    assert made == ["Inbox", "Accounts"]


def test_the_foot_of_the_sidebar_names_who_is_at_the_counter_now(desk: Desk) -> None:
    shop = desk.at.shop
    with shop.store.writing():
        tom = people.add(shop.store, "Tom", Role.HELPER, shop.clock.now(), role_line="Saturdays")
    shop.set_person(tom)
    QApplication.processEvents()
    assert desk.window.sidebar._foot.accessibleName() == "Tom, Saturdays"


def test_the_title_names_page_shop_and_program(desk: Desk) -> None:
    assert desk.window.windowTitle() == "Inbox — Corner Shop — Said & Done"
    page = desk.page("inbox")
    page.title = "Reply to Marta K."
    page.title_changed.emit()
    assert desk.window.windowTitle() == "Reply to Marta K. — Corner Shop — Said & Done"


def test_the_page_that_is_left_is_told(desk: Desk) -> None:
    desk.window.go("accounts")
    assert desk.page("inbox").heard == ["leaving"]


def test_ctrl_and_a_number_goes_to_a_page(desk: Desk) -> None:
    QTest.keyClick(desk.window, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    assert desk.window.windowTitle().startswith("Complaints")
    assert desk.window.sidebar.pages.currentItem().text() == "Complaints"


def test_the_sidebar_is_one_tab_stop_and_its_arrows_move_past_the_label(desk: Desk) -> None:
    pages = desk.window.sidebar.pages
    pages.setFocus()
    QTest.keyClick(pages, Qt.Key.Key_Down)
    QTest.keyClick(pages, Qt.Key.Key_Down)
    assert desk.window.windowTitle().startswith("Accounts")


def test_narrow_windows_keep_the_icons_with_tooltips(desk: Desk) -> None:
    desk.window.resize(1000, 700)
    assert desk.window.sidebar.is_narrow
    assert desk.window.sidebar.width() == 52
    assert desk.window.sidebar.pages.item(0).toolTip() == "Inbox"
    desk.window.resize(1280, 800)
    assert not desk.window.sidebar.is_narrow


def test_large_text_keeps_the_icons_too_so_that_the_page_has_room(desk: Desk) -> None:
    desk.window.resize(1280, 800)
    theme().set_text_scale(1.6)
    assert desk.window.sidebar.is_narrow
    theme().set_text_scale(1.3)
    assert not desk.window.sidebar.is_narrow


def test_the_window_is_never_smaller_than_the_smallest_screen_it_is_for(desk: Desk) -> None:
    assert desk.window.minimumWidth() == 960
    assert desk.window.minimumHeight() == 620
    theme().set_text_scale(1.6)
    desk.window.resize(960, 620)
    assert desk.window.centralWidget().minimumSizeHint().width() <= 960


def test_opening_a_conversation_goes_to_the_inbox(desk: Desk) -> None:
    desk.window.go("accounts")
    desk.window.bridge.open_conversation("c1")
    assert desk.window.windowTitle().startswith("Inbox")
    assert desk.page("inbox").heard[-1] == "c1"


def test_searching_on_a_page_without_search_searches_the_inbox(desk: Desk) -> None:
    desk.window.go("accounts")
    desk.actions.find.trigger()
    assert desk.page("inbox").heard[-1] == "search"


# ---- panes ---------------------------------------------------------------------------------------------


def test_f6_goes_round_the_panes_and_shift_f6_back(desk: Desk, qtbot: QtBot) -> None:
    desk.window.activateWindow()
    panes = desk.window.panes
    page = desk.page("inbox")
    order = [desk.window.sidebar.pages, page.first, page.second, desk.window.status.connection]
    assert panes.all() == order
    order[0].setFocus()
    qtbot.waitUntil(lambda: order[0].hasFocus())
    for pane in (*order[1:], order[0]):
        panes.step(1)
        assert QApplication.focusWidget() is pane
    panes.step(-1)
    assert QApplication.focusWidget() is order[-1]


def test_f6_stops_at_a_bar_over_the_page_while_there_is_one(desk: Desk) -> None:
    bar = Bar("One reply may or may not have gone.", [("Look at it", lambda: None)])
    desk.window.bars.addWidget(bar)
    bar.show()
    assert desk.window.panes.all()[:3] == [desk.window.sidebar.pages, bar, desk.page("inbox").first]
    bar.hide()
    assert desk.window.panes.all()[1] is desk.page("inbox").first


def test_the_keyboard_goes_along_to_another_page(desk: Desk, qtbot: QtBot) -> None:
    desk.window.activateWindow()
    desk.page("inbox").second.setFocus()
    qtbot.waitUntil(lambda: desk.page("inbox").second.hasFocus())
    desk.window.go("complaints")
    assert desk.page("complaints").first.hasFocus()


def test_the_arrows_step_through_the_sidebar_and_enter_goes_into_the_page(desk: Desk, qtbot: QtBot) -> None:
    desk.window.activateWindow()
    pages = desk.window.sidebar.pages
    pages.setFocus()
    qtbot.waitUntil(pages.hasFocus)
    QTest.keyClick(pages, Qt.Key.Key_Down)
    assert desk.window.windowTitle().startswith("Complaints") and pages.hasFocus()
    QTest.keyClick(pages, Qt.Key.Key_Return)
    assert desk.page("complaints").first.hasFocus()


def test_after_a_click_in_the_sidebar_the_keys_are_the_pages(desk: Desk, qtbot: QtBot) -> None:
    desk.window.activateWindow()
    pages = desk.window.sidebar.pages
    pages.setFocus()
    qtbot.waitUntil(pages.hasFocus)
    row = next(at for at in range(pages.count()) if pages.visualItemRect(pages.item(at)).isValid() and at)
    before = desk.window.page()
    qtbot.mouseClick(pages.viewport(), Qt.MouseButton.LeftButton, pos=pages.visualItemRect(pages.item(row)).center())
    page = desk.window.page()
    assert page is not before and isinstance(page, QWidget)
    assert page.isAncestorOf(QApplication.focusWidget())


def test_coming_to_the_sidebar_opens_nothing_where_the_page_is_not_listed(desk: Desk, qtbot: QtBot) -> None:
    desk.window.add_page(PageEntry("welcome", "Welcome", "app", lambda *_: Bare(), 0))
    desk.window.activateWindow()
    desk.window.go("welcome")
    pages = desk.window.sidebar.pages
    pages.setFocus()
    qtbot.waitUntil(pages.hasFocus)
    assert isinstance(desk.window.page(), Bare) and pages.currentRow() == -1
    QTest.keyClick(pages, Qt.Key.Key_Down)
    assert desk.window.windowTitle().startswith("Inbox")


def test_the_status_bar_shows_the_keys_of_the_focused_pane(desk: Desk, qtbot: QtBot) -> None:
    desk.window.activateWindow()
    desk.page("inbox").first.setFocus()
    qtbot.waitUntil(lambda: desk.window.status._hint.text() == "first")
    desk.page("inbox").second.setFocus()
    qtbot.waitUntil(lambda: desk.window.status._hint.isHidden())


def test_a_page_without_keys_of_its_own_shows_none_of_the_page_before(desk: Desk, qtbot: QtBot) -> None:
    class Keyed(Bare):
        def key_hint(self) -> str:
            return "its keys"

    desk.window.add_page(PageEntry("keyed", "Keyed", "app", lambda *_: Keyed(), 0))
    desk.window.activateWindow()
    desk.window.sidebar.pages.setFocus()
    desk.window.go("keyed")
    qtbot.waitUntil(lambda: desk.window.status._hint.text() == "its keys")
    desk.window.go("inbox")
    assert desk.window.sidebar.pages.hasFocus() and desk.window.status._hint.isHidden()


# ---- numbers -------------------------------------------------------------------------------------------


def test_the_numbers_follow_what_comes_in(desk: Desk) -> None:
    assert desk.window.sidebar.count("inbox") == 0
    one = desk.at.hear("The tart was raw in the middle and nobody picked up the phone. Awful.")
    counter.set_kind(desk.at.shop, one, Kind.COMPLAINT)
    assert desk.window.sidebar.count("inbox") == 1
    assert desk.window.sidebar.count("complaints") == 1
    item = desk.window.sidebar.pages.item(0)
    assert item.data(Qt.ItemDataRole.AccessibleTextRole) == "Inbox, 1 needs someone"


def test_trouble_stands_in_the_status_bar_and_says_more_when_pressed(desk: Desk) -> None:
    desk.window.background.trouble.emit(Garbled("Google gave an answer we don’t understand."))
    assert desk.window.status.trouble.isVisible()
    desk.window.status.trouble.click()
    assert not desk.window.status.trouble.isVisible()
    assert any(type(child).__name__ == "TroubleDialog" for child in desk.window.children())


# ---- taking back ---------------------------------------------------------------------------------------


def posted(desk: Desk) -> str:
    one = desk.at.hear("Do you have rye bread on Sundays?")
    counter.post(desk.at.shop, one, Writing.typed("We do, from eight. Ines"))
    return one


def test_ctrl_z_takes_back_the_reply_that_is_going_first_then_the_last_decision(desk: Desk) -> None:
    other = desk.at.hear("The bread was stale, and stale again today.", who="Gus")
    desk.window.bridge.did(counter.set_kind(desk.at.shop, other, Kind.IDEA))
    one = posted(desk)
    assert plain(desk.actions.undo.text()) == "Undo Reply to Marta K."
    desk.actions.undo.trigger()
    assert outbox.pending(desk.at.shop.store) == ()
    assert drafts.load(desk.at.shop.store, one, desk.at.shop.me.id, Channel.PUBLIC)
    assert desk.page("inbox").heard[-1] == one
    assert "Reply" not in desk.actions.undo.text()
    desk.actions.undo.trigger()
    found = conversations.by_id(desk.at.shop.store, other)
    assert found is not None
    assert found.kind is not Kind.IDEA
    assert desk.actions.undo.text() == "Undo"
    assert not desk.actions.undo.isEnabled()


def test_of_several_the_rest_is_undone_where_one_was_forgotten_meanwhile(desk: Desk) -> None:
    shop = desk.at.shop
    first, other = desk.at.hear("Do you have rye?", "Gus B."), desk.at.hear("And spelt?", "Marta K.")
    undo = counter.each_of(shop, [first, other], partial(counter.done, shop), "Done here")
    desk.window.bridge.did(undo)
    gus = conversations.by_id(shop.store, first)
    assert gus is not None
    forgetting.forget(shop, [gus.author])
    desk.window.undo()
    back = conversations.by_id(shop.store, other)
    assert back is not None and back.group is Group.NEEDS_ANSWER
    assert desk.window.toast.text() == "Undone: Done here. 1 was forgotten meanwhile."
    assert conversations.by_id(shop.store, first) is None


def test_what_was_forgotten_meanwhile_is_neither_undone_nor_done_again(desk: Desk) -> None:
    shop = desk.at.shop
    one = desk.at.hear("Do you have rye?", "Gus B.")
    desk.at.answer(one, "We do, from eight.")  # ours stays, to nobody's name
    alone = counter.set_kind(shop, one, Kind.COMPLAINT)
    several = counter.each_of(shop, [one], partial(counter.done, shop), "Done here")
    gus = conversations.by_id(shop.store, one)
    assert gus is not None
    forgetting.forget(shop, [gus.author])
    left = conversations.snapshot(shop.store, one)
    for undo in (several, alone):
        desk.window.bridge.did(undo)
        desk.window.undo()
        assert "was forgotten here" in desk.window.status.trouble.word().text
        desk.window.status.set_trouble(None)
    assert conversations.snapshot(shop.store, one) == left
    with pytest.raises(Misuse):
        counter.each_of(shop, [one], partial(counter.set_kind, shop, kind=Kind.PRAISE), "Marked")


def test_a_decision_is_taken_back_only_once(desk: Desk) -> None:
    one = desk.at.hear("Do you have rye bread on Sundays?")
    desk.window.bridge.did(counter.done(desk.at.shop, one))
    desk.window.undo()
    desk.window.undo()
    found = conversations.by_id(desk.at.shop.store, one)
    assert found is not None
    assert found.group is Group.NEEDS_ANSWER


def test_who_takes_over_takes_back_nothing_of_the_other(desk: Desk) -> None:
    shop, undo = desk.at.shop, desk.actions.undo
    ines, tom = shop.me, counter.add_person(shop, "Tom")
    other = desk.at.hear("The bread was stale, and stale again today.", who="Gus")
    desk.window.bridge.did(counter.set_kind(shop, other, Kind.IDEA))
    posted(desk)
    assert plain(undo.text()) == "Undo Reply to Marta K."

    def at_the_till(person: Person) -> None:
        counter.take_over(shop, person.id)
        desk.window.bridge.settings_changed.emit(settings.LAST_PERSON.key)

    at_the_till(tom)
    assert undo.text() == "Undo" and not undo.isEnabled()
    desk.window.undo()
    assert len(outbox.pending(shop.store)) == 1
    found = conversations.by_id(shop.store, other)
    assert found is not None and found.kind is Kind.IDEA
    at_the_till(ines)
    assert plain(undo.text()) == "Undo Reply to Marta K.", "still hers"
    at_the_till(tom)
    desk.window.status.undo.click()  # it stands beside the reply and is meant for it, whoever presses it
    assert outbox.pending(shop.store) == ()


def test_who_is_at_the_counter_is_switched_in_the_menu_and_in_the_finder(desk: Desk) -> None:
    shop, menu = desk.at.shop, desk.actions._people_menu
    ines = shop.me
    assert not menu.menuAction().isVisible()
    assert not any("Switch person" in found.text for found in desk.actions.everything())
    tom = counter.add_person(shop, "Tom & Co")
    assert menu.menuAction().isVisible() and [plain(one.text()) for one in menu.actions()] == ["Be Tom & Co now"]
    (found,) = matching("switch person", desk.actions.everything())
    assert found.text == "Switch person: Tom & Co"
    found.act()
    assert shop.me.id == tom.id
    assert desk.window.sidebar._foot.accessibleName().startswith("Tom & Co")
    assert [plain(one.text()) for one in menu.actions()] == ["Be Ines now"]
    menu.actions()[0].trigger()
    assert shop.me.id == ines.id


def test_an_ampersand_in_a_name_is_an_ampersand_in_the_menu_and_the_finder(desk: Desk) -> None:
    one = desk.at.hear("Do you have rye bread on Sundays?", "A&B Lane <b>")
    undo = counter.done(desk.at.shop, one)
    desk.window.bridge.did(replace(undo, text="Done: A&B Lane <b>"))
    assert desk.actions.undo.text() == "Undo Done: A&&B Lane <b>"
    assert plain(desk.actions.undo.text()) == "Undo Done: A&B Lane <b>"
    posted(desk)
    assert desk.actions.undo.text().startswith("Undo Reply to ")


def test_the_toast_counts_down_and_leaves_when_the_reply_has_gone(desk: Desk) -> None:
    posted(desk)
    assert desk.window.toast.text() == "Reply to Marta K. goes in 10 s"
    assert desk.window.bridge.pending is not None
    desk.at.clock.forward(seconds=4)
    desk.window._tick()
    assert desk.window.toast.text() == "Reply to Marta K. goes in 6 s"
    assert desk.window.status.outbox.word().text == "Reply to Marta K. goes in 6 s"
    desk.at.clock.forward(seconds=7)
    desk.window._tick()
    assert not desk.window._ticker.isActive()
    assert desk.window.bridge.pending is None


def test_the_countdown_leaves_what_another_toast_says_alone(desk: Desk) -> None:
    posted(desk)
    assert desk.window.toast.text() == "Reply to Marta K. goes in 10 s"
    desk.window.bridge.toast("Marked fixed. A passer-by can’t tell yet")
    desk.at.clock.forward(seconds=3)
    desk.window._tick()
    assert desk.window.toast.text() == "Marked fixed. A passer-by can’t tell yet"
    desk.at.clock.forward(seconds=8)
    desk.window._tick()
    assert desk.window.toast.isVisible()


def test_what_the_outbox_list_offers_does_it(desk: Desk) -> None:
    posted(desk)
    (reply,) = outbox.pending(desk.at.shop.store)
    desk.window.desk.act("send_now", reply)
    (reply,) = outbox.pending(desk.at.shop.store)
    assert reply.not_before <= desk.at.clock.now()
    desk.window.desk.hold(True)
    assert settings.get(desk.at.shop.store, settings.HOLD_OUTBOX)
    assert desk.window.status.outbox.word().text == "Outbox on hold"
    assert desk.actions.hold.isChecked()
    desk.window.desk.act("take_back", reply)
    assert outbox.pending(desk.at.shop.store) == ()


def test_the_place_is_asked_for_an_unsure_reply_where_no_draft_waits_behind_it(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    posted(desk)
    (reply,) = outbox.pending(desk.at.shop.store)
    with desk.at.shop.store.writing():
        outbox.claim(desk.at.shop.store, reply.id, reply.not_before)
        outbox.unsure(desk.at.shop.store, reply.id, "No answer came.")
    lanes: list[str] = []
    at_once = desk.window.background.run

    def run(*args: Any, lane: str = "quick", **more: Any) -> None:
        lanes.append(lane)
        at_once(*args, lane=lane, **more)

    monkeypatch.setattr(desk.window.background, "run", run)
    desk.window.desk.act("is_there", reply)
    assert lanes[0] == "outbox" and "write" not in lanes
    found = outbox.by_id(desk.at.shop.store, reply.id)
    assert found is not None and found.state is ReplyState.POSTED


def turned_down(desk: Desk, hurdle: Hurdle) -> Reply:
    """A reply that its place wouldn't take; the list offers what can be done about it."""
    posted(desk)
    (reply,) = outbox.pending(desk.at.shop.store)
    with desk.at.shop.store.writing():
        outbox.refused(desk.at.shop.store, reply.id, "No.", hurdle)
    desk.window.refresh()
    desk.window.desk.open_list()
    (reply,) = outbox.pending(desk.at.shop.store)
    return reply


def offered(desk: Desk) -> dict[str, LinkButton]:
    return {one.objectName(): one for one in desk.window.desk.list.findChildren(LinkButton)}


def test_a_reply_kept_as_history_from_the_list_can_be_had_back(desk: Desk) -> None:
    reply = turned_down(desk, Hurdle.NOTHING_THERE)
    assert list(offered(desk)) == ["keep", "edit", "take_back"]
    offered(desk)["keep"].click()
    assert outbox.pending(desk.at.shop.store) == () and desk.window.toast.text() == "Kept as history"
    desk.window.undo()
    assert [one.id for one in outbox.pending(desk.at.shop.store)] == [reply.id]


def test_the_list_tells_how_a_right_is_given(desk: Desk) -> None:
    turned_down(desk, Hurdle.RIGHTS)
    links = offered(desk)
    assert list(links) == ["how", "copy", "edit", "take_back"]
    QApplication.processEvents()
    assert all(one.visibleRegion().boundingRect().size() == one.size() for one in links.values()), "none is cut off"
    offered(desk)["how"].click()
    popup = desk.window.desk.popup
    assert isinstance(popup, HowItIsAllowed) and popup.isVisible() and not desk.window.desk.list.isVisible()
    popup.close_it.click()
    assert outbox.pending(desk.at.shop.store), "reading how changes nothing"


def test_what_the_list_copies_opens_its_page_and_its_conversation(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []

    def to_browser(url: str) -> bool:
        opened.append(url)
        return bool(url)

    monkeypatch.setattr(elsewhere, "open_url", to_browser)
    monkeypatch.setattr(desk.at.shop, "is_practice", False)
    reply = turned_down(desk, Hurdle.RIGHTS)
    QApplication.clipboard().setText("")
    offered(desk)["copy"].click()
    parent = posts.by_id(desk.at.shop.store, reply.parent_post)
    assert parent is not None and opened == [parent.url]
    assert QApplication.clipboard().text() == reply.text
    found = outbox.by_id(desk.at.shop.store, reply.id)
    assert found is not None and found.state is ReplyState.COPIED
    assert desk.page("inbox").heard[-1] == reply.conversation


def test_a_reply_that_has_left_meanwhile_says_so_instead_of_breaking(desk: Desk) -> None:
    posted(desk)
    (reply,) = outbox.pending(desk.at.shop.store)
    with desk.at.shop.store.writing():
        outbox.claim(desk.at.shop.store, reply.id, reply.not_before)
    desk.window.desk.take_back(reply, then_open=False)
    assert desk.window.status.trouble.word().text == "That reply has already left."


# ---- menus ---------------------------------------------------------------------------------------------


def test_what_a_page_can_do_is_listed_while_it_is_shown(desk: Desk) -> None:
    talk = desk.actions.menus["Conversation"]
    assert [one.text() for one in talk.actions()] == ["Mark fixed…"]
    desk.window.go("accounts")
    assert not talk.menuAction().isVisible()
    desk.window.go("inbox")
    assert talk.menuAction().isVisible()


def test_no_two_actions_want_the_same_key(desk: Desk) -> None:
    everything = [*desk.actions.menus.all(), ("", desk.actions.finder)]
    keys = [key.toString() for _, one in everything for key in one.shortcuts()]
    assert len(keys) == len(set(keys))


def test_every_action_has_words_and_does_something(desk: Desk) -> None:
    for _, one in desk.actions.menus.all():
        assert one.text()
        if one is not desk.page("inbox").fix:
            assert one.isCheckable() or one.receivers("2triggered(bool)") > 0, one.text()


def test_only_three_actions_may_be_moved_by_a_mac(desk: Desk) -> None:
    roles = {one.text(): one.menuRole() for _, one in desk.actions.menus.all()}
    special = {text for text, role in roles.items() if role is not QAction.MenuRole.NoRole}
    assert special == {"Settings…", "Quit", "About Said && Done"}


def test_the_list_of_keys_is_read_off_the_actions(desk: Desk) -> None:
    lines = lines_of(desk.actions.menus.all())
    assert ("Check all places now", ["F5"]) in lines["Shop"]
    assert ("Keys", ["?", "F1"]) in lines["Help"]
    assert ("Mark fixed", ["Ctrl+Alt+F"]) in lines["Conversation"]


def test_f5_checks_all_places(desk: Desk) -> None:
    QTest.keyClick(desk.window, Qt.Key.Key_F5)
    assert desk.asked == ["collect"]
    desk.window.status.connection.click()
    assert desk.asked == ["collect", "collect"]


def test_the_finder_knows_every_action_that_can_be_used_now(desk: Desk) -> None:
    texts = [found.text for found in desk.actions.everything()]
    assert {"Inbox", "Check all places now", "Settings", "Dark", "Mark fixed"} <= set(texts)
    assert "Undo" not in texts


@pytest.mark.parametrize("typed", ["guess", "learned", "forget what it learned"])
def test_the_finder_leads_to_what_the_guesses_learned(desk: Desk, typed: str) -> None:
    (found,) = (one for one in matching(typed, desk.actions.everything()) if one.where == "Settings")
    found.act()
    (dialog,) = (one for one in desk.window.findChildren(SettingsDialog) if one.isVisible())
    assert dialog.list.currentItem().text() == "Guesses" and dialog.learning.isVisible()


def test_the_week_is_printed_from_any_page_by_the_menu_and_the_finder(desk: Desk, tmp_path: Path) -> None:
    for page in ("inbox", "accounts"):
        desk.window.go(page)
        (found,) = (one for one in desk.actions.everything() if one.text == "Print the week")
        assert found.where == "File"
        found.act()
        week = desk.actions.week
        assert week is not None and week.dialog is not None and week.dialog.isVisible()
        week.ask_for_file = lambda _days, page=page: str(tmp_path / f"{page}.pdf")  # type: ignore[misc]
        week.dialog.save.click()
        assert (tmp_path / f"{page}.pdf").stat().st_size > 1000


def test_the_finder_finds_people_who_wrote(desk: Desk) -> None:
    one = desk.at.hear("Do you have rye bread on Sundays?")
    found: list[Any] = []
    desk.actions._people("marta", found.extend)
    assert [person.text for person in found] == ["Marta K."]
    found[0].act()
    assert desk.page("inbox").heard[-1] == one


# ---- settings ------------------------------------------------------------------------------------------


def test_choices_in_the_menus_apply_at_once_and_are_kept(desk: Desk) -> None:
    heard: list[object] = []
    desk.window.bridge.settings_changed.connect(heard.append)
    by_text = {one.text(): one for _, one in desk.actions.menus.all()}
    by_text["Compact"].trigger()
    by_text["Dark"].trigger()
    by_text["Bigger text"].trigger()
    store = desk.at.shop.store
    assert desk.window.bridge.density == "compact" == settings.get(store, settings.ROWS)
    assert theme().mode == "dark" == settings.get(store, settings.THEME)
    assert theme().text_scale == 1.1 == settings.get(store, settings.TEXT_SCALE)
    assert heard == ["rows", "theme", "text_scale"]


def test_a_wording_written_in_the_settings_is_kept_and_said(desk: Desk) -> None:
    desk.actions.show_settings()
    (dialog,) = desk.window.findChildren(SettingsDialog)
    dialog.list.setCurrentRow(list(PAGES).index("Openings"))
    dialog.wordings.text.setPlainText("I ring you by {when}.")
    dialog.wordings.add.click()
    (kept,) = counter.own_wordings(desk.at.shop)
    assert kept.text == "I ring you by {when}." and desk.window.toast.text() == "Kept as a wording of yours"
    assert dialog.wordings.list.item(0).text() == "I ring you by {when}.\nYours, 14 June"
    dialog.close()


def test_a_new_name_for_the_shop_shows_at_once(desk: Desk) -> None:
    desk.actions.put(settings.SHOP_NAME, "Lena & Pat’s")
    assert desk.window.windowTitle() == "Inbox — Lena & Pat’s — Said & Done"
    assert desk.at.shop.name == "Lena & Pat’s"


def test_a_copy_of_the_shop_file_is_made_where_a_person_wants_it(desk: Desk, tmp_path: Path) -> None:
    target = tmp_path / "stick"
    target.mkdir()
    picture = pictures.keep(desk.at.shop.folder, "post-1", b"\x89PNG\r\n\x1a\n and the rest")
    desk.actions.back_up_to(target)
    assert (target / "pictures" / "post-1.png").read_bytes() == picture.read_bytes()
    (copy,) = target.glob("shop-*.db")
    assert desk.window.toast.text() == f"Copied and checked: {copy.name}"


# ---- going ---------------------------------------------------------------------------------------------


def test_closing_with_a_reply_in_the_outbox_asks_first(desk: Desk) -> None:
    posted(desk)
    desk.window.close()
    assert desk.window.isVisible()
    box = desk.window.findChild(QMessageBox)
    assert box is not None
    assert box.text() == "1 reply hasn’t gone yet"
    quit_button = next(button for button in box.buttons() if button.text() == "Quit")
    quit_button.click()
    assert not desk.window.isVisible()
    (reply,) = outbox.pending(desk.at.shop.store)
    assert reply.state is ReplyState.WAITING


def test_the_layout_is_kept_for_the_person(desk: Desk) -> None:
    desk.window.resize(1100, 650)
    desk.window.close()
    kept = settings.get(desk.at.shop.store, settings.WINDOW, person=desk.at.shop.me.id)
    again = MainWindow(desk.at.shop, desk.window.background, entries([]))
    assert kept
    assert again.height() == 650
    again.deleteLater()
