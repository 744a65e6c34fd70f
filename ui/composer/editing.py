"""What can be done to the text: small operations on a cursor, each one undo step, each keeping blanks whole."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtGui import QTextBlock, QTextBlockFormat, QTextCursor, QTextDocument

from desktop.writing import Ink, Paragraph, Part, Run, Writing

from .formats import (
    Blank,
    block_blanks,
    blocks,
    fragments,
    ink_of,
    mark_block,
    paragraph_of,
    part_of,
    put_paragraphs,
    put_run,
    typed_format,
    wording_of,
)

KEEP = QTextCursor.MoveMode.KeepAnchor


def all_blanks(document: QTextDocument) -> list[Blank]:
    """Every blank of the document, in order."""
    return [blank for block in blocks(document) for blank in block_blanks(block)]


def blank_inside(document: QTextDocument, position: int) -> Blank | None:
    """The blank that has characters on both sides of this position."""
    found = block_blanks(document.findBlock(position))
    return next((blank for blank in found if blank.start < position < blank.end), None)


def blank_selected(cursor: QTextCursor) -> Blank | None:
    """The blank that is selected, and nothing else is."""
    if not cursor.hasSelection():
        return None
    start, end = cursor.selectionStart(), cursor.selectionEnd()
    found = block_blanks(cursor.document().findBlock(start))
    return next((blank for blank in found if (blank.start, blank.end) == (start, end)), None)


def select(cursor: QTextCursor, start: int, end: int) -> None:
    """Select from `start` to `end`; the caret is at `end`."""
    cursor.setPosition(start)
    cursor.setPosition(end, KEEP)


def widen(cursor: QTextCursor) -> None:
    """Make a selection that touches a blank take in all of it."""
    document, forward = cursor.document(), cursor.position() >= cursor.anchor()
    start, end = cursor.selectionStart(), cursor.selectionEnd()
    first, last = blank_inside(document, start), blank_inside(document, end)
    start, end = first.start if first else start, last.end if last else end
    select(cursor, *((start, end) if forward else (end, start)))


def remove(cursor: QTextCursor) -> None:
    """Remove what is selected, whole blanks only; merged paragraphs keep the first one's part."""
    widen(cursor)
    if not cursor.hasSelection():
        return
    document = cursor.document()
    first, last = document.findBlock(cursor.selectionStart()), document.findBlock(cursor.selectionEnd())
    kept = first.blockFormat()
    if first.length() == 1 and part_of(first) is None and cursor.selectionStart() == first.position():
        kept = last.blockFormat()  # an empty line above a part goes; the part stays
    cursor.beginEditBlock()
    merged = first != last
    cursor.removeSelectedText()
    if merged:
        cursor.setBlockFormat(kept)
    cursor.endEditBlock()


def type_text(cursor: QTextCursor, text: str) -> None:
    """Put typed words where the caret is, instead of what is selected."""
    if not cursor.hasSelection():
        cursor.insertText(text, typed_format())
        return
    cursor.beginEditBlock()
    remove(cursor)
    cursor.insertText(text, typed_format())
    cursor.endEditBlock()


def split(cursor: QTextCursor, keep_part: bool = False) -> None:
    """Begin a new paragraph. At the end of a part it is free text; in the middle both halves are the part."""
    cursor.beginEditBlock()
    remove(cursor)
    block = cursor.block()
    at_end = cursor.atBlockEnd() and not keep_part
    part, wording = (None, "") if at_end else (part_of(block), wording_of(block))
    cursor.insertBlock(mark_block(block.blockFormat(), part, wording), typed_format())
    cursor.endEditBlock()


def type_lines(cursor: QTextCursor, text: str) -> None:
    """Put pasted plain text in, as typed words; its lines become paragraphs."""
    cursor.beginEditBlock()
    remove(cursor)
    for number, line in enumerate(text.replace("\r\n", "\n").replace("\r", "\n").split("\n")):
        if number:
            split(cursor, keep_part=True)
        cursor.insertText(line, typed_format())
    cursor.endEditBlock()


def put_writing(cursor: QTextCursor, writing: Writing) -> None:
    """Put copied paragraphs in with their inks and blanks."""
    cursor.beginEditBlock()
    remove(cursor)
    for number, paragraph in enumerate(writing.paragraphs):
        empty = cursor.block().length() == 1 and part_of(cursor.block()) is None
        form = mark_block(cursor.blockFormat(), paragraph.part, paragraph.wording)
        if number:
            cursor.insertBlock(form, typed_format())
        elif empty:
            cursor.setBlockFormat(form)
        for run in paragraph.runs:
            put_run(cursor, run)
    cursor.endEditBlock()


def selected_writing(cursor: QTextCursor) -> Writing:
    """What is selected, as a Writing; a blank that is touched is there whole."""
    widen(cursor)
    start, end = cursor.selectionStart(), cursor.selectionEnd()
    block = cursor.document().findBlock(start)
    made: list[Paragraph] = []
    while block.isValid() and block.position() <= end:
        made.append(Paragraph(_cut_runs(block, start, end), part_of(block), wording_of(block)))
        block = block.next()
    return Writing(tuple(made))


