"""The settings dialog shows what is chosen and tells each change at once."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QLineEdit, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from desktop import backups, settings
from tests.fixtures_shop import Counter
from ui.settings.dialog import PAGES, SettingsDialog
from ui.theme import MODES, Theme
from ui.theme.focus import MARGIN, ring_of
from ui.widgets.buttons import Button


@pytest.fixture
def changed() -> list[tuple[str, Any]]:
    return []


@pytest.fixture
def dialog(at_counter: Counter, look: Theme, qtbot: QtBot, changed: list[tuple[str, Any]]) -> SettingsDialog:
    settings.put(at_counter.shop.store, settings.UNDO_SECONDS, 30)
    settings.put(at_counter.shop.store, settings.TEXT_SCALE, 1.25)
    made = SettingsDialog(at_counter.shop)
    qtbot.addWidget(made)
    made.changed.connect(lambda setting, value: changed.append((setting.key, value)))
    made.show()
    return made


def input_of(dialog: SettingsDialog, setting: settings.Setting[Any]) -> Any:
    return dialog.inputs[setting.key]


class _Shown(QObject):
    """What is shown as a window of its own."""

    def __init__(self) -> None:
        super().__init__()
        self.windows: list[QWidget] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.windows.append(watched)
        return False


def test_while_it_is_made_nothing_of_it_flashes_up_as_a_window_of_its_own(
    at_counter: Counter, look: Theme, qtbot: QtBot, qapp: QApplication
) -> None:
    backups.folder_of(at_counter.shop.folder).mkdir(exist_ok=True)
    (backups.folder_of(at_counter.shop.folder) / "shop-2025-09-06.db").write_bytes(b"")
    shown = _Shown()
    qapp.installEventFilter(shown)
    try:
        made = SettingsDialog(at_counter.shop)
    finally:
        qapp.removeEventFilter(shown)
    qtbot.addWidget(made)
    assert shown.windows == []
    made.show()
    made.list.setCurrentItem(made.list.findItems("Data", Qt.MatchFlag.MatchExactly)[0])
    seen = {button.text() for button in made.findChildren(Button) if button.isVisible()}
    assert {"Bring this copy back…", "Forget a person…", "Export everything…"} <= seen


def test_it_shows_what_is_chosen_even_where_the_list_lacks_it(dialog: SettingsDialog) -> None:
    undo: QComboBox = input_of(dialog, settings.UNDO_SECONDS)
    assert undo.currentText() == "30 seconds"
    assert input_of(dialog, settings.TEXT_SCALE).currentData() == 1.25
    assert input_of(dialog, settings.SHOP_NAME).text() == "Corner Shop"
    assert input_of(dialog, settings.NOTIFY).isChecked()


def test_the_names_of_its_pages_stay_whole_when_the_text_grows(dialog: SettingsDialog, look: Theme) -> None:
    before, tall = dialog.list.width(), dialog.list.item(0).sizeHint().height()
    look.set_text_scale(1.6)
    assert dialog.list.width() > before and dialog.list.item(0).sizeHint().height() > tall


def test_each_change_is_told_with_its_value(dialog: SettingsDialog, changed: list[Any]) -> None:
    undo: QComboBox = input_of(dialog, settings.UNDO_SECONDS)
    undo.setFocus()
    QTest.keyClick(undo, Qt.Key.Key_End)
    box: QCheckBox = input_of(dialog, settings.SINGLE_KEYS)
    box.click()
    assert changed == [("undo_seconds", 0), ("single_keys", False)]


def turn_wheel(over: QWidget) -> None:
    """One notch down with the mouse over a widget, as the window gets it."""
    window = over.window().windowHandle()
    where = over.mapTo(over.window(), over.rect().center())
    QTest.wheelEvent(window, QPointF(where), QPoint(0, -120))
    QApplication.processEvents()


def test_the_wheel_scrolls_the_page_and_changes_no_choice(dialog: SettingsDialog, changed: list[Any]) -> None:
    dialog.list.setCurrentItem(dialog.list.findItems("Data", Qt.MatchFlag.MatchExactly)[0])
    dialog.resize(dialog.width(), 300)
    QApplication.processEvents()
    private = dialog.how_long.inputs[settings.KEEP_PRIVATE.key]
    area = next(one for one in dialog.findChildren(QScrollArea) if one.isAncestorOf(private))
    area.ensureWidgetVisible(private)
    QApplication.processEvents()
    before, stood = private.currentIndex(), area.verticalScrollBar().value()
    assert 0 < before < private.count() - 1
    turn_wheel(private)
    assert private.currentIndex() == before and changed == []
    assert area.verticalScrollBar().value() > stood
    assert not private.hasFocus()


def test_a_shop_never_loses_its_name(dialog: SettingsDialog, changed: list[Any]) -> None:
    name: QLineEdit = input_of(dialog, settings.SHOP_NAME)
    name.setText("  ")
    name.editingFinished.emit()
    assert name.text() == "Corner Shop"
    name.setText("Lena & Pat’s")
    name.editingFinished.emit()
    assert changed == [("shop_name", "Lena & Pat’s")]


def test_every_theme_there_is_can_be_chosen(dialog: SettingsDialog) -> None:
    themes: QComboBox = input_of(dialog, settings.THEME)
    assert tuple(themes.itemData(row) for row in range(themes.count())) == MODES


def test_the_arrows_in_the_list_turn_the_pages(dialog: SettingsDialog) -> None:
    for row in range(len(PAGES)):
        assert dialog.stack.currentIndex() == row
        QTest.keyClick(dialog.list, Qt.Key.Key_Down)


def test_every_input_has_a_name(dialog: SettingsDialog) -> None:
    for choices in PAGES.values():
        for choice in choices:
            made = input_of(dialog, choice.setting)
            if isinstance(made, QCheckBox):
                assert made.text() == choice.label
            else:
                assert made.parentWidget().layout() is not None


def test_the_coach_can_be_turned_off_for_oneself(dialog: SettingsDialog, qtbot: QtBot) -> None:
    with qtbot.waitSignal(dialog.coach_off_wanted):
        dialog.quiet.off.click()
    assert not dialog.quiet.off.isEnabled()


def test_it_grows_and_shrinks_with_the_text_and_stays_as_large_as_somebody_made_it(
    dialog: SettingsDialog, look: Theme
) -> None:
    """It was opened at 100 % and kept its height: what is chosen lay below its foot."""
    room = dialog.screen().availableGeometry()
    assert dialog.height() == 520
    look.set_text_scale(1.2)
    QApplication.processEvents()
    assert dialog.height() == 624 and dialog.width() > 720
    look.set_text_scale(1.6)
    QApplication.processEvents()
    assert 624 < dialog.height() < room.height() and room.contains(dialog.geometry())
    look.set_text_scale(1.0)
    QApplication.processEvents()
    assert dialog.height() == 520
    dialog.resize(dialog.width(), 700)
    look.set_text_scale(1.2)
    QApplication.processEvents()
    assert dialog.height() == 700


def test_every_page_leaves_the_focus_ring_its_room(dialog: SettingsDialog) -> None:
    for row in range(dialog.list.count()):
        dialog.list.setCurrentRow(row)
        QApplication.processEvents()
        page = dialog.stack.currentWidget()
        for one in page.findChildren(QWidget):
            if one.isVisible() and one.focusPolicy() & Qt.FocusPolicy.TabFocus and ring_of(one) == "outside":
                area = next((up for up in _above(one) if isinstance(up, QScrollArea)), None)
                if area is not None:
                    box = QRect(one.mapTo(area.viewport(), QPoint(0, 0)), one.size())
                    assert box.left() >= MARGIN and box.right() < area.viewport().width() - MARGIN, one


def _above(widget: QWidget) -> Iterator[QWidget]:
    up = widget.parentWidget()
    while up is not None:
        yield up
        up = up.parentWidget()
