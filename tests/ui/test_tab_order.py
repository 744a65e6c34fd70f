"""Tab on every page, as real keys: it reaches all that can be used, each once, as one reads, and comes round."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from desktop import counter
from tests.stories import waiting
from tests.stories.fenny_lane import open_fenny_lane
from ui.background import AtOnce
from ui.by_hand import AddByHandDialog
from ui.history.page import HistoryPage
from ui.main_window import MainWindow
from ui.session import Session
from ui.tab_order import stops
from ui.theme import Theme, theme

PAGES = ("inbox", "writing", "complaints", "history", "insights", "shopbook", "people", "accounts", "welcome")
WAYS = {  # size of the window, text size, right to left
    "usual": (1280, 800, 1.0, False),
    "small window, large text": (1000, 700, 1.6, False),
    "right to left": (1280, 800, 1.0, True),
}
_BLANKS = 12  # at most so many in what is being written; Tab goes from one to the next


@pytest.fixture
def window(
    request: pytest.FixtureRequest, tmp_path: Path, look: Theme, qapp: QApplication
) -> Iterator[MainWindow]:
    wide, high, scale, rtl = getattr(request, "param", WAYS["usual"])
    if rtl:
        qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    shop = open_fenny_lane(tmp_path / "shop")
    session = Session(shop, AtOnce(shop.changes))
    session.show()
    theme().set_text_scale(scale)
    session.window.resize(wide, high)
    session.window.activateWindow()
    QTest.qWaitForWindowActive(session.window)
    waiting.wait(lambda: session.window.bridge.was_painted)
    yield session.window
    session.window.close_for_good()
    session.window.deleteLater()
    theme().set_text_scale(1.0)
    QApplication.processEvents()
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def settle() -> None:
    for _ in range(4):
        QApplication.processEvents()


def show(window: MainWindow, page: str) -> None:
    window.go("inbox" if page == "writing" else page)
    settle()
    if page == "writing":
        window.page().view.start(1)  # type: ignore[union-attr]
        settle()
    looked(window)


def looked(window: MainWindow) -> None:
    """What History's results have in common is looked up a moment behind them, and its boxes are made then."""
    page = window.page()
    if isinstance(page, HistoryPage):
        waits = (page.search._pause, page._behind, page._settled)
        waiting.wait(lambda: not any(one.isActive() for one in waits))
        settle()


def walked(window: MainWindow, key: Qt.Key) -> list[QWidget]:
    """Where the keyboard was, from the list of pages on until it is there again. A place that keeps it for more than
    the blanks of a reply is a trap; so is a ring that leaves it out."""
    window.sidebar.pages.setFocus()
    found: list[QWidget] = [window.sidebar.pages]
    stayed = 0
    while True:
        QTest.keyClick(window.windowHandle(), key)
        settle()
        now = window.focusWidget()
        assert now is not None and now.isVisible(), "the keyboard is lost"
        if now is window.sidebar.pages:
            return found
        stayed = stayed + 1 if now is found[-1] else 0
        assert stayed < _BLANKS and (now is found[-1] or now not in found), f"{named(now)} lets nobody out"
        if now is not found[-1]:
            found.append(now)


def named(widget: QWidget) -> str:
    return f"{type(widget).__name__} “{widget.accessibleName() or getattr(widget, 'text', str)()}”"


def usable(window: MainWindow) -> set[QWidget]:
    """What is seen and takes the keyboard with Tab, as Qt has it."""
    takes = Qt.FocusPolicy.TabFocus
    seen = [one for one in window.findChildren(QWidget) if one.isVisible() and one.window() is window]
    return {one for one in seen if one.isEnabled() and one.focusPolicy() & takes and one.focusProxy() is None}


def box(widget: QWidget) -> QRect:
    return QRect(widget.mapTo(widget.window(), QPoint(0, 0)), widget.size())


def out_of_order(found: list[QWidget]) -> list[str]:
    """Steps up that don't go on to a column further on, and steps back that don't go down to another row."""
    rtl, wrong = found[0].isRightToLeft(), []
    for before, after in itertools.pairwise(found):
        if scrolls_apart(before, after):
            continue
        a, b = box(before), box(after)
        if rtl:
            a, b = a.translated(-2 * a.center().x(), 0), b.translated(-2 * b.center().x(), 0)
        is_up, is_back = b.bottom() <= a.top(), b.right() <= a.left()
        if (is_up and b.left() < a.left()) or (is_back and b.top() < a.top()):
            wrong.append(f"{named(before)} {a}, then {named(after)} {b}")
    return wrong


