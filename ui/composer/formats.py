"""How a Writing lies in a QTextDocument: which property says what, and the way there and back.

A blank is one run of characters with a blank id of its own: its name with no place to break in it,
between two narrow no-break spaces. The name itself is kept beside it, so it comes back exactly.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from PySide6.QtGui import (
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
)

from desktop.writing import Ink, Paragraph, Part, Run, Writing

_USER = int(QTextFormat.Property.UserProperty)
BLANK, PART, LIBRARY, FILLED, BLANK_NAME, WORDING = (_USER + n for n in range(1, 7))

PAD = "\u202f\u202f"
_JOINED = {" ": "\u00a0", "-": "\u2011", "\n": "\u00a0", "\u2028": "\u00a0", "\u2029": "\u00a0"}
_WORD_JOINER = "\u2060"

_ids = itertools.count(1)


@dataclass(frozen=True, slots=True)
class Blank:
    """Where a blank lies in the document: characters `start` up to `end`."""

    start: int
    end: int
    name: str
    id: int


def blank_text(name: str) -> str:
    """The name as it stands in the text: padded, and nowhere a line may break."""
    joined = (_JOINED.get(char, char if char.isalnum() else char + _WORD_JOINER) for char in name)
    return f"{PAD}{''.join(joined)}{PAD}"


def typed_format() -> QTextCharFormat:
    """Words the writer typed: no mark at all."""
    return QTextCharFormat()


def run_format(run: Run) -> QTextCharFormat:
    """The character format that keeps a run's ink; each blank gets an id of its own."""
    made = QTextCharFormat()
    if run.ink is Ink.BLANK:
        made.setProperty(BLANK, next(_ids))
        made.setProperty(BLANK_NAME, run.text)
    elif run.ink is Ink.LIBRARY:
        made.setProperty(LIBRARY, True)
    elif run.ink is Ink.FILLED:
        made.setProperty(FILLED, True)
    return made


def ink_of(form: QTextCharFormat) -> Ink:
    """Where characters of this format come from."""
    if form.hasProperty(BLANK):
        return Ink.BLANK
    if form.hasProperty(LIBRARY):
        return Ink.LIBRARY
    return Ink.FILLED if form.hasProperty(FILLED) else Ink.TYPED


def put_run(cursor: QTextCursor, run: Run) -> None:
    """Insert a run at the cursor, as it is."""
    cursor.insertText(blank_text(run.text) if run.is_blank else run.text, run_format(run))


def mark_block(form: QTextBlockFormat, part: Part | None, wording: str) -> QTextBlockFormat:
    """A copy of a block format that says which part this paragraph is."""
    made = QTextBlockFormat(form)
    for key, value in ((PART, str(part) if part else ""), (WORDING, wording)):
        if value:
            made.setProperty(key, value)
        else:
            made.clearProperty(key)
    return made


def part_of(block: QTextBlock) -> Part | None:
    """The part of a paragraph, None for free text."""
    said = block.blockFormat().property(PART)
    return Part(said) if said else None


def wording_of(block: QTextBlock) -> str:
    """The id of the wording the paragraph began as, or ""."""
    return block.blockFormat().property(WORDING) or ""


def blocks(document: QTextDocument) -> Iterator[QTextBlock]:
    """The paragraphs of a document, in order."""
    block = document.begin()
    while block.isValid():
        yield block
        block = block.next()


def fragments(block: QTextBlock) -> Iterator[tuple[int, str, QTextCharFormat]]:
    """The pieces of a paragraph that share a format: position, text, format."""
    step = block.begin()
    while not step.atEnd():
        piece = step.fragment()
        if piece.isValid():
            yield piece.position(), piece.text(), piece.charFormat()
        step += 1


def block_blanks(block: QTextBlock) -> list[Blank]:
    """The blanks of one paragraph, in order."""
    found: list[Blank] = []
    for at, text, form in fragments(block):
        if form.hasProperty(BLANK):
            number = form.intProperty(BLANK)
            end = at + utf16_length(text)
            if found and found[-1].id == number:
                found[-1] = Blank(found[-1].start, end, found[-1].name, number)
            else:
                found.append(Blank(at, end, form.stringProperty(BLANK_NAME), number))
    return found


def utf16_length(text: str) -> int:
    """How long Qt says a text is: an emoji counts as two."""
    return len(text) + sum(1 for char in text if char > "\uffff")


def paragraph_of(block: QTextBlock) -> Paragraph:
    """A paragraph of the document as a Paragraph."""
    return Paragraph(tuple(_runs(block)), part_of(block), wording_of(block))


def _runs(block: QTextBlock) -> list[Run]:
    runs: list[Run] = []
    last_blank = 0
    for _, text, form in fragments(block):
        ink = ink_of(form)
        if ink is Ink.BLANK:
            if form.intProperty(BLANK) != last_blank:
                runs.append(Run(form.stringProperty(BLANK_NAME), ink))
            last_blank = form.intProperty(BLANK)
            continue
        last_blank = 0
        if runs and runs[-1].ink is ink:
            runs[-1] = Run(runs[-1].text + text, ink)
        else:
            runs.append(Run(text, ink))
    return runs


def writing_of(document: QTextDocument) -> Writing:
    """The whole document as a Writing; an empty one has no paragraphs."""
    if document.isEmpty() and part_of(document.begin()) is None:
        return Writing()
    return Writing(tuple(paragraph_of(block) for block in blocks(document)))


def put_paragraphs(cursor: QTextCursor, paragraphs: Iterable[Paragraph], base: QTextBlockFormat) -> None:
    """Write paragraphs from the cursor on; the first one fills the block the cursor is in."""
    for number, paragraph in enumerate(paragraphs):
        form = mark_block(base, paragraph.part, paragraph.wording)
        if number:
            cursor.insertBlock(form, typed_format())
        else:
            cursor.setBlockFormat(form)
            cursor.setBlockCharFormat(typed_format())
        for run in paragraph.runs:
            put_run(cursor, run)


def plain_positions(document: QTextDocument, spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Spans in `Writing.plain()` as positions in the document; a span that is not there any more is left out."""
    ruler = list(_ruler(document))
    made = [(_place(ruler, start, False), _place(ruler, end, True)) for start, end in spans]
    return [(start, end) for start, end in made if start is not None and end is not None and start < end]


def _ruler(document: QTextDocument) -> Iterator[tuple[int, int, str, bool]]:
    """(offset in plain, position in the document, text as in plain, is a blank) of every piece."""
    offset = 0
    for block in blocks(document):
        at = block.position()
        for run in _runs(block):
            if run.is_blank:
                shown, size = f"{{{run.text}}}", utf16_length(blank_text(run.text))
            else:
                shown, size = run.text, utf16_length(run.text)
            yield offset, at, shown, run.is_blank
            offset += len(shown)
            at += size
        yield offset, at, "", False
        offset += 1  # the line end between two paragraphs


def _place(ruler: list[tuple[int, int, str, bool]], wanted: int, is_end: bool) -> int | None:
    for offset, at, shown, is_blank in ruler:
        if offset <= wanted <= offset + len(shown):
            if wanted == offset:
                return at
            if not is_blank:
                return at + utf16_length(shown[: wanted - offset])
            whole = at + utf16_length(blank_text(shown[1:-1]))
            return whole if is_end or wanted == offset + len(shown) else at
    return None
