"""A shop, its page, and a system browser that is a few lines of Python."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.accounts.town import Browser, Desk, open_shop
from ui.background import AtOnce, Background
from ui.theme import Theme


@pytest.fixture
def browser() -> Iterator[Browser]:
    made = Browser()
    yield made
    made.close()


@pytest.fixture
def desk(tmp_path: Path, look: Theme, qtbot: QtBot) -> Iterator[Desk]:
    """Everything at once."""
    shop = open_shop(tmp_path / "shop")
    made = Desk(shop, AtOnce(shop.changes))
    qtbot.addWidget(made.open_page())
    yield made
    made.background.close()
    QApplication.processEvents()  # what the page put off until the next turn, while the shop is open
    shop.close()


@pytest.fixture
def threaded(tmp_path: Path, look: Theme, qtbot: QtBot) -> Iterator[Desk]:
    """As in the real window, with workers."""
    shop = open_shop(tmp_path / "shop")
    made = Desk(shop, Background(shop.changes))
    page = made.open_page()
    qtbot.addWidget(page)
    qtbot.waitUntil(lambda: bool(page.standing.places))
    yield made
    assert made.background.close()
    shop.close()
