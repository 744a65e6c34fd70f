"""What the list reads from the shop: how many are in each group, and their row ids in order."""

from __future__ import annotations

from array import array
from collections.abc import Mapping
from datetime import datetime
from typing import NamedTuple

from desktop import accounts, conversations, inbox, shopbook
from desktop.inbox import Asked, Filter
from desktop.records import Group
from desktop.shop import Shop
from ui import moments
from ui.moments import figure, tr, translated

MOST_FOUND = 200  # messages with the words that are searched for
FIRST_PAGE = 64  # rows a group is shown with before the rest has been read
CHOICES = ("all", "public", "private", "mine")
SORTS = ("due", "newest", "oldest")


class Wanted(NamedTuple):
    """What the person asked to see. `open_groups`: those whose rows are shown."""

    choice: str = "all"
    sort: str = "due"
    words: str = ""
    open_groups: frozenset[Group] = frozenset((Group.ASKS, Group.NEEDS_ANSWER, Group.NOT_SHOWN))

    def filter(self, me: str) -> Filter:
        public = {"public": True, "private": False}.get(self.choice)
        return Filter(public, me if self.choice == "mine" else "")


class Listing(NamedTuple):
    """The list as it is now. `found` is set while searching: the rows with the words, instead of groups."""

    counts: Mapping[Group, int]
    rids: Mapping[Group, array[int]]
    found: array[int] | None = None


class Standing(NamedTuple):
    """What the header and the empty states say."""

    badge: int = 0
    line: str = ""  # "Saturday, open 7 to 16"
    has_accounts: bool = True
    still_open: int = 0  # complaints that look open to a passer-by
    already_fixed: int = 0  # those of them that are fixed, and nobody can tell
    shown: int = 0  # this year
    checked_at: datetime | None = None
    has_history: bool = False

    @property
    def subtitle(self) -> str:
        who = tr("1 needs someone") if self.badge == 1 else tr("{n} need someone").format(n=figure(self.badge))
        return f"{who} · {self.line}" if self.line else who


def read(shop: Shop, wanted: Wanted, limit: int = -1) -> Listing:
    """Reads the list as it is at one moment; `limit` rows of each group at most (-1: all)."""
    with shop.store.reading():
        return _read(shop, wanted, limit)


def _read(shop: Shop, wanted: Wanted, limit: int) -> Listing:
    if (found_rids := _found(shop, wanted.words)) is not None:
        return Listing({}, {}, found_rids)
    chosen, since = wanted.filter(shop.me.id), _today_began(shop)
    rids = {
        group: inbox.rids(shop.store, group, chosen, wanted.sort, done_since=since, limit=limit)
        for group in wanted.open_groups
    }
    found = Listing(dict(inbox.groups(shop.store, chosen, done_since=since)), rids)
    asked = inbox.asked(shop.store, chosen) if shop.me.is_owner else []
    return _with_asks(found, asked, since, is_open=Group.ASKS in wanted.open_groups) if asked else found


def _with_asks(found: Listing, asked: list[Asked], since: datetime, *, is_open: bool) -> Listing:
    """What somebody asks the owner stands on top, and nowhere else."""
    counts, on_top = dict(found.counts), array("q", (one.rid for one in asked))
    for one in asked:
        if one.group is not Group.DONE or (one.done_at and one.done_at >= since):
            counts[one.group] -= 1
    known = set(on_top)
    rids = {group: array("q", (rid for rid in kept if rid not in known)) for group, kept in found.rids.items()}
    return Listing(counts | {Group.ASKS: len(asked)}, rids | ({Group.ASKS: on_top} if is_open else {}))


def _found(shop: Shop, words: str) -> array[int] | None:
    """Rows with these words, by History's own language; None where there is nothing to look for."""
    if not words.strip():
        return None
    from desktop.searching import (  # not before somebody searches: the first list needs none of it
        Asking,
        find,
        parse,
    )

    query = parse(words)
    asking = Asking(shop.clock, shop.me.id)
    return find(shop.store, query, asking, MOST_FOUND).rids if query else None


def _today_began(shop: Shop) -> datetime:
    return shopbook.opening(shop.store).opens_today(shop.clock.local(shop.clock.now()))


def standing(shop: Shop) -> Standing:
    """Reads what the header says."""
    from desktop import complaints  # read behind the painted list, so it is imported there too

    now = shop.clock.local(shop.clock.now())
    year = now.replace(month=1, day=1, hour=0, minute=0, second=0, microsecond=0)
    ours = accounts.all(shop.store)
    counts = complaints.counts(shop.store, year)
    return Standing(
        inbox.badge(shop.store),
        translated(shopbook.opening(shop.store).line(now)),
        bool(ours),
        counts.open,
        counts.already_fixed,
        counts.shown_this_year,
        max((one.checked_at for one in ours if one.checked_at), default=None),
        conversations.has_any(shop.store),
    )


def nothing_here(shop: Shop, wanted: Wanted, state: Standing) -> tuple[str, str, str, str]:
    """(icon, title, text, action) when nobody needs someone; the action is a word of copy 4.1."""
    if not state.has_accounts and state.has_history and not state.badge:
        text = tr("What was said before is in History. Connect a place, and what is new stands here.")
        return "cup", tr("Nobody is waiting"), text, "connect"
    if not state.has_accounts and not state.has_history:
        text = tr("Connect a place, or add one by hand. Or practise first.")
        return "cup", tr("Nobody’s talking here yet"), text, "connect"
    if wanted.choice != "all" and state.badge:
        titles = {
            "public": tr("Nothing public waiting"),
            "private": tr("Nothing private waiting"),
            "mine": tr("Nothing of yours waiting"),
        }
        others = tr("1 other is") if state.badge == 1 else tr("{n} others are").format(n=figure(state.badge))
        return (
            "filter",
            titles[wanted.choice],
            tr("{others} waiting outside this filter.").format(others=others),
            "show all",
        )
    if fixed := state.already_fixed:
        words = tr("1 complaint is fixed") if fixed == 1 else tr("{n} complaints are fixed").format(n=fixed)
        text = tr("{words}, but nobody can tell.").format(words=words)
        return "check", tr("Everyone has an answer"), text, "make them show"
    if still := state.still_open:
        look = moments.count(still, "complaint still looks", "complaints still look")
        text = tr("{look} open to a passer-by.").format(look=look)
        return "check", tr("Everyone has an answer"), text, "complaints"
    text = tr("And everything that was put right shows.") if state.shown else ""
    if state.checked_at:
        text += " " + tr("Last checked {when}.").format(when=moments.last(shop.clock, state.checked_at))
    return "check", tr("Everyone has an answer"), text.strip(), "check now"
