"""The porter that carries history in from a file: looked at first, then added in batches, and taken out again whole.

What is older than a month comes in as done: it is found in History, waits for nobody, and a public complaint of that
age counts as left standing, until its writer speaks again. What is newer and unanswered stands in the inbox.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path

from desktop import accounts, complaints, conversations, history, looks, posts, reading, retelling, triage
from desktop.errors import GivenUp, Misuse
from desktop.imports import marks
from desktop.imports.items import Archive, Broken, Item, Me
from desktop.imports.marks import Import
from desktop.imports.opening import open_archive
from desktop.imports.table import Table
from desktop.records import Account, Guess, Kind, RemotePost, Source, Stage, StandingReason
from desktop.settling import settle
from desktop.shop import Shop

RECENT = timedelta(days=30)
_BATCH, _OUT = 200, 400
_AHEAD, _FIRST_YEAR = timedelta(days=1), 1990
_SAMPLES, _SHOWN_BROKEN = 3, 200
STANDS = "Brought in from a file"

Progress = Callable[[int], None]
Cancelled = Callable[[], bool]


@dataclass(slots=True)
class Found:
    """What is in an archive. `shares`: posts of others that were only passed on; they are left out."""

    total: int = 0
    theirs: int = 0
    ours: int = 0
    shares: int = 0
    known: int = 0
    broken: int = 0
    first_at: datetime | None = None
    last_at: datetime | None = None
    samples: list[RemotePost] = field(default_factory=list)
    some_broken: list[Broken] = field(default_factory=list)

    @property
    def new(self) -> int:
        return self.total - self.known


def opened(shop: Shop, path: Path) -> Archive:
    """The archive at a path, its times read by the shop's clock. Raises Unreadable."""
    archive = open_archive(path)
    if isinstance(archive, Table):
        archive.clock = shop.clock
    return archive


def look(shop: Shop, archive: Archive, me: Me, cancelled: Cancelled = lambda: False) -> Found:
    """Reads all of it once and stores nothing. Raises Unreadable, Misuse, GivenUp."""
    _check(archive)
    account, found = _account(shop, archive, me), Found()
    for batch, broken in _batches(shop, archive, me):
        if cancelled():
            raise GivenUp
        found.broken += len(broken)
        found.some_broken += broken[: _SHOWN_BROKEN - len(found.some_broken)]
        kept = {posts.post_id(account, item.post): item.post for item in batch if not item.post.is_share}
        found.shares += sum(item.post.is_share for item in batch)
        found.known += len(posts.here(shop.store, list(kept)))
        for post in kept.values():
            _count(found, post)
    return found


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
    """Adds what isn't here yet, and returns what came of it. `progress` hears how many posts were read.

    Raises GivenUp, Unreadable, Misuse, DiskTrouble: then nothing of it is kept.
    """
    _check(archive)
    account, now = _account(shop, archive, me), shop.clock.now()
    with shop.store.writing():
        if accounts.by_id(shop.store, account.id) is None:
            accounts.add(shop.store, account, now)
            if account.platform != Table.platform:  # signing in brings it back, with all of this
                accounts.remove(shop.store, account.id)
        one = marks.begin(shop.store, shop.me.id, file, archive.key, account.id, now)
    try:
        read = 0
        for batch, broken in _batches(shop, archive, me):
            if cancelled():
                raise GivenUp
            _take(shop, account, one, batch, broken)
            read += len(batch)
            progress(read)
        _finish(shop, one)
    except BaseException:
        _take_out(shop, one)
        with shop.store.writing():
            marks.forget(shop.store, one)
        raise
    done = marks.by_id(shop.store, one)
    assert done is not None
    return done


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
    """Ours that it belongs to: the very one that a live connection has, or would have."""
    one = accounts.account_id(archive.platform, "", me.remote_id)
    made = Account(one, archive.platform, me.handle, me.name, remote_id=me.remote_id)
    return accounts.by_id(shop.store, one) or made


