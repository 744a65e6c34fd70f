"""Pages that are printed: text placed on A4 at the largest size at which all of it has room, as a PDF."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QPointF, QRectF
from PySide6.QtGui import QFont, QPageLayout, QPageSize, QPainter, QPdfWriter, QPen, QTextLayout, QTextOption

from desktop.errors import DiskTrouble
from ui.moments import tr
from ui.theme import fonts
from ui.theme.palette import LIGHT

_DOTS = 300  # per inch
MM = _DOTS / 25.4
_MARGIN = 14.0  # mm
_SIZES = (11.0, 10.0, 9.0, 8.0, 7.0)  # pt of the text: the largest at which a page holds it all


class Page:
    """A page being laid out at one text size: where each piece of text goes, and whether all found room."""

    def __init__(self, writer: QPdfWriter, size: float) -> None:
        self._writer, self.size = writer, size
        box = writer.pageLayout().paintRectPixels(_DOTS)
        self.width, self.bottom = float(box.width()), float(box.height()) - 9 * MM
        self.texts: list[tuple[QPointF, QTextLayout]] = []
        self.rules: list[QRectF] = []
        self.is_full = False

    def text(
        self, words: str, x: float, y: float, width: float, *, strong: bool = False, grow: float = 1
    ) -> float:
        """Places words in a column and returns where they end."""
        font = QFont(fonts.font("strong" if strong else "body"))
        font.setPointSizeF(self.size * grow)
        font.setFeature(
            QFont.Tag("calt"), 0
        )  # or a colon between digits is no colon to who copies from the PDF
        made = QTextLayout(words.replace("\n", "\u2028"), font, self._writer)
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
        self.texts.append((QPointF(x, y), made))
        return y + height

    def rule(self, x: float, y: float, width: float) -> None:
        self.rules.append(QRectF(x, y, width, 0))

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


Lay = Callable[[Page], None]


def write(path: Path, title: str, lays: Sequence[Lay]) -> None:
    """Writes the PDF, one page for each of `lays`. Raises DiskTrouble when the file can't be written."""
    data = _pdf(title, lays)
    try:
        path.write_bytes(data)
    except OSError as error:
        raise DiskTrouble(
            tr("We couldn’t write {name}.").format(name=path.name),
            advice=tr("Choose another folder."),
            details=str(error),
        ) from error


def _pdf(title: str, lays: Sequence[Lay]) -> bytes:
    kept = QByteArray()
    buffer = QBuffer(kept)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(_DOTS)
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    writer.setPageMargins(QMarginsF(_MARGIN, _MARGIN, _MARGIN, _MARGIN), QPageLayout.Unit.Millimeter)
    writer.setTitle(title)
    painter = QPainter(writer)
    for at, lay in enumerate(lays):
        if at:
            writer.newPage()
        _largest(writer, lay).paint(painter)
    painter.end()
    buffer.close()
    return bytes(kept.data())


def _largest(writer: QPdfWriter, lay: Lay) -> Page:
    """The page at the largest size that holds it all, or at the smallest."""
    for size in _SIZES:
        page = Page(writer, size)
        lay(page)
        if not page.is_full:
            break
    return page
