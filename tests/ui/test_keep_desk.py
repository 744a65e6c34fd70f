"""How long messages are kept, in the real window: asked with the count after a choice, and by the daily round."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QPushButton
from pytestqt.qtbot import QtBot

from desktop import counter, settings
from desktop.forgetting import by_age
from tests.fixtures_shop import Counter
from ui.actions import Actions, Outside
from ui.background import AtOnce
from ui.keep_desk import TooOld
from ui.main_window import MainWindow
from ui.pages import all_pages
from ui.settings.dialog import SettingsDialog
from ui.theme import Theme
from ui.widgets.wrap import WrapLabel


class Open:
    def __init__(self, at: Counter) -> None:
        self.at = at
        talk = at.hear("Do you deliver?", is_public=False)
        counter.done(at.shop, talk)
        at.clock.forward(days=500)
        self.window = MainWindow(at.shop, AtOnce(at.shop.changes), all_pages())
        nothing = lambda *_, **__: None  # noqa: E731
        self.actions = Actions(self.window, Outside(nothing, nothing, nothing))
        self.toasts: list[str] = []
        self.window.bridge.toast_wanted.connect(lambda toast: self.toasts.append(toast.text))
        self.window.go("inbox")
        self.window.show()
        QTest.qWaitForWindowActive(self.window)

    def settings(self) -> SettingsDialog:
        self.actions.show_settings()
        QApplication.processEvents()
        return next(one for one in self.window.findChildren(SettingsDialog) if one.isVisible())

    def choose(self, dialog: SettingsDialog, months: int) -> TooOld:
        combo = dialog.how_long.inputs[settings.KEEP_PRIVATE.key]
        combo.setCurrentIndex(combo.findData(months))
        combo.activated.emit(combo.currentIndex())
        QApplication.processEvents()
        assert self.actions.keeping.asking is not None
        return self.actions.keeping.asking

    @property
    def messages(self) -> int:
        return int(self.at.shop.store.value("select count(*) from posts"))


def press(dialog: QDialog, text: str) -> None:
    button = next(one for one in dialog.findChildren(QAbstractButton) if one.text() == text)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    QApplication.processEvents()


@pytest.fixture
def opened(at_counter: Counter, look: Theme) -> Iterator[Open]:
    made = Open(at_counter)
    yield made
    for dialog in made.window.findChildren(QDialog):
        dialog.close()
    made.window.close_for_good()


def test_another_choice_asks_with_the_count(opened: Open, qtbot: QtBot) -> None:
    dialog = opened.settings()
    asking = opened.choose(dialog, 12)
    said = [label.text() for label in asking.findChildren(WrapLabel)]
    assert said[0] == "This removes 1 private message older than 1 year."
    press(asking, "Remove")
    assert opened.messages == 0 and opened.toasts[-1] == "Removed: 1 private message."
    assert dialog.how_long.last.text().endswith("1 private message.")


def test_the_room_that_became_free_is_told(opened: Open) -> None:
    at = opened.at
    assert opened.settings().how_long.room.isHidden()
    for number in range(3):
        counter.done(at.shop, at.hear(f"{number} {'Do you deliver? ' * 60_000}", f"Marta {number}", is_public=False))
    at.clock.forward(days=500)
    dialog = opened.settings()
    said = [label.text() for label in dialog.how_long.findChildren(WrapLabel)]
    assert "The shop file doesn’t get smaller" in said[0]
    size, room = at.shop.store.value("pragma page_count"), dialog.how_long.room
    press(opened.choose(dialog, 12), "Remove")
    assert opened.messages == 0 and at.shop.store.value("pragma page_count") >= size, "what is said is so"
    free = at.shop.store.free_room()
    assert free >= 2_000_000 and room.text() == f"Free in the shop file now: {free // 1_000_000} MB."
    assert not room.isHidden()
    at.hear("Do you deliver? " * 60_000, "Ada")
    assert at.shop.store.free_room() < free - 900_000, "it is used again"


def test_keep_leaves_the_choice_as_it_was(opened: Open, qtbot: QtBot) -> None:
    dialog = opened.settings()
    press(opened.choose(dialog, 12), "Keep")
    assert opened.messages == 1
    assert settings.get(opened.at.shop.store, settings.KEEP_PRIVATE) == 24
    assert dialog.how_long.inputs[settings.KEEP_PRIVATE.key].currentData() == 24


def test_what_a_round_finds_is_asked_in_a_bar(opened: Open, qtbot: QtBot) -> None:
    keeping, shop = opened.actions.keeping, opened.at.shop
    keeping.found(by_age.Due(3, 0, is_news=False))
    assert keeping.bar is None, "a day's worth goes quietly"
    settings.put(shop.store, settings.KEEP_PRIVATE, 6)
    keeping.found(by_age.mind(shop))
    assert keeping.bar is not None and keeping.bar.isVisible()
    button = next(one for one in keeping.bar.findChildren(QPushButton) if one.text() == "Keep")
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert not keeping.bar.isVisible() and opened.messages == 1
    assert settings.get(shop.store, settings.KEEP_PRIVATE) == 0
