"""Forgetting somebody in the real window: asked, typed, gone, taken back, erased."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QColor, QPixmap, QResizeEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from desktop import aside, conversations, drafts, forgetting, people, settings
from desktop.forgetting import Somebody
from desktop.records import Role
from desktop.shop import Shop
from desktop.store import Store, disk_full
from tests.fixtures_shop import Counter, posts_with
from ui.actions import Actions, Outside
from ui.background import AtOnce
from ui.forget_desk import EraseNow
from ui.forget_dialog import ForgetDialog
from ui.main_window import MainWindow
from ui.pages import all_pages
from ui.settings.dialog import SettingsDialog
from ui.theme import Theme

NAME, SAID = "Wilhelmina Quastenberg", "The raisin loaf tasted of zwiebelmuster tin"


class Open:
    """The window of a shop in which somebody complained and was answered."""

    def __init__(self, at: Counter) -> None:
        self.at = at
        self.talk = at.hear(SAID, who=NAME)
        at.answer(self.talk, "Dear Wilhelmina, sorry.")
        self.window = MainWindow(at.shop, AtOnce(at.shop.changes), all_pages())
        nothing = lambda *_: None  # noqa: E731
        self.actions = Actions(self.window, Outside(nothing, nothing, nothing))
        self.toasts: list[Any] = []
        self.window.bridge.toast_wanted.connect(self.toasts.append)
        self.window.go("inbox")
        self.window.show()
        QTest.qWaitForWindowActive(self.window)

    def menu(self) -> list[str]:
        return [one.text() for one in self.window.menus["Conversation"].actions() if one.isVisible()]

    def choose(self, text: str) -> None:
        next(one for one in self.window.menus["Conversation"].actions() if one.text() == text).trigger()
        QApplication.processEvents()

    def dialog(self) -> ForgetDialog:
        dialog = self.actions.forgetting.dialog
        assert isinstance(dialog, ForgetDialog) and dialog.isVisible()
        return dialog

    def words(self) -> int:
        return len(posts_with(self.at.shop.store, "zwiebelmuster"))

    def settings(self) -> SettingsDialog:
        self.actions.show_settings()
        QApplication.processEvents()
        return next(one for one in self.window.findChildren(SettingsDialog) if one.isVisible())


@pytest.fixture
def opened(at_counter: Counter, look: Theme) -> Iterator[Open]:
    made = Open(at_counter)
    yield made
    for dialog in made.window.findChildren(QDialog):
        dialog.close()
    made.window.close_for_good()


def test_from_the_conversation_with_the_name_typed(opened: Open, qtbot: QtBot) -> None:
    opened.window.open_conversation(opened.talk)
    QApplication.processEvents()
    assert "Forget this person…" in opened.menu()
    opened.choose("Forget this person…")
    dialog = opened.dialog()
    assert dialog.windowTitle() == f"Remove everything {NAME} wrote?"
    said = " ".join(label.text() for label in (dialog.what, *dialog.details))
    assert "Your replies stay, without the name" in said and "30 days" in said and "copies" in said
    assert not dialog.go.isEnabled()
    QTest.keyClicks(dialog.field, "Wilhelmina")
    QTest.keyClick(dialog.field, Qt.Key.Key_Return)
    assert opened.words() == 1, "half a name is not enough"
    QTest.keyClicks(dialog.field, " quastenberg")
    QTest.keyClick(dialog.field, Qt.Key.Key_Return)
    QApplication.processEvents()
    assert opened.words() == 0 and not isValid(dialog)
    assert opened.toasts[-1].text.startswith(f"Everything {NAME} wrote is gone from here.")
    assert opened.window.windowTitle().find(NAME) < 0
    opened.toasts[-1].action[1]()
    QApplication.processEvents()
    assert opened.words() == 1


def test_the_file_is_cleaned_behind_it_where_no_draft_waits(
    opened: Open, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    lanes, run, told = list[str](), AtOnce.run, list[object]()

    def full(store: Store) -> bool:
        lanes.append("cleaning")
        raise disk_full()

    def noted(self: AtOnce, *given: Any, **named: Any) -> None:
        lanes.append(named.get("lane", "quick"))
        run(self, *given, **named)

    opened.window.background.trouble.connect(told.append)
    monkeypatch.setattr(Store, "leave_nothing_behind", full)
    opened.window.open_conversation(opened.talk)
    opened.choose("Forget this person…")
    dialog = opened.dialog()
    monkeypatch.setattr(AtOnce, "run", noted)
    QTest.keyClicks(dialog.field, NAME)
    QTest.keyClick(dialog.field, Qt.Key.Key_Return)
    QApplication.processEvents()
    assert lanes[lanes.index("cleaning") - 1] == "collect"
    assert opened.words() == 0 and not isValid(dialog) and not told, "they are gone: that isn't said to have failed"
    assert opened.toasts[-1].text.startswith(f"Everything {NAME} wrote is gone from here.")
    assert settings.get(opened.at.shop.store, settings.CLEAN_UP), "the next day tries again"


def test_what_was_being_written_to_them_is_not_kept(opened: Open, qtbot: QtBot) -> None:
    opened.window.open_conversation(opened.talk)
    page: Any = opened.window.page()
    page.view.show_composer()
    QTest.keyClicks(page.view.composer.editor, "Wilhelmina, once more")
    opened.choose("Forget this person…")
    QTest.keyClicks(opened.dialog().field, NAME)
    QTest.mouseClick(opened.dialog().go, Qt.MouseButton.LeftButton)
    QApplication.processEvents()
    opened.window.go("history")
    QApplication.processEvents()
    assert drafts.of_conversation(opened.at.shop.store, opened.talk) == ()
    one = conversations.by_id(opened.at.shop.store, opened.talk)
    assert one is not None and one.author_name == "[name]"
    assert "Forget this person…" not in opened.menu() or not opened.at.shop.store.value(
        "select 1 from authors where name = ?", (NAME,)
    )


def test_from_history_and_from_the_settings(opened: Open, qtbot: QtBot) -> None:
    page: Any = opened.window.go("history")
    QApplication.processEvents()
    qtbot.waitUntil(lambda: page.preview.story is not None)
    opened.choose("Forget this person…")
    assert opened.dialog().one is not None
    opened.dialog().reject()
    dialog = opened.settings()
    QTest.mouseClick(dialog.forgotten.forget, Qt.MouseButton.LeftButton)
    asking = opened.dialog()
    QTest.keyClicks(asking.search, "nobody")
    assert asking.nobody.text() == "Nobody here is called “nobody”." and not asking.go.isEnabled()
    asking.search.clear()
    QTest.keyClicks(asking.search, "quasten")
    assert asking.list.item(0).text() .startswith(f"{NAME} · Facebook · 1 message · ")
    QTest.mouseClick(asking.go, Qt.MouseButton.LeftButton)
    QTest.keyClicks(asking.field, NAME)
    QTest.mouseClick(asking.go, Qt.MouseButton.LeftButton)
    QApplication.processEvents()
    assert opened.words() == 0
    (line,) = dialog.forgotten.lines
    from PySide6.QtWidgets import QLabel

    said = [label.text() for label in line.findChildren(QLabel)]
    assert any(text.startswith(f"{NAME}, Facebook: 1 message. Can be undone until ") for text in said)
    dialog.forgotten.undo_wanted.emit(_waiting(opened))
    QApplication.processEvents()
    assert opened.words() == 1 and dialog.forgotten.lines == []


def _waiting(opened: Open) -> Any:
    from desktop import forgetting

    return forgetting.waiting(opened.at.shop)[0]


def test_erased_at_once_from_the_settings(opened: Open, qtbot: QtBot) -> None:
    from desktop import forgetting

    who = forgetting.who(opened.at.shop, opened.talk)
    assert who is not None
    forgetting.forget(opened.at.shop, [who.id])
    dialog = opened.settings()
    dialog.forgotten.erase_wanted.emit(_waiting(opened))
    QApplication.processEvents()
    (asking,) = (one for one in dialog.findChildren(EraseNow) if one.isVisible())
    assert aside.all(opened.at.shop.folder)
    asking.accept()
    QApplication.processEvents()
    assert not aside.all(opened.at.shop.folder) and dialog.forgotten.lines == []


def test_a_helper_is_not_offered_it(opened: Open, qtbot: QtBot) -> None:
    shop = opened.at.shop
    with shop.store.writing():
        helper = people.add(shop.store, "Tom", Role.HELPER, shop.clock.now())
    shop.set_person(helper)
    opened.window.open_conversation(opened.talk)
    QApplication.processEvents()
    assert "Forget this person…" not in opened.menu()
    opened.window.bridge.forget_wanted.emit(opened.talk)
    assert opened.actions.forgetting.dialog is None


def test_people_of_one_name_are_told_apart_by_what_they_wrote_last(opened: Open) -> None:
    opened.at.hear("Too salty", who="Mia", stars=2)
    opened.at.clock.forward(days=3)
    opened.at.hear("Best rye in town, and warm when I came at seven in the morning", who="Mia", handle="other", stars=5)
    opened.actions.forgetting.ask_who()
    dialog = opened.dialog()
    QTest.keyClicks(dialog.search, "mia")
    lines = [dialog.list.item(n).text() for n in range(dialog.list.count())]
    assert len(lines) == 2
    salty = next(n for n, line in enumerate(lines) if line.endswith("2 of 5 stars: “Too salty”"))
    assert "5 of 5 stars: “Best rye in town, and warm when I came" in lines[1 - salty]
    dialog.list.setCurrentRow(salty)
    dialog.list.itemActivated.emit(dialog.list.currentItem())
    assert "Too salty" in dialog.head_text.text()
    assert [box.text().split("“")[1][:8] for box, _ in dialog.also] == ["Best rye"]


def test_many_people_of_one_name_leave_room_for_the_field_and_the_buttons(
    opened: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    def twenty(shop: Shop, one: Somebody) -> tuple[Somebody, ...]:
        return (one,) * 20

    monkeypatch.setattr(forgetting, "same_name", twenty)
    opened.window.open_conversation(opened.talk)
    QApplication.processEvents()
    opened.choose("Forget this person…")
    dialog = opened.dialog()
    QApplication.processEvents()
    assert len(dialog.also) == 20 and dialog.others.verticalScrollBar().maximum() > 0
    assert dialog.height() <= dialog.screen().availableGeometry().height() - 40
    dialog.also[-1][0].setFocus(Qt.FocusReason.TabFocusReason)
    assert dialog.also[-1][0].hasFocus()
    dialog.move(10, 400)
    dialog.fit()
    assert dialog.frameGeometry().bottom() <= dialog.screen().availableGeometry().bottom()


def test_a_name_that_looks_like_markup_is_shown_as_it_is(
    at_counter: Counter, look: Theme, tmp_path: Path, qtbot: QtBot
) -> None:
    """A picture named in it would be loaded from this computer, or from wherever its path leads."""
    red = QPixmap(40, 40)
    red.fill(QColor(255, 0, 0))
    assert red.save(str(tmp_path / "red.png"))
    name = f"Marta <img src='{tmp_path / 'red.png'}'> &amp; Co"
    at_counter.hear(SAID, who=name)
    one = forgetting.find(at_counter.shop, "marta")[0]
    dialog = ForgetDialog(at_counter.shop, AtOnce(at_counter.shop.changes), one)
    qtbot.addWidget(dialog)
    dialog.show()
    QApplication.processEvents()
    picture = dialog.grab().toImage()
    points = ((x, y) for x in range(0, picture.width(), 4) for y in range(0, picture.height(), 4))
    assert all(picture.pixelColor(x, y) != QColor(255, 0, 0) for x, y in points)
    assert dialog.type_label.text() == f"Type {name} to go on." == dialog.field.accessibleName()
    assert all(label.textFormat() is Qt.TextFormat.PlainText for label in dialog.findChildren(QLabel))


class Later(AtOnce):
    """Holds all work until it is let go."""

    def __init__(self, changes: Any) -> None:
        super().__init__(changes)
        self.held: list[Any] = []

    def run(self, *work: Any, **more: Any) -> None:
        self.held.append(lambda: super(Later, self).run(*work, **more))

    def let_go(self) -> None:
        held, self.held = self.held, []
        for one in held:
            one()


class Sizes(QObject):
    """Hears every size that a widget is given."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.heard: list[tuple[int, int]] = []
        widget.installEventFilter(self)

    def eventFilter(self, _: QObject, event: QEvent) -> bool:
        if isinstance(event, QResizeEvent):
            self.heard.append(event.size().toTuple())
        return False