def scrolls_apart(before: QWidget, after: QWidget) -> bool:
    """Where one of them stands in a part that is scrolled, how high it stands says nothing about the other."""

    def scroller(widget: QWidget) -> QWidget | None:
        above = widget.parentWidget()
        while above is not None and above.objectName() != "qt_scrollarea_viewport":
            above = above.parentWidget()
        return above

    return scroller(before) is not scroller(after)


@pytest.mark.parametrize("window", WAYS.values(), ids=WAYS, indirect=True)
def test_tab_reaches_all_of_each_page_once_as_one_reads_it_and_comes_back(window: MainWindow) -> None:
    for page in PAGES:
        show(window, page)
        onward = walked(window, Qt.Key.Key_Tab)
        missed = usable(window) - set(onward)
        assert not missed, (page, [named(one) for one in missed])
        assert len(onward) > 6 and not out_of_order(onward), page
        at = onward.index(window.status.connection)
        assert not [one for one in onward[at:] if not window.status.isAncestorOf(one)], "the foot is read last"
        back = walked(window, Qt.Key.Key_Backtab)
        assert [named(one) for one in back[1:]] == [named(one) for one in reversed(onward[1:])], page


def test_what_comes_later_is_reached_where_it_stands(window: MainWindow) -> None:
    """The boxes of History's filters are made anew with every search, and stand before the results."""
    show(window, "history")
    page = window.page()
    page.look_for("the")  # type: ignore[union-attr]
    looked(window)
    found = walked(window, Qt.Key.Key_Tab)
    kinds = page.facets.groups["kind"].boxes.values()  # type: ignore[union-attr]
    shown = [one for one in kinds if one.isVisible()]
    assert len(shown) > 1
    assert all(found.index(one) < found.index(page.list) for one in shown)  # type: ignore[union-attr]


def test_what_the_keyboard_goes_to_is_brought_into_sight(window: MainWindow) -> None:
    show(window, "shopbook")
    of_page = [one for one in usable(window) if not window.status.isAncestorOf(one)]
    last = max(of_page, key=lambda one: box(one).bottom())
    assert box(last).bottom() > window.height(), "further down than the window is high"
    window.sidebar.pages.setFocus()
    while window.focusWidget() is not last:
        QTest.keyClick(window.windowHandle(), Qt.Key.Key_Tab)
        settle()
    assert box(last).bottom() <= window.status.mapTo(window, QPoint(0, 0)).y()


def test_the_keyboard_goes_on_where_what_had_it_is_put_away(window: MainWindow) -> None:
    show(window, "people")
    bar = window.page().first_line  # type: ignore[union-attr]
    assert bar.isVisible()
    bar._cross.setFocus()
    after = stops(window)[stops(window).index(bar._cross) + 1]
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_Space)
    settle()
    assert not bar.isVisible() and window.focusWidget() is after


@pytest.mark.parametrize("how", ["Add", "Cancel"])
def test_after_add_by_hand_whoever_was_writing_is_in_the_thread_or_in_the_text_again(
    window: MainWindow, how: str
) -> None:
    """Not at what happened to stand beside the text, which is another one by now."""
    show(window, "writing")
    view: Any = window.page().view  # type: ignore[union-attr]
    before, editor = view.current_id(), view.composer.editor
    assert window.focusWidget() is editor
    window.bridge.by_hand_wanted.emit("google")
    settle()
    (form,) = window.findChildren(AddByHandDialog)
    form.name.setText("Xaver")
    form.words.setPlainText("Told at the till: the rolls were cold.")
    (form.go if how == "Add" else form.cancel).click()
    settle()
    assert not window.findChildren(AddByHandDialog) and (view.current_id() != before) is (how == "Add")
    assert window.focusWidget() is (view.talk if how == "Add" else editor)


def test_tab_stays_within_the_lock_screen(window: MainWindow, tmp_path: Path) -> None:
    """Nothing that is under the lock takes the keyboard."""
    counter.set_pin(window.shop, window.shop.me.id, "2468")
    settle()
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    settle()
    assert window.is_covered
    screen = window.centralWidget()
    for _ in range(40):
        QTest.keyClick(window.windowHandle(), Qt.Key.Key_Tab)
        focus = window.focusWidget()
        assert focus is not None and (focus is screen or screen.isAncestorOf(focus))
