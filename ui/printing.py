"""Pages that are printed: text placed on A4 at the largest size at which all of it has room, or running on from page
to page; as a PDF."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import IO, NamedTuple

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QPointF, QRectF, QSizeF
from PySide6.QtGui import (
    QFont,
    QPageLayout,
    QPageSize,
    QPainter,
    QPdfWriter,
    QPen,
    QPicture,
    QTextLayout,
    QTextOption,
)

from desktop import export
from desktop.errors import DiskTrouble, NoRoomThere
from ui.moments import tr
from ui.theme import fonts
from ui.theme.palette import LIGHT

_DOTS = 300  # per inch
MM = _DOTS / 25.4
_MARGIN = 14.0  # mm
_RUNNING = 10.0  # pt of text that runs on
_SIZES = (11.0, 10.0, 9.0, 8.0, 7.0)  # pt of the text: the largest at which a page holds it all


class Drawing(NamedTuple):
    """What was painted for a screen, to be printed at any size."""

    picture: QPicture
    size: QSizeF  # px


class Page:
    """A page being laid out at one text size: where each piece of text goes, and whether all found room."""

    def __init__(self, writer: QPdfWriter, size: float) -> None:
        self._writer, self.size = writer, size
        box = writer.pageLayout().paintRectPixels(_DOTS)
        self.width, self.bottom = float(box.width()), float(box.height()) - 9 * MM
        self.texts: list[tuple[QPointF, QTextLayout]] = []
        self.rules: list[QRectF] = []
        self.drawings: list[tuple[QRectF, Drawing]] = []
        self.is_full = False

    def text(
        self, words: str, x: float, y: float, width: float, *, strong: bool = False, grow: float = 1
    ) -> float:
        """Places words in a column and returns where they end."""
        made = _laid(self._writer, words, width, self.size * grow, strong=strong)
        self.texts.append((QPointF(x, y), made))
        return y + made.boundingRect().height()

    def rule(self, x: float, y: float, width: float) -> None:
        self.rules.append(QRectF(x, y, width, 0))

    def drawing(self, drawn: Drawing, x: float, y: float, width: float) -> float:
        """Places a drawing, as wide as told, and returns where it ends."""
        box = QRectF(x, y, width, width * drawn.size.height() / drawn.size.width())
        self.drawings.append((box, drawn))
        return box.bottom()

    def lines(self, number: float) -> float:
        """How high so many lines are."""
        return number * self.size / 72 * _DOTS

    def paint(self, painter: QPainter) -> None:
        painter.setPen(QPen(LIGHT.color("line"), 0.2 * MM))
        for rule in self.rules:
            painter.drawLine(rule.topLeft(), rule.topRight())
        painter.setPen(LIGHT.color("text"))
        for at, made in self.texts:
            made.draw(painter, at)
        for box, drawn in self.drawings:
            painter.save()
            painter.translate(box.topLeft())
            theirs = drawn.picture.logicalDpiX() / self._writer.logicalDpiX()  # playing it makes up for that by itself
            by = box.width() / drawn.size.width() * theirs
            painter.scale(by, by)
            drawn.picture.play(painter)
            painter.restore()


Lay = Callable[[Page], None]


def write(path: Path, title: str, lays: Sequence[Lay]) -> None:
    """Writes the PDF, one page for each of `lays`. Raises DiskTrouble when the file can't be written."""
    put(path, _pdf(title, lays))


def put(path: Path, data: bytes) -> None:
    """Raises DiskTrouble when the file can't be written; one that was there before is as it was."""
    try:
        with export.replacing(path) as part:
            part.write_bytes(data)
    except NoRoomThere:
        raise
    except DiskTrouble as error:
        raise DiskTrouble(
            tr("We couldn’t write {name}.").format(name=path.name),
            advice=tr("Choose another folder."),
            details=error.details,
        ) from error


def _pdf(title: str, lays: Sequence[Lay]) -> bytes:
    kept = QByteArray()
    buffer = QBuffer(kept)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    _set_up(writer, title)
    painter = QPainter(writer)
    for at, lay in enumerate(lays):
        if at:
            writer.newPage()
        _largest(writer, lay).paint(painter)
    painter.end()
    buffer.close()
    return bytes(kept.data())


def _set_up(writer: QPdfWriter, title: str) -> None:
    writer.setResolution(_DOTS)
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    writer.setPageMargins(QMarginsF(_MARGIN, _MARGIN, _MARGIN, _MARGIN), QPageLayout.Unit.Millimeter)
    writer.setTitle(title)


