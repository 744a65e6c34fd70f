"""A public complaint from first word to an ending everyone can see, and back when the ending goes."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import UTC, datetime

import pytest

from desktop import (
    collect,
    complaints,
    conversations,
    counter,
    history,
    inbox,
    lookout,
    looks,
    migrations,
    passerby,
    posts,
    retelling,
)
from desktop.connectors.practice import PracticeConnector
from desktop.errors import Misuse, Offline
from desktop.passerby import SightState
from desktop.records import (
    Author,
    Batch,
    Channel,
    Complaint,
    FixedHow,
    Group,
    Kind,
    ProofKind,
    Purpose,
    RemotePost,
    ReplyState,
    Row,
    Stage,
    StandingReason,
    Stranger,
)
from desktop.store import FILE_NAME
from tests.fixtures_shop import Counter

RAW = "Ordered the lemon tart for my mum's 70th and the middle was raw dough. Never again."


def test_a_public_complaint_stands_on_the_board_from_its_first_word(at_counter: Counter) -> None:
    one = at_counter.hear(RAW)
    assert _stage(at_counter, one) is Stage.NO_ANSWER
    assert _sees(at_counter, one) is SightState.NO_ANSWER
    assert complaints.open_count(at_counter.shop.store) == 1


def test_a_private_complaint_never_comes_to_the_board(at_counter: Counter) -> None:
    one = at_counter.hear(RAW, is_public=False)
    assert complaints.by_id(at_counter.shop.store, one) is None
    assert _sees(at_counter, one) is SightState.PRIVATE


def test_a_private_answer_does_not_move_the_public_stage(at_counter: Counter) -> None:
    one = at_counter.hear(RAW)
    at_counter.answer(one, "I'll ring you tonight. Ines", Channel.PRIVATE)
    assert _stage(at_counter, one) is Stage.NO_ANSWER
    lookout.look(at_counter.shop, one)
    assert _stage(at_counter, one) is Stage.NO_ANSWER
    assert _sees(at_counter, one) is SightState.PRIVATE_ONLY


def test_a_private_answer_from_elsewhere_does_not_move_the_public_stage(at_counter: Counter) -> None:
    one = at_counter.hear(RAW)
    account, root = at_counter.account, at_counter.root(one)
    ours = Author(account.platform, account.name, account.name, "Corner Shop")
    ring = RemotePost("ring", ours, "I'll ring you tonight.", at_counter.clock.now(), parent_remote_id=root)
    collect.take(at_counter.shop, account, Batch((ring._replace(is_ours=True, is_public=False),)))
    assert any(post.is_ours for post in posts.thread(at_counter.shop.store, one))
    assert (_stage(at_counter, one), _sees(at_counter, one)) == (Stage.NO_ANSWER, SightState.PRIVATE_ONLY)


def test_a_posted_answer_counts_only_once_a_stranger_sees_it(at_counter: Counter) -> None:
    at_counter.place = "google"  # which checks replies for four minutes
    one = at_counter.hear(RAW, stars=2)
    at_counter.answer(one, "That was ours, Marta. I'm baking you another today. Ines")
    assert (_stage(at_counter, one), _sees(at_counter, one)) == (Stage.NO_ANSWER, SightState.PENDING)
    at_counter.clock.forward(minutes=5)
    assert lookout.look_due(at_counter.shop) == 1
    assert (_stage(at_counter, one), _sees(at_counter, one)) == (Stage.ANSWERED, SightState.ANSWERED)


def test_asking_is_open_only_once_they_told_us_and_only_once(at_counter: Counter) -> None:
    one = _answered(at_counter)
    counter.mark_fixed(at_counter.shop, one, FixedHow.DONE_NO_WORD)
    assert not complaints.may_ask(_complaint(at_counter, one))
    counter.mark_fixed(
        at_counter.shop, one, FixedHow.THEY_TOLD_US, _they_say(at_counter, one, "All sorted, thanks.")
    )
    assert complaints.may_ask(_complaint(at_counter, one))
    at_counter.answer(
        one, "Would you add a line saying how it ended? Ines", Channel.PRIVATE, purpose=Purpose.ASK
    )
    assert _stage(at_counter, one) is Stage.ASKED
    assert _sees(at_counter, one) is SightState.ASKED
    assert not complaints.may_ask(_complaint(at_counter, one))


def test_marking_fixed_keeps_their_words_and_moves_it_to_nobody_can_tell(at_counter: Counter) -> None:
    one = _answered(at_counter)
    told = _they_say(at_counter, one, "All sorted, and tell Priya thank you.", is_public=False)
    counter.mark_fixed(at_counter.shop, one, FixedHow.THEY_TOLD_US, told)
    found = _complaint(at_counter, one)
    assert (found.stage, found.fixed_words) == (Stage.FIXED, "All sorted, and tell Priya thank you.")
    assert _group(at_counter, one) is Group.NOT_SHOWN
    assert _row(at_counter, one).state == "fixed_they_told_us"
    assert _sees(at_counter, one) is SightState.FIXED


def test_their_public_word_is_proposed_and_a_person_decides(at_counter: Counter) -> None:
    one = _answered(at_counter)
    told = _they_say(at_counter, one, "Update: they remade it the same day. All sorted now.")
    found = _complaint(at_counter, one)
    assert (found.stage, found.hint_post) == (Stage.ANSWERED, told)
    counter.confirm_ending(at_counter.shop, one, kind=ProofKind.THEIR_REPLY, post_id=told)
    assert _stage(at_counter, one) is Stage.SHOWN
    assert _sees(at_counter, one) is SightState.SHOWN_THEY_SAID
    proof = complaints.proof(at_counter.shop.store, one)
    assert proof and proof.words.startswith("Update: they remade it")


def test_what_a_person_called_not_the_ending_is_not_proposed_again(at_counter: Counter) -> None:
    one = _answered(at_counter)
    _they_say(at_counter, one, "All sorted now, thank you.")
    counter.not_the_ending(at_counter.shop, one)
    lookout.look(at_counter.shop, one)
    assert _complaint(at_counter, one).hint_post == ""


def test_a_private_message_can_not_be_the_ending(at_counter: Counter) -> None:
    one = _answered(at_counter)
    told = _they_say(at_counter, one, "All sorted.", is_public=False)
    with pytest.raises(Misuse, match="private message"):
        counter.confirm_ending(at_counter.shop, one, kind=ProofKind.THEIR_REPLY, post_id=told)


def test_our_own_update_is_the_ending_from_when_a_stranger_sees_it(at_counter: Counter) -> None:
    one = _answered(at_counter)
    counter.mark_fixed(at_counter.shop, one, FixedHow.DONE_AND_RECEIVED)
    at_counter.answer(one, "A late note: Marta had a new tart on Monday. Ines", purpose=Purpose.ENDING)
    assert _stage(at_counter, one) is Stage.SHOWN
    assert _sees(at_counter, one) is SightState.SHOWN_WE_SAID


def test_a_proof_gone_twice_a_day_apart_brings_the_complaint_back(at_counter: Counter) -> None:
    one = _shown(at_counter)
    at_counter.world.drop(_last_of_theirs(at_counter, one))
    lookout.look(at_counter.shop, one)
    at_counter.clock.forward(hours=2)
    lookout.look(at_counter.shop, one)
    assert _stage(at_counter, one) is Stage.SHOWN
    at_counter.clock.forward(hours=24)
    assert lookout.look_due(at_counter.shop) == 1
    found = _complaint(at_counter, one)
    assert (found.stage, found.flag) == (Stage.FIXED, "proof_gone")
    assert _group(at_counter, one) is Group.NOT_SHOWN
    assert _row(at_counter, one).state == "proof_gone"
    kept = complaints.proofs(at_counter.shop.store, one)
    assert [(proof.words, proof.lost_at is None) for proof in kept] == [("All sorted now, thank you.", False)]


def test_a_proof_that_is_gone_is_in_nobodys_sight_and_nothing_is_answered_to_it(at_counter: Counter) -> None:
    one = _shown(at_counter)
    at_counter.world.drop(_last_of_theirs(at_counter, one))
    for _ in range(2):
        lookout.look(at_counter.shop, one)
        at_counter.clock.forward(hours=25)
    assert [line.text for line in passerby.preview(at_counter.shop.store, one) if not line.is_ours] == [RAW]
    at_counter.answer(one, "A late note: Marta had a new tart on Monday. Ines", purpose=Purpose.ENDING)
    assert _stage(at_counter, one) is Stage.SHOWN
    assert _sees(at_counter, one) is SightState.SHOWN_WE_SAID


def test_a_person_who_says_that_the_proof_is_gone_can_take_that_back(at_counter: Counter) -> None:
    one = _shown(at_counter)
    before = passerby.preview(at_counter.shop.store, one)
    undo = counter.proof_gone(at_counter.shop, one)
    assert _stage(at_counter, one) is Stage.FIXED
    assert not any(
        line.text == "All sorted now, thank you." for line in passerby.preview(at_counter.shop.store, one)
    )
    undo.take_back(at_counter.shop)
    assert _stage(at_counter, one) is Stage.SHOWN
    assert passerby.preview(at_counter.shop.store, one) == before


def test_a_proof_that_came_back_in_time_is_not_lost(at_counter: Counter) -> None:
    one = _shown(at_counter)
    at_counter.clock.forward(days=7)
    lookout.look_due(at_counter.shop)
    assert _stage(at_counter, one) is Stage.SHOWN
    proof = complaints.proof(at_counter.shop.store, one)
    assert proof and proof.missed_at is None and proof.checked_at == at_counter.clock.now()


def test_not_reaching_the_page_is_not_the_same_as_gone(at_counter: Counter) -> None:
    one = _shown(at_counter)
    for _ in range(3):
        at_counter.clock.forward(days=8)
        at_counter.world.fault("offline", 2)
        with pytest.raises(Offline):
            lookout.look(at_counter.shop, one)
        assert lookout.look_due(at_counter.shop) == 0
        at_counter.world.no_faults()
    assert _stage(at_counter, one) is Stage.SHOWN


def test_a_kind_word_after_the_ending_puts_it_in_doubt_until_it_is_seen_again(at_counter: Counter) -> None:
    one = _shown(at_counter)
    at_counter.clock.forward(hours=1)
    _they_say(at_counter, one, "My sister says hello.")
    found = _complaint(at_counter, one)
    assert (found.stage, found.flag) == (Stage.FIXED, "wrote_again")
    lookout.look(at_counter.shop, one)
    found = _complaint(at_counter, one)
    assert (found.stage, found.flag) == (Stage.SHOWN, "")


def test_an_ending_said_by_a_person_is_in_doubt_until_a_person_says_it_again(at_counter: Counter) -> None:
    one = _answered(at_counter)
    counter.confirm_ending(
        at_counter.shop, one, kind=ProofKind.THEIR_REPLY, link="https://example.org/said", words="All sorted."
    )
    _they_say(at_counter, one, "My sister says hello.")
    lookout.look(at_counter.shop, one)
    assert _complaint(at_counter, one).flag == "wrote_again"
    counter.confirm_ending(
        at_counter.shop, one, kind=ProofKind.THEIR_REPLY, link="https://example.org/said", words="All sorted."
    )
    assert _stage(at_counter, one) is Stage.SHOWN


def test_taking_back_a_move_does_not_bring_back_an_ending_they_have_spoken_since(at_counter: Counter) -> None:
    one = _shown(at_counter)
    undo = counter.move(at_counter.shop, one, Stage.ANSWERED)
    _they_say(at_counter, one, "My sister says hello.")
    undo.take_back(at_counter.shop)
    assert (_stage(at_counter, one), _complaint(at_counter, one).flag) == (Stage.FIXED, "wrote_again")


def test_the_board_can_be_built_anew_from_events_and_posts(at_counter: Counter) -> None:
    store = at_counter.shop.store
    ones = [_shown(at_counter), at_counter.hear("Charged twice. Awful.", who="Bea R.")]
    undo = counter.set_kind(at_counter.shop, at_counter.hear("Do you open on Sundays?", who="Lin"), Kind.COMPLAINT)
    undo.take_back(at_counter.shop)
    counter.leave_standing(at_counter.shop, ones[1], StandingReason.NO_REPLY, "They moved away.")
    before = complaints.all_states(store)
    with store.writing():
        complaints.begin_anew(store)
    assert set(retelling.differing(store)) == set(before)
    assert retelling.rebuild(store) == 3
    assert complaints.all_states(store) == before
    assert retelling.differing(store) == []


def test_an_ending_that_is_a_complaint_again_counts_once_it_is_seen_again(at_counter: Counter) -> None:
    one = _shown(at_counter)
    counter.set_kind(at_counter.shop, one, Kind.QUESTION)
    _they_say(at_counter, one, "My sister says hello.")
    counter.set_kind(at_counter.shop, one, Kind.COMPLAINT)
    assert (_stage(at_counter, one), _complaint(at_counter, one).flag) == (Stage.FIXED, "wrote_again")
    assert lookout.look_due(at_counter.shop) == 1
    assert _stage(at_counter, one) is Stage.SHOWN


def test_a_board_from_before_it_told_itself_is_told_by_the_upgrade(at_counter: Counter) -> None:
    store, now = at_counter.shop.store, at_counter.clock.now()
    one, other = _shown(at_counter), at_counter.hear("Charged twice. Awful.", who="Bea R.")
    with store.writing():  # as an older program did it: nobody tells history
        complaints.leave_standing(store, other, StandingReason.NO_REPLY, "They moved away.", now)
        complaints.move(store, one, Stage.ANSWERED, now)
    assert set(retelling.differing(store)) == {one, other}
    with closing(sqlite3.connect(at_counter.shop.folder / FILE_NAME)) as file:
        file.executescript(migrations.TOLD)
    assert retelling.differing(store) == []


def test_all_that_the_board_keeps_is_told(at_counter: Counter) -> None:
    store, one = at_counter.shop.store, _shown(at_counter)
    told = complaints.state(store, one)
    assert told is not None
    columns = {
        table: {row["name"] for row in store.rows(f"select name from pragma_table_info('{table}')")}
        for table in ("complaints", "proofs")
    }
    assert told.keys() == columns["complaints"] - {"id"} | {"proofs"}
    assert [proof.keys() | {"complaint"} for proof in told["proofs"]] == [columns["proofs"]]  # type: ignore[attr-defined]


def test_a_card_can_not_be_moved_to_where_only_a_page_or_a_reason_leads(at_counter: Counter) -> None:
    one = _answered(at_counter)
    with pytest.raises(Misuse):
        counter.move(at_counter.shop, one, Stage.TAKEN_DOWN)
    with pytest.raises(counter.NeedsMore) as needs:
        counter.move(at_counter.shop, one, Stage.STANDING)
    assert needs.value.what == "reason"


def test_nobody_is_asked_twice_nor_before_they_told_us(at_counter: Counter) -> None:
    one = _answered(at_counter)
    ask = "Would you add a line saying how it ended? Ines"
    with pytest.raises(Misuse, match="said it’s sorted"):
        at_counter.answer(one, ask, Channel.PRIVATE, purpose=Purpose.ASK)
    told = _they_say(at_counter, one, "All sorted, thanks.", is_public=False)
    counter.mark_fixed(at_counter.shop, one, FixedHow.THEY_TOLD_US, told)
    at_counter.answer(one, ask, Channel.PRIVATE, purpose=Purpose.ASK)
    with pytest.raises(Misuse, match="pushing"):
        at_counter.answer(one, ask, Channel.PRIVATE, purpose=Purpose.ASK)


def test_a_private_complaint_does_not_make_a_public_question_one(at_counter: Counter) -> None:
    one = at_counter.hear("Do you open on Sundays?")
    _they_say(at_counter, one, "You charged me twice and nobody answers. Terrible.", is_public=False)
    found = conversations.by_id(at_counter.shop.store, one)
    assert found and found.kind is Kind.QUESTION
    assert complaints.by_id(at_counter.shop.store, one) is None


def test_they_complain_again_after_an_ending_showed(at_counter: Counter) -> None:
    one = _shown(at_counter)
    at_counter.clock.forward(hours=1)
    _they_say(at_counter, one, "Spoke too soon. It happened again, still broken and nobody answers.")
    found = _complaint(at_counter, one)
    assert (found.stage, found.flag) == (Stage.ANSWERED, "came_back")
    assert _group(at_counter, one) is Group.NEEDS_ANSWER


def test_a_complaint_taken_down_by_its_writer_looks_open_to_nobody(at_counter: Counter) -> None:
    one = _answered(at_counter)
    at_counter.world.drop(at_counter.root(one))
    lookout.look(at_counter.shop, one)
    assert _sees(at_counter, one) is SightState.TAKEN_DOWN
    counts = complaints.counts(at_counter.shop.store, datetime(2025, 1, 1, tzinfo=UTC))
    assert (counts.open, counts.total_this_year) == (0, 0)


def test_left_standing_needs_a_reason_and_their_next_word_brings_it_back(at_counter: Counter) -> None:
    one = _answered(at_counter)
    counter.leave_standing(at_counter.shop, one, StandingReason.NO_REPLY, "Wrote three times")
    assert _sees(at_counter, one) is SightState.STANDING
    assert complaints.open_count(at_counter.shop.store) == 0
    at_counter.clock.forward(days=3)
    _they_say(at_counter, one, "Sorry, I was away. It is still broken.")
    assert _stage(at_counter, one) is Stage.ANSWERED


def test_every_act_can_be_taken_back_and_both_are_told(at_counter: Counter) -> None:
    one = _answered(at_counter)
    before = _complaint(at_counter, one)
    told = _they_say(at_counter, one, "All sorted now, thank you.")
    undo = counter.confirm_ending(at_counter.shop, one, kind=ProofKind.THEIR_REPLY, post_id=told)
    assert undo.text == "Moved Marta K. to Shown"
    undo.take_back(at_counter.shop)
    after = _complaint(at_counter, one)
    assert (after.stage, after.fixed_at) == (before.stage, before.fixed_at)
    assert complaints.proof(at_counter.shop.store, one) is None
    told_of = [event.kind for event in history.of(at_counter.shop.store, one) if event.kind != retelling.BOARD]
    assert told_of[-2:] == ["ending", "undone"]


def test_a_card_moved_out_of_shown_has_no_proof_until_that_is_undone(at_counter: Counter) -> None:
    one = _shown(at_counter)
    undo = counter.move(at_counter.shop, one, Stage.ANSWERED)
    assert complaints.proof(at_counter.shop.store, one) is None
    assert [line.is_ending for line in passerby.preview(at_counter.shop.store, one)] == [False] * 3
    undo.take_back(at_counter.shop)
    assert _stage(at_counter, one) is Stage.SHOWN
    assert complaints.proof(at_counter.shop.store, one) is not None


def test_calling_it_a_question_takes_it_off_the_board(at_counter: Counter) -> None:
    one = at_counter.hear(RAW)
    undo = counter.set_kind(at_counter.shop, one, Kind.QUESTION)
    assert complaints.open_count(at_counter.shop.store) == 0
    undo.take_back(at_counter.shop)
    assert complaints.open_count(at_counter.shop.store) == 1


def test_moving_a_card_posts_nothing_and_asks_for_what_is_missing(at_counter: Counter) -> None:
    one = _answered(at_counter)
    for stage, what in ((Stage.FIXED, "how_fixed"), (Stage.ASKED, "ask"), (Stage.SHOWN, "proof")):
        with pytest.raises(counter.NeedsMore) as needs:
            counter.move(at_counter.shop, one, stage)
        assert needs.value.what == what
    assert len(at_counter.ours_on_the_page(one)) == 1


def test_the_one_number_counts_shown_against_all_but_taken_down_and_standing(at_counter: Counter) -> None:
    _shown(at_counter)
    _answered(at_counter)
    counts = complaints.counts(at_counter.shop.store, datetime(2025, 1, 1, tzinfo=UTC))
    assert (counts.shown_this_year, counts.total_this_year, counts.open, counts.already_fixed) == (1, 2, 1, 0)


def test_the_small_picture_marks_the_ending_and_leaves_private_words_out(at_counter: Counter) -> None:
    one = _answered(at_counter)
    _they_say(at_counter, one, "You have my number.", is_public=False)
    told = _they_say(at_counter, one, "All sorted now, thank you.")
    counter.confirm_ending(at_counter.shop, one, kind=ProofKind.THEIR_REPLY, post_id=told)
    picture = passerby.preview(at_counter.shop.store, one)
    assert [(line.is_ours, line.is_ending) for line in picture] == [
        (False, False),
        (True, False),
        (False, True),
    ]


def test_private_words_move_no_public_stage_whatever_they_say(at_counter: Counter) -> None:
    shown, standing = _shown(at_counter), at_counter.hear(RAW, who="Gus")
    counter.leave_standing(at_counter.shop, standing, StandingReason.NO_REPLY)
    at_counter.clock.forward(hours=1)
    _they_say(at_counter, shown, "It is still broken and nobody answers!", is_public=False)
    at_counter.world.post_as(
        at_counter.place, "Gus", "Fine then", parent=at_counter.root(standing), is_public=False
    )
    at_counter.collect()
    assert (_stage(at_counter, shown), _stage(at_counter, standing)) == (Stage.SHOWN, Stage.STANDING)
    assert _group(at_counter, shown) is Group.NEEDS_ANSWER


def test_left_standing_without_an_answer_comes_back_as_not_answered(at_counter: Counter) -> None:
    one = at_counter.hear(RAW)
    counter.leave_standing(at_counter.shop, one, StandingReason.WE_DISAGREE)
    at_counter.clock.forward(days=1)
    _they_say(at_counter, one, "Still no answer from you.")
    assert _stage(at_counter, one) is Stage.NO_ANSWER


def test_a_proof_whose_words_changed_is_no_proof(at_counter: Counter) -> None:
    one = _shown(at_counter)
    at_counter.clock.forward(hours=1)
    at_counter.world.edit_as(_last_of_theirs(at_counter, one), "Liars. It is still not fixed.")
    at_counter.collect()
    found = _complaint(at_counter, one)
    assert (found.stage, found.flag) == (Stage.ANSWERED, "came_back")


@pytest.mark.parametrize("words", ["My sister says hello.", "It took a while, but it is all sorted."])
def test_an_edit_that_drops_the_words_of_the_ending_leaves_it_in_doubt(at_counter: Counter, words: str) -> None:
    one = _shown(at_counter)
    at_counter.clock.forward(hours=1)
    at_counter.world.edit_as(_last_of_theirs(at_counter, one), words)
    at_counter.collect()
    for _ in range(2):
        found = _complaint(at_counter, one)
        assert (found.stage, found.flag) == (Stage.FIXED, "wrote_again")
        lookout.look(at_counter.shop, one)


def test_the_app_does_not_overrule_a_person_who_moved_a_card(at_counter: Counter) -> None:
    one = _answered(at_counter)
    counter.mark_fixed(at_counter.shop, one, FixedHow.DONE_AND_RECEIVED)
    at_counter.answer(one, "A late note: Marta had a new tart on Monday. Ines", purpose=Purpose.ENDING)
    counter.move(at_counter.shop, one, Stage.ANSWERED)
    lookout.look(at_counter.shop, one)
    assert _stage(at_counter, one) is Stage.ANSWERED


def test_a_bystanders_edit_is_not_the_customers_word(at_counter: Counter) -> None:
    one = _answered(at_counter)
    shop, account, root = at_counter.shop, at_counter.account, at_counter.root(one)
    bob = Author(account.platform, "bob", "bob", "Bob")
    aside = RemotePost("aside", bob, "Oh no", at_counter.clock.now(), parent_remote_id=root)
    collect.take(shop, account, Batch((aside,)), to_us=False)
    later = aside._replace(text="All sorted now, thank you", edited_at=at_counter.clock.now())
    collect.take(shop, account, Batch((later,)), to_us=False)
    assert _complaint(at_counter, one).hint_post == ""
    assert _group(at_counter, one) is Group.WAITING


def test_a_complaint_taken_down_by_mistake_comes_back_with_its_post(at_counter: Counter) -> None:
    one = _answered(at_counter)
    at_counter.world.drop(at_counter.root(one))
    at_counter.collect()
    assert _stage(at_counter, one) is Stage.TAKEN_DOWN
    thread = posts.thread(at_counter.shop.store, one)
    back = RemotePost(
        thread[0].remote_id,
        Author(at_counter.account.platform, "Marta K.", thread[0].author_handle, "Marta K."),
        RAW,
        thread[0].posted_at,
        source=thread[0].source,
    )
    at_counter.world.put_back(thread[0].remote_id)
    collect.take(at_counter.shop, at_counter.account, Batch((back,)))
    at_counter.clock.forward(minutes=1)
    assert lookout.look_due(at_counter.shop) == 1
    assert (_stage(at_counter, one), _complaint(at_counter, one).flag) == (Stage.ANSWERED, "came_back")


@pytest.mark.parametrize("what", ["kind", "given", "done"])
def test_undo_takes_back_one_act_and_nothing_that_came_since(at_counter: Counter, what: str) -> None:
    one = at_counter.hear(RAW)
    acts = {
        "kind": lambda: counter.set_kind(at_counter.shop, one, Kind.COMPLAINT),
        "given": lambda: counter.give_to(at_counter.shop, one, at_counter.shop.me.id),
        "done": lambda: counter.done(at_counter.shop, one),
    }
    undo = acts[what]()
    at_counter.clock.forward(minutes=2)
    at_counter.answer(one, "That was ours, Marta. Ines")
    at_counter.clock.forward(minutes=2)
    _they_say(at_counter, one, "Still waiting.")
    undo.take_back(at_counter.shop)
    assert _stage(at_counter, one) is Stage.ANSWERED
    assert _group(at_counter, one) is Group.NEEDS_ANSWER


def test_marked_fixed_again_an_ending_that_showed_is_none_until_that_is_undone(at_counter: Counter) -> None:
    one = _shown(at_counter)
    undo = counter.mark_fixed(at_counter.shop, one, FixedHow.DONE_NO_WORD)
    assert _stage(at_counter, one) is Stage.FIXED
    assert not any(line.is_ending for line in passerby.preview(at_counter.shop.store, one))
    undo.take_back(at_counter.shop)
    assert _stage(at_counter, one) is Stage.SHOWN
    assert [line.is_ending for line in passerby.preview(at_counter.shop.store, one)][-1]


def test_what_no_passer_by_finds_can_not_be_the_ending(at_counter: Counter) -> None:
    one, other = _answered(at_counter), at_counter.hear(RAW, who="Gus")
    gone = _they_say(at_counter, one, "All sorted now, thank you.")
    at_counter.world.drop(_last_of_theirs(at_counter, one))
    _mark_gone(at_counter, gone)
    elsewhere = posts.thread(at_counter.shop.store, other)[0].id
    for post, why in ((gone, "isn’t there"), (elsewhere, "another conversation")):
        with pytest.raises(Misuse, match=why):
            counter.confirm_ending(at_counter.shop, one, kind=ProofKind.THEIR_REPLY, post_id=post)
    assert _stage(at_counter, one) is Stage.ANSWERED


def test_what_its_writer_took_down_is_no_card_to_move(at_counter: Counter) -> None:
    one = _answered(at_counter)
    at_counter.world.drop(at_counter.root(one))
    lookout.look(at_counter.shop, one)
    for act in (
        lambda: counter.leave_standing(at_counter.shop, one, StandingReason.NO_REPLY),
        lambda: counter.confirm_ending(at_counter.shop, one, kind=ProofKind.THEIR_REPLY, link="https://example.org/x"),
        lambda: counter.mark_fixed(at_counter.shop, one, FixedHow.DONE_NO_WORD),
    ):
        with pytest.raises(Misuse, match="isn't there any more"):
            act()
    assert _stage(at_counter, one) is Stage.TAKEN_DOWN


def test_a_card_is_not_moved_to_no_answer_while_ours_shows(at_counter: Counter) -> None:
    one = _answered(at_counter)
    with pytest.raises(Misuse, match="sees your answer"):
        counter.move(at_counter.shop, one, Stage.NO_ANSWER)
    at_counter.world.drop(next(p.remote_id for p in posts.thread(at_counter.shop.store, one) if p.is_ours))
    lookout.look(at_counter.shop, one)
    assert _stage(at_counter, one) is Stage.NO_ANSWER


def test_they_complain_again_where_our_answer_is_gone(at_counter: Counter) -> None:
    one = _shown(at_counter)
    for ours in [p for p in posts.thread(at_counter.shop.store, one) if p.is_ours]:
        _mark_gone(at_counter, ours.id)
    _they_say(at_counter, one, "Spoke too soon, it broke again. Awful.")
    assert _stage(at_counter, one) is Stage.NO_ANSWER


def test_what_only_who_is_signed_in_finds_is_not_taken_down(
    at_counter: Counter, monkeypatch: pytest.MonkeyPatch
) -> None:
    one = at_counter.hear(RAW)
    closed = Stranger((), at_counter.clock.now())
    with monkeypatch.context() as patch:
        patch.setattr(PracticeConnector, "as_stranger", lambda _self, _id, _also=(): closed)
        lookout.look(at_counter.shop, one)
    assert _stage(at_counter, one) is Stage.NO_ANSWER
    assert not passerby.sees(at_counter.shop.store, one).can_look  # "not checked": a person is asked
    assert posts.thread(at_counter.shop.store, one)[0].gone_at is None


def test_an_ask_that_may_have_gone_is_not_made_again(at_counter: Counter) -> None:
    one = _answered(at_counter)
    told = _they_say(at_counter, one, "All sorted, thanks.", is_public=False)
    counter.mark_fixed(at_counter.shop, one, FixedHow.THEY_TOLD_US, told)
    at_counter.world.fault("lost")
    ask = "Would you add a line saying how it ended? Ines"
    assert at_counter.answer(one, ask, Channel.PRIVATE, purpose=Purpose.ASK).state is ReplyState.UNSURE
    assert _complaint(at_counter, one).asked_at is None
    with pytest.raises(Misuse, match="Look first"):
        at_counter.answer(one, ask, Channel.PRIVATE, purpose=Purpose.ASK)


def test_a_page_that_could_not_be_opened_was_not_checked(at_counter: Counter) -> None:
    one, store = at_counter.hear(RAW), at_counter.shop.store
    with store.writing():
        store.write("delete from looks")
        looks.plan(store, one, at_counter.clock.now())
    at_counter.world.fault("offline", 2)
    assert lookout.look_due(at_counter.shop) == 0
    assert passerby.sees(store, one).checked_at is None
    at_counter.world.no_faults()
    lookout.look(at_counter.shop, one)
    assert passerby.sees(store, one).checked_at == at_counter.clock.now()


def _answered(at: Counter) -> str:
    one = at.hear(RAW)
    at.answer(one, "That was ours, Marta. I'm baking you another today. Ines")
    at.clock.forward(minutes=20)
    return one


def _shown(at: Counter) -> str:
    one = _answered(at)
    told = _they_say(at, one, "All sorted now, thank you.")
    counter.confirm_ending(at.shop, one, kind=ProofKind.THEIR_REPLY, post_id=told)
    return one


def _they_say(at: Counter, conversation: str, text: str, *, is_public: bool = True) -> str:
    at.world.post_as(at.place, "Marta K.", text, parent=at.root(conversation), is_public=is_public)
    at.collect()
    return posts.thread(at.shop.store, conversation)[-1].id


def _last_of_theirs(at: Counter, conversation: str) -> str:
    return [p for p in posts.thread(at.shop.store, conversation) if not p.is_ours][-1].remote_id


def _mark_gone(at: Counter, post: str) -> None:
    found = posts.by_id(at.shop.store, post)
    assert found
    with at.shop.store.writing():
        posts.mark_gone(at.shop.store, found.account, [found.remote_id], at.clock.now())


def _row(at: Counter, conversation: str) -> Row:
    rid = conversations.rid_of(at.shop.store, conversation)
    assert rid
    return inbox.page(at.shop.store, [rid], at.shop.me.id, at.clock.now())[0]


def _complaint(at: Counter, conversation: str) -> Complaint:
    found = complaints.by_id(at.shop.store, conversation)
    assert found
    return found


def _stage(at: Counter, conversation: str) -> Stage:
    return _complaint(at, conversation).stage


def _sees(at: Counter, conversation: str) -> SightState:
    return passerby.sees(at.shop.store, conversation).state


def _group(at: Counter, conversation: str) -> Group:
    found = conversations.by_id(at.shop.store, conversation)
    assert found
    return found.group
