"""A helper asks before promising; the owner's yes lifts the limit for one reply, in any words."""

from __future__ import annotations

from datetime import timedelta

import pytest

from desktop import asks, counter, deliver, drafts, history, outbox, people
from desktop.asks import AskState
from desktop.errors import Misuse
from desktop.records import BOUNDS, Channel, Limits, Person, Purpose, ReplyState, StandingReason
from desktop.writing import Paragraph, Part, Run, Writing
from tests.fixtures_shop import Counter

COMPLAINT = "The base was raw dough. Eleven people, no pudding. I rang twice and nobody answered."
CAUSE = "Marta, raw dough is on us: it was because two trays went in together. I ring you today at 15:30. Tom"
PLAIN = "Marta, raw dough is on us. I find out what happened and ring you today at 15:30. Tom"


@pytest.fixture
def tom(at_counter: Counter) -> Person:
    """Tom is at the counter, and asks about everything but thirty euros."""
    shop = at_counter.shop
    made = counter.add_person(shop, "Tom")
    counter.set_limits(shop, made.id, Limits(30.0, False, True, True, True))
    shop.set_person(made)
    return made


def ines(at_counter: Counter) -> None:
    owner = people.owner(at_counter.shop.store)
    assert owner is not None
    at_counter.shop.set_person(owner)


def in_draft(at_counter: Counter, conversation: str, person: Person) -> str:
    found = drafts.load(at_counter.shop.store, conversation, person.id, Channel.PUBLIC)
    return found[0].plain() if found else ""


@pytest.mark.parametrize(
    "text",
    [CAUSE, "Marta, you get €50 back, today by 16:00. Tom", "I give you a refund of 31 euros now. Tom"],
)
def test_what_is_past_a_limit_cannot_be_posted_by_any_way(
    at_counter: Counter, tom: Person, text: str
) -> None:
    one = at_counter.hear(COMPLAINT)
    with pytest.raises(Misuse, match="Ask Ines before you promise that"):
        counter.post(at_counter.shop, one, Writing.typed(text))
    assert outbox.of_conversation(at_counter.shop.store, one) == ()


@pytest.mark.parametrize(
    "text", [PLAIN, "Marta, you get €30 back, today by 16:00. Tom", "Cheeky, wild, any words at all. Tom"]
)
def test_inside_the_limits_any_wording_goes(at_counter: Counter, tom: Person, text: str) -> None:
    one = at_counter.hear(COMPLAINT)
    assert counter.post(at_counter.shop, one, Writing.typed(text)).state is ReplyState.WAITING


def test_the_owner_asks_nobody(at_counter: Counter) -> None:
    one = at_counter.hear(COMPLAINT)
    assert counter.past_limits(at_counter.shop, one, Writing.typed(CAUSE), Channel.PUBLIC) == {}
    with pytest.raises(Misuse, match="You decide this yourself"):
        counter.ask(at_counter.shop, one, Writing.typed(CAUSE))
    assert counter.post(at_counter.shop, one, Writing.typed(CAUSE)).text == CAUSE


def test_an_ask_keeps_the_words_and_the_question_and_waits(at_counter: Counter, tom: Person) -> None:
    shop, one = at_counter.shop, at_counter.hear(COMPLAINT)
    counter.save_draft(shop, one, Channel.PUBLIC, Writing.typed(CAUSE))
    asked = counter.ask(shop, one, Writing.typed(CAUSE), "  Can I say it was the two trays? ")
    assert (asked.person_name, asked.question, asked.state) == (
        "Tom",
        "Can I say it was the two trays?",
        AskState.WAITING,
    )
    assert asked.writing.plain() == CAUSE and asked.things == {"may_name_cause": True}
    assert asks.waiting(shop.store) == asks.open_in(shop.store, one) == (asked,)
    assert in_draft(at_counter, one, tom) == ""
    with pytest.raises(Misuse, match="Ines has your question already"):
        counter.ask(shop, one, Writing.typed(CAUSE))
    with pytest.raises(Misuse, match="There is no yes to this yet"):
        counter.post_asked(shop, asked.id)
    with pytest.raises(Misuse, match="Only Ines can decide this"):
        counter.say_yes(shop, asked.id)
    assert [event.kind for event in history.of(shop.store, one)][-1] == "asked_owner"


