"""A server that keeps comments as YouTube does: flat threads, half of the replies in lists, states of moderation."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

from tests.desktop.little_server import Asked, Says

OUR = "UC-our-channel"
FIRST = datetime(2026, 11, 1, 9, 0, tzinfo=UTC)
SCOPE = "https://www.googleapis.com/auth/youtube.force-ssl"
_INLINE = 2


def no(status: int, reason: str, domain: str = "youtube.comment") -> Says:
    """A refusal as YouTube words it."""
    errors = [{"domain": domain, "reason": reason, "message": "in any language"}]
    return Says({"error": {"code": status, "message": "in any language", "errors": errors}}, status)


class YouTubeStandIn:
    def __init__(self) -> None:
        self.comments: dict[str, dict[str, Any]] = {}
        self.states: dict[str, str] = {}
        self.closed: set[str] = set()
        self.channels = [{"id": OUR, "snippet": {"title": "Quay Bakery", "customUrl": "@quaybakery"}}]
        self.says: dict[tuple[str, str], Says] = {}  # (method, end of the path): said in place of what would be
        self.after: dict[tuple[str, str], Says] = {}  # the same, but once it has been done
        self.written = 0
        self.now, self.page, self.scope, self.new_state = FIRST, 100, SCOPE, "published"

    # ---- what happens there ------------------------------------------------------------------------

    def write(self, words: str, who: str = "@marta", under: str = "") -> str:
        """Somebody writes under our video, or in a thread; the comment's id."""
        return self._add(words, who, f"UC-{who.strip('@')}", under)

    def _add(self, words: str, who: str, channel: str, under: str) -> str:
        self.now += timedelta(minutes=1)
        self.written += 1
        key = f"{under}.r{self.written}" if under else f"Ug{self.written}"
        at = f"{self.now:%Y-%m-%dT%H:%M:%SZ}"
        snippet = {
            "authorDisplayName": who,
            "authorChannelUrl": f"http://www.youtube.com/{who}",
            "authorChannelId": {"value": channel},
            "channelId": OUR,
            "textDisplay": words,
            "publishedAt": at,
            "updatedAt": at,
            "likeCount": 0,
        }
        if channel == OUR:
            snippet["textOriginal"] = words
        place = {"parentId": under} if under else {"videoId": "V1"}
        self.comments[key] = {"kind": "youtube#comment", "id": key, "snippet": {**snippet, **place}}
        return key

    # ---- answering ---------------------------------------------------------------------------------

    def __call__(self, asked: Asked) -> Says:
        for (method, end), says in self.says.items():
            if asked.method == method and asked.path.endswith(end):
                return says
        says = self._answer(asked)
        for (method, end), then in self.after.items():
            if asked.method == method and asked.path.endswith(end):
                return then
        return says

    def _answer(self, asked: Asked) -> Says:
        if asked.path == "/token":
            token = {"access_token": "token-1", "expires_in": 3599, "scope": self.scope, "token_type": "Bearer"}
            return Says({**token, "refresh_token": "refresh-1"} if "code" in asked.form else token)
        if asked.headers.get("authorization") != "Bearer token-1":
            return no(401, "authError", "global")
        what = asked.path.removeprefix("/youtube/v3/")
        query = {key: values[0] for key, values in asked.query.items()}
        if what == "channels":
            return Says({"kind": "youtube#channelListResponse", "items": self.channels})
        if what == "commentThreads":
            return self._threads(query)
        if what == "comments/setModerationStatus":
            self.states[query["id"]] = query["moderationStatus"]
            return Says(b"", 204)
        return {"GET": self._list, "POST": self._insert, "PUT": self._update, "DELETE": self._delete}[asked.method](
            query, asked
        )

    def _threads(self, query: dict[str, str]) -> Says:
        tops = [one for one in self.comments.values() if "." not in one["id"] and self._is_out(one["id"])]
        if "id" in query:
            tops = [one for one in self.comments.values() if one["id"] == query["id"]]
        tops.sort(key=lambda one: str(one["snippet"]["publishedAt"]), reverse=True)
        return self._paged([self._thread(one) for one in tops], query)

    def _thread(self, top: dict[str, Any]) -> dict[str, Any]:
        replies = self._replies(top["id"])
        snippet = {
            "channelId": OUR,
            "videoId": "V1",
            "topLevelComment": top,
            "canReply": top["id"] not in self.closed,
            "totalReplyCount": len(replies),
            "isPublic": True,
        }
        thread = {"kind": "youtube#commentThread", "id": top["id"], "snippet": snippet}
        return {**thread, "replies": {"comments": replies[-_INLINE:]}} if replies else thread

    def _replies(self, top: str) -> list[dict[str, Any]]:
        return [self._said(one) for key, one in self.comments.items() if key.startswith(f"{top}.")]

    def _said(self, one: dict[str, Any]) -> dict[str, Any]:
        state = self.states.get(one["id"], "")
        return {**one, "snippet": {**one["snippet"], "moderationStatus": state}} if state else one

    def _is_out(self, key: str) -> bool:
        return self.states.get(key, "published") == "published"

    def _paged(self, items: list[dict[str, Any]], query: dict[str, str]) -> Says:
        start, size = int(query.get("pageToken", "0")), min(self.page, int(query.get("maxResults", "20")))
        page: dict[str, Any] = {"items": items[start : start + size], "pageInfo": {"resultsPerPage": size}}
        if start + size < len(items):
            page["nextPageToken"] = str(start + size)
        return Says(page)

    def _list(self, query: dict[str, str], asked: Asked) -> Says:  # noqa: ARG002
        if "parentId" in query:
            return self._paged(self._replies(query["parentId"]), query)
        there = [one for one in query["id"].split(",") if one in self.comments]
        return Says({"items": [{"kind": "youtube#comment", "id": one} for one in there]})

    def _insert(self, query: dict[str, str], asked: Asked) -> Says:  # noqa: ARG002
        said = asked.json["snippet"]
        if said["parentId"] not in self.comments:
            return no(404, "parentCommentNotFound")
        key = self._add(said["textOriginal"], "@quaybakery", OUR, said["parentId"])
        self.states[key] = self.new_state
        return Says(self.comments[key])

    def _update(self, query: dict[str, str], asked: Asked) -> Says:  # noqa: ARG002
        one = self.comments.get(asked.json["id"])
        if one is None:
            return no(404, "commentNotFound")
        self.now += timedelta(minutes=1)
        words = asked.json["snippet"]["textOriginal"]
        one["snippet"] |= {"textOriginal": words, "textDisplay": words, "updatedAt": f"{self.now:%Y-%m-%dT%H:%M:%SZ}"}
        return Says(one)

    def _delete(self, query: dict[str, str], asked: Asked) -> Says:  # noqa: ARG002
        return Says(b"", 204) if self.comments.pop(query["id"], None) else no(404, "commentNotFound")
