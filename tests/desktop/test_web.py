"""The one door to HTTP, against a small server that says everything a server can say wrong."""

from __future__ import annotations

import gzip
import json
import socket
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from pathlib import Path

import pytest
import requests

from desktop.errors import (
    Garbled,
    Gone,
    LoginExpired,
    Misuse,
    NeedsPerson,
    Offline,
    Refused,
    ShopError,
    SlowDown,
    Unanswered,
)
from desktop.pace import LONGEST_WAIT_S, Pace, asked_to_wait, used_up
from desktop.web import Web, as_it_is
from tests.desktop.little_server import LittleServer, Says

TOKEN = "very-secret-token"
AUTH = {"Authorization": f"Bearer {TOKEN}"}
PAGE = Says(b"<!doctype html><html><h1>Welcome to the Wi-Fi</h1>", headers={"Content-Type": "text/html"})


@pytest.fixture
def web() -> Iterator[Web]:
    with Web(connect_s=2, read_s=0.5, whole_s=5, most_bytes=100_000, pace=Pace()) as web:
        yield web


def closed_port() -> str:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return f"http://127.0.0.1:{free.getsockname()[1]}/api"


# ---- what goes out, what comes in ---------------------------------------------------------------


def test_a_request_says_who_we_are_and_carries_what_it_was_given(web: Web) -> None:
    with LittleServer(Says([1])) as server:
        answer = web.get_json(f"{server.url}/api/x", {"types[]": ["a", "b"], "q": "ä &"}, AUTH, expect=list)
        asked = server.asked[0]
    assert answer.data == [1]
    assert asked.query == {"types[]": ["a", "b"], "q": ["ä &"]}
    assert asked.headers["user-agent"].startswith("SaidAndDone/")
    assert asked.headers["authorization"] == f"Bearer {TOKEN}"


def test_json_and_forms_are_sent_whole_with_their_length(web: Web) -> None:
    with LittleServer(Says({"ok": True})) as server:
        web.post_json(f"{server.url}/a", json={"status": "ä" * 50_000}, headers=AUTH)
        web.post_json(f"{server.url}/b", form={"code": "x y&z"})
        web.put_json(f"{server.url}/c", json=[1])
        web.delete(f"{server.url}/d", headers=AUTH)
        first, second, third, fourth = server.asked
    assert first.json == {"status": "ä" * 50_000}
    assert second.form == {"code": "x y&z"}
    assert [each.method for each in server.asked] == ["POST", "POST", "PUT", "DELETE"]
    assert third.json == [1]
    assert fourth.body == b""


def test_links_and_headers_come_with_the_answer(web: Web) -> None:
    link = '<http://h/a?max_id=1>; rel="next", <http://h/a?min_id=9>; rel="prev"'
    with LittleServer(Says([], headers={"Link": link, "X-Thing": "1"})) as server:
        answer = web.get_json(server.url)
    assert answer.links == {"next": "http://h/a?max_id=1", "prev": "http://h/a?min_id=9"}
    assert answer.headers["x-thing"] == "1"


def test_an_empty_answer_is_none_when_nothing_is_expected(web: Web) -> None:
    with LittleServer(Says(b"")) as server:
        assert web.delete(server.url).data is None


