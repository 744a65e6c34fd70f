"""The shop goes to another computer: whole, with nothing secret, or not at all; and only our own files come in."""

from __future__ import annotations

import json
import os
import shutil
import struct
import zipfile
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from desktop import (
    accounts,
    backups,
    collect,
    counter,
    forgetting,
    keys,
    moving,
    outbox,
    pictures,
    posts,
    sealing,
)
from desktop.cli import main
from desktop.clock import SetClock
from desktop.errors import (
    DiskTrouble,
    GivenUp,
    LoginExpired,
    Misuse,
    ShopBusy,
    ShopLocked,
    StoreBroken,
    StoreTooNew,
)
from desktop.keys import Cost
from desktop.records import Account, ReplyState
from desktop.shop import Shop
from desktop.store import FILE_NAME, KEYS_NAME, disk_full
from desktop.vault import SessionVault
from desktop.writing import Writing
from tests.desktop.test_sealing import copied, killed_at
from tests.fixtures_shop import SATURDAY, Counter, open_counter
from ui import words

PICTURE = b"\x89PNG\r\n\x1a\n" + b"picture" * 30
SECRET = "token-of-the-old-computer"


@pytest.fixture
def at(tmp_path: Path) -> Iterator[Counter]:
    """A shop with a picture, somebody forgotten, a reply that waits, and a place that is signed in."""
    made = open_counter(tmp_path / "shop")
    made.hear("Gone soon.", who="Otto")
    forgetting.forget(made.shop, [forgetting.find(made.shop, "Otto")[0].id])
    talk = made.hear("The loaf was burnt.")
    pictures.keep(made.shop.folder, posts.thread(made.shop.store, talk)[0].id, PICTURE)
    counter.post(made.shop, talk, Writing.typed("Sorry, Marta."))
    with made.shop.store.writing():
        accounts.add(made.shop.store, Account("m1", "mastodon", "@corner", "Corner", "quay.example", "7"), SATURDAY)
    made.shop.vault.save("m1", {"access_token": SECRET})
    yield made
    made.shop.close()


@pytest.fixture
def file(at: Counter, tmp_path: Path) -> Path:
    return moving.write(at.shop, tmp_path / "corner")


def opened(folder: Path, **more: object) -> Shop:
    return Shop.open(folder, clock=SetClock(SATURDAY, SATURDAY.tzinfo), vault=SessionVault(), **more)  # type: ignore[arg-type]


def test_it_is_all_there_on_the_other_computer_and_nothing_is_sent_by_itself(
    at: Counter, file: Path, tmp_path: Path
) -> None:
    assert file.name == "corner.shop"
    for gone in (SECRET, "Gone soon", "Otto"):
        assert gone.encode() not in file.read_bytes()
    moving.open_into(file, tmp_path / "new" / "there")
    with closing(opened(tmp_path / "new" / "there")) as there:
        for table in ("posts", "conversations", "people", "events", "forgotten", "accounts"):
            assert [tuple(row) for row in there.store.rows(f"select * from {table}")] == [
                tuple(row) for row in at.shop.store.rows(f"select * from {table}")
            ]
        assert there.name == "Corner Shop" and there.device != at.shop.device and not there.found_unclean
        assert [path.read_bytes() for path in pictures.all(there.folder)] == [PICTURE]
        held = there.store.rows("select state, trouble, device from replies")
        assert [tuple(row) for row in held] == [("held", "brought_back", there.device)]
        assert outbox.by_id(there.store, there.store.value("select id from replies")).state is ReplyState.HELD  # type: ignore[union-attr]
        assert isinstance(collect.collect(there, "m1").trouble, LoginExpired)
        assert not list(there.folder.glob("mov*"))
    assert not list(at.shop.folder.glob("mov*"))


