"""Who can be forgotten, forgetting them, and taking that back within 30 days."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from contextlib import suppress
from datetime import datetime, timedelta
from pathlib import Path
from typing import NamedTuple

from desktop import (
    aside,
    clock,
    complaints,
    conversations,
    forgotten,
    history,
    notes,
    outbox,
    pictures,
    posts,
    retelling,
    settings,
)
from desktop import people as everybody
from desktop.aside import Aside
from desktop.errors import Misuse, ShopError
from desktop.forgetting import taking_out
from desktop.forgetting.taking_out import KEYS, Found
from desktop.forgotten import Forgetting
from desktop.pictures import Kept
from desktop.records import Hurdle, Post
from desktop.sealing import LOGS
from desktop.settling import settle
from desktop.shop import Shop
from desktop.store import Row, Store

KEPT_FOR = timedelta(days=30)  # so long it can be taken back
_TURNS = 5  # times it is tried at a stretch where others read or write


class Somebody(NamedTuple):
    """A person as one place knows them. `id` is that of the author; `newest` is what they wrote last: it tells apart
    who else is called the same."""

    id: str
    name: str
    handle: str
    platform: str
    messages: int
    newest: Post


class Waiting(NamedTuple):
    """Somebody forgotten who can still be brought back; `name` is "?" where what was set aside can't be read."""

    id: str
    name: str
    platform: str
    messages: int
    until: datetime


def waiting(shop: Shop) -> tuple[Waiting, ...]:
    """The newest first."""
    found = list[Waiting]()
    for one in forgotten.open_ones(shop.store):
        name, place = "?", ""
        with suppress(ShopError):
            kept = aside.load(shop.folder, one.id, shop.key)
            name, place = kept.name, kept.place
        found.append(Waiting(one.id, name, place, one.messages, one.until))
    return tuple(found)


_WHO = (
    "select a.id, a.name, a.handle, a.platform, "
    "(select count(*) from posts where author = a.id and not is_ours) as messages from authors a "
)


def who(shop: Shop, conversation: str) -> Somebody | None:
    """Whose conversation it is; None where nobody's name is left, or nobody said anything."""
    one = conversations.by_id(shop.store, conversation)
    rows = shop.store.rows(_WHO + "where a.id = ?", (one.author,)) if one else []
    return next(iter(_somebody(shop.store, rows)), None)


def same_name(shop: Shop, one: Somebody) -> tuple[Somebody, ...]:
    """Others who are called the same, here or at another place: it may be the same person, or not."""
    rows = shop.store.rows(
        _WHO + "where a.id <> ? and lower(a.name) = lower(?) order by a.platform, a.id limit 20", (one.id, one.name)
    )
    return _somebody(shop.store, rows)


def find(shop: Shop, typed: str, limit: int = 20) -> tuple[Somebody, ...]:
    """People whose name or handle holds these letters."""
    if not typed.strip():
        return ()
    rows = shop.store.rows(
        _WHO + "where instr(lower(a.name || ' ' || a.handle), lower(?)) > 0 order by lower(a.name), a.id limit ?",
        (typed.strip(), limit),
    )
    return _somebody(shop.store, rows)


def _somebody(store: Store, rows: Iterable[Row]) -> tuple[Somebody, ...]:
    newest = ((row, posts.newest_by(store, row[0])) for row in rows)
    return tuple(Somebody(row[0], row[1], row[2], row[3], row[4], post) for row, post in newest if post is not None)


def known_in_book(shop: Shop, name: str) -> int:
    """How many facts of the Shop book name them: those are the owner's own words, and stay."""
    sql = "select count(*) from facts where removed_at is null and instr(lower(title || ' ' || text), lower(?)) > 0"
    return int(shop.store.value(sql, (name,)))


def forget(shop: Shop, people: Sequence[str]) -> Forgetting:
    """Takes all they wrote out of this shop. Raises Misuse, NeedsOwner, DiskTrouble; then nothing has changed.

    `clean` is to follow, from where nobody waits for it: after it their words are in no file but the one set aside and
    copies made before. Until it has come to its end it is tried again each day.
    """
    if not shop.me.is_owner:
        raise Misuse("Only the owner can forget somebody.")
    store, now = shop.store, shop.clock.now()
    made = ""
    try:
        with store.writing():
            found = taking_out.look(store, people, now)
            if found.is_empty:
                raise Misuse("There is nothing of theirs on this computer.")
            if taking_out.is_going(store, found):
                raise Misuse("A reply to them is just going out.", advice="Wait until it has gone, then try again.")
            made = forgotten.begin(store, shop.me.id, now, now + KEPT_FOR, len(found.posts))
            aside.keep(shop.folder, made, _set_aside(shop, found), shop.key)
            taking_out.take_out(store, found, made, now, shop.clock)
            history.tell(store, shop.by(now), made, "forgotten", {"messages": len(found.posts)})
            settings.put(store, settings.CLEAN_UP, True)
            settings.put(store, settings.CLEANED_AT, "")  # the next time it is asked, not next week
    except BaseException:
        if made:
            with suppress(ShopError):
                aside.drop(shop.folder, made)
        raise
    for post in found.posts:
        with suppress(ShopError):  # they are gone: `clean` takes what is left
            pictures.drop(shop.folder, post)
    with suppress(ShopError):
        _drop_begun(shop)
    done = forgotten.by_id(store, made)
    assert done is not None
    return done