def test_yes_lets_this_one_reply_go_in_any_words_and_no_other(at_counter: Counter, tom: Person) -> None:
    shop, one = at_counter.shop, at_counter.hear(COMPLAINT)
    other = at_counter.hear(COMPLAINT, who="Aki")
    asked = counter.ask(shop, one, Writing.typed(CAUSE))
    ines(at_counter)
    assert counter.say_yes(shop, asked.id).text == "Said yes to Tom"
    assert outbox.of_conversation(shop.store, one) == ()  # nothing goes by itself
    shop.set_person(tom)
    (answered,) = asks.answered_for(shop.store, tom.id)
    assert (answered.state, answered.answered_by) == (AskState.YES, "Ines")
    with pytest.raises(Misuse):
        counter.post(shop, other, Writing.typed(CAUSE))
    reply = counter.post(shop, one, Writing.typed(CAUSE.replace("I ring", "I will ring")))
    assert (reply.person_name, reply.state) == ("Tom", ReplyState.WAITING)
    assert asks.open_in(shop.store, one) == ()
    at_counter.clock.forward(seconds=11)
    deliver.deliver_due(shop)
    at_counter.world.post_as("facebook", "Marta K.", "And?", parent=at_counter.root(one))
    at_counter.collect()
    with pytest.raises(Misuse):  # the yes was for one reply
        counter.post(shop, one, Writing.typed(CAUSE))


def test_a_yes_to_one_helper_lifts_nothing_for_another(at_counter: Counter, tom: Person) -> None:
    shop, one = at_counter.shop, at_counter.hear(COMPLAINT)
    asked = counter.ask(shop, one, Writing.typed(CAUSE))
    ines(at_counter)
    counter.say_yes(shop, asked.id)
    priya = counter.add_person(shop, "Priya")
    shop.set_person(priya)
    with pytest.raises(Misuse, match="Ask Ines before you promise that"):
        counter.post(shop, one, Writing.typed(CAUSE))
    shop.set_person(tom)
    assert counter.post(shop, one, Writing.typed(CAUSE)).text == CAUSE


def test_a_yes_to_an_amount_goes_as_far_as_the_amount(at_counter: Counter, tom: Person) -> None:
    shop, one = at_counter.shop, at_counter.hear(COMPLAINT)
    asked = counter.ask(shop, one, Writing.typed("Marta, you get €50 back today at 15:00. Tom"))
    assert asked.things == {"money_up_to": 50.0}
    ines(at_counter)
    counter.say_yes(shop, asked.id)
    shop.set_person(tom)
    for text, may in (("€60", False), ("€50", True)):
        past = counter.past_limits(
            shop, one, Writing.typed(f"You get {text} back today. Tom"), Channel.PUBLIC
        )
        assert (past == {}) is may


def test_money_without_a_figure_waits_too_and_is_never_left_to_somebody(
    at_counter: Counter, tom: Person
) -> None:
    shop, words = at_counter.shop, "Marta, I see to a full refund for the tart today. Tom"
    for _ in range(3):
        shop.set_person(tom)
        one = at_counter.hear(COMPLAINT)
        asked = counter.ask(shop, one, Writing.typed(words))
        assert asked.things == {asks.MONEY_OPEN: True}
        ines(at_counter)
        counter.say_yes(shop, asked.id)
        shop.set_person(tom)
        assert counter.past_limits(shop, one, Writing.typed(words), Channel.PUBLIC) == {}
    assert counter.nudges(shop) == ()
    assert counter.about(asks.MONEY_OPEN) == "money back"


