"""Added by hand, copied and pasted by a person, told to be posted: and each of it taken back."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from desktop import (
    accounts,
    collect,
    complaints,
    conversations,
    counter,
    deliver,
    drafts,
    history,
    inbox,
    lookout,
    outbox,
    passerby,
    pictures,
    posts,
    promises,
    shopbook,
    starters,
)
from desktop.connectors.by_hand import ByHand
from desktop.connectors.tariff import place_of
from desktop.errors import Misuse
from desktop.passerby import SightState
from desktop.records import (
    Account,
    Channel,
    Fact,
    FixedHow,
    Group,
    Kind,
    Limits,
    ProofKind,
    Purpose,
    ReplyState,
    Stage,
    StandingReason,
)
from desktop.shop import Shop
from desktop.writing import Ink, Paragraph, Part, Run, Writing
from tests.desktop.connectors.contract import ConnectorContract
from tests.fixtures_shop import Counter, open_counter, posts_with

LINK = "https://www.yelp.com/biz/corner-shop?hrid=1"
WORDS = "Ordered the lemon tart for my mum, the middle was raw dough. Never again."
PNG = b"\x89PNG\r\n\x1a\n" + b"rest of a picture"


class TestContract(ConnectorContract):
    connector = ByHand

    def account(self) -> Account:
        return Account("a1", "by_hand", "", "Added by hand")


def heard(at: Counter, when: timedelta = timedelta(hours=-3), **more: Any) -> counter.Heard:
    return counter.Heard("yelp", WORDS, at.clock.now() + when, "Marta K.", LINK)._replace(**more)


def added(at: Counter, **more: Any) -> str:
    return counter.add_by_hand(at.shop, heard(at, **more)).conversation


def stage(shop: Shop, one: str) -> Stage:
    found = complaints.by_id(shop.store, one)
    assert found
    return found.stage


def copied(at: Counter, one: str, text: str = "Marta, that was raw and it was ours. Ines", **more: Any) -> str:
    return counter.copy_out(at.shop, one, Writing.typed(text), **more).id


def state(at: Counter, reply: str) -> ReplyState:
    found = outbox.by_id(at.shop.store, reply)
    assert found
    return found.state


# ---- adding ----------------------------------------------------------------------------------------


def test_what_was_added_waits_as_if_it_had_been_fetched(at_counter: Counter) -> None:
    one = added(at_counter)
    found = conversations.by_id(at_counter.shop.store, one)
    assert found is not None
    assert (found.author_name, found.kind, found.group) == ("Marta K.", Kind.COMPLAINT, Group.NEEDS_ANSWER)
    assert at_counter.shop.place(found.platform) == "Yelp"
    assert at_counter.shop.tile(found.platform) == "✎"
    assert stage(at_counter.shop, one) is Stage.NO_ANSWER
    assert [post.text for post in posts_with(at_counter.shop.store, "raw dough")] == [WORDS]
    sight = passerby.sees(at_counter.shop.store, one)
    assert (sight.state, sight.how) == (SightState.NO_ANSWER, "Ines"), "who added it has seen it"


def test_all_of_it_belongs_to_one_account_that_nobody_checks(at_counter: Counter) -> None:
    added(at_counter)
    added(at_counter, place="paper", name="Pieter V.", link="", is_public=False)
    by_hand = [one for one in accounts.all(at_counter.shop.store) if one.platform == "by_hand"]
    assert len(by_hand) == 1
    assert not collect.is_checked(by_hand[0])
    assert by_hand[0].id not in [one.account for one in collect.collect_all(at_counter.shop)]


def test_two_reviews_behind_one_link_are_two_conversations(at_counter: Counter) -> None:
    first, second = added(at_counter), added(at_counter, name="Omar S.", text="Charged twice.")
    assert first != second
    assert len(posts.thread(at_counter.shop.store, first)) == 1


def test_what_was_said_privately_is_no_public_complaint(at_counter: Counter) -> None:
    one = added(at_counter, place="phone", link="", is_public=False)
    assert complaints.by_id(at_counter.shop.store, one) is None
    assert passerby.sees(at_counter.shop.store, one).state is SightState.PRIVATE


def test_an_answer_from_before_shows_and_nothing_waits(at_counter: Counter) -> None:
    one = added(at_counter, answer="Sorry Marta, come by for a new one. Ines")
    found = conversations.by_id(at_counter.shop.store, one)
    assert found is not None and found.waiting_since is None
    assert stage(at_counter.shop, one) is Stage.ANSWERED
    assert passerby.sees(at_counter.shop.store, one).state is SightState.ANSWERED


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"place": "yelpp"}, "Say where"),
        ({"text": " \n "}, "Write what they said"),
        ({"text": "x" * 20_001}, "longer than 20,000"),
        ({"answer": "x" * 20_001}, "longer than 20,000"),
        ({"link": "javascript:alert(1)"}, "address of a page"),
        ({"link": "https://a.example and more"}, "address of a page"),
        ({"picture": b"MZ an executable"}, "isn’t a picture"),
    ],
)
def test_what_cannot_be_right_is_told_and_nothing_is_kept(
    at_counter: Counter, wrong: dict[str, object], sentence: str
) -> None:
    with pytest.raises(Misuse, match=sentence):
        added(at_counter, **wrong)
    assert not [one for one in accounts.all(at_counter.shop.store) if one.platform == "by_hand"]


def test_a_day_that_is_still_to_come_is_refused(at_counter: Counter) -> None:
    with pytest.raises(Misuse, match="still to come"):
        added(at_counter, when=timedelta(days=3))


def test_a_later_hour_of_today_counts_as_now(at_counter: Counter) -> None:
    one = added(at_counter, when=timedelta(hours=2))
    found = conversations.by_id(at_counter.shop.store, one)
    assert found is not None and found.first_at == at_counter.clock.now()


def test_a_picture_is_kept_in_the_shop_folder_and_goes_with_undo(at_counter: Counter) -> None:
    made = counter.add_by_hand(at_counter.shop, heard(at_counter, text="", picture=PNG))
    root = posts.thread(at_counter.shop.store, made.conversation)[0]
    kept = pictures.of(at_counter.shop.folder, root.id)
    assert kept is not None and kept.read_bytes() == PNG
    assert kept.is_relative_to(at_counter.shop.folder)
    made.undo.take_back(at_counter.shop)
    assert pictures.of(at_counter.shop.folder, root.id) is None


def test_undo_takes_the_words_out_of_everything(at_counter: Counter) -> None:
    before = inbox.badge(at_counter.shop.store), complaints.open_count(at_counter.shop.store)
    made = counter.add_by_hand(at_counter.shop, heard(at_counter))
    made.undo.take_back(at_counter.shop)
    store = at_counter.shop.store
    assert conversations.by_id(store, made.conversation) is None
    assert (inbox.badge(store), complaints.open_count(store)) == before
    assert posts_with(store, "raw dough") == []
    assert posts_with(store, "Marta") == []
    assert lookout.look_due(at_counter.shop) == 0


def test_what_somebody_worked_on_is_not_taken_out(at_counter: Counter) -> None:
    made = counter.add_by_hand(at_counter.shop, heard(at_counter))
    counter.add_note(at_counter.shop, made.conversation, "I know her")
    with pytest.raises(Misuse, match="worked on this"):
        made.undo.take_back(at_counter.shop)
    assert conversations.by_id(at_counter.shop.store, made.conversation) is not None


# ---- copy and open ---------------------------------------------------------------------------------


def test_it_cannot_be_posted_from_here(at_counter: Counter) -> None:
    one = added(at_counter)
    with pytest.raises(Misuse, match="Copy and open it instead"):
        counter.post(at_counter.shop, one, Writing.typed("Sorry, Marta. Ines"))
    parent = counter.parent_of(at_counter.shop, one, Channel.PUBLIC)
    found = conversations.by_id(at_counter.shop.store, one)
    assert found
    route = counter.route_of(at_counter.shop, found, parent)
    assert (route.from_here, route.url) == (False, LINK)


def test_without_a_link_the_places_own_page_opens(at_counter: Counter) -> None:
    one = added(at_counter, link="")
    found = conversations.by_id(at_counter.shop.store, one)
    assert found
    parent = counter.parent_of(at_counter.shop, one, Channel.PUBLIC)
    assert counter.route_of(at_counter.shop, found, parent).url == "https://biz.yelp.com/"


def test_a_copied_reply_waits_for_a_word_and_is_never_sent(at_counter: Counter) -> None:
    one = added(at_counter)
    reply = copied(at_counter, one)
    at_counter.clock.forward(days=2)
    assert deliver.deliver_due(at_counter.shop) == ()
    assert state(at_counter, reply) is ReplyState.COPIED
    found = conversations.by_id(at_counter.shop.store, one)
    assert found is not None and found.group is Group.NEEDS_ANSWER, "nobody has said that it is there"
    row = inbox.page(
        at_counter.shop.store, [conversations.rid_of(at_counter.shop.store, one) or 0], "x", at_counter.clock.now()
    )[0]
    assert row.state == "reply_copied"
    assert stage(at_counter.shop, one) is Stage.NO_ANSWER


def test_blanks_and_limits_hold_as_everywhere(at_counter: Counter) -> None:
    one = added(at_counter)
    hole = Writing((Paragraph((Run("That one’s ours. "), Run("what went wrong", Ink.BLANK))),))
    with pytest.raises(Misuse, match="blank"):
        counter.copy_out(at_counter.shop, one, hole)
    with pytest.raises(Misuse, match="nothing to post"):
        copied(at_counter, one, "  ")
    with pytest.raises(Misuse, match="too long"):
        copied(at_counter, one, "x" * 10_001)


def test_nobody_copies_a_second_answer_beside_the_first(at_counter: Counter) -> None:
    one = added(at_counter)
    copied(at_counter, one)
    with pytest.raises(Misuse, match="Look first"):
        copied(at_counter, one)


def test_its_posted_makes_it_an_answer_that_shows(at_counter: Counter) -> None:
    one = added(at_counter)
    reply = copied(at_counter, one, promise_at=at_counter.clock.now() + timedelta(hours=2))
    counter.it_is_posted(at_counter.shop, reply, "https://www.yelp.com/reply/7")
    store = at_counter.shop.store
    assert state(at_counter, reply) is ReplyState.POSTED
    assert stage(at_counter.shop, one) is Stage.ANSWERED
    found = conversations.by_id(store, one)
    assert found is not None and found.waiting_since is None
    ours = [post for post in posts.thread(store, one) if post.is_ours]
    assert [(post.url, post.written_by, bool(post.shown_at)) for post in ours] == [
        ("https://www.yelp.com/reply/7", "Ines", True)
    ]
    assert ours[0].platform == "by_hand.yelp"
    assert promises.open_of(store, one) is not None
    assert passerby.sees(store, one).state is SightState.ANSWERED
    assert "told_posted" in [event.kind for event in history.of(store, one)]


def test_its_posted_is_taken_back_as_a_whole_and_said_again(at_counter: Counter) -> None:
    one = added(at_counter)
    reply = copied(at_counter, one, promise_at=at_counter.clock.now() + timedelta(hours=2))
    undo = counter.it_is_posted(at_counter.shop, reply)
    undo.take_back(at_counter.shop)
    store = at_counter.shop.store
    assert state(at_counter, reply) is ReplyState.COPIED
    assert stage(at_counter.shop, one) is Stage.NO_ANSWER
    found = conversations.by_id(store, one)
    assert found is not None and found.waiting_since is not None
    assert promises.open_of(store, one) is None
    assert [post for post in posts.thread(store, one) if post.is_ours] == []
    counter.it_is_posted(at_counter.shop, reply, LINK)
    assert state(at_counter, reply) is ReplyState.POSTED
    assert [post.is_ours for post in posts.thread(store, one)] == [False, True]
    assert stage(at_counter.shop, one) is Stage.ANSWERED


def test_what_was_not_posted_after_all_used_no_wording_and_no_fact(at_counter: Counter) -> None:
    shop = at_counter.shop
    one = added(at_counter)
    fact = "The lemon tart is baked for fifty minutes on the lowest shelf."
    counter.put_fact(shop, Fact("", "Lemon tart", fact, (), "", shop.clock.now()))
    words = Paragraph((Run("I'd be cross too: ", Ink.LIBRARY), Run(f"raw dough. {fact} Ines")), Part.HEAR, "gen-h2")
    reply = counter.copy_out(shop, one, Writing((words,))).id
    undo = counter.it_is_posted(shop, reply)
    assert list(starters.rested(shop.store, shop.clock.now())) == ["gen-h2"]
    assert list(shopbook.uses(shop.store).values()) == [1]
    undo.take_back(shop)
    assert not starters.rested(shop.store, shop.clock.now()) and not shopbook.uses(shop.store)


def test_its_posted_is_said_once(at_counter: Counter) -> None:
    reply = copied(at_counter, added(at_counter))
    counter.it_is_posted(at_counter.shop, reply)
    with pytest.raises(Misuse, match="waiting to be pasted"):
        counter.it_is_posted(at_counter.shop, reply)


def test_not_now_gives_the_draft_back(at_counter: Counter) -> None:
    one = added(at_counter)
    reply = copied(at_counter, one, "Marta, come by. Ines")
    counter.take_back(at_counter.shop, reply)
    kept = drafts.load(at_counter.shop.store, one, at_counter.shop.me.id, Channel.PUBLIC)
    assert kept is not None and kept[0].plain() == "Marta, come by. Ines"
    assert outbox.of_conversation(at_counter.shop.store, one) == ()


def test_a_copied_reply_survives_a_restart(tmp_path: Path) -> None:
    at = open_counter(tmp_path / "shop")
    one = added(at)
    reply = copied(at, one)
    at.shop.close()
    again = open_counter(tmp_path / "shop", at.clock, at.world)
    assert state(again, reply) is ReplyState.COPIED
    counter.it_is_posted(again.shop, reply)
    assert stage(again.shop, one) is Stage.ANSWERED
    again.shop.close()


def test_our_own_update_is_the_ending_by_a_persons_word(at_counter: Counter) -> None:
    one = added(at_counter)
    counter.it_is_posted(at_counter.shop, copied(at_counter, one))
    counter.mark_fixed(at_counter.shop, one, FixedHow.DONE_AND_RECEIVED)
    update = copied(at_counter, one, "A new tart went out on Tuesday. Ines", purpose=Purpose.ENDING)
    assert stage(at_counter.shop, one) is Stage.FIXED
    undo = counter.it_is_posted(at_counter.shop, update, LINK)
    assert stage(at_counter.shop, one) is Stage.SHOWN
    proof = complaints.proof(at_counter.shop.store, one)
    assert proof is not None
    assert (proof.link, proof.words, proof.seen_by) == (
        LINK, "A new tart went out on Tuesday. Ines", at_counter.shop.me.id,
    )  # fmt: skip
    undo.take_back(at_counter.shop)
    assert stage(at_counter.shop, one) is Stage.FIXED


def test_asking_by_hand_counts_as_asked_once(at_counter: Counter) -> None:
    one = added(at_counter)
    counter.it_is_posted(at_counter.shop, copied(at_counter, one))
    counter.mark_fixed(at_counter.shop, one, FixedHow.THEY_TOLD_US)
    counter.it_is_posted(at_counter.shop, copied(at_counter, one, "Would you tell them? Ines", purpose=Purpose.ASK))
    assert stage(at_counter.shop, one) is Stage.ASKED


def test_a_look_says_since_when_a_person_last_knew(at_counter: Counter) -> None:
    one = added(at_counter)
    seen_at = at_counter.clock.now()
    at_counter.clock.forward(days=3)
    lookout.look(at_counter.shop, one)
    sight = passerby.sees(at_counter.shop.store, one)
    assert (sight.can_look, sight.checked_at) == (False, seen_at), "nobody has looked meanwhile"


@pytest.mark.parametrize(
    ("link", "place"),
    [
        (LINK, "yelp"),
        ("https://yelp.com/x", "yelp"),
        ("HTTPS://M.YELP.DE/x", "yelp"),
        ("https://notyelp.com/x", "web"),
        ("https://maps.app.goo.gl/abc", "google"),
        ("https://blog.example/2", "web"),
        ("ftp://yelp.com/", ""),
        ("https://[::1", ""),
        ("yelp.com", ""),
    ],
)
def test_a_link_says_where_it_was(link: str, place: str) -> None:
    assert place_of(link) == place


def test_a_copied_reply_that_a_check_finds_on_the_page_needs_no_word(at_counter: Counter) -> None:
    """Where answers can't be sent through the account, but its own posts can be read."""
    one = at_counter.hear("Ordered the lemon tart, the middle was raw. Never again.")
    reply = copied(at_counter, one, promise_at=at_counter.clock.now() + timedelta(hours=2))
    text = "Marta, that was raw and it was ours. Ines"
    there = at_counter.world.answer("facebook", at_counter.root(one), text, "by phone", is_public=True)
    at_counter.collect()
    found = outbox.by_id(at_counter.shop.store, reply)
    assert found is not None
    assert (found.state, found.remote_id) == (ReplyState.POSTED, there.id)
    assert promises.open_of(at_counter.shop.store, one) is not None
    conversation = conversations.by_id(at_counter.shop.store, one)
    assert conversation is not None and conversation.waiting_since is None
    ours = [post for post in posts.thread(at_counter.shop.store, one) if post.is_ours]
    assert [(post.remote_id, post.written_by) for post in ours] == [(there.id, "Ines")]


