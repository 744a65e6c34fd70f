"""History in a file: whole or without names, and never half of it."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest

from desktop import conversations, counter, everything, export, moving, past, posts
from desktop.coach import without_private
from desktop.errors import DiskTrouble, GivenUp, Misuse
from desktop.export import Choices
from desktop.records import Channel, FixedHow, ProofKind
from tests.fixtures_shop import Counter

NAMES = ("Marta", "Kowalski", "marta.k", "Omar", "Ines", "Karen", "0161", "quay.example")


@pytest.fixture
def year(at_counter: Counter) -> Counter:
    """A complaint that ended, a private message with a note, one by somebody whose name is a word, one taken down."""
    at = at_counter
    marta = at.hear(
        "Box crushed. Asked Karen, she laughed. Ring 0161 496 0123 or marta.k@quay.example", "Marta Kowalski"
    )
    at.answer(marta, "Hi Marta, that box was ours to pack. A new one goes out today. Ines")
    at.clock.forward(hours=3)
    at.hear("New box came, all sorted. Thanks Ines!", "Marta Kowalski", parent=at.root(marta))
    counter.mark_fixed(at.shop, marta, FixedHow.THEY_TOLD_US)
    words = posts.thread(at.shop.store, marta)[-1]
    counter.confirm_ending(at.shop, marta, kind=ProofKind.THEIR_REPLY, post_id=words.id)
    at.clock.forward(hours=1)
    omar = at.hear("My order was wrong, it is for Omar.", "Omar", is_public=False)
    at.answer(omar, "Sorry Omar, which one was it? Ines", Channel.PRIVATE)
    counter.add_note(at.shop, omar, "Omar is Marta’s brother")
    at.hear('=HYPERLINK("http://quay.example") lovely bread', "Will")
    gone = at.hear("Gone tomorrow", "Gus")
    with at.shop.store.writing():
        root = conversations.by_id(at.shop.store, gone)
        assert root
        at.shop.store.write("update posts set gone_at = posted_at where id = ?", (root.root_post,))
    return at


def rids(at: Counter) -> list[int]:
    return list(past.newest(at.shop.store))


def table(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def test_a_table_has_all_that_was_said_in_public_the_newest_conversation_first(year: Counter, tmp_path: Path) -> None:
    path = tmp_path / "all.csv"
    assert export.write(year.shop, rids(year), Choices(), path) == 2
    rows = table(path)
    assert list(rows[0]) == list(export.COLUMNS)
    assert [(row["conversation"], row["who"], row["name"]) for row in rows] == [
        ("1", "them", "Will"),
        ("2", "them", "Marta Kowalski"),
        ("2", "us", "Ines"),
        ("2", "them", "Marta Kowalski"),
        ("2", "ending", ""),
    ]
    assert rows[1]["date"] == "2025-06-14"
    assert rows[1]["kind"] == "complaint"
    assert rows[1]["ended"] == "they_said_so"
    assert rows[4]["words"] == "New box came, all sorted. Thanks Ines!"
    assert "Omar" not in path.read_text("utf-8")
    assert "Gone tomorrow" not in path.read_text("utf-8")


def test_a_spreadsheet_runs_nothing_of_it(year: Counter, tmp_path: Path) -> None:
    export.write(year.shop, rids(year), Choices(), tmp_path / "all.csv")
    assert table(tmp_path / "all.csv")[0]["words"].startswith("'=HYPERLINK")


def test_private_messages_and_notes_come_only_where_asked_for(year: Counter, tmp_path: Path) -> None:
    path = tmp_path / "all.csv"
    assert export.write(year.shop, rids(year), Choices(private=True, proofs=False), path) == 3
    rows = table(path)
    assert {row["who"] for row in rows} == {"them", "us", "note"}
    assert [row["words"] for row in rows if row["public"] == "no"] == [
        "My order was wrong, it is for Omar.",
        "Sorry Omar, which one was it? Ines",
        "Omar is Marta’s brother",
    ]


def test_somebody_named_in_full_by_another_is_not_named_either(year: Counter, tmp_path: Path) -> None:
    year.hear("Marta Kowalski sent me. Will this rye do?", "Nell")
    export.write(year.shop, rids(year), Choices(names=False), tmp_path / "all.csv")
    said = (tmp_path / "all.csv").read_text("utf-8-sig")
    assert "[name] sent me. Will this rye do?" in said and "lovely bread" in said


@pytest.mark.parametrize("name", ["all.csv", "all.json"])
def test_without_names_nobody_is_named_in_any_field(year: Counter, tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    with_names = tmp_path / f"named-{name}"
    export.write(year.shop, rids(year), Choices(private=True), with_names)
    assert all(one.lower() in with_names.read_text("utf-8").lower() for one in NAMES)
    assert export.write(year.shop, rids(year), Choices(private=True, names=False), path) == 3
    said = path.read_text("utf-8")
    assert [one for one in NAMES if one.lower() in said.lower()] == []
    assert "Box crushed. Asked [name], she laughed." in said
    assert "lovely bread" in said


def test_an_archive_can_be_read_back_with_its_times(year: Counter, tmp_path: Path) -> None:
    path = tmp_path / "all.json"
    export.write(year.shop, rids(year), Choices(), path)
    found = json.loads(path.read_text("utf-8"))
    assert found["shop"] == "Corner Shop"
    assert found["made_at"].endswith("+01:00")
    marta = found["conversations"][1]
    assert [line["who"] for line in marta["said"]] == ["them", "us", "them", "ending"]
    assert marta["at"] == "2025-06-14T10:00:00+01:00"
    assert marta["said"][0]["words"].startswith("Box crushed.")


def test_what_stops_half_way_leaves_the_file_that_was_there(year: Counter, tmp_path: Path) -> None:
    path = tmp_path / "all.csv"
    path.write_text("mine", "utf-8")
    heard: list[int] = []
    with pytest.raises(GivenUp):
        export.write(year.shop, rids(year), Choices(), path, progress=heard.append, cancelled=lambda: bool(heard))
    assert heard == [1]
    assert path.read_text("utf-8") == "mine"
    assert [one.name for one in tmp_path.iterdir() if "all.csv" in one.name] == ["all.csv"]


def test_a_file_nobody_was_asked_about_stays_and_the_new_one_gets_a_number(
    at_counter: Counter, tmp_path: Path
) -> None:
    at_counter.hear("The pie was burnt", who="Ada B.")
    shop, mine = at_counter.shop, (tmp_path / "mine.zip", tmp_path / "mine.shop")
    for path in mine:
        path.write_bytes(b"of last year")
    for given, made in (("mine", "mine (2)"), ("mine", "mine (3)")):
        assert everything.write(shop, tmp_path / given).path == tmp_path / f"{made}.zip"
        assert moving.write(shop, tmp_path / given) == tmp_path / f"{made}.shop"
    assert [path.read_bytes() for path in mine] == [b"of last year"] * 2
    assert moving.write(shop, mine[1]) == mine[1], "this one the dialog has asked about"
    choices = export.Choices(private=True)._replace(sealed=True)
    chosen = tmp_path / "h.csv"
    (tmp_path / "h.csv.protected").write_bytes(b"of last year")
    assert export.spared(chosen, lambda one: export.place_of(shop, choices, one)).name == "h (2).csv.protected"


def test_a_folder_that_takes_nothing_is_said_in_a_sentence(year: Counter, tmp_path: Path) -> None:
    with pytest.raises(DiskTrouble, match="couldn’t be written to that folder"):
        export.write(year.shop, rids(year), Choices(), tmp_path / "nowhere" / "all.csv")
    with pytest.raises(Misuse, match=r"no export called “\.doc”"):
        export.write(year.shop, rids(year), Choices(), tmp_path / "all.doc")


def test_more_conversations_than_are_read_at_once_are_all_there(at_counter: Counter, tmp_path: Path) -> None:
    for n in range(230):
        at_counter.world.post_as("facebook", f"Person {n}", f"Bread number {n} was fine")
    at_counter.collect()
    path = tmp_path / "all.csv"
    assert export.write(at_counter.shop, rids(at_counter), Choices(), path) == 230
    assert len({row["words"] for row in table(path)}) == 230


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Das Brot war hart und die Verkäuferin unfreundlich", "Das Brot war hart und die Verkäuferin unfreundlich"),
        ("Ich habe das mit Frau Lehmann besprochen", "Ich habe das mit [left out] besprochen"),
        ("Ich war mit Omar da und es war gut", "Ich war mit [name] da und es war gut"),
        (
            "Do you mend prams? The front wheel is off, said the_bell",
            "Do you mend prams? The front wheel is off, said [name]",
        ),
    ],
)
def test_names_are_told_from_nouns(text: str, left: str) -> None:
    assert without_private(text, ("Omar", "the_bell", "Corner Shop, the team")) == left
