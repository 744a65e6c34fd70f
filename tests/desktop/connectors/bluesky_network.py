"""A small Bluesky of our own on 127.0.0.1: one server for everything, which keeps what it is told.

It answers as the lexicons say (a test holds it against them), refuses as the real servers do, and can be told
to refuse, to be silent or to lose an answer.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, datetime, timedelta
from typing import Any

from desktop.connectors.bluesky import Bluesky
from desktop.records import Account
from desktop.web import Web
from tests.desktop.little_server import Asked, Says

SHOP, CARLA, THEO = "did:plc:shop", "did:plc:carla", "did:plc:theo"
HANDLES = {SHOP: "shop.example", CARLA: "carla.example", THEO: "theo.example"}
NAMES = {SHOP: "Corner Shop", CARLA: "Carla Customer", THEO: "Theo Third"}
PASSWORD = "abcd-efgh-ijkl-mnop"
NOON = datetime(2026, 11, 20, 12, tzinfo=UTC)
POST = "app.bsky.feed.post"
DIGITS = "234567abcdefghijklmnopqrstuvwxyz"  # of record keys
Json = dict[str, Any]


class Network:
    """Posts, sessions, and what goes wrong next. `url` is set once a little server answers with it."""

    def __init__(self) -> None:
        self.url = ""
        self.posts: dict[str, Json] = {}  # uri -> view
        self.gates: dict[str, Json] = {}  # uri of a first post -> threadgate record
        self.labels: dict[str, list[str]] = {}  # uri or did -> labels
        self.closed: set[str] = set()  # uris that the shop may not answer
        self.blocked: set[str] = set()  # dids that don't see the shop, and the other way round
        self.depth = 1000  # how deep a thread is told
        self.now = NOON
        self.access, self.refresh = "access-token-0", "refresh-token-0"
        self.sessions, self.numbers = itertools.count(1), itertools.count(1)
        self.next: dict[str, list[Says]] = {}  # name of an operation -> answers in place of its own
        self.lost: set[str] = set()  # operations whose next answer is carried out, and lost
        self.puts: list[Json] = []

    # ---- what people do ----------------------------------------------------------------------------

    def says(self, who: str, words: str, parent: str = "", **more: Any) -> str:
        """Somebody posts; the address. `at`: when it was indexed; everything else goes into the record."""
        at = more.pop("at", None) or self.later()
        number = next(self.numbers)
        uri = f"at://{who}/{POST}/3k" + "".join(DIGITS[number >> shift & 31] for shift in range(50, -1, -5))
        record: Json = {"$type": POST, "text": words, "createdAt": stamp(at), **more}
        if parent:
            this = {"uri": parent, "cid": self.posts[parent]["cid"]}
            root = self.posts[parent]["record"].get("reply", {}).get("root", this)
            record["reply"] = {"root": root, "parent": this}
        return self.keep(uri, record, at)

    def keep(self, uri: str, record: Json, at: datetime) -> str:
        cid = f"bafyrei{len(self.posts):020}{len(str(record)):06}"
        self.posts[uri] = {"uri": uri, "cid": cid, "record": record, "indexedAt": stamp(at)}
        return uri

    def later(self, **ago: float) -> datetime:
        self.now += timedelta(**(ago or {"seconds": 1}))
        return self.now

    # ---- how it is seen ----------------------------------------------------------------------------

    def person(self, did: str) -> Json:
        return {
            "did": did,
            "handle": HANDLES[did],
            "displayName": NAMES[did],
            "labels": self._labels(did),
        }

    def _labels(self, about: str) -> list[Json]:
        return [
            {
                "src": about.removeprefix("at://").partition("/")[0],
                "uri": about,
                "val": val,
                "cts": stamp(NOON),
            }
            for val in self.labels.get(about, [])
        ]

    def view(self, uri: str, viewer: str = "") -> Json:
        view = {**self.posts[uri], "author": self.person(did_of(uri)), "labels": self._labels(uri)}
        if viewer:
            view["viewer"] = {"threadMuted": False, "replyDisabled": True} if uri in self.closed else {}
        return view

    def seen(self, viewer: str = "") -> Iterator[str]:
        """The addresses that a viewer sees, the newest first."""
        uris = sorted(self.posts, key=lambda uri: self.posts[uri]["indexedAt"], reverse=True)
        return (uri for uri in uris if self._sees(uri, viewer))

    def _sees(self, uri: str, viewer: str) -> bool:
        return uri in self.posts and not (viewer and did_of(uri) in self.blocked)

    # ---- asked over HTTP ---------------------------------------------------------------------------

    def __call__(self, asked: Asked) -> Says:
        nsid = asked.path.removeprefix("/xrpc/")
        name = nsid.rpartition(".")[2]
        if self.next.get(name):
            return self.next[name].pop(0)
        if name in self.lost:
            self.lost.discard(name)
            self._answer(name, asked)
            return Says(cut=True)
        says = self._answer(name, asked)
        return Says(says.body, says.status, {"Date": f"{self.now:%a, %d %b %Y %H:%M:%S} GMT", **says.headers})

    def _answer(self, name: str, asked: Asked) -> Says:
        if asked.path.startswith("/did:"):
            return self._document(asked.path.removeprefix("/"))
        open_to_all: Mapping[str, Callable[[Asked], Says]] = {
            "createSession": self._create_session,
            "refreshSession": self._refresh_session,
            "resolveHandle": self._resolve,
            "describeServer": lambda _: Says({}),
        }
        if name in open_to_all:
            return open_to_all[name](asked)
        token = asked.headers.get("authorization", "").removeprefix("Bearer ")
        if token and token != self.access:
            return refused("ExpiredToken", "Token has expired")
        viewer = SHOP if token else ""
        public = {"getPostThread": self._thread, "getPosts": self._get_posts, "getProfile": self._profile}
        if name in public:
            return public[name](asked, viewer)
        if not viewer:
            return refused("AuthMissing", "Authentication Required", 401)
        signed_in: Mapping[str, Callable[[Asked], Says]] = {
            "listNotifications": self._notifications,
            "getAuthorFeed": self._feed,
            "searchPosts": self._search,
            "putRecord": self._put,
            "getRecord": self._get_record,
            "deleteRecord": self._delete,
        }
        return signed_in[name](asked)

    # ---- sessions ----------------------------------------------------------------------------------

    def expire(self) -> None:
        """The access token's two hours are over."""
        self.access = "a-token-that-nobody-has"

    def _create_session(self, asked: Asked) -> Says:
        if asked.json["identifier"] not in (HANDLES[SHOP], SHOP) or asked.json["password"] != PASSWORD:
            return refused("AuthenticationRequired", "Invalid identifier or password", 401)
        return self._session()

    def _refresh_session(self, asked: Asked) -> Says:
        if asked.headers.get("authorization") != f"Bearer {self.refresh}":
            return refused("ExpiredToken", "Token has been revoked")
        return self._session()

    def _session(self) -> Says:
        number = next(self.sessions)
        self.access, self.refresh = f"access-token-{number}", f"refresh-token-{number}"
        tokens = {"accessJwt": self.access, "refreshJwt": self.refresh}
        return Says({**tokens, "handle": HANDLES[SHOP], "did": SHOP, "didDoc": self._did_doc(SHOP)})

    def _resolve(self, asked: Asked) -> Says:
        wanted = asked.query["handle"][0]
        did = next((did for did, handle in HANDLES.items() if handle == wanted), "")
        return Says({"did": did}) if did else refused("InvalidRequest", "Unable to resolve handle")

    def _document(self, did: str) -> Says:
        return Says(self._did_doc(did)) if did in HANDLES else Says({"message": "DID not registered"}, 404)

    def _did_doc(self, did: str) -> Json:
        service = {"id": "#atproto_pds", "type": "AtprotoPersonalDataServer", "serviceEndpoint": self.url}
        return {"id": did, "alsoKnownAs": [f"at://{HANDLES[did]}"], "service": [service]}

    def _profile(self, asked: Asked, viewer: str) -> Says:  # noqa: ARG002
        return Says(self.person(asked.query["actor"][0]))

    # ---- reading -----------------------------------------------------------------------------------

    def _notifications(self, asked: Asked) -> Says:
        notes = [
            {
                **{
                    name: self.view(uri)[name]
                    for name in ("uri", "cid", "author", "record", "indexedAt", "labels")
                },
                "reason": reason,
                "isRead": False,
            }
            for uri in self.seen(SHOP)
            for reason in self._reasons(uri)
            if reason in asked.query.get("reasons", [reason])
        ]
        return self._paged("notifications", notes, asked)

    def _reasons(self, uri: str) -> list[str]:
        """Why the shop is told of a post; often for two reasons."""
        record = self.posts[uri]["record"]
        if did_of(uri) == SHOP:
            return []
        features = [one for facet in record.get("facets", ()) for one in facet["features"]]
        answers = [above(self.posts[uri], name) for name in ("parent", "root")]
        reasons = ["mention"] if any(one.get("did") == SHOP for one in features) else []
        reasons += ["reply"] if any(did_of(one) == SHOP for one in answers if one) else []
        quoted = record.get("embed", {}).get("record", {}).get("uri", "")
        return reasons + (["quote"] if quoted and did_of(quoted) == SHOP else [])

    def _feed(self, asked: Asked) -> Says:
        posts = [{"post": self.view(uri, SHOP)} for uri in self.seen(SHOP) if did_of(uri) == SHOP]
        return self._paged("feed", posts, asked)

    def _search(self, asked: Asked) -> Says:
        wanted = asked.query["q"][0].strip('"').lower()
        found = [
            uri for uri in self.seen(SHOP) if wanted in str(self.posts[uri]["record"].get("text")).lower()
        ]
        return self._paged("posts", [self.view(uri, SHOP) for uri in found], asked)

    def _paged(self, name: str, items: list[Json], asked: Asked) -> Says:
        start = int(asked.query.get("cursor", ["0"])[0])
        end = start + int(asked.query["limit"][0])
        cursor = {"cursor": str(end)} if end < len(items) else {}
        return Says({name: items[start:end], **cursor})

    def _get_posts(self, asked: Asked, viewer: str) -> Says:
        uris = asked.query["uris"]
        return Says({"posts": [self.view(uri, viewer) for uri in uris if self._sees(uri, viewer)]})

    def _thread(self, asked: Asked, viewer: str) -> Says:
        uri = asked.query["uri"][0]
        if not self._sees(uri, viewer):
            return refused("NotFound", f"Post not found: {uri}")
        node = self._node(uri, viewer, min(int(asked.query["depth"][0]), self.depth))
        at = node
        while parent := above(at["post"], "parent"):
            if not self._sees(parent, viewer):
                at["parent"] = {"$type": "app.bsky.feed.defs#notFoundPost", "uri": parent, "notFound": True}
                break
            at["parent"] = self._node(parent, viewer, 0)
            at = at["parent"]
        root = above(self.posts[uri], "root") or uri
        gate = {"threadgate": {"record": self.gates[root]}} if root in self.gates else {}
        return Says({"thread": node, **gate})

    def _node(self, uri: str, viewer: str, depth: int) -> Json:
        node: Json = {"$type": "app.bsky.feed.defs#threadViewPost", "post": self.view(uri, viewer)}
        if depth:
            below = [one for one in self.posts if above(self.posts[one], "parent") == uri]
            shown = [
                one for one in below if one not in self.closed
            ]  # answers that a gate kept out aren't told
            node["replies"] = [
                self._node(one, viewer, depth - 1)
                if self._sees(one, viewer)
                else {
                    "$type": "app.bsky.feed.defs#blockedPost",
                    "uri": one,
                    "blocked": True,
                    "author": {"did": did_of(one)},
                }
                for one in shown
            ]
        return node

    # ---- writing -----------------------------------------------------------------------------------

    def _put(self, asked: Asked) -> Says:
        told = asked.json
        self.puts.append(told)
        uri = f"at://{told['repo']}/{told['collection']}/{told['rkey']}"
        there = self.posts.get(uri)
        if there is not None and "swapRecord" in told and there["record"] != told["record"]:
            return refused("InvalidSwap", "Record was at something else")
        if there is None:
            self.keep(uri, told["record"], self.later())
        return Says({"uri": uri, "cid": self.posts[uri]["cid"], "validationStatus": "valid"})

    def _get_record(self, asked: Asked) -> Says:
        uri = "at://{}/{}/{}".format(*(asked.query[name][0] for name in ("repo", "collection", "rkey")))
        if uri not in self.posts:
            return refused("RecordNotFound", f"Could not locate record: {uri}")
        return Says({"uri": uri, "cid": self.posts[uri]["cid"], "value": self.posts[uri]["record"]})

    def _delete(self, asked: Asked) -> Says:
        self.posts.pop("at://{repo}/{collection}/{rkey}".format(**asked.json), None)
        return Says({})


