"""The coach beside the text: what it says, when it reads, and what its links do."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop.coach.scene import Action, Finding, Level, PastReply, Reading
from desktop.records import Channel
from desktop.writing import Paragraph, Part, Run, Writing
from tests.ui.composer.kit import MARTA, NOW, PLAIN, REPLY, blank, library, marta, write
from ui.composer import Composer

Key, Mod = Qt.Key, Qt.KeyboardModifier


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
