"""The shop file under a password, in the window: protected, opened, changed, given up."""

from __future__ import annotations

import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop import backups, cli, keys, sealing, vault
from desktop.cli import Options
from desktop.counter import protecting
from desktop.errors import DiskTrouble
from desktop.keys import Cost
from desktop.pins import Locksmith
from desktop.shop import Shop
from desktop.store import FILE_NAME
from desktop.vault import SessionVault
from tests.desktop.test_sealing import CANARY, copied, filled, readable
from tests.fixtures_shop import SATURDAY
from ui.app import Program
from ui.first_line import FirstLine
from ui.main_window import MainWindow
from ui.settings.changes import Change
from ui.settings.copies import BringBack
from ui.settings.dialog import SettingsDialog
from ui.settings.protect_dialog import ProtectDialog
from ui.theme import Theme
from ui.trouble import BugDialog
from ui.unlock import Unlock
from ui.widgets.bars import Bar
from ui.widgets.buttons import LinkButton
from ui.widgets.wrap import WrapLabel

PASSWORD, OTHER = "patient kettles by the harbour", "seven lemons in a wooden box"
CHEAP = Cost(1, 8, 1)
ROOT = Path(__file__).resolve().parents[2]
_SECOND = "import sys, main; sys.exit(main.main(['--folder', sys.argv[1]]))"
PATIENCE = 30_000  # ms; a password takes half a second on a computer with nothing else to do

Start = Callable[[Path], Program]


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("filled") / "shop"
    filled(folder)
    return folder


@pytest.fixture
def folder(sample: Path, tmp_path: Path) -> Path:
    return copied(sample, tmp_path / "shop")


@pytest.fixture
def store(monkeypatch: pytest.MonkeyPatch) -> SessionVault:
    """What stands for this computer's password store."""
    kept = SessionVault()
    monkeypatch.setattr(vault, "KeyringVault", lambda: kept)
    return kept


@pytest.fixture
def start(
    qapp: QApplication, look: Theme, qtbot: QtBot, store: SessionVault, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Start]:
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    programs: list[Program] = []

    def started(folder: Path) -> Program:
        programs.append(Program(qapp, Options(folder)))
        programs[-1].start()
        return programs[-1]

    yield started
    for program in programs:
        end(program)
    QApplication.processEvents()


def end(program: Program) -> None:
    if isinstance(program.window, MainWindow):
        program.window.close_for_good()
    elif program.window is not None:
        program.window.close()
    dialog = getattr(program, "_dialog", None)
    if dialog is not None and dialog.isVisible():
        dialog.close()


def protected(folder: Path, *, code: str = "") -> str:
    """Puts it under a password of its owner, cheaply made; the code is returned."""
    with_owner = Shop.open(folder, vault=SessionVault(), locksmith=Locksmith())
    owner = with_owner.me.id
    with_owner.close()
    file, key = keys.begun()
    code = keys.new_code()
    file = keys.with_password(file, key, owner, PASSWORD, SATURDAY, CHEAP)
    sealing.protect(folder, keys.with_code(file, key, code, SATURDAY, CHEAP), key)
    return code


def opened(program: Program, qtbot: QtBot) -> MainWindow:
    qtbot.waitUntil(
        lambda: isinstance(program.window, MainWindow) and program.window.isVisible(), timeout=PATIENCE
    )
    window = program.window
    assert isinstance(window, MainWindow)
    session = program.session
    assert session is not None
    qtbot.waitUntil(lambda: "actions" in vars(session), timeout=PATIENCE)
    return window


def asked(program: Program) -> Unlock:
    assert isinstance(program.window, Unlock), program.window
    return program.window


def type_password(program: Program, text: str) -> Unlock:
    window = asked(program)
    window.field.clear()
    QTest.keyClicks(window.field, text)
    QTest.keyClick(window.field, Qt.Key.Key_Return)
    return window


def bars(window: MainWindow) -> list[str]:
    """Without what a page says the first time somebody sees it."""
    return [bar.text() for bar in window.findChildren(Bar) if not isinstance(bar.parentWidget(), FirstLine)]


def ask(program: Program, change: Change) -> ProtectDialog:
    """The dialog behind a button of the settings."""
    assert program.session is not None and program.window is not None
    program.session.actions.show_settings()
    (settings,) = program.window.findChildren(SettingsDialog)
    (data,) = settings.list.findItems("Data", Qt.MatchFlag.MatchExactly)
    settings.list.setCurrentItem(data)
    assert settings.protection.buttons[change].isVisible()
    settings.protection.buttons[change].click()
    found = settings.findChildren(ProtectDialog)
    return found[0]