def test_a_yes_to_money_without_a_figure_is_no_yes_to_any_figure(at_counter: Counter, tom: Person) -> None:
    shop, words = at_counter.shop, "Marta, I see to a full refund for the tart today. Tom"
    one = at_counter.hear(COMPLAINT)
    asked = counter.ask(shop, one, Writing.typed(words))
    ines(at_counter)
    counter.say_yes(shop, asked.id)
    shop.set_person(tom)
    much = Writing.typed("Marta, you get a full refund and €500 on top, today. Tom")
    assert counter.past_limits(shop, one, much, Channel.PUBLIC) == {"money_up_to": 500.0}
    with pytest.raises(Misuse, match="Ask Ines before you promise that"):
        counter.post(shop, one, much)
    other = Writing.typed("Marta, the tart is a full refund, by four today. Tom")
    assert counter.post(shop, one, other).state is ReplyState.WAITING


def test_the_owner_changes_the_words_and_tom_posts_them(at_counter: Counter, tom: Person) -> None:
    shop, one = at_counter.shop, at_counter.hear(COMPLAINT)
    asked = counter.ask(shop, one, Writing.typed(CAUSE))
    ines(at_counter)
    theirs = CAUSE.replace("two trays went in together", "we baked two trays at once")
    undo = counter.say_yes(shop, asked.id, Writing.typed(theirs))
    undo.take_back(shop)
    (waits,) = asks.waiting(shop.store)
    assert waits.writing.plain() == CAUSE and not waits.is_reworded
    counter.say_yes(shop, asked.id, Writing.typed(theirs))
    with pytest.raises(Misuse, match="Tom wrote this, so Tom posts it"):
        counter.post_asked(shop, asked.id)
    shop.set_person(tom)
    reply = counter.post_asked(shop, asked.id)
    assert (reply.text, reply.person_name) == (theirs, "Tom")
    assert asks.by_id(shop.store, asked.id).state is AskState.USED  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("asked_for", "chosen"),
    [
        ("Marta, you get €50 back, today by 16:00. Tom", "Marta, you get €80 back, today by 16:00. Tom"),
        ("Marta, you get €50 back, today by 16:00. Tom", CAUSE),
        (CAUSE, "Marta, I see to a full refund for the tart today. Tom"),
    ],
)
def test_words_of_the_owner_can_be_posted_however_far_they_go_and_no_others(
    at_counter: Counter, tom: Person, asked_for: str, chosen: str
) -> None:
    shop, one = at_counter.shop, at_counter.hear(COMPLAINT)
    asked = counter.ask(shop, one, Writing.typed(asked_for))
    ines(at_counter)
    undo = counter.say_yes(shop, asked.id, Writing.typed(chosen))
    shop.set_person(tom)
    with pytest.raises(Misuse, match="Ask Ines before"):
        counter.post(shop, one, Writing.typed(f"{CAUSE} You get €90 back."))
    ines(at_counter)
    undo.take_back(shop)
    (waits,) = asks.waiting(shop.store)
    assert waits.things == asked.things
    counter.say_yes(shop, asked.id, Writing.typed(chosen))
    shop.set_person(tom)
    assert counter.post_asked(shop, asked.id).text == chosen


def test_what_the_owner_took_out_of_the_words_got_no_yes(at_counter: Counter, tom: Person) -> None:
    shop, one = at_counter.shop, at_counter.hear(COMPLAINT)
    asked = counter.ask(shop, one, Writing.typed(f"{CAUSE}. You get €50 back."))
    assert set(asked.things) == {"may_name_cause", "money_up_to"}
    ines(at_counter)
    counter.say_yes(shop, asked.id, Writing.typed(PLAIN))
    shop.set_person(tom)
    for text, thing in ((CAUSE, "may_name_cause"), ("You get €50 back at 15:00. Tom", "money_up_to")):
        assert set(counter.past_limits(shop, one, Writing.typed(text), Channel.PUBLIC)) == {thing}
    assert counter.post_asked(shop, asked.id).text == PLAIN