def _batches(shop: Shop, archive: Archive, me: Me) -> Iterator[tuple[list[Item], list[Broken]]]:
    """An answer is in the batch of what it answers, where it follows it."""
    latest = shop.clock.now() + _AHEAD
    items, broken, inside = list[Item](), list[Broken](), set[str]()
    for each in archive.items(me):
        if isinstance(each, Broken):
            broken.append(each)
            continue
        post = each.post
        if post.posted_at > latest or post.posted_at.year < _FIRST_YEAR:
            broken.append(Broken(each.where, "Its time can’t be right.", post.text[:200]))
            continue
        if len(items) + len(broken) >= _BATCH and post.parent_remote_id not in inside:
            yield items, broken
            items, broken, inside = [], [], set()
        items.append(_named(shop, each))
        inside.add(post.remote_id)
    if items or broken:
        yield items, broken


def _named(shop: Shop, item: Item) -> Item:
    if item.post.author.name or not item.post.is_ours:
        return item
    return item._replace(post=item.post._replace(author=item.post.author._replace(name=shop.name)))


@dataclass(slots=True)
class _Begun:
    """A conversation that a batch begins, with our answers in it. `whom`: who spoke, or whom we answered."""

    root: RemotePost
    whom: RemotePost
    answers: list[RemotePost] = field(default_factory=list)


def _take(shop: Shop, account: Account, one: str, batch: Sequence[Item], broken: Sequence[Broken]) -> None:
    """Stores what isn't here yet, with its marks, in one transaction."""
    keyed = {posts.post_id(account, item.post): item for item in batch if not item.post.is_share}
    known = posts.here(shop.store, list(keyed))
    fresh = {key: item for key, item in keyed.items() if key not in known}
    pairs, begun = _sorted(shop, account, fresh)
    judged = _judged(shop, begun)
    times = [item.post.posted_at for item in fresh.values()]
    with shop.store.writing():
        if not posts.here(shop.store, list(fresh)):
            posts.take(shop.store, account, pairs, shop.clock.now())
            for key, (post, _, _) in fresh.items():
                if post.is_ours and post.is_public:  # it stood on the page when the export was made
                    posts.mark_shown(shop.store, key, post.posted_at)
            for key, each in begun.items():
                _begin(shop, account, key, each, judged[key])
            settle(shop.store, begun, shop.clock)
            marks.took(shop.store, one, list(fresh), len(known), min(times, default=None), max(times, default=None))
            marks.unread(shop.store, one, broken)
            return
    _take(shop, account, one, batch, broken)  # the place itself was quicker with one of them


def _sorted(
    shop: Shop, account: Account, fresh: dict[str, Item]
) -> tuple[list[tuple[RemotePost, str]], dict[str, _Begun]]:
    """Each post with its conversation ("" for our own words to everybody), and the conversations that begin."""
    here, begun = dict[str, str](), dict[str, _Begun]()
    pairs = []
    for key, (post, to, _) in fresh.items():
        before = post.parent_remote_id
        into = here.get(before, "") or (posts.conversation_of(shop.store, account.id, before) or "" if before else "")
        if not post.is_ours or (not into and to is not None):
            into = conversations.conversation_id(key)
            begun[into] = _Begun(post, post if to is None else post._replace(author=to))
        if post.is_ours and into in begun:
            begun[into].answers.append(post)
        here[post.remote_id] = into
        pairs.append((post, into))
    return pairs, begun


def _judged(shop: Shop, begun: dict[str, _Begun]) -> dict[str, tuple[Guess, str]]:
    """What their words seem to be, and the excerpt; our own words are no guess."""
    theirs = [key for key, each in begun.items() if not each.root.is_ours]
    now = shop.clock.local(shop.clock.now())
    found = reading.judge_posts(shop, [begun[key].root for key in theirs], now, is_open=False)
    judged = {key: (reading.guess(one), one.excerpt) for key, one in zip(theirs, found, strict=True)}
    ours = Guess(Kind.OTHER, "", read_by=triage.version())
    return judged | {
        key: (ours, triage.excerpt(each.root.text)) for key, each in begun.items() if each.root.is_ours
    }