def did_of(uri: str) -> str:
    return uri.removeprefix("at://").partition("/")[0]


def above(view: Json, name: str) -> str:
    """The address of the post that this one answers ("parent"), or of the first one ("root")."""
    answers = view["record"].get("reply", {})
    return str(answers[name]["uri"]) if isinstance(answers, dict) and name in answers else ""


def stamp(at: datetime) -> str:
    return at.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def refused(error: str, message: str, status: int = 400) -> Says:
    return Says({"error": error, "message": message}, status)


def mention(words: str) -> Json:
    """The facets of a text that begins with the shop's handle."""
    end = len(f"@{HANDLES[SHOP]}".encode())
    assert words.startswith(f"@{HANDLES[SHOP]}")
    feature = {"$type": "app.bsky.richtext.facet#mention", "did": SHOP}
    return {"facets": [{"index": {"byteStart": 0, "byteEnd": end}, "features": [feature]}]}


def account(url: str, **facts: str) -> Account:
    facts = {"base": url, "appview": url, "handle": HANDLES[SHOP], **facts}
    return Account("a1", "bluesky", f"@{HANDLES[SHOP]}", NAMES[SHOP], "", SHOP, facts=facts)


def connected(url: str, web: Web, **facts: str) -> Bluesky:
    """The shop's connector, signed in at the network of that address."""
    return Bluesky(account(url, **facts), {"access": "access-token-0", "refresh": "refresh-token-0"}, web)
