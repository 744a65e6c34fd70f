"""The people of a real Bluesky network on this computer, and the proxy through which the shop sees it."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler
from threading import Event
from typing import Any
from urllib.parse import SplitResult, urlsplit

from desktop.errors import Refused
from desktop.exchange import Raw
from desktop.ids import new_id
from desktop.pace import Pace
from desktop.web import Web
from tests.desktop.connectors.lexicons import Lexicons
from tests.stories.cutting_proxy import CuttingProxy

POST = "app.bsky.feed.post"
Json = dict[str, Any]


class Person:
    """Somebody with an account there, signed in."""

    def __init__(self, town: Town, handle: str, password: str) -> None:
        self._town, self.handle, self.password = town, handle, password
        session = town.call("com.atproto.server.createSession", {"identifier": handle, "password": password})
        self.did, self._session = str(session["did"]), session

    def call(self, nsid: str, body: Json | None = None, **params: Any) -> Json:
        token = self._session["refreshJwt" if nsid.endswith("refreshSession") else "accessJwt"]
        return self._town.call(nsid, body, headers={"Authorization": f"Bearer {token}"}, **params)

    def says(self, words: str, parent: str = "", **more: Any) -> str:
        """Posts; the address. Handles in the words are mentions; "@shop" stands for the shop's."""
        words = self._town.spelled(words)
        record: Json = {"$type": POST, "text": words, "createdAt": stamp(), "langs": ["en"], **more}
        facets = [
            facet
            for person in self._town.people.values()
            if (facet := _facet(words, person)) and person is not self
        ]
        if facets:
            record["facets"] = facets
        if parent:
            above = self._town.record(parent)
            this = {"uri": parent, "cid": above["cid"]}
            record["reply"] = {"root": above["value"].get("reply", {}).get("root", this), "parent": this}
        return str(self.keep(POST, record)["uri"])

    def keep(self, collection: str, record: Json, rkey: str = "") -> Json:
        body = {"repo": self.did, "collection": collection, "record": record}
        if rkey:
            return self.call("com.atproto.repo.putRecord", {**body, "rkey": rkey})
        return self.call("com.atproto.repo.createRecord", body)

    def takes_back(self, uri: str) -> None:
        _, _, did, collection, rkey = uri.split("/")
        self.call("com.atproto.repo.deleteRecord", {"repo": did, "collection": collection, "rkey": rkey})

    def closes(self, uri: str, hidden: tuple[str, ...] = (), allow: list[Json] | None = None) -> None:
        """Puts a gate on a first post: who may answer (nobody with []), and what is hidden under it."""
        kind = "app.bsky.feed.threadgate"
        gate: Json = {"$type": kind, "post": uri, "createdAt": stamp(), "hiddenReplies": list(hidden)}
        self.keep(kind, {**gate, **({} if allow is None else {"allow": allow})}, uri.rpartition("/")[2])

    def blocks(self, other: Person) -> str:
        kind = "app.bsky.graph.block"
        return str(self.keep(kind, {"$type": kind, "subject": other.did, "createdAt": stamp()})["uri"])


class Town:
    """The network, and its people by name. The shop is a new one, of which nobody has said anything yet."""

    def __init__(self, server: Json, web: Web) -> None:
        self.pds, self.appview, self.web = str(server["pds"]), str(server["appview"]), web
        self.people: dict[str, Person] = {}
        for name in ("carla", "theo"):
            known = server["accounts"][name]
            self.people[name] = Person(self, known["handle"], known["password"])
        self.carla, self.theo = self.people["carla"], self.people["theo"]
        self.shop = self.people["shop"] = self._opens_a_shop()

    def _opens_a_shop(self) -> Person:
        handle, password = f"shop{new_id()[-10:]}.test", "a-long-password"
        new = {"handle": handle, "email": f"{handle}@example.test", "password": password}
        self.call("com.atproto.server.createAccount", new)
        shop = Person(self, handle, password)
        shop.keep(
            "app.bsky.actor.profile",
            {"$type": "app.bsky.actor.profile", "displayName": "Corner Shop"},
            "self",
        )
        self.wait(lambda: self._has_profile(shop))
        return shop

    def _has_profile(self, person: Person) -> bool:
        """Does the network know of somebody who has just come?"""
        try:
            person.call("app.bsky.feed.getAuthorFeed", actor=person.did)
        except Refused:
            return False
        return True

    def spelled(self, words: str) -> str:
        return words.replace("@shop", f"@{self.shop.handle}")

    def call(self, nsid: str, body: Json | None = None, headers: Json | None = None, **params: Any) -> Json:
        url = f"{self.pds}/xrpc/{nsid}"
        if params:
            found: Json = self.web.get_json(url, params, headers, expect=dict).data
            return found
        done: Json | None = self.web.post_json(url, json=body, headers=headers).data
        return done or {}

    def record(self, uri: str) -> Json:
        _, _, did, collection, rkey = uri.split("/")
        return self.call("com.atproto.repo.getRecord", repo=did, collection=collection, rkey=rkey)

    def seen_signed_out(self, uri: str) -> list[str]:
        """What strangers are shown under a post: the addresses of the answers; [] while it isn't there yet."""
        url = f"{self.appview}/xrpc/app.bsky.feed.getPosts"
        posts = self.web.get_json(url, {"uris": [uri]}, expect=dict).data["posts"]
        if not posts:
            return []
        url = f"{self.appview}/xrpc/app.bsky.feed.getPostThread"
        thread = self.web.get_json(url, {"uri": uri}, expect=dict).data["thread"]
        return [str(node["post"]["uri"]) for node in thread.get("replies", ()) if "post" in node]

    def our_answers(self, uri: str) -> list[str]:
        """What the shop's own server keeps of the shop's answers under a post: their words."""
        told = self.call("com.atproto.repo.listRecords", repo=self.shop.did, collection=POST, limit=100)
        values = [one["value"] for one in told["records"]]
        return [v["text"] for v in values if v.get("reply", {}).get("root", {}).get("uri") == uri]

    def is_known(self, uri: str) -> bool:
        """Has the network taken it in? It does so a moment after the writing."""
        url = f"{self.appview}/xrpc/app.bsky.feed.getPosts"
        return bool(self.web.get_json(url, {"uris": [uri]}, expect=dict).data["posts"])

    def wait(self, condition: Callable[[], object], tries: int = 200) -> None:
        """Until the network has caught up."""
        for _ in range(tries):
            if condition():
                return
            Event().wait(0.05)
        raise AssertionError("it never came")

    def wait_for(self, *uris: str) -> None:
        self.wait(lambda: all(map(self.is_known, uris)))

    def wait_until_gone(self, uri: str) -> None:
        self.wait(lambda: not self.is_known(uri))


class Wire(CuttingProxy):
    """One address for the whole network: what is asked signed out goes to the public view, all else to the
    account's server."""

    def __init__(self, server: Json) -> None:
        super().__init__(str(server["pds"]))
        self._public = urlsplit(str(server["appview"]))

    def _upstream(self, asked: BaseHTTPRequestHandler) -> SplitResult:
        is_stranger = asked.command == "GET" and not asked.headers.get("Authorization")
        return self._public if is_stranger else self._to


class Watched(Web):
    """A web that holds every request and every answer against the lexicons."""

    def __init__(self, lexicons: Lexicons) -> None:
        super().__init__(read_s=20, pace=Pace())
        self._lexicons, self.departures = lexicons, list[str]()

    def _exchange(self, request: Any) -> Any:
        raw = super()._exchange(request)
        nsid = urlsplit(request.url).path.removeprefix("/xrpc/")
        if request.is_read:
            query = {name: _texts(value) for name, value in (request.params or {}).items()}
            self.departures += self._lexicons.query(nsid, query)
        else:
            body = json.loads(request.body._content) if request.body else None
            self.departures += self._lexicons.body(nsid, body)
        if isinstance(raw, Raw) and raw.body:
            check = self._lexicons.output if raw.status < 300 else self._lexicons.refusal
            self.departures += check(nsid, json.loads(raw.body))
        return raw


def _texts(value: object) -> list[str]:
    return [str(one) for one in value] if isinstance(value, list) else [str(value)]


def stamp() -> str:
    return datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def _facet(words: str, person: Person) -> Json | None:
    start = words.encode().find(f"@{person.handle}".encode())
    if start < 0:
        return None
    index = {"byteStart": start, "byteEnd": start + len(f"@{person.handle}".encode())}
    return {"index": index, "features": [{"$type": "app.bsky.richtext.facet#mention", "did": person.did}]}
