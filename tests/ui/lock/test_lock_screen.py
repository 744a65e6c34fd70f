"""The lock screen over the real window: nothing of a customer is left in it, and everybody comes back to their own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface, QGuiApplication, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenuBar, QWidget
from pytestqt.qtbot import QtBot

from desktop import counter, drafts, settings
from desktop.records import Channel, Person
from desktop.writing import Writing
from tests.fixtures_shop import Counter
from tests.stories import waiting
from ui import languages
from ui.background import AtOnce
from ui.conversation.bars import Bars
from ui.lock.keypad import Keypad
from ui.lock.page import LockPage
from ui.main_window import MainWindow
from ui.notify import Notifier
from ui.session import Session
from ui.settings.dialog import SettingsDialog
from ui.theme import Theme, theme
from ui.widgets.buttons import Button
from ui.widgets.elide import ElidedLabel

CUSTOMER, WORDS = "Marta Kowalska", "The lemon tart was raw dough at the base."
DRAFT = "Marta, that tart was ours to get right."


@dataclass
class Room:
    at: Counter
    session: Session
    ines: Person
    tom: Person
    conversation: str

    @property
    def window(self) -> MainWindow:
        return self.session.window

    @property
    def screen(self) -> LockPage:
        found = self.session.lock.screen
        assert found is not None
        return found

    @property
    def page(self) -> Any:
        return self.window.page()

    def press(self, *keys: Any, modifiers: Any = Qt.KeyboardModifier.NoModifier) -> None:
        """At the window, as a keyboard does."""
        self.window.activateWindow()
        QTest.qWaitForWindowActive(self.window)
        for key in keys:
            QTest.keyClick(self.window.windowHandle(), key, modifiers)
            QApplication.processEvents()

    def lock(self) -> None:
        self.press(Qt.Key.Key_L, modifiers=Qt.KeyboardModifier.ControlModifier)
        assert self.session.lock.is_locked

    def go_to(self, number: int) -> None:
        """The arrows bring the keyboard to the tile of that number."""
        tiles = self.screen.tiles.tiles
        self.press(*[Qt.Key.Key_Left] * len(tiles), *[Qt.Key.Key_Right] * (number - 1))
        assert tiles[number - 1].hasFocus()

    def open(self, number: int, pin: str) -> None:
        """The tile of that number, the PIN, Enter."""
        self.go_to(number)
        self.press(*pin, Qt.Key.Key_Return)


def start(at: Counter) -> Session:
    session = Session(at.shop, AtOnce(at.shop.changes))
    session.show()
    session.window.resize(1280, 800)
    session.window.activateWindow()
    QTest.qWaitForWindowActive(session.window)
    waiting.wait(lambda: session.window.bridge.was_painted)
    return session


def end(session: Session) -> None:
    session.window.close_for_good()
    session.window.deleteLater()
    QApplication.processEvents()


@pytest.fixture
def room(at_counter: Counter, look: Theme) -> Iterator[Room]:
    """Ines is at the counter with Marta's complaint open; she and Tom have PINs. The reply is begun."""
    shop, ines = at_counter.shop, at_counter.shop.me
    tom = counter.add_person(shop, "Tom", "Saturdays")
    one = at_counter.hear(WORDS, who=CUSTOMER)
    at_counter.hear("Could you keep two rye loaves for Sunday?", who="Perpetua L.")
    session = start(at_counter)
    counter.set_pin(shop, ines.id, "2468")
    counter.set_pin(shop, tom.id, "13579")
    session.window.open_conversation(one)
    QApplication.processEvents()
    made = Room(at_counter, session, ines, tom, one)
    yield made
    theme().set_text_scale(1.0)
    end(session)


