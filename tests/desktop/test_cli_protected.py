"""The command line on a protected shop: the password is typed at a terminal, and comes from nowhere else."""

from __future__ import annotations

import os
import subprocess
import sys
import warnings
from contextlib import closing
from pathlib import Path

import pytest

from desktop import backups, cli, keys, sealing, terminal
from desktop.driver import Key
from desktop.keys import KeyFile
from desktop.store import FILE_NAME, check_file
from tests.desktop.test_sealing import CANARY, PASSWORD, copied, filled, opened, readable, ways_in
from tests.fixtures_shop import SATURDAY

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs a terminal that a test can make")
ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, KeyFile, Key]:
    folder = tmp_path_factory.mktemp("filled") / "shop"
    filled(folder)
    file, key = ways_in()
    sealing.protect(folder, file, key)
    return folder, file, key


def at_a_terminal(folder: Path, *argv: str, types: tuple[str, ...]) -> tuple[int, str]:
    """Runs a command in a terminal of its own where somebody types these lines. (exit code, what it showed)"""
    import pty

    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # Python 3.12 warns where a library has threads
        child, terminal = pty.fork()
    if not child:
        os.chdir(ROOT)
        os.execv(sys.executable, [sys.executable, "main.py", "--folder", str(folder), *argv])
    shown, waiting = b"", list(types)
    while True:
        try:
            piece = os.read(terminal, 4096)
        except OSError:  # the other side has ended
            break
        if not piece:
            break
        shown += piece
        if waiting and piece.rstrip().endswith(b":"):
            os.write(terminal, waiting.pop(0).encode() + b"\n")
    os.close(terminal)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), shown.decode()


def test_a_copy_is_made_after_the_password_was_typed(sample: tuple[Path, KeyFile, Key], tmp_path: Path) -> None:
    folder, file, key = copied(sample[0], tmp_path / "shop"), *sample[1:]
    code, shown = at_a_terminal(folder, "backup", str(tmp_path / "copy.db"), types=("wrong words here", PASSWORD))
    assert code == 0 and "Copied and checked" in shown
    assert "That isn't a password of this shop" in shown
    assert PASSWORD not in shown and "wrong words" not in shown, "nothing typed is shown"
    check_file(tmp_path / "copy.db", key)
    assert keys.read(tmp_path / "copy.keys") == file


def test_after_three_wrong_passwords_it_stays_closed(sample: tuple[Path, KeyFile, Key], tmp_path: Path) -> None:
    code, shown = at_a_terminal(sample[0], "backup", str(tmp_path), types=("one", "two", "three", PASSWORD))
    assert code == 1 and "stays closed" in shown and not list(tmp_path.glob("*.db"))


def test_check_looks_into_it_with_the_password_and_says_what_opens_it(sample: tuple[Path, KeyFile, Key]) -> None:
    _, shown = at_a_terminal(sample[0], "check", types=(PASSWORD,))
    assert "Protected: 1 password" in shown and "check ok" in shown and "2 messages" in shown


def test_without_a_terminal_nothing_is_opened(sample: tuple[Path, KeyFile, Key], tmp_path: Path) -> None:
    for command in ("collect", "backup", "check"):
        run = subprocess.run(
            [sys.executable, "main.py", "--folder", str(sample[0]), command],
            input=PASSWORD + "\n",
            capture_output=True,
            text=True,
            check=False,
            cwd=ROOT,
            start_new_session=True,
            env={**os.environ, "SAID_AND_DONE_PASSWORD": PASSWORD, "HOME": str(tmp_path)},
        )
        assert run.returncode == 1
        assert "protected with a password" in run.stdout + run.stderr
        assert "Traceback" not in run.stderr


def test_a_protected_copy_brings_its_protection_along(sample: tuple[Path, KeyFile, Key], tmp_path: Path) -> None:
    with closing(opened(sample[0], sample[2])) as shop:
        away = backups.now(shop.store, sample[0], shop.clock.local(shop.clock.now()), tmp_path / "away.db")
    for name in ("plain", "empty"):
        folder = tmp_path / name
        if name == "plain":
            filled(folder)
        code, shown = at_a_terminal(folder, "restore", str(away), types=(PASSWORD,))
        assert code == 0, shown
        assert readable(folder) == []
        with closing(opened(folder, sample[2])) as shop:
            assert shop.store.value("select count(*) from posts where text = ?", (CANARY,)) == 1


def test_a_protected_copy_without_its_key_file_says_so(
    sample: tuple[Path, KeyFile, Key], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    lone = tmp_path / "lone.db"
    lone.write_bytes((sample[0] / "backups" / "shop-2025-06-14.db").read_bytes())
    code = cli.main(["--folder", str(tmp_path / "new"), "restore", str(lone)], lambda _: 0)
    assert code == 1 and "Put lone.keys there" in capsys.readouterr().err


def test_the_newest_copy_comes_back_under_the_password(sample: tuple[Path, KeyFile, Key], tmp_path: Path) -> None:
    folder = copied(sample[0], tmp_path / "shop")
    (folder / FILE_NAME).write_bytes(b"nothing of use")
    code, shown = at_a_terminal(folder, "restore", types=(PASSWORD,))
    assert code == 0 and "Brought back" in shown
    with closing(opened(folder, sample[2])) as shop:
        assert shop.name == "Corner Shop"


def test_the_computers_password_store_opens_it_without_asking(
    sample: tuple[Path, KeyFile, Key], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from desktop import vault
    from desktop.vault import SessionVault

    folder = copied(sample[0], tmp_path / "shop")
    file, kept = keys.with_store(sample[1], sample[2], SATURDAY)
    keys.put(folder, file)
    store = SessionVault()
    monkeypatch.setattr(vault, "KeyringVault", lambda: store)
    store.save(keys.store_name(file), {"key": kept})
    assert terminal.key_of(folder) == sample[2]


def test_a_mistake_of_ours_says_no_word_of_a_protected_shop(
    sample: tuple[Path, KeyFile, Key],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    def broken(*_: object, **__: object) -> int:
        try:
            raise KeyError(CANARY)
        except KeyError as first:
            raise ValueError(f"{CANARY} again") from first

    monkeypatch.setattr(cli, "collect_once", broken)
    assert cli.main(["--folder", str(sample[0]), "collect"], lambda _: 0) == cli.TROUBLE
    said = capsys.readouterr().err
    assert "Wilhelmina" not in said and "raisin" not in said
    assert "KeyError\n" in said and said.endswith("ValueError\n") and "in broken" in said
    with pytest.raises(ValueError, match="Wilhelmina"):
        cli.main(["--folder", str(tmp_path), "collect"], lambda _: 0)