def fill(dialog: ProtectDialog, qtbot: QtBot, *, now: str = "", new: str = "") -> str:
    """Types and goes on; the code is copied from the screen. Returns it."""
    for field, text in ((dialog.now, now), (dialog.new, new), (dialog.again, new)):
        QTest.keyClicks(field, text)
    dialog.go.click()
    if dialog._words.shows_code:
        qtbot.waitUntil(lambda: dialog.card.isVisible(), timeout=PATIENCE)
        assert not dialog.go.isEnabled(), "nothing goes on before the code was typed back"
        code = dialog.card.label.text()
        QTest.keyClicks(dialog.card.field, code[-7:].lower())
        dialog.go.click()
        return code
    return ""


# ---- the story -------------------------------------------------------------------------------------------------


def test_the_owner_protects_the_shop_and_opens_it_with_the_password_and_with_the_code(
    start: Start, folder: Path, qtbot: QtBot
) -> None:
    program = start(folder)
    opened(program, qtbot)
    code = fill(ask(program, Change.PROTECT), qtbot, new=PASSWORD)
    qtbot.waitUntil(lambda: program.at_rest.key is not None, timeout=PATIENCE)
    window = opened(program, qtbot)
    assert bars(window)[0].startswith("The shop file is protected now.")
    assert window.shop.store.value("select count(*) from posts where text = ?", (CANARY,)) == 1
    assert window.shop.store.value("select count(*) from events where kind = 'file_protected'") == 1
    assert readable(folder) == []
    end(program)

    program = start(folder)
    shown = asked(program)
    assert shown.windowTitle() == "Said & Done", "nothing of the shop, not even its name"
    type_password(program, "patient kettles by the harbor")
    qtbot.waitUntil(lambda: "isn’t a password of this shop" in shown.said.text(), timeout=PATIENCE)
    assert shown.field.displayText() != shown.field.text(), "hidden until somebody wants to see it"
    QTest.keyClick(shown.field, Qt.Key.Key_S, Qt.KeyboardModifier.AltModifier)
    assert shown.field.displayText() == "patient kettles by the harbor"
    shown.field.selectAll()
    QTest.keyClicks(shown.field, PASSWORD)
    QTest.keyClick(shown.field, Qt.Key.Key_Return)
    opened(program, qtbot)
    end(program)

    program = start(folder)
    type_password(program, code.lower())
    assert bars(opened(program, qtbot)) == ["You came in with the recovery code."]


def test_after_the_third_wrong_password_it_waits_longer_each_time(
    start: Start, folder: Path, qtbot: QtBot
) -> None:
    protected(folder)
    program = start(folder)
    window = asked(program)
    for text in ("one", "two", "three"):
        type_password(program, text)
        qtbot.waitUntil(lambda: "isn’t a password" in window.said.text(), timeout=PATIENCE)
        window.said.setText("") if text != "three" else None
    assert window.said.text().endswith("You can try again in 5 seconds.")
    assert window.field.isReadOnly() and not window.go.isEnabled()
    window.try_it()
    assert not window.note.isVisible(), "nothing is tried meanwhile"
    for _ in range(5):
        window._count()
    assert window.note.text() == "Try again now." and not window.field.isReadOnly()
    type_password(program, "four")
    qtbot.waitUntil(lambda: "in 10 seconds" in window.said.text(), timeout=PATIENCE)


def test_closing_the_window_that_asks_ends_it_and_leaves_the_folder_free(
    start: Start, folder: Path, qtbot: QtBot
) -> None:
    protected(folder)
    program = start(folder)
    asked(program).close()
    start(folder)


def test_a_second_start_while_the_password_is_asked_for_brings_that_window_forward(
    start: Start, folder: Path, qtbot: QtBot
) -> None:
    protected(folder)
    program = start(folder)
    shown = asked(program)
    shown.showMinimized()
    second = subprocess.Popen([sys.executable, "-c", _SECOND, str(folder)], cwd=ROOT)
    try:
        qtbot.waitUntil(lambda: second.poll() is not None, timeout=PATIENCE)
    finally:
        second.kill()
        second.wait()
    assert second.returncode == 0, "it asked for nothing, and ended"
    assert shown.isVisible() and not shown.isMinimized()
    type_password(program, PASSWORD)
    assert not opened(program, qtbot).shop.read_only, "the folder was held for this window"
    end(program)
    type_password(start(folder), PASSWORD)


