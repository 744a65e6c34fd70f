"""The Facebook connector against a little Facebook that keeps state."""

from __future__ import annotations

from typing import Any

import pytest

from desktop.connectors import Connector
from desktop.connectors.facebook import Facebook
from desktop.errors import Garbled, Gone, LoginExpired, Misuse, Refused, ShopError, SlowDown, Unanswered
from desktop.records import Batch, RemotePost, Source
from desktop.web import Web
from tests.desktop.connectors.contract import ConnectorContract
from tests.desktop.connectors.little_graph import TOKEN, error
from tests.desktop.connectors.little_meta import PAGE, LittleFacebook, facebook, serving, stored
from tests.desktop.little_server import Asked, LittleServer, Says

SECRET = "the-secret-of-our-own-app"


class TestTheContract(ConnectorContract):
    connector = Facebook


def fetched(connector: Connector, cursors: dict[str, str]) -> list[Batch]:
    """All batches; `cursors` moves on as if each had been stored."""
    batches = []
    for batch in connector.fetch(dict(cursors)):
        batches.append(batch)
        cursors.update(batch.cursors)
    return batches


def posts_in(batches: list[Batch]) -> dict[str, RemotePost]:
    return {post.remote_id: post for batch in batches for post in batch.posts}


# ---- reading ---------------------------------------------------------------------------------------------


def test_comments_visitors_and_tags_arrive_and_say_what_they_are(web: Web) -> None:
    page = LittleFacebook()
    ours = page.post("Rye is back.")
    raw = page.comment(ours, "Raw in the middle again!")
    sorry = page.comment(raw, "Sorry, Marta. Ours.", "")
    visit = page.post("Charged twice on Saturday.", "Omar S.", "visitor_posts")
    number = page.post("The bakery there is rude.", "Eve", "tagged").rpartition("_")[2]
    page.objects[f"77_{number}"] = page.objects.pop(f"{PAGE}_{number}")
    page.edges[PAGE, "tagged"] = [f"77_{number}"]
    with serving(page) as server:
        found = posts_in(fetched(facebook(server.url, web), {}))
    assert set(found) == {ours, raw, sorry, visit, f"tagged:77_{number}"}
    assert (found[ours].is_ours, found[ours].source, found[sorry].is_ours) == (True, Source.POST, True)
    assert (found[raw].parent_remote_id, found[raw].source, found[raw].author.name) == (
        ours,
        Source.COMMENT,
        "Marta K.",
    )
    assert (found[sorry].parent_remote_id, found[sorry].address, found[raw].address) == (raw, raw, raw)
    assert (found[visit].source, found[visit].is_ours, found[visit].author.name) == (
        Source.POST,
        False,
        "Omar S.",
    )
    assert found[f"tagged:77_{number}"].source is Source.MENTION
    assert all(post.is_public and post.url.startswith("https://www.facebook.com/") for post in found.values())


def test_what_comes_twice_changes_nothing_and_quiet_posts_are_left_alone(web: Web) -> None:
    page, cursors = LittleFacebook(), dict[str, str]()
    posts = [page.post(f"Day {n}") for n in range(6)]
    for post in posts:
        page.comment(post, f"Stale on {post}")
    with serving(page) as server:
        first = posts_in(fetched(facebook(server.url, web), cursors))
        kept, before = dict(cursors), len(server.asked)
        again = posts_in(fetched(facebook(server.url, web), cursors))
        assert [asked.path.rpartition("/")[2] for asked in server.asked[before:]].count("comments") == 3
        assert cursors == kept and all(first[one] == post for one, post in again.items())
        late = page.comment(posts[0], "And now mouldy!")
        assert late in posts_in(fetched(facebook(server.url, web), cursors))


def test_a_busy_post_is_read_back_to_what_is_known_without_a_gap(web: Web) -> None:
    page, cursors = LittleFacebook(), dict[str, str]()
    post = page.post("Free buns!")
    for n in range(250):
        page.comment(post, f"first {n}")
    with serving(page) as server:
        assert len(posts_in(fetched(facebook(server.url, web), cursors))) == 251
        many = [page.comment(post, f"later {n}") for n in range(730)]
        before = len(server.asked)
        assert set(many) <= set(posts_in(fetched(facebook(server.url, web), cursors)))
        pages = [a for a in server.asked[before:] if a.path.endswith("/comments")]
        assert len(pages) == 8  # of 100: back to before the newest known, and no further
        assert [a.query["filter"] + a.query["order"] for a in pages] == [
            ["stream", "reverse_chronological"]
        ] * 8


