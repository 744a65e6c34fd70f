"""The porter that carries history in from a file: looked at first, read to its end, added in one go, and taken out
again whole. Whoever stops it before it is in has nothing of it.

What is older than a month comes in as done: it is found in History, waits for nobody, and a public complaint of that
age counts as left standing, until its writer speaks again. What is newer and unanswered stands in the inbox.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import NamedTuple

from desktop import (
    accounts,
    complaints,
    conversations,
    forgetting,
    forgotten,
    history,
    ids,
    looks,
    posts,
    reading,
    retelling,
    triage,
)
from desktop.errors import GivenUp, Misuse
from desktop.imports import marks, spool
from desktop.imports.items import MADE, Archive, Breath, Broken, Item, Me, Private, made_id
from desktop.imports.marks import Import
from desktop.imports.opening import open_archive
from desktop.imports.table import Table
from desktop.records import Account, Guess, Kind, RemotePost, Source, Stage, StandingReason
from desktop.settling import place_of_done, settle
from desktop.shop import Shop

RECENT = timedelta(days=30)
_BATCH, _MOST, _OUT = 100, 400, 400
_HELD = 10  # batches that are written down together: each time waits for the disk
_SYNCED = 50  # batches after which what was written goes to the disk: the commit is left with little
_PATIENCE = 0.5  # seconds that others, who want to write, go first
_AHEAD, _FIRST_YEAR = timedelta(days=1), 1990
_SAMPLES, _SHOWN_BROKEN = 3, 200
STANDS = "Brought in from a file"

Progress = Callable[[int], None]
Cancelled = Callable[[], bool]


@dataclass(slots=True)
class Found:
    """What is in an archive. `shares`: posts of others that were only passed on; `private`: what not everybody may
    read. Both are left out."""

    total: int = 0
    theirs: int = 0
    ours: int = 0
    shares: int = 0
    private: int = 0
    known: int = 0
    broken: int = 0
    first_at: datetime | None = None
    last_at: datetime | None = None
    samples: list[RemotePost] = field(default_factory=list)
    some_broken: list[Broken] = field(default_factory=list)

    @property
    def new(self) -> int:
        return self.total - self.known


def opened(shop: Shop, path: Path, cancelled: Cancelled = lambda: False) -> Archive:
    """The archive at a path, its times read by the shop's clock. Raises Unreadable, GivenUp."""
    archive = open_archive(path, cancelled)
    if isinstance(archive, Table):
        archive.clock = shop.clock
    return archive


def look(
    shop: Shop,
    archive: Archive,
    me: Me,
    cancelled: Cancelled = lambda: False,
    progress: Progress = lambda _: None,
) -> Found:
    """Reads all of it once and stores nothing. `progress` hears how many posts have been read.
    Raises Unreadable, Misuse, GivenUp."""
    _check(archive)
    account, found = _account(shop, archive, me), Found()
    here, read = _Here(shop, archive, account), 0
    with archive.stop.while_asking(cancelled):
        for some in _batches(shop, archive, me):
            archive.stop.ask()
            read += len(some.items) + len(some.broken) + some.private
            progress(read)
            _add_up(found, some, here)
    return found


def _add_up(found: Found, some: _Some, here: _Here) -> None:
    found.broken += len(some.broken)
    found.private += some.private
    found.some_broken += some.broken[: _SHOWN_BROKEN - len(found.some_broken)]
    kept = here.keyed(some.items)
    found.shares += sum(item.post.is_share for item in some.items)
    found.known += len(here.known(kept))
    for item in kept.values():
        _count(found, item.post)


def _count(found: Found, post: RemotePost) -> None:
    found.total += 1
    found.ours += post.is_ours
    found.theirs += not post.is_ours
    found.first_at = min(found.first_at or post.posted_at, post.posted_at)
    found.last_at = max(found.last_at or post.posted_at, post.posted_at)
    if len(found.samples) < _SAMPLES and post.text:
        found.samples.append(post)


