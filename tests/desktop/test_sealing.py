"""A shop's folder under a password and out of it again: whole, or as it was, whenever the program is killed."""

from __future__ import annotations

import os
import shutil
import signal
import sqlite3
import sys
import warnings
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from desktop import backups, history, keys, pictures, posts, sealing
from desktop.clock import SetClock
from desktop.driver import Key
from desktop.errors import DiskTrouble, ShopBusy, ShopError, ShopLocked, StoreBroken
from desktop.keys import Cost, KeyFile
from desktop.shop import Shop
from desktop.store import CONVERTING, FILE_NAME, KEYS_NAME, FolderLock, Store, check_file
from desktop.vault import SessionVault
from tests.fixtures_shop import SATURDAY, open_counter

CANARY = "The raisin loaf tasted of tin, says Wilhelmina Quastenberg"
PASSWORD = "patient kettles by the harbour"
PICTURE = b"\x89PNG\r\n\x1a\n" + b"Wilhelmina's picture " * 20
CHEAP = Cost(1, 8, 1)

HALVES = (
    "restoring.db.part", "repaired.db.part-journal", "backups/shop-2025-06-14.db.part2",
    "backups/shop-2025-06-14.db.part2-wal", ".all.csv.part", "pictures/one.new",
)  # fmt: skip

Ways = tuple[KeyFile, Key]


def ways_in() -> Ways:
    file, key = keys.begun()
    return keys.with_password(file, key, "ines", PASSWORD, SATURDAY, CHEAP), key


def filled(folder: Path) -> None:
    """A shop with a message, copies of it, a file it replaced with its journal, a picture and a log."""
    at = open_counter(folder)
    conversation = at.hear(CANARY, who="Wilhelmina Quastenberg")
    at.answer(conversation, "We are sorry about the tin. Come by on Tuesday.")
    root = at.shop.store.value("select id from posts where text = ?", (CANARY,))
    pictures.keep(folder, root, PICTURE)
    backups.daily(at.shop.store, folder, SATURDAY)
    at.shop.close()
    backups.restore(folder, backups.folder_of(folder) / "shop-2025-06-14.db", SATURDAY)
    (folder / "said-and-done.log").write_text(f"ValueError: {CANARY}\n")
    for name in HALVES:  # what kills left
        (folder / name).write_bytes(CANARY.encode())
    (folder / "backups" / "before-upgrade-from-9.db").write_bytes(
        (folder / "backups" / "shop-2025-06-14.db").read_bytes()
    )


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("filled") / "shop"
    filled(folder)
    return folder


@pytest.fixture
def folder(sample: Path, tmp_path: Path) -> Path:
    return copied(sample, tmp_path / "shop")


def copied(source: Path, to: Path) -> Path:
    shutil.copytree(source, to)
    return to


def opened(folder: Path, key: Key | None) -> Shop:
    return Shop.open(folder, clock=SetClock(SATURDAY, SATURDAY.tzinfo), vault=SessionVault(), key=key)


def told(folder: Path, key: Key | None) -> dict[str, list[tuple[Any, ...]]]:
    """Everything every shop file in the folder holds, through the store."""
    found = {}
    for path in sorted([*folder.glob("*.db"), *(folder / "backups").glob("*.db")]):
        check_file(path, key)
        with closing(Store(path, read_only=True, key=key)) as store:
            listed = store.rows("select name from sqlite_master where type = 'table' order by 1")
            names = [row[0] for row in listed if "fts" not in row[0] and not row[0].startswith("sqlite_")]
            words = store.rows("select rowid from posts_fts where posts_fts match 'raisin'")
            found[str(path.relative_to(folder))] = [
                *((name, *map(tuple, store.rows(f"select * from {name}"))) for name in names),
                ("found", len(words)),
            ]
    return found