def test_a_fetch_that_breaks_off_goes_on_where_it_was(web: Web) -> None:
    page, cursors = LittleFacebook(), dict[str, str]()
    everything = set()
    for n in range(5):
        post = page.post(f"Day {n}")
        everything |= {post, page.comment(post, f"Stale {n}")}
    found: set[str] = set()
    with serving(page) as server:
        for allowed in range(1, 12):
            left = [allowed]

            def busy(asked: Asked, left: list[int] = left) -> Says | None:
                left[0] -= 1
                return None if left[0] >= 0 else error(4, status=403)

            page.trouble = busy
            try:
                for batch in facebook(server.url, web).fetch(dict(cursors)):
                    found |= {one.remote_id for one in batch.posts}
                    cursors.update(batch.cursors)
            except SlowDown:
                continue
        assert found == everything


def test_one_list_that_is_closed_does_not_keep_the_others_away(web: Web) -> None:
    page = LittleFacebook()
    post = page.post("Rye is back.")
    one, two = page.comment(post, "Raw!"), page.comment(page.post("Buns"), "Burnt!")
    page.trouble = lambda asked: error(10, status=403) if "visitor_posts" in asked.path else None
    found: set[str] = set()
    with serving(page) as server:
        with pytest.raises(
            Refused, match=r"^Facebook doesn’t let us read all of this page\. Someone with full"
        ):
            for batch in facebook(server.url, web).fetch({}):
                found |= {each.remote_id for each in batch.posts}
        assert {one, two} <= found
        page.trouble = lambda asked: Says(b"{") if asked.path.endswith(f"{post}/comments") else None
        with pytest.raises(Garbled):
            for batch in facebook(server.url, web).fetch({}):
                found |= {each.remote_id for each in batch.posts}
                assert f"comments {post}" not in batch.cursors


def test_people_facebook_does_not_name_are_nobody_in_common(web: Web) -> None:
    page = LittleFacebook()
    post = page.post("Rye")
    for words in ("Raw!", "Burnt!"):
        del page.objects[page.comment(post, words)]["from"]
    with serving(page) as server:
        found = [p for p in posts_in(fetched(facebook(server.url, web), {})).values() if not p.is_ours]
    assert [p.author.name for p in found] == ["Somebody on Facebook"] * 2
    assert len({p.author.key for p in found}) == 2


def test_a_hidden_comment_is_not_public(web: Web) -> None:
    page = LittleFacebook()
    post = page.post("Rye")
    hidden = page.comment(post, "You idiots", is_hidden=True)
    picture = page.comment(post, "", attachment={"type": "photo"})
    with serving(page) as server:
        found = posts_in(fetched(facebook(server.url, web), {}))
    assert not found[hidden].is_public
    assert found[picture].text == "[a picture]"


def test_a_thread_is_a_comment_with_its_replies_or_a_visitors_post_with_its_comments(web: Web) -> None:
    page = LittleFacebook()
    post = page.post("Rye")
    first, other = page.comment(post, "Raw!"), page.comment(post, "Burnt!", "Omar S.")
    sorry, thanks = page.comment(first, "Sorry!", ""), page.comment(first, "Thanks")
    visit = page.post("Charged twice", "Hana B.", "visitor_posts")
    answer = page.comment(visit, "Ours, sorry", "")
    with serving(page) as server:
        made = facebook(server.url, web)
        for asked in (first, sorry, thanks):
            assert [p.remote_id for p in made.thread(asked)] == [first, sorry, thanks]
        assert [p.remote_id for p in made.thread(other)] == [other]
        assert [p.remote_id for p in made.thread(visit)] == [visit, answer]
        assert made.thread("tagged:99_1") == ()
        with pytest.raises(Gone):
            made.thread("99_98")


def test_gone_is_gone_only_while_our_own_posts_can_be_read(web: Web) -> None:
    page = LittleFacebook()
    there = page.comment(page.post("Rye"), "Raw!")
    with serving(page) as server:
        made = facebook(server.url, web)
        assert made.still_there((there, "99_98", "tagged:77_5")) == {there, "tagged:77_5"}
        page.trouble = lambda asked: error(100) if "published_posts" not in asked.path else error(10)
        with pytest.raises(Refused):
            made.still_there((there,))


def test_a_passer_by_sees_what_is_not_hidden(web: Web) -> None:
    page = LittleFacebook()
    post = page.post("Rye")
    first = page.comment(post, "Raw!")
    sorry, rude = page.comment(first, "Sorry!", ""), page.comment(first, "Idiots", "Eve", is_hidden=True)
    late = page.comment(post, "It is sorted, by the way", "")
    with serving(page) as server:
        made = facebook(server.url, web)
        seen: Any = made.as_stranger(first, (late, "99_98"))
        assert [p.remote_id for p in seen.posts] == [first, sorry, late] and seen.how == "asked"
        assert made.as_stranger(rude).posts[0].remote_id == first  # type: ignore[union-attr]
        made.hide(first, hidden=True)
        assert made.as_stranger(first).posts == ()  # type: ignore[union-attr]
        made.hide(first, hidden=False)
        assert made.as_stranger(first).sees(sorry)  # type: ignore[union-attr]
        page.take_down(first)
        assert made.as_stranger(first).posts == ()  # type: ignore[union-attr]
        assert made.as_stranger("tagged:77_5") is None