def test_a_protected_shop_stays_under_its_password_and_asks_for_it(at: Counter, tmp_path: Path) -> None:
    folder, owner = at.shop.folder, at.shop.me.id
    at.shop.close()
    ways, key = keys.begun()
    ways = keys.with_password(ways, key, owner, "patient kettles by the harbour", SATURDAY, Cost(1, 8, 1))
    ways, _ = keys.with_store(ways, key, SATURDAY)
    sealing.protect(folder, ways, key)
    with closing(opened(folder, key=key)) as shop:
        made = moving.write(shop, tmp_path / "it.shop")
    data = made.read_bytes()
    assert b"burnt" not in data and b"Corner" not in data and PICTURE not in data
    moving.open_into(made, tmp_path / "there")
    with pytest.raises(ShopLocked):
        opened(tmp_path / "there")
    there_ways = keys.of(tmp_path / "there")
    assert not there_ways.has(keys.KEYRING)
    way = keys.open_with(there_ways, "patient kettles by the harbour")
    assert way is not None
    with closing(opened(tmp_path / "there", key=way.key)) as there:
        assert there.store.value("select count(*) from posts where text = 'The loaf was burnt.'") == 1
        assert [pictures.Kept(path, way.key).read() for path in pictures.all(there.folder)] == [PICTURE]


@pytest.mark.parametrize("after", [0, 1, 3])
def test_stopped_while_it_is_written_nothing_is_left(at: Counter, tmp_path: Path, after: int) -> None:
    old, asked = tmp_path / "it.shop", iter(range(1000))
    old.write_bytes(b"older")
    with pytest.raises(GivenUp):
        moving.write(at.shop, old, cancelled=lambda: next(asked) >= after)
    assert old.read_bytes() == b"older"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["it.shop", "shop"]
    assert not list(at.shop.folder.glob("mov*"))


def test_stopped_while_it_comes_in_nothing_is_left(file: Path, tmp_path: Path) -> None:
    asked = iter(range(1000))
    with pytest.raises(GivenUp):
        moving.open_into(file, tmp_path / "there", cancelled=lambda: next(asked) >= 2)
    assert not (tmp_path / "there").exists()


