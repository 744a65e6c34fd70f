"""The Mastodon connector against answers written for the purpose, good and bad."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import pytest

from desktop.connectors.mastodon import Mastodon
from desktop.connectors.mastodon_posts import Reader
from desktop.errors import Garbled, Gone, LoginExpired, Misuse, Offline, Refused, SlowDown, Unanswered
from desktop.records import RemotePost, Source
from desktop.web import Web
from tests.desktop.connectors.conftest import OURS, connected, note, person, status, stored
from tests.desktop.connectors.contract import ConnectorContract
from tests.desktop.little_server import Asked, LittleServer, Says

READER = Reader("quay.example", "1")


class TestMastodonKeepsTheContract(ConnectorContract):
    connector = Mastodon


# ---- what a status is ------------------------------------------------------------------------------


def test_a_mention_is_read_in_full() -> None:
    post = READER.post(status(in_reply_to_id="9", edited_at="2026-08-02T10:00:00+02:00"))
    assert post == RemotePost(
        remote_id="10",
        author=READER.author(person()),
        text="The bread is stale",
        posted_at=datetime(2026, 8, 1, 13, 51, 42, 823000, UTC),
        uri="https://sea.example/statuses/10",
        url="https://sea.example/@carla/10",
        parent_remote_id="9",
        root_remote_id="",
        source=Source.MENTION,
        is_public=True,
        edited_at=datetime(2026, 8, 2, 8, 0, tzinfo=UTC),
        lang="en",
        address="public carla@sea.example",
    )
    assert (post.author.remote_id, post.author.handle) == ("carla@sea.example", "@carla@sea.example")


def test_people_of_our_own_server_have_its_name_in_their_handle() -> None:
    assert READER.author(person("Bob")).handle == "@Bob@quay.example"
    assert READER.author(person("Bob")).remote_id == "bob@quay.example"
    assert READER.author({**person("bob"), "display_name": ""}).name == "bob"


KINDS = [
    ({"visibility": "unlisted"}, Source.MENTION, True),
    ({"visibility": "direct"}, Source.MESSAGE, False),
    ({"visibility": "private"}, Source.MESSAGE, False),
    ({"visibility": "mutuals_only"}, Source.MESSAGE, False),
    ({"mentions": []}, Source.POST, True),
    ({"mentions": [], "in_reply_to_id": "9"}, Source.COMMENT, True),
    ({"account": OURS}, Source.POST, True),
    ({"account": OURS, "in_reply_to_id": "9"}, Source.COMMENT, True),
]


@pytest.mark.parametrize(("more", "source", "is_public"), KINDS)
def test_only_public_and_unlisted_is_public(more: dict[str, Any], source: Source, is_public: bool) -> None:
    post = READER.post(status(**more))
    assert (post.source, post.is_public) == (source, is_public)
    assert post.is_ours is (more.get("account") is OURS)


def test_our_own_post_is_answered_to_those_it_was_for() -> None:
    mentions = [{"id": "7", "acct": "carla@sea.example"}, {"id": "1", "acct": "shop"}]
    assert READER.post(status(account=OURS, mentions=mentions)).address == "public carla@sea.example"


def test_a_warning_comes_first_and_a_picture_is_told() -> None:
    assert READER.post(status(spoiler_text="food")).text == "food\n\nThe bread is stale"
    pictures = [{"description": "Mould on a loaf"}, {"description": None}]
    post = READER.post(status(words="", media_attachments=pictures))
    assert post.text == "[Mould on a loaf]\n[a picture]"


def test_a_post_of_ten_megabytes_is_cut_and_not_lost() -> None:
    assert READER.post(status(words="<p>" + "x" * 10_000_000)).text.endswith("…")


def test_an_address_that_is_none_is_left_out() -> None:
    post = READER.post(status(url="javascript:alert(1)", uri="tag:x"))
    assert (post.url, post.uri) == ("", "tag:x")


WRONG = [None, 7, -1.5, True, "text", "", [], ["x"], [None], {}, {"id": 5}, {"x": {"y": []}}]


def every_place(data: Any, at: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    if at:
        yield at
    items = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for key, value in items:
        yield from every_place(value, (*at, key))


def test_a_wrong_type_anywhere_is_garbled_and_never_a_crash() -> None:
    good = status(media_attachments=[{"description": "x"}], reblog={"id": "3"})
    outcomes = {"read": 0, "garbled": 0}
    for place in every_place(good):
        for wrong in WRONG:
            bad = copy.deepcopy(good)
            spot: Any = bad
            for key in place[:-1]:
                spot = spot[key]
            spot[place[-1]] = wrong
            try:
                assert isinstance(READER.post(bad), RemotePost)
                outcomes["read"] += 1
            except Garbled:
                outcomes["garbled"] += 1
    assert outcomes["garbled"] > 150
    assert outcomes["read"] > 50


@pytest.mark.parametrize("missing", ["id", "created_at", "account", "visibility"])
def test_a_post_without_what_it_needs_is_garbled(missing: str) -> None:
    bad = status()
    del bad[missing]
    with pytest.raises(Garbled):
        READER.post(bad)


# ---- fetching ----------------------------------------------------------------------------------------


class Pages:
    """A server with notifications and own posts that pages as Mastodon does."""

    def __init__(self, notes: int = 0, own: int = 0, most: int = 40) -> None:
        self.notes = [note(str(n), status(str(1000 + n))) for n in range(1, notes + 1)]
        self.own = [status(str(n), account=OURS) for n in range(1, own + 1)]
        self.most = most

    def __call__(self, asked: Asked) -> Says:
        items = self.notes if asked.path == "/api/v1/notifications" else self.own
        low, high = (
            int(asked.query.get(key, [end])[0]) for key, end in (("min_id", "0"), ("max_id", "9999999"))
        )
        inside = [item for item in items if low < int(item["id"]) < high]
        size = min(self.most, int(asked.query["limit"][0]))
        page = inside[:size] if "min_id" in asked.query else inside[-size:]
        return Says(list(reversed(page)))


def fetched(server: LittleServer, web: Web, cursors: dict[str, str]) -> tuple[list[str], dict[str, str]]:
    posts, now = [], dict(cursors)
    for batch in connected(server.url, web).fetch(cursors):
        posts += [post.remote_id for post in batch.posts]
        now |= batch.cursors
    return posts, now


def test_the_first_fetch_brings_the_newest_history_oldest_first(web: Web) -> None:
    with LittleServer() as server:
        server.answer = Pages(notes=2500, own=1300)
        posts, cursors = fetched(server, web, {})
    assert posts == [str(n) for n in range(1501, 3501)] + [str(n) for n in range(301, 1301)]
    assert cursors == {"notifications": "2500", "own": "1300"}


def test_forward_there_is_no_gap_and_no_double_over_many_pages(web: Web) -> None:
    with LittleServer() as server:
        server.answer = pages = Pages(notes=10)
        first, cursors = fetched(server, web, {})
        pages.notes = Pages(notes=250).notes
        second, cursors = fetched(server, web, cursors)
        third, cursors = fetched(server, web, cursors)
    assert first + second == [str(1000 + n) for n in range(1, 251)]
    assert third == []
    assert cursors == {"notifications": "250"}


def test_a_fetch_that_breaks_in_the_middle_goes_on_where_it_was(web: Web) -> None:
    with LittleServer() as server:
        server.answer = Pages(notes=100)
        batches = connected(server.url, web).fetch({"notifications": "5", "own": "1"})
        first = next(batches)
        batches.close()
        rest, _ = fetched(server, web, {**first.cursors, "own": "1"})
    assert [post.remote_id for post in first.posts] + rest == [str(1000 + n) for n in range(6, 101)]


def test_what_the_notification_policy_holds_back_is_asked_for(web: Web) -> None:
    with LittleServer(Says([])) as server:
        fetched(server, web, {"notifications": "5"})
        asked = server.asked[0]
    assert asked.query["include_filtered"] == ["true"]
    assert asked.query["types[]"] == ["mention", "quote"]
    assert asked.query["min_id"] == ["5"]
    assert asked.headers["authorization"] == "Bearer token-shop"


def test_a_server_that_does_not_know_all_that_is_asked_more_simply(web: Web) -> None:
    with LittleServer() as server:
        server.answer = lambda asked: (
            Says({"error": "?"}, 400) if "include_filtered" in asked.query else Pages(notes=3)(asked)
        )
        posts, _ = fetched(server, web, {})
    assert posts == ["1001", "1002", "1003"]


def test_favourites_shares_and_deleted_posts_never_come(web: Web) -> None:
    notes = [
        note("4", status("14"), "favourite"),
        note("3", status("13"), "reblog"),
        note("2", None),
        note("1", status("11")),
    ]
    with LittleServer(Says(notes), Says([])) as server:
        assert fetched(server, web, {}) == (["11"], {"notifications": "4"})


def test_a_server_that_ignores_where_we_were_does_not_keep_us_for_ever(web: Web) -> None:
    with LittleServer() as server:
        server.answer = lambda asked: Says([note("5", status("15"))] if "notifications" in asked.path else [])
        assert fetched(server, web, {"notifications": "5", "own": "5"}) == (
            [],
            {"notifications": "5", "own": "5"},
        )
        fetched(server, web, {})
        assert len(server.asked) < 10


def test_a_broken_page_changes_no_cursor(web: Web) -> None:
    for page in ([note("7", {"id": 5})], ["x"], [note("7", status("17")), None], [{"type": "mention"}]):
        with LittleServer(Says(page)) as server, pytest.raises(Garbled):
            fetched(server, web, {"notifications": "5"})


# ---- one thread, one post --------------------------------------------------------------------------------


def around(asked: Asked) -> Says:
    """One thread of three: Carla's 10, our 11, a private 12."""
    private = {"visibility": "direct", "in_reply_to_id": "11", "created_at": "2026-08-01T15:00:00Z"}
    ours = {"account": OURS, "in_reply_to_id": "10", "created_at": "2026-08-01T14:00:00Z"}
    first, second, third = status("10"), status("11", **ours), status("12", **private)
    if asked.path.endswith("/context"):
        return Says({"ancestors": [first], "descendants": [third]})
    return Says(second) if asked.path.endswith("/11") else Says({"error": "Not Found"}, 404)


