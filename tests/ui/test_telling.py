"""What was decided is told in one wording, in the thread as in History."""

from __future__ import annotations

from datetime import timedelta

from desktop import conversations, counter, history, people
from desktop.records import FixedHow, Kind, Role, Stage, StandingReason
from tests.fixtures_shop import Counter
from ui import telling
from ui.conversation.items import EventItem, thread_items
from ui.history import story


def test_thread_and_history_tell_the_same_of_every_decision(at_counter: Counter) -> None:
    shop, one = at_counter.shop, at_counter.hear("The tart was raw and nobody picked up the phone.")
    with shop.store.writing():
        tom = people.add(shop.store, "Tom", Role.HELPER, at_counter.clock.now())
    counter.set_kind(shop, one, Kind.COMPLAINT)
    counter.give_to(shop, one, tom.id)
    counter.mark_fixed(shop, one, FixedHow.DONE_NO_WORD)
    counter.remind(shop, one, at_counter.clock.now() + timedelta(days=1)).take_back(shop)
    counter.leave_standing(shop, one, StandingReason.NO_REPLY, "Asked twice.")
    here = conversations.by_id(shop.store, one)
    assert here is not None
    events, names = history.of(shop.store, one), {tom.id: "Tom"}
    told = [entry.text for entry in story.event_entries(events, "Google", names)]
    items = thread_items(here, (), (), (), events, shop.clock, names)
    lines = [item.text.partition(", ")[0] for item in items if isinstance(item, EventItem)]
    assert told[-4:] == [
        "Ines said this is: Complaint.",
        "Ines gave this to Tom.",
        "Ines marked this fixed. We did it, no word from them.",
        "Ines left this standing. They don’t answer. Asked twice.",
    ]
    assert [line.partition(". ")[0].rstrip(".") for line in told] == lines


def test_moves_and_unknown_events_are_told_or_left_out(at_counter: Counter) -> None:
    one = at_counter.hear("The tart was raw and nobody picked up the phone.")
    counter.set_kind(at_counter.shop, one, Kind.COMPLAINT)
    event = history.of(at_counter.shop.store, one)[-1]
    moved = event._replace(kind="moved", body={"to": Stage.SHOWN.value})
    assert telling.told(moved, {}) == ("Ines moved this to Shown", "complaint")
    assert telling.told(event._replace(kind="given", body={"to": ""}), {}) == (
        "Ines gave this to nobody",
        "person",
    )
    promised = event._replace(kind="promised", body={"words": "by Friday at four"})
    assert telling.told(promised, {}) == ("Ines made it a promise: by Friday at four", "clock")
    assert telling.told(event._replace(kind="of tomorrow"), {}) is None
