"""The button: what is posted, what asks first, and when we said we would be back."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from desktop.records import Channel, Limit
from desktop.writing import Paragraph, Run, Writing
from tests.ui.composer.kit import NOW, PLAIN, REPLY, blank, marta, write
from ui.composer import Composer
from ui.composer.next_step import Do

Key, Mod = Qt.Key, Qt.KeyboardModifier


# ---- the button ------------------------------------------------------------------------------------


def post(composer: Composer, mod: Qt.KeyboardModifier = Mod.ControlModifier) -> None:
    composer.editor.setFocus()
    QTest.keyClick(composer.editor, Key.Key_Return, mod)


def test_a_ready_reply_is_posted_with_its_words(composer, qtbot):
    write(composer)
    assert composer.post_button.text() == "Post reply"
    with qtbot.waitSignal(composer.post_requested) as got:
        post(composer)
    assert got.args == [Writing.typed(PLAIN), Channel.PUBLIC, False]
    with qtbot.waitSignal(composer.post_requested) as got:
        post(composer, Mod.ControlModifier | Mod.ShiftModifier)
    assert got.args[2] is True


def test_a_press_counts_though_more_becomes_known_while_the_coach_reads(show, qtbot):
    waiting: list[Callable[[], None]] = []
    composer = Composer(run=lambda work, done: waiting.append(lambda: done(work())))
    qtbot.addWidget(composer.coach)
    show(composer)
    composer.set_context(marta())
    write(composer)
    posted: list[Writing] = []
    composer.post_requested.connect(lambda writing, *_: posted.append(writing))
    post(composer)
    composer.set_context(marta(place="Facebook"))
    while waiting:
        waiting.pop(0)()
    assert posted == [Writing.typed(PLAIN)]
    write(composer, f"{PLAIN} And more.")
    post(composer)
    composer.editor.insertPlainText(" Stop")
    while waiting:
        waiting.pop(0)()
    assert len(posted) == 1, "what was written since was never meant to go"


def test_a_blank_is_never_posted_and_the_first_one_is_focused_and_announced(composer, qtbot):
    composer.set_writing(REPLY)
    heard: list[str] = []
    composer.announced.connect(heard.append)
    with qtbot.assertNotEmitted(composer.post_requested):
        post(composer)
        qtbot.mouseClick(composer.post_button, Qt.MouseButton.LeftButton)
    assert composer.editor.current_blank().name == "what we found"
    assert "Fill 2 blanks to post" in heard


def test_the_button_is_never_greyed_out(composer):
    for writing in (REPLY, Writing(), Writing.typed("x" * 5000)):
        composer.set_writing(writing, at_end=True)
        assert composer.post_button.isEnabled()


def test_nothing_written_is_not_posted(composer, qtbot):
    composer.start(0)
    with qtbot.assertNotEmitted(composer.post_requested):
        post(composer)
    assert composer.editor.hasFocus()


def test_the_length_is_told_in_characters_however_the_place_counts(composer):
    composer.set_context(marta(limit=Limit(4096, "bytes"), count=lambda text: len(text.encode())))
    write(composer, "Café")
    count = composer.footer.count
    assert count.text() == "5 of 4,096" and count.accessibleName() == "5 of 4,096 characters"
    assert "é and ü count as two" in " ".join(count.toolTip().split())


def test_too_long_selects_the_overflow(composer, qtbot):
    composer.set_context(marta(limit=Limit(10)))
    write(composer, "Marta, 🍋 it is ours")
    over = len("Marta, 🍋 it is ours") - 10
    assert composer.post_button.text() == f"{over} characters over"
    with qtbot.assertNotEmitted(composer.post_requested):
        post(composer)
    assert composer.editor.textCursor().selectedText() == "Marta, 🍋 it is ours"[10:]
    assert composer.footer.count.text() == "19 of 10"


def test_a_pause_wants_a_second_press(composer, qtbot):
    write(composer, f"{PLAIN} Ring me on 0151 496 0123.")
    assert composer.post_button.text() == "Check 1 private thing"
    with qtbot.assertNotEmitted(composer.post_requested):
        post(composer)
    assert composer.editor.textCursor().hasSelection()
    assert composer.post_button.text() == "Post anyway"
    with qtbot.waitSignal(composer.post_requested):
        post(composer)


def test_a_change_takes_post_anyway_back(composer, qtbot):
    write(composer, f"{PLAIN} Ring me on 0151 496 0123.")
    post(composer)
    assert composer.post_button.text() == "Post anyway"
    QTest.keyClick(composer.editor, Key.Key_End, Mod.ControlModifier)
    QTest.keyClicks(composer.editor, " Yours")
    composer._pace.read_now()
    assert composer.post_button.text() == "Check 1 private thing"


def test_words_typed_a_moment_ago_are_read_before_they_are_posted(composer, qtbot):
    write(composer)
    QTest.keyClicks(composer.editor, " 0151 496 0123")
    with qtbot.assertNotEmitted(composer.post_requested):
        post(composer)
    assert composer.step().do is Do.POST  # now as "Post anyway"
    assert composer.post_button.text() == "Post anyway"


def test_past_a_limit_asks_the_owner(composer, qtbot):
    write(composer, f"{PLAIN}. You get €50 back.")
    assert composer.post_button.text() == "Ask Ines first"
    with qtbot.waitSignal(composer.ask_requested), qtbot.assertNotEmitted(composer.post_requested):
        post(composer)


def test_new_words_from_them_are_read_first(composer, qtbot):
    write(composer)
    composer.set_new_messages(1)
    assert composer.post_button.text() == "Read 1 new message first"
    with qtbot.waitSignal(composer.read_requested), qtbot.assertNotEmitted(composer.post_requested):
        post(composer)
    composer.set_new_messages(0)
    assert composer.post_button.text() == "Post reply"


def test_offline_it_goes_to_the_outbox(composer):
    write(composer)
    composer.set_online(False)
    assert composer.post_button.text() == "Put in outbox"


def test_a_place_that_cannot_be_posted_to_is_copied_to(composer, qtbot):
    composer.set_context(marta(can_post=False))
    write(composer)
    with qtbot.waitSignal(composer.copy_requested):
        post(composer)


def test_a_note_is_saved_blanks_and_all(composer, qtbot):
    composer.set_writing(Writing((Paragraph((Run("See "), blank("which day"))),)), Channel.NOTE)
    composer.show_note()
    with qtbot.waitSignal(composer.note_requested):
        post(composer)


def test_after_posting_it_is_empty_and_offers_to_start(composer):
    write(composer)
    composer.clear(Channel.PUBLIC)
    assert composer.writing().is_empty
    assert composer.choices.isVisible()
    assert composer.tabs.tail.text() == "Reply as Tom"


def test_text_put_back_after_undo_stands_with_the_caret_at_its_end(composer):
    composer.set_writing(Writing.typed("Half eight. Ines"), at_end=True)
    composer.focus_editor()
    QTest.keyClicks(composer.editor, "!")
    assert composer.writing().plain() == "Half eight. Ines!"


def test_in_your_words_climbs_as_blanks_and_library_words_give_way(composer):
    composer.set_writing(REPLY)
    assert composer.footer.meter.accessibleName() == "In your words 0%"
    write(composer)
    assert composer.footer.meter.accessibleName() == "In your words 100%"


def test_what_to_know_before_it_goes_stands_over_the_count(composer, qtbot):
    composer.set_context(marta(warning=lambda text: "A link costs $0.20." if "http" in text else ""))
    footer = composer.footer
    write(composer, PLAIN)
    assert not footer.warning.isVisible()
    write(composer, f"{PLAIN} http://corner.example")
    assert footer.warning.isVisible()
    assert footer.warning.text() == "A link costs $0.20."
    assert footer.warning.geometry().bottom() <= footer.count.mapTo(footer, QPoint()).y()
    assert footer.rect().contains(footer.post.mapTo(footer, QPoint(0, footer.post.height() - 1)))
    composer.set_channel(Channel.NOTE)
    assert not footer.warning.isVisible()


# ---- looking into it -------------------------------------------------------------------------------


def test_looking_into_it_asks_when_you_will_be_back(composer, qtbot):
    with qtbot.waitSignal(composer.looking_started):
        composer.start(2)
    assert composer.back_by_row.isVisible()
    assert composer.back_by() == NOW + timedelta(hours=1)
    quarter, _, closing, tomorrow = composer.back_by_row.chips
    quarter.click()
    assert composer.back_by() == NOW + timedelta(minutes=15)
    closing.click()
    assert composer.back_by() == NOW.replace(hour=16, minute=0)
    tomorrow.click()
    assert composer.back_by() == (NOW + timedelta(days=1)).replace(hour=10, minute=0)


def test_the_time_in_the_text_and_the_one_promised_agree(composer):
    composer.start(2)
    assert "when" in composer.writing().blanks()
    composer.back_by_row.chips[0].click()
    assert "by 08:24 either way" in composer.writing().plain()
    at = composer.writing().plain().index("08:24")
    composer.editor.select_span((at, at + 5))
    QTest.keyClicks(composer.editor, "11:30")
    composer._pace.read_now()
    assert composer.back_by() == NOW.replace(hour=11, minute=30)
    assert composer.back_by_row.edit.time().toString("HH:mm") == "11:30"
    composer.back_by_row.chips[3].click()
    assert "by 10:00 tomorrow either way" in composer.writing().plain()
    assert composer.back_by() == (NOW + timedelta(days=1)).replace(hour=10, minute=0)
    composer.editor.undo()
    composer._pace.read_now()
    assert composer.back_by() == NOW.replace(hour=11, minute=30)


def test_a_time_being_typed_in_the_row_counts_when_it_is_posted(composer):
    composer.start(2)
    edit = composer.back_by_row.edit
    edit.setFocus()
    edit.setSelectedSection(edit.Section.HourSection)
    QTest.keyClicks(edit, "13")
    composer.press()
    assert composer.back_by().hour == 13


def test_a_time_that_is_past_means_tomorrow(composer):
    from PySide6.QtCore import QTime

    composer.start(2)
    composer.back_by_row.edit.setTime(QTime(7, 30))
    assert composer.back_by() == (NOW + timedelta(days=1)).replace(hour=7, minute=30)


def test_an_ordinary_answer_promises_no_time(composer):
    composer.start(1)
    assert composer.back_by() is None
    assert not composer.back_by_row.isVisible()
    composer.start(2)
    composer.clear(Channel.PUBLIC)
    assert composer.back_by() is None
