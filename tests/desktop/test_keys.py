"""The ways into a protected shop: passwords, the recovery code, the computer's password store."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from desktop import keys
from desktop.driver import Key
from desktop.errors import Misuse, StoreBroken
from desktop.keys import Cost, KeyFile

NOW = datetime(2026, 5, 2, 9, 0, tzinfo=UTC)
CHEAP = Cost(1, 8, 1)
WORDS = "patient kettles by the harbour"


def made() -> tuple[KeyFile, Key, str]:
    file, key = keys.begun()
    file = keys.with_password(file, key, "ines", WORDS, NOW, CHEAP)
    code = keys.new_code()
    return keys.with_code(file, key, code, NOW, CHEAP), key, code


def test_each_persons_password_gives_the_same_key() -> None:
    file, key, _ = made()
    file = keys.with_password(file, key, "tom", "seven lemons in a row", NOW, CHEAP)
    for person, password in (("ines", WORDS), ("tom", "seven lemons in a row")):
        opened = keys.open_with(file, password)
        assert opened and opened.key == key and opened.slot.person == person
    assert keys.open_with(file, "seven lemons in a box") is None
    assert file.people() == {"ines", "tom"}


def test_a_new_password_takes_the_place_of_the_old_one() -> None:
    file, key, _ = made()
    file = keys.with_password(file, key, "ines", "another sentence of mine", NOW, CHEAP)
    assert keys.open_with(file, WORDS) is None
    assert keys.open_with(file, "another sentence of mine")
    assert len(file.slots) == 2


def test_accents_are_the_same_however_a_keyboard_writes_them() -> None:
    file, key = keys.begun()
    file = keys.with_password(file, key, "ines", "caf\u00e9 crème brûlée", NOW, CHEAP)
    assert keys.open_with(file, "cafe\u0301 crème brûlée")


def test_the_code_opens_however_it_is_typed() -> None:
    file, key, code = made()
    for typed in (code, code.lower(), code.replace("-", " "), code.replace("0", "o").replace("1", "l")):
        opened = keys.open_with(file, typed)
        assert opened and opened.key == key and opened.slot.kind == keys.RECOVERY


def test_a_new_code_is_letters_and_digits_and_one_of_before_that_ends_in_a_sign_still_opens() -> None:
    assert all(keys.new_code().replace("-", "").isalnum() for _ in range(200))
    assert not any(keys.new_code().endswith("U") for _ in range(200))
    file, key = keys.begun()
    before = f"{'0' * 24}10*"  # 32 leaves 32 over of 37: the first of the signs
    file = keys.with_code(file, key, before, NOW, CHEAP)
    opened = keys.open_with(file, before)
    assert keys.is_a_code(before) and opened and opened.key == key


def test_a_slip_in_the_code_is_seen_before_anything_is_tried() -> None:
    for _ in range(50):
        plain = keys.plain_code(keys.new_code())
        assert keys.is_a_code(plain)
        for at in range(len(plain) - 1):
            other = "7" if plain[at] != "7" else "8"
            assert not keys.is_a_code(plain[:at] + other + plain[at + 1 :])
            swapped = plain[:at] + plain[at + 1] + plain[at] + plain[at + 2 :]
            assert swapped == plain or not keys.is_a_code(swapped)
        assert not keys.is_a_code(plain[1:]) and not keys.is_a_code("")


def test_a_new_code_ends_the_one_before() -> None:
    file, key, code = made()
    other = keys.new_code()
    file = keys.with_code(file, key, other, NOW, CHEAP)
    assert keys.open_with(file, code) is None
    assert keys.open_with(file, other)


def test_the_password_store_keeps_a_secret_of_its_own() -> None:
    file, key, _ = made()
    file, kept = keys.with_store(file, key, NOW)
    opened = keys.open_from_store(file, kept)
    assert opened and opened.key == key
    assert key.raw().hex() != kept
    assert keys.open_from_store(file, "0" * 64) is None and keys.open_from_store(file, "odd") is None
    assert keys.open_from_store(keys.without(file, keys.KEYRING), kept) is None


@pytest.mark.parametrize("password", ["short", "0123 4567 8901 2345", "aaaaaaaaaaaaaaaa", "           ."])
def test_what_is_soon_tried_is_no_password(password: str) -> None:
    with pytest.raises(Misuse) as told:
        keys.good(password)
    assert password not in str(told.value) + told.value.advice + told.value.details


def test_suggestions_are_passwords_and_differ() -> None:
    found = {keys.suggested() for _ in range(40)}
    assert len(found) == 40
    for one in found:
        assert keys.good(one) == one and len(set(one.split())) == keys.SUGGESTED_WORDS


def test_the_file_is_read_back_as_it_was_and_holds_nothing_that_opens_it(tmp_path: Path) -> None:
    file, key, code = made()
    file, kept = keys.with_store(file, key, NOW)
    keys.put(tmp_path, file)
    assert keys.of(tmp_path) == file
    for name in ("shop.keys", "backups/shop.keys"):
        text = (tmp_path / name).read_text()
        for secret in (WORDS, code, keys.plain_code(code), kept, key.raw().hex()):
            assert secret not in text
    assert repr(key) == "Key()" and key.raw().hex() not in repr(file)


@pytest.mark.parametrize(
    "change",
    [
        {"person": "tom"},
        {"kind": "recovery"},
        {"cost": [1, 9, 1]},
        {"id": "other"},
        {"made_at": "2020-01-01T00:00:00.000Z"},
    ],
)
def test_a_way_in_that_was_changed_in_the_file_opens_nothing(change: dict[str, object], tmp_path: Path) -> None:
    file, key = keys.begun()
    file = keys.with_password(file, key, "ines", WORDS, NOW, CHEAP)
    told = json.loads(keys.as_bytes(file))
    told["slots"][0].update(change)
    (tmp_path / "shop.keys").write_text(json.dumps(told))
    assert keys.open_with(keys.of(tmp_path), WORDS) is None


def test_a_way_in_of_another_shop_opens_nothing_here(tmp_path: Path) -> None:
    one, other = made()[0], made()[0]
    mixed = KeyFile(one.id, other.slots)
    assert keys.open_with(mixed, WORDS) is None


def test_the_copy_among_the_backups_stands_in_for_a_lost_or_damaged_file(tmp_path: Path) -> None:
    file, _, _ = made()
    keys.put(tmp_path, file)
    (tmp_path / "shop.keys").write_text('{"said_and_done_keys": 1, "id"')
    assert keys.of(tmp_path) == file
    (tmp_path / "shop.keys").unlink()
    assert keys.is_protected(tmp_path) and keys.of(tmp_path) == file
    (tmp_path / "backups" / "shop.keys").write_bytes(b"\0" * 40)
    with pytest.raises(StoreBroken, match="damaged"):
        keys.of(tmp_path)


@pytest.mark.parametrize(
    "cost",
    [[1000, 8, 1], [1, 64 * 1024 * 1024, 1], [1, 8, 5000], [1, 8], "much", [None, 1, 1], [-1, 8, 1], [1e99, 8, 1]]
)  # fmt: skip
def test_a_key_file_can_not_ask_for_all_memory_or_time(cost: object, tmp_path: Path) -> None:
    file, _, _ = made()
    told = json.loads(keys.as_bytes(file))
    told["slots"][0]["cost"] = cost
    (tmp_path / "shop.keys").write_text(json.dumps(told))
    with pytest.raises(StoreBroken):
        keys.of(tmp_path)


@pytest.mark.parametrize(
    "text",
    ["", "[]", "null", "[" * 100_000, "{}", '{"said_and_done_keys": 2}']
    + ['{"said_and_done_keys": 1, "id": "x", "slots": ' + slots + "}" for slots in ("[]", "[7]", "7")],
)
def test_any_other_file_is_told_apart(text: str, tmp_path: Path) -> None:
    (tmp_path / "shop.keys").write_text(text)
    with pytest.raises(StoreBroken):
        keys.of(tmp_path)
