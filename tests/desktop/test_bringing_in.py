"""History comes in from a file whole, once, in order, without flooding anybody, and goes out again whole."""

from __future__ import annotations

import subprocess
import sys
import threading
import zipfile
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

import desktop.store
from desktop import (
    accounts,
    bringing_in,
    collect,
    complaints,
    conversations,
    corrections,
    counter,
    inbox,
    notes,
    past,
    posts,
    retelling,
    searching,
)
from desktop.errors import GivenUp, Misuse, Unreadable
from desktop.imports import marks
from desktop.imports.marks import Import
from desktop.imports.table import Table
from desktop.records import Account, Author, Batch, Group, RemotePost, Source, Stage
from desktop.shop import Shop
from desktop.vault import SessionVault
from tests import archives
from tests.archives import START, reply_to, review, tweet
from tests.fixtures_shop import Counter, open_counter, posts_with

RECENT = datetime(2025, 6, 10, 12, 0, tzinfo=UTC)  # the shop's clock says 14 June 2025


@pytest.fixture
def at(tmp_path: Path) -> Iterator[Counter]:
    here = open_counter(tmp_path / "shop")
    yield here
    here.shop.close()


def bring(shop: Shop, path: Path, **more: object) -> Import:
    archive = bringing_in.opened(shop, path)
    if isinstance(archive, Table) and more:
        archive.columns = archive.columns._replace(**more)
    return bringing_in.bring_in(shop, archive, archive.mine[0], path.name)


def found(shop: Shop, words: str) -> list[past.Past]:
    rids = searching.find(shop.store, searching.parse(words), searching.Asking(shop.clock, shop.me.id)).rids
    return past.page(shop.store, rids)


def everything(shop: Shop) -> dict[str, object]:
    """What an import may change, to hold against itself after it was taken out."""
    counted = ("posts", "conversations", "authors", "imported", "unread_rows", "post_versions", "looks", "spool")
    counts = {name: shop.store.value(f"select count(*) from {name}") for name in counted}
    tallies = {tuple(row[:2]): row[2] for row in shop.store.rows("select * from tallies where n <> 0")}
    index = shop.store.value("select count(*) from posts_fts where posts_fts match 'boxes OR crushed OR scones'")
    board = shop.store.value("select count(*) from complaints where withdrawn_at is null")
    return {**counts, "tallies": tallies, "index": index, "board": board}


def is_sound(shop: Shop) -> None:
    assert retelling.differing(shop.store) == []
    assert corrections.differing(shop.store) == []
    assert shop.store.health() == "ok"
    with shop.store.writing():
        shop.store.write("insert into posts_fts(posts_fts) values('integrity-check')")


# ---- X -------------------------------------------------------------------------------------------------


def of_x(path: Path, *more: object) -> Path:
    to = reply_to(10, "7", "marta", "Marta K")
    answer = tweet(20, "@marta Sorry &amp; thanks, the boxes are new now", START, **to)
    later = START + timedelta(minutes=5)
    onward = tweet(21, "@cornershop And a voucher waits", later, **reply_to(20, archives.X_ME, "cornershop", "Us"))
    own = tweet(22, "Easter eggs are in!", START + timedelta(days=2))
    shared = tweet(23, "RT @sol: best bread", START)
    return archives.x_archive(path, [onward, own, shared, answer, *more], parts=2)


def test_an_archive_of_x_shows_what_is_in_it_before_anything_is_stored(at: Counter, tmp_path: Path) -> None:
    archive = bringing_in.opened(at.shop, of_x(tmp_path / "x.zip"))
    seen = bringing_in.look(at.shop, archive, archive.mine[0])
    assert [one.handle for one in archive.mine] == ["@cornershop"]
    assert (seen.total, seen.ours, seen.theirs, seen.shares, seen.known, seen.broken) == (3, 3, 0, 1, 0, 0)
    assert (seen.first_at, seen.last_at) == (START, START + timedelta(days=2))
    assert "Easter eggs are in!" in [post.text for post in seen.samples]
    assert marks.all(at.shop.store) == () and posts_with(at.shop.store, "Easter eggs") == []