def test_a_thread_is_whole_oldest_first_and_knows_its_root(web: Web) -> None:
    with LittleServer() as server:
        server.answer = around
        posts = connected(server.url, web).thread("11")
    assert [(post.remote_id, post.root_remote_id, post.is_ours) for post in posts] == [
        ("10", "10", False),
        ("11", "10", True),
        ("12", "10", False),
    ]


def test_a_stranger_is_not_signed_in_and_sees_what_is_public(web: Web) -> None:
    with LittleServer() as server:
        server.answer = around
        seen = connected(server.url, web).as_stranger("11")
        assert [asked.headers.get("authorization") for asked in server.asked] == [None, None]
    assert seen is not None
    assert [post.remote_id for post in seen.posts] == ["10", "11"]
    assert seen.sees("11")


def stranger(web: Web, for_all: Says, for_us: Says, **facts: str) -> Any:
    with LittleServer() as server:
        server.answer = lambda asked: for_us if "authorization" in asked.headers else for_all
        return connected(server.url, web, **facts).as_stranger("10")


def test_what_is_gone_or_private_is_not_seen_and_what_is_closed_is_not_known(web: Web) -> None:
    gone, closed, here = Says({}, 404), Says({}, 401), Says(status("10"))
    private = Says(status("10", visibility="private"))
    assert stranger(web, gone, gone).posts == ()
    assert stranger(web, gone, private).posts == ()
    assert stranger(web, closed, gone).posts == ()
    assert stranger(web, closed, private).posts == ()
    assert stranger(web, closed, here) is None
    assert stranger(web, Says({}, 403), here) is None
    assert stranger(web, gone, here).posts == ()
    assert stranger(web, gone, here, software="pleroma") is None  # there, closed looks like gone
    with pytest.raises(LoginExpired):
        stranger(web, closed, closed)
    with pytest.raises(SlowDown):
        stranger(web, Says({}, 500), here)


