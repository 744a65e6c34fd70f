"""The YouTube connector against a stand-in that keeps comments, recordings, and YouTube's discovery document."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from desktop.connectors import Counted, SignedIn, tariff
from desktop.connectors.youtube import YouTube
from desktop.connectors.youtube_comments import Reader, Thread, thread_of
from desktop.connectors.youtube_quota import Quota
from desktop.errors import (
    Garbled,
    Gone,
    LoginExpired,
    Misuse,
    NoRights,
    Offline,
    Refused,
    ShopError,
    SlowDown,
    Unanswered,
)
from desktop.pace import Pace
from desktop.records import Account, Batch, Post, RemotePost, Source, Stranger
from desktop.web import Web
from tests.desktop.connectors.conftest import stored
from tests.desktop.connectors.contract import ConnectorContract
from tests.desktop.connectors.discovery import Discovery
from tests.desktop.connectors.test_google import _with
from tests.desktop.connectors.test_mastodon import WRONG, every_place
from tests.desktop.connectors.test_mastodon_sign_in import come_back
from tests.desktop.connectors.troubles import CANARY, Troubled
from tests.desktop.connectors.youtube_stand_in import OUR, YouTubeStandIn, no
from tests.desktop.little_server import Asked, LittleServer, Says

KEYS = {"token": "token-1", "refresh": "refresh-1", "until": "9999999999", "client_secret": "client-secret-1"}
NOON = datetime(2026, 11, 3, 20, 0, tzinfo=UTC)  # in California
READER = Reader(OUR)


class TestYouTubeKeepsTheContract(ConnectorContract):
    connector = YouTube


class TestYouTubeInTrouble(Troubled):
    place = "YouTube"

    def connected(self, url: str, web: Web) -> YouTube:
        account = Account("y1", "youtube", "@quaybakery", "Quay Bakery", "", OUR, facts={"base": url})
        keys = dict.fromkeys(("token", "refresh", "client_secret"), CANARY)
        return YouTube(account, {**keys, "until": "9999999999"}, web)

    def parent(self) -> Post:
        tube = YouTubeStandIn()
        return stored(READER.written(tube.comments[tube.write("Raw tart.")]))

    def is_reply(self, asked: Asked) -> bool:
        return asked.method == "POST" and asked.path.endswith("/comments")

    def good(self, asked: Asked) -> Says:
        return Says({"error": "invalid_grant"}, 400) if asked.path == "/token" else Says({})


@pytest.fixture
def stand_in() -> YouTubeStandIn:
    return YouTubeStandIn()


@pytest.fixture
def server(stand_in: YouTubeStandIn) -> Iterator[LittleServer]:
    with LittleServer() as server:
        server.answer = stand_in
        yield server


def connected(server: LittleServer, web: Web, meter: Counted | None = None, **keys: str) -> YouTube:
    facts = {"client_id": "client-id-1", "base": server.url}
    account = Account("y1", "youtube", "@quaybakery", "Quay Bakery", "", OUR, facts=facts)
    return YouTube(account, {**KEYS, **keys}, web, meter)


def fetched(youtube: YouTube, cursors: Mapping[str, str]) -> tuple[list[Batch], dict[str, str]]:
    batches, now = list(youtube.fetch(cursors)), dict(cursors)
    for batch in batches:
        now |= batch.cursors
    return batches, now


def texts(batches: list[Batch]) -> list[str]:
    return [post.text for batch in batches for post in batch.posts]


def the_post(youtube: YouTube, remote_id: str) -> Post:
    return _stored(next(post for post in youtube.thread(remote_id) if post.remote_id == remote_id))


def _stored(post: RemotePost) -> Post:
    return stored(post)._replace(url=post.url)


# ---- reading -----------------------------------------------------------------------------------------


def test_a_comment_is_read_in_full(stand_in: YouTubeStandIn, server: LittleServer, web: Web) -> None:
    key = stand_in.write("The tart was raw <3")
    (batch, last) = fetched(connected(server, web), {})[0]
    (post,) = batch.posts
    assert (post.remote_id, post.text, post.source) == (key, "The tart was raw <3", Source.COMMENT)
    assert post.posted_at == datetime(2026, 11, 1, 9, 1, tzinfo=UTC)
    assert post.url == f"https://www.youtube.com/watch?v=V1&lc={key}"
    assert (post.author.key, post.author.handle, post.author.name) == ("UC-marta", "@marta", "@marta")
    assert (post.is_public, post.is_ours, post.edited_at, post.parent_remote_id) == (True, False, None, "")
    assert batch.cursors == {"comments": "2026-11-01T09:01:00+00:00"}
    assert last.cursors == {"replies": "{}", "unread": "0"}
    assert server.asked[0].query["textFormat"] == ["plainText"]


def test_our_own_answers_are_known_and_whom_a_reply_names_is_whom_it_answers(
    stand_in: YouTubeStandIn, server: LittleServer, web: Web
) -> None:
    top = stand_in.write("Raw tart.")
    bob = stand_in.write("Same here!", "@bob", top)
    ours = stand_in._add("@Bob we are sorry", "@quaybakery", OUR, top)
    back = stand_in.write("@quaybakery thanks", "@bob", top)
    posts = connected(server, web).thread(bob)
    assert [(post.remote_id, post.parent_remote_id, post.is_ours) for post in posts] == [
        (top, "", False),
        (bob, top, False),
        (ours, bob, True),
        (back, ours, False),
    ]
    assert {post.root_remote_id for post in posts} == {top}


def test_the_first_fetch_brings_the_newest_thousand_oldest_first(
    stand_in: YouTubeStandIn, server: LittleServer, web: Web
) -> None:
    stand_in.page = 2
    for number in range(1, 26):
        stand_in.write(f"Comment {number}")
    batches, cursors = fetched(connected(server, web), {})
    assert texts(batches) == [f"Comment {number}" for number in range(6, 26)]  # ten pages
    before = len(server.asked)
    again, same = fetched(connected(server, web), cursors)
    assert same == cursors
    assert len(texts(again)) == 4 and len(server.asked) - before == 2  # the watched pages
    for number in range(26, 36):
        stand_in.write(f"Comment {number}")
    batches, _ = fetched(connected(server, web), cursors)
    assert texts(batches)[-10:] == [f"Comment {number}" for number in range(26, 36)]


def test_all_replies_come_and_are_asked_for_again_only_when_their_number_changed(
    stand_in: YouTubeStandIn, server: LittleServer, web: Web
) -> None:
    top = stand_in.write("Raw tart.")
    for number in range(5):
        stand_in.write(f"Reply {number}", "@bob", top)
    youtube = connected(server, web)
    batches, cursors = fetched(youtube, {})
    assert texts(batches) == ["Raw tart.", *(f"Reply {number}" for number in range(5))]
    assert json.loads(cursors["replies"]) == {top: 5}
    before = len(server.asked)
    fetched(youtube, cursors)
    assert len(server.asked) - before == 1
    stand_in.write("Reply 5", "@bob", top)
    assert "Reply 5" in texts(fetched(youtube, cursors)[0])


def test_a_fetch_that_breaks_brings_what_came_and_moves_nothing(
    stand_in: YouTubeStandIn, server: LittleServer, web: Web
) -> None:
    youtube = connected(server, web)
    stand_in.write("Comment 1")
    _, cursors = fetched(youtube, {})
    stand_in.page = 2
    for number in range(2, 10):
        stand_in.write(f"Comment {number}")
    server.answer = lambda asked: Says(b"<html>") if "4" in asked.query.get("pageToken", []) else stand_in(asked)
    broken = youtube.fetch(cursors)
    first = [next(broken), next(broken)]
    assert texts(first) == ["Comment 6", "Comment 7", "Comment 8", "Comment 9"]
    assert all(not batch.cursors for batch in first)
    with pytest.raises(Garbled):
        next(broken)
    server.answer = stand_in
    assert set(texts(fetched(youtube, cursors)[0])) == {f"Comment {number}" for number in range(1, 10)}


def test_one_comment_that_makes_no_sense_is_left_out_and_told_once(
    stand_in: YouTubeStandIn, server: LittleServer, web: Web
) -> None:
    stand_in.write("Good")
    stand_in.comments[stand_in.write("Odd")]["snippet"]["publishedAt"] = "yesterday"
    top = stand_in.write("Better")
    stand_in.comments[stand_in.write("Odd too", "@bob", top)]["snippet"]["textDisplay"] = 7
    youtube = connected(server, web)
    batches, cursors = fetched(youtube, {})
    assert texts(batches) == ["Good", "Better"]
    assert batches[-1].gap == "2 of the newest comments can't be read and were left out."
    assert fetched(youtube, cursors)[0][-1].gap == ""


def test_a_cursor_that_was_spoiled_does_no_harm(stand_in: YouTubeStandIn, server: LittleServer, web: Web) -> None:
    stand_in.write("Good")
    for spoiled in ("{", "[]", '{"Ug1": "x"}', "null"):
        assert texts(fetched(connected(server, web), {"replies": spoiled})[0]) == ["Good"]


def test_a_channel_without_comments_is_well(server: LittleServer, web: Web) -> None:
    batches, cursors = fetched(connected(server, web), {})
    assert texts(batches) == []
    assert fetched(connected(server, web), cursors)[1] == cursors


def test_what_still_exists_is_asked_in_one_go(stand_in: YouTubeStandIn, server: LittleServer, web: Web) -> None:
    keys = tuple(stand_in.write(f"Comment {number}") for number in range(60))
    del stand_in.comments[keys[7]]
    assert connected(server, web).still_there((*keys, "../x")) == set(keys) - {keys[7]}
    assert len(server.asked) == 2
    assert connected(server, web).still_there(()) == frozenset()


def test_a_passer_by_sees_what_is_published(stand_in: YouTubeStandIn, server: LittleServer, web: Web) -> None:
    top, youtube = stand_in.write("Raw tart."), connected(server, web)
    stand_in.new_state = "heldForReview"
    sent = youtube.reply(the_post(youtube, top), "We're sorry.", "key-1")
    assert [post.text for post in youtube.thread(top)] == ["Raw tart.", "We're sorry."]
    assert (_seen(youtube, top).sees(top), _seen(youtube, top).sees(sent.remote_id)) == (True, False)
    for state, is_shown in (("likelySpam", False), ("rejected", False), ("published", True)):
        stand_in.states[sent.remote_id] = state
        assert _seen(youtube, top).sees(sent.remote_id) is is_shown
    assert _seen(youtube, top).how == "asked"
    stand_in.comments.clear()
    assert _seen(youtube, top).posts == ()
    with pytest.raises(Gone):
        youtube.thread(top)


def _seen(youtube: YouTube, remote_id: str) -> Stranger:
    seen = youtube.as_stranger(remote_id)
    assert seen is not None
    return seen


def test_a_thread_that_is_not_public_shows_nothing(stand_in: YouTubeStandIn) -> None:
    top = stand_in.write("Raw tart.")
    data = stand_in._thread(stand_in.comments[top])
    data["snippet"]["isPublic"] = False
    (comment,) = READER.comments(thread_of(data), ())
    assert (comment.post.is_public, comment.is_shown) == (False, False)


def test_a_wrong_type_anywhere_is_left_out_or_garbled_and_never_a_crash(stand_in: YouTubeStandIn) -> None:
    top = stand_in.write("Raw tart.")
    stand_in.write("@marta same", "@bob", top)
    good = stand_in._thread(stand_in.comments[top])
    outcomes = {"read": 0, "left out": 0}
    for spot in every_place(good):
        for wrong in WRONG:
            thread = READER.thread(_with(good, spot, wrong))
            if thread is None:
                outcomes["left out"] += 1
            else:
                assert READER.comments(thread, thread.replies)
                outcomes["read"] += 1
    assert outcomes["left out"] > 50
    assert outcomes["read"] > 50


def test_somebody_whose_channel_is_gone_still_has_a_name(stand_in: YouTubeStandIn) -> None:
    said = stand_in.comments[stand_in.write("Raw.")]
    del said["snippet"]["authorChannelId"], said["snippet"]["authorChannelUrl"]
    assert READER.written(said).author.key == "@marta"
    said["snippet"]["authorDisplayName"] = ""
    assert READER.written(said).author.name == "Somebody"


# ---- answering ---------------------------------------------------------------------------------------


def test_a_reply_goes_under_the_first_comment_of_the_thread_and_names_whom_it_answers(
    stand_in: YouTubeStandIn, server: LittleServer, web: Web
) -> None:
    top = stand_in.write("Raw tart.")
    bob, youtube = stand_in.write("Same here!", "@bob", top), connected(server, web)
    sent = youtube.reply(the_post(youtube, top), "We're sorry.", "key-1")
    assert (sent.text, sent.is_ours, sent.parent_remote_id) == ("We're sorry.", True, top)
    assert sent.url == f"https://www.youtube.com/watch?v=V1&lc={sent.remote_id}"
    to_bob = youtube.reply(the_post(youtube, bob), "Sorry to you too.", "key-2")
    assert (to_bob.text, to_bob.parent_remote_id) == ("@bob Sorry to you too.", bob)
    assert [asked.json["snippet"]["parentId"] for asked in server.asked if asked.method == "POST"] == [top, top]
    assert youtube.addressed(the_post(youtube, bob), "Hi @Bob!") == "Hi @Bob!"
    assert youtube.addressed(the_post(youtube, to_bob.remote_id), "PS") == "PS"


def test_a_comment_can_be_changed_deleted_and_hidden(
    stand_in: YouTubeStandIn, server: LittleServer, web: Web
) -> None:
    top, youtube = stand_in.write("Raw tart."), connected(server, web)
    sent = youtube.reply(the_post(youtube, top), "We're sory.", "key-1")
    changed = youtube.edit(sent.remote_id, "We're sorry.")
    assert (changed.remote_id, changed.text) == (sent.remote_id, "We're sorry.")
    assert changed.edited_at is not None
    youtube.delete(sent.remote_id)
    youtube.delete(sent.remote_id)
    assert [post.text for post in youtube.thread(top)] == ["Raw tart."]
    youtube.hide(top, hidden=True)
    assert stand_in.states[top] == "heldForReview"
    assert texts(fetched(youtube, {})[0]) == []
    youtube.hide(top, hidden=False)
    assert texts(fetched(youtube, {})[0]) == ["Raw tart."]


def test_where_nobody_may_answer_that_is_known_beforehand(
    stand_in: YouTubeStandIn, server: LittleServer, web: Web
) -> None:
    top, youtube = stand_in.write("Raw tart."), connected(server, web)
    assert youtube.route(the_post(youtube, top)).from_here
    stand_in.closed.add(top)
    route = youtube.route(the_post(youtube, top))
    assert not route.from_here
    assert route.why == "YouTube doesn't take answers to that comment."
    assert route.url.startswith("https://www.youtube.com/watch?v=V1&lc=")


def test_silence_after_a_reply_is_unanswered_and_the_thread_tells(
    stand_in: YouTubeStandIn, server: LittleServer, web: Web
) -> None:
    top, youtube = stand_in.write("Raw tart."), connected(server, web)
    parent = the_post(youtube, top)
    half, failed = Says({"id": "x"}, short=3), no(400, "processingFailure")
    after = (Says(cut=True), Says(b"<html>"), Says({"id": 5}), Says([]), Says({}, 502), half, failed)
    for number, says in enumerate(after, 1):
        stand_in.after["POST", "/comments"] = says
        with pytest.raises(Unanswered):
            youtube.reply(parent, f"Sorry {number}.", "key-1")
        assert sum(asked.method == "POST" for asked in server.asked) == number
        assert youtube.thread(top)[-1].text == f"Sorry {number}."


def test_a_reply_that_is_too_long_never_leaves(stand_in: YouTubeStandIn, server: LittleServer, web: Web) -> None:
    top, youtube = stand_in.write("Raw tart."), connected(server, web)
    parent = the_post(youtube, top)
    before = len(server.asked)
    with pytest.raises(Refused, match=r"^YouTube allows 10,000 characters\. Yours is 10,001\.$"):
        youtube.reply(parent, "x" * 10_001, "key-1")
    assert len(server.asked) == before


# ---- the units of a day --------------------------------------------------------------------------------


def at(meter: Counted, moment: datetime) -> Quota:
    return Quota(meter, lambda: moment)


def test_every_call_is_counted_as_the_table_says(stand_in: YouTubeStandIn, server: LittleServer, web: Web) -> None:
    meter = Counted()
    top, youtube = stand_in.write("Raw tart."), connected(server, web, meter)
    youtube.quota = at(meter, NOON)
    fetched(youtube, {})
    assert meter.used("units", date(2026, 11, 3)) == 1
    parent = the_post(youtube, top)
    sent = youtube.reply(parent, "Sorry.", "key-1")
    youtube.edit(sent.remote_id, "Sorry!")
    youtube.hide(top, hidden=True)
    youtube.delete(sent.remote_id)
    assert meter.used("units", date(2026, 11, 3)) == 1 + 1 + 4 * 50
    stand_in.says["POST", "/comments"] = no(403, "commentsDisabled")
    with pytest.raises(Refused):
        youtube.reply(parent, "Sorry.", "key-1")
    assert meter.used("units", date(2026, 11, 3)) == 252  # an answer that says no costs the same
    server.answer = lambda asked: Says(cut=True)  # noqa: ARG005
    with pytest.raises(Offline):
        youtube.thread(top)
    assert meter.used("units", date(2026, 11, 3)) == 252
    assert youtube.gauges[0].most == 10_000


def test_near_the_end_of_the_day_fetching_stops_and_replies_still_go(
    stand_in: YouTubeStandIn, server: LittleServer, web: Web
) -> None:
    meter, kept = Counted(), tariff.amount("youtube", "kept_for_replies")
    top, youtube = stand_in.write("Raw tart."), connected(server, web, meter)
    youtube.quota = at(meter, NOON)
    parent = the_post(youtube, top)
    meter.add("units", 10_000 - kept - 1, date(2026, 11, 3))
    before = len(server.asked)
    for act in (lambda: fetched(youtube, {}), lambda: youtube.as_stranger(top), lambda: youtube.still_there((top,))):
        error = failure(act)
        assert isinstance(error, SlowDown)
        assert str(error) == "YouTube allows only so much a day. What is left of today's is kept for your replies."
        assert error.seconds == 12 * 3600 + 60
    assert len(server.asked) == before
    assert youtube.reply(parent, "Sorry.", "key-1").text == "Sorry."
    assert youtube.thread(top)[-1].text == "Sorry."
    meter.add("units", kept - 60, date(2026, 11, 3))
    error = failure(lambda: youtube.reply(parent, "Once more.", "key-2"))
    assert isinstance(error, SlowDown)
    assert str(error) == "YouTube allows only so much a day, and today's is used up."
    youtube.quota = at(meter, datetime(2026, 11, 4, 9, 0, tzinfo=UTC))  # one in the morning there
    assert texts(fetched(youtube, {})[0]) == ["Raw tart.", "Sorry."]


DAYS = [
    (datetime(2026, 11, 3, 7, 59, tzinfo=UTC), date(2026, 11, 2), 120),  # a minute before midnight in winter
    (datetime(2026, 11, 3, 8, 0, tzinfo=UTC), date(2026, 11, 3), 86460),
    (datetime(2026, 7, 1, 6, 59, tzinfo=UTC), date(2026, 6, 30), 120),  # in summer it is an hour earlier
    (datetime(2026, 7, 1, 7, 0, tzinfo=UTC), date(2026, 7, 1), 86460),
    (datetime(2026, 11, 1, 7, 0, tzinfo=UTC), date(2026, 11, 1), 25 * 3600 + 60),  # the day the clocks go back
]


@pytest.mark.parametrize(("moment", "day", "seconds"), DAYS)
def test_a_day_is_that_of_california(moment: datetime, day: date, seconds: float) -> None:
    meter = Counted()
    quota = at(meter, moment)
    quota.spend("read", lambda: None)
    assert (meter.used("units", day), quota.used()) == (1, 1)
    assert quota.until_midnight_s() == seconds


# ---- what YouTube says no with -------------------------------------------------------------------------


def failure(act: Callable[[], object]) -> ShopError:
    with pytest.raises(ShopError) as caught:
        act()
    return caught.value


READING = [
    (no(401, "authError", "global"), LoginExpired, r"^YouTube signed us out\."),
    (no(403, "quotaExceeded", "youtube.quota"), SlowDown, r"^YouTube allows only so much a day, and today's"),
    (no(403, "rateLimitExceeded", "usageLimits"), SlowDown, r"^YouTube asked us to slow down\.$"),
    (no(403, "accessNotConfigured", "usageLimits"), Refused, r"^The YouTube Data API isn't switched on"),
    (no(403, "insufficientPermissions", "global"), LoginExpired, r"leave every box ticked\.$"),
    (no(403, "forbidden"), NoRights, r"^YouTube doesn't show this page to the account you signed in with\."),
    (no(403, "SERVICE_UNAVAILABLE", "youtube.CoreErrorDomain"), NoRights, r"^YouTube doesn't show this page"),
    (no(403, "commentsDisabled"), Refused, r"^Comments are switched off there\.$"),
    (no(404, "videoNotFound"), Gone, r"^That isn't there any more\.$"),
    (no(400, "processingFailure"), SlowDown, r"^YouTube isn't working right now\.$"),
    (no(429, "rateLimitExceeded"), SlowDown, r"^YouTube asked us to slow down\.$"),
    (no(500, "backendError"), SlowDown, r"^YouTube isn't working right now\.$"),
    (Says({"error": "error message"}, 400), Refused, r"^YouTube turned it down\.$"),
    (Says(b"<html>", 403), Refused, r"^YouTube doesn't let us do that\.$"),
    (Says(b"<html>"), Garbled, r"^YouTube answered with something that isn't an answer\.$"),
    (Says({"items": {}}), Garbled, r"^The place's answer isn't one we understand\.$"),
    (Says({"items": [{"id": 7}]}), Garbled, r"^YouTube's comments can't be read\.$"),
    (Says({}, 302, {"Location": "https://elsewhere.example/"}), Garbled, r"^YouTube sent us somewhere else\.$"),
    (Says({"items": []}, short=3), Offline, r"^YouTube can't be reached\.$"),
]


@pytest.mark.parametrize(("says", "kind", "words"), READING)
def test_each_no_to_a_question_has_its_plain_sentence(
    server: LittleServer, web: Web, says: Says, kind: type[ShopError], words: str
) -> None:
    server.answer = lambda asked: says  # noqa: ARG005
    with pytest.raises(ShopError, match=words) as caught:
        fetched(connected(server, web), {})
    assert type(caught.value) is kind


WRITING = [
    (no(400, "commentTextTooLong"), Refused, "YouTube finds that too long."),
    (no(400, "commentTextRequired"), Refused, "YouTube finds no words in that."),
    (no(400, "invalidCustomEmoji"), Refused, "There is an emoji in that which YouTube doesn't know."),
    (no(400, "operationNotSupported"), Refused, "YouTube doesn't take answers to that comment."),
    (no(400, "parentCommentIsPrivate"), Refused, "That comment isn't public any more, so it can't be answered."),
    (no(403, "commentsDisabled"), Refused, "Comments are switched off there."),
    (
        no(403, "ineligibleAccount"),
        Refused,
        "The Google account you signed in with has no YouTube channel.",
    ),
    (
        no(403, "forbidden"),
        NoRights,
        "YouTube lets us read this page but not post. Someone with full access has to allow it.",
    ),
    (no(404, "parentCommentNotFound"), Gone, "That isn't there any more."),
    (no(400, "parentCommentNotFound"), Gone, "That isn't there any more."),
    (no(403, "quotaExceeded"), SlowDown, "YouTube allows only so much a day, and today's is used up."),
    (no(429, "rateLimitExceeded"), SlowDown, "YouTube asked us to slow down."),
    (no(500, "backendError"), Unanswered, "YouTube had a problem just then. It may have worked or not."),
]


@pytest.mark.parametrize(("says", "kind", "words"), WRITING)
def test_each_no_to_a_reply_has_its_plain_sentence(
    stand_in: YouTubeStandIn, server: LittleServer, web: Web, says: Says, kind: type[ShopError], words: str
) -> None:
    top, youtube = stand_in.write("Raw tart."), connected(server, web)
    parent = the_post(youtube, top)
    stand_in.says["POST", "/comments"] = says
    error = failure(lambda: youtube.reply(parent, "Sorry.", "key-1"))
    assert (type(error), str(error)) == (kind, words)
    assert sum(asked.method == "POST" for asked in server.asked) == 1


def test_no_error_shows_a_secret(stand_in: YouTubeStandIn, server: LittleServer) -> None:
    canary = "canary-of-a-secret"
    mine = {"token": f"{canary}-token", "refresh": f"{canary}-refresh", "client_secret": f"{canary}-client"}
    parent = stored(READER.written(stand_in.comments[stand_in.write("Raw.")]))
    for status in (400, 401, 403, 404, 429, 500):
        said = {"error": {"message": " ".join(mine.values()), "errors": [{"reason": "x"}]}}
        server.answer = lambda asked, status=status, said=said: Says(said, status)  # type: ignore[misc]
        youtube = connected(server, Web(pace=Pace()), **mine)
        for act in (lambda: fetched(youtube, {}), lambda: youtube.reply(parent, "Sorry.", "k")):  # noqa: B023
            error = failure(act)
            assert canary not in f"{error} {error.advice} {error.details} {error!r} {error.answer!r}"


# ---- signing in ----------------------------------------------------------------------------------------


def signed_in(server: LittleServer, web: Web) -> SignedIn:
    fields = {"client_id": "client-id-1", "client_secret": "client-secret-1", "refresh": "refresh-1"}
    return YouTube.sign_in({**fields, "base": server.url}, web)


def test_a_person_signs_in_in_the_browser(server: LittleServer, web: Web) -> None:
    fields = {"client_id": "client-id-1", "client_secret": "client-secret-1", "base": server.url}
    begun = YouTube.begin_browser(fields, web)
    query = parse_qs(urlsplit(begun.url).query)
    assert query["scope"] == ["https://www.googleapis.com/auth/youtube.force-ssl"]
    with ThreadPoolExecutor(1) as worker:
        waiting = worker.submit(begun.finish, 20)
        assert come_back(begun, code="the-code") == 200  # type: ignore[arg-type]
        signed = waiting.result(10)
    assert (signed.handle, signed.name, signed.remote_id) == ("@quaybakery", "Quay Bakery", OUR)
    assert signed.facts == {"client_id": "client-id-1", "base": server.url}
    assert signed.secrets["refresh"] == "refresh-1"


def test_an_account_without_a_channel_and_an_unticked_box_are_told(
    stand_in: YouTubeStandIn, server: LittleServer, web: Web
) -> None:
    stand_in.channels = []
    with pytest.raises(Refused, match="has no YouTube channel"):
        signed_in(server, web)
    stand_in.scope = "openid"
    with pytest.raises(Refused, match="wasn't allowed what Said & Done needs"):
        signed_in(server, web)
    with pytest.raises(Misuse):
        YouTube.begin_browser({"client_id": "x"}, web)


# ---- recordings and the published contract ---------------------------------------------------------------


@pytest.fixture(scope="session")
def recordings(shared: Path) -> Path:
    return shared / "specs" / "youtube" / "recorded"


def test_every_recorded_comment_is_understood(recordings: Path) -> None:
    threads, comments = 0, 0
    for path in sorted(recordings.glob("comment_threads_*.json")):
        data = json.loads(path.read_text("utf-8"))
        for item in data.get("items", [data]):
            thread = READER.thread(item)
            assert thread is not None
            found = READER.comments(thread, thread.replies)
            assert len(found) == 1 + len(thread.replies)
            assert all(one.post.text and one.post.url and one.is_shown for one in found)
            threads += 1
    for path in sorted(recordings.glob("comments_*.json")):
        data = json.loads(path.read_text("utf-8"))
        for item in data.get("items", [data]):
            post = READER.written(item)
            assert post.author.key.startswith("UC")
            comments += 1
    assert (threads, comments) == (18, 7)


def test_a_recorded_answer_to_a_reply_is_our_comment(
    recordings: Path, stand_in: YouTubeStandIn, server: LittleServer, web: Web
) -> None:
    top, youtube = stand_in.write("Raw tart."), connected(server, web)
    parent = the_post(youtube, top)
    stand_in.says["POST", "/comments"] = Says((recordings / "comments_insert_response.json").read_bytes())
    sent = youtube.reply(parent, "wow", "key-1")
    assert (sent.text, sent.remote_id.partition(".")[0]) == ("wow", "Ugy_CAftKrIUCyPr9GR4AaABAg")
    assert sent.url.startswith("https://www.youtube.com/watch?v=V1&lc=Ugy_")


@pytest.mark.parametrize(
    ("name", "status", "kind"),
    [
        ("error_permission_resp", 403, NoRights),
        ("error_response", 400, Refused),
        ("error_response_simple", 400, Refused),
    ],
)
def test_a_recorded_refusal_is_understood(
    recordings: Path, server: LittleServer, web: Web, name: str, status: int, kind: type[ShopError]
) -> None:
    server.answer = lambda asked: Says((recordings / f"{name}.json").read_bytes(), status)  # noqa: ARG005
    error = failure(lambda: fetched(connected(server, web), {}))
    assert type(error) is kind
    assert str(error).startswith("YouTube ")


def test_every_request_and_answer_keeps_the_published_contract(
    shared: Path, stand_in: YouTubeStandIn, server: LittleServer, web: Web
) -> None:
    contract = Discovery(shared / "specs" / "youtube" / "youtube-v3.json")
    server.answer = contract.watching(stand_in)
    stand_in.page = 2
    top = stand_in.write("Raw tart.")
    for number in range(5):
        stand_in.write(f"Reply {number}", "@bob", top)
        stand_in.write(f"Comment {number}")
    signed_in(server, web)
    youtube = connected(server, web)
    fetched(youtube, fetched(youtube, {})[1])
    sent = youtube.reply(the_post(youtube, top), "Sorry.", "key-1")
    youtube.edit(sent.remote_id, "Sorry!")
    youtube.as_stranger(top)
    youtube.still_there((top, sent.remote_id))
    youtube.hide(top, hidden=True)
    youtube.hide(top, hidden=False)
    youtube.delete(sent.remote_id)
    assert contract.wrong == []
    assert contract.covered == {
        "youtube.channels.list",
        "youtube.commentThreads.list",
        "youtube.comments.list",
        "youtube.comments.insert",
        "youtube.comments.update",
        "youtube.comments.setModerationStatus",
        "youtube.comments.delete",
    }
    print("covered:", *sorted(contract.covered))


def test_recorded_lists_keep_the_published_contract(shared: Path, recordings: Path) -> None:
    contract = Discovery(shared / "specs" / "youtube" / "youtube-v3.json")
    schemas = {"comment_threads_comment": "CommentThreadListResponse", "comments_comments": "CommentListResponse"}
    checked = 0
    for path in sorted(recordings.glob("comment*.json")):
        data: Any = json.loads(path.read_text("utf-8"))
        schema = next((one for name, one in schemas.items() if path.name.startswith(name)), "")
        schema = schema or ("CommentThread" if path.name.startswith("comment_threads") else "Comment")
        assert contract.breaches_of(f"youtube.{schema}", data) == [], path.name
        checked += 1
    assert checked == 11


def test_a_thread_is_whole_when_all_its_replies_came() -> None:
    assert Thread("Ug1", {}, {}, (), 0, is_public=True, can_reply=True).is_whole
    assert not Thread("Ug1", {}, {}, ({},), 2, is_public=True, can_reply=True).is_whole
