"""What every page and dialog tells a screen reader, what the keyboard reaches, and whether words stand out enough."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMetaMethod, QPoint, Qt
from PySide6.QtGui import QAccessible, QColor, QImage
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QDialog,
    QLabel,
    QLineEdit,
    QScrollArea,
    QWidget,
)

from tests.stories.driver import is_in_sight
from tests.stories.fenny_lane import open_fenny_lane
from tests.ui.theme.test_palette import contrast
from ui.background import AtOnce
from ui.session import Session
from ui.settings.dialog import SettingsDialog
from ui.theme import Theme

PAGES = ("inbox", "complaints", "history", "insights", "shopbook", "people", "accounts", "welcome")


@pytest.fixture
def session(tmp_path: Path, look: Theme) -> Iterator[Session]:
    shop = open_fenny_lane(tmp_path / "shop")
    made = Session(shop, AtOnce(shop.changes))
    made.show()
    made.window.resize(1280, 800)
    made.window.activateWindow()
    settle()
    yield made
    made.window.close_for_good()
    made.window.deleteLater()
    QApplication.processEvents()


def settle() -> None:
    for _ in range(5):
        QApplication.processEvents()


def stops(root: QWidget) -> list[QWidget]:
    """Where Tab can stop; Qt's own field inside a field for times has no name of its own, the field has."""
    return [
        widget
        for widget in root.findChildren(QWidget)
        if widget.isVisible()
        and widget.focusPolicy().value & Qt.FocusPolicy.TabFocus.value
        and not (isinstance(widget, QLineEdit) and isinstance(widget.parentWidget(), QAbstractSpinBox))
        and not isinstance(widget, QScrollArea)
    ]


def nameless(root: QWidget) -> list[str]:
    found = []
    for widget in stops(root):
        told = QAccessible.queryAccessibleInterface(widget)
        assert told is not None, widget
        if not told.text(QAccessible.Text.Name).strip() or (isinstance(widget, QComboBox) and not is_for(widget)):
            found.append(f"{type(widget).__name__} in {type(widget.parentWidget()).__name__}: {told.role().name}")
    return found


def is_for(combo: QComboBox) -> bool:
    """Whether it is told what is chosen there: on Linux its name says what is."""
    told = QAccessible.queryAccessibleInterface(combo)
    labels = [relation for _, relation in told.relations() if relation & QAccessible.RelationFlag.Label]
    return bool(labels or told.text(QAccessible.Text.Description).strip())


def alike(root: QWidget) -> list[str]:
    """Buttons that say the same, word for word: who hears only the name can't tell them apart."""
    told = [
        (each.accessibleName() or each.text(), each.accessibleDescription())
        for each in stops(root)
        if isinstance(each, QAbstractButton) and is_in_sight(each)
    ]
    return sorted({name for name, about in told if told.count((name, about)) > 1})


def out_of_reach(root: QWidget) -> list[str]:
    """Buttons that only a mouse reaches: no Tab, no key of their own, and no other button of their group that has."""
    shown = [each for each in root.findChildren(QAbstractButton) if each.isVisible() and each.isEnabled()]
    return [f"{type(each).__name__} {each.text() or each.accessibleName()}" for each in shown if needs_a_mouse(each)]


def needs_a_mouse(button: QAbstractButton) -> bool:
    does_nothing = not button.isSignalConnected(QMetaMethod.fromSignal(button.clicked))  # a sign that looks like one
    in_group = button.group() is not None or button.autoExclusive()
    by_tab = button.focusPolicy().value & Qt.FocusPolicy.TabFocus.value
    return not (does_nothing or in_group or by_tab or not button.shortcut().isEmpty())


def dialogs(session: Session) -> dict[str, Callable[[], object]]:
    actions = session.actions
    return {
        "keys": actions.show_keys,
        "add by hand": actions.by_hand.add,
        "finder": actions.show_finder,
        "week": actions.print_week,
        "bring in": actions.bring_in,
        "about": actions.about,
        "where": actions.where,
    }


def shown_dialogs(session: Session) -> list[QWidget]:
    return [w for w in QApplication.topLevelWidgets() if w is not session.window and w.isVisible() and w.isWindow()]