def test_what_we_answered_on_x_is_found_with_whom_we_answered(at: Counter, tmp_path: Path) -> None:
    done = bring(at.shop, of_x(tmp_path / "x.zip"))
    assert (done.added, done.known, done.broken, done.state) == (3, 0, 0, marks.ADDED)
    [row] = found(at.shop, "boxes")
    assert (row.author_name, row.outcome) == ("Marta K", past.Outcome.ANSWERED)
    thread = posts.thread(at.shop.store, row.id)
    assert [post.text for post in thread] == ["Sorry & thanks, the boxes are new now", "And a voucher waits"]
    assert all(post.shown_at == post.posted_at for post in thread)  # it stood there when the export was made
    assert inbox.badge(at.shop.store) == 0  # nobody waits
    assert all(one.platform != "x" for one in accounts.all(at.shop.store))  # nothing to fetch from without signing in
    is_sound(at.shop)


def test_bringing_in_twice_makes_no_doubles(at: Counter, tmp_path: Path) -> None:
    bring(at.shop, of_x(tmp_path / "x.zip"))
    before = at.shop.store.value("select count(*) from posts")
    again = bring(at.shop, of_x(tmp_path / "again.zip", tweet(30, "One more", START)))
    assert (again.added, again.known) == (1, 3)
    assert at.shop.store.value("select count(*) from posts") == before + 1


def signed_in(at: Counter) -> Account:
    one = accounts.account_id("x", "", archives.X_ME)
    account = Account(one, "x", "@cornershop", "Corner Shop", remote_id=archives.X_ME)
    with at.shop.store.writing():
        accounts.add(at.shop.store, account, at.clock.now())
    return account


def test_the_account_connected_later_finds_its_answer_and_makes_no_double(at: Counter, tmp_path: Path) -> None:
    done = bring(at.shop, of_x(tmp_path / "x.zip"))
    account, marta = signed_in(at), Author("x", "7", "@marta", "Marta K", key="7")
    asked = RemotePost("10", marta, "My box was crushed!", START - timedelta(hours=1), source=Source.MENTION)
    us = Author("x", archives.X_ME, "@cornershop", "Corner Shop", key=archives.X_ME)
    text = "Sorry & thanks, the boxes are new now"
    ours = RemotePost("20", us, text, START, parent_remote_id="10", source=Source.COMMENT, is_ours=True)
    ours = ours._replace(url="https://x.com/cornershop/status/20")
    collect.take(at.shop, account, Batch((asked, ours)))
    [row] = found(at.shop, "boxes")
    thread = posts.thread(at.shop.store, row.id)
    assert [post.remote_id for post in thread] == ["10", "20", "21"]
    one = conversations.by_id(at.shop.store, row.id)
    assert one is not None and one.waiting_since is None  # it is answered
    assert bringing_in.undo(at.shop, done.id) == 0
    left = posts.thread(at.shop.store, row.id)
    assert [post.remote_id for post in left] == ["10", "20"]  # what X itself has told of stays
    is_sound(at.shop)


def test_rows_of_x_that_cannot_be_read_are_listed(at: Counter, tmp_path: Path) -> None:
    no_time = {"tweet": {"id_str": "40", "full_text": "When was this?", "created_at": "yesterday"}}
    far = tweet(41, "From the future", datetime(2031, 1, 1, tzinfo=UTC))
    done = bring(at.shop, of_x(tmp_path / "x.zip", no_time, "nonsense", {"tweet": {}}, far))
    rows = marks.unread_rows(at.shop.store, done.id)
    assert (done.added, done.broken, len(rows)) == (3, 4, 4)
    assert {row.words for row in rows} >= {"When was this?", "nonsense", "From the future"}
    assert all(row.where and row.why for row in rows)


def test_a_list_that_breaks_off_says_so_and_gives_what_came_before(at: Counter, tmp_path: Path) -> None:
    path = of_x(tmp_path / "x.zip")
    with zipfile.ZipFile(path) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    files["data/tweets-part1.js"] = files["data/tweets-part1.js"][:-40]
    done = bring(at.shop, archives.packed(tmp_path / "cut.zip", files))
    assert (done.added, done.broken) == (2, 1)
    assert "from here on" in marks.unread_rows(at.shop.store, done.id)[0].why


def test_an_unpacked_folder_is_read_like_its_archive(at: Counter, tmp_path: Path) -> None:
    with zipfile.ZipFile(of_x(tmp_path / "x.zip")) as archive:
        archive.extractall(tmp_path / "unpacked")
    assert bring(at.shop, tmp_path / "unpacked").added == 3


# ---- Takeout -------------------------------------------------------------------------------------------


