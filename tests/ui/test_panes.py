"""F6 through the real window: each pane it comes to shows that the keyboard is there, also after a click."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.practice.opening import open_practice
from ui.background import AtOnce
from ui.conversation.popups import PickList
from ui.finder import Finder
from ui.main_window import MainWindow
from ui.session import Session
from ui.theme import Theme
from ui.theme.focus import FocusRing


@pytest.fixture
def window(tmp_path: Path, look: Theme) -> Iterator[MainWindow]:
    shop = open_practice(tmp_path / "practice")
    session = Session(shop, AtOnce(shop.changes))
    session.show()
    session.window.resize(1366, 728)
    session.window.activateWindow()
    QTest.qWaitForWindowActive(session.window)
    yield session.window
    session.window.close_for_good()
    session.window.deleteLater()
    QApplication.processEvents()


def key(window: MainWindow, which: Qt.Key) -> None:
    QTest.keyClick(window.windowHandle(), which)
    QApplication.processEvents()


def click(window: MainWindow, at: QPoint) -> None:
    QTest.mouseClick(window.windowHandle(), Qt.MouseButton.LeftButton, pos=at)
    QApplication.processEvents()


def shows_the_keyboard(window: MainWindow) -> bool:
    """There is a ring around what has the keyboard, or it looks otherwise than without."""
    pane = window.focusWidget()
    ring = QApplication.instance().findChild(FocusRing)  # type: ignore[union-attr]
    assert pane is not None and ring is not None
    if ring.around() is pane:
        return True
    with_keyboard = pane.grab().toImage()
    pane.clearFocus()
    return bool(pane.grab().toImage() != with_keyboard)


def test_f6_shows_where_it_went_also_when_the_last_thing_touched_was_the_mouse(window: MainWindow) -> None:
    page, seen = window.page(), []
    assert page is not None
    in_list = page.list.viewport().mapTo(window, QPoint(100, 60))
    click(window, in_list)
    for steps in range(1, len(window.panes.all()) + 1):
        click(window, in_list)
        for _ in range(steps):
            key(window, Qt.Key.Key_F6)
        seen.append(window.focusWidget())
        assert shows_the_keyboard(window), f"{steps} times F6"
    assert {window.sidebar.pages, page.list, page.view.talk, window.status.connection} <= set(seen)


def test_what_is_typed_right_after_ctrl_k_goes_into_the_finder(window: MainWindow) -> None:
    page = window.page()
    assert page is not None
    click(window, page.list.viewport().mapTo(window, QPoint(100, 60)))
    handle, shown = window.windowHandle(), page.view.current_id()
    QTest.keyClick(handle, Qt.Key.Key_Equal, Qt.KeyboardModifier.ControlModifier)  # bigger text, which takes a moment
    QTest.keyClick(handle, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    for which in (Qt.Key.Key_H, Qt.Key.Key_E, Qt.Key.Key_J):
        QTest.keyClick(handle, which)
    (finder,) = window.findChildren(Finder)
    assert finder.field.text() == "hej"
    assert not window.findChildren(PickList) and page.view.current_id() == shown
    finder.field.setText("history")
    QTest.keyClick(finder.field, Qt.Key.Key_Return)
    QApplication.processEvents()
    assert window.windowTitle().startswith("Practice — History")


def test_f6_goes_to_the_text_while_somebody_writes_and_from_its_button_on(window: MainWindow) -> None:
    page = window.page()
    assert page is not None
    for which in (Qt.Key.Key_J, Qt.Key.Key_R, Qt.Key.Key_Escape, Qt.Key.Key_F6):
        key(window, which)
    composer = page.view.composer
    assert window.focusWidget() is composer.editor and shows_the_keyboard(window)
    composer.post_button.setFocus()
    assert composer.post_button.hasFocus()
    key(window, Qt.Key.Key_F6)
    assert page.view.coach.isAncestorOf(window.focusWidget())