def test_what_was_told_and_is_found_later_stands_there_once(at_counter: Counter) -> None:
    one = at_counter.hear("Ordered the lemon tart, the middle was raw. Never again.")
    reply = copied(at_counter, one)
    counter.it_is_posted(at_counter.shop, reply)
    text = "Marta, that was raw and it was ours. Ines"
    there = at_counter.world.answer("facebook", at_counter.root(one), text, "by phone", is_public=True)
    at_counter.collect()
    ours = [post for post in posts.thread(at_counter.shop.store, one) if post.is_ours]
    assert [(post.remote_id, post.written_by) for post in ours] == [(there.id, "Ines")]


def test_a_helpers_limits_hold_and_the_owners_yes_copies_it_out(at_counter: Counter) -> None:
    shop, owner = at_counter.shop, at_counter.shop.me
    one = added(at_counter)
    tom = counter.add_person(shop, "Tom")
    counter.set_limits(shop, tom.id, Limits(30.0, False, True, True, True))
    shop.set_person(tom)
    cause = Writing.typed("Marta, raw dough is on us: it was because two trays went in together. Tom")
    with pytest.raises(Misuse, match="Ask Ines before you promise that"):
        counter.copy_out(shop, one, cause)
    asked = counter.ask(shop, one, cause)
    shop.set_person(owner)
    counter.say_yes(shop, asked.id)
    shop.set_person(tom)
    reply = counter.post_asked(shop, asked.id)
    assert reply.state is ReplyState.COPIED
    counter.it_is_posted(shop, reply.id)
    assert stage(shop, one) is Stage.ANSWERED


