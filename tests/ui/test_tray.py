"""The window closed, and the program goes on in the tray: only where somebody chose it, and where there is one."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from desktop import counter, settings
from tests.fixtures_shop import Counter
from ui import tray
from ui.background import AtOnce
from ui.notify import Notifier
from ui.session import Session
from ui.settings.dialog import SettingsDialog
from ui.theme import Theme
from ui.tray import Tray


class Corner(Tray):
    """A tray that remembers whether it shows."""

    def __init__(self) -> None:
        super().__init__(is_there=lambda: self.is_here)
        self.is_here, self.shows, self.said = True, False, list[tuple[str, str]]()

    def show(self) -> Any:
        self.shows = True
        return super().show()

    def hide(self) -> None:
        self.shows = False
        super().hide()


class Home:
    def __init__(self, at: Counter) -> None:
        self.at, self.runner, self.tray = at, AtOnce(at.shop.changes), Corner()
        self.session = Session(at.shop, self.runner, notifier=Notifier(at.shop, self.runner, tray=self.tray))
        self.window, self.ended, self.forward = self.session.window, list[bool](), list[bool]()
        self.session.ended.connect(partial(self.ended.append, True))
        self.session.forward_wanted.connect(self.come_forward)
        self.session.show()

    def come_forward(self) -> None:
        self.forward.append(True)
        self.window.show()
        self.session.is_back()


@pytest.fixture
def home(at_counter: Counter, look: Theme, qtbot: QtBot) -> Iterator[Home]:
    made = Home(at_counter)
    qtbot.waitUntil(lambda: made.window.bridge.was_painted)
    yield made
    if not made.ended:
        made.window.close_for_good()


def stay(home: Home) -> None:
    settings.put(home.at.shop.store, settings.KEEP_CHECKING, True)


def test_as_it_comes_closing_the_window_ends_the_program(home: Home) -> None:
    home.window.close()
    assert home.ended and not home.tray.shows


def test_whoever_chose_it_closes_the_window_and_it_goes_on(home: Home) -> None:
    stay(home)
    home.window.close()
    assert not home.ended and not home.window.isVisible() and home.tray.shows
    assert home.at.shop.store.value("select 1") == 1, "the shop is open"
    home.tray.pressed.emit()
    assert home.forward and home.window.isVisible() and not home.tray.shows


def test_without_a_tray_it_ends_whatever_was_chosen(home: Home) -> None:
    stay(home)
    home.tray.is_here = False
    home.window.close()
    assert home.ended


def test_quit_ends_it_from_the_menu_and_from_the_tray(home: Home) -> None:
    stay(home)
    home.window.close()
    menu = home.tray.menu
    assert isinstance(menu, QMenu)
    assert [one.text() for one in menu.actions()] == ["Open", "Quit"]
    menu.actions()[1].trigger()
    assert home.ended and not home.tray.shows


def test_ctrl_q_is_quit(home: Home) -> None:
    stay(home)
    quit_ = next(one for one in home.session.actions.menus["File"].actions() if one.text() == "Quit")
    quit_.trigger()
    assert home.ended


def test_a_reply_that_waits_is_asked_about_in_the_window(home: Home) -> None:
    at = home.at
    one = at.hear("Do you have rye bread?")
    settings.put(at.shop.store, settings.HOLD_OUTBOX, True)
    at.answer(one, "On Sundays we do. Ines")
    home.window.refresh()
    stay(home)
    home.window.close()
    assert not home.window.isVisible()
    home.tray.quit_wanted.emit()
    assert home.window.isVisible() and not home.ended


def test_it_is_locked_meanwhile_where_people_have_pins(home: Home) -> None:
    counter.add_person(home.at.shop, "Tom")
    counter.set_pin(home.at.shop, home.at.shop.me.id, "83920175")
    stay(home)
    home.window.close()
    assert home.session.lock.is_locked
    home.tray.pressed.emit()
    assert home.window.is_covered


def test_it_is_offered_only_where_there_is_a_tray(
    at_counter: Counter, look: Theme, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    for is_there in (False, True):
        monkeypatch.setattr(tray, "is_there", lambda is_there=is_there: is_there)
        dialog, put = SettingsDialog(at_counter.shop), list[tuple[Any, Any]]()
        qtbot.addWidget(dialog)
        dialog.changed.connect(lambda setting, value, put=put: put.append((setting, value)))
        assert (dialog.news.stays is not None) == is_there
        if dialog.news.stays is not None:
            dialog.news.stays.click()
            assert put == [(settings.KEEP_CHECKING, True)]


def test_each_kind_of_news_is_turned_off_and_on_by_whoever_is_here(
    at_counter: Counter, look: Theme, qtbot: QtBot
) -> None:
    dialog, put = SettingsDialog(at_counter.shop), list[Any]()
    qtbot.addWidget(dialog)
    dialog.changed.connect(lambda setting, value: put.append(value) if setting is settings.NEWS else None)
    assert all(box.isChecked() for box in dialog.news.boxes.values())
    dialog.news.boxes["question"].click()
    dialog.news.boxes["due"].click()
    dialog.news.boxes["question"].click()
    assert put == [{"question": False}, {"question": False, "due": False}, {"due": False}]
    tom = counter.add_person(at_counter.shop, "Tom")
    at_counter.shop.set_person(tom)
    helpers = SettingsDialog(at_counter.shop)
    qtbot.addWidget(helpers)
    assert "asked" not in helpers.news.boxes and not helpers.news.boxes["sign_in"].isChecked()


def test_what_shows_in_the_tray_names_nobody(home: Home, qapp: QApplication) -> None:
    home.at.hear("The soup was cold.", "Ada Byron")
    home.tray.show()
    assert home.tray.picture is not None and home.tray.picture.toolTip() == "Said & Done"
