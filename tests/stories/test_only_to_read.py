"""A shop that is open to read only: whatever can't be done there says so, in one sentence."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop import complaints, settings
from desktop.errors import ReadOnly
from desktop.records import Stage
from desktop.shop import Shop
from tests.stories.driver import Driver
from tests.stories.fenny_lane import open_fenny_lane
from ui.background import AtOnce
from ui.complaints.page import ComplaintsPage
from ui.ending import Tab
from ui.theme import Theme

SAYS = "This shop is open to read only."


class Reader(Driver):
    def __init__(self, shop: Shop) -> None:
        super().__init__(shop, AtOnce(shop.changes))
        self.said: list[str] = []
        self.window.bridge.toast_wanted.connect(lambda toast: self.said.append(toast.text))

    def heard(self) -> list[str]:
        """What was said since the last time."""
        QApplication.processEvents()
        said, self.said = self.said, []
        return list(dict.fromkeys(said))

    def dialogs(self) -> list[str]:
        shown = [one for one in QApplication.topLevelWidgets() if one.isVisible()]
        return [type(one).__name__ for one in shown if one is not self.window]


@pytest.fixture
def reader(tmp_path: Path, look: Theme, qtbot: QtBot) -> Iterator[Reader]:
    shop = open_fenny_lane(tmp_path)
    folder, clock = shop.folder, shop.clock
    shop.close()
    made = Reader(Shop.open(folder, clock=clock, read_only=True))
    yield made
    made.end()


def test_a_look_around_says_nothing_of_it_but_the_bar(reader: Reader) -> None:
    for page in reader.window.entries:
        reader.window.go(page)
        QApplication.processEvents()
    assert reader.heard() == []


def test_every_act_of_a_conversation_says_so(reader: Reader) -> None:
    reader.window.go("complaints")
    one = complaints.in_stage(reader.session.shop.store, Stage.ANSWERED)[0]
    reader.window.open_conversation(one.id)
    QApplication.processEvents()
    assert reader.view.known is not None
    reader.heard()
    silent = {}
    for name, act in reader.view.doing.table().items():
        if name in ("copy_link", "browser", "back"):
            continue
        act()
        if (said := reader.heard()) != [SAYS] or reader.view.doing.popup is not None or reader.dialogs():
            silent[name] = said
    assert silent == {}
    assert reader.view.known.one.id == one.id, "E went on to nobody else"


def test_the_board_says_so_before_anything_is_asked(reader: Reader) -> None:
    page = reader.window.go("complaints")
    assert isinstance(page, ComplaintsPage)
    one = complaints.in_stage(reader.session.shop.store, Stage.ANSWERED)[0]
    acts: dict[str, Callable[[], None]] = {
        "move": lambda: page.acts.move(one, Stage.FIXED),
        "fixed": lambda: page.acts.mark_fixed(one),
        "ending": lambda: page.acts.ending(one, Tab.SHOWS),
        "standing": lambda: page.acts.leave_standing(one),
        "done": lambda: page.acts.done_here(one),
    }
    for name, act in acts.items():
        act()
        assert (name, reader.heard(), reader.dialogs()) == (name, [SAYS], [])
    page._seen_line()
    assert reader.heard() == [], "a line that was read goes without a word"


def test_the_menus_say_so(reader: Reader) -> None:
    actions = {action.text().replace("&", ""): action for action in reader.window.findChildren(QAction)}
    for name in ("Add by hand…", "Bring in history…", "Hold the outbox"):
        actions[name].trigger()
        assert (name, reader.heard(), reader.dialogs()) == (name, [SAYS], [])
    assert not settings.get(reader.session.shop.store, settings.HOLD_OUTBOX)
    assert not actions["Hold the outbox"].isChecked()


def test_a_file_that_is_dropped_says_so(reader: Reader, tmp_path: Path) -> None:
    (tmp_path / "old.csv").write_text("date,text\n", "utf-8")
    reader.window.bridge.history_wanted.emit([tmp_path / "old.csv"])
    assert (reader.heard(), reader.dialogs()) == ([SAYS], [])


def test_nothing_is_written_whoever_asks(reader: Reader) -> None:
    with pytest.raises(ReadOnly), reader.session.shop.store.writing():
        raise AssertionError("it begins to write")
