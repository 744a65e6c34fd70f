"""What comes in is sorted into conversations, judged, and stored once."""

from __future__ import annotations

from datetime import timedelta

import pytest

from desktop import accounts, collect, complaints, conversations, inbox, posts, shopbook
from desktop.errors import Misuse
from desktop.records import Author, Batch, Channel, Group, Kind, RemotePost
from tests.fixtures_shop import Counter, posts_with


def test_a_mention_becomes_a_conversation_with_a_guessed_kind_and_its_reason(at_counter: Counter) -> None:
    one = conversations.by_id(
        at_counter.shop.store, at_counter.hear("Do you have gluten free bread on Sundays?")
    )
    assert one
    assert (one.kind, one.kind_is_guess, one.group) == (Kind.QUESTION, True, Group.NEEDS_ANSWER)
    assert one.kind_reason


def test_collecting_twice_brings_nothing_twice(at_counter: Counter) -> None:
    at_counter.hear("Where is my cake?")
    again = at_counter.collect()
    assert (again.new, again.changed) == (0, 0)
    assert len(posts_with(at_counter.shop.store, "cake")) == 1


def test_how_far_we_have_come_is_kept_with_what_came_or_not_at_all(at_counter: Counter) -> None:
    shop, account = at_counter.shop, at_counter.account
    said = RemotePost("said-1", Author("practice.facebook", "t", "t", "T"), "Where is it?", at_counter.clock.now())
    collect.take(shop, account, Batch((said,), {"notes": "7", "own": "3"}))
    collect.take(shop, account, Batch((), {"notes": "8"}))
    kept = accounts.cursors(shop.store, account.id)
    assert (kept["notes"], kept["own"]) == ("8", "3")
    with pytest.raises(Misuse), shop.store.writing():
        collect.take(shop, account, Batch((said._replace(remote_id="said-2"),), {"notes": "9"}))
        raise Misuse("the computer stops here")
    assert accounts.cursors(shop.store, account.id)["notes"] == "8"
    assert posts.conversation_of(shop.store, account.id, "said-2") is None


def test_one_persons_thread_is_one_conversation_and_a_bystander_begins_their_own(at_counter: Counter) -> None:
    one = at_counter.hear("Where is my cake?")
    root = at_counter.root(one)
    more = at_counter.world.post_as("facebook", "Marta K.", "Hello?", parent=root)
    other = at_counter.world.post_as("facebook", "Gus", "Same here, mine never came", parent=root)
    at_counter.collect()
    assert at_counter.conversation_of(more) == one
    assert at_counter.conversation_of(other) != one


def test_our_own_posts_and_plain_shares_never_become_work(at_counter: Counter) -> None:
    us = Author("practice.facebook", "us", "cornershop", "Corner Shop")
    them = Author("practice.facebook", "t", "t", "T")
    now = at_counter.clock.now()
    own = RemotePost("own-1", us, "Fresh rye today", now, is_ours=True)
    share = RemotePost("share-1", them, "", now, is_share=True)
    collect.take(at_counter.shop, at_counter.account, Batch((own, share)))
    assert inbox.badge(at_counter.shop.store) == 0
    assert posts.conversation_of(at_counter.shop.store, at_counter.account.id, "share-1") is None


def test_an_answer_typed_on_a_phone_is_known_and_nothing_waits_any_more(at_counter: Counter) -> None:
    one = at_counter.hear("Where is my cake?")
    at_counter.clock.forward(minutes=1)
    at_counter.world.post_ours_elsewhere("facebook", at_counter.root(one), "It left at nine. Priya")
    at_counter.collect()
    found = conversations.by_id(at_counter.shop.store, one)
    assert found and found.group is Group.WAITING


def test_an_edit_keeps_the_earlier_words(at_counter: Counter) -> None:
    one = at_counter.hear("The base was raw dough.", stars=1)
    at_counter.clock.forward(hours=1)
    at_counter.world.edit_as(
        at_counter.root(one), "The base was raw dough. Update: they remade it, all sorted now.", 4
    )
    at_counter.collect()
    post = posts.thread(at_counter.shop.store, one)[0]
    assert [(v.text, v.stars) for v in posts.versions(at_counter.shop.store, post.id)] == [
        ("The base was raw dough.", 1)
    ]
    found = complaints.by_id(at_counter.shop.store, one)
    assert found and found.hint_words.startswith("Update: they remade it")
    assert len(posts_with(at_counter.shop.store, "remade")) == 1


def test_trouble_stays_with_the_account_and_nothing_is_lost(at_counter: Counter) -> None:
    at_counter.world.fault("slow_down")
    result = collect.collect(at_counter.shop, at_counter.account.id)
    account = accounts.by_id(at_counter.shop.store, at_counter.account.id)
    assert result.trouble and account and account.trouble
    assert account.retry_at == at_counter.clock.now() + timedelta(seconds=60)
    at_counter.hear("Where is my cake?")
    account = accounts.by_id(at_counter.shop.store, at_counter.account.id)
    assert account and account.trouble == "" and account.checked_at == at_counter.clock.now()