# --- they wrote again -------------------------------------------------------------------------------------------


def answered(at: Counter) -> str:
    one = added(at)
    counter.it_is_posted(at.shop, copied(at, one))
    return one


def theirs(at: Counter, one: str) -> list[str]:
    return [post.text for post in posts.thread(at.shop.store, one) if not post.is_ours]


def test_what_they_write_again_stands_with_the_first_and_still_broken_reopens(at_counter: Counter) -> None:
    at = at_counter
    one, again = answered(at), "Still nothing. You said Tuesday, and there was no tart again."
    counter.mark_fixed(at.shop, one, FixedHow.THEY_TOLD_US)
    before = counter.said_before(at.shop, "yelp", " marta  k.", LINK)
    assert before is not None and (before.conversation.id, before.is_same_link) == (one, True)
    at.clock.forward(hours=2)
    made = counter.add_by_hand(at.shop, heard(at, timedelta(0), text=again, goes_on=one))
    assert made.conversation == one
    assert theirs(at, one) == [WORDS, again]
    assert stage(at.shop, one) is Stage.ANSWERED, "not fixed any more"
    found = conversations.by_id(at.shop.store, one)
    assert found is not None and found.group is Group.NEEDS_ANSWER
    made.undo.take_back(at.shop)
    assert stage(at.shop, one) is Stage.FIXED
    assert theirs(at, one) == [WORDS]
    assert posts_with(at.shop.store, "still nothing") == []


