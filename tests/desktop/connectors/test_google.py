"""The Google connector against a stand-in that keeps reviews, held against Google's own discovery documents."""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from desktop.connectors import Connector, SignedIn
from desktop.connectors.google import Google
from desktop.connectors.google_reviews import Reader, name_of, original, turned_down, why
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
from desktop.records import Account, Batch, Post, Source, Stranger
from desktop.web import Web
from tests.desktop.connectors.conftest import stored
from tests.desktop.connectors.contract import ConnectorContract
from tests.desktop.connectors.discovery import Discovery
from tests.desktop.connectors.google_stand_in import MAPS, PARENT, GoogleStandIn, place, refusal
from tests.desktop.connectors.test_mastodon import WRONG, every_place
from tests.desktop.connectors.test_mastodon_sign_in import come_back
from tests.desktop.connectors.troubles import CANARY, Troubled
from tests.desktop.little_server import Asked, LittleServer, Says

READER = Reader("locations/2", "Quay Bakery", MAPS)
KEYS = {"token": "token-1", "refresh": "refresh-1", "until": "9999999999", "client_secret": "client-secret-1"}
CLIENT = {"client_id": "client-id-1", "client_secret": "client-secret-1"}


class TestGoogleKeepsTheContract(ConnectorContract):
    connector = Google


class TestGoogleInTrouble(Troubled):
    place = "Google"

    def connected(self, url: str, web: Web) -> Google:
        facts = {"parent": PARENT, "page": MAPS, "client_id": "client-id-1", "base": url}
        account = Account("g1", "google", "Quay Bakery", "Quay Bakery", "", "locations/2", facts=facts)
        keys = dict.fromkeys(("token", "refresh", "client_secret"), CANARY)
        return Google(account, {**keys, "until": "9999999999"}, web)

    def parent(self) -> Post:
        return _a_review(f"{PARENT}/reviews/R1")

    def is_reply(self, asked: Asked) -> bool:
        return asked.method == "PUT"

    def good(self, asked: Asked) -> Says:
        return Says({"error": "invalid_grant"}, 400) if asked.path == "/token" else Says({})


@pytest.fixture
def stand_in() -> GoogleStandIn:
    return GoogleStandIn()


@pytest.fixture
def server(stand_in: GoogleStandIn) -> Iterator[LittleServer]:
    with LittleServer() as server:
        server.answer = stand_in
        yield server


def connected(server: LittleServer, web: Web, **keys: str) -> Google:
    facts = {"parent": PARENT, "page": MAPS, "client_id": "client-id-1", "base": server.url}
    account = Account("g1", "google", "Quay Bakery", "Quay Bakery", "", "locations/2", facts=facts)
    return Google(account, {**KEYS, **keys}, web)


def fetched(google: Google, cursors: Mapping[str, str]) -> tuple[list[Batch], dict[str, str]]:
    batches, now = list(google.fetch(cursors)), dict(cursors)
    for batch in batches:
        now |= batch.cursors
    return batches, now


def texts(batches: list[Batch]) -> list[str]:
    return [post.text for batch in batches for post in batch.posts]


def the_review(google: Google, name: str) -> Post:
    return stored(google.thread(name)[0])


# ---- what a review is ------------------------------------------------------------------------------


def test_a_review_is_read_in_full(stand_in: GoogleStandIn) -> None:
    name = stand_in.write("The tart was raw.", "TWO")
    (post,) = READER.posts(stand_in.reviews[name])
    assert (post.remote_id, post.uri) == (name, "locations/2/reviews/R1")
    assert (post.text, post.stars, post.source, post.url) == ("The tart was raw.", 2, Source.REVIEW, MAPS)
    assert post.posted_at == datetime(2026, 11, 1, 9, 1, 0, 0, UTC)  # nanoseconds are cut
    assert (post.author.name, post.author.key) == ("Marta K.", "locations/2/reviews/R1")
    assert (post.is_ours, post.is_public, post.edited_at) == (False, True, None)


def test_two_people_of_one_name_are_two_people_and_a_hidden_one_has_no_name(stand_in: GoogleStandIn) -> None:
    one, two = (READER.review(stand_in.reviews[stand_in.write("x", who="Anna")]) for _ in range(2))
    assert one.author.key != two.author.key
    hidden = READER.review({**stand_in.reviews[two.remote_id], "reviewer": {"isAnonymous": True}})
    assert hidden.author.name == "A Google user"


