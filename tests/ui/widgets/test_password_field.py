"""The field for a password grows with the text, its eye too."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QToolButton
from pytestqt.qtbot import QtBot

from ui.theme import Theme
from ui.widgets.password_field import PasswordField


def inked(button: QToolButton) -> int:
    """The width in px of what is drawn on a button, whatever room it has."""
    image = button.grab().toImage()
    ground = image.pixelColor(0, 0)

    def is_drawn(x: int) -> bool:
        return any(_differs(image.pixelColor(x, y), ground) for y in range(image.height()))

    drawn = [x for x in range(image.width()) if is_drawn(x)]
    return drawn[-1] - drawn[0] + 1 if drawn else 0


def _differs(one: QColor, other: QColor) -> bool:
    return abs(one.lightness() - other.lightness()) > 40


@pytest.mark.parametrize("grows_while_open", [False, True])
def test_the_eye_grows_with_the_text(look: Theme, qtbot: QtBot, grows_while_open: bool) -> None:
    widths = {}
    for scale in (1.0, 1.6):
        look.set_text_scale(1.0 if grows_while_open else scale)
        field = PasswordField("Password")
        qtbot.addWidget(field)
        field.resize(420, field.minimumHeight())
        field.show()
        look.set_text_scale(scale)
        field.resize(420, field.minimumHeight())
        QApplication.processEvents()
        (eye,) = field.findChildren(QToolButton)
        widths[scale] = inked(eye)
        assert field.rect().contains(eye.geometry())
        assert field.minimumHeight() >= round(34 * scale) - 1
    assert widths[1.6] > widths[1.0] * 1.4
