"""Notes on the timeline: kept, changed, removed, undone; and carried out with what was said."""

from __future__ import annotations

import csv
import json
from datetime import date
from pathlib import Path

import pytest

from desktop import counter, export, history, past, shopnotes
from desktop.errors import Misuse
from desktop.export import Choices
from desktop.shopnotes import ShopNote
from tests.fixtures_shop import Counter

JUNE = date(2025, 6, 10)


def add(at: Counter, text: str, first: date = JUNE, last: date | None = None) -> ShopNote:
    counter.put_shop_note(at.shop, ShopNote("", first, last or first, text))
    return next(note for note in shopnotes.all(at.shop.store) if note.text == " ".join(text.split()))


def test_a_note_has_its_day_its_words_and_its_writer(at_counter: Counter) -> None:
    kept = add(at_counter, "  New\nboxes  ")
    assert (kept.first, kept.last, kept.text, kept.person_name) == (JUNE, JUNE, "New boxes", "Ines")
    assert [event.kind for event in history.of(at_counter.shop.store, kept.id)] == ["shop_note_put"]


def test_notes_stand_in_the_order_of_their_days(at_counter: Counter) -> None:
    add(at_counter, "Second", date(2025, 6, 9))
    add(at_counter, "First", date(2025, 6, 1), date(2025, 6, 30))
    assert [note.text for note in shopnotes.all(at_counter.shop.store)] == ["First", "Second"]


def test_added_changed_and_removed_can_each_be_taken_back(at_counter: Counter) -> None:
    shop = at_counter.shop

    def there() -> list[tuple[str, date]]:
        return [(note.text, note.first) for note in shopnotes.all(shop.store)]

    added = counter.put_shop_note(shop, ShopNote("", JUNE, JUNE, "New boxes"))
    note = shopnotes.all(shop.store)[0]
    day = date(2025, 6, 2)
    changed = counter.put_shop_note(shop, note._replace(text="Newer boxes", first=day, last=day))
    assert there() == [("Newer boxes", day)]
    removed = counter.remove_shop_note(shop, note.id)
    assert there() == []
    removed.take_back(shop)
    assert there() == [("Newer boxes", day)]
    changed.take_back(shop)
    assert there() == [("New boxes", JUNE)]
    added.take_back(shop)
    assert there() == []
    assert [event.kind for event in history.of(shop.store, note.id)].count("undone") == 3
    with pytest.raises(Misuse, match="isn't there any more"):
        counter.remove_shop_note(shop, note.id)


@pytest.mark.parametrize(
    ("note", "said"),
    [
        (ShopNote("", JUNE, JUNE, "  "), "a few words"),
        (ShopNote("", JUNE, JUNE, "x" * 301), "too long"),
        (ShopNote("", date(205, 9, 2), date(205, 9, 2), "Boxes"), "a day that has been"),
        (ShopNote("", date(2031, 1, 1), date(2031, 1, 1), "Boxes"), "a day that has been"),
        (ShopNote("", JUNE, date(2025, 6, 1), "Boxes"), "last day"),
    ],
)
def test_what_is_no_note_is_refused_in_a_sentence(at_counter: Counter, note: ShopNote, said: str) -> None:
    with pytest.raises(Misuse, match=said):
        counter.put_shop_note(at_counter.shop, note)
    assert shopnotes.all(at_counter.shop.store) == ()


# --- in a file ------------------------------------------------------------------------------------------------


@pytest.fixture
def june(at_counter: Counter) -> Counter:
    """Two complaints in June with two notes between them, and a note of another time."""
    at = at_counter
    at.hear("Box crushed.", "Marta Kowalski")
    at.clock.forward(days=10)
    at.hear("Box squashed.", "Omar S.")
    add(at, "New boxes, chosen with Kowalski and Ines", date(2025, 6, 20))
    add(at, "=1+1", date(2025, 6, 1), date(2025, 6, 30))
    add(at, "Long before", date(2024, 6, 20))
    return at


def rids(at: Counter) -> list[int]:
    return list(past.newest(at.shop.store))


def test_a_table_begins_with_the_notes_of_its_time(june: Counter, tmp_path: Path) -> None:
    path = tmp_path / "all.csv"
    assert export.write(june.shop, rids(june), Choices(), path) == 2
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [(row["who"], row["date"], row["words"]) for row in rows[:3]] == [
        ("shop_note", "2025-06-01", "'=1+1"),
        ("shop_note", "2025-06-20", "New boxes, chosen with Kowalski and Ines"),
        ("them", "2025-06-24", "Box squashed."),
    ]
    export.write(june.shop, rids(june), Choices(timeline=False), path)
    assert "shop_note" not in path.read_text("utf-8")


def test_an_archive_without_names_has_none_in_its_notes(june: Counter, tmp_path: Path) -> None:
    path = tmp_path / "all.json"
    export.write(june.shop, rids(june), Choices(names=False), path)
    notes = json.loads(path.read_text("utf-8"))["timeline"]
    assert [note["words"] for note in notes] == ["=1+1", "New boxes, chosen with [name] and [name]"]
    assert {note["name"] for note in notes} == {"Shop"}
