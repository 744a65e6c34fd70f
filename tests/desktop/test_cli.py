"""The command line: errands without a window, one plain sentence when something is wrong."""

from __future__ import annotations

import io
import json
import os
import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from desktop import accounts, cli, counter, migrations, people, pins
from desktop.checkup import check_up
from desktop.cli import Options
from desktop.records import Account, Role
from desktop.shop import Shop
from desktop.store import FILE_NAME, SCHEMA, version_of
from tests.fixtures_shop import Counter

ROOT = Path(__file__).parents[2]


def run(*argv: str) -> int:
    """Runs one call; a window would be a mistake here."""

    def no_window(options: Options) -> int:
        raise AssertionError(f"a window was opened for {options}")

    return cli.main(argv, no_window)


def test_without_a_command_it_opens_the_window_on_the_folder_it_was_given(tmp_path: Path) -> None:
    opened: list[Options] = []

    def window(options: Options) -> int:
        opened.append(options)
        return 0

    assert cli.main(["--folder", str(tmp_path), "--practice"], window) == 0
    assert opened == [Options(tmp_path, practice=True)]
    assert opened[0].shop_folder == tmp_path / "practice"


def test_help_reads_well_and_names_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stop:
        run("--help")
    text = capsys.readouterr().out
    assert stop.value.code == 0
    for word in (
        "check",
        "connect",
        "collect",
        "backup",
        "restore",
        "import",
        "search",
        "pin",
        "export",
        "forget",
        "keep",
        "--practice",
        "--folder",
        "No command ever posts",
    ):
        assert word in text


@pytest.mark.parametrize(
    "argv",
    [
        ("juggle",),
        ("--nothing",),
        ("connect",),
        ("connect", "nowhere"),
        ("connect", "mastodon", "server"),
        ("connect", "mastodon", "colour=blue"),
        ("connect", "mastodon", "token=secret"),
        ("--practice", "connect", "mastodon"),
        ("restore",),
        ("restore", "/no/such/file.db"),
        ("search", "soup"),
        ("export", "--to", "/no/such/folder.csv"),
        ("import", "--look", "/no/such/file.csv"),
    ],
)
def test_misuse_is_one_sentence_and_exit_code_two(
    argv: tuple[str, ...], tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("\n"))
    try:
        code = run("--folder", str(tmp_path), *argv)
    except SystemExit as stop:
        code = int(stop.code or 0)
    said = capsys.readouterr()
    assert code == 2
    assert said.out == ""
    assert said.err.count("\n") == 1
    assert said.err.strip().endswith(".")


