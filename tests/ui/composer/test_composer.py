"""The composer as a whole: beginning, writing, what it says, and what its button does."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from desktop.coach.scene import Action, Finding, Level, PastReply, Reading
from desktop.records import Channel, Limit
from desktop.starters import Suggestions
from desktop.writing import Ink, Paragraph, Part, Run, Writing
from tests.ui.composer.kit import MARTA, NOW, REPLY, blank, library, marta
from ui.composer import Composer
from ui.composer.next_step import Do
from ui.composer.pace import Pace
from ui.composer.suggestions import BlankSuggestions
from ui.theme import theme

Key, Mod = Qt.Key, Qt.KeyboardModifier
PLAIN = (
    "Marta, the base was raw and that's ours. I'll ring you today at 15:30 about the tart and the phone. Tom"
)


def write(composer: Composer, text: str = PLAIN) -> None:
    composer.set_writing(Writing.typed(text), at_end=True)
    composer.focus_editor()


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


# ---- parts, wordings, suggestions ------------------------------------------------------------------


def test_the_bar_shows_what_is_in_the_reply(composer):
    composer.set_writing(REPLY)
    names = [button.accessibleName() for button in composer.parts_bar.buttons()]
    assert "Hear them, in the reply" in names
    assert "Own it, not in the reply" in names
    assert "Ask to show, comes later" in names
    locked = composer.parts_bar.button(Part.SHOW)
    assert locked.toolTip() == "Comes later: once they've told you it's sorted."


def test_a_part_goes_in_and_out_by_button_and_by_key(composer, qtbot):
    composer.set_writing(REPLY)
    qtbot.mouseClick(composer.parts_bar.button(Part.OWN), Qt.MouseButton.LeftButton)
    assert Part.OWN in composer.editor.parts()
    assert composer.parts_bar.button(Part.OWN).accessibleName() == "Own it, in the reply"
    composer.editor.setFocus()
    QTest.keyClick(composer.editor, Key.Key_3, Mod.AltModifier)
    assert composer.writing() == REPLY


def test_a_locked_part_says_why_and_stays_out(composer):
    composer.set_writing(REPLY)
    heard: list[str] = []
    composer.announced.connect(heard.append)
    composer.toggle_part(Part.SHOW)
    assert composer.writing() == REPLY
    assert heard == ["Comes later: once they've told you it's sorted."]


def test_the_sign_off_is_the_writers_own(composer):
    composer.start(0)
    composer.toggle_part(Part.SIGN)
    assert composer.writing().paragraphs == (
        Paragraph((Run("Tom, on the counter today", Ink.FILLED),), Part.SIGN),
    )


def go_to_part(composer: Composer, part: Part) -> None:
    block = next(b for b in range(9) if composer.writing().paragraphs[b].part is part)
    cursor = composer.editor.textCursor()
    cursor.setPosition(composer.editor.document().findBlockByNumber(block).position())
    composer.editor.setFocus()
    composer.editor.setTextCursor(cursor)


def test_another_wording_is_picked_with_the_keys(composer):
    composer.set_writing(REPLY)
    go_to_part(composer, Part.NEXT)
    QTest.keyClick(composer.editor, Key.Key_Down, Mod.AltModifier)
    popup = composer.wordings_popup()
    assert popup.isVisible()
    wanted = popup.choices()[1]
    QTest.keyClick(popup.list, Key.Key_Down)
    QTest.keyClick(popup.list, Key.Key_Return)
    assert not popup.isVisible()
    assert composer.writing().paragraphs[2].wording == wanted.paragraph.wording
    composer.editor.undo()
    assert composer.writing() == REPLY


@pytest.mark.parametrize("corner", ["topLeft", "topRight", "bottomLeft", "bottomRight"])
def test_other_wordings_stay_on_the_screen_and_off_their_paragraph(composer, corner):
    room = composer.screen().availableGeometry()
    at = QRect(QPoint(0, 0), composer.frameSize())
    getattr(at, "move" + corner[0].upper() + corner[1:])(getattr(room, corner)())
    composer.move(at.topLeft())
    composer.set_writing(REPLY)
    go_to_part(composer, Part.NEXT)
    composer.open_wordings()
    popup = composer.wordings_popup()
    editor = composer.editor
    box = editor.current_paragraph_rect()
    paragraph = QRect(editor.viewport().mapToGlobal(box.topLeft()), box.size())
    assert room.contains(popup.geometry())
    assert not popup.geometry().intersects(paragraph)
    popup.close()


def test_resting_wordings_stand_last_with_their_day(composer):
    composer.set_writing(REPLY)
    go_to_part(composer, Part.NEXT)
    composer.open_wordings()
    popup = composer.wordings_popup()
    assert [choice.paragraph.wording for choice in popup.choices()][-1] == "gen-n1"
    said = popup.list.item(popup.list.count() - 1).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said.endswith("resting till 8 July")
    QTest.keyClick(popup.list, Key.Key_Escape)
    assert composer.writing() == REPLY


def test_a_focused_blank_offers_their_words_and_typing_goes_on(composer):
    composer.set_writing(REPLY)
    composer.editor.setFocus()
    QTest.keyClick(composer.editor, Key.Key_Tab)
    popup = composer.suggestions_popup()
    assert popup.isVisible()
    assert "raw dough" in popup.words()
    QTest.keyClicks(composer.editor, "two trays")
    assert not popup.isVisible()
    assert "because two trays." in composer.writing().plain()


def test_the_suggestions_stay_at_their_blank_when_the_text_finds_another_place(composer, qtbot):
    composer.set_writing(REPLY)
    composer.editor.setFocus()
    QTest.keyClick(composer.editor, Key.Key_Tab)
    popup, editor = composer.suggestions_popup(), composer.editor

    def stands_at_it() -> bool:
        (blank,) = [one for one in editor.blanks() if one.start == editor.textCursor().selectionStart()]
        box = editor.blank_rect(blank)
        box.moveTopLeft(editor.viewport().mapTo(editor.window(), box.topLeft()))
        around = popup.geometry()
        is_near = 0 < around.top() - box.bottom() < 12 or 0 < box.top() - around.bottom() < 12
        return around.left() == box.left() and is_near

    assert stands_at_it()
    before = popup.pos()
    composer.choices.setFixedHeight(120)  # something above the text comes up
    composer.choices.show()
    qtbot.waitUntil(lambda: popup.pos() != before and stands_at_it())


@pytest.mark.parametrize(("top", "is_under"), [(100, True), (345, True), (470, False)])
def test_the_suggestions_stand_under_their_blank_where_some_fit_else_few_over_it(show, top, is_under):
    window = QWidget()
    text, floor = QWidget(window), QWidget(window)
    show(window)
    window.resize(400, 600)
    text.setGeometry(0, 0, 400, 500)
    floor.setGeometry(0, 500, 400, 100)
    for each in (text, floor):
        each.show()
    popup, blank = BlankSuggestions(text, floor), QRect(50, top, 80, 20)
    popup.offer([Suggestions("Their words", tuple("abcdefghijkl"))], lambda: blank, text)
    stands = popup.geometry()
    assert stands.bottom() <= 500
    assert stands.top() > blank.bottom() if is_under else stands.bottom() < blank.top()
    if not is_under:  # what they wrote is up there
        assert stands.height() <= 12 + 24 + 4 * 30


@pytest.mark.parametrize("lowest", [300, 340, 440])
def test_the_suggestions_never_stand_on_their_words(show, lowest):
    """Over a blank at the foot of a low window they covered what the answer is written to."""
    window = QWidget()
    text, floor = QWidget(window), QWidget(window)
    show(window)
    window.resize(400, 600)
    text.setGeometry(0, lowest, 400, 500 - lowest)
    floor.setGeometry(0, 500, 400, 100)
    for each in (text, floor):
        each.show()
    popup, blank = BlankSuggestions(text, floor), QRect(50, 455 - lowest, 80, 20)
    words = QRect(0, 100, 400, lowest - 100)
    popup.words_in_sight = lambda: words
    popup.offer([Suggestions("Their words", tuple("abcdefghijkl"))], lambda: blank, text)
    stands = popup.geometry()
    assert not stands.intersects(words) and not stands.intersects(QRect(50, 455, 80, 20))
    assert stands.height() >= 12 + 24 + 2 * 28 and window.rect().contains(stands)
    assert stands.intersects(floor.geometry()) is (lowest == 440), "only where there is room nowhere else"


def test_the_suggestions_have_their_headings_in_the_language_of_the_window(german, composer):
    composer.set_writing(REPLY)
    composer.editor.setFocus()
    QTest.keyClick(composer.editor, Key.Key_Tab)
    rows = composer.suggestions_popup().list
    assert rows.item(0).text() == "Kundenworte"


def test_a_suggestion_is_picked_with_the_keys(composer):
    composer.set_writing(REPLY)
    composer.editor.setFocus()
    QTest.keyClick(composer.editor, Key.Key_Tab)
    popup = composer.suggestions_popup()
    wanted = popup.words()[1]
    QTest.keyClick(composer.editor, Key.Key_Down)
    QTest.keyClick(composer.editor, Key.Key_Down)
    QTest.keyClick(composer.editor, Key.Key_Return)
    assert f"because {wanted}." in composer.writing().plain()


def test_escape_closes_the_suggestions_first_and_leaves_only_then(composer, qtbot):
    composer.set_writing(REPLY)
    composer.editor.setFocus()
    QTest.keyClick(composer.editor, Key.Key_Tab)
    with qtbot.assertNotEmitted(composer.back_requested):
        QTest.keyClick(composer.editor, Key.Key_Escape)
    assert not composer.suggestions_popup().isVisible()
    with qtbot.waitSignal(composer.back_requested):
        QTest.keyClick(composer.editor, Key.Key_Escape)


def test_words_from_the_shop_book_go_into_the_current_blank(composer):
    composer.set_writing(REPLY)
    composer.editor.setFocus()
    QTest.keyClick(composer.editor, Key.Key_Tab)
    composer.insert_text("the oven")
    assert "because the oven." in composer.writing().plain()


# ---- the coach -------------------------------------------------------------------------------------


def titles(composer: Composer) -> list[str]:
    return [item.finding().title for item in composer.coach.items()]


def test_holds_come_first_and_the_summary_counts(composer):
    composer.set_writing(REPLY)
    assert titles(composer)[0] == "2 blanks to fill"
    looks = len(composer.coach.reading().findings) - 1
    assert composer.coach.summary() == f"2 to fill, {looks} to look at"


def test_it_reads_when_typing_stops_not_at_every_key(composer, qtbot):
    composer.start(0)
    before = composer.coach.reading()
    QTest.keyClicks(composer.editor, "We're so sorry but our policy")
    assert composer.coach.reading() is before
    qtbot.waitUntil(lambda: len(composer.coach.reading().findings) > 0, timeout=3000)


def test_a_stale_reading_is_dropped(show, qtbot):
    waiting: list = []
    composer = Composer(run=lambda work, done: waiting.append((work, done)))
    qtbot.addWidget(composer.coach)
    show(composer)
    composer.set_context(marta())
    composer.set_writing(REPLY)
    work, done = waiting[-1]
    result = work()
    composer.start(0)
    composer.editor.selectAll()
    QTest.keyClicks(composer.editor, "x")
    done(result)
    assert composer.coach.items() == []


def test_items_are_reused_so_that_nothing_jumps(composer):
    composer.set_writing(REPLY)
    first = composer.coach.items()[0]
    composer.set_writing(Writing((Paragraph((blank("when"), Run(" it is"))),)))
    assert composer.coach.items()[0] is first
    assert first.finding().title == "1 blank to fill"


def test_next_blank_link_goes_to_the_blank(composer, qtbot):
    composer.set_writing(REPLY)
    (link,) = composer.coach.items()[0].links()
    qtbot.mouseClick(link, Qt.MouseButton.LeftButton)
    assert composer.editor.current_blank().name == "what we found"


def test_not_needed_here_puts_a_check_aside_for_this_draft(composer, qtbot):
    write(composer, "Marta, that's ours, the raw base. Tom")
    item = next(item for item in composer.coach.items() if item.finding().check == "c-second")
    check = item.finding().check
    with qtbot.waitSignal(composer.finding_dismissed) as got:
        qtbot.mouseClick(item.links()[-1], Qt.MouseButton.LeftButton)
    assert got.args == [check]
    assert check not in [finding.check for finding in composer.coach.reading().findings]


def test_a_finding_about_their_words_points_at_them(composer, qtbot):
    write(composer, "Marta, that's ours, the raw base. Tom")
    item = next(item for item in composer.coach.items() if item.finding().their_span)
    with qtbot.waitSignal(composer.their_words_shown) as got:
        qtbot.mouseClick(item, Qt.MouseButton.LeftButton)
    start, end = got.args[0]
    assert MARTA[start:end]


def test_words_the_coach_points_at_are_underlined(composer):
    write(composer, "Marta, sorry, but the base was raw dough. Tom")
    spans = [f.span for f in composer.coach.reading().findings if f.span and f.level is Level.LOOK]
    text = composer.writing().plain()
    assert spans
    assert [c.selectedText() for c in composer.editor.marked()] == [text[a:b] for a, b in spans]


def test_add_a_line_makes_room_before_the_sign_off(composer):
    composer.set_writing(REPLY)
    composer.editor.add_line()
    QTest.keyClicks(composer.editor, "You rang twice.")
    assert [p.part for p in composer.writing().paragraphs][-2:] == [None, Part.SIGN]


def test_add_a_time_puts_a_blank_at_the_end_of_the_next_step(composer):
    from ui.composer import ways_out

    composer.set_writing(Writing((Paragraph((library("I'll ring."),), Part.NEXT, "n"), REPLY.paragraphs[-1])))
    ways_out.add_time(composer.editor)
    assert composer.writing().paragraphs[0].plain() == "I'll ring. {when}"
    assert composer.editor.current_blank().name == "when"


def test_add_a_name_signs(composer, qtbot):
    write(composer, "Marta, that base was raw, two weeks ahead and no pudding.")
    item = next(item for item in composer.coach.items() if item.finding().check == "c-sign")
    qtbot.mouseClick(item.links()[0], Qt.MouseButton.LeftButton)
    assert composer.writing().paragraphs[-1].part is Part.SIGN


def test_next_note_walks_through_what_the_coach_says(composer):
    composer.set_writing(REPLY)
    heard: list[str] = []
    composer.announced.connect(heard.append)
    composer.editor.setFocus()
    QTest.keyClick(composer.editor, Key.Key_Period, Mod.ControlModifier)
    assert any(words.startswith("2 blanks to fill.") for words in heard)
    assert composer.editor.current_blank().name == "what we found"


def test_the_summary_stands_above_the_footer_while_the_coach_is_hidden(composer):
    composer.set_writing(REPLY)
    assert not composer.summary_line.isVisible()
    composer.set_coach_visible(False)
    assert composer.summary_line.isVisible()
    assert composer.summary_line.text().startswith("2 to fill")


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


# ---- ways out --------------------------------------------------------------------------------------


def test_something_private_moves_to_the_private_message(composer, qtbot):
    write(composer, f"{PLAIN} Ring me on 0151 496 0123.")
    item = next(item for item in composer.coach.items() if item.finding().check == "c-private")
    with qtbot.waitSignal(composer.draft_changed) as got:
        qtbot.mouseClick(item.links()[0], Qt.MouseButton.LeftButton)
    assert got.args[1] is Channel.PRIVATE
    assert composer.channel() is Channel.PRIVATE
    assert "0151" in composer.writing().plain()
    assert composer.post_button.text() == "Send"


def test_an_offer_tied_to_a_post_is_taken_out_with_one_undo(composer):
    text = f"{PLAIN}. Would you post how it ended? There's a free loaf in it for you."
    write(composer, text)
    span = (text.index(" There's"), len(text))
    finding = Finding("c-reward", Level.PAUSE, "Don't tie a gift to what they post", "")
    composer.act(finding, Action("take_out", "Take out the offer", span))
    assert "free loaf" not in composer.writing().plain()
    composer.editor.undo()
    assert composer.writing().plain() == text


def test_rewording_opens_the_wordings_of_the_part_it_is_about(composer):
    composer.set_writing(REPLY)
    text = composer.writing().plain()
    start = text.index("which day")
    finding = Finding("c-canned", Level.LOOK, "Sounds canned", "", span=(start, start + 9))
    composer.act(finding, Action("reword", "Reword this part"))
    assert composer.editor.current_part() is Part.NEXT
    assert composer.wordings_popup().isVisible()
    composer.wordings_popup().close()


def test_compare_hands_the_other_reply_to_the_page(composer, qtbot):
    composer.set_writing(REPLY)
    twin = PastReply("Bea R.", "Nearly the same", NOW)
    with qtbot.waitSignal(composer.compare_requested) as got:
        composer.act(Finding("c-canned", Level.LOOK, "", "", twin=twin), Action("compare", "Compare"))
    assert got.args == [twin]


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


def test_at_most_three_looks_show_until_more_are_asked_for(composer, qtbot):
    looks = tuple(Finding(f"c-{n}", Level.LOOK, f"Look {n}", "") for n in range(5))
    hold = Finding("c-long", Level.HOLD, "3 characters over for Google", "", count=3)
    composer.coach.set_reading(Reading((hold, *looks), ()), None)
    assert len(composer.coach.items()) == 4
    assert composer.coach.more_button().text() == "2 more"
    composer.coach.more_button().click()
    assert len(composer.coach.items()) == 6
    assert composer.coach.more_button().isHidden()


def test_the_coach_says_one_line_when_there_is_nothing_to_list(composer):
    composer.start(0)
    assert composer.coach.closing_item().finding().title == "Nothing to check yet"
    write(
        composer, "Marta, ours: the raw dough, and the phone we let ring. I'll ring you today at 15:30. Tom"
    )
    if not composer.coach.reading().findings:
        assert composer.coach.closing_item().finding().title == "Nothing to point out"
    else:
        pytest.fail(str([finding.title for finding in composer.coach.reading().findings]))


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
