"""A file that leaves a protected shop: opened with its password alone, and noticed where a bit of it was changed."""

from __future__ import annotations

import csv
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop import cli, counter, export, keys, past, sealed, sealing, terminal
from desktop.clock import SetClock
from desktop.driver import Key
from desktop.errors import DiskTrouble, Misuse, ShopLocked, StoreBroken
from desktop.export import Choices
from desktop.shop import Shop
from desktop.vault import SessionVault
from tests.desktop.test_sealing import CANARY, CHEAP, PASSWORD, Ways, filled, ways_in
from tests.fixtures_shop import SATURDAY

PRIVATE = Choices(private=True)


@pytest.fixture(scope="module")
def ways() -> Ways:
    file, key = ways_in()
    return keys.with_code(file, key, CODE, SATURDAY, CHEAP), key


CODE = keys.new_code()


@pytest.fixture
def shop(tmp_path: Path, ways: Ways) -> Iterator[Shop]:
    folder = tmp_path / "shop"
    filled(folder)
    file, key = ways
    sealing.protect(folder, file, key)
    made = Shop.open(folder, clock=SetClock(SATURDAY), vault=SessionVault(), key=key)
    yield made
    made.close()


def rids(shop: Shop) -> list[int]:
    return list(past.newest(shop.store))


def opened(path: Path, typed: str, folder: Path) -> Path:
    way = keys.open_with(sealed.ways_in(path), typed)
    assert way is not None
    return sealed.open_into(path, way.key, folder)


def sealed_with(ways: Ways, path: Path, *pieces: bytes, name: str = "soup.csv") -> Path:
    with sealed.writing(path, name, *ways) as out:
        for piece in pieces:
            out.write(piece)
    return path


def test_private_messages_leave_a_protected_shop_under_its_password(shop: Shop, tmp_path: Path) -> None:
    counter.add_note(shop, shop.store.value("select id from conversations"), "gurkensalat")
    assert export.write(shop, rids(shop), PRIVATE, tmp_path / "all.csv") == 1
    made = tmp_path / "all.csv.protected"
    assert export.place_of(shop, PRIVATE, tmp_path / "all.csv") == made
    assert not (tmp_path / "all.csv").exists()
    assert b"raisin" not in made.read_bytes() and b"all.csv" not in made.read_bytes()
    there = opened(made, PASSWORD, tmp_path)
    assert there == tmp_path / "all.csv"
    with there.open(encoding="utf-8-sig", newline="") as file:
        words = [row["words"] for row in csv.DictReader(file)]
    assert CANARY in words and "gurkensalat" in words


def test_what_the_owner_marks_is_under_the_password_too_and_the_rest_is_not(shop: Shop, tmp_path: Path) -> None:
    export.write(shop, rids(shop), Choices(sealed=True), tmp_path / "marked.json")
    export.write(shop, rids(shop), Choices(), tmp_path / "open.json")
    assert b"raisin" not in (tmp_path / "marked.json.protected").read_bytes()
    assert b"raisin" in (tmp_path / "open.json").read_bytes()
    made = opened(tmp_path / "marked.json.protected", CODE.lower(), tmp_path)
    assert made.read_text("utf-8").replace('"sealed"', "") == (tmp_path / "open.json").read_text("utf-8")


def test_a_shop_without_a_password_has_none_for_a_file(shop: Shop, tmp_path: Path) -> None:
    shop.key = None
    with pytest.raises(Misuse, match="no password"):
        export.write(shop, [], Choices(sealed=True), tmp_path / "all.csv")
    assert not list(tmp_path.glob("*all*"))


def test_no_word_is_on_the_disk_at_any_moment_of_the_writing(shop: Shop, tmp_path: Path) -> None:
    seen = list[str]()

    def look(_: int) -> None:
        for path in tmp_path.rglob("*"):
            if path.is_file():
                seen.append(path.name)
                assert b"raisin loaf" not in path.read_bytes()

    export.write(shop, rids(shop) * 3, PRIVATE, tmp_path / "all.csv", progress=look)
    assert ".all.csv.protected.part" in seen


def test_a_disk_that_is_full_leaves_the_file_that_was_there(shop: Shop, tmp_path: Path) -> None:
    made = tmp_path / "all.csv.protected"
    made.write_bytes(b"before")
    made.with_name(".all.csv.protected.part").mkdir()
    with pytest.raises(DiskTrouble):
        export.write(shop, rids(shop), PRIVATE, tmp_path / "all.csv")
    assert made.read_bytes() == b"before"