def of_google(path: Path, *more: dict[str, object]) -> Path:
    crushed = review(1, "The box was crushed. Rude, cold, awful.", START, "ONE", "Sorry, Sol. New boxes now.")
    lovely = review(2, "Lovely scones", START + timedelta(days=1), "FIVE")
    return archives.takeout(path, [crushed, lovely, *more])


def test_reviews_of_takeout_come_with_our_replies_and_old_ones_wait_for_nobody(at: Counter, tmp_path: Path) -> None:
    done = bring(at.shop, of_google(tmp_path / "takeout.zip"))
    assert (done.added, done.broken) == (3, 0)
    [row] = found(at.shop, "crushed")
    assert [post.is_ours for post in posts.thread(at.shop.store, row.id)] == [False, True]
    one = conversations.by_id(at.shop.store, row.id)
    assert one is not None and (one.group, one.stars, one.source) == (Group.DONE, 1, Source.REVIEW)
    complaint = complaints.by_id(at.shop.store, row.id)
    assert complaint is not None
    assert (complaint.stage, complaint.standing_note) == (Stage.STANDING, bringing_in.STANDS)
    assert inbox.badge(at.shop.store) == 0
    is_sound(at.shop)


def test_a_new_complaint_from_a_file_stands_in_the_inbox_and_on_the_board(at: Counter, tmp_path: Path) -> None:
    fresh = review(3, "Raw dough in the middle, and nobody cared. Never again!", RECENT, "ONE")
    told = review(4, "Waited an hour for a cold pie. Awful.", RECENT, "ONE", "Sorry, that was our fault.")
    bring(at.shop, of_google(tmp_path / "takeout.zip", fresh, told))
    [waits], [answered] = found(at.shop, "dough"), found(at.shop, "pie")
    one = conversations.by_id(at.shop.store, waits.id)
    assert one is not None and one.group is Group.NEEDS_ANSWER and inbox.badge(at.shop.store) == 1
    stages = [complaints.by_id(at.shop.store, each.id) for each in (waits, answered)]
    assert [each and each.stage for each in stages] == [Stage.NO_ANSWER, Stage.ANSWERED]
    is_sound(at.shop)


def test_a_review_that_says_too_little_is_listed(at: Counter, tmp_path: Path) -> None:
    nameless = review(5, "Nobody knows where", START)
    del nameless["name"]
    done = bring(at.shop, of_google(tmp_path / "t.zip", nameless, review(6, "No day", START, createTime="soon")))
    rows = marks.unread_rows(at.shop.store, done.id)
    assert [row.words for row in rows] == ["Nobody knows where", "No day"]


# ---- undo and cancel -----------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", ["x", "google", "table"])
def test_undo_leaves_the_shop_as_it_was_and_it_can_come_in_again(kind: str, at: Counter, tmp_path: Path) -> None:
    at.hear("The boxes are crushed, as always. Awful!")
    before = everything(at.shop)
    make = {"x": of_x, "google": of_google, "table": lambda path: archives.table(path.with_suffix(".csv"), 30)}
    path = make[kind](tmp_path / "x.zip")
    done = bring(at.shop, path)
    assert everything(at.shop) != before
    assert bringing_in.undo(at.shop, done.id) == 0
    after = everything(at.shop)
    assert after | {"unread_rows": 0} == before | {"unread_rows": 0}
    is_sound(at.shop)
    again = bring(at.shop, path)
    assert (again.added, again.known) == (done.added, 0)
    is_sound(at.shop)


def test_undo_keeps_what_somebody_worked_on_and_says_how_much(at: Counter, tmp_path: Path) -> None:
    done = bring(at.shop, of_google(tmp_path / "takeout.zip"))
    [row] = found(at.shop, "scones")
    counter.add_note(at.shop, row.id, "Sol is the baker's aunt")
    assert bringing_in.undo(at.shop, done.id) == 1
    assert [one.id for one in found(at.shop, "scones")] == [row.id] and found(at.shop, "crushed") == []
    with pytest.raises(Misuse):
        bringing_in.undo(at.shop, done.id)
    is_sound(at.shop)


def test_after_thirty_days_an_import_stays(at: Counter, tmp_path: Path) -> None:
    done = bring(at.shop, of_google(tmp_path / "takeout.zip"))
    at.clock.forward(days=30, seconds=1)
    with pytest.raises(Misuse, match="any more"):
        bringing_in.undo(at.shop, done.id)
    assert found(at.shop, "scones")


