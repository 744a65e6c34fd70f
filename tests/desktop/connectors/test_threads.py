"""The Threads connector against a little Threads that keeps state: posting takes two steps there."""

from __future__ import annotations

from typing import Any

import pytest

from desktop.connectors import Connector, Keys
from desktop.connectors.threads import Threads
from desktop.errors import Garbled, Gone, LoginExpired, Refused, ShopError, SlowDown, Unanswered, VaultClosed
from desktop.records import Batch, RemotePost, Source
from desktop.web import Web
from tests.desktop.connectors.contract import ConnectorContract
from tests.desktop.connectors.little_graph import TOKEN, error
from tests.desktop.connectors.little_meta import LATER, TH, LittleThreads, serving, stored, threads
from tests.desktop.little_server import Asked, Says


class TestTheContract(ConnectorContract):
    connector = Threads


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


def test_replies_and_mentions_arrive_and_say_what_they_are(web: Web) -> None:
    there = LittleThreads()
    ours = there.thread("Rye is back.")
    raw = there.reply(ours, "Raw in the middle!")
    sorry = there.reply(raw, "Sorry!", "cornerbakery")
    mention = there.mention("Never again @cornerbakery")
    with serving(there) as server:
        found = posts_in(fetched(threads(server.url, web), {}))
    assert set(found) == {ours, raw, sorry, mention}
    assert (found[raw].parent_remote_id, found[raw].root_remote_id, found[raw].source) == (
        ours,
        ours,
        Source.COMMENT,
    )
    assert found[sorry].is_ours and found[sorry].parent_remote_id == raw
    assert (found[mention].source, found[mention].author.handle) == (Source.MENTION, "@hana.b")
    assert found[mention].url.startswith("https://www.threads.com/@hana.b/post/")


def test_what_comes_twice_changes_nothing_and_what_has_gone_is_told(web: Web) -> None:
    there, cursors = LittleThreads(), dict[str, str]()
    ours = there.thread("Rye is back.")
    raw, burnt = there.reply(ours, "Raw!"), there.reply(ours, "Burnt!", "omar_s")
    there.mention("Never again @cornerbakery")
    with serving(there) as server:
        first = posts_in(fetched(threads(server.url, web), cursors))
        kept = dict(cursors)
        again = fetched(threads(server.url, web), cursors)
        assert cursors == kept and posts_in(again) == first
        there.take_down(raw)
        assert [batch.gone for batch in fetched(threads(server.url, web), cursors) if batch.gone] == [(raw,)]
        there.take_down(burnt)
        assert [batch.gone for batch in fetched(threads(server.url, web), cursors) if batch.gone] == [
            (burnt,)
        ]
        assert [batch.gone for batch in fetched(threads(server.url, web), cursors) if batch.gone] == []


def test_long_lists_come_whole_and_a_broken_fetch_goes_on(web: Web) -> None:
    there, cursors = LittleThreads(), dict[str, str]()
    ours = there.thread("Free buns!")
    fetched_first = [there.mention("first")]
    with serving(there) as server:
        fetched(threads(server.url, web), cursors)
        replies = [there.reply(ours, f"me {n}", f"friend{n}") for n in range(60)]
        mentions = [there.mention(f"@cornerbakery {n}") for n in range(260)]
        found: set[str] = set()
        for allowed in range(1, 40, 2):
            left = [allowed]

            def busy(asked: Asked, left: list[int] = left) -> Says | None:
                left[0] -= 1
                return None if left[0] >= 0 else error(4, status=403)

            there.trouble = busy
            try:
                for batch in threads(server.url, web).fetch(dict(cursors)):
                    found |= {one.remote_id for one in batch.posts}
                    cursors.update(batch.cursors)
            except SlowDown:
                continue
    assert {*replies, *mentions} <= found and fetched_first