@pytest.mark.parametrize(("late", "is_kept"), [(0, True), (3, False)])
def test_a_time_that_passed_while_it_waited_is_promised_no_more(
    at_counter: Counter, tom: Person, late: int, is_kept: bool
) -> None:
    shop, one = at_counter.shop, at_counter.hear(COMPLAINT)
    by = shop.clock.now() + timedelta(hours=2)
    asked = counter.ask(shop, one, Writing.typed(CAUSE), promise_at=by)
    at_counter.clock.forward(hours=late)
    ines(at_counter)
    counter.say_yes(shop, asked.id)
    shop.set_person(tom)
    _, _, promised = outbox.details(shop.store, counter.post_asked(shop, asked.id).id)
    assert promised == (by if is_kept else None)


def test_not_this_time_needs_a_why_and_gives_the_words_back(at_counter: Counter, tom: Person) -> None:
    shop, one = at_counter.shop, at_counter.hear(COMPLAINT)
    asked = counter.ask(shop, one, Writing.typed(CAUSE))
    ines(at_counter)
    with pytest.raises(Misuse, match="Say why"):
        counter.not_this_time(shop, asked.id, "  ")
    counter.not_this_time(shop, asked.id, "We don't know yet that it was the trays.")
    with pytest.raises(Misuse, match="answered already"):
        counter.say_yes(shop, asked.id)
    shop.set_person(tom)
    (returned,) = asks.answered_for(shop.store, tom.id)
    assert (returned.state, returned.answer) == (
        AskState.RETURNED,
        "We don't know yet that it was the trays.",
    )
    undo = counter.take_ask_back(shop, asked.id)
    assert in_draft(at_counter, one, tom) == CAUSE
    undo.take_back(shop)
    assert (
        in_draft(at_counter, one, tom) == "" and asks.open_in(shop.store, one)[0].state is AskState.RETURNED
    )


def test_an_ask_taken_back_is_a_draft_above_what_was_begun_since(at_counter: Counter, tom: Person) -> None:
    shop, one = at_counter.shop, at_counter.hear(COMPLAINT)
    asked = counter.ask(shop, one, Writing.typed(CAUSE))
    counter.save_draft(shop, one, Channel.PUBLIC, Writing.typed("And another thing."))
    counter.take_ask_back(shop, asked.id)
    assert in_draft(at_counter, one, tom).split("\n") == [CAUSE, "And another thing."]
    assert asks.waiting(shop.store) == ()
    with pytest.raises(Misuse, match="gone already"):
        counter.take_ask_back(shop, asked.id)


def test_always_yes_is_proposed_as_theirs_and_a_no_or_other_words_begin_anew(
    at_counter: Counter, tom: Person
) -> None:
    shop = at_counter.shop
    for at in range(4):
        shop.set_person(tom)
        one = at_counter.hear(COMPLAINT, who=f"Customer {at}")
        asked = counter.ask(shop, one, Writing.typed(CAUSE))
        ines(at_counter)
        if at == 0:
            counter.not_this_time(shop, asked.id, "Not yet.")
        else:
            assert counter.nudges(shop) == ()
            counter.say_yes(shop, asked.id)
        at_counter.clock.forward(minutes=1)
    (nudge,) = counter.nudges(shop)
    assert (nudge.person_name, counter.about(nudge.thing), nudge.times) == ("Tom", "naming a cause", 3)
    counter.let_decide(shop, nudge)
    assert people.limits(shop.store, tom.id).may_name_cause
    assert people.limits(shop.store, tom.id).money_up_to == 30.0
    assert counter.nudges(shop) == ()


def test_a_proposal_the_owner_declined_does_not_come_back(at_counter: Counter, tom: Person) -> None:
    shop = at_counter.shop
    for at in range(3):
        shop.set_person(tom)
        asked = counter.ask(
            shop, at_counter.hear(COMPLAINT, who=f"C{at}"), Writing.typed("€80 back to you today. Tom")
        )
        ines(at_counter)
        counter.say_yes(shop, asked.id)
    (nudge,) = counter.nudges(shop)
    assert (nudge.thing, nudge.most) == ("money_up_to", 80.0)
    counter.keep_asking(shop, nudge)
    assert counter.nudges(shop) == ()