def test_what_still_exists_is_asked_at_once_and_doubts_one_by_one(web: Web) -> None:
    def answer(asked: Asked) -> Says:
        if asked.path == "/api/v1/statuses":
            return Says([status(one) for one in asked.query["id[]"] if one in ("1", "2")])
        return Says(status("3")) if asked.path.endswith("/3") else Says({}, 404)

    with LittleServer() as server:
        server.answer = answer
        assert connected(server.url, web).still_there(("1", "2", "3", "4")) == {"1", "2", "3"}
        assert connected(server.url, web).still_there(()) == frozenset()
        assert len(server.asked) == 3
        assert connected(server.url, web, software="gotosocial").still_there(("3", "4")) == {"3"}
        assert len(server.asked) == 5


def test_an_old_server_that_cannot_list_is_asked_one_by_one(web: Web) -> None:
    with LittleServer() as server:
        server.answer = lambda asked: Says({}, 404) if asked.path.endswith("statuses") else Says(status())
        assert connected(server.url, web).still_there(("1", "2")) == {"1", "2"}


def test_an_id_that_is_none_is_gone_and_is_never_asked_for(web: Web) -> None:
    with LittleServer(Says({})) as server:
        for odd in ("", "../accounts/1", "1?x=1", "1/2", "é"):
            with pytest.raises(Gone):
                connected(server.url, web).thread(odd)
        assert server.asked == []


