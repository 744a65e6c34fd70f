"""Writing in small windows: the real window over the practice shop, at the sizes people have."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.practice.opening import open_practice
from ui.background import AtOnce
from ui.main_window import MainWindow
from ui.session import Session
from ui.theme import Theme


@pytest.fixture
def window(tmp_path: Path, look: Theme) -> Iterator[MainWindow]:
    shop = open_practice(tmp_path / "practice")
    session = Session(shop, AtOnce(shop.changes))
    session.show()
    yield session.window
    session.window.close_for_good()
    session.window.deleteLater()
    QApplication.processEvents()


def press(window: MainWindow, *keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(window.windowHandle(), key)
        QApplication.processEvents()


@pytest.mark.parametrize(("width", "height"), [(960, 620), (1366, 728)])
def test_writing_begins_in_a_small_window_with_the_name_in_sight(
    window: MainWindow, width: int, height: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    went_wrong: list[BaseException] = []
    monkeypatch.setattr(sys, "unraisablehook", lambda told: went_wrong.append(told.exc_value))
    monkeypatch.setattr(sys, "excepthook", lambda kind, error, trace: went_wrong.append(error))
    window.resize(width, height)
    window.activateWindow()
    QTest.qWaitForWindowActive(window)
    press(window, Qt.Key.Key_J, Qt.Key.Key_Return, Qt.Key.Key_1)
    view = window.page().view
    header = view.header
    assert not [error for error in went_wrong if isinstance(error, RecursionError)]
    assert view.composer.is_answering()
    assert header.name.isVisible()
    assert header.name.text()
    assert not header.name.visibleRegion().isEmpty()
