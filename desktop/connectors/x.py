"""X, through an app of the owner's own. It charges for what it hands over, and lets an app answer only who called."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from desktop.connectors import (
    Abilities,
    Connector,
    Gauge,
    LoginField,
    Meter,
    Route,
    SignedIn,
    tariff,
    x_sign_in,
)
from desktop.connectors.answers import Json, mapping, mappings, text
from desktop.connectors.oauth import InBrowser
from desktop.connectors.x_costs import UNIT, Bill, dollars, estimate, price
from desktop.connectors.x_length import LEADING, links, weighted
from desktop.connectors.x_posts import (
    POSTS,
    PROTECTED,
    SENT_AS,
    SUMMONED,
    TWEETS,
    Reader,
    data_of,
    order,
    permalink,
)
from desktop.connectors.x_refusals import (
    NOT_SUMMONED,
    is_known,
    kind_of,
    names_fields,
    not_summoned,
    problem,
    told,
)
from desktop.connectors.x_sign_in import bearer
from desktop.errors import Garbled, Gone, LoginExpired, Misuse, Refused, ShopError, Unanswered
from desktop.pace import answered_at
from desktop.records import Account, Batch, Limit, Post, RemotePost, Source

if TYPE_CHECKING:
    from desktop.web import Answer, Web

_MOST_PAGES = 50
_MOST_UP = 20  # posts above one that are read one by one
_BATCH = 100
_SEARCHED = timedelta(days=7)  # how far back a search looks
_ID = r"[0-9]{1,19}"
_MINUTES = int(price("check_minutes"))
_FIRST = int(price("first_fetch"))


class _Pages(NamedTuple):
    """What one stream brought, newest page first. `is_anew`: where we had stopped is too long ago for X."""

    stream: str
    pages: list[Json]
    is_anew: bool
    trouble: ShopError | None = None


class X(Connector):
    key: ClassVar[str] = "x"
    name: ClassVar[str] = "X"
    tile: ClassVar[str] = "X"
    login: ClassVar[tuple[LoginField, ...]] = x_sign_in.LOGIN
    can: ClassVar[Abilities] = Abilities(
        delete=True,
        hide=True,
        searches_name=True,
        replies_only="Only to people who named you or quoted you",
        old_posts=f"The last {_FIRST} mentions",
        misses="Posts that don't name your account, unless you give a name to look for. Private messages.",
        needs="An app of your own at console.x.com, with prepaid credits",
        costs="X charges for each post it hands over and each answer",
        every_minutes=_MINUTES,
    )
    sign_in_words: ClassVar[str] = x_sign_in.WORDS
    browser_sign_in: ClassVar[bool] = True
    gauges: ClassVar[tuple[Gauge, ...]] = (Gauge(UNIT, "Spent at X", "month"),)
    home: ClassVar[str] = "https://api.x.com"
    port: ClassVar[int] = x_sign_in.PORT

    def __init__(
        self, account: Account, secrets: Mapping[str, str], web: Web, meter: Meter | None = None
    ) -> None:
        super().__init__(account, secrets, web, meter)
        self._base = account.facts.get("base") or self.home
        self._name = account.handle.removeprefix("@")
        self._reader = Reader(account.remote_id, self._name)
        self._bill = Bill(account.id, account.facts, self.meter)
        self._spelling = SENT_AS

    # ---- signing in --------------------------------------------------------------------------------

    @classmethod
    def sign_in(cls, fields: Mapping[str, str], web: Web) -> SignedIn:
        raise Misuse("X can only be signed in to in the browser.", advice="Open the window: Accounts, X.")

    @classmethod
    def begin_browser(cls, fields: Mapping[str, str], web: Web) -> InBrowser:
        return x_sign_in.begin(fields, cls.home, web, cls.port)

    @classmethod
    def estimate(cls, minutes: int) -> str:
        return estimate(minutes)

    # ---- reading -----------------------------------------------------------------------------------

    def fetch(self, cursors: Mapping[str, str]) -> Iterator[Batch]:
        """Mentions, posts with the shop's name, then our own posts (so that answers typed elsewhere are known).

        Streams: mentions, search, own; a cursor is the newest id that was read. X gives the newest first, so all
        pages are fetched before the oldest is handed out; broken off, what came is handed out and no cursor moves.
        A stream that X turns down doesn't hold up the others.
        """
        trouble: ShopError | None = None
        for stream in ("mentions", "search", "own"):
            if stream == "search" and not self._query():
                continue
            cursor = cursors.get(stream, "")
            found = self._pages(stream, cursor)
            for at, page in enumerate(reversed(found.pages)):
                posts = self._reader.posts(page, is_ours=stream == "own")
                newest = max((text(each, "id", "") for each in data_of(page)), key=order)
                moved = {stream: max(newest, cursor, key=order)} if found.trouble is None else {}
                yield Batch(posts, moved, gap="" if at else self._gap(found, posts))
            if found.is_anew and not found.pages:
                yield Batch(cursors={stream: ""})
            if isinstance(found.trouble, Refused | Garbled):
                trouble = trouble or found.trouble
            elif found.trouble is not None:
                raise found.trouble
        if trouble is not None:
            raise trouble

    def _gap(self, found: _Pages, oldest: tuple[RemotePost, ...]) -> str:
        """What X no longer hands out since the last time, in a sentence; "" when all is there."""
        checked = self.account.checked_at
        if found.trouble is not None or checked is None or not oldest:
            return ""
        count, since = sum(len(data_of(page)) for page in found.pages), oldest[0].posted_at
        day = f"{since.day} {since:%B}"
        if found.is_anew and datetime.now(UTC) - checked > _SEARCHED:
            return f"X finds the shop's name in posts of seven days only: some before {day} may be missing."
        if found.stream == "mentions" and count >= price("mentions_back"):
            return f"X only hands out the newest {count}: some before {day} may be missing."
        return ""

    def _pages(self, stream: str, cursor: str) -> _Pages:
        """All pages after `cursor`, newest first, and what broke it off. The first time one page is enough."""
        path, params = self._stream(stream, cursor)
        params |= {"since_id": cursor} if cursor else {}
        pages: list[Json] = []
        trouble: ShopError | None = None
        try:
            for _ in range(_MOST_PAGES):
                self._bill.check()
                answer = self._page(path, params, is_own=stream != "search")
                pages += [answer] if data_of(answer) else []
                token = text(mapping(answer, "meta", {}), "next_token", "")
                if not cursor or not token or token == params.get("pagination_token"):
                    break
                params["pagination_token"] = token
        except ShopError as error:
            trouble = error
        return _Pages(stream, pages, bool(cursor) and "since_id" not in params, trouble)

    def _stream(self, stream: str, cursor: str) -> tuple[str, dict[str, str]]:
        most = {"max_results": str(_FIRST)}
        if self.since and not cursor and stream != "search":  # which reaches back seven days at most, by itself
            most["start_time"] = self.since.strftime("%Y-%m-%dT%H:%M:%SZ")
        if stream == "search":
            return "/2/tweets/search/recent", {"query": self._query(), **most}
        if stream == "own":
            return f"/2/users/{self._id()}/tweets", {"exclude": "retweets", **most}
        return f"/2/users/{self._id()}/mentions", most

    def _id(self) -> str:
        return _path(self.account.remote_id)

    def _page(self, path: str, params: dict[str, str], *, is_own: bool) -> Json:
        try:
            answer = self._posts(path, params, is_own=is_own)
        except Gone:
            answer = {"errors": [{}]}
        except Refused as error:  # the search reaches back seven days, and an older since_id isn't taken
            if "since_id" not in params or not names_fields(error, ("since_id",)):
                raise
            del params["since_id"]
            answer = self._posts(path, params, is_own=is_own)
        if "meta" not in answer and mappings(answer, "errors"):  # nothing but what went wrong, with status 200
            words, details = "X doesn't answer as it used to.", str(answer["errors"])[:300]
            raise Garbled(words, advice="It may be having trouble. We'll try again.", details=details)
        return answer

    def _query(self) -> str:
        """The search for the shop's name, without those who name us: mentions bring them. "" for none."""
        wanted = x_sign_in.wanted(self.account.facts.get("search", ""))
        return f"({wanted}) -is:retweet -from:{self._name} -@{self._name}" if wanted else ""

    def thread(self, remote_id: str) -> tuple[RemotePost, ...]:
        """The post, those above it, ours after it, and what else in its conversation concerns us (of seven days).

        Everything said there could cost more than the answer is worth; who talks past us isn't asked for.
        """
        post = self._one(remote_id)
        found = {each.remote_id: each for each in (*self._said_around(post), *self._ours_since(post))}
        found[post.remote_id] = post
        above = post
        for _ in range(_MOST_UP):
            parent = above.parent_remote_id
            if not parent:
                break
            if parent not in found:
                try:
                    found[parent] = self._one(parent)
                except (Refused, Garbled):  # gone, or its writer hides it
                    break
            above = found[parent]
        return tuple(sorted(found.values(), key=lambda each: (each.posted_at, order(each.remote_id))))

    def _one(self, remote_id: str) -> RemotePost:
        """A post by its id. Raises Gone."""
        answer = self._posts("/2/tweets", {"ids": _path(remote_id)}, is_own=False)
        for post in self._reader.posts(answer):
            return post
        kinds = {kind_of(said) for said in mappings(answer, "errors")}
        if "resource-not-found" in kinds:
            raise Gone("That isn't there any more.", details=f"no post {remote_id}")
        if kinds:
            raise Refused("X doesn't show us this: its writer lets only some people in.")
        raise Garbled("X gave an answer we don't understand.", details=f"no word about post {remote_id}")

    def _said_around(self, post: RemotePost) -> tuple[RemotePost, ...]:
        who = [f"to:{self._name}", f"@{self._name}"]
        who += [f"from:{post.author.handle.removeprefix('@')}"] if post.author.handle and not post.is_ours else []
        root = post.root_remote_id or post.remote_id
        query = f"conversation_id:{root} ({' OR '.join(who)})"
        try:
            answer = self._posts(
                "/2/tweets/search/recent", {"query": query, "max_results": str(_BATCH)}, is_own=False
            )
        except (Refused, Garbled):  # an app without search: the rest of the thread is worth having
            return ()
        return self._reader.posts(answer)

    def _ours_since(self, post: RemotePost) -> tuple[RemotePost, ...]:
        ours = self._ours(post.remote_id)
        return tuple(each for each in ours if each.root_remote_id == post.root_remote_id)

    def _ours(self, since: str) -> tuple[RemotePost, ...]:
        """The newest of our posts, after a post."""
        params = {"max_results": str(_BATCH), "since_id": _path(since), "exclude": "retweets"}
        return self._reader.posts(
            self._posts(f"/2/users/{self._id()}/tweets", params, is_own=True), is_ours=True
        )

    def still_there(self, remote_ids: tuple[str, ...]) -> frozenset[str]:
        """A post counts as gone only when X says so by name; one that is hidden from us hasn't gone."""
        self._bill.check()
        return self._there(remote_ids)

    def _there(self, remote_ids: tuple[str, ...]) -> frozenset[str]:
        known = [each for each in remote_ids if re.fullmatch(_ID, each)]
        gone: set[str] = set()
        for start in range(0, len(known), _BATCH):
            ids = known[start : start + _BATCH]
            answer = self._posts("/2/tweets", {"ids": ",".join(ids)}, is_own=False)
            missing = [said for said in mappings(answer, "errors") if kind_of(said) == "resource-not-found"]
            gone |= {str(said.get("resource_id") or said.get("value") or "") for said in missing}
        return frozenset(known) - gone

    # ---- writing -----------------------------------------------------------------------------------

    def reply(self, parent: Post, text: str, key: str) -> RemotePost:
        """Answers a post. X knows no idempotency; the same words a second time it turns down."""
        self._check_length(text)
        answered = parent.address.partition(" ")[2] or parent.remote_id
        body = {"text": text, "reply": {"in_reply_to_tweet_id": _path(answered)}}
        cost = "post_with_link" if links(text) else "reply"
        try:
            answer = self._ask(lambda keys: self.web.post_json(self._url, json=body, headers=keys, expect=dict))
            sent = self._sent(answer, parent, text)
            self._bill.act(cost)
            return sent
        except (Refused, Unanswered, Garbled) as error:
            failure = error
        if isinstance(failure, Refused):
            return self._turned_down(failure, parent, text)
        self._bill.act(cost)  # it may have worked
        raise Unanswered("X gave no clear answer. It may have worked or not.", details=failure.details)

    @property
    def _url(self) -> str:
        return f"{self._base}/2/tweets"

    def _sent(self, answer: Answer, parent: Post, words: str) -> RemotePost:
        """Our post, of whose parts X's answer only tells the id. Raises Garbled."""
        remote_id = text(mapping(answer.data, "data"), "id")
        return RemotePost(
            remote_id=remote_id,
            author=self._reader.author(self.account.remote_id, {"name": self.account.name}),
            text=self.addressed(parent, words),
            posted_at=max(answered_at(answer.headers), parent.posted_at + timedelta(milliseconds=1)),
            url=permalink(self._name, remote_id),
            parent_remote_id=parent.remote_id,
            source=Source.COMMENT,
            is_ours=True,
        )

    def _turned_down(self, error: Refused, parent: Post, words: str) -> RemotePost:
        """X said no: because it has the answer already, because the parent has gone, or because nobody called us."""
        said = problem(error)
        if said.status not in (400, 403) or type(error) is not Refused or is_known(error):
            raise error
        try:
            ours = self._ours(parent.remote_id)
            is_there = bool(self._there((parent.remote_id,)))
        except ShopError:
            ours, is_there = (), True
        flat = " ".join(self.addressed(parent, words).split())
        same = [each for each in ours if " ".join(each.text.split()) == flat]
        for each in same:
            if each.parent_remote_id == parent.remote_id:
                return each
        if not is_there:
            raise Gone("That isn't there any more.", details=error.details)
        if same:
            raise Refused("X doesn't take the same words twice.", advice="Change a few words.")
        if "duplicate" in said.detail:
            raise Unanswered("X says that it has these words already.", details=error.details)
        called = parent.address.startswith(SUMMONED) and "mentioned or otherwise" not in said.detail
        raise error if called else not_summoned(error)

    def hide(self, remote_id: str, *, hidden: bool) -> None:
        """Hides a reply under one of our posts, or shows it again. X alone knows whether it is one."""
        url, body = f"{self._url}/{_path(remote_id)}/hidden", {"hidden": hidden}
        self._ask(lambda keys: self.web.put_json(url, json=body, headers=keys, expect=dict))
        self._bill.act("hide")

    def delete(self, remote_id: str) -> None:
        """Deletes one of our posts; it is no failure when it has gone already."""
        url = f"{self._url}/{_path(remote_id)}"
        try:
            self._ask(lambda keys: self.web.delete(url, headers=keys))
        except Gone:
            return
        self._bill.act("delete")

    def route(self, parent: Post) -> Route:
        """From here only where the writer named or quoted us, which was noted when the post was fetched."""
        url = f"https://x.com/intent/post?in_reply_to={parent.remote_id}"
        if parent.address.startswith(SUMMONED):
            return Route(True, "", parent.url)
        if parent.address == PROTECTED:
            why = "Only people they let in see their posts at X, and an answer from here would be seen by everyone."
            return Route(False, why, url)
        return Route(False, NOT_SUMMONED, url)

    def addressed(self, parent: Post, text: str) -> str:
        """X puts the names in front by itself, and hides those that stand there."""
        leading = LEADING.match(text)
        return text[leading.end() :] if leading else text

    # ---- counting ----------------------------------------------------------------------------------

    def limit(self) -> Limit:
        return Limit(int(tariff.amount("x", "characters")))

    def count(self, text: str) -> int:
        return weighted(text)

    def _check_length(self, words: str) -> None:
        leading = LEADING.match(words)
        size, most = self.count(words[leading.end() :] if leading else words), self.limit().most
        if size > most:
            raise Refused(f"X allows {most:,} characters. Yours is {size:,}.", advice="Shorten it.")

    def warning(self, parent: Post, text: str) -> str:
        if not self.route(parent).from_here:
            return ""
        said = []
        if links(text):
            usual, dear = dollars(price("reply")), dollars(price("post_with_link"))
            said.append(f"With a link in it, X charges {dear} for this answer in place of {usual}.")
        if self._bill.is_used_up:
            limit = dollars(self._bill.ceiling or 0)
            said.append(f"This month's limit of {limit} for X is used up; posting goes on and costs more.")
        return " ".join(said)

    # ---- asking ------------------------------------------------------------------------------------

    def _posts(self, path: str, params: Mapping[str, str], *, is_own: bool) -> Json:
        """Posts as X gives them, charged; asked for in the other spelling where X doesn't know this one any more."""
        answer = self._spelled(path, params)
        if any("created_at" not in each for each in data_of(answer)):
            self._spell_otherwise()
            answer = self._spelled(path, params)
        self._bill.read(answer, is_own=is_own)
        return answer

    def _spelled(self, path: str, params: Mapping[str, str]) -> Json:
        try:
            return self._get(path, params)
        except Refused as error:
            if not names_fields(error, (self._spelling.parameter, "expansions")):
                raise
        self._spell_otherwise()
        return self._get(path, params)

    def _spell_otherwise(self) -> None:
        self._spelling = POSTS if self._spelling == TWEETS else TWEETS

    def _get(self, path: str, params: Mapping[str, str]) -> Json:
        asked = {
            **params,
            self._spelling.parameter: self._spelling.fields,
            "expansions": self._spelling.expansions,
            "user.fields": "name,protected,username",
        }
        answer = self._ask(lambda keys: self.web.get_json(f"{self._base}{path}", asked, keys, expect=dict))
        said: Json = answer.data
        return said

    def _ask(self, ask: Callable[[dict[str, str]], Answer]) -> Answer:
        """One request; what goes wrong with it is told in words about X."""
        try:
            return self._send(ask)
        except ShopError as error:
            failure = error
        for secret in filter(None, self.secrets.values()):
            failure.details = failure.details.replace(secret, "…")  # an answer may hold more than what we sent
        raise told(failure, self._base)

    def _send(self, ask: Callable[[dict[str, str]], Answer]) -> Answer:
        try:
            return ask(self._keys())
        except LoginExpired:
            pass
        client_id = self.account.facts.get("client_id", "")
        x_sign_in.renew(self.secrets, client_id, self._base, self.web)
        return ask(self._keys())  # it was turned away at the door: nothing was done

    def _keys(self) -> dict[str, str]:
        return bearer(self.secrets.get("access_token", ""))


def _path(remote_id: str) -> str:
    """An id as part of an address: nothing else gets in there. Raises Gone for what can't be an id."""
    if not re.fullmatch(_ID, remote_id):
        raise Gone("That isn't there any more.", details="not an id of this place")
    return remote_id


CONNECTOR = X
