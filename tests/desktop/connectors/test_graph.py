"""Meta's Graph API as such: its errors, its counters, its pages, and that no error repeats a secret."""

from __future__ import annotations

import json
from typing import Any

import pytest

from desktop.connectors import Keys
from desktop.connectors.graph import Duplicate, Graph, path_of, renew_if_due
from desktop.errors import (
    Garbled,
    Gone,
    LoginExpired,
    NoRights,
    Offline,
    Refused,
    ShopError,
    SlowDown,
    Unanswered,
)
from desktop.web import Web
from tests.desktop.connectors.little_graph import TOKEN, error
from tests.desktop.little_server import Asked, LittleServer, Says

APP_SECRET = "canary-secret-of-the-app"


def graph(url: str, web: Web) -> Graph:
    return Graph("Facebook", "page", url, web, lambda: TOKEN, APP_SECRET)


def failure(web: Web, says: Says, write: bool = False) -> ShopError:
    """What a read or a write makes of an answer."""
    with LittleServer(says) as server:
        one = graph(server.url, web)
        with pytest.raises(ShopError) as caught:
            if write:
                one.post("1/comments", {"message": "Sorry about that"})
            else:
                one.get("1")
        assert len(server.asked) == 1
    return caught.value


CODES: list[tuple[int, int, type[ShopError], str]] = [
    (190, 0, LoginExpired, "Facebook signed us out."),
    (190, 458, LoginExpired, "Facebook signed us out: the app was removed there."),
    (190, 459, LoginExpired, "Facebook signed us out: it wants its owner to sign in on its own page first."),
    (190, 460, LoginExpired, "Facebook signed us out: the password was changed."),
    (190, 463, LoginExpired, "Facebook signed us out: the sign-in has run out."),
    (190, 464, LoginExpired, "Facebook signed us out: the account there isn’t confirmed."),
    (190, 467, LoginExpired, "Facebook signed us out: the sign-in isn’t valid any more."),
    (190, 492, LoginExpired, "Facebook signed us out: whoever signed in may not look after it any more."),
    (102, 0, LoginExpired, "Facebook signed us out."),
    (4, 0, SlowDown, "Facebook asked us to slow down."),
    (17, 0, SlowDown, "Facebook asked us to slow down."),
    (32, 0, SlowDown, "Facebook asked us to slow down."),
    (613, 0, SlowDown, "Facebook asked us to slow down."),
    (80001, 0, SlowDown, "Facebook asked us to slow down."),
    (80002, 0, SlowDown, "Facebook asked us to slow down."),
    (100, 33, Gone, "That isn't there any more."),
    (12, 0, Refused, "Facebook doesn't offer that any more."),
    (368, 0, Refused, "Facebook has blocked this for now: it thinks it breaks its rules. Your text is kept."),
    (1609005, 0, Refused, "Facebook turned it down: it can't open the link in it. Your text is kept."),
    (506, 0, Duplicate, "Facebook says you have just posted the same words. Change some of them."),
]


@pytest.mark.parametrize(("code", "subcode", "kind", "words"), CODES)
@pytest.mark.parametrize("write", [False, True])
def test_each_code_has_its_error_and_its_sentence(
    web: Web, code: int, subcode: int, kind: type[ShopError], words: str, write: bool
) -> None:
    caught = failure(web, error(code, subcode), write)
    assert (type(caught), str(caught)) == (kind, words)


@pytest.mark.parametrize("code", [10, 200, 210, 299])
def test_missing_rights_are_told_apart_for_reading_and_posting(web: Web, code: int) -> None:
    who = "Someone with full access has to allow it."
    posting, reading = (
        failure(web, error(code, status=403), write=True),
        failure(web, error(code, status=403)),
    )
    assert str(posting) == f"Facebook lets us read this page but not post. {who}"
    assert str(reading) == f"Facebook doesn’t let us read all of this page. {who}"
    assert type(posting) is type(reading) is NoRights


@pytest.mark.parametrize("says", [error(1), error(2, status=500), error(999, is_transient=True)])
def test_a_passing_trouble_is_waited_out_and_a_write_in_it_is_unclear(web: Web, says: Says) -> None:
    assert isinstance(failure(web, says), SlowDown)
    assert isinstance(failure(web, says, write=True), Unanswered)


