"""`check --repair`: all that a damaged shop file still gives is kept, and what it doesn't is said."""

from __future__ import annotations

import io
import random
import shutil
import sqlite3
from collections import Counter as Count
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from desktop import cli, complaints, conversations, counter, driver, keys, outbox, posts, repairing, sealing
from desktop.cli import Options
from desktop.clock import SetClock
from desktop.driver import Key
from desktop.errors import StoreBroken, StoreTooNew
from desktop.keys import Cost
from desktop.records import Kind, ReplyState
from desktop.salvage import Table
from desktop.shop import Shop
from desktop.store import FILE_NAME, Store
from desktop.vault import SessionVault
from desktop.writing import Writing
from tests.bench import old_shop, sound
from tests.bench.make_shop import make
from tests.fixtures_shop import open_counter
from ui.moments import translated

NOW = SetClock(datetime(2026, 3, 4, 12, 0, tzinfo=UTC))
COMPLAINT = "Charged twice and the tart was raw in the middle."


@pytest.fixture(scope="module")
def big(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A shop with thousands of messages on hundreds of pages, closed."""
    folder = tmp_path_factory.mktemp("big") / "shop"
    make(folder, 3000).close()
    return folder


@pytest.fixture
def folder(big: Path, tmp_path: Path) -> Path:
    shutil.copytree(big, tmp_path / "shop")
    return tmp_path / "shop"


def protected(folder: Path) -> Key:
    file, key = keys.begun()
    file = keys.with_password(file, key, "ines", "patient kettles by the harbour", NOW.now(), Cost(1, 8, 1))
    sealing.protect(folder, file, key)
    return key


def spoil(path: Path, pages: list[int], chance: random.Random, key: Key | None = None) -> None:
    """Overwrites pages of 4,096 bytes with anything, but for those that say what tables there are."""
    for page in pages:
        before = path.read_bytes()
        with path.open("r+b") as file:
            file.seek((page - 1) * 4096)
            file.write(chance.randbytes(4096))
        with closing(driver.connect(str(path), key)) as conn:
            try:
                conn.execute("select count(*) from sqlite_master").fetchone()
            except driver.errors():
                path.write_bytes(before)


def pages_of(path: Path, name: str, kind: str = "leaf") -> list[int]:
    """Where a table or an index of a plain file lies."""
    with closing(sqlite3.connect(path)) as conn:
        found = conn.execute("select pageno from dbstat where name = ? and pagetype = ?", (name, kind))
        return [row[0] for row in found]


@pytest.mark.parametrize("seed", [0, 3])
@pytest.mark.parametrize("is_protected", [False, True], ids=["plain", "protected"])
def test_wherever_a_file_is_damaged_what_is_read_was_there_and_what_is_lost_is_told(
    folder: Path, is_protected: bool, seed: int
) -> None:
    key, path, chance = protected(folder) if is_protected else None, folder / FILE_NAME, random.Random(seed)
    before, shape = old_shop.told(path, key)
    for page in chance.sample(range(2, path.stat().st_size // 4096), 3 + seed * 8):
        spoil(path, [page], chance, key)
    done = repairing.repair(folder, NOW, key)
    assert done.damage
    assert sound.of_the_file(path, key) == []
    after, _ = old_shop.told(path, key, shape)
    lost = {table: (Count(rows) - Count(after[table])).total() for table, rows in before.items()}
    for table in done.tables:
        if table.name == "cursors" and done.asks_again:
            continue
        new = (Count(after[table.name]) - Count(before[table.name])).total()
        put_back = {"conversations": done.begun_again, "events": done.begun_again}  # and how they stand, once told
        put_back["complaints"] = min(done.told_again, lost["events"])  # without its event, as it was opened
        assert new <= put_back.get(table.name, 0), f"nothing in {table.name} that wasn't there"
        assert table.lost in (None, lost[table.name]), table.name
    most = 60 * (3 + seed * 8)  # rows that stood on so many pages
    assert sum(lost[name] for name in ("posts", "conversations", "authors", "complaints")) <= most


@pytest.mark.parametrize("is_protected", [False, True], ids=["plain", "protected"])
def test_one_damaged_page_costs_what_was_on_it_and_no_more(tmp_path: Path, is_protected: bool) -> None:
    folder = tmp_path / "shop"
    make(folder, 150).close()
    key, path = protected(folder) if is_protected else None, folder / FILE_NAME
    with closing(driver.connect(str(path), key)) as conn:
        conn.execute("analyze")
        stat, posts_at = (
            conn.execute("select rootpage from sqlite_master where name = ?", (name,)).fetchone()[0]
            for name in ("sqlite_stat1", "posts")
        )
    before, shape = old_shop.told(path, key)
    whole, chance = path.read_bytes(), random.Random(7)
    for page in [stat, posts_at, *chance.sample(range(2, len(whole) // 4096), 8)]:
        path.write_bytes(whole[: (page - 1) * 4096] + chance.randbytes(4096) + whole[page * 4096 :])
        said: list[str] = []
        try:
            done = repairing.repair(folder, NOW, key, said.append)
        except StoreBroken:  # the page that says where the messages are: a copy is the better shop
            assert path.read_bytes() != whole and not list(folder.glob("repaired*"))
            assert page not in (stat, posts_at)
            continue
        assert not list(folder.glob("repaired*"))
        if not done.damage:  # nothing is on it any more
            continue
        assert (f"Pages that can't be read: 1 of {len(whole) // 4096}." in said) is is_protected
        after, _ = old_shop.told(path, key, shape)
        own = {table.name for table in done.tables} - {"cursors"}
        lost = {name for name in own if Count(before[name]) - Count(after[name])}
        assert lost == set() if page == stat else len(lost) <= 1, page
        assert lost <= {table.name for table in done.tables if not table.is_whole}, page


def test_where_only_indexes_are_damaged_nothing_is_lost(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = folder / FILE_NAME
    before, shape = old_shop.told(path)
    some = [pages_of(path, name)[0] for name in ("posts_remote", "posts_fts_data", "conversations_due")]
    spoil(path, some, random.Random(1))
    assert cli.main(["--folder", str(folder), "check", "--repair"], lambda _: 9) == 0
    said = capsys.readouterr().out
    assert "The shop file was damaged. It was written anew from what could be read." in said
    assert "Read and kept: 2,250 messages" in said or "Read and kept: 3,000 messages" in said
    assert "Nothing was lost." in said and "asks every place" not in said
    assert old_shop.told(path, None, shape)[0] == before
    assert sound.of_the_file(path, None) == []


def test_what_is_lost_is_said_in_words_of_the_shop(tmp_path: Path) -> None:
    lost = [Table("posts", 9, 48), Table("resting_phrases", 0, None), Table("wording_uses", 1, 2)]
    lost += [Table("proofs", 0, 1), Table("authors", 5, None), Table("unread_rows", 0, None), Table("notes", 3)]
    said = repairing.in_words(repairing.Repaired("malformed", tuple(lost)))
    assert (
        "Couldn't be read: 48 messages, 2 other entries, 1 proof of an ending, "
        "and nobody can say how many other entries, names of people who wrote."
    ) in said


def test_what_could_not_be_read_is_counted_and_the_damaged_file_is_kept(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = folder / FILE_NAME
    page = pages_of(path, "posts")[40]
    with closing(sqlite3.connect(path)) as conn:
        (number,) = conn.execute("select ncell from dbstat where name = 'posts' and pageno = ?", (page,)).fetchone()
    spoil(path, [page], random.Random(1))
    damaged, was = path.read_bytes(), (folder / "device.id").read_text()
    assert cli.main(["--folder", str(folder), "check", "--repair"], lambda _: 9) == 0
    said = capsys.readouterr().out
    assert f"Couldn't be read: {number} messages." in said
    assert "The next check asks every place for what it still has." in said
    (kept,) = folder.glob("replaced-*.db")
    assert str(kept) in said and kept.read_bytes() == damaged
    with closing(Shop.open(folder, vault=SessionVault())) as shop:
        assert shop.store.value("select count(*) from posts") == 3000 - number
    assert (folder / "device.id").read_text() != was
    assert not list(folder.glob("repaired*"))


def test_a_file_that_is_well_gets_its_search_index_anew_and_stays(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = folder / FILE_NAME
    with closing(sqlite3.connect(path)) as conn:
        conn.execute("insert into posts_fts(posts_fts) values('delete-all')")
        conn.execute("update tallies set n = n + 3")
        conn.commit()
    assert sound.of_the_file(path, None) != []
    assert cli.main(["--folder", str(folder), "check", "--repair"], lambda _: 9) == 0
    assert capsys.readouterr().out == "The shop file is well. Its search index and its counts were made anew.\n"
    assert sound.of_the_file(path, None) == []
    assert not list(folder.glob("replaced-*"))


def test_where_nothing_can_be_read_nothing_is_changed(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = folder / FILE_NAME
    with path.open("r+b") as file:
        file.write(b"not a shop" * 400)
    before = path.read_bytes()
    assert cli.main(["--folder", str(folder), "check", "--repair"], lambda _: 9) == 1
    said = "Nothing could be read out of the shop's file. Nothing was changed. Bring a copy back (restore); the"
    assert capsys.readouterr().err == said + " damaged file is kept then.\n"
    assert path.read_bytes() == before
    assert not list(folder.glob("replaced-*")) and not list(folder.glob("repaired*"))


def test_a_newer_file_a_foreign_one_and_none_are_left_alone(tmp_path: Path) -> None:
    with pytest.raises(StoreBroken, match="missing"):
        repairing.repair(tmp_path, NOW)
    with closing(sqlite3.connect(tmp_path / FILE_NAME)) as conn:
        conn.execute("create table recipes(name)")
        conn.commit()
    with pytest.raises(StoreBroken, match="isn't a Said & Done shop"):
        repairing.repair(tmp_path, NOW)
    (tmp_path / FILE_NAME).unlink()
    make(tmp_path / "newer", 10).close()
    with closing(sqlite3.connect(tmp_path / "newer" / FILE_NAME)) as conn:
        conn.execute("pragma user_version=99")
    with pytest.raises(StoreTooNew):
        repairing.repair(tmp_path / "newer", NOW)
    assert cli.main(["--folder", str(tmp_path / "none"), "check", "--repair"], lambda _: 9) == 2


def test_an_old_damaged_file_is_mended_and_brought_up_to_date(tmp_path: Path) -> None:
    folder = tmp_path / "old"
    old_shop.make_old(folder, 5, 1500, tmp_path)
    path = folder / FILE_NAME
    before, shape = old_shop.told(path)
    spoil(path, pages_of(path, "posts")[3:5], random.Random(1))
    repairing.repair(folder, NOW)
    after, _ = old_shop.told(path, None, shape)
    assert {name for name in before if Count(before[name]) - Count(after[name])} == {"posts"}
    assert sound.troubles(folder) == []


def test_what_the_places_still_have_and_history_still_tells_comes_back(tmp_path: Path) -> None:
    at = open_counter(tmp_path / "shop")
    complaint = at.hear(COMPLAINT)
    question = at.hear("Do you have rye bread on Sundays?", "Tom B.")
    at.answer(complaint, "Marta, both trays went in together. I will ring you today. Ines")
    stage = complaints.by_id(at.shop.store, complaint)
    waiting = counter.post(at.shop, question, Writing.typed("We do, from eight. Ines"))
    at.shop.close()
    path = tmp_path / "shop" / FILE_NAME
    lost = [*pages_of(path, "complaints"), *pages_of(path, "conversations")]
    spoil(path, lost, random.Random(1))
    done = repairing.repair(tmp_path / "shop", NOW)
    assert {table.name: table.lost for table in done.tables if not table.is_whole} == {
        "conversations": 2, "complaints": None
    }  # fmt: skip
    assert (done.begun_again, done.told_again, done.asks_again) == (2, 1, True)
    assert sound.troubles(tmp_path / "shop") == []
    again = open_counter(tmp_path / "shop", at.clock, at.world)
    again.collect()
    store = again.shop.store
    kinds = [one.kind for each in (complaint, question) if (one := conversations.by_id(store, each))]
    assert kinds == [Kind.COMPLAINT, Kind.OTHER]
    assert len(posts.thread(store, complaint)) == 2
    found = complaints.by_id(store, complaint)
    assert found and stage and found.stage is stage.stage
    reply = outbox.by_id(store, waiting.id)
    assert reply and reply.state is ReplyState.HELD, "a person looks before anything goes"
    again.shop.close()
    assert sound.of_the_file(path, None) == []


def test_the_command_asks_for_nothing_that_it_can_not_do(folder: Path) -> None:
    with pytest.raises(cli.Misuse):
        cli.repair(Options(folder, read_only=True), io.StringIO())
    with closing(Store(folder / FILE_NAME)) as store:
        assert store.health() == "ok"


def test_how_far_reading_has_come_is_said_meanwhile(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(repairing, "_SAYS_EVERY", 0.0)
    path, said = folder / FILE_NAME, list[str]()
    spoil(path, pages_of(path, "posts")[-1:], random.Random(1))
    done = repairing.repair(folder, NOW, say=said.append)
    read = {table.name: table.read for table in done.tables}
    messages = [line for line in said if line.startswith("Read so far: ") and line.endswith(" messages.")]
    assert messages[:2] == ["Read so far: 200 messages.", "Read so far: 400 messages."]
    assert len(messages) >= read["posts"] // 200
    assert said[0] == "The shop file is damaged. Reading what can still be read."
    assert said[-1] == "Making the search index and the counts anew."


@pytest.mark.usefixtures("german")
def test_what_a_repair_says_is_in_one_language() -> None:
    tables = (Table("posts", 1204, 3), Table("drafts", 1, 0), Table("replies", 1, None))
    said = repairing.in_words(repairing.Repaired("damage", tables, begun_again=1, told_again=2))
    shown = [translated(line) for line in said]
    assert said[1] == "Read and kept: 1,204 messages, 1 draft, 1 reply."
    assert shown[1] == "Gelesen und behalten: 1204 Nachrichten, 1 Entwurf, 1 Antwort."
    assert said[2] == "Couldn't be read: 3 messages, and nobody can say how many replies."
    assert shown[2].startswith("Nicht gelesen werden konnte: 3 Nachrichten, außerdem Antworten")
    assert not any(word in " ".join(shown) for word in ("conversation", "complaint", "read"))
