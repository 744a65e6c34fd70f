"""A file in this folder is a platform: facts as class attributes, and a few methods.

`all_connectors()` walks the folder; nothing else needs changing to add one. The connect form and
the "how to bring it in" table are generated from the facts, so they can't promise more than the
code does.
"""

from __future__ import annotations

import importlib
import pkgutil
import threading
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from functools import cache
from typing import TYPE_CHECKING, ClassVar, NamedTuple, Protocol

from desktop.records import Account, Batch, Limit, Post, RemotePost, Stranger

if TYPE_CHECKING:
    from desktop.web import Web


SINCE = "since"  # a fact of an account: how far back it is read, an ISO time


@dataclass(frozen=True, slots=True)
class LoginField:
    """One line of the connect form. `is_secret` fields go to the vault and are never shown again."""

    key: str
    label: str
    hint: str = ""
    is_secret: bool = False
    is_optional: bool = False


@dataclass(frozen=True, slots=True)
class Abilities:
    """What a connector can really do, as the accounts table shows it."""

    read: bool = True
    reply: bool = True
    edit: bool = False
    delete: bool = False
    sees_signed_out: bool = False
    private_messages: bool = False
    searches_name: bool = False
    hide: bool = False  # somebody else's words under our posts
    replies_only: str = ""  # to whom alone replies can go from here, in a sentence; "" for everybody
    one_answer: bool = False  # a second answer takes the place of the first
    is_moderated: bool = False  # the place looks at our words before it shows them
    says_what_shows: bool = False  # asked signed in, the place itself says which words everybody sees
    old_posts: str = ""  # "All of them", "" for none
    goes_on: str = ""  # why it can't be told to stop at a date, in a sentence; "" where it can
    misses: str = ""  # what never arrives here, in a sentence; "" for nothing
    needs: str = "Nothing"
    costs: str = ""  # in a sentence; "" for nothing
    every_minutes: int = 0  # asks no more often than this; 0: as often as the shop likes


class Gauge(NamedTuple):
    """Something a place counts or charges for. `most`: what it allows in a period, 0 where the owner says."""

    unit: str  # "USD", "units"
    label: str
    period: str  # "day" or "month"
    most: float = 0
    begins: int = 0  # hours after midnight UTC at which the place's days begin

    def since(self, now: datetime) -> date:
        """The first day of the period that `now` is in, as the place counts days."""
        today = (now.astimezone(UTC) - timedelta(hours=self.begins)).date()
        return today.replace(day=1) if self.period == "month" else today


class Route(NamedTuple):
    """How a post can be answered: from here, or with the text copied and `url` opened; `why` not from here."""

    from_here: bool
    why: str = ""
    url: str = ""


class Meter(Protocol):
    """What was asked of a place that counts or charges."""

    def add(self, unit: str, amount: float, day: date) -> None: ...

    def used(self, unit: str, since: date) -> float:
        """The amount of `since` and the days after it."""
        ...


class Counted:
    """A meter in memory."""

    def __init__(self) -> None:
        self._days: dict[tuple[str, date], float] = {}

    def add(self, unit: str, amount: float, day: date) -> None:
        self._days[unit, day] = self._days.get((unit, day), 0.0) + amount

    def used(self, unit: str, since: date) -> float:
        return sum(amount for (one, day), amount in self._days.items() if one == unit and day >= since)


class Keys(Mapping[str, str]):
    """An account's secrets. `renew` puts fresh ones in their place, kept before anybody uses them.

    `load` and `save` reach the vault; without them a renewal is good for this job only.
    """

    _renewing: ClassVar[dict[str, threading.Lock]] = {}
    _guard: ClassVar[threading.Lock] = threading.Lock()

    def __init__(
        self,
        account: str,
        secrets: Mapping[str, str],
        load: Callable[[], Mapping[str, str]] | None = None,
        save: Callable[[Mapping[str, str]], None] | None = None,
    ) -> None:
        self._account, self._secrets = account, dict(secrets)
        self._load, self._save = load, save

    def __repr__(self) -> str:
        return f"Keys({len(self)})"

    def __getitem__(self, name: str) -> str:
        return self._secrets[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._secrets)

    def __len__(self) -> int:
        return len(self._secrets)

    def renew(self, name: str, fresh: Callable[[Mapping[str, str]], Mapping[str, str]]) -> None:
        """Replaces what `fresh` (given all secrets) returns. One job at a time for an account: those that waited
        take what the first one got, which they see by `name` having changed. Raises what `fresh` and the vault raise.
        """
        with self._guard:
            lock = self._renewing.setdefault(self._account, threading.Lock())
        with lock:
            kept = dict(self._load()) if self._load else dict(self._secrets)
            if kept.get(name, "") == self.get(name, ""):
                kept |= fresh(kept)
                if self._save:
                    self._save(kept)
            self._secrets = kept