def test_what_was_forgotten_is_set_anew_with_the_code(start: Start, folder: Path, qtbot: QtBot) -> None:
    code = protected(folder)
    program = start(folder)
    type_password(program, code)
    window = opened(program, qtbot)
    (link,) = [link for link in window.findChildren(LinkButton) if link.text() == "Set a new password…"]
    link.click()
    (dialog,) = window.findChildren(ProtectDialog)
    fill(dialog, qtbot, now=code, new=OTHER)
    qtbot.waitUntil(lambda: keys.open_with(keys.of(folder), OTHER) is not None, timeout=PATIENCE)
    assert keys.open_with(keys.of(folder), PASSWORD) is None


def test_a_change_needs_a_way_in_again(start: Start, folder: Path, qtbot: QtBot) -> None:
    """Whoever finds the window open can't make themselves a password."""
    protected(folder)
    program = start(folder)
    type_password(program, PASSWORD)
    opened(program, qtbot)
    dialog = ask(program, Change.PASSWORD)
    fill(dialog, qtbot, now="not the password", new=OTHER)
    qtbot.waitUntil(lambda: "isn’t a password" in dialog.trouble.text(), timeout=PATIENCE)
    assert keys.open_with(keys.of(folder), OTHER) is None and dialog.isVisible()


def test_what_is_typed_wrong_is_said_before_anything_is_done(start: Start, folder: Path, qtbot: QtBot) -> None:
    program = start(folder)
    opened(program, qtbot)
    dialog = ask(program, Change.PROTECT)
    for new, again, said in (
        ("short", "short", "at least 12 characters"),
        (PASSWORD, PASSWORD + ".", "aren’t the same"),
    ):
        dialog.new.setText(new)
        dialog.again.setText(again)
        dialog.go.click()
        assert said in dialog.trouble.text()
        QApplication.processEvents()
        hidden = dialog.trouble.visibleRegion().boundingRect() != dialog.trouble.rect()
        assert not hidden, "what is wrong stands in the dialog whole, not below its edge"
    dialog.suggest.click()
    dialog.again.setText(dialog.new.text())
    dialog.go.click()
    assert dialog.card.isVisible()
    QTest.keyClicks(dialog.card.field, "ZZZ-ZZZ")
    assert not dialog.go.isEnabled()
    dialog.reject()
    assert not keys.is_protected(folder)


def test_tab_goes_from_the_new_password_to_its_repetition(start: Start, folder: Path, qtbot: QtBot) -> None:
    program = start(folder)
    opened(program, qtbot)
    dialog = ask(program, Change.PROTECT)
    for _ in range(2):  # the space of a password of words must not press “Suggest one” and replace what was typed
        QTest.keyClicks(dialog.focusWidget(), PASSWORD)
        QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Tab)
    assert (dialog.new.text(), dialog.again.text()) == (PASSWORD, PASSWORD)
    dialog.reject()


def test_a_helper_gets_a_password_and_loses_it_when_they_leave(
    start: Start, folder: Path, qtbot: QtBot
) -> None:
    from desktop import counter

    protected(folder)
    program = start(folder)
    type_password(program, PASSWORD)
    window = opened(program, qtbot)
    tom = counter.add_person(window.shop, "Tom")
    dialog = ask(program, Change.PERSON)
    assert dialog.person.currentText() == "Tom"
    fill(dialog, qtbot, now=PASSWORD, new=OTHER)
    qtbot.waitUntil(lambda: len(protecting.ways_in(window.shop).people) == 2, timeout=PATIENCE)
    (settings,) = window.findChildren(SettingsDialog)
    done = settings.protection.done
    qtbot.waitUntil(done.isVisible, timeout=PATIENCE)
    assert done.text() == "They can open the shop with it now", "the toast is behind the settings"
    assert keys.open_with(keys.of(folder), OTHER)
    counter.remove_person(window.shop, tom.id)
    assert keys.open_with(keys.of(folder), OTHER) is None