def test_stars_alone_have_no_words_and_pictures_alone_say_that_they_are_there(stand_in: GoogleStandIn) -> None:
    name = stand_in.write("", "THREE")
    assert (READER.review(stand_in.reviews[name]).text, READER.review(stand_in.reviews[name]).stars) == ("", 3)
    media = {**stand_in.reviews[name], "reviewMediaItems": [{"thumbnailUrl": "x"}]}
    assert READER.review(media).text == "[a picture]"
    unsaid = {**stand_in.reviews[name], "starRating": "STAR_RATING_UNSPECIFIED"}
    assert READER.review(unsaid).stars is None


ORIGINALS = [
    ("Sehr gut", "Sehr gut"),
    ("Sehr gut\n\n(Translated by Google)\nVery good", "Sehr gut"),
    ("(Translated by Google) Very good\n\n(Original)\nSehr gut\n\nWirklich", "Sehr gut\n\nWirklich"),
    ("(Translated by Google) Very good", "(Translated by Google) Very good"),
    ("I saw “(Translated by Google)” on it", "I saw “(Translated by Google)” on it"),
]


@pytest.mark.parametrize(("comment", "theirs"), ORIGINALS)
def test_the_words_are_those_that_were_written_not_their_translation(comment: str, theirs: str) -> None:
    assert original(comment) == theirs


def test_a_changed_review_says_when_and_keeps_who(stand_in: GoogleStandIn) -> None:
    name = stand_in.write("Raw.", "ONE")
    before = READER.review(stand_in.reviews[name])
    stand_in.rewrite(name, "Raw. They brought a new one!", "FIVE")
    after = READER.review(stand_in.reviews[name])
    assert (after.remote_id, after.author, after.posted_at) == (before.remote_id, before.author, before.posted_at)
    assert after.edited_at is not None and after.edited_at > after.posted_at
    assert after.stars == 5


def test_only_an_approved_reply_counts_as_shown(stand_in: GoogleStandIn) -> None:
    name = stand_in.write("Raw.")
    said = {"comment": "Sorry. Ines", "updateTime": "2026-11-02T10:00:00.123456789Z"}
    shown = {}
    for state in (None, "APPROVED", "PENDING", "REJECTED", "REVIEW_REPLY_STATE_UNSPECIFIED", "SOMETHING_NEW"):
        reply = said if state is None else {**said, "reviewReplyState": state}
        shown[state] = len(READER.seen({**stand_in.reviews[name], "reviewReply": reply})) == 2
    assert [state for state, is_shown in shown.items() if is_shown] == [None, "APPROVED"]


def test_a_rejected_reply_is_nowhere_and_its_reason_is_in_plain_words(stand_in: GoogleStandIn) -> None:
    name = stand_in.write("Raw.")
    reply = {"comment": "Ring 0800 1", "reviewReplyState": "REJECTED"}
    violation = {"policyViolation": "ADVERTISING_AND_SOLICITATION"}
    review = {**stand_in.reviews[name], "reviewReply": {**reply, **violation}}
    assert len(READER.posts(review)) == 1
    assert turned_down(review) == {f"{name}/reply": "it takes it for advertising."}
    assert why("A_RULE_OF_TOMORROW") == "it names its rule on “a rule of tomorrow”."
    assert why("POLICY_VIOLATION_UNSPECIFIED") == why("") == ""
    assert turned_down({**review, "reviewReply": {"comment": "x", "reviewReplyState": "PENDING"}}) == {}


def test_a_wrong_type_anywhere_is_garbled_and_never_a_crash(stand_in: GoogleStandIn) -> None:
    name = stand_in.write("Raw.", reviewMediaItems=[{"thumbnailUrl": "x"}])
    reply = {"comment": "Sorry", "updateTime": "2026-11-02T10:00:00Z", "reviewReplyState": "REJECTED"}
    good = {**stand_in.reviews[name], "reviewReply": {**reply, "policyViolation": "OFFENSIVE"}}
    outcomes = {"read": 0, "garbled": 0}
    for spot in every_place(good):
        for wrong in WRONG:
            bad = _with(good, spot, wrong)
            try:
                assert READER.posts(bad)
                assert READER.seen(bad)
                turned_down(bad)
                outcomes["read"] += 1
            except Garbled:
                outcomes["garbled"] += 1
    assert outcomes["garbled"] > 50
    assert outcomes["read"] > 20


