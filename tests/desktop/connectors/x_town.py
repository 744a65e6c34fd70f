"""A small X on 127.0.0.1 that keeps what it is told: posts, threads, mentions, searches, keys that run out."""

from __future__ import annotations

import html
import itertools
import re
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from typing import Any

from desktop.connectors.x import X
from desktop.pace import Pace
from desktop.records import Account, Post, RemotePost
from desktop.web import Web
from tests.desktop.little_server import Asked, LittleServer, Says

PEOPLE = {"1": ("shop", "Corner Shop"), "7": ("carla", "Carla M."), "8": ("theo", "Theo")}
IDS = {name: user for user, (name, _) in PEOPLE.items()}
DUPLICATE = "You are not allowed to create a Tweet with duplicate content."
UNCALLED = (
    "Reply to this conversation is not allowed because you have not been mentioned or otherwise engaged by the "
    "author of the post you are replying to."
)
_numbers = itertools.count(1)


def problem(status: int, detail: str = "", kind: str = "about:blank", **more: Any) -> Says:
    body = {"title": "No", "detail": detail, "type": kind, "status": status, **more}
    return Says(body, status, {"Content-Type": "application/problem+json"})


class Town:
    """`url` is its address. `spelling`: what it understands, "tweet" or "post". `before`: may answer in its place."""

    def __init__(self, server: LittleServer, spelling: str = "tweet") -> None:
        self.server, self.url, self.spelling = server, server.url, spelling
        self.posts: dict[str, dict[str, Any]] = {}
        self.hidden: set[str] = set()
        self.access, self.refresh = "access-canary-1", "refresh-canary-1"
        self.page = 100  # posts a page at most
        self.before: Callable[[Asked], Says | None] = lambda asked: None
        self.after: Callable[[Asked], None] = lambda asked: None
        self._next = 1_900_000_000_000_000_000 + next(_numbers) * 1_000_000_000
        server.answer = self.answer

    # ---- what people do ----------------------------------------------------------------------------

    def says(self, who: str, words: str, to: str = "", quotes: str = "", **more: Any) -> str:
        """Somebody posts; the id."""
        self._next += 1000
        remote_id = str(self._next)
        parent = self.posts.get(to)
        called = [PEOPLE[parent["author_id"]][0]] if parent and parent["author_id"] != IDS[who] else []
        shown = "".join(f"@{name} " for name in called if f"@{name}" not in words) + words
        named = [name for name in re.findall(r"@(\w+)", shown) if name.lower() in IDS]
        refs = [("replied_to", to)] * bool(to) + [("quoted", quotes)] * bool(quotes)
        self.posts[remote_id] = {
            "id": remote_id,
            "text": html.escape(shown, quote=False),
            "author_id": IDS[who],
            "conversation_id": parent["conversation_id"] if parent else remote_id,
            "created_at": datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z"),
            "lang": "en",
            "edit_history": [remote_id],
            "refs": refs,
            "mentions": [{"start": 0, "end": 1, "username": name, "id": IDS[name.lower()]} for name in named],
            "urls": [],
            **more,
        }
        return remote_id

    def takes_back(self, remote_id: str) -> None:
        del self.posts[remote_id]

    # ---- what it answers ---------------------------------------------------------------------------

    def answer(self, asked: Asked) -> Says:
        says = self.before(asked)
        if says is None:
            says = self._answer(asked)
            self.after(asked)
        return says

    def _answer(self, asked: Asked) -> Says:
        if asked.path == "/2/oauth2/token":
            return self._token(asked.form)
        if asked.headers.get("authorization") != f"Bearer {self.access}":
            return problem(401, "Unauthorized")
        if asked.method == "POST":
            return self._create(asked.json)
        if asked.method == "PUT":
            (self.hidden.add if asked.json["hidden"] else self.hidden.discard)(asked.path.split("/")[3])
            return Says({"data": {"hidden": asked.json["hidden"]}})
        if asked.method == "DELETE":
            gone = self.posts.pop(asked.path.rpartition("/")[2], None)
            return Says({"data": {"deleted": True}}) if gone else problem(404)
        return self._read(asked)

    def _token(self, form: Mapping[str, str]) -> Says:
        if form["grant_type"] == "refresh_token" and form["refresh_token"] != self.refresh:
            return Says({"error": "invalid_request", "error_description": "Value passed was invalid."}, 400)
        number = next(_numbers)
        self.access, self.refresh = f"access-canary-{number}-new", f"refresh-canary-{number}-new"
        keys = {"access_token": self.access, "refresh_token": self.refresh}
        return Says({"token_type": "bearer", "expires_in": 7200, "scope": "tweet.read", **keys})

    def _create(self, body: Mapping[str, Any]) -> Says:
        parent, words = body.get("reply", {}).get("in_reply_to_tweet_id", ""), body["text"]
        ours = [post for post in self.posts.values() if post["author_id"] == "1"]
        if any(html.unescape(post["text"]).endswith(words) for post in ours):
            return problem(403, DUPLICATE)
        if parent and parent not in self.posts:
            return problem(403, "You attempted to reply to a Tweet that is deleted or not visible to you.")
        if parent and not self._is_called(self.posts[parent]):
            return problem(403, UNCALLED)
        remote_id = self.says("shop", words, parent)
        return Says({"data": {"id": remote_id, "text": self.posts[remote_id]["text"]}}, 201)

    def _is_called(self, parent: Mapping[str, Any]) -> bool:
        quoted = [self.posts[to]["author_id"] for kind, to in parent["refs"] if kind == "quoted"]
        return any(who["id"] == "1" for who in parent["mentions"]) or "1" in quoted

    def _read(self, asked: Asked) -> Says:
        query = {name: values[0] for name, values in asked.query.items()}
        if asked.path == "/2/users/me":
            return Says({"data": {"id": "1", "username": "shop", "name": "Corner Shop"}})
        wrong = "post.fields" if self.spelling == "tweet" else "tweet.fields"
        if wrong in query:
            named = {"message": f"The query parameter [{wrong}] is unknown", "parameters": {wrong: []}}
            return problem(400, kind="https://api.x.com/2/problems/invalid-request", errors=[named])
        if asked.path == "/2/tweets":
            return self._lookup(query)
        return self._listed(query, [post for post in self.posts.values() if self._fits(asked.path, query, post)])

    def _lookup(self, query: Mapping[str, str]) -> Says:
        ids, host = query["ids"].split(","), "twitter" if self.spelling == "tweet" else "x"
        gone = [
            {
                "resource_id": each,
                "resource_type": "tweet",
                "parameter": "ids",
                "value": each,
                "title": "Not Found Error",
                "detail": f"Could not find tweet with ids: [{each}].",
                "type": f"https://api.{host}.com/2/problems/resource-not-found",
            }
            for each in ids
            if each not in self.posts
        ]
        found = self._shown([self.posts[each] for each in ids if each in self.posts], query)
        return Says({**found, **({"errors": gone} if gone else {})})

    def _fits(self, path: str, query: Mapping[str, str], post: Mapping[str, Any]) -> bool:
        if path.endswith("/mentions"):
            return any(who["id"] == "1" for who in post["mentions"])
        if path.endswith("/tweets"):
            return bool(post["author_id"] == "1")
        words, conversation = html.unescape(post["text"]), re.search(r"conversation_id:(\d+)", query["query"])
        if conversation:
            wanted = re.findall(r"from:(\w+)", query["query"])
            author = PEOPLE[post["author_id"]][0]
            return post["conversation_id"] == conversation[1] and (author in wanted or "@shop" in words)
        return any(name in words for name in re.findall(r'"([^"]+)"', query["query"])) and "@shop" not in words

    def _listed(self, query: Mapping[str, str], posts: list[dict[str, Any]]) -> Says:
        since = query.get("since_id", "0")
        begins = query.get("start_time", "")
        wanted = (p for p in posts if int(p["id"]) > int(since) and str(p["created_at"]) >= begins)
        newest = sorted(wanted, key=lambda p: -int(p["id"]))
        start = int(query.get("pagination_token", "p0")[1:])
        page = newest[start : start + min(self.page, int(query["max_results"]))]
        meta: dict[str, Any] = {"result_count": len(page)}
        if page:
            meta |= {"newest_id": page[0]["id"], "oldest_id": page[-1]["id"]}
        if start + len(page) < len(newest):
            meta["next_token"] = f"p{start + len(page)}"
        return Says({**self._shown(page, query), "meta": meta})

    def _shown(self, posts: list[dict[str, Any]], query: Mapping[str, str]) -> dict[str, Any]:
        if not posts:
            return {}
        name = self.spelling
        keep = set(query.get(f"{name}.fields", "").split(",")) | set(query.get("expansions", "").split(","))
        users = {post["author_id"] for post in posts} & PEOPLE.keys()
        shown = [self._one(post, keep) for post in posts]
        people = [{"id": each, "username": PEOPLE[each][0], "name": PEOPLE[each][1]} for each in sorted(users)]
        return {"data": shown, "includes": {"users": people}}

    def _one(self, post: Mapping[str, Any], keep: set[str]) -> dict[str, Any]:
        name = self.spelling
        entities = {kind: post[kind] for kind in ("mentions", "urls") if post[kind]}
        whole = {
            "author_id": post["author_id"],
            "conversation_id": post["conversation_id"],
            "created_at": post["created_at"],
            "lang": post["lang"],
            "entities": entities,
            f"edit_history_{name}_ids": post["edit_history"],
            f"referenced_{name}s": [{"type": kind, "id": to} for kind, to in post["refs"]],
            f"note_{name}": post.get("note"),
        }
        found = {"id": post["id"], "text": post["text"]}
        return found | {key: value for key, value in whole.items() if key in keep and value}


def account(url: str, **facts: str) -> Account:
    """@shop there. Each account is a new one: what was seen today is remembered by account."""
    known = {"base": url, "client_id": "client-of-the-shop", **facts}
    return Account(f"x-{next(_numbers)}", "x", "@shop", "Corner Shop", "", "1", facts=known)


def keys(town: Town) -> dict[str, str]:
    return {"access_token": town.access, "refresh_token": town.refresh}


def connected(town: Town, web: Web, **facts: str) -> X:
    return X(account(town.url, **facts), keys(town), web)


def quick_web() -> Web:
    return Web(connect_s=2, read_s=0.7, pace=Pace())


def stored(post: RemotePost) -> Post:
    """The post as the shop file would hand it back."""
    return Post(
        "p", "a1", "x", post.remote_id, "c", "x", post.author.name, post.author.handle, post.text, post.posted_at,
        post.is_ours, post.is_public, post.source, url=post.url, address=post.address,
    )  # fmt: skip