def _begin(shop: Shop, account: Account, key: str, each: _Begun, judged: tuple[Guess, str]) -> None:
    (guess, excerpt), root, store, now = judged, each.root, shop.store, shop.clock.now()
    is_old = root.is_ours or root.posted_at < now - RECENT
    new = conversations.Arrival(
        id=key,
        account=account.id,
        platform=posts.platform_of(account, root),
        root_post=posts.post_id(account, root),
        author=posts.author_id(account, each.whom),
        author_name=each.whom.author.name or each.whom.author.handle,
        source=root.source if not root.is_ours else Source.MENTION,
        is_public=root.is_public,
        guess=guess._replace(is_serious=guess.is_serious and not is_old),
        happening_until=None,
        at=root.posted_at,
        excerpt=excerpt,
        stars=root.stars,
    )
    conversations.arrive(store, new)
    last = max((post.posted_at for post in each.answers), default=root.posted_at)
    if each.answers:
        conversations.we_answered(store, key, last, through=last)
    if is_old:
        conversations.done(store, key, last)
    if not root.is_public:
        return
    looks.note(store, key, looks.PageSight.UNKNOWN, "", root.posted_at, None, 0)
    if guess.kind is Kind.COMPLAINT:
        complaints.open(store, key, root.posted_at, Stage.NO_ANSWER, root.posted_at)
        if each.answers:
            complaints.answer_shows(store, key, last)
        if is_old:
            complaints.leave_standing(store, key, StandingReason.OTHER, STANDS, last)


def _finish(shop: Shop, one: str) -> None:
    """Our words that go on from our own join them, now that all of them are here; then it is done."""
    added = [row[0] for row in shop.store.rows("select post from imported where import = ?", (one,))]
    with shop.store.writing():
        while posts.join_threads(shop.store, added):
            pass
        now = shop.clock.now()
        marks.set_state(shop.store, one, marks.ADDED, now)
        history.tell(shop.store, shop.by(now), one, "brought_in", {"added": len(added)})


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
    """In batches; returns how many conversations stay."""
    kept, gone, store = 0, 0, shop.store
    while some := marks.some_posts(store, one, _OUT):
        with store.writing():
            touched = conversations.with_posts(store, some)
            roots = marks.of_these(store, one, [each.root_post for each in touched])
            begun = [each.id for each in touched if each.root_post in roots]
            stays = _stays(shop, one, begun)
            staying = posts.inside(store, stays)
            every = {*some, *marks.of_these(store, one, posts.inside(store, begun))}
            _drop(shop, sorted(set(begun) - set(stays)))
            posts.take_out(store, sorted(every.difference(staying)))
            marks.let_go(store, every)
        kept, gone = kept + len(stays), gone + len(every)
        progress(gone)
    return kept


def _stays(shop: Shop, one: str, begun: list[str]) -> list[str]:
    sql = _STAYS.replace("{}", ",".join("?" * len(begun)))
    return [row[0] for row in shop.store.rows(sql, [*(begun * 6), one])]


def _drop(shop: Shop, leaving: list[str]) -> None:
    store, now, marks_ = shop.store, shop.clock.now(), ",".join("?" * len(leaving))
    on_board = f"select id from complaints where withdrawn_at is null and id in ({marks_})"
    for row in store.rows(on_board, leaving):
        complaints.withdraw(store, row[0], now)
        retelling.note(store, row[0], now)
    planned = f"select conversation from looks where next_at is not null and conversation in ({marks_})"
    for row in store.rows(planned, leaving):
        looks.plan(store, row[0], None)
    for one in leaving:
        conversations.drop(store, one)
