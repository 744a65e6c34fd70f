"""What years of history have in common: counted from indexes alone, and the same numbers as row by row."""

from __future__ import annotations

import random
from collections.abc import Iterator
from contextlib import closing
from datetime import timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from desktop import past
from desktop.clock import SetClock, from_text
from desktop.searching import Asking, Overview, find, overview, parse
from desktop.searching.overview import GROUPS
from desktop.shop import Shop
from desktop.store import Store
from tests.bench.make_shop import make
from tests.desktop.searching.plans import steps

HERE = ZoneInfo("America/New_York")


@pytest.fixture(scope="module")
def years(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Shop]:
    """Years of talk with every ending there is, some of it taken back, lost, gone or ours alone."""
    with closing(make(tmp_path_factory.mktemp("years") / "shop", 1500)) as shop:
        store, chance = shop.store, random.Random(8)
        with store.writing():
            _change(store, chance)
        yield shop


def _change(store: Store, chance: random.Random) -> None:
    """As no maker would have it, but the app may: in this order each of the changes meets some of those before."""

    def some(sql: str, share: float = 0.2) -> list[tuple[str]]:
        ids = [row[0] for row in store.rows(sql)]
        return [(one,) for one in chance.sample(ids, max(1, int(len(ids) * share)))]

    at = "2026-01-01T00:00:00.000Z"
    complaints, ours_ids = "select id from complaints", "select id from posts where is_ours"
    for stage in ("taken_down", "standing", "answered", "fixed"):
        store.write_many(f"update complaints set stage = '{stage}' where id = ?", some(complaints, 0.1))
    store.write_many(f"update complaints set withdrawn_at = '{at}' where id = ?", some(complaints, 0.1))
    store.write_many(f"update proofs set lost_at = '{at}' where id = ?", some("select id from proofs", 0.1))
    store.write_many(f"update proofs set taken_back_at = '{at}' where id = ?", some("select id from proofs", 0.1))
    ours = "(select o.id from posts o where o.is_ours and o.conversation = proofs.complaint limit 1)"
    store.write_many(
        f"update proofs set kind = 'page_link', post = coalesce({ours}, '') where id = ?", some("select id from proofs")
    )
    store.write_many(
        "insert into proofs select id || 'b', complaint, 'their_reply', link, post, words, seen_by, "
        f"'{at}', checked_at, missed_at, null, null, checked_by from proofs where id = ?",
        some("select id from proofs"),
    )
    store.write_many(f"update posts set gone_at = '{at}' where id = ?", some(ours_ids))
    store.write_many("update posts set conversation = '' where id = ?", some(ours_ids, 0.02))
    store.write_many("update posts set written_by = '' where id = ?", some(ours_ids, 0.1))
    store.write_many("update conversations set topics = '' where id = ?", some("select id from conversations"))
    several = some("select id from conversations", 0.1)
    store.write_many("update conversations set topics = 'boxes waiting' where id = ?", several)
    apart = "strftime('%Y-%m-%dT%H:%M:%fZ', '2025-01-01', (rid * 13) || ' hours')"
    store.write(f"update conversations set first_at = {apart}")


def over(shop: Shop, typed: str) -> Overview:
    asking = Asking(SetClock(shop.clock.now(), HERE), shop.me.id)
    query = parse(typed)
    return overview(shop.store, query, asking, find(shop.store, query, asking).rids)


def test_everything_is_counted_as_if_each_had_been_looked_at(years: Shop) -> None:
    whole, each = over(years, ""), over(years, "after:1990")  # a query that finds all of them, one by one
    assert whole.counts == each.counts
    assert {ending for ending, _ in whole.counts["ended"]} == {one.value for one in past.Outcome}
    assert len(whole.counts["topic"]) > 3 and len(whole.counts["by"]) == 3
    assert over(years, "kind:complaint").counts["kind"] == whole.counts["kind"]


def test_of_a_common_word_as_many_are_counted_for_each_group(years: Shop) -> None:
    """Among the newest posts that say it, also for the group whose own filter is set aside: all there are take long."""
    store, asking = years.store, Asking(years.clock, years.me.id)

    def kinds(typed: str, most: int) -> dict[str, int]:
        query = parse(typed)
        got = overview(store, query, asking, find(store, query, asking, most).rids, (), most)
        return dict(got.counts["kind"])

    assert kinds("the kind:complaint", 40) == kinds("the ", 40)
    assert sum(kinds("the ", 40).values()) < sum(kinds("the kind:complaint", -1).values())
    assert kinds("kind:complaint", 40) == kinds("", -1), "without words it is no work"


def test_each_half_month_has_all_that_began_in_it_here(years: Shop) -> None:
    bars = over(years, "").bars
    moments = [row[0] for row in years.store.rows("select first_at from conversations")]
    here = [from_text(moment).astimezone(HERE).date() for moment in moments]
    assert len(bars) > 20
    assert [bar.all for bar in bars] == [sum(bar.first <= day <= bar.last for day in here) for bar in bars]
    assert [bar.found for bar in bars] == [bar.all for bar in bars]
    assert (bars[0].first, bars[-1].last) <= (min(here), max(here) + timedelta(days=16))
    assert sum(bar.all for bar in bars) == len(here)
    one_by_one = over(years, "after:1990").bars
    assert [bar.found for bar in one_by_one] == [bar.all for bar in bars]


def test_no_row_is_read_to_count_everything(years: Shop) -> None:
    """At a million posts a row for each conversation takes seconds; their indexes, in order, a moment."""
    through = [step for step in steps(years.store, lambda: over(years, "")) if step.split()[0] in ("SCAN", "SEARCH")]
    assert any("conversations_sorts" in step for step in through)
    made_here = ("(subquery", "halves")
    for step in through:
        assert "COVERING INDEX" in step or "CONSTANT ROW" in step or step.split()[1].startswith(made_here), step


def test_an_empty_shop_has_nothing_in_common(tmp_path: Path) -> None:
    with closing(Shop.open(tmp_path)) as shop:
        assert over(shop, "") == Overview(dict.fromkeys(GROUPS, ()), ())