# ---- answering -------------------------------------------------------------------------------------------


def answered(web: Web, says: Says, **more: Any) -> tuple[Any, list[Asked]]:
    """The outcome of a reply to a status with `more`, and what was asked."""
    parent = stored(READER.post(status(**more)))
    with LittleServer(says) as server:
        try:
            outcome: Any = connected(server.url, web).reply(parent, "Sorry about that", "key-1")
        except Exception as error:  # noqa: BLE001 - handed back to be looked at
            outcome = error
        return outcome, server.asked


POSTED = Says(status("20", "<p>@carla Sorry about that</p>", account=OURS, in_reply_to_id="10"))


@pytest.mark.parametrize("visibility", ["public", "unlisted", "private", "direct"])
def test_a_reply_is_as_public_as_what_it_answers(web: Web, visibility: str) -> None:
    post, asked = answered(web, POSTED, visibility=visibility)
    assert asked[0].json == {
        "status": "@carla@sea.example Sorry about that",
        "in_reply_to_id": "10",
        "visibility": visibility,
    }
    assert asked[0].headers["idempotency-key"] == "key-1"
    assert (post.remote_id, post.is_ours, post.parent_remote_id) == ("20", True, "10")


def test_silence_after_a_reply_is_unanswered_also_when_the_answer_makes_no_sense(web: Web) -> None:
    for says in (Says(cut=True), Says(hangs=True), Says({"id": 5}), Says(b"<html>"), Says([]), Says({}, 502)):
        outcome, asked = answered(web, says)
        assert isinstance(outcome, Unanswered)
        assert len(asked) == 1


def test_a_reply_to_what_has_gone_and_a_refused_one_say_so(web: Web) -> None:
    assert type(answered(web, Says({"error": "…"}, 404))[0]) is Gone
    assert type(answered(web, Says({"error": "検証に失敗しました"}, 422))[0]) is Refused
    assert type(answered(web, Says({}, 429))[0]) is SlowDown
    assert type(answered(web, Says({}, 401))[0]) is LoginExpired


def test_a_reply_that_is_too_long_is_refused_before_it_leaves(web: Web) -> None:
    parent = stored(READER.post(status()))
    with LittleServer(POSTED) as server:
        with pytest.raises(Refused, match=r"^Mastodon here allows 500 characters\. Yours is 507\.$"):
            connected(server.url, web).reply(parent, "x" * 500, "key-1")
        assert server.asked == []


ADDRESSED = [
    ("Sorry", "@carla@sea.example Sorry"),
    ("@carla@sea.example sorry", "@carla@sea.example sorry"),
    ("Sorry @Carla@Sea.Example.", "Sorry @Carla@Sea.Example."),
    ("@carla sorry", "@carla@sea.example @carla sorry"),
    ("@carlas@sea.example hello", "@carla@sea.example @carlas@sea.example hello"),
    ("mail x@carla@sea.example", "@carla@sea.example mail x@carla@sea.example"),
]


