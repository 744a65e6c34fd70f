"""Facebook, Instagram and Threads through the whole shop: signed in, collected, answered once, looked at, hidden."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from desktop import accounts, collect, connecting, counter, history, lookout, looks, passerby, posts
from desktop.errors import Misuse, Refused, Unanswered
from desktop.passerby import SightState
from desktop.records import AccountState, Kind, ReplyState, Stage
from desktop.writing import Writing
from tests.desktop.connectors.little_graph import TOKEN, error
from tests.desktop.connectors.little_meta import PAGE, LittleFacebook, LittleInstagram, LittleThreads
from tests.desktop.connectors.meta_counter import RAW, SORRY, Counter
from tests.desktop.little_server import Says


@pytest.fixture(params=["facebook", "instagram", "threads"])
def at(tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Counter]:
    at = Counter(tmp_path / "shop", request.param)
    with at.server:
        at.connect()
        yield at
        at.shop.close()


def test_a_complaint_is_answered_once_and_seen_to_be_answered(at: Counter) -> None:
    one, remote_id = at.hear()
    assert at.stands(one) == (Stage.NO_ANSWER, SightState.NO_ANSWER)
    reply = at.answer(one)
    assert reply.state is ReplyState.POSTED and reply.seen_at and at.place.answers(remote_id) == [SORRY]
    assert at.stands(one) == (Stage.ANSWERED, SightState.ANSWERED)
    known = len(posts.thread(at.shop.store, one))
    at.collect()
    at.collect()
    assert len(posts.thread(at.shop.store, one)) == known == 2
    at.place.say(remote_id, "Thank you, that was quick!", "Marta K." if at.place.key == "facebook" else "marta.k")
    at.collect()
    assert [p.text for p in posts.thread(at.shop.store, one)][-1] == "Thank you, that was quick!"


@pytest.mark.parametrize("cut", [Says(cut=True), Says(b"<html>"), Says({}, 502)])
def test_a_reply_whose_answer_never_came_is_found_and_posted_once(at: Counter, cut: Says) -> None:
    one, remote_id = at.hear()
    at.graph.after = lambda asked: cut if at.place.posts_a_reply(asked) else None
    assert at.answer(one).state is ReplyState.POSTED
    assert at.place.answers(remote_id) == [SORRY]


def test_a_reply_that_never_got_there_waits_for_a_person_and_goes_once(at: Counter) -> None:
    one, remote_id = at.hear()
    at.graph.trouble = lambda asked: Says(cut=True) if at.place.posts_a_reply(asked) else None
    reply = at.answer(one)
    assert reply.state is ReplyState.UNSURE and at.place.answers(remote_id) == []
    at.graph.trouble = lambda _: None
    counter.it_isnt_send_it(at.shop, reply.id)
    assert at.deliver(reply.id).state is ReplyState.POSTED
    assert at.place.answers(remote_id) == [SORRY]


def test_what_was_deleted_there_leaves_the_board(at: Counter) -> None:
    one, remote_id = at.hear()
    at.hear("The rolls were burnt black on Sunday, nobody could eat them.")
    at.answer(one)
    at.graph.take_down(remote_id)
    at.collect()
    at.later()
    assert at.stands(one) == (Stage.TAKEN_DOWN, SightState.TAKEN_DOWN)


def test_what_merely_cannot_be_read_any_more_is_not_taken_for_gone(at: Counter) -> None:
    """Where a person was named: under a picture, on another page, in somebody's post."""
    there = at.graph
    if isinstance(there, LittleThreads):
        remote_id = there.mention(f"{RAW} @cornerbakery")
    elif isinstance(there, LittleInstagram):
        remote_id = f"tagged:{there.media(RAW, 'marta.k', 'tags')}"
    else:
        assert isinstance(there, LittleFacebook)
        inner = there.post(RAW, "Marta K.", "tagged")
        elsewhere = inner.replace(PAGE, "77")
        there.objects[elsewhere] = there.objects.pop(inner)
        there.edges[PAGE, "tagged"] = [elsewhere]
        remote_id = f"tagged:{elsewhere}"
    at.collect()
    one = posts.conversation_of(at.shop.store, at.account.id, remote_id)
    assert one
    for edge in ("tagged", "tags", "mentions"):
        for key in there.edges:
            if key[1] == edge:
                there.edges[key] = []
    del there.objects[remote_id.removeprefix("tagged:")]
    lookout.look(at.shop, one)
    at.later()
    at.later()
    assert at.stands(one)[0] is Stage.NO_ANSWER


def test_an_answer_typed_there_is_known(at: Counter) -> None:
    one, remote_id = at.hear()
    at.place.say(remote_id, "So sorry, come by!", "" if at.place.key == "facebook" else "cornerbakery")
    at.collect()
    at.later()
    assert at.stands(one) == (Stage.ANSWERED, SightState.ANSWERED)


