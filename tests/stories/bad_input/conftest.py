"""The real window, with nothing but the real thing behind it: a shop, its folder, a small disk."""

from __future__ import annotations

import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from desktop import backups
from desktop.shop import Shop
from tests.desktop.bad_input.conftest import quay
from tests.fixtures_shop import open_counter
from tests.stories.bad_input.kit import Open, SmallDisk, Starter
from tests.stories.driver import Driver
from ui.background import AtOnce
from ui.theme import Theme

__all__ = ["quay"]


@pytest.fixture
def open_window(look: Theme) -> Iterator[Open]:
    """Opens the real window over a shop, without threads; closes it in the end."""
    made: list[Driver] = []

    def start(shop: Shop) -> Driver:
        made.append(Driver(shop, AtOnce(shop.changes)))
        QApplication.processEvents()
        return made[-1]

    yield start
    for each in made:
        each.session.rounds.end()
        each.window.close_for_good()
        each.window.deleteLater()
    QApplication.processEvents()


@pytest.fixture
def start(qapp: QApplication, look: Theme, monkeypatch: pytest.MonkeyPatch) -> Iterator[Starter]:
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    starter = Starter(qapp)
    yield starter
    starter.end()


@pytest.fixture
def shop_folder(tmp_path: Path) -> Path:
    """A real shop with one conversation and a copy of this morning; closed."""
    at = open_counter(tmp_path / "shop")
    at.hear("Charged twice and the tart was raw in the middle.")
    now = at.clock.local(at.clock.now())
    backups.daily(at.shop.store, at.shop.folder, now)
    at.shop.close()
    return tmp_path / "shop"


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[SmallDisk]:
    (tmp_path / "disk").mkdir()
    with SmallDisk(tmp_path / "disk") as made:
        yield made