AS_EVERYWHERE: list[tuple[Says, type[ShopError], type[ShopError]]] = [
    (Says(b"<html>busy", 429, {"Retry-After": "7", "Content-Type": "text/html"}), SlowDown, SlowDown),
    (Says(b"<html>oops", 502), SlowDown, Unanswered),
    (Says(b'{"id": "1', 200), Garbled, Unanswered),
    (Says({"id": "123456"}, short=5), Offline, Unanswered),
    (Says([1], 200), Garbled, Unanswered),
    (Says(b"", 302, {"Location": "http://127.0.0.1:9/else"}), Garbled, Unanswered),
    (Says(cut=True), Offline, Unanswered),
    (Says({"error": "odd"}, 400), Refused, Refused),
    (Says({"error": {"code": "190"}}, 400), Refused, Refused),
]


@pytest.mark.parametrize(("says", "read", "write"), AS_EVERYWHERE)
def test_without_a_code_the_status_decides(
    web: Web, says: Says, read: type[ShopError], write: type[ShopError]
) -> None:
    assert type(failure(web, says)) is read
    assert type(failure(web, says, write=True)) is write


def told(caught: BaseException) -> str:
    words = [str(caught), repr(caught), getattr(caught, "details", ""), getattr(caught, "advice", "")]
    return " ".join(words) + repr(getattr(caught, "answer", ""))


@pytest.mark.parametrize("status", [200, 302, 400, 401, 404, 429, 500])
def test_no_error_repeats_the_token_or_the_app_secret(web: Web, status: int) -> None:
    for write in (False, True):
        proof: list[str] = []

        def answer(asked: Asked, seen: list[str] = proof) -> Says:
            seen += asked.query.get("appsecret_proof", []) or [asked.form.get("appsecret_proof", "")]
            return Says(f"{TOKEN} {APP_SECRET} {seen[-1]} ".encode() * 3, status)

        with LittleServer() as server:
            server.answer = answer
            one = graph(server.url, web)
            with pytest.raises(ShopError) as caught:
                one.post("1", {"message": "x"}) if write else one.get("1")
            assert proof[0]
            words = told(caught.value) + repr(one)
        assert not [secret for secret in (TOKEN, APP_SECRET, proof[0]) if secret in words]


def test_an_answer_full_of_tokens_is_not_repeated_when_it_breaks_off(web: Web) -> None:
    with LittleServer(Says(b'{"data":[{"access_token":"EAAcanary-of-another-page","na')) as server:
        one = graph(server.url, web)
        with pytest.raises(Garbled) as caught:
            list(one.pages("me/accounts", {}, 1, holds_secrets=True))
    assert "canary" not in told(caught.value)


# ---- counters ----------------------------------------------------------------------------------------------


def usage(percent: float, minutes: float | None = None) -> dict[str, str]:
    counts = {"call_count": percent, "total_time": 1, "total_cputime": 1}
    if minutes is None:
        return {"X-App-Usage": json.dumps(counts)}
    business = {"123": [{"type": "pages", **counts, "estimated_time_to_regain_access": minutes}]}
    return {"X-Business-Use-Case-Usage": json.dumps(business)}


@pytest.mark.parametrize(
    ("headers", "seconds"),
    [
        (usage(79), 0),
        (usage(80), 900),
        (usage(12, 0), 0),
        (usage(95, 0), 900),
        (usage(100, 42), 2520),
        (usage(100, 9e8), 24 * 3600),
        ({"X-Page-Usage": '{"call_count":81}'}, 900),
        ({"X-App-Usage": "not json"}, 0),
        ({"X-App-Usage": '{"call_count":true,"total_time":"99"}'}, 0),
        ({"X-App-Usage": "[" * 5000}, 0),
    ],
)
def test_collecting_stops_at_four_fifths_and_posting_does_not(
    web: Web, headers: dict[str, str], seconds: float
) -> None:
    page = {"data": [{"id": "1"}], "paging": {"next": "…", "cursors": {"after": "a"}}}
    with LittleServer(Says(page, headers=headers), Says({"data": []})) as server:
        one = graph(server.url, web)
        one.gently = True
        pages = one.pages("1/comments", {}, 9)
        assert next(pages) == [{"id": "1"}]
        if not seconds:
            assert list(pages) == [[]]
            return
        with pytest.raises(SlowDown, match=r"^Facebook asked us to slow down\.$") as caught:
            next(pages)
        assert caught.value.seconds == seconds
        one.post("1/comments", {"message": "x"})
        assert [asked.method for asked in server.asked] == ["GET", "POST"]