@pytest.mark.parametrize("size", [0, 1, 65_526, 65_527, 65_528, 131_063, 200_000], ids=str)
def test_every_length_comes_out_as_it_went_in(size: int, ways: Ways, tmp_path: Path) -> None:
    data = bytes(at * 7 % 251 for at in range(size))
    path = sealed_with(ways, tmp_path / "x.protected", data[: size // 3], data[size // 3 :])
    assert sealed.open_into(path, ways[1], tmp_path).read_bytes() == data


def test_a_zip_is_written_through_it(ways: Ways, tmp_path: Path) -> None:
    with (
        sealed.writing(tmp_path / "x.protected", "all.zip", *ways) as out,
        zipfile.ZipFile(out, "w") as file,
    ):
        file.writestr("a.txt", "soup" * 100_000)
    with zipfile.ZipFile(sealed.open_into(tmp_path / "x.protected", ways[1], tmp_path)) as file:
        assert file.read("a.txt") == b"soup" * 100_000


def test_a_changed_moved_missing_or_added_piece_is_noticed_and_nothing_is_left(ways: Ways, tmp_path: Path) -> None:
    path = sealed_with(ways, tmp_path / "x.protected", bytes(200_000))
    whole = path.read_bytes()
    piece = 64 * 1024 + 16
    start = len(whole) - (200_000 + len(b"soup.csv\n") + 4 * 16)
    spoilt = {
        "cut at a piece": whole[: start + 2 * piece],
        "cut in the middle": whole[:-5],
        "no pieces": whole[:start],
        "swapped": whole[:start] + whole[start + piece : start + 2 * piece] + whole[start : start + piece]
        + whole[start + 2 * piece :],
        "added": whole + b"x",
        "a bit of the salt": whole[: start - 1] + bytes([whole[start - 1] ^ 1]) + whole[start:],
        "a bit in the middle": whole[: start + piece + 9] + bytes([whole[start + piece + 9] ^ 1])
        + whole[start + piece + 10 :],
    }  # fmt: skip
    before = {one.name for one in tmp_path.iterdir()}
    for how, data in spoilt.items():
        path.write_bytes(data)
        with pytest.raises(StoreBroken, match="damaged"):
            sealed.open_into(path, ways[1], tmp_path)
            pytest.fail(how)
    assert {one.name for one in tmp_path.iterdir()} == before


def test_another_shops_key_opens_nothing(ways: Ways, tmp_path: Path) -> None:
    path = sealed_with(ways, tmp_path / "x.protected", b"soup")
    assert keys.open_with(sealed.ways_in(path), "patient kettles by the river") is None
    with pytest.raises(StoreBroken):
        sealed.open_into(path, Key.new(), tmp_path)


@pytest.mark.parametrize("data", [b"", b"a,b\n1,2\n", b"said-and-done protected file 1\n", b"PK\x03\x04"])
def test_a_file_that_is_none_of_ours_is_told_as_that(data: bytes, tmp_path: Path) -> None:
    path = tmp_path / "x.protected"
    path.write_bytes(data)
    with pytest.raises(StoreBroken, match=r"isn’t a protected file|damaged"):
        sealed.ways_in(path)


@pytest.mark.parametrize(
    ("name", "comes_out"),
    [("../../etc/passwd", "_.._etc_passwd"), ("C:\\x\ny.csv", "C__x y.csv"), ("..", "export"), ("a" * 300, "a" * 120)],
)
def test_its_name_leads_nowhere_else(name: str, comes_out: str, ways: Ways, tmp_path: Path) -> None:
    path = sealed_with(ways, tmp_path / "x.protected", b"soup", name=name)
    made = sealed.open_into(path, ways[1], tmp_path)
    assert made == tmp_path / comes_out


def test_what_stands_there_already_stays(ways: Ways, tmp_path: Path) -> None:
    (tmp_path / "soup.csv").write_text("mine")
    path = sealed_with(ways, tmp_path / "x.protected", b"soup")
    assert sealed.open_into(path, ways[1], tmp_path).name == "soup (2).csv"
    assert (tmp_path / "soup.csv").read_text() == "mine"


def test_the_computers_password_store_is_no_way_into_it(ways: Ways, tmp_path: Path) -> None:
    file, _ = keys.with_store(*ways, SATURDAY)
    path = sealed_with((file, ways[1]), tmp_path / "x.protected", b"soup")
    assert not sealed.ways_in(path).has(keys.KEYRING)
    assert sealed.ways_in(path).has(keys.RECOVERY)


def test_it_opens_at_a_terminal(
    ways: Ways, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    path = sealed_with(ways, tmp_path / "soup.csv.protected", b"soup")
    typed = iter(["not this one, sorry", PASSWORD])
    monkeypatch.setattr(terminal, "_typed", lambda question: next(typed))
    assert cli.main(["open", str(path)], lambda _: 9) == 0
    assert (tmp_path / "soup.csv").read_bytes() == b"soup"
    assert "soup.csv" in capsys.readouterr().out
    never = iter(["a", "b", "c"])
    monkeypatch.setattr(terminal, "_typed", lambda question: next(never))
    with pytest.raises(ShopLocked, match="file stays closed"):
        terminal.key_to(sealed.ways_in(path))


def test_a_command_writes_it_under_the_password(
    shop: Shop, ways: Ways, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    shop.close()
    monkeypatch.setattr(cli, "key_of", lambda folder: ways[1])
    to = shop.folder.parent / "all.csv"
    assert cli.main(["--folder", str(shop.folder), "export", "--private", "--to", str(to)], lambda _: 9) == 0
    assert not to.exists() and (to.parent / "all.csv.protected").exists()
    assert "all.csv.protected" in capsys.readouterr().out


