"""What lists paint again and again is drawn once, and looks as if it were drawn each time."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QImage, QPainter
from pytestqt.qtbot import QtBot

from ui.theme import Theme, theme
from ui.theme.kept import paint_kept
from ui.widgets.chips import paint_chip
from ui.widgets.tile import paint_tile

BOX = QRect(7, 5, 160, 24)


def painted(what: str, *, kept: bool, ratio: float = 1.0) -> QImage:
    image = QImage(round(200 * ratio), round(40 * ratio), QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(ratio)
    ground = theme().tokens.color("surface")
    image.fill(ground)
    painter = QPainter(image)
    if what == "tile":
        paint_tile(painter, BOX, "G", ground=ground if kept else None)
    else:
        paint_chip(painter, BOX, "check", "They said so", "leaf", what == "guess", ground=ground if kept else None)
    painter.end()
    return image


@pytest.mark.parametrize("what", ["chip", "guess", "tile"])
@pytest.mark.parametrize("mode", ["light", "dark", "high contrast dark"])
@pytest.mark.parametrize("scale", [1.0, 1.3])
def test_it_looks_as_if_it_were_drawn_each_time(
    qtbot: QtBot, look: Theme, what: str, mode: str, scale: float
) -> None:
    look.set_mode(mode)
    look.set_text_scale(scale)
    for ratio in (1.0, 1.5, 2.0):
        drawn = painted(what, kept=False, ratio=ratio)
        assert painted(what, kept=True, ratio=ratio) == drawn  # the first time
        assert painted(what, kept=True, ratio=ratio) == drawn  # and from what is kept


def test_it_is_drawn_once_for_each_ground_and_anew_in_other_colours(qtbot: QtBot, look: Theme) -> None:
    drawn: list[QRect] = []
    image = QImage(200, 40, QImage.Format.Format_RGB32)

    def paint(ground: str) -> None:
        painter = QPainter(image)
        paint_kept(painter, BOX, QColor(ground), "test", lambda _painter, box: drawn.append(box))
        painter.end()

    for ground in ("white", "white", "beige", "white"):
        paint(ground)
    assert [box.size() for box in drawn] == [BOX.size()] * 2
    look.set_mode("dark")
    paint("white")
    look.set_text_scale(1.3)
    paint("white")
    assert len(drawn) == 4