def _cut_runs(block: QTextBlock, start: int, end: int) -> tuple[Run, ...]:
    names = {
        blank.start: blank.name for blank in block_blanks(block) if start <= blank.start and blank.end <= end
    }
    made: list[Run] = []
    for at, text, form in fragments(block):
        ink = ink_of(form)
        if ink is Ink.BLANK:
            made += [Run(names[at], ink)] if at in names else []
            continue
        units = text.encode("utf-16-le")
        cut = units[2 * max(0, start - at) : 2 * max(0, end - at)].decode("utf-16-le")
        made += [Run(cut, ink)] if cut else []
    return tuple(made)


def fill(cursor: QTextCursor, text: str) -> None:
    """Put picked words into the blank that is selected (or at the caret): known, not typed."""
    cursor.beginEditBlock()
    remove(cursor)
    put_run(cursor, Run(text, Ink.FILLED))
    cursor.endEditBlock()


def replace_block(document: QTextDocument, number: int, paragraph: Paragraph, base: QTextBlockFormat) -> None:
    """Write another paragraph over the one with this number."""
    cursor = QTextCursor(document.findBlockByNumber(number))
    cursor.beginEditBlock()
    cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, KEEP)
    cursor.removeSelectedText()
    put_paragraphs(cursor, [paragraph], base)
    cursor.endEditBlock()


def insert_block(document: QTextDocument, number: int, paragraph: Paragraph, base: QTextBlockFormat) -> None:
    """Write a new paragraph so that it gets this number."""
    form = mark_block(base, paragraph.part, paragraph.wording)
    if number >= document.blockCount():
        cursor = QTextCursor(document.lastBlock())
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
        cursor.beginEditBlock()
        cursor.insertBlock(form, typed_format())
    else:
        block = document.findBlockByNumber(number)
        pushed = block.blockFormat()
        cursor = QTextCursor(block)
        cursor.beginEditBlock()
        cursor.insertBlock(pushed, typed_format())
        cursor.movePosition(QTextCursor.MoveOperation.PreviousBlock)
    put_paragraphs(cursor, [paragraph], base)
    cursor.endEditBlock()


def drop_blocks(document: QTextDocument, numbers: Sequence[int], base: QTextBlockFormat) -> None:
    """Take whole paragraphs out; the last one left becomes an empty line of free text."""
    step = QTextCursor(document)
    step.beginEditBlock()
    for number in sorted(numbers, reverse=True):
        _drop_block(document, number, base)
    step.endEditBlock()


def _drop_block(document: QTextDocument, number: int, base: QTextBlockFormat) -> None:
    block = document.findBlockByNumber(number)
    cursor = QTextCursor(block)
    end = block.position() + block.length() - 1
    if document.blockCount() == 1:
        select(cursor, block.position(), end)
        cursor.removeSelectedText()
        cursor.setBlockFormat(mark_block(base, None, ""))
        return
    after = block.next()
    kept = after.blockFormat() if after.isValid() else block.previous().blockFormat()
    begin = block.position() if after.isValid() else block.position() - 1
    select(cursor, begin, end + 1 if after.isValid() else end)
    cursor.removeSelectedText()
    cursor.setBlockFormat(kept)


def move_block(document: QTextDocument, number: int, step: int, base: QTextBlockFormat) -> bool:
    """Let a paragraph and its neighbour (`step` -1 above, 1 below) change places; False at the edge."""
    other = number + step
    if not 0 <= other < document.blockCount():
        return False
    mine = paragraph_of(document.findBlockByNumber(number))
    theirs = paragraph_of(document.findBlockByNumber(other))
    cursor = QTextCursor(document)
    cursor.beginEditBlock()
    replace_block(document, number, theirs, base)
    replace_block(document, other, mine, base)
    cursor.endEditBlock()
    return True


def reworded(old: Paragraph, new: Paragraph) -> Paragraph:
    """Another wording: library words and blanks go, words the writer typed stay, after the new ones."""
    typed = " ".join(run.text.strip() for run in old.runs if run.ink is Ink.TYPED and _has_word(run.text))
    runs = new.runs
    if typed:
        last = runs[-1].text if runs and not runs[-1].is_blank else "x"
        runs = (*runs, Run(typed if last.endswith(" ") else f" {typed}"))
    return Paragraph(runs, old.part or new.part, new.wording)


def _has_word(text: str) -> bool:
    return any(char.isalnum() for char in text)


def place_for(document: QTextDocument, part: Part, order: Iterable[Part]) -> int:
    """The number a new paragraph of this part gets: before the first one that comes later in `order`."""
    usual = list(order)
    rank = {each: at for at, each in enumerate(usual)}
    for block in blocks(document):
        here = part_of(block)
        if here is not None and rank.get(here, 99) > rank.get(part, 99):
            return block.blockNumber()
    return document.blockCount()