def _laid(writer: QPdfWriter, words: str, width: float, size: float, *, strong: bool) -> QTextLayout:
    """Words in lines of a width, at a size in points."""
    font = QFont(fonts.font("strong" if strong else "body"))
    font.setPointSizeF(size)
    font.setFeature(QFont.Tag("calt"), 0)  # or a colon between digits is no colon to who copies from the PDF
    made = QTextLayout(words.replace("\n", "\u2028"), font, writer)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    made.setTextOption(option)
    made.beginLayout()
    height = 0.0
    while (line := made.createLine()).isValid():
        line.setLineWidth(width)
        line.setPosition(QPointF(0, height))
        height += line.height()
    made.endLayout()
    return made


def _largest(writer: QPdfWriter, lay: Lay) -> Page:
    """The page at the largest size that holds it all, or at the smallest."""
    for size in _SIZES:
        page = Page(writer, size)
        lay(page)
        if not page.is_full:
            break
    return page


# --- text that runs on ---------------------------------------------------------------------------------------


class Paragraph(NamedTuple):
    """`above` and `indent` in mm. What keeps the next one isn't left alone at the end of a page."""

    words: str
    is_strong: bool = False
    grow: float = 1.0
    above: float = 0.5
    indent: float = 0.0
    keeps_next: bool = False


def write_running(out: IO[bytes], title: str, paragraphs: Iterable[Paragraph], foot: str) -> None:
    """Writes a PDF of as many pages as there is text for, each with its number beside `foot`. Raises OSError."""
    kept = QByteArray()
    buffer = QBuffer(kept)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)

    def pass_on() -> None:
        out.write(kept.data())
        kept.clear()
        buffer.seek(0)

    writer = QPdfWriter(buffer)
    _set_up(writer, title)
    painter = QPainter(writer)
    try:
        _Running(writer, painter, foot, pass_on).write(paragraphs)
    finally:
        painter.end()
    pass_on()


class _Running:
    """Where the next line goes. `pass_on` is called after each page."""

    def __init__(self, writer: QPdfWriter, painter: QPainter, foot: str, pass_on: Callable[[], None]) -> None:
        self._writer, self._painter, self._foot, self._pass_on = writer, painter, foot, pass_on
        box = writer.pageLayout().paintRectPixels(_DOTS)
        self._width, self._bottom = float(box.width()), float(box.height()) - 9 * MM
        self._y, self._number = 0.0, 1
        self._kept: list[tuple[Paragraph, QTextLayout]] = []

    def write(self, paragraphs: Iterable[Paragraph]) -> None:
        self._begin_page()
        for one in paragraphs:
            width = self._width - one.indent * MM
            self._kept.append((one, _laid(self._writer, one.words, width, _RUNNING * one.grow, strong=one.is_strong)))
            if not one.keeps_next:
                self._place()
        self._place()

    def _place(self) -> None:
        """Draws what belongs together; it begins on a new page where its beginning has no room."""
        start = self._y + sum(one.above * MM + made.boundingRect().height() for one, made in self._kept[:-1])
        if self._kept:
            one, made = self._kept[-1]
            first = made.lineAt(min(1, made.lineCount() - 1))
            start += one.above * MM + first.y() + first.height()
        if start > self._bottom and self._y:
            self._turn()
        for one, made in self._kept:
            self._y += one.above * MM if self._y else 0
            self._draw(made, one.indent * MM)
        self._kept = []

    def _draw(self, made: QTextLayout, x: float) -> None:
        for number in range(made.lineCount()):
            line = made.lineAt(number)
            if self._y + line.height() > self._bottom:
                self._turn()
            line.draw(self._painter, QPointF(x, self._y - line.y()))
            self._y += line.height()

    def _turn(self) -> None:
        self._writer.newPage()
        self._pass_on()
        self._number += 1
        self._begin_page()

    def _begin_page(self) -> None:
        self._y = 0.0
        self._painter.setPen(QPen(LIGHT.color("line"), 0.2 * MM))
        self._painter.drawLine(QPointF(0, self._bottom + 2 * MM), QPointF(self._width, self._bottom + 2 * MM))
        self._painter.setPen(LIGHT.color("text"))
        foot = _laid(self._writer, f"{self._foot} · {self._number}", self._width, _RUNNING * 0.85, strong=False)
        foot.draw(self._painter, QPointF(0, self._bottom + 3 * MM))
