"""The Instagram connector against a little Instagram that keeps state."""

from __future__ import annotations

from typing import Any

import pytest

from desktop.connectors import Connector
from desktop.connectors.instagram import Instagram
from desktop.errors import Garbled, Gone, LoginExpired, Misuse, Refused, ShopError, SlowDown, Unanswered
from desktop.records import Batch, RemotePost, Source
from desktop.web import Web
from tests.desktop.connectors.contract import ConnectorContract
from tests.desktop.connectors.little_graph import TOKEN, error
from tests.desktop.connectors.little_meta import IG, LittleInstagram, instagram, serving, stored
from tests.desktop.little_server import Asked, Says


class TestTheContract(ConnectorContract):
    connector = Instagram


def fetched(connector: Connector, cursors: dict[str, str]) -> list[Batch]:
    batches = []
    for batch in connector.fetch(dict(cursors)):
        batches.append(batch)
        cursors.update(batch.cursors)
    return batches


def posts_in(batches: list[Batch]) -> dict[str, RemotePost]:
    return {post.remote_id: post for batch in batches for post in batch.posts}


def parent_of(connector: Connector, remote_id: str) -> Any:
    return stored(next(p for p in connector.thread(remote_id) if p.remote_id == remote_id), connector.key)


# ---- reading ---------------------------------------------------------------------------------------------


def test_comments_replies_and_tags_arrive_and_say_what_they_are(web: Web) -> None:
    there = LittleInstagram()
    ours = there.media("Rye is back.")
    raw = there.comment(ours, "Raw in the middle!")
    sorry = there.comment(raw, "@marta.k Sorry!", "cornerbakery")
    tag = there.media("", "omar_s", "tags")
    with serving(there) as server:
        found = posts_in(fetched(instagram(server.url, web), {}))
    assert set(found) == {ours, raw, sorry, f"tagged:{tag}"}
    assert found[ours].is_ours and found[sorry].is_ours and not found[raw].is_ours
    assert (found[raw].parent_remote_id, found[raw].author.handle, found[raw].source) == (
        ours,
        "@marta.k",
        Source.COMMENT,
    )
    assert found[sorry].parent_remote_id == raw
    assert found[raw].url == f"https://www.instagram.com/p/{ours}/"
    tagged = found[f"tagged:{tag}"]
    assert (tagged.text, tagged.source, tagged.author.handle) == ("[a picture]", Source.MENTION, "@omar_s")


def test_what_comes_twice_changes_nothing_and_quiet_pictures_are_left_alone(web: Web) -> None:
    there, cursors = LittleInstagram(), dict[str, str]()
    every = [there.media(f"Day {n}") for n in range(6)]
    for one in every:
        there.comment(one, "Stale")
    with serving(there) as server:
        first = posts_in(fetched(instagram(server.url, web), cursors))
        kept, before = dict(cursors), len(server.asked)
        again = posts_in(fetched(instagram(server.url, web), cursors))
        assert [asked.path.rpartition("/")[2] for asked in server.asked[before:]].count("comments") == 3
        assert cursors == kept and all(first[one] == post for one, post in again.items())
        late = there.comment(every[0], "Mouldy!")
        assert late in posts_in(fetched(instagram(server.url, web), cursors))
        swapped = there.comment(every[5], "One gone, one new")
        there.take_down(there.edges[every[5], "comments"][1])
        assert swapped in posts_in(fetched(instagram(server.url, web), cursors))


def test_more_comments_and_replies_than_fit_one_answer_come_all(web: Web) -> None:
    there = LittleInstagram()
    media = there.media("Free buns!")
    top = [there.comment(media, f"me {n}") for n in range(60)]
    replies = [there.comment(top[0], f"me too {n}", f"friend{n}") for n in range(70)]
    inner = there._inner

    def first_few(value: Any, fields: Any) -> Any:
        if not isinstance(value, list):
            return inner(value, fields)
        found = inner(value[:5], fields)
        return {**found, "paging": {"next": "…"}} if len(value) > 5 else found

    there._inner = first_few  # type: ignore[method-assign]  # comments bring the first few replies along
    with serving(there) as server:
        found = posts_in(fetched(instagram(server.url, web), {}))
    assert {*top, *replies} <= set(found)