def told_to_a_screen_reader() -> list[str]:
    """Every name, description and value of every window, whether it is shown or not."""
    found: list[str] = []

    def walk(one: QAccessibleInterface | None, depth: int = 0) -> None:
        if one is None or not one.isValid() or depth > 60:
            return
        kinds = (QAccessible.Text.Name, QAccessible.Text.Description, QAccessible.Text.Value, QAccessible.Text.Help)
        found.extend(text for kind in kinds if (text := one.text(kind)))
        for at in range(one.childCount()):
            walk(one.child(at), depth + 1)

    walk(QAccessible.queryAccessibleInterface(QApplication.instance()))
    for window in QGuiApplication.topLevelWindows():
        found.append(window.title())
        walk(QAccessible.queryAccessibleInterface(window))
    for widget in QApplication.topLevelWidgets():
        if widget.windowHandle() is not None:
            walk(QAccessible.queryAccessibleInterface(widget))
    return found


def seen_in(window: QWidget) -> list[str]:
    """Titles, texts and tooltips of all that is in the window, hidden or not."""
    found = [window.windowTitle(), window.windowIconText(), window.toolTip()]
    for widget in window.findChildren(QWidget):
        text = getattr(widget, "text", None)
        found += [widget.toolTip(), widget.accessibleName(), widget.windowTitle()]
        found += [str(text())] if callable(text) and not isinstance(widget, Bars) else []
        found += [one.text() for one in widget.actions()]
    return found


def names_nobody(texts: list[str]) -> bool:
    secret = ("Marta", "Kowalska", "lemon", "raw dough", "Perpetua", "rye", DRAFT)
    return not [text for text in texts if any(word in text for word in secret)]


# ---- nothing is left ---------------------------------------------------------------------------------------


def test_before_it_locks_the_walk_does_find_the_customer(room: Room) -> None:
    assert not names_nobody(told_to_a_screen_reader()) and not names_nobody(seen_in(room.window))


def test_locked_nothing_of_a_customer_is_in_the_window_or_told_to_a_screen_reader(room: Room) -> None:
    room.page.view.start(0)
    room.page.view.composer.editor.setFocus()
    room.press(*"Dear Marta")
    assert "Marta" in room.window.windowTitle()
    room.window.bridge.toast("Reply to Marta Kowalska goes in 10 s")
    room.lock()
    assert room.window.windowTitle() == "Corner Shop — Said & Done"
    assert names_nobody(told_to_a_screen_reader())
    assert names_nobody(seen_in(room.window))
    assert all("Marta" not in window.title() for window in QGuiApplication.topLevelWindows())


def test_locked_the_lines_that_fold_in_a_small_window_name_nobody_either(room: Room, look: Theme) -> None:
    look.set_text_scale(1.6)
    room.window.resize(1024, 620)
    view = room.page.view
    view.start(0)
    view.composer.editor.setFocus()
    room.press(*"Dear Marta")
    view.top_bars.say("trouble", "Marta Kowalska’s answer didn’t go. " * 3, tone="brick")
    room.press(Qt.Key.Key_Escape)
    assert view.folded.isVisible() and view.folded.text.text() == "Dear Marta" and view.top_bars.line.isVisible()
    room.lock()
    assert names_nobody(told_to_a_screen_reader()) and names_nobody(seen_in(room.window))


@pytest.mark.parametrize(("width", "height"), [(1280, 800), (1024, 700), (960, 620)])
def test_at_the_largest_size_the_lock_screen_cuts_no_name(room: Room, look: Theme, width: int, height: int) -> None:
    look.set_text_scale(1.6)
    room.window.resize(width, height)
    room.lock()
    QApplication.processEvents()
    assert not [one.text() for one in room.screen.findChildren(ElidedLabel) if one.isVisible() and one.is_cut()]


def test_what_is_said_while_it_is_locked_names_nobody(room: Room) -> None:
    room.lock()
    room.window.bridge.toast("Posted on Facebook for Marta Kowalska")
    room.at.hear("And Marta Kowalska again: raw dough.", who=CUSTOMER)
    counter.post(room.at.shop, room.conversation, Writing.typed("Marta, we ring you at 4. Ines"))
    QApplication.processEvents()
    assert room.window.findChildren(QWidget, "Toast") == []
    assert names_nobody(told_to_a_screen_reader()) and names_nobody(seen_in(room.window))


