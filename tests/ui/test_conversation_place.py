"""The conversation is built when it is first needed, and nothing asked before is lost."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ui.conversation_place import ConversationPlace


class Conversation(QWidget):
    back_wanted = Signal()
    next_wanted = Signal(object)
    writing_changed = Signal(object)
    title_changed = Signal(object)
    make_it_show = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.area, self.shown, self.back = QWidget(self), "", False
        self.colour = "any"

    def reading_area(self) -> QWidget:
        return self.area

    def show_conversation(self, conversation: str) -> None:
        self.shown = conversation

    def current_id(self) -> str:
        return self.shown

    def set_back_visible(self, visible: bool) -> None:
        self.back = visible

    def set_brief(self, brief: bool) -> None:
        self.brief = brief


@pytest.fixture
def place(qtbot: QtBot) -> ConversationPlace:
    made = ConversationPlace(Conversation)
    qtbot.addWidget(made)
    return made


def built(place: ConversationPlace) -> list[Conversation]:
    return place.findChildren(Conversation)


def test_asking_how_it_stands_builds_nothing(place: ConversationPlace) -> None:
    assert place.current_id() == ""
    assert place.panes() == place.menu_actions() == place.list_actions() == []
    assert place.key_hint() == ""
    place.read_on()
    place.leaving()
    place.show_conversation("")
    assert built(place) == []


def test_showing_one_builds_it_with_all_that_was_asked_before(place: ConversationPlace, qtbot: QtBot) -> None:
    action = QAction("Next", place)
    place.reading_area().addAction(action)
    place.set_back_visible(True)
    place.set_brief(True)
    with qtbot.waitSignal(place.built):
        place.show_conversation("c1")
    (one,) = built(place)
    assert one.area.actions() == [action]
    assert one.back
    assert one.brief
    assert place.current_id() == "c1"


def test_what_it_says_is_passed_on(place: ConversationPlace) -> None:
    heard: list[Any] = []
    place.next_wanted.connect(heard.append)
    place.title_changed.connect(heard.append)
    one = place.build()
    one.next_wanted.emit(True)
    one.title_changed.emit("Reply to Marta K.")
    assert heard == [True, "Reply to Marta K."]


def test_it_is_built_once_and_its_other_sides_can_be_seen(place: ConversationPlace) -> None:
    assert place.colour == "any"
    assert place.build() is place.build()
    with pytest.raises(AttributeError):
        place.no_such_thing  # noqa: B018