@pytest.mark.parametrize(("text", "expected"), ADDRESSED)
def test_who_we_answer_is_mentioned_once(web: Web, text: str, expected: str) -> None:
    parent = stored(READER.post(status()))
    assert connected("http://127.0.0.1", web).addressed(parent, text) == expected


def test_somebody_of_our_own_server_is_mentioned_shortly(web: Web) -> None:
    parent = stored(READER.post(status(account=person("bob"))))
    made = connected("http://127.0.0.1", web)
    assert made.addressed(parent, "hi") == "@bob hi"
    assert made.addressed(parent, "@bob hi") == "@bob hi"
    assert made.addressed(parent, "@bob@quay.example hi") == "@bob@quay.example hi"
    assert made.addressed(parent, "@bob@other.example hi") == "@bob @bob@other.example hi"


def test_an_edit_keeps_who_was_mentioned_in_front(web: Web) -> None:
    with LittleServer(Says({"id": "20", "text": "@carla@sea.example Sory"}), POSTED) as server:
        connected(server.url, web).edit("20", "@carla Sorry")
        assert server.asked[1].method == "PUT"
        assert server.asked[1].json == {"status": "@carla@sea.example Sorry"}


def test_deleting_what_has_gone_is_no_failure(web: Web) -> None:
    with LittleServer(Says({}, 404)) as server:
        connected(server.url, web).delete("20")
        assert (server.asked[0].method, server.asked[0].path) == ("DELETE", "/api/v1/statuses/20")


COUNTS = [
    ("", 0),
    ("bread", 5),
    ("👨‍👩‍👧🥖é", 3),
    ("e\u0301", 1),
    ("see https://quay.example/" + "x" * 300, 27),
    ("see (https://quay.example/a).", 30),
    ("https://quay.example", 23),
    ("@carla@sea.example hi", 9),
    ("me@sea.example", 14),
    ("@a@sea.example @b@sea.example", 5),
]


@pytest.mark.parametrize(("text", "size"), COUNTS)
def test_characters_are_counted_as_the_server_counts_them(web: Web, text: str, size: int) -> None:
    assert connected("http://127.0.0.1", web).count(text) == size


def test_a_server_that_shortens_nothing_counts_everything(web: Web) -> None:
    made = connected("http://127.0.0.1", web, software="pleroma", url_characters="0", max_characters="5000")
    assert made.count("@carla@sea.example https://quay.example") == 39
    assert made.limit().most == 5000


# ---- signing in ----------------------------------------------------------------------------------------------

INSTANCE = {
    "domain": "quay.example",
    "version": "4.6.0",
    "source_url": "https://github.com/mastodon/mastodon",
    "configuration": {"statuses": {"max_characters": 777, "characters_reserved_per_url": 23}},
    "api_versions": {"mastodon": 10},
}


def at_instance(says: dict[str, Says]) -> Any:
    return lambda asked: says.get(asked.path, Says({}, 404))


def test_a_pasted_token_signs_in_and_keeps_the_limits(web: Web) -> None:
    who = {"/api/v2/instance": Says(INSTANCE), "/api/v1/accounts/verify_credentials": Says(OURS)}
    with LittleServer() as server:
        server.answer = at_instance(who)
        signed = Mastodon.sign_in({"server": f" {server.url}/@shop ", "token": " a-token\n"}, web)
        assert server.asked[-1].headers["authorization"] == "Bearer a-token"
        base = server.url
    assert (signed.handle, signed.name, signed.remote_id, signed.host) == (
        "@shop@quay.example",
        "Shop",
        "1",
        "quay.example",
    )
    assert signed.secrets == {"token": "a-token"}
    assert signed.facts == {
        "base": base,
        "domain": "quay.example",
        "version": "4.6.0",
        "software": "mastodon",
        "api": "10",
        "max_characters": "777",
        "url_characters": "23",
    }


DIALECTS = [
    (
        {
            "uri": "https://quay.example",
            "version": "2.7.2 (compatible; Pleroma 2.9.0)",
            "max_toot_chars": 5000,
        },
        "pleroma",
        "5000",
    ),
    ({"uri": "quay.example", "version": "0.19.1+git-abc"}, "gotosocial", "500"),
    (
        {"uri": "quay.example", "version": "3.5.3", "configuration": {"statuses": {"max_characters": 600}}},
        "mastodon",
        "600",
    ),
    ({"uri": "quay.example", "version": "2.8.0 (compatible; Friendica 2026.1)"}, "other", "500"),
]