def test_being_refused_says_how_long(web: Web) -> None:
    refused = error(4, status=403)
    caught = failure(web, Says(refused.body, 403, usage(100, 7)))
    assert isinstance(caught, SlowDown) and caught.seconds == 420


# ---- pages ----------------------------------------------------------------------------------------------------


def test_pages_are_turned_by_their_cursor_and_next_is_never_followed(web: Web) -> None:
    def answer(asked: Asked) -> Says:
        at = int(asked.query.get("after", ["0"])[0])
        after = {"cursors": {"after": str(at + 1)}}
        more = {**after, "next": "https://elsewhere.example/?access_token=x"} if at < 2 else after
        return Says({"data": [{"id": str(at)}], "paging": more})

    with LittleServer() as server:
        server.answer = answer
        assert list(graph(server.url, web).pages("1/feed", {"limit": "1"}, 9)) == [
            [{"id": str(n)}] for n in range(3)
        ]
        assert len(list(graph(server.url, web).pages("1/feed", {}, 2))) == 2
    assert {asked.path for asked in server.asked} == {"/1/feed"}


def test_a_page_from_which_everything_was_left_out_is_not_the_last(web: Web) -> None:
    """The places leave out what we may not see after they have cut the page."""
    empty = Says({"data": [], "paging": {"next": "…", "cursors": {"after": "b"}}})
    with LittleServer(empty, Says({"data": [{"id": "1"}]})) as server:
        assert list(graph(server.url, web).pages("1/feed", {}, 9)) == [[], [{"id": "1"}]]


def test_a_list_that_turns_in_circles_ends(web: Web) -> None:
    with LittleServer(
        Says({"data": [{"id": "1"}], "paging": {"next": "x", "cursors": {"after": "a"}}})
    ) as server:
        assert len(list(graph(server.url, web).pages("1/feed", {}, 50))) == 2


@pytest.mark.parametrize("odd", ["", "../me", "1/2", "1?x=1", "é", "a b", "1" * 201])
def test_what_is_no_id_never_gets_into_an_address(odd: str) -> None:
    with pytest.raises(Gone):
        path_of(odd)


# ---- tokens that run out --------------------------------------------------------------------------------------------


def renewed(web: Web, says: Says, renew_at: str) -> tuple[Keys, dict[str, str], int]:
    kept = {"token": TOKEN, "renew_at": renew_at, "other": "stays"}
    keys = Keys("a1", kept, lambda: dict(kept), kept.update)
    with LittleServer(says) as server:
        one = Graph("Threads", "account", server.url, web, lambda: keys["token"])
        renew_if_due(one, keys, "refresh_access_token", "th_refresh_token", 50)
        return keys, kept, len(server.asked)


def test_an_old_token_is_renewed_and_kept_before_it_is_used(web: Web) -> None:
    fresh: Any = {"access_token": "fresh-token", "token_type": "bearer", "expires_in": 5184000}
    keys, kept, asked = renewed(web, Says(fresh), "2026-01-01T00:00:00+00:00")
    assert (keys["token"], kept["token"], kept["other"], asked) == ("fresh-token", "fresh-token", "stays", 1)
    assert renewed(web, Says(fresh), kept["renew_at"])[2] == 0


@pytest.mark.parametrize("says", [error(190, 463, 401), Says(cut=True), Says(b"half"), Says({}), error(4)])
def test_when_renewing_fails_the_old_token_serves_on_and_a_day_passes(web: Web, says: Says) -> None:
    keys, kept, _ = renewed(web, says, "")
    assert keys["token"] == kept["token"] == TOKEN
    assert renewed(web, says, kept["renew_at"])[2] == 0