def _with(data: Any, spot: tuple[Any, ...], value: object) -> Any:
    """A copy of `data` with something else in one place."""
    if not spot:
        return value
    copy = dict(data) if isinstance(data, dict) else list(data)
    copy[spot[0]] = _with(data[spot[0]], spot[1:], value)
    return copy


def test_an_id_that_is_none_is_gone_and_is_never_asked_for(server: LittleServer, web: Web) -> None:
    for odd in ("", "R1", "accounts/1", f"{PARENT}/reviews/", f"{PARENT}/reviews/a/b", f"{PARENT}/reviews/x?y=1"):
        with pytest.raises(Gone):
            connected(server, web).thread(odd)
    assert server.asked == []
    assert name_of(f"{PARENT}/reviews/R1/reply") == f"{PARENT}/reviews/R1"


# ---- fetching --------------------------------------------------------------------------------------


def test_the_first_fetch_brings_everything_oldest_first(
    stand_in: GoogleStandIn, server: LittleServer, web: Web
) -> None:
    stand_in.page = 3
    for number in range(1, 9):
        stand_in.write(f"Review {number}")
    batches, cursors = fetched(connected(server, web), {})
    assert texts(batches) == [f"Review {number}" for number in range(1, 9)]
    assert cursors == {"reviews": "2026-11-01T09:08:00+00:00", "count": "8", "unread": "0"}


def test_then_only_what_changed_and_no_gap(stand_in: GoogleStandIn, server: LittleServer, web: Web) -> None:
    stand_in.page = 3
    names = [stand_in.write(f"Review {number}") for number in range(1, 8)]
    google = connected(server, web)
    _, cursors = fetched(google, {})
    for number in range(8, 13):
        stand_in.write(f"Review {number}")
    stand_in.rewrite(names[0], "Review 1, changed")
    batches, cursors = fetched(google, cursors)
    assert texts(batches)[-6:] == [*(f"Review {number}" for number in range(8, 13)), "Review 1, changed"]
    assert len(texts(batches)) == 9  # down to the first page that holds something older
    before = len(server.asked)
    batches, again = fetched(google, cursors)
    assert (again, len(server.asked) - before) == (cursors, 1)
    assert not any(batch.is_short for batch in batches)


def test_a_fetch_that_breaks_brings_what_came_and_goes_on_without_a_gap(
    stand_in: GoogleStandIn, server: LittleServer, web: Web
) -> None:
    stand_in.page = 2
    google = connected(server, web)
    stand_in.write("Review 1")
    _, cursors = fetched(google, {})
    for number in range(2, 8):
        stand_in.write(f"Review {number}")
    came: list[Batch] = []
    server.answer = lambda asked: Says(b"<html>") if "4" in asked.query.get("pageToken", []) else stand_in(asked)
    with pytest.raises(Garbled):
        came.extend(google.fetch(cursors))
    server.answer = lambda asked: Says(b"<html>") if "4" in asked.query.get("pageToken", []) else stand_in(asked)
    broken = google.fetch(cursors)
    first = [next(broken), next(broken)]
    assert texts(first) == ["Review 4", "Review 5", "Review 6", "Review 7"]
    assert all(not batch.cursors for batch in first)  # so that 2 and 3 are still looked for
    server.answer = stand_in
    batches, after = fetched(google, cursors)
    assert texts(batches)[-6:] == [f"Review {number}" for number in range(2, 8)]
    assert after["count"] == "7"


def test_one_review_that_makes_no_sense_is_left_out_and_told_once(
    stand_in: GoogleStandIn, server: LittleServer, web: Web
) -> None:
    stand_in.write("Good")
    stand_in.write("Odd", createTime="yesterday")
    stand_in.write("Better")
    google = connected(server, web)
    batches, cursors = fetched(google, {})
    assert texts(batches) == ["Good", "Better"]
    assert [batch.gap for batch in batches] == ["1 of the newest reviews can't be read and were left out."]
    batches, _ = fetched(google, cursors)
    assert [batch.gap for batch in batches] == [""]


