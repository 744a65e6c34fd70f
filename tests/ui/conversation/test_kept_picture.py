"""A picture that was added by hand: small in the thread, whole on request; sealed where the shop is protected."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QBuffer, QIODevice, QUrl
from PySide6.QtGui import QDesktopServices, QImage
from pytestqt.qtbot import QtBot

from desktop import pictures
from desktop.driver import Key
from ui.conversation.kept_picture import KeptPicture, WholePicture
from ui.theme import Theme


def png() -> bytes:
    image, buffer = QImage(1200, 900, QImage.Format.Format_RGB32), QBuffer()
    image.fill(0)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    return bytes(buffer.data().data())


@pytest.mark.parametrize("key", [None, Key.new()], ids=["plain", "protected"])
def test_it_is_shown_small_and_opens_whole_where_others_can_not_read_it(
    key: Key | None, tmp_path: Path, look: Theme, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    sent: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", sent.append)
    path = pictures.keep(tmp_path, "one", png(), key)
    assert (path.read_bytes() == png()) is (key is None)
    shown = KeptPicture(pictures.Kept(path, key), "Marta")
    qtbot.addWidget(shown)
    assert 0 < shown.label.pixmap().height() <= 180
    shown.open.click()
    wholes = shown.findChildren(WholePicture)
    if key is None:
        assert [url.toLocalFile() for url in sent] == [str(path)] and not wholes
        return
    assert not sent, "no other program is given the file"
    assert wholes[0].label.pixmap().width() == 1200
    wholes[0].close()


def test_a_picture_that_can_not_be_read_any_more_is_left_out(tmp_path: Path, look: Theme, qtbot: QtBot) -> None:
    path = pictures.keep(tmp_path, "one", png(), Key.new())
    for kept in (pictures.Kept(path, Key.new()), pictures.Kept(path), pictures.Kept(tmp_path / "gone.png")):
        shown = KeptPicture(kept, "Marta")
        qtbot.addWidget(shown)
        assert shown.label.pixmap().isNull()
