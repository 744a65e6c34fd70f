"""Large text on every main page, at the sizes small laptops have: nothing is cut off without a way to read it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QDialog, QLabel, QScrollArea, QWidget

from tests.stories.driver import is_in_sight
from tests.stories.fenny_lane import open_fenny_lane
from ui.background import AtOnce
from ui.ending.dialog import EndingDialog, Tab
from ui.ending.leave_standing import LeaveStandingDialog
from ui.ending.mark_fixed import MarkFixedDialog
from ui.history.export_dialog import ExportDialog
from ui.history.note_dialog import NotesDialog
from ui.main_window import MainWindow
from ui.open_protected import OpenProtected
from ui.session import Session
from ui.settings.changes import Change
from ui.settings.dialog import SettingsDialog
from ui.theme import Theme
from ui.widgets.buttons import Button, IconButton
from ui.widgets.elide import ElidedLabel
from ui.widgets.tickbox import OneOfThese, TickBox
from ui.widgets.wrap import WrapLabel

PAGES = ("inbox", "complaints", "history", "insights", "shopbook", "people", "accounts", "welcome")


@pytest.fixture
def session(tmp_path: Path, look: Theme) -> Iterator[Session]:
    shop = open_fenny_lane(tmp_path / "shop")
    made = Session(shop, AtOnce(shop.changes))
    look.set_text_scale(1.6)
    made.show()
    made.window.resize(1280, 800)
    settle()
    yield made
    made.window.close_for_good()
    made.window.deleteLater()
    QApplication.processEvents()


def settle() -> None:
    for _ in range(4):
        QApplication.processEvents()


def cut_off(root: QWidget) -> list[str]:
    """Words that can't be read whole, not by scrolling and not in a hint either; and buttons narrower than their
    words."""
    shown = [each for each in root.findChildren(QWidget) if is_in_sight(each, may_scroll=True)]
    return [f"{type(each).__name__} {each.text()}" for each in shown if is_cut_off(each)]  # type: ignore[attr-defined]


def is_cut_off(widget: QWidget) -> bool:
    if isinstance(widget, WrapLabel):
        room, block = widget.contentsRect(), widget.block()
        return bool(widget.text()) and (room.height() < block.height or block.widest > room.width() + 1)
    if isinstance(widget, ElidedLabel):
        return widget.is_cut() and not widget.toolTip()
    if isinstance(widget, QLabel):
        needed = widget.fontMetrics().horizontalAdvance(widget.text())
        return not widget.wordWrap() and widget.width() < needed
    if isinstance(widget, TickBox | OneOfThese):
        return widget.height() < widget.heightForWidth(widget.width())
    if isinstance(widget, QComboBox):
        return widget.width() < widget.minimumSizeHint().width() and not widget.toolTip()
    if isinstance(widget, Button):
        return widget.is_cut()  # its words are shown on hover, too
    if isinstance(widget, QAbstractButton) and not isinstance(widget, IconButton):
        return bool(widget.text()) and widget.width() < widget.sizeHint().width() and not widget.toolTip()
    return False


@pytest.mark.parametrize(
    ("width", "height", "scale"), [(1280, 800, 1.6), (1024, 700, 1.6), (1366, 728, 1.6), (960, 620, 1.3)]
)
def test_every_page_can_be_read_in_large_text(
    session: Session, look: Theme, width: int, height: int, scale: float
) -> None:
    window: MainWindow = session.window
    look.set_text_scale(scale)
    window.resize(width, height)
    settle()
    cut = {}
    for page in PAGES:
        window.go(page)
        settle()
        cut[page] = cut_off(window)
    assert not {page: words for page, words in cut.items() if words}


def test_every_page_of_the_settings_can_be_read_at_160_percent(session: Session) -> None:
    session.actions.show_settings()
    settle()
    (dialog,) = [w for w in QApplication.topLevelWidgets() if isinstance(w, SettingsDialog) and w.isVisible()]
    cut = {}
    for row in range(dialog.list.count()):
        dialog.list.setCurrentRow(row)
        settle()
        cut[dialog.list.item(row).text()] = cut_off(dialog)
    dialog.close()
    assert not {page: words for page, words in cut.items() if words}


def walk(session: Session) -> Iterator[tuple[str, QWidget]]:
    """Every page and dialog that a shop's own day leads to, each as it stands on the screen."""
    window, shop = session.window, session.shop
    page: Any
    for name in PAGES:
        window.go(name)
        yield name, window
    window.open_event("")
    yield "events", window
    window.go("shopbook")
    page = window.page()
    for tab in range(page.tabs.count()):
        page.tabs.setCurrentIndex(tab)
        yield f"shop book, {page.tabs.tabText(tab)}", window
    window.go("complaints")
    page = window.page()
    page.header.list.click()
    yield "the list of complaints", window
    page.header.board.click()
    window.go("accounts")
    page = window.page()
    for place in ("Mastodon", "Google", "X"):
        next(b for b in page.findChildren(Button) if b.text() == place and b.isVisible()).click()
        yield f"connecting {place}", window
    found = {
        str(row["author_name"]): str(row["id"])
        for row in shop.store.rows("select author_name, id from conversations where author_name in (?, ?)",
                                   ("Lena & Pat", "Pieter V."))
    }  # fmt: skip
    told, behind = found["Pieter V."], window.background
    dialogs: dict[str, Callable[[], object]] = {
        "keys": session.actions.show_keys,
        "finder": session.actions.show_finder,
        "add by hand": session.actions.by_hand.add,
        "bring in": session.actions.bring_in,
        "the week": session.actions.print_week,
        "export everything": session.actions.export_everything,
        "move": session.actions.move_to_another,
        "forget": lambda: session.actions.forgetting.ask_about(found["Lena & Pat"]),
        "mark fixed": lambda: MarkFixedDialog(shop, behind, told, window).open(),
        "leave standing": lambda: LeaveStandingDialog(shop, behind, told, window).open(),
        "notes": lambda: NotesDialog([], date(2025, 6, 14), date(2025, 6, 14), window).open(),
        "a protected file": lambda: OpenProtected(Path("fenny-lane.said"), behind, window).open(),
        "export": lambda: ExportDialog(shop, behind, window.bridge, window).open(),
        **{f"protect: {one}": partial(session.actions.protect, one) for one in Change if one is not Change.ASK},
        **{f"ending: {one}": lambda one=one: EndingDialog(shop, behind, told, one, window).open() for one in Tab},
    }
    for name, show in dialogs.items():
        before = set(QApplication.topLevelWidgets())
        show()
        settle()
        new = set(QApplication.topLevelWidgets()) - before
        (dialog,) = [one for one in new if one.isVisible() and isinstance(one, QDialog)]
        yield name, dialog
        dialog.close()
        settle()