def test_when_nothing_makes_sense_nothing_is_taken_for_read(
    stand_in: GoogleStandIn, server: LittleServer, web: Web
) -> None:
    stand_in.write("Odd", createTime="yesterday")
    with pytest.raises(Garbled):
        fetched(connected(server, web), {})


def test_a_review_that_went_makes_the_count_short_and_is_found_out(
    stand_in: GoogleStandIn, server: LittleServer, web: Web
) -> None:
    names = [stand_in.write(f"Review {number}") for number in range(1, 9)]
    google = connected(server, web)
    _, cursors = fetched(google, {})
    del stand_in.reviews[names[3]]
    stand_in.write("Review 9")  # as many as before: and still one is missing
    batches, cursors = fetched(google, cursors)
    assert [batch.is_short for batch in batches] == [True]
    assert google.still_there(tuple(names)) == set(names) - {names[3]}
    assert google.still_there((names[3],)) == frozenset()
    assert not any(batch.is_short for batch in fetched(google, cursors)[0])
    stand_in.reviews.clear()
    assert [batch.is_short for batch in fetched(google, cursors)[0]] == [True]


def test_a_list_that_comes_up_empty_makes_nothing_gone_by_itself(
    stand_in: GoogleStandIn, server: LittleServer, web: Web
) -> None:
    names = tuple(stand_in.write(f"Review {number}") for number in range(1, 9))
    stand_in.says["GET", f"{PARENT}/reviews"] = Says({})
    assert connected(server, web).still_there(names) == set(names)


def test_a_place_without_reviews_is_well(server: LittleServer, web: Web) -> None:
    google = connected(server, web)
    batches, cursors = fetched(google, {})
    assert texts(batches) == []
    assert cursors == {"reviews": "", "count": "0", "unread": "0"}
    assert fetched(google, cursors)[1] == cursors


# ---- answering -------------------------------------------------------------------------------------


def test_a_reply_waits_until_google_has_looked_at_it(stand_in: GoogleStandIn, server: LittleServer, web: Web) -> None:
    name, google = stand_in.write("Raw."), connected(server, web)
    sent = google.reply(the_review(google, name), "Sorry, Marta. Ines", "key-1")
    assert (sent.remote_id, sent.text, sent.is_ours, sent.parent_remote_id) == (
        f"{name}/reply",
        "Sorry, Marta. Ines",
        True,
        name,
    )
    assert [post.text for post in google.thread(name)] == ["Raw.", "Sorry, Marta. Ines"]
    assert _seen(google, name).sees(sent.remote_id) is False
    stand_in.judge(name, "APPROVED")
    assert _seen(google, name).sees(sent.remote_id) is True
    stand_in.judge(name, "REJECTED", "PERSONAL_INFORMATION")
    seen = _seen(google, name)
    assert seen.sees(name) and not seen.sees(sent.remote_id)
    assert seen.turned_down[sent.remote_id].startswith("it thinks there's something private in it")
    assert seen.how == "asked"


def _seen(google: Google, name: str) -> Stranger:
    seen = google.as_stranger(name)
    assert seen is not None
    return seen


def test_a_second_answer_takes_the_place_of_the_first(stand_in: GoogleStandIn, server: LittleServer, web: Web) -> None:
    name, google = stand_in.write("Raw."), connected(server, web)
    first = google.reply(the_review(google, name), "Sorry.", "key-1")
    second = google.reply(the_review(google, name), "Sorry. A new one is on its way.", "key-2")
    assert first.remote_id == second.remote_id
    changed = google.edit(second.remote_id, "Sorry. A new one came.")
    assert [post.text for post in google.thread(name)] == ["Raw.", "Sorry. A new one came."]
    assert changed.remote_id == first.remote_id
    assert google.still_there((name, first.remote_id)) == {name, first.remote_id}
    google.delete(first.remote_id)
    google.delete(first.remote_id)  # gone already: no failure
    assert [post.text for post in google.thread(name)] == ["Raw."]
    assert google.still_there((name, first.remote_id)) == {name}