def test_who_leaves_takes_no_question_along_the_words_go_to_the_owner(
    at_counter: Counter, tom: Person
) -> None:
    shop, one = at_counter.shop, at_counter.hear(COMPLAINT)
    counter.ask(shop, one, Writing.typed(CAUSE))
    ines(at_counter)
    counter.remove_person(shop, tom.id)
    assert asks.waiting(shop.store) == ()
    assert in_draft(at_counter, one, shop.me) == CAUSE


# ---- answering in public, endings --------------------------------------------------------------------------


def only(at_counter: Counter, tom: Person, **given: bool) -> None:
    """Tom may do everything but what is given."""
    ines(at_counter)
    counter.set_limits(at_counter.shop, tom.id, Limits()._replace(**given))
    at_counter.shop.set_person(tom)


def test_who_asks_before_answering_in_public_writes_any_words_and_waits(
    at_counter: Counter, tom: Person
) -> None:
    shop, one = at_counter.shop, at_counter.hear(COMPLAINT)
    only(at_counter, tom, may_answer_public=False)
    with pytest.raises(Misuse, match="Your words are kept"):
        counter.post(shop, one, Writing.typed(PLAIN))
    assert counter.past_limits(shop, one, Writing.typed(PLAIN), Channel.PRIVATE) == {}
    asked = counter.ask(shop, one, Writing.typed(PLAIN))
    assert asked.things == {"may_answer_public": True}
    ines(at_counter)
    counter.say_yes(shop, asked.id)
    shop.set_person(tom)
    assert counter.post_asked(shop, asked.id).text == PLAIN


def test_who_asks_before_an_ending_shows_neither_asks_nor_says_it_alone(
    at_counter: Counter, tom: Person
) -> None:
    shop, one = at_counter.shop, at_counter.hear(COMPLAINT)
    only(at_counter, tom, may_show_ending=False)
    thing = {"may_show_ending": True}
    for purpose in (Purpose.ASK, Purpose.ENDING):
        assert counter.past_limits(shop, one, Writing.typed(PLAIN), Channel.PUBLIC, purpose) == thing
        with pytest.raises(Misuse, match="Ask Ines"):
            counter.post(shop, one, Writing.typed(PLAIN), purpose=purpose)
    assert counter.past_limits(shop, one, Writing.typed(PLAIN), Channel.PUBLIC) == {}
    part = Writing((Paragraph((Run("Could you say how it ended?"),), Part.SHOW),))
    assert counter.past_limits(shop, one, part, Channel.PUBLIC) == thing
    asked = counter.ask(shop, one, Writing.typed(PLAIN), purpose=Purpose.ENDING)
    ines(at_counter)
    counter.say_yes(shop, asked.id)
    shop.set_person(tom)
    assert counter.post_asked(shop, asked.id).purpose is Purpose.ENDING


def test_every_limit_has_its_words_and_holds_only_what_it_is_about(at_counter: Counter, tom: Person) -> None:
    assert set(BOUNDS) == set(Limits._fields)
    assert all(bound.title and counter.about(thing) == bound.about for thing, bound in BOUNDS.items())
    one = at_counter.hear(COMPLAINT)
    for thing in BOUNDS:
        if thing != "money_up_to":
            only(at_counter, tom, **{thing: False})
            past = counter.past_limits(at_counter.shop, one, Writing.typed(PLAIN), Channel.PUBLIC)
            assert set(past) <= {thing} and ("may_answer_public" in past) is (thing == "may_answer_public")


def test_reporting_abuse_is_the_owners_until_it_is_given(at_counter: Counter, tom: Person) -> None:
    shop, one = at_counter.shop, at_counter.hear(COMPLAINT)
    only(at_counter, tom, may_hide=False)
    with pytest.raises(Misuse, match="Reporting a post is for Ines to decide"):
        counter.leave_standing(shop, one, StandingReason.ABUSIVE_REPORTED)
    assert counter.leave_standing(shop, one, StandingReason.WE_DISAGREE).text == "Left Marta K. standing"
    only(at_counter, tom)
    assert counter.leave_standing(shop, one, StandingReason.ABUSIVE_REPORTED)
