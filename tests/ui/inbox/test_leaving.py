"""A row that goes: where things may move one sees it go, for 140 ms; elsewhere it is gone at once."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.ui.inbox.test_inbox import Desk, desk
from ui.inbox.leaving import LEAVE_MS, Leaving
from ui.theme import Theme
from ui.theme.style import HouseStyle

__all__ = ["desk"]


def three(desk: Desk) -> None:
    for who in ("Marta K.", "Omar S.", "Perpetua L."):
        desk.at.hear("The tart was raw in the middle and nobody picked up the phone.", who)
    assert len(desk.names()) == 4


def going(desk: Desk) -> list[Leaving]:
    desk.names()
    return desk.list.viewport().findChildren(Leaving)  # type: ignore[no-any-return]


def take_first(desk: Desk) -> None:
    desk.to_list()
    desk.key(Qt.Key.Key_Down)
    desk.key(Qt.Key.Key_E)


def test_a_row_that_leaves_is_seen_to_go_and_is_in_nobodys_way(desk: Desk, look: Theme, qtbot: Any) -> None:
    three(desk)
    look.set_motion("follow")
    take_first(desk)
    (one,) = going(desk)
    assert "Marta K." not in desk.names(), "the list is as it will be already"
    assert LEAVE_MS == 140
    row = desk.list.rowViewportPosition(1)
    assert one.y() <= row and one.geometry().bottom() == desk.list.viewport().rect().bottom()
    assert desk.list.viewport().childAt(one.geometry().center()) is None, "the mouse reaches the list"
    picture = one.grab().toImage()
    assert picture.width() == desk.list.viewport().width()
    qtbot.waitUntil(lambda: not going(desk), timeout=3000)


@pytest.mark.parametrize(("motion", "is_still"), [("none", False), ("less", False), ("follow", True)])
def test_it_is_gone_at_once_where_nothing_may_move(
    motion: str, is_still: bool, desk: Desk, look: Theme, monkeypatch: pytest.MonkeyPatch
) -> None:
    three(desk)
    look.set_motion(motion)
    if is_still:
        monkeypatch.setattr(HouseStyle, "styleHint", lambda *_: 0, raising=False)
    take_first(desk)
    assert "Marta K." not in desk.names() and not going(desk)


def test_what_only_comes_or_is_narrowed_down_does_not_go_like_that(desk: Desk, look: Theme) -> None:
    three(desk)
    look.set_motion("follow")
    desk.at.hear("Is the rye vegan?", "Sunita D.")
    assert len(desk.names()) == 5 and not going(desk)
    desk.page.filters.choose("mine")
    assert not going(desk)


def test_a_second_one_or_a_turn_of_the_wheel_ends_the_first(desk: Desk, look: Theme) -> None:
    three(desk)
    look.set_motion("follow")
    take_first(desk)
    (first,) = going(desk)
    take_first(desk)
    assert [one for one in going(desk) if one.isVisible()] != [first]
    QTest.qWaitForWindowExposed(desk.page)
    bar = desk.list.verticalScrollBar()
    bar.setRange(0, 50)
    bar.setValue(bar.value() + 10)
    assert not [one for one in going(desk) if one.isVisible()]
