"""Places and About in the settings, and the ways from the settings to Accounts and to our aims."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop import accounts
from tests.fixtures_shop import Counter
from ui import elsewhere, words
from ui.accounts.glance import Places
from ui.actions import Actions, Outside
from ui.background import AtOnce
from ui.main_window import MainWindow
from ui.pages import all_pages
from ui.settings.about import About
from ui.settings.dialog import SettingsDialog
from ui.theme import Theme


@pytest.fixture
def runner(at_counter: Counter) -> Iterator[AtOnce]:
    made = AtOnce(at_counter.shop.changes)
    yield made
    made.close()


@pytest.fixture
def window(at_counter: Counter, look: Theme, runner: AtOnce, qtbot: QtBot) -> Iterator[MainWindow]:
    made = MainWindow(at_counter.shop, runner, all_pages())
    made.go("people")
    made.show()
    yield made
    made.close_for_good()
    made.deleteLater()
    QApplication.processEvents()


def settings_of(window: MainWindow) -> SettingsDialog:
    Actions(window, Outside(lambda: None, lambda: None, lambda: None)).show_settings()
    (dialog,) = window.findChildren(SettingsDialog)
    return dialog


def turn_to(dialog: SettingsDialog, title: str) -> QWidget:
    (item,) = dialog.list.findItems(title, Qt.MatchFlag.MatchExactly)
    dialog.list.setCurrentItem(item)
    page = dialog.stack.currentWidget()
    assert page is not None
    return page


def test_each_account_says_how_it_is_and_how_far_back_it_is_read(
    at_counter: Counter, look: Theme, runner: AtOnce, qtbot: QtBot
) -> None:
    store, now = at_counter.shop.store, at_counter.clock.now()
    with store.writing():
        since = (now - timedelta(days=30)).isoformat()
        accounts.set_facts(store, "acc-facebook", {"place": "facebook", "since": since})
        accounts.has_trouble(store, "acc-google", "Signed out.", needs_login=True)
    at_counter.collect()
    page = Places(at_counter.shop, runner)
    qtbot.addWidget(page)
    facebook, google = page.said
    assert facebook == ("Corner Shop  Facebook", "checked 10:00", "Read back to 15 May")
    assert google == ("Corner Shop  Google", "Sign in again.", "Read as far back as Google goes")


def test_a_check_meanwhile_shows(at_counter: Counter, look: Theme, runner: AtOnce, qtbot: QtBot) -> None:
    page = Places(at_counter.shop, runner)
    qtbot.addWidget(page)
    assert page.said[0][1] == "not checked yet"
    at_counter.collect()
    qtbot.waitUntil(lambda: page.said[0][1].startswith("checked "))


def test_nothing_connected_is_said_in_one_sentence(
    at_counter: Counter, look: Theme, runner: AtOnce, qtbot: QtBot
) -> None:
    for one in accounts.all(at_counter.shop.store):
        with at_counter.shop.store.writing():
            accounts.remove(at_counter.shop.store, one.id)
    page = Places(at_counter.shop, runner)
    qtbot.addWidget(page)
    assert page.said == [] and page.lead.text() == "No place is connected yet."


def test_accounts_closes_the_settings_and_opens_the_page(window: MainWindow) -> None:
    dialog = settings_of(window)
    page = turn_to(dialog, "Places").findChild(Places)
    assert page is not None
    page.accounts.click()
    assert not dialog.isVisible() and window.page_key == "accounts"


def test_before_you_post_leads_to_our_aims(window: MainWindow, qtbot: QtBot) -> None:
    dialog = settings_of(window)
    turn_to(dialog, "Before you post")
    dialog.quiet.aims.click()
    assert not dialog.isVisible() and window.page_key == "shopbook"
    book = window.page()
    assert book is not None
    aims = book.stand.aims  # type: ignore[attr-defined]
    qtbot.waitUntil(lambda: not aims.visibleRegion().isEmpty())
    assert aims.isAncestorOf(window.focusWidget())


def test_about_says_the_version_the_licences_and_opens_the_folder(
    window: MainWindow, at_counter: Counter, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[Path] = []
    monkeypatch.setattr(elsewhere, "open_path", opened.append)
    page = turn_to(settings_of(window), "About Said & Done").findChild(About)
    assert page is not None and page.version.text() == f"Version {words.VERSION}"
    said = [line.text() for line in page.lines]
    assert "LGPL-3.0-only  pyside6-essentials, shiboken6" in said
    page.show_folder.click()
    assert opened == [at_counter.shop.folder]