def test_a_thanks_that_says_it_is_sorted_is_only_proposed_as_the_ending(at_counter: Counter) -> None:
    at = at_counter
    one = answered(at)
    at.clock.forward(hours=2)
    words = "All sorted now, they replaced the tart and it was lovely."
    counter.add_by_hand(at.shop, heard(at, timedelta(0), text=words, goes_on=one))
    found = complaints.by_id(at.shop.store, one)
    assert found is not None
    assert (found.stage, found.hint_words) == (Stage.ANSWERED, words)


def test_their_picture_and_our_answer_to_what_follows_go_with_undo(at_counter: Counter) -> None:
    at = at_counter
    one = answered(at)
    more = heard(at, timedelta(0), text="Raw again", picture=PNG, answer="So sorry, come in. Ines", goes_on=one)
    made = counter.add_by_hand(at.shop, more)
    follow = posts.thread(at.shop.store, one)[-2]
    assert pictures.of(at.shop.folder, follow.id) is not None
    assert len(posts.thread(at.shop.store, one)) == 4
    made.undo.take_back(at.shop)
    assert pictures.of(at.shop.folder, follow.id) is None
    assert len(posts.thread(at.shop.store, one)) == 2


def test_words_of_somebody_else_dont_go_on_there(at_counter: Counter) -> None:
    at = at_counter
    one = answered(at)
    made = heard(at, timedelta(0), goes_on=one)
    for other in (made._replace(name="Bob"), made._replace(place="paper", link="")):
        with pytest.raises(Misuse, match="somebody else’s words"):
            counter.add_by_hand(at.shop, other)
    assert theirs(at, one) == [WORDS]


