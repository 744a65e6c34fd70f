"""Two hundred searches and what each has to find, written by hand (quality.py): all of them, and nobody else."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

import pytest

from desktop import collect, counter, past, people, posts
from desktop.practice import open_practice
from desktop.records import Author, Batch, Kind, RemotePost, Role, Source
from desktop.searching import Asking, find, instead, parse
from desktop.shop import Shop
from tests.desktop.searching.quality import PRACTICE, QUERIES, SLIPS, VILLAGE, Villager
from tests.fixtures_shop import Counter, open_counter

ASKED = [(typed, names, group) for group, some in QUERIES.items() for typed, names in some]
KINDS = {"Omar": Kind.COMPLAINT, "Farah": Kind.COMPLAINT, "Ed": Kind.COMPLAINT, "Ivy": Kind.COMPLAINT,
         "Nell": Kind.PRAISE, "Leo": Kind.PRAISE, "Jack": Kind.QUESTION}  # fmt: skip
ANSWERS = {"Omar": ("Ines", "The lids are stapled from today."), "Kim": ("Tom", "The money is on its way back.")}
GONE = Villager("Walt Grey", "Never mind this unicorn.")


@pytest.fixture(scope="module")
def village(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Shop]:
    """Everybody of VILLAGE, one after the other every three hours; and one who took his words down again."""
    at = open_counter(tmp_path_factory.mktemp("village"))
    with at.shop.store.writing():
        people.add(at.shop.store, "Tom", Role.HELPER, at.clock.now())
    for number, one in enumerate((*VILLAGE, GONE)):
        _say(at, number, one)
        at.clock.forward(hours=3)
    yield at.shop
    at.shop.close()


def _say(at: Counter, number: int, one: Villager) -> None:
    at.place = "google" if one.stars else "facebook"
    store, first, now = at.shop.store, one.name.split()[0], at.clock.now()
    author = Author("", f"u{number}", f"villager{number}", one.name)
    said = RemotePost(f"p{number}", author, one.text, now, uri=f"p{number}", source=Source.MENTION, lang=one.lang,
                      stars=one.stars)  # fmt: skip
    collect.take(at.shop, at.account, Batch((said,), {}))
    conversation = at.conversation_of(f"p{number}")
    counter.set_kind(at.shop, conversation, KINDS.get(first, Kind.OTHER))
    if first in ANSWERS:
        who, words = ANSWERS[first]
        us, later = Author("", "us", "us", "Corner Shop"), now + timedelta(minutes=50)
        ours = RemotePost(f"o{number}", us, words, later, uri=f"o{number}", parent_remote_id=f"p{number}",
                          source=Source.COMMENT, is_ours=True)  # fmt: skip
        collect.take(at.shop, at.account, Batch((ours,), {}))
        with store.writing():
            posts.name_writer(store, at.account.id, f"o{number}", who)
    if first == "Ruth":
        counter.add_note(at.shop, conversation, "Told the wholesaler about flimsy cardboard")
    if one is GONE:
        with store.writing():
            posts.mark_gone(store, at.account.id, [f"p{number}"], now)


def found(shop: Shop, typed: str) -> list[str]:
    """One word of the name of each who is found, sorted."""
    got = find(shop.store, parse(typed), Asking(shop.clock, shop.me.id))
    return sorted(row.author_name.split()[0] for row in past.page(shop.store, got.rids))


def expected(names: str) -> list[str]:
    everybody = [one.name.split()[0] for one in (*VILLAGE, GONE)]
    return sorted(everybody if names == "everybody" else [] if names == "-" else names.split())


@pytest.mark.parametrize(("typed", "names", "group"), ASKED, ids=[f"{one[2]}: {one[0]}" for one in ASKED])
def test_what_is_looked_for_is_found_and_nothing_else(village: Shop, typed: str, names: str, group: str) -> None:
    assert found(village, typed) == expected(names), group


@pytest.mark.parametrize(("typed", "offered"), SLIPS)
def test_one_slip_is_offered_and_never_taken_by_itself(village: Shop, typed: str, offered: str) -> None:
    assert [other for _, other in instead(village.store, parse(typed))] == ([] if offered == "-" else [offered])
    if offered != "-":
        assert found(village, f"{typed} ") == []


@pytest.fixture(scope="module")
def practice(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Shop]:
    shop = open_practice(tmp_path_factory.mktemp("practice"))
    yield shop
    shop.close()


@pytest.mark.parametrize(("typed", "names"), PRACTICE)
def test_the_practice_shop_is_searched_as_well(practice: Shop, typed: str, names: str) -> None:
    assert found(practice, typed) == ([] if names == "-" else sorted(names.split()))


def test_there_are_two_hundred_of_them_and_no_two_alike() -> None:
    every = [typed for typed, _, _ in ASKED] + [typed for typed, _ in SLIPS] + [typed for typed, _ in PRACTICE]
    assert len(every) >= 200
    assert len({typed for typed, _, _ in ASKED}) == len(ASKED)


