"""The search index: many parts of it become few again, step by step, while others read and write."""

from __future__ import annotations

from contextlib import closing

import pytest
from PySide6.QtWidgets import QApplication

from desktop import notes, posts
from desktop.forgetting import taking_out
from desktop.searching import Asking, find, parse
from desktop.store import Store
from tests.fixtures_shop import Counter
from ui.background import AtOnce
from ui.rounds import Rounds

MANY = 9


@pytest.fixture
def parts(at_counter: Counter) -> Counter:
    """A shop whose index has many parts: each message came by itself."""
    store = at_counter.shop.store
    with store.writing():
        for setting, value in (("automerge", 0), ("pgsz", 64)):  # small pages: a step has something left to do
            store.write("insert into posts_fts(posts_fts, rank) values(?, ?)", (setting, value))
    for number in range(MANY):
        at_counter.hear(f"The box was crushed, number {number} of many that week.", f"Omar {number}")
    assert many(store) >= MANY
    return at_counter


def many(store: Store) -> int:
    return int(store.value("select count(distinct segid) from posts_fts_idx"))


def found(at: Counter, typed: str) -> int:
    return len(find(at.shop.store, parse(typed), Asking(at.clock)).rids)


def check(store: Store) -> None:
    """SQLite's own look at the index: it raises where index and posts differ."""
    with store.writing():
        store.write("insert into posts_fts(posts_fts, rank) values('integrity-check', 1)")


def test_many_parts_become_one_and_all_is_found_as_before(parts: Counter) -> None:
    store = parts.shop.store
    assert posts.join_index(store)
    assert many(store) == 1 and found(parts, "crushed") == MANY and found(parts, "week -omar") == 0
    check(store)
    before = store.moment()
    assert posts.join_index(store) and store.moment() == before, "nothing to do, nothing is written"


def test_it_can_break_off_anywhere_and_goes_on_the_next_time(parts: Counter, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(posts, "_PAGES", 1)
    store, left = parts.shop.store, iter([False, True])
    assert not posts.join_index(store, lambda: next(left))
    assert many(store) > 1, "it was broken off in the middle"
    assert found(parts, "crushed") == MANY
    check(store)
    assert posts.join_index(store)
    assert many(store) == 1 and found(parts, "crushed") == MANY
    check(store)


def test_others_write_between_two_steps(parts: Counter, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(posts, "_PAGES", 1)
    store, steps = parts.shop.store, list[int]()

    def others() -> bool:
        steps.append(1)
        if len(steps) == 2:
            with closing(Store(store.path)) as other, other.writing():
                other.write("update posts set text = 'The lid was torn.', folded = null where rid = 1")
        return False

    assert posts.join_index(store, others) and len(steps) > 2
    assert found(parts, "torn") == 1 and found(parts, "crushed") == MANY - 1
    check(store)


def depth(store: Store) -> int:
    """How many levels SQLite has in the index, as its record of them says; with 2,000 it can't be read any more."""
    record = store.value("select block from posts_fts_data where id = 10")
    at = 8 if record[4:8] == b"\xff\0\0\1" else 4
    return int(record[at] if record[at] < 128 else (record[at] - 128) * 128 + record[at + 1])


def test_the_index_gets_no_deeper_each_time(parts: Counter) -> None:
    store, rounds = parts.shop.store, 12
    for number in range(rounds):
        for each in range(posts._PARTS + 2):
            with store.writing():
                store.write("update posts set text = ?, folded = null where rid = 1", (f"Torn {number} {each}",))
        assert posts.join_index(store)
        assert many(store) <= posts._PARTS + 1
    assert depth(store) < rounds and found(parts, "torn") == 1
    check(store)


def test_words_that_are_taken_out_are_gone_after_few_levels_however_much_is_written_meanwhile(
    parts: Counter, monkeypatch: pytest.MonkeyPatch
) -> None:
    store, written = parts.shop.store, list[int]()
    for module in (posts, notes):
        monkeypatch.setattr(module, "INDEX_STEP", 1)

    def others(_patience: float) -> None:
        written.append(1)
        if len(written) < 20:
            with store.writing():
                store.write("update posts set text = ?, folded = null where rid = 2", (f"Torn {len(written)}",))

    with store.writing():
        store.write("update posts set text = 'Nothing.', folded = null where rid = 1")
    monkeypatch.setattr(store.changes, "make_way", others)
    taking_out.out_of_indexes(store)
    assert len(written) > 3 and depth(store) < 8
    check(store)


def test_it_is_looked_after_once_a_day_and_behind_a_file_that_came_in(parts: Counter, qapp: QApplication) -> None:
    store, runner = parts.shop.store, AtOnce(parts.shop.changes)
    rounds = Rounds(parts.shop, runner)
    rounds.begin()
    assert rounds._join_timer.isActive() and many(store) >= MANY, "not in the way of the first minute"
    rounds._join_timer.stop()
    runner.tables_changed.emit(frozenset({"imports"}))
    assert rounds._join_timer.isActive()
    rounds._join_timer.timeout.emit()
    assert many(store) == 1
    rounds._join_timer.stop()
    parts.clock.forward(days=1)
    rounds._mind_the_day()
    assert rounds._join_timer.isActive()
    rounds.end()
    assert not rounds._join_timer.isActive()