@pytest.mark.parametrize("press", [1, 4, 9, 12, 17])  # while it is read, and while it is stored
def test_cancelling_keeps_nothing_of_it(press: int, at: Counter, tmp_path: Path) -> None:
    before = everything(at.shop), at.shop.store.value("select count(*) from events")
    archive = bringing_in.opened(at.shop, archives.table(tmp_path / "t.csv", 700))
    heard: list[int] = []
    with pytest.raises(GivenUp):
        bringing_in.bring_in(
            at.shop, archive, archive.mine[0], "t.csv", progress=heard.append, cancelled=lambda: len(heard) >= press
        )
    assert len(heard) == press and heard == sorted(heard)
    assert (everything(at.shop), at.shop.store.value("select count(*) from events")) == before
    assert marks.all(at.shop.store) == () and not at.shop.store.value("select count(*) from spool")
    assert accounts.by_id(at.shop.store, accounts.account_id("by_hand", "", "")) is None
    is_sound(at.shop)


def test_cancelling_when_the_last_post_is_stored_keeps_nothing_either(at: Counter, tmp_path: Path) -> None:
    archive = bringing_in.opened(at.shop, archives.table(tmp_path / "t.csv", 300))
    before, heard = everything(at.shop), list[int]()
    total = bringing_in.look(at.shop, archive, archive.mine[0]).total
    with pytest.raises(GivenUp):
        bringing_in.bring_in(
            at.shop, archive, archive.mine[0], "t.csv", progress=heard.append, cancelled=lambda: heard[-1:] == [total]
        )
    assert heard[-1] == total and everything(at.shop) == before and marks.all(at.shop.store) == ()
    is_sound(at.shop)


def test_nobody_waits_for_the_journal_to_be_moved_into_the_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(desktop.store, "_WAL_PAGES", 1)  # after each commit, were it not kept
    at = open_counter(tmp_path / "shop")
    file, path = at.shop.folder / "shop.db", archives.table(tmp_path / "t.csv", 300)
    archive = bringing_in.opened(at.shop, path)
    at.shop.store.move_journal()
    before = file.stat().st_size
    bringing_in.bring_in(at.shop, archive, archive.mine[0], "t.csv")
    assert file.stat().st_size == before
    at.shop.store.move_journal()
    assert file.stat().st_size > before
    after = file.stat().st_size
    with at.shop.store.writing():
        at.shop.store.insert_many(
            "insert into unread_rows(import, n, place, why, words)", [("none", n, "", "", "x" * 500) for n in range(99)]
        )
    assert file.stat().st_size > after, "from then on it is moved as ever"
    at.shop.close()


def test_somebody_who_writes_meanwhile_goes_first_and_cancelling_still_keeps_nothing(
    at: Counter, tmp_path: Path
) -> None:
    kept, before = at.hear("Where are my scones?"), everything(at.shop)
    archive = bringing_in.opened(at.shop, archives.table(tmp_path / "t.csv", 700))
    heard: list[int] = []
    other = threading.Thread(target=lambda: counter.add_note(at.shop, kept, "They are in the oven"))

    def progress(come: int) -> None:
        heard.append(come)
        if len(heard) == 13:  # it is being stored
            other.start()
            while other.is_alive() and not at.shop.store.changes.is_anybody_waiting:
                other.join(0.001)
        if len(heard) > 13:
            assert [note.text for note in notes.of(at.shop.store, kept)] == ["They are in the oven"]

    with pytest.raises(GivenUp):
        bringing_in.bring_in(
            at.shop, archive, archive.mine[0], "t.csv", progress=progress, cancelled=lambda: len(heard) >= 15
        )
    other.join()
    assert everything(at.shop) == before and marks.all(at.shop.store) == ()
    is_sound(at.shop)


def test_what_is_stored_in_one_go_is_the_same_as_in_several(at: Counter, tmp_path: Path) -> None:
    path, seen = archives.table(tmp_path / "t.csv", 450), list[object]()
    archive = bringing_in.opened(at.shop, path)
    for is_wanted in (False, True):
        if is_wanted:
            at.shop.store.changes.wants_to_write()
        done = bringing_in.bring_in(at.shop, archive, archive.mine[0], "t.csv")
        seen.append((done.added, done.known, done.first_at, done.last_at, everything(at.shop)))
        bringing_in.undo(at.shop, done.id)
    at.shop.store.changes.has_its_turn()
    assert seen[0] == seen[1]


