"""The X connector against a small X that keeps what it is told."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import UTC, datetime, timedelta
from typing import Any, ClassVar

import pytest

from desktop.connectors import Connector, tariff
from desktop.connectors.x import X
from desktop.errors import (
    Garbled,
    Gone,
    LoginExpired,
    Offline,
    Refused,
    ShopError,
    SlowDown,
    Unanswered,
)
from desktop.records import Account, Author, Post, RemotePost, Source
from desktop.web import Web
from tests.desktop.connectors.contract import ConnectorContract
from tests.desktop.connectors.troubles import CANARY, Troubled
from tests.desktop.connectors.x_town import (
    UNCALLED,
    Town,
    account,
    connected,
    keys,
    problem,
    quick_web,
    stored,
)
from tests.desktop.little_server import Asked, LittleServer, Says

READ, OWN, PERSON = (tariff.amount("x", name) for name in ("read_post", "read_own", "read_user"))


class TestXContract(ConnectorContract):
    connector: ClassVar[type[Connector]] = X

    def account(self) -> Account:
        return Account("a1", "x", "@shop", "Shop", "", "1")


class TestXInTrouble(Troubled):
    place = "X"

    def connected(self, url: str, web: Web) -> X:
        return X(account(url), dict.fromkeys(("access_token", "refresh_token"), CANARY), web)

    def parent(self) -> Post:
        author = Author("x", "7", "@carla", "Carla")
        return stored(RemotePost("5", author, "@shop stale", datetime.now(UTC), address="summoned 5"))

    def is_reply(self, asked: Asked) -> bool:
        return asked.path == "/2/tweets" and asked.method == "POST"

    def good(self, asked: Asked) -> Says:
        if asked.path.endswith("/token"):
            return Says({"error": "invalid_request"}, 400)
        return Says({"meta": {"result_count": 0}})


@pytest.fixture
def web() -> Iterator[Web]:
    with quick_web() as web:
        yield web


@pytest.fixture
def town() -> Iterator[Town]:
    with LittleServer(Says()) as server:
        yield Town(server)


@pytest.fixture
def x(town: Town, web: Web) -> X:
    return connected(town, web)


def spent(x: X) -> float:
    return round(x.meter.used("USD", datetime.now(UTC).date() - timedelta(days=1)), 6)


def read(x: X, cursors: Mapping[str, str] | None = None) -> list[Any]:
    return [post for batch in x.fetch(cursors or {}) for post in batch.posts]


# ---- reading ---------------------------------------------------------------------------------------


def test_mentions_and_our_own_posts_arrive_oldest_first(town: Town, x: X) -> None:
    first = town.says("carla", "@shop the croissant was stale &amp; cold <3")
    second = town.says("theo", "Are you open on Monday, @shop?")
    ours = town.says("shop", "Monday from eight.", second)
    posts = read(x)
    assert [post.remote_id for post in posts] == [first, second, ours]
    croissant, monday, answer = posts
    assert croissant.text == "@shop the croissant was stale &amp; cold <3"  # as she typed it: X escapes, we undo it
    assert (croissant.source, croissant.is_ours, croissant.address) == (Source.MENTION, False, f"summoned {first}")
    assert (croissant.author.handle, croissant.author.name, croissant.author.key) == ("@carla", "Carla M.", "7")
    assert croissant.url == f"https://x.com/carla/status/{first}"
    assert monday.text == "Are you open on Monday, @shop?"
    assert (answer.text, answer.is_ours, answer.parent_remote_id) == ("Monday from eight.", True, second)


def test_what_was_read_is_not_asked_for_again(town: Town, x: X) -> None:
    town.says("carla", "@shop stale")
    cursors: dict[str, str] = {}
    for batch in x.fetch(cursors):
        cursors |= batch.cursors
    newest = town.says("theo", "@shop closed?")
    assert [post.remote_id for post in read(x, cursors)] == [newest]


def test_many_pages_arrive_without_a_gap(town: Town, web: Web, x: X) -> None:
    known = town.says("carla", "@shop the first")
    town.page = 5
    wanted = [town.says("carla", f"@shop number {n}") for n in range(17)]
    batches = list(x.fetch({"mentions": known, "own": known}))
    assert [post.remote_id for batch in batches for post in batch.posts] == wanted
    assert [batch.cursors["mentions"] for batch in batches] == [wanted[at] for at in (1, 6, 11, 16)]


def test_a_fetch_that_breaks_off_keeps_what_came_and_moves_no_cursor(town: Town, x: X) -> None:
    known = town.says("carla", "@shop the first")
    town.page = 5
    wanted = [town.says("carla", f"@shop number {n}") for n in range(12)]
    town.before = lambda asked: Says({}, 503) if "pagination_token" in asked.query else None
    came: list[Any] = []
    with pytest.raises(SlowDown):
        came.extend(x.fetch({"mentions": known, "own": known}))
    assert [post.remote_id for post in came[0].posts] == wanted[-5:]
    assert came[0].cursors == {}
    town.before = lambda asked: None
    assert [post.remote_id for post in read(x, {"mentions": known, "own": known})] == wanted


def test_the_first_fetch_takes_one_page_since_each_post_costs(town: Town, x: X) -> None:
    town.page = 5
    for n in range(12):
        town.says("carla", f"@shop number {n}")
    assert len(read(x)) == 5


def test_the_shops_name_is_looked_for_when_it_was_given(town: Town, web: Web) -> None:
    x = connected(town, web, search='Corner Shop, Corner "Bakery')
    found = town.says("theo", "The Corner Shop has no bread again")
    town.says("carla", "@shop of the Corner Shop, hello")
    posts = {post.remote_id: post for post in read(x)}
    assert posts[found].source is Source.POST
    (query,) = next(asked.query["query"] for asked in town.server.asked if "query" in asked.query)
    assert query == '("Corner Shop" OR "Corner Bakery") -is:retweet -from:shop -@shop'


def test_without_a_name_nothing_is_searched(town: Town, x: X) -> None:
    town.says("theo", "The Corner Shop has no bread again")
    assert read(x) == []
    assert not [asked for asked in town.server.asked if "search" in asked.path]


def test_a_search_from_before_the_last_seven_days_begins_anew_and_says_so(town: Town, web: Web) -> None:
    town.says("theo", "The Corner Shop again")

    def too_old(asked: Asked) -> Says | None:
        if "search" not in asked.path or "since_id" not in asked.query:
            return None
        named = {"message": "'since_id' must be a tweet id created after then", "parameters": {"since_id": ["5"]}}
        return problem(400, kind="https://api.twitter.com/2/problems/invalid-request", errors=[named])

    town.before = too_old
    for days, said in ((6, ""), (9, "X finds the shop's name in posts of seven days only: some before ")):
        x = connected(town, web, search="Corner Shop")
        x.account = x.account._replace(checked_at=datetime.now(UTC) - timedelta(days=days))
        (batch,) = [batch for batch in x.fetch({"search": "5"}) if "search" in batch.cursors]
        assert len(batch.posts) == 1
        assert batch.gap.startswith(said) and bool(batch.gap) is bool(said)
    town.posts.clear()
    assert [batch.cursors for batch in connected(town, web, search="Corner Shop").fetch({"search": "5"})] == [
        {"search": ""}
    ]


def test_more_mentions_than_x_hands_out_are_told_to_be_missing(town: Town, x: X) -> None:
    known = town.says("carla", "@shop the first")
    x.account = x.account._replace(checked_at=datetime.now(UTC) - timedelta(days=1))
    for n in range(800):
        town.says("carla", f"@shop number {n}")
    batches = list(x.fetch({"mentions": known}))
    told = [batch.gap for batch in batches if batch.gap]
    assert len(told) == 1
    assert told[0].startswith("X only hands out the newest 800: some before ")


def test_a_search_that_x_turns_down_does_not_hold_up_the_rest(town: Town, web: Web) -> None:
    mention, ours = town.says("carla", "@shop stale"), town.says("shop", "Fresh bread.")
    town.before = lambda asked: problem(400, "bad query") if "search" in asked.path else None
    came: list[Any] = []
    with pytest.raises(Refused):
        came.extend(connected(town, web, search="Corner Shop").fetch({}))
    assert [post.remote_id for batch in came for post in batch.posts] == [mention, ours]
    assert [*came[0].cursors, *came[1].cursors] == ["mentions", "own"]


def test_links_read_as_they_were_written_and_pictures_as_pictures(town: Town, x: X) -> None:
    town.says(
        "carla",
        "@shop see https://t.co/aaa and https://t.co/bbb https://t.co/ccc",
        urls=[
            {"start": 0, "end": 1, "url": "https://t.co/aaa", "expanded_url": "https://sea.example/menu?a=1&b=2",
             "display_url": "sea.example/menu?a…"},
            {"start": 0, "end": 1, "url": "https://t.co/bbb", "expanded_url": "http://corner.example",
             "display_url": "corner.example"},
            {"start": 0, "end": 1, "url": "https://t.co/ccc", "display_url": "pic.x.com/ccc",
             "expanded_url": "https://x.com/carla/status/1/photo/1"},
        ],
    )  # fmt: skip
    assert read(x)[0].text == "@shop see https://sea.example/menu?a=1&b=2 and corner.example [a picture]"


def test_a_long_post_is_read_whole(town: Town, x: X) -> None:
    town.says("carla", "@shop it began…", note={"text": "@shop it began in May & went on"})
    assert read(x)[0].text == "@shop it began in May & went on"


def test_an_edited_post_keeps_its_first_id_and_is_answered_at_its_newest(town: Town, x: X) -> None:
    first = town.says("carla", "@shop stale")
    newest = town.says("carla", "@shop stale and cold", edit_history=[first, str(int(first) + 1000)])
    town.takes_back(first)
    (post,) = read(x)
    assert (post.remote_id, post.address) == (first, f"summoned {newest}")
    assert post.edited_at == post.posted_at
    x.reply(stored(post), "We are sorry.", "k")
    assert town.posts[max(town.posts)]["refs"] == [("replied_to", newest)]


def test_one_post_that_cannot_be_read_does_not_hold_up_the_others(town: Town, x: X) -> None:
    town.says("carla", "@shop good")
    town.says("carla", "@shop odd", created_at=17)
    assert [post.text for post in read(x)] == ["@shop good"]


def test_somebody_whose_name_is_not_told_still_arrives(town: Town, x: X) -> None:
    remote_id = town.says("carla", "@shop stale", author_id="99")
    (post,) = read(x)
    assert (post.author.name, post.author.key) == ("Somebody on X", "99")
    assert post.url == f"https://x.com/i/web/status/{remote_id}"


@pytest.mark.parametrize("spelling", ["tweet", "post"])
def test_both_ways_of_naming_things_are_understood(town: Town, web: Web, spelling: str) -> None:
    town.spelling = spelling
    first = town.says("carla", "@shop stale")
    town.says("carla", "@shop and cold", first, note={"text": "@shop and cold, all of it"})
    posts = read(connected(town, web))
    assert [post.text for post in posts] == ["@shop stale", "and cold, all of it"]
    assert posts[1].parent_remote_id == first
    assert all(post.address.startswith("summoned") for post in posts)


def test_fields_that_were_silently_left_out_are_asked_for_in_the_other_spelling(town: Town, x: X) -> None:
    town.says("carla", "@shop stale")
    town.spelling = "post"

    def lenient(asked: Asked) -> Says | None:
        if "tweet.fields" not in asked.query:
            return None
        return Says({"data": [{"id": "5", "text": "bare"}], "meta": {"result_count": 1}})

    town.before = lenient
    assert [post.text for post in read(x)] == ["@shop stale"]


# ---- threads ---------------------------------------------------------------------------------------


def test_a_thread_holds_what_is_above_what_we_said_and_what_concerns_us(town: Town, x: X) -> None:
    root = town.says("theo", "Where do you get bread?")
    complaint = town.says("carla", "Not at @shop, it was stale", root)
    ours = town.says("shop", "We are sorry.", complaint)
    more = town.says("carla", "Still stale today", ours)
    town.says("theo", "I bake my own", root)
    thread = x.thread(complaint)
    assert [post.remote_id for post in thread] == [root, complaint, ours, more]
    assert {post.root_remote_id for post in thread} == {root}


def test_a_thread_of_a_post_that_is_gone_is_gone(town: Town, x: X) -> None:
    remote_id = town.says("carla", "@shop stale")
    town.takes_back(remote_id)
    with pytest.raises(Gone):
        x.thread(remote_id)


def test_an_answer_that_says_nothing_of_a_post_is_no_word_that_it_is_gone(town: Town, x: X) -> None:
    town.before = lambda asked: Says({})
    with pytest.raises(Garbled):
        x.thread("5")
    hidden = {"title": "Authorization Error", "type": "https://api.x.com/2/problems/not-authorized-for-resource"}
    town.before = lambda asked: Says({"errors": [hidden]})
    with pytest.raises(Refused, match="some people in") as caught:
        x.thread("5")
    assert not isinstance(caught.value, Gone)


def test_a_thread_whose_beginning_is_gone_is_shorter(town: Town, x: X) -> None:
    root = town.says("theo", "Where do you get bread?")
    reply = town.says("carla", "Not at @shop", root)
    town.takes_back(root)
    assert [post.remote_id for post in x.thread(reply)] == [reply]


def test_only_what_x_names_as_missing_counts_as_gone(town: Town, x: X) -> None:
    here, gone = town.says("carla", "@shop stale"), town.says("carla", "@shop cold")
    town.takes_back(gone)
    assert x.still_there((here, gone, "told:1")) == {here}

    def hidden(asked: Asked) -> Says:
        kind = "https://api.twitter.com/2/problems/not-authorized-for-resource"
        return Says({"errors": [{"title": "Authorization Error", "type": kind, "value": here}]})

    town.before = hidden
    assert x.still_there((here,)) == {here}


# ---- answering -------------------------------------------------------------------------------------


def test_an_answer_goes_out_and_is_read_back_as_the_same_words(town: Town, x: X) -> None:
    complaint = read_one(town, x, "@shop stale")
    sent = x.reply(complaint, "@carla We are sorry. 2 < 3 & so on", "key")
    assert sent.text == "We are sorry. 2 < 3 & so on"
    (back,) = [post for post in x.thread(complaint.remote_id) if post.is_ours]
    assert (back.remote_id, back.text, back.url) == (sent.remote_id, sent.text, sent.url)


def read_one(town: Town, x: X, words: str, who: str = "carla", **more: Any) -> Any:
    remote_id = town.says(who, words, **more)
    return stored(next(post for post in x.thread(remote_id) if post.remote_id == remote_id))


def test_who_named_or_quoted_us_is_answered_from_here_and_nobody_else(town: Town, x: X) -> None:
    ours = town.says("shop", "Fresh bread from eight.")
    link = {"start": 0, "end": 1, "url": "https://t.co/q", "expanded_url": f"https://twitter.com/Shop/status/{ours}"}
    named = read_one(town, x, "@Shop stale")
    quoting = read_one(town, x, "Fresh? https://t.co/q", quotes=ours, urls=[link])
    beside = read_one(town, x, "The Corner Shop is stale")
    assert x.route(named).from_here
    assert x.route(quoting).from_here
    route = x.route(beside)
    assert not route.from_here
    assert route.why == "X lets an app answer only people who named you or quoted you."
    assert route.url == f"https://x.com/intent/post?in_reply_to={beside.remote_id}"


def test_x_saying_that_nobody_called_us_is_told_plainly(town: Town, x: X) -> None:
    beside = read_one(town, x, "The Corner Shop is stale")
    with pytest.raises(Refused, match="only people who named you") as caught:
        x.reply(beside, "We are sorry.", "key")
    assert "on X itself" in caught.value.advice
    assert "403" in caught.value.details


def test_an_answer_that_x_has_already_is_found_and_not_doubled(town: Town, x: X) -> None:
    complaint = read_one(town, x, "@shop stale")
    once = x.reply(complaint, "We are sorry.", "key")
    again = x.reply(complaint, "We are sorry.", "key")
    assert again.remote_id == once.remote_id


def test_the_same_words_under_another_post_are_told_apart(town: Town, x: X) -> None:
    first, second = read_one(town, x, "@shop stale"), read_one(town, x, "@shop cold")
    x.reply(second, "We are sorry.", "key")
    with pytest.raises(Refused, match="same words twice"):
        x.reply(first, "We are sorry.", "key")


def test_a_duplicate_that_cannot_be_found_stays_in_doubt(town: Town, x: X) -> None:
    complaint = read_one(town, x, "@shop stale")
    old = town.says("shop", "We are sorry.")
    town.posts[old]["id"] = "5"  # too long ago to be listed
    with pytest.raises(Unanswered):
        x.reply(complaint, "We are sorry.", "key")


def test_answering_what_was_deleted_meanwhile_is_gone(town: Town, x: X) -> None:
    complaint = read_one(town, x, "@shop stale")
    town.takes_back(complaint.remote_id)
    with pytest.raises(Gone):
        x.reply(complaint, "We are sorry.", "key")


def test_what_is_too_long_is_not_sent(town: Town, x: X) -> None:
    complaint = read_one(town, x, "@shop stale")
    with pytest.raises(Refused, match=r"X allows 280 characters\. Yours is 281\."):
        x.reply(complaint, "a" * 281, "key")
    assert not [asked for asked in town.server.asked if asked.method == "POST"]
    assert x.reply(complaint, "@carla " + "a" * 280, "key")


def test_replies_are_hidden_shown_and_ours_deleted(town: Town, x: X) -> None:
    ours = town.says("shop", "Fresh bread.")
    rude = town.says("theo", "@shop rude", ours)
    x.hide(rude, hidden=True)
    assert town.hidden == {rude}
    x.hide(rude, hidden=False)
    assert town.hidden == set()
    x.delete(ours)
    x.delete(ours)
    assert ours not in town.posts


@pytest.mark.parametrize("odd", ["../users/me", "5?x=1", "", "１２"])
def test_an_odd_id_gets_into_no_address(town: Town, x: X, odd: str) -> None:
    for act in (x.thread, x.delete):
        with pytest.raises(Gone):
            act(odd)
    assert town.server.asked == []


# ---- what it costs ---------------------------------------------------------------------------------


def test_each_post_and_person_is_charged_once_a_day(town: Town, x: X) -> None:
    complaint = read_one(town, x, "@shop stale")
    assert spent(x) == READ + PERSON
    town.says("carla", "@shop cold")
    read(x)
    assert spent(x) == round(READ + PERSON + OWN, 6)
    read(x)
    x.thread(complaint.remote_id)
    assert spent(x) == round(READ + PERSON + OWN, 6)


def test_answers_cost_by_the_piece_and_links_many_times_more(town: Town, x: X) -> None:
    complaint = read_one(town, x, "@shop stale")
    before = spent(x)
    x.reply(complaint, "We are sorry.", "key")
    assert round(spent(x) - before, 6) == 0.01
    x.reply(complaint, "See corner.shop/menu", "key 2")
    assert round(spent(x) - before, 6) == 0.21
    assert x.warning(complaint, "We are sorry.") == ""
    said = x.warning(complaint, "See https://corner.example/menu")
    assert said == "With a link in it, X charges $0.20 for this answer in place of $0.01."


def test_an_answer_in_doubt_is_charged_since_it_may_have_gone(town: Town, x: X) -> None:
    complaint = read_one(town, x, "@shop stale")
    before = spent(x)
    town.before = lambda asked: Says(cut=True) if asked.method == "POST" else None
    with pytest.raises(Unanswered):
        x.reply(complaint, "We are sorry.", "key")
    assert round(spent(x) - before, 6) == 0.01


def test_at_the_ceiling_fetching_stops_until_next_month_and_posting_does_not(town: Town, web: Web) -> None:
    x = connected(town, web, ceiling="0.05")
    complaint = read_one(town, x, "@shop stale")
    today = datetime.now(UTC).date()
    x.meter.add("USD", 5, today.replace(day=1) - timedelta(days=1))  # last month's money
    read(x)
    x.meter.add("USD", 0.05, today)
    asked = len(town.server.asked)
    with pytest.raises(SlowDown, match=r"This month's limit of \$0\.05 for X is used up") as caught:
        read(x)
    assert len(town.server.asked) == asked
    next_month = datetime.now(UTC) + timedelta(seconds=caught.value.seconds)
    assert (next_month + timedelta(seconds=5)).day == 1
    assert "posting goes on" in x.warning(complaint, "Sorry.")
    assert x.reply(complaint, "We are sorry.", "key").remote_id in town.posts


def test_a_ceiling_reached_between_pages_keeps_what_was_paid_for(town: Town, web: Web) -> None:
    x = connected(town, web, ceiling="0.02")
    known = town.says("carla", "@shop the first")
    town.page = 5
    wanted = [town.says("carla", f"@shop number {n}") for n in range(20)]
    came: list[Any] = []
    with pytest.raises(SlowDown):
        for batch in x.fetch({"mentions": known, "own": known}):
            came += batch.posts
            assert batch.cursors == {}
    assert [post.remote_id for post in came] == wanted[-10:]


def test_the_estimate_is_reckoned_from_the_table(town: Town) -> None:
    each = OWN + PERSON + READ + tariff.amount("x", "reply") + OWN
    said = X.estimate(15)
    assert said.startswith(f"Checking every 15 minutes costs about ${150 * each:.2f} a month")
    assert "$0.20" in said
    assert said.endswith("What is there already costs up to $1.20, once; with a name to look for, up to $1.50 more.")


# ---- what goes wrong -------------------------------------------------------------------------------


def test_an_expired_key_is_renewed_once_and_the_request_repeated(town: Town, x: X) -> None:
    complaint = read_one(town, x, "@shop stale")
    town.access = "another-one"
    assert x.reply(complaint, "We are sorry.", "key").remote_id in town.posts
    assert dict(x.secrets) == keys(town)
    tokens = [asked for asked in town.server.asked if asked.path == "/2/oauth2/token"]
    assert [asked.form["client_id"] for asked in tokens] == ["client-of-the-shop"]


def test_a_revoked_app_asks_to_sign_in_again(town: Town, x: X) -> None:
    town.access = town.refresh = "another-one"
    with pytest.raises(LoginExpired, match="X signed us out"):
        read(x)


def test_a_renewal_without_an_answer_leaves_the_reply_waiting_and_not_in_doubt(town: Town, x: X) -> None:
    complaint = read_one(town, x, "@shop stale")
    town.access = "another-one"
    town.before = lambda asked: Says(cut=True) if asked.path == "/2/oauth2/token" else None
    with pytest.raises(Offline):
        x.reply(complaint, "We are sorry.", "key")


X_SAYS_NO = {
    "no credits": (problem(402, "credits depleted", title="CreditsDepleted"), SlowDown, "prepaid credits are used up"),
    "usage capped": (problem(403, kind="…/problems/usage-capped", period="Daily"), SlowDown, "all it may"),
    "usage capped as 429": (problem(429, kind="…/problems/usage-capped", period="Monthly"), SlowDown, "all it may"),
    "too many": (Says({"errors": [{"code": 88, "message": "Rate limit exceeded"}]}, 429), SlowDown, "slow down"),
    "not enrolled": (problem(403, kind="https://api.x.com/2/problems/client-forbidden", reason="client-not-enrolled"),
                     Refused, "doesn't let your app"),
    "protected": (problem(403, kind="…/problems/not-authorized-for-resource"), Refused, "some people in"),
    "suspended": (problem(403, "Your account is suspended"), Refused, "suspended or locked"),
    "not found": (problem(404), ShopError, "as it used to"),
    "only errors": (Says({"errors": [{"title": "No", "type": "…/not-found"}]}), ShopError, "as it used to"),
    "a list": (Says([1]), ShopError, "isn't an answer"),
}  # fmt: skip


@pytest.mark.parametrize("what", X_SAYS_NO)
def test_what_x_says_no_with_becomes_a_plain_sentence(town: Town, x: X, what: str) -> None:
    says, kind, words = X_SAYS_NO[what]
    town.before = lambda asked: says
    with pytest.raises(kind, match=words) as caught:
        read(x)
    assert "canary" not in f"{caught.value} {caught.value.details} {caught.value!r}"


def test_no_credits_pause_the_account_for_six_hours_and_leave_replies_waiting(town: Town, x: X) -> None:
    complaint = read_one(town, x, "@shop stale")
    town.before = lambda asked: problem(402)
    for act in (lambda: read(x), lambda: x.reply(complaint, "Sorry.", "key")):
        with pytest.raises(SlowDown) as caught:
            act()
        assert caught.value.seconds == 6 * 3600


def test_a_rate_limit_ends_when_the_header_says(town: Town, x: X) -> None:
    at = datetime.now(UTC) + timedelta(minutes=11)
    town.before = lambda asked: Says({}, 429, {"x-rate-limit-reset": str(int(at.timestamp()))})
    with pytest.raises(SlowDown) as caught:
        read(x)
    assert 600 < caught.value.seconds <= 661


@pytest.mark.parametrize("says", [Says(cut=True), Says(hangs=True), Says({}, 500), Says(b"<html>"), Says({}, 201)])
def test_an_answer_that_gets_no_clear_one_is_in_doubt(town: Town, x: X, says: Says) -> None:
    complaint = read_one(town, x, "@shop stale")
    town.before = lambda asked: says if asked.method == "POST" else None
    with pytest.raises(Unanswered) as caught:
        x.reply(complaint, "We are sorry.", "key")
    assert "canary" not in f"{caught.value} {caught.value.details}"


def test_x_turning_down_for_a_reason_it_does_not_name_is_told_as_it_is(town: Town, x: X) -> None:
    complaint = read_one(town, x, "@shop stale")
    town.before = lambda asked: problem(400, "no") if asked.method == "POST" else None
    with pytest.raises(Refused, match="turned it down"):
        x.reply(complaint, "We are sorry.", "key")
    town.before = lambda asked: problem(403, UNCALLED) if asked.method == "POST" else None
    with pytest.raises(Refused, match="only people who named you"):
        x.reply(complaint, "We are sorry.", "key")


def test_the_key_that_is_shown_to_x_is_shown_nowhere_else(town: Town, x: X) -> None:
    assert "canary" not in repr(x) + repr(x.secrets)
    town.before = lambda asked: Says({"detail": f"{asked.headers['authorization']} is no good"}, 400)
    with pytest.raises(Refused) as caught:
        read(x)
    assert "canary" not in f"{caught.value!r} {caught.value.details} {caught.value.answer!r}"
    assert account(town.url).facts["client_id"] == "client-of-the-shop"
