"""Everything shared, in every theme and at several text sizes: nothing is cut off, everything has a name."""

from __future__ import annotations

import importlib
import pkgutil

import pytest
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QAbstractButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

import ui.widgets
from tests.ui.widgets.gallery import EVERYTHING
from ui.theme import Theme
from ui.widgets.bars import Glyph

MODES = ("light", "dark", "high contrast light", "high contrast dark")
SIZES = (0.9, 1.0, 1.3, 1.6)
ROOM = 40


def _painted(image: QImage, ground: QColor) -> int:
    """How many pixels are not the ground."""
    plain = ground.rgb()
    return sum(image.pixel(x, y) != plain for x in range(image.width()) for y in range(image.height()))


def _fitted(make: object, qtbot: QtBot) -> QWidget:
    widget = make()  # type: ignore[operator]
    qtbot.addWidget(widget)
    hint = widget.sizeHint()
    height = widget.heightForWidth(hint.width()) if widget.hasHeightForWidth() else hint.height()
    widget.resize(hint.width(), height)
    return widget


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("name", EVERYTHING)
def test_everything_paints_itself_in_every_theme_and_size(
    look: Theme, qtbot: QtBot, name: str, mode: str, size: float
) -> None:
    look.set_mode(mode)
    look.set_text_scale(size)
    widget = _fitted(EVERYTHING[name], qtbot)
    assert _painted(widget.grab().toImage(), look.tokens.color("paper")) > 20


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize(
    "name", ["elided", "wrapped", "quoted", "link", "stars", "quiet", "glyph", "keycap", "tile", "avatar"]
)
def test_with_more_room_nothing_more_appears(look: Theme, qtbot: QtBot, name: str, size: float) -> None:
    look.set_text_scale(size)
    widget = _fitted(EVERYTHING[name], qtbot)
    tight = _painted(widget.grab().toImage(), look.tokens.color("paper"))
    if widget.sizePolicy().hasHeightForWidth():
        widget.resize(widget.width(), widget.height() + ROOM)
    elif name not in ("tile", "avatar"):  # these grow with their room
        widget.resize(widget.width() + 2 * ROOM, widget.height() + 2 * (ROOM // 2))
    assert _painted(widget.grab().toImage(), look.tokens.color("paper")) == tight


@pytest.mark.parametrize("name", EVERYTHING)
def test_the_hint_grows_with_the_text(look: Theme, qtbot: QtBot, name: str) -> None:
    widget = EVERYTHING[name]()
    qtbot.addWidget(widget)
    before = widget.sizeHint()
    look.set_text_scale(1.6)
    after = widget.sizeHint()
    assert after.height() > before.height() or after.width() > before.width()
    assert after.height() >= before.height()


@pytest.mark.parametrize("size", SIZES)
def test_in_a_narrow_column_every_part_gets_the_height_it_asks_for(
    look: Theme, qtbot: QtBot, size: float
) -> None:
    look.set_text_scale(size)
    column = QWidget()
    qtbot.addWidget(column)
    layout = QVBoxLayout(column)
    widgets = [make() for make in EVERYTHING.values()]
    for widget in widgets:
        layout.addWidget(widget)
    column.resize(round(300 * size), 400)
    column.show()
    qtbot.waitExposed(column)
    column.adjustSize()
    for widget in widgets:
        wanted = widget.minimumSizeHint().height()
        if widget.hasHeightForWidth():
            wanted = max(wanted, widget.heightForWidth(widget.width()))
        assert widget.height() >= wanted, type(widget).__name__


@pytest.mark.parametrize("name", [name for name in EVERYTHING if name != "glyph"])
def test_everything_has_a_name_for_screen_readers(look: Theme, qtbot: QtBot, name: str) -> None:
    widget = EVERYTHING[name]()
    qtbot.addWidget(widget)
    assert widget.accessibleName() or widget.text()  # type: ignore[attr-defined]


@pytest.mark.parametrize("size", SIZES)
def test_everything_to_press_is_large_enough_and_can_be_reached_with_the_keyboard(
    look: Theme, qtbot: QtBot, size: float
) -> None:
    look.set_text_scale(size)
    for make in EVERYTHING.values():
        widget = make()
        qtbot.addWidget(widget)
        if not isinstance(widget, QAbstractButton):
            continue
        assert widget.focusPolicy().value & 1, widget.text()
        assert widget.sizeHint().height() >= round(24 * size), type(widget).__name__


def test_the_gallery_has_everything_there_is(qtbot: QtBot) -> None:
    shown = {type(make()) for make in EVERYTHING.values()} | {Glyph}
    # Tested on their own, or where they are filled:
    elsewhere = {"Toast", "Panel", "FlowLayout", "RowList", "SentenceCard", "Sentences", "AskOrYes", "Money", "Rule"}
    elsewhere |= {"ChoiceBox", "NumberBox", "Scrolled", "PlainText"}  # the app’s style draws them
    for module in pkgutil.iter_modules(ui.widgets.__path__):
        loaded = importlib.import_module(f"ui.widgets.{module.name}")
        for name, thing in vars(loaded).items():
            ours = (
                isinstance(thing, type) and issubclass(thing, QWidget) and thing.__module__ == loaded.__name__
            )
            assert not ours or name.startswith("_") or name in elsewhere or thing in shown, name
