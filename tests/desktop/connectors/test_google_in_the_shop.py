"""Google through the whole shop: signed in, collected, answered, looked at, turned down, answered again."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, timedelta
from pathlib import Path

import pytest

from desktop import (
    accounts,
    collect,
    complaints,
    connecting,
    conversations,
    counter,
    deliver,
    history,
    inbox,
    lookout,
    outbox,
    passerby,
    posts,
)
from desktop.clock import SetClock
from desktop.connectors.google import Google
from desktop.pace import Pace
from desktop.passerby import SightState
from desktop.records import Channel, FixedHow, Group, Purpose, Reply, ReplyState, Stage
from desktop.shop import Shop
from desktop.vault import SessionVault
from desktop.web import Web
from desktop.writing import Writing
from tests.desktop.connectors.google_stand_in import FIRST, GoogleStandIn
from tests.desktop.little_server import LittleServer, Says
from ui import telling, words
from ui.conversation import facts
from ui.conversation.desk import eye_line
from ui.conversation.items import ReplyItem, thread_items

RAW = "Ordered the lemon tart for my mum's 70th and the middle was raw dough. Never again."
SORRY = "That was ours, Marta. Ring 0800 1 and I'm baking you another today. Ines"


class Counter:
    """A shop with one Google account at a stand-in, and short cuts."""

    def __init__(self, folder: Path) -> None:
        self.google = GoogleStandIn()
        self.server = LittleServer()
        self.server.answer = self.google
        self.clock = SetClock(FIRST, UTC)
        self.shop = Shop.open(folder, clock=self.clock, vault=SessionVault(), web=self._web)
        self.shop.found_with("Quay Bakery", "Ines")

    @staticmethod
    def _web() -> Web:
        return Web(connect_s=2, read_s=0.5, pace=Pace())

    def connect(self) -> None:
        fields = {"client_id": "client-id-1", "client_secret": "client-secret-1", "refresh": "refresh-1"}
        signed = Google.sign_in({**fields, "base": self.server.url}, self.shop.web())
        self.account = connecting.finish(self.shop, "google", signed)

    def hear(self, words: str, stars: str = "TWO") -> tuple[str, str]:
        """Somebody leaves a review, we collect; (the conversation, the review's name)."""
        name = self.google.write(words, stars)
        self.clock.forward(minutes=5)
        self.collect()
        conversation = posts.conversation_of(self.shop.store, self.account.id, name)
        assert conversation
        return conversation, name

    def collect(self) -> None:
        result = collect.collect(self.shop, self.account.id)
        assert result.trouble is None, result.trouble

    def answer(self, conversation: str, text: str, **more: Purpose) -> Reply:
        reply = counter.post(self.shop, conversation, Writing.typed(text), channel=Channel.PUBLIC, **more)
        self.clock.forward(seconds=11)
        self.google.now = self.clock.now()
        deliver.deliver_due(self.shop)
        return self.reply(reply.id)

    def reply(self, reply: str) -> Reply:
        found = outbox.by_id(self.shop.store, reply)
        assert found
        return found

    def later(self) -> None:
        self.clock.forward(hours=2)
        lookout.look_due(self.shop)

    def stands(self, conversation: str) -> tuple[Group, Stage, SightState]:
        one = conversations.by_id(self.shop.store, conversation)
        complaint = complaints.by_id(self.shop.store, conversation)
        assert one and complaint
        return one.group, complaint.stage, passerby.sees(self.shop.store, conversation).state


@pytest.fixture
def at(tmp_path: Path) -> Iterator[Counter]:
    at = Counter(tmp_path / "shop")
    with at.server:
        at.connect()
        yield at
        at.shop.close()


def test_a_reply_counts_only_once_google_has_approved_it(at: Counter) -> None:
    one, name = at.hear(RAW)
    assert at.stands(one) == (Group.NEEDS_ANSWER, Stage.NO_ANSWER, SightState.NO_ANSWER)
    reply = at.answer(one, SORRY)
    assert (reply.state, reply.remote_id, reply.seen_at) == (ReplyState.POSTED, f"{name}/reply", None)
    assert at.stands(one) == (Group.WAITING, Stage.NO_ANSWER, SightState.PENDING)
    at.later()
    assert at.stands(one)[1] is Stage.NO_ANSWER
    at.google.judge(name, "APPROVED")
    at.later()
    assert at.stands(one) == (Group.WAITING, Stage.ANSWERED, SightState.ANSWERED)
    assert at.reply(reply.id).seen_at


def test_a_reply_that_google_turns_down_waits_for_a_person_again(at: Counter) -> None:
    one, name = at.hear(RAW)
    reply = at.answer(one, SORRY)
    at.google.judge(name, "REJECTED", "PERSONAL_INFORMATION")
    at.later()
    refused = at.reply(reply.id)
    assert refused.state is ReplyState.REFUSED
    said = words.reply_state(refused, "Google", at.clock).text
    assert said == (
        "Google turned this down: it thinks there's something private in it, such as a phone number."
    )
    assert at.stands(one) == (Group.NEEDS_ANSWER, Stage.NO_ANSWER, SightState.NO_ANSWER)
    (card,) = complaints.in_stage(at.shop.store, Stage.NO_ANSWER)
    assert card.refused_reply and not card.pending_reply
    waiting = conversations.by_id(at.shop.store, one)
    assert waiting and waiting.waiting_since == waiting.first_at
    (row,) = inbox.page(at.shop.store, inbox.rids(
        at.shop.store, Group.NEEDS_ANSWER, inbox.Filter()
    ), at.shop.me.id, at.clock.now())  # fmt: skip
    assert row.state == "reply_refused"
    told = [telling.told(event, {}) for event in history.of(at.shop.store, one)]
    assert ("The place looked at your answer and won’t show it", "warn") in told
    at.later()  # the same again changes nothing
    assert [event.kind for event in history.of(at.shop.store, one)].count("turned_down") == 1


def test_what_was_turned_down_is_written_anew_and_then_shows(at: Counter) -> None:
    one, name = at.hear(RAW)
    first = at.answer(one, SORRY)
    at.google.judge(name, "REJECTED", "PERSONAL_INFORMATION")
    at.later()
    counter.take_back(at.shop, first.id)
    second = at.answer(one, "That was ours, Marta. I'm baking you another today. Ines")
    assert (second.state, second.remote_id) == (ReplyState.POSTED, first.remote_id)
    assert at.stands(one) == (Group.WAITING, Stage.NO_ANSWER, SightState.PENDING)
    at.google.judge(name, "APPROVED")
    at.later()
    assert at.stands(one) == (Group.WAITING, Stage.ANSWERED, SightState.ANSWERED)
    assert at.reply(first.id).state is ReplyState.TAKEN_BACK


def test_of_two_answers_in_one_place_only_the_newer_one_is_turned_down(at: Counter) -> None:
    one, name = at.hear(RAW)
    first = at.answer(one, "That was ours, Marta. I'm looking into it. Ines")
    at.google.judge(name, "APPROVED")
    at.later()
    second = at.answer(one, SORRY)
    at.google.judge(name, "REJECTED")
    at.later()
    at.later()
    assert (at.reply(first.id).state, at.reply(second.id).state) == (ReplyState.POSTED, ReplyState.REFUSED)
    assert at.reply(second.id).trouble == "It doesn’t say why."
    talk = conversations.by_id(at.shop.store, one)
    assert talk
    replies, thread = outbox.of_conversation(at.shop.store, one), posts.thread(at.shop.store, one)
    shown = [item for item in thread_items(talk, thread, replies, (), (), at.clock, {}) if isinstance(item, ReplyItem)]
    assert [item.reply.id for item in shown] == [second.id]  # with what a person can do about it
    assert at.stands(one) == (Group.NEEDS_ANSWER, Stage.NO_ANSWER, SightState.NO_ANSWER)


def test_who_writes_knows_that_google_looks_first_and_keeps_one_answer(at: Counter) -> None:
    one, name = at.hear(RAW)
    slow = " Google checks replies first, so it may take a few minutes to show."
    assert _eye_line(at, one) == f"Once posted, a passer-by sees a complaint and your answer.{slow}"
    at.google.state = "APPROVED"
    at.answer(one, "That was ours, Marta. I'm looking into it. Ines")
    assert _eye_line(at, one).endswith(f" This answer takes the place of the one before.{slow}")
    assert at.google.reviews[name]["reviewReply"]["comment"].startswith("That was ours")


def _eye_line(at: Counter, conversation: str) -> str:
    known = facts.read(at.shop, conversation)
    assert known
    return "".join(eye_line(known))


def test_an_ask_that_was_turned_down_may_be_made_again(at: Counter) -> None:
    one, name = at.hear(RAW)
    at.google.state = "APPROVED"
    at.answer(one, "That was ours, Marta. I'm baking you another today. Ines")
    at.google.rewrite(name, f"{RAW} Edit: they called and it's all sorted now, thank you!", "FIVE")
    at.clock.forward(minutes=5)
    at.collect()
    counter.mark_fixed(at.shop, one, FixedHow.THEY_TOLD_US)
    at.google.state = "PENDING"
    at.answer(one, "Would you say in your review how it ended, Marta? Ines", purpose=Purpose.ASK)
    assert at.stands(one)[1] is Stage.ASKED
    at.google.judge(name, "REJECTED", "FAKE_ENGAGEMENT")
    at.later()
    complaint = complaints.by_id(at.shop.store, one)
    assert complaint and complaint.stage is Stage.FIXED
    assert complaints.may_ask(complaint)


def test_an_answer_typed_at_google_is_known_and_a_rejected_one_is_no_answer(at: Counter) -> None:
    one, name = at.hear(RAW)
    said = {"comment": "Sorry! Tom", "updateTime": "2026-11-01T10:00:00Z", "reviewReplyState": "REJECTED"}
    at.google.reviews[name]["reviewReply"] = said
    at.collect()
    assert at.stands(one)[0] is Group.NEEDS_ANSWER
    at.google.judge(name, "APPROVED")
    at.collect()
    at.later()
    assert at.stands(one) == (Group.WAITING, Stage.ANSWERED, SightState.ANSWERED)


def test_a_review_that_is_made_worse_waits_again_with_its_earlier_words_kept(at: Counter) -> None:
    at.google.state = "APPROVED"
    one, name = at.hear(RAW)
    at.answer(one, SORRY)
    assert at.stands(one)[:2] == (Group.WAITING, Stage.ANSWERED)
    at.google.rewrite(name, f"{RAW} Edit: the second one was burnt. Still waiting for a refund.", "ONE")
    at.clock.forward(minutes=5)
    at.collect()
    found = conversations.by_id(at.shop.store, one)
    assert found and (found.group, found.stars) == (Group.NEEDS_ANSWER, 1)
    root = posts.by_id(at.shop.store, found.root_post)
    assert root and [version.text for version in posts.versions(at.shop.store, root.id)] == [RAW]


def test_what_was_turned_down_may_show_after_all_or_be_answered_at_google(at: Counter) -> None:
    one, name = at.hear(RAW)
    reply = at.answer(one, SORRY)
    at.google.judge(name, "REJECTED", "OFF_TOPIC")
    at.later()
    assert at.reply(reply.id).state is ReplyState.REFUSED
    at.google.judge(name, "APPROVED")
    at.collect()
    at.later()
    assert at.reply(reply.id).state is ReplyState.POSTED
    assert at.stands(one) == (Group.WAITING, Stage.ANSWERED, SightState.ANSWERED)
    at.google.judge(name, "REJECTED")
    at.clock.forward(days=2)
    at.later()
    assert at.stands(one)[0] is Group.NEEDS_ANSWER
    said = {"comment": "Sorry! Tom", "updateTime": "2026-11-05T10:00:00Z", "reviewReplyState": "APPROVED"}
    at.google.reviews[name]["reviewReply"] = said
    at.collect()
    at.later()
    assert at.stands(one) == (Group.WAITING, Stage.ANSWERED, SightState.ANSWERED)
    assert at.reply(reply.id).state is ReplyState.REFUSED  # ours was another one
    assert [post.text for post in posts.thread(at.shop.store, one)] == [RAW, "Sorry! Tom"]


@pytest.mark.parametrize("cut", [Says(cut=True), Says(b"<html>"), Says({}, 502)])
def test_a_reply_whose_answer_never_came_is_found_and_posted_once(at: Counter, cut: Says) -> None:
    one, _ = at.hear(RAW)
    at.google.after["PUT", "/reply"] = cut
    reply = at.answer(one, SORRY)
    assert reply.state is ReplyState.POSTED
    assert sum(asked.method == "PUT" for asked in at.server.asked) == 1


def test_a_reply_that_never_got_there_stays_unsure_until_a_person_says(at: Counter) -> None:
    one, _ = at.hear(RAW)
    at.google.says["PUT", "/reply"] = Says(cut=True)
    reply = at.answer(one, SORRY)
    assert reply.state is ReplyState.UNSURE
    at.google.says.clear()
    counter.it_isnt_send_it(at.shop, reply.id)
    at.clock.forward(seconds=11)
    at.google.now = at.clock.now()
    deliver.deliver_due(at.shop)
    assert at.reply(reply.id).state is ReplyState.POSTED


def test_a_review_that_was_taken_down_leaves_the_board(at: Counter) -> None:
    one, name = at.hear(RAW)
    at.hear("Lovely bread, as always.", "FIVE")
    del at.google.reviews[name]
    at.clock.forward(minutes=10)
    at.collect()
    assert at.stands(one)[1:] == (Stage.TAKEN_DOWN, SightState.TAKEN_DOWN)
    asked = len(at.server.asked)
    at.collect()
    assert len(at.server.asked) == asked + 1  # found out once


def test_stars_alone_make_a_conversation(at: Counter) -> None:
    one, _ = at.hear("", "ONE")
    found = conversations.by_id(at.shop.store, one)
    assert found and (found.stars, found.kind_reason) == (1, "because: 1 star")
    assert words.only_stars(found.stars) == "Only stars, no words."
    assert at.answer(one, "What went wrong? Ring us or come by, we'd like to hear. Ines").state is ReplyState.POSTED


def test_nothing_secret_stands_in_the_shops_folder(at: Counter) -> None:
    one, _ = at.hear(RAW)
    at.google.tokens = set()  # the token is renewed on the way
    at.answer(one, SORRY)
    at.google.tokens, at.google.refresh = set(), "another"
    collect.collect(at.shop, at.account.id)
    lost = accounts.by_id(at.shop.store, at.account.id)
    assert lost and lost.state == "needs_login" and lost.trouble.startswith("Google signed us out.")
    secrets = at.shop.vault.load(at.account.id)
    assert set(secrets) == {"token", "refresh", "until", "client_secret"}
    for path in at.shop.folder.rglob("*"):
        if path.is_file():
            content = path.read_bytes()
            assert not [one for one in ("refresh-1", "client-secret-1", "token-") if one.encode() in content], path
    assert at.clock.now() - FIRST < timedelta(days=1)
