"""Many people, one cause: seen in time, made one event, known and told by people, and all of it can be taken back."""

from __future__ import annotations

from datetime import timedelta

import pytest

from desktop import conversations, counter, happenings, history, people, triage
from desktop.errors import Misuse
from desktop.records import Kind, Limits, Role
from desktop.triage import Heard
from desktop.writing import Ink, Paragraph, Run, Writing
from tests.fixtures_shop import SATURDAY, Counter

LOAF = (
    "Your raisin loaf tasted of soap. Two slices and I binned it.",
    "Bought a raisin loaf this morning, it tastes disgusting, like washing up liquid.",
    "Is something wrong with the raisin loaf? Ours was horrible, soapy.",
    "That loaf with the raisins was awful. Soap!",
    "Two raisin loaves today, both taste of soap. Not happy.",
    "My raisin loaf tastes of detergent. Never again.",
    "Raisin loaf: soapy, terrible, straight in the bin.",
)


def say_all(at: Counter, texts: tuple[str, ...] = LOAF, minutes: int = 4) -> list[str]:
    """Each of them from somebody else, some minutes apart, and all of them complaints."""
    made = []
    for number, text in enumerate(texts):
        made.append(at.hear(text, f"Person {number}"))
        one = conversations.by_id(at.shop.store, made[-1])
        if one and one.kind is not Kind.COMPLAINT:
            counter.set_kind(at.shop, made[-1], Kind.COMPLAINT)
        at.clock.forward(minutes=minutes)
    return made


def test_seven_people_in_an_hour_are_seen_with_the_thing_they_mention(at_counter: Counter) -> None:
    said = say_all(at_counter)
    shared = counter.shared_thing(at_counter.shop)
    assert shared is not None
    assert (shared.name, shared.people, list(shared.ids)) == ("raisin loaf", 7, said)


def test_four_people_are_not_enough_in_a_new_shop(at_counter: Counter) -> None:
    say_all(at_counter, LOAF[:4])
    assert counter.shared_thing(at_counter.shop) is None


def test_one_person_who_writes_five_times_is_one_person(at_counter: Counter) -> None:
    for text in LOAF[:6]:
        at_counter.hear(text, "Marta K.")
        at_counter.clock.forward(minutes=3)
    assert counter.shared_thing(at_counter.shop) is None


def test_five_over_two_hours_are_no_event(at_counter: Counter) -> None:
    say_all(at_counter, LOAF[:6], minutes=25)
    assert counter.shared_thing(at_counter.shop) is None


def test_what_came_at_night_is_still_asked_about_in_the_morning(at_counter: Counter) -> None:
    say_all(at_counter)
    at_counter.clock.forward(hours=7)
    shared = counter.shared_thing(at_counter.shop)
    assert shared is not None and shared.people == 7


def test_three_times_the_usual_is_enough_where_the_usual_is_known(at_counter: Counter) -> None:
    at_counter.clock.set(SATURDAY - timedelta(days=40))
    at_counter.hear("The tart was raw in the middle, terrible.", "Long Ago")
    at_counter.clock.set(SATURDAY)
    assert happenings.usual(at_counter.shop.store, SATURDAY, triage.WITHIN) == 0
    say_all(at_counter, LOAF[:3])
    shared = counter.shared_thing(at_counter.shop)
    assert shared is not None and shared.people == 3


def test_an_hour_that_is_always_busy_needs_more(at_counter: Counter) -> None:
    at_counter.clock.set(SATURDAY - timedelta(days=40))
    at_counter.hear("The tart was raw in the middle, terrible.", "Long Ago")
    for day in range(28, 0, -1):  # one and a half a day, at this hour
        at_counter.clock.set(SATURDAY - timedelta(days=day) + timedelta(minutes=5))
        for number in range(1 + day % 2):
            at_counter.hear("Charged me twice, and nobody answers.", f"Regular {day} {number}")
    at_counter.clock.set(SATURDAY)
    until = SATURDAY + timedelta(minutes=30)
    assert happenings.usual(at_counter.shop.store, until, triage.WITHIN) == 1.5
    say_all(at_counter, LOAF[:4])
    assert counter.shared_thing(at_counter.shop) is None
    assert not triage.enough(4, 1.5) and triage.enough(5, 1.5) and triage.enough(3, 0.9)


def test_the_usual_is_counted_across_midnight(at_counter: Counter) -> None:
    midnight = (SATURDAY - timedelta(days=10)).replace(hour=0, minute=50)
    at_counter.clock.set(SATURDAY - timedelta(days=40))
    at_counter.hear("The tart was raw in the middle, terrible.", "Long Ago")
    for minutes in (-30, -5, 90):
        at_counter.clock.set(midnight + timedelta(minutes=minutes))
        at_counter.hear("Charged me twice, and nobody answers.", f"At {minutes}")
    now = (SATURDAY + timedelta(days=1)).replace(hour=1, minute=10)
    assert happenings.usual(at_counter.shop.store, now, triage.WITHIN) == 2 / 28


