"""Everything in one file: nothing is missing, nothing secret is in it, and a protected shop's is under its password."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import pytest

from desktop import everything, forgetting, keys, pictures, posts, sealed, sealing
from desktop.cli import main
from desktop.errors import GivenUp
from desktop.keys import Cost
from desktop.records import Channel
from desktop.shop import Shop
from tests import house
from tests.fixtures_shop import SATURDAY, Counter, open_counter

PICTURE = b"\x89PNG\r\n\x1a\n" + b"picture" * 30


@pytest.fixture
def at(tmp_path: Path) -> Counter:
    made = open_counter(tmp_path / "shop")
    talk = made.hear("The loaf was burnt, “black” even\nall of it.")
    made.answer(talk, "Sorry, Marta.")
    made.answer(talk, "Your address?", Channel.PRIVATE)
    pictures.keep(made.shop.folder, posts.thread(made.shop.store, talk)[0].id, PICTURE)
    return made


def test_every_table_is_in_it_or_left_out_for_a_reason() -> None:
    source = {"desktop/migrations.py": Path("desktop/migrations.py").read_text("utf-8")}
    made = {name for name in house.tables(source) if not name.endswith(("_fts", "_terms"))}
    assert made == everything.TABLES.keys() | everything.LEFT_OUT
    assert not everything.TABLES.keys() & everything.LEFT_OUT


def test_all_of_it_is_there_row_by_row(at: Counter, tmp_path: Path) -> None:
    seen: list[int] = []
    done = everything.write(at.shop, tmp_path / "all", progress=seen.append)
    assert done == everything.Written(tmp_path / "all.zip", 1, 1) and seen == [1]
    with zipfile.ZipFile(done.path) as file:
        assert file.testzip() is None
        for table in everything.TABLES:
            lines = file.read(f"tables/{table}.jsonl").decode().splitlines()
            rows = at.shop.store.rows(f"select * from {table}")
            assert [list(json.loads(line).values()) for line in lines] == [list(row) for row in rows], table
        told = json.loads(file.read("conversations.json"))
        said = [(line["words"], line["public"]) for line in told["conversations"][0]["said"]]
        assert ("Your address?", False) in said and ("Sorry, Marta.", True) in said
        (name,) = (name for name in file.namelist() if name.startswith("pictures/"))
        assert file.read(name) == PICTURE
        about = file.read("README.txt").decode()
        assert all(f"tables/{table}.jsonl" in about for table in everything.TABLES)


def test_who_was_forgotten_is_not_in_it(at: Counter, tmp_path: Path) -> None:
    (who,) = forgetting.find(at.shop, "Marta")
    forgetting.forget(at.shop, [who.id])
    done = everything.write(at.shop, tmp_path / "all.zip")
    with zipfile.ZipFile(done.path) as file:
        whole = b"".join(file.read(name) for name in file.namelist())
    assert b"Marta" not in whole and b"burnt" not in whole and done.pictures == 0


def test_stopped_nothing_is_left_and_what_was_there_stays(at: Counter, tmp_path: Path) -> None:
    old = tmp_path / "all.zip"
    old.write_bytes(b"older")
    with pytest.raises(GivenUp):
        everything.write(at.shop, old, cancelled=lambda: True)
    assert old.read_bytes() == b"older"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["all.zip", "shop"]


def test_a_protected_shops_file_is_under_its_password(at: Counter, tmp_path: Path) -> None:
    folder, owner = at.shop.folder, at.shop.me.id
    at.shop.close()
    file, key = keys.begun()
    file = keys.with_password(file, key, owner, "patient kettles by the harbour", SATURDAY, Cost(1, 8, 1))
    sealing.protect(folder, file, key)
    shop = Shop.open(folder, clock=at.clock, vault=at.shop.vault, key=key)
    done = everything.write(shop, tmp_path / "all.zip")
    assert done.path.name == "all.zip.protected"
    data = done.path.read_bytes()
    assert b"PK" not in data[:4] and b"README" not in data and b"burnt" not in data
    opened = sealed.open_into(done.path, key, tmp_path)
    with zipfile.ZipFile(opened) as plain:
        assert plain.testzip() is None and b"burnt" in plain.read("tables/posts.jsonl")
        assert next(plain.read(name) for name in plain.namelist() if "pictures/" in name) == PICTURE
    assert everything.write(shop, tmp_path / "plain.zip", is_plain=True).path.name == "plain.zip"
    shop.close()


def test_from_the_command_line(at: Counter, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    at.shop.close()
    call = ["--folder", str(at.shop.folder), "export", "--everything", "--to", str(tmp_path / "all.zip")]
    assert main(call, lambda _: 0) == 0
    assert "1 conversations and 1 pictures" in capsys.readouterr().out
    with zipfile.ZipFile(tmp_path / "all.zip") as file:
        assert "tables/pins.jsonl" not in file.namelist()
