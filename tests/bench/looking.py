"""A year of looking at pages, with thousands of complaints: `python -m tests.bench.looking [--complaints 5000]`.

The real planner (`looks`, `lookout`) over a real shop file, and hosts that only count who asks. The computer is on in
opening hours; it is offline for a month, sleeps through a week, its clock is set wrong for an hour, and one host
doesn't answer for two days. Printed: requests for each host and day, the worst burst, how long a page waited for its
look, and whether each stays within its limit.
"""

from __future__ import annotations

import argparse
import random
import statistics
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, cast

from desktop import accounts, complaints, conversations, lookout, looks, posts, settling
from desktop.clock import SetClock
from desktop.connectors import Abilities, Connector
from desktop.errors import Offline
from desktop.records import (
    Account,
    Author,
    Guess,
    Kind,
    ProofKind,
    RemotePost,
    Source,
    Stage,
    StandingReason,
    Stranger,
)
from desktop.shop import Shop
from desktop.vault import SessionVault

HOSTS = {"google": 0.55, "facebook": 0.2, "instagram": 0.15, "bluesky": 0.1}  # shares of the complaints
BEGIN = datetime(2025, 1, 2, tzinfo=UTC)
OPEN_HOURS = range(7, 18)
MOST_A_DAY, MOST_IN_TEN, MOST_IN_ONE = 400, 6, 6  # requests to one host
PROOF_P95, OPEN_P95 = timedelta(days=34), timedelta(days=8)  # between two looks at one page, while we were online


@dataclass
class Host:
    """Knows the posts of one place, and when it was asked."""

    can: Abilities
    clock: SetClock
    posts: dict[str, RemotePost] = field(default_factory=dict)
    asked: list[datetime] = field(default_factory=list)
    is_down: bool = False

    def as_stranger(self, post: str, ours: tuple[str, ...] = ()) -> Stranger:
        self.asked.append(self.clock.now())
        if self.is_down:
            raise Offline("The place doesn't answer.")
        found = [self.posts[one] for one in (post, *ours) if one in self.posts]
        return Stranger(tuple(found), self.clock.now())

    def still_there(self, wanted: tuple[str, ...]) -> frozenset[str]:
        return frozenset(wanted) & self.posts.keys()


@dataclass
class Year:
    """The shop, its hosts, and what was seen when."""

    shop: Shop
    clock: SetClock
    hosts: dict[str, Host]
    chance: random.Random
    seen: dict[str, datetime] = field(default_factory=dict)  # conversation -> its last look
    gaps: dict[str, list[timedelta]] = field(default_factory=lambda: defaultdict(list))

    def begin(self, count: int) -> list[tuple[datetime, str, str]]:
        """All complaints: four fifths from the two years before, most of them shown; the rest come during the year."""
        coming = []
        for number in range(count):
            host = self.chance.choices(list(HOSTS), list(HOSTS.values()))[0]
            is_old = number < count * 4 // 5
            days = -self.chance.uniform(1, 730) if is_old else self.chance.uniform(0, 364)
            coming.append((BEGIN + timedelta(days=days), host, f"post-{number}"))
        return sorted(coming)

    def arrives(self, at: datetime, host: str, remote: str) -> None:
        """A complaint with its answer; later most are shown, some stay open or are left standing."""
        author = Author(host, f"w-{remote}", remote, f"Writer {remote}")
        post = RemotePost(remote, author, "The crust was raw. Not again.", at, source=Source.REVIEW)
        self.hosts[host].posts[remote] = post
        store, account = self.shop.store, accounts.by_id(self.shop.store, f"acc-{host}")
        assert account
        one = posts.post_id(account, post)
        talk = conversations.conversation_id(one)
        with store.writing():
            posts.take(store, account, [(post, talk)], at)
            conversations.arrive(
                store,
                conversations.Arrival(
                    talk, account.id, host, one, posts.author_id(account, post), author.name, Source.REVIEW, True,
                    Guess(Kind.COMPLAINT, ""), None, at, post.text, None,
                ),
            )  # fmt: skip
            complaints.open(store, talk, at, Stage.NO_ANSWER, at)
            looks.plan(store, talk, at)
            settling.settle(store, [talk], self.clock)
        self._goes_on(talk, one, at)

    def _goes_on(self, talk: str, post: str, at: datetime) -> None:
        fate, store = self.chance.random(), self.shop.store
        end = at + timedelta(days=self.chance.uniform(1, 12))
        with store.writing():
            if fate < 0.82 and end <= self.clock.now():
                complaints.shown(
                    store, talk, kind=ProofKind.THEIR_EDIT, link="", post=post, words="The crust was raw.",
                    seen_by="me", at=end,
                )  # fmt: skip
                looks.plan(store, talk, max(end + timedelta(days=7), self.clock.now()))
            elif fate < 0.9:
                complaints.leave_standing(store, talk, StandingReason.NO_REPLY, "", at)
                looks.plan(store, talk, None)

    def look(self) -> int:
        """One round, as the window does it; notes how long each page has waited."""
        now = self.clock.now()
        chosen = looks.due(self.shop.store, now)
        looked = lookout.look_due(self.shop)
        for talk in chosen:
            last = looks.last(self.shop.store, talk)
            if last is None or last.seen_at != now:
                continue
            complaint = complaints.by_id(self.shop.store, talk)
            what = "ending" if complaint and complaint.stage is Stage.SHOWN else "open"
            if talk in self.seen:
                self.gaps[what].append(now - self.seen[talk])
            self.seen[talk] = now
        return looked


