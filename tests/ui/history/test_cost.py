"""What the first rows of a search cost: few questions, the same work in a large shop, nothing that can come behind."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from desktop.searching import Asking, Query, find, near, parse
from desktop.shop import Shop
from desktop.store import Params, Store
from tests.bench.make_shop import make
from tests.desktop.searching.plans import asked
from tests.fixtures_shop import Counter
from tests.ui.history.test_history_page import Desk, desk, opened  # noqa: F401 - fixtures
from ui.history import reading
from ui.history.marks import looked_for

SMALL, LARGE = 800, 4800


@pytest.fixture(scope="module")
def shops(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[int, Shop]]:
    folder = tmp_path_factory.mktemp("shops")
    with closing(make(folder / "small", SMALL)) as small, closing(make(folder / "large", LARGE)) as large:
        yield {SMALL: small, LARGE: large}


def steps(shop: Shop, typed: str) -> int:
    """Of SQLite's machine, in tens, for the first rows."""
    count = 0

    def one() -> int:
        nonlocal count
        count += 1
        return 0

    found = find(shop.store, parse(typed), Asking(shop.clock), reading.FIRST)
    looked = looked_for(typed, found.words)
    shop.store._conn.set_progress_handler(one, 10)
    find(shop.store, parse(typed), Asking(shop.clock), reading.FIRST)
    reading.page(shop, looked, found.rids[: reading.PAGE], found.hits[: reading.PAGE])
    shop.store._conn.set_progress_handler(None, 0)
    return count


@pytest.mark.parametrize("typed", ["the ", "kind:complaint", "is:public the ", "ended:they", "by:tom"])
def test_the_first_rows_are_the_same_work_in_a_large_shop(shops: dict[int, Shop], typed: str) -> None:
    small, large = steps(shops[SMALL], typed), steps(shops[LARGE], typed)
    assert 0 < large <= 1.3 * small, (small, large)


def test_the_first_rows_take_few_questions_and_no_row_is_fetched_alone(shops: dict[int, Shop]) -> None:
    """At each row a thread gives its turn away: with others at work that is what takes the time."""
    shop = shops[LARGE]
    got = reading.look(shop, "the ", reading.FIRST)
    assert got and len(got.top) == reading.PAGE
    questions = asked(shop.store, lambda: reading.look(shop, "the ", reading.FIRST))
    assert len(questions) <= 4, questions  # the languages need none now; one finds, two read what is painted, one notes
    for sql in questions:
        assert len(shop.store.rows(sql)) <= 1, sql


def test_rows_of_another_page_are_the_same_question(
    shops: dict[int, Shop], monkeypatch: pytest.MonkeyPatch
) -> None:
    """SQLite makes a plan for each text it hasn't seen, which takes longer than the rows do."""
    texts, real = set[str](), Store.value

    def value(store: Store, sql: str, params: Params = ()) -> object:
        texts.add(sql)
        return real(store, sql, params)

    monkeypatch.setattr(Store, "value", value)
    found = find(shops[LARGE].store, parse("the "), Asking(shops[LARGE].clock))
    texts.clear()
    for start in (0, 16, 32):
        part = slice(start, start + 16)
        assert len(reading.page(shops[LARGE], looked_for("the "), found.rids[part], found.hits[part])) == 16
    assert 2 <= len(texts) <= 3, texts


def test_what_may_have_been_meant_is_looked_up_behind(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:  # noqa: F811
    desk.at.hear("The box was crushed.", "Omar")
    tried: list[str] = []

    def meant(_: Store, query: Query) -> tuple[tuple[str, str], ...]:
        tried.append(query.words[0].text)
        return (("crsuhed", "crushed"),)

    monkeypatch.setattr(reading, "instead", meant)
    page = desk.page()
    page.search.setText("crsuhed")
    page.search.tell_now()
    assert tried == [] and page.empty is not None and len(page.empty.buttons) == 1
    desk.settle(page)
    assert tried == ["crsuhed"] and page.empty is not None and len(page.empty.buttons) == 2


def test_the_first_key_waits_for_no_library(desk: Desk) -> None:  # noqa: F811
    near._stemmer.cache_clear()
    desk.at.hear("The box was crushed.", "Omar")
    desk.page()
    assert near._stemmer.cache_info().currsize >= 1


def test_few_rows_come_over_as_they_are(at_counter: Counter, tmp_path: Path) -> None:
    store = at_counter.shop.store
    said = ['"quoted", and\n\\ more', "蛋糕 🧁", "", "\x01 odd"]
    for text in said:
        at_counter.hear(text or "…", "Omar")
    rows = store.few("rid, text, gone_at, stars", "from posts order by rid")
    assert rows == [list(row) for row in store.rows("select rid, text, gone_at, stars from posts order by rid")]
    assert store.few("rid", "from posts where 0") == []