def bring_in(
    shop: Shop,
    archive: Archive,
    me: Me,
    file: str,
    *,
    progress: Progress = lambda _: None,
    cancelled: Cancelled = lambda: False,
) -> Import:
    """Reads and judges all of it, then adds what isn't here yet in one go, and returns what came of it.

    `progress` hears how many posts have come so far: one that was read counts half until it is stored.
    Raises GivenUp, Unreadable, Misuse, DiskTrouble: then nothing of it is kept. `Store.move_journal` is to follow.
    """
    _check(archive)
    adding = _Adding(shop, archive, _account(shop, archive, me), file, progress, cancelled)
    with shop.store.keeping_journal():
        _add(shop, archive, me, adding, cancelled)
    done = marks.by_id(shop.store, adding.id)
    assert done is not None
    return done


def _add(shop: Shop, archive: Archive, me: Me, adding: _Adding, cancelled: Cancelled) -> None:
    try:
        tidy(shop)
        with archive.stop.while_asking(cancelled):
            adding.read(_batches(shop, archive, me))
        adding.store()
    except BaseException:
        if marks.by_id(shop.store, adding.id):  # others had to write in between
            _give_up(shop, adding.id)
        raise
    finally:
        spool.empty(shop.store)


def tidy(shop: Shop) -> None:
    """What the end of the program cut short goes out again, and nothing of it is kept. Never beside an import."""
    if spool.is_any(shop.store):
        spool.empty(shop.store)
    for one in marks.unfinished(shop.store):
        _give_up(shop, one)


def _give_up(shop: Shop, one: str) -> None:
    _take_out(shop, one)
    with shop.store.writing():
        marks.forget(shop.store, one)


def undo(shop: Shop, one: str, progress: Progress = lambda _: None) -> int:
    """Takes out what a file brought; returns how many conversations stay, because somebody worked on them or they went
    on since. Raises Misuse after 30 days."""
    brought, now = marks.by_id(shop.store, one), shop.clock.now()
    if brought is None or not brought.can_be_undone(now):
        raise Misuse("That can’t be undone any more.")
    kept = _take_out(shop, one, progress)
    with shop.store.writing():
        marks.set_state(shop.store, one, marks.UNDONE, now)
        history.tell(shop.store, shop.by(now), one, "import_undone", {"kept": kept})
    return kept


# --- one batch ------------------------------------------------------------------------------------------


def _check(archive: Archive) -> None:
    missing = archive.columns.missing if isinstance(archive, Table) else ()
    if missing:
        raise Misuse(f"Say which column holds: {', '.join(one.label.lower() for one in missing)}.")


def _account(shop: Shop, archive: Archive, me: Me) -> Account:
    """Ours that it belongs to: the very one that a live connection has, or would have. Where the archive doesn't say
    what the place calls us, one of the same name."""
    if not me.remote_id and archive.platform != Table.platform:
        same = accounts.called(shop.store, archive.platform, me.handle)
        one = accounts.account_id(archive.platform, me.host, f"{MADE}{me.handle}")
        return same[0] if same else Account(one, archive.platform, me.handle, me.name, me.host, f"{MADE}{me.handle}")
    one = accounts.account_id(archive.platform, me.host, me.remote_id)
    made = Account(one, archive.platform, me.handle, me.name, me.host, me.remote_id)
    return accounts.by_id(shop.store, one) or made


class _Here:
    """What of a file the shop has already: by its id, or by time and words where the file gives no ids."""

    def __init__(self, shop: Shop, archive: Archive, account: Account) -> None:
        self._store, self._account = shop.store, account
        self._ours = () if archive.has_ids else posts.our_authors(shop.store, account.id)

    def keyed(self, items: Iterable[Item]) -> dict[str, Item]:
        """By their ids in the shop, without what was only passed on."""
        return {posts.post_id(self._account, item.post): item for item in items if not item.post.is_share}

    def known(self, keyed: Mapping[str, Item]) -> set[str]:
        known = posts.here(self._store, list(keyed))
        if self._ours:
            times = [item.post.posted_at for key, item in keyed.items() if key not in known]
            said = {made_id(at, text) for at, text in posts.said_at(self._store, self._ours, times)}
            known |= {key for key, item in keyed.items() if item.post.remote_id in said}
        return known


class _Some(NamedTuple):
    """A piece of a file. `private`: how many stay out because not everybody may read them."""

    items: list[Item]
    broken: list[Broken]
    private: int = 0