@dataclass(frozen=True, slots=True)
class SignedIn:
    """The result of signing in: who we are there, and the secrets for the vault (hidden from repr)."""

    handle: str
    name: str
    remote_id: str
    host: str = ""
    facts: Mapping[str, str] = field(default_factory=dict)  # for Account.facts
    secrets: Mapping[str, str] = field(default_factory=dict)

    def __repr__(self) -> str:
        return f"SignedIn({self.handle!r}, host={self.host!r})"


class BrowserSignIn(Protocol):
    """A sign-in under way in the system browser. The listener is open from the moment this exists."""

    url: str  # to open in the browser

    def finish(self, timeout_s: float = 300.0) -> SignedIn:
        """Waits for the person, in a worker. Raises Refused when they said no, or the time is over, or
        it was cancelled; and what signing in raises."""
        ...

    def cancel(self) -> None:
        """Ends the waiting at once. From any thread, also when nobody waits (then it cleans up)."""
        ...


class Connector(ABC):
    """One account on one platform. Made fresh for a job, used by one thread, then dropped.

    Every method may raise Offline, SlowDown, LoginExpired, Refused, Gone, Garbled; `reply` also
    Unanswered, when the request left and no answer came.
    """

    key: ClassVar[str]  # "mastodon"
    name: ClassVar[str]  # "Mastodon", the place as people know it
    tile: ClassVar[str]  # "Ma", one or two letters
    login: ClassVar[tuple[LoginField, ...]]
    can: ClassVar[Abilities]
    is_offered: ClassVar[bool] = True  # False: not in the list of places to connect
    browser_sign_in: ClassVar[bool] = False  # True: `begin_browser` works; the form offers it first
    sign_in_title: ClassVar[str] = ""  # over the form; "": "Sign in at" the place
    sign_in_words: ClassVar[str] = ""  # over the form: where the key is made, and how it can be taken back
    gauges: ClassVar[tuple[Gauge, ...]] = ()

    def __init_subclass__(cls, **kwargs: object) -> None:
        super().__init_subclass__(**kwargs)
        missing = [fact for fact in ("key", "name", "tile", "login", "can") if not hasattr(cls, fact)]
        if missing:
            raise TypeError(f"{cls.__name__} lacks {', '.join(missing)}")

    def __init__(
        self, account: Account, secrets: Mapping[str, str], web: Web, meter: Meter | None = None
    ) -> None:
        self.account, self.web, self.meter = account, web, meter or Counted()
        self.secrets = secrets if isinstance(secrets, Keys) else Keys(account.id, secrets)

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self.account.handle!r})"

    @property
    def since(self) -> datetime | None:
        """How far back the owner wants this account read; None for all that the place gives. `fetch` asks for no
        more pages behind that; what is older all the same is left out where batches are stored."""
        return wanted_since(self.account)

    @classmethod
    def sign_in(cls, fields: Mapping[str, str], web: Web) -> SignedIn:
        """Signs in with what the form holds (key -> text; empty where left out).

        Raises Misuse when a field can't be right, and what requests raise.
        """
        raise NotImplementedError(f"{cls.name} has no sign-in with a form")

    @classmethod
    def begin_browser(cls, fields: Mapping[str, str], web: Web) -> BrowserSignIn:
        """Begins a sign-in in the browser: open its `url`, then `finish` in a worker. Raises as `sign_in`."""
        raise NotImplementedError(
            f"{cls.name} has no sign-in in the browser; look at `browser_sign_in` first"
        )

    @classmethod
    def estimate(cls, minutes: int) -> str:
        """What checking every so many minutes costs in a month, and how that was reckoned; "" for nothing."""
        return ""

    @classmethod
    def place_facts(cls, platform: str) -> tuple[str, str]:  # noqa: ARG003
        """(name of the place, letters of its tile) for a platform key of this connector."""
        return cls.name, cls.tile

    @classmethod
    def abilities(cls, platform: str) -> Abilities:  # noqa: ARG003
        """What the place of a platform key of this connector can do."""
        return cls.can

    @abstractmethod
    def fetch(self, cursors: Mapping[str, str]) -> Iterator[Batch]:
        """What came since `cursors` (stream name -> cursor), oldest first, page by page, without gaps."""

    @abstractmethod
    def thread(self, remote_id: str) -> tuple[RemotePost, ...]:
        """The whole thread around a post, oldest first, as we see it signed in. Raises Gone."""

    @abstractmethod
    def reply(self, parent: Post, text: str, key: str) -> RemotePost:
        """Answers `parent` once; `key` makes a repeat harmless where the platform can do that."""

    def route(self, parent: Post) -> Route:
        """Whether `parent` can be answered from here. Answers from what is known; never asks the network."""
        return Route(self.can.reply, "", parent.url)

    def warning(self, parent: Post, text: str) -> str:
        """What a person should know before this answer goes, in a sentence (what it costs, say); "" for nothing.

        Answers from what is known; never asks the network.
        """
        return ""

    def hide(self, remote_id: str, *, hidden: bool) -> None:
        """Hides somebody's words under a post of ours from the public, or shows them again."""
        raise NotImplementedError(f"{self.name} can't hide; look at `can.hide` first")

    def edit(self, remote_id: str, text: str) -> RemotePost:
        raise NotImplementedError(f"{self.name} can't edit; look at `can.edit` first")

    def delete(self, remote_id: str) -> None:
        raise NotImplementedError(f"{self.name} can't delete; look at `can.delete` first")

    @abstractmethod
    def still_there(self, remote_ids: tuple[str, ...]) -> frozenset[str]:
        """Those of `remote_ids` that still exist for us."""

    def as_stranger(self, remote_id: str, also: tuple[str, ...] = ()) -> Stranger | None:
        """What a passer-by sees of the thread around a post; None where that can't be known from here.

        Posts in `also` are looked for one by one when the place cut the thread short before them.
        """
        return None

    def addressed(self, parent: Post, text: str) -> str:
        """The text as it would go out, with what the platform needs in front (e.g. `@who `)."""
        return text

    @abstractmethod
    def limit(self) -> Limit:
        """How long a reply may be. Answers from what is known; never asks the network."""

    def count(self, text: str) -> int:
        """The length of `text` as the place counts it, in `limit().unit`."""
        return len(text)


def wanted_since(account: Account) -> datetime | None:
    """How far back the owner wants an account read; None for all its place gives."""
    try:
        since = datetime.fromisoformat(account.facts.get(SINCE, ""))
    except ValueError:
        return None
    return since if since.tzinfo else since.replace(tzinfo=UTC)


@cache
def all_connectors() -> Mapping[str, type[Connector]]:
    """key -> class, for every module in this folder that defines one (`CONNECTOR = TheClass`)."""
    found: dict[str, type[Connector]] = {}
    for info in pkgutil.iter_modules(__path__):
        connector = getattr(importlib.import_module(f"{__name__}.{info.name}"), "CONNECTOR", None)
        if connector is not None:
            found[connector.key] = connector
    return found


def connector_class(platform: str) -> type[Connector]:
    """The connector of a platform key; "practice.google" belongs to "practice". Raises KeyError."""
    key = platform.partition(".")[0]
    if key == "practice":  # where one practises, nothing of a real place is even loaded
        pretend: type[Connector] = importlib.import_module(f"{__name__}.{key}").CONNECTOR
        return pretend
    return all_connectors()[key]