def test_a_reply_counts_in_bytes_and_one_that_is_too_long_never_leaves(
    stand_in: GoogleStandIn, server: LittleServer, web: Web
) -> None:
    name, google = stand_in.write("Raw."), connected(server, web)
    parent = the_review(google, name)
    before = len(server.asked)
    with pytest.raises(Refused, match=r"^Google allows 4,096 bytes\. Yours is 4,098\.$"):
        google.reply(parent, "é" * 2049, "key-1")
    assert len(server.asked) == before
    assert google.reply(parent, "é" * 2048, "key-1").text == "é" * 2048


def test_silence_after_a_reply_is_unanswered_and_the_thread_tells(
    stand_in: GoogleStandIn, server: LittleServer, web: Web
) -> None:
    name, google = stand_in.write("Raw."), connected(server, web)
    parent = the_review(google, name)
    half = Says({"comment": "Sorry."}, short=5)
    for says in (Says(cut=True), Says(b"<html>"), Says({"comment": 5}), Says([]), Says({}, 502), half):
        stand_in.after["PUT", "/reply"] = says
        puts = sum(asked.method == "PUT" for asked in server.asked)
        with pytest.raises(Unanswered):
            google.reply(parent, "Sorry.", "key-1")
        assert sum(asked.method == "PUT" for asked in server.asked) == puts + 1
        assert google.thread(name)[1].text == "Sorry."


def test_what_was_taken_down_cannot_be_answered_and_shows_nothing(
    stand_in: GoogleStandIn, server: LittleServer, web: Web
) -> None:
    name, google = stand_in.write("Raw."), connected(server, web)
    parent = the_review(google, name)
    stand_in.reviews.clear()
    with pytest.raises(Gone):
        google.reply(parent, "Sorry.", "key-1")
    assert _seen(google, name).posts == ()
    with pytest.raises(Gone):
        google.thread(name)


# ---- what Google says no with ------------------------------------------------------------------------

NO = [
    (refusal(401, "UNAUTHENTICATED"), LoginExpired, "Google signed us out."),
    (
        refusal(403, "PERMISSION_DENIED"),
        NoRights,
        "Google doesn't show this page to the account you signed in with. Someone with full access has to allow it.",
    ),
    (
        refusal(403, "PERMISSION_DENIED", reason="SERVICE_DISABLED", service="mybusiness.googleapis.com"),
        Refused,
        "The Business Profile API isn't switched on in your Google project.",
    ),
    (
        refusal(429, "RESOURCE_EXHAUSTED", reason="RATE_LIMIT_EXCEEDED", quota_limit_value="0"),
        Refused,
        "Google hasn't let your project use the Business Profile API yet.",
    ),
    (
        refusal(429, "RESOURCE_EXHAUSTED", reason="RATE_LIMIT_EXCEEDED", quota_limit_value="300"),
        SlowDown,
        "Google asked us to slow down.",
    ),
    (
        refusal(403, "PERMISSION_DENIED", reason="ACCESS_TOKEN_SCOPE_INSUFFICIENT"),
        LoginExpired,
        "Google wasn't allowed enough when you signed in. Sign in again and leave every box ticked.",
    ),
    (refusal(400, "INVALID_ARGUMENT"), Refused, "Google turned it down."),
    (refusal(404, "NOT_FOUND"), Gone, "That isn't there any more."),
    (Says({}, 503), SlowDown, "Google isn't working right now."),
    (Says(b"<html>nginx</html>", 500, {"Content-Type": "text/html"}), SlowDown, "Google isn't working right now."),
    (Says({}, 403), Refused, "Google doesn't let us do that."),
    (Says(b"{", 403), Refused, "Google doesn't let us do that."),
    (Says(b"<html>hello</html>"), Garbled, "Google answered with something that isn't an answer."),
    (Says([]), Garbled, "Google answered with something that isn't an answer."),
    (Says({}, 302, {"Location": "https://elsewhere.example/"}), Garbled, "Google sent us somewhere else."),
    (Says(cut=True), Offline, "Google can't be reached."),
    (Says({"reviews": []}, short=4), Offline, "Google can't be reached."),
]


@pytest.mark.parametrize(("says", "kind", "words"), NO)
def test_each_no_has_its_own_plain_sentence(
    stand_in: GoogleStandIn, server: LittleServer, web: Web, says: Says, kind: type[ShopError], words: str
) -> None:
    stand_in.says["GET", "/reviews"] = says
    error = _failure(lambda: fetched(connected(server, web), {}))
    assert type(error) is kind
    assert str(error) == words


