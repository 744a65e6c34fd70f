"""Several conversations selected in the list, and dealt with at once (design 17, the key X)."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop import conversations, counter
from desktop.records import Group, Kind
from tests.fixtures_shop import Counter
from tests.ui.inbox.test_inbox import Desk
from ui.conversation.popups import PickList
from ui.theme import Theme
from ui.widgets.bars import Bar
from ui.widgets.buttons import LinkButton


@pytest.fixture
def desk(at_counter: Counter, look: Theme) -> Iterator[Desk]:
    made = Desk(at_counter, in_place=True)
    yield made
    made.page.close()
    made.page.deleteLater()
    QApplication.processEvents()


@pytest.fixture
def three(desk: Desk) -> dict[str, str]:
    """Conversations by name, in the order of the list."""
    said = {
        "Marta K.": "Charged twice and the tart was raw in the middle.",
        "Omar S.": "The box was crushed and nobody answered.",
        "Gus B.": "Do you have rye bread on Sunday?",
    }
    found = {name: desk.at.hear(words, name) for name, words in said.items()}
    desk.names()
    desk.to_list()
    desk.key(Qt.Key.Key_Home)
    return found


def groups(desk: Desk, some: dict[str, str]) -> dict[str, Group]:
    found = {name: conversations.by_id(desk.at.shop.store, one) for name, one in some.items()}
    return {name: one.group for name, one in found.items() if one is not None}


def popup(desk: Desk) -> PickList:
    found = desk.view.doing.popup
    assert isinstance(found, PickList)
    return found


def bar(desk: Desk) -> Bar | None:
    return desk.page.several.bar if desk.page.several is not None else None


def spoken(desk: Desk) -> list[str]:
    model = desk.page.model
    return [
        str(model.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole))
        for row in range(model.rowCount())
        if model.rid_at(row) is not None
    ]


def test_x_selects_and_e_is_done_with_all_of_them_and_one_undo_brings_all_back(
    desk: Desk, three: dict[str, str]
) -> None:
    first, second, _third = desk.names()[1:]
    for key in "XJX":
        desk.key(key)
    assert [each.startswith("Selected. ") for each in spoken(desk)] == [True, True, False]
    shown = bar(desk)
    assert shown is not None and shown.text() == "2 conversations selected"
    desk.key("E")
    left = groups(desk, three)
    assert {name for name, group in left.items() if group is Group.DONE} == {first, second}
    assert bar(desk) is None and not any(each.startswith("Selected") for each in spoken(desk))
    toasts = [what.text for name, what in desk.asked if name == "toast_wanted"]
    assert toasts[-1] == "Done here: 2 conversations"
    (undo,) = [what for name, what in desk.asked if name == "undo_made"]
    undo.take_back(desk.at.shop)
    assert set(groups(desk, three).values()) == {Group.NEEDS_ANSWER}


def test_a_kind_is_given_to_all_that_are_selected(desk: Desk, three: dict[str, str]) -> None:
    for key in "XJJX":
        desk.key(key)
    chosen = desk.page.several
    assert chosen is not None
    ids = chosen.ids()
    assert len(ids) == 2
    desk.key("C")
    popup(desk).picked.emit(Kind.IDEA.value)
    kinds = {one: conversations.by_id(desk.at.shop.store, one).kind for one in three.values()}  # type: ignore[union-attr]
    assert {one for one, kind in kinds.items() if kind is Kind.IDEA} == set(ids)


def test_all_are_given_to_somebody_from_the_bar(desk: Desk, three: dict[str, str]) -> None:
    tom = counter.add_person(desk.at.shop, "Tom", "Saturdays")
    for key in "XJX":
        desk.key(key)
    shown = bar(desk)
    assert desk.page.several is not None and shown is not None
    ids = set(desk.page.several.ids())
    give = next(link for link in shown.findChildren(LinkButton) if link.text() == "Give to…")
    give.setFocus()
    give.click()
    popup(desk).picked.emit(tom.id)
    held = {one for one in three.values() if conversations.by_id(desk.at.shop.store, one).holder == tom.id}  # type: ignore[union-attr]
    assert held == ids


def test_escape_and_x_again_select_none_and_what_leaves_the_list_is_not_meant(
    desk: Desk, three: dict[str, str]
) -> None:
    desk.key("X")
    assert len(desk.list.picked) == 1
    desk.key("X")
    assert not desk.list.picked
    desk.key("X")
    desk.key(Qt.Key.Key_Escape)
    assert not desk.list.picked and desk.page.several is not None and bar(desk) is None
    desk.key("X")
    picked = desk.page.several.ids()
    counter.done(desk.at.shop, picked[0])
    desk.names()
    assert not desk.list.picked


def test_a_press_with_ctrl_selects_too_and_in_the_conversation_a_key_means_what_is_shown(
    desk: Desk, three: dict[str, str]
) -> None:
    rect = desk.list.visualRect(desk.page.model.index(3, 0))
    shown = desk.view.current_id()
    QTest.mouseClick(
        desk.list.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ControlModifier, rect.center()
    )
    assert len(desk.list.picked) == 1 and desk.view.current_id() == shown
    desk.view.read_on()
    QApplication.processEvents()
    desk.view.act("done")
    done = [one for one in three.values() if conversations.by_id(desk.at.shop.store, one).group is Group.DONE]  # type: ignore[union-attr]
    assert done == [shown]


def press_with_ctrl(desk: Desk, conversation: str) -> None:
    row = desk.page.model.row_of(conversations.rid_of(desk.at.shop.store, conversation))
    rect = desk.list.visualRect(desk.page.model.index(row, 0))
    ctrl = Qt.KeyboardModifier.ControlModifier
    QTest.mouseClick(desk.list.viewport(), Qt.MouseButton.LeftButton, ctrl, rect.center())
    QApplication.processEvents()


def press_in_bar(desk: Desk, words: str) -> None:
    shown = bar(desk)
    assert shown is not None
    link = next(link for link in shown.findChildren(LinkButton) if link.text() == words)
    link.setFocus()
    link.click()


def test_what_is_selected_before_anything_was_opened_can_be_dealt_with(desk: Desk) -> None:
    two = {name: desk.at.hear("The box was crushed.", name) for name in ("Omar S.", "Gus B.")}
    desk.names()
    desk.to_list()
    assert not desk.view.current_id()
    for one in two.values():
        press_with_ctrl(desk, one)
    press_in_bar(desk, "Done here")
    assert set(groups(desk, two).values()) == {Group.DONE}


def test_what_is_selected_can_be_done_with_beside_one_that_is_done_already(desk: Desk, three: dict[str, str]) -> None:
    marta, *others = three.values()
    counter.done(desk.at.shop, marta)
    desk.page.show_conversation(marta)
    desk.names()
    for one in others:
        press_with_ctrl(desk, one)
    assert desk.view.current_id() == marta
    press_in_bar(desk, "Done here")
    assert set(groups(desk, three).values()) == {Group.DONE}
    assert not desk.view.acts.by_name["done"].isEnabled()


def test_what_somebody_selected_is_not_selected_for_who_comes_next(desk: Desk, three: dict[str, str]) -> None:
    desk.key("X")
    desk.page.go_to_place({})
    assert not desk.list.picked and bar(desk) is None


def test_a_press_alone_means_that_one(desk: Desk, three: dict[str, str]) -> None:
    first, second, third = three.values()
    press_with_ctrl(desk, first)
    press_with_ctrl(desk, second)
    assert len(desk.list.picked) == 2
    row = desk.page.model.row_of(conversations.rid_of(desk.at.shop.store, third))
    rect = desk.list.visualRect(desk.page.model.index(row, 0))
    QTest.mouseClick(desk.list.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, rect.center())
    QApplication.processEvents()
    assert not desk.list.picked and desk.view.current_id() == third
