"""A reply goes once, or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop import conversations, counter, deliver, drafts, outbox, posts, settings
from desktop.errors import Misuse
from desktop.records import Channel, Group, ReplyState
from desktop.shop import Shop
from desktop.writing import Ink, Paragraph, Run, Writing
from tests.fixtures_shop import Counter, open_counter


def test_a_reply_waits_for_its_undo_window_and_is_posted_once(at_counter: Counter) -> None:
    one = at_counter.hear("The base was raw dough. Eleven people, no pudding.")
    reply = counter.post(at_counter.shop, one, Writing.typed("Marta, that was ours. Ines"))
    assert deliver.deliver_due(at_counter.shop) == ()
    at_counter.clock.forward(seconds=11)
    assert [r.state for r in deliver.deliver_due(at_counter.shop)] == [ReplyState.POSTED]
    assert deliver.deliver_due(at_counter.shop) == ()
    assert at_counter.ours_on_the_page(one) == ["Marta, that was ours. Ines"]
    kept = outbox.by_id(at_counter.shop.store, reply.id)
    assert kept and kept.seen_at and kept.remote_id


def test_an_answered_conversation_waits_on_them_and_any_new_word_brings_it_back(at_counter: Counter) -> None:
    one = at_counter.hear("Is the rye vegan?")
    at_counter.answer(one, "It is, Marta. Ines")
    assert _group(at_counter, one) is Group.WAITING
    at_counter.clock.forward(minutes=5)
    at_counter.world.post_as("facebook", "Marta K.", "And the white?", parent=at_counter.root(one))
    at_counter.collect()
    assert _group(at_counter, one) is Group.NEEDS_ANSWER


def test_where_what_was_answered_is_gone_the_same_words_go_under_what_stands(at_counter: Counter) -> None:
    one = at_counter.hear("Is the rye vegan?")
    later = at_counter.world.post_as("facebook", "Marta K.", "And the white?", parent=at_counter.root(one))
    at_counter.collect()
    reply = counter.post(at_counter.shop, one, Writing.typed("Both are, Marta. Ines"))
    at_counter.world.drop(later)
    at_counter.clock.forward(seconds=11)
    (refused,) = deliver.deliver_due(at_counter.shop)
    assert refused.state is ReplyState.REFUSED
    assert refused.trouble == "Marta K.’s post isn’t there any more. Your reply is kept here."
    counter.take_back(at_counter.shop, reply.id)
    assert at_counter.answer(one, "Both are, Marta. Ines").state is ReplyState.POSTED
    assert at_counter.ours_on_the_page(one) == ["Both are, Marta. Ines"]


def test_taking_back_puts_the_text_back_as_a_draft_and_nothing_goes(at_counter: Counter) -> None:
    one = at_counter.hear("Is the rye vegan?")
    writing = Writing((Paragraph((Run("It is. ", Ink.LIBRARY), Run("Ines")), wording="ques-d1"),))
    reply = counter.post(at_counter.shop, one, writing)
    counter.take_back(at_counter.shop, reply.id)
    at_counter.clock.forward(minutes=1)
    assert deliver.deliver_due(at_counter.shop) == ()
    kept = drafts.load(at_counter.shop.store, one, at_counter.shop.me.id, Channel.PUBLIC)
    assert kept and kept[0] == writing
    assert at_counter.ours_on_the_page(one) == []


def test_what_has_left_can_not_be_taken_back(at_counter: Counter) -> None:
    one = at_counter.hear("Is the rye vegan?")
    reply = at_counter.answer(one, "It is. Ines")
    with pytest.raises(Misuse, match="already left"):
        counter.take_back(at_counter.shop, reply.id)


def test_a_blank_an_empty_text_and_one_too_long_are_never_posted(at_counter: Counter) -> None:
    one = at_counter.hear("Is the rye vegan?")
    blank = Writing((Paragraph((Run("About "), Run("their detail", Ink.BLANK))),))
    for writing, why in (
        (blank, "blank"),
        (Writing.typed("  "), "nothing"),
        (Writing.typed("x" * 8001), "1 character too long"),
    ):
        with pytest.raises(Misuse, match=why):
            counter.post(at_counter.shop, one, writing)
    assert outbox.pending(at_counter.shop.store) == ()


def test_offline_the_reply_stays_and_goes_when_there_is_a_connection(at_counter: Counter) -> None:
    one = at_counter.hear("Is the rye vegan?")
    at_counter.world.fault("offline")
    reply = at_counter.answer(one, "It is. Ines")
    assert (reply.state, reply.trouble) == (ReplyState.WAITING, "offline")
    at_counter.clock.forward(minutes=2)
    assert [r.state for r in deliver.deliver_due(at_counter.shop)] == [ReplyState.POSTED]
    assert at_counter.ours_on_the_page(one) == ["It is. Ines"]


def test_a_lost_answer_to_a_sent_reply_is_looked_up_and_not_sent_again(at_counter: Counter) -> None:
    one = at_counter.hear("Is the rye vegan?")
    at_counter.world.fault("unanswered")
    assert at_counter.answer(one, "It is. Ines").state is ReplyState.POSTED
    assert at_counter.ours_on_the_page(one) == ["It is. Ines"]


def test_a_reply_that_vanished_waits_for_a_person_who_looked(at_counter: Counter) -> None:
    one = at_counter.hear("Is the rye vegan?")
    at_counter.world.fault("lost")
    reply = at_counter.answer(one, "It is. Ines")
    assert reply.state is ReplyState.UNSURE
    at_counter.clock.forward(hours=1)
    assert deliver.deliver_due(at_counter.shop) == ()
    counter.it_isnt_send_it(at_counter.shop, reply.id)
    assert [r.state for r in deliver.deliver_due(at_counter.shop)] == [ReplyState.POSTED]
    assert at_counter.ours_on_the_page(one) == ["It is. Ines"]


def test_the_same_words_again_that_vanished_are_not_taken_for_the_first(at_counter: Counter) -> None:
    one = at_counter.hear("Is the rye vegan?")
    at_counter.answer(one, "It is. Ines")
    at_counter.clock.forward(seconds=30)
    at_counter.world.post_as("facebook", "Marta K.", "And the spelt?", parent=at_counter.root(one))
    at_counter.collect()
    at_counter.world.fault("lost")
    again = at_counter.answer(one, "It is. Ines")
    assert again.state is ReplyState.UNSURE
    counter.it_isnt_send_it(at_counter.shop, again.id)
    deliver.deliver_due(at_counter.shop)
    assert _state(at_counter, again.id) is ReplyState.POSTED
    assert at_counter.ours_on_the_page(one) == ["It is. Ines", "It is. Ines"]


def test_a_reply_turned_down_is_kept_with_the_reason(at_counter: Counter) -> None:
    one = at_counter.hear("Is the rye vegan?")
    at_counter.world.fault("refused")
    reply = at_counter.answer(one, "It is. Ines")
    assert reply.state is ReplyState.REFUSED
    assert "turned" in reply.trouble
    assert outbox.pending(at_counter.shop.store)[0].text == "It is. Ines"


def test_a_reply_is_held_when_they_wrote_while_it_waited(at_counter: Counter) -> None:
    one = at_counter.hear("Where is my cake?")
    reply = counter.post(at_counter.shop, one, Writing.typed("On its way, by noon. Ines"))
    at_counter.clock.forward(seconds=5)
    at_counter.world.post_as(
        "facebook", "Marta K.", "It just arrived, all sorted now, thank you", parent=at_counter.root(one)
    )
    at_counter.clock.forward(seconds=6)
    deliver.deliver_due(at_counter.shop)
    held = outbox.by_id(at_counter.shop.store, reply.id)
    assert held and (held.state, held.trouble) == (ReplyState.HELD, "they_wrote")
    assert at_counter.ours_on_the_page(one) == []
    counter.release(at_counter.shop, reply.id)
    deliver.deliver_due(at_counter.shop)
    assert at_counter.ours_on_the_page(one) == ["On its way, by noon. Ines"]


def test_a_reply_is_held_when_somebody_answered_from_a_phone(at_counter: Counter) -> None:
    one = at_counter.hear("Where is my cake?")
    reply = counter.post(at_counter.shop, one, Writing.typed("On its way. Ines"))
    at_counter.world.post_ours_elsewhere("facebook", at_counter.root(one), "It left at nine, Marta. Priya")
    at_counter.clock.forward(seconds=11)
    deliver.deliver_due(at_counter.shop)
    held = outbox.by_id(at_counter.shop.store, reply.id)
    assert held and (held.state, held.trouble) == (ReplyState.HELD, "answered_elsewhere")
    assert at_counter.ours_on_the_page(one) == ["It left at nine, Marta. Priya"]


def test_nothing_goes_while_the_outbox_is_on_hold(at_counter: Counter) -> None:
    one = at_counter.hear("Is the rye vegan?")
    settings.put(at_counter.shop.store, settings.HOLD_OUTBOX, True)
    assert at_counter.answer(one, "It is. Ines").state is ReplyState.WAITING
    settings.put(at_counter.shop.store, settings.HOLD_OUTBOX, False)
    assert deliver.deliver_due(at_counter.shop)[0].state is ReplyState.POSTED


def test_where_the_shop_wants_it_nothing_goes_after_a_start_until_somebody_lets_it_go(tmp_path: Path) -> None:
    at = open_counter(tmp_path / "shop")
    settings.put(at.shop.store, settings.HOLD_AT_START, True)
    reply = counter.post(at.shop, at.hear("Is the rye vegan?"), Writing.typed("It is. Ines"))
    assert not settings.get(at.shop.store, settings.HOLD_OUTBOX), "not before the next start"
    at.shop.close()
    again = open_counter(tmp_path / "shop", at.clock, at.world)
    at.clock.forward(minutes=5)
    assert deliver.deliver_due(again.shop) == ()
    found = outbox.by_id(again.shop.store, reply.id)
    assert found and found.state is ReplyState.WAITING
    counter.hold_outbox(again.shop, False)
    assert [one.state for one in deliver.deliver_due(again.shop)] == [ReplyState.POSTED]
    again.shop.close()
    once_more = open_counter(tmp_path / "shop", at.clock, at.world)
    assert settings.get(once_more.shop.store, settings.HOLD_OUTBOX), "at each start"
    once_more.shop.close()
    looking = Shop.open(tmp_path / "shop", clock=at.clock, read_only=True)
    assert looking.read_only
    looking.close()


def test_a_reply_left_sending_by_a_crash_is_unsure_and_found_on_the_page(at_counter: Counter) -> None:
    one = at_counter.hear("Is the rye vegan?")
    reply = counter.post(at_counter.shop, one, Writing.typed("It is. Ines"))
    at_counter.clock.forward(seconds=11)
    with at_counter.shop.store.writing():
        assert outbox.claim(at_counter.shop.store, reply.id, at_counter.clock.now())
    at_counter.world.answer("facebook", at_counter.root(one), "It is. Ines", reply.id, is_public=True)
    at_counter.shop.close()
    again = open_counter(at_counter.shop.folder, at_counter.clock, at_counter.world)
    try:
        assert [r.state for r in outbox.pending(again.shop.store)] == [ReplyState.UNSURE]
        assert deliver.look_for_unsure(again.shop) == 1
        assert outbox.pending(again.shop.store) == ()
        assert again.ours_on_the_page(one) == ["It is. Ines"]
    finally:
        again.shop.close()
    at_counter.shop = open_counter(at_counter.shop.folder, at_counter.clock, at_counter.world).shop


def test_a_private_answer_goes_privately_and_shows_nothing(at_counter: Counter) -> None:
    one = at_counter.hear("The base was raw dough.")
    assert at_counter.answer(one, "I'll ring you. Ines", Channel.PRIVATE).state is ReplyState.POSTED
    assert at_counter.ours_on_the_page(one) == []
    assert [p.is_public for p in posts.thread(at_counter.shop.store, one)] == [True, False]


def _group(at: Counter, conversation: str) -> Group:
    found = conversations.by_id(at.shop.store, conversation)
    assert found
    return found.group


# --- what a check, a person or a second window may do while a reply waits ---------------------------------


def _offline_reply(at: Counter, conversation: str, text: str = "On its way. Ines") -> str:
    """A reply that found no connection and waits."""
    at.world.fault("offline")
    reply = at.answer(conversation, text)
    assert reply.state is ReplyState.WAITING
    return reply.id


def _unsure_reply(at: Counter, conversation: str, text: str = "On its way. Ines") -> str:
    at.world.fault("lost")
    reply = at.answer(conversation, text)
    assert reply.state is ReplyState.UNSURE
    return reply.id


def _state(at: Counter, reply: str) -> ReplyState:
    found = outbox.by_id(at.shop.store, reply)
    assert found
    return found.state


def test_an_answer_from_a_phone_that_a_check_brought_first_holds_the_waiting_one(at_counter: Counter) -> None:
    one = at_counter.hear("Where is my cake?")
    reply = _offline_reply(at_counter, one)
    at_counter.world.post_ours_elsewhere("facebook", at_counter.root(one), "It left at nine, Marta. Priya")
    at_counter.clock.forward(minutes=5)
    at_counter.collect()
    deliver.deliver_due(at_counter.shop)
    assert _state(at_counter, reply) is ReplyState.HELD
    assert at_counter.ours_on_the_page(one) == ["It left at nine, Marta. Priya"]


def test_an_edit_while_it_waited_holds_a_reply(at_counter: Counter) -> None:
    one = at_counter.hear("Where is my cake?")
    reply = _offline_reply(at_counter, one)
    at_counter.clock.forward(minutes=5)
    at_counter.world.edit_as(at_counter.root(one), "Where is my cake? Found it, sorry.")
    deliver.deliver_due(at_counter.shop)
    assert _state(at_counter, reply) is ReplyState.HELD


def test_an_unsure_reply_that_a_check_brings_has_arrived_and_never_goes_again(at_counter: Counter) -> None:
    one = at_counter.hear("Where is my cake?")
    reply = _unsure_reply(at_counter, one)
    at_counter.world.post_ours_elsewhere("facebook", at_counter.root(one), "On its way. Ines")
    at_counter.clock.forward(hours=2)
    at_counter.collect()
    deliver.deliver_due(at_counter.shop)
    assert _state(at_counter, reply) is ReplyState.POSTED
    assert at_counter.ours_on_the_page(one) == ["On its way. Ines"]
    assert posts.thread(at_counter.shop.store, one)[-1].written_by == "Ines"


def test_an_unsure_reply_sent_again_by_hand_is_looked_for_first(at_counter: Counter) -> None:
    one = at_counter.hear("Where is my cake?")
    reply = _unsure_reply(at_counter, one)
    at_counter.world.post_ours_elsewhere("facebook", at_counter.root(one), "On its way. Ines")
    counter.it_isnt_send_it(at_counter.shop, reply)
    at_counter.clock.forward(minutes=1)
    deliver.deliver_due(at_counter.shop)
    assert _state(at_counter, reply) is ReplyState.POSTED
    assert at_counter.ours_on_the_page(one) == ["On its way. Ines"]


def test_what_a_person_saw_there_is_one_post_when_a_check_brings_it(at_counter: Counter) -> None:
    one = at_counter.hear("Where is my cake?")
    reply = _unsure_reply(at_counter, one)
    at_counter.world.fault("offline", 2)
    counter.it_is_there(at_counter.shop, reply)
    at_counter.world.no_faults()
    at_counter.world.post_ours_elsewhere("facebook", at_counter.root(one), "On its way. Ines")
    at_counter.collect()
    ours = [post for post in posts.thread(at_counter.shop.store, one) if post.is_ours]
    assert [(post.text, post.written_by) for post in ours] == [("On its way. Ines", "Ines")]
    assert not ours[0].remote_id.startswith("told:")


def test_releasing_a_held_reply_does_not_hide_what_nobody_has_read(at_counter: Counter) -> None:
    one = at_counter.hear("Where is my cake?")
    reply = counter.post(at_counter.shop, one, Writing.typed("On its way. Ines")).id
    with at_counter.shop.store.writing():
        outbox.hold(at_counter.shop.store, reply, "waited_long")
    at_counter.clock.forward(hours=20)
    at_counter.world.post_as("facebook", "Marta K.", "Don't bother, it is here", parent=at_counter.root(one))
    at_counter.clock.forward(hours=1)
    counter.release(at_counter.shop, reply)
    deliver.deliver_due(at_counter.shop)
    assert _state(at_counter, reply) is ReplyState.HELD
    assert _group(at_counter, one) is Group.NEEDS_ANSWER


def test_nobody_gets_two_answers_to_one_word(at_counter: Counter) -> None:
    one = at_counter.hear("Where is my cake?")
    private = at_counter.hear("Where is my bread?", who="Gus", is_public=False)
    _unsure_reply(at_counter, one)
    counter.post(at_counter.shop, private, Writing.typed("Here. Ines"), channel=Channel.PRIVATE)
    for conversation, channel in ((one, Channel.PUBLIC), (private, Channel.PRIVATE)):
        with pytest.raises(Misuse):
            counter.post(at_counter.shop, conversation, Writing.typed("Again. Ines"), channel=channel)


def test_a_public_answer_never_turns_into_a_private_one(at_counter: Counter) -> None:
    one = at_counter.hear("The base was raw dough.")
    at_counter.world.post_as("facebook", "Marta K.", "Ring me", parent=at_counter.root(one), is_public=False)
    at_counter.collect()
    with at_counter.shop.store.writing():
        posts.mark_gone(
            at_counter.shop.store, at_counter.account.id, [at_counter.root(one)], at_counter.clock.now()
        )
    with pytest.raises(Misuse, match="public post isn't there"):
        counter.post(at_counter.shop, one, Writing.typed("Sorry. Ines"))


def test_holding_the_outbox_stops_what_has_not_left_yet(at_counter: Counter) -> None:
    first, second = at_counter.hear("Where is my cake?"), at_counter.hear("Where is my pie?", who="Gus")
    replies = [counter.post(at_counter.shop, one, Writing.typed("Here. Ines")).id for one in (first, second)]
    at_counter.clock.forward(seconds=11)
    told: list[bool] = []

    def hold_when_the_first_has_gone(_: frozenset[str]) -> None:
        if not told and _state(at_counter, replies[0]) is ReplyState.POSTED:
            told.append(True)
            counter.hold_outbox(at_counter.shop, True)

    stop = at_counter.shop.changes.listen(hold_when_the_first_has_gone)
    deliver.deliver_due(at_counter.shop)
    stop()
    assert [_state(at_counter, reply) for reply in replies] == [ReplyState.POSTED, ReplyState.WAITING]


def test_an_account_disconnected_during_a_check_stays_disconnected(at_counter: Counter) -> None:
    from desktop import accounts, connecting

    account = at_counter.account.id
    one = at_counter.hear("Where is my cake?")
    reply = counter.post(at_counter.shop, one, Writing.typed("Here. Ines")).id
    connecting.disconnect(at_counter.shop, account)
    with at_counter.shop.store.writing():
        accounts.checked(at_counter.shop.store, account, at_counter.clock.now())
        accounts.has_trouble(at_counter.shop.store, account, "Sign in again.", needs_login=True)
    assert account not in {one.id for one in accounts.all(at_counter.shop.store)}
    assert _state(at_counter, reply) is ReplyState.TAKEN_BACK


def test_taking_back_keeps_what_was_begun_since(at_counter: Counter) -> None:
    one = at_counter.hear("Where is my cake?")
    reply = counter.post(at_counter.shop, one, Writing.typed("On its way. Ines"))
    counter.save_draft(at_counter.shop, one, Channel.PUBLIC, Writing.typed("And another thing"))
    counter.take_back(at_counter.shop, reply.id)
    kept = drafts.load(at_counter.shop.store, one, at_counter.shop.me.id, Channel.PUBLIC)
    assert kept and kept[0].plain() == "On its way. Ines\nAnd another thing"
