"""Meta's Graph API as Facebook, Instagram and Threads speak it: asking, page after page, and what its errors mean.

The token goes along as a parameter, as Meta documents it for all three; no error repeats it. Pages are turned with
their `after`: the `next` that the answers hold has the token in it and is never followed, kept or shown.
"""

from __future__ import annotations

import hashlib
import hmac
import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import urlencode, urlsplit

from desktop.connectors import Connector, Keys
from desktop.connectors.answers import Json, mapping, mappings, odd, text
from desktop.errors import (
    Garbled,
    Gone,
    LoginExpired,
    NoRights,
    Refused,
    ShopError,
    SlowDown,
    Unanswered,
)
from desktop.records import RemotePost, Stranger

if TYPE_CHECKING:
    from desktop.web import Answer, Web

_ENOUGH = 80  # percent of what a place allows: from here on we collect no more
_REST_S, _LONGEST_REST_S = 15 * 60.0, 24 * 3600.0
_USAGE = ("x-app-usage", "x-business-use-case-usage", "x-page-usage")
_COUNTS = ("call_count", "total_time", "total_cputime")
_TOO_FAST = frozenset({4, 17, 32, 341, 613, 80001, 80002})
_SIGNED_OUT = {  # error_subcode: why
    458: "the app was removed there",
    459: "it wants its owner to sign in on its own page first",
    460: "the password was changed",
    463: "the sign-in has run out",
    464: "the account there isn’t confirmed",
    467: "the sign-in isn’t valid any more",
    492: "whoever signed in may not look after it any more",
}
_ID = re.compile(r"[A-Za-z0-9_-]{1,200}")
_RENEW_AFTER, _TRY_AGAIN_AFTER = (
    timedelta(hours=25),
    timedelta(days=1),
)  # Meta renews no token younger than a day


class Duplicate(Refused):
    """The place says that we have said this before."""


class Said(NamedTuple):
    """What an error answer says of itself."""

    code: int
    subcode: int
    is_transient: bool


