"""What was open when the window locked: work goes on, words stay with whoever typed them, and nobody else sees them."""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QDialog, QLineEdit, QPlainTextEdit, QWidget

from desktop import complaints, counter, deliver, forgetting, pictures, settings
from desktop.errors import DiskTrouble
from desktop.records import Channel, Complaint, FixedHow, Stage
from desktop.writing import Writing
from tests.fixtures_shop import Counter
from tests.ui.lock.test_lock_screen import (
    CUSTOMER,
    Room,
    end,
    names_nobody,
    room,  # noqa: F401 (a fixture)
    seen_in,
    start,
    told_to_a_screen_reader,
)
from ui.by_hand import AddByHandDialog, Begun, begun_of, picture
from ui.complaints.page import ComplaintsPage
from ui.crash import LOG_NAME, CrashDesk
from ui.ending import EndingDialog, LeaveStandingDialog, MarkFixedDialog, Tab
from ui.everything import EverythingDialog
from ui.finder import Finder
from ui.long_work import LongWork
from ui.settings.dialog import SettingsDialog
from ui.theme import Theme
from ui.trouble import BugDialog, TroubleDialog

INES, TOM = (1, "2468"), (2, "13579")
TOLD = "She told me at the till that the tart was raw."


class _Copying(LongWork):
    """Ends when it is told to."""

    def __init__(self, room: Room) -> None:  # noqa: F811
        super().__init__("download", "Copy it", ("One file.",), "Copy", room.window.background, room.window)
        self.came_of_it: list[str] = []

    def how_far(self, number: int) -> str:
        return str(number)

    def end(self) -> None:
        self.do(lambda progress, cancelled: "copy.zip", self.came_of_it.append)