def test_a_notification_names_nobody_while_it_is_locked_whatever_was_chosen(room: Room, qtbot: QtBot) -> None:
    class Overheard(Notifier):
        def __init__(self, *about: Any) -> None:
            super().__init__(*about)
            self.said: list[str] = []

        def say(self, text: str, *, has_words: bool = False) -> None:
            self.said.append(text)

    settings.put(room.at.shop.store, settings.SHOW_WORDS_IN_NOTIFICATIONS, True)
    heard = Overheard(room.at.shop, room.session.background)
    heard.came([room.conversation])
    qtbot.waitUntil(lambda: bool(heard.said))
    assert heard.said == [f"{CUSTOMER}, Facebook: {WORDS}"]
    locked = Overheard(room.at.shop, room.session.background)
    locked.is_locked = True
    locked.came([room.conversation])
    qtbot.waitUntil(lambda: bool(locked.said))
    assert locked.said == ["New public complaint on Facebook"]


def test_no_key_reaches_what_is_under_the_lock(room: Room) -> None:
    room.lock()
    control = Qt.KeyboardModifier.ControlModifier
    room.press(Qt.Key.Key_K, Qt.Key.Key_2, Qt.Key.Key_N, Qt.Key.Key_F, Qt.Key.Key_Comma, modifiers=control)
    room.press(Qt.Key.Key_F6, Qt.Key.Key_F1, Qt.Key.Key_E)
    assert QApplication.activeModalWidget() is None and room.session.lock.is_locked
    assert room.window.page() is room.page and room.page.title == "Inbox"
    assert not room.window.findChildren(QMenuBar), "nor a press that comes from a screen reader"
    room.open(1, "2468")
    (bar,) = room.window.findChildren(QMenuBar)
    assert bar.isVisible() and room.window.menuBar() is bar
    room.press(Qt.Key.Key_2, modifiers=control)
    assert room.page.title == "Complaints"


# ---- opening -----------------------------------------------------------------------------------------------


def test_a_wrong_digit_says_what_is_left_and_the_boxes_are_empty(room: Room) -> None:
    room.lock()
    room.open(2, "13578")
    screen = room.screen
    assert screen.trouble.text() == "That isn’t Tom’s PIN. 4 tries left before a 1-minute wait."
    assert screen.keypad.boxes.text() == "" and screen.keypad.boxes.hasFocus()
    room.press(*"13579", Qt.Key.Key_Return)
    assert not room.session.lock.is_locked and room.at.shop.me.id == room.tom.id


def test_a_pin_can_be_typed_at_once_on_the_tile_it_belongs_to(room: Room) -> None:
    room.lock()
    assert room.screen.tiles.tiles[0].hasFocus()
    room.press(*"2468", Qt.Key.Key_Return)
    assert not room.session.lock.is_locked and room.at.shop.me.id == room.ines.id
    room.lock()
    room.press(Qt.Key.Key_Right, *"13579", Qt.Key.Key_Return)
    assert not room.session.lock.is_locked and room.at.shop.me.id == room.tom.id, "no digit chose another person"


def test_the_keypad_opens_by_touch_alone(room: Room) -> None:
    room.lock()
    screen = room.screen
    screen.tiles.tiles[1].click()
    for digit in "135799":
        screen.keypad.keys[digit].click()
    screen.keypad.back.click()
    assert screen.keypad.boxes.boxes() == 5
    screen.keypad.open.click()
    QApplication.processEvents()
    assert room.at.shop.me.id == room.tom.id


def test_five_wrong_ones_make_a_wait_that_is_said_and_counted_down(room: Room) -> None:
    room.lock()
    room.go_to(2)
    room.press(Qt.Key.Key_Return)
    for _ in range(5):
        room.press(*"9999", Qt.Key.Key_Return)
    assert room.screen.trouble.text().startswith("That isn’t Tom’s PIN. Try again in 1 min")
    room.press(*"13579", Qt.Key.Key_Return)
    assert room.session.lock.is_locked and room.screen.keypad.boxes.text() == ""
    assert room.screen.rule.text() == "5 wrong tries make a 2-minute wait."
    room.press(Qt.Key.Key_Left)
    room.press(*"2468", Qt.Key.Key_Return)
    assert room.at.shop.me.id == room.ines.id, "one person's wait is nobody else's"


