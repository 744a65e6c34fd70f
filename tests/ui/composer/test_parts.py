"""Parts in and out, other wordings, and what is offered at a blank."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from desktop.starters import Suggestions
from desktop.writing import Ink, Paragraph, Part, Run
from tests.ui.composer.kit import REPLY
from ui.composer import Composer
from ui.composer.suggestions import BlankSuggestions

Key, Mod = Qt.Key, Qt.KeyboardModifier


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


def test_their_words_are_turned_round_where_they_are_picked(composer):
    composer.set_writing(REPLY)
    composer.editor.setFocus()
    QTest.keyClick(composer.editor, Key.Key_Tab)
    popup = composer.suggestions_popup()
    assert "my mum's 70th" in popup.words(), "their own words are offered"
    for _ in range(popup.words().index("my mum's 70th") + 1):
        QTest.keyClick(composer.editor, Key.Key_Down)
    QTest.keyClick(composer.editor, Key.Key_Return)
    assert "because your mum's 70th." in composer.writing().plain()


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
