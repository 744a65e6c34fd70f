"""The line that asks whether a time in our words is a promise; what is owed here; what is said once it is over."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QDateTime, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop import counter, deliver, promises, settings, shopbook
from desktop.records import Channel
from desktop.settling import time_passes
from desktop.writing import Writing
from tests.fixtures_shop import Counter
from tests.ui.conversation.test_conversation import ANGRY, Open
from ui.conversation.promising import AnotherTime
from ui.theme import Theme
from ui.widgets.buttons import LinkButton

BY_FRIDAY = "I'm sorry, Marta. You'll hear from me by Friday at four."


@pytest.fixture
def here(at_counter: Counter, look: Theme) -> Iterator[Open]:
    with at_counter.shop.store.writing():
        shopbook.put_hours(at_counter.shop.store, [(day, "07:00", "16:00") for day in range(1, 7)])
    made = Open(at_counter)
    yield made
    made.view.close()
    made.view.deleteLater()
    QApplication.processEvents()


def posted(here: Open, text: str = BY_FRIDAY, channel: Channel = Channel.PUBLIC) -> str:
    one = here.at.hear(ANGRY)
    here.show(one)
    here.view.desk.post(Writing.typed(text), channel, False)
    QApplication.processEvents()
    return one


def left(here: Open) -> None:
    here.at.clock.forward(seconds=11)
    deliver.deliver_due(here.at.shop)
    QApplication.processEvents()


def press(here: Open, text: str) -> None:
    bar = here.view.bottom_bars.bar("promise") or here.view.top_bars.bar("overdue")
    assert bar is not None
    (way,) = [link for link in bar.findChildren(LinkButton) if link.text() == text]
    QTest.mouseClick(way, Qt.MouseButton.LeftButton)
    QApplication.processEvents()


def due(here: Open, one: str) -> list[str]:
    every = promises.of_conversation(here.at.shop.store, one)
    return [f"{here.at.clock.local(each.due_at):%a %H:%M}" for each in every if each.kept_at is None]


def line(here: Open) -> str:
    here.show(here.view.current_id())
    return here.view.bottom_bars.text("promise")


def test_the_line_names_the_key_that_a_person_has_chosen_for_it(here: Open) -> None:
    posted(here)
    line(here)
    here.view.window_.keys = {"Y": "W"}
    here.view.window_.settings_changed.emit(settings.KEYS.key)
    press(here, "Keep it (W)")
    assert line(here) == ""


def test_after_posting_a_quiet_line_asks_and_one_key_makes_it_a_promise(here: Open) -> None:
    one = posted(here)
    asked = "You said “by Friday at four”. Keep it as a promise, for Friday, 16:00?"
    assert line(here) == asked
    left(here)
    assert due(here, one) == [] and line(here) == asked
    here.read()
    here.key(Qt.Key.Key_Y)
    assert line(here) == "" and due(here, one) == ["Fri 16:00"]
    assert here.said("toast_wanted")[-1].text == "Promised: Friday, 16:00"
    assert here.view.header.state.accessibleName() == "Back by Friday, 16:00"
    here.said("undo_made")[-1].take_back(here.at.shop)
    assert due(here, one) == [] and line(here) == asked


def test_no_takes_the_line_away_and_promises_nothing(here: Open) -> None:
    one = posted(here)
    assert line(here)
    press(here, "No")
    left(here)
    assert line(here) == "" and due(here, one) == []


def test_another_time_is_chosen_with_the_keyboard_and_one_that_is_over_is_not_taken(here: Open) -> None:
    one = posted(here)
    left(here)
    assert line(here)
    press(here, "Another time")
    popup = here.view.doing.popup
    assert isinstance(popup, AnotherTime)
    was = popup.edit.dateTime()
    popup.edit.setDateTime(QDateTime(2025, 6, 14, 9, 0, 0))
    QTest.keyClick(popup, Qt.Key.Key_Return)
    assert popup.isVisible() and popup.trouble.text() == "That time is over already."
    popup.edit.setDateTime(was.addDays(-1))
    QTest.keyClick(popup, Qt.Key.Key_Return)
    QApplication.processEvents()
    assert due(here, one) == ["Thu 16:00"]


def test_words_without_a_time_ask_nothing(here: Open) -> None:
    posted(here, "I'm so sorry, Marta. We open at 7 tomorrow.")
    assert line(here) == ""


def test_once_it_is_over_the_conversation_says_so_and_its_kept_closes_it(here: Open) -> None:
    one = posted(here, "I'm sorry, Marta. I'll be back in an hour.")
    left(here)
    counter.keep_promise(here.at.shop, promises.offered(here.at.shop.store, one, here.at.clock.now())[0].id)
    here.at.clock.forward(hours=1)
    time_passes(here.at.shop.store, here.at.clock)
    here.show(one)
    assert here.view.top_bars.text("overdue") == "You said you’d be back by 11:00. Even “still looking” helps."
    assert here.view.header.state.accessibleName() == "Promise overdue"
    press(here, "It’s kept")
    here.show(one)
    assert due(here, one) == [] and here.view.top_bars.text("overdue") == ""


def test_a_case_that_went_on_in_private_says_by_when_an_ending_is_owed(here: Open) -> None:
    one = posted(here, "Could you tell me your address?", Channel.PRIVATE)
    left(here)
    here.show(one)
    assert here.sentence().endswith(
        "You wrote to Marta privately. An ending is owed here by Sat 21 June."
    )
    here.at.clock.forward(days=8)
    here.show("")
    here.show(one)
    assert here.sentence().endswith("An ending has been owed here since Sat 21 June.")