def test_a_password_file_of_other_programs_is_not_used(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """requests alone would put that password in place of our token."""
    (tmp_path / "netrc").write_text("machine quay.example login me password mine\n")
    monkeypatch.setenv("NETRC", str(tmp_path / "netrc"))
    ours, theirs = (
        requests.Session().prepare_request(requests.Request("GET", "https://quay.example", AUTH, auth=auth))
        for auth in (as_it_is, None)
    )
    assert ours.headers["Authorization"] == f"Bearer {TOKEN}"
    assert theirs.headers["Authorization"].startswith("Basic ")


def test_this_computer_is_not_asked_through_a_proxy(web: Web, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:1")
    with LittleServer(Says({})) as server:
        assert web.get_json(server.url).data == {}


def test_half_characters_become_question_marks_and_whole_ones_stay(web: Web) -> None:
    with LittleServer(Says(rb'{"a": "x\ud83dy", "b": "\ud83e\udd56"}')) as server:
        assert web.get_json(server.url).data == {"a": "x?y", "b": "🥖"}


# ---- failures --------------------------------------------------------------------------------------


def test_a_refused_port_never_left(web: Web) -> None:
    url = closed_port()
    for call in (web.get_json, web.post_json, web.put_json, web.delete):
        with pytest.raises(Offline):
            call(url)
    with pytest.raises(Offline):
        web.post_json(url, json={"status": "hello"})


def test_an_unknown_name_never_left(web: Web) -> None:
    with pytest.raises(Offline) as caught:
        web.post_json("https://quay.invalid/api", json={})
    assert "unknown host" in caught.value.details


def test_a_connection_that_is_no_tls_never_left(web: Web) -> None:
    with LittleServer(Says({})) as server, pytest.raises(Offline):
        web.post_json(server.url.replace("http:", "https:"), json={"status": "hello"})
    assert server.asked == []


@pytest.mark.parametrize("says", [Says(cut=True), Says(hangs=True), Says({"a": 1}, short=3)])
def test_silence_after_a_post_is_unanswered_and_after_a_get_offline(web: Web, says: Says) -> None:
    with LittleServer(says) as server:
        with pytest.raises(Unanswered):
            web.post_json(server.url, json={"status": "hello"})
        with pytest.raises(Unanswered):
            web.delete(server.url)
        assert len(server.asked) == 2  # never sent twice
        with pytest.raises(Offline):
            web.get_json(server.url)


def test_a_drip_ends(web: Web) -> None:
    patient = Web(read_s=5, whole_s=0, pace=Pace())
    with LittleServer(Says(b"[" + b" " * 90_000 + b"]")) as server, pytest.raises(Offline):
        patient.get_json(server.url)
    patient.close()


STATUSES = [
    (400, Refused, Refused),
    (401, LoginExpired, LoginExpired),
    (403, Refused, Refused),
    (404, Gone, Gone),
    (410, Gone, Gone),
    (422, Refused, Refused),
    (429, SlowDown, SlowDown),
    (500, SlowDown, Unanswered),
    (502, SlowDown, Unanswered),
    (503, SlowDown, Unanswered),
    (302, Garbled, Garbled),
    (304, Garbled, Garbled),
]


@pytest.mark.parametrize(("status", "for_get", "for_post"), STATUSES)
def test_each_status_is_one_of_our_errors(
    status: int, for_get: type[ShopError], for_post: type[ShopError]
) -> None:
    with LittleServer(Says({"error": "nein"}, status)) as server:
        for call, expected in (("get_json", for_get), ("post_json", for_post)):
            with Web(pace=Pace()) as web, pytest.raises(ShopError) as caught:
                getattr(web, call)(server.url)
            assert type(caught.value) is expected
            assert str(caught.value).endswith(".")
            assert "HTTP" not in str(caught.value)
            assert str(status) in caught.value.details or expected is Garbled


def test_a_post_turned_away_at_the_door_can_go_later(web: Web) -> None:
    with LittleServer(Says({}, 503, {"Retry-After": "30"})) as server, pytest.raises(SlowDown) as caught:
        web.post_json(server.url, json={})
    assert caught.value.seconds == pytest.approx(30, abs=1)


NOT_AN_ANSWER = [
    PAGE,
    Says(b""),
    Says(b'{"error": "truncated'),
    Says(b"NaN"),
    Says(b"\xff\xfe\x00"),
    Says(b"[" * 50_000),
    Says(b"1" * 5_000),
    Says({"a": "x" * 100_001}),
    Says(b"not gzip", headers={"Content-Encoding": "gzip"}),
    Says(gzip.compress(b" " * 5_000_000), headers={"Content-Encoding": "gzip"}),
    Says("a text"),
    Says({"a": "an object where a list belongs"}),
]


@pytest.mark.parametrize("says", NOT_AN_ANSWER)
def test_what_is_no_answer_is_garbled(web: Web, says: Says) -> None:
    with LittleServer(says) as server, pytest.raises(Garbled) as caught:
        web.get_json(server.url, expect=list)
    assert isinstance(caught.value, NeedsPerson)


# ---- redirects -------------------------------------------------------------------------------------


def test_a_get_follows_on_the_same_host_with_its_headers(web: Web) -> None:
    with LittleServer(Says(status=301, headers={"Location": "/there"}), Says({"ok": 1})) as server:
        assert web.get_json(f"{server.url}/here", headers=AUTH).data == {"ok": 1}
        assert [asked.path for asked in server.asked] == ["/here", "/there"]
        assert server.asked[1].headers["authorization"] == f"Bearer {TOKEN}"


def test_a_token_is_never_carried_to_another_host(web: Web) -> None:
    with LittleServer(Says({})) as other:
        with LittleServer(Says(status=302, headers={"Location": f"{other.url}/x"})) as server:
            for follow in (False, True):  # the other one isn't https, so it isn't followed at all
                with pytest.raises(Garbled):
                    web.get_json(server.url, headers=AUTH, follow_elsewhere=follow)
        assert other.asked == []


def test_going_round_in_circles_ends(web: Web) -> None:
    with LittleServer(Says(status=302, headers={"Location": "/again"})) as server:
        with pytest.raises(Garbled):
            web.get_json(server.url)
        assert len(server.asked) == 4


def test_a_post_is_never_redirected(web: Web) -> None:
    with LittleServer(Says(status=307, headers={"Location": "/there"}), Says({})) as server:
        with pytest.raises(Garbled):
            web.post_json(f"{server.url}/here", json={})
        assert len(server.asked) == 1


# ---- refused before anything leaves ------------------------------------------------------------------


def test_practice_never_leaves() -> None:
    with LittleServer(Says({})) as server, pytest.raises(Offline):
        Web(offline=True).get_json(server.url)
    assert server.asked == []


@pytest.mark.parametrize(
    "url", ["http://quay.example/api", "ftp://quay.example", "quay.example", "", "https://", "http://[::1"]
)
def test_plain_http_and_nonsense_are_refused(web: Web, url: str) -> None:
    with pytest.raises(Misuse) as caught:
        web.get_json(url)
    assert str(caught.value).endswith(".")


@pytest.mark.parametrize("token", ["two\r\nlines: x", "smörgås-ключ-long"])
def test_a_token_that_cannot_be_sent_is_refused_unseen(web: Web, token: str) -> None:
    with LittleServer(Says({})) as server, pytest.raises(Misuse) as caught:
        web.get_json(server.url, headers={"Authorization": f"Bearer {token}"})
    assert token not in str(caught.value) + caught.value.details


# ---- pace ------------------------------------------------------------------------------------------------


def test_a_host_that_asked_us_to_wait_is_left_alone_by_everybody() -> None:
    now = [1000.0]
    pace = Pace(lambda: now[0])
    with LittleServer(Says({}, 429, {"Retry-After": "300"}), Says({"ok": 1})) as server:
        with Web(pace=pace) as web, pytest.raises(SlowDown) as caught:
            web.get_json(server.url)
        assert caught.value.seconds == 300
        now[0] += 100
        with Web(pace=pace) as another, pytest.raises(SlowDown) as caught:
            another.get_json(server.url)
        assert caught.value.seconds == 200
        assert len(server.asked) == 1
        now[0] += 200
        with Web(pace=pace) as web:
            assert web.get_json(server.url).data == {"ok": 1}


def test_reading_goes_on_while_posting_must_wait(web: Web) -> None:
    with LittleServer(Says({}, 429), Says({})) as server:
        with pytest.raises(SlowDown):
            web.post_json(server.url, json={})
        web.get_json(server.url)


def test_the_last_request_allowed_is_known_to_be_the_last(web: Web) -> None:
    reset = (datetime.now(UTC) + timedelta(seconds=90)).isoformat().replace("+00:00", "Z")
    headers = {"X-RateLimit-Remaining": "0", "X-RateLimit-Reset": reset}
    with LittleServer(Says({"ok": 1}, headers=headers)) as server:
        assert web.get_json(server.url).data == {"ok": 1}
        with pytest.raises(SlowDown) as caught:
            web.get_json(server.url)
    assert 60 < caught.value.seconds <= 91


DATE = datetime(2026, 8, 1, 13, 50, tzinfo=UTC)
WAITS = [
    ({"retry-after": "30"}, 30),
    ({"retry-after": "0"}, 1),
    ({"retry-after": "-5"}, 1),
    ({"retry-after": "nan"}, None),
    ({"retry-after": "soon"}, None),
    ({"retry-after": "99999999999999999999"}, LONGEST_WAIT_S),
    ({"retry-after": format_datetime(DATE + timedelta(seconds=45), usegmt=True)}, 45),
    ({"x-ratelimit-reset": "2026-08-01T13:55:00.180257Z"}, 300.180257),
    ({"x-rate-limit-reset": str(int(DATE.timestamp()) + 77)}, 77),
    ({"ratelimit-reset": str(int(DATE.timestamp()) + 78)}, 78),
    ({"x-ratelimit-reset": "120"}, 120),
    ({"x-ratelimit-reset": ""}, None),
    ({}, None),
]


@pytest.mark.parametrize(("headers", "seconds"), WAITS)
def test_every_way_of_saying_when_is_understood(headers: dict[str, str], seconds: float | None) -> None:
    headers = {"date": format_datetime(DATE, usegmt=True), **headers}
    assert asked_to_wait(headers) == (None if seconds is None else pytest.approx(seconds))
    assert used_up(headers) is None


# ---- secrets ---------------------------------------------------------------------------------------------


def test_no_secret_gets_into_an_error(web: Web) -> None:
    echo = {"error": f"bad {TOKEN} and secret-code-1 in https://h/x?access_token=abcdefgh"}
    with LittleServer(Says(echo, 400), Says(echo, 400), Says(cut=True), Says(hangs=True)) as server:
        for call in (
            lambda: web.get_json(f"{server.url}/a", {"code": "secret-code-1"}, AUTH),
            lambda: web.post_json(f"{server.url}/a", form={"code": "secret-code-1"}, headers=AUTH),
            lambda: web.post_json(f"{server.url}/a?code=secret-code-1", headers=AUTH, json={}),
            lambda: web.get_json(f"{server.url}/a", {"code": "secret-code-1"}, AUTH),
        ):
            with pytest.raises(ShopError) as caught:
                call()
            error = caught.value
            said = f"{error} {error.details} {error!r} {error.__cause__!r} {error.__context__!r}"
            assert TOKEN not in said
            assert "secret-code-1" not in said
            assert "abcdefgh" not in said
            assert error.__context__ is None


def test_no_repr_shows_what_came() -> None:
    with LittleServer(Says({"access_token": TOKEN})) as server, Web(pace=Pace()) as web:
        assert TOKEN not in repr(web.get_json(server.url)) + repr(web)


# ---- the start stays quick ---------------------------------------------------------------------------------


def test_requests_and_keyring_are_not_imported_with_the_rooms() -> None:
    code = """
import sys, json, desktop.web, desktop.vault, desktop.connectors as c
c.all_connectors()
print(json.dumps(sorted({"requests", "urllib3", "keyring", "secretstorage"} & set(sys.modules))))
"""
    root = Path(__file__).resolve().parents[2]
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=root, check=True)
    assert json.loads(run.stdout) == []


def test_a_feed_comes_as_bytes_and_may_be_unchanged() -> None:
    with LittleServer(Says(b"<feed/>"), Says(b"", 304)) as server, Web(pace=Pace()) as web:
        first = web.get_bytes(f"{server.url}/secret-path/feed")
        assert (first.status, first.data) == (200, b"<feed/>")
        second = web.get_bytes(f"{server.url}/secret-path/feed", {"If-None-Match": '"1"'})
        assert (second.status, second.data) == (304, b"")


def test_an_address_that_is_a_secret_stays_out_of_errors_and_a_refusal_carries_the_answer() -> None:
    with LittleServer(Says({"error": {"code": 4}}, 400)) as server, Web(pace=Pace()) as web:
        with pytest.raises(Refused) as caught:
            web.get_bytes(f"{server.url}/secret-path/feed", hide=("secret-path",))
        assert "secret-path" not in caught.value.details
        assert caught.value.answer is not None
        assert (caught.value.answer.status, b"code" in caught.value.answer.body) == (400, True)
        assert "code" not in repr(caught.value.answer)