def test_what_they_wrote_again_stays_once_it_was_answered(at_counter: Counter) -> None:
    at = at_counter
    one = answered(at)
    at.clock.forward(hours=2)
    made = counter.add_by_hand(at.shop, heard(at, timedelta(0), text="Still nothing.", goes_on=one))
    at.clock.forward(hours=1)
    counter.it_is_posted(at.shop, copied(at, one))
    with pytest.raises(Misuse, match="worked on this since"):
        made.undo.take_back(at.shop)
    assert theirs(at, one) == [WORDS, "Still nothing."]


def test_somebody_else_or_somewhere_else_said_nothing_before(at_counter: Counter) -> None:
    at = at_counter
    one = added(at)
    assert counter.said_before(at.shop, "yelp", "Omar", LINK) is None
    assert counter.said_before(at.shop, "paper", "Marta K.") is None
    assert counter.said_before(at.shop, "yelp", "") is None
    assert counter.said_before(at.shop, "yelp", "Marta K.") == (conversations.by_id(at.shop.store, one), False)
    fetched = at.hear(WORDS, "Marta K.")
    with pytest.raises(Misuse):
        counter.add_by_hand(at.shop, heard(at, goes_on=fetched))


# --- a card that says it is put right ---------------------------------------------------------------------------


def card(at: Counter, complaint: str) -> counter.Added:
    """Marta, on paper: nobody but us reads it."""
    said = counter.Heard("paper", "All put right, thank you", at.clock.now(), "marta k.", is_public=False)
    return counter.add_by_hand(at.shop, said._replace(put_right=complaint))