@dataclass(slots=True)
class Graph:
    """One account's way to ask. `what`: "page" or "account", in sentences. `gently`: stops when it asks too much."""

    place: str
    what: str
    base: str
    web: Web
    token: Callable[[], str] = field(repr=False)
    app_secret: str = field(default="", repr=False)
    tells_next: bool = True  # the last page is the one without a `next`
    gently: bool = False
    rest_s: float = 0.0  # how long to leave it alone, as its last answer says
    left_out: int = 0  # how much that was listed made no sense

    # ---- asking -----------------------------------------------------------------------------------------

    def get(self, path: str, params: Mapping[str, str] | None = None, *, holds_secrets: bool = False) -> Json:
        """Raises Gone where what was asked for isn't there for us, and what requests raise.

        `holds_secrets`: the answer does, so no error repeats anything of it.
        """
        whole = {**(params or {}), **self._credentials()}
        try:
            return self._asked(
                lambda: self.web.get_json(f"{self.base}/{path}", whole, expect=dict), is_read=True
            )
        except ShopError as error:
            if holds_secrets:
                error.details, error.answer = "", None
            raise

    def post(self, path: str, form: Mapping[str, str]) -> Json:
        """Also raises Duplicate, and Unanswered when it may have worked."""
        whole = {**form, **self._credentials()}
        return self._asked(
            lambda: self.web.post_json(f"{self.base}/{path}", form=whole, expect=dict), is_read=False
        )

    def delete(self, path: str) -> None:
        """Deletes; it is no failure when it has gone already."""
        url = f"{self.base}/{path}?{urlencode(self._credentials())}"
        try:
            self._asked(lambda: self.web.delete(url), is_read=False)
        except Gone:
            return

    def pages(
        self, path: str, params: Mapping[str, str], most: int, *, holds_secrets: bool = False
    ) -> Iterator[list[Json]]:
        """A list page by page, as the place orders it; `most` pages of it. Raises as `get`."""
        turned = dict(params)
        for _ in range(most):
            if self.gently and self.rest_s:
                raise SlowDown(f"{self.place} asked us to slow down.", seconds=self.rest_s)
            data = self.get(path, turned, holds_secrets=holds_secrets)
            items = mappings(data, "data")
            yield items
            paging = mapping(data, "paging", {})
            after = text(mapping(paging, "cursors", {}), "after", "")
            is_last = "next" not in paging if self.tells_next else not items
            if is_last or not after or after == turned.get("after"):
                return
            turned["after"] = after

    def read(self, read: Callable[[Json], RemotePost], items: Iterable[Json]) -> list[RemotePost]:
        """What makes sense of a list: one odd item doesn't keep the others away. Raises Garbled when nothing does."""
        posts: list[RemotePost] = []
        trouble: Garbled | None = None
        for item in items:
            try:
                posts.append(read(item))
            except Garbled as error:
                trouble = error
                self.left_out += 1
        if trouble is not None and not posts:
            raise trouble
        return posts

    def gap_since(self, left_out: int) -> str:
        """A sentence where something was left out since it was so many."""
        return (
            f"Something at {self.place} can’t be read and was left out." if self.left_out > left_out else ""
        )

    def unlisted(self, error: ShopError) -> ShopError:
        """A list that isn't there is no post that has gone: the place has changed, or allows less."""
        if not isinstance(error, Gone):
            return error
        words = f"{self.place} doesn’t answer as it used to."
        return Garbled(words, advice="It may be having trouble. We'll try again.", details=error.details)

    def answer(
        self, above: str, edge: str, words: str, standing: Callable[[], Iterable[RemotePost]]
    ) -> str | RemotePost:
        """Posts `words` under `above`, once: the id of what that made.

        Where the place says that we have said it before, the post of ours that is there (`standing`: those under
        `above`). Raises Gone when `above` is gone, Refused when the words were turned down.
        """
        try:
            return id_of(self.post(f"{path_of(above)}/{edge}", {"message": words}), self.place)
        except Duplicate:
            flat = " ".join(words.split())
            there = next((p for p in standing() if p.is_ours and " ".join(p.text.split()) == flat), None)
            if there is None:
                raise
            return there
        except Gone:
            if self.is_there(above):
                raise self.turned_down() from None
            raise

    def turned_down(self) -> Refused:
        return Refused(f"{self.place} turned the reply down. Your text is kept.")

    def is_there(self, remote_id: str) -> bool:
        try:
            self.get(path_of(remote_id), {"fields": "id"})
        except Gone:
            return False
        return True

    def _credentials(self) -> dict[str, str]:
        """The token; and the proof that we hold the app's secret, where the owner gave it to us."""
        token = self.token()
        if not token or not self.app_secret:
            return {"access_token": token} if token else {}
        made = hmac.new(self.app_secret.encode(), token.encode(), hashlib.sha256)
        return {"access_token": token, "appsecret_proof": made.hexdigest()}

    def _asked(self, ask: Callable[[], Answer], *, is_read: bool) -> Json:
        try:
            answer = ask()
        except ShopError as error:
            trouble = self._told(error, is_read=is_read)
        else:
            self._note_usage(answer.headers)
            return answer.data if isinstance(answer.data, dict) else {}
        raise trouble  # out here, so that nothing of what came hangs on it

    # ---- what it says besides -------------------------------------------------------------------------------

    def _note_usage(self, headers: Mapping[str, str]) -> None:
        """How much of what it allows is used: percentages and minutes, as JSON in headers."""
        worst = minutes = 0.0
        for name in _USAGE:
            for counts in _objects(_loaded(headers.get(name, ""))):
                worst = max(worst, *(_number(counts.get(count)) for count in _COUNTS))
                minutes = max(minutes, _number(counts.get("estimated_time_to_regain_access")))
        if minutes:
            self.rest_s = min(minutes * 60, _LONGEST_REST_S)
        elif worst >= _ENOUGH:
            self.rest_s = _REST_S

    def _told(self, error: ShopError, *, is_read: bool) -> ShopError:
        """The error in our words, decided by its code; by the HTTP status where the answer has none."""
        error.details = self._masked(error.details)
        if error.answer is not None:
            self._note_usage(error.answer.headers)
        if isinstance(error, Garbled) and not is_read:
            return unclear(self.place, error.details)
        said = _said(error)
        made = self._by_code(said, is_read=is_read) if said else None
        if made is None:
            words = str(error).replace(urlsplit(self.base).netloc, self.place)
            error.args = (words, *error.args[1:])
            return error
        made.details, made.answer = error.details, error.answer
        return made

    def _masked(self, details: str) -> str:
        for secret in (*self._credentials().values(), self.app_secret):
            details = details.replace(secret, "…") if secret else details
        return details

    def _by_code(self, said: Said, *, is_read: bool) -> ShopError | None:
        code, place = said.code, self.place
        if code in (102, 190):
            why = _SIGNED_OUT.get(said.subcode, "")
            return LoginExpired(f"{place} signed us out: {why}." if why else f"{place} signed us out.")
        if code in _TOO_FAST:
            return SlowDown(f"{place} asked us to slow down.", seconds=self.rest_s or _REST_S)
        if code == 10 or 200 <= code <= 299:
            return NoRights(self.no_rights(is_read=is_read), advice="")
        if code == 100:
            return Gone("That isn't there any more.")
        if code in (1, 2) or said.is_transient:
            if is_read:
                return SlowDown(f"{place} isn't working right now.")
            return unclear(place, "")
        return self._refusal(code)

    def _refusal(self, code: int) -> Refused | None:
        if code == 368:
            return Refused(
                f"{self.place} has blocked this for now: it thinks it breaks its rules. Your text is kept."
            )
        if code == 506:
            return Duplicate(f"{self.place} says you have just posted the same words. Change some of them.")
        if code == 1609005:
            return Refused(f"{self.place} turned it down: it can't open the link in it. Your text is kept.")
        if code == 12:
            return Refused(f"{self.place} doesn't offer that any more.")
        return None

    def no_rights(self, *, is_read: bool) -> str:
        """Design 5.8, "Rights missing"."""
        may = f"{self.place} doesn’t let us read all of this {self.what}."
        if not is_read:
            may = f"{self.place} lets us read this {self.what} but not post."
        return f"{may} Someone with full access has to allow it."