def test_it_opens_as_high_as_it_stays(at_counter: Counter, look: Theme, qtbot: QtBot) -> None:
    """A window that shrinks while it comes loses its place on some screens."""
    at_counter.hear(SAID, who=NAME)
    [one] = forgetting.find(at_counter.shop, NAME, 9)
    later = Later(at_counter.shop.changes)
    dialog = ForgetDialog(at_counter.shop, later, one)
    before = dialog.height()
    dialog.show()
    QApplication.processEvents()
    sizes = Sizes(dialog)
    later.let_go()
    QApplication.processEvents()
    assert dialog.height() == before and not sizes.heard, "nor on the way: the screen may not have placed it yet"
    dialog.reject()


def test_who_else_is_called_so_is_read_beside_the_window_and_waited_for(
    at_counter: Counter, look: Theme, qtbot: QtBot
) -> None:
    at_counter.hear(SAID, who=NAME)
    at_counter.hear(SAID, who=NAME.upper())
    shop = at_counter.shop
    one = next(one for one in forgetting.find(shop, NAME) if one.name == NAME)
    assert len(forgetting.same_name(shop, one)) == 1
    runner = Later(shop.changes)
    dialog = ForgetDialog(shop, runner, one)
    qtbot.addWidget(dialog)
    dialog.show()
    QTest.keyClicks(dialog.field, NAME)
    assert not dialog.also and not dialog.go.isEnabled(), "nobody goes before it is known who else it may be"
    runner.let_go()
    assert [other.name for _, other in dialog.also] == [NAME.upper()]
    assert dialog.others.isVisible() and dialog.go.isEnabled()