def test_everything_the_keyboard_stops_at_has_a_name_on_every_page(session: Session) -> None:
    found = {}
    for page in PAGES:
        session.window.go(page)
        settle()
        found[page] = nameless(session.window)
    session.window.go("inbox")
    session.window.page().view.start(1)  # type: ignore[union-attr]
    settle()
    found["writing"] = nameless(session.window)
    assert not {page: names for page, names in found.items() if names}


def test_everything_the_keyboard_stops_at_has_a_name_in_every_dialog(session: Session) -> None:
    found = {}
    for name, show in dialogs(session).items():
        show()
        settle()
        for dialog in shown_dialogs(session):
            assert QAccessible.queryAccessibleInterface(dialog).text(QAccessible.Text.Name), name
            found[name] = nameless(dialog)
            dialog.close()
        settle()
    assert set(found) >= {"keys", "add by hand", "finder", "week"}
    assert not {name: names for name, names in found.items() if names}


def test_every_page_of_the_settings_names_what_the_keyboard_stops_at(session: Session) -> None:
    session.actions.show_settings()
    settle()
    (dialog,) = [w for w in shown_dialogs(session) if isinstance(w, SettingsDialog)]
    assert isinstance(dialog, QDialog)
    found = {}
    for row in range(dialog.list.count()):
        dialog.list.setCurrentRow(row)
        settle()
        found[dialog.list.item(row).text()] = nameless(dialog)
    dialog.close()
    assert len(found) > 8
    assert not {page: names for page, names in found.items() if names}


def test_no_two_buttons_of_a_page_sound_alike(session: Session) -> None:
    found = {}
    for page in PAGES:
        session.window.go(page)
        settle()
        found[page] = alike(session.window)
    assert not {page: names for page, names in found.items() if names}


def test_no_button_is_for_the_mouse_alone(session: Session) -> None:
    found = {}
    for page in PAGES:
        session.window.go(page)
        settle()
        found[page] = out_of_reach(session.window)
    assert not {page: names for page, names in found.items() if names}


def test_tab_goes_around_and_stops_nowhere_twice_on_the_way(session: Session) -> None:
    for page in PAGES:
        session.window.go(page)
        settle()
        seen: list[QWidget] = []
        for _ in range(300):
            session.window.focusNextChild()
            focus = session.window.focusWidget()
            assert focus is not None
            if focus in seen:
                break
            seen.append(focus)
        else:
            raise AssertionError(f"{page}: no way around")
        assert len(seen) > 3, page


def faint(root: QWidget, least: float = 4.5) -> list[str]:
    """Words whose colour doesn't stand out enough from the ground that was painted under them."""
    image = root.grab().toImage()
    found = []
    for label in root.findChildren(QLabel):
        if not (label.text().strip() and is_in_sight(label) and label.isEnabled()):
            continue
        ground = behind(image, label.mapTo(root, QPoint(0, 0)))
        ink = label.palette().color(label.foregroundRole())
        if ground is not None and contrast(ink.name(), ground.name()) < least:
            found.append(f"{label.text()[:40]}: {ink.name()} on {ground.name()}")
    return found


def behind(image: QImage, corner: QPoint) -> QColor | None:
    """The colour in the corner, where no letter stands."""
    return image.pixelColor(corner) if image.rect().contains(corner) else None


@pytest.mark.parametrize("mode", ["light", "dark", "high contrast light", "high contrast dark"])
def test_words_stand_out_from_the_ground_that_is_really_painted(session: Session, look: Theme, mode: str) -> None:
    look.set_mode(mode)
    settle()
    found = {}
    for page in PAGES:
        session.window.go(page)
        settle()
        found[page] = faint(session.window)
    session.actions.show_settings()
    settle()
    (dialog,) = [w for w in shown_dialogs(session) if isinstance(w, SettingsDialog)]
    assert isinstance(dialog, QDialog)
    for row in range(dialog.list.count()):
        dialog.list.setCurrentRow(row)
        settle()
        found[f"settings {row}"] = faint(dialog)
    dialog.close()
    assert not {page: words for page, words in found.items() if words}
