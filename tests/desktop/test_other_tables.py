"""Tables as JSON, and the messages of help desks: their threads, who spoke, and what was said among us."""

from __future__ import annotations

import json
import tracemalloc
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from desktop import bringing_in, conversations, posts
from desktop.errors import Unreadable
from desktop.imports import marks, rows, table
from desktop.imports.files import Stop
from desktop.imports.items import Breath, Broken, Item
from desktop.imports.opening import open_archive
from desktop.imports.rows import rows_of
from desktop.imports.table import Table
from desktop.records import Group
from tests import archives
from tests.bench.importing import MAKERS
from tests.desktop.test_bringing_in import RECENT, bring, everything, found, is_sound
from tests.fixtures_shop import Counter, open_counter


@pytest.fixture
def at(tmp_path: Path) -> Iterator[Counter]:
    here = open_counter(tmp_path / "shop")
    yield here
    here.shop.close()


@pytest.mark.parametrize("name", ["t.json", "t.jsonl"])
def test_names_inside_names_are_columns(name: str, at: Counter, tmp_path: Path) -> None:
    path = archives.json_table(tmp_path / name, 9)
    archive = bringing_in.opened(at.shop, path)
    assert isinstance(archive, Table)
    assert {"author.name", "author.visits", "response.text", "tags"} <= set(archive.headings)
    named = {key: archive.headings[n] for key, n in archive.columns.of.items()}
    theirs = {"text": "review", "at": "created_at", "name": "author.name", "stars": "rating"}
    assert named == {**theirs, "answer": "response.text", "answer_at": "response.date"}
    done = bring(at.shop, path)
    assert (done.added, done.broken) == (13, 0)
    [row] = found(at.shop, '"sang. (1)"')
    thread = posts.thread(at.shop.store, row.id)
    assert [(post.author_name, post.is_ours) for post in thread] == [("Sol", False), (at.shop.name, True)]
    is_sound(at.shop)


def test_rows_that_are_none_are_listed(at: Counter, tmp_path: Path) -> None:
    good = {"text": "Fine bread", "date": "2024-01-02"}
    whole = tmp_path / "t.json"
    whole.write_text(json.dumps([good, "nonsense", 7, {"text": "When?"}, good | {"text": "Again"}])[:-20], "utf-8")
    done = bring(at.shop, whole)
    rows = marks.unread_rows(at.shop.store, done.id)
    assert (done.added, [row.where for row in rows]) == (1, ["Entry 2", "Entry 3", "Entry 4", "Entry 5"])
    lines = tmp_path / "t.jsonl"
    lines.write_text(f"{json.dumps(good)}\n{json.dumps(good)}\n{{broken\n\n[1]\n", "utf-8")
    assert (bring(at.shop, lines).known, marks.all(at.shop.store)[0].broken) == (1, 2)


def test_json_that_is_no_table_is_told(at: Counter, tmp_path: Path) -> None:
    wide = json.dumps([{str(n): 1 for n in range(999)}])
    for text in ("{}", "[]", "[1, 2]", '{"a": 1}', '[{"a": 1}]', "[" * 100_000, wide):
        path = tmp_path / "t.json"
        path.write_text(text, "utf-8")
        with pytest.raises(Unreadable, match="table"):
            bringing_in.opened(at.shop, path)


def test_chatwoot_style_messages_stand_in_their_threads(at: Counter, tmp_path: Path) -> None:
    path = archives.chatwoot(tmp_path / "messages.csv", 12)
    archive = bringing_in.opened(at.shop, path)
    assert isinstance(archive, Table) and archive.name == "Chatwoot-style messages"
    assert not archive.columns.is_public
    done = bring(at.shop, path)
    assert (done.added, done.broken) == (12, 0)
    [row] = found(at.shop, "crushed (0)")
    thread = posts.thread(at.shop.store, row.id)
    assert [(post.author_name, post.is_ours, post.is_public) for post in thread] == [
        ("Marta", False, False), ("Priya", True, False), ("Priya", True, False), ("Marta", False, False),
    ]  # fmt: skip
    assert thread[2].text.startswith("[Among us]") and thread[2].shown_at is None
    one = conversations.by_id(at.shop.store, row.id)
    assert one is not None and one.group is Group.DONE and one.author_name == "Marta"
    is_sound(at.shop)


def test_zammad_style_tickets_are_read_newest_first_too(at: Counter, tmp_path: Path) -> None:
    path = archives.zammad(tmp_path / "tickets.csv", 9)
    archive = bringing_in.opened(at.shop, path)
    assert isinstance(archive, Table) and archive.name == "Zammad-style tickets"
    done = bring(at.shop, path)
    assert (done.added, done.broken) == (9, 0)
    [row] = found(at.shop, "crushed")
    thread = posts.thread(at.shop.store, row.id)
    assert thread[0].text == "The box was crushed and the cake with it.\n\n(0)"
    assert [post.is_ours for post in thread] == [False, True, True] and row.author_name == "Marta"
    assert thread[0].posted_at == datetime(2023, 3, 1, 9, 30, tzinfo=UTC)