@pytest.fixture
def bugs(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What nobody caught."""
    found: list[str] = []
    monkeypatch.setattr(sys, "excepthook", lambda kind, error, trace: found.append(repr(error)))
    return found


def settle() -> None:
    QApplication.processEvents()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    QApplication.processEvents()


def lock(room: Room) -> None:  # noqa: F811
    room.session.lock.lock(quiet_minutes=5)
    settle()
    assert room.session.lock.is_locked


def open_for(room: Room, who: tuple[int, str]) -> None:  # noqa: F811
    room.open(*who)
    settle()
    assert not room.session.lock.is_locked and not room.window.is_covered


def by_hand(room: Room) -> AddByHandDialog:  # noqa: F811
    """The form that shows; there is one at most."""
    (found,) = (one for one in room.window.findChildren(AddByHandDialog) if one.isVisible())
    return found


def test_the_caret_of_a_line_is_where_it_was_and_a_key_takes_nothing_away(room: Room) -> None:  # noqa: F811
    room.session.actions.by_hand.add()
    settle()
    name = by_hand(room).name
    name.setFocus()
    QTest.keyClicks(name, "Harriet Fenn")
    name.setCursorPosition(7)
    lock(room)
    open_for(room, INES)
    assert by_hand(room).name is name and name.hasFocus()
    QTest.keyClicks(name, "s")
    assert name.text() == "Harriets Fenn"
    name.setSelection(0, 8)
    lock(room)
    open_for(room, INES)
    assert name.selectedText() == "Harriets", "what was marked is marked"


@pytest.mark.parametrize("who", [INES, TOM], ids=["the same person", "another"])
def test_work_that_ended_under_the_lock_lets_the_window_open(room: Room, bugs: list[str], who: tuple[int, str]) -> None:  # noqa: F811
    dialog = _Copying(room)
    dialog.open()
    lock(room)
    dialog.end()
    dialog.accept()
    settle()
    open_for(room, who)
    assert not bugs and room.at.shop.me.id == (room.ines if who == INES else room.tom).id
    assert room.session.lock._quiet.isActive(), "it locks again after quiet minutes"
    lock(room)
    open_for(room, INES)
    assert not bugs and not room.window.findChildren(_Copying)


def test_whoever_began_the_work_is_told_what_came_of_it(room: Room) -> None:  # noqa: F811
    dialog = _Copying(room)
    dialog.open()
    lock(room)
    dialog.end()
    open_for(room, TOM)
    assert not dialog.came_of_it and not dialog.isVisible()
    came = dialog.came_of_it
    lock(room)
    open_for(room, INES)
    assert came == ["copy.zip"] and not room.window.findChildren(_Copying)


def test_an_import_goes_on_when_somebody_else_opens(room: Room) -> None:  # noqa: F811
    actions = room.session.actions
    actions.bring_in()
    hers = actions.bringing
    assert hers is not None
    hers._show(hers.working)
    hers._turn.is_stopped = False
    lock(room)
    open_for(room, TOM)
    assert not hers._turn.is_stopped and not hers.isVisible()
    actions.bring_in()
    his = actions.bringing
    assert his is not None and his is not hers and his.isVisible(), "he may look into a file of his own"
    his.reject()
    lock(room)
    open_for(room, INES)
    assert hers.isVisible() and hers.stack.currentWidget() is hers.working
    hers._begin()
    hers.reject()


def test_words_typed_in_a_form_come_back_to_who_typed_them(room: Room) -> None:  # noqa: F811
    actions = room.session.actions
    actions.by_hand.add()
    by_hand(room).words.setPlainText(TOLD)
    lock(room)
    open_for(room, TOM)
    actions.by_hand.add()
    assert by_hand(room).words.toPlainText() == ""
    by_hand(room).words.setPlainText("Tom heard this.")
    lock(room)
    open_for(room, INES)
    assert by_hand(room).words.toPlainText() == TOLD
    lock(room)
    open_for(room, TOM)
    assert by_hand(room).words.toPlainText() == "Tom heard this."


def test_a_form_that_was_given_up_keeps_its_words_for_who_typed_them(room: Room) -> None:  # noqa: F811
    actions = room.session.actions
    actions.by_hand.add()
    by_hand(room).words.setPlainText(TOLD)
    by_hand(room).reject()
    lock(room)
    open_for(room, TOM)
    actions.by_hand.add()
    assert by_hand(room).words.toPlainText() == ""
    by_hand(room).reject()
    lock(room)
    open_for(room, INES)
    actions.by_hand.add()
    assert by_hand(room).words.toPlainText() == TOLD


def test_a_dialog_over_a_dialog_steps_aside_too(room: Room) -> None:  # noqa: F811
    room.session.actions.show_settings()
    (settings,) = room.window.findChildren(SettingsDialog)
    above = EverythingDialog(room.at.shop, room.window.background, settings)
    above.open()
    lock(room)
    assert not settings.isVisible() and not above.isVisible()
    open_for(room, INES)
    assert settings.isVisible() and above.isVisible()


def settings_above_settings(room: Room) -> None:  # noqa: F811
    room.session.actions.show_settings()
    (settings,) = room.window.findChildren(SettingsDialog)
    EverythingDialog(room.at.shop, room.window.background, settings).open()


OPENS: dict[str, Callable[[Room], object]] = {
    "add by hand": lambda here: here.session.actions.by_hand.add(),
    "settings": lambda here: here.session.actions.show_settings(),
    "over settings": settings_above_settings,
    "forgetting": lambda here: here.session.actions.forgetting.ask_about(here.conversation),
    "import": lambda here: here.session.actions.bring_in(),
    "moving": lambda here: here.session.actions.move_to_another(),
    "keys": lambda here: here.session.actions.show_keys(),
    "a box": lambda here: here.session.actions.where(),
    "trouble": lambda here: TroubleDialog(DiskTrouble("The tart of Marta Kowalska."), here.window).open(),
}


def ctrl_l(dialog: QDialog) -> None:
    """At its window, as a keyboard does."""
    dialog.activateWindow()
    assert QTest.qWaitForWindowActive(dialog)
    QTest.keyClick(dialog.windowHandle(), Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    settle()


@pytest.mark.parametrize("opens", OPENS.values(), ids=OPENS)
def test_ctrl_l_locks_from_an_open_dialog_and_what_was_typed_comes_back(
    room: Room,  # noqa: F811
    opens: Callable[[Room], object],
    bugs: list[str],
) -> None:
    opens(room)
    settle()
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, QDialog)
    fields = [one for one in dialog.findChildren(QWidget) if isinstance(one, QLineEdit | QPlainTextEdit)
              and one.isVisible() and not one.isReadOnly()]  # fmt: skip
    for field in fields[:1]:
        field.setFocus()
        QTest.keyClicks(field, TOLD)
    ctrl_l(dialog)
    assert room.session.lock.is_locked and not dialog.isVisible() and QApplication.activeModalWidget() is None
    assert names_nobody(told_to_a_screen_reader()) and names_nobody(seen_in(room.screen))
    open_for(room, INES)
    assert dialog.isVisible() and not bugs
    for field in fields[:1]:
        assert TOLD in (field.text() if isinstance(field, QLineEdit) else field.toPlainText())
    dialog.reject()
    settle()


def test_ctrl_l_locks_from_an_open_menu(room: Room) -> None:  # noqa: F811
    menu = room.window.menus["File"]
    menu.popup(room.window.mapToGlobal(QPoint(20, 20)))
    settle()
    assert QApplication.activePopupWidget() is menu
    QTest.keyClick(room.window.windowHandle(), Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    settle()
    assert room.session.lock.is_locked and not menu.isVisible()


def test_where_nobody_has_a_pin_ctrl_l_leaves_a_dialog_alone(at_counter: Counter, look: Theme) -> None:
    session = start(at_counter)
    session.actions.by_hand.add()
    settle()
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, AddByHandDialog)
    ctrl_l(dialog)
    assert not session.lock.is_locked and dialog.isVisible()
    dialog.close()
    end(session)


def test_a_pin_is_not_typed_into_the_finder(room: Room) -> None:  # noqa: F811
    room.session.actions.show_finder()
    settle()
    lock(room)
    open_for(room, INES)
    assert not [one for one in room.window.findChildren(Finder) if one.isVisible()]


@pytest.fixture
def crashes(room: Room, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> CrashDesk:  # noqa: F811
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    desk = CrashDesk(room.session)
    desk.folder, desk.window = tmp_path, room.window
    return desk


def test_trouble_that_nobody_caught_is_no_bug_of_ours(room: Room, crashes: CrashDesk) -> None:  # noqa: F811
    """A full disk under a button of the pretend shop, rows of a damaged file: said once, where such things are said."""
    told: list[DiskTrouble] = []
    room.window.bridge.trouble_found.connect(told.append)
    for _ in range(3):
        error = DiskTrouble(f"Error calling Python override of QWidget::paintEvent(): {TOLD}", advice="Make room.")
        crashes.caught(DiskTrouble, error, None)
    settle()
    assert not [one for one in room.window.findChildren(TroubleDialog) if one.isVisible()]
    (said,) = told
    assert str(said) == TOLD and said.advice == "Make room."
    assert crashes.folder and (crashes.folder / LOG_NAME).read_text("utf-8").count("DiskTrouble") == 1


def test_a_bug_under_the_lock_shows_no_words(room: Room, crashes: CrashDesk) -> None:  # noqa: F811
    def break_down() -> BugDialog:
        try:
            raise ValueError(TOLD)
        except ValueError as error:
            crashes.caught(ValueError, error, error.__traceback__)
        settle()
        (found,) = (one for one in room.window.findChildren(BugDialog) if one.isVisible())
        return found

    shown = break_down()
    assert TOLD in shown._details.toPlainText() and shown._unfold.isVisible()
    shown.accept()
    settle()
    lock(room)
    shown = break_down()
    assert shown._details.toPlainText() == "" and not shown._unfold.isVisible()
    shown._copy.click()
    assert TOLD not in QApplication.clipboard().text()
    shown.accept()
    open_for(room, INES)


def test_words_typed_in_a_form_outlive_a_program_that_is_ended_from_under_the_lock(room: Room) -> None:  # noqa: F811
    actions, shop, ines = room.session.actions, room.at.shop, room.ines.id
    actions.by_hand.add()
    form = by_hand(room)
    form.words.setPlainText(TOLD)
    form.name.setText("Marta K.")
    form.answered.setChecked(True)
    lock(room)
    assert form._soon.isActive(), "it is written down within seconds, locked or not"
    form._soon.timeout.emit()
    written = settings.get(shop.store, settings.BEGUN_BY_HAND, person=ines)
    kept = begun_of(written)
    assert (kept.text, kept.name, kept.is_answered, kept.at is not None) == (TOLD, "Marta K.", True, True)
    assert not settings.get(shop.store, settings.BEGUN_BY_HAND, person=room.tom.id)
    open_for(room, INES)
    actions.by_hand._begun.clear()  # as after the next start
    by_hand(room).hide()
    actions.by_hand.add()
    form = by_hand(room)
    assert (form.words.toPlainText(), form.name.text(), form.answered.isChecked()) == (TOLD, "Marta K.", True)
    form.words.clear()
    form.name.clear()
    form.reject()
    assert settings.get(shop.store, settings.BEGUN_BY_HAND, person=ines) == {}


def a_picture() -> bytes:
    image = QImage(40, 30, QImage.Format.Format_RGB32)
    image.fill(0x00AA3311)
    return picture.kept(image)


def as_after_the_next_start(room: Room) -> AddByHandDialog:  # noqa: F811
    actions = room.session.actions
    actions.by_hand._begun.clear()
    actions.by_hand._kept_pictures.clear()
    left = by_hand(room)
    left._soon.stop()  # on a slow machine it would write down once more
    left.hide()
    actions.by_hand.add()
    settle()
    return by_hand(room)


def test_the_picture_in_a_form_is_written_down_as_its_words_are(room: Room) -> None:  # noqa: F811
    actions, shop, ines, given = room.session.actions, room.at.shop, room.ines.id, a_picture()
    actions.by_hand.add()
    form = by_hand(room)
    form.name.setText("Marta K.")
    form.picture.set_picture(given)
    form._soon.timeout.emit()
    assert counter.begun_picture(shop, ines) == given and counter.begun_picture(shop, room.tom.id) == b""
    form = as_after_the_next_start(room)
    assert form.picture.picture == given and form.name.text() == "Marta K."
    form._soon.timeout.emit()
    assert counter.begun_picture(shop, ines) == given
    form = as_after_the_next_start(room)
    form.picture.remove.click()
    assert form._soon.isActive(), "taking it out is written down, too"
    form._soon.timeout.emit()
    assert counter.begun_picture(shop, ines) == b"" and not pictures.all(shop.folder)
    form.picture.set_picture(given)
    form.words.setPlainText(TOLD)
    form.place.setCurrentIndex(form.place.findData("counter"))
    form.add()
    settle()
    (kept,) = pictures.all(shop.folder)
    assert not kept.stem.startswith("begun"), "it is the post's now"


def test_a_picture_that_is_still_being_read_is_not_taken_away_by_what_is_typed(room: Room) -> None:  # noqa: F811
    actions, shop, ines, given = room.session.actions, room.at.shop, room.ines.id, a_picture()
    counter.keep_begun(shop, ines, begun_of({"name": "Marta K."}).kept(), given)
    actions.by_hand._write_down(ines, Begun(name="Marta Kow"))
    assert counter.begun_picture(shop, ines) == given


def test_a_picture_that_was_left_behind_comes_into_nothing_else(room: Room) -> None:  # noqa: F811
    shop, ines = room.at.shop, room.ines.id
    counter.keep_begun(shop, ines, begun_of({"name": "Marta K."}).kept(), a_picture())
    settings.put(shop.store, settings.BEGUN_BY_HAND, {}, person=ines)  # and then a kill; or a copy brought back
    counter.keep_begun(shop, ines, begun_of({"name": "Gus B."}).kept())
    assert counter.begun_picture(shop, ines) == b""


def test_a_picture_the_disk_did_not_take_is_written_with_the_next_words(
    room: Room, monkeypatch: pytest.MonkeyPatch  # noqa: F811
) -> None:
    actions, shop, ines, given = room.session.actions, room.at.shop, room.ines.id, a_picture()
    begun = Begun(name="Marta K.", picture=given)

    def full(*_: object, **__: object) -> None:
        raise DiskTrouble("There's no room left on this disk.")

    with monkeypatch.context() as away:
        away.setattr(settings, "put", full)
        actions.by_hand._write_down(ines, begun)
    assert counter.begun_picture(shop, ines) == b""
    actions.by_hand._write_down(ines, begun._replace(name="Marta Kowalska"))
    assert counter.begun_picture(shop, ines) == given


def test_a_form_closed_before_its_picture_was_read_has_it_the_next_time(room: Room) -> None:  # noqa: F811
    actions, shop, ines, given = room.session.actions, room.at.shop, room.ines.id, a_picture()
    counter.keep_begun(shop, ines, begun_of({"name": "Marta K."}).kept(), given)
    actions.by_hand._keep_begun(ines, Begun(name="Marta K."))
    actions.by_hand.add()
    settle()
    assert by_hand(room).picture.picture == given


def test_the_picture_of_what_was_begun_goes_with_whoever_is_forgotten(room: Room) -> None:  # noqa: F811
    shop, ines = room.at.shop, room.ines.id
    counter.keep_begun(shop, ines, begun_of({"name": CUSTOMER}).kept(), a_picture())
    counter.keep_begun(shop, room.tom.id, begun_of({"name": "Somebody else"}).kept(), a_picture())
    who = forgetting.who(shop, room.conversation)
    assert who is not None
    forgetting.forget(shop, [who.id])
    assert counter.begun_picture(shop, ines) == b"" and counter.begun_picture(shop, room.tom.id) == a_picture()


def test_what_somebody_who_left_had_begun_about_who_is_forgotten_goes_too(room: Room) -> None:  # noqa: F811
    shop, tom = room.at.shop, room.tom.id
    counter.keep_begun(shop, tom, begun_of({"name": CUSTOMER}).kept(), a_picture())
    counter.remove_person(shop, tom)
    who = forgetting.who(shop, room.conversation)
    assert who is not None
    forgetting.forget(shop, [who.id])
    assert counter.begun_picture(shop, tom) == b""
    assert settings.get(shop.store, settings.BEGUN_BY_HAND, person=tom) == {}


def test_what_was_begun_about_somebody_who_is_forgotten_does_not_come_back(room: Room) -> None:  # noqa: F811
    actions, shop = room.session.actions, room.at.shop
    actions.by_hand.add()
    form = by_hand(room)
    form.words.setPlainText(TOLD)
    form.name.setText(CUSTOMER)
    form.reject()
    who = forgetting.who(shop, room.conversation)
    assert who is not None and who.name == CUSTOMER
    forgetting.forget(shop, [who.id])
    settle()
    actions.by_hand.add()
    form = by_hand(room)
    assert (form.words.toPlainText(), form.name.text()) == ("", "")
    form.reject()


def test_what_was_kept_is_put_back_as_far_as_it_makes_sense() -> None:
    assert begun_of({"text": 7, "at": "soon", "is_public": "yes", "odd": 1, "name": "Omar"}) == Begun(name="Omar")
    at = datetime(2026, 1, 2, 3, tzinfo=UTC)
    whole = Begun("yelp", "https://y.example", "Omar", "Raw.", at, False, "Sorry", is_answered=True)
    assert begun_of(whole.kept()) == whole


def test_settings_that_come_back_show_what_was_changed_meanwhile(room: Room) -> None:  # noqa: F811
    shop = room.at.shop
    room.session.actions.show_settings()
    (dialog,) = room.window.findChildren(SettingsDialog)
    undo = dialog.inputs[settings.UNDO_SECONDS.key]
    assert isinstance(undo, QComboBox) and undo.currentData() == 10
    lock(room)
    open_for(room, TOM)
    settings.put(shop.store, settings.UNDO_SECONDS, 30)
    lock(room)
    open_for(room, INES)
    assert dialog.isVisible() and undo.currentData() == 30


def test_a_question_that_comes_back_knows_what_they_wrote_meanwhile(room: Room) -> None:  # noqa: F811
    at, page = room.at, room.window.go("complaints")
    assert isinstance(page, ComplaintsPage)
    one = complaints.by_id(at.shop.store, room.conversation)
    assert one is not None
    page.acts.mark_fixed(one)
    dialog = page.acts.dialog
    assert isinstance(dialog, MarkFixedDialog) and dialog.messages.count() == 0
    dialog.radios[2].setChecked(True)
    lock(room)
    open_for(room, TOM)
    at.world.post_as("facebook", CUSTOMER, "They brought a new one, all sorted.", parent=at.root(room.conversation))
    at.collect()
    lock(room)
    open_for(room, INES)
    assert dialog.isVisible() and dialog.messages.count() == 1
    assert dialog.radios[2].isChecked(), "what was marked stays marked"


def meanwhile(room: Room, does: Callable[[], object]) -> None:  # noqa: F811
    """Ines' window locks; Tom is there and does something; Ines comes back."""
    lock(room)
    open_for(room, TOM)
    does()
    settle()
    lock(room)
    open_for(room, INES)


def on_the_board(room: Room) -> tuple[ComplaintsPage, Complaint]:  # noqa: F811
    page = room.window.go("complaints")
    one = complaints.by_id(room.at.shop.store, room.conversation)
    assert isinstance(page, ComplaintsPage) and one is not None
    return page, one


def test_making_an_ending_show_reads_again_and_keeps_what_was_typed(room: Room) -> None:  # noqa: F811
    at, (page, one) = room.at, on_the_board(room)
    page.acts.ending(one, Tab.SHOWS)
    dialog = page.acts.dialog
    assert isinstance(dialog, EndingDialog) and dialog.shows_tab.posts.count() == 0
    dialog.shows_tab.link.setText("https://fenny.example/tart")
    dialog.shows_tab.words.setText("She says that it is mended.")
    mine = Writing.typed("Marta has had a new tart since Saturday, and we bake them longer now.")
    dialog.say_tab.composer.set_writing(mine, Channel.PUBLIC, at_end=True)

    def tom_marks_it_fixed() -> None:
        at.world.post_as("facebook", CUSTOMER, "They brought a new one, all sorted.", parent=at.root(room.conversation))
        at.collect()
        counter.mark_fixed(at.shop, room.conversation, FixedHow.DONE_NO_WORD)

    meanwhile(room, tom_marks_it_fixed)
    assert dialog.isVisible() and dialog.trouble.text() == "Meanwhile this has moved to “Fixed, not shown”."
    assert dialog.shows_tab.posts.count() == 1, "what they wrote since can be picked"
    assert dialog.shows_tab.link.text() == "https://fenny.example/tart"
    assert dialog.shows_tab.words.text() == "She says that it is mended."
    assert dialog.say_tab.composer.writing() == mine
    assert dialog.known is not None and dialog.known.complaint.stage is Stage.FIXED


def test_leaving_it_standing_reads_again_and_keeps_the_reason(room: Room) -> None:  # noqa: F811
    at, (page, one) = room.at, on_the_board(room)
    page.acts.leave_standing(one)
    dialog = page.acts.dialog
    assert isinstance(dialog, LeaveStandingDialog)
    dialog.radios[0].setChecked(True)
    dialog.note.setText("She moved away.")
    dialog.leave.click()
    assert dialog.leave.text() == "Write it", "nobody has answered yet"

    def tom_answers() -> None:
        counter.post(at.shop, room.conversation, Writing.typed("I am sorry that it was raw, Marta. Tom"))
        at.clock.forward(seconds=11)
        deliver.deliver_due(at.shop)

    meanwhile(room, tom_answers)
    assert dialog.isVisible() and dialog.leave.text() == "Leave it standing", "a last word is there by now"
    assert dialog.radios[0].isChecked() and dialog.note.text() == "She moved away."
    assert dialog.trouble.text() == "Meanwhile this has moved to “Answered”."
