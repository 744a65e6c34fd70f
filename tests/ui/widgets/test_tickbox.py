"""Boxes to tick whose words wrap."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QRadioButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui.theme import Theme
from ui.widgets.tickbox import OneOfThese, TickBox

LONG = "Friendly words and ideas of the day, in one line when the shop closes"


@pytest.mark.parametrize("make", [TickBox, OneOfThese])
@pytest.mark.parametrize("scale", [1.0, 1.6])
def test_words_wrap_and_a_click_on_the_second_line_ticks(
    look: Theme, qtbot: QtBot, make: type[TickBox] | type[OneOfThese], scale: float
) -> None:
    look.set_text_scale(scale)
    window, box = QWidget(), make(LONG)
    column = QVBoxLayout(window)
    column.addWidget(box)
    column.addStretch(1)
    qtbot.addWidget(window)
    window.resize(round(260 * scale), 400)
    window.show()
    assert box.height() >= 2 * box.fontMetrics().height() and window.width() == round(260 * scale)
    QTest.mouseClick(box, Qt.MouseButton.LeftButton, pos=QPoint(box.width() // 2, box.height() - 6))
    assert box.isChecked()


@pytest.mark.parametrize(("make", "plain"), [(TickBox, QCheckBox), (OneOfThese, QRadioButton)])
@pytest.mark.parametrize("way", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_in_one_line_the_mark_stands_where_the_plain_box_has_it(
    look: Theme, qtbot: QtBot, make: type[QWidget], plain: type[QWidget], way: Qt.LayoutDirection
) -> None:
    marks = []
    for kind in (make, plain):
        box = kind()
        box.setText("Names")  # type: ignore[attr-defined]
        box.setChecked(True)  # type: ignore[attr-defined]
        box.setLayoutDirection(way)
        qtbot.addWidget(box)
        box.resize(200, 28)
        image, ink = box.grab().toImage(), look.tokens.color("ink")
        marks.append([(x, y) for x in range(200) for y in range(28) if image.pixelColor(x, y) == ink])
    assert marks[0] and marks[0] == marks[1]


def test_an_ampersand_is_one_sign(look: Theme, qtbot: QtBot) -> None:
    box, other = TickBox("Also Lena && Pat"), TickBox("Also Lena & Pat")
    for one in (box, other):
        qtbot.addWidget(one)
    assert box.sizeHint() == other.sizeHint()
