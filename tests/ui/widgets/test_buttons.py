"""Buttons say what they are told literally, answer to keys and mouse, and keep to their kinds."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu, QWidget
from pytestqt.qtbot import QtBot

from ui.theme import Theme
from ui.widgets.buttons import Button, FilterButton, IconButton, LinkButton, one_of


@pytest.fixture(autouse=True)
def _dressed(look: Theme) -> None:
    """Every test here runs in a dressed application."""


def _colour_at(widget: QWidget, x: int, y: int) -> str:
    image: QImage = widget.grab().toImage()
    return image.pixelColor(x, y).name().upper()


@pytest.mark.parametrize("make", [Button, LinkButton, FilterButton])
def test_an_ampersand_in_a_name_is_an_ampersand(qtbot: QtBot, make: type) -> None:
    button = make("Ask Lena & Pat to say so")
    qtbot.addWidget(button)
    assert button.text() == "Ask Lena & Pat to say so"
    assert button.shortcut().isEmpty()


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
@pytest.mark.parametrize("make", [Button, LinkButton])
def test_enter_and_space_press_it(qtbot: QtBot, make: type, key: Qt.Key) -> None:
    button = make("Post reply")
    qtbot.addWidget(button)
    with qtbot.waitSignal(button.clicked):
        QTest.keyClick(button, key)


def test_a_disabled_button_is_not_pressed(qtbot: QtBot) -> None:
    button = Button("Post reply", kind="primary")
    qtbot.addWidget(button)
    button.setEnabled(False)
    with qtbot.assertNotEmitted(button.clicked):
        QTest.keyClick(button, Qt.Key.Key_Return)
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)


@pytest.mark.parametrize(
    ("kind", "ground"),
    [("primary", "ink"), ("amber", "amber_tint"), ("plain", "surface"), ("quiet", "paper")],
)
def test_each_kind_has_its_ground(qtbot: QtBot, look: Theme, kind: str, ground: str) -> None:
    button = Button("Post reply", kind=kind)
    qtbot.addWidget(button)
    button.resize(button.sizeHint())
    assert _colour_at(button, 5, 5) == getattr(look.tokens, ground)


def test_a_button_changes_from_yours_to_finish_to_ready(qtbot: QtBot, look: Theme) -> None:
    button = Button("Fill 2 blanks to post", kind="amber", key="Ctrl ↵")
    qtbot.addWidget(button)
    button.setText("Post reply")
    button.set_kind("primary")
    button.resize(button.sizeHint())
    assert (button.text(), button.kind()) == ("Post reply", "primary")
    assert _colour_at(button, 5, 5) == look.tokens.ink


def test_an_unknown_kind_is_refused(qtbot: QtBot) -> None:
    with pytest.raises(ValueError, match="loud"):
        Button("x", kind="loud")


def test_icon_key_and_menu_each_take_room(qtbot: QtBot) -> None:
    plain, iconed, keyed, menu = Button("x"), Button("x", "send"), Button("x", key="A"), Button("x")
    menu.setMenu(QMenu(menu))
    for button in (plain, iconed, keyed, menu):
        qtbot.addWidget(button)
    assert plain.sizeHint().width() < min(b.sizeHint().width() for b in (iconed, keyed, menu))


def test_heights_are_those_of_the_design(qtbot: QtBot) -> None:
    button, small = Button("Post reply"), Button("All", small=True)
    for widget in (button, small):
        qtbot.addWidget(widget)
    assert (button.sizeHint().height(), small.sizeHint().height()) == (30, 26)


def test_one_filter_at_a_time_and_arrows_move_between_them(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    buttons = [FilterButton(text, parent=window) for text in ("All", "Public", "Private")]
    group = one_of(window, *buttons)
    for at, button in enumerate(buttons):
        button.setGeometry(at * 80, 0, 70, 26)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    assert group.checkedId() == 0
    buttons[0].setFocus()
    QTest.keyClick(buttons[0], Qt.Key.Key_Right)
    assert group.checkedId() == 1
    assert [button.isChecked() for button in buttons] == [False, True, False]


def test_an_icon_button_is_named_by_its_tooltip(qtbot: QtBot) -> None:
    button = IconButton("open", "Open in browser")
    qtbot.addWidget(button)
    assert button.accessibleName() == button.toolTip() == "Open in browser"
    button.set_tooltip("Open again")
    assert button.accessibleName() == button.toolTip() == "Open again"
    assert button.sizeHint().width() >= 28


def test_a_narrow_button_cuts_its_words_and_never_its_key(qtbot: QtBot, look: Theme) -> None:
    button = Button("Ask somebody with a very long name to say so", "person", "primary", "A")
    qtbot.addWidget(button)
    button.resize(button.minimumSizeHint())
    image = button.grab().toImage()
    right = range(button.width() - 32, button.width() - 8)
    middle = button.height() // 2
    assert any(
        image.pixelColor(x, y).name().upper() == "#FFFFFF" for x in right for y in (middle - 5, middle)
    )
    assert image.pixelColor(button.width() - 5, middle).name().upper() == look.tokens.ink


def test_in_little_room_the_key_goes_before_the_words_are_cut(look: Theme, qtbot: QtBot) -> None:
    button = Button("Fill 2 blanks to post", kind="amber", key="Ctrl ↵")
    qtbot.addWidget(button)
    whole, bare = button.sizeHint(), Button("Fill 2 blanks to post", kind="amber").sizeHint()
    button.resize(whole.width() - 10, whole.height())
    assert not button.is_cut()
    button.resize(bare)
    assert not button.is_cut() and button.grab().toImage() == _painted(Button("Fill 2 blanks to post", kind="amber"))
    button.resize(bare.width() - 1, bare.height())
    assert button.is_cut()


def _painted(button: Button) -> QImage:
    button.resize(button.sizeHint())
    return button.grab().toImage()
