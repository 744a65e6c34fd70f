"""Typing, pasting, undoing, deleting and merging at random: no blank is lost sight of, nothing typed is lost."""

from __future__ import annotations

import random

import pytest
from PySide6.QtCore import QEvent, QMimeData, Qt
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.writing import Ink, Writing
from tests.ui.composer.kit import REPLY
from ui.composer import ReplyEditor
from ui.composer.next_step import Do

LETTERS = "abc ,.é{}ß"
STEPS = 60


def _place(editor: ReplyEditor, chance: random.Random, keep: bool = False) -> None:
    cursor = editor.textCursor()
    mode = QTextCursor.MoveMode.KeepAnchor if keep else QTextCursor.MoveMode.MoveAnchor
    cursor.setPosition(chance.randrange(editor.document().characterCount()), mode)
    editor.setTextCursor(cursor)


def _type(editor: ReplyEditor, words: str) -> None:
    for letter in words:  # QTest types ASCII only
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QApplication.sendEvent(editor, QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter))


def _paste(editor: ReplyEditor, text: str) -> None:
    data = QMimeData()
    data.setText(text)
    editor.insertFromMimeData(data)


def _copy_and_paste(editor: ReplyEditor, chance: random.Random) -> None:
    _place(editor, chance)
    _place(editor, chance, keep=True)
    copied = editor.createMimeDataFromSelection()
    _place(editor, chance)
    editor.insertFromMimeData(copied)


def _act(editor: ReplyEditor, chance: random.Random) -> None:
    """One thing a person may do."""
    press = lambda key, mods=Qt.KeyboardModifier.NoModifier: QTest.keyClick(editor, key, mods)  # noqa: E731
    match chance.randrange(11):
        case 0 | 1 | 2:
            _type(editor, "".join(chance.choices(LETTERS, k=chance.randrange(1, 6))))
        case 3:
            _place(editor, chance)
        case 4:
            _place(editor, chance, keep=True)
        case 5:
            press(chance.choice((Qt.Key.Key_Backspace, Qt.Key.Key_Delete)))
        case 6:
            press(Qt.Key.Key_Return)
        case 7:
            _paste(editor, chance.choice(("one", "two\nthree", "{when}", "\u2029x", "")))
        case 8:
            _copy_and_paste(editor, chance)
        case 9:
            press(Qt.Key.Key_Tab)
        case 10:
            cursor = editor.textCursor()  # merge with the paragraph before
            cursor.movePosition(QTextCursor.MoveOperation.StartOfBlock)
            editor.setTextCursor(cursor)
            press(Qt.Key.Key_Backspace)


def _all_undone(editor: ReplyEditor) -> None:
    for _ in range(2000):
        if not editor.document().isUndoAvailable():
            return
        editor.undo()
    raise AssertionError("undo has no end")


@pytest.mark.parametrize("seed", range(20))
def test_undo_brings_back_the_text_as_it_was_and_redo_the_text_as_it_became(
    editor: ReplyEditor, seed: int
) -> None:
    chance = random.Random(seed)
    began = editor.writing()
    for _ in range(STEPS):
        _act(editor, chance)
    became = editor.writing()
    _all_undone(editor)
    assert editor.writing() == began
    while editor.document().isRedoAvailable():
        editor.redo()
    assert editor.writing() == became


@pytest.mark.parametrize("seed", range(20))
def test_a_text_survives_being_kept_and_its_blanks_stay_whole(editor: ReplyEditor, seed: int) -> None:
    chance = random.Random(1000 + seed)
    for _ in range(STEPS):
        _act(editor, chance)
        writing = editor.writing()
        assert Writing.from_json(writing.to_json()) == writing
        assert set(writing.blanks()) <= set(REPLY.blanks()), "half a blank"
        assert len(editor.blanks()) == len(writing.blanks())


@pytest.mark.parametrize("seed", range(20))
def test_every_typed_character_is_there_in_its_order_while_nothing_is_deleted(
    editor: ReplyEditor, seed: int
) -> None:
    chance, typed = random.Random(2000 + seed), ""
    cursor = editor.textCursor()
    cursor.movePosition(QTextCursor.MoveOperation.End)
    editor.setTextCursor(cursor)
    for _ in range(STEPS):
        words = "".join(chance.choices(LETTERS, k=chance.randrange(1, 6)))
        if chance.random() < 0.3:
            _paste(editor, words)
        else:
            _type(editor, words)
        typed += words
        if chance.random() < 0.2:
            QTest.keyClick(editor, Qt.Key.Key_Return)
        if chance.random() < 0.2:  # a detour: merge a paragraph with the one before, and come back to the end
            QTest.keyClick(editor, Qt.Key.Key_Home, Qt.KeyboardModifier.ControlModifier)
            QTest.keyClick(editor, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    written = "".join(run.text for p in editor.writing().paragraphs for run in p.runs if run.ink is Ink.TYPED)
    assert written.endswith(typed)


@pytest.mark.parametrize("seed", range(15))
def test_a_text_with_a_blank_is_never_posted(composer, qtbot, seed: int) -> None:
    chance, gone = random.Random(3000 + seed), list[Writing]()
    composer.post_requested.connect(lambda writing, *_: gone.append(writing))
    composer.set_writing(REPLY)
    editor = composer.editor
    editor.setFocus()
    for _ in range(STEPS // 2):
        _act(editor, chance)
        composer.press()
        if chance.random() < 0.2:
            editor.undo()
        assert composer.step().do is not Do.POST or not composer.writing().blanks()
    assert all(not writing.blanks() for writing in gone)
