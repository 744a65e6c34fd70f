"""Typing, pasting, undoing, deleting and merging at random: no blank is posted, no character lost, undo restores.

Hypothesis makes up the stories and shortens one that breaks a promise; they are the same ones in every run.
"""

from __future__ import annotations

from collections import Counter

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test
from PySide6.QtCore import QEvent, QMimeData, Qt
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.writing import Ink, Paragraph, Part, Run, Writing
from tests.ui.composer.kit import REPLY, blank, library, marta
from ui.composer import Composer, ReplyEditor
from ui.composer.next_step import Do

STORIES, STEPS = 40, 30
NEVER_ENDS = 2000  # undos
_TO_TYPE = st.text("abc ,.'’é{}ß😀👩‍👩‍👧", min_size=1, max_size=6)
_TO_PASTE = st.one_of(_TO_TYPE, st.sampled_from(("two\nlines", "{when}", "\u2029x", "", "a\tb", "e\u0301", "\r\n")))
_PLACES = st.floats(0, 1)
ONLY_BLANKS = Writing((Paragraph((blank("a"), blank("b")), Part.DETAIL, "d1"), Paragraph((blank("a"),))))
BEGINNINGS = (
    Writing(),
    REPLY,
    ONLY_BLANKS,
    Writing((Paragraph((library("By "), blank("when"), Run("!"), library(" Tom")), Part.NEXT, "n1"),)),
)


def letters(writing: Writing) -> Counter[str]:
    """Every character that is no blank, wherever it stands."""
    words = (run.text for p in writing.paragraphs for run in p.runs if run.ink is not Ink.BLANK)
    return Counter("".join(words))


def without_breaks(text: str) -> Counter[str]:
    return Counter(letter for letter in text if letter not in "\n\r\u2029\u2028")


def type_in(editor: ReplyEditor, words: str) -> None:
    for letter in words:  # QTest types ASCII only
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QApplication.sendEvent(editor, QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter))


def all_undone(editor: ReplyEditor) -> None:
    for _ in range(NEVER_ENDS):
        if not editor.document().isUndoAvailable():
            return
        editor.undo()
    raise AssertionError("undo has no end")


class Story(RuleBasedStateMachine):
    """What a person may do with a text, in any order."""

    composer: Composer

    def __init__(self) -> None:
        super().__init__()
        self.editor = self.composer.editor
        self.names: set[str] = set()
        self.began = Writing()
        self.posted: list[Writing] = []
        self.composer.post_requested.connect(self.keep)

    def keep(self, writing: Writing, *_: object) -> None:
        self.posted.append(writing)

    def teardown(self) -> None:
        self.composer.post_requested.disconnect(self.keep)

    @initialize(writing=st.sampled_from(BEGINNINGS))
    def begin(self, writing: Writing) -> None:
        self.composer.set_context(marta())
        self.composer.set_writing(writing)
        self.editor = self.composer.editor
        self.editor.setFocus()
        self.began, self.names = self.editor.writing(), set(writing.blanks())

    # ---- what a person does ---------------------------------------------------------------------

    def change(self, act: object, comes: Counter[str], most_lost: int = 0) -> None:
        """`act`, which brings letters and may lose so many; more only where something was selected."""
        is_selected = self.editor.textCursor().hasSelection()
        before = letters(self.editor.writing())
        assert callable(act)
        act()
        after = letters(self.editor.writing())
        if not is_selected:
            assert (before + comes - after).total() <= most_lost, "a character is lost"
            assert not after - (before + comes), "a character came from nowhere"
        else:
            assert not comes - after, "what was typed isn't there"

    @rule(words=_TO_TYPE)
    def types(self, words: str) -> None:
        self.change(lambda: type_in(self.editor, words), Counter(words))

    @rule(text=_TO_PASTE)
    def pastes(self, text: str) -> None:
        data = QMimeData()
        data.setText(text)
        self.change(lambda: self.editor.insertFromMimeData(data), without_breaks(text))

    @rule(start=_PLACES, end=_PLACES, to=_PLACES)
    def copies(self, start: float, end: float, to: float) -> None:
        self.goes_to(start)
        self.selects_to(end)
        copied = self.editor.createMimeDataFromSelection()
        self.goes_to(to)
        before = letters(self.editor.writing())
        self.editor.insertFromMimeData(copied)
        assert not before - letters(self.editor.writing()), "a character is lost"

    @rule(to=_PLACES)
    def goes_to(self, to: float) -> None:
        self._move(to, QTextCursor.MoveMode.MoveAnchor)

    @rule(to=_PLACES)
    def selects_to(self, to: float) -> None:
        self._move(to, QTextCursor.MoveMode.KeepAnchor)

    def _move(self, to: float, mode: QTextCursor.MoveMode) -> None:
        cursor = self.editor.textCursor()
        cursor.setPosition(round(to * (self.editor.document().characterCount() - 1)), mode)
        self.editor.setTextCursor(cursor)

    @rule(key=st.sampled_from((Qt.Key.Key_Backspace, Qt.Key.Key_Delete)))
    def deletes(self, key: Qt.Key) -> None:
        self.change(lambda: QTest.keyClick(self.editor, key), Counter(), most_lost=8)  # a family is one character

    @rule(key=st.sampled_from((Qt.Key.Key_Return, Qt.Key.Key_Tab, Qt.Key.Key_Backtab)))
    def presses(self, key: Qt.Key) -> None:
        self.editor.setFocus()
        self.change(lambda: QTest.keyClick(self.editor, key), Counter())

    @rule()
    def merges(self) -> None:
        """A paragraph with the one before."""
        cursor = self.editor.textCursor()
        cursor.movePosition(QTextCursor.MoveOperation.StartOfBlock)
        self.editor.setTextCursor(cursor)
        self.change(lambda: QTest.keyClick(self.editor, Qt.Key.Key_Backspace), Counter())

    @rule()
    def undoes_and_redoes(self) -> None:
        became = self.editor.writing()
        if self.editor.document().isUndoAvailable():
            self.editor.undo()
            self.editor.redo()
        assert self.editor.writing() == became

    @rule()
    def undoes(self) -> None:
        self.editor.undo()

    @rule()
    def posts(self) -> None:
        self.composer.press()
        assert self.composer.step().do is not Do.POST or not self.composer.writing().blanks()

    # ---- what always holds ----------------------------------------------------------------------

    @invariant()
    def no_blank_is_posted(self) -> None:
        assert not [writing for writing in self.posted if writing.blanks()]

    @invariant()
    def blanks_stay_whole_and_the_text_can_be_kept(self) -> None:
        writing = self.editor.writing()
        assert Writing.from_json(writing.to_json()) == writing
        assert set(writing.blanks()) <= self.names, "half a blank"
        assert len(self.editor.blanks()) == len(writing.blanks())

    @rule()
    def undoes_everything(self) -> None:
        became = self.editor.writing()
        all_undone(self.editor)
        assert self.editor.writing() == self.began
        while self.editor.writing() != became and self.editor.document().isRedoAvailable():
            self.editor.redo()
        assert self.editor.writing() == became


def test_whatever_is_done_the_three_promises_hold(composer: Composer) -> None:
    class Here(Story):
        pass

    Here.composer = composer
    run_state_machine_as_test(  # type: ignore[no-untyped-call]
        Here,
        settings=settings(
            max_examples=STORIES,
            stateful_step_count=STEPS,
            derandomize=True,
            database=None,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )
