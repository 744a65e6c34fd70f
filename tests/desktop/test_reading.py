"""What the shop learns from what people say of guesses, and old guesses read anew."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from desktop import (
    complaints,
    conversations,
    corrections,
    counter,
    inbox,
    lookout,
    migrations,
    people,
    posts,
    reading,
    retelling,
    triage,
)
from desktop.clock import SetClock
from desktop.errors import Misuse
from desktop.records import (
    Author,
    Channel,
    Conversation,
    FixedHow,
    Group,
    Guess,
    Kind,
    RemotePost,
    Role,
    Source,
    Stage,
)
from desktop.settling import settle
from desktop.store import Store
from tests.fixtures_shop import Counter, open_counter

SPARK = "Is the spark tester in?"
LATE = "Still waiting after 2 hours and nobody answers the phone"


def now(at: Counter, one: str) -> Conversation:
    found = conversations.by_id(at.shop.store, one)
    assert found
    return found


def waiting(at: Counter) -> list[str | None]:
    """What needs an answer, as the inbox shows it."""
    rids = inbox.rids(at.shop.store, Group.NEEDS_ANSWER, inbox.Filter())
    return [conversations.id_of(at.shop.store, rid) for rid in rids]


def kind_of(at: Counter, one: str) -> Kind:
    return now(at, one).kind


# ---- what a guess keeps ------------------------------------------------------------------------------


def test_a_topic_is_named_only_where_it_is_likely(at_counter: Counter) -> None:
    judged = reading.judge(at_counter.shop, "ok thanks")
    assert judged.topics, "the likeliest of all that are unlikely"
    assert reading.guess(judged).topics == ()
    assert reading.guess(reading.judge(at_counter.shop, "I cut my lip on a piece of glass")).topics[0] == "safety"


def test_a_topic_beside_another_is_named_only_where_it_is_surer() -> None:
    judged = triage.judge("Paid twice and nobody picks up")
    none = dict.fromkeys(triage.Topic, 0.0)
    two = (triage.Topic.REFUND_CHARGE, triage.Topic.STAFF_SERVICE)
    for chances, named in (((0.6, 0.34), two[:1]), ((0.6, 0.36), two), ((0.31, 0.29), two[:1]), ((0.29, 0.28), ())):
        about = none | dict(zip(two, chances, strict=True))
        assert reading.guess(replace(judged, topics=two, topic_probabilities=about)).topics == named


def test_a_guess_is_kept_with_its_reason_its_score_and_its_reader(at_counter: Counter) -> None:
    one = now(at_counter, at_counter.hear(LATE))
    assert (one.kind, one.kind_is_guess) == (Kind.COMPLAINT, True)
    assert one.kind_reason.startswith("because: “")
    assert one.score > 0.5 and "waiting" in one.topics
    assert at_counter.shop.store.value("select read_by from conversations") == triage.version()


def test_stars_of_a_review_weigh_in(at_counter: Counter) -> None:
    at_counter.place = "google"
    low = now(at_counter, at_counter.hear("Came by on Tuesday.", source=Source.REVIEW, stars=1))
    high = now(at_counter, at_counter.hear("Came by on Monday.", who="Bo", source=Source.REVIEW, stars=5))
    assert (low.kind, high.kind) == (Kind.COMPLAINT, Kind.PRAISE)


def test_an_unsure_guess_that_may_be_a_complaint_stands_right_behind_the_complaints(at_counter: Counter) -> None:
    shop = at_counter.shop
    said = [at_counter.hear(f"Hello from {who}, see you", who=who) for who in ("Ann", "Bob", "Cas", "Dee", "Eve")]
    question, maybe, likely, sure, praise = said
    for one, guess in (
        (question, Guess(Kind.QUESTION, "", score=0.25, is_unsure=True)),
        (maybe, Guess(Kind.QUESTION, "", score=0.35, is_unsure=True)),
        (likely, Guess(Kind.OTHER, "", score=0.7, is_unsure=True)),
        (sure, Guess(Kind.COMPLAINT, "", score=0.9)),
        (praise, Guess(Kind.PRAISE, "", score=0.7)),
    ):
        with shop.store.writing():
            conversations.rejudge(shop.store, one, guess)
            settle(shop.store, [one], shop.clock)
    assert waiting(at_counter) == [sure, likely, maybe, question, praise]
    counter.set_kind(shop, maybe, Kind.QUESTION)  # a person is sure: the score says nothing any more
    assert waiting(at_counter) == [sure, likely, question, maybe, praise]


# ---- learning ------------------------------------------------------------------------------------------


def test_the_same_words_sorted_twice_are_never_guessed_that_way_again(at_counter: Counter) -> None:
    shop = at_counter.shop
    for who in ("Ann", "Bob"):
        one = at_counter.hear("The queue again, gents!", who=who)
        guessed = kind_of(at_counter, one)
        assert guessed is not Kind.MIX_UP
        counter.set_kind(shop, one, Kind.MIX_UP)
    third = now(at_counter, at_counter.hear("the QUEUE again, gents", who="Cas"))
    assert (third.kind, third.kind_is_guess) == (Kind.MIX_UP, True)
    assert third.kind_reason == "because you sorted these words so twice"
    assert [one.said for one in counter.what_was_learned(shop)] == [Kind.MIX_UP] * 2


def test_the_same_words_with_other_stars_are_another_text(at_counter: Counter) -> None:
    at_counter.place = "google"
    for who in ("Ann", "Bob"):
        one = at_counter.hear("Great coffee", who=who, source=Source.REVIEW, stars=1)
        counter.set_kind(at_counter.shop, one, Kind.COMPLAINT)
    assert [one.stars for one in counter.what_was_learned(at_counter.shop)] == [1, 1]
    five = at_counter.hear("Great coffee", who="Cas", source=Source.REVIEW, stars=5)
    one = at_counter.hear("great coffee!", who="Dee", source=Source.REVIEW, stars=1)
    assert (kind_of(at_counter, five), kind_of(at_counter, one)) == (Kind.PRAISE, Kind.COMPLAINT)


def test_undo_takes_back_what_was_learned_from_it(at_counter: Counter) -> None:
    shop = at_counter.shop
    one = at_counter.hear(SPARK)
    undo = counter.set_kind(shop, one, Kind.COMPLAINT)
    second = counter.set_kind(shop, one, Kind.IDEA)
    (kept,) = counter.what_was_learned(shop)
    assert (kept.guessed, kept.said) == (Kind.QUESTION, Kind.IDEA)
    second.take_back(shop)
    (kept,) = counter.what_was_learned(shop)
    assert (kept.guessed, kept.said) == (Kind.QUESTION, Kind.COMPLAINT)
    undo.take_back(shop)
    assert counter.what_was_learned(shop) == () and now(at_counter, one).kind_is_guess
    assert corrections.differing(shop.store) == []


def test_forgetting_is_whole_and_can_be_taken_back(at_counter: Counter) -> None:
    shop = at_counter.shop
    for who in ("Ann", "Bob"):
        counter.set_kind(shop, at_counter.hear("The queue again, gents!", who=who), Kind.MIX_UP)
    undo = counter.forget_learned(shop)
    assert counter.what_was_learned(shop) == () and reading.learned(shop) == triage.Learned()
    assert corrections.differing(shop.store) == []
    undo.take_back(shop)
    assert len(counter.what_was_learned(shop)) == 2 and corrections.differing(shop.store) == []
    assert kind_of(at_counter, at_counter.hear("The queue again, gents!", who="Cas")) is Kind.MIX_UP


def test_what_is_forgotten_stays_so_after_an_older_act_is_taken_back(at_counter: Counter) -> None:
    shop = at_counter.shop
    undo = counter.set_kind(shop, at_counter.hear(SPARK), Kind.COMPLAINT)
    counter.forget_learned(shop)
    undo.take_back(shop)
    assert counter.what_was_learned(shop) == () and corrections.differing(shop.store) == []


def test_what_was_learned_can_be_told_from_events_alone(at_counter: Counter) -> None:
    shop = at_counter.shop
    first, second = at_counter.hear(SPARK), at_counter.hear(LATE, who="Lou")
    undo = counter.set_kind(shop, first, Kind.COMPLAINT)
    counter.set_kind(shop, second, Kind.COMPLAINT)
    counter.set_kind(shop, first, Kind.OTHER).take_back(shop)
    counter.forget_learned(shop).take_back(shop)
    undo.take_back(shop)
    assert [told[0] for told in corrections.retell(shop.store).values()] == [second]
    assert corrections.differing(shop.store) == []
    with shop.store.writing():
        corrections.forget(shop.store, shop.clock.now())  # behind history's back
    assert len(corrections.differing(shop.store)) == 1


def test_words_that_were_taken_away_teach_nothing(at_counter: Counter) -> None:
    shop = at_counter.shop
    added = counter.add_by_hand(
        shop, counter.Heard("paper", "No idea who to ask, where is the tool?", shop.clock.now(), is_public=False)
    )
    counter.set_kind(shop, added.conversation, Kind.COMPLAINT)
    assert len(counter.what_was_learned(shop)) == 1
    added.undo.take_back(shop)
    assert counter.what_was_learned(shop) == ()


def test_one_slip_of_a_helper_leaves_the_next_guess_as_it_was(at_counter: Counter) -> None:
    shop = at_counter.shop
    before = kind_of(at_counter, at_counter.hear(LATE, who="Ann"))
    with shop.store.writing():
        tom = people.add(shop.store, "Tom", Role.HELPER, shop.clock.now())
    shop.set_person(tom)
    counter.set_kind(shop, at_counter.hear(LATE, who="Bob"), Kind.PRAISE)
    again = now(at_counter, at_counter.hear(LATE, who="Cas"))
    assert (again.kind, again.kind_reason) == (before, now(at_counter, again.id).kind_reason)
    (kept,) = counter.what_was_learned(shop)
    assert (kept.person_name, kept.is_owner) == ("Tom", False)


def test_serious_words_stay_on_top_whatever_was_learned(at_counter: Counter) -> None:
    shop = at_counter.shop
    words = "There was glass in the soup"
    for who in ("Ann", "Bob"):
        counter.set_kind(shop, at_counter.hear(words, who=who), Kind.OTHER)
    third = now(at_counter, at_counter.hear(words, who="Cas"))
    assert third.is_serious and third.score == 1.0
    at_counter.hear(LATE, who="Lou")
    assert waiting(at_counter).index(third.id) < 3


# ---- what was learned reaches what is open ------------------------------------------------------------------

QUEUE = "The queue again, gents!"


def sorted_as(at: Counter, kind: Kind, *people: str, text: str = QUEUE) -> list[counter.Undo]:
    return [counter.set_kind(at.shop, at.hear(text, who=who), kind) for who in people]


def test_a_correction_reaches_the_same_words_that_are_open_and_so_does_its_undo(at_counter: Counter) -> None:
    at, third, other = at_counter, at_counter.hear(QUEUE, who="Cas"), at_counter.hear(SPARK, who="Dee")
    before, kept = now(at, third), now(at, other)
    assert before.kind is not Kind.MIX_UP
    sorted_as(at, Kind.MIX_UP, "Ann")
    assert read_all(at) == 0 and now(at, third) == before
    (undo,) = sorted_as(at, Kind.MIX_UP, "Bob")
    assert read_all(at) == 1
    found = now(at, third)
    assert (found.kind, found.kind_is_guess) == (Kind.MIX_UP, True)
    assert found.kind_reason == "because you sorted these words so twice"
    undo.take_back(at.shop)
    read_all(at)
    assert now(at, third) == before and now(at, other) == kept
    assert corrections.differing(at.shop.store) == []


def test_forgetting_reaches_what_is_open_and_so_does_its_undo(at_counter: Counter) -> None:
    at = at_counter
    sorted_as(at, Kind.MIX_UP, "Ann", "Bob")
    third = at.hear(QUEUE, who="Cas")
    assert kind_of(at, third) is Kind.MIX_UP
    undo = counter.forget_learned(at.shop)
    read_all(at)
    assert kind_of(at, third) is not Kind.MIX_UP and now(at, third).kind_reason.startswith("because: ")
    undo.take_back(at.shop)
    read_all(at)
    assert kind_of(at, third) is Kind.MIX_UP


def test_one_text_can_be_forgotten_alone(at_counter: Counter) -> None:
    at = at_counter
    sorted_as(at, Kind.MIX_UP, "Ann", "Bob")
    sorted_as(at, Kind.OTHER, "Cas", "Dee", text=SPARK)
    mine = [one.id for one in counter.what_was_learned(at.shop) if one.text == QUEUE]
    undo = counter.forget_learned(at.shop, mine)
    learned = reading.learned(at.shop)
    assert (learned.known(QUEUE), learned.known(SPARK)) == (None, Kind.OTHER)
    assert corrections.differing(at.shop.store) == []
    everything = counter.forget_learned(at.shop)
    assert corrections.differing(at.shop.store) == []
    everything.take_back(at.shop)
    undo.take_back(at.shop)
    assert reading.learned(at.shop).known(QUEUE) is Kind.MIX_UP and len(counter.what_was_learned(at.shop)) == 4
    assert corrections.differing(at.shop.store) == []


def test_a_guess_that_undo_brings_back_knows_what_was_learned_meanwhile(at_counter: Counter) -> None:
    at, third = at_counter, at_counter.hear(QUEUE, who="Cas")
    undo = counter.set_kind(at.shop, third, Kind.PRAISE)
    sorted_as(at, Kind.MIX_UP, "Ann", "Bob")
    read_all(at)
    undo.take_back(at.shop)
    read_all(at)
    assert kind_of(at, third) is Kind.MIX_UP and now(at, third).kind_is_guess


def test_forgetting_another_text_instead_is_noticed_at_once(at_counter: Counter) -> None:
    at = at_counter
    sorted_as(at, Kind.MIX_UP, "Ann", "Bob")
    sorted_as(at, Kind.OTHER, "Cas", "Dee", text=SPARK)
    sorted_as(at, Kind.OTHER, "Eve", text="Hm")
    spark, queue = (one.corrections for one in counter.remembered(at.shop))
    undo = counter.forget_learned(at.shop, queue)
    assert reading.learned(at.shop).known(QUEUE) is None
    undo.take_back(at.shop)
    counter.forget_learned(at.shop, spark)
    assert (reading.learned(at.shop).known(QUEUE), reading.learned(at.shop).known(SPARK)) == (Kind.MIX_UP, None)


def test_what_a_correction_does_is_known_at_once(at_counter: Counter) -> None:
    at, shop = at_counter, at_counter.shop
    ines = shop.me
    with shop.store.writing():
        tom = people.add(shop.store, "Tom", Role.HELPER, shop.clock.now())

    def taught(text: str, kind: Kind, who: str) -> str:
        one = at.hear(text, who=who)
        counter.set_kind(shop, one, kind)
        return counter.what_it_teaches(shop, one)

    assert taught(QUEUE, Kind.MIX_UP, "Ann") == "once" and taught(QUEUE, Kind.MIX_UP, "Bob") == "known"
    assert taught(QUEUE, Kind.PRAISE, "Cas") == "", "it was said otherwise before"
    assert taught(SPARK, Kind.QUESTION, "Dee") == "", "the guess was right"
    shop.set_person(tom)
    assert taught("Hm.", Kind.IDEA, "Eve") == taught("hm", Kind.IDEA, "Fay") == "other"
    shop.set_person(ines)
    assert taught("Hm!", Kind.IDEA, "Gus") == "known"
    assert taught("😡", Kind.IDEA, "Hal") == "", "there are no words"


def test_words_that_lean_reach_the_open_guesses_they_stand_in(
    at_counter: Counter, monkeypatch: pytest.MonkeyPatch
) -> None:
    at, boiler, paint = at_counter, at_counter.hear("is a boiler service dear?"), at_counter.hear("the paint", who="Bo")
    with at.shop.store.writing():
        at.shop.store.write("update conversations set is_unsure = 0")
    for text in ("Boiler service due, who do I ring", "my boiler service is overdue"):
        one = at.hear(text, who=text)
        counter.set_kind(at.shop, one, Kind.IDEA)
    asked: list[str] = []
    judged = triage.judge_many

    def listening(texts: list[str], **known: list[int | None]) -> list[triage.Judgement]:
        asked.extend(texts)
        return judged(texts, **known)

    monkeypatch.setattr(triage, "judge_many", listening)
    read_all(at)
    assert asked == ["is a boiler service dear?"]
    assert now(at, boiler).kind_is_guess and now(at, paint).kind_is_guess


def test_learning_reaches_neither_what_a_person_said_nor_what_is_serious_or_done(at_counter: Counter) -> None:
    at, glass = at_counter, "There was glass in the soup"
    said, done = at.hear(QUEUE, who="S"), at.hear(QUEUE, who="D")
    serious = at.hear(glass, who="G", is_public=False)
    counter.set_kind(at.shop, said, Kind.PRAISE).take_back(at.shop)
    counter.set_kind(at.shop, said, Kind.PRAISE)
    counter.done(at.shop, done)
    before = [now(at, one) for one in (said, serious, done)]
    sorted_as(at, Kind.MIX_UP, "Ann", "Bob")
    sorted_as(at, Kind.OTHER, "Cas", "Dee", text=glass)
    read_all(at)
    assert [now(at, one) for one in (said, serious, done)] == before
    assert before[1].is_serious and before[1].kind is Kind.COMPLAINT


def test_what_only_sorting_put_on_the_board_leaves_it_when_that_is_forgotten(at_counter: Counter) -> None:
    at, third, fourth = at_counter, at_counter.hear(QUEUE, who="Cas"), at_counter.hear(QUEUE, who="Dee")
    assert kind_of(at, third) is not Kind.COMPLAINT
    sorted_as(at, Kind.COMPLAINT, "Ann", "Bob")
    read_all(at)
    assert complaints.by_id(at.shop.store, third) and complaints.by_id(at.shop.store, fourth)
    at.answer(fourth, "Sorry about the wait. Ines")
    counter.forget_learned(at.shop)
    read_all(at)
    assert complaints.by_id(at.shop.store, third) is None and kind_of(at, third) is not Kind.COMPLAINT
    assert complaints.by_id(at.shop.store, fourth), "somebody did something about it"
    assert retelling.differing(at.shop.store) == []


def test_the_very_words_of_a_guessed_complaint_that_were_sorted_otherwise_leave_the_board_untouched(
    at_counter: Counter,
) -> None:
    at, third, held = at_counter, at_counter.hear(LATE, who="Cas"), at_counter.hear(LATE, who="Dee")
    at.clock.forward(minutes=1)
    counter.add_note(at.shop, held, "I ring them")
    undos = sorted_as(at, Kind.PRAISE, "Ann", "Bob", text=LATE)
    read_all(at)
    assert kind_of(at, third) is Kind.PRAISE and complaints.by_id(at.shop.store, third) is None
    assert kind_of(at, held) is Kind.COMPLAINT and complaints.by_id(at.shop.store, held)
    assert retelling.differing(at.shop.store) == []
    undos[-1].take_back(at.shop)
    read_all(at)
    assert kind_of(at, third) is Kind.COMPLAINT and complaints.by_id(at.shop.store, third)
    assert retelling.differing(at.shop.store) == []


def test_of_very_many_open_guesses_the_same_words_are_read_first_and_no_more_than_the_bound(
    at_counter: Counter, monkeypatch: pytest.MonkeyPatch
) -> None:
    at = at_counter
    said = [at.hear(f"Number {n}, hello", who=f"P{n}") for n in range(12)]
    same = at.hear(QUEUE, who="Cas")
    with at.shop.store.writing():
        at.shop.store.write("update conversations set is_unsure = 1")
    monkeypatch.setattr(reading, "_AT_ONCE", 6)
    sorted_as(at, Kind.MIX_UP, "Ann", "Bob")
    sorted_as(at, Kind.MIX_UP, "Eve", text=SPARK)  # kinds lean now, too
    assert reading.reach(at.shop) == 6 and reading.reach(at.shop) == 0
    waits = conversations.read_by_others(at.shop.store, triage.version(), 20)
    assert waits[0].id == same and len(waits) == 6 and {one.id for one in waits[1:]} <= set(said)


def test_what_was_learned_survives_a_restart(tmp_path: Path) -> None:
    at = open_counter(tmp_path / "shop")
    for who in ("Ann", "Bob"):
        counter.set_kind(at.shop, at.hear("The queue again, gents!", who=who), Kind.MIX_UP)
    at.shop.close()
    again = open_counter(tmp_path / "shop", SetClock(at.clock.now(), at.clock.zone), at.world)
    assert kind_of(again, again.hear("The queue again, gents!", who="Cas")) is Kind.MIX_UP
    again.shop.close()


# ---- topics ----------------------------------------------------------------------------------------------


def test_a_person_says_what_it_is_about_and_can_take_it_back(at_counter: Counter) -> None:
    shop, one = at_counter.shop, at_counter.hear(LATE)
    guessed = now(at_counter, one).topics
    undo = counter.set_topics(shop, one, ["quality", "booking"])
    assert (now(at_counter, one).topics, now(at_counter, one).topics_are_guess) == (("quality", "booking"), False)
    undo.take_back(shop)
    assert (now(at_counter, one).topics, now(at_counter, one).topics_are_guess) == (guessed, True)
    with pytest.raises(Misuse):
        counter.set_topics(shop, one, ["weather"])


# ---- later words, beside our own ---------------------------------------------------------------------------


def test_a_later_word_is_read_beside_our_last_message(at_counter: Counter) -> None:
    shop, one = at_counter.shop, at_counter.hear(LATE)
    at_counter.answer(one, "Sorry. A new one is on its way.")
    at_counter.clock.forward(minutes=5)
    at_counter.answer(one, "Just between us: here is the number.", Channel.PRIVATE)
    thread = posts.thread(shop.store, one)
    assert reading.before(thread, shop.clock.now()) == "Just between us: here is the number."
    assert reading.before(thread, shop.clock.now() - timedelta(minutes=3)) == "Sorry. A new one is on its way."
    assert reading.before(thread[:1], shop.clock.now()) is None


# ---- old guesses read anew -----------------------------------------------------------------------------------


def as_if_read_before(at: Counter, one: str, guess: Guess) -> None:
    """As an earlier version left it."""
    with at.shop.store.writing():
        conversations.rejudge(at.shop.store, one, guess._replace(read_by="old"))
        if guess.kind is not Kind.COMPLAINT:
            complaints.withdraw(at.shop.store, one, at.shop.clock.now())
        settle(at.shop.store, [one], at.shop.clock)


def read_all(at: Counter) -> int:
    rounds = 0
    while reading.read_again(at.shop, 2):
        rounds += 1
        assert rounds < 100
    return rounds


def test_open_guesses_of_an_older_reader_are_read_again_in_small_steps(at_counter: Counter) -> None:
    at, said = at_counter, [at_counter.hear(SPARK, who=f"P{n}") for n in range(5)]
    for one in said:
        as_if_read_before(at, one, Guess(Kind.OTHER, "because: no clear words"))
    assert read_all(at) == 3
    assert {kind_of(at, one) for one in said} == {Kind.QUESTION}
    assert reading.read_again(at.shop) == 0


def test_a_missed_complaint_comes_to_the_board_once(at_counter: Counter) -> None:
    at, one = at_counter, at_counter.hear(LATE)
    as_if_read_before(at, one, Guess(Kind.OTHER, "because: no clear words"))
    assert complaints.open_count(at.shop.store) == 0
    read_all(at)
    assert complaints.open_count(at.shop.store) == 1 and kind_of(at, one) is Kind.COMPLAINT
    badge = inbox.badge(at.shop.store)
    read_all(at)
    assert (complaints.open_count(at.shop.store), inbox.badge(at.shop.store)) == (1, badge)


def test_reading_again_takes_nothing_off_the_board(at_counter: Counter) -> None:
    at, one = at_counter, at_counter.hear("Lovely buns, thank you so much!")
    as_if_read_before(at, one, Guess(Kind.COMPLAINT, "because: “buns”"))
    with at.shop.store.writing():
        complaints.open(at.shop.store, one, now(at, one).first_at, Stage.NO_ANSWER, at.shop.clock.now())
    read_all(at)
    assert kind_of(at, one) is Kind.COMPLAINT and complaints.open_count(at.shop.store) == 1
    assert now(at, one).kind_reason == "because: “buns”"


def test_reading_again_leaves_what_a_person_said_and_what_is_done(at_counter: Counter) -> None:
    at = at_counter
    said, done = at.hear(SPARK, who="Ann"), at.hear(LATE, who="Bob")
    as_if_read_before(at, said, Guess(Kind.OTHER, ""))
    as_if_read_before(at, done, Guess(Kind.OTHER, ""))
    counter.set_kind(at.shop, said, Kind.PRAISE)
    counter.done(at.shop, done)
    read_all(at)
    assert (kind_of(at, said), kind_of(at, done)) == (Kind.PRAISE, Kind.OTHER)
    assert complaints.open_count(at.shop.store) == 0


def test_what_a_person_says_while_it_is_read_again_counts(
    at_counter: Counter, monkeypatch: pytest.MonkeyPatch
) -> None:
    at, one = at_counter, at_counter.hear(LATE)
    as_if_read_before(at, one, Guess(Kind.OTHER, "because: no clear words"))
    judged = triage.judge_many

    def meanwhile(texts: list[str], **known: list[int | None]) -> list[triage.Judgement]:
        counter.set_kind(at.shop, one, Kind.PRAISE)
        return judged(texts, **known)

    monkeypatch.setattr(triage, "judge_many", meanwhile)
    assert reading.read_again(at.shop) == 1
    assert kind_of(at, one) is Kind.PRAISE and not now(at, one).kind_is_guess
    assert complaints.open_count(at.shop.store) == 0


def test_what_a_later_word_made_a_complaint_stays_one(at_counter: Counter) -> None:
    at = at_counter
    one = at.hear("Is my order ready?")
    at.clock.forward(hours=3)
    at.world.post_as(at.place, "Marta K.", LATE, parent=at.root(one))
    at.collect()
    assert kind_of(at, one) is Kind.COMPLAINT
    with at.shop.store.writing():
        at.shop.store.write("delete from complaints where id = ?", (one,))
        conversations.was_read(at.shop.store, one, "old")
    read_all(at)
    assert kind_of(at, one) is Kind.COMPLAINT


# ---- what they say after it was marked fixed -------------------------------------------------------------------


def says(at: Counter, one: str, words: str, *, is_public: bool = True) -> None:
    at.clock.forward(minutes=20)
    at.world.post_as(at.place, "Marta K.", words, parent=at.root(one), is_public=is_public)
    at.collect()


def fixed_one(at: Counter) -> str:
    one = at.hear(LATE)
    counter.set_kind(at.shop, one, Kind.COMPLAINT)
    at.answer(one, "A new one is on its way to you now. Ines")
    lookout.look(at.shop, one)
    counter.mark_fixed(at.shop, one, FixedHow.DONE_AND_RECEIVED)
    return one


def stage_of(at: Counter, one: str) -> tuple[Stage, str]:
    found = complaints.by_id(at.shop.store, one)
    assert found
    return found.stage, found.flag


def test_still_not_fixed_in_public_reopens_what_was_marked_fixed(at_counter: Counter) -> None:
    one = fixed_one(at_counter)
    says(at_counter, one, "Still not fixed, and still nobody answers.")
    assert stage_of(at_counter, one) == (Stage.ANSWERED, "came_back")
    assert now(at_counter, one).waiting_since is not None


@pytest.mark.parametrize("words", ["Thanks.", "Is the blue one still there?"])
def test_thanks_and_other_words_move_no_stage(at_counter: Counter, words: str) -> None:
    one = fixed_one(at_counter)
    says(at_counter, one, words)
    assert stage_of(at_counter, one)[0] is Stage.FIXED


def test_still_not_fixed_in_private_waits_in_the_inbox_and_moves_no_stage(at_counter: Counter) -> None:
    one = fixed_one(at_counter)
    says(at_counter, one, "Still not fixed, and still nobody answers.", is_public=False)
    assert stage_of(at_counter, one)[0] is Stage.FIXED and now(at_counter, one).waiting_since is not None


def test_an_ending_that_was_proposed_is_overtaken_by_still_not_fixed(at_counter: Counter) -> None:
    one = at_counter.hear(LATE)
    counter.set_kind(at_counter.shop, one, Kind.COMPLAINT)
    says(at_counter, one, "All sorted now, thank you!")
    found = complaints.by_id(at_counter.shop.store, one)
    assert found and found.hint_words == "All sorted now, thank you!" and found.stage is Stage.NO_ANSWER
    says(at_counter, one, "Spoke too soon, it is still not fixed.")
    found = complaints.by_id(at_counter.shop.store, one)
    assert found and found.hint_post == ""


SHOCK = "The new one gave my daughter an electric shock, we are in hospital with her."


@pytest.mark.parametrize("is_public", [True, False])
def test_a_later_word_of_harm_comes_to_the_top_and_is_no_ending(at_counter: Counter, is_public: bool) -> None:
    one = at_counter.hear(LATE)
    counter.set_kind(at_counter.shop, one, Kind.COMPLAINT)
    at_counter.answer(one, "I'm sorry. A new one is in the post today, it should be with you by Friday. Ines")
    says(at_counter, one, SHOCK, is_public=is_public)
    found = complaints.by_id(at_counter.shop.store, one)
    assert now(at_counter, one).is_serious and found and found.hint_post == ""


def test_a_later_word_of_harm_counts_under_praise_that_a_person_sorted(at_counter: Counter) -> None:
    one = at_counter.hear("The queue again, gents!")
    counter.set_kind(at_counter.shop, one, Kind.PRAISE)
    says(at_counter, one, SHOCK)
    assert now(at_counter, one).is_serious


def test_words_that_their_writer_took_down_are_neither_told_nor_learned_from(at_counter: Counter) -> None:
    one = at_counter.hear("The queue again, gents!")
    counter.set_kind(at_counter.shop, one, Kind.PRAISE)
    at_counter.world.drop(at_counter.root(one))
    at_counter.collect()
    assert counter.what_was_learned(at_counter.shop) == ()


# ---- what their words name -----------------------------------------------------------------------------------


def test_what_a_text_names_is_its_troubles_then_its_things_and_nobodys_name() -> None:
    text = "Marta here. Corner Shop, the lemon tart was raw in the middle and nobody picked up the phone on Friday."
    named = reading.named(text, ("Corner Shop", "Marta K.", "Marta"))
    assert {one.topic for one in named if one.is_trouble} >= {"the phone calls"}
    things = [one.text for one in named if not one.is_trouble]
    assert any("lemon tart" in thing for thing in things) and not {"Marta", "Corner Shop"} & set(things)
    for one in named:
        assert text[one.start : one.end] == one.text
    assert [one.is_trouble for one in named] == sorted((one.is_trouble for one in named), reverse=True)
    assert reading.named("", ()) == ()


# ---- a shop of an earlier program ------------------------------------------------------------------------------


def test_a_shop_of_an_earlier_program_keeps_its_order_and_is_read_anew(at_counter: Counter, tmp_path: Path) -> None:
    said = [at_counter.hear(LATE, who="Ann"), at_counter.hear(SPARK, who="Bob"), at_counter.hear("Yum!", who="Cas")]
    order, path = waiting(at_counter), tmp_path / "old.db"
    at_counter.shop.store.copy_to(path)
    columns = "read_by score is_unsure maybe topics topics_are_guess".split()
    with closing(sqlite3.connect(path)) as conn:  # as it was before that step
        conn.executescript(
            "drop index conversations_read_by; drop index conversations_sorts; drop table corrections;"
            "delete from _sqlite_migrations where name = 'reading'; update conversations set rank = rank / 16;"
            + "".join(f"alter table conversations drop column {one};" for one in columns)
        )
    migrations.upgrade(path)
    with closing(Store(path)) as old:
        rids = inbox.rids(old, Group.NEEDS_ANSWER, inbox.Filter())
        assert [conversations.id_of(old, rid) for rid in rids] == order
        found = conversations.by_id(old, said[0])
        assert found and (found.score, found.is_unsure, found.maybe, found.topics) == (0.0, False, None, ())
        waits = conversations.read_by_others(old, triage.version(), 10)
        assert {one.id for one in waits} == set(said)


def test_posts_that_come_together_are_judged_as_each_alone(at_counter: Counter) -> None:
    shop, here = at_counter.shop, at_counter.shop.clock.now()
    texts = (LATE, SPARK, "Outside, the door is locked. Anyone?", "Lovely buns!", "")
    who = Author("facebook", "1", "marta", "Marta K.")
    for hours in (0, 30):
        found = [RemotePost(f"r{n}", who, text, here - timedelta(hours=hours)) for n, text in enumerate(texts)]
        together = reading.judge_posts(shop, found, here, is_open=True)
        alone = [reading.judge(shop, p.text, posted_at=p.posted_at, now=here, is_open=True) for p in found]
        assert [(j.kind, j.reason, j.is_happening_now) for j in together] == [
            (j.kind, j.reason, j.is_happening_now) for j in alone
        ]
        assert any(j.is_happening_now for j in together) is (hours == 0)
