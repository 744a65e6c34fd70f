"""Little Facebook, Instagram and Threads on the little Graph API: one account each, ready to be written to."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from desktop.connectors import Keys
from desktop.connectors.facebook import Facebook
from desktop.connectors.instagram import Instagram
from desktop.connectors.threads import Threads
from desktop.records import Account, Post, RemotePost
from desktop.web import Web
from tests.desktop.connectors.little_graph import TOKEN, Item, LittleGraph, error
from tests.desktop.little_server import LittleServer, Says

PAGE, IG, TH = "1234567890123456", "17841400000000001", "9000000000000001"
LATER = "2999-01-01T00:00:00+00:00"


def stored(post: RemotePost, platform: str) -> Post:
    """The post as the shop file would hand it back."""
    return Post(
        id="p",
        account="a1",
        platform=platform,
        remote_id=post.remote_id,
        conversation="c",
        author="x",
        author_name=post.author.name,
        author_handle=post.author.handle,
        text=post.text,
        posted_at=post.posted_at,
        is_ours=post.is_ours,
        is_public=post.is_public,
        source=post.source,
        url=post.url,
        parent_remote_id=post.parent_remote_id,
        address=post.address,
    )


def serving(graph: LittleGraph) -> LittleServer:
    server = LittleServer()
    server.answer = graph
    return server


# ---- Facebook ------------------------------------------------------------------------------------------


class LittleFacebook(LittleGraph):
    """`owner`: who the token belongs to where it isn't the page's own."""

    def __init__(self) -> None:
        super().__init__()
        self.put("me", "Page", name="Corner Bakery", link="https://www.facebook.com/cornerbakery")
        self.objects["me"]["id"] = PAGE
        self.kinds[PAGE] = "Page"
        self.objects[PAGE] = {"name": "Corner Bakery"}
        for edge in ("published_posts", "visitor_posts", "tagged"):
            self.edges[PAGE, edge] = []
        self.posts = {"comments": self._comment, "": self._change}

    def post(self, words: str, who: str = "", edge: str = "published_posts") -> str:
        """A post on the page; `who` is a visitor's name."""
        number, at = self.next_id(), self.tick()
        remote_id = f"{PAGE}_{number}"
        author = {"id": f"5{number}", "name": who} if who else {"id": PAGE, "name": "Corner Bakery"}
        count: Any = lambda one: {"data": [], "summary": {"total_count": len(self.edges[one, "comments"])}}  # noqa: E731
        self.edges[remote_id, "comments"] = []
        return self.put(
            remote_id,
            "PagePost",
            (PAGE, edge),
            message=words,
            created_time=at,
            updated_time=at,
            permalink_url=f"https://www.facebook.com/{PAGE}/posts/{number}",
            **{"from": author},
            comments=count,
        )

    def comment(self, above: str, words: str, who: str = "Marta K.", **more: Any) -> str:
        """A comment under a post, or under a comment."""
        number, at = self.next_id(), self.tick()
        post = above if self.kinds[above] == "PagePost" else self.objects[above]["object"]["id"]
        remote_id = f"{post.rpartition('_')[2]}_{number}"
        author = (
            {"id": f"6{sum(map(ord, who))}", "name": who} if who else {"id": PAGE, "name": "Corner Bakery"}
        )
        parent = {} if above == post else {"parent": {"id": above}}
        self.edges[remote_id, "comments"] = []
        self.objects[post]["updated_time"] = at
        lists = [(post, "comments")] + ([(above, "comments")] if above != post else [])
        fields = {
            "message": words,
            "created_time": at,
            "from": author,
            "object": {"id": post},
            "permalink_url": f"https://www.facebook.com/{PAGE}/posts/1/?comment_id={number}",
            "can_comment": True,
            "is_hidden": False,
        }
        return self.put(remote_id, "Comment", *lists, **{**fields, **parent, **more})

    def _comment(self, above: str, form: Mapping[str, str]) -> Says:
        if above not in self.objects:
            return error(100, 33)
        return Says({"id": self.comment(above, form["message"], "")})

    def _change(self, remote_id: str, form: Mapping[str, str]) -> Says:
        if remote_id not in self.objects:
            return error(100, 33)
        if "is_hidden" in form:
            self.objects[remote_id]["is_hidden"] = form["is_hidden"] == "true"
        if "message" in form:
            self.objects[remote_id]["message"] = form["message"]
        return Says({"success": True})


def facebook(url: str, web: Web, app_secret: str = "") -> Facebook:
    facts = {"base": f"{url}/v25.0"}
    account = Account("a1", "facebook", "Corner Bakery", "Corner Bakery", "", PAGE, facts=facts)
    return Facebook(account, {"token": TOKEN, **({"app_secret": app_secret} if app_secret else {})}, web)


# ---- Instagram -------------------------------------------------------------------------------------------