class CountedShop(Shop):
    """A shop whose places only count who asks."""

    hosts: dict[str, Host]

    def connector(self, account: Account) -> Connector:
        return cast(Connector, self.hosts[account.id.removeprefix("acc-")])


def _opened(folder: Path) -> Year:
    clock = SetClock(BEGIN, UTC)
    shop = CountedShop.open(folder, clock=clock, vault=SessionVault(), web=lambda: cast(Any, None))
    shop.found_with("Corner Shop", "Ines")
    can = Abilities(read=True, reply=True, sees_signed_out=True)
    hosts = {name: Host(can, clock) for name in HOSTS}
    with shop.store.writing():
        for name in HOSTS:
            accounts.add(shop.store, Account(f"acc-{name}", name, "shop", "Shop"), BEGIN)
    shop.hosts = hosts
    return Year(shop, clock, hosts, random.Random(7))


def _days_on(year: Year, days: int) -> Iterator[datetime]:
    """The days on which the computer is on: a week of sleep and a month without network are left out."""
    for number in range(days):
        day = BEGIN + timedelta(days=number)
        if number in range(100, 107) or number in range(200, 230):
            for waiting in year.seen:  # nobody could look: that isn't the planner's doing
                year.seen[waiting] += timedelta(days=1)
            continue
        yield day


def run(count: int, days: int) -> bool:
    with tempfile.TemporaryDirectory(prefix="looking-") as folder:
        year = _opened(Path(folder))
        coming = year.begin(count)
        rounds = 0
        for day in _days_on(year, days):
            year.clock.set(day.replace(hour=OPEN_HOURS.start))
            while coming and coming[0][0] <= year.clock.now():
                year.arrives(*coming.pop(0))
            year.hosts["facebook"].is_down = day in (BEGIN + timedelta(days=60), BEGIN + timedelta(days=61))
            jumps = day == BEGIN + timedelta(days=150)
            rounds += _a_day(year, day.replace(hour=OPEN_HOURS.stop), clock_jumps=jumps)
        is_met = _print(year, count, days, rounds)
        year.shop.close()
    return is_met


def _a_day(year: Year, evening: datetime, *, clock_jumps: bool) -> int:
    rounds, looked = 0, 1
    if clock_jumps:  # an hour in which the computer says 2031
        right = year.clock.now()
        year.clock.set(right + timedelta(days=2200))
        lookout.look_due(year.shop)
        year.clock.set(right + timedelta(hours=1))
        with year.shop.store.writing():
            looks.none_beyond(year.shop.store, year.clock.now())
    while True:
        wait = lookout.seconds_to_next(year.shop, looked)
        if wait is None or year.clock.now() + timedelta(seconds=wait) > evening:
            return rounds
        year.clock.forward(seconds=wait)
        looked = year.look()
        rounds += 1


def _print(year: Year, count: int, days: int, rounds: int) -> bool:
    print(f"{count:,} complaints over {days} days, {rounds:,} rounds of looking")
    right = True
    for name, host in year.hosts.items():
        by_day = defaultdict[Any, int](int)
        asked = sorted(at for at in host.asked if at.year < BEGIN.year + 2)
        for at in asked:
            by_day[at.date()] += 1
        most, usual = max(by_day.values(), default=0), statistics.median(by_day.values()) if by_day else 0
        ten, one = _burst(asked, timedelta(minutes=10)), _burst(asked, timedelta(minutes=1))
        met = most <= MOST_A_DAY and ten <= MOST_IN_TEN and one <= MOST_IN_ONE
        right &= met
        print(
            f"  {name:<10} {len(asked):>7,} requests; a day: usually {usual:,.0f}, at most {most} (limit {MOST_A_DAY});"
            f" in 10 minutes at most {ten} (limit {MOST_IN_TEN}), in 1 minute {one}  {'met' if met else 'MISSED'}"
        )
    for what, limit in (("ending", PROOF_P95), ("open", OPEN_P95)):
        gaps = sorted(year.gaps[what])
        if gaps:
            p95 = gaps[len(gaps) * 95 // 100]
            right &= p95 <= limit
            print(
                f"  between two looks, {what:<7} median {_days(gaps[len(gaps) // 2])}, p95 {_days(p95)} "
                f"(limit {_days(limit)}), longest {_days(gaps[-1])}  {'met' if p95 <= limit else 'MISSED'}"
            )
    return right


def _burst(asked: list[datetime], within: timedelta) -> int:
    """The most requests in any window of this length."""
    most, first = 0, 0
    for last, at in enumerate(asked):
        while asked[first] <= at - within:
            first += 1
        most = max(most, last - first + 1)
    return most


def _days(gap: timedelta) -> str:
    return f"{gap / timedelta(days=1):.1f} d"


if __name__ == "__main__":
    wanted = argparse.ArgumentParser(description=__doc__)
    wanted.add_argument("--complaints", type=int, default=5000)
    wanted.add_argument("--days", type=int, default=365)
    given = wanted.parse_args()
    sys.exit(0 if run(given.complaints, given.days) else 1)
