"""Tables whose rows say themselves where they were said, who could see them, and the time apart from the day."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop import bringing_in, posts, searching
from desktop.export import Choices, write
from desktop.imports.cells import is_private, place_in, tells_who_sees
from desktop.imports.table import Table
from tests.desktop.test_bringing_in import bring, found, is_sound
from tests.fixtures_shop import Counter, open_counter

MIXED = (
    "Date,Time,Platform,Customer,Comment,Rating,Private\n"
    "2025-03-01,09:30,Google Maps,Marta,The box was crushed,1,no\n"
    "2025-03-02,10:15,twitter.com,Sol,Squashed on the bus,,no\n"
    "2025-03-03,,Facebook Page,Omar,My door is at 4 Quay Lane,,yes\n"
    "2025-03-04,18:20,the parish letter,Pia,Warm rolls,,\n"
)


@pytest.fixture
def at(tmp_path: Path) -> Iterator[Counter]:
    here = open_counter(tmp_path / "shop")
    yield here
    here.shop.close()


def table(tmp_path: Path, said: str = MIXED) -> Path:
    path = tmp_path / "mixed.csv"
    path.write_text(said, "utf-8")
    return path


def test_each_row_is_of_its_own_place_and_time(at: Counter, tmp_path: Path) -> None:
    path = table(tmp_path)
    assert (bring(at.shop, path, place="yelp").added, bring(at.shop, path, place="yelp").known) == (4, 4)
    rows = {row.author_name: row for row in found(at.shop, "")}
    where = {name: at.shop.place(row.platform) for name, row in rows.items()}
    assert where == {"Marta": "Google", "Sol": "X", "Omar": "Facebook", "Pia": "Yelp"}
    times = {name: f"{at.shop.clock.local(row.first_at):%H:%M}" for name, row in rows.items()}
    assert times == {"Marta": "09:30", "Sol": "10:15", "Omar": "00:00", "Pia": "18:20"}
    is_sound(at.shop)


def test_what_a_row_calls_private_is_never_public(at: Counter, tmp_path: Path) -> None:
    bring(at.shop, table(tmp_path))
    assert [row.author_name for row in found(at.shop, "is:private")] == ["Omar"]
    out = tmp_path / "out.csv"
    rids = searching.find(at.shop.store, searching.parse(""), searching.Asking(at.shop.clock, at.shop.me.id)).rids
    write(at.shop, rids, Choices(), out)
    assert "Quay Lane" not in out.read_text("utf-8") and "Squashed" in out.read_text("utf-8")


def test_a_column_that_is_chosen_for_what_was_said_among_us_keeps_it_private_too(at: Counter, tmp_path: Path) -> None:
    path = table(tmp_path, MIXED.replace("Private", "For us"))
    archive = bringing_in.opened(at.shop, path)
    assert isinstance(archive, Table) and "seen" not in archive.columns.of
    of = {**archive.columns.of, "private": archive.headings.index("For us")}
    bring(at.shop, path, of=of)
    assert [row.author_name for row in found(at.shop, "is:private")] == ["Omar"]


def test_our_own_table_comes_in_as_it_went_out(at: Counter, tmp_path: Path) -> None:
    bring(at.shop, table(tmp_path))
    talk = at.hear("Half the cake was gone.")
    at.answer(talk, "The rest is on its way.")
    rids = searching.find(at.shop.store, searching.parse(""), searching.Asking(at.shop.clock, at.shop.me.id)).rids
    write(at.shop, rids, Choices(private=True), tmp_path / "out.csv")
    with_another = open_counter(tmp_path / "another")
    try:
        assert bring(with_another.shop, tmp_path / "out.csv").broken == 0
        came = found(with_another.shop, "is:private")
        assert [row.author_name for row in came] == ["Omar"]
        [row] = found(with_another.shop, "cake")
        thread = posts.thread(with_another.shop.store, row.id)
        assert [(post.text, post.is_ours, post.is_public) for post in thread] == [
            ("Half the cake was gone.", False, True), ("The rest is on its way.", True, True),
        ]  # fmt: skip
        [row] = found(with_another.shop, "crushed")
        assert f"{with_another.shop.clock.local(row.first_at):%H:%M}" == "09:30"
        assert posts.thread(with_another.shop.store, row.id)[0].stars == 1
    finally:
        with_another.shop.close()


@pytest.mark.parametrize(
    ("said", "key"),
    [("Google", "google"), ("google reviews", "google"), ("Twitter", "x"), ("https://www.yelp.com/biz/a", "yelp"),
     ("Booking.com", "booking"), ("facebook_page", "facebook"), ("the web", "web"), ("quay.example", ""), ("", "")],
)  # fmt: skip
def test_places_are_known_by_their_names(said: str, key: str) -> None:
    assert place_in(said) == key


@pytest.mark.parametrize(
    ("cells", "tells"),
    [(("sí", "no"), True), (("oui", "non", ""), True), (("x", ""), True), (("Friends only", "public"), True),
     (("", ""), False), (("She rang on Monday about the tart.",), False)],
)  # fmt: skip
def test_a_column_that_is_headed_so_says_it_in_a_word_or_two(cells: tuple[str, ...], tells: bool) -> None:
    assert tells_who_sees(cells) is tells


@pytest.mark.parametrize(
    ("said", "heading", "private"),
    [("yes", "Private", True), ("0", "is_private", False), ("no", "Public", True), ("true", "is public", False),
     ("Öffentlich", "Sichtbarkeit", False), ("privat", "Sichtbarkeit", True), ("circles", "Visibility", True),
     ("", "Private", None), ("sí", "Privado", True), ("non", "privé", False), ("x", "private", True),
     ("!", "Visibility", True), ("Tous", "Visibilité", False), ("Friends only", "visibility", True)],
)  # fmt: skip
def test_who_can_see_it(said: str, heading: str, private: bool | None) -> None:
    assert is_private(said, heading) is private
