"""The shop goes to another computer and comes from one, in the window: what is said, written, refused and opened."""

from __future__ import annotations

import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from desktop import keys, moving, sealing
from desktop.keys import Cost
from desktop.records import Role
from desktop.shop import Shop
from desktop.vault import SessionVault
from tests.fixtures_shop import SATURDAY
from tests.ui.test_app import Starter
from ui.app import Program
from ui.main_window import MainWindow
from ui.moving import MoveDialog, MoveInDialog
from ui.settings.dialog import SettingsDialog
from ui.theme import Theme
from ui.unlock import Unlock
from ui.welcome.questions import Questions
from ui.widgets.bars import Bar

PASSWORD = "patient kettles by the harbour"
PATIENCE = 30_000  # ms


@pytest.fixture
def start(qapp: QApplication, look: Theme, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[Starter]:
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)  # the program takes them over
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    starter = Starter(qapp, qtbot)
    yield starter
    starter.close_all()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A shop on this computer."""
    made = tmp_path / "shop"
    shop = Shop.open(made, vault=SessionVault())
    shop.found_with("Corner Shop", "Ines")
    shop.close()
    return made


@pytest.fixture
def file(folder: Path, tmp_path: Path) -> Path:
    shop = Shop.open(folder, vault=SessionVault())
    made = moving.write(shop, tmp_path / "corner.shop")
    shop.close()
    return made


def choose(monkeypatch: pytest.MonkeyPatch, *, file: Path, folder: Path | None = None) -> None:
    """What somebody chooses when they are asked."""
    for name in ("getOpenFileName", "getSaveFileName"):
        monkeypatch.setattr(QFileDialog, name, lambda *_: (str(file), ""))
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(folder or ""))


def window(program: Program) -> MainWindow:
    assert isinstance(program.window, MainWindow)
    return program.window


def bars(program: Program) -> list[str]:
    return [bar.text() for bar in window(program).findChildren(Bar)]


def moved_in_from(program: Program, qtbot: QtBot) -> MoveInDialog:
    """The dialog over the first questions, and its button pressed."""
    assert program.window is not None
    questions = program.window.centralWidget()
    assert isinstance(questions, Questions)
    QTest.mouseClick(questions.move_in, Qt.MouseButton.LeftButton)
    (dialog,) = program.window.findChildren(MoveInDialog)
    QTest.mouseClick(dialog.go, Qt.MouseButton.LeftButton)
    return dialog


def test_the_owner_writes_the_file_from_the_settings(
    start: Starter, folder: Path, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    choose(monkeypatch, file=tmp_path / "mine")
    program = start(folder)
    assert program.session is not None
    program.session.actions.show_settings()
    (settings,) = window(program).findChildren(SettingsDialog)
    settings.carry.move_out.click()
    (dialog,) = settings.findChildren(MoveDialog)
    said: list[str] = []
    window(program).bridge.toast_wanted.connect(lambda toast: said.append(toast.text))
    qtbot.waitUntil(lambda: dialog.isVisible())
    program.session.background.begin()  # type: ignore[attr-defined]
    QTest.mouseClick(dialog.go, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(said), timeout=PATIENCE)
    assert said == ["The shop is in mine.shop. From now on use only one of the two."]
    assert (tmp_path / "mine.shop").exists()
    settings.close()


def test_a_helper_and_practice_cannot_move_it(start: Starter, folder: Path, qtbot: QtBot) -> None:
    program = start(folder)
    assert program.session is not None
    actions = program.session.actions
    assert actions.move_out.isVisible() and actions.move_in.isVisible()
    from desktop import people

    shop = program.session.shop
    with shop.store.writing():
        omar = people.add(shop.store, "Omar", Role.HELPER, SATURDAY)
    shop.set_person(omar)
    actions._list_people()
    assert not actions.move_out.isVisible() and not actions.move_in.isVisible()
    settings = SettingsDialog(shop)
    qtbot.addWidget(settings)
    assert settings.carry.move_out.isHidden()
    program.switch()
    assert program.session is not None and not program.session.actions.move_out.isVisible()


def test_a_new_computer_opens_it_from_the_first_questions(
    start: Starter, file: Path, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    choose(monkeypatch, file=file)
    program = start(tmp_path / "new")
    moved_in_from(program, qtbot)
    qtbot.waitUntil(lambda: isinstance(program.window, MainWindow), timeout=PATIENCE)
    assert window(program).shop.name == "Corner Shop" and window(program).shop.folder == tmp_path / "new"
    (said,) = bars(program)
    assert said.startswith("The shop from the other computer is here. Sign in to each place again.")
    program.switch()
    program.switch()
    assert bars(program) == []


def test_a_protected_one_asks_for_its_password_first(
    start: Starter, folder: Path, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    ways, key = keys.begun()
    ways = keys.with_password(ways, key, "ines", PASSWORD, SATURDAY, Cost(1, 8, 1))
    sealing.protect(folder, ways, key)
    shop = Shop.open(folder, vault=SessionVault(), key=key)
    choose(monkeypatch, file=moving.write(shop, tmp_path / "it.shop"))
    shop.close()
    program = start(tmp_path / "new")
    moved_in_from(program, qtbot)
    qtbot.waitUntil(lambda: isinstance(program.window, Unlock), timeout=PATIENCE)
    assert isinstance(program.window, Unlock)
    QTest.keyClicks(program.window.field, PASSWORD)
    QTest.keyClick(program.window.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: isinstance(program.window, MainWindow), timeout=PATIENCE)
    assert window(program).shop.name == "Corner Shop" and len(bars(program)) == 1


def test_what_isnt_such_a_file_is_said_and_the_questions_stay(
    start: Starter, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "letter.shop").write_text("Dear all,")
    choose(monkeypatch, file=tmp_path / "letter.shop")
    program = start(tmp_path / "new")
    dialog = moved_in_from(program, qtbot)
    qtbot.waitUntil(lambda: dialog.go.isEnabled(), timeout=PATIENCE)
    assert dialog.said.text().startswith("That isn’t a file that a shop was moved with.")
    QTest.mouseClick(dialog.cancel, Qt.MouseButton.LeftButton)
    assert program.window is not None
    questions = program.window.centralWidget()
    assert isinstance(questions, Questions)
    questions.answered.emit("Another Shop", "Ines")
    assert window(program).shop.name == "Another Shop"


def test_beside_a_shop_it_goes_into_an_empty_folder_and_is_opened_instead(
    start: Starter, folder: Path, file: Path, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = start(folder)
    assert program.session is not None
    program.session.background.begin()  # type: ignore[attr-defined]

    def ask(where: Path) -> MoveInDialog:
        choose(monkeypatch, file=file, folder=where)
        assert program.session is not None
        program.session.actions.move_in.trigger()
        dialog = window(program).findChildren(MoveInDialog)[-1]
        QTest.mouseClick(dialog.go, Qt.MouseButton.LeftButton)
        return dialog

    dialog = ask(folder)
    qtbot.waitUntil(lambda: dialog.go.isEnabled(), timeout=PATIENCE)
    assert dialog.said.text() == "There is a shop in this folder already. Choose an empty folder."
    before: Any = program.window
    choose(monkeypatch, file=file, folder=tmp_path / "other")
    QTest.mouseClick(dialog.another, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: program.window not in (before, None), timeout=PATIENCE)
    assert window(program).shop.folder == tmp_path / "other"
    (said,) = bars(program)
    assert f"It is in {tmp_path / 'other'}" in said
