"""A conversation that is part of an event: the bar, the fact sheet beside it, its openings, what the coach minds."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop import coach, counter, happenings
from tests.desktop.test_happenings import say_all
from tests.fixtures_shop import Counter
from ui.background import AtOnce
from ui.conversation.view import ConversationView
from ui.theme import Theme
from ui.window import Window


@pytest.fixture
def view(at_counter: Counter, look: Theme) -> Iterator[ConversationView]:
    made = ConversationView(at_counter.shop, AtOnce(at_counter.shop.changes), Window())
    made.resize(900, 760)
    made.show()
    yield made
    made.close()
    made.deleteLater()
    QApplication.processEvents()


def in_event(at: Counter, view: ConversationView) -> tuple[str, str]:
    """(event, one of its conversations), open in the view."""
    say_all(at)
    shared = counter.shared_thing(at.shop)
    assert shared is not None
    event, _ = counter.make_event(at.shop, "Raisin loaf", shared.ids, shared.key)
    counter.write_sheet(
        at.shop,
        event,
        name="Raisin loaf",
        know="The 6:30 loaves taste of soap.",
        dont_know="",
        to_do="Bin them.",
    )
    view.show_conversation(shared.ids[0])
    settle()
    return event, shared.ids[0]


def settle() -> None:
    for _ in range(4):
        QApplication.processEvents()


def test_the_fact_sheet_stands_where_the_shop_books_cards_stood(
    at_counter: Counter, view: ConversationView
) -> None:
    in_event(at_counter, view)
    assert [(card.title, card.text) for card in view.cards.cards()] == [
        ("What we know", "The 6:30 loaves taste of soap."),
        ("What to do now", "Bin them."),
    ]
    assert view.cards.title.text() == "From the event"


def test_the_bar_leads_to_the_event_and_goes_with_it(at_counter: Counter, view: ConversationView) -> None:
    event, one = in_event(at_counter, view)
    asked: list[object] = []
    view.window_.event_wanted.connect(asked.append)
    assert view.top_bars.text("event") == "In the event ‘Raisin loaf’. Name no cause yet."
    view.acts.by_name["event"].trigger()
    assert asked == [event]
    counter.take_out_of_event(at_counter.shop, event, one)
    settle()
    assert view.top_bars.text("event") == "" and view.cards.title.text() == "From the Shop book"


def test_each_is_answered_in_their_own_case_with_parts(at_counter: Counter, view: ConversationView) -> None:
    event, _ = in_event(at_counter, view)
    context = view.composer.context()
    assert context.first is not None and context.situation == "crisis"
    parts = [p.part.value for p in context.first.writing.paragraphs if p.part]
    assert parts == ["hear", "detail", "own", "next", "sign"]
    assert "their situation" in context.first.writing.blanks()
    assert "I won't guess in public" in context.first.writing.plain()
    counter.know_cause(at_counter.shop, event, True)
    settle()
    context = view.composer.context()
    assert context.first is not None and "I won't guess" not in context.first.writing.plain()


def test_blanks_are_offered_what_the_fact_sheet_says(at_counter: Counter, view: ConversationView) -> None:
    in_event(at_counter, view)
    offered = view.composer.context().suggestions("what we know")
    assert (offered[0].title, offered[0].items[0]) == ("From the event", "The 6:30 loaves taste of soap.")


GUESS = "I'm sorry about your loaf. It tasted of soap because the trays were full of detergent. Ines"


def test_the_coach_minds_a_cause_until_somebody_knows_it(at_counter: Counter, view: ConversationView) -> None:
    event, _ = in_event(at_counter, view)
    view.start(0)
    QTest.keyClicks(view.composer.editor, GUESS)
    view.composer._pace.read_now()
    settle()
    assert "Do you know that yet?" in titles(view)
    counter.know_cause(at_counter.shop, event, True)
    settle()
    view.composer._pace.read_now()
    settle()
    assert "Do you know that yet?" not in titles(view)


def titles(view: ConversationView) -> list[str]:

    return [finding.title for finding in coach.read(view.composer.scene()).findings]


def test_any_conversation_can_be_put_in_and_taken_back(at_counter: Counter, view: ConversationView) -> None:
    event, _ = in_event(at_counter, view)
    other = at_counter.hear("Charged twice for one coffee, I want my money back.", "Yan")
    view.show_conversation(other)
    settle()
    undone = []
    view.window_.undo_made.connect(undone.append)
    view.acts.by_name["event"].trigger()
    popup = view.doing.popup
    assert popup is not None
    popup.picked.emit(event)  # type: ignore[attr-defined]
    settle()
    found = happenings.of_conversation(at_counter.shop.store, other)
    assert found is not None and found.id == event
    undone[-1].take_back(at_counter.shop)
    assert happenings.of_conversation(at_counter.shop.store, other) is None


def test_a_new_event_is_named_after_what_they_name(at_counter: Counter, view: ConversationView) -> None:
    one = at_counter.hear("The chain lube ate my seals. Terrible.", "Yan")
    view.show_conversation(one)
    settle()
    asked: list[object] = []
    view.window_.event_wanted.connect(asked.append)
    view.acts.by_name["event"].trigger()
    popup = view.doing.popup
    assert popup is not None
    popup.picked.emit("new")  # type: ignore[attr-defined]
    settle()
    made = happenings.of_conversation(at_counter.shop.store, one)
    assert made is not None and asked == [made.id] and "lube" in made.name
