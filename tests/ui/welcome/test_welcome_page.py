"""Welcome has a door for each way in; all of them can be opened with the keys."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.fixtures_shop import Counter
from ui.background import AtOnce
from ui.theme import Theme, theme
from ui.welcome.page import WelcomePage
from ui.widgets.wrap import WrapLabel
from ui.window import Window


@pytest.fixture
def asked() -> list[str]:
    return []


@pytest.fixture
def page(at_counter: Counter, look: Theme, qtbot: QtBot, asked: list[str]) -> WelcomePage:
    window = Window()
    window.page_wanted.connect(asked.append)
    window.history_wanted.connect(lambda _: asked.append("history"))
    window.by_hand_wanted.connect(lambda _: asked.append("by hand"))
    made = WelcomePage(at_counter.shop, AtOnce(), window, lambda: asked.append("practise"))
    qtbot.addWidget(made)
    made.resize(1100, 700)
    made.show()
    return made


def test_it_greets_the_person_at_the_counter(page: WelcomePage) -> None:
    texts = [label.text() for label in page.findChildren(WrapLabel)]
    assert "Hello, Ines." in texts


def test_every_door_opens(page: WelcomePage, asked: list[str]) -> None:
    for door in page.doors:
        door.button.click()
    assert asked == ["practise", "accounts", "history", "by hand"]


def test_practising_has_the_focus_and_the_arrows_move(
    page: WelcomePage, asked: list[str], qtbot: QtBot
) -> None:
    page.activateWindow()
    page.shown()
    qtbot.waitUntil(lambda: page.doors[0].button.hasFocus())
    QTest.keyClick(page, Qt.Key.Key_Down)
    assert page.doors[1].button.hasFocus()
    QTest.keyClick(page.doors[1].button, Qt.Key.Key_Return)
    assert asked == ["accounts"]


def test_pressing_anywhere_on_a_door_opens_it(page: WelcomePage, asked: list[str]) -> None:
    QTest.mouseClick(page.doors[1], Qt.MouseButton.LeftButton)
    assert asked == ["accounts"]


def test_the_story_makes_room_in_narrow_windows(page: WelcomePage) -> None:
    assert page.story.isVisible()
    page.resize(760, 600)
    assert not page.story.isVisible()


@pytest.mark.parametrize("scale", [0.9, 1.3, 1.6])
def test_no_word_is_cut_off_at_any_text_size(page: WelcomePage, scale: float) -> None:
    theme().set_text_scale(scale)
    page.resize(960 - 52, 560)
    QApplication.processEvents()
    for label in page.findChildren(WrapLabel):
        if label.isVisible():
            assert label.height() >= label.heightForWidth(label.width())
    for door in page.doors:
        assert door.button.width() >= door.button.sizeHint().width()