def test_an_import_that_the_end_of_the_program_cut_short_can_be_undone(at: Counter, tmp_path: Path) -> None:
    done = bring(at.shop, of_google(tmp_path / "takeout.zip"))
    with at.shop.store.writing():
        marks.set_state(at.shop.store, done.id, marks.ADDING, at.clock.now())
    [one] = marks.all(at.shop.store)
    assert one.can_be_undone(at.clock.now())
    bringing_in.undo(at.shop, one.id)
    assert found(at.shop, "scones") == []


def test_what_the_end_of_the_program_cut_short_goes_out_when_the_shop_opens_again(at: Counter, tmp_path: Path) -> None:
    """Killed while it was being stored, in between two turns of somebody else's: part of it is in the shop."""
    before = everything(at.shop)
    at.shop.close()
    script = (
        "import os, sys; from pathlib import Path; from desktop import bringing_in; from desktop.shop import Shop\n"
        "from desktop.vault import SessionVault\n"
        "shop = Shop.open(Path(sys.argv[1]), vault=SessionVault())\n"
        "shop.store.changes.wants_to_write()\n"
        "archive, heard = bringing_in.opened(shop, Path(sys.argv[2])), []\n"
        "end = lambda n: os._exit(9) if heard.append(n) or len(heard) == 14 else None\n"
        "bringing_in.bring_in(shop, archive, archive.mine[0], 't.csv', progress=end)\n"
    )
    path = archives.table(tmp_path / "t.csv", 700)
    ended = subprocess.run([sys.executable, "-c", script, str(tmp_path / "shop"), str(path)], check=False)
    at.shop = Shop.open(tmp_path / "shop", clock=at.clock, vault=SessionVault())
    assert ended.returncode == 9 and at.shop.store.value("select count(*) from spool") > 0
    [one] = marks.all(at.shop.store)
    assert one.state == marks.ADDING and one.added > 0 and everything(at.shop) != before
    bringing_in.tidy(at.shop)
    assert everything(at.shop) == before and marks.all(at.shop.store) == ()
    is_sound(at.shop)


# ---- what isn't an export ------------------------------------------------------------------------------


def test_traps_and_strangers_are_refused_in_plain_words(at: Counter, tmp_path: Path) -> None:
    bomb = archives.packed(tmp_path / "bomb.zip", {"data/tweets.js": b"0" * (40 << 20), "data/account.js": "[]"})
    outside = archives.packed(tmp_path / "out.zip", {"../../etc/data/account.js": "[]", "data/tweets.js": "[]"})
    holiday = archives.packed(tmp_path / "holiday.zip", {"beach.jpg": "sand"})
    half = tmp_path / "half.zip"
    half.write_bytes(of_x(tmp_path / "x.zip").read_bytes()[:-30])
    picture = tmp_path / "beach.jpg"
    picture.write_bytes(b"\xff\xd8\xff\xe0\0\x10JFIF" + bytes(range(256)) * 40)
    lying = tmp_path / "lying.csv"
    lying.write_bytes(b"\xef\xbb\xbf" + "date,text\n1.2.2024,Grüße".encode("cp1252"))
    no_words = archives.packed(tmp_path / "b.zip", {"data/tweets.js": "[]", "data/account.js": "[{}]"})
    said = {bomb: "far bigger", outside: "outside itself", holiday: "an export we know", half: "damaged",
            picture: "like a table",
            lying: "first bytes", no_words: "whose it is", tmp_path / "gone.csv": "can’t be read"}  # fmt: skip
    for path, words in said.items():
        with pytest.raises(Unreadable, match=words):
            bringing_in.opened(at.shop, path)
    with pytest.raises(Unreadable) as error:
        bringing_in.opened(at.shop, holiday)
    assert "beach.jpg" in error.value.advice
    assert marks.all(at.shop.store) == ()


def test_a_deep_nest_of_brackets_is_a_broken_row_and_no_crash(at: Counter, tmp_path: Path) -> None:
    path = archives.packed(
        tmp_path / "x.zip",
        {
            "data/account.js": 'x = [{"account": {"accountId": "1", "username": "us"}}]',
            "data/tweets.js": "x = [" + "[" * 100_000,
        },
    )
    assert bring(at.shop, path).broken == 1