def test_the_shop_of_a_newer_program_is_searched_however_many_are_asked_for(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shop = ("--folder", str(tmp_path), "--practice")
    assert run(*shop, "collect") == 0
    capsys.readouterr()
    assert run(*shop, "search", "--most", "9" * 30, "the ") == 0
    here = capsys.readouterr().out
    with closing(sqlite3.connect(tmp_path / "practice" / FILE_NAME)) as conn, conn:
        conn.execute(f"pragma user_version={SCHEMA + 1}")
    assert run("--folder", str(tmp_path / "practice"), "search", "the ") == 0
    assert capsys.readouterr().out == here != ""


def test_a_folder_without_a_shop_is_named_as_one_and_left_as_it_is(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "nobody"
    assert run("--folder", str(folder), "search", "soup") == 2
    assert capsys.readouterr().err == f"There is no shop in {folder} yet.\n" and not folder.exists()


def test_trouble_is_one_sentence_and_exit_code_one(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / FILE_NAME).write_bytes(b"this is no shop" * 500)
    assert run("--folder", str(tmp_path), "collect") == 1
    said = capsys.readouterr()
    assert "couldn't be opened" in said.err
    assert "Traceback" not in said.err


def test_check_says_what_is_there_and_fails_without_a_password_store(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("--folder", str(tmp_path), "check") == 1
    text = capsys.readouterr().out
    for word in ("PySide6-Essentials 6.11", "SQLite", "schema", "Mastodon", "none yet", "password store"):
        assert word in text


def test_check_says_that_a_synced_folder_is_unfit_before_there_is_a_shop(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / ".stfolder").mkdir()
    for name in ("", "new"):
        assert run("--folder", str(tmp_path / name), "check") == 1
        said = capsys.readouterr().out
        assert "a folder that Syncthing copies to other computers" in said and "on a disk of this computer" in said


def test_check_names_the_account_of_what_came_by_hand(at_counter: Counter) -> None:
    with at_counter.shop.store.writing():
        accounts.add(at_counter.shop.store, Account("hand", "by_hand", "", ""), at_counter.clock.now())
    lines, _ = check_up(at_counter.shop.folder)
    assert [line for line in lines if "(by_hand)" in line] == ["Account: Added by hand (by_hand): not checked yet"]


def test_collecting_the_practice_shop_brings_its_people(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("--folder", str(tmp_path), "--practice", "collect") == 0
    assert "Google puddle" in capsys.readouterr().out


def test_backup_and_restore_go_together(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("--folder", str(tmp_path), "--practice", "backup") == 0
    made = next((tmp_path / "practice" / "backups").glob("shop-*.db"))
    assert str(made) in capsys.readouterr().out
    assert run("--folder", str(tmp_path), "--practice", "restore") == 0
    assert "is kept" in capsys.readouterr().out
    assert run("--folder", str(tmp_path), "--practice", "collect") == 0


def test_an_empty_shop_collects_nothing_and_says_so(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("--folder", str(tmp_path), "collect") == 0
    assert capsys.readouterr().out == "No places are connected yet.\n"


def test_searching_speaks_the_query_language_of_the_window(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    practice = ("--folder", str(tmp_path), "--practice")
    assert run(*practice, "collect") == 0
    capsys.readouterr()
    assert run(*practice, "search", "kind:complaint charge OR wobble -nothing") == 0
    lines = capsys.readouterr().out.splitlines()
    assert any("Gus" in line and "Charged £12 for a valve cap" in line for line in lines)
    assert run(*practice, "search", "--json", "valve from:gus") == 0
    [one] = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert (one["from"], one["place"], one["kind"], one["public"]) == ("Gus", "Facebook", "complaint", True)
    assert one["at"].startswith("2025-") and one["text"].startswith("Charged £12")
    assert run(*practice, "search", "the ") == 0
    every = capsys.readouterr().out.splitlines()
    assert run(*practice, "search", "--most", "3", "the ") == 0
    assert capsys.readouterr().out.splitlines() == every[:3] and len(every) > 5
    for no_number in ("0", "-2", "many"):
        with pytest.raises(SystemExit):
            run(*practice, "search", "--most", no_number, "the ")
        assert capsys.readouterr().err == "Argument --most: write a number, 1 or more. Try --help.\n"
    assert run(*practice, "search", "nothing-like-this") == 1
    assert capsys.readouterr().err == "Nothing for “nothing-like-this”.\n"
    assert run(*practice, "search", "kind:nope") == 2
    assert capsys.readouterr().err.startswith("“kind:nope” says nothing. One of:")


def test_what_is_found_can_be_written_into_a_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    practice, file = ("--folder", str(tmp_path), "--practice"), tmp_path / "valves.csv"
    assert run(*practice, "collect") == 0
    capsys.readouterr()
    assert run(*practice, "export", "--to", str(file), "valve from:gus") == 0
    assert capsys.readouterr().out == f"1 conversation: {file}\n"
    assert "Charged £12 for a valve cap" in file.read_text("utf-8")
    assert run(*practice, "export", "--to", str(file), "--no-names", "valve from:gus") == 0
    assert "Gus" not in file.read_text("utf-8")
    assert run(*practice, "export", "--to", str(file), "--no-notes", "valve from:gus") == 0
    assert run(*practice, "export", "--to", str(file), "nothing-like-this") == 1
    assert run(*practice, "export", "--to", str(tmp_path / "valves.doc")) == 2


def test_history_is_looked_at_and_brought_in_once(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file, folder = tmp_path / "reviews.csv", ("--folder", str(tmp_path / "shop"))
    file.write_text("date,name,comment\n2024-02-03,Sol,Lovely buns\nsoon,Pat,No day\n", "utf-8")
    assert run(*folder, "import", str(file), "--place", "nowhere") == 2
    capsys.readouterr()
    assert run(*folder, "import", str(file), "--look") == 1
    assert "1 new, 0 were here already, 1 couldn’t be read." in capsys.readouterr().out
    assert run(*folder, "search", "buns") == 1
    assert run(*folder, "import", str(file), "--place", "yelp") == 1
    said = capsys.readouterr().out
    assert "1 added, 0 were here already" in said and "Row 3: “soon” isn’t a time we can read." in said
    assert run(*folder, "search", "buns place:yelp") == 0
    assert run(*folder, "import", str(file), "--place", "yelp") == 1
    assert "0 added, 1 were here already" in capsys.readouterr().out
    file.write_text("dear diary", "utf-8")
    assert run(*folder, "import", str(file)) == 1
    assert "doesn’t look like an export" in capsys.readouterr().err


def test_the_file_of_an_older_program_is_brought_up_to_date_before_it_is_searched(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Without that, what the search asks for isn't in it yet."""
    file, folder = tmp_path / FILE_NAME, ("--folder", str(tmp_path))
    migrations.make(file, 3)
    assert run(*folder, "--read-only", "search", "buns") == 1
    said = capsys.readouterr().err
    assert "older Said & Done" in said and said.count("\n") == 1 and version_of(file) == 3
    assert run(*folder, "search", "buns") == 1
    assert capsys.readouterr().err == "Nothing for “buns”.\n"
    assert version_of(file) == SCHEMA and (tmp_path / "backups" / "before-upgrade-from-3.db").exists()


def test_nothing_found_is_said_with_what_may_have_been_meant(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file, folder = tmp_path / "reviews.csv", ("--folder", str(tmp_path / "shop"))
    file.write_text("date,name,comment\n2024-02-03,Sol,Lovely buns and no refund\n2024-02-04,Pat,Buns", "utf-8")
    assert run(*folder, "import", str(file)) == 0
    capsys.readouterr()
    assert run(*folder, "search", "refnud") == 1
    said = capsys.readouterr()
    assert (said.out, said.err) == ("", "Nothing for “refnud”. Did you mean “refund”?\n")
    assert run(*folder, "search", "zebra") == 1
    assert capsys.readouterr().err == "Nothing for “zebra”.\n"


def test_a_query_may_be_several_words_and_begin_with_what_is_not_wanted(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file, folder = tmp_path / "reviews.csv", ("--folder", str(tmp_path / "shop"))
    file.write_text("date,name,comment\n2024-02-03,Sol,Lovely buns and no refund\n2024-02-04,Pat,Buns", "utf-8")
    assert run(*folder, "import", str(file)) == 0
    capsys.readouterr()
    assert run(*folder, "search", "-refund", "buns") == 0
    assert [line.split("  ")[2] for line in capsys.readouterr().out.splitlines()] == ["Pat"]
    assert run(*folder, "search", "--json", "lovely", "buns") == 0
    assert json.loads(capsys.readouterr().out)["from"] == "Sol"
    assert run(*folder, "export", "--to", str(tmp_path / "out.csv"), "-from:pat", "--no-notes") == 0
    assert capsys.readouterr().out.startswith("1 conversation:")


def test_of_several_files_the_good_ones_come_in_and_each_bad_one_is_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    good, undated, folder = tmp_path / "good.csv", tmp_path / "undated.csv", ("--folder", str(tmp_path / "shop"))
    good.write_text("date,name,comment\n2024-02-03,Sol,Lovely buns\n", "utf-8")
    undated.write_text("name,comment\nSol,Lovely buns\n", "utf-8")
    assert run(*folder, "import", str(tmp_path / "gone.zip"), str(undated), str(good)) == 2
    said = capsys.readouterr()
    assert said.err.startswith("gone.zip: That file can’t be read") and "\nundated.csv: Say which column" in said.err
    assert "good.csv: Table (CSV)" in said.out and "1 added" in said.out
    undated.unlink()
    assert run(*folder, "import", str(tmp_path)) == 0
    assert "good.csv: Table (CSV)" in capsys.readouterr().out


@pytest.mark.skipif(sys.platform == "win32", reason="nothing is written there unless somebody sets that up")
def test_a_crash_leaves_no_file_of_the_programs_memory(tmp_path: Path) -> None:
    """The key of a protected shop and all that is open in it would stand in one."""
    import resource

    def dumps_are_wanted() -> None:
        most = resource.getrlimit(resource.RLIMIT_CORE)[1]
        resource.setrlimit(resource.RLIMIT_CORE, (most, most))

    dies = (
        "import main, os, resource; main.cli.check = lambda *_: os.write(1, str(resource.getrlimit("
        "resource.RLIMIT_CORE)[0]).encode()) and os.abort(); main.main(['--folder', 'shop', 'check'])"
    )
    done = subprocess.run(
        [sys.executable, "-c", dies], cwd=tmp_path, env={**os.environ, "PYTHONPATH": str(ROOT)}, capture_output=True,
        preexec_fn=dumps_are_wanted, check=False, timeout=60,
    )  # fmt: skip
    assert done.returncode == -signal.SIGABRT, done.stderr
    assert done.stdout == b"0" and not list(tmp_path.glob("core*"))


def test_where_pin_and_sentence_are_lost_the_owner_gets_back_in_at_the_terminal(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shop = Shop.open(tmp_path)
    with shop.store.writing():
        ines = people.add(shop.store, "Ines", Role.OWNER, shop.clock.now())
    shop.set_person(ines)
    tom = counter.add_person(shop, "Tom")
    assert counter.set_pin(shop, ines.id, "2468").sentence
    counter.set_pin(shop, tom.id, "13579")
    for _ in range(5):
        counter.try_pin(shop, ines.id, "1111")
    shop.close()

    assert run("--folder", str(tmp_path), "pin") == 0
    assert capsys.readouterr().out.startswith("Ines (owner): a PIN\nTom (helper): a PIN\n")
    assert run("--folder", str(tmp_path), "pin", "--take-away") == 0
    said = "Ines has no PIN any more, and no recovery sentence. In the window, People has new ones.\n"
    assert capsys.readouterr().out == said
    assert run("--folder", str(tmp_path), "pin", "--take-away") == cli.MISUSE
    assert capsys.readouterr().err.startswith("The owner has no PIN.")

    shop = Shop.open(tmp_path)
    assert pins.holders(shop.store) == {tom.id}
    assert counter.open_for(shop, ines.id).is_right
    event = "select count(*) from events where kind = 'pin_taken_away' and subject = ?"
    assert shop.store.value(event, (ines.id,)) == 1
    shop.close()


def test_without_a_shop_there_is_no_pin_to_take_away(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for given in (("pin",), ("pin", "--take-away")):
        assert run("--folder", str(tmp_path / "none"), *given) == cli.MISUSE
        assert "There is no shop in" in capsys.readouterr().err
    assert not (tmp_path / "none").exists()
    assert run("--folder", str(tmp_path), "--read-only", "pin", "--take-away") == cli.MISUSE
    assert run("--folder", str(tmp_path), "--practice", "pin") == cli.MISUSE
