"""Toasts, bars, announcements and the passer-by preview: what they say, to whom, and when they go."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6 import QtGui
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QStyle, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.widgets.gallery import preview
from ui.theme import Theme
from ui.theme.style import HouseStyle
from ui.widgets import announce as announcing
from ui.widgets.bars import Bar
from ui.widgets.buttons import Button, IconButton, LinkButton
from ui.widgets.empty import EmptyState
from ui.widgets.passerby import PasserByPreview, PreviewLine
from ui.widgets.toast import NEVER_COVERED, Toast


@pytest.fixture
def window(look: Theme, qtbot: QtBot) -> QWidget:
    """A shown window with a line in it that has the keyboard."""
    made = QWidget()
    line = QLineEdit()
    QVBoxLayout(made).addWidget(line)
    qtbot.addWidget(made)
    made.resize(600, 400)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    line.setFocus()
    return made


@pytest.fixture
def heard(monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    """What was announced to screen readers, as (message, politeness)."""
    said: list[Any] = []

    class Listening:
        AnnouncementPoliteness = QAccessible.AnnouncementPoliteness

        @staticmethod
        def updateAccessibility(event: Any) -> None:
            said.append((event.message(), event.politeness()))

    monkeypatch.setattr(QtGui, "QAccessible", Listening)
    return said


def test_announcements_are_polite_unless_told_otherwise(window: QWidget, heard: list[Any]) -> None:
    announcing.announce(window, "1 to fill, 2 to look at")
    announcing.announce(window, "2 blanks to fill", assertive=True)
    polite, assertive = (
        QAccessible.AnnouncementPoliteness.Polite,
        QAccessible.AnnouncementPoliteness.Assertive,
    )
    assert heard == [("1 to fill, 2 to look at", polite), ("2 blanks to fill", assertive)]


def test_a_toast_is_seen_and_heard_and_leaves_the_keyboard_alone(window: QWidget, heard: list[Any]) -> None:
    toast = Toast(window)
    toast.show("Reply to Jonas W. goes in 7 s", "Undo", lambda: None)
    assert toast.isVisible()
    assert window.findChild(QLineEdit).hasFocus()
    assert [message for message, _ in heard] == ["Reply to Jonas W. goes in 7 s"]
    assert window.rect().contains(toast.geometry())


def test_a_toast_acts_once_and_goes(window: QWidget) -> None:
    pressed: list[str] = []
    toast = Toast(window)
    toast.show("Reply to Jonas W. goes in 7 s", "Undo", lambda: pressed.append("undo"))
    undo = next(link for link in toast.findChildren(LinkButton))
    QTest.mouseClick(undo, Qt.MouseButton.LeftButton)
    undo.click()
    assert pressed == ["undo"]
    assert not toast.isVisible()


def test_a_toast_goes_by_itself_and_says_so(window: QWidget, qtbot: QtBot) -> None:
    toast = Toast(window)
    with qtbot.waitSignal(toast.gone, timeout=2000):
        toast.show("Saved", seconds=0.02)
    assert toast.isHidden()


def test_a_toast_fades_where_motion_is_welcome(window: QWidget, look: Theme, qtbot: QtBot) -> None:
    look.set_motion("follow")
    toast = Toast(window)
    toast.show("Saved", seconds=0)
    assert toast.isVisible()
    with qtbot.waitSignal(toast.gone, timeout=2000):
        toast.leave()
        assert toast.isVisible()


def test_a_second_message_takes_the_place_of_the_first(window: QWidget) -> None:
    pressed: list[str] = []
    toast = Toast(window)
    toast.show("first", "Undo", lambda: pressed.append("first"))
    toast.show("second")
    assert toast.text() == "second"
    toast.findChild(LinkButton).click()
    assert pressed == []


def test_a_message_during_the_fade_of_the_last_one_stays(window: QWidget, look: Theme, qtbot: QtBot) -> None:
    look.set_motion("follow")
    toast = Toast(window)
    toast.show("first", seconds=0)
    toast.leave()
    toast.show("second", seconds=0)
    with qtbot.assertNotEmitted(toast.gone, wait=200):
        pass
    assert toast.isVisible()


def test_a_long_toast_stays_inside_a_small_window(window: QWidget, look: Theme) -> None:
    look.set_text_scale(1.6)
    window.resize(360, 300)
    toast = Toast(window)
    toast.show("A very long message that says much more than a toast ever should " * 2, "Undo", lambda: None)
    assert window.rect().contains(toast.geometry())
    window.resize(300, 250)
    assert window.rect().contains(toast.geometry())


def test_a_bar_does_what_its_words_say(look: Theme, qtbot: QtBot) -> None:
    done: list[str] = []
    bar = Bar(
        "Google isn’t answering.",
        [("Try now", lambda: done.append("try")), ("Details", lambda: done.append("details"))],
        "amber",
    )
    qtbot.addWidget(bar)
    bar.show()
    for link in bar.findChildren(LinkButton):
        link.click()
    assert sorted(done) == ["details", "try"]
    assert bar.accessibleName() == bar.text() == "Google isn’t answering."


def test_a_bar_is_dismissed_with_its_cross_or_with_escape(look: Theme, qtbot: QtBot) -> None:
    bar = Bar("Something was said.")
    qtbot.addWidget(bar)
    bar.show()
    with qtbot.waitSignal(bar.dismissed):
        bar.findChild(IconButton).click()
    assert bar.isHidden()
    bar.show()
    with qtbot.waitSignal(bar.dismissed):
        QTest.keyClick(bar.findChild(IconButton), Qt.Key.Key_Escape)


def test_a_bar_that_must_stay_has_no_cross(look: Theme, qtbot: QtBot) -> None:
    bar = Bar("Practice shop.", can_dismiss=False)
    qtbot.addWidget(bar)
    bar.show()
    assert not bar.findChild(IconButton).isVisible()
    QTest.keyClick(bar, Qt.Key.Key_Escape)
    assert bar.isVisible()


def test_a_bar_can_say_something_else_in_the_same_place(look: Theme, qtbot: QtBot) -> None:
    bar = Bar("first", [("One", lambda: None)])
    qtbot.addWidget(bar)
    bar.set_bar("second", [("Two", lambda: None), ("Three", lambda: None)], "brick")
    shown = [link.text() for link in bar.findChildren(LinkButton) if link.parent()]
    assert bar.text() == "second"
    assert shown[-2:] == ["Two", "Three"]


def test_an_empty_page_offers_its_actions_the_first_one_first(look: Theme, qtbot: QtBot) -> None:
    done: list[str] = []
    empty = EmptyState("cup", "Nobody is waiting.", "", [("One", lambda: done.append("1")), ("Two", list)])
    qtbot.addWidget(empty)
    assert [button.kind() for button in empty.buttons] == ["primary", "plain"]
    empty.buttons[0].click()
    assert done == ["1"]


def _colours(widget: QWidget) -> set[str]:
    image = widget.grab().toImage()
    return {
        image.pixelColor(x, y).name().upper() for x in range(image.width()) for y in range(image.height())
    }


def test_the_preview_says_in_words_what_it_paints(look: Theme, qtbot: QtBot) -> None:
    shown = preview()
    qtbot.addWidget(shown)
    said = shown.accessibleDescription().splitlines()
    assert [line.split(":")[0] for line in said] == [
        "A complaint and your answer.", "Omar S., 8 June", "Fenny Lane Bakehouse, 8 June",
        "Nothing here says it was put right.",
    ]  # fmt: skip
    assert shown.accessibleName() == "Today"


def test_a_missing_ending_is_amber_and_an_ending_is_green(look: Theme, qtbot: QtBot) -> None:
    missing, shown = preview(), preview(ending=True)
    for widget in (missing, shown):
        qtbot.addWidget(widget)
        widget.resize(300, widget.heightForWidth(300))
    colours = look.tokens
    assert colours.amber_edge in _colours(missing)
    assert colours.leaf_tint not in _colours(missing)
    assert {colours.leaf, colours.leaf_tint} <= _colours(shown)
    assert colours.amber_edge not in _colours(shown)


def test_a_long_thread_makes_the_preview_higher_and_can_be_held_short(look: Theme, qtbot: QtBot) -> None:
    lines = [PreviewLine("Omar S.", "8 June", "words and words " * 40)]
    whole, short = PasserByPreview(), PasserByPreview(most_lines=2)
    for widget in (whole, short):
        qtbot.addWidget(widget)
        widget.set_lines(lines, "Nothing here says it was put right.")
    assert whole.heightForWidth(280) > 2 * short.heightForWidth(280)


def test_a_preview_without_posts_is_only_its_note(look: Theme, qtbot: QtBot) -> None:
    shown = PasserByPreview()
    qtbot.addWidget(shown)
    shown.set_lines([], "Nothing here yet.")
    assert 40 <= shown.heightForWidth(280) < 80


@pytest.mark.parametrize(("width", "words"), [(1280, "Posted"), (640, "Posted"), (640, "Reply to Marta goes in 10 s")])
def test_a_toast_never_covers_the_button_that_does_the_next_step(
    look: Theme, qtbot: QtBot, width: int, words: str
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(width, 500)
    button = Button("Post reply", kind="primary", parent=window)
    button.setGeometry(width // 2 - 60, 430, 120, 30)
    length = QLabel("70 of 8,000", window)
    length.setObjectName(NEVER_COVERED)
    length.setGeometry(width // 2 - 200, 430, 120, 30)
    window.show()
    toast = Toast(window)
    toast.show(words, "Undo", lambda: None)
    assert not toast.geometry().intersects(button.geometry())
    assert not toast.geometry().intersects(length.geometry())
    assert window.rect().contains(toast.geometry())
    button.move(width // 2 - 200, 300)
    length.hide()
    window.resize(width, 501)
    assert abs(toast.geometry().center().x() - width // 2) <= 1


def test_a_toast_gives_way_when_writing_begins_under_it(look: Theme, qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(900, 500)
    button = Button("Post reply", kind="amber", parent=window)
    button.setGeometry(400, 430, 120, 30)
    button.hide()
    window.show()
    toast = Toast(window)
    toast.show("Posted on Facebook")
    assert toast.geometry().intersects(button.geometry())
    button.show()
    qtbot.waitUntil(lambda: not toast.geometry().intersects(button.geometry()))


def still(style: object, hint: QStyle.StyleHint, *_: object) -> int:
    """A computer that wants nothing animated."""
    return 0


@pytest.mark.parametrize(("motion", "is_still"), [("none", False), ("follow", True), ("less", True)])
def test_a_toast_comes_and_goes_at_once_where_nothing_may_move(
    motion: str, is_still: bool, window: QWidget, look: Theme, monkeypatch: pytest.MonkeyPatch
) -> None:
    look.set_motion(motion)
    if is_still:
        monkeypatch.setattr(HouseStyle, "styleHint", still, raising=False)
    toast = Toast(window)
    toast.show("Saved", seconds=0)
    assert toast.isVisible() and not toast.graphicsEffect().isEnabled()
    toast.leave()
    assert toast.isHidden()


def test_with_less_motion_a_toast_still_fades(window: QWidget, look: Theme, qtbot: QtBot) -> None:
    look.set_motion("less")
    toast = Toast(window)
    toast.show("Saved", seconds=0)
    assert toast.graphicsEffect().isEnabled()
    with qtbot.waitSignal(toast.gone, timeout=2000):
        toast.leave()
        assert toast.isVisible()