# ---- writing -------------------------------------------------------------------------------------------------


def parent_of(connector: Connector, remote_id: str) -> Any:
    return stored(next(p for p in connector.thread(remote_id) if p.remote_id == remote_id), connector.key)


def test_a_reply_stands_under_the_comment_that_began_the_thread(web: Web) -> None:
    page = LittleFacebook()
    first = page.comment(page.post("Rye"), "Raw!")
    again = page.comment(first, "Anybody there?")
    with serving(page) as server:
        made = facebook(server.url, web, SECRET)
        sent = made.reply(parent_of(made, again), "Here I am, sorry. Ines", "key-1")
        (post,) = [asked for asked in server.asked if asked.method == "POST"]
        assert post.path == f"/v25.0/{first}/comments"
        assert post.form["message"] == "Here I am, sorry. Ines" and len(post.form["appsecret_proof"]) == 64
        assert (sent.is_ours, sent.parent_remote_id) == (True, first)
        assert sent.remote_id in page.objects
        assert sent in made.thread(first)


def test_a_reply_that_cannot_be_read_back_is_told_as_it_was_sent(web: Web) -> None:
    page = LittleFacebook()
    first = page.comment(page.post("Rye"), "Raw!")
    with serving(page) as server:
        made = facebook(server.url, web)
        parent = parent_of(made, first)
        page.trouble = lambda asked: error(2, status=500) if asked.method == "GET" else None
        sent = made.reply(parent, "Sorry!", "key-1")
    assert (sent.text, sent.is_ours, sent.parent_remote_id) == ("Sorry!", True, first)


SILENCE = [
    Says(cut=True),
    Says(hangs=True),
    Says(b"<html>"),
    Says({}, 502),
    Says({"id": 5}),
    Says({}),
    error(1),
]


@pytest.mark.parametrize("says", SILENCE)
def test_silence_after_a_reply_is_unanswered_and_it_went_once(web: Web, says: Says) -> None:
    page = LittleFacebook()
    first = page.comment(page.post("Rye"), "Raw!")
    page.after = lambda asked: says if asked.method == "POST" else None
    with serving(page) as server:
        made = facebook(server.url, web)
        parent = parent_of(made, first)
        with pytest.raises(Unanswered):
            made.reply(parent, "Sorry!", "key-1")
    assert [asked.method for asked in server.asked].count("POST") == 1
    assert len(page.edges[first, "comments"]) == 1


def refused(web: Web, says: Says, *, gone: bool = False, already: str = "") -> Any:
    """What becomes of a reply when the place answers so."""
    page = LittleFacebook()
    first = page.comment(page.post("Rye"), "Raw!")
    if already:
        page.comment(first, already, "")
    with serving(page) as server:
        made = facebook(server.url, web)
        parent = parent_of(made, first)
        if gone:
            page.take_down(first)
        page.trouble = lambda asked: says if asked.method == "POST" else None
        try:
            return made.reply(parent, "Sorry!", "key-1")
        except ShopError as caught:
            return caught


def test_each_refusal_of_a_reply_says_what_it_is(web: Web) -> None:
    assert type(refused(web, error(100, 33), gone=True)) is Gone
    kept = refused(web, error(100))
    assert (type(kept), str(kept)) == (Refused, "Facebook turned the reply down. Your text is kept.")
    assert "lets us read this page but not post" in str(refused(web, error(200, status=403)))
    assert type(refused(web, error(190, 460, 401))) is LoginExpired
    assert type(refused(web, error(32, status=403))) is SlowDown


def test_a_duplicate_is_looked_up(web: Web) -> None:
    there = refused(web, error(506), already="Sorry!")
    assert isinstance(there, RemotePost) and there.is_ours and there.text == "Sorry!"
    assert "the same words" in str(refused(web, error(506), already="Something else"))


def test_what_is_too_long_never_leaves(web: Web) -> None:
    page = LittleFacebook()
    first = page.comment(page.post("Rye"), "Raw!")
    with serving(page) as server:
        made = facebook(server.url, web)
        parent = parent_of(made, first)
        with pytest.raises(Refused, match=r"^Facebook allows 8,000 characters\. Yours is 8,001\.$"):
            made.reply(parent, "x" * 8001, "key-1")
        assert not [asked for asked in server.asked if asked.method == "POST"]