def everything(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def readable(folder: Path) -> list[str]:
    """The files in which a customer's name or words can be read."""
    clear = (b"raisin", b"Wilhelmina", b"Quastenberg", b"sorry about the tin", b"SQLite format 3", PICTURE[:8])
    return sorted(
        name
        for name, data in everything(folder).items()
        if any(word in data for word in clear) and name not in ("shop.lock", "corner.json")
    )


# ---- there and back ----------------------------------------------------------------------------------------


def test_a_protected_folder_says_nothing_and_holds_everything(folder: Path) -> None:
    before = told(folder, None)
    file, key = ways_in()
    sealing.protect(folder, file, key)
    assert readable(folder) == []
    assert told(folder, key) == before and len(before) >= 3
    with pytest.raises(ShopLocked):
        opened(folder, None)
    with closing(opened(folder, key)) as shop:
        assert shop.name == "Corner Shop"
        assert shop.store.value("select text from posts where text = ?", (CANARY,)) == CANARY
        assert pictures.Kept(pictures.all(folder)[0], key).read() == PICTURE
    assert readable(folder) == []


def test_halves_of_files_that_a_kill_left_are_gone_with_the_next_start(folder: Path) -> None:
    assert all((folder / name).exists() for name in HALVES)
    others = [folder / name for name in ("film.mp4.part", "shopping.db.part", "notes.new", "backups/mine.part")]
    for path in others:
        path.write_bytes(b"of another program")
    opened(folder, None).close()
    assert not [name for name in HALVES if (folder / name).exists()]
    assert all(path.exists() for path in others)


def test_a_folder_without_a_shop_keeps_what_looks_like_a_half(tmp_path: Path) -> None:
    path = tmp_path / ".film.mp4.part"
    path.write_bytes(b"of another program")
    opened(tmp_path, None).close()
    assert path.exists()


def test_it_is_plain_again_when_the_protection_is_taken_away(folder: Path) -> None:
    before, kept = told(folder, None), {p.name: p.stat().st_mtime for p in (folder / "backups").glob("*.db")}
    file, key = ways_in()
    sealing.protect(folder, file, key)
    sealing.open_for_good(folder, key)
    assert told(folder, None) == before
    assert not keys.is_protected(folder) and not list(folder.rglob("*.keys"))
    assert pictures.all(folder)[0].read_bytes() == PICTURE
    ages = {p.name: p.stat().st_mtime for p in (folder / "backups").glob("*.db")}
    assert ages == pytest.approx(kept, abs=0.01), "how old a copy is told by its file"
    opened(folder, None).close()


def test_another_key_makes_the_old_one_useless(folder: Path) -> None:
    before = told(folder, None)
    file, key = ways_in()
    sealing.protect(folder, file, key)
    other_file, other = ways_in()
    sealing.give_another_key(folder, key, other_file, other)
    assert told(folder, other) == before and readable(folder) == []
    with pytest.raises(StoreBroken):
        opened(folder, key)
    with pytest.raises(ValueError, match="another key"):
        key.unsealed(pictures.all(folder)[0].read_bytes(), pictures.all(folder)[0].name)


def test_what_is_written_under_the_password_stays_under_it(folder: Path) -> None:
    file, key = ways_in()
    sealing.protect(folder, file, key)
    with closing(opened(folder, key)) as shop:
        with shop.store.writing():
            history.tell(shop.store, shop.by(), "x", "note", {"text": CANARY + " again"})
        assert (folder / "shop.db-wal").stat().st_size > 0
        assert readable(folder) == [], "with the journal open"
        copy = backups.now(shop.store, folder, SATURDAY)
        assert backups.daily(shop.store, folder, SATURDAY.replace(day=15))
        outside = backups.now(shop.store, folder, SATURDAY, folder.parent)
        picture = pictures.keep(folder, "later", PICTURE, key)
        assert readable(folder) == [] and pictures.Kept(picture, key).read() == PICTURE
    check_file(copy, key)
    check_file(outside, key)
    assert keys.read(backups.keys_beside(outside)) == file


def test_an_older_file_is_brought_up_under_its_password(tmp_path: Path) -> None:
    """The steps of the schema run in a protected file as in a plain one, and the copy made before is one too."""
    from sqlite_utils import Database

    from desktop import driver, migrations

    file, key = ways_in()
    shapes = []
    for name, own in (("plain", None), ("protected", key)):
        folder = tmp_path / name
        folder.mkdir()
        if own:
            keys.put(folder, file)
        with closing(driver.connect(str(folder / FILE_NAME), own)) as conn:
            migrations.steps.apply(Database(conn, execute_plugins=False), stop_before="pins")
            conn.execute(f"pragma application_id={migrations.APPLICATION_ID}")
            conn.execute("pragma user_version=5")
            conn.commit()
        with closing(opened(folder, own)) as shop:
            found = shop.store.rows("select type, name, sql from sqlite_master order by 1, 2")
            shapes.append([tuple(row) for row in found])
        check = driver.connect(str(folder / "backups" / "before-upgrade-from-5.db"), own)
        assert check.execute("pragma user_version").fetchone()[0] == 5
        check.close()
    assert shapes[0] == shapes[1]


# ---- when something is in the way ----------------------------------------------------------------------------


def test_a_damaged_copy_stops_it_before_anything_has_changed(folder: Path) -> None:
    bad = folder / "backups" / "shop-2025-06-01.db"
    whole = bytearray((folder / "backups" / "shop-2025-06-14.db").read_bytes())
    whole[8192:16384] = b"\0" * 8192
    bad.write_bytes(whole)
    before = everything(folder)
    file, key = ways_in()
    with pytest.raises(StoreBroken, match=r"shop-2025-06-01\.db") as said:
        sealing.protect(folder, file, key)
    assert "Nothing was changed" in said.value.advice
    after = everything(folder)
    assert after == {name: data for name, data in before.items() if name not in HALVES}
    opened(folder, None).close()


def test_a_disk_without_room_stops_it_before_anything_has_changed(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sealing.shutil, "disk_usage", lambda _: type("Usage", (), {"free": 1_000_000})())
    file, key = ways_in()
    with pytest.raises(DiskTrouble, match="too little room"):
        sealing.protect(folder, file, key)
    assert not keys.is_protected(folder) and not list(folder.rglob("*.converted*"))


def test_whatever_page_was_changed_it_is_noticed_and_told_as_damage(folder: Path) -> None:
    file, key = ways_in()
    sealing.protect(folder, file, key)
    path = folder / FILE_NAME
    whole = path.read_bytes()
    for page in range(len(whole) // 4096):
        data = bytearray(whole)
        data[page * 4096 + 100] ^= 1
        path.write_bytes(data)
        with pytest.raises(StoreBroken), closing(Store(path, read_only=True, key=key)) as store:
            for table in ("posts", "conversations", "events", "people", "settings"):
                store.rows(f"select * from {table}")
            if store.health() != "ok":
                raise StoreBroken("found by looking at every page")


@pytest.mark.parametrize("lost", ["shop.keys", "backups/shop.keys"])
def test_a_lost_key_file_is_there_again_after_the_next_start(lost: str, folder: Path) -> None:
    file, key = ways_in()
    sealing.protect(folder, file, key)
    for data in (None, b"damaged", keys.as_bytes(ways_in()[0]) if lost.startswith("backups") else b"{}"):
        (folder / lost).unlink()
        if data is not None:
            (folder / lost).write_bytes(data)
        with pytest.raises(ShopLocked):
            opened(folder, None)
        opened(folder, key).close()
        assert keys.read(folder / lost) == file


def test_who_only_reads_waits_for_a_half_done_folder(folder: Path) -> None:
    (folder / CONVERTING).write_text('{"files": "protected"}')
    with pytest.raises(ShopBusy, match="being rewritten"):
        Shop.open(folder, read_only=True, vault=SessionVault())


def test_another_sqlite_in_its_place_protects_nothing(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the key would be taken without a word by an SQLite that knows no keys."""
    from desktop import driver

    monkeypatch.setattr(driver, "_libraries", [sqlite3, sqlite3])
    file, key = ways_in()
    with pytest.raises(ShopError):
        sealing.protect(folder, file, key)
    monkeypatch.undo()
    assert not keys.is_protected(folder) and not list(folder.rglob("*.converted*"))
    opened(folder, None).close()


def test_a_flipped_bit_in_a_protected_file_is_told_as_damage(folder: Path) -> None:
    file, key = ways_in()
    sealing.protect(folder, file, key)
    path = folder / FILE_NAME
    data = bytearray(path.read_bytes())
    data[5000] ^= 1
    path.write_bytes(data)
    with pytest.raises(StoreBroken):
        check_file(path, key)
    assert backups.newest_good(folder, SATURDAY.date(), key) == folder / "backups" / "shop-2025-06-14.db"


# ---- bringing copies back ------------------------------------------------------------------------------------


def test_a_copy_comes_back_under_the_shops_own_key_wherever_it_is_from(folder: Path, tmp_path: Path) -> None:
    plain = tmp_path / "on-a-stick.db"
    plain.write_bytes((folder / "backups" / "shop-2025-06-14.db").read_bytes())
    file, key = ways_in()
    sealing.protect(folder, file, key)
    own = folder / "backups" / "shop-2025-06-14.db"
    other = copied(folder, tmp_path / "other")
    _, other_key = ways = ways_in()
    sealing.give_another_key(other, key, *ways)
    for source, source_key in ((own, key), (plain, None), (other / "backups" / own.name, other_key)):
        done = backups.restore(folder, source, SATURDAY, key, source_key)
        assert done.replaced and done.replaced.exists()
        assert readable(folder) == []
        with closing(opened(folder, key)) as shop:
            assert shop.store.value("select count(*) from posts where text = ?", (CANARY,)) == 1


# ---- killed anywhere -----------------------------------------------------------------------------------------


def killed_at(number: int, work: Callable[[], None]) -> bool:
    """Runs `work` in a process of its own that is killed before its `number`th touch of the disk: whether it was."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # Python 3.12 warns where a library has threads
        child = os.fork()
    if not child:
        count = 0

        def touched(event: str, args: tuple[Any, ...]) -> None:
            nonlocal count
            if event in ("os.rename", "os.remove", "os.utime", "os.mkdir") or (
                event == "open" and "shop" in str(args[0]) and args[2] & (os.O_WRONLY | os.O_RDWR)
            ):
                count += 1
                if count == number:
                    os.kill(os.getpid(), signal.SIGKILL)

        sys.addaudithook(touched)
        try:
            work()
        except BaseException:  # noqa: BLE001 - told by the exit code
            os._exit(3)
        os._exit(0)
    status = os.waitpid(child, 0)[1]
    assert os.WIFSIGNALED(status) or os.WEXITSTATUS(status) == 0
    return os.WIFSIGNALED(status)


def each_kill(sample: Path, tmp_path: Path, work: Callable[[Path], None]) -> Iterator[Path]:
    """A folder for each moment at which the work can be killed."""
    number, go_on = 0, True
    while go_on:
        number += 1
        there = copied(sample, tmp_path / f"killed-{number}")
        go_on = killed_at(number, lambda there=there: work(there))  # type: ignore[misc]
        if go_on:
            yield there
    assert number > 20


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs a process that begins as this one")
@pytest.mark.parametrize("turn", ["protect", "open_for_good", "give_another_key"])
def test_killed_at_any_step_the_shop_opens_and_nothing_is_lost(turn: str, sample: Path, tmp_path: Path) -> None:
    before = told(sample, None)
    file, key = ways_in()
    other_file, other = ways_in()
    if turn != "protect":
        sample = copied(sample, tmp_path / "protected")
        sealing.protect(sample, file, key)
    work: dict[str, Callable[[Path], None]] = {
        "protect": lambda there: sealing.protect(there, file, key),
        "open_for_good": lambda there: sealing.open_for_good(there, key),
        "give_another_key": lambda there: sealing.give_another_key(there, key, other_file, other),
    }
    ends = set()
    for there in each_kill(sample, tmp_path, work[turn]):
        own = None
        try:
            opened(there, None).close()
        except ShopLocked:
            way = keys.open_with(keys.of(there), PASSWORD)
            assert way
            own = way.key
            with closing(opened(there, own)) as shop:
                assert posts.by_id(shop.store, pictures.all(there)[0].stem)
        ends.add("plain" if own is None else "old" if own == key else "new")
        now = told(there, own)
        assert {name: now[name] for name in before if name != FILE_NAME} == {
            name: before[name] for name in before if name != FILE_NAME
        }
        assert pictures.Kept(pictures.all(there)[0], own).read() == PICTURE
        assert not list(there.rglob("*.converted*")) and not (there / CONVERTING).exists()
        if own is not None:
            assert readable(there) == []
    assert len(ends) == 2, "some kills come before the point of no return, some after it"


def test_a_folder_that_is_held_is_free_again_after_it_was_locked(folder: Path) -> None:
    file, key = ways_in()
    sealing.protect(folder, file, key)
    with pytest.raises(ShopLocked):
        opened(folder, None)
    lock = FolderLock(folder)
    lock.take()
    lock.release()
    assert (folder / KEYS_NAME).exists()