def _batches(shop: Shop, archive: Archive, me: Me) -> Iterator[_Some]:
    """An answer is in the batch of what it answers, where it follows it."""
    latest = shop.clock.now() + _AHEAD
    items, broken, inside, private = list[Item](), list[Broken](), set[str](), 0
    for each in archive.items(me):
        held = len(items) + len(broken) + private
        is_next = isinstance(each, Item) and each.post.parent_remote_id in inside
        if held >= _MOST or (held >= _BATCH and not is_next) or isinstance(each, Breath):
            yield _Some(items, broken, private)
            items, broken, inside, private = [], [], set(), 0
        if isinstance(each, Broken):
            broken.append(each)
        elif isinstance(each, Private):
            private += 1
        elif isinstance(each, Item):
            post = each.post
            if post.posted_at > latest or post.posted_at.year < _FIRST_YEAR:
                broken.append(Broken(each.where, "Its time can’t be right.", post.text[:200]))
                continue
            items.append(_named(shop, each))
            inside.add(post.remote_id)
    yield _Some(items, broken, private)


def _named(shop: Shop, item: Item) -> Item:
    if item.post.author.name or not item.post.is_ours:
        return item
    return item._replace(post=item.post._replace(author=item.post.author._replace(name=shop.name)))


class _Adding:
    """One file on its way in. Storing it is one transaction, unless somebody else wants to write meanwhile."""

    def __init__(
        self, shop: Shop, archive: Archive, account: Account, file: str, progress: Progress, cancelled: Cancelled
    ) -> None:
        self._shop, self._account, self._kind, self._file = shop, account, archive.key, file
        self._here = _Here(shop, archive, account)
        self._progress, self._cancelled = progress, cancelled
        self._read, self._stored, self._at = 0, 0, 0
        self.id = ""

    def read(self, batches: Iterable[_Some]) -> None:
        """Judges what begins conversations; nothing of it is in the shop yet."""
        held = list[spool.Batch]()
        for items, broken, _ in batches:
            self._go_on()
            if not items and not broken:
                continue
            items = self._without_forgotten(items)
            fresh = self._fresh(items)
            first = [post for _, (post, *_) in fresh.items() if not post.is_ours and not post.parent_remote_id]
            judged = {post.remote_id: one for post, one in zip(first, _judged(self._shop, first), strict=True)}
            held.append(spool.Batch(items, judged, broken))
            self._read += len(items)
            self._progress(self._read // 2)
            if len(held) == _HELD:
                spool.put(self._shop.store, held)
                held = []
        spool.put(self._shop.store, held)

    def store(self) -> None:
        """Whoever stops it before the last commit is heard, in the middle of a long question to the store too."""
        store, is_done = self._shop.store, False
        with store.unless(self._cancelled):
            while not is_done:
                store.changes.make_way(_PATIENCE)
                with store.writing():
                    is_done = self._store_some()

    def _store_some(self) -> bool:
        """Until others want to write, or all of it is stored: whether it is."""
        store, batches = self._shop.store, 0
        if not self.id:
            self._begin()
        while self._take_next():
            self._go_on()
            if store.changes.is_anybody_waiting:
                return False
            batches += 1
            if batches % _SYNCED == 0:
                store.sync_journal()
        self._finish()
        store.sync_journal()
        self._go_on()
        return True

    def _go_on(self) -> None:
        if self._cancelled():
            raise GivenUp

    def _begin(self) -> None:
        shop, account, now = self._shop, self._account, self._shop.clock.now()
        if accounts.by_id(shop.store, account.id) is None:
            accounts.add(shop.store, account, now)
            if account.platform != Table.platform:  # signing in brings it back, with all of this
                accounts.remove(shop.store, account.id)
        self.id = marks.begin(shop.store, shop.me.id, self._file, self._kind, account.id, now)

    def _without_forgotten(self, items: Sequence[Item]) -> list[Item]:
        """Whoever was forgotten isn't even held while a file is read."""
        keyed = {posts.post_id(self._account, item.post): item for item in items}
        out = _forgotten(self._shop, self._account, keyed)
        return [item for item in items if posts.post_id(self._account, item.post) not in out]

    def _fresh(self, items: Iterable[Item]) -> dict[str, Item]:
        """By their ids in the shop: what isn't here yet."""
        keyed = self._here.keyed(items)
        known = self._here.known(keyed) | _forgotten(self._shop, self._account, keyed)
        return {key: item for key, item in keyed.items() if key not in known}

    def _take_next(self) -> bool:
        """Stores the next batch with its marks; False when there is none."""
        shop, account, store = self._shop, self._account, self._shop.store
        found = spool.after(store, self._at)
        if found is None:
            return False
        self._at, batch = found
        fresh = self._fresh(batch.items)
        pairs, begun, grown = _sorted(shop, account, fresh)
        posts.take(store, account, pairs, shop.clock.now())
        posts.mark_all_shown(
            store, [key for key, (post, *_) in fresh.items() if post.is_ours and post.is_public]
        )  # it stood on the page when the export was made
        _begin_all(shop, account, begun, batch.judged)
        _grow(shop, self.id, grown)
        times = [item.post.posted_at for item in fresh.values()]
        kept = len(self._here.keyed(batch.items))
        marks.took(store, self.id, list(fresh), kept - len(fresh), min(times, default=None), max(times, default=None))
        marks.unread(store, self.id, batch.broken)
        self._stored += len(batch.items)
        self._progress((self._read + self._stored) // 2)
        return True

    def _finish(self) -> None:
        """Our words that go on from our own join them, now that all of them are here; then it is done."""
        shop, joined = self._shop, -1
        while joined:
            joined = 0
            for some in _pieces(marks.alone(shop.store, self.id), _OUT):
                self._go_on()
                joined += posts.join_threads(shop.store, some)
        now = shop.clock.now()
        marks.set_state(shop.store, self.id, marks.ADDED, now)
        brought = marks.by_id(shop.store, self.id)
        history.tell(shop.store, shop.by(now), self.id, "brought_in", {"added": brought.added if brought else 0})


def _forgotten(shop: Shop, account: Account, keyed: dict[str, Item]) -> set[str]:
    """Posts by or to somebody whom this shop has forgotten."""
    if not forgotten.is_any(shop.store):
        return set()
    said = {key: item.post for key, item in keyed.items()}
    stays = {posts.post_id(account, post) for post in forgetting.let_in(shop.store, account, list(said.values()))}
    to = {key: item.post._replace(author=item.to, is_ours=False) for key, item in keyed.items() if item.to is not None}
    welcome = forgetting.let_in(shop.store, account, list(to.values()))
    stays -= to.keys() - {posts.post_id(account, post) for post in welcome}
    return said.keys() - stays


def _pieces(listed: Sequence[str], size: int) -> Iterator[Sequence[str]]:
    return (listed[start : start + size] for start in range(0, len(listed), size))


@dataclass(slots=True)
class _Begun:
    """A conversation that a batch begins, with what followed in it. `whom`: who spoke, or whom we answered."""

    root: RemotePost
    whom: RemotePost
    more: list[Item] = field(default_factory=list)

    @property
    def answers(self) -> list[RemotePost]:
        return [item.post for item in self.more if item.post.is_ours and not item.is_note]

    @property
    def last_theirs_at(self) -> datetime:
        return max((item.post.posted_at for item in self.more if not item.post.is_ours), default=self.root.posted_at)


def _sorted(
    shop: Shop, account: Account, fresh: dict[str, Item]
) -> tuple[list[tuple[RemotePost, str]], dict[str, _Begun], dict[str, list[Item]]]:
    """Each post with its conversation ("" for our own words to everybody), the conversations that begin, and what
    comes to those that are here."""
    here, begun, grown = dict[str, str](), dict[str, _Begun](), dict[str, list[Item]]()
    pairs = []
    for key, item in fresh.items():
        post, to, before = item.post, item.to, item.post.parent_remote_id
        into = here.get(before, "") or (_known_conversation(shop, account, before) if before else "")
        if not into and (not post.is_ours or to is not None):
            into = conversations.conversation_id(key)
            begun[into] = _Begun(post, post if to is None else post._replace(author=to))
            if post.is_ours:
                begun[into].more.append(item)
        elif into in begun:
            begun[into].more.append(item)
        elif into:
            grown.setdefault(into, []).append(item)
        here[post.remote_id] = into
        pairs.append((post, into))
    return pairs, begun, grown


def _known_conversation(shop: Shop, account: Account, before: str) -> str:
    """That of a post by its id at the place, or by what everybody calls it."""
    found = posts.conversation_of(shop.store, account.id, before)
    if found is None and "://" in before:
        post = posts.by_id(shop.store, ids.remote(account.platform, before))
        found = post.conversation if post else None
    return found or ""


def _judged(shop: Shop, first: Sequence[RemotePost]) -> list[tuple[Guess, str]]:
    """What their words seem to be, and the excerpt."""
    found = reading.judge_posts(shop, first, shop.clock.local(shop.clock.now()), is_open=False) if first else []
    return [(reading.guess(one), one.excerpt) for one in found]


def _begin_all(
    shop: Shop, account: Account, begun: dict[str, _Begun], judged: Mapping[str, tuple[Guess, str]]
) -> None:
    """What is over comes in as done, all at once; the rest stands in the inbox."""
    unread = [one.root for one in begun.values() if not one.root.is_ours and one.root.remote_id not in judged]
    late = dict(zip((post.remote_id for post in unread), _judged(shop, unread), strict=True))
    nothing = Guess(Kind.OTHER, "", read_by=triage.version())  # our own words are no guess
    begun = _by_name(shop, account, begun)
    old, since = dict[str, tuple[conversations.Arrival, datetime, int]](), shop.clock.now() - RECENT
    for key, each in begun.items():
        ours = (nothing, triage.excerpt(each.root.text))
        guess, excerpt = ours if each.root.is_ours else {**late, **judged}[each.root.remote_id]
        is_over = each.root.is_ours or each.last_theirs_at < since
        guess = guess._replace(is_serious=guess.is_serious and not is_over)
        new = _arrival(account, key, each, guess, excerpt)
        if is_over:
            over_at = max((item.post.posted_at for item in each.more), default=each.root.posted_at)
            old[key] = (new, over_at, place_of_done(over_at))
        else:
            _begin(shop, key, each, new)
    if old:
        _begin_old(shop, old)
    settle(shop.store, [key for key in begun if key not in old], shop.clock)


def _by_name(shop: Shop, account: Account, begun: dict[str, _Begun]) -> dict[str, _Begun]:
    """An archive of ours may not know what they are called whom we answered: the shop may."""
    keys = {key: posts.author_id(account, each.whom) for key, each in begun.items() if each.root.is_ours}
    names = posts.names(shop.store, list(keys.values()))
    for key, author in keys.items():
        each = begun[key]
        if author in names:
            name, handle = names[author]
            each.whom = each.whom._replace(author=each.whom.author._replace(name=name, handle=handle))
    return begun


def _arrival(account: Account, key: str, each: _Begun, guess: Guess, excerpt: str) -> conversations.Arrival:
    root = each.root
    return conversations.Arrival(
        id=key,
        account=account.id,
        platform=posts.platform_of(account, root),
        root_post=posts.post_id(account, root),
        author=posts.author_id(account, each.whom),
        author_name=each.whom.author.name or each.whom.author.handle,
        source=root.source if not root.is_ours or root.source is Source.MESSAGE else Source.MENTION,
        is_public=root.is_public,
        guess=guess,
        happening_until=None,
        at=root.posted_at,
        excerpt=excerpt,
        stars=root.stars,
    )


def _begin_old(shop: Shop, old: Mapping[str, tuple[conversations.Arrival, datetime, int]]) -> None:
    store, now = shop.store, shop.clock.now()
    new = [old[key] for key in conversations.arrive_done(store, list(old.values()))]
    looks.not_yet(store, [(one.id, one.at) for one, *_ in new if one.is_public])
    standing = [(one.id, one.at, over) for one, over, _ in new if one.is_public and one.guess.kind is Kind.COMPLAINT]
    if standing:
        complaints.came_standing(store, standing, StandingReason.OTHER, STANDS)
    for one, *_ in standing:
        retelling.note(store, one, now)


def _begin(shop: Shop, key: str, each: _Begun, new: conversations.Arrival) -> None:
    store, root = shop.store, each.root
    conversations.arrive(store, new)
    if root.is_public:
        looks.note(store, key, looks.PageSight.UNKNOWN, "", root.posted_at, None, 0)
        if new.guess.kind is Kind.COMPLAINT:
            complaints.open(store, key, root.posted_at, Stage.NO_ANSWER, root.posted_at)
    for item in sorted(each.more, key=lambda item: item.post.posted_at):
        _follow(shop, key, item)


def _follow(shop: Shop, key: str, item: Item) -> None:
    """What was said in a conversation after it began."""
    post = item.post
    if not post.is_ours:
        conversations.they_wrote(shop.store, key, post.posted_at)
    elif not item.is_note:
        conversations.we_answered(shop.store, key, post.posted_at, through=post.posted_at)
        if post.is_public:
            complaints.answer_shows(shop.store, key, post.posted_at)


def _grow(shop: Shop, one: str, grown: Mapping[str, list[Item]]) -> None:
    """What comes to a conversation that this very file began moves it; any other has only more words than before."""
    store, since, moved = shop.store, shop.clock.now() - RECENT, list[str]()
    for key, items in grown.items():
        here = conversations.by_id(store, key)
        if here is None or not marks.of_these(store, one, [here.root_post]):
            continue
        for item in sorted(items, key=lambda item: item.post.posted_at):
            if item.post.posted_at >= since or not here.done_at:
                _follow(shop, key, item)
            else:
                conversations.done(store, key, max(item.post.posted_at, here.last_at))
                conversations.went_on(store, key, item.post.posted_at, is_theirs=not item.post.is_ours)
        moved.append(key)
    settle(store, moved, shop.clock)


# --- taking it out --------------------------------------------------------------------------------------

# Conversations somebody has worked on, or in which there is something else by now.
_STAYS = """
select conversation from replies where conversation in ({}) and state <> 'taken_back'
union select conversation from notes where conversation in ({})
union select conversation from drafts where conversation in ({})
union select conversation from promises where conversation in ({})
union select subject from events where subject in ({}) and person <> ''
union select p.conversation from posts p left join imported i on i.post = p.id
  where p.conversation in ({}) and i.import is not ?
"""


def _take_out(shop: Shop, one: str, progress: Progress = lambda _: None) -> int:
    """In batches, as many in one go as nobody else wants to write; returns how many conversations stay."""
    kept, gone, is_done, store = 0, 0, False, shop.store
    while not is_done:
        store.changes.make_way(_PATIENCE)
        with store.writing():
            while not is_done:
                out, stay = _take_some_out(shop, one)
                kept, gone, is_done = kept + stay, gone + out, not out
                progress(gone)
                if store.changes.is_anybody_waiting:
                    break
    return kept


def _take_some_out(shop: Shop, one: str) -> tuple[int, int]:
    """How many posts went (0: there were none left), and how many conversations stay."""
    store = shop.store
    some = marks.some_posts(store, one, _OUT)
    if not some:
        return 0, 0
    touched = conversations.with_posts(store, some)
    roots = marks.of_these(store, one, [each.root_post for each in touched])
    begun = [each.id for each in touched if each.root_post in roots]
    stays = _stays(shop, one, begun)
    staying = posts.inside(store, stays)
    every = {*some, *marks.of_these(store, one, posts.inside(store, begun))}
    _drop(shop, sorted(set(begun) - set(stays)))
    posts.take_out(store, sorted(every.difference(staying)))
    marks.let_go(store, every)
    return len(every), len(stays)


def _stays(shop: Shop, one: str, begun: list[str]) -> list[str]:
    sql = _STAYS.replace("{}", ",".join("?" * len(begun)))
    return [row[0] for row in shop.store.rows(sql, [*(begun * 6), one])]


def _drop(shop: Shop, leaving: list[str]) -> None:
    store, now, marks_ = shop.store, shop.clock.now(), ",".join("?" * len(leaving))
    on_board = f"select id from complaints where withdrawn_at is null and id in ({marks_})"
    for row in store.rows(on_board, leaving):
        complaints.withdraw(store, row[0], now)
        retelling.note(store, row[0], now)
    looks.forget(store, leaving)
    conversations.drop_all(store, leaving)
