"""The focus ring shows for the keyboard only; stock widgets come out flat and large enough to hit."""

from __future__ import annotations

import pytest
import shiboken6
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QImage, QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QFocusFrame,
    QLineEdit,
    QListWidget,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QScrollBar,
    QSpinBox,
    QSplitter,
    QStyle,
    QStyleOptionSlider,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from ui.theme import Theme
from ui.theme.focus import FocusRing, set_ring


@pytest.fixture
def form(look: Theme, qtbot: QtBot) -> QWidget:
    """A shown window: two buttons, a line to type in and a list."""
    FocusRing.by_key = False  # another test may have ended with a key
    window = QWidget()
    column = QVBoxLayout(window)
    for widget in (QPushButton("one"), QPushButton("two"), QLineEdit("words"), QListWidget()):
        column.addWidget(widget)
    qtbot.addWidget(window)
    window.show()
    qtbot.waitExposed(window)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return window


def _ring() -> FocusRing:
    rings = QApplication.instance().findChildren(FocusRing)
    assert len(rings) == 1
    return rings[0]


def test_tab_puts_the_ring_around_the_widget_it_reaches(form: QWidget) -> None:
    first, second = form.findChildren(QPushButton)
    first.setFocus()
    QTest.keyClick(form, Qt.Key.Key_Tab)
    assert second.hasFocus()
    assert _ring().around() is second


def test_a_click_shows_no_ring_around_a_button(form: QWidget) -> None:
    first, second = form.findChildren(QPushButton)
    QTest.keyClick(form, Qt.Key.Key_Tab)
    QTest.mouseClick(first, Qt.MouseButton.LeftButton)
    QTest.mouseClick(second, Qt.MouseButton.LeftButton)
    assert _ring().around() is None


def test_a_shortcut_is_a_key_too(form: QWidget) -> None:
    first, second = form.findChildren(QPushButton)
    QShortcut(QKeySequence("F6"), form, lambda: second.setFocus(Qt.FocusReason.OtherFocusReason))
    QTest.mouseClick(form.windowHandle(), Qt.MouseButton.LeftButton, pos=first.geometry().center())
    assert first.hasFocus() and _ring().around() is None
    QTest.keyClick(form.windowHandle(), Qt.Key.Key_F6)
    assert second.hasFocus() and _ring().around() is second


def test_where_a_key_sends_the_keyboard_on_the_ring_goes_along_but_not_where_a_click_does(
    form: QWidget,
) -> None:
    first, second = form.findChildren(QPushButton)
    first.clicked.connect(lambda: second.setFocus(Qt.FocusReason.OtherFocusReason))
    first.setFocus()
    assert _ring().around() is None
    QTest.keyClick(form.windowHandle(), Qt.Key.Key_Space)
    assert second.hasFocus() and _ring().around() is second
    QTest.mouseClick(form.windowHandle(), Qt.MouseButton.LeftButton, pos=first.geometry().center())
    assert second.hasFocus() and _ring().around() is None


def test_a_line_to_type_in_has_the_ring_after_a_click_too(form: QWidget) -> None:
    line = form.findChild(QLineEdit)
    QTest.mouseClick(line, Qt.MouseButton.LeftButton)
    assert _ring().around() is line


