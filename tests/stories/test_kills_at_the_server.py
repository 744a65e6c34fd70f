"""A short run of `python -m tests.bench.crash`, and that it sees what it is there to see."""

from __future__ import annotations

import random
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from desktop.store import FILE_NAME
from tests.bench import sound
from tests.bench.crash import kinds
from tests.bench.crash_work import Collecting, Forgetting, Kind, Posting

pytestmark = pytest.mark.skipif("sys.platform == 'win32'", reason="it kills with a signal")


@pytest.fixture
def works(mastodon_server: dict[str, Any], tmp_path: Path) -> Iterator[Kind]:
    """All kinds of work in all kinds of shop, each begun when it is asked for."""
    return kinds(tmp_path, mastodon_server, random.Random(20250614), posts=200)


def test_whatever_is_killed_loses_nothing_doubles_nothing_and_claims_nothing(works: Iterator[Kind]) -> None:
    for work in works:
        work.round()
        assert work.tally.lost == [], work.tally.line()
        if isinstance(work, Posting):
            work.round()
            assert (work.tally.lost, work.tally.kills) == ([], 2)


def test_the_bench_sees_a_double_a_false_posted_a_lost_word_and_a_broken_index(works: Iterator[Kind]) -> None:
    collecting, posting = next(works), next(works)
    assert isinstance(collecting, Collecting)
    assert isinstance(posting, Posting)
    while not posting.ours():
        posting.round()
    mark = next(iter(posting.ours()))
    with posting.town() as town:
        town.says("shop", f"{mark} We are sorry, and it is put right.")
        town.says("shop", f"{posting.mark}-unasked We are sorry.")
    with closing(sqlite3.connect(posting.folder / FILE_NAME)) as conn:
        conn.execute(
            "update replies set text = 'posting-plain-never ' || text where id = (select id from replies "
            "where state = 'posted' order by id limit 1)"
        )
        conn.commit()
    posting.round()
    said = " / ".join(posting.tally.lost)
    assert f"posted 2 times: {mark}" in said
    assert f"posted, and nobody asked: {posting.mark}-unasked" in said
    assert "said to be posted, and isn't: posting-plain-never" in said
    collecting.written["1"] = "never said"
    collecting.round()
    assert collecting.tally.lost == ["1 messages were never fetched"]
    with closing(sqlite3.connect(collecting.folder / FILE_NAME)) as conn:
        conn.execute("insert into posts_fts(posts_fts) values('delete-all')")
        conn.execute("update tallies set n = n + 1")
        conn.commit()
    said = " / ".join(sound.troubles(collecting.folder))
    assert "the search index isn't that of the posts" in said
    assert "the counts of the inbox aren't those of its rows" in said


def test_the_bench_sees_who_is_back_who_lost_a_word_and_what_was_not_wiped(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    work = Forgetting(tmp_path / "forgetting", None, random.Random(3), posts=600)
    while not (tmp_path / "forgetting" / "forgotten").exists():
        work.round()
    assert work.tally.lost == []
    monkeypatch.setattr("tests.bench.crash_work.forgetting.clean", lambda shop: True)
    with closing(sqlite3.connect(work.folder / FILE_NAME)) as conn:
        [name] = conn.execute("select name from authors where name like 'Qwixel%' order by id desc").fetchone()
        other = "select id from posts where author = (select id from authors where name like 'Ordinary%' limit 1)"
        conn.execute(f"update posts set text = 'nothing' where id = ({other})")
        conn.commit()
    (work.folder / "left.txt").write_text(f"{min(work._forgotten)} was here")
    work._forgotten.add(name)
    work.round()
    said = " / ".join(work.tally.lost)
    assert f"{name} is here again" in said
    assert "of Ordinary Passer" in said and "something is missing" in said
    assert "in left.txt can be read" in said