def test_a_new_key_makes_every_earlier_way_in_useless(start: Start, folder: Path, qtbot: QtBot) -> None:
    code = protected(folder)
    before = keys.of(folder)
    program = start(folder)
    type_password(program, PASSWORD)
    opened(program, qtbot)
    old = program.at_rest.key
    new_code = fill(ask(program, Change.KEY), qtbot, now=PASSWORD, new=OTHER)
    qtbot.waitUntil(lambda: program.at_rest.key != old, timeout=PATIENCE)
    window = opened(program, qtbot)
    assert bars(window)[0].startswith("The shop’s files have a new key.")
    now = keys.of(folder)
    assert now.id != before.id and not keys.open_with(now, PASSWORD) and not keys.open_with(now, code)
    assert keys.open_with(now, OTHER) and keys.open_with(now, new_code)


def test_the_protection_can_be_taken_away(start: Start, folder: Path, qtbot: QtBot) -> None:
    protected(folder)
    program = start(folder)
    type_password(program, PASSWORD)
    opened(program, qtbot)
    fill(ask(program, Change.REMOVE), qtbot, now=PASSWORD)
    qtbot.waitUntil(lambda: program.at_rest.key is None, timeout=PATIENCE)
    window = opened(program, qtbot)
    assert bars(window) == ["The shop file isn’t protected any more."]
    end(program)
    opened(start(folder), qtbot)
    assert not keys.is_protected(folder)


def test_an_interrupted_rewriting_that_was_given_up_is_said(start: Start, folder: Path, qtbot: QtBot) -> None:
    """Who pressed *Protect it now* and lost power believes that the files are protected."""
    (folder / "shop.converting").write_text('{"files": "begun"}')
    (folder / "shop.db.converted").write_bytes(b"half of it")
    program = start(folder)
    assert bars(opened(program, qtbot)) == [
        "Rewriting the shop’s files was interrupted. They are as they were before. Do it again in Settings, Data."
    ]
    assert not (folder / "shop.db.converted").exists()
    end(program)
    assert bars(opened(start(folder), qtbot)) == [], "said once"


