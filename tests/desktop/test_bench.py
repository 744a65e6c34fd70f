"""The benchmark on a small shop: it makes one, asks it and compares. No figure is held to a goal here."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.bench import core, sound, years
from tests.bench.make_shop import make
from tests.bench.measure import Line, growth


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("bench") / "shop"
    with_posts = make(made, 400)
    assert with_posts.store.value("select count(*) from posts") == 400
    assert with_posts.store.value("select count(distinct lang) from posts") > 4
    assert with_posts.store.value("select count(*) from posts where folded is not null")
    with_posts.close()
    return made


def test_a_synthetic_shop_is_sound(folder: Path) -> None:
    assert sound.troubles(folder) == []


def test_every_part_that_needs_no_window_measures_something(folder: Path) -> None:
    lines = [
        years.first_import(300),
        *core.inbox_pages(folder, 400),
        *years.searches(folder, 400),
        *years.giving_up(folder, 400, rounds=4),
        years.kills(2),
        years.copying(folder, 400),
    ]
    assert {line.number for line in lines} == {4, 9, 10, 11, 13, 17, 18}
    assert all(line.ours and line.ratio >= 0 for line in lines)
    assert next(line for line in lines if line.number == 17).is_met
    assert sound.troubles(folder) == []


def test_what_grows_with_the_shop_is_told() -> None:
    def line(posts: int, value: float) -> Line:
        return Line(11, "search", "", f"{value} ms", 1.0, 5, "ms", posts, value)

    (grown,) = growth([line(10, 2.0), line(1000, 3.2)])
    assert (grown.ratio, grown.goal, grown.is_met) == (1.6, 1.5, False)
    assert list(growth([line(10, 2.0)])) == []
