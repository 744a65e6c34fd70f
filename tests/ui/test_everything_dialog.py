"""Export everything, in the real dialog: what it says, what it writes, and stopping it."""

from __future__ import annotations

import zipfile
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from tests.fixtures_shop import Counter
from ui.background import AtOnce
from ui.everything import open_dialog
from ui.theme import Theme


def test_it_is_written_where_somebody_wants_it_and_said(
    at_counter: Counter, look: Theme, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    above, said = QWidget(), list[str]()
    qtbot.addWidget(above)
    above.show()
    at_counter.hear("The loaf was burnt.")
    dialog = open_dialog(at_counter.shop, AtOnce(at_counter.shop.changes), above, said.append)
    assert not dialog.plain.isVisible(), "there is no password to leave off"
    asked: list[Any] = []

    def choose(*given: Any) -> tuple[str, str]:
        asked.append(given[2])
        return str(tmp_path / "mine.zip"), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", choose)
    QTest.mouseClick(dialog.go, Qt.MouseButton.LeftButton)
    assert Path(asked[0]).name == "Corner Shop 2025-06-14.zip"
    assert said == ["Everything is in mine.zip: 1 conversation."]
    with zipfile.ZipFile(tmp_path / "mine.zip") as file:
        assert b"burnt" in file.read("conversations.json")
    qtbot.waitUntil(lambda: not isValid(dialog))


def test_a_folder_that_takes_nothing_is_said_and_the_dialog_stays(
    at_counter: Counter, look: Theme, qtbot: QtBot, tmp_path: Path
) -> None:
    above, said = QWidget(), list[str]()
    qtbot.addWidget(above)
    above.show()
    dialog = open_dialog(at_counter.shop, AtOnce(at_counter.shop.changes), above, said.append)
    dialog.write_to(tmp_path / "nowhere" / "mine.zip")
    assert dialog.isVisible() and dialog.go.isEnabled() and not said
    assert dialog.said.text().startswith("The export couldn’t be written to that folder.")
    dialog.close()