def test_an_interrupted_rewriting_that_was_finished_is_said_after_the_password(
    start: Start, folder: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def killed(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched, pytest.raises(KeyboardInterrupt):
        patched.setattr(sealing, "_put_in_place", killed)
        protected(folder)
    assert not keys.is_protected(folder)
    program = start(folder)
    type_password(program, PASSWORD)
    assert bars(opened(program, qtbot)) == [
        "Rewriting the shop’s files was interrupted, and is finished now. They are protected."
    ]
    assert readable(folder) == []


def test_a_folder_that_somebody_rewrites_now_was_not_interrupted(start: Start, folder: Path) -> None:
    holder = Shop.open(folder, vault=SessionVault(), locksmith=Locksmith())
    (folder / "shop.converting").write_text('{"files": "begun"}')
    program = start(folder)
    assert program.at_rest.broken_off == "" and program.session is None
    holder.close()


def test_the_computers_password_store_opens_it_where_the_owner_chose_that(
    start: Start, folder: Path, store: SessionVault, qtbot: QtBot
) -> None:
    protected(folder)
    program = start(folder)
    type_password(program, PASSWORD)
    window = opened(program, qtbot)
    fill(ask(program, Change.STORE), qtbot, now=PASSWORD)
    qtbot.waitUntil(lambda: protecting.ways_in(window.shop).is_in_store, timeout=PATIENCE)
    name = keys.store_name(keys.of(folder))
    qtbot.waitUntil(lambda: bool(store.load(name)), timeout=PATIENCE)
    end(program)

    program = start(folder)
    window = opened(program, qtbot)
    assert program.at_rest.key is not None
    end(program)

    store.forget(name)
    program = start(folder)
    qtbot.waitUntil(lambda: isinstance(program.window, Unlock), timeout=PATIENCE)
    assert asked(program).note.text() == "This computer’s password store didn’t open it."
    type_password(program, PASSWORD)
    window = opened(program, qtbot)
    program.session.actions.protect(Change.ASK)  # type: ignore[union-attr]
    qtbot.waitUntil(lambda: not protecting.ways_in(window.shop).is_in_store, timeout=PATIENCE)


def test_when_it_can_not_be_protected_the_shop_opens_as_before_and_says_why(
    start: Start, folder: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise DiskTrouble("There's too little room on this disk.", advice="Nothing was changed.")

    monkeypatch.setattr(sealing, "_mind_the_room", full)
    program = start(folder)
    first = opened(program, qtbot)
    fill(ask(program, Change.PROTECT), qtbot, new=PASSWORD)
    qtbot.waitUntil(
        lambda: isinstance(program.window, MainWindow) and program.window is not first, timeout=PATIENCE
    )
    window = opened(program, qtbot)
    assert bars(window) == ["There's too little room on this disk. Nothing was changed."]
    assert not keys.is_protected(folder)


def test_a_lost_key_file_is_said_and_nothing_is_made_anew(
    start: Start, folder: Path, qtbot: QtBot
) -> None:
    protected(folder)
    for path in (folder / "shop.keys", folder / "backups" / "shop.keys"):
        path.write_bytes(b"\0")
    program = start(folder)
    qtbot.waitUntil(lambda: hasattr(program, "_dialog") and program._dialog.isVisible(), timeout=PATIENCE)
    said = " ".join(label.text() for label in program._dialog.findChildren(WrapLabel))
    assert "The file with the keys of this shop is damaged." in said and "Put back shop.keys" in said
    assert (folder / "shop.keys").read_bytes() == b"\0"


def test_of_a_damaged_protected_file_the_newest_copy_opens_and_takes_its_place(
    start: Start, folder: Path, qtbot: QtBot
) -> None:
    protected(folder)
    data = bytearray((folder / "shop.db").read_bytes())
    data[:4096] = bytes(4096)
    (folder / "shop.db").write_bytes(data)
    for journal in folder.glob("shop.db-*"):
        journal.unlink()
    program = start(folder)
    type_password(program, PASSWORD)
    window = opened(program, qtbot)
    assert window.shop.read_only and window.shop.name == "Corner Shop"
    assert bars(window)[0].startswith("Your shop’s file couldn’t be opened. A copy from ")
    (link,) = [link for link in window.findChildren(LinkButton) if link.text() == "Use this copy"]
    link.click()
    (asking,) = window.findChildren(BringBack)
    asking.accept()
    qtbot.waitUntil(
        lambda: isinstance(program.window, MainWindow) and not program.window.shop.read_only, timeout=PATIENCE
    )
    window = opened(program, qtbot)
    (said,) = bars(window)
    assert said.startswith("The copy is in use now. The file it replaced is kept beside it: replaced-")
    assert window.shop.store.value("select count(*) from posts where text = ?", (CANARY,)) == 1
    assert readable(folder) == []


def test_helpers_and_the_pretend_shop_are_offered_nothing(
    start: Start, folder: Path, qtbot: QtBot
) -> None:
    from desktop import counter

    program = start(folder)
    window = opened(program, qtbot)
    tom = counter.add_person(window.shop, "Tom")
    window.shop.set_person(tom)
    settings = SettingsDialog(window.shop)
    qtbot.addWidget(settings)
    assert all(button.isHidden() for button in settings.protection.buttons.values())
    assert settings.protection.state.text().endswith("Only Ines can change this.")


def test_a_bug_over_the_copy_of_a_damaged_protected_shop_holds_no_words(
    start: Start, folder: Path, qtbot: QtBot, capsys: pytest.CaptureFixture[str]
) -> None:
    shop = Shop.open(folder, vault=SessionVault(), locksmith=Locksmith())
    backups.daily(shop.store, folder, shop.clock.local(shop.clock.now()))
    shop.close()
    protected(folder)
    (folder / FILE_NAME).write_bytes(b"not a database at all" * 100)
    program = start(folder)
    type_password(program, PASSWORD)
    window = opened(program, qtbot)
    assert window.shop.read_only and window.shop.key is not None
    error = ValueError(CANARY)
    sys.excepthook(ValueError, error, None)
    qtbot.waitUntil(lambda: any(one.isVisible() for one in window.findChildren(BugDialog)), timeout=PATIENCE)
    (dialog,) = window.findChildren(BugDialog)
    said = capsys.readouterr().err
    assert "ValueError" in said and CANARY not in said + dialog._details.toPlainText()
    dialog.accept()


def test_a_mistake_of_ours_before_a_protected_shop_is_open_says_no_word_of_it(
    start: Start, folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    protected(folder)

    words = "Wilhelmina Quastenberg said it tasted of tin"

    def broken(*_: object) -> Shop:
        raise ValueError(words)

    monkeypatch.setattr(cli, "open_shop", broken)
    start(folder)
    said = capsys.readouterr().err
    assert "ValueError" in said and words not in said
