"""The composer as a whole: beginning, its tabs, saving, and how it fits."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop.records import Channel, Limit
from desktop.writing import Writing
from tests.ui.composer.kit import PLAIN, REPLY, marta, write
from ui.composer.pace import Pace
from ui.theme import theme

Key = Qt.Key


# ---- beginning -------------------------------------------------------------------------------------


def test_three_cards_stand_before_anything_is_written(composer):
    cards = composer.choices.cards()
    assert [card.title() for card in cards] == ["Own it and fix it", "I'm looking into it", "Blank page"]
    assert [card.key for card in cards] == ["1", "2", "R"]
    assert [card.foot() for card in cards] == ["5 parts", "5 parts", "6 of your last 10 began here"]
    assert composer.choices.isVisible()
    assert not composer.footer.isVisible()


def test_a_card_puts_its_starter_in_and_goes_to_the_first_blank(composer, qtbot):
    qtbot.mouseClick(composer.choices.cards()[0], Qt.MouseButton.LeftButton)
    assert composer.writing() == composer.context().first.writing
    assert composer.editor.hasFocus()
    assert composer.editor.current_blank().name == composer.writing().blanks()[0]
    assert composer.post_button.text() == f"Fill {len(composer.writing().blanks())} blanks to post"


def test_the_blank_page_is_blank_and_ready_to_type(composer):
    composer.start(0)
    QTest.keyClicks(composer.editor, "Marta,")
    assert composer.writing() == Writing.typed("Marta,")


def test_going_on_with_a_draft_the_caret_is_at_its_end_or_where_it_was_left(composer):
    composer.set_writing(Writing.typed(PLAIN))
    composer.start(0)
    assert composer.editor.textCursor().atEnd()
    cursor = composer.editor.textCursor()
    cursor.setPosition(4)
    composer.editor.setTextCursor(cursor)
    composer.start(0)
    assert composer.editor.textCursor().position() == 4
    composer.set_writing(REPLY)
    composer.start(0)
    assert composer.editor.textCursor().atEnd()


def test_beginning_again_never_overwrites_what_is_written(composer):
    write(composer)
    composer.start(1)
    composer.start(2)
    assert composer.writing().plain() == PLAIN


def test_starting_from_the_note_begins_a_public_reply(composer):
    composer.show_note()
    composer.start(1)
    assert composer.channel() is Channel.PUBLIC


def test_a_card_that_is_not_offered_starts_nothing(composer):
    composer.set_context(marta(looking=None))
    composer.start(2)
    assert not composer.is_answering()
    assert len(composer.choices.cards()) == 2


def test_cards_reflow_when_it_is_narrow(composer, qtbot):
    composer.resize(900, 700)
    rows = {card.y() for card in composer.choices.cards()}
    assert len(rows) == 1
    composer.resize(300, 700)
    qtbot.waitUntil(lambda: len({card.y() for card in composer.choices.cards()}) == 3)


# ---- tabs ------------------------------------------------------------------------------------------


def test_tabs_are_named_by_where_the_words_go(composer):
    assert [tab.words() for tab in composer.tabs.tabs] == [
        "Public reply on Google",
        "Private message",
        "Note to the team",
    ]
    composer.set_context(marta(channels=(Channel.PUBLIC, Channel.NOTE)))
    assert len(composer.tabs.tabs) == 2


def test_each_tab_keeps_its_own_words_and_its_own_undo(composer):
    composer.start(0)
    QTest.keyClicks(composer.editor, "public")
    composer.show_note()
    QTest.keyClicks(composer.editor, "note")
    composer.set_channel(Channel.PUBLIC)
    assert composer.writing() == Writing.typed("public")
    assert composer.writing(Channel.NOTE) == Writing.typed("note")
    composer.editor.undo()
    assert composer.writing().is_empty


def test_a_note_has_no_parts_no_coach_and_no_start_choices(composer):
    composer.show_note()
    assert composer.is_answering()
    assert not composer.parts_bar.isVisible()
    assert not composer.choices.isVisible()
    assert not composer.footer.ask.isVisible()
    assert composer.post_button.text() == "Save note"
    composer.set_channel(Channel.PUBLIC)
    composer.start(0)
    assert composer.footer.ask.isVisible()


def test_who_replies_and_when_it_was_saved(composer, qtbot):
    assert composer.tabs.tail.text() == "Reply as Tom"
    composer.set_saved(datetime.now(UTC) - timedelta(seconds=4))
    assert composer.tabs.tail.text() in ("Saved 4 s ago", "Saved 5 s ago")
    composer.set_saved(datetime.now(UTC) - timedelta(minutes=3))
    assert composer.tabs.tail.text() == "Saved 3 min ago"
    composer.set_saved(None)
    assert composer.tabs.tail.text() == "Reply as Tom"


# ---- saving ----------------------------------------------------------------------------------------


def test_a_draft_goes_out_on_every_pause(composer, qtbot):
    composer.start(0)
    with qtbot.waitSignal(composer.draft_changed, timeout=3000) as got:
        QTest.keyClicks(composer.editor, "Marta")
    assert got.args == [Writing.typed("Marta"), Channel.PUBLIC]


def test_a_draft_goes_out_at_least_every_five_seconds_while_typing(qtbot):
    from PySide6.QtCore import QObject

    owner = QObject()
    pace = Pace(owner)
    assert pace._most.interval() == 4000
    pace._pause.setInterval(60_000)  # as if the writer never paused
    pace._most.setInterval(40)
    with qtbot.waitSignal(pace.save, timeout=2000):
        pace.touch()


def test_leaving_saves_first(composer, qtbot):
    composer.start(0)
    QTest.keyClicks(composer.editor, "Marta")
    with qtbot.waitSignals([composer.draft_changed, composer.back_requested], order="strict"):
        QTest.keyClick(composer.editor, Key.Key_Escape)


def test_switching_tabs_saves_what_was_written_on_the_one_left(composer, qtbot):
    composer.start(0)
    QTest.keyClicks(composer.editor, "Marta")
    with qtbot.waitSignal(composer.draft_changed) as got:
        composer.show_note()
    assert got.args == [Writing.typed("Marta"), Channel.PUBLIC]


def test_putting_a_draft_in_saves_nothing(composer, qtbot):
    with qtbot.assertNotEmitted(composer.draft_changed):
        composer.set_writing(REPLY)
        composer.flush()


def test_leaving_the_text_saves_it_before_any_pause(composer, qtbot):
    write(composer)
    QTest.keyClicks(composer.editor, "!")
    with qtbot.waitSignal(composer.draft_changed, timeout=300) as got:
        composer.coach.setFocus()
        composer.editor.clearFocus()
    assert got.args[0].plain() == f"{PLAIN}!"


# ---- looks -----------------------------------------------------------------------------------------


def _is_whole(button) -> bool:
    return button.width() >= button.sizeHint().width() and button.height() >= 28


@pytest.mark.parametrize("scale", [1.0, 1.3, 1.6])
@pytest.mark.parametrize("mode", ["light", "dark", "high contrast dark"])
def test_nothing_is_cut_off_at_any_text_size(composer, mode, scale, qtbot):
    theme().set_mode(mode)
    theme().set_text_scale(scale)
    try:
        composer.resize(max(520, composer.minimumSizeHint().width()), 700)
        composer.set_writing(REPLY)
        buttons = (composer.post_button, *composer.parts_bar.buttons())
        qtbot.waitUntil(lambda: all(_is_whole(button) for button in buttons))
        assert composer.minimumSizeHint().width() <= 560 * scale
    finally:
        theme().set_text_scale(1.0)
        theme().set_mode("system")


def test_new_facts_about_the_same_conversation_change_no_words_and_move_no_focus(composer):
    card = composer.choices.cards()[0]
    card.setFocus()
    composer.set_context(
        marta(is_online=False, first=composer.context().first, looking=composer.context().looking)
    )
    assert composer.choices.cards()[0] is card
    assert card.hasFocus()
    write(composer)
    composer.set_context(marta())
    assert composer.writing().plain() == PLAIN
    assert composer.is_answering()


def test_figures_that_grow_wider_turn_the_footer_before_the_button_loses_its_words(composer, qtbot):
    theme().set_text_scale(1.3)
    try:
        composer.resize(520, 420)
        composer.set_context(marta(limit=Limit(4096)))
        write(composer, f"{PLAIN} {PLAIN}")
        footer = composer.footer
        qtbot.waitUntil(lambda: footer.post.width() >= footer.post.sizeHint().width())
        assert footer.count.width() >= footer.count.sizeHint().width()
    finally:
        theme().set_text_scale(1.0)
