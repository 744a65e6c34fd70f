"""The text with blanks: what typing, deleting, moving and undoing do to it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt
from PySide6.QtGui import QGuiApplication, QInputMethodEvent, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget

from desktop.writing import Ink, Paragraph, Part, Run, Writing
from tests.ui.composer.kit import REPLY, blank, library, pre_edit
from ui.composer import ReplyEditor
from ui.theme import theme

Key, Mod = Qt.Key, Qt.KeyboardModifier


def names(editor: ReplyEditor) -> list[str]:
    return [each.name for each in editor.blanks()]


def plain(editor: ReplyEditor) -> str:
    return editor.writing().plain()


def put_caret(editor: ReplyEditor, before: str, keep: bool = False, skip: int = 0) -> None:
    """Put the caret in front of words that stand in the document."""
    at = editor.toPlainText().index(before) + skip
    cursor = editor.textCursor()
    cursor.setPosition(at, QTextCursor.MoveMode.KeepAnchor if keep else QTextCursor.MoveMode.MoveAnchor)
    editor.setTextCursor(cursor)


def press(
    editor: ReplyEditor, key: Qt.Key, mod: Qt.KeyboardModifier = Mod.NoModifier, times: int = 1
) -> None:
    for _ in range(times):
        QTest.keyClick(editor, key, mod)


# ---- there and back --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "writing",
    [
        REPLY,
        Writing(),
        Writing.typed("One line"),
        Writing.typed("One\n\nThree"),
        Writing((Paragraph((), Part.OWN, "o1"),)),
        Writing((Paragraph((blank("a"), blank("a"), blank("b"))),)),
        Writing((Paragraph((blank("their\u00a0own name"),)),)),
        Writing((Paragraph((blank("day-by-day / hour"), Run("x"))),)),
        Writing((Paragraph((Run("🍋🥧 "), blank("what 🍋 cost"), Run(" café 👩‍👩‍👧")), Part.HEAR),)),
        Writing((Paragraph((Run("שלום "), blank("מה מצאנו"), Run(" תודה")), Part.DETAIL, "d"),)),
        Writing((Paragraph((Run("No break\u00a0here and\u202fthere"),)),)),
        Writing((Paragraph((Run("Tom", Ink.FILLED), library(" was "), Run("here"))),)),
    ],
    ids=lambda writing: writing.plain()[:20] or "empty",
)
def test_a_writing_comes_back_exactly(editor, writing):
    editor.set_writing(writing)
    assert editor.writing() == writing


def test_a_blank_page_and_an_empty_paragraph_are_both_empty(editor):
    editor.set_writing(Writing((Paragraph(),)))
    assert editor.writing().is_empty


def test_putting_a_writing_in_is_not_a_change_and_cannot_be_undone(editor, qtbot):
    with qtbot.assertNotEmitted(editor.changed):
        editor.set_writing(Writing.typed("Other words"))
    assert not editor.document().isUndoAvailable()


def test_a_blank_is_padded_and_nowhere_to_be_broken(editor):
    editor.set_writing(Writing((Paragraph((blank("what we found"),)),)))
    shown = editor.document().firstBlock().text()
    assert shown.startswith("\u202f")
    assert shown.endswith("\u202f")
    assert "what\u00a0we\u00a0found" in shown


def test_a_blank_is_never_split_over_two_lines(editor):
    long_name = "what-we found/when"
    editor.set_writing(
        Writing(
            (
                Paragraph(
                    (Run("word " * 9), blank(long_name), Run(" more words after it")),
                ),
            )
        )
    )
    for width in range(340, 560, 10):
        editor.resize(width, 400)
        block, (only,) = editor.document().firstBlock(), editor.blanks()
        layout = block.layout()
        assert (
            layout.lineForTextPosition(only.start).lineNumber()
            == layout.lineForTextPosition(only.end - 1).lineNumber()
        )


# ---- Tab -------------------------------------------------------------------------------------------


def test_tab_goes_from_blank_to_blank_and_back(editor):
    press(editor, Key.Key_Tab)
    assert editor.current_blank().name == "what we found"
    press(editor, Key.Key_Tab)
    assert editor.current_blank().name == "when"
    press(editor, Key.Key_Backtab, Mod.ShiftModifier)
    assert editor.current_blank().name == "what we found"


def test_tab_leaves_the_text_when_no_blank_follows(show):
    window = QWidget()
    column, after = QVBoxLayout(window), QLineEdit()
    made = ReplyEditor()
    column.addWidget(made)
    column.addWidget(after)
    show(window)
    made.set_writing(Writing((Paragraph((blank("one"), Run(" end"))),)))
    made.setFocus()
    press(made, Key.Key_Tab)
    assert made.hasFocus()
    press(made, Key.Key_Tab)
    assert not made.hasFocus()


def test_tab_writes_no_tabulator(editor):
    press(editor, Key.Key_Tab, times=4)
    assert "\t" not in plain(editor)


# ---- typing over -----------------------------------------------------------------------------------


def test_typing_on_a_blank_replaces_it_whole(editor):
    press(editor, Key.Key_Tab)
    QTest.keyClicks(editor, "two trays")
    assert "raw because two trays." in plain(editor)
    assert names(editor) == ["when"]


def test_one_undo_brings_the_blank_back(editor):
    press(editor, Key.Key_Tab)
    QTest.keyClicks(editor, "two trays")
    press(editor, Key.Key_Z, Mod.ControlModifier)
    assert editor.writing() == REPLY
    assert editor.current_blank().name == "what we found"


def test_redo_fills_it_again(editor):
    press(editor, Key.Key_Tab)
    QTest.keyClicks(editor, "trays")
    editor.undo()
    editor.redo()
    assert "because trays." in plain(editor)


def test_the_caret_never_stands_inside_a_blank(editor):
    put_caret(editor, "what\u00a0we".replace("\u00a0", " "), skip=3)
    assert editor.current_blank().name == "what we found"


def test_an_arrow_steps_onto_a_blank_and_over_it(editor):
    put_caret(editor, "because ", skip=len("because "))
    press(editor, Key.Key_Right)
    assert editor.current_blank().name == "what we found"
    press(editor, Key.Key_Right)
    assert editor.current_blank() is None
    QTest.keyClicks(editor, "!")
    assert "{what we found}!." in plain(editor)


def test_an_arrow_back_does_the_same(editor):
    put_caret(editor, ".\nI'll ring")
    press(editor, Key.Key_Left)
    assert editor.current_blank().name == "what we found"
    press(editor, Key.Key_Left)
    QTest.keyClicks(editor, "of ")
    assert "because of {what we found}" in plain(editor)


def test_a_click_on_a_pill_selects_the_blank(editor):
    at = editor.blank_rect(editor.blanks()[1])
    QTest.mouseClick(editor.viewport(), Qt.MouseButton.LeftButton, pos=at.center())
    assert editor.current_blank().name == "when"
    QTest.mouseClick(editor.viewport(), Qt.MouseButton.LeftButton, pos=at.topLeft() + QPoint(2, 8))
    assert editor.current_blank().name == "when"


def test_a_double_click_on_a_pill_selects_the_whole_blank(editor):
    at = editor.blank_rect(editor.blanks()[0]).center()
    QTest.mouseDClick(editor.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert editor.current_blank().name == "what we found"


# ---- deleting --------------------------------------------------------------------------------------


def test_backspace_behind_a_blank_deletes_it_whole_and_undo_brings_it_back(editor):
    put_caret(editor, ".\nI'll ring")
    press(editor, Key.Key_Backspace)
    assert names(editor) == ["when"]
    assert "because ." in plain(editor)
    press(editor, Key.Key_Z, Mod.ControlModifier)
    assert editor.writing() == REPLY


def test_delete_before_a_blank_deletes_it_whole(editor):
    put_caret(editor, "because ", skip=len("because "))
    press(editor, Key.Key_Delete)
    assert names(editor) == ["when"]


def test_backspace_on_a_focused_blank_deletes_it(editor):
    press(editor, Key.Key_Tab)
    press(editor, Key.Key_Backspace)
    assert names(editor) == ["when"]


def test_deleting_a_word_takes_a_whole_blank(editor):
    put_caret(editor, ".\nI'll ring")
    press(editor, Key.Key_Backspace, Mod.ControlModifier)
    assert names(editor) == ["when"]
    assert plain(editor).count("found") == 0


def test_ordinary_backspace_takes_one_letter(editor):
    editor.set_writing(Writing.typed("café 🍋"), at_end=True)
    press(editor, Key.Key_Backspace)
    assert plain(editor) == "café "


def test_typed_letters_and_their_deletion_undo_like_in_any_text(editor):
    editor.set_writing(Writing())
    QTest.keyClicks(editor, "hello")
    press(editor, Key.Key_Backspace, times=2)
    editor.undo()
    assert plain(editor) == "hello"
    editor.undo()
    assert plain(editor) == ""


# ---- selecting -------------------------------------------------------------------------------------


def test_a_selection_that_touches_a_blank_takes_all_of_it(editor):
    put_caret(editor, "because")
    put_caret(editor, "we found", keep=True)
    assert editor.textCursor().selectedText().endswith("found\u202f\u202f")


def test_shift_arrow_takes_the_blank_in_one_step_and_gives_it_back_in_one(editor):
    put_caret(editor, "because ", skip=len("because "))
    press(editor, Key.Key_Right, Mod.ShiftModifier)
    assert "found" in editor.textCursor().selectedText()
    press(editor, Key.Key_Left, Mod.ShiftModifier)
    assert not editor.textCursor().hasSelection()


def test_dragging_out_of_a_pill_to_the_left_keeps_it_whole(editor):
    at = editor.blank_rect(editor.blanks()[0])
    start = QPoint(at.left() - 60, at.center().y())
    QTest.mousePress(editor.viewport(), Qt.MouseButton.LeftButton, pos=at.center())
    QTest.mouseMove(editor.viewport(), start)
    QTest.mouseRelease(editor.viewport(), Qt.MouseButton.LeftButton, pos=start)
    selected = editor.textCursor().selectedText()
    assert "found\u202f\u202f" in selected
    assert len(selected) > len("\u202f\u202fwhat we found\u202f\u202f")


def test_a_blank_cannot_be_copied_in_part(editor):
    put_caret(editor, "we found")
    put_caret(editor, "I'll", keep=True)
    editor.copy()
    assert QGuiApplication.clipboard().text() == "{what we found}.\n"


def test_cut_and_paste_keeps_blanks_and_where_the_words_come_from(editor):
    put_caret(editor, "The base")
    put_caret(editor, "I'll", keep=True)
    press(editor, Key.Key_X, Mod.ControlModifier)
    assert names(editor) == ["when"]
    press(editor, Key.Key_V, Mod.ControlModifier)
    assert names(editor) == ["what we found", "when"]
    assert editor.writing().own_share() == 0


# ---- pasting ---------------------------------------------------------------------------------------


def paste(editor: ReplyEditor, text: str, html: str = "") -> None:
    mime = QMimeData()
    mime.setText(text)
    if html:
        mime.setHtml(html)
    editor.insertFromMimeData(mime)


def test_paste_is_plain_text(editor):
    editor.set_writing(Writing())
    paste(editor, "bold", "<b style='color:red'>bold</b><img src='x'>")
    assert editor.writing() == Writing.typed("bold")


def test_pasted_into_a_wording_it_is_typed_words_all_the_same(editor):
    put_caret(editor, "to ask which")
    paste(editor, "today ")
    assert Run("today ") in editor.writing().paragraphs[2].runs
    assert editor.writing().own_share(("Marta",)) > 0


def test_pasting_on_a_blank_replaces_it_and_one_undo_brings_it_back(editor):
    press(editor, Key.Key_Tab)
    paste(editor, "two trays\nat once")
    assert names(editor) == ["when"]
    assert "because two trays\nat once." in plain(editor)
    editor.undo()
    assert editor.writing() == REPLY


def test_select_all_and_type_leaves_only_typed_words(editor):
    press(editor, Key.Key_A, Mod.ControlModifier)
    QTest.keyClicks(editor, "Hi")
    (only,) = editor.writing().paragraphs
    assert only.runs == (Run("Hi"),)
    editor.undo()
    assert editor.writing() == REPLY


# ---- where words come from -------------------------------------------------------------------------


def inks(editor: ReplyEditor, words: str) -> set[Ink]:
    runs = [run for paragraph in editor.writing().paragraphs for run in paragraph.runs]
    return {run.ink for run in runs if words in run.text}


@pytest.mark.parametrize("before", ["base was", "counter", "ring", " to ask"])
def test_typed_words_are_the_writers_wherever_they_are_typed(editor, before):
    put_caret(editor, before)
    QTest.keyClicks(editor, "XYZ")
    assert inks(editor, "XYZ") == {Ink.TYPED}


def test_words_typed_behind_a_blank_are_typed_words_not_part_of_it(editor):
    press(editor, Key.Key_Tab)
    press(editor, Key.Key_Right)
    QTest.keyClicks(editor, "XYZ")
    assert inks(editor, "XYZ") == {Ink.TYPED}
    assert names(editor) == ["what we found", "when"]


def test_words_typed_in_place_of_library_words_are_typed(editor):
    put_caret(editor, "sorry")
    put_caret(editor, " about", keep=True)
    QTest.keyClicks(editor, "sad")
    assert inks(editor, "sad") == {Ink.TYPED}


def test_a_picked_suggestion_is_known_not_typed(editor):
    press(editor, Key.Key_Tab)
    editor.fill("raw dough")
    assert inks(editor, "raw dough") == {Ink.FILLED}
    editor.undo()
    assert editor.writing() == REPLY


# ---- input methods ---------------------------------------------------------------------------------


def test_an_input_method_replaces_the_whole_blank(editor):
    press(editor, Key.Key_Tab)
    pre_edit(editor, "に")
    pre_edit(editor, "にほ")
    assert names(editor) == ["when"]
    pre_edit(editor, "", "日本")
    assert "because 日本." in plain(editor)
    assert inks(editor, "日本") == {Ink.TYPED}


def test_one_undo_brings_a_blank_back_that_an_input_method_replaced(editor):
    press(editor, Key.Key_Tab)
    pre_edit(editor, "に")
    pre_edit(editor, "", "日本")
    editor.undo()
    assert editor.writing() == REPLY


def test_giving_up_the_input_method_brings_the_blank_back(editor):
    press(editor, Key.Key_Tab)
    pre_edit(editor, "に")
    pre_edit(editor, "")
    assert editor.writing() == REPLY


def test_a_dead_key_writes_typed_letters_among_library_words(editor):
    put_caret(editor, "base was")
    pre_edit(editor, "´")
    pre_edit(editor, "", "é")
    assert inks(editor, "é") == {Ink.TYPED}


def test_an_input_method_may_replace_what_it_wrote(editor):
    editor.set_writing(Writing.typed("teh"), at_end=True)
    event = QInputMethodEvent()
    event.setCommitString("the", -3, 3)
    QApplication.sendEvent(editor, event)
    assert plain(editor) == "the"


def test_commit_followed_by_more_composing_keeps_the_order(editor):
    editor.set_writing(Writing())
    pre_edit(editor, "ㅎ")
    pre_edit(editor, "ㄱ", "한")
    pre_edit(editor, "", "글")
    assert plain(editor) == "한글"


# ---- paragraphs and parts --------------------------------------------------------------------------


def parts(editor: ReplyEditor) -> list[Part | None]:
    return [paragraph.part for paragraph in editor.writing().paragraphs]


def test_merging_two_paragraphs_keeps_the_first_ones_part(editor):
    put_caret(editor, "I'll ring")
    press(editor, Key.Key_Backspace)
    assert parts(editor) == [Part.HEAR, Part.DETAIL, Part.SIGN]
    assert names(editor) == ["what we found", "when"]
    editor.undo()
    assert editor.writing() == REPLY


def test_delete_at_the_end_of_a_paragraph_merges_too(editor):
    put_caret(editor, "\nThe base")
    press(editor, Key.Key_Delete)
    assert parts(editor) == [Part.HEAR, Part.NEXT, Part.SIGN]


def test_deleting_over_two_paragraphs_keeps_the_first_ones_part(editor):
    put_caret(editor, "sorry")
    put_caret(editor, "I'll", keep=True)
    press(editor, Key.Key_Delete)
    assert parts(editor) == [Part.HEAR, Part.SIGN]


def test_an_empty_line_above_a_part_goes_without_taking_the_part(editor):
    editor.set_writing(Writing((Paragraph(), Paragraph((Run("That one's ours."),), Part.OWN, "o"))))
    put_caret(editor, "That")
    press(editor, Key.Key_Backspace)
    assert editor.writing() == Writing((Paragraph((Run("That one's ours."),), Part.OWN, "o"),))


def test_return_at_the_end_of_a_part_begins_free_text(editor):
    put_caret(editor, "\nThe base")
    press(editor, Key.Key_Return)
    QTest.keyClicks(editor, "And this.")
    assert parts(editor) == [Part.HEAR, None, Part.DETAIL, Part.NEXT, Part.SIGN]


def test_return_within_a_part_leaves_both_halves_that_part(editor):
    put_caret(editor, "sorry")
    press(editor, Key.Key_Return)
    assert parts(editor)[:2] == [Part.HEAR, Part.HEAR]


def test_taking_a_part_out_and_one_undo(editor):
    editor.remove_part(Part.DETAIL)
    assert parts(editor) == [Part.HEAR, Part.NEXT, Part.SIGN]
    editor.undo()
    assert editor.writing() == REPLY


@pytest.mark.parametrize("part", [Part.HEAR, Part.DETAIL, Part.NEXT, Part.SIGN])
def test_any_part_can_be_taken_out_and_the_others_keep_theirs(editor, part):
    editor.remove_part(part)
    assert editor.writing().paragraphs == tuple(p for p in REPLY.paragraphs if p.part is not part)


def test_taking_the_only_part_out_leaves_a_blank_page(editor):
    editor.set_writing(Writing((Paragraph((Run("Tom"),), Part.SIGN),)))
    editor.remove_part(Part.SIGN)
    assert editor.writing() == Writing()


def test_a_new_part_goes_to_its_usual_place_and_its_blank_is_focused(editor):
    editor.add_part(Paragraph((library("That one's ours. "), blank("what went wrong here")), Part.OWN, "o1"))
    assert parts(editor) == [Part.HEAR, Part.DETAIL, Part.OWN, Part.NEXT, Part.SIGN]
    assert editor.current_blank().name == "what went wrong here"
    editor.undo()
    assert editor.writing() == REPLY


def test_the_first_part_of_a_blank_page_takes_its_only_line(editor):
    editor.set_writing(Writing())
    editor.add_part(Paragraph((blank("a"),), Part.HEAR, "h"))
    assert parts(editor) == [Part.HEAR]


def test_parts_move_up_and_down_with_one_undo(editor):
    put_caret(editor, "I'll ring")
    press(editor, Key.Key_Up, Mod.AltModifier | Mod.ShiftModifier)
    assert parts(editor) == [Part.HEAR, Part.NEXT, Part.DETAIL, Part.SIGN]
    assert editor.current_part() is Part.NEXT
    editor.undo()
    assert editor.writing() == REPLY
    put_caret(editor, "Marta")
    press(editor, Key.Key_Up, Mod.AltModifier | Mod.ShiftModifier)
    assert editor.writing() == REPLY


def test_another_wording_keeps_what_was_typed_after_the_new_words(editor):
    put_caret(editor, "I'll ring")
    QTest.keyClicks(editor, "Marta, promise. ")
    editor.reword_current(
        Paragraph((library("Here's what happens: "), blank("what you'll do")), Part.NEXT, "n9")
    )
    step = editor.writing().paragraphs[2]
    assert step.plain() == "Here's what happens: {what you'll do} Marta, promise."
    assert (step.part, step.wording) == (Part.NEXT, "n9")
    editor.undo()
    assert editor.writing().paragraphs[2].wording == "n1"


# ---- keys that ask ---------------------------------------------------------------------------------


def test_keys_that_are_not_writing_go_out_as_signals(editor, qtbot):
    with qtbot.waitSignal(editor.part_toggle_asked) as got:
        press(editor, Key.Key_3, Mod.AltModifier)
    assert got.args == [Part.OWN]
    for key, mod, signal in (
        (Key.Key_Down, Mod.AltModifier, editor.wordings_asked),
        (Key.Key_Period, Mod.ControlModifier, editor.next_finding_asked),
        (Key.Key_Escape, Mod.NoModifier, editor.back_asked),
    ):
        with qtbot.waitSignal(signal):
            press(editor, key, mod)
    for mod, and_next in ((Mod.ControlModifier, False), (Mod.ControlModifier | Mod.ShiftModifier, True)):
        with qtbot.waitSignal(editor.post_asked) as got:
            press(editor, Key.Key_Return, mod)
        assert got.args == [and_next]
    assert editor.writing() == REPLY


def test_undo_is_left_to_the_window_when_there_is_nothing_here_to_undo(show, qtbot):
    from PySide6.QtGui import QShortcut

    window = QWidget()
    made = ReplyEditor(window)
    show(window)
    shortcut = QShortcut("Ctrl+Z", window)
    made.setFocus()
    with qtbot.waitSignal(shortcut.activated):
        press(made, Key.Key_Z, Mod.ControlModifier)
    QTest.keyClicks(made, "words")
    with qtbot.assertNotEmitted(shortcut.activated):
        press(made, Key.Key_Z, Mod.ControlModifier)
    QTest.keyClicks(made, "words")
    made.set_undo_elsewhere(True)
    with qtbot.waitSignal(shortcut.activated):
        press(made, Key.Key_Z, Mod.ControlModifier)


# ---- spans, voice, looks ---------------------------------------------------------------------------


def test_marked_spans_are_counted_in_the_plain_text_and_move_with_the_words(editor):
    at = plain(editor).index("which day")
    editor.mark([(at, at + 9)])
    put_caret(editor, "Marta")
    QTest.keyClicks(editor, "Dear ")
    assert [cursor.selectedText() for cursor in editor.marked()] == ["which day"]


def test_a_span_that_touches_a_blank_or_an_emoji_is_found(editor):
    writing = Writing((Paragraph((Run("🍋🍋 so "), blank("why"), Run(" it was"))),))
    editor.set_writing(writing)
    text = writing.plain()
    editor.mark([(text.index("so"), text.index("so") + 2), (text.index("{"), text.index("}") + 1), (3, 900)])
    assert [cursor.selectedText().strip("\u202f") for cursor in editor.marked()] == ["so", "why"]


def test_landing_on_a_blank_and_in_a_part_is_announced(editor):
    heard: list[str] = []
    editor.announced.connect(heard.append)
    press(editor, Key.Key_Tab)
    assert heard == ["Blank, what we found, 1 of 2. Type to replace."]
    put_caret(editor, "I'll ring")
    assert heard[-1] == "Next step"


def test_the_tools_stand_beside_the_current_part_only(editor):
    put_caret(editor, "I'll ring")
    assert editor.tools.isVisible()
    assert editor.tools.wordings.accessibleName() == "Another wording (Alt+↓)"
    put_caret(editor, "Marta")
    top = editor.tools.y()
    put_caret(editor, "Tom, on")
    assert editor.tools.y() > top
    editor.set_writing(Writing.typed("free"))
    assert not editor.tools.isVisible()


def test_another_width_is_not_something_to_undo(editor):
    press(editor, Key.Key_Tab)
    QTest.keyClicks(editor, "trays")
    editor.resize(400, 300)
    editor.resize(800, 300)
    editor.undo()
    assert editor.writing() == REPLY


def test_a_click_on_a_parts_name_goes_to_that_part(editor):
    put_caret(editor, "Marta")
    block = editor.document().findBlockByNumber(2)
    y = round(editor.document().documentLayout().blockBoundingRect(block).center().y())
    QTest.mouseClick(editor.childAt(20, y), Qt.MouseButton.LeftButton, pos=QPoint(20, y))
    assert editor.current_part() is Part.NEXT


def test_it_grows_with_the_words_and_then_scrolls(editor):
    editor.set_most_height(200)
    editor.set_writing(Writing.typed("one"))
    small = editor.sizeHint().height()
    editor.set_writing(Writing.typed("\n".join("words" for _ in range(5))))
    grown = editor.sizeHint().height()
    editor.set_writing(Writing.typed("\n".join("words" for _ in range(50))))
    assert small < grown < editor.sizeHint().height() == 200


def test_text_size_and_colours_change_without_touching_the_words(editor):
    press(editor, Key.Key_Tab)
    for mode, scale in (("dark", 1.3), ("high contrast light", 1.6), ("light", 1.0)):
        theme().set_mode(mode)
        theme().set_text_scale(scale)
        assert editor.writing() == REPLY
        assert not editor.grab().isNull()
    theme().set_mode("system")


def test_it_paints_from_right_to_left_too(editor):
    editor.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    editor.set_writing(Writing((Paragraph((Run("שלום "), blank("מה מצאנו")), Part.HEAR, "h"),)))
    assert editor.go_to_first_blank()
    assert not editor.grab().isNull()
    assert editor.tools.mapTo(editor, QPoint(0, 0)).x() < editor.viewport().x()
    room_before = editor.width() - editor.viewport().geometry().right()
    assert room_before > editor.viewport().x(), "the names stand at the right, where reading begins"


def test_a_hint_stands_on_an_empty_page_only(editor):
    editor.set_hint("Start anywhere.")
    editor.set_writing(Writing())
    empty = editor.grab().toImage()
    editor.set_hint("")
    assert editor.grab().toImage() != empty
