"""Icons: all there, ours to tint, sharp on every screen."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage, QPainter, QPixmap

from ui.theme import Theme, icons

NEEDED = """inbox complaint history chart book people plug search eye lock check x up down left right send undo
clock note shuffle link open plus minus filter warn stop info cloud cloudoff outbox download star heart question
idea swap shield calendar pencil play pause hand ear target steps cup sign dots bell tag table person phone image
refresh app""".split()


@pytest.fixture(autouse=True)
def _dressed(look: Theme) -> None:
    """Every test here runs in a dressed application."""


def _ink(image: QImage) -> set[tuple[int, int]]:
    reach = range(image.width())
    return {(x, y) for x in reach for y in range(image.height()) if image.pixelColor(x, y).alpha() > 0}


def test_every_icon_of_the_design_is_there() -> None:
    assert set(NEEDED) <= set(icons.names())


@pytest.mark.parametrize("name", NEEDED)
def test_an_icon_is_drawn_on_the_24_grid_and_inside_it(name: str) -> None:
    source = (icons.FOLDER / f"{name}.svg").read_text(encoding="utf-8")
    assert 'viewBox="0 0 24 24"' in source
    assert set(re.findall(r"#[0-9A-Fa-f]{6}", source)) == {"#221F1A"}
    drawn = _ink(icons.pixmap(name, "text", 48, 1.0).toImage())
    assert drawn
    assert all(0 < x < 47 and 0 < y < 47 for x, y in drawn)


def test_an_icon_takes_the_colour_of_its_token(look: Theme) -> None:
    assert icons.pixmap("stop", "ink", 16, 1.0).cacheKey() == icons.pixmap("stop", "ink", 16, 1.0).cacheKey()
    image = icons.pixmap("stop", "ink", 32, 1.0).toImage()
    solid = {image.pixelColor(x, y).name() for x, y in _ink(image) if image.pixelColor(x, y).alpha() == 255}
    assert solid == {look.tokens.ink.lower()}


def test_a_dense_screen_gets_more_pixels() -> None:
    dense = icons.pixmap("send", "ink", 16, 2.0)
    assert dense.size().width() == 32
    assert dense.deviceIndependentSize().width() == 16


def test_painting_an_icon_is_sharp_on_a_dense_device() -> None:
    target = QPixmap(40, 40)
    target.setDevicePixelRatio(2.0)
    target.fill(QColor("white"))
    painter = QPainter(target)
    icons.paint_icon(painter, 2, 2, "stop", "ink", 16)
    painter.end()
    assert target.toImage().pixelColor(39, 39) == QColor("white")
    assert target.toImage().pixelColor(20, 20) != target.toImage().pixelColor(39, 39)


def test_an_unknown_icon_is_refused() -> None:
    with pytest.raises(KeyError, match="unicorn"):
        icons.pixmap("unicorn")


def test_there_is_nothing_but_drawings_in_the_folder() -> None:
    assert {path.suffix for path in Path(icons.FOLDER).iterdir()} == {".svg"}