def test_signed_out_is_told_with_the_account_and_the_reply_is_kept(at: Counter) -> None:
    one, _ = at.hear()
    at.graph.trouble = lambda _: error(190, 460, 401)
    reply = at.answer(one)
    account = accounts.by_id(at.shop.store, at.account.id)
    assert account and account.state is AccountState.NEEDS_LOGIN
    assert account.trouble.endswith("signed us out: the password was changed.")
    assert reply.state is ReplyState.WAITING


def test_nothing_secret_stands_in_the_shops_folder(at: Counter) -> None:
    one, _ = at.hear()
    at.graph.after = lambda asked: error(2, status=500) if at.place.posts_a_reply(asked) else None
    at.answer(one)
    at.graph.trouble = lambda _: error(1)
    collect.collect(at.shop, at.account.id)
    kept = b"".join(path.read_bytes() for path in at.folder.rglob("*") if path.is_file())
    assert TOKEN.encode() not in kept and b"canary" not in kept


Spoil = Callable[[Any], None]
SPOILT: list[Spoil] = [
    lambda item: item.update(created_time="yesterday", timestamp="yesterday"),
    lambda item: item.update(message=5, text=5),
    lambda item: item.update({"from": "Eve", "username": 5}),
]


@pytest.mark.parametrize("spoil", SPOILT)
def test_one_odd_comment_is_left_out_told_once_and_keeps_nobody_away(at: Counter, spoil: Spoil) -> None:
    odd = at.place.complain("Odd")
    fine = at.place.complain(RAW)
    spoil(at.graph.objects[odd])
    at.collect()
    assert posts.conversation_of(at.shop.store, at.account.id, fine)
    assert posts.conversation_of(at.shop.store, at.account.id, odd) is None
    told = connecting.gap(at.shop, at.account.id)
    assert told is not None and told[0].endswith("can’t be read and was left out.")
    at.clock.forward(hours=1)
    at.collect()
    assert connecting.gap(at.shop, at.account.id) == told


# ---- hiding ---------------------------------------------------------------------------------------------------

RUDE = "You are stupid idiots, all of you, and the girl at the till is a fat cow."


def abusive(at: Counter) -> tuple[str, str]:
    one, remote_id = at.hear(RUDE)
    counter.set_kind(at.shop, one, Kind.ABUSIVE)
    return one, remote_id


def is_hidden_there(at: Counter, remote_id: str) -> bool:
    item = at.graph.objects[remote_id]
    return bool(item.get("is_hidden") or item.get("hidden") or item.get("hide_status") == "HIDDEN")


def test_abuse_is_hidden_from_everybody_else_and_shown_again(at: Counter) -> None:
    one, remote_id = abusive(at)
    undo = counter.hide(at.shop, one)
    assert is_hidden_there(at, remote_id)
    assert passerby.sees(at.shop.store, one).state is SightState.HIDDEN
    with pytest.raises(Misuse, match="You hid this"):
        counter.post(at.shop, one, Writing.typed(SORRY))
    at.later()
    at.collect()
    lookout.look(at.shop, one)
    look = looks.last(at.shop.store, one)
    assert look is not None and look.next_at is None  # nothing to find out
    assert passerby.sees(at.shop.store, one).state is SightState.HIDDEN
    assert undo.lane == "outbox"
    undo.take_back(at.shop)
    assert not is_hidden_there(at, remote_id)
    assert passerby.sees(at.shop.store, one).state is SightState.NO_ANSWER
    at.collect()
    assert at.answer(one).state is ReplyState.POSTED
    counter.hide(at.shop, one)
    counter.show_again(at.shop, one)
    told = [event.kind for event in history.of(at.shop.store, one) if event.kind in ("hidden", "shown_again")]
    assert told == ["hidden", "shown_again"] * 2


def test_a_complaint_is_never_hidden(at: Counter) -> None:
    one, remote_id = at.hear()
    with pytest.raises(Misuse, match=r"^Only abuse is hidden, never a complaint\."):
        counter.hide(at.shop, one)
    assert not is_hidden_there(at, remote_id)


def test_hiding_that_fails_changes_nothing_and_may_be_done_again(at: Counter) -> None:
    one, remote_id = abusive(at)
    for says, kind in ((error(200, status=403), Refused), (Says(cut=True), Unanswered)):
        at.graph.trouble = lambda asked, says=says: says if asked.method == "POST" else None  # type: ignore[misc]
        with pytest.raises(kind):
            counter.hide(at.shop, one)
        assert passerby.sees(at.shop.store, one).state is SightState.NO_ANSWER
    at.graph.trouble = lambda _: None
    counter.hide(at.shop, one)
    assert is_hidden_there(at, remote_id)
