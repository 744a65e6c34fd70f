"""Requests and readings of Facebook, Instagram and Threads, held against Meta's own specifications and recordings."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from desktop.connectors import Connector, facebook_posts, instagram_posts
from desktop.connectors.facebook import Facebook
from desktop.connectors.graph import Graph
from desktop.connectors.threads import Threads
from desktop.errors import Gone, Refused, ShopError
from desktop.records import RemotePost
from desktop.web import Web
from tests.desktop.connectors import graph_specs
from tests.desktop.connectors.little_graph import TOKEN, LittleGraph
from tests.desktop.connectors.little_meta import (
    IG,
    LittleFacebook,
    LittleInstagram,
    LittleThreads,
    facebook,
    instagram,
    serving,
    stored,
    threads,
)
from tests.desktop.little_server import Asked, LittleServer, Says


@pytest.fixture
def specs(shared: Path) -> Path:
    return shared / "specs"


def everything(connector: Connector, theirs: str, ours: str) -> None:
    """Each thing a connector can do, once."""
    list(connector.fetch({}))
    parent = next(p for p in connector.thread(theirs) if p.remote_id == theirs)
    sent = connector.reply(stored(parent, connector.key), "Sorry!", "key-1")
    connector.still_there((theirs, "5_5"))
    connector.as_stranger(theirs, (ours, sent.remote_id))
    if connector.can.edit:
        connector.edit(sent.remote_id, "Sorry, Marta!")
    connector.hide(theirs, hidden=True)
    connector.hide(theirs, hidden=False)
    connector.delete(sent.remote_id)


def params(asked: Asked) -> dict[str, str]:
    return {name: values[0] for name, values in asked.query.items()} | (asked.form if asked.body else {})


def checked(
    nodes: graph_specs.Nodes, graph: LittleGraph, kinds: dict[str, str], server: LittleServer
) -> list[str]:
    """What is wrong with the requests, by the kind of node that each one asked."""
    wrong = []
    for asked in server.asked:
        remote_id, *edge = graph.path(asked)
        if remote_id == "oauth" or remote_id not in kinds:
            continue  # an address of its own, in no node; or an id that never was one
        itself = {"GET": "#get", "POST": "#update", "DELETE": "#delete"}[asked.method]
        wrong += nodes.breaches(asked.method, kinds[remote_id], edge[0] if edge else itself, params(asked))
    return wrong


def test_facebook_asks_only_for_what_its_nodes_have(specs: Path, web: Web) -> None:
    page = LittleFacebook()
    raw = page.comment(page.post("Rye"), "Raw!")
    ours = page.comment(raw, "Hm", "")
    visit = page.post("Charged twice", "Omar S.", "visitor_posts")
    owner = LittleFacebook()
    owner.kinds["me"] = "User"
    owner.put("1", "Page", ("me", "accounts"), name="Corner Bakery", link="", access_token="x")
    nodes = graph_specs.facebook(specs / "facebook")
    with serving(page) as server:
        made = facebook(server.url, web, "a-secret-of-the-app")
        everything(made, raw, ours)
        made.reply(stored(made.thread(visit)[0], "facebook"), "Sorry, Omar!", "key-2")
        made.thread("tagged:" + visit)
        Facebook.sign_in({"token": TOKEN, "base": f"{server.url}/v25.0"}, web)
        kinds = {**page.kinds, "me": "Page"}
        sign_in = [asked for asked in server.asked if asked.path.endswith("/me/accounts")]
        server.asked = [
            asked for asked in server.asked if asked not in sign_in
        ]  # a page's token gets an error there
        assert checked(nodes, page, kinds | {made.account.remote_id: "Page"}, server) == []
    with serving(owner) as server:
        Facebook.sign_in({"token": TOKEN, "base": f"{server.url}/v25.0"}, web)
        assert checked(nodes, owner, {"me": "User"}, server) == []
    assert nodes.covered == {
        "GET Page/#get",
        "GET Page/published_posts",
        "GET Page/visitor_posts",
        "GET Page/tagged",
        "GET PagePost/#get",
        "GET PagePost/comments",
        "POST PagePost/comments",
        "GET Comment/#get",
        "GET Comment/comments",
        "POST Comment/comments",
        "POST Comment/#update",
        "DELETE Comment/#delete",
        "GET User/accounts",
    }


def test_instagram_asks_only_for_what_its_nodes_have(specs: Path, web: Web) -> None:
    there = LittleInstagram()
    raw = there.comment(there.media("Rye"), "Raw!")
    ours = there.comment(raw, "Hm", "cornerbakery")
    there.media("Sunday", "omar_s", "tags")
    nodes = graph_specs.instagram(specs / "instagram")
    with serving(there) as server:
        made = instagram(server.url, web)
        made.secrets.renew("renew_at", lambda _: {"renew_at": ""})
        everything(made, raw, ours)
        type(made).sign_in({"token": TOKEN, "base": f"{server.url}/v25.0"}, web)
        tag = there.edges[IG, "tags"][0]
        made.thread(f"tagged:{tag}")
        kinds = there.kinds | {ours: "Comment"}
        assert checked(nodes, there, kinds, server) == []
    assert nodes.covered == {
        "GET User/#get",
        "GET User/media",
        "GET User/tags",
        "GET Media/#get",
        "GET Media/comments",
        "GET Comment/#get",
        "GET Comment/replies",
        "POST Comment/replies",
        "POST Comment/#update",
        "DELETE Comment/#delete",
        "GET RefreshAccessToken/#get",
    }


def test_threads_asks_only_for_what_its_collection_shows(specs: Path, web: Web) -> None:
    there = LittleThreads()
    raw = there.reply(there.thread("Rye"), "Raw!")
    ours = there.reply(raw, "Hm", "cornerbakery")
    there.mention("@cornerbakery")
    collection = graph_specs.Collection(specs / "threads" / "threads-api.postman_collection.json")
    wrong = []
    with serving(there) as server:
        made = threads(server.url, web)
        made.secrets.renew("renew_at", lambda _: {"renew_at": ""})
        there.after = lambda asked: Says(cut=True) if asked.path.endswith("threads_publish") else None
        everything(made, raw, ours)
        Threads.sign_in({"token": TOKEN, "base": server.url}, web)
        for asked in server.asked:
            if "5_5" not in asked.path:
                wrong += collection.breaches(asked.method, "/" + "/".join(there.path(asked)), params(asked))
    assert wrong == []
    assert collection.covered == {
        "GET /me",
        "GET /me/threads",
        "GET /me/mentions",
        "GET /me/replies",
        "GET /me/threads_publishing_limit",
        "GET /refresh_access_token",
        "GET /ID",
        "GET /ID/replies",
        "GET /ID/conversation",
        "POST /me/threads",
        "POST /me/threads_publish",
        "POST /ID/manage_reply",
        "DELETE /ID",
    }


def test_what_no_specification_has_is_noticed(specs: Path) -> None:
    nodes = graph_specs.facebook(specs / "facebook")
    assert nodes.breaches("GET", "Page", "reviews_of_old", {})
    assert nodes.breaches("GET", "PagePost", "comments", {"filter": "everything"})
    assert nodes.breaches("GET", "PagePost", "comments", {"sort": "x"})
    assert nodes.breaches("GET", "PagePost", "comments", {"fields": "id,stars"}) == [
        "Comment.stars: no such field"
    ]
    assert nodes.breaches("GET", "Page", "tagged", {"fields": "comments.filter(all).limit(0)"})
    assert nodes.breaches("GET", "Comment", "#get", {"fields": "parent{colour}"})
    media = graph_specs.instagram(specs / "instagram")
    assert media.breaches("POST", "Comment", "#update", {}) == ["POST Comment/#update: hide is missing"]
    collection = graph_specs.Collection(specs / "threads" / "threads-api.postman_collection.json")
    assert collection.breaches("PUT", "/me/threads", {})
    assert collection.breaches("GET", "/me/mentions", {"fields": "id,stars"})
    assert collection.breaches("POST", "/me/threads", {"words": "x"})


# ---- recordings ------------------------------------------------------------------------------------------------

ReadsOne = Callable[[dict[str, Any]], RemotePost]


def recorded(folder: Path) -> dict[str, Any]:
    return {path.stem: json.loads(path.read_text("utf-8")) for path in sorted(folder.glob("*.json"))}


def items(whole: Any) -> list[dict[str, Any]]:
    if isinstance(whole, dict) and isinstance(whole.get("data"), list):
        return [one for one in whole["data"] if isinstance(one, dict)]
    return [whole] if isinstance(whole, dict) else []


def test_recorded_facebook_posts_and_comments_are_understood(specs: Path) -> None:
    every = recorded(specs / "facebook" / "recorded")
    reader = facebook_posts.Reader("19292868552")
    comments = [
        reader.comment(one, "19292868552_1")
        for name in ("comments_p1", "comments_p2", "comment_info", "model_comment")
        for one in items(every[name])
        if "id" in one
    ]
    posts = [
        reader.post(one)
        for name in (
            "feed_fields_p1",
            "feed_fields_p2",
            "feeds_default_fields_p1",
            "single_post_data",
            "model_post",
        )
        for one in items(every[name])
        if "created_time" in one
    ]
    assert len(comments) >= 2 and len(posts) >= 8
    assert all(post.text and post.posted_at.tzinfo for post in (*comments, *posts))
    rich = next(one for one in comments if one.author.remote_id)
    assert rich.is_public and not rich.is_ours and rich.url.startswith("https://www.facebook.com/")


def test_recorded_instagram_media_and_comments_are_understood(specs: Path) -> None:
    every = recorded(specs / "instagram" / "recorded")
    reader = instagram_posts.Reader("17841406338772941", "ikroskun")
    media = instagram_posts.Media("17846368219941692", "")
    comments = [
        reader.comment(one, media)
        for name in (
            "comments_p1",
            "comments_p2",
            "comment_fields",
            "model_ig_comment",
            "model_ig_reply",
            "replies",
        )
        for one in items(every[name])
    ]
    shown = [
        reader.media(one)
        for name in ("medias_p1", "medias_p2", "tagged_medias")
        for one in items(every[name])
    ]
    assert len(comments) >= 8 and len(shown) >= 8
    assert any(one.is_ours for one in comments) and not all(one.is_ours for one in comments)
    assert all(one.text and one.posted_at.tzinfo for one in (*comments, *shown))


def test_recorded_pages_tokens_and_errors_are_understood(specs: Path, web: Web) -> None:
    every = recorded(specs / "facebook" / "recorded")
    named = items(every["user_accounts_p1"])
    with LittleServer(Says(every["user_accounts_p1"]), Says(every["user_accounts_p2"])) as server:
        graph = Graph("Facebook", "page", server.url, web, lambda: TOKEN)
        pages = [one for page in graph.pages("me/accounts", {}, 9) for one in page]
        assert len(server.asked) == 2 and server.asked[1].query["after"] == ["after"]
    assert len(pages) == len(named) + len(items(every["user_accounts_p2"]))
    assert all(page["access_token"] for page in named)
    for name in ("error", "error_data"):
        with LittleServer(Says(every[name], 400)) as server, pytest.raises(ShopError) as caught:
            Graph("Facebook", "page", server.url, web, lambda: TOKEN).get("1")
        assert isinstance(caught.value, Gone | Refused)


def test_recorded_threads_tokens_renew(specs: Path) -> None:
    token = recorded(specs / "threads" / "recorded")["threads_user_long_lived_token"]
    assert token["access_token"] and token["token_type"] == "bearer" and token["expires_in"] == 5183944
