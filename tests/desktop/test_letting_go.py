"""`forget` and `keep`: what would go is said, and goes only when told to; the window can bring it back."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop import counter, past, people, settings
from desktop.shop import Shop
from desktop.vault import SessionVault
from tests.desktop.test_cli import run
from tests.fixtures_shop import Counter, open_counter

Said = pytest.CaptureFixture[str]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A shop with two people called Marta K., each at another place, and Omar; all of them answered."""
    at = open_counter(tmp_path / "shop")
    _hear(at, "The lemon tart was raw dough.", "Marta K.")
    _hear(at, "The box was crushed.", "Omar S.")
    at.place = "google"
    _hear(at, "Lovely bread, Zanzibar seeds.", "Marta K.")
    with at.shop.store.writing():
        settings.put(at.shop.store, settings.KEEP_PRIVATE, 0)
    at.shop.close()
    return tmp_path / "shop"


def _hear(at: Counter, text: str, who: str) -> None:
    one = at.hear(text, who)
    at.answer(one, f"Thank you, {who}. Ines")
    counter.done(at.shop, one)


def names(folder: Path) -> list[str]:
    shop = Shop.open(folder, vault=SessionVault(), read_only=True)
    try:
        return sorted(row.author_name for row in past.page(shop.store, list(past.newest(shop.store))))
    finally:
        shop.close()


def test_who_it_would_be_is_said_and_nothing_goes(folder: Path, capsys: Said) -> None:
    assert run("--folder", str(folder), "forget", "marta") == 0
    said = capsys.readouterr().out
    assert said.count("Marta K.") == 2 and "Facebook" in said and "Google" in said
    assert "Nothing was removed." in said and len(names(folder)) == 3
    assert run("--folder", str(folder), "forget", "nobody") == 1
    assert "Nobody here is called “nobody”." in capsys.readouterr().out


def test_of_two_of_one_name_the_place_says_which_and_it_can_be_undone(folder: Path, capsys: Said) -> None:
    here = ("--folder", str(folder))
    assert run(*here, "forget", "Marta", "--remove") == 2, "half a name is nobody's"
    assert run(*here, "forget", "Marta K.", "--remove") == 2
    said = capsys.readouterr().err
    assert "Several are called “Marta K.”" in said and "--place PLACE" in said and len(names(folder)) == 3
    assert run(*here, "forget", "marta k.", "--place", "Google", "--remove") == 0
    assert "Everything Marta K. wrote is gone from here: 1 message." in capsys.readouterr().out
    assert names(folder).count("Marta K.") == 1
    assert run(*here, "search", "zanzibar") == 1
    assert b"Zanzibar" not in (folder / "shop.db").read_bytes()
    capsys.readouterr()
    assert run(*here, "forget", "--list") == 0
    assert capsys.readouterr().out.startswith("Marta K.  Google  1 message  until ")
    assert run(*here, "forget", "Omar S.", "--undo") == 2
    assert run(*here, "forget", "Marta K.", "--undo") == 0
    assert run(*here, "search", "zanzibar") == 0
    assert names(folder) == ["Marta K.", "Marta K.", "Omar S."]


def test_of_two_of_one_name_at_one_place_the_sign_beside_them_says_which(folder: Path, capsys: Said) -> None:
    shop = Shop.open(folder, vault=SessionVault())
    with shop.store.writing():
        shop.store.write("update authors set name = 'Omar S.', handle = '' where name = 'Marta K.'")
        shop.store.write("update authors set platform = 'facebook'")
    shop.close()
    here = ("--folder", str(folder))
    assert run(*here, "forget", "omar") == 0
    lines = capsys.readouterr().out.splitlines()[:3]
    told = [(said, line) for line in lines for said in ("tart", "box", "Lovely") if said in line]
    sign = {said: line.rpartition("[")[2].rstrip("]") for said, line in told}
    assert len(set(sign.values())) == 3
    assert run(*here, "forget", "Omar S.", "--remove") == 2
    said = capsys.readouterr().err
    assert f"[{sign['box']}]" in said and "--which" in said and len(names(folder)) == 3
    assert run(*here, "forget", "Omar S.", "--remove", "--which", "000000") == 2
    assert "with the sign 000000" in capsys.readouterr().err
    assert run(*here, "forget", "Omar S.", "--remove", "--which", f"[{sign['box']}]") == 0
    capsys.readouterr()
    assert run(*here, "search", "crushed") == 1 and run(*here, "search", "lemon") == 0


def test_only_the_owner_removes_and_never_read_only_or_in_practice(folder: Path, tmp_path: Path, capsys: Said) -> None:
    assert run("--folder", str(folder), "--read-only", "forget", "Omar S.", "--remove") == 2
    assert run("--folder", str(tmp_path), "--practice", "forget", "Gus", "--remove") == 2
    assert "In the pretend shop nothing is removed." in capsys.readouterr().err
    at = open_counter(folder)
    counter.add_person(at.shop, "Tom")
    at.shop.set_person(next(one for one in people.all(at.shop.store) if one.name == "Tom"))
    at.shop.close()
    assert run("--folder", str(folder), "forget", "Omar S.", "--remove") == 2
    assert run("--folder", str(folder), "keep", "--public", "1", "--remove") == 2
    assert "Only the owner removes anything. Tom was here last" in capsys.readouterr().err
    assert len(names(folder)) == 3


def test_another_time_is_tried_first_and_what_is_older_goes_when_told_to(folder: Path, capsys: Said) -> None:
    here = ("--folder", str(folder))
    assert run(*here, "keep") == 0
    kept = "Private messages are kept for ever.\nPublic messages are kept for ever.\n"
    assert capsys.readouterr().out == kept
    assert run(*here, "keep", "--public", "1") == 0
    said = capsys.readouterr().out
    assert said.startswith("6 public messages would be removed") and "Nothing was changed" in said
    assert run(*here, "keep") == 0 and capsys.readouterr().out == kept
    assert len(names(folder)) == 3
    assert run(*here, "keep", "--public", "1", "--remove") == 0
    said = capsys.readouterr().out
    assert said.startswith("Removed: 6 public messages.\n") and "Public messages are kept 1 month." in said
    assert names(folder) == []
    assert run(*here, "keep", "--private", "12") == 0, "nothing is older: no need to ask"
    assert "Private messages are kept 12 months." in capsys.readouterr().out


@pytest.mark.parametrize("months", ["-1", "1.5", "many", "999999"])
def test_what_is_no_number_of_months_is_said(folder: Path, months: str, capsys: Said) -> None:
    with pytest.raises(SystemExit) as stop:
        run("--folder", str(folder), "keep", f"--public={months}")
    assert stop.value.code == 2 and "is no number of months" in capsys.readouterr().err