def _set_aside(shop: Shop, found: Found) -> Aside:
    first = shop.store.row("select name, handle, platform from authors where id = ?", (found.people[0],))
    name = (first["name"] or first["handle"]) if first else ""
    place = first["platform"] if first else ""
    rows, kept = taking_out.what_goes(shop.store, found), dict[str, bytes]()
    for post in found.posts:
        path = pictures.of(shop.folder, post)
        if path is not None:
            kept[f"{post}{path.suffix}"] = Kept(path, shop.key).read()
    return Aside(name, place, rows, taking_out.searches(shop.store, found.names), kept)


def clean(shop: Shop) -> bool:
    """Their words leave the indexes, the unused parts of the file, its journal and the log of what broke. False where
    somebody else reads or writes all the time: the next day tries again. Raises DiskTrouble; so it does then.

    In a large shop it takes half a minute, in steps of some milliseconds between which others write.
    """
    store, before = shop.store, len(forgotten.open_ones(shop.store))
    _drop_pictures(shop)
    for path in shop.folder.glob(LOGS):
        with suppress(OSError):
            path.unlink(missing_ok=True)
    taking_out.out_of_indexes(store)
    is_done = any(store.leave_nothing_behind() for _ in range(_TURNS))
    with store.writing():
        if is_done and len(forgotten.open_ones(store)) <= before:  # else somebody more was forgotten meanwhile
            settings.put(store, settings.CLEAN_UP, False)
            settings.put(store, settings.CLEANED_AT, clock.to_text(shop.clock.now()))
    return is_done


def _drop_begun(shop: Shop) -> None:
    """The picture of what was begun in Add by hand goes with its words. Raises DiskTrouble."""
    for person in everybody.ever(shop.store):
        if not settings.get(shop.store, settings.BEGUN_BY_HAND, person=person):
            pictures.drop(shop.folder, pictures.begun(person))


def _drop_pictures(shop: Shop) -> None:
    """Of posts that were forgotten, where they couldn't be taken away at once. Raises DiskTrouble."""
    _drop_begun(shop)
    for one in forgotten.known(shop.store, [path.stem for path in pictures.all(shop.folder)]):
        with shop.store.writing():  # whoever brings them back does so in one go with their posts
            if posts.by_id(shop.store, one) is None:
                pictures.drop(shop.folder, one)


def undo(shop: Shop, forgetting: str) -> None:
    """They are here again, as they were. Raises Misuse when it is too late, StoreBroken, DiskTrouble."""
    one, store, now = forgotten.by_id(shop.store, forgetting), shop.store, shop.clock.now()
    if one is None or not one.is_open or now > one.until:
        raise Misuse("That can’t be undone any more.")
    kept = aside.load(shop.folder, forgetting, shop.key)
    rows = kept.rows
    for reply in rows["replies"]:
        reply["hurdle"] = outbox.hurdle_of(reply)
    with store.writing():
        for name, data in kept.pictures.items():
            with suppress(Misuse):  # it was damaged before it was set aside
                pictures.keep(shop.folder, Path(name).stem, data, shop.key)
        posts.put_back(store, rows["posts"])
        conversations.put_back_rows(store, rows["conversations"])
        for table, key in KEYS.items():
            if table != "conversations":
                store.put_back(table, rows[table], key)
        for note in rows["notes"]:
            notes.index(store, note["id"], note["text"])
        for reply in rows["replies"]:
            if reply["hurdle"] == Hurdle.KEPT:
                notes.index(store, reply["id"], reply["text"])
        for proof in rows["quoted"]:
            complaints.words_again(store, proof["id"], proof["words"], proof["link"])
            retelling.note(store, proof["complaint"], now)
        searches = settings.get(store, settings.SAVED_SEARCHES)
        more = [list(one) for one in kept.searches if list(one) not in searches]
        if more:
            settings.put(store, settings.SAVED_SEARCHES, [*searches, *more])
        forgotten.undo(store, forgetting, now)
        history.tell(store, shop.by(now), forgetting, "forgotten_undone")
        settle(store, [row["id"] for row in rows["conversations"]], shop.clock)
    aside.drop(shop.folder, forgetting)