def _failure(act: Any) -> ShopError:
    with pytest.raises(ShopError) as caught:
        act()
    return caught.value


def test_who_may_read_and_not_write_is_told_so(stand_in: GoogleStandIn, server: LittleServer, web: Web) -> None:
    name, google = stand_in.write("Raw."), connected(server, web)
    stand_in.says["PUT", "/reply"] = refusal(403, "PERMISSION_DENIED")
    with pytest.raises(NoRights) as caught:
        google.reply(the_review(google, name), "Sorry.", "key-1")
    words = "Google lets us read this page but not post. Someone with full access has to allow it."
    assert str(caught.value) == words


# ---- signing in, staying signed in -------------------------------------------------------------------


def test_an_old_token_is_renewed_before_it_is_used_and_a_refused_one_at_once(
    stand_in: GoogleStandIn, server: LittleServer, web: Web
) -> None:
    old = connected(server, web, until=str(int(time.time()) + 10))
    fetched(old, {})
    assert server.asked[0].path == "/token"
    assert old.secrets["token"] == "token-2"
    assert int(old.secrets["until"]) > time.time() + 3000
    stand_in.tokens = {"token-2"}
    refused = connected(server, web)
    name = stand_in.write("Raw.")
    assert refused.reply(_a_review(name), "Sorry.", "key-1").text == "Sorry."
    assert refused.secrets["refresh"] == "refresh-1"


def _a_review(name: str) -> Post:
    return stored(READER.review({"name": name, "createTime": "2026-11-01T09:00:00Z"}))


@pytest.mark.parametrize("until", ["9999999999", "1", "", "soon"])
def test_a_clock_that_is_wrong_costs_a_renewal_and_no_work(
    stand_in: GoogleStandIn, server: LittleServer, web: Web, until: str
) -> None:
    """Set back or forward, or gone altogether: a token is old when Google says so."""
    stand_in.tokens = {"token-0"}
    name = stand_in.write("Raw.")
    google = connected(server, web, until=until)
    assert google.reply(_a_review(name), "Sorry.", "key-1").text == "Sorry."
    fetched(google, {})
    assert sum(asked.path == "/token" for asked in server.asked) == 1
    assert len(stand_in.reviews) == 1


def test_when_google_gives_no_new_token_a_person_signs_in_again(
    stand_in: GoogleStandIn, server: LittleServer, web: Web
) -> None:
    stand_in.tokens, stand_in.refresh = {"other"}, "another-refresh"
    with pytest.raises(LoginExpired, match=r"^Google signed us out\. If that happens every week, .* Audience\.$"):
        fetched(connected(server, web), {})
    with pytest.raises(LoginExpired, match=r"new client secret"):
        fetched(connected(server, web, client_secret="old"), {})
    with pytest.raises(LoginExpired):
        fetched(connected(server, web, refresh=""), {})


def signed_in(server: LittleServer, web: Web, **fields: str) -> SignedIn:
    return Google.sign_in({**CLIENT, "refresh": "refresh-1", "base": server.url, **fields}, web)


def test_a_person_signs_in_in_the_browser(stand_in: GoogleStandIn, server: LittleServer, web: Web) -> None:
    stand_in.write("Raw.")
    begun = Google.begin_browser({**CLIENT, "base": server.url}, web)
    query = {key: values[0] for key, values in parse_qs(urlsplit(begun.url).query).items()}
    assert begun.url.startswith(f"{server.url}/o/oauth2/v2/auth?")
    assert (query["access_type"], query["prompt"], query["code_challenge_method"]) == ("offline", "consent", "S256")
    assert query["scope"] == "https://www.googleapis.com/auth/business.manage"
    assert query["redirect_uri"].startswith("http://127.0.0.1:")
    with ThreadPoolExecutor(1) as worker:
        waiting = worker.submit(begun.finish, 20)
        assert come_back(begun, code="the-code") == 200  # type: ignore[arg-type]
        signed = waiting.result(10)
    full = "Quay Bakery, 1 Quay Street, Quayside"
    assert (signed.name, signed.handle, signed.remote_id) == ("Quay Bakery", full, "locations/2")
    facts = {"parent": PARENT, "page": MAPS, "client_id": "client-id-1", "location": full, "base": server.url}
    assert signed.facts == facts
    assert set(signed.secrets) == {"token", "refresh", "until", "client_secret"}
    for secret in ("refresh-1", "client-secret-1", signed.secrets["token"], query["state"]):
        assert secret not in repr(signed) + repr(begun)