def test_the_complaint_of_a_name_is_the_latest_whose_ending_doesnt_show(at_counter: Counter) -> None:
    at = at_counter
    at.hear("Is the soup vegan?", "Marta K.")
    assert complaints.of_name(at.shop.store, "Marta K.") is None
    first = at.hear(WORDS, "Marta K.")
    at.clock.forward(hours=1)
    second = at.hear("The bread was mouldy. Never again.", "Marta K.")
    found = complaints.of_name(at.shop.store, "MARTA k.")
    assert found is not None and found.id == second
    counter.confirm_ending(at.shop, second, kind=ProofKind.THEIR_REPLY, link="https://quay.example/1", words="Sorted")
    found = complaints.of_name(at.shop.store, "Marta K.")
    assert found is not None and found.id == first


def test_what_they_say_on_a_card_fixes_and_ends_nothing(at_counter: Counter) -> None:
    one = at_counter.hear(WORDS)
    made = card(at_counter, one)
    found = complaints.by_id(at_counter.shop.store, one)
    assert found is not None
    assert (found.stage, found.fixed_how, found.fixed_words) == (
        Stage.FIXED, FixedHow.THEY_TOLD_US, "All put right, thank you",
    )  # fmt: skip
    assert passerby.sees(at_counter.shop.store, one).state is SightState.FIXED
    made.undo.take_back(at_counter.shop)
    assert stage(at_counter.shop, one) is Stage.NO_ANSWER
    assert conversations.by_id(at_counter.shop.store, made.conversation) is None


def test_one_left_standing_stays_so_until_our_update_shows(at_counter: Counter) -> None:
    at = at_counter
    one = at.hear(WORDS)
    counter.leave_standing(at.shop, one, StandingReason.NO_REPLY)
    card(at, one)
    found = complaints.by_id(at.shop.store, one)
    assert found is not None and (found.stage, found.fixed_how) == (Stage.STANDING, FixedHow.THEY_TOLD_US)
    at.answer(one, "Marta wrote to us at Christmas: all is well. Ines", purpose=Purpose.ENDING)
    at.clock.forward(minutes=10)
    lookout.look_due(at.shop)
    assert stage(at.shop, one) is Stage.SHOWN