@pytest.mark.parametrize(("instance", "software", "most"), DIALECTS)
def test_older_servers_and_dialects_are_known_by_their_first_api(
    web: Web, instance: dict[str, Any], software: str, most: str
) -> None:
    says = {
        "/api/v1/instance": Says({"uri": "https://quay.example/", **instance}),
        "/api/v1/accounts/verify_credentials": Says(OURS),
    }
    with LittleServer() as server:
        server.answer = at_instance(says)
        facts = Mastodon.sign_in({"server": server.url, "token": "a-token"}, web).facts
    assert (facts["software"], facts["max_characters"], facts["domain"]) == (software, most, "quay.example")


def test_a_server_under_another_name_is_found_through_its_nodeinfo(web: Web) -> None:
    with LittleServer() as server, LittleServer() as front:
        says = {"/api/v2/instance": Says(INSTANCE), "/api/v1/accounts/verify_credentials": Says(OURS)}
        server.answer = at_instance(says)
        links = {"links": [{"rel": "x", "href": f"{server.url}/nodeinfo/2.0"}]}
        front.answer = at_instance({"/.well-known/nodeinfo": Says(links)})
        assert Mastodon.sign_in({"server": front.url, "token": "t"}, web).facts["base"] == server.url


@pytest.mark.parametrize(
    "typed", ["quay.exmaple.invalid", "@shop@quay.exmaple.invalid", "https://quay.exmaple.invalid/@shop"]
)
def test_a_misspelt_server_is_named_as_it_was_typed(web: Web, typed: str) -> None:
    with pytest.raises(Misuse) as caught:
        Mastodon.begin_browser({"server": typed}, web)
    assert str(caught.value) == 'There\'s no Mastodon server at "quay.exmaple.invalid". Check the spelling.'


@pytest.mark.parametrize(
    "typed", ["quay", "a b.example", "http://[::1", "https://", "@", "quay.example:99999", "-", "://"]
)
def test_what_can_be_no_server_is_said_without_asking(web: Web, typed: str) -> None:
    with pytest.raises(Misuse, match=r"^There's no Mastodon server at "):
        Mastodon.sign_in({"server": typed, "token": "t"}, web)


def test_nothing_typed_asks_the_question_again(web: Web) -> None:
    with pytest.raises(Misuse, match=r"^What's your server\? The part after the second @\.$"):
        Mastodon.sign_in({}, web)


@pytest.mark.parametrize(
    "says", [Says(b"<html>hello"), Says({}), Says([]), Says({"version": 4}), Says({}, 403)]
)
def test_a_web_site_that_is_no_server_is_said(web: Web, says: Says) -> None:
    with LittleServer(says) as server, pytest.raises(Misuse, match="no Mastodon server at"):
        Mastodon.sign_in({"server": server.url, "token": "t"}, web)


def test_a_server_that_cannot_be_reached_is_not_called_misspelt(web: Web) -> None:
    with LittleServer(Says({})) as server:
        url = server.url
    with pytest.raises(Offline):
        Mastodon.sign_in({"server": url, "token": "t"}, web)


def test_a_token_that_does_not_work_is_said_without_showing_it(web: Web) -> None:
    with LittleServer() as server:
        says = {"/api/v2/instance": Says(INSTANCE)}
        server.answer = lambda asked: says.get(asked.path, Says({"error": "the-wrong-token"}, 401))
        with pytest.raises(LoginExpired) as caught:
            Mastodon.sign_in({"server": server.url, "token": "the-wrong-token"}, web)
    assert str(caught.value) == "That sign-in key doesn't work at quay.example."
    assert "the-wrong-token" not in caught.value.details


def test_without_a_token_the_form_says_what_to_do(web: Web) -> None:
    with LittleServer(Says(INSTANCE)) as server, pytest.raises(Misuse, match="Sign in in the browser"):
        Mastodon.sign_in({"server": server.url}, web)
