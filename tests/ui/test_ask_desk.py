"""The owner hears that somebody asks, whoever asked hears the answer, once, and nothing goes by itself."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop import asks, counter, outbox, settings
from desktop.records import Limits, Person, ReplyState
from desktop.writing import Writing
from tests.fixtures_shop import Counter
from tests.ui.test_main_window import entries
from ui.ask_desk import AskDesk
from ui.background import AtOnce
from ui.main_window import MainWindow
from ui.theme import Theme
from ui.window import Toast

CAUSE = "Marta, raw dough is on us: it was because two trays went in together. I ring you today at 15:30. Tom"


class Room(NamedTuple):
    at: Counter
    window: MainWindow
    asked: AskDesk
    tom: Person
    ines: Person
    toasts: list[Toast]

    def be(self, person: Person) -> None:
        self.at.shop.set_person(person)
        self.window.bridge.settings_changed.emit(settings.LAST_PERSON.key)
        QApplication.processEvents()

    def ask(self, who: str = "Marta K.") -> str:
        one = self.at.hear("The base was raw dough. Eleven people, no pudding.", who=who)
        made = counter.ask(self.at.shop, one, Writing.typed(CAUSE), "Can I say it was the trays?")
        QApplication.processEvents()
        return made.id

    def line(self) -> str:
        field = self.window.status.asking
        return "" if field.isHidden() else field.word().text


@pytest.fixture
def room(at_counter: Counter, look: Theme, qtbot: QtBot) -> Iterator[Room]:
    shop, runner = at_counter.shop, AtOnce(at_counter.shop.changes)
    ines = shop.me
    tom = counter.add_person(shop, "Tom")
    counter.set_limits(shop, tom.id, Limits(30.0, False, True, True, True))
    window = MainWindow(shop, runner, entries([]))
    toasts: list[Toast] = []
    window.bridge.toast_wanted.connect(toasts.append)
    window.go("inbox")
    window.show()
    made = Room(at_counter, window, AskDesk(window, runner), tom, ines, toasts)
    yield made
    window.close_for_good()
    runner.close()
    window.deleteLater()
    QApplication.processEvents()


def test_the_owner_sees_how_many_things_are_asked_and_by_whom(room: Room) -> None:
    assert room.line() == ""
    room.be(room.tom)
    room.ask()
    assert room.line() == ""  # it is for the owner
    room.be(room.ines)
    assert room.line() == "Tom is asking you 1 thing"
    room.be(room.tom)
    room.ask("Aki")
    room.be(room.ines)
    assert room.line() == "Tom is asking you 2 things"
    assert room.toasts == []


def test_a_yes_is_told_once_and_posted_only_when_the_helper_presses(room: Room) -> None:
    room.be(room.tom)
    ask = room.ask()
    room.be(room.ines)
    counter.say_yes(room.at.shop, ask)
    QApplication.processEvents()
    assert room.line() == "" and room.toasts == []
    room.be(room.tom)
    (toast,) = room.toasts
    assert toast.text == "Ines said yes. Post it?" and toast.action is not None and toast.action[0] == "Post it"
    assert room.line() == "Ines said yes: Marta K."
    room.asked.refresh()
    assert len(room.toasts) == 1
    conversation = asks.by_id(room.at.shop.store, ask).conversation  # type: ignore[union-attr]
    assert outbox.of_conversation(room.at.shop.store, conversation) == ()
    toast.action[1]()
    QApplication.processEvents()
    (reply,) = outbox.of_conversation(room.at.shop.store, conversation)
    assert (reply.state, reply.person_name, reply.text) == (ReplyState.WAITING, "Tom", CAUSE)
    assert room.line() == ""


def test_other_words_are_looked_at_before_they_go(room: Room) -> None:
    room.be(room.tom)
    ask = room.ask()
    room.be(room.ines)
    counter.say_yes(room.at.shop, ask, Writing.typed("Marta, that was ours. I ring you today at 15:30. Tom"))
    room.be(room.tom)
    (toast,) = room.toasts
    assert toast.text == "Ines said yes, in other words." and toast.action is not None
    assert toast.action[0] == "Open"


def test_a_no_comes_with_its_why(room: Room) -> None:
    room.be(room.tom)
    ask = room.ask()
    room.be(room.ines)
    counter.not_this_time(room.at.shop, ask, "We don't know that yet.")
    room.be(room.tom)
    assert [toast.text for toast in room.toasts] == ["Ines: not this time. We don't know that yet."]
    assert room.line() == "Ines gave one back: Marta K."