def test_one_list_that_is_closed_does_not_keep_the_others_away(web: Web) -> None:
    there = LittleThreads()
    ours = there.thread("Rye")
    raw = there.reply(ours, "Raw!")
    for says, kind in ((error(10, status=403), Refused), (Says(b"half"), Garbled), (error(100), Garbled)):
        there.trouble = lambda asked, says=says: says if "mentions" in asked.path else None  # type: ignore[misc]
        found: set[str] = set()
        with serving(there) as server, pytest.raises(kind):
            for batch in threads(server.url, web).fetch({}):
                found |= {each.remote_id for each in batch.posts}
        assert raw in found


@pytest.mark.parametrize(
    ("status", "public"),
    [
        ("NOT_HUSHED", True),
        ("UNHUSHED", True),
        ("HIDDEN", False),
        ("BLOCKED", False),
        ("COVERED", True),
        ("NEW", True),
    ],
)
def test_a_hidden_reply_is_not_public(web: Web, status: str, public: bool) -> None:
    there = LittleThreads()
    raw = there.reply(there.thread("Rye"), "Raw!", hide_status=status)
    with serving(there) as server:
        assert posts_in(fetched(threads(server.url, web), {}))[raw].is_public is public


def test_a_mention_that_cannot_be_read_by_its_id_is_known_from_the_list(web: Web) -> None:
    there = LittleThreads()
    mention = there.mention("Never again @cornerbakery")
    sorry = there.reply(mention, "Sorry, Hana.", "cornerbakery")
    there.unreadable.add(mention)
    with serving(there) as server:
        made = threads(server.url, web)
        assert [p.remote_id for p in made.thread(mention)] == [mention, sorry]
        assert made.as_stranger(mention).sees(sorry)  # type: ignore[union-attr]
        there.edges["me", "mentions"].clear()
        assert [p.remote_id for p in made.thread(mention)] == [sorry]
        assert made.as_stranger(mention) is None  # it may be there: nobody says it is gone


def test_a_passer_by_sees_what_is_not_hidden(web: Web) -> None:
    there = LittleThreads()
    raw = there.reply(there.thread("Rye"), "Raw!")
    sorry = there.reply(raw, "Sorry!", "cornerbakery")
    rude = there.reply(raw, "Idiots", "eve", hide_status="HIDDEN")
    with serving(there) as server:
        made = threads(server.url, web)
        seen: Any = made.as_stranger(raw)
        assert [p.remote_id for p in seen.posts] == [raw, sorry] and seen.how == "asked"
        assert rude not in {p.remote_id for p in seen.posts}
        made.hide(raw, hidden=True)
        assert made.as_stranger(raw).posts == ()  # type: ignore[union-attr]
        made.hide(raw, hidden=False)
        assert made.as_stranger(raw).sees(raw)  # type: ignore[union-attr]
        made.delete(sorry)
        made.delete(sorry)
        assert not made.as_stranger(raw).sees(sorry)  # type: ignore[union-attr]


# ---- posting in two steps ------------------------------------------------------------------------------------


class Trying:
    """Somebody's reply to Marta, tried again and again under one key, by programs that share a vault."""

    def __init__(self, web: Web) -> None:
        self.there, self.web = LittleThreads(), web
        self.raw = self.there.reply(self.there.thread("Rye"), "Raw!")
        self.kept = {"token": TOKEN, "renew_at": LATER}
        self.asked: list[Asked] = []

    def once(self, words: str = "Sorry!", key: str = "key-1") -> Any:
        """A fresh program tries: the reply, or the error."""
        keys = Keys("a1", dict(self.kept), lambda: dict(self.kept), self.kept.update)
        with serving(self.there) as server:
            made = threads(server.url, self.web, keys)
            parent = parent_of(made, self.raw)
            server.asked.clear()
            try:
                return made.reply(parent, words, key)
            except ShopError as caught:
                return caught
            finally:
                self.asked = list(server.asked)

    def posts(self) -> list[str]:
        return [asked.path.rpartition("/")[2] for asked in self.asked if asked.method == "POST"]

    def breaks(self, path: str, says: Says, *, before: bool = False) -> None:
        """The next request to `path` gets that answer, after it did its work or before."""
        left = [1]

        def once(asked: Asked) -> Says | None:
            if asked.path.endswith(path) and left:
                left.clear()
                return says
            return None

        setattr(self.there, "trouble" if before else "after", once)


