"""A picture that was added to a message by hand."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QIODevice, QSize, Qt
from PySide6.QtGui import QImageReader, QPixmap
from PySide6.QtWidgets import QDialog, QLabel, QScrollArea, QVBoxLayout, QWidget

from desktop.pictures import Kept
from ui import elsewhere
from ui.moments import tr
from ui.theme import px
from ui.widgets.buttons import LinkButton

_MOST = QSize(420, 180)  # px at 100 % text
_WHOLE = QSize(900, 640)


class KeptPicture(QWidget):
    """Small, with a way to see it whole: in the computer's own viewer; of a protected shop here, since no file that
    others can read is made of it."""

    def __init__(self, kept: Kept, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.kept = kept
        self.label = QLabel()
        self.label.setTextFormat(Qt.TextFormat.PlainText)
        self.label.setPixmap(_small(kept))
        self.label.setAccessibleName(tr("Picture of what {name} wrote").format(name=name))
        self.open = LinkButton(tr("Open the picture"), level="meta")
        self.open.clicked.connect(self._open)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, px(4), 0, 0)
        column.setSpacing(px(2))
        column.addWidget(self.label)
        column.addWidget(self.open, 0, Qt.AlignmentFlag.AlignLeading)

    def _open(self) -> None:
        if self.kept.key is None:
            elsewhere.open_path(self.kept.path)
            return
        dialog = WholePicture(self.kept, self.label.accessibleName(), self.window())
        dialog.open()


class WholePicture(QDialog):
    """One picture in a window of ours; Esc closes it."""

    def __init__(self, kept: Kept, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Picture"))
        self.label, area = QLabel(), QScrollArea()
        self.label.setTextFormat(Qt.TextFormat.PlainText)
        self.label.setPixmap(_read(kept, QSize()))
        self.label.setAccessibleName(name)
        area.setWidget(self.label)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(area)
        self.resize(_WHOLE.boundedTo(self.label.sizeHint() + QSize(4, 4)))


def _small(kept: Kept) -> QPixmap:
    return _read(kept, QSize(px(_MOST.width()), px(_MOST.height())))


def _read(kept: Kept, most: QSize) -> QPixmap:
    """Read no larger than it is shown; whole without a `most`."""
    buffer = QBuffer()
    buffer.setData(kept.read())
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    size = reader.size()
    if not most.isEmpty() and (size.width() > most.width() or size.height() > most.height()):
        reader.setScaledSize(size.scaled(most, Qt.AspectRatioMode.KeepAspectRatio))
    return QPixmap.fromImage(reader.read())