def test_the_arrows_change_the_person_and_escape_goes_back_to_the_tiles(room: Room) -> None:
    room.lock()
    room.go_to(1)
    room.press(Qt.Key.Key_Return)
    assert room.screen.keypad.whose.text() == "Ines’s PIN"
    room.press(Qt.Key.Key_Right)
    assert room.screen.keypad.whose.text() == "Tom’s PIN" and room.screen.keypad.boxes.hasFocus()
    room.press("1", Qt.Key.Key_Escape)
    assert room.screen.tiles.tiles[1].hasFocus() and room.screen.keypad.boxes.text() == ""


def test_letters_are_no_digits_and_no_more_than_eight_go_in(room: Room) -> None:
    room.lock()
    room.go_to(2)
    room.press(Qt.Key.Key_Return)
    room.press(*"1a b٣-2")
    assert room.screen.keypad.boxes.pin() == "12"
    room.press(*"34567890123")
    assert room.screen.keypad.boxes.pin() == "12345678"
    boxes = room.screen.keypad.boxes
    assert "1" not in boxes.displayText(), "they are never shown"


@pytest.mark.parametrize("scale", [1.0, 1.3, 1.6])
def test_the_boxes_of_a_long_pin_are_all_in_view(room: Room, scale: float) -> None:
    room.lock()
    theme().set_text_scale(scale)
    room.go_to(2)
    room.press(*"13579246")
    waiting.wait(lambda: len(room.screen.keypad.boxes.pin()) == 8)
    boxes, around = room.screen.keypad.boxes, room.screen.keypad.parentWidget()
    QApplication.processEvents()
    assert around.rect().contains(boxes.mapTo(around, boxes.rect().topLeft()))
    assert around.rect().contains(boxes.mapTo(around, boxes.rect().bottomRight()))
    dots = boxes.grab().toImage()
    inked = [x for x in range(dots.width()) if dots.pixelColor(x, dots.height() // 2) == theme().tokens.color("text")]
    assert sum(b - a > 1 for a, b in pairwise(inked)) == 7  # eight dots


def test_somebody_without_a_pin_opens_with_a_press(room: Room) -> None:
    priya = counter.add_person(room.at.shop, "Priya")
    room.lock()
    room.go_to(3)
    room.press(Qt.Key.Key_Return)
    assert room.at.shop.me.id == priya.id and not room.session.lock.is_locked


def test_the_foot_asks_for_a_pin_only_where_somebody_has_one(at_counter: Counter, look: Theme) -> None:
    tom = counter.add_person(at_counter.shop, "Tom")
    room = Room(at_counter, start(at_counter), at_counter.shop.me, tom, "")
    room.lock()
    assert room.screen.foot.keys.text() == "← → person · Enter opens"
    room.go_to(2)
    room.press(Qt.Key.Key_Return)
    counter.set_pin(at_counter.shop, tom.id, "13579")
    room.lock()
    assert room.screen.foot.keys.text() == "← → person · type the PIN · Enter opens"
    end(room.session)


# ---- everybody's own ---------------------------------------------------------------------------------------


def test_the_same_person_is_back_in_the_middle_of_the_word(room: Room) -> None:
    room.page.view.start(0)
    editor = room.page.view.composer.editor
    editor.setFocus()
    room.press(*"Marta, hello")
    cursor = editor.textCursor()
    cursor.setPosition(5)
    editor.setTextCursor(cursor)
    room.lock()
    kept = drafts.load(room.at.shop.store, room.conversation, room.ines.id, Channel.PUBLIC)
    assert kept is not None and kept[0].plain() == "Marta, hello"
    assert room.screen.meanwhile.draft.words.text() == "Ines’s unfinished draft is kept. It opens where Ines left it."
    room.open(1, "2468")
    assert room.page.view.composer.editor is editor and editor.hasFocus()
    assert editor.textCursor().position() == 5
    room.press("!")
    assert editor.toPlainText() == "Marta! hello" or editor.toPlainText() == "Marta!, hello"


def test_another_person_gets_their_own_view_and_the_first_hers_again(room: Room) -> None:
    actions = room.session.actions
    room.page.filters.choose("public")
    actions.put(settings.TEXT_SCALE, 1.3)
    room.lock()
    room.open(2, "13579")
    assert theme().text_scale == 1.0 and room.page.filters.choice == "all"
    assert room.page.view.composer.writing().is_empty
    actions.put(settings.TEXT_SCALE, 1.1)
    room.page.filters.choose("mine")
    room.window.go("people")
    room.lock()
    assert room.session.lock.screen is not None
    room.open(1, "2468")
    assert theme().text_scale == 1.3 and room.page.title == "Inbox"
    assert room.page.filters.choice == "public" and room.page.current_id() == room.conversation
    room.lock()
    room.open(2, "13579")
    assert theme().text_scale == 1.1 and room.page.title == "People"


def test_without_a_pin_nothing_of_the_one_before_stays(room: Room) -> None:
    """Who takes over with no lock between has keys, text size and filters of their own, and so has who comes back."""
    shop, actions = room.at.shop, room.session.actions
    priya, uma = counter.add_person(shop, "Priya"), counter.add_person(shop, "Uma")
    be(room, priya.name)
    actions.put(settings.TEXT_SCALE, 1.3)
    actions.put(settings.KEYS, {"J": "D"})
    room.page.filters.choose("public")
    be(room, uma.name)
    assert theme().text_scale == 1.0 and room.window.bridge.key("J") == "J"
    assert room.page.filters.choice == "all"
    be(room, priya.name)
    assert theme().text_scale == 1.3 and room.window.bridge.key("J") == "D"
    assert room.page.filters.choice == "public"


def be(room: Room, name: str) -> None:
    """Shop, Be … now."""
    (one,) = [one for one in room.session.actions._people_menu.actions() if name in one.text()]
    one.trigger()
    QApplication.processEvents()
    assert room.at.shop.me.name == name and not room.session.lock.is_locked


def test_a_draft_stays_with_whose_it_is(room: Room) -> None:
    room.page.view.start(0)
    room.page.view.composer.editor.setFocus()
    room.press(*"Marta, from Ines")
    room.lock()
    room.open(2, "13579")
    room.window.open_conversation(room.conversation)
    QApplication.processEvents()
    assert room.page.view.composer.writing().is_empty
    room.lock()
    room.open(1, "2468")
    assert room.page.view.composer.writing().plain() == "Marta, from Ines"


def test_what_one_decided_is_not_taken_back_by_a_key_of_the_next(room: Room) -> None:
    shop = room.at.shop
    room.window.bridge.did(counter.give_to(shop, room.conversation, room.tom.id))
    assert room.window.undo_text()
    room.lock()
    room.open(1, "2468")
    assert room.window.undo_text(), "she comes back to her own"
    room.lock()
    room.open(2, "13579")
    assert room.window.undo_text() == ""


def test_a_dialog_steps_aside_and_comes_back_to_the_same_person_only(room: Room) -> None:
    room.session.actions.show_settings()
    QApplication.processEvents()
    (dialog,) = room.window.findChildren(SettingsDialog)
    dialog.setWindowTitle("Settings for Marta")
    room.session.lock.lock(quiet_minutes=5)
    assert not dialog.isVisible() and names_nobody(told_to_a_screen_reader())
    room.open(1, "2468")
    assert dialog.isVisible()
    room.session.lock.lock()
    room.open(2, "13579")
    assert not dialog.isVisible() and "Settings for Marta" not in told_to_a_screen_reader()
    room.session.lock.lock()
    room.open(1, "2468")
    assert dialog.isVisible()


# ---- when it locks -----------------------------------------------------------------------------------------


def test_it_locks_after_the_quiet_minutes_and_not_while_somebody_types(room: Room) -> None:
    lock = room.session.lock
    settings.put(room.at.shop.store, settings.LOCK_MINUTES, 1)
    lock._touched = Passed(59_000)  # type: ignore[assignment]
    lock._look()
    assert not lock.is_locked
    lock._touched.passed = 61_000  # type: ignore[attr-defined]
    press = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_A, Qt.KeyboardModifier.NoModifier, "a")
    QApplication.sendEvent(room.window.windowHandle(), press)
    lock._look()
    assert not lock.is_locked, "a key counts"
    lock._touched.passed = 61_000  # type: ignore[attr-defined]
    lock._look()
    assert lock.is_locked
    said = room.screen.meanwhile.promise.words.text()
    assert said == "Locked after 1 quiet minute. No customer’s words or names show on this screen."


class Passed:
    """Stands in for the clock that counts since somebody touched a key."""

    def __init__(self, passed: int) -> None:
        self.passed = passed

    def elapsed(self) -> int:
        return self.passed

    def restart(self) -> int:
        self.passed = 0
        return 0


def test_never_means_never(room: Room) -> None:
    lock = room.session.lock
    settings.put(room.at.shop.store, settings.LOCK_MINUTES, 0)
    lock._touched = Passed(10_000_000)  # type: ignore[assignment]
    lock._look()
    assert not lock.is_locked and not lock._quiet.isActive()


def test_it_locks_when_the_computer_goes_to_sleep(room: Room) -> None:
    room.session.lock.sleep.sleeps(False)
    assert not room.session.lock.is_locked
    room.session.lock.sleep.sleeps(True)
    assert room.session.lock.is_locked


def test_a_shop_with_pins_opens_locked_and_nobody_is_named(at_counter: Counter, look: Theme) -> None:
    at_counter.hear(WORDS, who=CUSTOMER)
    counter.add_person(at_counter.shop, "Tom")
    counter.set_pin(at_counter.shop, at_counter.shop.me.id, "2468")
    session = start(at_counter)
    assert session.lock.is_locked and session.window.page() is None
    assert names_nobody(told_to_a_screen_reader()) and names_nobody(seen_in(session.window))
    for key in "2468":
        QTest.keyClick(session.window.windowHandle(), key)
    QTest.keyClick(session.window.windowHandle(), Qt.Key.Key_Return)
    QApplication.processEvents()
    page = session.window.page()
    assert page is not None and page.title == "Inbox" and page.isVisible()  # type: ignore[attr-defined]
    assert not names_nobody(seen_in(session.window))
    end(session)


def test_one_person_alone_never_sees_it(at_counter: Counter, look: Theme) -> None:
    session = start(at_counter)
    QTest.keyClick(session.window.windowHandle(), Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    session.lock.sleep.sleeps(True)
    assert not session.lock.is_locked and not session.actions.lock.isVisible()
    assert session.window.sidebar.findChildren(QWidget)  # the foot is there, without its lock
    assert not session.window.sidebar._foot.lock.isVisibleTo(session.window)
    end(session)


# ---- meanwhile ---------------------------------------------------------------------------------------------


def test_it_counts_what_came_and_says_no_more(room: Room) -> None:
    room.lock()
    foot = room.screen.foot
    assert not foot.new.isVisibleTo(room.window)
    room.at.hear("Two more things.", who=CUSTOMER)
    room.at.hear("Are you open on Monday?", who="Bo")
    QApplication.processEvents()
    assert foot.new.text() == "2 new since it locked" and foot.new.isVisibleTo(room.window)


def test_the_menu_locks_from_the_first_pin_on_until_the_last_is_taken_away(at_counter: Counter, look: Theme) -> None:
    session, ines = start(at_counter), at_counter.shop.me
    lock = session.actions.lock
    assert not lock.isVisible()
    counter.set_pin(at_counter.shop, ines.id, "2468")
    QApplication.processEvents()
    assert lock.isVisible()
    counter.take_pin_away(at_counter.shop, ines.id, "2468")
    QApplication.processEvents()
    assert not lock.isVisible()
    end(session)


def test_the_outbox_is_held_without_a_pin_and_let_go_only_with_one(room: Room) -> None:
    shop = room.at.shop
    counter.post(shop, room.conversation, Writing.typed("Marta, we ring you at 4. Ines"))
    room.lock()
    line = room.screen.meanwhile.outbox
    assert line.words.text() == "1 reply in the outbox will still go."
    line.act.click()
    QApplication.processEvents()
    assert settings.get(shop.store, settings.HOLD_OUTBOX)
    assert line.words.text() == "1 reply is held in the outbox. Letting it go needs a PIN."
    assert not line.act.isVisibleTo(room.window)


# ---- the way back ------------------------------------------------------------------------------------------


def test_somebody_else_has_the_keyboard_on_the_list_wherever_it_was_before(room: Room) -> None:
    room.page.view.start(0)
    room.page.view.composer.editor.setFocus()
    room.lock()
    room.open(2, "13579")
    assert room.page.list.hasFocus()
    room.lock()
    room.open(1, "2468")
    assert room.page.list.hasFocus()


def test_people_says_when_somebody_was_last_here_who_only_looked(room: Room) -> None:
    room.at.clock.forward(hours=1)
    left = room.at.shop.clock.local(room.at.shop.clock.now())
    room.lock()
    room.at.clock.forward(minutes=20)
    room.open(2, "13579")
    room.window.go("people")
    QApplication.processEvents()
    (ines,) = [one for one in room.page.known.members if one.person.id == room.ines.id]
    assert ines.under == f"Owner · last here {left:%H:%M} today"


def test_the_owner_gets_back_with_the_sentence_and_sees_a_new_one_once(at_counter: Counter, look: Theme) -> None:
    shop = at_counter.shop
    counter.add_person(shop, "Tom")
    sentence = counter.set_pin(shop, shop.me.id, "2468").sentence
    session = start(at_counter)
    screen = session.lock.screen
    assert screen is not None
    screen.tiles.tiles[0].click()
    screen.forgot.click()
    QTest.keyClicks(screen.way_back.sentence, "two brown kettles")
    QTest.keyClicks(screen.way_back.boxes, "8888")
    QTest.keyClick(screen.way_back.boxes, Qt.Key.Key_Return)
    assert screen.trouble.text() == "That isn’t the sentence. 4 tries left before a 1-minute wait."
    screen.way_back.sentence.setText(sentence)
    QTest.keyClick(screen.way_back.boxes, Qt.Key.Key_Return)
    QApplication.processEvents()
    new = screen.sentence.sentence.text()
    assert new and new != sentence and session.lock.is_locked
    screen.sentence.kept.click()
    screen.sentence.go.click()
    QApplication.processEvents()
    assert not session.lock.is_locked and counter.try_pin(shop, shop.me.id, "8888").is_right
    end(session)


def test_the_sentence_isnt_called_wrong_while_nothing_may_be_tried(at_counter: Counter, look: Theme) -> None:
    shop = at_counter.shop
    counter.add_person(shop, "Tom")
    sentence = counter.set_pin(shop, shop.me.id, "2468").sentence
    for _ in range(5):
        assert not counter.try_pin(shop, shop.me.id, "1111").is_right
    session = start(at_counter)
    screen = session.lock.screen
    assert screen is not None
    screen.tiles.tiles[0].click()
    screen.forgot.click()
    QTest.keyClicks(screen.way_back.sentence, sentence)
    QTest.keyClicks(screen.way_back.boxes, "8888")
    QTest.keyClick(screen.way_back.boxes, Qt.Key.Key_Return)
    assert screen.trouble.text().startswith("Too many wrong tries. Try again in ")
    assert screen.way_back.sentence.text() == sentence, "it is kept until it may be tried"
    at_counter.clock.forward(minutes=2)
    screen.set_standing(counter.standing(shop, shop.me.id))
    QTest.keyClick(screen.way_back.boxes, Qt.Key.Key_Return)
    assert screen.sentence.sentence.text()
    end(session)


def test_the_word_on_the_key_that_opens_is_whole_in_german_too(qtbot: QtBot, look: Theme) -> None:
    look.set_text_scale(1.3)
    languages.use("de")
    try:
        pad = Keypad()
    finally:
        languages.use("en")
    qtbot.addWidget(pad)
    pad.resize(pad.sizeHint())
    pad.show()
    QApplication.processEvents()
    assert pad.open.width() >= Button.sizeHint(pad.open).width()


def test_a_helper_who_forgot_is_sent_to_the_owner(room: Room) -> None:
    room.lock()
    room.go_to(2)
    room.press(Qt.Key.Key_Return)
    assert not room.screen.forgot.isVisibleTo(room.window)
    assert room.screen.forgot_line.text() == "Forgot your PIN? Ines can set a new one in People."


@pytest.fixture
def recovered(at_counter: Counter, look: Theme) -> Iterator[Session]:
    """Ines has forgotten her PIN and said the sentence: 8888 is her new one, and the new sentence is shown. Tom has
    13579."""
    shop = at_counter.shop
    tom = counter.add_person(shop, "Tom")
    sentence = counter.set_pin(shop, shop.me.id, "2468").sentence
    counter.set_pin(shop, tom.id, "13579")
    session = start(at_counter)
    screen = session.lock.screen
    assert screen is not None
    screen.tiles.tiles[0].click()
    screen.forgot.click()
    screen.way_back.sentence.setText(sentence)
    QTest.keyClicks(screen.way_back.boxes, "8888")
    QTest.keyClick(screen.way_back.boxes, Qt.Key.Key_Return)
    QApplication.processEvents()
    assert screen.sentence.isVisible()
    yield session
    end(session)


def type_pin(session: Session, at: int, pin: str) -> None:
    screen = session.lock.screen
    assert screen is not None
    screen.tiles.tiles[at].click()
    QTest.keyClicks(screen.keypad.boxes, pin)
    QTest.keyClick(screen.keypad.boxes, Qt.Key.Key_Return)
    QApplication.processEvents()


def test_a_sentence_nobody_wrote_down_is_shown_again_when_its_owner_comes_back(recovered: Session) -> None:
    screen, tom = recovered.lock.screen, 1
    assert screen is not None
    sentence = screen.sentence.sentence.text()
    screen.tiles.tiles[tom].click()
    assert not screen.sentence.isVisible() and sentence not in told_to_a_screen_reader()
    QTest.keyClicks(screen.keypad.boxes, "13579")
    QTest.keyClick(screen.keypad.boxes, Qt.Key.Key_Return)
    QApplication.processEvents()
    assert not recovered.lock.is_locked
    recovered.lock.lock()
    type_pin(recovered, 0, "8888")
    again = recovered.lock.screen
    assert again is not None and again.sentence.isVisible() and again.sentence.sentence.text() == sentence
    again.sentence.kept.click()
    again.sentence.go.click()
    assert not recovered.lock.is_locked
    recovered.lock.lock()
    type_pin(recovered, 0, "8888")
    assert not recovered.lock.is_locked, "once it is on paper it isn't shown any more"


@pytest.mark.parametrize("why", ["quiet minutes", "sleep"])
def test_left_alone_the_sentence_lets_nobody_in(recovered: Session, why: str) -> None:
    lock, screen = recovered.lock, recovered.lock.screen
    assert screen is not None
    if why == "sleep":
        lock.sleep.sleeps(True)
    else:
        assert lock._quiet.isActive()
        lock._touched = Passed(10_000_000)  # type: ignore[assignment]
        lock._look()
    assert lock.is_locked and not screen.sentence.isVisible() and not screen.sentence.sentence.text()
    assert not screen.sentence.go.isEnabled() and screen.person() is None
    type_pin(recovered, 0, "8888")
    assert lock.is_locked and screen.sentence.isVisible()
    screen.tiles.tiles[0].click()
    screen.forgot.click()
    assert not screen.way_back.sentence.isReadOnly() and not screen.way_back.sentence.text()