def test_not_one_thing_asks_no_more_today_and_can_be_taken_back(at_counter: Counter) -> None:
    say_all(at_counter)
    shared = counter.shared_thing(at_counter.shop)
    assert shared is not None
    undo = counter.not_one_thing(at_counter.shop, shared)
    assert counter.shared_thing(at_counter.shop) is None
    undo.take_back(at_counter.shop)
    assert counter.shared_thing(at_counter.shop) == shared
    assert [e.kind for e in history.of(at_counter.shop.store, shared.key)] == ["not_one_thing", "undone"]


def make(at: Counter) -> str:
    say_all(at)
    shared = counter.shared_thing(at.shop)
    assert shared is not None
    return counter.make_event(at.shop, shared.name, shared.ids, shared.key)[0]


def test_an_event_holds_its_conversations_and_says_so_in_each(at_counter: Counter) -> None:
    event = make(at_counter)
    inside = happenings.members(at_counter.shop.store, event)
    assert len(inside) == 7 and all(one.is_open for one in inside)
    kinds = [e.kind for e in history.of(at_counter.shop.store, inside[0].conversation)]
    assert kinds[-1] == "event_joined"
    assert counter.shared_thing(at_counter.shop) is None


def test_making_an_event_can_be_taken_back_whole(at_counter: Counter) -> None:
    said = say_all(at_counter)
    shared = counter.shared_thing(at_counter.shop)
    assert shared is not None
    event, undo = counter.make_event(at_counter.shop, shared.name, shared.ids, shared.key)
    undo.take_back(at_counter.shop)
    assert happenings.by_id(at_counter.shop.store, event) is None
    assert happenings.of_conversation(at_counter.shop.store, said[0]) is None
    assert counter.shared_thing(at_counter.shop) == shared


def test_who_mentions_it_later_is_offered_and_put_in_and_taken_out(at_counter: Counter) -> None:
    event = make(at_counter)
    late = at_counter.hear("Same here, the raisin loaf is soapy. Horrible.", "Zoe")
    other = at_counter.hear("Charged twice for one coffee, I want my money back.", "Yan")
    found = counter.mention_it_too(at_counter.shop, event)
    assert [voice.conversation for voice in found] == [late]
    undo = counter.put_in_event(at_counter.shop, event, [late])
    assert happenings.of_conversation(at_counter.shop.store, late) is not None
    undo.take_back(at_counter.shop)
    assert happenings.of_conversation(at_counter.shop.store, late) is None
    counter.put_in_event(at_counter.shop, event, [other])
    back = counter.take_out_of_event(at_counter.shop, event, other)
    assert happenings.of_conversation(at_counter.shop.store, other) is None
    back.take_back(at_counter.shop)
    assert happenings.of_conversation(at_counter.shop.store, other) is not None


def sheet(at: Counter, event: str, **other: str) -> None:
    texts = {"name": "Raisin loaf", "know": "Batch of 6:30", "dont_know": "Why", "to_do": "Bin it"} | other
    counter.write_sheet(at.shop, event, **texts)


def test_the_sheet_is_kept_attributed_and_taken_back_word_for_word(at_counter: Counter) -> None:
    event = make(at_counter)
    sheet(at_counter, event)
    undo = counter.write_sheet(
        at_counter.shop, event, name="Raisin loaf", know="More", dont_know="Why", to_do="Bin it"
    )
    assert undo is not None
    undo.take_back(at_counter.shop)
    one = happenings.by_id(at_counter.shop.store, event)
    assert one is not None and (one.name, one.know) == ("Raisin loaf", "Batch of 6:30")
    told = history.of(at_counter.shop.store, event)
    assert [e.kind for e in told] == ["event_made", "event_sheet", "event_sheet", "undone"]
    assert {e.person_name for e in told} == {"Ines"}
    assert counter.write_sheet(at_counter.shop, event, name="Raisin loaf", know="Batch of 6:30",
                               dont_know="Why", to_do="Bin it") is None  # fmt: skip


def test_a_nameless_event_and_endless_words_are_refused(at_counter: Counter) -> None:
    event = make(at_counter)
    with pytest.raises(Misuse, match="name"):
        sheet(at_counter, event, name="  ")
    with pytest.raises(Misuse, match="under"):
        sheet(at_counter, event, know="x" * (2000 + 1))


