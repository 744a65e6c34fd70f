"""Writing in small windows: the real window over the practice shop, at the sizes people have."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from desktop.practice.opening import open_practice
from ui.background import AtOnce
from ui.main_window import MainWindow
from ui.session import Session
from ui.theme import Theme
from ui.widgets.bars import Bar


@pytest.fixture
def window(tmp_path: Path, look: Theme) -> Iterator[MainWindow]:
    shop = open_practice(tmp_path / "practice")
    session = Session(shop, AtOnce(shop.changes))
    session.show()
    session.public.panel.closed.emit()  # as in a real shop: nothing stands beside the page
    yield session.window
    session.window.close_for_good()
    session.window.deleteLater()
    QApplication.processEvents()


def press(window: MainWindow, *keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(window.windowHandle(), key)
        QApplication.processEvents()


@pytest.mark.parametrize(("width", "height"), [(960, 620), (1366, 728)])
def test_writing_begins_in_a_small_window_with_the_name_in_sight(
    window: MainWindow, width: int, height: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    went_wrong: list[BaseException] = []
    monkeypatch.setattr(sys, "unraisablehook", lambda told: went_wrong.append(told.exc_value))
    monkeypatch.setattr(sys, "excepthook", lambda kind, error, trace: went_wrong.append(error))
    view = begin(window, width, height, Qt.Key.Key_1)
    header = view.header
    assert not [error for error in went_wrong if isinstance(error, RecursionError)]
    assert view.composer.is_answering()
    assert header.name.isVisible()
    assert header.name.text()
    assert not header.name.visibleRegion().isEmpty()


def in_sight(widget: QWidget) -> bool:
    """All of it can be seen."""
    return widget.isVisible() and widget.visibleRegion().boundingRect() == widget.rect()


def begin(window: MainWindow, width: int, height: int, *keys: Qt.Key) -> Any:
    window.resize(width, height)
    window.activateWindow()
    QTest.qWaitForWindowActive(window)
    press(window, Qt.Key.Key_J, Qt.Key.Key_Return, *keys)
    return window.page().view


@pytest.mark.parametrize("scale", [1.0, 1.3])
@pytest.mark.parametrize(("width", "height"), [(960, 620), (1280, 800), (1366, 728)])
def test_the_post_button_stays_in_sight_under_any_number_of_bars(
    window: MainWindow, look: Theme, width: int, height: int, scale: float
) -> None:
    look.set_text_scale(scale)
    window.bars.addWidget(Bar("Said & Done stopped without closing at 10:42.", [("Show drafts", bool)]))
    view = begin(window, width, height, Qt.Key.Key_L)
    for name in ("wrote", "trouble"):
        view.bottom_bars.say(name, "Gus wrote again just now. " * 4, [("Show", bool)], "amber")
    QApplication.processEvents()
    assert view.composer.back_by_row.isVisible()
    assert in_sight(view.composer.post_button)
    assert in_sight(view.composer.footer.count)
    newest = view.talk.cards()[-1]
    assert newest.visibleRegion().boundingRect().height() >= min(newest.height(), 60)


@pytest.mark.parametrize("scale", [1.0, 1.3])
@pytest.mark.parametrize(("width", "height"), [(960, 620), (1280, 800), (1366, 728)])
def test_the_post_button_of_a_draft_that_is_only_looked_at_is_in_sight_too(
    window: MainWindow, look: Theme, width: int, height: int, scale: float
) -> None:
    look.set_text_scale(scale)
    view = begin(window, width, height, Qt.Key.Key_J, Qt.Key.Key_R)
    view.top_bars.say("serious", "This one is serious. Say what you know and when you’ll say more. " * 2)
    view.top_bars.say("look", "Looks like Tobias said it’s sorted. Is this the ending? " * 3, [("Yes", bool)])
    QApplication.processEvents()
    assert in_sight(view.composer.post_button) and not view.top_bars.bar("look").isVisible()
    press(window, Qt.Key.Key_Escape)
    QApplication.processEvents()
    assert view.top_bars.place_of("look").isVisible()
    assert in_sight(view.composer.post_button) or in_sight(view.folded.button)


@pytest.mark.parametrize(
    ("width", "height", "scale"), [(960, 620, 1.0), (1280, 800, 1.0), (1280, 800, 1.3), (1366, 728, 1.3)]
)
def test_the_head_of_a_serious_review_keeps_the_name_whole(
    window: MainWindow, look: Theme, width: int, height: int, scale: float
) -> None:
    look.set_text_scale(scale)
    header = begin(window, width, height, Qt.Key.Key_Escape, Qt.Key.Key_Home, Qt.Key.Key_Return).header
    assert header.name.text() == "Dana"
    giving = [header.state, header.stars, header.date, header.source]
    if (width, scale) == (1280, 1.0):
        assert header.state.isVisible() and header.stars.isVisible() and header.date.isVisible()
    press(window, Qt.Key.Key_1)
    assert not header.name.is_cut() and in_sight(header.name)
    assert in_sight(header.kind) and in_sight(header.more)
    gone = [part for part in giving if part.isHidden()]
    assert gone == giving[4 - len(gone) :]
    has_dot = header.date.text().startswith("· ")
    assert has_dot == header.source.isVisible() or header.date.isHidden(), "a dot stands between two things"


def test_the_line_that_is_written_stays_in_sight(window: MainWindow, look: Theme) -> None:
    look.set_text_scale(1.3)
    view = begin(window, 1280, 620, Qt.Key.Key_L)
    editor = view.composer.editor
    for _ in range(30):
        QTest.keyClicks(editor, "one more line")
        QTest.keyClick(editor, Qt.Key.Key_Return)
        QApplication.processEvents()
        caret = editor.cursorRect().center()
        assert editor.viewport().visibleRegion().contains(caret)


def test_a_new_bar_shows_itself_above_what_is_written(window: MainWindow, look: Theme) -> None:
    look.set_text_scale(1.3)
    view = begin(window, 1280, 800, Qt.Key.Key_R)
    for _ in range(20):
        QTest.keyClicks(view.composer.editor, "a line")
        QTest.keyClick(view.composer.editor, Qt.Key.Key_Return)
    view.bottom_bars.say("wrote", "Gus wrote again just now.", [("Show", bool)], "amber")
    QApplication.processEvents()
    assert in_sight(view.bottom_bars.bar("wrote"))


def test_tab_goes_from_the_text_to_the_button_under_it(window: MainWindow) -> None:
    view = begin(window, 1366, 728, Qt.Key.Key_R)
    seen = []
    for _ in range(12):
        QTest.keyClick(window.focusWidget(), Qt.Key.Key_Tab)
        QApplication.processEvents()
        seen.append(window.focusWidget())
        if view.composer.post_button in seen:
            break
    assert view.composer.post_button in seen[:3]
    assert view.is_writing


def test_what_is_offered_at_a_blank_leaves_the_head_in_sight(window: MainWindow, look: Theme) -> None:
    look.set_text_scale(1.3)
    view = begin(window, 1366, 728, Qt.Key.Key_Escape, Qt.Key.Key_Home, Qt.Key.Key_Return, Qt.Key.Key_1)
    offered = view.composer.suggestions_popup()
    assert offered.isVisible() and len(offered.words()) > 3
    assert all(in_sight(part) for part in (view.header.name, view.header.kind, view.header.more))
    rows = [offered.list.visualItemRect(offered.list.item(at)) for at in range(offered.list.count())]
    assert sum(offered.list.viewport().rect().contains(row) for row in rows) >= 4


@pytest.mark.parametrize(
    ("width", "height", "scale"), [(960, 620, 1.0), (1024, 700, 1.0), (1024, 700, 1.6), (1280, 800, 1.6)]
)
def test_what_is_offered_at_a_blank_stands_beside_their_words(
    window: MainWindow, look: Theme, width: int, height: int, scale: float
) -> None:
    look.set_text_scale(scale)
    view = begin(window, width, height, Qt.Key.Key_Escape, Qt.Key.Key_Home, Qt.Key.Key_Return, Qt.Key.Key_1)
    QApplication.processEvents()
    offered, theirs = view.composer.suggestions_popup(), view.talk.words_in_sight()
    assert offered.isVisible() and not theirs.isEmpty() and lines_in_sight(view) >= 1
    assert not offered.geometry().intersects(theirs) and window.rect().contains(offered.geometry())
    first = offered.list.visualItemRect(offered.list.item(1))
    assert offered.list.viewport().rect().contains(first), "a heading and what can be picked"


@pytest.mark.parametrize(("scale", "lines"), [(1.3, 5), (1.6, 4)])
def test_their_message_keeps_its_room_over_the_composer(
    window: MainWindow, look: Theme, scale: float, lines: int
) -> None:
    look.set_text_scale(scale)
    window.bars.addWidget(Bar("It’s Saturday, 10:24. Somebody’s about to write.", [("Start the clock", bool)]))
    view = begin(window, 1280, 800, Qt.Key.Key_J)
    window.resize(1280, 800)
    QApplication.processEvents()
    assert lines_in_sight(view) >= min(lines, lines_of(view))
    if scale == 1.3:
        assert in_sight(view.composer.choices.cards()[0])
    else:
        assert in_sight(view.folded.button)


def newest(view: Any) -> Any:
    """The label with their newest words."""
    return view.talk.cards()[-1].words.label


def lines_of(view: Any) -> int:
    return int(newest(view).block().line_count)


def lines_in_sight(view: Any) -> int:
    """How many whole lines of their newest words can be read without scrolling."""
    label = newest(view)
    line = label.block().height / label.block().line_count
    return int((label.visibleRegion().boundingRect().height() + 2) // line)


def many_bars(view: Any) -> None:
    """Somebody else is on it, and it needs the owner; over a message that is serious already."""
    ways = [("Read their draft", bool), ("Take it over", bool), ("Leave it to Priya", bool)]
    view.top_bars.say("somebody", "Priya is on it till 10:44, and has a draft here.", ways, "slate")
    view.top_bars.say("partial", "The notice from Google doesn’t hold all of it. " * 2, [("Open page", bool)], "slate")
    view.bottom_bars.say("unsaved", "There’s no room left on this disk. " * 2, [("Show the folder", bool)], "amber")
    view.bottom_bars.say("wrote", "Dana wrote again just now.", [("Show", bool)], "amber")
    QApplication.processEvents()


def long_words(view: Any) -> None:
    """They wrote so much that four lines are not all of it."""
    newest(view).setText("First hill, nothing. No brakes. Had to put my foot down in traffic. " * 6)
    for _ in range(10):
        QApplication.processEvents()


@pytest.mark.parametrize(("width", "height"), [(1280, 800), (1024, 700)])
def test_four_lines_of_theirs_can_be_read_under_any_number_of_bars_at_the_largest_size(
    window: MainWindow, look: Theme, width: int, height: int
) -> None:
    look.set_text_scale(1.6)
    view = begin(window, width, height, Qt.Key.Key_Escape, Qt.Key.Key_Home, Qt.Key.Key_Return)
    many_bars(view)
    long_words(view)
    assert lines_in_sight(view) >= 4
    assert in_sight(view.folded.button) and view.folded.height() >= view.folded.sizeHint().height()
    assert in_sight(view.top_bars.line) and in_sight(view.bottom_bars.line)
    assert view.top_bars.line.text.text().startswith("This one is serious."), "the gravest stands in front"


@pytest.mark.parametrize(("width", "height", "lines"), [(1280, 800, 4), (1024, 700, 2)])
def test_while_writing_their_words_the_line_that_is_written_and_the_button_are_in_sight_at_the_largest_size(
    window: MainWindow, look: Theme, width: int, height: int, lines: int
) -> None:
    look.set_text_scale(1.6)
    view = begin(window, width, height, Qt.Key.Key_Escape, Qt.Key.Key_Home, Qt.Key.Key_Return)
    many_bars(view)
    long_words(view)
    press(window, Qt.Key.Key_R)
    editor, caret = view.composer.editor, QRect()
    for _ in range(8):
        QTest.keyClicks(editor, "one more line")
        QTest.keyClick(editor, Qt.Key.Key_Return)
        QApplication.processEvents()
        caret = editor.cursorRect()
        assert editor.viewport().visibleRegion().contains(caret), "all of the line, not its middle alone"
    assert lines_in_sight(view) >= lines
    assert in_sight(view.composer.post_button) and in_sight(view.composer.footer.count)
    assert editor.visibleRegion().boundingRect().height() >= 2 * caret.height()


def test_folded_bars_are_read_whole_by_more_and_fold_again(window: MainWindow, look: Theme) -> None:
    look.set_text_scale(1.6)
    view = begin(window, 1280, 800, Qt.Key.Key_Escape, Qt.Key.Key_Home, Qt.Key.Key_Return)
    many_bars(view)
    bars = view.top_bars
    assert bars.line.more.text() == "2 more" and not bars.bar("somebody").isVisible()
    QTest.keyClick(bars.line.more, Qt.Key.Key_Return)
    QApplication.processEvents()
    assert all(in_sight(bars.bar(name)) for name in ("serious", "somebody", "partial"))
    assert bars.less.hasFocus() and not bars.line.isVisible()
    QTest.keyClick(bars.less, Qt.Key.Key_Return)
    QApplication.processEvents()
    assert in_sight(bars.line) and bars.line.more.hasFocus() and not bars.bar("somebody").isVisible()
    look.set_text_scale(1.0)
    window.resize(1400, 1100)
    QApplication.processEvents()
    assert all(in_sight(bars.bar(name)) for name in ("serious", "somebody", "partial")), "there is room again"


def test_what_can_be_done_stands_in_the_line_where_it_leaves_the_sentence_its_room(
    window: MainWindow, look: Theme
) -> None:
    look.set_text_scale(1.6)
    view = begin(window, 1280, 800, Qt.Key.Key_Escape, Qt.Key.Key_Home, Qt.Key.Key_Return)
    pressed: list[str] = []
    many_bars(view)
    view.top_bars.say("trouble", "No connection.", [("Try again", lambda: pressed.append("again"))], "brick")
    QApplication.processEvents()
    (again,) = view.top_bars.line.links
    assert view.top_bars.line.text.text() == "No connection." and in_sight(again)
    QTest.mouseClick(again, Qt.MouseButton.LeftButton)
    assert pressed == ["again"]


def test_folded_openings_open_at_a_press_and_a_draft_stands_behind_its_first_words(
    window: MainWindow, look: Theme
) -> None:
    look.set_text_scale(1.6)
    view = begin(window, 1280, 800, Qt.Key.Key_Escape, Qt.Key.Key_Home, Qt.Key.Key_Return)
    many_bars(view)
    assert view.folded.button.text() == "Start from…" and not view.composer.isVisible()
    assert view.panes()[1] is view.folded
    view.folded.button.setFocus()
    QTest.keyClick(view.folded.button, Qt.Key.Key_Space)
    QApplication.processEvents()
    first = view.composer.choices.cards()[0]
    assert first.hasFocus() and in_sight(first) and not view.folded.isVisible()
    press(window, Qt.Key.Key_Escape)
    assert view.folded.isVisible() or not view.isVisible()
    press(window, Qt.Key.Key_Return, Qt.Key.Key_R)
    QTest.keyClicks(view.composer.editor, "So sorry about the brakes")
    press(window, Qt.Key.Key_Escape)
    assert view.talk.hasFocus() and not view.is_writing
    assert view.folded.button.text() == "Go on writing" and view.folded.text.text() == "So sorry about the brakes"
    view.folded.button.click()
    QApplication.processEvents()
    assert view.is_writing and view.composer.editor.hasFocus()


def test_two_bars_over_a_draft_squeeze_neither_its_parts_nor_its_foot(window: MainWindow, look: Theme) -> None:
    look.set_text_scale(1.3)
    view = begin(window, 1280, 800, Qt.Key.Key_Escape, Qt.Key.Key_Home, Qt.Key.Key_Return, Qt.Key.Key_R)
    QTest.keyClicks(view.composer.editor, "So sorry about the brakes, Dana.")
    many_bars(view)
    for writes in (True, False):
        composer = view.composer
        parts = [composer.tabs, composer.footer, *([composer.parts_bar] if writes else [])]
        assert all(in_sight(part) and part.height() >= part.minimumSizeHint().height() for part in parts)
        buttons = [one for one in composer.parts_bar.buttons() if one.isVisible()] if writes else []
        assert all(in_sight(one) for one in [*buttons, composer.post_button]) and bool(buttons) is writes
        assert composer.editor.visibleRegion().boundingRect().height() >= composer.editor.minimumSizeHint().height()
        assert lines_in_sight(view) >= min(4, lines_of(view))
        press(window, Qt.Key.Key_Escape)


def test_parts_that_have_no_place_in_the_row_come_by_a_press(window: MainWindow, look: Theme) -> None:
    look.set_text_scale(1.6)
    view = begin(window, 1280, 800, Qt.Key.Key_Escape, Qt.Key.Key_Home, Qt.Key.Key_Return, Qt.Key.Key_1)
    many_bars(view)
    bar = view.composer.parts_bar
    hidden, shown = ([one for one in bar.buttons() if one.isVisible() is seen] for seen in (False, True))
    assert hidden and bar.more.text() == f"{len(hidden)} more" and all(one.is_on() for one in shown)
    boxes = [one.geometry() for one in (*bar.buttons(), bar.more) if one.isVisible()]
    assert len({box.top() for box in boxes}) == 1 and all(bar.rect().contains(box) for box in boxes)
    assert not any(one.intersects(other) for one, other in combinations(boxes, 2))
    bar.more.click()
    QApplication.processEvents()
    assert all(one.isVisible() for one in bar.buttons()) and not bar.more.isVisible()


def test_with_no_room_for_both_the_coach_is_a_line_in_the_foot_until_it_is_wanted(
    window: MainWindow, look: Theme
) -> None:
    look.set_text_scale(1.6)
    view = begin(window, 1024, 700, Qt.Key.Key_Escape, Qt.Key.Key_Home, Qt.Key.Key_Return, Qt.Key.Key_1)
    assert not view.coach.isVisible() and in_sight(view.composer.footer.summary)
    assert view.composer.footer.summary.text() == view.coach.summary() and not view.composer.footer.summary.is_cut()
    press(window, Qt.Key.Key_F8)
    assert view.coach.isVisible() and not view.composer.footer.summary.isVisible()
    press(window, Qt.Key.Key_F8)
    assert not view.coach.isVisible()


def test_at_the_largest_size_enter_gives_the_conversation_the_whole_page(window: MainWindow, look: Theme) -> None:
    look.set_text_scale(1.6)
    view = begin(window, 1280, 800)
    page: Any = window.page()
    assert page.left.isHidden() and view.header.back.isVisible()
    assert view.header.name.isVisible() and not view.header.name.is_cut()
    assert in_sight(view.passer.sentence) and in_sight(view.guess.right)
    press(window, Qt.Key.Key_Escape)
    assert page.left.isVisible() and page.list.hasFocus()
    press(window, Qt.Key.Key_Return)
    look.set_text_scale(1.0)
    window.resize(1281, 800)
    QApplication.processEvents()
    assert page.left.isVisible(), "there is room for both again"


@pytest.mark.parametrize("scale", [1.0, 1.3, 1.6])
def test_the_name_stays_whole_when_the_way_back_comes(window: MainWindow, look: Theme, scale: float) -> None:
    look.set_text_scale(scale)
    view = begin(window, 1280, 800, Qt.Key.Key_R)
    assert view.header.back.isVisible() and not view.header.name.is_cut()
    gone = [part for part in (view.header.open, view.header.remind, view.header.note) if part.isHidden()]
    menu = [action.text() for action in view.header.more.menu().actions()]
    assert not gone or {"Open in browser", "Remind me…", "Note to the team"} <= set(menu)
