"""Opening a practice shop, throwing it away to start its day again, going back to before a poor answer."""

from __future__ import annotations

import json
import shutil
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import Any, cast

from desktop import coach, counter, outbox, settings
from desktop.clock import Clock, from_text, to_text
from desktop.errors import DiskTrouble, Misuse, ShopError, StoreBroken
from desktop.practice import clock as clocks
from desktop.practice import lessons, seed, world
from desktop.practice.clock import PracticeClock
from desktop.practice.files import write_whole
from desktop.practice.scenario import Scenario, Story
from desktop.practice.world import World
from desktop.records import Channel, Kind, Limit, ReplyState
from desktop.shop import PRACTICE_FOLDER, Shop
from desktop.store import FILE_NAME, FolderLock, Store
from desktop.vault import SessionVault
from desktop.web import Web
from desktop.writing import Writing

_FILES = (FILE_NAME, f"{FILE_NAME}-wal", f"{FILE_NAME}-shm", world.FILE_NAME, clocks.FILE_NAME)
BEFORE = "before"  # the folder of moments that can be gone back to, one for each poor answer
_MOMENTS = 12
_FOUND_BY = {  # the coach's checks, and what they are to people
    "c-but": "defensive",
    "c-defend": "defensive",
    "c-sell": "selling",
    "c-canned": "canned",
    "c-canned-hi": "canned",
}


def open_practice(
    folder: Path, *, scenario: Scenario | None = None, clock: Clock | None = None, is_practice: bool = True
) -> Shop:
    """The practice shop of a folder, filled and ready. `clock` (with a `set`) is for tests."""
    told = scenario or seed.puddle_street()
    own = clock or PracticeClock.load(folder, told.now_at, told.zone)
    tick = own.keep if isinstance(own, PracticeClock) else lambda: None
    places = World.load(folder, told, own, tick)
    # The pretend places stand where another shop has the web: nothing here can reach a network.
    shop = Shop.open(folder, clock=own, vault=SessionVault(), web=lambda: cast(Web, places))
    try:
        is_new = not seed.is_filled(shop)
        seed.prepare(shop, is_practice=is_practice)
        if is_new and is_practice and isinstance(own, PracticeClock):
            own.pause()  # until somebody starts the day
            own.set(told.now_at)
        shop.is_practice = settings.get(
            shop.store, settings.IS_PRACTICE
        )  # it was read while the file was empty
    except BaseException:
        shop.close()
        raise
    places.coach, places.before_poor = partial(_coached, shop), partial(_keep_moment, shop)
    return shop


def _coached(
    shop: Shop, story: Story, text: str, earlier: tuple[tuple[str, str, str], ...], is_public: bool
) -> frozenset[str]:
    """What the coach says of an answer that has gone, as people take it."""
    scene = coach.Scene(
        Writing.typed(text),
        Channel.PUBLIC if is_public else Channel.PRIVATE,
        Kind.COMPLAINT,
        story.who,
        story.text,
        shop.place(f"practice.{story.place}"),
        Limit(len(text) + 1),
        len,
        shop.clock.now(),
        shop_name=shop.name,
        past=tuple(coach.PastReply(name, said, from_text(at)) for name, said, at in earlier),
    )
    reading = coach.read(scene)
    names_it = {"detail"} if "Names the problem" in reading.good else set()
    return frozenset(names_it | {_FOUND_BY[f.check] for f in reading.findings if f.check in _FOUND_BY})


def _keep_moment(shop: Shop, key: str, state: dict[str, Any]) -> None:
    """Keeps shop, places and time as they were before an answer. On a full disk there is no way back, no more."""
    moments = shop.folder / BEFORE
    own = shop.clock
    hands = {"moment": to_text(own.now()), "rate": own.rate, "paused": getattr(own, "is_paused", False)}
    with suppress(ShopError, OSError):
        shop.store.copy_to(moments / key / FILE_NAME)
        write_whole(moments / key / clocks.FILE_NAME, json.dumps(hands))
        write_whole(
            moments / key / world.FILE_NAME, json.dumps(state, ensure_ascii=False)
        )  # last: now it is whole
        kept = sorted(moments.iterdir(), key=lambda one: one.stat().st_mtime, reverse=True)
        for old in kept[_MOMENTS:]:
            shutil.rmtree(old, ignore_errors=True)


def can_rewind(folder: Path, key: str) -> bool:
    """Whether the moment before the answer with this key is kept."""
    return bool(key) and (folder / BEFORE / key / world.FILE_NAME).is_file()


def rewind(folder: Path, key: str) -> Shop:
    """See desktop.practice.rewind."""
    lock = FolderLock(folder)
    lock.take()
    try:
        _check_pretend(folder)
        if not can_rewind(folder, key):
            raise Misuse("That moment isn’t kept any more. The day goes on from here.")
        for name in _FILES:
            if name in (FILE_NAME, world.FILE_NAME, clocks.FILE_NAME):
                part = folder / f"{name}.part"
                shutil.copyfile(folder / BEFORE / key / name, part)
                part.replace(folder / name)
            else:
                (folder / name).unlink(missing_ok=True)
    except OSError as error:
        raise DiskTrouble(f"The practice folder can't be used: {error.strerror or error}.") from error
    finally:
        lock.release()
    shop = open_practice(folder)
    shop.found_unclean = False  # the copy was made while the shop was open: nothing broke
    _unsay(shop, key)
    return shop


def _unsay(shop: Shop, key: str) -> None:
    """The answer that was about to go is a draft again, word for word."""
    reply = outbox.by_id(shop.store, key)
    if reply is None:
        return
    if reply.state is ReplyState.UNSURE:
        counter.it_isnt_send_it(shop, key)
    counter.take_back(shop, key)


def start_again(folder: Path, *, for_somebody_new: bool = False) -> Shop:
    """See desktop.practice.start_again."""
    _make(folder)
    lock = FolderLock(folder)
    lock.take()
    try:
        _check_pretend(folder)
        for name in _FILES:
            (folder / name).unlink(missing_ok=True)
        shutil.rmtree(folder / BEFORE, ignore_errors=True)
        lessons.keep(
            folder, lessons.Place() if for_somebody_new else lessons.new_day(lessons.load(folder))
        )
    except OSError as error:
        raise DiskTrouble(f"The practice folder can't be used: {error.strerror or error}.") from error
    finally:
        lock.release()
    return open_practice(folder)


def _make(folder: Path) -> None:
    """Nobody may have practised here yet."""
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    except OSError as error:
        raise DiskTrouble(f"The practice folder can't be used: {error.strerror or error}.") from error


def _check_pretend(folder: Path) -> None:
    if not (folder / FILE_NAME).exists():
        return
    try:
        store = Store(folder / FILE_NAME, read_only=True)
    except StoreBroken:
        if folder.name == PRACTICE_FOLDER:  # damaged, and no real shop's: that lies in the folder around it
            return
        raise
    try:
        if not settings.get(store, settings.IS_PRACTICE):
            raise Misuse("That folder holds a real shop. It stays as it is.")
    finally:
        store.close()