WORDS = Writing.typed("The raisin loaves from 6:30 taste of soap. Bin them, we pay you back. More here at 14:00.")


def test_everybody_hears_when_there_is_more_or_nothing_goes_out(at_counter: Counter) -> None:
    event, shop = make(at_counter), at_counter.shop
    with pytest.raises(Misuse, match="when you'll say more"):
        counter.told_everybody(shop, event, WORDS)
    with pytest.raises(Misuse, match="passed"):
        counter.set_next_update(shop, event, shop.clock.now())
    at = shop.clock.now() + timedelta(hours=1)
    counter.set_next_update(shop, event, at)
    counter.told_everybody(shop, event, WORDS, place="Facebook", link="https://page.example/1")
    told = happenings.told(shop.store, event)
    assert [(t.text, t.place, t.next_at) for t in told] == [(WORDS.plain(), "Facebook", at)]


def test_telling_can_be_taken_back_and_the_words_are_there_again(at_counter: Counter) -> None:
    event, shop = make(at_counter), at_counter.shop
    counter.set_next_update(shop, event, shop.clock.now() + timedelta(hours=1))
    counter.save_statement(shop, event, WORDS)
    undo = counter.told_everybody(shop, event, WORDS)
    one = happenings.by_id(shop.store, event)
    assert one is not None and one.draft.is_empty
    undo.take_back(shop)
    one = happenings.by_id(shop.store, event)
    assert one is not None and one.draft == WORDS and not happenings.told(shop.store, event)


CAUSE = "The raisin loaf tastes of soap because the trays were left full of detergent. More here at 14:00."


@pytest.mark.parametrize(
    "text",
    [
        CAUSE,
        "Sorry about the raisin loaf. Why not try our new cinnamon bun at half price with code BUN?",
        "Sorry about the loaf. Ring Tom at home on +44 20 7946 0958.",
    ],
)
def test_a_guess_an_advert_and_a_private_number_are_told_to_nobody(at_counter: Counter, text: str) -> None:
    event, shop = make(at_counter), at_counter.shop
    counter.set_next_update(shop, event, shop.clock.now() + timedelta(hours=1))
    with pytest.raises(Misuse):
        counter.told_everybody(shop, event, Writing.typed(text))
    assert not happenings.told(shop.store, event)


def test_words_with_a_blank_are_told_to_nobody(at_counter: Counter) -> None:
    event, shop = make(at_counter), at_counter.shop
    counter.set_next_update(shop, event, shop.clock.now() + timedelta(hours=1))
    blank = Writing((Paragraph((Run("Don't eat the "), Run("thing", Ink.BLANK), Run(". We look into it."))),))
    for is_last in (False, True):
        with pytest.raises(Misuse, match="A blank can't be posted"):
            counter.told_everybody(shop, event, blank, is_last=is_last)
    assert not happenings.told(shop.store, event)


def test_taking_back_an_older_change_leaves_what_was_written_since(at_counter: Counter) -> None:
    event, shop = make(at_counter), at_counter.shop
    sheet = {"name": "raisin loaf", "dont_know": "", "to_do": ""}
    undo = counter.write_sheet(shop, event, know="It tastes of soap.", **sheet)
    counter.write_sheet(shop, event, know="Twelve loaves taste of soap.", **sheet)
    later = shop.clock.now() + timedelta(hours=1)
    counter.set_next_update(shop, event, later)
    assert undo is not None
    undo.take_back(shop)
    one = happenings.by_id(shop.store, event)
    assert one is not None and (one.know, one.next_at) == ("Twelve loaves taste of soap.", later)


def test_a_cause_that_is_known_may_be_named(at_counter: Counter) -> None:
    event, shop = make(at_counter), at_counter.shop
    counter.set_next_update(shop, event, shop.clock.now() + timedelta(hours=1))
    undo = counter.know_cause(shop, event, True)
    counter.check_statement(shop, event, Writing.typed(CAUSE))
    undo.take_back(shop)
    with pytest.raises(Misuse, match="Do you know that yet"):
        counter.check_statement(shop, event, Writing.typed(CAUSE))


def test_only_who_may_answer_something_serious_says_that_the_cause_is_known(at_counter: Counter) -> None:
    event, shop = make(at_counter), at_counter.shop
    with shop.store.writing():
        tom = people.add(shop.store, "Tom", Role.HELPER, shop.clock.now())
    counter.set_limits(shop, tom.id, Limits(may_answer_serious=False))
    shop.set_person(tom)
    with pytest.raises(Misuse, match="Only Ines"):
        counter.know_cause(shop, event, True)
    made, _ = counter.make_event(shop, "Chain lube", [])  # a helper may make one
    with shop.store.writing():
        people.put_limits(shop.store, tom.id, Limits(may_answer_serious=True))
    counter.know_cause(shop, made, True)
    one = happenings.by_id(shop.store, made)
    assert one is not None and one.knows_cause and one.cause_known_by == "Tom"