def test_a_picture_that_cannot_be_read_does_not_keep_the_others_away(web: Web) -> None:
    there = LittleInstagram()
    one, two = there.media("Rye"), there.media("Buns")
    words = there.comment(one, "Raw!")
    there.comment(two, "Burnt!")
    there.trouble = lambda asked: Says(b"{") if asked.path.endswith(f"{two}/comments") else None
    found: set[str] = set()
    with serving(there) as server, pytest.raises(Garbled):
        for batch in instagram(server.url, web).fetch({}):
            found |= {each.remote_id for each in batch.posts}
            assert f"comments {two}" not in batch.cursors
    assert words in found


def test_a_thread_is_a_comment_with_its_replies(web: Web) -> None:
    there = LittleInstagram()
    media = there.media("Rye")
    first = there.comment(media, "Raw!")
    sorry, thanks = there.comment(first, "@marta.k Sorry!", "cornerbakery"), there.comment(first, "Thanks")
    with serving(there) as server:
        made = instagram(server.url, web)
        for asked in (first, sorry, thanks):
            assert [p.remote_id for p in made.thread(asked)] == [first, sorry, thanks]
        assert made.thread("tagged:5") == ()
        with pytest.raises(Gone):
            made.thread("5")
        assert made.still_there((first, "5", "tagged:5")) == {first, "tagged:5"}
        there.trouble = lambda asked: error(10)
        with pytest.raises(Refused):
            made.still_there((first,))


def test_a_passer_by_sees_what_is_not_hidden(web: Web) -> None:
    there = LittleInstagram()
    media = there.media("Rye")
    first = there.comment(media, "Raw!")
    sorry = there.comment(first, "Sorry!", "cornerbakery")
    ours = there.comment(media, "It is sorted", "cornerbakery")
    with serving(there) as server:
        made = instagram(server.url, web)
        seen: Any = made.as_stranger(first, (ours, "5"))
        assert [p.remote_id for p in seen.posts] == [first, sorry, ours] and seen.how == "asked"
        made.hide(first, hidden=True)
        assert made.as_stranger(first).posts == ()  # type: ignore[union-attr]
        made.hide(first, hidden=False)
        assert made.as_stranger(first).sees(first)  # type: ignore[union-attr]
        there.take_down(first)
        assert made.as_stranger(first).posts == ()  # type: ignore[union-attr]
        assert made.as_stranger("tagged:5") is None


# ---- writing -------------------------------------------------------------------------------------------------


def test_a_reply_to_a_reply_stands_under_the_first_and_names_whom_it_answers(web: Web) -> None:
    there = LittleInstagram()
    first = there.comment(there.media("Rye"), "Raw!")
    me_too = there.comment(first, "Mine too!", "omar_s")
    with serving(there) as server:
        made = instagram(server.url, web)
        direct, nested = parent_of(made, first), parent_of(made, me_too)
        assert made.addressed(direct, "Sorry!") == "Sorry!"
        assert made.addressed(nested, "Sorry @Omar_S, ours.") == "Sorry @Omar_S, ours."
        assert made.addressed(nested, "Sorry @omar_s.baker") == "@omar_s Sorry @omar_s.baker"
        sent = made.reply(nested, "Sorry!", "key-1")
        (post,) = [asked for asked in server.asked if asked.method == "POST"]
    assert (post.path, post.form["message"]) == (f"/v25.0/{first}/replies", "@omar_s Sorry!")
    assert (sent.text, sent.parent_remote_id, sent.is_ours) == ("@omar_s Sorry!", first, True)


@pytest.mark.parametrize(
    "says", [Says(cut=True), Says(b"<html>"), Says({}, 503), Says({}), error(2, is_transient=True)]
)
def test_silence_after_a_reply_is_unanswered_and_it_went_once(web: Web, says: Says) -> None:
    there = LittleInstagram()
    first = there.comment(there.media("Rye"), "Raw!")
    there.after = lambda asked: says if asked.method == "POST" else None
    with serving(there) as server:
        made = instagram(server.url, web)
        parent = parent_of(made, first)
        with pytest.raises(Unanswered):
            made.reply(parent, "Sorry!", "key-1")
    assert len(there.edges[first, "replies"]) == 1