def test_own_comments_are_edited_and_deleted_and_gone_ones_are_no_failure(web: Web) -> None:
    page = LittleFacebook()
    ours = page.comment(page.post("Rye"), "Sory", "")
    with serving(page) as server:
        made = facebook(server.url, web, SECRET)
        assert made.edit(ours, "Sorry").text == "Sorry"
        made.delete(ours)
        made.delete(ours)
        assert ours not in page.objects
        assert [len(a.query["appsecret_proof"][0]) for a in server.asked if a.method == "DELETE"] == [64, 64]


def test_what_cannot_be_answered_from_here_says_why(web: Web) -> None:
    page = LittleFacebook()
    closed = page.comment(page.post("Rye"), "Raw!", can_comment=False)
    with serving(page) as server:
        made = facebook(server.url, web)
        route = made.route(parent_of(made, closed))
        assert not route.from_here and route.url.startswith("https://") and "answer that comment" in route.why
        tagged = parent_of(made, closed)._replace(address="tagged:")
        assert not made.route(tagged).from_here
        assert made.route(tagged._replace(address="1_2")).from_here


# ---- signing in ------------------------------------------------------------------------------------------------


def signed(web: Web, server: LittleServer, **fields: str) -> Any:
    return Facebook.sign_in({"token": f" {TOKEN}\n", "base": f"{server.url}/v25.0", **fields}, web)


def test_a_pages_own_token_signs_in(web: Web) -> None:
    with serving(LittleFacebook()) as server:
        made = signed(web, server)
    assert (made.handle, made.name, made.remote_id, made.host) == (
        "Corner Bakery",
        "Corner Bakery",
        PAGE,
        "",
    )
    assert made.secrets == {"token": TOKEN}
    assert made.facts["link"] == "https://www.facebook.com/cornerbakery"


def owner_of(*names: str) -> LittleFacebook:
    page = LittleFacebook()
    page.kinds["me"] = "User"
    page.edges["me", "accounts"] = []
    for n, name in enumerate(names):
        page.put(
            f"{n}11", "Page", ("me", "accounts"), name=name, link="", access_token=f"canary-token-of-{name}"
        )
    return page


def test_somebodys_token_becomes_that_of_the_page_they_look_after(web: Web) -> None:
    with serving(owner_of("Corner Bakery")) as server:
        assert signed(web, server).secrets == {"token": "canary-token-of-Corner Bakery"}
    with serving(owner_of("Corner Bakery", "Puddle Cycles")) as server:
        made = signed(web, server, page=" puddle cycles ")
        assert (made.remote_id, made.secrets["token"]) == ("111", "canary-token-of-Puddle Cycles")
        with pytest.raises(
            Misuse, match=r"^That sign-in looks after several pages: Corner Bakery, Puddle Cycles\."
        ):
            signed(web, server)
        with pytest.raises(
            Misuse, match=r"no page called “Fenny Lane”\. It looks after: Corner Bakery, Puddle"
        ):
            signed(web, server, page="Fenny Lane")
    with serving(owner_of()) as server, pytest.raises(Misuse, match="looks after no page"):
        signed(web, server)


def test_with_the_apps_secret_the_sign_in_lasts(web: Web) -> None:
    page = owner_of("Corner Bakery")

    def exchange(asked: Asked) -> Says | None:
        return Says({"access_token": "lasting"}) if asked.path.endswith("/oauth/access_token") else None

    page.trouble = exchange
    with serving(page) as server:
        with pytest.raises(LoginExpired, match=r"^That access token doesn’t work at Facebook\.$"):
            signed(
                web, server, app_id="42", app_secret=SECRET
            )  # the lasting one is what is used from here on
        page.token = "lasting"
        made = signed(web, server, app_id="42", app_secret=SECRET)
        query = {key: value[0] for key, value in server.asked[-2].query.items()}
    assert query["grant_type"] == "fb_exchange_token" and query["fb_exchange_token"] == TOKEN
    assert made.secrets == {"token": "canary-token-of-Corner Bakery", "app_secret": SECRET}
    assert "canary" not in repr(made) and SECRET not in repr(made)


def test_a_token_that_does_not_work_is_said_without_showing_it(web: Web) -> None:
    page = LittleFacebook()
    page.token = "another"
    with serving(page) as server, pytest.raises(LoginExpired) as caught:
        signed(web, server)
    assert TOKEN not in str(caught.value) + caught.value.details
    page.trouble = lambda _: error(100)  # an app that wants its secret proven with each request says no more than this
    with serving(page) as server, pytest.raises(LoginExpired, match="doesn’t work at Facebook"):
        signed(web, server)
    with pytest.raises(Misuse, match=r"^Paste an access token\.$"):
        Facebook.sign_in({}, web)