def test_the_ring_is_painted_2_px_wide_with_a_gap_outside_the_widget(form: QWidget, look: Theme) -> None:
    line = form.findChild(QLineEdit)
    line.setFocus()
    image = form.grab().toImage()
    left = line.mapTo(form, QPoint(0, line.height() // 2))
    ink = look.tokens.color("ink")
    paper = look.tokens.color("paper")
    found = [image.pixelColor(left.x() - away, left.y()) for away in (4, 3, 2, 1)]
    assert found == [ink, ink, paper, paper]


def test_at_the_edge_of_what_scrolls_the_ring_is_whole(form: QWidget, look: Theme) -> None:
    """It is painted around its widget, and what scrolls cut off the side that stood at its edge."""
    area, page = QScrollArea(), QWidget()
    column = QVBoxLayout(page)
    column.setContentsMargins(0, 0, 0, 0)
    line = QLineEdit("words")
    column.addWidget(line)
    column.addStretch(1)
    area.setWidget(page)
    area.setWidgetResizable(True)
    form.layout().addWidget(area)  # type: ignore[union-attr]
    QApplication.processEvents()
    line.setFocus()
    QApplication.processEvents()
    seen, ink = area.viewport().grab().toImage(), look.tokens.color("ink")
    assert line.geometry().topLeft() == QPoint(0, 0)
    middle, right = line.height() // 2, seen.width() - 1
    assert [seen.pixelColor(x, middle) for x in (0, 1, right - 1, right)] == [ink] * 4
    assert [seen.pixelColor(line.width() // 2, y) for y in (0, 1)] == [ink] * 2


def test_a_list_has_its_ring_inside(form: QWidget, look: Theme) -> None:
    """Nobody ever saw it: Qt cuts away what a frame paints over its widget."""
    rows = form.findChild(QListWidget)
    form.findChild(QLineEdit).setFocus()
    QTest.keyClick(form, Qt.Key.Key_Tab)
    QApplication.processEvents()
    assert rows.hasFocus() and _ring().around() is rows
    image, ink = form.grab().toImage(), look.tokens.color("ink")
    left, top = rows.mapTo(form, QPoint(0, rows.height() // 2)), rows.mapTo(form, QPoint(rows.width() // 2, 0))
    assert [image.pixelColor(left.x() + x, left.y()) for x in (0, 1)] == [ink, ink]
    assert [image.pixelColor(top.x(), top.y() + y) for y in (0, 1)] == [ink, ink]
    assert image.pixelColor(left.x() + 2, left.y()) != ink
    (frame,) = form.findChildren(QFocusFrame)
    assert not frame.mask().contains(frame.rect().center()), "what is typed in its middle doesn't paint it anew"


def test_a_widget_may_do_without_the_ring(form: QWidget) -> None:
    chosen = form.findChild(QListWidget)
    set_ring(chosen, "none")
    form.findChild(QLineEdit).setFocus()
    QTest.keyClick(form, Qt.Key.Key_Tab)
    assert chosen.hasFocus()
    assert _ring().around() is None


def _window_with_a_line(qtbot: QtBot) -> tuple[QWidget, QLineEdit]:
    window = QWidget()
    line = QLineEdit()
    QVBoxLayout(window).addWidget(line)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    line.setFocus()
    return window, line


def test_the_ring_outlives_the_window_it_was_in(look: Theme, qtbot: QtBot) -> None:
    window, line = _window_with_a_line(qtbot)
    assert _ring().around() is line
    shiboken6.delete(window)
    assert _ring().around() is None
    window, line = _window_with_a_line(qtbot)
    qtbot.addWidget(window)
    assert _ring().around() is line


@pytest.mark.parametrize("scale", [0.9, 1.0, 1.3, 1.6])
@pytest.mark.parametrize("make", [QLineEdit, QComboBox, QSpinBox, QPushButton, QCheckBox, QRadioButton])
def test_stock_widgets_are_large_enough_to_hit(look: Theme, qtbot: QtBot, make: type, scale: float) -> None:
    look.set_text_scale(scale)
    widget = make()
    qtbot.addWidget(widget)
    least = 28 if make in (QCheckBox, QRadioButton) else 30
    assert widget.sizeHint().height() >= round(least * scale)
    assert widget.sizeHint().height() >= widget.fontMetrics().height() + 4


def test_a_splitter_is_one_line_wide(look: Theme, qtbot: QtBot) -> None:
    splitter = QSplitter()
    qtbot.addWidget(splitter)
    assert splitter.handleWidth() == 1


def _colours(image: QImage) -> set[str]:
    return {QColor(image.pixel(x, y)).name() for x in range(image.width()) for y in range(image.height())}


def test_a_button_is_flat(look: Theme, qtbot: QtBot) -> None:
    button = QPushButton("")
    qtbot.addWidget(button)
    button.resize(80, 30)
    image = button.grab().toImage()
    middle = {QColor(image.pixel(40, y)).name() for y in range(2, 28)}
    assert middle == {look.tokens.surface.lower()}


def _part(bar: QScrollBar, sub: QStyle.SubControl) -> QRect:
    option = QStyleOptionSlider()
    bar.initStyleOption(option)
    return bar.style().subControlRect(QStyle.ComplexControl.CC_ScrollBar, option, sub, bar)


@pytest.mark.parametrize("upright", [Qt.Orientation.Vertical, Qt.Orientation.Horizontal])
def test_a_scroll_bar_slides_the_whole_way_and_has_no_arrows(
    look: Theme, qtbot: QtBot, upright: Qt.Orientation
) -> None:
    bar = QScrollBar(upright)
    qtbot.addWidget(bar)
    bar.resize(12, 200) if upright == Qt.Orientation.Vertical else bar.resize(200, 12)
    bar.setRange(0, 1800)
    bar.setPageStep(200)
    sub = QStyle.SubControl
    assert _part(bar, sub.SC_ScrollBarSlider).topLeft() == bar.rect().topLeft()
    bar.setValue(1800)
    assert _part(bar, sub.SC_ScrollBarSlider).bottomRight() == bar.rect().bottomRight()
    assert _part(bar, sub.SC_ScrollBarAddLine).isEmpty()
    assert _part(bar, sub.SC_ScrollBarSubLine).isEmpty()
    assert _part(bar, sub.SC_ScrollBarSlider).height() >= 12


def test_a_click_below_the_slider_turns_one_page(look: Theme, qtbot: QtBot) -> None:
    bar = QScrollBar(Qt.Orientation.Vertical)
    qtbot.addWidget(bar)
    bar.resize(12, 200)
    bar.setRange(0, 1800)
    bar.setPageStep(200)
    bar.show()
    QTest.mouseClick(bar, Qt.MouseButton.LeftButton, pos=QPoint(6, 190))
    assert bar.value() == 200
