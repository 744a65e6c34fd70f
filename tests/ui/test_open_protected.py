"""A protected export is written, and opened again, in the window."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop import keys, past, sealed, sealing
from desktop.clock import SetClock
from desktop.shop import Shop
from desktop.vault import SessionVault
from tests.desktop.test_sealing import CANARY, PASSWORD, filled, ways_in
from tests.fixtures_shop import SATURDAY
from tests.printed import bare, pages
from ui.background import AtOnce
from ui.history.export_dialog import ExportDialog
from ui.open_protected import OpenProtected
from ui.theme import Theme
from ui.window import Toast, Window


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[Shop]:
    folder = tmp_path / "shop"
    filled(folder)
    file, key = ways_in()
    sealing.protect(folder, file, key)
    made = Shop.open(folder, clock=SetClock(SATURDAY), vault=SessionVault(), key=key)
    yield made
    made.close()


@pytest.fixture
def runner(shop: Shop) -> Iterator[AtOnce]:
    made = AtOnce(shop.changes)
    yield made
    made.close()


def exporting(shop: Shop, runner: AtOnce, window: Window, qtbot: QtBot) -> ExportDialog:
    dialog = ExportDialog(shop, runner, window)
    dialog.take(lambda _: past.newest(shop.store))
    qtbot.addWidget(dialog)
    dialog.open()
    return dialog


def test_private_messages_leave_it_only_under_the_password_as_pages_too(
    shop: Shop, runner: AtOnce, look: Theme, qtbot: QtBot, tmp_path: Path
) -> None:
    window, toasts = Window(), list[Toast]()
    window.toast_wanted.connect(toasts.append)
    dialog = exporting(shop, runner, window, qtbot)
    assert dialog.seal.isVisible() and not dialog.seal.isChecked() and dialog.seal.isEnabled()
    dialog.without_private.click()
    assert dialog.seal.isChecked() and not dialog.seal.isEnabled()
    assert "Only a password of this shop" in dialog.said.text()
    dialog.formats["pdf"].click()
    dialog.write(tmp_path / "all")
    assert toasts[-1].text == "1 conversation in all.pdf.protected"
    made = tmp_path / "all.pdf.protected"
    assert sorted(path.name for path in tmp_path.glob("*all*")) == [made.name]
    assert not made.read_bytes().count(b"%PDF")
    way = keys.open_with(sealed.ways_in(made), PASSWORD)
    assert way is not None
    assert bare(CANARY) in bare(" ".join(pages(sealed.open_into(made, way.key, tmp_path))))


def test_whoever_leaves_them_out_chooses(shop: Shop, runner: AtOnce, look: Theme, qtbot: QtBot, tmp_path: Path) -> None:
    dialog = exporting(shop, runner, Window(), qtbot)
    dialog.without_private.click()
    dialog.without_private.click()
    assert not dialog.seal.isChecked() and dialog.seal.isEnabled()
    dialog.seal.click()
    dialog.write(tmp_path / "all")
    assert sealed.is_one(tmp_path / "all.csv.protected")


def test_a_shop_without_a_password_offers_none(
    shop: Shop, runner: AtOnce, look: Theme, qtbot: QtBot, tmp_path: Path
) -> None:
    shop.key = None
    dialog = exporting(shop, runner, Window(), qtbot)
    assert not dialog.seal.isVisible()
    dialog.without_private.click()
    assert not dialog.seal.isChecked()
    dialog.close()


def test_it_opens_with_the_password_and_only_with_it(
    shop: Shop, runner: AtOnce, look: Theme, qtbot: QtBot, tmp_path: Path
) -> None:
    file = keys.of(shop.folder)
    assert shop.key
    with sealed.writing(tmp_path / "soup.csv.protected", "soup.csv", file, shop.key) as out:
        out.write(b"soup")
    dialog, opened = OpenProtected(tmp_path / "soup.csv.protected", runner), list[Path]()
    dialog.opened.connect(opened.append)
    dialog.open()
    QTest.keyClicks(dialog.field, "not this one, sorry")
    QTest.keyClick(dialog.field, Qt.Key.Key_Return)
    assert "That isn’t a password" in dialog.said.text() and dialog.said.isVisible()
    assert not (tmp_path / "soup.csv").exists()
    QTest.keyClicks(dialog.field, PASSWORD)
    QTest.keyClick(dialog.field, Qt.Key.Key_Return)
    assert opened == [tmp_path / "soup.csv"]
    assert opened[0].read_bytes() == b"soup"


def test_a_damaged_one_is_told(runner: AtOnce, look: Theme, qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "x.protected"
    path.write_bytes(b"nothing of ours")
    dialog = OpenProtected(path, runner)
    dialog.open()
    QTest.keyClicks(dialog.field, PASSWORD)
    dialog.go.click()
    assert "isn’t a protected file" in dialog.said.text()
    dialog.close()