def publishes(asked: Asked) -> bool:
    return asked.path.endswith("/threads_publish")


def asks_status(asked: Asked) -> bool:
    return "status" in asked.query.get("fields", [""])[0].split(",")


@pytest.fixture
def trying(web: Web) -> Trying:
    return Trying(web)


def test_a_reply_is_a_container_that_is_kept_and_then_published(trying: Trying) -> None:
    sent = trying.once()
    assert trying.posts() == ["threads", "threads_publish"]
    assert trying.asked[1].form["reply_to_id"] == trying.raw and trying.asked[1].form["text"] == "Sorry!"
    assert (sent.text, sent.is_ours, sent.parent_remote_id) == ("Sorry!", True, trying.raw)
    assert trying.kept["containers"].startswith("key-1=") and trying.there.published == 1


SILENCE = [Says(cut=True), Says(b"<html>"), Says({}, 502), Says({}), error(2, status=500)]


@pytest.mark.parametrize("says", SILENCE)
def test_silence_before_anything_is_public_means_later_and_nothing_was_posted(
    trying: Trying, says: Says
) -> None:
    trying.breaks("/me/threads", says)
    caught = trying.once()
    assert (type(caught), str(caught)) == (SlowDown, "Threads didn’t answer. Nothing was posted.")
    assert trying.there.published == 0
    assert isinstance(trying.once(), RemotePost) and trying.there.published == 1


@pytest.mark.parametrize("says", SILENCE)
def test_silence_after_publishing_is_cleared_up_by_the_containers_status(trying: Trying, says: Says) -> None:
    trying.breaks("/threads_publish", says)
    sent = trying.once()
    assert isinstance(sent, RemotePost) and sent.remote_id in trying.there.objects
    assert trying.there.published == 1


def test_cut_off_while_publishing_nothing_is_repeated_blindly(trying: Trying) -> None:
    """The request is lost, and so is every question after it: then a crash. The repeat finds the container."""
    trying.there.trouble = lambda asked: Says(cut=True) if publishes(asked) or asks_status(asked) else None
    assert isinstance(trying.once(), Unanswered)
    container = trying.kept["containers"].partition("=")[2]
    trying.there.trouble = lambda _: None
    assert isinstance(trying.once(), RemotePost)
    assert trying.posts() == ["threads_publish"] and trying.asked[0].path == f"/v1.0/{container}"
    assert trying.there.published == 1


def test_cut_off_after_publishing_a_repeat_publishes_nothing(trying: Trying) -> None:
    trying.there.after = lambda asked: Says(cut=True) if publishes(asked) else None
    trying.there.trouble = lambda asked: Says(cut=True) if asks_status(asked) else None
    assert isinstance(trying.once(), Unanswered)
    trying.there.after = trying.there.trouble = lambda _: None
    sent = trying.once()
    assert isinstance(sent, RemotePost) and trying.posts() == [] and trying.there.published == 1
    trying.there.take_down(sent.remote_id)
    caught = trying.once()
    assert isinstance(caught, Unanswered) and "doesn’t show it to us yet" in str(caught)
    assert trying.there.published == 1


def test_what_a_container_says_of_itself_decides(trying: Trying) -> None:
    trying.there.trouble = lambda asked: error(4, status=403) if publishes(asked) else None
    assert isinstance(trying.once(), SlowDown)
    trying.there.trouble = lambda _: None
    container = trying.kept["containers"].partition("=")[2]
    trying.there.objects[container]["status"] = "IN_PROGRESS"
    assert str(trying.once()) == "Threads is still preparing it."
    for status in ("ERROR", "EXPIRED"):
        trying.there.objects[container]["status"] = status
        assert isinstance(trying.once(), RemotePost)
        assert trying.posts() == ["threads", "threads_publish"]
        trying.kept["containers"] = f"key-1={container}"
    del trying.there.objects[container]
    assert isinstance(trying.once(), RemotePost)
    assert trying.there.published == 3


