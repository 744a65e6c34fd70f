"""What the links of a finding do to the text. Each is one undo step and leaves the caret where to go on."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtGui import QTextCursor

from desktop.coach.scene import Action, Finding
from desktop.language.text import sentences
from desktop.records import Channel
from desktop.writing import Ink, Paragraph, Part, Run, Writing

from . import editing
from .editor import ReplyEditor
from .formats import blocks, part_of, plain_positions, put_run, typed_format

if TYPE_CHECKING:
    from .composer import Composer


class WaysOut:
    """Takes the ways out of findings for one composer."""

    def __init__(self, composer: Composer) -> None:
        self._composer = composer
        self._editor = composer.editor

    def take(self, finding: Finding, action: Action) -> None:
        """Do what this link says; one we don't know shows the words it is about."""
        ways: dict[str, Callable[[], object]] = {
            "next_blank": self._next_blank,
            "show_overflow": self.show_overflow,
            "ask_owner": self._composer.ask,
            "add_line": lambda: self._add_line(finding),
            "add_time": lambda: add_time(self._editor),
            "add_name": self._add_name,
            "take_out": lambda: take_out(self._editor, action.span or finding.span or (0, 0)),
            "dismiss": lambda: self._composer.dismiss(finding.check),
            "already_public": lambda: self._already_public(finding),
            "compare": lambda: self._composer.compare_requested.emit(finding.twin),
            "reword": lambda: self._reword(finding),
            "move_private": lambda: self._move_private(finding),
            "put": lambda: self._put(action),
            "public_line": lambda: self._public_line(action.words),
            "correct_book": lambda: self._composer.book_wanted.emit(finding.fact),
            "still_right": lambda: self._still_right(finding),
            "say_ourselves": self._composer.ending_wanted.emit,
        }
        ways.get(action.key, lambda: self._composer.show_finding(finding))()

    def show_overflow(self) -> None:
        """Select what is past the limit."""
        context = self._composer.context()
        limit = context.limit_for(self._composer.channel())
        span = overflow(self._composer.writing().plain(), context.count, limit.most)
        self._editor.select_span(span)

    def _next_blank(self) -> None:
        self._editor.setFocus()
        if not self._editor.next_blank():
            self._editor.go_to_first_blank()

    def _add_line(self, finding: Finding) -> None:
        self._composer.their_words_shown.emit(finding.their_span)
        self._editor.add_line()

    def _add_name(self) -> None:
        context = self._composer.context()
        add_name(self._editor, context.sign_off or context.person_name)

    def _reword(self, finding: Finding) -> None:
        if finding.span is not None:
            self._editor.select_span(finding.span)
        self._composer.open_wordings()

    def _put(self, action: Action) -> None:
        if action.span is not None:
            self._editor.put_words(action.span, action.words)
            self._editor.setFocus()

    def _still_right(self, finding: Finding) -> None:
        self._composer.fact_confirmed.emit(finding.fact)
        self._composer.set_aside_here(finding.check)

    def _already_public(self, finding: Finding) -> None:
        """These very words; what else is private in the draft is pointed out on."""
        start, end = finding.span or (0, 0)
        self._composer.let_be_public(self._composer.writing().plain()[start:end])

    def _public_line(self, words: str) -> None:
        """Go to the public reply and put the line there, where nothing is written yet."""
        composer = self._composer
        if Channel.PUBLIC not in composer.context().channels:
            return
        if composer.writing(Channel.PUBLIC).is_empty:
            composer.put_draft(Writing.typed(words), Channel.PUBLIC)
        composer.set_channel(Channel.PUBLIC)

    def _move_private(self, finding: Finding) -> None:
        """The sentence with the private thing leaves the public reply and goes on in the private message."""
        composer, span = self._composer, finding.span
        if Channel.PRIVATE not in composer.context().channels or span is None:
            return
        text = composer.writing().plain()
        inside = [s for s in sentences(text) if s.start < span[1] and s.end > span[0]]
        start, end = (min(s.start for s in inside), max(s.end for s in inside)) if inside else span
        before, moved = composer.writing(Channel.PRIVATE), Writing.typed(text[start:end].strip())
        kept = () if before.is_empty else before.paragraphs
        composer.put_draft(Writing((*kept, *moved.paragraphs)), Channel.PRIVATE)
        take_out(self._editor, (start, end + (text[end : end + 1] == " ")))
        composer.flush()
        composer.set_channel(Channel.PRIVATE)


def overflow(text: str, count: Callable[[str], int], most: int) -> tuple[int, int]:
    """The characters that are past the limit, as the place counts: found by halving, as counts only grow."""
    low, high = 0, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        if count(text[:middle]) <= most:
            low = middle
        else:
            high = middle - 1
    return low, len(text)


def add_time(editor: ReplyEditor) -> None:
    """Put a blank "when" at the end of the next step (else of the last paragraph that isn't the sign-off)."""
    document = editor.document()
    body = [block for block in blocks(document) if part_of(block) is not Part.SIGN] or [document.begin()]
    steps = [block for block in body if part_of(block) is Part.NEXT]
    block = (steps or body)[-1]
    cursor = QTextCursor(block)
    cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
    cursor.beginEditBlock()
    if block.length() > 1:
        cursor.insertText(" ", typed_format())
    start = cursor.position()
    put_run(cursor, Run("when", Ink.BLANK))
    cursor.endEditBlock()
    editing.select(cursor, start, cursor.position())
    editor.setFocus()
    editor.setTextCursor(cursor)


def add_name(editor: ReplyEditor, name: str) -> None:
    """Sign with the writer's name."""
    editor.setFocus()
    editor.add_part(Paragraph((Run(name, Ink.FILLED),), Part.SIGN))


def take_out(editor: ReplyEditor, span: tuple[int, int]) -> None:
    """Delete a span of the plain text."""
    for start, end in plain_positions(editor.document(), [span]):
        cursor = editor.textCursor()
        editing.select(cursor, start, end)
        editing.remove(cursor)
        editor.setTextCursor(cursor)
    editor.setFocus()