def unclear(place: str, details: str) -> Unanswered:
    """A write whose answer tells nothing."""
    words = f"{place} answered in a way we can't read. It may have worked or not."
    return Unanswered(words, details=details)


def bad_token(place: str, error: ShopError) -> LoginExpired:
    """A pasted token that the place doesn't take."""
    return LoginExpired(
        f"That access token doesn’t work at {place}.",
        advice="Make a new one there, copy it whole, and paste it here.",
        details=error.details,
    )


def path_of(remote_id: str) -> str:
    """An id as part of an address: nothing else gets in there. Raises Gone for what can't be an id."""
    if not _ID.fullmatch(remote_id):
        raise Gone("That isn't there any more.", details="not an id of this place")
    return remote_id


def id_of(made: Json, place: str) -> str:
    """The id of what a write made. Raises Unanswered: it was taken, but we can't say as what."""
    remote_id = made.get("id")
    if not isinstance(remote_id, str) or not _ID.fullmatch(remote_id):
        raise unclear(place, "no id in the answer")
    return remote_id


def required_id(item: Json) -> str:
    """The id of something that was listed. Raises Garbled."""
    remote_id = text(item, "id")
    if not _ID.fullmatch(remote_id):
        raise odd("an id that is none")
    return remote_id


def oldest_first(posts: Iterable[RemotePost]) -> tuple[RemotePost, ...]:
    return tuple(sorted(posts, key=lambda post: (post.posted_at, len(post.remote_id), post.remote_id)))


def not_hidden(
    thread: Callable[[str], Sequence[RemotePost]],
    one: Callable[[str], RemotePost],
    remote_id: str,
    also: Iterable[str],
) -> Stranger:
    """What isn't hidden of a thread and of other posts in it, by their ids. Under a hidden post nothing shows.

    `thread` and `one` read them; what is Gone isn’t shown.
    """
    try:
        posts = thread(remote_id)
    except Gone:
        return Stranger((), datetime.now(UTC), "asked")
    seen, more = {post.remote_id for post in posts}, list[RemotePost]()
    for other in also:
        if other not in seen:
            with suppress(Gone):
                more.append(one(other))
    shown = [post for post in (*posts, *more) if post.is_public] if posts[0].is_public else []
    return Stranger(tuple(shown), datetime.now(UTC), "asked")


def check_length(connector: Connector, words: str) -> None:
    """Raises Refused for what the place wouldn't take. Give it the text as it goes out."""
    size, most = connector.count(words), connector.limit().most
    if size > most:
        said = f"{connector.name} allows {most:,} {connector.limit().unit}. Yours is {size:,}."
        raise Refused(said, advice="Shorten it.")


def pasted(token: str) -> str:
    return "".join(token.split())


# ---- reading an error ----------------------------------------------------------------------------------------


def _said(error: ShopError) -> Said | None:
    body = _loaded(error.answer.body if error.answer else b"")
    said = body.get("error") if isinstance(body, dict) else None
    code = said.get("code") if isinstance(said, dict) else None
    if not isinstance(said, dict) or not isinstance(code, int):
        return None
    return Said(code, int(_number(said.get("error_subcode"))), said.get("is_transient") is True)


def _loaded(raw: str | bytes) -> object:
    try:
        return json.loads(raw) if raw else None
    except (ValueError, RecursionError):
        return None


def _objects(data: object) -> Iterator[Mapping[str, object]]:
    """The object itself and those in it: some headers have one, others a list of them for each account."""
    waiting = [data]
    while waiting:
        one = waiting.pop()
        if isinstance(one, dict):
            yield one
            waiting += one.values()
        elif isinstance(one, list):
            waiting += one


def _number(value: object) -> float:
    is_number = isinstance(value, int | float) and not isinstance(value, bool) and 0 <= value < 1e9
    return float(value) if is_number else 0.0  # type: ignore[arg-type]


# ---- tokens that run out after 60 days -------------------------------------------------------------------------


def fresh_secrets(token: str) -> dict[str, str]:
    """What the vault keeps of a pasted token. Nobody knows how old it is: it is renewed as soon as it may be."""
    return {"token": token, "renew_at": _from_now(_RENEW_AFTER)}


def renew_if_due(graph: Graph, keys: Keys, path: str, grant: str, every_days: float) -> None:
    """Renews a token that has been here long enough. When that fails, the old one serves as long as it lasts."""
    if keys.get("renew_at", "") > _from_now(timedelta(0)):
        return

    def fresh(_kept: Mapping[str, str]) -> dict[str, str]:
        try:
            token = text(graph.get(path, {"grant_type": grant}, holds_secrets=True), "access_token")
        except ShopError:
            token = ""
        if not token:
            return {"renew_at": _from_now(_TRY_AGAIN_AFTER)}
        return {"token": token, "renew_at": _from_now(timedelta(days=every_days))}

    keys.renew("renew_at", fresh)


def _from_now(span: timedelta) -> str:
    return (datetime.now(UTC) + span).isoformat()
