"""The real window over a shop that something is wrong with, and what it says."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any, Self

import pytest
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from shiboken6 import isValid

from desktop.cli import Options
from desktop.records import Channel
from desktop.shop import Shop
from tests.stories.driver import Driver
from tests.stories.waiting import wait
from ui.app import Program
from ui.at_work import AtWork
from ui.main_window import MainWindow
from ui.trouble import TroubleDialog
from ui.widgets.buttons import Button, LinkButton
from ui.widgets.wrap import WrapLabel

Open = Callable[[Shop], Driver]
OURS = "We do, from eight, and I will put one by for you. "
NOT_SAVED = "This draft isn’t saved yet. It stays here, and we try again every few seconds."


def trouble_line(day: Driver) -> str:
    field = day.window.status.trouble
    return str(field.word().text) if field.isVisible() else ""


def press_in(widget: QWidget, text: str) -> None:
    """Presses the button or link of that name."""
    (one,) = [each for each in widget.findChildren(QWidget) if is_called(each, text)]
    one.click()  # type: ignore[attr-defined]
    QApplication.processEvents()


def is_called(widget: QWidget, text: str) -> bool:
    return isinstance(widget, Button | LinkButton) and widget.text() == text and not widget.isHidden()


def say_ok(day: Driver) -> None:
    press_in(dialog(day), "OK")
    wait(lambda: QApplication.activeModalWidget() is None)
    day.window.activateWindow()
    wait(lambda: QApplication.focusWindow() is day.window.windowHandle())


def dialog(day: Driver) -> TroubleDialog:
    (found,) = [one for one in day.window.findChildren(TroubleDialog) if one.isVisible()]
    return found


def words_in(widget: QWidget) -> str:
    return " ".join(label.text() for label in widget.findChildren(WrapLabel) if label.isVisible())


def written(day: Driver) -> str:
    return str(day.view.composer.writing(Channel.PUBLIC).plain())


class Starter:
    """Starts the program on a folder, as `main` does."""

    def __init__(self, app: QApplication) -> None:
        self.app = app
        self.programs: list[Program] = []

    def __call__(self, folder: Path, **options: Any) -> Program:
        program = Program(self.app, Options(folder, **options))
        self.programs.append(program)
        program.start()
        QApplication.processEvents()
        return program

    def end(self) -> None:
        for program in self.programs:
            window, dialog = program.window, getattr(program, "_dialog", None)
            if isinstance(window, MainWindow):
                window.close_for_good()
            elif window is not None:
                window.close()
            if dialog is not None and isValid(dialog) and dialog.isVisible():
                dialog.close()
        QApplication.processEvents()


def asked(program: Program) -> tuple[str, set[str]]:
    """The sentences of the start-trouble window, and its ways out."""
    wait(lambda: not isinstance(program.window, AtWork))
    found: QDialog = program._dialog
    assert found.isVisible()
    buttons = [each.text() for each in found.findChildren(Button) if not each.isHidden()]
    return words_in(found), set(buttons)


def main_window(program: Program) -> MainWindow:
    """The shop's window; while a copy is looked for or put in place, there is another one."""
    wait(lambda: not isinstance(program.window, AtWork))
    assert isinstance(program.window, MainWindow)
    return program.window


class SmallDisk:
    """A disk of its own around a shop's folder. Made by root (in memory); whoever else: its folder's permissions."""

    def __init__(self, folder: Path, size: str = "8m") -> None:
        self.folder, self._size = folder, size
        self._is_root = hasattr(os, "geteuid") and os.geteuid() == 0

    def __enter__(self) -> Self:
        if self._is_root and self._mount("-t", "tmpfs", "-o", f"size={self._size}", "tmpfs") != 0:
            pytest.skip("root may write everywhere, and may not mount a disk here")
        return self

    def __exit__(self, *_: object) -> None:
        if self._is_root:
            subprocess.run(["umount", "-l", self.folder], check=True)
        else:
            self.may_be_written(True)

    def may_be_written(self, may: bool) -> None:
        if self._is_root:
            assert self._mount("-o", f"remount,{'rw' if may else 'ro'}") == 0
            return
        for path in (self.folder, *self.folder.rglob("*")):
            path.chmod((0o755 if may else 0o555) if path.is_dir() else (0o644 if may else 0o444))

    @property
    def is_a_disk(self) -> bool:
        return self._is_root

    def fill(self) -> None:
        """To the last byte."""
        with (self.folder / "other.things").open("wb", buffering=0) as file, suppress(OSError):
            while True:
                file.write(b"x" * 4096)

    def make_room(self) -> None:
        (self.folder / "other.things").unlink()

    def _mount(self, *options: str) -> int:
        asked = ["mount", *options, str(self.folder)]
        return subprocess.run(asked, check=False, capture_output=True).returncode
