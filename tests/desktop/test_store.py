"""The shop file: made, refused, upgraded, copied; and nothing acknowledged is lost."""

from __future__ import annotations

import os
import shutil
import signal
import sqlite3
import subprocess
import sys
from collections import Counter
from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from desktop import backups, conversations, inbox, migrations, people, settings, store
from desktop.changes import Changes
from desktop.errors import DiskTrouble, Misuse, ReadOnly, ShopBusy, StoreBroken, StoreTooNew
from desktop.records import Group, Role
from desktop.shop import Shop
from desktop.store import FolderLock, Store
from desktop.vault import SessionVault
from tests import fixtures_shop

ROOT = Path(__file__).resolve().parents[2]
NOON = datetime(2026, 3, 4, 12, 0, tzinfo=UTC)


@pytest.fixture
def shop_file(tmp_path: Path) -> Path:
    path = tmp_path / store.FILE_NAME
    store.prepare(path)
    return path


def test_a_new_file_has_our_mark_and_its_schema(shop_file: Path) -> None:
    assert store.version_of(shop_file) == store.SCHEMA
    with closing(Store(shop_file)) as opened:
        assert opened.health() == "ok"


def test_preparing_twice_changes_nothing(shop_file: Path) -> None:
    before = shop_file.read_bytes()
    store.prepare(shop_file)
    assert shop_file.read_bytes() == before


def test_a_file_from_a_newer_program_is_refused(shop_file: Path) -> None:
    with closing(sqlite3.connect(shop_file)) as conn:
        conn.execute(f"pragma user_version={store.SCHEMA + 1}")
    with pytest.raises(StoreTooNew):
        Store(shop_file)
    with pytest.raises(StoreTooNew):
        store.prepare(shop_file)


def test_a_file_with_steps_we_do_not_know_is_refused(shop_file: Path) -> None:
    from desktop import migrations

    with closing(sqlite3.connect(shop_file)) as conn:
        conn.execute(
            "insert into _sqlite_migrations(migration_set, name, applied_at) values('said_and_done', 'later', '')"
        )
        conn.commit()
    with pytest.raises(StoreTooNew):
        migrations.upgrade(shop_file)


