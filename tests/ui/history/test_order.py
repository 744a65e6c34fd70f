"""The order of the results, the timeline that can be put away, and what each person left here."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from desktop import cli, counter, people
from desktop.shop import Shop
from tests.fixtures_shop import Counter
from tests.ui.history.test_history_page import Desk, names
from ui.history import reading
from ui.history.page import HistoryPage
from ui.theme import Theme


@pytest.fixture
def desk(at_counter: Counter, look: Theme, qtbot: QtBot) -> Iterator[Desk]:
    at_counter.hear("Box crushed, cake squashed.", "Omar")
    at_counter.clock.forward(hours=1)
    at_counter.hear("A box for my aunt, who came by train with two dogs. It was squashed a little.", "Farah")
    made = Desk(at_counter, qtbot, [])
    yield made
    made.close()


def order(page: HistoryPage, words: str) -> None:
    next(way for way in page.order.ways if way.text() == words).trigger()


def test_the_best_match_first_is_chosen_over_the_list_and_stays_chosen(desk: Desk) -> None:
    page = desk.page(1280, 760)
    assert page.order.text() == "Newest first" and not page.order.isEnabled(), "nothing is looked for"
    desk.type(page, "box crushed OR squashed ")
    assert names(page) == ["Farah", "Omar"]
    order(page, "Best match first")
    desk.settle(page)
    assert page.order.text() == "Best match first" and names(page) == ["Omar", "Farah"]
    page.search.set_whole("")
    desk.settle(page)
    assert page.order.text() == "Newest first" and names(page) == ["Farah", "Omar"]
    other = desk.page(1280, 760)
    desk.type(other, "box ")
    assert other.order.text() == "Best match first"
    order(other, "Newest first")
    desk.settle(other)
    assert names(other) == ["Farah", "Omar"]


def test_the_best_of_the_newest_are_there_first_then_all(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[int] = []
    look = reading.look

    def counted(shop: Shop, typed: str, limit: int, *rest: Any, **more: Any) -> reading.Results | None:
        asked.append(limit)
        return look(shop, typed, limit, *rest, **more)

    monkeypatch.setattr(reading, "look", counted)
    monkeypatch.setattr("ui.history.page.WEIGHED", 1)
    page = desk.page(1280, 760)
    order(page, "Best match first")
    desk.type(page, "box crushed OR squashed ")
    assert asked[-2:] == [1, reading.MOST] and names(page) == ["Omar", "Farah"]


def test_the_timeline_goes_and_comes_and_the_number_is_always_said_once(desk: Desk) -> None:
    page = desk.page(1280, 760)
    assert page.years.isVisible() and not page.count.isVisible()
    page.timeline.click()
    assert not page.years.isVisible() and page.count.isVisible() and page.count.text() == "2 conversations"
    assert not desk.page(1280, 760).years.isVisible(), "it stays away"
    page.timeline.click()
    assert page.years.isVisible() and not page.count.isVisible()
    page.resize(1280, 400)
    assert not page.years.isVisible() and not page.timeline.isVisible(), "too low for it"
    assert page.count.isVisible()


def test_what_one_looked_for_is_theirs(desk: Desk) -> None:
    page = desk.page(1280, 760)
    desk.type(page, "kind:complaint aunt ")
    order(page, "Best match first")
    place, ines = page.place(), desk.at.shop.me
    counter.add_person(desk.at.shop, "Tom")
    tom = next(one for one in people.all(desk.at.shop.store) if one.name == "Tom")
    desk.at.shop.set_person(tom)
    page.go_to_place({})
    desk.settle(page)
    assert page.search.whole() == "" and len(names(page)) == 2 and not page.order.best_first
    desk.at.shop.set_person(ines)
    page.go_to_place(place)
    desk.settle(page)
    assert page.search.whole().split() == ["kind:complaint", "aunt"] and page.order.best_first


def test_what_a_filter_can_be_is_offered_before_it_is_told_that_it_says_nothing(desk: Desk) -> None:
    page = desk.page(1280, 760)
    desk.type(page, "kind:comp")
    assert page.search.suggestions.are_open() and not page.trouble.isVisible()
    desk.type(page, "x")
    assert page.trouble.isVisible() and page.trouble.text().startswith("“kind:compx” says nothing.")


def test_the_command_line_finds_what_the_window_finds_in_the_same_order(
    desk: Desk, capsys: pytest.CaptureFixture[str]
) -> None:
    page, folder = desk.page(1280, 760), desk.at.shop.folder
    shown: dict[str, list[str]] = {}
    for best in (False, True):
        order(page, "Best match first" if best else "Newest first")
        for typed in ("box", "box crushed OR squashed ", "kind:complaint", "box -aunt ", '"cake squashed"', "from:far"):
            page.search.set_whole(typed)
            desk.settle(page)
            shown[f"{typed}{best}"] = names(page)
            capsys.readouterr()
            found = cli.main(
                ["--folder", str(folder), "search", "--json", typed, *(["--best-first"] if best else [])], no_window
            )
            said = [json.loads(line)["from"] for line in capsys.readouterr().out.splitlines()]
            assert found == 0 and said == names(page), typed
    assert ["Farah", "Omar"] in shown.values() and ["Omar", "Farah"] in shown.values() and ["Omar"] in shown.values()


def no_window(options: cli.Options) -> int:
    raise AssertionError(f"a window was opened for {options}")