def test_stopping_between_pages_loses_and_doubles_nothing(at_counter: Counter) -> None:
    for count in range(95):
        at_counter.world.post_as("facebook", f"P{count}", f"Where is order {count}?")
    collect.collect(at_counter.shop, at_counter.account.id, cancelled=lambda: True)
    first = inbox.badge(at_counter.shop.store)
    assert 0 < first < 95
    at_counter.collect()
    assert inbox.badge(at_counter.shop.store) == 95


def test_the_inbox_is_due_first(at_counter: Counter) -> None:
    with at_counter.shop.store.writing():
        shopbook.put_hours(at_counter.shop.store, [(day, "07:00", "16:00") for day in range(7)])
    said = {
        "praise": "The woman in the red scarf remembered my name. Lovely, thank you.",
        "question": "Is the seeded rye vegan?",
        "complaint": "Charged twice for one loaf and nobody answers my mails.",
        "serious": "My son had an allergic reaction to the nut-free cake, we are in hospital.",
        "now": "Outside for the 8 o'clock class and the door is locked. Anyone?",
    }
    ids = {}
    for name, text in said.items():
        ids[at_counter.hear(text, who=name)] = name
        at_counter.clock.forward(minutes=1)
    rids = inbox.rids(at_counter.shop.store, Group.NEEDS_ANSWER, inbox.Filter())
    rows = inbox.page(at_counter.shop.store, rids, at_counter.shop.me.id, at_counter.clock.now())
    assert [ids[row.id] for row in rows] == ["serious", "now", "complaint", "question", "praise"]
    assert [row.state for row in rows][:2] == ["serious", "happening"]


def test_the_kept_counts_are_what_counting_finds(at_counter: Counter) -> None:
    for count in range(7):
        one = at_counter.hear(f"Where is order {count}?", who=f"P{count}", is_public=count % 2 == 0)
        if count > 3:
            channel = Channel.PUBLIC if count % 2 == 0 else Channel.PRIVATE
            at_counter.answer(one, f"On its way, order {count}. Ines", channel)
    store = at_counter.shop.store
    kept = {(r["grp"], r["is_public"]): r["n"] for r in store.rows("select * from tallies where n <> 0")}
    counted = {
        (r["grp"], r["is_public"]): r["n"]
        for r in store.rows("select grp, is_public, count(*) as n from conversations group by grp, is_public")
    }
    assert kept == counted


def test_search_finds_begun_words_accents_and_unspaced_languages(at_counter: Counter) -> None:
    at_counter.hear("Über eine Stunde gewartet", who="A")
    at_counter.hear("店員の態度が悪い", who="B")
    assert [p.author_name for p in posts_with(at_counter.shop.store, "uber stun")] == ["A"]
    assert [p.author_name for p in posts_with(at_counter.shop.store, "態度")] == ["B"]
    assert posts_with(at_counter.shop.store, '" OR * NEAR(') == []


def test_ten_megabytes_of_somebodys_words_are_stored_and_judged_quickly(at_counter: Counter) -> None:
    them = Author("practice.facebook", "t", "t", "T")
    huge = RemotePost("huge", them, "still waiting " * 700_000, at_counter.clock.now())
    taken = collect.take(at_counter.shop, at_counter.account, Batch((huge,)))
    assert taken.new == 1
    row = inbox.page(
        at_counter.shop.store,
        inbox.rids(at_counter.shop.store, Group.NEEDS_ANSWER, inbox.Filter()),
        "",
        at_counter.clock.now(),
    )[0]
    assert len(row.excerpt) < 1000


def test_a_bystander_in_a_thread_we_read_is_nobodys_work_until_they_speak_to_us(at_counter: Counter) -> None:
    one = at_counter.hear("Where is my cake?")
    root, shop, account = at_counter.root(one), at_counter.shop, at_counter.account
    gus = Author("practice.facebook", "gus", "gus", "Gus")
    now = at_counter.clock.now()
    aside = RemotePost("aside", gus, "Oh no, how awful", now, parent_remote_id=root)
    collect.take(shop, account, Batch((aside,)), to_us=False)
    assert posts.conversation_of(shop.store, account.id, "aside") == one
    assert inbox.badge(shop.store) == 1
    collect.take(shop, account, Batch((aside,)))
    assert posts.conversation_of(shop.store, account.id, "aside") != one
    assert inbox.badge(shop.store) == 2


def test_what_a_mention_answers_is_kept_and_only_its_own_writer_begins_there(at_counter: Counter) -> None:
    from desktop import sorting

    marta, gus = (Author("practice.facebook", name, name, name) for name in ("marta", "gus"))
    now = at_counter.clock.now()
    first = RemotePost("first", gus, "Which bakery do you like?", now)
    tart = RemotePost("tart", marta, "Not this one, the tart was raw", now, parent_remote_id="first")
    mention = RemotePost("mention", marta, "@shop have a look", now, parent_remote_id="tart")
    found = sorting.sort_out(at_counter.shop.store, at_counter.account, [mention], [first, tart], to_us=True)
    conversation = conversations.conversation_id(posts.post_id(at_counter.account, tart))
    assert [c for _, c in found.pairs] == ["", conversation, conversation]
    assert found.starts == {conversation: tart}