def test_a_box_that_was_unticked_is_noticed(stand_in: GoogleStandIn, server: LittleServer, web: Web) -> None:
    stand_in.scope = "openid"
    with pytest.raises(Refused, match="wasn't allowed what Said & Done needs") as caught:
        signed_in(server, web)
    assert "ticked" in caught.value.advice


def test_a_client_that_google_does_not_know_is_told(server: LittleServer, web: Web) -> None:
    begun = Google.begin_browser({**CLIENT, "client_secret": "wrong", "base": server.url}, web)
    with ThreadPoolExecutor(1) as worker:
        waiting = worker.submit(begun.finish, 20)
        come_back(begun, code="the-code")  # type: ignore[arg-type]
        error = waiting.exception(10)
    assert isinstance(error, Misuse)
    assert str(error) == "Google doesn't know that client ID and secret."
    with pytest.raises(Misuse):
        signed_in(server, web, client_secret="wrong")
    with pytest.raises(Refused, match="doesn't take that refresh token"):
        signed_in(server, web, refresh="made-up")
    with pytest.raises(Misuse, match="Paste the client ID"):
        signed_in(server, web, client_id=" ")
    with pytest.raises(Misuse, match="Sign in in the browser"):
        signed_in(server, web, refresh="")


def test_of_several_places_the_one_that_was_named_is_taken(
    stand_in: GoogleStandIn, server: LittleServer, web: Web
) -> None:
    stand_in.places.append(place("locations/3", "Quay Bakery", "9 Mill Lane"))
    stand_in.places.append(place("locations/4", "Quay Café", "2 Quay Street"))
    with pytest.raises(Misuse) as caught:
        signed_in(server, web)
    assert str(caught.value) == (
        "That Google account looks after 3 places. Write down which one you mean: "
        "Quay Bakery, 1 Quay Street, Quayside; Quay Bakery, 9 Mill Lane, Quayside; Quay Café, 2 Quay Street, Quayside."
    )
    assert signed_in(server, web, location="quay café").remote_id == "locations/4"
    assert signed_in(server, web, location="Quay Bakery, 9 Mill Lane, Quayside").remote_id == "locations/3"
    assert signed_in(server, web, location="3").remote_id == "locations/3"
    with pytest.raises(Misuse, match="looks after 2 places"):
        signed_in(server, web, location="Quay Bakery")
    with pytest.raises(Misuse, match=r"no place called “Mill”. It has: Quay Bakery, 1 Quay Street"):
        signed_in(server, web, location="Mill")
    stand_in.places = []
    with pytest.raises(Misuse, match="looks after no place"):
        signed_in(server, web)


def test_an_account_that_shows_no_places_is_passed_over_if_another_one_does(
    stand_in: GoogleStandIn, server: LittleServer, web: Web
) -> None:
    stand_in.says["GET", "/v1/accounts/9/locations"] = refusal(403, "PERMISSION_DENIED")
    stand_in.accounts.insert(0, {"name": "accounts/9", "accountName": "A group", "type": "ORGANIZATION"})
    assert signed_in(server, web).remote_id == "locations/2"
    stand_in.places = []
    with pytest.raises(Refused, match="doesn't show this page"):
        signed_in(server, web)


def test_a_project_that_was_not_let_in_is_told_while_signing_in(
    stand_in: GoogleStandIn, server: LittleServer, web: Web
) -> None:
    stand_in.says["GET", "/v1/accounts"] = refusal(429, "RESOURCE_EXHAUSTED")
    with pytest.raises(SlowDown, match="hasn't let your project use the Business Profile API yet"):
        signed_in(server, web)
    stand_in.says = {("GET", "/reviews"): refusal(403, "PERMISSION_DENIED", reason="SERVICE_DISABLED")}
    with Web(pace=type(web._pace)()) as fresh, pytest.raises(Refused, match="isn't switched on"):
        signed_in(server, fresh)