class LittleInstagram(LittleGraph):
    def __init__(self) -> None:
        super().__init__()
        self.put(
            "me", "User", user_id=IG, username="cornerbakery", name="Corner Bakery", account_type="BUSINESS"
        )
        self.kinds[IG], self.objects[IG] = "User", {}
        self.edges[IG, "media"], self.edges[IG, "tags"] = [], []
        self.put("refresh_access_token", "RefreshAccessToken", access_token=TOKEN, expires_in=5184000)
        self.posts = {"replies": self._reply, "": self._hide}

    def media(self, caption: str, who: str = "cornerbakery", edge: str = "media") -> str:
        remote_id = self.next_id()
        self.edges[remote_id, "comments"] = []
        return self.put(
            remote_id,
            "Media",
            (IG, edge),
            caption=caption,
            media_type="IMAGE",
            permalink=f"https://www.instagram.com/p/{remote_id}/",
            timestamp=self.tick(),
            username=who,
            comments_count=lambda one: self._count(one),
            is_comment_enabled=True,
        )

    def _count(self, media: str) -> int:
        top = self.edges[media, "comments"]
        return len(top) + sum(len(self.edges[one, "replies"]) for one in top)

    def comment(self, above: str, words: str, who: str = "marta.k", **more: Any) -> str:
        """A comment under media, or a reply to a comment."""
        remote_id = self.next_id()
        is_reply = self.kinds[above] == "Comment"
        media = self.objects[above]["media"]["id"] if is_reply else above
        fields: Item = {
            "text": words,
            "timestamp": self.tick(),
            "username": who,
            "from": {"id": IG if who == "cornerbakery" else f"7{sum(map(ord, who))}", "username": who},
            "hidden": False,
            "media": {"id": media, "permalink": self.objects[media]["permalink"]},
        }
        self.edges[remote_id, "replies"] = []
        fields |= {"parent_id": above} if is_reply else {"replies": self.edges[remote_id, "replies"]}
        return self.put(
            remote_id, "Comment", (above, "replies" if is_reply else "comments"), **{**fields, **more}
        )

    def _reply(self, above: str, form: Mapping[str, str]) -> Says:
        if above not in self.objects or "parent_id" in self.objects[above]:
            return error(100, 33)
        return Says({"id": self.comment(above, form["message"], "cornerbakery")})

    def _hide(self, remote_id: str, form: Mapping[str, str]) -> Says:
        self.objects[remote_id]["hidden"] = form["hide"] == "true"
        return Says({"success": True})


def instagram(url: str, web: Web) -> Instagram:
    facts = {"base": f"{url}/v25.0"}
    account = Account("a1", "instagram", "@cornerbakery", "Corner Bakery", "", IG, facts=facts)
    return Instagram(account, {"token": TOKEN, "renew_at": LATER}, web)


# ---- Threads ------------------------------------------------------------------------------------------------


class LittleThreads(LittleGraph):
    """`unreadable`: posts of others that can't be asked for by their id."""

    def __init__(self) -> None:
        super().__init__(version="v1.0", with_next=False)
        self.put("me", "", username="cornerbakery", name="Corner Bakery")
        self.objects["me"]["id"] = TH
        for edge in ("threads", "replies", "mentions"):
            self.edges["me", edge] = []
        quota = {"reply_quota_usage": 3, "reply_config": {"quota_total": 1000, "quota_duration": 86400}}
        self.put("quota", "", ("me", "threads_publishing_limit"), **quota)
        self.put("refresh_access_token", "", access_token=TOKEN, expires_in=5184000)
        self.posts = {"threads": self._contain, "threads_publish": self._publish, "manage_reply": self._hide}
        self.unreadable: set[str] = set()
        self.published = 0

    def _does(self, asked: Any) -> Says:
        if self.path(asked)[0] in self.unreadable:
            return error(100, 33)
        return super()._does(asked)

    def thread(self, words: str, who: str = "cornerbakery", *edges: tuple[str, str]) -> str:
        remote_id = self.next_id()
        self.edges[remote_id, "replies"], self.edges[remote_id, "conversation"] = [], []
        return self.put(
            remote_id,
            "",
            *(edges or (("me", "threads"),)),
            text=words,
            username=who,
            timestamp=self.tick(),
            permalink=f"https://www.threads.com/@{who}/post/{remote_id}",
            media_type="TEXT_POST",
            is_quote_post=False,
            has_replies=lambda one: bool(self.edges[one, "conversation"]),
        )

    def reply(self, above: str, words: str, who: str = "marta.k", **more: Any) -> str:
        root = self.objects[above].get("root_post", {"id": above})["id"]
        ours = who == "cornerbakery"
        edges = [(above, "replies"), (root, "conversation"), *([("me", "replies")] if ours else [])]
        remote_id = self.thread(words, who, *edges)
        self.objects[remote_id] |= {
            "is_reply": True,
            "is_reply_owned_by_me": ours,
            "root_post": {"id": root},
            "replied_to": {"id": above},
            "hide_status": "NOT_HUSHED",
            **more,
        }
        return remote_id

    def mention(self, words: str, who: str = "hana.b") -> str:
        return self.thread(words, who, ("me", "mentions"))

    def _contain(self, _me: str, form: Mapping[str, str]) -> Says:
        if form["reply_to_id"] not in self.objects or form["media_type"] != "TEXT":
            return error(100, 33)
        container = self.next_id()
        self.put(container, "container", status="FINISHED", text=form["text"], above=form["reply_to_id"])
        return Says({"id": container})

    def _publish(self, _me: str, form: Mapping[str, str]) -> Says:
        container = self.objects.get(form["creation_id"], {"status": "EXPIRED"})
        if container["status"] != "FINISHED":
            return error(100, 33)
        container["status"] = "PUBLISHED"
        self.published += 1
        return Says({"id": self.reply(container["above"], container["text"], "cornerbakery")})

    def _hide(self, remote_id: str, form: Mapping[str, str]) -> Says:
        self.objects[remote_id]["hide_status"] = "HIDDEN" if form["hide"] == "true" else "UNHUSHED"
        return Says({"success": True})


def threads(url: str, web: Web, keys: Keys | None = None) -> Threads:
    account = Account(
        "a1", "threads", "@cornerbakery", "Corner Bakery", "", TH, facts={"base": url}
    )
    return Threads(account, keys or {"token": TOKEN, "renew_at": LATER}, web)