def test_every_page_and_dialog_can_be_read_in_german_at_160_percent(german: None, session: Session) -> None:
    session.window.resize(1024, 700)
    cut, seen = {}, 0
    for name, shown in walk(session):
        settle()
        seen += 1
        if shown is not session.window:
            small = shown.size().boundedTo(QSize(1000, 620))
            shown.resize(small)
            settle()
            assert shown.size() == small, name
        cut[name] = cut_off(shown)
    assert seen > 40 and not {name: words for name, words in cut.items() if words}


def test_the_settings_fit_a_small_screen_in_german_too(german: None, session: Session) -> None:
    """They were 1,130 px wide at least: words that can't wrap, in front of boxes as wide as their longest choice."""
    session.actions.show_settings()
    settle()
    (dialog,) = [w for w in QApplication.topLevelWidgets() if isinstance(w, SettingsDialog) and w.isVisible()]
    dialog.resize(984, 600)
    cut = {}
    for row in range(dialog.list.count()):
        dialog.list.setCurrentRow(row)
        settle()
        page: Any = dialog.stack.currentWidget()
        if isinstance(page, QScrollArea):
            assert page.horizontalScrollBar().maximum() == 0
        cut[dialog.list.item(row).text()] = cut_off(dialog)
    assert dialog.width() == 984 and dialog.height() == 600
    dialog.close()
    assert "Benachrichtigungen" in cut and not {page: words for page, words in cut.items() if words}


@pytest.mark.parametrize(("width", "height"), [(1280, 800), (1024, 700)])
def test_four_lines_of_theirs_stand_beside_the_list(session: Session, width: int, height: int) -> None:
    """At 160 % in a window of 1024 x 700 the conversation had a third of the page and not a line of their words."""
    session.window.resize(width, height)
    settle()
    page: Any = session.window.page()
    label = page.view.talk.cards()[-1].words.label
    line = label.block().height / label.block().line_count
    assert page.left.isVisible() and page.view.width() >= 480, "300 px at 100 % text"
    assert label.visibleRegion().boundingRect().height() + 2 >= min(4, label.block().line_count) * line
    assert all(choice.width() >= choice.sizeHint().width() for choice in page.filters.choices)


def test_the_buttons_beside_a_person_leave_the_words_their_room(session: Session) -> None:
    """“Signs off as” stood in five lines of one word each beside two buttons."""
    session.window.resize(1024, 700)
    session.window.go("people")
    page: Any = session.window.page()
    page.list.setCurrentRow(1)
    settle()
    assert page.details._signs.block().line_count <= 2 and page.details.switch_button.isVisible()


def test_dialogs_fit_a_low_screen_and_keep_their_buttons_in_sight(session: Session) -> None:
    """At 160 % the settings, a password and forgetting somebody asked for more than 1024 x 700 has."""
    lena = session.shop.store.value("select id from conversations where author_name like 'Lena%'")
    shows: tuple[Callable[[], object], ...] = (
        session.actions.show_settings,
        lambda: session.actions.protect(Change.KEY),
        lambda: session.actions.protect(Change.PERSON),
        lambda: session.actions.forgetting.ask_about(str(lena)),
    )
    for show in shows:
        before = set(QApplication.topLevelWidgets())
        show()
        settle()
        (dialog,) = [w for w in set(QApplication.topLevelWidgets()) - before if w.isVisible()]
        dialog.resize(1000, 600)
        settle()
        assert dialog.height() <= 600 and dialog.width() <= 1000, type(dialog).__name__
        pages = range(dialog.list.count()) if isinstance(dialog, SettingsDialog) else [0]
        for page in pages:
            if isinstance(dialog, SettingsDialog):
                dialog.list.setCurrentRow(page)
            settle()
            assert not cut_off(dialog)
            last = [b for b in dialog.findChildren(Button) if b.isVisible() and b.text() in {"Close", "Cancel"}]
            assert last and all(b.visibleRegion().boundingRect() == b.rect() for b in last)
        dialog.close()


def test_the_keys_the_finder_and_the_settings_stay_on_the_screen(session: Session) -> None:
    """At 160 % the dialog of the keys was taller than the screen, with its Close below it."""
    for show in (session.actions.show_keys, session.actions.show_finder, session.actions.show_settings):
        before = set(QApplication.topLevelWidgets())
        show()
        settle()
        (dialog,) = [w for w in set(QApplication.topLevelWidgets()) - before if w.isVisible()]
        assert dialog.height() < dialog.screen().availableGeometry().height(), type(dialog).__name__
        dialog.close()