def test_no_error_shows_a_secret(stand_in: GoogleStandIn, server: LittleServer, web: Web) -> None:
    canary = "canary-of-a-secret"
    mine = {"token": f"{canary}-token", "refresh": f"{canary}-refresh", "client_secret": f"{canary}-client"}
    said = {"error": {"message": " ".join(mine.values()), "status": "INVALID_ARGUMENT"}}
    name = stand_in.write("Raw.")
    for status in (400, 401, 403, 410, 429, 500):
        server.answer = lambda asked, status=status: Says(said, status)  # type: ignore[misc]
        for act in (_fetching, _replying):
            error = _failure(lambda act=act: act(connected(server, Web(pace=type(web._pace)()), **mine), name))
            told = f"{error} {error.advice} {error.details} {error!r} {error.answer!r}"
            assert canary not in told
            assert error.__cause__ is None


def _fetching(google: Connector, name: str) -> None:  # noqa: ARG001
    list(google.fetch({}))


def _replying(google: Connector, name: str) -> None:
    google.reply(_a_review(name), "Sorry.", "key-1")


def test_a_token_in_half_an_answer_is_in_no_error(server: LittleServer, web: Web) -> None:
    half = b'{"access_token": "canary-fresh", "refresh_token":"canary-refresh'
    for says in (Says(half), Says(half, 400), Says(half, 503)):
        server.answer = lambda asked, says=says: says  # type: ignore[misc]
        error = _failure(lambda: signed_in(server, web))
        assert "canary" not in f"{error} {error.details} {error!r}"


# ---- the published contract ----------------------------------------------------------------------------

NEWER = {  # what the review reference names since 2026, and the saved document doesn't
    "mybusiness.Review": {"reviewMediaItems": {}, "reviewReplyUrl": {"type": "string"}},
    "mybusiness.ReviewReply": {"reviewReplyState": {"type": "string"}, "policyViolation": {"type": "string"}},
}


def test_every_request_and_answer_keeps_the_published_contract(
    shared: Path, stand_in: GoogleStandIn, server: LittleServer, web: Web
) -> None:
    specs = shared / "specs" / "google_business"
    documents = [specs / f"{one}.json" for one in ("legacy-v4", "account-management", "business-information")]
    contract = Discovery(*documents, newer=NEWER)
    server.answer = contract.watching(stand_in)
    stand_in.page = 2
    names = [stand_in.write(f"Review {number}", who="Anna") for number in range(1, 8)]
    signed_in(server, web)
    google = connected(server, web)
    fetched(google, {})
    sent = google.reply(the_review(google, names[0]), "Sorry.", "key-1")
    google.edit(sent.remote_id, "Sorry!")
    google.as_stranger(names[0])
    google.delete(sent.remote_id)
    google.still_there((*names, f"{PARENT}/reviews/none"))
    assert contract.wrong == []
    assert contract.covered == {
        "mybusinessaccountmanagement.accounts.list",
        "mybusinessbusinessinformation.accounts.locations.list",
        "mybusiness.accounts.locations.reviews.list",
        "mybusiness.accounts.locations.reviews.get",
        "mybusiness.accounts.locations.reviews.updateReply",
        "mybusiness.accounts.locations.reviews.deleteReply",
    }
    print("covered:", *sorted(contract.covered))


def test_the_contract_would_notice(shared: Path, web: Web) -> None:
    contract = Discovery(shared / "specs" / "google_business" / "legacy-v4.json")
    with LittleServer() as server:
        server.answer = contract.watching(lambda asked: Says({"reviews": [{"stars": 5, "name": 7}]}))
        web.get_json(f"{server.url}/v4/{PARENT}/reviews", {"pageSize": "many", "sort": "x"})
        web.put_json(f"{server.url}/v4/{PARENT}/reviews/R1/reply", json={"text": "x"})
        web.get_json(f"{server.url}/v4/{PARENT}/opinions")
    assert [what.partition(": ")[2].split("(")[0] for what in contract.wrong] == [
        "pageSize is no number",
        "no parameter sort",
        "reviews/0/name: 7 is not of type 'string'",
        "reviews/0: Additional properties are not allowed ",
        ": Additional properties are not allowed ",
        ": Additional properties are not allowed ",
        "no such method",
    ]