def test_what_is_sorted_in_pieces_is_the_same_as_in_one(
    at: Counter, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = archives.zammad(tmp_path / "tickets.csv", 60)
    path.write_text(path.read_text("utf-8") + '9;4400;Marta;Customer;false;"When?";at no time\n', "utf-8")
    archive = bringing_in.opened(at.shop, path)

    def read() -> list[object]:
        return [each for each in archive.items(archive.mine[0]) if not isinstance(each, Breath)]

    whole = read()
    times = [each.post.posted_at for each in whole if isinstance(each, Item)]
    assert len(times) == 60 and times == sorted(times) and isinstance(whole[0], Broken)
    for at_once in (7, 60, 61, 62):
        monkeypatch.setattr(table, "_SORTED_AT_ONCE", at_once)
        assert read() == whole


@pytest.mark.parametrize(("kind", "more_mb"), [("zammad", 3), ("json", 3), ("bluesky", 1)])
def test_reading_a_long_file_takes_no_more_room_than_a_short_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: str, more_mb: int
) -> None:
    monkeypatch.setattr(table, "_SORTED_AT_ONCE", 500)
    monkeypatch.setattr(rows, "_LONGEST_LINE", 1 << 17)
    name, make = MAKERS[kind]

    def room(count: int) -> int:
        path = make(tmp_path / name, count)
        tracemalloc.start()
        try:
            archive = open_archive(path)
            for _ in archive.items(archive.mine[0]):
                pass
            return tracemalloc.get_traced_memory()[1]
        finally:
            tracemalloc.stop()

    room(100)  # what is imported with it
    assert room(8_000) < room(2_000) + (more_mb << 20)


def test_too_many_to_sort_are_told(at: Counter, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(table, "_MOST_SORTED", 5)
    with pytest.raises(Unreadable, match="order of their times"):
        bring(at.shop, archives.zammad(tmp_path / "tickets.csv", 9))


def desk(path: Path, rows: str) -> Path:
    path.write_text(f"conversation_id,message_type,private,sender_name,content,created_at\n{rows}", "utf-8")
    return path


def test_only_what_is_new_and_unanswered_waits(at: Counter, tmp_path: Path) -> None:
    now = RECENT.isoformat()
    later = RECENT.replace(hour=13).isoformat()
    rows = (
        f"1,incoming,false,Sol,Where is my box?,{now}\n"
        f"2,incoming,false,Aiko,Do you open on Monday?,{now}\n2,outgoing,false,Priya,From eight.,{later}\n"
        f"3,incoming,false,Pat,Is it gluten free?,{now}\n3,outgoing,true,Priya,Who knows this?,{later}\n"
        f"4,outgoing,false,Priya,Your cake is ready,{now}\n"
        f"5,activity,false,,Conversation was resolved by Priya,{now}\n"
    )
    done = bring(at.shop, desk(tmp_path / "m.csv", rows))
    assert (done.added, done.broken) == (6, 1)
    assert "help desk itself" in marks.unread_rows(at.shop.store, done.id)[0].why
    sql = "select author_name from conversations where grp = ?"
    waits = {row[0] for row in at.shop.store.rows(sql, (Group.NEEDS_ANSWER.value,))}
    assert waits == {"Sol", "Pat"}  # a note among us is no answer
    is_sound(at.shop)


def test_a_thread_that_spans_the_file_stays_one_and_goes_out_again(at: Counter, tmp_path: Path) -> None:
    before = everything(at.shop)
    who = [("outgoing", "Priya") if n > 400 and n % 2 else ("incoming", f"P{n % 3}") for n in range(900)]
    rows = "".join(
        f"{n % 3},{kind},false,{name},Message {n},{1_700_000_000 + 60 * n}\n" for n, (kind, name) in enumerate(who)
    )
    done = bring(at.shop, desk(tmp_path / "m.csv", rows))
    assert done.added == 900 and everything(at.shop)["conversations"] == 3
    assert len(posts.thread(at.shop.store, found(at.shop, '"Message 0"')[0].id)) == 300
    assert bringing_in.undo(at.shop, done.id) == 0
    assert everything(at.shop) == before
    is_sound(at.shop)


def test_without_a_column_for_it_whoever_began_is_the_customer(at: Counter, tmp_path: Path) -> None:
    path = tmp_path / "m.csv"
    rows = ("7,false,Sol,Hello?,2024-01-02 09:00", "7,false,Priya,Yes?,2024-01-02 09:05",
            "7,true,Priya,He sounds cross,2024-01-02 09:06", "7,false,Sol,My cake!,2024-01-02 09:10")  # fmt: skip
    path.write_text("\n".join(("ticket,internal,from,body,created_at", *rows)) + "\n", "utf-8")
    bring(at.shop, path)
    [row] = found(at.shop, "cake")
    thread = posts.thread(at.shop.store, row.id)
    assert [(post.author_name, post.is_ours) for post in thread] == [
        ("Sol", False), ("Priya", True), ("Priya", True), ("Sol", False),
    ]  # fmt: skip


def test_a_row_with_a_nul_is_told_of_and_the_others_come(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    lines = ["date,name,text", *(f"2024-03-{day:02},Marta,The loaf was burnt again" for day in range(1, 9))]
    path.write_bytes("\n".join([*lines, "2024-03-10,Tom,Cold\0soup", "2024-03-11,Ed,Warm"]).encode())
    rows = list(rows_of(path, Stop()).each())
    assert [one.where for one in rows if isinstance(one, Broken)] == ["Line 10"]
    assert len(rows) == 10 and not isinstance(rows[-1], Broken) and rows[-1][1] == ["2024-03-11", "Ed", "Warm"]
