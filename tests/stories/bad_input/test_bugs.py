"""A bug of ours is told and written down without secrets."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer

from tests.stories.bad_input.kit import Starter, main_window, press_in, words_in
from tests.stories.waiting import wait
from ui.crash import LOG_NAME
from ui.trouble import BugDialog

KEY = "ya29.a0AfB_byC3kQ9xY7zTokenOfTheShop12345"


def test_a_bug_in_the_window_is_told_written_down_without_secrets_and_the_window_goes_on(
    start: Starter, shop_folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    program = start(shop_folder)
    window = main_window(program)

    def slip() -> None:
        token = KEY
        try:
            raise KeyError(f"Bearer {token}")
        except KeyError as error:
            raise sqlite3.OperationalError(
                f"{token} " + "Marta wrote a very long complaint " * 100
            ) from error

    QTimer.singleShot(0, window, slip)
    wait(lambda: window.findChildren(BugDialog))
    (told,) = window.findChildren(BugDialog)
    assert "Something in Said & Done went wrong. Your drafts and the outbox are kept." in words_in(told)
    details = told._details.toPlainText()
    assert "sqlite3.OperationalError: " in details and "KeyError" in details and "in slip" in details
    log = (shop_folder / LOG_NAME).read_text("utf-8")
    for text in (log, details, capsys.readouterr().err):
        assert KEY not in text
        assert text.count("Marta wrote") < 20
    press_in(told, "Go on")
    window.go("complaints")
    window.go("inbox")
    assert window.isVisible()
