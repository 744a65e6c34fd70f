"""The shop file: made, refused, upgraded, copied; and nothing acknowledged is lost."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from desktop import backups, store
from desktop.changes import Changes
from desktop.errors import DiskTrouble, Misuse, ShopBusy, StoreBroken, StoreTooNew
from desktop.shop import Shop
from desktop.store import FolderLock, Store
from desktop.vault import SessionVault

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
    with pytest.raises(DiskTrouble), shop.store.writing():
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
