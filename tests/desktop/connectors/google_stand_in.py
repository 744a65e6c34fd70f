"""A server that keeps reviews and replies as Google Business Profile does, and lets tests in with a token."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

from tests.desktop.little_server import Asked, Says

PARENT = "accounts/1/locations/2"
FIRST = datetime(2026, 11, 1, 9, 0, tzinfo=UTC)
SCOPE = "https://www.googleapis.com/auth/business.manage"
MAPS = "https://maps.google.com/?cid=2"


def refusal(status: int, name: str, *, reason: str = "", **metadata: str) -> Says:
    """A refusal as Google words it, the reason in `details` (google.rpc.ErrorInfo)."""
    error: dict[str, Any] = {"code": status, "message": "in any language", "status": name}
    if reason:
        info = {"@type": "type.googleapis.com/google.rpc.ErrorInfo", "domain": "googleapis.com"}
        error["details"] = [{**info, "reason": reason, "metadata": metadata}]
    return Says({"error": error}, status)


def stamp(at: datetime) -> str:
    """With nanoseconds, as Google likes them."""
    return f"{at:%Y-%m-%dT%H:%M:%S}.{at.microsecond:06d}789Z"


class GoogleStandIn:
    """Call it with a request. `state`: what a new reply is at first (None: the field isn't there at all)."""

    def __init__(self, state: str | None = "PENDING") -> None:
        self.reviews: dict[str, dict[str, Any]] = {}
        self.places = [place("locations/2", "Quay Bakery", "1 Quay Street")]
        self.accounts = [{"name": "accounts/1", "accountName": "Ines", "type": "PERSONAL"}]
        self.tokens = {"token-1"}
        self.state, self.scope, self.refresh = state, SCOPE, "refresh-1"
        self.says: dict[tuple[str, str], Says] = {}  # (method, end of the path): said in place of what would be
        self.after: dict[tuple[str, str], Says] = {}  # the same, but once it has been done
        self.now = FIRST
        self.page, self.written = 50, 0

    # ---- what happens there ------------------------------------------------------------------------

    def write(self, words: str, stars: str = "ONE", who: str = "Marta K.", **more: Any) -> str:
        """Somebody leaves a review; its name."""
        self.now += timedelta(minutes=1)
        self.written += 1
        key = f"R{self.written}"
        name = f"{PARENT}/reviews/{key}"
        made = {"createTime": stamp(self.now), "updateTime": stamp(self.now)}
        reviewer = {"displayName": who, "profilePhotoUrl": "https://photo.example/1"}
        said = {"comment": words} if words else {}
        review = {"name": name, "reviewId": key, "reviewer": reviewer, "starRating": stars, **said, **made}
        self.reviews[name] = {**review, **more}
        return name

    def rewrite(self, name: str, words: str, stars: str = "ONE") -> None:
        self.now += timedelta(minutes=1)
        self.reviews[name] |= {"comment": words, "starRating": stars, "updateTime": stamp(self.now)}

    def judge(self, name: str, state: str, violation: str = "") -> None:
        """Google looks at our reply."""
        self.reviews[name]["reviewReply"] |= {"reviewReplyState": state}
        if violation:
            self.reviews[name]["reviewReply"]["policyViolation"] = violation

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
            return self._token(asked.form)
        if asked.headers.get("authorization", "").removeprefix("Bearer ") not in self.tokens:
            return refusal(401, "UNAUTHENTICATED")
        if asked.path == "/v1/accounts":
            return Says({"accounts": self.accounts})
        if asked.path == "/v1/accounts/1/locations":
            return Says({"locations": self.places} if self.places else {})
        if asked.path.startswith("/v4/accounts/1/locations/") and asked.path.endswith("/reviews"):
            return self._list(asked)
        return self._one(asked)

    def _token(self, form: dict[str, str]) -> Says:
        if form.get("client_secret") != "client-secret-1":
            return Says({"error": "invalid_client", "error_description": "Unauthorized"}, 401)
        if form.get("refresh_token", self.refresh) != self.refresh or form.get("code", "the-code") != "the-code":
            return Says({"error": "invalid_grant", "error_description": "Bad Request"}, 400)
        fresh = f"token-{len(self.tokens) + 1}"
        self.tokens = {*self.tokens, fresh}
        good = {"access_token": fresh, "expires_in": 3599, "scope": self.scope, "token_type": "Bearer"}
        return Says({**good, "refresh_token": self.refresh} if "code" in form else good)

    def _list(self, asked: Asked) -> Says:
        here = [one for one in self.reviews.values() if f"/v4/{one['name']}".startswith(asked.path)]
        newest = sorted(here, key=lambda one: str(one["updateTime"]), reverse=True)
        size = min(int(asked.query["pageSize"][0]), self.page)
        start = int(asked.query.get("pageToken", ["0"])[0])
        page: dict[str, Any] = {"reviews": newest[start : start + size]} if newest[start:] else {}
        if newest:
            page |= {"totalReviewCount": len(newest), "averageRating": 4.5}
        if start + size < len(newest):
            page["nextPageToken"] = str(start + size)
        return Says(page)

    def _one(self, asked: Asked) -> Says:
        name = asked.path.removeprefix("/v4/").removesuffix("/reply")
        review = self.reviews.get(name)
        if review is None:
            return refusal(404, "NOT_FOUND")
        if asked.method == "PUT":
            return self._reply(review, asked.json["comment"])
        if asked.method == "DELETE":
            return Says({}) if review.pop("reviewReply", None) else refusal(404, "NOT_FOUND")
        return Says(review)

    def _reply(self, review: dict[str, Any], words: str) -> Says:
        self.now += timedelta(minutes=1)
        said = {"comment": words, "updateTime": stamp(self.now)}
        review["reviewReply"] = said if self.state is None else {**said, "reviewReplyState": self.state}
        return Says(review["reviewReply"])


def place(name: str, title: str, street: str) -> dict[str, Any]:
    address = {"regionCode": "GB", "addressLines": [street], "locality": "Quayside"}
    return {"name": name, "title": title, "storefrontAddress": address, "metadata": {"mapsUri": MAPS}}