def test_a_container_that_cannot_be_kept_is_not_published(trying: Trying, web: Web) -> None:
    def closed(_: Any) -> None:
        raise VaultClosed("locked")

    keys = Keys("a1", dict(trying.kept), lambda: dict(trying.kept), closed)
    with serving(trying.there) as server:
        made = threads(server.url, web, keys)
        with pytest.raises(VaultClosed):
            made.reply(parent_of(made, trying.raw), "Sorry!", "key-1")
    assert trying.there.published == 0


def test_containers_of_several_replies_are_kept_side_by_side(trying: Trying) -> None:
    for n in range(14):
        assert isinstance(trying.once(f"Sorry {n}", f"key-{n}"), RemotePost)
    assert len(trying.kept["containers"].split()) == 10
    assert isinstance(trying.once("Sorry 13", "key-13"), RemotePost)
    assert trying.posts() == [] and trying.there.published == 14


def test_each_refusal_of_a_reply_says_what_it_is(trying: Trying) -> None:
    def with_(says: Says) -> Any:
        trying.there.trouble = lambda asked: says if asked.method == "POST" else None
        return trying.once()

    assert type(with_(error(100, 33))) is Gone
    assert "lets us read this account but not post" in str(with_(error(10, status=403)))
    assert type(with_(error(190, 463, 401))) is LoginExpired
    assert type(with_(error(613))) is SlowDown
    assert str(with_(error(368))).startswith("Threads has blocked this for now")
    assert trying.there.published == 0


def test_a_days_replies_are_counted_before_one_is_written(trying: Trying) -> None:
    trying.there.objects["quota"]["reply_quota_usage"] = 1000
    assert str(trying.once()) == "Threads allows 1,000 replies a day, and they are used up."
    assert trying.posts() == []
    trying.breaks("/threads_publishing_limit", error(10), before=True)
    assert isinstance(trying.once(), RemotePost)


def test_what_is_too_long_or_has_too_many_links_never_leaves(trying: Trying) -> None:
    assert str(trying.once("x" * 501)) == "Threads allows 500 characters. Yours is 501."
    links = " ".join(f"https://quay.example/{n}." for n in range(6))
    assert str(trying.once(links)) == "Threads allows 5 links. Yours has 6."
    assert trying.asked == []
    same = "see https://quay.example/a, again: https://quay.example/a " * 4
    assert isinstance(trying.once(same), RemotePost)


COUNTS = [
    ("", 0),
    ("bread", 5),
    ("Brötchen", 8),
    ("🥖", 4),
    ("e\u0301", 2),
    ("👩‍🍳 ok", 14),
    ("🇩🇪", 8),
    ("1️⃣", 7),
    ("日本", 2),
]


@pytest.mark.parametrize(("text", "size"), COUNTS)
def test_an_emoji_counts_as_many_as_it_has_bytes(web: Web, text: str, size: int) -> None:
    assert threads("http://127.0.0.1", web).count(text) == size


# ---- signing in ------------------------------------------------------------------------------------------------


def test_a_pasted_token_signs_in_and_is_renewed_at_its_own_address(web: Web) -> None:
    there = LittleThreads()
    with serving(there) as server:
        made = Threads.sign_in({"token": f"{TOKEN}\n", "base": server.url}, web)
        assert (made.handle, made.name, made.remote_id, made.host) == (
            "@cornerbakery",
            "Corner Bakery",
            TH,
            "",
        )
        keys = Keys("a1", {**made.secrets, "renew_at": ""})
        list(threads(server.url, web, keys).fetch({}))
        renewing = [asked for asked in server.asked if asked.path.endswith("refresh_access_token")]
        assert [asked.path for asked in renewing] == ["/refresh_access_token"]
        assert renewing[0].query["grant_type"] == ["th_refresh_token"]
    there.token = "another"
    with serving(there) as server, pytest.raises(LoginExpired, match="doesn’t work at Threads") as caught:
        Threads.sign_in({"token": TOKEN, "base": server.url}, web)
    assert TOKEN not in str(caught.value) + caught.value.details
