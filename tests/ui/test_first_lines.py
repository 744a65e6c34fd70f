"""The first time on a page one sentence stands there; put away, it never comes again, for each person by themselves."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from desktop import people, settings
from desktop.practice import open_practice
from tests.ui.test_tab_order import settle, show, window
from ui.background import AtOnce
from ui.first_line import FirstLine
from ui.main_window import MainWindow
from ui.practice.banner import PracticeBanner
from ui.session import Session
from ui.theme import Theme
from ui.widgets.bars import Bar

__all__ = ["window"]  # the fixture
LINES = {
    "inbox": "The line with the eye tells you what a stranger sees.",
    "writing": "Amber is yours to fill. Nothing amber can be posted.",
    "history": "Everything here is on this computer. Pull the plug and try.",
    "insights": "Click any bar to read the conversations behind it.",
    "shopbook": "What you write here turns up beside the messages it fits.",
}
OF_THEIR_OWN = (
    "Fixed isn’t finished. Cards leave the amber column when a passer-by can see the ending.",
    "Limits are how far someone can go alone. They can always ask, and always write freely.",
)
KEYS = {**{page: page for page in LINES}, "writing": "composer"}


def line(window: MainWindow, page: str) -> FirstLine:
    show(window, page)
    shown: Any = window.page()
    found = (shown.view if page == "writing" else shown).first_line
    assert isinstance(found, FirstLine)
    return found


@pytest.mark.parametrize("page", LINES)
def test_the_line_is_there_until_it_is_put_away_and_then_never_again(window: MainWindow, page: str) -> None:
    shown = line(window, page)
    assert shown.isVisible() and shown.bar.text() == LINES[page]
    shown.bar._cross.click()
    settle()
    assert not shown.isVisible()
    shop = window.shop
    assert KEYS[page] in settings.get(shop.store, settings.SEEN_LINES, person=shop.me.id)
    shown._read()  # as after the next start
    settle()
    assert not shown.isVisible()


@pytest.mark.parametrize("page", LINES)
def test_each_person_puts_away_their_own(window: MainWindow, page: str) -> None:
    shown = line(window, page)
    shown.bar._cross.click()
    shop = window.shop
    ines = shop.me
    other = next(one for one in people.all(shop.store) if one.id != ines.id)
    shop.set_person(other)
    window.bridge.settings_changed.emit(settings.LAST_PERSON.key)
    settle()
    assert line(window, page).isVisible(), f"{other.name} has not read it"
    shop.set_person(ines)
    window.bridge.settings_changed.emit(settings.LAST_PERSON.key)
    settle()
    assert not line(window, page).isVisible()


def test_under_the_banner_of_the_pretend_shop_there_is_no_second_bar(tmp_path: Path, look: Theme) -> None:
    shop = open_practice(tmp_path / "practice")
    session = Session(shop, AtOnce(shop.changes))
    session.show()
    session.window.resize(1280, 800)
    settle()
    assert session.window.findChildren(PracticeBanner)
    for page in (*LINES, "complaints", "people"):
        show(session.window, page)
        said = [bar.text() for bar in session.window.page().findChildren(Bar) if bar.isVisible()]  # type: ignore[union-attr]
        assert not set(said) & {*LINES.values(), *OF_THEIR_OWN}, page
    session.window.close_for_good()
    session.window.deleteLater()
    settle()


def test_while_somebody_writes_only_the_writing_place_has_one(window: MainWindow) -> None:
    inbox, writing = line(window, "inbox"), line(window, "writing")
    assert writing.isVisible()
    window.resize(1100, 800)  # the list steps aside
    settle()
    assert not inbox.isVisible()
    window.page().view.stop_writing()  # type: ignore[union-attr]
    settle()
    assert inbox.isVisible() and not writing.isVisible()


@pytest.mark.parametrize("page", LINES)
def test_a_low_window_keeps_its_room(window: MainWindow, page: str) -> None:
    shown = line(window, page)
    window.resize(1280, window.minimumHeight())
    settle()
    assert not shown.isVisible()
    window.resize(1280, 800)
    settle()
    assert shown.isVisible(), "it has not been read"