def test_a_disk_without_room_leaves_nothing(file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    (tmp_path / "there").mkdir()
    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(DiskTrouble, match="no room left"):
        moving.open_into(file, tmp_path / "there")
    assert not list((tmp_path / "there").iterdir())


def test_a_full_or_unfit_place_to_write_to_is_said_in_words_of_moving(
    at: Counter, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(DiskTrouble, match="The shop couldn’t be written to that folder"):
        moving.write(at.shop, tmp_path / "nowhere" / "it.shop")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(moving, "_write_parts", full)
    with pytest.raises(DiskTrouble, match="no room left on that disk, so the file wasn’t written") as caught:
        moving.write(at.shop, tmp_path / "it.shop")
    assert "Make room" in caught.value.advice and "export" not in str(caught.value)


def test_a_full_stick_is_said_in_words_of_a_copy(at: Counter, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise disk_full()

    monkeypatch.setattr(at.shop.store, "copy_to", full)
    with pytest.raises(DiskTrouble, match="no room left on that disk for the copy") as caught:
        backups.now(at.shop.store, at.shop.folder, at.clock.now(), tmp_path)
    shown = words.trouble(caught.value)
    assert "fetching" not in shown.sentence and "drafts" not in shown.sentence + shown.advice


def test_a_stick_that_fills_at_the_key_file_leaves_no_copy_that_nothing_opens(
    at: Counter, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise disk_full()

    (at.shop.folder / KEYS_NAME).write_bytes(b"ways in")
    monkeypatch.setattr(backups, "write_whole", full)
    (tmp_path / "stick").mkdir()
    with pytest.raises(DiskTrouble, match="no room left on that disk for the copy"):
        backups.now(at.shop.store, at.shop.folder, at.clock.now(), tmp_path / "stick")
    assert not list((tmp_path / "stick").iterdir())


def test_a_stick_that_fills_at_the_pictures_says_that_the_copy_is_there_without_them(
    at: Counter, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pictures.keep(at.shop.folder, "one", PICTURE)

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("shutil.copyfile", full)
    with pytest.raises(DiskTrouble, match="The copy of the shop is there, without its pictures"):
        pictures.copy(at.shop.folder, tmp_path)


def test_a_folder_with_a_shop_or_anything_else_in_it_is_refused(at: Counter, file: Path, tmp_path: Path) -> None:
    with pytest.raises(Misuse, match="There is a shop in this folder already"):
        moving.open_into(file, at.shop.folder)
    with pytest.raises(Misuse, match="something else"):
        moving.open_into(file, tmp_path)
    (tmp_path / "lost" / "backups").mkdir(parents=True)
    (tmp_path / "lost" / "backups" / "shop-2025-06-14.db").write_bytes(b"")
    with pytest.raises(Misuse, match="There is a shop"):
        moving.open_into(file, tmp_path / "lost", is_held=True)
    (tmp_path / "synced").mkdir()
    (tmp_path / "synced" / ".stfolder").mkdir()
    with pytest.raises(DiskTrouble, match="Syncthing"):
        moving.open_into(file, tmp_path / "synced" / "there")


def test_it_takes_the_place_of_a_shop_without_a_name_that_is_open(file: Path, tmp_path: Path) -> None:
    unnamed = opened(tmp_path / "there")
    moving.open_into(file, unnamed.folder, is_held=True)
    with pytest.raises(ShopBusy, match="moved in"):
        opened(unnamed.folder, read_only=True)
    unnamed.close()
    with closing(opened(unnamed.folder)) as there:
        assert there.name == "Corner Shop" and there.device != unnamed.device


def test_a_folder_another_program_holds_is_left_alone(file: Path, tmp_path: Path) -> None:
    with closing(opened(tmp_path / "there")) as other:
        with pytest.raises(ShopBusy):
            moving.open_into(file, other.folder)
        assert not list(other.folder.glob("mov*")) and (other.folder / FILE_NAME).exists()


def rewritten(file: Path, change: Callable[[dict[str, bytes]], None]) -> Path:
    with zipfile.ZipFile(file) as old:
        parts = {name: old.read(name) for name in old.namelist()}
    change(parts)
    with zipfile.ZipFile(file, "w") as new:
        for name, data in parts.items():
            new.writestr(name, data)
    return file


def test_a_part_without_a_name_is_damage(file: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(file, "a") as packed:
        packed.writestr("a", "")
        packed.infolist()[-1].filename = ""
    with pytest.raises(StoreBroken, match="damaged"):
        moving.open_into(file, tmp_path / "there")


def test_what_isnt_such_a_file_or_isnt_whole_is_refused_and_nothing_is_left(file: Path, tmp_path: Path) -> None:
    whole = file.read_bytes()
    middle = whole.index(b"burnt")
    damaged = {
        "cut": whole[: len(whole) // 2],
        "flipped": whole[:middle] + bytes([whole[middle] ^ 1]) + whole[middle + 1 :],
        "no end": whole[:-30],
    }
    for name, data in damaged.items():
        (tmp_path / name).write_bytes(data)
        with pytest.raises(StoreBroken, match="damaged"):
            moving.open_into(tmp_path / name, tmp_path / "there")
    for name, data in {"empty": b"", "words": b"Dear all,", "a zip": b"PK\x03\x04" + b"\0" * 60}.items():
        (tmp_path / name).write_bytes(data)
        with pytest.raises(StoreBroken, match="isn’t a file that a shop was moved with"):
            moving.open_into(tmp_path / name, tmp_path / "there")
    with pytest.raises(DiskTrouble):
        moving.open_into(tmp_path / "nowhere", tmp_path / "there")
    assert not (tmp_path / "there").exists()


@pytest.mark.parametrize("name", ["../out.png", "/out.png", "pictures/../../out.png", "pictures\\..\\out.png", "x.sh"])
def test_a_part_that_would_go_elsewhere_is_refused(file: Path, tmp_path: Path, name: str) -> None:
    def add(parts: dict[str, bytes]) -> None:
        about = json.loads(parts["shop.json"])
        parts["shop.json"] = json.dumps(about | {"parts": about["parts"] + 1}).encode()
        parts[name] = PICTURE

    with pytest.raises(StoreBroken, match="damaged"):
        moving.open_into(rewritten(file, add), tmp_path / "there")
    assert not (tmp_path / "there").exists() and not list(tmp_path.rglob("out.png"))


def test_parts_that_would_grow_are_refused(file: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(file, "a", zipfile.ZIP_DEFLATED) as bomb:
        bomb.writestr("pictures/bomb.png", b"\0" * 5_000_000)
    with pytest.raises(StoreBroken, match="damaged"):
        moving.open_into(file, tmp_path / "there")
    with zipfile.ZipFile(file) as lying:
        one = lying.infolist()[-1]
    data = bytearray(file.read_bytes())
    at = data.rindex(b"PK\x01\x02")
    struct.pack_into("<H", data, at + 10, zipfile.ZIP_STORED)
    struct.pack_into("<II", data, at + 20, one.file_size, one.file_size)
    file.write_bytes(data)
    with pytest.raises(StoreBroken, match="damaged"):
        moving.open_into(file, tmp_path / "there")
    assert not (tmp_path / "there").exists()


def test_a_newer_programs_shop_is_refused_by_name(file: Path, tmp_path: Path) -> None:
    def newer(parts: dict[str, bytes]) -> None:
        parts["shop.json"] = json.dumps(json.loads(parts["shop.json"]) | {"schema": 9999}).encode()

    with pytest.raises(StoreTooNew, match="newer Said & Done"):
        moving.open_into(rewritten(file, newer), tmp_path / "there")


def test_a_plain_shop_file_with_ways_in_beside_it_is_refused(file: Path, tmp_path: Path) -> None:
    ways, key = keys.begun()
    ways = keys.with_password(ways, key, "x", "patient kettles by the harbour", SATURDAY, Cost(1, 8, 1))
    with pytest.raises(StoreBroken):
        moving.open_into(
            rewritten(file, lambda parts: parts.update({KEYS_NAME: keys.as_bytes(ways)})), tmp_path / "there"
        )
    assert not (tmp_path / "there").exists()


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs a process that begins as this one")
def test_killed_at_any_step_there_is_the_shop_without_a_name_or_the_whole_one(file: Path, tmp_path: Path) -> None:
    opened(tmp_path / "unnamed").close()

    def work(folder: Path) -> None:
        moving.open_into(file, folder, is_held=True)
        moving.finish(folder)

    names, number, go_on = list[str](), 0, True
    while go_on:
        number += 1
        folder = copied(tmp_path / "unnamed", tmp_path / f"killed-{number}")
        go_on = killed_at(number, lambda folder=folder: work(folder))  # type: ignore[misc]
        with closing(opened(folder)) as shop:
            names.append(shop.name)
            has_pictures = [path.read_bytes() for path in pictures.all(folder)] == [PICTURE]
            assert has_pictures == bool(shop.name) and not list(folder.glob("mov*"))
            assert shop.store.health() == "ok"
        shutil.rmtree(folder)
    assert number > 10 and names == sorted(names) and names[0] == "" and names[-1] == "Corner Shop"


def test_the_command_moves_it_out_and_in(at: Counter, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = str(at.shop.folder)
    at.shop.close()

    def no_window(_: object) -> int:
        raise AssertionError

    assert main(["--folder", folder, "move", "--to", str(tmp_path / "it")], no_window) == 0
    assert "it.shop. From now on use only one of the two." in capsys.readouterr().out
    there = str(tmp_path / "there")
    assert main(["--folder", there, "move", "--from", str(tmp_path / "it.shop")], no_window) == 0
    assert main(["--folder", there, "--read-only", "search", "burnt"], no_window) == 0  # in its place already
    assert "The loaf was burnt." in capsys.readouterr().out
    with closing(opened(tmp_path / "there")) as shop:
        assert shop.name == "Corner Shop"
    assert main(["--folder", there, "move", "--from", str(tmp_path / "it.shop")], no_window) == 2
    assert "There is a shop in this folder already." in capsys.readouterr().err