def refused(web: Web, says: Says, *, gone: bool = False, already: str = "") -> Any:
    there = LittleInstagram()
    first = there.comment(there.media("Rye"), "Raw!")
    if already:
        there.comment(first, already, "cornerbakery")
    with serving(there) as server:
        made = instagram(server.url, web)
        parent = parent_of(made, first)
        if gone:
            there.take_down(first)
        there.trouble = lambda asked: says if asked.method == "POST" else None
        try:
            return made.reply(parent, "Sorry!", "key-1")
        except ShopError as caught:
            return caught


def test_each_refusal_of_a_reply_says_what_it_is(web: Web) -> None:
    assert type(refused(web, error(100, 33), gone=True)) is Gone
    assert str(refused(web, error(100))) == "Instagram turned the reply down. Your text is kept."
    assert "lets us read this account but not post" in str(refused(web, error(10, status=403)))
    assert type(refused(web, error(190, 458, 400))) is LoginExpired
    assert type(refused(web, error(80002))) is SlowDown
    assert isinstance(refused(web, error(506), already="Sorry!"), RemotePost)
    assert str(refused(web, error(368))).startswith("Instagram has blocked this for now")


def test_what_is_too_long_never_leaves_and_own_comments_are_deleted(web: Web) -> None:
    there = LittleInstagram()
    first = there.comment(there.media("Rye"), "Raw!")
    sorry = there.comment(first, "Sory", "cornerbakery")
    with serving(there) as server:
        made = instagram(server.url, web)
        with pytest.raises(Refused, match=r"^Instagram allows 2,200 characters\. Yours is 2,201\.$"):
            made.reply(parent_of(made, first), "x" * 2201, "key-1")
        made.delete(sorry)
        made.delete(sorry)
    assert sorry not in there.objects


def test_under_other_peoples_pictures_nothing_is_answered_from_here(web: Web) -> None:
    there = LittleInstagram()
    there.media("Sunday", "omar_s", "tags")
    with serving(there) as server:
        made = instagram(server.url, web)
        (tag,) = posts_in(fetched(made, {})).values()
        route = made.route(stored(tag, "instagram"))
    assert not route.from_here and route.url.startswith("https://www.instagram.com/p/")


# ---- signing in ------------------------------------------------------------------------------------------------


def test_a_pasted_token_signs_in_also_where_the_id_is_a_number(web: Web) -> None:
    there = LittleInstagram()
    for user_id in (IG, int(IG)):
        there.objects["me"]["user_id"] = user_id
        with serving(there) as server:
            made = Instagram.sign_in({"token": f" {TOKEN} ", "base": f"{server.url}/v25.0"}, web)
        assert (made.handle, made.name, made.remote_id) == ("@cornerbakery", "Corner Bakery", IG)
        assert made.secrets["token"] == TOKEN and made.secrets["renew_at"] > "2026"
    there.token = "another"
    with serving(there) as server, pytest.raises(LoginExpired, match="doesn’t work at Instagram") as caught:
        Instagram.sign_in({"token": TOKEN, "base": f"{server.url}/v25.0"}, web)
    assert TOKEN not in str(caught.value) + caught.value.details
    with pytest.raises(Misuse):
        Instagram.sign_in({}, web)


def test_the_token_is_renewed_when_a_check_begins(web: Web) -> None:
    there = LittleInstagram()
    there.objects["refresh_access_token"]["access_token"] = "fresh-token"

    def move_on(asked: Asked) -> Says | None:
        if "refresh_access_token" in asked.path:
            there.token = "fresh-token"
            return Says({"access_token": "fresh-token", "expires_in": 5184000})
        return None

    there.after = move_on
    with serving(there) as server:
        made = instagram(server.url, web)
        made.secrets.renew("renew_at", lambda _: {"renew_at": ""})
        list(made.fetch({}))
        assert server.asked[0].query["grant_type"] == ["ig_refresh_token"]
        assert made.secrets["token"] == "fresh-token"
        assert server.asked[1].query["access_token"] == ["fresh-token"]