@pytest.mark.parametrize("content", [b"not a database at all" * 100, b"SQLite format 3\0" + b"\xff" * 4096])
def test_a_file_that_is_no_shop_is_refused_and_left_alone(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "shop.db"
    path.write_bytes(content)
    with pytest.raises(StoreBroken):
        store.prepare(path)
    assert path.read_bytes() == content


def test_somebody_elses_database_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "shop.db"
    with closing(sqlite3.connect(path)) as conn:
        conn.execute("create table theirs(x)")
        conn.commit()
    with pytest.raises(StoreBroken, match="isn't a Said & Done shop"):
        store.prepare(path)


def test_a_write_outside_a_transaction_is_a_bug(shop_file: Path) -> None:
    with closing(Store(shop_file)) as opened, pytest.raises(RuntimeError):
        opened.write("insert into settings(key, value) values('a', '1')")


_NAMES = "insert into authors(id, platform, remote_id, handle, name, url)"


def _author(number: int, name: str = "") -> tuple[str, ...]:
    return (f"a{number:04}", "p", str(number), f"h{number}", name, "")


def test_many_rows_go_in_together_and_the_table_is_told(shop_file: Path) -> None:
    changes, told = Changes(), []
    changes.listen(told.append)
    with closing(Store(shop_file, changes)) as opened:
        with opened.writing():
            opened.insert_many(_NAMES, [_author(n) for n in range(250)])  # more than fit in one step
            opened.insert_many(_NAMES, [])
        kept = [row[0] for row in opened.rows("select id from authors order by id")]
        assert kept == [f"a{n:04}" for n in range(250)]
    assert told == [frozenset({"authors"})]


def test_of_rows_that_were_there_only_what_the_end_says_is_changed(shop_file: Path) -> None:
    with closing(Store(shop_file)) as opened:
        with opened.writing():
            opened.insert_many(_NAMES, [_author(1, "Ada"), _author(2, "Bo")])
            opened.insert_many(
                _NAMES,
                [_author(2, "Bea"), _author(3, "Cy"), _author(3, "Cyd")],
                "on conflict(id) do update set name = excluded.name",
            )
        assert [row[0] for row in opened.rows("select name from authors order by id")] == ["Ada", "Bea", "Cyd"]
        with pytest.raises(sqlite3.IntegrityError), opened.writing():
            opened.insert_many(_NAMES, [_author(4, "Di"), _author(1, "Al")])
        assert opened.value("select count(*) from authors") == 3
        with pytest.raises(RuntimeError):
            opened.insert_many(_NAMES, [_author(5)])


def test_only_who_writes_many_rows_gets_much_memory_for_pages(shop_file: Path) -> None:
    with closing(Store(shop_file)) as opened:
        room = opened.value("pragma cache_size")
        assert -2048 <= room < 0  # below nought SQLite counts in KB: every thread that reads has its own
        for number in range(store._MANY):
            with opened.writing():
                opened.insert_many(_NAMES, [_author(number)])
        assert opened.value("pragma cache_size") == room
        with opened.writing():
            opened.insert_many(_NAMES, [_author(number) for number in range(1000, 1000 + store._MANY)])
        assert opened.value("pragma cache_size") < 2 * room
    with closing(Store(shop_file)) as opened, opened.writing():
        opened.write_many("update authors set name = ? where id = ?", ((f"n{n}", f"a{n:04}") for n in range(5)))
        assert opened.value("pragma cache_size") < 2 * room  # nobody knows how many there are to come
    with closing(Store(shop_file)) as opened, opened.writing():
        opened.write("insert into posts_fts(posts_fts) values('optimize')")
        assert opened.value("pragma cache_size") < 2 * room


def test_a_failed_transaction_leaves_no_trace_and_tells_nobody(shop_file: Path) -> None:
    heard: list[frozenset[str]] = []
    changes = Changes()
    changes.listen(heard.append)
    with closing(Store(shop_file, changes)) as opened:
        with pytest.raises(ZeroDivisionError), opened.writing():
            opened.write("insert into settings(key, value) values('a', '1')")
            raise ZeroDivisionError
        assert opened.value("select count(*) from settings") == 0
        assert heard == []
        with opened.writing(), opened.writing():
            opened.write("insert into settings(key, value) values('a', '1')")
        assert heard == [frozenset({"settings"})]


def test_events_can_not_be_changed_or_removed(shop_file: Path) -> None:
    with closing(Store(shop_file)) as opened:
        with opened.writing():
            opened.write(
                "insert into events(id, at, device, person, subject, kind, body) values('1', '', '', '', '', '', '{}')"
            )
        for sql in ("update events set kind = 'x'", "delete from events"):
            with pytest.raises(sqlite3.IntegrityError, match="append-only"), opened.writing():
                opened.write(sql)


def test_one_program_holds_a_folder_and_a_kill_lets_go_of_it(tmp_path: Path) -> None:
    code = (
        "import sys, time; from pathlib import Path; from desktop.store import FolderLock\n"
        "lock = FolderLock(Path(sys.argv[1])); lock.take(); print('held', flush=True); time.sleep(60)"
    )
    with subprocess.Popen(
        [sys.executable, "-c", code, tmp_path], stdout=subprocess.PIPE, cwd=ROOT, text=True
    ) as other:
        assert other.stdout and other.stdout.readline() == "held\n"
        with pytest.raises(ShopBusy):
            FolderLock(tmp_path).take()
        other.send_signal(signal.SIGKILL)
    mine = FolderLock(tmp_path)
    mine.take()
    mine.release()


WRITER = """
import sys
from pathlib import Path
from desktop.store import Store
opened = Store(Path(sys.argv[1]))
number = opened.value("select count(*) from settings")
while True:
    with opened.writing():
        opened.write("insert into settings(key, value) values(?, '1')", (str(number),))
        opened.write("insert into tallies(grp, is_public, n) values(?, 0, 1)", (number + 10,))
    number += 1
    print(number, flush=True)
"""


def test_a_kill_at_any_moment_loses_nothing_that_was_acknowledged(shop_file: Path) -> None:
    for round_ in range(12):
        with subprocess.Popen(
            [sys.executable, "-c", WRITER, shop_file], stdout=subprocess.PIPE, cwd=ROOT, text=True
        ) as writer:
            assert writer.stdout
            for _ in range(3 + 5 * round_):
                acknowledged = int(writer.stdout.readline())
            writer.kill()
            acknowledged = max([acknowledged, *(int(line) for line in writer.stdout.read().split("\n")[:-1])])
        with closing(Store(shop_file)) as opened:
            kept = opened.value("select count(*) from settings")
            assert kept >= acknowledged
            assert kept == opened.value("select count(*) from tallies"), "half a transaction"
            assert opened.health() == "ok"


def test_a_full_disk_is_said_plainly_and_the_rest_is_kept(shop_file: Path) -> None:
    with closing(Store(shop_file)) as opened:
        with opened.writing():
            opened.write("insert into settings(key, value) values('kept', '1')")
        opened._conn.execute(f"pragma max_page_count={opened.value('pragma page_count') + 2}")
        with pytest.raises(DiskTrouble, match="no room left"), opened.writing():
            for number in range(1000):
                opened.write(
                    "insert into settings(key, value) values(?, ?)", (str(number), '"' + "x" * 1000 + '"')
                )
        assert opened.value("select count(*) from settings") == 1
        opened._conn.execute("pragma max_page_count=1000000")
        with opened.writing():
            opened.write("insert into settings(key, value) values('again', '1')")


@pytest.mark.skipif(os.name == "nt", reason="folder permissions work otherwise on Windows")
def test_a_folder_that_can_not_be_written_is_said_plainly(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("here is a file, not a folder")
    with pytest.raises(DiskTrouble):
        Shop.open(tmp_path / "file" / "shop", vault=SessionVault())


def test_a_read_only_shop_reads_and_does_not_write(shop_file: Path) -> None:
    shop = Shop.open(shop_file.parent, read_only=True, vault=SessionVault())
    assert shop.name == ""
    with pytest.raises(ReadOnly), shop.store.writing():
        shop.store.write("insert into settings(key, value) values('a', '1')")
    shop.close()


def test_a_copy_is_made_daily_and_checked_and_can_be_brought_back(shop_file: Path) -> None:
    with closing(Store(shop_file)) as opened:
        with opened.writing():
            opened.write("insert into settings(key, value) values('then', '1')")
        made = backups.daily(opened, shop_file.parent, NOON)
        assert made and backups.daily(opened, shop_file.parent, NOON) is None
        with opened.writing():
            opened.write("insert into settings(key, value) values('later', '1')")
    (shop_file.parent / "device.id").write_text("this computer")
    restored = backups.restore(shop_file.parent, made, NOON)
    assert restored.replaced and not (shop_file.parent / "device.id").exists()
    with closing(Store(shop_file)) as opened, closing(Store(restored.replaced)) as old:
        assert opened.value("select group_concat(key) from settings") == "then"
        assert old.value("select count(*) from settings") == 2


def test_a_damaged_copy_is_not_brought_back(shop_file: Path) -> None:
    with closing(Store(shop_file)) as opened:
        made = backups.now(opened, shop_file.parent, NOON)
    damaged = bytearray(made.read_bytes())
    damaged[4096 * 3 : 4096 * 9] = b"\xaa" * 4096 * 6
    made.write_bytes(bytes(damaged))
    before = shop_file.read_bytes()
    with pytest.raises(StoreBroken):
        backups.restore(shop_file.parent, made, NOON)
    assert shop_file.read_bytes() == before


RESTORER = """
import os, sys
from datetime import datetime
from pathlib import Path
from desktop import backups

folder, left = Path(sys.argv[1]), int(sys.argv[2])

def dies(event, args):
    global left
    if event in ("os.rename", "os.link", "os.remove", "open") and str(folder) in str(args[0]):
        left -= 1
        if left < 0:
            os._exit(9)

sys.addaudithook(dies)
backups.restore(folder, folder / "backups" / "copy.db", datetime(2026, 3, 4, 12))
"""


def test_a_kill_at_any_moment_of_bringing_a_copy_back_leaves_one_shop_or_the_other(
    shop_file: Path, tmp_path: Path
) -> None:
    """The newest rows of the file before are in its journal only, as a crash leaves them."""
    before, seen = tmp_path / "before", set[str]()
    with closing(Store(shop_file)) as opened:
        with opened.writing():
            opened.write("insert into settings(key, value) values('then', '1')")
        backups.now(opened, tmp_path, NOON, tmp_path / "copy.db")
        with opened.writing():
            opened.write("insert into settings(key, value) values('later', '1')")
        (before / "backups").mkdir(parents=True)
        for name in ("shop.db", "shop.db-wal"):
            shutil.copy(tmp_path / name, before / name)
        shutil.copy(tmp_path / "copy.db", before / "backups" / "copy.db")
    (before / "device.id").write_text("old-computer")
    for step in range(100):
        folder = tmp_path / f"step-{step}"
        shutil.copytree(before, folder)
        run = subprocess.run([sys.executable, "-c", RESTORER, folder, str(step)], cwd=ROOT, check=False)
        shop = Shop.open(folder, vault=SessionVault())
        state = keys_in(shop.store)
        if state == "then":
            assert shop.device != "old-computer"
            (replaced,) = folder.glob("replaced-*.db")
            with closing(Store(replaced)) as old:
                assert keys_in(old) == "later then"
        shop.close()
        assert state in ("then", "later then")
        assert not list(folder.glob("restoring*"))
        seen.add(state)
        if run.returncode == 0:
            break
    assert run.returncode == 0 and step > 5
    assert seen == {"then", "later then"}


def keys_in(opened: Store) -> str:
    found = opened.rows("select key from settings where key in ('then', 'later') order by key")
    return " ".join(row["key"] for row in found)


def test_a_shop_file_that_went_missing_is_not_taken_for_a_new_shop(shop_file: Path) -> None:
    shop_file.replace(shop_file.with_name("replaced-2026-03-04-120000.db"))
    for left in (None, b""):
        if left is not None:
            shop_file.write_bytes(left)
        with pytest.raises(StoreBroken, match="missing"):
            Shop.open(shop_file.parent, vault=SessionVault())
        assert not shop_file.exists() or not shop_file.stat().st_size


def test_a_replaced_file_is_brought_back_with_what_its_journal_holds(tmp_path: Path, shop_file: Path) -> None:
    with closing(Store(shop_file)) as opened:
        with opened.writing():
            opened.write("insert into settings(key, value) values('later', '1')")
        for ending in ("", "-wal"):
            shutil.copy(f"{shop_file}{ending}", tmp_path / f"replaced-1.db{ending}")
    backups.restore(tmp_path, tmp_path / "replaced-1.db", NOON)
    with closing(Store(shop_file)) as opened:
        assert keys_in(opened) == "later"


@pytest.mark.skipif(os.name == "nt", reason="folder permissions work otherwise on Windows")
def test_where_a_copy_can_not_take_its_place_the_file_before_stays_in_use(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shop = Shop.open(tmp_path / "shop", vault=SessionVault())
    made = backups.now(shop.store, tmp_path, NOON)
    shop.found_with("Corner Shop", "Ines")
    shop.close()
    replace = os.replace

    def held(source: Path, target: Path) -> None:
        if Path(target).name == store.FILE_NAME:
            raise PermissionError(13, "in use")
        replace(source, target)

    monkeypatch.setattr(os, "replace", held)
    with pytest.raises(DiskTrouble, match="in use"):
        backups.restore(tmp_path / "shop", made, NOON)
    monkeypatch.undo()
    again = Shop.open(tmp_path / "shop", vault=SessionVault())
    assert again.name == "Corner Shop"
    again.close()
    assert not list((tmp_path / "shop").glob("re*.db*"))


def test_before_an_upgrade_the_file_is_copied_checked_and_nothing_half_stays(
    shop_file: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    from desktop import migrations

    with closing(Store(shop_file)) as opened, opened.writing():
        opened.write("insert into settings(key, value) values('then', '1')")
    copies = tmp_path / "backups"
    today = store.SCHEMA

    def learn(steps: int) -> None:
        for module in (store, migrations):
            monkeypatch.setattr(module, "SCHEMA", today + steps)

    learn(1)
    (copies / f"before-upgrade-from-{today}.db").mkdir(parents=True)  # in the way
    with pytest.raises(DiskTrouble):
        store.prepare(shop_file, backups=copies)
    assert store.version_of(shop_file) == today and len(list(copies.iterdir())) == 1
    (copies / f"before-upgrade-from-{today}.db").rmdir()
    store.prepare(shop_file, backups=copies)
    assert store.version_of(shop_file) == today + 1
    (copy,) = copies.iterdir()
    store.check_file(copy)
    assert store.version_of(copy) == today
    damage = bytearray(shop_file.read_bytes())
    damage[4096 * 3 : 4096 * 9] = b"\xaa" * 4096 * 6
    shop_file.write_bytes(bytes(damage))
    learn(2)
    with pytest.raises(StoreBroken):
        store.prepare(shop_file, backups=copies)
    assert list(copies.iterdir()) == [copy]


def test_a_copy_never_writes_over_a_file(shop_file: Path, tmp_path: Path) -> None:
    taken = tmp_path / "photo.jpg"
    taken.write_bytes(b"photo")
    with closing(Store(shop_file)) as opened, pytest.raises(Misuse):
        backups.now(opened, shop_file.parent, NOON, taken)
    assert taken.read_bytes() == b"photo"


def test_seven_days_four_weeks_and_twelve_months_of_copies_stay() -> None:
    today = date(2026, 12, 31)
    days = [today - timedelta(days=back) for back in range(800)]
    kept = backups.kept_days(days, today)
    assert set(days[:7]) <= kept
    assert len({day.isocalendar()[:2] for day in kept}) >= 4
    assert {(day.year, day.month) for day in kept} == {(2026, month) for month in range(1, 13)}
    assert 7 < len(kept) <= 7 + 4 + 12


def test_several_questions_about_one_moment_get_answers_that_fit(tmp_path: Path) -> None:
    path = tmp_path / "shop.db"
    migrations.upgrade(path)
    with closing(store.Store(path)) as ours, closing(store.Store(path)) as theirs:

        def names() -> list[str]:
            return [row["name"] for row in ours.rows("select name from people order by name")]

        def add(name: str) -> None:
            with theirs.writing():
                people.add(theirs, name, Role.HELPER, datetime(2025, 6, 14, tzinfo=UTC))

        with ours.reading():
            assert names() == []
            add("Tom")
            with ours.reading():
                assert names() == []
        assert names() == ["Tom"]
        with ours.writing(), ours.reading():
            assert names() == ["Tom"]


def test_what_is_gathered_is_written_once_with_the_commit_or_when_it_is_asked_for(shop_file: Path) -> None:
    written: list[dict[str, int]] = []

    def put(store: Store, sums: Counter[str]) -> None:
        written.append(dict(sums))
        store.write("insert into tallies(grp, is_public, n) values(9, 0, ?)", (sums["a"],))

    with closing(Store(shop_file)) as opened:
        with pytest.raises(RuntimeError):
            opened.gathering(put)
        with pytest.raises(ZeroDivisionError), opened.writing():
            opened.gathering(put)["a"] += 5
            opened.gathering(put)["a"] += 1 // 0
        with opened.writing(), opened.writing():
            opened.gathering(put)["a"] += 3
            opened.gathering(put)["a"] += 4
        assert written == [{"a": 7}] and opened.value("select n from tallies where grp = 9") == 7
        with opened.writing():
            pass
        assert len(written) == 1, "not again"


def test_the_inbox_number_holds_inside_the_act_that_changes_it(at_counter: fixtures_shop.Counter) -> None:
    at_counter.hear("The box was crushed.")
    one = at_counter.hear("The cake was squashed.", "Omar")
    store = at_counter.shop.store
    before = inbox.badge(store)
    with store.writing():
        assert conversations.place(store, one, Group.DONE, 0, 0)
        assert inbox.badge(store) == before - 1
        assert conversations.place(store, one, Group.NEEDS_ANSWER, 0, 0)
        assert not conversations.place(store, one, Group.NEEDS_ANSWER, 0, 0), "it stands there"
    assert inbox.badge(store) == before


def test_rows_that_no_program_wrote_are_told_as_damage_by_a_copy(shop_file: Path, tmp_path: Path) -> None:
    with closing(Store(shop_file)) as kept:
        settings.put(kept, settings.SHOP_NAME, "Corner Shop")
        root = kept.value("select rootpage from sqlite_master where name = 'settings'")
        kept.rows("pragma wal_checkpoint(truncate)")
    data = bytearray(shop_file.read_bytes())
    data[(root - 1) * 4096 + 100 : root * 4096] = bytes(3996)
    shop_file.write_bytes(data)
    with closing(Store(shop_file, read_only=True)) as hurt, pytest.raises(StoreBroken):
        hurt.copy_to(tmp_path / "copy.db")
    assert not list(tmp_path.glob("copy.db*"))
