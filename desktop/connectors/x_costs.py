"""What X charges: for each post and each person it hands over, for each answer. All prices are the tariff's."""

from __future__ import annotations

import threading
from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta
from typing import ClassVar

from desktop.connectors import Meter, tariff
from desktop.connectors.answers import Json, text
from desktop.connectors.x_posts import data_of, included
from desktop.errors import SlowDown

UNIT = "USD"
_POSTS_A_DAY = 5  # what the estimate reckons with
_DAYS = 30


def price(name: str) -> float:
    return tariff.amount("x", name)


def dollars(amount: float) -> str:
    """ "$0.20", "$0.001": no smaller than it is, never more than it needs."""
    whole = f"{amount:,.3f}"
    return f"${whole[:-1] if whole.endswith('0') else whole}"


def ceiling_of(facts: Mapping[str, str]) -> float | None:
    """The most the owner wants to spend in a month, in dollars; None for no limit."""
    try:
        return float(facts.get("ceiling", ""))
    except ValueError:
        return None


class Bill:
    """One account's running costs. X charges for the same post or person once in a UTC day; so do we, as far as
    this program has seen them since it was started."""

    _seen: ClassVar[dict[str, tuple[date, set[str]]]] = {}
    _guard: ClassVar[threading.Lock] = threading.Lock()

    def __init__(self, account: str, facts: Mapping[str, str], meter: Meter) -> None:
        self._account, self._meter = account, meter
        self.ceiling = ceiling_of(facts)

    def read(self, answer: Json, *, is_own: bool) -> None:
        """An answer came. `is_own`: it was asked about this account's own posts or mentions."""
        per_post = price("read_own") if is_own else price("read_post")
        found = {f"post {text(each, 'id', '')}": per_post for each in data_of(answer)}
        found = {f"post {text(each, 'id', '')}": price("read_post") for each in included(answer, "posts")} | found
        found |= {f"user {text(each, 'id', '')}": price("read_user") for each in included(answer, "users")}
        today = _today()
        with self._guard:
            day, seen = self._seen.get(self._account, (today, set()))
            seen = seen if day == today else set()
            cost = sum(each for name, each in found.items() if name not in seen)
            self._seen[self._account] = today, seen | found.keys()
        self._add(cost)

    def act(self, name: str) -> None:
        """Something was done that costs by the request: "reply", "post_with_link", "delete", "hide"."""
        self._add(price(name))

    def _add(self, cost: float) -> None:
        if cost:
            self._meter.add(UNIT, cost, _today())

    @property
    def is_used_up(self) -> bool:
        """Whether this month's limit has been reached. Months are UTC's, as X counts them."""
        if self.ceiling is None:
            return False
        return self._meter.used(UNIT, _today().replace(day=1)) >= self.ceiling

    def check(self) -> None:
        """Before fetching. Raises SlowDown until next month when the limit is reached."""
        if self.is_used_up:
            first = (_today().replace(day=1) + timedelta(days=32)).replace(day=1)
            until = datetime(first.year, first.month, first.day, tzinfo=UTC) - datetime.now(UTC)
            raise SlowDown(
                f"This month's limit of {dollars(self.ceiling or 0)} for X is used up. "
                f"Fetching goes on on {first.day} {first:%B}, or when the limit is higher.",
                seconds=max(60.0, until.total_seconds()),
            )


def _today() -> date:
    return datetime.now(UTC).date()


def estimate(minutes: int) -> str:
    """What a month costs, roughly, and how that was reckoned."""
    theirs = price("read_own") + price("read_user")  # the post and its writer
    answer = price("read_post") + price("reply") + price("read_own")  # looked at again, answered, read back
    month = _POSTS_A_DAY * _DAYS * (theirs + answer)
    first = price("first_fetch") * (2 * price("read_own") + price("read_user"))  # mentions, and our own posts
    named = price("first_fetch") * (price("read_post") + price("read_user"))
    return (
        f"Checking every {minutes} minutes costs about {dollars(round(month, 2))} a month when {_POSTS_A_DAY} people a "
        f"day name you and you answer each. Asking costs nothing: X charges {dollars(price('read_own'))} for a post "
        f"and {dollars(price('read_user'))} for its writer, {dollars(price('reply'))} for an answer and "
        f"{dollars(price('read_post'))} for the look before it. An answer with a link costs "
        f"{dollars(price('post_with_link'))}. What is there already costs up to {dollars(round(first, 2))}, once; "
        f"with a name to look for, up to {dollars(round(named, 2))} more."
    )