def test_closing_keeps_people_without_an_ending_and_can_be_taken_back(at_counter: Counter) -> None:
    event, shop = make(at_counter), at_counter.shop
    undo = counter.close_event(shop, event)
    one = happenings.by_id(shop.store, event)
    assert one is not None and not one.is_open
    assert all(member.is_open for member in happenings.members(shop.store, event))
    assert counter.shared_thing(shop) is None  # they were in one: nobody is asked again
    with pytest.raises(Misuse, match="closed"):
        counter.set_next_update(shop, event, shop.clock.now() + timedelta(hours=1))
    undo.take_back(shop)
    one = happenings.by_id(shop.store, event)
    assert one is not None and one.is_open
    counter.close_event(shop, event)
    counter.reopen_event(shop, event)
    assert [h.id for h in happenings.open_ones(shop.store)] == [event]


def test_the_last_words_need_no_next_time(at_counter: Counter) -> None:
    event, shop = make(at_counter), at_counter.shop
    counter.told_everybody(shop, event, Writing.typed("It's over. Everyone has their money back."), is_last=True)
    counter.close_event(shop, event)
    closing = history.of(shop.store, event)[-1]
    assert closing.kind == "event_closed" and closing.body["said_last"] is True


def test_an_event_is_overdue_once_its_time_has_passed(at_counter: Counter) -> None:
    event, shop = make(at_counter), at_counter.shop
    counter.set_next_update(shop, event, shop.clock.now() + timedelta(hours=1))
    one = happenings.next_due(shop.store)
    assert one is not None and not one.is_overdue(shop.clock.now())
    at_counter.clock.forward(hours=1)
    assert one.is_overdue(shop.clock.now())


HOUR = SATURDAY


def heard(*texts: str) -> list[Heard]:
    return [Heard(str(n), f"who {n}", HOUR + timedelta(minutes=n), text) for n, text in enumerate(texts)]


TOGETHER = [
    ("lube", ["New chain lube from you ate my seals", "That lube turned to gum in two rides",
              "chain skipping since I put your lube on", "Your dry lube gummed the whole cassette up",
              "Bought lube Thursday, my chain is black and sticky"]),
    ("oat milk", ["The oat milk was sour", "oat milk curdled in my coffee", "sour oat-milk again!",
                  "Your oat milk has gone off, disgusting", "flat white with oat milk, undrinkable"]),
]  # fmt: skip


@pytest.mark.parametrize(("name", "texts"), TOGETHER)
def test_the_thing_is_named_as_most_of_them_write_it(name: str, texts: list[str]) -> None:
    found = triage.together(heard(*texts), lambda n, _: triage.enough(n, None))
    assert found is not None and found.name == name and found.people == 5


def test_a_topic_serves_where_nothing_is_named() -> None:
    waits = ["We waited an hour and nobody came", "Still waiting after 40 minutes", "Waited ages, left in the end",
             "waited 50 minutes for two teas", "Queued for an hour! Never again"]  # fmt: skip
    found = triage.together(heard(*waits), lambda n, _: triage.enough(n, None))
    assert found is not None and found.name == "the wait"
    assert triage.mentions("we waited forever", found.key)


@pytest.mark.parametrize(
    "texts",
    [
        ["The tart was raw", "Charged twice for my order", "Nobody picks up the phone", "rude man at the till",
         "box was crushed flat"],
        ["Terrible shop", "Awful shop, avoid", "Worst shop ever", "This shop is a joke", "Shame on this shop"],
        ["My order was wrong", "order never came", "I ordered on Monday, nothing", "order cancelled, no reason",
         "ordered a coat, got a hat"],
        ["@puddle you are awful", "@puddle never again", "@puddle rubbish", "@puddle disgusting", "@puddle no"],
        ["", " ", "?!", "\u200b", "😡😡😡"],
    ],
)  # fmt: skip
def test_different_troubles_of_one_hour_are_not_one_thing(texts: list[str]) -> None:
    assert triage.together(heard(*texts), lambda n, _: triage.enough(n, None)) is None


def test_the_shop_itself_is_nobodys_one_thing() -> None:
    texts = ["Fenny Lane was horrible today", "Fenny Lane ruined my day", "shame on Fenny Lane",
             "Fenny Lane, never again", "what a disgrace, Fenny Lane"]  # fmt: skip
    found = triage.together(heard(*texts), lambda n, _: triage.enough(n, None), ("Fenny Lane",))
    assert found is None
