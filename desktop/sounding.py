"""How the shop's replies sound: how much of each is its writer's own, and which phrases come again and again.

Counted are our public replies to conversations of a time. Of a reply written here the text remembers which words were
typed; one written elsewhere (brought in, or on the place's own page) is compared with the wordings there are.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from math import sqrt
from typing import NamedTuple

from desktop import people
from desktop.language.repeating import repeated
from desktop.language.text import plain, spelled
from desktop.starters import borrowed
from desktop.store import Store
from desktop.writing import Writing

OWNS = ()
LEANED_ON = 5  # replies that a phrase has to stand in
_READ = 5_000  # newest replies in which phrases are looked for
_SURE = 2.0  # so many standard errors are no accident


class Mean(NamedTuple):
    """Shares from 0 to 1, added up: to tell how large they are in the middle, and how far that is from another."""

    total: float = 0.0
    squares: float = 0.0
    number: int = 0

    @property
    def share(self) -> float:
        return self.total / self.number if self.number else 0.0

    @property
    def percent(self) -> int:
        """Never rounded up."""
        return int(100 * self.share + 1e-9)

    @property
    def _error(self) -> float:
        return max(0.0, self.squares / self.number - self.share**2) / self.number if self.number else 0.0

    def against(self, other: Mean) -> int:
        """1 where these are larger, -1 where they are smaller, 0 where that may be chance or can't be seen."""
        apart = self.share - other.share
        if self.percent == other.percent or abs(apart) <= _SURE * sqrt(self._error + other._error):
            return 0
        return 1 if apart > 0 else -1


def mean_of(shares: Sequence[float]) -> Mean:
    return Mean(sum(shares), sum(one * one for one in shares), len(shares))


def together(means: Iterable[Mean]) -> Mean:
    totals, squares, numbers = zip(*means, strict=True)
    return Mean(sum(totals), sum(squares), sum(numbers))


class Replied(NamedTuple):
    """One reply: the step of the time it belongs to, who wrote it ("": nobody knows), and how much of it is theirs."""

    step: int
    writer: str
    share: float
    was_here: bool  # written in this program


def replies(store: Store, at: str, where: str, params: Sequence[object]) -> Iterator[Replied]:
    """Those of the conversations `c` that `where` means; `at` is SQL for the step, and its parameters come first."""
    rows = store.rows(
        f"select {at} as step, p.text, p.written_by, c.author_name, r.body {_OURS.format(where=where)}", params
    )
    kept = borrowed.runs_of(row["wording"] for row in store.rows("select wording from wordings"))
    leave_out = names(store)
    for row in rows:
        theirs = row["author_name"]
        if row["body"]:
            share = Writing.from_json(row["body"]).own_share((theirs, theirs.split(" ")[0], row["written_by"]))
        else:
            share = borrowed.own_share(row["text"], leave_out | _words_of(theirs), kept)
        if share is not None:
            yield Replied(row["step"], row["written_by"], share, bool(row["body"]))


_OURS = (
    "from conversations c left join complaints k on k.id = c.id and k.withdrawn_at is null "
    "join posts p on p.conversation = c.id and p.is_ours and p.is_public "
    "left join replies r on r.conversation = c.id and r.remote_id = p.remote_id and r.state = 'posted' "
    "where {where}"
)


def by_writer(found: Sequence[Replied]) -> Mapping[str, Mean]:
    """Those of whom it is known who wrote them."""
    shares = defaultdict[str, list[float]](list)
    for one in found:
        if one.writer:
            shares[one.writer].append(one.share)
    return {writer: mean_of(some) for writer, some in shares.items()}


def phrases(store: Store, where: str, params: Sequence[object], say: Collection[str]) -> list[str]:
    """What stands in several of the newest replies, what stands in most of them first. `say`: what the shop wants to
    say, and may say as often as it likes."""
    sql = f"select p.text {_OURS.format(where=where)} order by p.posted_at desc limit {_READ}"
    texts = [row["text"] for row in store.rows(sql, params)]
    return [one.words for one in repeated(texts, LEANED_ON, names(store), say)]


def names(store: Store) -> frozenset[str]:
    """The words of what the people here and their shop are called, in small letters."""
    called = [row[0] for row in store.rows("select name from people union select name from accounts")]
    return frozenset(word for name in called for word in _words_of(name))


def _words_of(name: str) -> frozenset[str]:
    return frozenset(spelled(plain(name)))


def order_of(store: Store, writers: Collection[str]) -> list[str]:
    """As under People, then those who are gone, by their names: never by a number."""
    here = [person.name for person in people.all(store) if person.name in writers]
    return [*here, *sorted(set(writers) - set(here))]
